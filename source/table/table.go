// Package table reads any table of events with the help of a mapping, a small
// TOML file that says which column is what ([Sample] shows one).
//
// In goes a CSV file, plain or gzip, separated by commas, semicolons or tabs,
// and a [Mapping]; out comes one [tocsin.DataEvent] a row with the id
// "DATASET:ID". Columns that the mapping does not name are kept in Extra as they
// were written. A mapping that lacks something, or names a column the file does
// not have, is one error that says which.
//
// It assumes that a row is one event and that numbers of deaths are whole. It
// joins nothing and leaves out nothing: two rows that say the same are two rows.
// Where no column holds an id, the line number takes its place, and a later
// release cannot be compared with this one.
package table

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"tocsin"
	"tocsin/source"
)

// The flags of rows that are kept although something about them is odd.
const (
	FlagDeaths     = "deaths_out_of_order"    // not low ≤ best ≤ high
	FlagPrecisions = "precision_out_of_range" // read as not given
	FlagNoDeaths   = "no_best_estimate"       // the column of deaths is empty
	FlagNoPoint    = "no_coordinates"         // the columns of coordinates are empty
)

// Read hands every good row of a table to keep. See [source.Import] for the
// errors.
func Read(ctx context.Context, m *Mapping, name string, r io.Reader, o source.Options, keep func(tocsin.DataEvent) error) (source.Summary, error) {
	return source.ImportAs(ctx, name, r, o, source.Dialect{Sep: m.separator()}, &format{m: m, pool: source.Pool{}, countries: map[string]bool{}}, keep)
}

// format holds where the columns stand in one file; -1 where there is none.
type format struct {
	m                                                *Mapping
	id, date, until, country, place, lat, lon        int
	actor1, actor2, deaths, low, high, class, source int
	datePrec, placePrec, year, month, dayOf          int
	extra                                            []int
	names                                            []string

	pool      source.Pool
	countries map[string]bool
	ev        tocsin.DataEvent
}

// Header implements source.Format.
func (f *format) Header(h *source.Header) error {
	c := &f.m.Columns
	var used []int
	for _, col := range []struct {
		at        *int
		key, name string
	}{{&f.id, "id", c.ID}, {&f.date, "date", c.Date}, {&f.until, "until", c.Until}, {&f.year, "year", c.Year},
		{&f.month, "month", c.Month}, {&f.dayOf, "day", c.Day}, {&f.country, "country", c.Country}, {&f.place, "place", c.Place},
		{&f.lat, "lat", c.Lat}, {&f.lon, "lon", c.Lon}, {&f.actor1, "actor1", c.Actor1}, {&f.actor2, "actor2", c.Actor2}, {&f.deaths, "deaths", c.Deaths},
		{&f.low, "low", c.Low}, {&f.high, "high", c.High}, {&f.class, "class", c.Class}, {&f.source, "source", c.Source},
		{&f.datePrec, "date_precision", c.DatePrecision}, {&f.placePrec, "place_precision", c.PlacePrecision}} {
		*col.at = -1
		if col.name == "" {
			continue
		}
		name := strings.ToLower(strings.TrimSpace(col.name))
		if err := h.Need(name); err != nil {
			if e, ok := err.(*tocsin.Error); ok {
				e.Hint = fmt.Sprintf("the mapping %s says that %s is this column: mend the mapping or the file", f.m.file, col.key)
			}
			return err
		}
		*col.at = h.Col(name)
		used = append(used, *col.at)
	}
	f.names = h.Names
	for i, name := range h.Names {
		if name != "" && !slices.Contains(used, i) {
			f.extra = append(f.extra, i)
		}
	}
	return nil
}

// Event implements source.Format.
func (f *format) Event(row *source.Row) (*tocsin.DataEvent, *tocsin.Error) {
	f.ev = tocsin.DataEvent{Dataset: f.m.Dataset, Act: f.m.Act, Class: f.m.Class, Country: f.m.Country}
	for _, step := range []func(*source.Row, *tocsin.DataEvent) *tocsin.Error{f.when, f.what, f.whereAt, f.killed} {
		if err := step(row, &f.ev); err != nil {
			return nil, err
		}
	}
	more := make(map[string]string, len(f.extra))
	for _, i := range f.extra {
		more[f.names[i]] = string(row.Bytes(i))
	}
	f.ev.Extra = tocsin.MakeExtra(more)
	return &f.ev, nil
}

func flag(ev *tocsin.DataEvent, name string) {
	if !slices.Contains(ev.Flags, name) {
		ev.Flags = append(ev.Flags, name)
	}
}

// when reads the days and their precision.
func (f *format) when(row *source.Row, ev *tocsin.DataEvent) *tocsin.Error {
	if f.year >= 0 {
		if err := f.parts(row, ev); err != nil || f.datePrec < 0 {
			return err
		}
		var err *tocsin.Error
		ev.DatePrec, err = precision(row, f.datePrec, 5, ev)
		return err
	}
	var err *tocsin.Error
	if ev.From, err = f.day(row, f.date); err != nil {
		return err
	}
	ev.To = ev.From
	if row.Bytes(f.until) != nil {
		if ev.To, err = f.day(row, f.until); err != nil {
			return err
		}
	}
	if ev.To < ev.From {
		return row.Fail(f.until, "exchange the two dates", "%s is before the first day, %s", ev.To, ev.From)
	}
	ev.DatePrec, err = precision(row, f.datePrec, 5, ev)
	return err
}

// The precisions of a date of which only the month, or only the year, is given.
const (
	monthOnly = 4
	yearOnly  = 5
)

// parts reads a date from year, month and day; an empty day stands for the whole
// month, an empty month for the whole year.
func (f *format) parts(row *source.Row, ev *tocsin.DataEvent) *tocsin.Error {
	var err *tocsin.Error
	if row.Bytes(f.dayOf) != nil {
		ev.From, err = row.YMD(f.year, f.month, f.dayOf)
		ev.To = ev.From
		return err
	}
	if row.Bytes(f.month) != nil {
		ev.From, err = row.Month(f.month, f.year, -1)
		ev.To, ev.DatePrec = ev.From.MonthEnd(), monthOnly
		return err
	}
	var year int
	ok, err := row.Int(f.year, &year)
	if err != nil {
		return err
	}
	if !ok || year < source.FirstYear || year > source.LastYear {
		return row.Fail(f.year, fmt.Sprintf("write the year in four digits, from %d to %d", source.FirstYear, source.LastYear), "not a year: %.20q", row.Bytes(f.year))
	}
	ev.From, ev.To = tocsin.MustDate(strconv.Itoa(year)+"-01-01"), tocsin.MustDate(strconv.Itoa(year)+"-12-31")
	ev.DatePrec = yearOnly
	return nil
}

// day reads a date in the form that the mapping names.
func (f *format) day(row *source.Row, col int) (tocsin.Date, *tocsin.Error) {
	text := row.Bytes(col)
	if f.m.layout == "" || text == nil {
		return row.AnyDay(col)
	}
	t, err := time.Parse(f.m.layout, string(text))
	if err != nil {
		return 0, row.Fail(col, "the mapping says date_format = "+strconv.Quote(f.m.DateFormat)+": mend the date or the mapping", "not a date of that form: %.40q", text)
	}
	if y := t.Year(); y < source.FirstYear || y > source.LastYear {
		return 0, row.Fail(col, "write the year in four digits", "year %04d lies outside %d to %d", y, source.FirstYear, source.LastYear)
	}
	return tocsin.DateOf(t), nil
}

// what reads id, country, class, sides and source.
func (f *format) what(row *source.Row, ev *tocsin.DataEvent) *tocsin.Error {
	id := strconv.Itoa(row.Line)
	if f.id >= 0 {
		var err *tocsin.Error
		if id, _, err = row.ID(f.id); err != nil {
			return err
		}
	}
	ev.ID = f.m.Dataset + ":" + id
	if f.country >= 0 {
		if name := row.Bytes(f.country); name != nil {
			ev.Country = f.pool.String(name)
		}
		if ev.Country == "" {
			return row.Fail(f.country, "give the country, or country = \"...\" in the mapping for all rows without", "missing")
		}
	}
	if class := row.Bytes(f.class); class != nil {
		ev.Class = f.pool.String(class)
	}
	ev.SideA, ev.SideB, ev.Said = f.pool.String(row.Bytes(f.actor1)), f.pool.String(row.Bytes(f.actor2)), f.pool.String(row.Bytes(f.source))
	f.countries[ev.Country] = true
	return nil
}

// whereAt reads the place.
func (f *format) whereAt(row *source.Row, ev *tocsin.DataEvent) *tocsin.Error {
	err := row.Point(f.lat, f.lon, ev)
	if err != nil {
		return err
	}
	if !ev.HasPoint && f.lat >= 0 {
		flag(ev, FlagNoPoint)
	}
	ev.Place = string(row.Bytes(f.place))
	ev.PlacePrec, err = precision(row, f.placePrec, 7, ev)
	return err
}

// precision reads a precision code from 1 to most; 0 where it is not given.
func precision(row *source.Row, col, most int, ev *tocsin.DataEvent) (int, *tocsin.Error) {
	n, off, err := row.Code(col, most)
	if off {
		flag(ev, FlagPrecisions)
	}
	return n, err
}

// killed reads the estimates of deaths.
func (f *format) killed(row *source.Row, ev *tocsin.DataEvent) *tocsin.Error {
	for _, e := range []struct {
		col int
		dst **int
	}{{f.low, &ev.Low}, {f.deaths, &ev.Best}, {f.high, &ev.High}} {
		var n int
		ok, err := row.Int(e.col, &n)
		if err != nil {
			return err
		}
		if ok {
			*e.dst = &n
		}
	}
	if f.deaths >= 0 && ev.Best == nil {
		flag(ev, FlagNoDeaths)
	}
	above := func(a, b *int) bool { return a != nil && b != nil && *a > *b }
	if above(ev.Low, ev.Best) || above(ev.Best, ev.High) || above(ev.Low, ev.High) {
		flag(ev, FlagDeaths)
	}
	return nil
}

// Finish implements source.Format.
func (f *format) Finish(s *source.Summary, name string) {
	s.Dataset.Dataset = f.m.Dataset
	var says []string
	for _, c := range []struct {
		col  int
		says string
	}{{f.deaths, "no column of deaths"}, {f.lat, "no coordinates: nothing about places can be measured"},
		{f.datePrec, "date precision not given in this file: exact days assumed"}} {
		if c.col < 0 {
			says = append(says, c.says)
		}
	}
	if f.lat >= 0 && f.placePrec < 0 {
		says = append(says, "place precision not given in this file: 25 km assumed")
	}
	if f.id < 0 {
		s.Notes = append(s.Notes, "no column of ids: rows are named by their line, and a later release cannot be compared with this one")
	}
	s.Dataset.Coverage = strings.Join(says, "; ")
}
