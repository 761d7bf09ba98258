// Package acled reads exports of the Armed Conflict Location & Event Data
// project (ACLED), as a user has them from ACLED: its terms forbid passing rows
// on, so none come with this program and none are written out unasked.
//
// In goes a CSV file, plain or gzip, with commas or semicolons, in the layout of
// 31 columns, in it with the population columns, or in an older one (data_id,
// iso3, numbers for inter1, dates as 17-08-2020 or 17 August 2020, event types
// as they were before 2019). Columns are found by name. Out comes one
// [tocsin.DataEvent] a row with the id "acled:EVENT_ID_CNTY": the class is
// ACLED's event type, the act follows from its sub-event type, the reported
// fatalities are the best estimate with no low and no high, and every further
// column is kept in Extra as it was written, the notes and the timestamp too.
//
// Precisions are brought to the scale of UCDP GED, which the measures read: time
// 1, 2, 3 (day, about a week, month) to 1, 3, 4; place 1, 2, 3 (town, near a
// town, a larger region) to 1, 2, 4. ACLED's own codes stay in Extra.
//
// Actor 1 and actor 2 are sides, not attacker and attacked: ACLED names an
// initiating actor only by convention, and its codebook says that no direction
// is implied. Rows are kept as published and flagged where they break ACLED's
// own rules. Another row of an id that has been read is refused: a monadic
// export has one for each actor, and would count every clash twice.
package acled

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"tocsin"
	"tocsin/source"
)

// Dataset is the name under which the events are kept.
const Dataset = "acled"

// FirstYear is the year from which ACLED codes at all.
const FirstYear = 1997

// The flags of rows that are kept although something about them is odd.
const (
	FlagType       = "event_type_unknown"     // not one of ACLED's event types
	FlagOldType    = "event_type_before_2019" // one of the types used before 2019
	FlagSub        = "sub_event_mismatch"     // not a sub-event of this event type
	FlagPrecisions = "precision_out_of_range" // time or geo precision outside 1–3; read as not given
	FlagYearOff    = "year_differs"           // the year column is not the year of the date
	FlagNoActor    = "actor_missing"          // no actor1
	FlagNoDeaths   = "no_best_estimate"       // no number of fatalities
	FlagNoPoint    = "no_coordinates"
	FlagUncoded    = "before_coding_began" // dated before ACLED began to code the region
)

// Read hands every good row of an ACLED export to keep. See [source.Import] for
// the errors.
func Read(ctx context.Context, name string, r io.Reader, o source.Options, keep func(tocsin.DataEvent) error) (source.Summary, error) {
	return source.ImportAs(ctx, name, r, o, source.Dialect{}, &format{pool: source.Pool{}, regions: map[string]bool{}}, keep)
}

// format holds where the columns stand in one file; -1 where there is none.
type format struct {
	id, date, year, kind, sub, actor1, actor2, inter1, country, region int
	place, lat, lon, timePrec, geoPrec, deaths, said, stamp            int
	extra                                                              []column

	pool    source.Pool
	ev      tocsin.DataEvent
	monadic bool
	regions map[string]bool
	newest  int // the latest timestamp
}

// A column is one that is kept in Extra.
type column struct {
	at   int
	name string
}

// Header implements source.Format.
func (f *format) Header(h *source.Header) error {
	if !h.Has("event_id_cnty") && !h.Has("sub_event_type") && !h.Has("geo_precision") {
		return h.Refuse("give an ACLED export with the columns event_id_cnty, event_date, event_type, actor1, country, latitude, ...")
	}
	if err := h.Need("event_id_cnty|data_id", "event_date", "event_type", "actor1", "country", "latitude", "longitude", "fatalities"); err != nil {
		return err
	}
	f.id, f.date, f.year = h.Col("event_id_cnty", "data_id"), h.Col("event_date"), h.Col("year")
	f.kind, f.sub = h.Col("event_type"), h.Col("sub_event_type")
	f.actor1, f.actor2, f.inter1 = h.Col("actor1"), h.Col("actor2"), h.Col("inter1")
	f.country, f.region, f.place = h.Col("country"), h.Col("region"), h.Col("location")
	f.lat, f.lon = h.Col("latitude"), h.Col("longitude")
	f.timePrec, f.geoPrec = h.Col("time_precision"), h.Col("geo_precision")
	f.deaths, f.said, f.stamp = h.Col("fatalities"), h.Col("source"), h.Col("timestamp")
	f.monadic = f.actor2 < 0
	known := []int{f.id, f.date, f.year, f.kind, f.actor1, f.actor2, f.country, f.place, f.lat, f.lon, f.deaths, f.said}
	for i, name := range h.Names {
		if !slices.Contains(known, i) && name != "" {
			f.extra = append(f.extra, column{i, name})
		}
	}
	return nil
}

// Event implements source.Format.
func (f *format) Event(row *source.Row) (*tocsin.DataEvent, *tocsin.Error) {
	f.ev = tocsin.DataEvent{Dataset: Dataset}
	for _, step := range []func(*source.Row, *tocsin.DataEvent) *tocsin.Error{f.when, f.what, f.whereAt, f.rest} {
		if err := step(row, &f.ev); err != nil {
			return nil, err
		}
	}
	return &f.ev, nil
}

func flag(ev *tocsin.DataEvent, name string) { ev.Flags = append(ev.Flags, name) }

// when reads the day and how exact it is.
func (f *format) when(row *source.Row, ev *tocsin.DataEvent) *tocsin.Error {
	var err *tocsin.Error
	if ev.From, err = row.AnyDay(f.date); err != nil {
		return err
	}
	ev.To = ev.From
	if y := ev.From.Year(); y < FirstYear {
		return row.Fail(f.date, "write the year in four digits", "year %04d lies before %d, when ACLED begins", y, FirstYear)
	}
	var year int
	if ok, err := row.Int(f.year, &year); err != nil {
		return err
	} else if ok && year != ev.From.Year() {
		flag(ev, FlagYearOff)
	}
	ev.DatePrec, err = precision(row, f.timePrec, [3]int{1, 3, 4}, ev)
	return err
}

// precision reads a code from 1 to 3 and brings it to the scale of UCDP GED; 0
// where it is not given.
func precision(row *source.Row, col int, scale [3]int, ev *tocsin.DataEvent) (int, *tocsin.Error) {
	n, off, err := row.Code(col, len(scale))
	if off && !slices.Contains(ev.Flags, FlagPrecisions) {
		flag(ev, FlagPrecisions)
	}
	if n == 0 {
		return 0, err
	}
	return scale[n-1], nil
}

// what reads id, kind and sides.
func (f *format) what(row *source.Row, ev *tocsin.DataEvent) *tocsin.Error {
	id, _, err := row.ID(f.id)
	if err != nil {
		return err
	}
	ev.ID = Dataset + ":" + id
	written := row.Bytes(f.kind)
	if written == nil {
		return row.Fail(f.kind, "give ACLED's event type, such as Battles", "missing")
	}
	var flags []string
	ev.Class, ev.Act, flags = classify(string(written), string(row.Bytes(f.sub)), string(row.Bytes(f.inter1)))
	ev.Class = f.pool.String([]byte(ev.Class))
	ev.Flags = append(ev.Flags, flags...)
	ev.SideA, ev.SideB = f.pool.String(row.Bytes(f.actor1)), f.pool.String(row.Bytes(f.actor2))
	if ev.SideA == "" {
		flag(ev, FlagNoActor)
	}
	return nil
}

// whereAt reads the place.
func (f *format) whereAt(row *source.Row, ev *tocsin.DataEvent) *tocsin.Error {
	if ev.Country = f.pool.String(row.Bytes(f.country)); ev.Country == "" {
		return row.Fail(f.country, "give the country as ACLED names it", "missing")
	}
	err := row.Point(f.lat, f.lon, ev)
	if err != nil {
		return err
	}
	if !ev.HasPoint {
		flag(ev, FlagNoPoint)
	}
	ev.Place = string(row.Bytes(f.place))
	if ev.PlacePrec, err = precision(row, f.geoPrec, [3]int{1, 2, 4}, ev); err != nil {
		return err
	}
	region := f.pool.String(row.Bytes(f.region))
	f.regions[region] = true
	if ev.From.Year() < since[region] {
		flag(ev, FlagUncoded)
	}
	return nil
}

// rest reads fatalities, sources, and what goes into Extra.
func (f *format) rest(row *source.Row, ev *tocsin.DataEvent) *tocsin.Error {
	var n, stamp int
	ok, err := row.Int(f.deaths, &n)
	if err != nil {
		return err
	}
	if ok {
		ev.Best = &n
	} else {
		flag(ev, FlagNoDeaths)
	}
	if _, err := row.Int(f.stamp, &stamp); err != nil {
		return err
	}
	f.newest = max(f.newest, stamp)
	ev.Said = f.pool.String(row.Bytes(f.said))
	more := make(map[string]string, len(f.extra))
	for _, c := range f.extra {
		more[c.name] = string(row.Bytes(c.at))
	}
	ev.Extra = tocsin.MakeExtra(more)
	return nil
}

// Finish implements source.Format.
func (f *format) Finish(s *source.Summary, name string) {
	s.Dataset.Dataset = Dataset
	if f.newest > 0 {
		day := tocsin.DateOf(time.Unix(int64(f.newest), 0).UTC())
		s.Dataset.Vintage, s.Dataset.Released = "as of "+day.String(), day
		s.Notes = append(s.Notes, "vintage and release read from the newest timestamp: "+day.String())
	}
	if f.monadic {
		s.Notes = append(s.Notes, "there is no column actor2: a monadic export has a row for each actor, and only the first of each event is kept; export it dyadic to have both")
	}
	s.Notes = append(s.Notes, "ACLED's terms forbid passing rows on: use numbers and citations, not rows")
	says := []string{"fatalities are as reported, without a range"}
	for _, region := range slices.Sorted(keys(f.regions)) {
		if y := since[region]; y > FirstYear {
			says = append(says, fmt.Sprintf("%s is coded since %d: nothing before is not quiet", region, y))
		}
	}
	if f.timePrec < 0 {
		says = append(says, "date precision not given in this file: exact days assumed")
	}
	if f.geoPrec < 0 {
		says = append(says, "place precision not given in this file: 25 km assumed")
	}
	s.Dataset.Coverage = strings.Join(says, "; ")
}
