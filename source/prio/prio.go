// Package prio reads tables of deaths by PRIO-GRID cell and month or year.
//
// In goes a CSV file, plain or gzip, with a row for each cell of half a degree
// and each month or year: the cell's number in priogrid_gid (gid, pg_id,
// priogrid_id); the month in month_id, 1 for January 1980, in year and month, or
// in month; or only the year; and deaths in one column (deaths, best,
// fatalities, total, outcome) or in ged_sb, ged_ns and ged_os for each kind of
// violence. Out comes one [tocsin.DataEvent] for each cell, month and column,
// at the centre of its cell, with "prio-grid:CELL-MONTH" as id.
//
// A total is no event: these records are shown beside the sums of event
// datasets and never counted among them. Zeros are kept, since a cell without
// deaths is not a cell that nobody looked at. Where the file gives the cell's
// coordinates (lat and lon, or ycoord and xcoord), a row whose coordinates lie in
// another cell is refused. It does not know countries: a cell on a border lies
// in several, and the file's own column is taken as it is.
package prio

import (
	"context"
	"errors"
	"io"
	"strconv"
	"strings"

	"tocsin"
	"tocsin/geo"
	"tocsin/source"
)

// Dataset is the name under which the totals are kept.
const Dataset = "prio-grid"

// FlagNoCountry marks a record whose file names no country.
const FlagNoCountry = "no_country"

// The precisions of the records: a cell is as coarse as a district, and a month
// or a year is no day.
const (
	placePrec = 3
	monthPrec = 4
	yearPrec  = 5
)

// deaths are the columns of deaths, with the class of what they count.
var deaths = []struct{ names, class, suffix string }{
	{"deaths|best|fatalities|total|outcome|ged_best", "total", ""},
	{"ged_sb|ged_best_sb|ged_sb_best|sb", tocsin.StateBased, "-sb"},
	{"ged_ns|ged_best_ns|ged_ns_best|ns", tocsin.NonState, "-ns"},
	{"ged_os|ged_best_os|ged_os_best|os", tocsin.OneSided, "-os"},
}

// Read hands the totals of each cell and month to keep. In the summary rows are
// rows of the file, Records what was handed on. See [source.Import] for the
// errors.
func Read(ctx context.Context, name string, r io.Reader, o source.Options, keep func(tocsin.DataEvent) error) (source.Summary, error) {
	f := &format{pool: source.Pool{}}
	records := 0
	s, err := source.ImportAs(ctx, name, r, o, source.Dialect{}, f, func(row tocsin.DataEvent) error {
		for _, c := range f.cells {
			ev := row
			ev.ID, ev.Class, ev.Best = row.ID+c.suffix, c.class, new(c.deaths)
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

// A cell is one number of a row.
type cell struct {
	class, suffix string
	deaths        int
}

// format holds where the columns stand in one file; -1 where there is none.
type format struct {
	gid, month, year, monthID, lat, lon, country int
	deaths                                       []int // by index of the table deaths
	first                                        int   // the first of them that is there
	pool                                         source.Pool
	cells                                        []cell
	ev                                           tocsin.DataEvent
}

// Header implements source.Format.
func (f *format) Header(h *source.Header) error {
	f.gid = h.Col("priogrid_gid", "gid", "pg_id", "priogrid_id")
	if f.gid < 0 {
		return h.Refuse("give a table with the cell's number in a column priogrid_gid, gid or pg_id")
	}
	f.month, f.year, f.monthID = h.Col("month", "month_end", "date"), h.Col("year"), h.Col("month_id")
	f.lat, f.lon, f.country = h.Col("lat", "latitude", "ycoord"), h.Col("lon", "longitude", "xcoord"), h.Col("country", "country_name", "name")
	f.first = -1
	for _, d := range deaths {
		col := h.Col(strings.Split(d.names, "|")...)
		if f.deaths = append(f.deaths, col); f.first < 0 {
			f.first = col
		}
	}
	switch {
	case f.month < 0 && f.monthID < 0 && f.year < 0:
		return h.Refuse("this is the grid and no table of what happened in it: give one with a column month_id, month or year as well")
	case f.first < 0:
		return h.Refuse("give the deaths in a column deaths, best or fatalities, or in ged_sb, ged_ns and ged_os")
	}
	return nil
}

// Event implements source.Format. What it makes is taken apart by Read.
func (f *format) Event(row *source.Row) (*tocsin.DataEvent, *tocsin.Error) {
	f.ev = tocsin.DataEvent{Dataset: Dataset, Act: "assault", Class: "total", DatePrec: monthPrec, PlacePrec: placePrec}
	if err := f.where(row); err != nil {
		return nil, err
	}
	if err := f.when(row); err != nil {
		return nil, err
	}
	f.cells = f.cells[:0]
	for i, col := range f.deaths {
		if n, ok, err := row.Whole(col); err != nil {
			return nil, err
		} else if ok {
			f.cells = append(f.cells, cell{deaths[i].class, deaths[i].suffix, n})
		}
	}
	if len(f.cells) == 0 {
		return nil, row.Fail(f.first, "give the number, 0 where nobody died", "missing")
	}
	if f.ev.Country = f.pool.String(row.Bytes(f.country)); f.ev.Country == "" {
		f.ev.Flags = append(f.ev.Flags, FlagNoCountry)
	}
	return &f.ev, nil
}

// where reads the cell.
func (f *format) where(row *source.Row) *tocsin.Error {
	var n int
	if ok, err := row.Int(f.gid, &n); err != nil {
		return err
	} else if !ok {
		return row.Fail(f.gid, "give the number of the cell", "missing")
	}
	centre, ok := geo.CellCentre(n)
	if !ok {
		return row.Fail(f.gid, "cells are numbered from 1 to "+strconv.Itoa(geo.LastCell), "there is no cell %d", n)
	}
	f.ev.ID = Dataset + ":" + strconv.Itoa(n)
	f.ev.HasPoint, f.ev.Lat, f.ev.Lon = true, centre.Lat, centre.Lon
	lat, okLat, err := row.Degrees(f.lat, 90)
	if err != nil {
		return err
	}
	lon, okLon, err := row.Degrees(f.lon, 180)
	if err != nil {
		return err
	}
	if at := geo.Cell(geo.Point{Lat: lat, Lon: lon}); okLat && okLon && at != n {
		return row.Fail(f.lat, "PRIO-GRID numbers cells of half a degree from the south-west corner of the map, 720 to a row",
			"%g, %g lies in cell %d, not in %d", lat, lon, at, n)
	}
	return nil
}

// when reads the month, or the year where there is no month.
func (f *format) when(row *source.Row) *tocsin.Error {
	if f.month < 0 && f.monthID < 0 {
		var year int
		ok, err := row.Int(f.year, &year)
		if err != nil {
			return err
		}
		if !ok || year < source.FirstYear || year > source.LastYear {
			return row.Fail(f.year, "write the year in four digits", "not a year: %.20q", row.Bytes(f.year))
		}
		f.ev.From, f.ev.To = tocsin.MustDate(strconv.Itoa(year)+"-01-01"), tocsin.MustDate(strconv.Itoa(year)+"-12-31")
		f.ev.DatePrec = yearPrec
		f.ev.ID += "-" + strconv.Itoa(year)
		return nil
	}
	first, err := row.Month(f.month, f.year, f.monthID)
	if err != nil {
		return err
	}
	f.ev.From, f.ev.To = first, first.MonthEnd()
	f.ev.ID += "-" + first.String()[:len("2020-08")]
	return nil
}

// Finish implements source.Format.
func (f *format) Finish(s *source.Summary, name string) {
	s.Dataset.Dataset = Dataset
	s.Dataset.Coverage = "totals by cell of half a degree, no events"
	if f.deaths[0] >= 0 {
		s.Dataset.Coverage += "; which kinds of violence they hold the file does not say"
	}
	if f.country < 0 {
		s.Dataset.Coverage += "; the file names no countries"
	}
}
