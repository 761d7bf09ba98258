package gazetteer

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"tocsin"
)

// Summary counts what a reader did with a file: Rows = Kept + Refused. Problems
// holds the first MaxProblems refusals; a file that broke off has one more, for
// the place where it did, which is not counted as a row.
type Summary struct {
	File                string
	Rows, Kept, Refused int
	Problems            []*tocsin.Error
	Broken              bool // reading stopped before the end of the file
}

// MaxProblems is how many refusals a Summary spells out.
const MaxProblems = 20

// maxLine is the longest line of a dump, in bytes. The longest row of GeoNames
// has some 20,000; anything beyond a megabyte is no row.
const maxLine = 1 << 20

// columns are the fields of a GeoNames country dump, in their order.
var columns = [19]string{"geonameid", "name", "asciiname", "alternatenames", "latitude", "longitude", "feature class",
	"feature code", "country code", "cc2", "admin1 code", "admin2 code", "admin3 code", "admin4 code", "population",
	"elevation", "dem", "timezone", "modification date"}

const opPlaces = "read places"

// ReadGeoNames reads a GeoNames country dump (19 columns, tab-separated, no
// header), plain or gzip, whatever its name. A bad row is refused with its line
// and field, and the good rows are kept; the names of first- and second-level
// units are taken from the dump's own rows for them. It returns an error only
// where nothing could be kept, or r itself failed at once.
func ReadGeoNames(name string, r io.Reader) ([]Place, Summary, error) {
	d := &dump{sum: Summary{File: name}, seen: map[string]int{}}
	in, err := plain(r)
	if err != nil {
		return nil, d.sum, d.fail(1, err)
	}
	for !d.sum.Broken {
		line, long, err := readLine(in)
		if err != nil && err != io.EOF {
			d.broke(err)
			break
		}
		if err == io.EOF && len(line) == 0 && !long {
			break
		}
		d.line++
		d.row(line, long)
		if err == io.EOF {
			break
		}
	}
	d.nameUnits()
	return d.places, d.sum, d.verdict()
}

// plain undoes gzip, which it knows by its first two bytes.
func plain(r io.Reader) (*bufio.Reader, error) {
	raw := &metered{r: r}
	in := bufio.NewReaderSize(raw, 1<<16)
	head, err := in.Peek(2)
	if err != nil && err != io.EOF {
		return nil, err
	}
	if !bytes.Equal(head, []byte{0x1f, 0x8b}) {
		return in, nil
	}
	z, err := gzip.NewReader(in)
	if err != nil {
		return nil, err
	}
	return bufio.NewReaderSize(&bounded{r: z, in: raw}, 1<<16), nil
}

// readLine returns one line without its end. A line over maxLine is read past
// and reported as long, without being held in memory.
func readLine(in *bufio.Reader) (line []byte, long bool, err error) {
	for {
		part, err := in.ReadSlice('\n')
		if len(line)+len(part) > maxLine {
			long, line = true, nil
		}
		if !long {
			line = append(line, part...)
		}
		if err == bufio.ErrBufferFull {
			continue
		}
		return bytes.TrimRight(line, "\r\n"), long, err
	}
}

// dump is one reading of one file.
type dump struct {
	sum    Summary
	line   int
	places []Place
	seen   map[string]int // ID to line
}

func (d *dump) row(line []byte, long bool) {
	if !long && len(bytes.TrimSpace(line)) == 0 {
		return
	}
	d.sum.Rows++
	p, bad := d.parse(line, long)
	if bad != nil {
		d.sum.Refused++
		if len(d.sum.Problems) < MaxProblems {
			bad.Op = opPlaces
			bad.Pos.File, bad.Pos.Line = d.sum.File, d.line
			d.sum.Problems = append(d.sum.Problems, bad)
		}
		return
	}
	d.seen[p.ID] = d.line
	d.sum.Kept++
	d.places = append(d.places, p)
}

func refuse(col int, hint, format string, args ...any) *tocsin.Error {
	e := tocsin.Errorf(tocsin.Invalid, hint, format, args...)
	if col >= 0 {
		e.Pos.Field = columns[col]
	}
	return e
}

func (d *dump) parse(line []byte, long bool) (Place, *tocsin.Error) {
	if long {
		return Place{}, refuse(-1, "check that the file has one place a line", "line is longer than %d bytes", maxLine)
	}
	f := strings.Split(string(line), "\t")
	if len(f) != len(columns) {
		return Place{}, refuse(-1, shapeHint(line, len(f)), "%d columns, want %d", len(f), len(columns))
	}
	for i, s := range f {
		if !utf8.ValidString(s) {
			return Place{}, refuse(i, "convert the file to UTF-8 (iconv -f latin1 -t utf-8)", "not UTF-8: %q", clip(s))
		}
	}
	id, err := strconv.ParseUint(f[0], 10, 32)
	if err != nil || id == 0 {
		return Place{}, refuse(0, "give the GeoNames number, digits only", "not a number: %q", clip(f[0]))
	}
	p := Place{ID: "geonames:" + strconv.FormatUint(id, 10), Name: f[1], Class: f[6], Code: f[7], Country: f[8], Admin1: f[10], Admin2: f[11]}
	if n, twice := d.seen[p.ID]; twice {
		return Place{}, refuse(0, "keep one of the two rows", "%s is also in line %d", f[0], n)
	}
	if strings.TrimSpace(p.Name) == "" {
		return Place{}, refuse(1, "give the place a name", "empty")
	}
	if f[2] != f[1] {
		p.ASCII = f[2]
	}
	if f[3] != "" {
		p.Alt = strings.Split(f[3], ",")
	}
	if p.Lat, err = degrees(f[4], 90); err != nil {
		return Place{}, refuse(4, "give decimal degrees between -90 and 90", "%w", err)
	}
	if p.Lon, err = degrees(f[5], 180); err != nil {
		return Place{}, refuse(5, "give decimal degrees between -180 and 180", "%w", err)
	}
	if len(p.Class) > 1 || len(p.Class) == 1 && !strings.Contains("AHLPRSTUV", p.Class) {
		return Place{}, refuse(6, "give one of A H L P R S T U V", "not a feature class: %q", clip(p.Class))
	}
	if p.Country != "" && (len(p.Country) != 2 || strings.ToUpper(p.Country) != p.Country) {
		return Place{}, refuse(8, "give the two-letter code, as ML", "not a country code: %q", clip(p.Country))
	}
	if f[14] != "" {
		if p.Population, err = strconv.ParseInt(f[14], 10, 64); err != nil || p.Population < 0 {
			return Place{}, refuse(14, "give a whole number, or 0 where unknown", "not a population: %q", clip(f[14]))
		}
	}
	return p, nil
}

func degrees(s string, limit float64) (float64, error) {
	x, err := strconv.ParseFloat(s, 64)
	if err != nil || math.IsNaN(x) {
		return 0, fmt.Errorf("not a number: %q", clip(s))
	}
	if x < -limit || x > limit {
		return 0, fmt.Errorf("%s is off the Earth", clip(s))
	}
	return x, nil
}

// shapeHint says what may be wrong with a line of another number of columns.
func shapeHint(line []byte, n int) string {
	for _, sep := range []string{";", ",", "|"} {
		if n < 3 && bytes.Count(line, []byte(sep)) >= 8 {
			return fmt.Sprintf("separate the columns with tabs, not with %q", sep)
		}
	}
	return "give the 19 columns of a GeoNames country dump, separated by tabs"
}

func clip(s string) string {
	if len(s) > 40 {
		return s[:40] + "…"
	}
	return s
}

// broke records that the file could not be read to its end.
func (d *dump) broke(err error) {
	d.sum.Broken = true
	d.sum.Problems = append(d.sum.Problems, d.fail(d.line+1, err))
}

func (d *dump) fail(line int, err error) *tocsin.Error {
	e := &tocsin.Error{Code: tocsin.Invalid, Op: opPlaces, Pos: tocsin.Pos{File: d.sum.File, Line: line}, Err: err,
		Hint: "check that the file can be read"}
	switch {
	case errors.Is(err, errBomb):
		e.Hint = "do not unpack it; fetch the file from its publisher"
	case strings.Contains(err.Error(), "is a directory"):
		e.Pos.Line = 0
		e.Hint = "name a file, not a folder"
	case errors.Is(err, io.ErrUnexpectedEOF):
		e.Err = fmt.Errorf("the gzip file ends early: %w", err)
		e.Hint = "fetch the file again; the rows before this line were kept"
	case errors.Is(err, gzip.ErrHeader), errors.Is(err, gzip.ErrChecksum):
		e.Hint = "fetch the file again"
	}
	return e
}

// verdict is the error of a file of which nothing could be kept.
func (d *dump) verdict() error {
	if d.sum.Kept > 0 {
		return nil
	}
	if len(d.sum.Problems) > 0 {
		first := *d.sum.Problems[0]
		if d.sum.Refused > 1 {
			first.Err = fmt.Errorf("%w (and so on: none of %d rows can be kept)", first.Err, d.sum.Rows)
		}
		return &first
	}
	return &tocsin.Error{Code: tocsin.Invalid, Op: opPlaces, Pos: tocsin.Pos{File: d.sum.File}, Err: errors.New("the file is empty"),
		Hint: "give a GeoNames country dump, such as ML.txt or ML.txt.gz"}
}

// nameUnits writes the names of the dump's own ADM1 and ADM2 rows beside the
// codes of all its places. Villages may carry codes of an older division than
// the units: such a village gets the name of the old unit, if the dump has it.
func (d *dump) nameUnits() {
	one, two := map[string]string{}, map[string]string{}
	for i := range d.places {
		p := &d.places[i]
		if p.Class != "A" {
			continue
		}
		switch p.Code {
		case "ADM1":
			one[p.Country+"."+p.Admin1] = p.Name
		case "ADM2":
			two[p.Country+"."+p.Admin1+"."+p.Admin2] = p.Name
		}
	}
	for i := range d.places {
		p := &d.places[i]
		if p.Admin1 == "" {
			continue
		}
		p.Admin1Name = one[p.Country+"."+p.Admin1]
		if p.Admin2 != "" {
			p.Admin2Name = two[p.Country+"."+p.Admin1+"."+p.Admin2]
		}
	}
}
