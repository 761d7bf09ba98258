package sourcetest

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"tocsin"
	"tocsin/source"
)

// MutatedRows is how many rows Mutated spoils.
const MutatedRows = 10_000

// A Layout is a table of good rows to be spoiled.
type Layout struct {
	Columns []string
	Sep     string                      // between fields; "" is a comma
	NoHead  bool                        // the file names no columns
	Tags    string                      // a second line that is no row, with its line end
	Row     func(i int) []string        // the fields of row i, each row with an id of its own
	Moves   map[string][]string         // the fields of the event that a column may move, apart from Flags
	Scaled  []string                    // fields that any column may move, since they are brought to another scale; Keep holds them
	Name    string                      // of the file; "" is in.csv
	Keep    func(tocsin.DataEvent) bool // what a kept event must satisfy besides; may be nil
}

// spoil is what a field is replaced with.
var spoil = []string{"", "NA", " ", "-1", "0", "2.5", "4.0", "1e+05", "1e5", "1e400", "NaN", "Inf", "-Inf", "0x10", "99999999999", "91", "-181", "45,5",
	"0025-08-10", "2020-02-30", "2020-13-01", "10/08/2020", "31 August 2020", "2020-08-10T00:00:00", "20200810", "x", "=1+1", "'", "a,b", "a;b", `say "no"`,
	"two\nlines", "\x00", "\xff\xfe", "١٢", "\u202egnp", "Ségou", "9", "TRUE", "NULL", "2147483648", "1", "2", "3", "<b>", strings.Repeat("long ", 2000)}

// Mutated spoils one thing in each of ten thousand rows and holds the reader to
// this: each row is kept or refused; a refused one is named with its line, its
// field and what to do; a kept one says what its fields say, and a change in
// one column has moved nothing that belongs to another.
func Mutated(t *testing.T, read Reader, l Layout) {
	t.Helper()
	r := rand.New(rand.NewPCG(2026, 11))
	rows := make([]mutant, MutatedRows)
	good := make([]mutant, MutatedRows)
	for i := range rows {
		rows[i], good[i] = l.mutate(r, i), mutant{fields: l.Row(i), col: -1}
	}
	before, _, _ := l.read(t, read, good)
	after, refused, s := l.read(t, read, rows)
	if len(before) != MutatedRows {
		t.Fatalf("%d of %d good rows were kept", len(before), MutatedRows)
	}
	if s.Rows != MutatedRows || s.Kept != len(after) || s.Kept+s.Refused != s.Rows {
		t.Errorf("%d rows = %d kept (%d came) + %d refused", s.Rows, s.Kept, len(after), s.Refused)
	}
	for i, m := range rows {
		if t.Failed() {
			return
		}
		ev, kept := after[i]
		bad := refused[i]
		switch {
		case kept == (bad != nil):
			t.Errorf("row %d, %s: kept %t, refused %v", i, m.says(l), kept, bad)
		case kept:
			if why := l.wrong(m, before[i], ev); why != "" {
				t.Errorf("row %d, %s: kept, but %s\n%+v", i, m.says(l), why, ev)
			}
		case bad.Hint == "" || bad.Pos.File == "" || m.how == "field" && bad.Pos.Field == "":
			t.Errorf("row %d, %s: refused without a place or a hint: %v", i, m.says(l), bad)
		}
	}
	t.Logf("%d spoiled rows: %d kept, %d refused", MutatedRows, s.Kept, s.Refused)
}

// A mutant is a row with one thing changed.
type mutant struct {
	fields []string
	how    string // field, drop, more, quote
	col    int
}

func (m mutant) says(l Layout) string {
	if m.how != "field" {
		return m.how
	}
	v := m.fields[m.col]
	return fmt.Sprintf("%s = %.40q", l.Columns[m.col], v)
}

func (l Layout) mutate(r *rand.Rand, i int) mutant {
	m := mutant{fields: l.Row(i), how: "field"}
	m.col = r.IntN(len(m.fields))
	switch n := r.IntN(100); {
	case n < 3:
		m.how, m.fields = "drop", slices.Delete(m.fields, m.col, m.col+1)
	case n < 6:
		m.how, m.fields = "more", slices.Insert(m.fields, m.col, "x")
	case n < 9 && l.Sep == "":
		m.how = "quote"
	case n < 20 && m.fields[m.col] != "": // one byte of the field
		b := []byte(m.fields[m.col])
		const odd = "0123456789.-eNA \xe9;"
		b[r.IntN(len(b))] = odd[r.IntN(len(odd))]
		m.fields[m.col] = string(b)
	default:
		m.fields[m.col] = spoil[r.IntN(len(spoil))]
		if i < 200 { // a zero byte at the beginning tells a binary file
			m.fields[m.col] = strings.ReplaceAll(m.fields[m.col], "\x00", "x")
		}
	}
	return m
}

// line writes the row; a quote in front of a field is never closed.
func (m mutant) line(l Layout) string {
	out := make([]string, len(m.fields))
	for i, f := range m.fields {
		switch {
		case l.Sep != "":
			f = strings.NewReplacer(l.Sep, " ", "\n", " ").Replace(f)
			m.fields[i] = f
		case m.how == "quote" && i == m.col:
			f = `"x` + f
		case strings.ContainsAny(f, "\",\n\r"):
			f = `"` + strings.ReplaceAll(f, `"`, `""`) + `"`
		}
		out[i] = f
	}
	sep := l.Sep
	if sep == "" {
		sep = ","
	}
	return strings.Join(out, sep) + "\n"
}

// read imports the rows and finds out what became of each.
func (l Layout) read(t *testing.T, read Reader, rows []mutant) (map[int]tocsin.DataEvent, map[int]*tocsin.Error, source.Summary) {
	t.Helper()
	var b strings.Builder
	if !l.NoHead {
		b.WriteString(mutant{fields: slices.Clone(l.Columns)}.line(l))
	}
	b.WriteString(l.Tags)
	at := map[int]int{} // row by its first line
	line := 1 + strings.Count(b.String(), "\n")
	for i, m := range rows {
		at[line] = i
		text := m.line(l)
		line += strings.Count(text, "\n")
		b.WriteString(text)
	}
	name := l.Name
	if name == "" {
		name = "in.csv"
	}
	// Events come in the order of the rows and problems know theirs: each event
	// belongs to the next row that was not refused.
	var events []tocsin.DataEvent
	s, err := read(context.Background(), name, bytes.NewReader([]byte(b.String())), source.Options{MaxProblems: 2 * len(rows)}, func(ev tocsin.DataEvent) error {
		events = append(events, ev)
		return nil
	})
	if err != nil || s.Broken != nil {
		t.Fatal(err, s.Broken)
	}
	refused := map[int]*tocsin.Error{}
	for _, p := range s.Problems {
		i, ok := at[p.Pos.Line]
		if !ok {
			t.Fatalf("%v is not where a row begins", p)
		}
		refused[i] = p
	}
	kept := map[int]tocsin.DataEvent{}
	next := 0
	for i := range rows {
		if refused[i] == nil && next < len(events) {
			kept[i] = events[next]
			next++
		}
	}
	if next != len(events) {
		t.Fatalf("%d events for %d rows that were not refused", len(events), next)
	}
	return kept, refused, s
}

// wrong says what is not right about the event of a spoiled row; "" for nothing.
func (l Layout) wrong(m mutant, was, is tocsin.DataEvent) string {
	if m.how == "drop" || m.how == "more" {
		return "it has another number of fields"
	}
	if is.From.IsZero() || is.To < is.From || is.Lat < -90 || is.Lat > 90 || is.Lon < -180 || is.Lon > 180 || !tocsin.Finite(is.Lat) || is.ID == "" {
		return "it breaks a rule that always holds"
	}
	if l.Keep != nil && !l.Keep(is) {
		return "it breaks a rule of its format"
	}
	if m.how != "field" {
		return ""
	}
	may := l.Moves[l.Columns[m.col]]
	a, b := reflect.ValueOf(was), reflect.ValueOf(is)
	for k := range a.NumField() {
		field := a.Type().Field(k).Name
		if field == "Flags" || slices.Contains(l.Scaled, field) || reflect.DeepEqual(a.Field(k).Interface(), b.Field(k).Interface()) {
			continue
		}
		if !slices.Contains(may, field) {
			return "it moved " + field
		}
		if !means(b.Field(k).Interface(), m.fields[m.col]) {
			return fmt.Sprintf("%s is not what the field says", field)
		}
	}
	return ""
}

// means reports whether a value of an event can be what a field says, by ways
// of reading of its own.
func means(value any, field string) bool {
	if field = strings.TrimFunc(field, func(r rune) bool { return r <= ' ' }); field == "" || field == "NA" {
		return true // not given: left out, or said elsewhere
	}
	switch v := value.(type) {
	case tocsin.Date:
		for _, layout := range []string{"2006-01-02", "2006/01/02", "20060102", "2 January 2006", "02-01-2006", "2/1/2006"} {
			for _, text := range []string{field, field[:min(len(field), 10)]} { // a time of day may follow
				if d, err := time.Parse(layout, text); err == nil && d.Format("2006-01-02") == v.String() {
					return true
				}
			}
		}
		n, err := strconv.ParseFloat(field, 64) // a part of a date
		return err == nil && (int(n) == v.Year() || int(n) == int(v.Month()) || int(n) == v.Day())
	case *int:
		if v == nil {
			return true // what is not known may be left out
		}
		n, err := strconv.ParseFloat(field, 64)
		return err == nil && n == float64(*v)
	case int:
		n, err := strconv.ParseFloat(field, 64)
		return v == 0 || err == nil && n == float64(v)
	case float64:
		n, err := strconv.ParseFloat(field, 64)
		return v == 0 || err == nil && n == v
	}
	return true // words: which field moved is what is held
}
