package score

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"tocsin"
)

// MaxBytes is the most that one file, or one archive, may hold unpacked.
const MaxBytes = 1 << 30

// A File is one gold file in memory, unpacked. Its name is a path within what
// was given, without .gz.
type File struct {
	Name string
	Data []byte
}

// Open reads a file, plain or in gzip, all files of a tar archive, plain or in
// gzip, or all files below a directory, in the order of their names. What macOS
// leaves behind in archives ("._a") is skipped.
func Open(name string) ([]File, error) {
	info, err := os.Stat(name)
	if err != nil {
		return nil, unreadable(name, err)
	}
	var out []File
	if info.IsDir() {
		out, err = openDir(name)
	} else {
		out, err = openFile(name)
	}
	if err != nil {
		return nil, err
	}
	out = slices.DeleteFunc(out, func(f File) bool { return strings.HasPrefix(path.Base(f.Name), "._") })
	if len(out) == 0 {
		return nil, broken(filepath.Base(name), 0, "", "give a directory or archive with files in it", "is empty")
	}
	slices.SortFunc(out, func(a, b File) int { return strings.Compare(a.Name, b.Name) })
	return out, nil
}

func openDir(root string) ([]File, error) {
	var out []File
	total := 0
	err := filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return unreadable(name, err)
		}
		if !d.Type().IsRegular() {
			return nil
		}
		files, err := openFile(name)
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(root, name)
		if err != nil {
			return err
		}
		for _, f := range files {
			f.Name = filepath.ToSlash(filepath.Join(filepath.Dir(rel), f.Name))
			total += len(f.Data)
			out = append(out, f)
		}
		if total > MaxBytes {
			return tooLarge(root)
		}
		return nil
	})
	return out, err
}

func openFile(name string) ([]File, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, unreadable(name, err)
	}
	defer f.Close()
	return Unpack(filepath.Base(name), f)
}

// Unpack reads one stream as [Open] reads a file. What it is shows in its bytes.
func Unpack(name string, r io.Reader) ([]File, error) {
	raw, err := limited(name, r)
	if err != nil {
		return nil, err
	}
	if bytes.HasPrefix(raw, []byte{0x1f, 0x8b}) {
		z, err := gzip.NewReader(bytes.NewReader(raw))
		if err != nil {
			return nil, damaged(name, err)
		}
		if raw, err = limited(name, z); err != nil {
			return nil, err
		}
		name = strings.TrimSuffix(name, ".gz")
	}
	if isTar(raw) {
		return untar(name, raw)
	}
	return []File{{name, raw}}, nil
}

func isTar(raw []byte) bool { return len(raw) > 262 && string(raw[257:262]) == "ustar" }

func untar(name string, raw []byte) ([]File, error) {
	var out []File
	for t := tar.NewReader(bytes.NewReader(raw)); ; {
		h, err := t.Next()
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return nil, damaged(name, err)
		}
		if h.Typeflag != tar.TypeReg {
			continue
		}
		data, err := limited(name, t)
		if err != nil {
			return nil, err
		}
		out = append(out, File{path.Clean(h.Name), data})
	}
}

func limited(name string, r io.Reader) ([]byte, error) {
	raw, err := io.ReadAll(io.LimitReader(r, MaxBytes+1))
	if err != nil {
		return nil, damaged(name, err)
	}
	if len(raw) > MaxBytes {
		return nil, tooLarge(name)
	}
	return raw, nil
}

// OpenOne is [Open] for sets that are one file.
func OpenOne(name string) (File, error) {
	files, err := Open(name)
	if err != nil {
		return File{}, err
	}
	if len(files) > 1 {
		return File{}, broken(filepath.Base(name), 0, "", "name the one to be scored", "holds %d files", len(files))
	}
	return files[0], nil
}

func unreadable(name string, err error) error {
	if pe, ok := errors.AsType[*fs.PathError](err); ok {
		err = pe.Err
	}
	code := tocsin.Unavailable
	if errors.Is(err, fs.ErrNotExist) {
		code = tocsin.NotFound
	}
	return &tocsin.Error{Code: code, Pos: tocsin.Pos{File: name}, Hint: "give the path of a file that can be read", Err: err}
}

func damaged(name string, err error) error {
	return &tocsin.Error{Code: tocsin.Invalid, Pos: tocsin.Pos{File: name}, Hint: "fetch the file again", Err: fmt.Errorf("is damaged: %w", err)}
}

func tooLarge(name string) error {
	return broken(filepath.Base(name), 0, "", "give a part of it", "is larger than %d MB", MaxBytes>>20)
}

// lines splits a file at its line ends. The last line may lack its own.
func lines(raw []byte) [][]byte {
	raw = bytes.TrimPrefix(raw, []byte("\ufeff"))
	out := bytes.Split(raw, []byte("\n"))
	if n := len(out); len(out[n-1]) == 0 {
		out = out[:n-1]
	}
	for i := range out {
		out[i] = bytes.TrimSuffix(out[i], []byte("\r"))
	}
	return out
}

// isWord is what a regular expression's \w is to the reference scorers.
func isWord(r rune) bool { return r == '_' || unicode.IsLetter(r) || unicode.IsNumber(r) }

// runes returns the byte at which each character of a text begins, and its end:
// gold spans count characters.
func runes(s string) []int {
	at := make([]int, 0, len(s)+1)
	for i := range s {
		at = append(at, i)
	}
	return append(at, len(s))
}
