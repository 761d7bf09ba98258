// Package months reads tables of deaths by country and month.
//
// In goes a CSV file, plain or gzip, in one of two layouts: wide, a row a month
// (month_end, or month as YYYY-MM or YYYY-MM-DD) and a column a country; or
// long, with the columns country, month and deaths (or best, fatalities, total,
// ged_sb, outcome), where the month may also be year and month, or VIEWS's
// month_id, 1 for January 1980. Out comes one [tocsin.DataEvent] for each country
// and month with the total as best estimate and no point and no sides.
//
// A total is no event: these records are shown beside the sums of event
// datasets and never counted among them. Floats that miss a whole number by
// rounding are read as that number. Which kinds of violence are in a total the
// file does not say, and two such tables need not agree.
package months

import (
	"context"
	"errors"
	"io"
	"strconv"
	"strings"

	"tocsin"
	"tocsin/source"
)

// Dataset is the name under which the totals are kept.
const Dataset = "country-month"

// Read hands the total of each country and month to keep. In the summary rows
// are rows of the file, Records what was handed on. See [source.Import] for the
// errors.
func Read(ctx context.Context, name string, r io.Reader, o source.Options, keep func(tocsin.DataEvent) error) (source.Summary, error) {
	f := &format{}
	records := 0
	s, err := source.ImportAs(ctx, name, r, o, source.Dialect{}, f, func(row tocsin.DataEvent) error {
		for _, c := range f.cells {
			ev := tocsin.DataEvent{ID: Dataset + ":" + c.country + "-" + row.From.String()[:len("2020-08")], Dataset: Dataset, From: row.From, To: row.To, DatePrec: 4,
				Country: c.country, Act: "assault", Class: "total", Best: new(c.deaths)}
			if err := keep(ev); err != nil {
				return err
			}
			records++
		}
		return nil
	})
	if s.Records = records; err == nil && records == 0 {
		err = &tocsin.Error{Code: tocsin.Invalid, Pos: tocsin.Pos{File: s.File}, Hint: "give a table of numbers", Err: errors.New("holds no number of deaths")}
	}
	return s, err
}

// A cell is the total of one country.
type cell struct {
	country string
	deaths  int
}

// format holds where the columns stand in one file; -1 where there is none.
type format struct {
	month, year, monthID int
	country, deaths      int   // of the long layout
	wide                 []int // of the wide layout: the countries
	names                []string
	passed               []string // nameless columns

	cells []cell
	ev    tocsin.DataEvent
}

// Header implements source.Format.
func (f *format) Header(h *source.Header) error {
	f.month, f.year, f.monthID = h.Col("month_end", "month", "date"), h.Col("year"), h.Col("month_id")
	f.country, f.deaths = h.Col("country", "country_name", "name"), h.Col("deaths", "best", "fatalities", "total", "ged_sb", "outcome")
	f.names = h.Written()
	if f.month < 0 && f.monthID < 0 {
		return h.Refuse("give a table with a column month_end, month or month_id, and countries in columns or in a column country")
	}
	if h.Has("country_id") && f.country < 0 {
		return h.Refuse("this table names countries by a number of VIEWS: join their names first, in a column country")
	}
	if f.country >= 0 {
		return h.Need("country|country_name|name", "deaths|best|fatalities|total|ged_sb|outcome")
	}
	for i, name := range f.names {
		switch {
		case i == f.month || i == f.year || i == f.monthID:
		case name == "" || strings.HasPrefix(strings.ToLower(name), "unnamed:"):
			f.passed = append(f.passed, strconv.Itoa(i+1))
		default:
			f.wide = append(f.wide, i)
		}
	}
	for i, col := range f.wide {
		for _, other := range f.wide[:i] {
			if f.names[other] == f.names[col] {
				return h.Refuse("two columns are called " + f.names[col] + ": leave one of them")
			}
		}
	}
	if len(f.wide) == 0 {
		return h.Refuse("give the countries in columns, or in a column country")
	}
	return nil
}

// Event implements source.Format. What it makes is taken apart by Read.
func (f *format) Event(row *source.Row) (*tocsin.DataEvent, *tocsin.Error) {
	first, err := row.Month(f.month, f.year, f.monthID)
	if err != nil {
		return nil, err
	}
	f.cells = f.cells[:0]
	f.ev = tocsin.DataEvent{ID: Dataset + ":" + first.String(), Dataset: Dataset, From: first, To: first.MonthEnd()}
	columns := f.wide
	if f.country >= 0 {
		columns = []int{f.deaths}
	}
	for _, col := range columns {
		n, ok, err := row.Whole(col)
		if err != nil {
			return nil, err
		}
		name := f.names[col]
		if f.country >= 0 {
			if name = string(row.Bytes(f.country)); name == "" {
				return nil, row.Fail(f.country, "give the country", "missing")
			}
			if !ok {
				return nil, row.Fail(col, "give the number, 0 where nobody died", "missing")
			}
			f.ev.ID += "-" + name
		}
		if ok {
			f.cells = append(f.cells, cell{name, n})
		}
	}
	return &f.ev, nil
}

// Finish implements source.Format.
func (f *format) Finish(s *source.Summary, name string) {
	s.Dataset.Dataset = Dataset
	s.Dataset.Coverage = "totals by country and month, no events; which kinds of violence they hold the file does not say"
	if len(f.passed) > 0 {
		s.Notes = append(s.Notes, "columns without a name are passed over: "+strings.Join(f.passed, ", "))
	}
}
