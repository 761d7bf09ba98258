// Package watch measures event data: how often, how near, how far.
//
// What goes in: data events, as a sequence, put into one columnar [Table]; a
// [Filter] that says which of them count. What comes out: [Tempo] and [Series],
// [Reach] and [Spread], [Ranking], [Table.Panel], [Nearby], [Count] and [Coups], each with the
// [Basis] it rests on: how many rows, which window, which filter in words, and
// warnings. docs/methods/tempo.md and reach.md defend them. It assumes that an
// event happened on its first day, that windows of whole months begin and end on
// the same day of the month, and that a point of unknown precision may lie 25 km
// from the truth. It does no input or output, does not query a store, resolves
// no names (sides and countries are matched as the dataset writes them), and
// passes no judgement; package check does.
//
// A state-based row of UCDP GED names two sides and no attacker. Results
// therefore speak of events involving an actor, never of attacks by one.
package watch

import (
	"tocsin"
	"tocsin/geo"
)

// DefaultLevel is the confidence level of intervals where none is given.
const DefaultLevel = 0.9

// DefaultPlaceErrorKM is the assumed error of a point of unknown precision, and
// of UCDP's where_prec 2: "within about 25 km".
const DefaultPlaceErrorKM = 25.0

// A Window is a run of days, both ends included. It is what is printed; windows
// are computed half-open, so that two in a row share no day and miss none.
type Window struct {
	From  tocsin.Date `json:"from"`
	Until tocsin.Date `json:"until"`
}

// A Basis is what a result rests on. Every result carries one.
type Basis struct {
	N        int              `json:"n"`      // rows that count
	Window   Window           `json:"window"` // days asked for; a zero end is open
	Filter   string           `json:"filter"` // in words: "events involving JNIM, in Mali"
	Datasets []string         `json:"datasets"`
	Covered  Window           `json:"covered"`  // days the datasets cover, as declared or else from first to last row
	Warnings []tocsin.Warning `json:"warnings"` // to be printed with the result
}

// A Hit is one row of the table as results show it.
type Hit struct {
	Row     int         `json:"-"` // of the table that made it
	ID      string      `json:"id"`
	Date    tocsin.Date `json:"date"`
	Country string      `json:"country"`
	SideA   string      `json:"side_a"`
	SideB   string      `json:"side_b"`
	Class   string      `json:"class"`
	Place   string      `json:"place"`
	Lat     float64     `json:"lat"`
	Lon     float64     `json:"lon"`
	ErrorKM float64     `json:"error_km"` // how far the point may lie from the truth
	Deaths  *int        `json:"deaths"`   // best estimate; nil where the dataset gives none
	KM      float64     `json:"km"`       // distance from, or beyond, the point asked about; the result says which
}

// Point is where the row lies.
func (h Hit) Point() geo.Point { return geo.Point{Lat: h.Lat, Lon: h.Lon} }
