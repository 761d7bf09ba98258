package main

import (
	"bytes"
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// licencesFile is where the program keeps what is built in.
const licencesFile = "cmd/tocsin/licences.txt"

// licences reads it, by name.
func (src source) licences() (map[string]licence, error) {
	body, err := os.ReadFile(filepath.Join(src.root, filepath.FromSlash(licencesFile)))
	if err != nil {
		return nil, err
	}
	out := make(map[string]licence)
	for line := range strings.Lines(string(body)) {
		parts := strings.SplitN(line, "|", 3)
		if strings.HasPrefix(line, "#") || len(parts) < 3 {
			continue
		}
		out[strings.TrimSpace(parts[0])] = licence{strings.TrimSpace(parts[1]), strings.TrimSpace(parts[2])}
	}
	return out, nil
}

// legal is what a file is called that holds the terms of a module.
var legal = regexp.MustCompile(`(?i)^((un)?licen[sc]e|copying|notice|patents)`)

// linked are the folders of the modules that are built in for any of the
// systems, by the modules' paths.
func (src source) linked(ctx context.Context, list []string) (map[string]string, error) {
	dirs := make(map[string]string)
	for _, target := range list {
		goos, goarch, _ := strings.Cut(target, "/")
		out, err := output(ctx, src.root, steady(goos, goarch), "go", "list", "-deps", "-f", "{{with .Module}}{{if not .Main}}{{.Path}}\t{{.Dir}}{{end}}{{end}}", "./cmd/tocsin")
		if err != nil {
			return nil, err
		}
		for line := range strings.Lines(out) {
			if name, dir, ok := strings.Cut(strings.TrimRight(line, "\n"), "\t"); ok {
				dirs[name] = dir
			}
		}
	}
	return dirs, nil
}

// licenceTexts sets together the terms of everything built in: who gives the
// program on gives these on with it. A module without any is an error.
func (src source) licenceTexts(ctx context.Context, list []string) ([]byte, error) {
	head, err := os.ReadFile(filepath.Join(src.root, filepath.FromSlash(licencesFile)))
	if err != nil {
		return nil, err
	}
	dirs, err := src.linked(ctx, list)
	if err != nil {
		return nil, err
	}
	root, err := output(ctx, src.root, nil, "go", "env", "GOROOT")
	if err != nil {
		return nil, err
	}
	dirs["std"] = root
	var b bytes.Buffer
	b.Write(head)
	for _, name := range slices.Sorted(maps.Keys(dirs)) {
		entries, err := os.ReadDir(dirs[name])
		if err != nil {
			return nil, err
		}
		found := 0
		for _, e := range entries {
			if e.IsDir() || !legal.MatchString(e.Name()) || strings.HasSuffix(e.Name(), ".go") {
				continue
			}
			body, err := os.ReadFile(filepath.Join(dirs[name], e.Name()))
			if err != nil {
				return nil, err
			}
			fmt.Fprintf(&b, "\n\n==== module %s: %s\n\n%s", name, e.Name(), bytes.ReplaceAll(body, []byte("\r\n"), []byte("\n")))
			found++
		}
		if found == 0 {
			return nil, fmt.Errorf("the module %s has no file with its licence", name)
		}
	}
	return b.Bytes(), nil
}
