package source

import (
	"bytes"
	"fmt"
	"io"
	"unicode/utf8"

	"tocsin"
)

// MaxRecord is the longest CSV record that is read, in bytes. Longer ones are
// passed over without being held in memory.
const MaxRecord = 1 << 20

// maxUnbalanced bounds how often a record is given up because its quote never
// closes within MaxRecord, so that a hostile file cannot make the reader scan
// the same megabyte for each of its lines.
const maxUnbalanced = 100

// A CSV reads records, comma-separated unless its dialect says otherwise, and goes on after a bad one. Quoted
// fields may hold newlines; a quote that opens and never closes costs its own
// line and no other.
type CSV struct {
	name       string
	dialect    Dialect
	stops      string // what ends a field that is not quoted
	r          io.Reader
	buf        []byte
	lo, hi     int
	err        error // what the reader ended with
	line       int   // number of the line that begins at lo
	unbalanced int
	scratch    []byte
	row        Row
	header     *Header
}

// A Row is one record. Its fields are valid until the next one is read.
type Row struct {
	Line   int // the line on which the record begins, from 1
	Fields [][]byte
	csv    *CSV
}

// NewCSV reads r, which is named name in messages.
func NewCSV(name string, r io.Reader) *CSV {
	return newCSV(name, r, Dialect{Sep: ','})
}

func newCSV(name string, r io.Reader, d Dialect) *CSV {
	c := &CSV{name: name, r: r, buf: make([]byte, 64<<10), line: 1}
	c.speak(d)
	return c
}

func (c *CSV) speak(d Dialect) { c.dialect, c.stops = d, string([]byte{d.Sep, '\n'}) }

// Next returns the next record, or bad for one that cannot be read as such; err
// is io.EOF at the end, and otherwise says that reading cannot go on.
func (c *CSV) Next() (row *Row, bad *tocsin.Error, err error) {
	for {
		row, bad, err := c.record()
		if err != nil || bad != nil {
			return nil, bad, err
		}
		if blank(row.Fields) {
			continue
		}
		if bad := c.notUTF8(row); bad != nil {
			return nil, bad, nil
		}
		if c.header != nil && len(row.Fields) != len(c.header.Names) {
			return nil, c.wrongWidth(row), nil
		}
		return row, nil, nil
	}
}

func blank(fields [][]byte) bool {
	for _, f := range fields {
		if len(f) > 0 {
			return false
		}
	}
	return true
}

// notUTF8 refuses a row for its first field that is not UTF-8.
func (c *CSV) notUTF8(row *Row) *tocsin.Error {
	for i, f := range row.Fields {
		if !utf8.Valid(f) {
			return row.Fail(i, "it looks like Windows-1252 or Latin-1: convert it with iconv -f WINDOWS-1252 -t UTF-8",
				"not UTF-8: %q", clip(f))
		}
	}
	return nil
}

func (c *CSV) wrongWidth(row *Row) *tocsin.Error {
	hint := "mend the line: a " + sepName(c.dialect.Sep) + " inside a field needs quotes around the field"
	if c.dialect.Plain {
		hint = "mend the line, or fetch the file again"
	}
	if d := c.otherDelimiter(bytes.Join(row.Fields, []byte(","))); d != "" && len(row.Fields) == 1 {
		hint = "this line is separated by " + d + "; use commas as in the header"
	}
	return c.bad(row.Line, "", hint, "has %s, the header %d", plural(len(row.Fields), "field"), len(c.header.Names))
}

func (c *CSV) bad(line int, field, hint, format string, args ...any) *tocsin.Error {
	return &tocsin.Error{Code: tocsin.Invalid, Pos: tocsin.Pos{File: c.name, Line: line, Field: field},
		Hint: hint, Err: fmt.Errorf(format, args...)}
}

// Fail makes the error that refuses the row because of field i.
func (r *Row) Fail(i int, hint, format string, args ...any) *tocsin.Error {
	field := ""
	if h := r.csv.header; h != nil && i >= 0 && i < len(h.Names) {
		field = h.Names[i]
	}
	return r.csv.bad(r.Line, field, hint, format, args...)
}

const (
	closeQuote   = "close the quote, or write it twice where it is part of the text"
	doubleQuotes = "a quote inside a quoted field is written twice"
)

// outcome is what split found.
type outcome int

const (
	complete outcome = iota
	more             // the record does not end within the bytes given
	moreQuoted
	afterQuote
)

// record reads one physical record.
func (c *CSV) record() (*Row, *tocsin.Error, error) {
	for {
		if c.lo == c.hi && !c.fill() {
			return nil, nil, c.err
		}
		line, eof := c.line, c.err == io.EOF
		n, how := c.split(c.buf[c.lo:c.hi], eof)
		switch {
		case how == complete:
			c.advance(n)
			c.row.Line, c.row.csv = line, c
			return &c.row, nil, nil
		case how == afterQuote:
			what, hint := "text after a closing quote", doubleQuotes
			if bytes.IndexByte(c.buf[c.lo:c.lo+n], '\n') >= 0 { // it was another line's quote that closed it
				what, hint = "a quote is opened and not closed", closeQuote
			}
			c.skipLine()
			return nil, c.bad(line, "", hint, "%s", what), nil
		case c.hi-c.lo >= MaxRecord:
			return c.tooLong(line, how)
		case !c.fill():
			if c.err != io.EOF {
				return nil, nil, c.err // the cut-off record is no row
			}
			if !eof {
				continue // now known to be the last record
			}
			c.skipLine()
			return nil, c.bad(line, "", closeQuote, "a quote is opened and not closed"), nil
		}
	}
}

// tooLong passes over a line that is longer than MaxRecord, or over the first
// line of a record whose quote does not close within that.
func (c *CSV) tooLong(line int, how outcome) (*Row, *tocsin.Error, error) {
	if how == moreQuoted && bytes.IndexByte(c.buf[c.lo:c.hi], '\n') >= 0 {
		if c.unbalanced++; c.unbalanced > maxUnbalanced {
			return nil, nil, c.bad(line, "", "export the file again", "quotes do not balance in more than %d places", maxUnbalanced)
		}
		c.skipLine()
		return nil, c.bad(line, "", closeQuote, "a quote is opened and not closed within %d MiB", MaxRecord>>20), nil
	}
	c.skipLine()
	return nil, c.bad(line, "", "the line ends are lost, or it is not a table: export it again",
		"a line longer than %d MiB", MaxRecord>>20), nil
}

// skipLine moves behind the next newline, however far off.
func (c *CSV) skipLine() {
	for {
		if i := bytes.IndexByte(c.buf[c.lo:c.hi], '\n'); i >= 0 {
			c.lo += i + 1
			c.line++
			return
		}
		c.lo = c.hi
		if !c.fill() {
			return
		}
	}
}

func (c *CSV) advance(n int) {
	c.line += bytes.Count(c.buf[c.lo:c.lo+n], []byte{'\n'})
	c.lo += n
}

// fill reads more behind what is there and reports whether anything came.
func (c *CSV) fill() bool {
	if c.err != nil {
		return false
	}
	if c.lo > 0 {
		copy(c.buf, c.buf[c.lo:c.hi])
		c.hi -= c.lo
		c.lo = 0
	}
	if c.hi == len(c.buf) {
		c.buf = append(c.buf, make([]byte, len(c.buf))...)
	}
	n, err := io.ReadFull(c.r, c.buf[c.hi:])
	c.hi += n
	if err == io.ErrUnexpectedEOF {
		err = io.EOF
	}
	c.err = err
	return n > 0
}

// split cuts the first record of b into c.row.Fields and returns its length
// with the newline, or for afterQuote how far it came.
func (c *CSV) split(b []byte, eof bool) (int, outcome) {
	end := bytes.IndexByte(b, '\n')
	n := end + 1
	if end < 0 {
		end, n = len(b), len(b)
	}
	c.row.Fields = c.row.Fields[:0]
	if !c.dialect.Plain && bytes.IndexByte(b[:end], '"') >= 0 {
		return c.splitQuoted(b, eof)
	}
	if n == end && !eof {
		return 0, more
	}
	line := bytes.TrimSuffix(b[:end], []byte{'\r'})
	for {
		i := bytes.IndexByte(line, c.dialect.Sep)
		if i < 0 {
			c.row.Fields = append(c.row.Fields, line)
			return n, complete
		}
		c.row.Fields = append(c.row.Fields, line[:i])
		line = line[i+1:]
	}
}

func (c *CSV) splitQuoted(b []byte, eof bool) (int, outcome) {
	c.scratch = c.scratch[:0]
	pos := 0
	for {
		field, next, how := c.field(b, pos, eof)
		if how != complete {
			return next, how
		}
		c.row.Fields = append(c.row.Fields, field)
		switch {
		case next == len(b): // the end of the file
			return next, complete
		case b[next] == '\n':
			return next + 1, complete
		case b[next] == '\r':
			return next + 2, complete
		}
		pos = next + 1
	}
}

// field reads the field at pos and returns where it is followed by a separator, a
// line end or the end of the file.
func (c *CSV) field(b []byte, pos int, eof bool) (field []byte, next int, how outcome) {
	if pos == len(b) || b[pos] != '"' {
		i := bytes.IndexAny(b[pos:], c.stops)
		if i < 0 {
			if !eof {
				return nil, 0, more
			}
			return bytes.TrimSuffix(b[pos:], []byte{'\r'}), len(b), complete
		}
		field := b[pos : pos+i]
		if b[pos+i] == '\n' {
			field = bytes.TrimSuffix(field, []byte{'\r'})
		}
		return field, pos + i, complete
	}
	from, escaped := pos+1, false
	at := from
	for {
		i := bytes.IndexByte(b[at:], '"')
		if i < 0 {
			return nil, 0, moreQuoted
		}
		at += i
		if at+1 < len(b) && b[at+1] == '"' {
			escaped = true
			at += 2
			continue
		}
		break
	}
	field = b[from:at]
	if escaped {
		field = c.unescape(field)
	}
	at++
	switch {
	case at == len(b) || b[at] == '\r' && at+1 == len(b):
		if !eof {
			return nil, 0, moreQuoted
		}
		return field, len(b), complete
	case b[at] == c.dialect.Sep, b[at] == '\n', b[at] == '\r' && b[at+1] == '\n':
		return field, at, complete
	}
	return nil, at, afterQuote
}

// unescape halves doubled quotes, in the scratch buffer: the record itself may
// have to be read again.
func (c *CSV) unescape(field []byte) []byte {
	from := len(c.scratch)
	for {
		i := bytes.IndexByte(field, '"')
		if i < 0 {
			c.scratch = append(c.scratch, field...)
			break
		}
		c.scratch = append(c.scratch, field[:i+1]...)
		field = field[i+2:]
	}
	return c.scratch[from:len(c.scratch):len(c.scratch)]
}

// clip shortens bytes for a message.
func clip(b []byte) string {
	const most = 60
	if len(b) <= most {
		return string(b)
	}
	for n := most; n > most-utf8.UTFMax; n-- {
		if utf8.RuneStart(b[n]) {
			return string(b[:n]) + "…"
		}
	}
	return string(b[:most]) + "…"
}

func plural(n int, word string) string {
	if n == 1 {
		return "1 " + word
	}
	return fmt.Sprintf("%d %ss", n, word)
}
