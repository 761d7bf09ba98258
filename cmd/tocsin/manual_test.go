package main

import (
	"bytes"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/alecthomas/kong"
)

var updateManual = flag.Bool("update-manual", false, "write the manual page of the sample anew")

// sample is a small command line with one of each.
type sample struct {
	Desk  string `help:"Directory of the desk." placeholder:"DIR"`
	Watch struct {
		Tempo sampleVerb `cmd:"" help:"How often."`
	} `cmd:"" help:"Measure."`
	Hidden struct{} `cmd:"" hidden:"" help:"Nobody sees this."`
}

type sampleVerb struct {
	File   []string `arg:"" help:"'Quoted' files; - is standard input."`
	Format string   `help:"Form of the output." enum:"table,csv" default:"table"`
	Secret string   `help:"Nobody sees this." hidden:""`
}

// Help is more than a line, with an example.
func (sampleVerb) Help() string {
	return "A paragraph with a back\\slash.\n\n  tocsin watch tempo --format csv\n\n.And one that begins with a dot."
}

// TestManualPage holds the page of a sample to a golden file: go test -run
// ManualPage ./cmd/tocsin -update-manual writes it anew.
func TestManualPage(t *testing.T) {
	k, err := kong.New(&sample{}, kong.Name("sample"), kong.Description("A sample."))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := manual(&b, k.Model.Node, k.Model.Help); err != nil {
		t.Fatal(err)
	}
	golden := filepath.Join("testdata", "sample.1")
	if *updateManual {
		if err := os.WriteFile(golden, b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if b.String() != string(want) {
		t.Errorf("the page is\n%s", b.String())
	}
}

// TestManualTellsAll: each verb and flag of the program is in its page.
func TestManualTellsAll(t *testing.T) {
	code, page, words := run(t, "manual")
	if code != exitOK {
		t.Fatal(words)
	}
	k, err := kong.New(&commandLine{}, kong.Name("tocsin"))
	if err != nil {
		t.Fatal(err)
	}
	for _, verb := range k.Model.Leaves(true) {
		if !strings.Contains(page, roff(verb.Path())) {
			t.Errorf("the manual lacks %s", verb.Path())
		}
		for _, f := range verb.Flags {
			if !f.Hidden && !strings.Contains(page, roff("--"+f.Name)) {
				t.Errorf("the manual lacks --%s of %s", f.Name, verb.Path())
			}
		}
	}
}

// TestComplete: verbs, flags and fixed values are completed; where a file
// belongs, nothing is offered, and the shell offers files.
func TestComplete(t *testing.T) {
	for _, c := range []struct {
		words string // the last is being typed
		want  string // first of what is offered, and whether it is all
		only  bool
	}{
		{"dem", "demo", true},
		{"watch tem", "tempo", true},
		{"watch tempo --countr", "--country", false},
		{"read --format ", "csv", false},
		{"read --format j", "jsonl", true},
		{"read report.txt --pub", "--published", false},
		{"--desk somewhere bri", "brief", true},
		{"read --places ", "", true},
		{"nonsense", "", true},
	} {
		code, out, words := run(t, append([]string{"complete", "--"}, strings.Split(c.words, " ")...)...)
		got := strings.Fields(out)
		if code != exitOK || c.want == "" && len(got) > 0 || c.want != "" && (!slices.Contains(got, c.want) || c.only && len(got) > 1) {
			t.Errorf("%q offers %q, want %q; %s", c.words, got, c.want, words)
		}
	}
	if _, out, _ := run(t, "complete", "--", ""); strings.Contains(out, "complete\n") || !strings.Contains(out, "serve\n") {
		t.Errorf("at the start are offered\n%s", out)
	}
}

// TestCompletionInBash completes in a real shell, with a stand-in for the
// program that says what it was asked.
func TestCompletionInBash(t *testing.T) {
	bash, err := exec.LookPath("bash")
	if err != nil {
		t.Fatal("there is no bash to try it in: ", err)
	}
	dir := t.TempDir()
	program := "#!/bin/sh\n[ \"$*\" = 'complete -- watch te' ] && echo tempo\n[ \"$*\" = 'complete -- read rep' ] || exit 0\n"
	for name, body := range map[string]string{"tocsin": program, "completion": completions["bash"], "report.txt": ""} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(body), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	for words, want := range map[string]string{"watch te": "tempo", "read rep": "report.txt"} {
		parts := strings.Fields(words)
		script := `. ./completion; COMP_WORDS=(./tocsin "$1" "$2"); COMP_CWORD=2; _tocsin; echo "${COMPREPLY[*]}"`
		cmd := exec.CommandContext(t.Context(), bash, "-c", script, "bash", parts[0], parts[1])
		cmd.Dir = dir
		out, err := cmd.CombinedOutput()
		if err != nil || strings.TrimSpace(string(out)) != want {
			t.Errorf("%q completes to %q, want %q; %v", words, out, want, err)
		}
	}
}
