package check

import (
	"math"
	"strings"

	"tocsin"
	"tocsin/watch"
)

// A ranking is where a size stands among others. The place that the claim gives it
// counts from the highest, or from the lowest where it is negative.
type ranking struct {
	mine, place  float64
	above, below int     // clearly or narrowly greater and smaller ones
	near         int     // of those, how many within a tenth
	nearAbove    int     // of the near ones, how many are greater
	best         float64 // the most extreme other, -1 for none
	bestAt       watch.Window
}

// size is the tally's number of events or deaths.
func (t tally) size(measure string) float64 {
	if measure == "events" {
		return float64(t.events)
	}
	return t.deaths.Total
}

// try adds another time of a size.
func (r *ranking) try(x float64, at watch.Window) {
	if x > r.mine {
		r.above++
	} else {
		r.below++
	}
	if math.Abs(x-r.mine) <= closeShare*max(x, r.mine) {
		r.near++
		if x > r.mine {
			r.nearAbove++
		}
	}
	if r.best < 0 || r.place > 0 && x > r.best || r.place < 0 && x < r.best {
		r.best, r.bestAt = x, at
	}
}

// rank is the place from the end at which the claim counts.
func (r *ranking) rank() int {
	if r.place < 0 {
		return r.below + 1
	}
	return r.above + 1
}

// verdict compares the place with the claimed one. Others within a tenth may have
// been swapped with it by what the file leaves out.
func (r *ranking) verdict() string {
	if r.best < 0 {
		return tocsin.CannotBeMeasured
	}
	clear := r.above - r.nearAbove // clearly greater
	if r.place < 0 {
		clear = r.below - (r.near - r.nearAbove)
	}
	want := int(math.Abs(r.place)) - 1 // how many the claim puts before it
	switch {
	case r.near == 0 && clear == want:
		return tocsin.Holds
	case clear <= want && want <= clear+r.near:
		return tocsin.Partly
	}
	return tocsin.DoesNotHold
}

// A rankReading is a fair reading of the time within which a claim ranks.
type rankReading struct {
	span    watch.Window
	differs string
}

// rankReadings are the times within which the claim may rank. "The deadliest year since
// 2009" is commonly said of one that comes after a deadlier 2009, by a text that knows what
// came later; of a month it says nothing of that. "Since 2009 the deadliest year was" may
// mean both.
func (j *job) rankReadings(w watch.Window) []rankReading {
	span := j.rankSpan()
	a := j.k.Window.Anchor
	if a == nil || a.Rel != "since" || strings.Contains(a.Text, "/") {
		return []rankReading{{span: span}}
	}
	named, ok := parseWindow(a.Text)
	if !ok {
		return []rankReading{{span: span}}
	}
	q := " " + strings.ToLower(j.s.Quote) + " "
	idiom := sinceFollows(q)
	after := span
	if after.From >= named.From { // not cut to the data
		after.From = max(after.From, named.Until.AddDays(1))
	}
	now := after
	if length(w) < 360 { // of a month it is said when it is over, of a year looking back
		now.Until = min(now.Until, max(w.Until, now.From))
	}
	if sinceWas(q) || contains(q, []string{" has been ", " has had ", " have been ", " is ", " has not ", " has seen "}) {
		now = after // to this day
	}
	out := []rankReading{{span: now}}
	if now != after && !contains(q, []string{" had "}) {
		out = append(out, rankReading{after, "whether later times count"})
	}
	if !idiom {
		out = append(out, rankReading{watch.Window{From: span.From, Until: after.Until}, "whether the time named after “since” counts too"})
	}
	return out
}

// sinceWas reports that the time ranked is told of all the time since: "the worst year
// since 2000 was 2011".
func sinceWas(q string) bool {
	_, tail, ok := strings.Cut(q, " since ")
	words := strings.Fields(tail)
	for i := 1; ok && i < min(len(words), 3); i++ {
		if words[i] == "was" || words[i] == "is" || words[i] == "remains" {
			return true
		}
	}
	return false
}

// sinceFollows reports a "since" in its common place after a superlative, or after a
// denial: "the worst since 2009", "not since 2009", "no year since 2009".
func sinceFollows(q string) bool {
	at := strings.Index(q, " since ")
	if at < 0 {
		return true // it stands after the words that the statement quotes
	}
	head := q[:at+1]
	return contains(head, []string{"est ", "worst ", " most ", " peak", " record ", " highest ", " not ", " no ", " any "})
}
