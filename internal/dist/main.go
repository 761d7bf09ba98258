// Command dist makes what is given out of tocsin: for each system an archive
// with the program, its manual, completions, licences and a list of what is
// built in (an SBOM, CycloneDX 1.6), and one file of checksums.
//
// In goes a clone of the repository at a commit; out comes a folder whose bytes
// depend on that commit and the version of Go alone: no path, no clock and no
// cache has a part in them. With -again it makes everything a second time, from
// a clone elsewhere with an empty build cache, and compares.
//
// It signs nothing and sends nothing anywhere.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// targets are the systems a release is made for.
const targets = "linux/amd64 linux/arm64 darwin/amd64 darwin/arm64 windows/amd64 windows/arm64"

// checksums is the name of the file that holds them.
const checksums = "SHA256SUMS"

func main() {
	out := flag.String("out", "dist", "folder to make; what is in it is replaced")
	list := flag.String("targets", targets, "systems as GOOS/GOARCH, between spaces")
	again := flag.String("again", "", "make everything again elsewhere and compare with this folder")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	var err error
	if *again != "" {
		err = repeat(ctx, *again, *list)
	} else {
		err = release(ctx, *out, strings.Fields(*list))
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "dist:", err)
		os.Exit(1)
	}
}

// A source is the clone that is built.
type source struct {
	root string
	when time.Time // of the commit: the time of every file that is made
}

// sourceAt finds the clone around a folder.
func sourceAt(ctx context.Context, dir string) (source, error) {
	root, err := output(ctx, dir, nil, "git", "rev-parse", "--show-toplevel")
	if err != nil {
		return source{}, fmt.Errorf("%w: dist is made from a clone of the repository", err)
	}
	stamp, err := output(ctx, root, nil, "git", "log", "-1", "--format=%ct")
	if err != nil {
		return source{}, err
	}
	seconds, err := strconv.ParseInt(stamp, 10, 64)
	if err != nil {
		return source{}, fmt.Errorf("the time of the commit: %w", err)
	}
	if left, err := output(ctx, root, nil, "git", "status", "--porcelain"); err != nil {
		return source{}, err
	} else if left != "" {
		fmt.Fprintln(os.Stderr, "dist: note: this work tree has changes that are in no commit: nobody else can make the same")
	}
	return source{root: root, when: time.Unix(seconds, 0).UTC()}, nil
}

// release makes the folder.
func release(ctx context.Context, out string, list []string) error {
	src, err := sourceAt(ctx, ".")
	if err != nil {
		return err
	}
	if out, err = filepath.Abs(out); err != nil {
		return err
	}
	work, err := os.MkdirTemp("", "tocsin-dist-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(work)
	common, err := src.common(ctx, list)
	if err != nil {
		return err
	}
	if err := errors.Join(os.RemoveAll(out), os.MkdirAll(out, 0o755)); err != nil {
		return err
	}
	for _, target := range list {
		goos, goarch, ok := strings.Cut(target, "/")
		if !ok {
			return fmt.Errorf("%q is no GOOS/GOARCH", target)
		}
		name, err := src.pack(ctx, goos, goarch, work, out, common)
		if err != nil {
			return fmt.Errorf("%s: %w", target, err)
		}
		fmt.Println(name)
	}
	return sum(out)
}

// repeat makes everything again from another clone and compares the checksums.
func repeat(ctx context.Context, first, list string) error {
	want, err := os.ReadFile(filepath.Join(first, checksums))
	if err != nil {
		return err
	}
	work, err := os.MkdirTemp("", "another-place-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(work)
	clone := filepath.Join(work, "some", "clone")
	if _, err := output(ctx, ".", nil, "git", "clone", "-q", "--no-hardlinks", ".", clone); err != nil {
		return err
	}
	env := []string{"GOCACHE=" + filepath.Join(work, "cache"), "TMPDIR=" + work}
	if _, err := output(ctx, clone, env, "go", "run", "./internal/dist", "-out", "dist", "-targets", list); err != nil {
		return err
	}
	got, err := os.ReadFile(filepath.Join(clone, "dist", checksums))
	if err != nil {
		return err
	}
	if string(got) != string(want) {
		return fmt.Errorf("made twice, it is not the same:\nfirst\n%sagain\n%s", want, got)
	}
	fmt.Printf("made twice, the same bytes:\n%s", want)
	return nil
}

// output runs a program and returns what it prints.
func output(ctx context.Context, dir string, env []string, program string, args ...string) (string, error) {
	cmd := exec.CommandContext(ctx, program, args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), env...)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return "", fmt.Errorf("%s %s: %w", program, strings.Join(args, " "), err)
	}
	return strings.TrimRight(string(out), "\n"), nil
}
