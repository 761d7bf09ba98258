package watch

import (
	"tocsin"
	"tocsin/geo"
	"tocsin/stat"
)

// What a change compares with.
const (
	Before     = "before"      // the same length of time directly before
	YearBefore = "year before" // the same months a year before
)

// TempoOptions has usable zero values.
type TempoOptions struct {
	Lengths []int   // of the windows, in months; empty: 3, 6, 12
	Level   float64 // of the intervals; 0: DefaultLevel
}

// Tempo is how many events and deaths there were per month, and how the last
// months compare with earlier ones.
type Tempo struct {
	Basis
	End     tocsin.Date `json:"end"` // last day that counts
	Months  []Month     `json:"months"`
	Changes []Change    `json:"changes"`
}

// A Month is what happened in one calendar month, as far as it counts.
type Month struct {
	Window
	Totals
	Complete bool `json:"complete"` // false: the window or the data covers only a part of the month
}

// Totals are the sums of a run of events. Best, Low and High sum the rows that
// have an estimate; NoDeaths counts those that have none.
type Totals struct {
	Events   int `json:"events"`
	Best     int `json:"best"`
	Low      int `json:"low"`
	High     int `json:"high"`
	NoDeaths int `json:"no_deaths"`
}

// A Change compares a window with an earlier one. A ratio that could not be had
// is nil, and Reason says why.
type Change struct {
	Length   int         `json:"length"`  // months
	Against  string      `json:"against"` // Before, YearBefore
	Now      Window      `json:"now"`
	Then     Window      `json:"then"`
	NowSum   Totals      `json:"now_sum"`
	ThenSum  Totals      `json:"then_sum"`
	Events   *stat.Ratio `json:"events"`
	Deaths   *stat.Ratio `json:"deaths"`
	Reason   string      `json:"reason"`
	Warnings []string    `json:"warnings"`
}

// Change returns the comparison of that length; over twelve months the time
// before and the same months a year before are the same, and stored once.
func (t *Tempo) Change(months int, against string) (Change, bool) {
	for _, c := range t.Changes {
		if c.Length == months && (c.Against == against || months == 12) {
			return c, true
		}
	}
	return Change{}, false
}

// Tempo measures the rows of the filter up to end, the last day that counts.
func (t *Table) Tempo(f Filter, end tocsin.Date, o TempoOptions) (*Tempo, error) {
	return nil, tocsin.Errorf(tocsin.Unsupported, "", "tempo is being written")
}

// Count sums the rows of the filter. Zero rows in a window that the data covers
// are a count of zero; where the data does not cover it, an error.
func (t *Table) Count(f Filter) (*Count, error) {
	return nil, tocsin.Errorf(tocsin.Unsupported, "", "count is being written")
}

// Count is how many events and deaths a filter admits.
type Count struct {
	Basis
	Totals
}

// ReachOptions says from where reach is measured. PlaceErrorKM of 0 is
// DefaultPlaceErrorKM.
type ReachOptions struct {
	From         *geo.Point // the capital, or any other point; nil: no distances
	FromName     string
	PlaceErrorKM float64 // assumed for rows of unknown precision
}

// Reach is how near the events came to a point, and how far they lay in each
// direction.
type Reach struct {
	Basis
	From     *geo.Point `json:"from"`
	FromName string     `json:"from_name"`
	MinKM    *float64   `json:"min_km"`
	Q10KM    *float64   `json:"q10_km"` // a tenth of the events lay nearer than this
	MedianKM *float64   `json:"median_km"`
	Nearest  *Hit       `json:"nearest"`
	Furthest []Extreme  `json:"furthest"` // eight, from north clockwise
}

// An Extreme is the event that lay furthest in one direction: the most
// northern, southern and so on by latitude or longitude. Record compares it
// with the furthest event before the window.
type Extreme struct {
	Direction string  `json:"direction"`
	Bearing   float64 `json:"bearing"`
	Hit
	Earlier  *Hit    `json:"earlier"`   // the furthest before the window; nil: no earlier event
	BeyondKM float64 `json:"beyond_km"` // how much further than Earlier; negative: less far
	Record   bool    `json:"record"`    // further than Earlier by more than the place error
}

// Records are the events that lay further in a direction than a point does.
// Hits count only where they lie beyond the place error; their KM is the
// distance beyond the point. Unclear counts the rows that lie further, but
// within the place error.
type Records struct {
	Basis
	Point   geo.Point `json:"point"`
	Bearing float64   `json:"bearing"`
	Hits    []Hit     `json:"hits"` // furthest first
	Unclear int       `json:"unclear"`
}

// Reach measures the rows of the filter.
func (t *Table) Reach(f Filter, o ReachOptions) (*Reach, error) {
	return nil, tocsin.Errorf(tocsin.Unsupported, "", "reach is being written")
}

// Earlier finds the events of the reach's filter, from the beginning of the
// data to the end of its window, that lay further toward bearing than p.
func (r *Reach) Earlier(p geo.Point, bearing float64) (*Records, error) {
	return nil, tocsin.Errorf(tocsin.Unsupported, "", "reach is being written")
}

// Nearby is a list of events with their distance to a point, nearest first.
type Nearby struct {
	Basis
	Point geo.Point `json:"point"`
	KM    float64   `json:"km"` // the radius asked for; 0: none
	Totals
	Hits []Hit `json:"hits"`
}

// Distance finds the n events nearest to p among the rows of the filter.
func (t *Table) Distance(f Filter, p geo.Point, n int) (*Nearby, error) {
	return nil, tocsin.Errorf(tocsin.Unsupported, "", "distance is being written")
}

// Within finds the events at most km from p among the rows of the filter.
func (t *Table) Within(f Filter, p geo.Point, km float64) (*Nearby, error) {
	return nil, tocsin.Errorf(tocsin.Unsupported, "", "within is being written")
}

// CoupOptions has usable zero values.
type CoupOptions struct {
	SameDays int                 // entries of different lists at most so many days apart are one coup; 0: 14
	Country  func(string) string // folds the spellings of one country together; nil: case and marks are folded
}

// Coups are the coups, attempts and conspiracies of coup lists, side by side.
type Coups struct {
	Basis
	Coups []Coup `json:"coups"` // in order of date
}

// A Coup is one event as the lists give it.
type Coup struct {
	Country     string      `json:"country"`
	First       tocsin.Date `json:"first"` // the earliest date a list gives
	Last        tocsin.Date `json:"last"`  // the latest
	DatesDiffer bool        `json:"dates_differ"`
	Entries     []CoupEntry `json:"entries"` // one per list row
}

// A CoupEntry is one row of one list.
type CoupEntry struct {
	Row     int         `json:"-"`
	ID      string      `json:"id"`
	Dataset string      `json:"dataset"`
	Date    tocsin.Date `json:"date"`
	Class   string      `json:"class"`   // realised, attempted, conspiracy
	Outcome string      `json:"outcome"` // succeeded, failed, unknown
}

// Coups lists the coup events of the filter.
func (t *Table) Coups(f Filter, o CoupOptions) (*Coups, error) {
	return nil, tocsin.Errorf(tocsin.Unsupported, "", "coups is being written")
}
