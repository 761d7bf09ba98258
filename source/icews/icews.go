// Package icews reads the event files of the Integrated Crisis Early Warning
// System (ICEWS), as published on Dataverse.
//
// In goes a tab-separated file with a header of 20 columns, plain or gzip, in
// which quotes are text and NA stands for what is not known. Out comes one
// [tocsin.DataEvent] a row with the id "icews:EVENT ID": source and target are
// the sides, the act follows from the CAMEO code, the class is its quarter of
// CAMEO (verbal or material, cooperation or conflict), and every further column
// is kept in Extra.
//
// ICEWS is coded by machine from news: a row is a sentence that was read so, and
// one event may have many rows. It counts no deaths. Rows are kept as published
// and never joined. It gives no precision of places; the finest column that is
// filled says it here, on the scale of UCDP GED: city 2, district 3, province 4,
// country 6.
package icews

import (
	"context"
	"io"
	"slices"

	"tocsin"
	"tocsin/source"
)

// Dataset is the name under which the events are kept.
const Dataset = "icews"

// The flags of rows that are kept although something about them is odd.
const (
	FlagNoPoint   = "no_coordinates"
	FlagNoCountry = "no_country"     // ICEWS placed the event nowhere
	FlagNoSide    = "side_missing"   // no source or no target
	FlagCode      = "code_unknown"   // not a CAMEO code
	FlagRewritten = "id_rewritten"   // an id written as 3e+07, read without loss
	FlagZero      = "code_lost_zero" // a CAMEO code that lost its leading zero in a spreadsheet
)

// Read hands every good row of an ICEWS file to keep. See [source.Import] for
// the errors.
func Read(ctx context.Context, name string, r io.Reader, o source.Options, keep func(tocsin.DataEvent) error) (source.Summary, error) {
	return source.ImportAs(ctx, name, r, o, source.Dialect{Sep: '\t', Plain: true}, &format{pool: source.Pool{}}, keep)
}

// format holds where the columns stand in one file.
type format struct {
	id, date, a, b, code, country, lat, lon, publisher int
	places                                             [4]int // city, district, province, country
	extra                                              []int
	names                                              []string
	pool                                               source.Pool
	ev                                                 tocsin.DataEvent
}

// placePrec is the precision that each column of places gives.
var placePrec = [4]int{2, 3, 4, 6}

// Header implements source.Format.
func (f *format) Header(h *source.Header) error {
	if !h.Has("event id") && !h.Has("cameo code") {
		return h.Refuse("give an ICEWS file, tab-separated, with the columns Event ID, Event Date, Source Name, CAMEO Code, ...")
	}
	if err := h.Need("event id", "event date", "source name", "cameo code", "target name", "country", "latitude", "longitude"); err != nil {
		return err
	}
	f.id, f.date, f.code = h.Col("event id"), h.Col("event date"), h.Col("cameo code")
	f.a, f.b, f.country = h.Col("source name"), h.Col("target name"), h.Col("country")
	f.lat, f.lon, f.publisher = h.Col("latitude"), h.Col("longitude"), h.Col("publisher")
	f.places = [4]int{h.Col("city"), h.Col("district"), h.Col("province"), f.country}
	f.names = h.Names
	for i, name := range h.Names {
		if name != "" && !slices.Contains([]int{f.id, f.date, f.a, f.b, f.country, f.lat, f.lon, f.publisher}, i) {
			f.extra = append(f.extra, i)
		}
	}
	return nil
}

// Event implements source.Format.
func (f *format) Event(row *source.Row) (*tocsin.DataEvent, *tocsin.Error) {
	f.ev = tocsin.DataEvent{Dataset: Dataset}
	ev := &f.ev
	id, rewritten, err := row.ID(f.id)
	if err != nil {
		return nil, err
	}
	if ev.ID = Dataset + ":" + id; rewritten {
		flag(ev, FlagRewritten)
	}
	if ev.From, err = row.Day(f.date); err != nil {
		return nil, err
	}
	ev.To, ev.DatePrec = ev.From, 1
	if err := f.what(row, ev); err != nil {
		return nil, err
	}
	if err := f.whereAt(row, ev); err != nil {
		return nil, err
	}
	more := make(map[string]string, len(f.extra))
	for _, i := range f.extra {
		more[f.names[i]] = string(row.Bytes(i))
	}
	ev.Extra = tocsin.MakeExtra(more)
	return ev, nil
}

func flag(ev *tocsin.DataEvent, name string) { ev.Flags = append(ev.Flags, name) }

// what reads code, sides and publisher.
func (f *format) what(row *source.Row, ev *tocsin.DataEvent) *tocsin.Error {
	code := string(row.Bytes(f.code))
	if code == "" {
		return row.Fail(f.code, "give the CAMEO code with its leading zero, as in 043", "missing")
	}
	class, act, odd := Code(code)
	if odd != "" {
		flag(ev, odd)
	}
	ev.Class, ev.Act = class, act
	ev.SideA, ev.SideB = f.pool.String(row.Bytes(f.a)), f.pool.String(row.Bytes(f.b))
	if ev.SideA == "" || ev.SideB == "" {
		flag(ev, FlagNoSide)
	}
	ev.Said = f.pool.String(row.Bytes(f.publisher))
	return nil
}

// whereAt reads the place.
func (f *format) whereAt(row *source.Row, ev *tocsin.DataEvent) *tocsin.Error {
	if ev.Country = f.pool.String(row.Bytes(f.country)); ev.Country == "" {
		flag(ev, FlagNoCountry)
	}
	err := row.Point(f.lat, f.lon, ev)
	if err != nil {
		return err
	}
	if !ev.HasPoint {
		flag(ev, FlagNoPoint)
	}
	for k, col := range f.places {
		if name := row.Bytes(col); name != nil {
			if k < 3 {
				ev.Place = f.pool.String(name)
			}
			ev.PlacePrec = placePrec[k]
			break
		}
	}
	return nil
}

// Finish implements source.Format.
func (f *format) Finish(s *source.Summary, name string) {
	s.Dataset.Dataset = Dataset
	s.Dataset.Coverage = "coded by machine from news, one row a sentence; no deaths; a place is as fine as the finest column filled"
}
