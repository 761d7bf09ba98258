package check

import (
	_ "embed" // shortfall.txt
	"fmt"
	"slices"
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
	// farBeyond is how far above all that there was a number of one event must be, which others
	// may have told higher, to be refuted.
	farBeyond = 1.25
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

// atMost is what the whole of the data holds at most where a partial file shows value in
// so many rows: by UCDP's own totals where they are known of these rows, else by how much
// such files were found to lack; ok is false where that cannot be told. Each row left out
// has a death, so that the deaths left out bound the events left out too.
func (j *job) atMost(s scope, value float64, rows int, w watch.Window) (most float64, ok bool) {
	if lacks, known := j.c.events.missing(s, w); known {
		return value + lacks, true
	}
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

// inProportion is the value filled up by the share of its country's deaths that the file
// leaves out.
func (j *job) inProportion(s scope, value float64, w watch.Window) (float64, bool) {
	lacks, known := j.c.events.missing(s, w)
	whole := scope{iso: s.iso, countries: s.countries}
	have := j.c.events.tally(whole.filter(party{}, w)).deaths.Total
	if !known || have == 0 {
		return 0, false
	}
	return value * (have + lacks) / have, true
}

// covered is the verdict on a number where the file leaves rows out, with the reason
// in words: what it shows is a lower bound, and what atMost gives an upper one. Of a
// single event, or a time shorter than a month, nothing is known but the lower bound.
func (j *job) covered(verdict string, value float64, rows int, s scope, w watch.Window) (sure, note string, ok bool) {
	claimed, per := *j.k.Value, 1.0
	if j.k.Form == tocsin.FormRate {
		per = j.perTime(w)
	}
	most, known := j.atMost(s, value*per, rows, w)
	most /= per
	sharp := length(w) >= 28 && !j.single()
	beyond := known && (claimed > most || claimed == most && opOf(j.k) == ">") && !j.c.events.complete && sharp || j.beyondOne(s, w, value, claimed)
	if beyond {
		note = "; the file leaves rows out, but with those there are " + number(round(most, 0)) + " at most"
	}
	if lacks, told := j.c.events.missing(s, w); told && !sharp && claimed > farBeyond*(value+lacks) {
		beyond, note = true, "; the file leaves rows out, but with those of that month there are "+number(round(value+lacks, 0))+" at most"
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
	case rows == 0 && verdict == tocsin.Holds && !lower:
		return j.noneShown(s, w, most, known && sharp)
	case lower && verdict == tocsin.Holds, upper && verdict == tocsin.DoesNotHold, !lower && !upper && verdict != tocsin.DoesNotHold:
		return verdict, "", true
	case upper && j.ranged(): // "between 1,500 and 2,000" is an estimate, as "about 1,750" is
		return verdict, "", true
	case upper && beyond:
		return tocsin.Holds, note, true
	case upper:
		filled, known := j.inProportion(s, value, w)
		note = "; the file leaves rows out, and filled up in proportion it is " + number(round(filled, 0))
		return tocsin.Holds, note, known && filled <= claimed && sharp
	case !lower && value > claimed: // the rows left out only add to it
		return verdict, "", true
	}
	return tocsin.DoesNotHold, note, beyond
}

// ranged reports the upper end of a range whose lower end is a claim of the same words.
func (j *job) ranged() bool {
	return slices.ContainsFunc(j.beside(), func(k tocsin.Claim) bool {
		return k.Op == ">=" && k.Text == j.k.Text && k.Value != nil && *k.Value < *j.k.Value
	})
}

// noneShown is the verdict where the file has no row of what the text says there was none
// or little of: by the totals, where they leave nothing out, else by what the file has of
// the same country in that time or the same actor at others.
func (j *job) noneShown(s scope, w watch.Window, most float64, known bool) (verdict, note string, ok bool) {
	if known && most < 1 {
		return tocsin.Holds, "; the file leaves rows out, but none of this country then", true
	}
	if known && most <= *j.k.Value {
		return tocsin.Holds, "; the file leaves rows out, but with those there are " + number(round(most, 0)) + " deaths at most", true
	}
	if len(s.all.sides) == 0 && s.among == nil && s.class == "" {
		return "", "", false
	}
	return tocsin.Holds, "; the file leaves rows out, and what it leaves out may hold some", j.followsScope(s, w)
}

// followsScope reports that the file follows what the scope is about: it has rows of the
// country in that time and of the actor at any.
func (j *job) followsScope(s scope, w watch.Window) bool {
	country := scope{iso: s.iso, countries: s.countries}
	actor := scope{all: s.all}
	here := len(j.c.events.table.Select(country.filter(party{}, w)))
	ever := len(j.c.events.table.Select(actor.filter(s.all, watch.Window{})))
	return ever >= minCovered && (here > 0 || len(s.all.sides) > 0)
}

// tollSlack is how far tolls of one event differ between those who tell of it, and dayError by
// how many days they may date it otherwise.
const (
	tollSlack = 1.25
	dayError  = 2
)

// beyondOne reports a toll of one event, of which the file has value dead, that not even all who
// died on the deadliest day of its country then and all whom the file lacks of the month make up.
func (j *job) beyondOne(s scope, w watch.Window, value, claimed float64) bool {
	if !j.single() && length(w) > 1 || !deathsMeant(j.k.Of.Measure) || value == 0 || j.c.events.complete || j.k.Form != tocsin.FormCount {
		return false
	}
	whole := scope{iso: s.iso, countries: j.c.events.country[s.iso]}
	lacks, known := j.c.events.missing(whole, w)
	about := watch.Window{From: w.From.AddDays(-dayError), Until: w.Until.AddDays(dayError)}
	worst := j.c.events.deadliestDay(j.c.events.tally(whole.filter(party{}, about)))
	return known && claimed > tollSlack*(worst.deaths.Total+lacks)
}
