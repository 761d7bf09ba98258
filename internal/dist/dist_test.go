package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"testing"
	"time"
)

var when = time.Date(2021, 7, 1, 12, 0, 0, 0, time.UTC)

// TestSBOM shows the list of a program of two modules.
func TestSBOM(t *testing.T) {
	info := &debug.BuildInfo{GoVersion: "go1.26.8", Main: debug.Module{Path: "tocsin", Version: "v1.2.3+dirty"},
		Deps:     []*debug.Module{{Path: "example.org/b", Version: "v2.0.0", Sum: "h1:b="}, {Path: "example.org/a", Version: "v0.1.0", Sum: "h1:a="}},
		Settings: []debug.BuildSetting{{Key: "GOOS", Value: "linux"}, {Key: "GOARCH", Value: "arm64"}, {Key: "vcs.revision", Value: "abc"}, {Key: "DefaultGODEBUG", Value: "x"}}}
	licences := map[string]licence{"module example.org/a": {"MIT", "letters"}, "module example.org/b": {"BSD-3-Clause", "more letters"}, "data towns": {"CC BY 4.0", "towns, from somebody"}}
	got, err := sbom(info, licences, when, []byte("a program"))
	if err != nil {
		t.Fatal(err)
	}
	want, err := os.ReadFile(filepath.Join("testdata", "sbom.json"))
	if err != nil {
		t.Fatal(err)
	}
	if !json.Valid(got) || string(got) != string(want) {
		t.Errorf("the list is\n%s", got)
	}
	delete(licences, "module example.org/b")
	if _, err := sbom(info, licences, when, nil); err == nil || !strings.Contains(err.Error(), "example.org/b") {
		t.Errorf("a module without a licence: %v", err)
	}
}

// TestLicenceTexts: the terms of every module that is built in on any system are
// given on with it. A module without any would be an error.
func TestLicenceTexts(t *testing.T) {
	src := source{root: filepath.Join("..", "..")}
	texts, err := src.licenceTexts(t.Context(), strings.Fields(targets))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"==== module std: LICENSE", "==== module modernc.org/sqlite", "==== module github.com/mattn/go-isatty", "Redistribution and use"} {
		if !strings.Contains(string(texts), want) {
			t.Errorf("the texts lack %q", want)
		}
	}
}

// TestArchivesAreTheSame: the same files give the same bytes, programs can be
// run, and every name lies below one folder.
func TestArchivesAreTheSame(t *testing.T) {
	files := []file{{name: "tocsin", body: []byte("program"), run: true}, {name: "docs/operate.md", body: []byte("words")}}
	for name, write := range map[string]func(io.Writer, string, []file, time.Time) error{"tar": writeTar, "zip": writeZip} {
		var first, again bytes.Buffer
		if err := write(&first, "tocsin_v1", files, when); err != nil {
			t.Fatal(err)
		}
		if err := write(&again, "tocsin_v1", files, when.In(time.FixedZone("elsewhere", 3600))); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(first.Bytes(), again.Bytes()) {
			t.Errorf("%s: made twice, the bytes differ", name)
		}
		got := listed(t, name, first.Bytes())
		if want := "tocsin_v1/tocsin -rwxr-xr-x program\ntocsin_v1/docs/operate.md -rw-r--r-- words\n"; got != want {
			t.Errorf("%s holds\n%s", name, got)
		}
	}
}

// listed tells what an archive holds.
func listed(t *testing.T, kind string, b []byte) string {
	t.Helper()
	var out strings.Builder
	entry := func(name string, mode os.FileMode, r io.Reader) {
		body, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		out.WriteString(name + " " + mode.String() + " " + string(body) + "\n")
	}
	if kind == "zip" {
		z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range z.File {
			r, err := f.Open()
			if err != nil {
				t.Fatal(err)
			}
			entry(f.Name, f.Mode(), r)
		}
		return out.String()
	}
	z, err := gzip.NewReader(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	for r := tar.NewReader(z); ; {
		h, err := r.Next()
		if err == io.EOF {
			return out.String()
		}
		if err != nil {
			t.Fatal(err)
		}
		entry(h.Name, h.FileInfo().Mode(), r)
	}
}
