package source

import (
	"bufio"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io"
	"io/fs"
	"os"

	"tocsin"
)

// Stdin is the name under which standard input appears in messages.
const Stdin = "standard input"

// A gzip file is taken for a bomb where it unpacks to more than bombBytes and to
// more than bombRatio times what was read of it: tables pack to a tenth or, of
// much the same rows, a fiftieth.
const (
	bombBytes = 64 << 20
	bombRatio = 300
)

// A File is an input opened for reading. Read gives its content, unpacked where
// it is gzip; the hash counts the bytes as they lie on the disk.
type File struct {
	Name string
	Size int64 // bytes on the disk, 0 where unknown

	raw    *hashing
	r      io.Reader
	gz     bool
	out    int64 // bytes given out
	closer io.Closer
}

// hashing counts and hashes what passes through.
type hashing struct {
	r   io.Reader
	sum hash.Hash
	n   int64
}

func (h *hashing) Read(p []byte) (int, error) {
	n, err := h.r.Read(p)
	h.sum.Write(p[:n])
	h.n += int64(n)
	return n, err
}

// Open opens a file by its path, or stdin for "-". A missing file, a directory,
// an unreadable and an empty file are errors that say what to do.
func Open(name string, stdin io.Reader) (*File, error) {
	if name == "-" {
		return NewFile(Stdin, stdin)
	}
	info, err := os.Stat(name)
	if err != nil {
		return nil, pathError(name, err)
	}
	if info.IsDir() {
		return nil, fail(name, tocsin.Invalid, "name a file in it", "is a directory")
	}
	osf, err := os.Open(name)
	if err != nil {
		return nil, pathError(name, err)
	}
	f, err := NewFile(name, osf)
	if err != nil {
		osf.Close()
		return nil, err
	}
	f.Size, f.closer = info.Size(), osf
	return f, nil
}

// NewFile wraps a reader as Open wraps a path, and looks at its first bytes to
// tell gzip. A *File is returned as it is.
func NewFile(name string, r io.Reader) (*File, error) {
	if f, ok := r.(*File); ok {
		return f, nil
	}
	raw := &hashing{r: r, sum: sha256.New()}
	br := bufio.NewReaderSize(raw, 64<<10)
	f := &File{Name: name, raw: raw, r: br}
	head, err := br.Peek(2)
	if len(head) == 0 {
		if err != nil && err != io.EOF {
			return nil, pathError(name, err)
		}
		return nil, fail(name, tocsin.Invalid, "fetch or export it again", "is empty")
	}
	if len(head) < 2 || head[0] != 0x1f || head[1] != 0x8b {
		return f, nil
	}
	zr, err := gzip.NewReader(br)
	if err != nil {
		return nil, f.gzipError(err)
	}
	f.r, f.gz = zr, true
	return f, nil
}

// Read gives the content. Its errors, other than io.EOF, name the file and what
// to do.
func (f *File) Read(p []byte) (int, error) {
	n, err := f.r.Read(p)
	f.out += int64(n)
	if f.gz && f.out > bombBytes && f.out/bombRatio > f.raw.n {
		return 0, fail(f.Name, tocsin.Invalid, "do not unpack it: it is made to fill memory and disks. Fetch the file from its publisher",
			"unpacks to more than %d times its size (a gzip bomb)", bombRatio)
	}
	if err == nil || err == io.EOF {
		return n, err
	}
	if f.gz {
		return n, f.gzipError(err)
	}
	return n, pathError(f.Name, err)
}

// Peek is the beginning of the content, at most n bytes of it, which Read gives
// all the same. What cannot be read is left for Read to say.
func (f *File) Peek(n int) []byte {
	br, ok := f.r.(*bufio.Reader)
	if !ok {
		br = bufio.NewReaderSize(f.r, 64<<10)
		f.r = br
	}
	head, _ := br.Peek(min(n, br.Size()))
	return head
}

// Close closes the file.
func (f *File) Close() error {
	if f.closer == nil {
		return nil
	}
	return f.closer.Close()
}

// Done is how many bytes of Size have been read.
func (f *File) Done() int64 { return f.raw.n }

// SHA256 is "sha256:…" of the whole file as it lies on the disk; it reads on to
// the end where Read has not come there.
func (f *File) SHA256() (string, error) {
	if _, err := io.Copy(io.Discard, f.raw); err != nil {
		return "", pathError(f.Name, err)
	}
	return "sha256:" + hex.EncodeToString(f.raw.sum.Sum(nil)), nil
}

// gzipError tells a download that was cut off from one that is damaged.
func (f *File) gzipError(err error) error {
	switch {
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		return fail(f.Name, tocsin.Invalid, "it was cut off on the way: fetch it again",
			"the gzip data ends early, after %d bytes unpacked", f.out)
	case errors.Is(err, gzip.ErrHeader) && f.out > 0:
		return fail(f.Name, tocsin.Invalid, "fetch it again",
			"after the gzip data, of %d bytes unpacked, come bytes that are not gzip", f.out)
	case errors.Is(err, gzip.ErrHeader), errors.Is(err, gzip.ErrChecksum):
		return fail(f.Name, tocsin.Invalid, "fetch it again", "the gzip data is damaged: %v", err)
	}
	if errors.As(err, new(*fs.PathError)) {
		return pathError(f.Name, err)
	}
	return fail(f.Name, tocsin.Invalid, "fetch it again", "the gzip data is damaged: %v", err)
}

func pathError(name string, err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fail(name, tocsin.NotFound, "check the path", "there is no such file")
	case errors.Is(err, fs.ErrPermission):
		return fail(name, tocsin.Unavailable, "see who may read it (ls -l)", "may not be read")
	}
	return fail(name, tocsin.Unavailable, "", "cannot be read: %w", err)
}

// fail makes an error about a whole file.
func fail(name string, code tocsin.Code, hint, format string, args ...any) *tocsin.Error {
	return &tocsin.Error{Code: code, Pos: tocsin.Pos{File: name}, Hint: hint, Err: fmt.Errorf(format, args...)}
}
