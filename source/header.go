package source

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// A Header is the first line of a CSV: where each column stands, by name.
// Names are compared in lower case and without blanks around them.
type Header struct {
	Names   []string
	written []string // the names as the file has them
	line    int      // on which they stand; 0 where the file does not name them
	at      map[string]int
	csv     *CSV
}

// Header reads the first line. It must be called before Next, and fails with
// one error for a file that is no comma-separated table at all.
func (c *CSV) Header() (*Header, error) {
	if err := c.sniff(); err != nil {
		return nil, err
	}
	if c.dialect.Names != nil {
		return c.named(c.dialect.Names, 0), nil
	}
	if c.dialect.Sep == 0 {
		c.speak(Dialect{Sep: c.likelySep()})
	}
	row, bad, err := c.record()
	for err == nil && bad == nil && blank(row.Fields) {
		row, bad, err = c.record()
	}
	switch {
	case err == io.EOF:
		return nil, c.bad(0, "", "fetch or export it again", "holds nothing but empty lines")
	case err != nil:
		return nil, err
	case bad != nil:
		bad.Hint = "the first line must name the columns, separated by commas"
		return nil, bad
	}
	if n := len(row.Fields); n > maxColumns {
		return nil, c.bad(row.Line, "", "export only the columns that the dataset has", "has %d columns; at most %d are read", n, maxColumns)
	}
	whole := bytes.Join(row.Fields, []byte{','})
	if d := c.otherDelimiter(whole); d != "" {
		return nil, c.bad(row.Line, "", "save it with commas", "the columns are separated by %s", d)
	}
	if bytes.IndexByte(whole, '\r') >= 0 {
		return nil, c.bad(row.Line, "", "save it with the line ends of Unix or Windows", "the lines end with a carriage return alone")
	}
	var names, written []string
	for _, f := range row.Fields {
		written = append(written, strings.TrimSpace(string(f)))
		name := strings.ToLower(strings.TrimSpace(string(f)))
		if !utf8.ValidString(name) {
			return nil, c.bad(row.Line, "", "convert it with iconv -f WINDOWS-1252 -t UTF-8", "the column names are not UTF-8")
		}
		names = append(names, name)
	}
	h := c.named(names, row.Line)
	h.written = written
	return h, nil
}

// maxColumns is the most columns that a table may have. A wide table of deaths has
// one for each country; more than this is no table that anybody meant.
const maxColumns = 1024

// named makes the header of columns of those names; of two with one name the
// first counts.
func (c *CSV) named(names []string, line int) *Header {
	h := &Header{Names: names, at: make(map[string]int, len(names)), line: line, csv: c}
	for i, name := range names {
		if _, twice := h.at[name]; !twice {
			h.at[name] = i
		}
	}
	c.header = h
	return h
}

// sniff refuses files that begin like something else than a table, and passes
// over a byte order mark.
func (c *CSV) sniff() error {
	c.fill()
	if c.lo == c.hi && c.err != nil && c.err != io.EOF {
		return c.err
	}
	head := c.buf[c.lo:c.hi]
	if bytes.HasPrefix(head, []byte("\xef\xbb\xbf")) {
		c.lo += 3
		return nil
	}
	if kind, hint := Kind(head); kind != "" {
		return c.bad(0, "", hint, "is %s, not a comma-separated table", kind)
	}
	return nil
}

// Kind names what a file begins as where it is none of the text formats that
// are read, and what to do about it; "" where nothing speaks against it.
func Kind(head []byte) (kind, hint string) {
	trimmed := bytes.TrimLeft(head[:min(len(head), 512)], " \t\r\n")
	switch {
	case bytes.HasPrefix(head, []byte("\xff\xfe")), bytes.HasPrefix(head, []byte("\xfe\xff")):
		return "UTF-16 text", "save it as UTF-8"
	case bytes.HasPrefix(head, []byte("PK\x03\x04")):
		return "a zip archive or an Office file", "unpack it, or export it as CSV"
	case bytes.HasPrefix(head, []byte("%PDF")):
		return "a PDF", "give the table it was made from"
	case bytes.HasPrefix(head, []byte("SQLite format 3")):
		return "an SQLite database", "give the file it was imported from"
	case bytes.HasPrefix(head, []byte("PAR1")):
		return "a Parquet file", "export it as CSV"
	case bytes.HasPrefix(head, []byte("RDX")), bytes.HasPrefix(head, []byte("BZh")), bytes.HasPrefix(head, []byte("\xfd7zXZ")):
		return "a packed file", "unpack it; only gzip is unpacked here"
	case bytes.HasPrefix(trimmed, []byte("<")):
		return "a web page or XML", "download the file itself, not the page that links to it"
	case bytes.HasPrefix(trimmed, []byte("{")), bytes.HasPrefix(trimmed, []byte("[{")):
		return "JSON", "download the CSV"
	case bytes.IndexByte(head[:min(len(head), 8<<10)], 0) >= 0:
		return "a binary file", "export it as CSV in UTF-8"
	}
	return "", ""
}

// likelySep is what stands most often in the first line that holds anything:
// tab, semicolon, or else a comma.
func (c *CSV) likelySep() byte {
	first, _, _ := bytes.Cut(bytes.TrimLeft(c.buf[c.lo:c.hi], "\r\n"), []byte{'\n'})
	best := byte(',')
	for _, sep := range []byte{'\t', ';'} {
		if bytes.Count(first, []byte{sep}) > bytes.Count(first, []byte{best}) {
			best = sep
		}
	}
	return best
}

func sepName(sep byte) string {
	switch sep {
	case '\t':
		return "tab"
	case ';':
		return "semicolon"
	}
	return "comma"
}

// otherDelimiter names what a line is separated by where that is not a comma,
// in a file that should be comma-separated.
func (c *CSV) otherDelimiter(line []byte) string {
	if c.dialect.Sep != ',' {
		return ""
	}
	commas := bytes.Count(line, []byte{','})
	for _, d := range []struct{ sep, name string }{{";", "semicolons"}, {"\t", "tabs"}, {"|", "vertical bars"}} {
		if n := bytes.Count(line, []byte(d.sep)); n >= 2 && n > commas {
			return d.name
		}
	}
	return ""
}

// Written are the names as the file has them, for tables whose columns are
// values; nil where the file does not name them.
func (h *Header) Written() []string { return h.written }

// Has reports whether there is a column of that name.
func (h *Header) Has(name string) bool { _, ok := h.at[name]; return ok }

// Col returns where a column stands, the first of the names that there is, or
// -1.
func (h *Header) Col(names ...string) int {
	for _, n := range names {
		if i, ok := h.at[n]; ok {
			return i
		}
	}
	return -1
}

// Need fails where one of the columns is missing, and lists those found. A
// column with several names is written "low|low_death".
func (h *Header) Need(columns ...string) error {
	var missing []string
	for _, c := range columns {
		if h.Col(strings.Split(c, "|")...) < 0 {
			missing = append(missing, strings.ReplaceAll(c, "|", " or "))
		}
	}
	if len(missing) == 0 {
		return nil
	}
	hint := "export the file again with all its columns"
	if near := h.near(missing[0]); near != "" {
		hint = "is it the column " + near + "? then rename it"
	}
	what := "the column is missing"
	if len(missing) > 1 {
		what = "the columns are missing"
	}
	return h.csv.bad(max(1, h.line), strings.Join(missing, ", "), hint, "%s; found: %s", what, h.list())
}

// list names the columns, the first twenty of many.
func (h *Header) list() string {
	const most = 20
	if len(h.Names) <= most {
		return strings.Join(h.Names, ", ")
	}
	return fmt.Sprintf("%s and %d more", strings.Join(h.Names[:most], ", "), len(h.Names)-most)
}

// near finds a column whose name differs by little.
func (h *Header) near(name string) string {
	for _, n := range h.Names {
		if len(n) > 3 && len(n) < 64 && distance(n, name) <= 2 {
			return n
		}
	}
	return ""
}

// distance is the Levenshtein distance of two short names, in bytes.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		last := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := last
			if a[i] != b[j] {
				cost = 1 + min(last, row[j], row[j+1])
			}
			last, row[j+1] = row[j+1], cost
		}
	}
	return row[len(b)]
}

// Refuse refuses a file whose columns fit no format that is known; hint says
// what to give instead.
func (h *Header) Refuse(hint string) error {
	return h.csv.bad(max(1, h.line), "", hint, "the columns fit no format known here; found: %s", h.list())
}
