package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"debug/buildinfo"
	"encoding/hex"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// A file is one entry of an archive.
type file struct {
	name string // with slashes
	body []byte
	run  bool // it is a program
}

// steady are settings under which a build depends on its source alone.
func steady(goos, goarch string) []string {
	return []string{"GOOS=" + goos, "GOARCH=" + goarch, "CGO_ENABLED=0", "GOFLAGS=-mod=readonly", "GOAMD64=v1", "GOARM64=v8.0", "GOEXPERIMENT=", "GOFIPS140=off", "GOWORK=off"}
}

// common are the files that every archive holds.
func (src source) common(ctx context.Context, list []string) ([]file, error) {
	var out []file
	for _, name := range []string{"LICENSE", "README.md", "docs/operate.md"} {
		body, err := os.ReadFile(filepath.Join(src.root, filepath.FromSlash(name)))
		if err != nil {
			return nil, err
		}
		out = append(out, file{name: name, body: body})
	}
	texts, err := src.licenceTexts(ctx, list)
	if err != nil {
		return nil, err
	}
	out = append(out, file{name: "LICENCES.txt", body: texts})
	for name, verb := range map[string]string{"tocsin.1": "manual", "completion/tocsin.bash": "completion bash", "completion/_tocsin": "completion zsh", "completion/tocsin.fish": "completion fish"} {
		body, err := output(ctx, src.root, nil, "go", append([]string{"run", "./cmd/tocsin"}, strings.Fields(verb)...)...)
		if err != nil {
			return nil, err
		}
		out = append(out, file{name: name, body: []byte(body + "\n")})
	}
	return out, nil
}

// finderFile opens the example where a double click on the program itself opens
// a terminal with its help.
const finderFile = "#!/bin/sh\n# Opens the example desk in the browser.\nexec \"$(dirname \"$0\")/tocsin\" demo --open --addr 127.0.0.1:0\n"

// pack builds the program for one system and writes its archive and its SBOM.
func (src source) pack(ctx context.Context, goos, goarch, work, out string, common []file) (string, error) {
	program := "tocsin"
	if goos == "windows" {
		program += ".exe"
	}
	built := filepath.Join(work, goos+"-"+goarch, program)
	if _, err := output(ctx, src.root, steady(goos, goarch), "go", "build", "-trimpath", "-buildvcs=true", "-ldflags=-s -w", "-o", built, "./cmd/tocsin"); err != nil {
		return "", err
	}
	info, err := buildinfo.ReadFile(built)
	if err != nil {
		return "", err
	}
	body, err := os.ReadFile(built)
	if err != nil {
		return "", err
	}
	licences, err := src.licences()
	if err != nil {
		return "", err
	}
	version := versionOf(info)
	sheet, err := sbom(info, licences, src.when, body)
	if err != nil {
		return "", err
	}
	name := fmt.Sprintf("tocsin_%s_%s_%s", version, goos, goarch)
	files := append([]file{{name: program, body: body, run: true}, {name: "sbom.cdx.json", body: sheet}}, common...)
	if goos == "darwin" {
		files = append(files, file{name: "Open the example.command", body: []byte(finderFile), run: true})
	}
	slices.SortFunc(files, func(a, b file) int { return strings.Compare(a.name, b.name) })
	var b bytes.Buffer
	archive := name + ".tar.gz"
	if goos == "windows" {
		archive = name + ".zip"
		err = writeZip(&b, name, files, src.when)
	} else {
		err = writeTar(&b, name, files, src.when)
	}
	if err != nil {
		return "", err
	}
	if err := os.WriteFile(filepath.Join(out, archive), b.Bytes(), 0o644); err != nil {
		return "", err
	}
	return archive, os.WriteFile(filepath.Join(out, name+".cdx.json"), sheet, 0o644)
}

// sum writes the checksums in the form that sha256sum -c reads.
func sum(out string) error {
	entries, err := os.ReadDir(out)
	if err != nil {
		return err
	}
	var b strings.Builder
	for _, e := range entries {
		body, err := os.ReadFile(filepath.Join(out, e.Name()))
		if err != nil {
			return err
		}
		hash := sha256.Sum256(body)
		fmt.Fprintf(&b, "%s  %s\n", hex.EncodeToString(hash[:]), path.Clean(e.Name()))
	}
	return os.WriteFile(filepath.Join(out, checksums), []byte(b.String()), 0o644)
}
