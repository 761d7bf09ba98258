// Package pdf takes the text out of a PDF in the order in which it is read.
//
// In go the bytes; out comes a [Document]: its text with one paragraph a block,
// the byte at which each page begins, and what the file says of itself. Lines
// are joined into paragraphs, words cut at a line's end are made whole, headers,
// footers and page numbers that return on every page are left out, and what was
// left out or mended is noted.
//
// The file is taken apart by PDFium, compiled to WebAssembly: it runs in a
// machine of its own that has no files, no network and at most 256 MiB, and is
// stopped after [Options].Timeout. A hostile file can break that machine and
// nothing else; each file gets a fresh one.
//
// It assumes that the file gives its text in reading order, as the common
// producers write it, columns one after the other. It recognises no letters in
// pictures: a scanned page has no text, and a file of nothing but such pages is
// refused. It keeps no table apart: a row becomes a line of words.
package pdf

import (
	"context"
	"errors"
	"io"
	"strings"
	"sync"
	"time"

	"github.com/klippa-app/go-pdfium"
	pdferrors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"

	"tocsin"
)

// Bounds of one file.
const (
	MaxPages       = 2000
	MaxChars       = 8 << 20         // characters of all pages
	maxMemoryPages = 4096            // of 64 KiB each: 256 MiB for the machine
	defaultTimeout = 3 * time.Minute // some 25 ms a page on an idle machine
)

// An Engine takes files apart. Making the machine takes some two seconds the
// first time; so keep one. It is safe for use by several goroutines, one file
// at a time. The zero value is ready; Close it.
type Engine struct {
	mu   sync.Mutex
	pool pdfium.Pool
}

// Options bound the work on one file. The zero value is usable.
type Options struct {
	Timeout time.Duration // 0 means three minutes
}

// A Document is what a PDF holds.
type Document struct {
	Text     string
	Pages    []int  // the byte of Text at which each page begins
	Title    string // as the file's properties or else its largest line give it
	Where    string // where the title was found
	Notes    []string
	Warnings []string
}

// Close gives back what the engine holds.
func (e *Engine) Close() error {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.pool == nil {
		return nil
	}
	err := e.pool.Close()
	e.pool = nil
	return err
}

// start makes the machine, which may read and write nothing outside itself.
func (e *Engine) start() error {
	if e.pool != nil {
		return nil
	}
	config := wazero.NewRuntimeConfig().WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).
		WithMemoryLimitPages(maxMemoryPages).WithCloseOnContextDone(true)
	ctx := experimental.WithMemoryAllocator(context.Background(), experimental.MemoryAllocatorFunc(newMemory))
	pool, err := webassembly.Init(webassembly.Config{Context: ctx, MaxIdle: 1, MaxTotal: 1, RuntimeConfig: config,
		FSConfig: wazero.NewFSConfig(), Stdout: io.Discard, Stderr: io.Discard})
	if err != nil {
		return tocsin.Errorf(tocsin.Internal, "", "the PDF reader does not start: %w", err)
	}
	e.pool = pool
	return nil
}

// Read takes the text out of a PDF. Its errors carry a code and say what to do.
func (e *Engine) Read(ctx context.Context, raw []byte, o Options) (doc Document, err error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if err := ctx.Err(); err != nil {
		return doc, err
	}
	if err := e.start(); err != nil {
		return doc, err
	}
	if o.Timeout == 0 {
		o.Timeout = defaultTimeout
	}
	ctx, cancel := context.WithTimeout(ctx, o.Timeout)
	defer cancel()
	machine, err := e.pool.GetInstanceWithContext(ctx)
	if err != nil {
		return doc, tocsin.Errorf(tocsin.Unavailable, "try again with less running", "the PDF reader cannot be started: %w", err)
	}
	pages, props, err := take(ctx, machine, raw)
	if err != nil {
		return doc, explain(ctx, err, o.Timeout)
	}
	return compose(pages, props)
}

// properties are the entries of a file's own description.
type properties map[string]string

// take runs the machine on one file and ends it, whatever happens in it.
func take(ctx context.Context, machine pdfium.Pdfium, raw []byte) (pages [][]char, props properties, err error) {
	stop := context.AfterFunc(ctx, func() { kill(machine) })
	defer func() {
		if r := recover(); r != nil {
			err = errBroken
		}
		if stop() {
			shut(machine)
		}
	}()
	doc, err := machine.OpenDocument(&requests.OpenDocument{File: &raw})
	if err != nil {
		return nil, nil, err
	}
	count, err := machine.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: doc.Document})
	if err != nil {
		return nil, nil, err
	}
	if count.PageCount > MaxPages {
		return nil, nil, tocsin.Errorf(tocsin.Invalid, "split it", "has %d pages; at most %d are read", count.PageCount, MaxPages)
	}
	props = describe(machine, doc.Document)
	total := 0
	for i := range count.PageCount {
		page, err := chars(machine, doc.Document, i)
		if err != nil {
			return nil, nil, err
		}
		if total += len(page); total > MaxChars {
			return nil, nil, tocsin.Errorf(tocsin.Invalid, "split it", "has more than %d characters", MaxChars)
		}
		pages = append(pages, page)
	}
	return pages, props, nil
}

// kill ends a machine that is still running, and shut one that has finished; a
// machine that a file has broken may panic once more.
func kill(machine pdfium.Pdfium) {
	defer func() { _ = recover() }()
	_ = machine.Kill()
}

func shut(machine pdfium.Pdfium) {
	defer func() { _ = recover() }()
	_ = machine.Close()
}

// chars are the characters of a page in the order of the file. A page that
// PDFium cannot make out is one without characters.
func chars(machine pdfium.Pdfium, doc references.FPDF_DOCUMENT, page int) ([]char, error) {
	got, err := machine.GetPageTextStructured(&requests.GetPageTextStructured{
		Page: requests.Page{ByIndex: &requests.PageByIndex{Document: doc, Index: page}},
		Mode: requests.GetPageTextStructuredModeChars, CollectFontInformation: true})
	if errors.Is(err, pdferrors.ErrPage) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	out := make([]char, 0, len(got.Chars))
	for _, c := range got.Chars {
		for _, r := range c.Text {
			ch := char{r: r, left: c.PointPosition.Left, right: c.PointPosition.Right, bottom: c.PointPosition.Bottom, angle: c.Angle}
			if c.FontInformation != nil {
				ch.size = c.FontInformation.Size
			}
			out = append(out, ch)
		}
	}
	return out, nil
}

func describe(machine pdfium.Pdfium, doc references.FPDF_DOCUMENT) properties {
	got, err := machine.GetMetaData(&requests.GetMetaData{Document: doc})
	if err != nil {
		return nil // a file need not describe itself
	}
	props := make(properties)
	for _, t := range got.Tags {
		if v := strings.Join(strings.Fields(clean(t.Value)), " "); v != "" {
			props[t.Tag] = v
		}
	}
	return props
}

var errBroken = errors.New("it breaks the PDF reader")

// explain says what a failure means and what to do.
func explain(ctx context.Context, err error, most time.Duration) error {
	if _, ok := errors.AsType[*tocsin.Error](err); ok {
		return err
	}
	const again = "open it in a viewer and print it to a new PDF, or give its text"
	switch {
	case errors.Is(ctx.Err(), context.DeadlineExceeded):
		return tocsin.Errorf(tocsin.Invalid, again, "takes longer than %v to take apart", most)
	case ctx.Err() != nil:
		return ctx.Err()
	case errors.Is(err, pdferrors.ErrPassword):
		return tocsin.Errorf(tocsin.Unsupported, "open it with its password and save it without one", "the PDF is locked with a password")
	case errors.Is(err, pdferrors.ErrSecurity):
		return tocsin.Errorf(tocsin.Unsupported, again, "the PDF is encrypted in a way that is not read here")
	case errors.Is(err, pdferrors.ErrFormat), errors.Is(err, pdferrors.ErrFile):
		return tocsin.Errorf(tocsin.Invalid, "fetch it again: it may be cut off", "the PDF is damaged")
	}
	// What else the machine says is a trace of its calls, of use to nobody.
	return tocsin.Errorf(tocsin.Invalid, again, "the PDF breaks or overfills the reader, which was stopped")
}
