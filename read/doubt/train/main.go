// Command train learns the weights of package doubt from judged statements:
//
//	go run ./read/doubt/train
//
// writes read/doubt/weights.txt and read/doubt/testdata/score.txt. The same files
// give the same bytes. testdata/reports.txt holds reports that helpers wrote for the
// purpose, testdata/judged.jsonl the statements that tocsin made of them at first
// reading, each with the verdict of a helper who saw the text and the statement alone.
package main

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/alecthomas/kong"
)

type options struct {
	Dir string `default:"read/doubt" help:"directory of package doubt"`
}

func main() {
	var o options
	kong.Parse(&o, kong.Name("train"))
	if err := run(o.Dir); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func run(dir string) error {
	cases, err := load(filepath.Join(dir, "testdata"))
	if err != nil {
		return err
	}
	weights, score, err := learned(cases)
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(dir, "weights.txt"), []byte(weights), 0o644); err != nil {
		return err
	}
	fmt.Print(score)
	return os.WriteFile(filepath.Join(dir, "testdata", "score.txt"), []byte(score), 0o644)
}
