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
	"math"
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
	first, err := f.first(row)
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
		n, ok, err := whole(row, col)
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

// first is the first day of the row's month.
func (f *format) first(row *source.Row) (tocsin.Date, *tocsin.Error) {
	var n, year int
	if f.monthID >= 0 {
		ok, err := row.Int(f.monthID, &n)
		if err != nil {
			return 0, err
		}
		if !ok || n < 1 || n > 12*120 {
			return 0, row.Fail(f.monthID, "write the months since January 1980, which is 1", "not a month: %.20q", row.Bytes(f.monthID))
		}
		year, n = 1980+(n-1)/12, (n-1)%12+1
	} else if text := row.Bytes(f.month); f.year >= 0 && len(text) <= 2 {
		for _, c := range []struct {
			col int
			dst *int
		}{{f.year, &year}, {f.month, &n}} {
			if ok, err := row.Int(c.col, c.dst); err != nil {
				return 0, err
			} else if !ok {
				return 0, row.Fail(c.col, "give year and month", "missing")
			}
		}
	} else if t, m, ok := strings.Cut(string(text), "-"); ok && len(text) == len("2020-08") {
		y, errY := strconv.Atoi(t)
		k, errM := strconv.Atoi(m)
		if errY != nil || errM != nil {
			return 0, row.Fail(f.month, "write it as YYYY-MM", "not a month: %.20q", text)
		}
		year, n = y, k
	} else {
		day, err := row.Day(f.month)
		return day.MonthStart(), err
	}
	if year < source.FirstYear || year > source.LastYear || n < 1 || n > 12 {
		return 0, row.Fail(max(f.month, f.monthID), "write the month as 1 to 12 and the year in four digits", "there is no month %d of %d", n, year)
	}
	return tocsin.MustDate(strconv.Itoa(year) + "-" + two(n) + "-01"), nil
}

func two(n int) string { return string([]byte{byte('0' + n/10), byte('0' + n%10)}) }

// whole reads a number of deaths, which may be a float that misses a whole
// number by rounding.
func whole(row *source.Row, col int) (n int, ok bool, bad *tocsin.Error) {
	text := row.Bytes(col)
	if text == nil {
		return 0, false, nil
	}
	x, err := strconv.ParseFloat(string(text), 64)
	if err != nil || !(x >= 0 && x < 1e9) || math.Abs(x-math.Round(x)) > 1e-6 {
		return 0, false, row.Fail(col, "write a whole number, or leave it empty where it is not known", "not a number of deaths: %.40q", text)
	}
	return int(math.Round(x)), true, nil
}

// Finish implements source.Format.
func (f *format) Finish(s *source.Summary, name string) {
	s.Dataset.Dataset = Dataset
	s.Dataset.Coverage = "totals by country and month, no events; which kinds of violence they hold the file does not say"
	if len(f.passed) > 0 {
		s.Notes = append(s.Notes, "columns without a name are passed over: "+strings.Join(f.passed, ", "))
	}
}
