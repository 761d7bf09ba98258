package check

import (
	"fmt"
	"slices"
	"strings"

	"tocsin"
	"tocsin/stat"
	"tocsin/watch"
)

// clearLevel is the level of the interval that must exclude no change.
const clearLevel = 0.9

// A comparison is one reading of a change: what is counted, when, against when.
type comparison struct {
	party    party
	now      watch.Window
	then     watch.Window
	deaths   bool
	noOthers bool   // without rows of fighting between non-state groups
	oneSided bool   // civilians: one-sided rows alone
	totals   bool   // times of unlike length are compared by their sums
	differs  string // in which respect it departs from the first reading
	against  string // in words
}

// change judges that something grew or fell.
func (j *job) change() answer {
	s, bad := j.scope()
	if bad != nil {
		return *bad
	}
	if p, ok := j.spot(); ok {
		return cannot("name the country", "the data does not say in which province or region an event was: "+p.Text, j.c.events.sets...)
	}
	if s.iso == "" && len(s.countries)+len(s.all.sides) == 0 && s.among == nil && s.class == "" && !contains(" "+strings.ToLower(j.s.Quote)+" ", worldWords) {
		return cannot("name the country", "the claim does not say where", j.c.events.sets...)
	}
	base := comparison{party: s.all, deaths: deathsMeant(j.k.Of.Measure), oneSided: civiliansMeant(j.k.Of.Measure), totals: j.sums()}
	list, why := j.comparisons(s, base)
	if why != "" {
		return cannot(later, why, j.c.events.sets...)
	}
	out := answer{unit: tocsin.Ratio, data: j.c.events.sets}
	var differs, lines []string
	var first stat.Ratio
	for i, k := range list {
		v, line, rows, r := j.compareOnce(s, k)
		out.alternatives = append(out.alternatives, v)
		differs = append(differs, k.differs)
		if line != "" {
			lines = append(lines, line)
		}
		if i == 0 {
			first = r
			out.value, out.low, out.high = r.Value, r.Low, r.High
			out.events = j.c.events.ids(rows)
		}
	}
	out.verdict, out.turnsOn = combine(out.alternatives, differs)
	out.query = j.scopeQuery("tempo", s, s.all, list[0].now)
	if out.verdict == tocsin.CannotBeMeasured {
		out.reason = "the data has no rows of " + j.who(s, s.all, "events") + " in either time; reword the claim, or import data that covers it with --events FILE"
		return out
	}
	if out.verdict == tocsin.Partly && out.turnsOn == "" {
		out.turnsOn = "whether the change is clear: the 90 % interval contains 1"
	}
	note := ""
	if out.verdict == tocsin.Partly && !slices.ContainsFunc(out.alternatives, func(v tocsin.Variation) bool { return v.Verdict == tocsin.Holds }) {
		note = " The rule: no reading shows a clear change, since every 90 % interval contains 1 or the change runs the other way; partly, because an estimate points the claim's way."
	}
	if out.verdict == tocsin.Holds && first.Contains(1) && j.inRun(s, list[0]) {
		note = " The change of this step alone is not clear; that so many in a row go one way is."
	}
	if s.all.notes != "" {
		note += " Note: " + s.all.notes + "."
	}
	out.sentence = fmt.Sprintf("In this data, %s. %s %s.%s", strings.Join(lines, "; "), quoted(j.k.Text), verdictWords(out.verdict, out.turnsOn), note)
	return out
}

// plainlyMore reports that one of two times that the text names has more than the other, as
// it says, by more than a file with rows left out may be off.
func (j *job) plainlyMore(r stat.Ratio, k comparison) bool {
	if j.k.Window == nil || j.k.Window.From.IsZero() {
		return false
	}
	if j.k.Value != nil && *j.k.Value > 0 && *j.k.Value != 1 {
		return r.Value != nil && j.meets(*r.Value, *j.k.Value)
	}
	if j.k.Op == "=" || j.k.Op == "~" {
		return false
	}
	if toward(r, strings.HasPrefix(j.k.Op, "<")) == tocsin.DoesNotHold {
		return false
	}
	return r.Value == nil || abs(*r.Value-1) > closeShare*max(1, *r.Value)
}

// sums reports that times of unlike length are compared by what there was in each: "more in
// one month than in the ten years before combined".
func (j *job) sums() bool {
	return contains(" "+strings.ToLower(j.s.Quote)+" ", []string{" combined", " together", " taken as a whole", " in total", " the whole of ", " in all of ", " the entire ", "previous decade", "preceding decade", "decade before"})
}

func deathsMeant(measure string) bool { return strings.Contains(measure, "death") }

func civiliansMeant(measure string) bool { return strings.Contains(measure, "civilian") }

// comparisons lists the fair readings: what the claim fixes is not varied.
func (j *job) comparisons(s scope, base comparison) (out []comparison, why string) {
	now, then, fixed := j.changeWindows()
	if !fixed {
		return j.openComparisons(s, base)
	}
	if why := j.c.events.outsideData(watch.Window{From: then.From, Until: now.Until}); why != "" {
		return nil, why
	}
	base.now, base.then = now, then
	base.against = "in " + days(now) + " and in " + days(then)
	out = append(out, base)
	if n, ok := months(now); ok && n < 12 && j.k.Window.Anchor == nil {
		k := base
		k.then = yearBefore(now)
		k.against, k.differs = "the same months a year before", "against which time one compares"
		if j.c.events.outsideData(k.then) == "" {
			out = append(out, k)
		}
	}
	return append(out, j.otherMeasures(s, base)...), ""
}

// openComparisons are the readings of a claim that names no time: the half-year
// to the last day against the one before, the same months a year before, and
// twelve months.
func (j *job) openComparisons(s scope, base comparison) (out []comparison, why string) {
	last := j.lastDay(s.iso)
	base.now = back(last, 6)
	base.then = before(base.now)
	base.against = "in the half-year to " + last.String() + " and the one before"
	if why := j.c.events.outsideData(watch.Window{From: base.then.From, Until: last}); why != "" {
		return nil, why
	}
	out = append(out, base)
	for _, p := range s.parts {
		if len(s.parts) < 2 {
			break
		}
		k := base
		k.party, k.differs = p, "which group one counts"
		out = append(out, k)
	}
	season := base
	season.then = yearBefore(base.now)
	season.against, season.differs = "the same months a year before", "against which time one compares"
	year := base
	year.now = back(last, 12)
	year.then = before(year.now)
	year.against, year.differs = "in the twelve months to "+last.String()+" and the twelve before", "against which time one compares"
	for _, k := range []comparison{season, year} {
		if j.c.events.outsideData(k.then) == "" {
			out = append(out, k)
		}
	}
	out = append(out, j.otherMeasures(s, base)...)
	if measureOpen(j.k.Of.Measure) && j.c.events.outsideData(year.then) == "" {
		year.deaths, year.differs = true, "whether one counts events or deaths"
		out = append(out, year)
	}
	return out, ""
}

// otherMeasures varies what is counted, where the claim leaves it open.
func (j *job) otherMeasures(s scope, base comparison) (out []comparison) {
	if base.party.attacker && !base.oneSided && s.class == "" && !contains(strings.ToLower(j.s.Quote), []string{" involving ", " in which "}) {
		k := base
		k.noOthers, k.differs = true, "whether fighting between non-state groups counts"
		out = append(out, k)
	}
	if measureOpen(j.k.Of.Measure) {
		k := base
		k.deaths, k.differs = true, "whether one counts events or deaths"
		out = append(out, k)
	}
	return out
}

// changeWindows is the time the claim names and the time it compares with.
func (j *job) changeWindows() (now, then watch.Window, fixed bool) {
	w := j.k.Window
	if w == nil || w.From.IsZero() {
		return now, then, false
	}
	now = j.window()
	if now.Until.IsZero() || !j.s.Published.IsZero() && now.Until >= j.s.Published {
		iso, _, _ := j.ofCountry()
		now.Until = j.lastDay(iso)
	}
	if now.Until < now.From {
		return now, then, false
	}
	if w.Anchor != nil {
		if b, ok := parseWindow(w.Anchor.Text); ok {
			return now, b, true
		}
	}
	return now, before(now), true
}

// label says in words what the reading counts: the first in full, the others by
// what they change.
func (k comparison) label(j *job, s scope, measure string) string {
	switch {
	case k.differs == "":
		return j.who(s, k.party, measure) + " " + k.against + ":"
	case k.noOthers:
		return "without fighting between non-state groups"
	case k.party.name != s.all.name:
		return k.party.name + " alone"
	case k.deaths && !strings.Contains(k.against, "twelve"):
		return "deaths"
	case k.deaths:
		return "deaths " + k.against
	}
	return k.against
}

// sides counts both times of one reading.
func (j *job) sides(s scope, k comparison) (now, then tally) {
	count := func(w watch.Window) tally {
		f := s.filter(k.party, w)
		if k.noOthers {
			f.NotClasses = []string{tocsin.NonState}
		}
		if k.oneSided {
			f.Classes = []string{tocsin.OneSided}
		}
		return j.c.events.tally(f)
	}
	return count(k.now), count(k.then)
}

// compareOnce counts one reading.
func (j *job) compareOnce(s scope, k comparison) (v tocsin.Variation, line string, rows []int, r stat.Ratio) {
	now, then := j.sides(s, k)
	measure := "events"
	var err error
	if k.deaths {
		measure = "deaths"
		r, err = scaled(now.deaths, then.deaths, k)
	} else {
		r, err = stat.CountRatio(now.events, then.events, clearLevel)
		if err == nil && length(k.now) != length(k.then) {
			r, err = scaledCounts(now.events, then.events, k)
		}
	}
	v = tocsin.Variation{Actors: k.party.actors(), Window: days(k.now) + " against " + days(k.then), Filter: filterWords(measure, k), Verdict: tocsin.CannotBeMeasured}
	if err != nil {
		return v, "", now.rows, r
	}
	v.Value, v.Low, v.High = rounded(r.Value), rounded(r.Low), rounded(r.High)
	v.Verdict = j.changeVerdict(r)
	if byEvents, e := stat.CountRatio(now.events, then.events, clearLevel); e == nil && k.deaths && (r.After == 0 || r.Before == 0) {
		// A sum of no deaths has no interval; the number of events then says
		// whether the change is clear.
		v.Verdict = j.changeVerdict(byEvents)
	}
	if total, ok := j.totals(r, k); ok {
		v.Verdict = total
	}
	if v.Verdict == tocsin.Partly && (j.inRun(s, k) || j.plainlyMore(r, k)) {
		v.Verdict = tocsin.Holds
	}
	line = fmt.Sprintf("%s %s against %s, %s", k.label(j, s, measure), number(r.After), number(r.Before), ratioWords(r))
	r.Value, r.Low, r.High = v.Value, v.Low, v.High
	return v, line, now.rows, r
}

// unlikeTimes is from what ratio of their lengths two times are compared by their sums:
// "more in November than in the ten months before" is no rate.
const unlikeTimes = 1.5

// totals judges more or less between two named times of unlike lengths by their sums.
func (j *job) totals(r stat.Ratio, k comparison) (verdict string, ok bool) {
	a, b := float64(length(k.now)), float64(length(k.then))
	if w := j.k.Window; j.k.Value != nil || w == nil || w.Anchor == nil || max(a, b) < unlikeTimes*min(a, b) || j.k.Op != ">" && j.k.Op != "<" {
		return "", false
	}
	x, y := r.After, r.Before
	if j.k.Op == "<" {
		x, y = y, x
	}
	switch {
	case x > y*(1+closeShare):
		return tocsin.Holds, true
	case x < y*(1-closeShare):
		return tocsin.DoesNotHold, true
	}
	return tocsin.Partly, true
}
