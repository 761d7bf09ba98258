package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"tocsin/internal/shared"
	"tocsin/read/text/internal/syntax"
)

// TestEmbeddedModelsAreWhatTrainingGives trains all three models again and holds
// them against the embedded bytes. It takes a quarter of an hour of one core:
//
//	TOCSIN_TRAIN=1 go test -timeout 1h ./read/text/train
func TestEmbeddedModelsAreWhatTrainingGives(t *testing.T) {
	if os.Getenv("TOCSIN_TRAIN") == "" {
		t.Skip("TOCSIN_TRAIN=1 trains the models again")
	}
	o := options{Train: shared.Path(t, "data/text/ud/en_ewt-ud-train.conllu.gz"), Dev: shared.Path(t, "data/text/ud/en_ewt-ud-dev.conllu.gz")}
	for _, name := range []string{"model.bin", "careful.bin"} {
		embedded := filepath.Join("..", name)
		o.Out = filepath.Join(t.TempDir(), name)
		if err := run(o, syntax.Defaults()); err != nil {
			t.Fatal(err)
		}
		want, err := os.ReadFile(embedded)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := os.ReadFile(o.Out); err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s: training gives %d bytes that are not the embedded %d (%v)", name, len(got), len(want), err)
		}
		o.Beside = o.Out
	}
}

// TestTrainingNeedsReadableFiles holds the command to an error that names the
// file.
func TestTrainingNeedsReadableFiles(t *testing.T) {
	err := run(options{Train: "none.conllu", Dev: "none.conllu", Out: filepath.Join(t.TempDir(), "m")}, syntax.Defaults())
	if !os.IsNotExist(err) {
		t.Errorf("a file that is not there: %v", err)
	}
}
