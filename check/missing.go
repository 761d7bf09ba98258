package check

import (
	_ "embed" // missing.txt
	"math"
	"strconv"
	"strings"
	"sync"

	"tocsin"
	"tocsin/watch"
)

// missingText is what the exactly placed rows of UCDP GED 21.1 lack, by country and month:
// see its head.
//
//go:embed missing.txt
var missingText string

// A lacking is what a file of exactly placed rows holds of a country and a year, and what
// it lacks of each month, in deaths. A month below 0 has rows that the totals date
// elsewhere.
type lacking struct {
	kept  float64
	month [12]float64
}

// lackings are the country-years of missing.txt; known are its countries.
type lackings struct {
	years map[string]lacking // "ML 2019"
	known map[string]bool
}

var readLackings = sync.OnceValue(func() lackings {
	out := lackings{map[string]lacking{}, map[string]bool{}}
	for line := range strings.Lines(missingText) {
		f := strings.Fields(line)
		if len(f) != 4 || strings.HasPrefix(line, "#") {
			continue
		}
		var l lacking
		l.kept, _ = strconv.ParseFloat(f[2], 64)
		for i, s := range strings.Split(f[3], ",") {
			if i < 12 && s != "" {
				l.month[i], _ = strconv.ParseFloat(s, 64)
			}
		}
		out.known[f[0]] = true
		out.years[f[0]+" "+f[1]] = l
	}
	return out
})

// firstTotals and lastTotals are the years that missing.txt covers.
const firstTotals, lastTotals = 1989, 2020

// totalsBelow marks a country-year whose totals are clearly lower than the rows
// themselves: the two do not count the same, and nothing follows.
const totalsBelow = 0.9

// missing is how many deaths of the scope's country a window may have that the file
// leaves out, by UCDP's own totals. It holds only where the file has exactly the rows
// that the totals were compared with; known is false elsewhere.
func (e *eventData) missing(s scope, w watch.Window) (deaths float64, known bool) {
	for _, iso := range s.isos {
		more, ok := e.missing(scope{iso: iso, countries: e.country[iso]}, w)
		if !ok {
			return 0, false
		}
		deaths, known = deaths+more, true
	}
	if len(s.isos) > 0 {
		return deaths, known
	}
	l := readLackings()
	if e.complete || s.iso == "" || !l.known[s.iso] || w.From.IsZero() || w.Until.IsZero() || w.From.Year() < firstTotals || w.Until.Year() > lastTotals {
		return 0, false
	}
	for y := w.From.Year(); y <= w.Until.Year(); y++ {
		k := l.years[s.iso+" "+strconv.Itoa(y)]
		total, elsewhere, inside := k.kept, 0.0, 0.0
		for m, d := range k.month {
			total += d
			elsewhere += max(0, -d)
			first, err := tocsin.MakeDate(y, m+1, 1)
			if err == nil && first <= w.Until && first.MonthEnd() >= w.From {
				inside += max(0, d)
			}
		}
		if total < totalsBelow*k.kept || math.Abs(e.yearDeaths(s, y)-k.kept) > 0.5 {
			return 0, false
		}
		if elsewhere > 0 { // rows that the totals date elsewhere hide a lack only where the file has rows
			elsewhere = min(elsewhere, e.monthsDeaths(s, y, w))
		}
		deaths += inside + elsewhere
	}
	return deaths, true
}

// yearDeaths is what the file has of a country and a year, counted once.
func (e *eventData) yearDeaths(s scope, y int) float64 {
	key := s.iso + " " + strconv.Itoa(y)
	if n, ok := e.years.Load(key); ok {
		return n.(float64)
	}
	from, _ := tocsin.MakeDate(y, 1, 1)
	until, _ := tocsin.MakeDate(y, 12, 31)
	n := e.tally(watch.Filter{Countries: e.country[s.iso], From: from, Until: until}).deaths.Total
	e.years.Store(key, n)
	return n
}

// monthsDeaths is what the file has of a country in the months of a year that a window touches.
func (e *eventData) monthsDeaths(s scope, y int, w watch.Window) float64 {
	first, _ := tocsin.MakeDate(y, 1, 1)
	last, _ := tocsin.MakeDate(y, 12, 31)
	if w.From > first {
		first = w.From.MonthEnd().AddDays(1).AddMonths(-1)
	}
	if w.Until < last {
		last = w.Until.MonthEnd()
	}
	return e.tally(watch.Filter{Countries: e.country[s.iso], From: first, Until: last}).deaths.Total
}
