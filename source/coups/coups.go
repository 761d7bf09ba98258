// Package coups reads lists of coups d'état: the Cline Center's Coup d'État
// Project, Powell and Thyne's list of events, and Colpus.
//
// In goes a CSV file, plain or gzip; which list it is shows in its header. Out
// comes one [tocsin.DataEvent] a row, with Act "coup", the class (realised,
// attempted, conspiracy), the outcome and the country as the list writes it.
// The lists differ on dates and on what counts as a coup. They are kept side by
// side under their own names and never joined.
//
// It knows no place finer than the country and no numbers of deaths. What lies
// after a list's last entry is unknown, not quiet: Coverage says where it ends.
package coups

import (
	"context"
	"fmt"
	"io"
	"regexp"
	"strings"

	"tocsin"
	"tocsin/source"
)

// The names under which the lists are kept.
const (
	Cline       = "cline"
	PowellThyne = "powell-thyne"
	Colpus      = "colpus"
)

// The classes of an entry.
const (
	Realised   = "realised"   // the government fell
	Attempted  = "attempted"  // carried out, and failed
	Conspiracy = "conspiracy" // planned, and found out before it was carried out
)

// The flags of entries that are kept although something about them is odd.
const (
	FlagAmbiguous    = "ambiguous"      // Colpus: not clear that it was a coup
	FlagStaged       = "staged"         // Colpus: perhaps staged by the government
	FlagContradicted = "class_disputed" // Cline: event_type and the column realized disagree
	FlagSameDay      = "same_day"       // Powell–Thyne: another entry of the same country and day, numbered apart
	FlagYearOff      = "year_differs"   // Colpus: the year column is not the year of the date
	FlagRewritten    = "id_rewritten"   // an id written as 7e+10, read without loss
)

// Read hands every good row of a coup list to keep. See [source.Import] for the
// errors.
func Read(ctx context.Context, name string, r io.Reader, o source.Options, keep func(tocsin.DataEvent) error) (source.Summary, error) {
	return source.Import(ctx, name, r, o, &format{pool: source.Pool{}, days: map[string]int{}, countries: map[string]bool{}}, keep)
}

// format is one list being read.
type format struct {
	list string
	cols map[string]int

	pool      source.Pool
	ev        tocsin.DataEvent
	days      map[string]int // Powell–Thyne: entries by country and day
	countries map[string]bool
	version   string // Powell–Thyne: of the last row
}

// layouts names the columns by which a list is told, and those it needs.
var layouts = []struct {
	list  string
	signs []string
	need  []string
	title string
}{
	{Cline, []string{"coup_id", "event_type", "realized"}, []string{"coup_id", "country", "year", "month", "day", "event_type"},
		"the Cline list (coup_id, country, year, month, day, event_type, ...)"},
	{PowellThyne, []string{"coup", "ccode", "month"}, []string{"country", "ccode", "year", "month", "day", "coup"},
		"the Powell–Thyne events (country, ccode, year, month, day, coup)"},
	{Colpus, []string{"statenme", "success", "gwf_casename"}, []string{"id", "date", "statenme", "success"},
		"Colpus (id, date, statenme, success, ...)"},
}

// Header implements source.Format. The list is the one with most signs, so that
// a file that lacks a column is told what list it was taken for and which column
// that is.
func (f *format) Header(h *source.Header) error {
	if h.Has("pt_attempt") {
		return h.Refuse("give the list of events: this one counts coups for each country and year and has no dates")
	}
	best, most := -1, 1
	var titles []string
	for i, l := range layouts {
		titles = append(titles, l.title)
		hits := 0
		for _, sign := range l.signs {
			if h.Has(sign) {
				hits++
			}
		}
		if hits > most {
			best, most = i, hits
		}
	}
	if best < 0 {
		return h.Refuse("give " + strings.Join(titles, ", or "))
	}
	f.list, f.cols = layouts[best].list, map[string]int{}
	for i, name := range h.Names {
		f.cols[name] = i
	}
	return h.Need(layouts[best].need...)
}

// col is where a column stands, or -1.
func (f *format) col(name string) int {
	if i, ok := f.cols[name]; ok {
		return i
	}
	return -1
}

// Event implements source.Format.
func (f *format) Event(row *source.Row) (*tocsin.DataEvent, *tocsin.Error) {
	f.ev = tocsin.DataEvent{Dataset: f.list, Act: "coup"}
	read := f.cline
	switch f.list {
	case PowellThyne:
		read = f.powellThyne
	case Colpus:
		read = f.colpus
	}
	if err := read(row, &f.ev); err != nil {
		return nil, err
	}
	f.ev.To = f.ev.From
	f.countries[f.ev.Country] = true
	return &f.ev, nil
}

func flag(ev *tocsin.DataEvent, name string) { ev.Flags = append(ev.Flags, name) }

// country reads the country as the list writes it.
func (f *format) country(row *source.Row, ev *tocsin.DataEvent, name string) *tocsin.Error {
	if ev.Country = f.pool.String(row.Bytes(f.col(name))); ev.Country == "" {
		return row.Fail(f.col(name), "give the country", "missing")
	}
	return nil
}

// published reads the id the list itself gives.
func (f *format) published(row *source.Row, ev *tocsin.DataEvent, name string) *tocsin.Error {
	id, rewritten, err := row.ID(f.col(name))
	if err != nil {
		return err
	}
	ev.ID = f.list + ":" + id
	if rewritten {
		flag(ev, FlagRewritten)
	}
	return nil
}

func (f *format) cline(row *source.Row, ev *tocsin.DataEvent) (err *tocsin.Error) {
	if err = f.published(row, ev, "coup_id"); err != nil {
		return err
	}
	if err = f.country(row, ev, "country"); err != nil {
		return err
	}
	if ev.From, err = row.YMD(f.col("year"), f.col("month"), f.col("day")); err != nil {
		return err
	}
	switch kind := row.Bytes(f.col("event_type")); string(kind) {
	case "coup":
		ev.Class, ev.Outcome = Realised, "succeeded"
	case "attempted":
		ev.Class, ev.Outcome = Attempted, "failed"
	case "conspiracy":
		ev.Class, ev.Outcome = Conspiracy, "failed"
	default:
		return row.Fail(f.col("event_type"), "write coup, attempted or conspiracy", "not a type of event: %q", kind)
	}
	if said := row.Bytes(f.col("realized")); said != nil && (string(said) == "1") != (ev.Class == Realised) {
		flag(ev, FlagContradicted)
	}
	return nil
}

func (f *format) powellThyne(row *source.Row, ev *tocsin.DataEvent) (err *tocsin.Error) {
	if err = f.country(row, ev, "country"); err != nil {
		return err
	}
	if ev.From, err = row.YMD(f.col("year"), f.col("month"), f.col("day")); err != nil {
		return err
	}
	code, _, err := row.ID(f.col("ccode"))
	if err != nil {
		return err
	}
	if err = success(row, f.col("coup"), "2", "1", ev); err != nil {
		return err
	}
	ev.ID = fmt.Sprintf("%s:%s-%s", PowellThyne, code, ev.From)
	f.days[ev.ID]++
	if n := f.days[ev.ID]; n > 1 {
		ev.ID = fmt.Sprintf("%s#%d", ev.ID, n)
		flag(ev, FlagSameDay)
	}
	if v := row.Bytes(f.col("version")); v != nil {
		f.version = f.pool.String(v)
	}
	return nil
}

func (f *format) colpus(row *source.Row, ev *tocsin.DataEvent) (err *tocsin.Error) {
	if err = f.published(row, ev, "id"); err != nil {
		return err
	}
	if err = f.country(row, ev, "statenme"); err != nil {
		return err
	}
	if ev.From, err = row.Day(f.col("date")); err != nil {
		return err
	}
	if err = success(row, f.col("success"), "1", "2", ev); err != nil {
		return err
	}
	ev.Conflict = f.pool.String(row.Bytes(f.col("gwf_casename")))
	var year int
	if ok, err := row.Int(f.col("year"), &year); err != nil {
		return err
	} else if ok && year != ev.From.Year() {
		flag(ev, FlagYearOff)
	}
	for _, mark := range []string{FlagAmbiguous, FlagStaged} {
		if string(row.Bytes(f.col(mark))) == "1" {
			flag(ev, mark)
		}
	}
	return nil
}

// success reads the two codes of a list that knows only coups that were carried
// out.
func success(row *source.Row, col int, yes, no string, ev *tocsin.DataEvent) *tocsin.Error {
	switch b := row.Bytes(col); string(b) {
	case yes:
		ev.Class, ev.Outcome = Realised, "succeeded"
	case no:
		ev.Class, ev.Outcome = Attempted, "failed"
	default:
		return row.Fail(col, "write "+yes+" for a coup that succeeded, "+no+" for one that failed", "not an outcome: %q", b)
	}
	return nil
}

var (
	dated = regexp.MustCompile(`^V?(\d{4})\.(\d{2})\.(\d{2})$`)
	named = regexp.MustCompile(`(?i)cline_coup_(\d+(?:\.\d+)+)`)
)

// Finish implements source.Format.
func (f *format) Finish(s *source.Summary, name string) {
	s.Dataset.Dataset = f.list
	switch m := named.FindStringSubmatch(name); {
	case f.list == Cline && m != nil:
		s.Dataset.Vintage = m[1]
		s.Notes = append(s.Notes, "vintage "+s.Dataset.Vintage+" read from the file's name")
	case f.version != "":
		s.Dataset.Vintage = f.version
		s.Notes = append(s.Notes, "vintage "+f.version+" read from the column version")
		if m := dated.FindStringSubmatch(f.version); m != nil {
			if d, err := tocsin.ParseDate(m[1] + "-" + m[2] + "-" + m[3]); err == nil {
				s.Dataset.Released = d
				s.Notes = append(s.Notes, "release "+d.String()+" read from the column version")
			}
		}
	}
	s.Dataset.Coverage = f.coverage(s.Dataset.To)
}

// coverage says where the list ends and what it leaves out.
func (f *format) coverage(to tocsin.Date) string {
	if to.IsZero() {
		return ""
	}
	says := "the last entry is of " + to.String() + ": what came later is not in this file"
	if f.list != Cline {
		says += "; conspiracies are not listed"
	}
	if len(f.countries) == 1 {
		for c := range f.countries {
			says += "; only " + c
		}
	}
	return says
}
