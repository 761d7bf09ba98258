package check

import (
	_ "embed" // shortfall.txt
	"fmt"
	"strings"

	"tocsin"
	"tocsin/watch"
)

// A file of GED may leave out the rows without an exact place. What it shows is then a
// lower bound of a number. An upper one comes from how much such a file was found to
// lack: the ratio of all deaths to those of the rows with where_prec 1 or 2, measured
// over 1,540 country-years.

// shortfallText is the highest ratio that was found for each country.
//
//go:embed shortfall.txt
var shortfallText string

// shortfalls is the ratio that 95 of 100 country-years stay under, by how many rows the
// file has for them: for countries that shortfall.txt does not list, and few rows.
var shortfalls = []struct {
	rows   int
	factor float64
}{{100, 3}, {50, 4}, {25, 6}, {10, 7}, {5, 8}, {1, 14}}

const (
	// minListed is from how many rows on a country's own ratio is used.
	minListed = 10
	// partFactor is by how much the ratio is stretched where only some of a country's
	// rows count, those of an actor or a few months.
	partFactor = 1.5
	// noneMost is what the whole may hold where the file has no row for a country and
	// a year: 98 of 100 such country-years have 19 deaths at most.
	noneMost = 50
)

// listedShortfall is the ratio of a country, 0 for one that is not listed.
func listedShortfall(iso string) float64 {
	for line := range strings.Lines(shortfallText) {
		var code string
		var years int
		var ratio float64
		if n, err := fmt.Sscanf(line, "%s %d %f", &code, &years, &ratio); n == 3 && err == nil && code == iso {
			return ratio
		}
	}
	return 0
}

// atMost is what the whole of the data holds where a partial file shows value in so
// many rows; ok is false where that cannot be told.
func (s scope) atMost(value float64, rows int, w watch.Window) (most float64, ok bool) {
	part := len(s.all.sides) > 0 || s.among != nil || s.class != "" || length(w) < 360
	if rows == 0 {
		return noneMost, !part && s.iso != ""
	}
	f := 0.0
	if rows >= minListed {
		if f = listedShortfall(s.iso); f > 0 && part {
			f *= partFactor
		}
	}
	for _, step := range shortfalls {
		if f == 0 && rows >= step.rows {
			f = step.factor
		}
	}
	return value * f, value > 0
}

// covered is the verdict on a number where the file leaves rows out, with the reason
// in words: what it shows is a lower bound, and what atMost gives an upper one. Of a
// single event, or a time shorter than a month, nothing is known but the lower bound.
func (j *job) covered(verdict string, value float64, rows int, s scope, w watch.Window) (sure, note string, ok bool) {
	claimed := *j.k.Value
	most, known := s.atMost(value, rows, w)
	if rows == 0 && j.k.Form == tocsin.FormRate {
		most /= j.perTime(w)
	}
	beyond := known && claimed > most && !j.c.events.complete && !j.single() && length(w) >= 28
	if beyond {
		note = "; the file leaves rows out, but with as many as such files were found to lack there are " + number(round(most, 0)) + " at most"
	}
	op := opOf(j.k)
	if strings.Contains(strings.ToLower(j.k.Text), "exactly") {
		if value > claimed { // the rows left out only add to it
			return tocsin.DoesNotHold, "", true
		}
		return tocsin.DoesNotHold, note, beyond // the rows left out may be what is missing
	}
	lower, upper := op == ">" || op == ">=", op == "<" || op == "<="
	switch {
	case lower && verdict == tocsin.Holds, upper && verdict == tocsin.DoesNotHold, !lower && !upper && verdict != tocsin.DoesNotHold:
		return verdict, "", true
	case upper:
		return tocsin.Holds, note, beyond && rows > 0
	case !lower && value > claimed: // the rows left out only add to it
		return verdict, "", true
	}
	return tocsin.DoesNotHold, note, beyond
}
