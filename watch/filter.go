package watch

import (
	"fmt"
	"strings"

	"tocsin"
	"tocsin/geo"
)

// A Filter says which rows count. Empty fields restrict nothing; the values of
// one field are alternatives; different fields must all hold. Names are matched
// exactly as the dataset writes them.
type Filter struct {
	Countries  []string
	Sides      []string // either side is one of these
	Classes    []string // tocsin.StateBased, NonState, OneSided; for coup lists realised, attempted, conspiracy
	NotClasses []string // none of these
	Datasets   []string
	Acts       []string
	From       tocsin.Date // first day that counts; zero: open
	Until      tocsin.Date // last day that counts; zero: open
	Near       *geo.Point  // with WithinKM: at most so far from here
	WithinKM   float64
	Box        *Box   // within these bounds
	Label      string // name for Sides in words, "JNIM"; "" writes the sides out
}

// A Box bounds latitude and longitude; West > East crosses the date line.
type Box struct{ South, North, West, East float64 }

// String says the filter in words: "events involving JNIM, in Mali, without
// non-state".
func (f Filter) String() string {
	var parts []string
	noun := "all events"
	if who := f.who(); who != "" {
		noun = "events involving " + who
	}
	parts = append(parts, noun)
	add := func(format string, list []string, sep string) {
		if len(list) > 0 {
			parts = append(parts, fmt.Sprintf(format, strings.Join(list, sep)))
		}
	}
	add("in %s", f.Countries, " or ")
	add("only %s", f.Classes, " or ")
	add("without %s", f.NotClasses, " and ")
	add("of kind %s", f.Acts, " or ")
	add("from %s", f.Datasets, " or ")
	if f.Near != nil {
		parts = append(parts, fmt.Sprintf("within %g km of %.4f, %.4f", f.WithinKM, f.Near.Lat, f.Near.Lon))
	}
	if f.Box != nil {
		parts = append(parts, fmt.Sprintf("between %g and %g north, %g and %g east", f.Box.South, f.Box.North, f.Box.West, f.Box.East))
	}
	return strings.Join(parts, ", ")
}

func (f Filter) who() string {
	if f.Label != "" {
		return f.Label
	}
	return strings.Join(f.Sides, " or ")
}
