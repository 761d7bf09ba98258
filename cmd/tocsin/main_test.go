package main

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"tocsin": main})
}

// TestScripts runs the scripts in testdata/script, one per verb and per way to
// go wrong. Each is also an example of the command line.
func TestScripts(t *testing.T) {
	files, err := filepath.Abs(filepath.Join("testdata", "files"))
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir: filepath.Join("testdata", "script"),
		Setup: func(env *testscript.Env) error {
			env.Setenv("TOCSIN_DESK", "")
			return os.CopyFS(env.WorkDir, os.DirFS(files))
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"gzip": gzipFile, "truncate": truncate, "longline": longLine, "latin1": latin1, "lines": countLines, "visit": visit, "empty": empty, "ids": setIDs, "undo": undoIn,
		},
	})
}

// gzipFile packs a file into another: gzip IN OUT.
func gzipFile(ts *testscript.TestScript, neg bool, args []string) {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write([]byte(ts.ReadFile(args[0]))); err != nil {
		ts.Fatalf("%v", err)
	}
	if err := w.Close(); err != nil {
		ts.Fatalf("%v", err)
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), b.Bytes(), 0o600))
}

// truncate cuts a file to a part of its size: truncate FILE 50%.
func truncate(ts *testscript.TestScript, neg bool, args []string) {
	percent, err := strconv.Atoi(strings.TrimSuffix(args[1], "%"))
	ts.Check(err)
	info, err := os.Stat(ts.MkAbs(args[0]))
	ts.Check(err)
	ts.Check(os.Truncate(ts.MkAbs(args[0]), info.Size()*int64(percent)/100))
}

// longLine writes a file whose second line is so many megabytes long, between
// the other lines of another: longline IN OUT 200.
func longLine(ts *testscript.TestScript, neg bool, args []string) {
	mb, err := strconv.Atoi(args[2])
	ts.Check(err)
	first, rest, _ := strings.Cut(ts.ReadFile(args[0]), "\n")
	f, err := os.Create(ts.MkAbs(args[1]))
	ts.Check(err)
	fmt.Fprintln(f, first)
	chunk := bytes.Repeat([]byte("x"), 1<<20)
	for range mb {
		_, err := f.Write(chunk)
		ts.Check(err)
	}
	fmt.Fprint(f, "\n", rest)
	ts.Check(f.Close())
}

// latin1 writes a file with each letter as one byte: latin1 IN OUT.
func latin1(ts *testscript.TestScript, neg bool, args []string) {
	var b []byte
	for _, r := range ts.ReadFile(args[0]) {
		b = append(b, byte(r))
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), b, 0o600))
}

// countLines holds the number of lines of a file: lines FILE N.
func countLines(ts *testscript.TestScript, neg bool, args []string) {
	if n := strings.Count(ts.ReadFile(args[0]), "\n"); strconv.Itoa(n) != args[1] {
		ts.Fatalf("%s has %d lines, want %s", args[0], n, args[1])
	}
}

// TestLicencesAreComplete: every module that is linked in and every folder that
// is embedded is named with its licence.
func TestLicencesAreComplete(t *testing.T) {
	named := make(map[string]bool)
	var data []string
	for _, l := range licences() {
		if l.licence == "" || l.about == "" {
			t.Errorf("licences.txt: %q lacks its licence or what it is", l.name)
		}
		named[l.name] = true
		if rest, ok := strings.CutPrefix(l.name, "data "); ok {
			data = append(data, strings.Fields(rest)[0])
		}
	}
	linked := make(map[string]bool)
	for _, system := range []string{"linux", "darwin", "windows"} { // for which the program is given out
		cmd := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{.Path}}{{end}}", ".")
		cmd.Env = append(os.Environ(), "GOOS="+system, "CGO_ENABLED=0")
		out, err := cmd.Output()
		if err != nil {
			t.Fatalf("go list for %s: %v", system, err)
		}
		for _, m := range strings.Fields(string(out)) {
			linked[m] = true
		}
	}
	for m := range linked {
		if m != "tocsin" && !named["module "+m] {
			t.Errorf("licences.txt does not name the module %s", m)
		}
	}
	for name := range named {
		if m, ok := strings.CutPrefix(name, "module "); ok && m != "std" && !linked[m] {
			t.Errorf("licences.txt names the module %s, which is not linked in", m)
		}
	}
	for _, dir := range embedded(t, filepath.Join("..", "..")) {
		if !slices.ContainsFunc(data, func(d string) bool { return d == dir || strings.HasPrefix(dir, d+"/") }) {
			t.Errorf("licences.txt does not name the data embedded from %s", dir)
		}
	}
}

var embedLine = regexp.MustCompile(`(?m)^//go:embed (.*)$`)

// embedded lists the files and folders that Go files below root embed.
func embedded(t *testing.T, root string) []string {
	var out []string
	err := filepath.WalkDir(root, func(path string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		src, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		for _, m := range embedLine.FindAllStringSubmatch(string(src), -1) {
			for _, pattern := range strings.Fields(m[1]) {
				rel, err := filepath.Rel(root, filepath.Join(filepath.Dir(path), pattern))
				if err != nil {
					return err
				}
				out = append(out, filepath.ToSlash(rel))
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}
