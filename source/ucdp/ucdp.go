// Package ucdp reads the Georeferenced Event Dataset of the Uppsala Conflict
// Data Program (UCDP GED) from CSV.
//
// In goes a file, plain or gzip, in any of the layouts that are about: the 49
// columns of today (and of the monthly Candidate files), the 41 or 43 of earlier years, the form of the Humanitarian
// Data Exchange with its row of tags, and the 14-column extract that gives only
// year, month and day and places of precision 1 and 2. Columns are found by
// name, in any order. Out comes one [tocsin.DataEvent] a row, with the id
// "ucdp-ged:ID", and a [source.Summary]. The provinces and districts (adm_1,
// adm_2) are kept in Extra.
//
// Rows are kept as published and never joined, however alike: thousands of GED
// rows equal another in all but their id. What breaks the dataset's own rules
// is flagged. A row without a date, with one that does not exist, or with a
// coordinate off the globe is refused.
//
// It does not say who attacked: in state-based rows side A is the government by
// convention.
package ucdp

import (
	"bytes"
	"context"
	"io"
	"regexp"
	"sort"
	"strconv"
	"strings"

	"tocsin"
	"tocsin/source"
)

// Dataset is the name under which the events are kept.
const Dataset = "ucdp-ged"

// The flags of rows that are kept although something about them is odd.
const (
	FlagDeaths     = "deaths_out_of_order" // not low ≤ best ≤ high
	FlagNoDeaths   = "no_best_estimate"
	FlagNoPoint    = "no_coordinates"
	FlagRewritten  = "id_rewritten" // 2e+05 for 200000: read without loss
	FlagYearOff    = "year_differs" // the year column is not the year of the date
	FlagNoSide     = "side_missing"
	FlagStatus     = "coding_not_final"       // code_status of a Candidate row is not Clear
	FlagPrecisions = "precision_out_of_range" // where_prec outside 1–7 or date_prec outside 1–5; read as not given
)

// NoPlacePrecision is what Coverage says of a file without the column
// where_prec, and NoDatePrecision of one without date_prec.
const (
	NoPlacePrecision = "place precision not given in this file: 25 km assumed"
	NoDatePrecision  = "date precision not given in this file: exact days assumed"
)

// Read hands every good row of a GED file to keep. See [source.Import] for the
// errors.
func Read(ctx context.Context, name string, r io.Reader, o source.Options, keep func(tocsin.DataEvent) error) (source.Summary, error) {
	return source.Import(ctx, name, r, o, &format{pool: source.Pool{}, countries: map[string]bool{}, units: map[[2]string]tocsin.Extra{}}, keep)
}

// format holds where the columns stand in one file; -1 where there is none.
type format struct {
	id, kind, country, sideA, sideB, conflict int
	year, month, day, start, end              int
	lat, lon, low, best, high                 int
	datePrec, placePrec, place, said, where   int
	status, version, adm1, adm2               int

	pool      source.Pool
	units     map[[2]string]tocsin.Extra
	numbers   []int // three for each row, handed out from one block
	ev        tocsin.DataEvent
	countries map[string]bool
	precs     [8]int // kept rows by where_prec
	tags      []string
	released  string // the release that the rows name themselves
}

// Header implements source.Format.
func (f *format) Header(h *source.Header) error {
	if !h.Has("id") && !h.Has("type_of_violence") && !h.Has("side_a") {
		return h.Refuse("give a UCDP GED file with the columns id, type_of_violence, country, side_a, latitude, ...")
	}
	need := []string{"id", "type_of_violence", "country", "side_a", "side_b", "latitude", "longitude",
		"low|low_death", "best|best_death", "high|high_death"}
	if h.Has("date_start") || h.Has("date_end") || !h.Has("month") {
		need = append(need, "date_start", "date_end")
	} else {
		need = append(need, "year", "month", "day")
	}
	if err := h.Need(need...); err != nil {
		return err
	}
	f.id, f.kind, f.country = h.Col("id"), h.Col("type_of_violence"), h.Col("country")
	f.sideA, f.sideB, f.conflict = h.Col("side_a"), h.Col("side_b"), h.Col("conflict_name")
	f.year, f.month, f.day = h.Col("year"), h.Col("month"), h.Col("day")
	f.start, f.end = h.Col("date_start"), h.Col("date_end")
	f.lat, f.lon = h.Col("latitude"), h.Col("longitude")
	f.low, f.best, f.high = h.Col("low", "low_death"), h.Col("best", "best_death"), h.Col("high", "high_death")
	f.datePrec, f.placePrec = h.Col("date_prec"), h.Col("where_prec")
	f.place, f.said, f.where = h.Col("where_coordinates"), h.Col("source_original"), h.Col("where_description")
	f.status, f.version = h.Col("code_status"), h.Col("version", "ged_version", "release")
	f.adm1, f.adm2 = h.Col("adm_1"), h.Col("adm_2")
	return nil
}

// Event implements source.Format.
func (f *format) Event(row *source.Row) (*tocsin.DataEvent, *tocsin.Error) {
	if tagRow(row) {
		f.tags = append(f.tags, strconv.Itoa(row.Line))
		return nil, nil
	}
	f.ev = tocsin.DataEvent{Dataset: Dataset, Act: "assault"}
	for _, step := range []func(*source.Row, *tocsin.DataEvent) *tocsin.Error{f.what, f.when, f.whereAt, f.deaths} {
		if err := step(row, &f.ev); err != nil {
			return nil, err
		}
	}
	f.countries[f.ev.Country] = true
	f.precs[f.ev.PlacePrec]++
	return &f.ev, nil
}

// tagRow tells the row of HXL tags that the Humanitarian Data Exchange puts
// below the header: some fields begin with "#" and a letter, the others are
// empty.
func tagRow(row *source.Row) bool {
	tags := 0
	for i := range row.Fields {
		b := row.Bytes(i)
		switch {
		case len(b) > 1 && b[0] == '#' && b[1] >= 'a' && b[1] <= 'z':
			tags++
		case len(b) > 0:
			return false
		}
	}
	return tags > 0
}

func flag(ev *tocsin.DataEvent, name string) { ev.Flags = append(ev.Flags, name) }

// what reads id, class, country, sides and the texts.
func (f *format) what(row *source.Row, ev *tocsin.DataEvent) *tocsin.Error {
	id, rewritten, err := row.ID(f.id)
	if err != nil {
		return err
	}
	ev.ID = Dataset + ":" + id
	if rewritten {
		flag(ev, FlagRewritten)
	}
	class, ok := classes[string(row.Bytes(f.kind))]
	if !ok {
		return row.Fail(f.kind, "write 1 or State-based violence, 2 or Non-state violence, 3 or One-sided violence",
			"not a type of violence: %q", row.Bytes(f.kind))
	}
	ev.Class = class
	ev.Country = f.pool.String(row.Bytes(f.country))
	if ev.Country == "" {
		return row.Fail(f.country, "give the country as GED names it", "missing")
	}
	ev.SideA, ev.SideB = f.pool.String(row.Bytes(f.sideA)), f.pool.String(row.Bytes(f.sideB))
	if ev.SideA == "" || ev.SideB == "" {
		flag(ev, FlagNoSide)
	}
	ev.Conflict = f.pool.String(row.Bytes(f.conflict))
	if status := row.Bytes(f.status); status != nil && !bytes.EqualFold(status, clear) {
		flag(ev, FlagStatus)
	}
	if v := row.Bytes(f.version); v != nil {
		f.released = f.pool.String(v)
	}
	ev.Said, ev.Where = string(row.Bytes(f.said)), string(row.Bytes(f.where))
	return nil
}

// clear is the code_status of a row that is coded to the end.
var clear = []byte("clear")

var classes = map[string]string{
	"1": tocsin.StateBased, "State-based violence": tocsin.StateBased, "State-based conflict": tocsin.StateBased, "state-based": tocsin.StateBased,
	"2": tocsin.NonState, "Non-state violence": tocsin.NonState, "Non-state conflict": tocsin.NonState, "non-state": tocsin.NonState,
	"3": tocsin.OneSided, "One-sided violence": tocsin.OneSided, "one-sided": tocsin.OneSided,
}

// when reads the dates and their precision.
func (f *format) when(row *source.Row, ev *tocsin.DataEvent) *tocsin.Error {
	var err *tocsin.Error
	if f.start < 0 {
		if ev.From, err = row.YMD(f.year, f.month, f.day); err != nil {
			return err
		}
		ev.To = ev.From
	} else {
		if ev.From, err = row.Day(f.start); err != nil {
			return err
		}
		if ev.To, err = row.Day(f.end); err != nil {
			return err
		}
		if ev.To < ev.From {
			return row.Fail(f.end, "exchange the two dates", "%s is before date_start, %s", ev.To, ev.From)
		}
		var year int
		if ok, err := row.Int(f.year, &year); err != nil {
			return err
		} else if ok && year != ev.From.Year() && year != ev.To.Year() {
			flag(ev, FlagYearOff)
		}
	}
	ev.DatePrec, err = precision(row, f.datePrec, 5, ev)
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

// whereAt reads the place.
func (f *format) whereAt(row *source.Row, ev *tocsin.DataEvent) *tocsin.Error {
	err := row.Point(f.lat, f.lon, ev)
	if err != nil {
		return err
	}
	if !ev.HasPoint {
		flag(ev, FlagNoPoint)
	}
	ev.Place = string(row.Bytes(f.place))
	ev.Extra = f.unit(row)
	ev.PlacePrec, err = precision(row, f.placePrec, 7, ev)
	return err
}

// unit names the province and the district, as one value for all rows in it.
func (f *format) unit(row *source.Row) tocsin.Extra {
	key := [2]string{f.pool.String(row.Bytes(f.adm1)), f.pool.String(row.Bytes(f.adm2))}
	extra, ok := f.units[key]
	if !ok {
		extra = tocsin.MakeExtra(map[string]string{"adm_1": key[0], "adm_2": key[1]})
		f.units[key] = extra
	}
	return extra
}

// deaths reads the three estimates, as published.
func (f *format) deaths(row *source.Row, ev *tocsin.DataEvent) *tocsin.Error {
	if len(f.numbers) < 3 {
		f.numbers = make([]int, 3*1024)
	}
	n := f.numbers[:3:3]
	f.numbers = f.numbers[3:]
	for k, dst := range [3]**int{&ev.Low, &ev.Best, &ev.High} {
		ok, err := row.Int([3]int{f.low, f.best, f.high}[k], &n[k])
		if err != nil {
			return err
		}
		if ok {
			*dst = &n[k]
		}
	}
	if ev.Best == nil {
		flag(ev, FlagNoDeaths)
	}
	if above(ev.Low, ev.Best) || above(ev.Best, ev.High) || above(ev.Low, ev.High) {
		flag(ev, FlagDeaths)
	}
	return nil
}

func above(a, b *int) bool { return a != nil && b != nil && *a > *b }

// Finish implements source.Format.
func (f *format) Finish(s *source.Summary, name string) {
	s.Dataset.Dataset = Dataset
	s.Dataset.Vintage = vintageOf(name)
	if f.released != "" {
		s.Dataset.Vintage = f.released
		if strings.Count(f.released, ".") == 2 { // 25.0.6: yearly releases have two numbers
			s.Dataset.Vintage = "candidate " + f.released
		}
		s.Notes = append(s.Notes, "vintage "+s.Dataset.Vintage+" read from the last row")
	} else if s.Dataset.Vintage != "" {
		s.Notes = append(s.Notes, "vintage "+s.Dataset.Vintage+" read from the file's name")
	}
	if len(f.tags) > 0 {
		s.Notes = append(s.Notes, "line "+strings.Join(f.tags, ", ")+" holds tags (HXL), not an event, and is passed over")
	}
	s.Dataset.Coverage = f.coverage()
}

// coverage says what the file does not hold.
func (f *format) coverage() string {
	var says []string
	switch {
	case f.placePrec < 0:
		says = append(says, NoPlacePrecision)
	case f.precs[3]+f.precs[4]+f.precs[5]+f.precs[6]+f.precs[7] == 0:
		says = append(says, "only events placed within 25 km (where_prec 1 and 2) are in this file")
	}
	if f.datePrec < 0 {
		says = append(says, NoDatePrecision)
	}
	if n := len(f.countries); n > 0 && n <= 3 {
		var names []string
		for c := range f.countries {
			names = append(names, c)
		}
		sort.Strings(names)
		says = append(says, "only "+strings.Join(names, ", "))
	}
	return strings.Join(says, "; ")
}

// officialName matches the names under which GED is handed out:
// GEDEvent_v23_1.csv, GEDEvent_v25_0_6.csv (Candidate, June 2025),
// GEDEvent_v25_01_25_12.csv (Candidate, January to December), ged231-csv.zip.
var officialName = regexp.MustCompile(`(?i)(?:^|[/\\])(?:gedevent_v(\d\d)_(\d+)(?:_(\d\d)_(\d\d)|_(\d{1,2}))?|ged(\d\d)(\d))(?:[^0-9a-z][^/\\]*)?$`)

// vintageOf reads the vintage from an official file name, "" from another.
func vintageOf(name string) string {
	m := officialName.FindStringSubmatch(name)
	switch {
	case m == nil:
		return ""
	case m[6] != "":
		return m[6] + "." + m[7]
	case m[5] != "":
		return "candidate " + m[1] + "." + m[2] + "." + m[5]
	case m[3] != "":
		return "candidate " + m[1] + "." + m[2] + "–" + m[3] + "." + m[4]
	}
	return m[1] + "." + m[2]
}
