package check

import (
	"fmt"
	"math"

	"tocsin"
	"tocsin/geo"
	"tocsin/watch"
)

// quiet judges how long there had been nothing of a kind before the time named, or how
// long fighting lasted in it.
func (j *job) quiet(s scope) answer {
	one, err := tocsin.Quantity{Value: 1, Unit: j.k.Unit}.To(tocsin.Days) // days of one
	if err != nil || j.k.Value == nil || j.k.Window == nil {
		return cannot("give the length in days, weeks, months or years, and its end", "the claim does not give both", j.c.events.sets...)
	}
	if s.iso == "" && len(s.all.sides) == 0 {
		return cannot("name the country or the group", "the claim does not say whose violence it is", j.c.events.sets...)
	}
	r, bad := j.regionOf(&s)
	if bad != nil {
		return *bad
	}
	w := j.window()
	if why := j.c.events.outsideData(w); why != "" && !(w.From == j.s.Published && w.From <= j.c.events.to.AddMonths(2)) {
		return cannot(later, why, j.c.events.sets...)
	}
	if a := j.k.Window.Anchor; a == nil || a.Rel == "during" {
		return j.lasted(s, w, r, one.Value)
	} else if a.Rel == "after" {
		return j.quietSince(s, w, r, one.Value)
	}
	first, last, ok := j.silence(s, w, r)
	if began := j.c.events.from; !ok && last > 0 && (opOf(j.k) == ">" || opOf(j.k) == ">=") && float64(last-began)/one.Value >= *j.k.Value {
		first, ok = began, true // none since the data begins
	}
	if !ok {
		return cannot("import data that reaches further back with --events FILE", "the data has no row before "+w.From.String()+" of "+j.who(s, s.all, "events")+" to count from, or none then", j.c.events.sets...)
	}
	out := answer{unit: j.k.Unit, value: tocsin.Number(round(float64(last-first)/one.Value, 1)), data: j.c.events.sets, query: j.scopeQuery("tempo", s, s.all, watch.Window{From: first, Until: last})}
	out.sentence = fmt.Sprintf("In this data the last of the %s%s before %s is of %s, %s %s earlier", j.who(s, s.all, "events"), spaced(r.name), last, first, number(*out.value), j.k.Unit)
	out.verdict = lengthVerdict(opOf(j.k), *out.value, *j.k.Value)
	if out.verdict != tocsin.DoesNotHold && !j.wellCovered(s, watch.Window{From: first, Until: last}) {
		out.verdict, out.reason = tocsin.CannotBeMeasured, "the data has too few rows to show that there was none between"+j.partialWords()+"; import a fuller file with --events FILE"
	}
	return j.composedAnswer(out, s, w, r)
}

// quietSince judges how long there was nothing of a kind after the last row of the time named.
func (j *job) quietSince(s scope, w watch.Window, r region, unit float64) answer {
	end := j.c.events.to
	if !j.s.Published.IsZero() {
		end = min(end, j.s.Published)
	}
	var last, next tocsin.Date
	for _, row := range j.sortRows(s, watch.Window{From: w.From, Until: end}, r).in {
		switch ev := j.c.events.table.Event(row); {
		case ev.From <= w.Until:
			last = max(last, ev.From, ev.To)
		case next.IsZero():
			next = ev.From
		}
	}
	if last.IsZero() {
		return cannot("give the time of the last violence as the data has it", "the data has no row of "+j.who(s, s.all, "events")+" in the time named, "+days(w), j.c.events.sets...)
	}
	until := next
	if next.IsZero() {
		until = end
	}
	out := answer{unit: j.k.Unit, value: tocsin.Number(round(float64(until-last)/unit, 1)), data: j.c.events.sets, query: j.scopeQuery("tempo", s, s.all, watch.Window{From: last, Until: until})}
	out.verdict = lengthVerdict(opOf(j.k), *out.value, *j.k.Value)
	out.sentence = fmt.Sprintf("In this data the last of the %s%s then is of %s and the next of %s, %s %s later", j.who(s, s.all, "events"), spaced(r.name), last, next, number(*out.value), j.k.Unit)
	if next.IsZero() {
		out.sentence = fmt.Sprintf("In this data the last of the %s%s then is of %s, and there is none up to %s, %s %s later", j.who(s, s.all, "events"), spaced(r.name), last, end, number(*out.value), j.k.Unit)
		if op := opOf(j.k); op != ">" && op != ">=" && out.verdict == tocsin.Holds {
			out.verdict, out.turnsOn = tocsin.Partly, "how much longer it stays so"
		}
	}
	if out.verdict != tocsin.DoesNotHold && !j.wellCovered(s, watch.Window{From: last.AddDays(1), Until: until.AddDays(-1)}) {
		out.verdict, out.reason = tocsin.CannotBeMeasured, "the data has too few rows to show that there was none between"+j.partialWords()+"; import a fuller file with --events FILE"
	}
	return j.composedAnswer(out, s, w, r)
}

// lengthVerdict compares a length of time with a claimed one: people round.
func lengthVerdict(op string, x, claimed float64) string {
	switch op {
	case ">", ">=":
		return bound(x >= claimed, x >= 0.93*claimed)
	case "<", "<=":
		return bound(x <= claimed, x <= 1.07*claimed)
	}
	return near(abs(x-claimed), max(0.15*claimed, 0.5), 0.3*claimed, min(1, 0.2*claimed)) // ten years are not five
}

// silence is the longest time without rows that ends with a row of the window, or with
// the window's own first day where it is that of the report.
func (j *job) silence(s scope, w watch.Window, r region) (first, last tocsin.Date, ok bool) {
	now := w.From == j.s.Published
	var prev tocsin.Date
	for _, row := range j.sortRows(s, watch.Window{Until: w.Until}, r).in {
		ev := j.c.events.table.Event(row)
		if ev.From >= w.From && prev.IsZero() && last.IsZero() && !now {
			last = ev.From
		}
		if ev.From >= w.From && !prev.IsZero() && (!ok || ev.From-prev > last-first) && !now {
			first, last, ok = prev, ev.From, true
		}
		if ev.From < w.From || !now {
			prev = max(prev, ev.From, ev.To)
		}
	}
	if now && !prev.IsZero() {
		return prev, min(w.From, max(j.c.events.to, prev)), true
	}
	return first, last, ok
}

// runDays is the longest time without a row within one run of fighting.
const runDays = 5

// lasted judges how long the fighting of a time lasted: its run of rows with most dead.
func (j *job) lasted(s scope, w watch.Window, r region, unit float64) answer {
	longer := watch.Window{From: w.From, Until: min(w.Until.AddDays(int(2**j.k.Value*unit)), j.c.events.to)} // it may last beyond the month in which it began
	rows := j.sortRows(s, longer, r).in
	var from, to, bestFrom, bestTo tocsin.Date
	dead, bestDead := 0.0, -1.0
	for n, row := range rows {
		ev := j.c.events.table.Event(row)
		if n == 0 || ev.From > to.AddDays(runDays) {
			from, to, dead = ev.From, ev.From, 0
		}
		if from > w.Until {
			break
		}
		to = max(to, ev.From, ev.To)
		if dead += count(ev.Best, ev.Low); dead > bestDead {
			bestFrom, bestTo, bestDead = from, to, dead
		}
	}
	if len(rows) < leastAll {
		return cannot("import a fuller file with --events FILE", "the data has too few rows of "+j.who(s, s.all, "events")+", "+days(w), j.c.events.sets...)
	}
	out := answer{unit: j.k.Unit, value: tocsin.Number(round(float64(bestTo-bestFrom+1)/unit, 1)), data: j.c.events.sets, events: j.c.events.ids(rows), query: j.scopeQuery("tempo", s, s.all, w)}
	out.sentence = fmt.Sprintf("In this data the deadliest run of %s, %s, is from %s to %s, %s %s", j.who(s, s.all, "events"), days(w), bestFrom, bestTo, number(*out.value), j.k.Unit)
	out.verdict = lengthVerdict(opOf(j.k), *out.value, *j.k.Value)
	if a := j.k.Window.Anchor; a != nil && out.verdict == tocsin.Holds {
		if end, err := tocsin.ParseDate(firstWord(a.Text)); err == nil && abs(float64(end-bestTo)) > 2*runDays {
			out.verdict, out.turnsOn = tocsin.Partly, "when it ended"
		}
	}
	return j.composedAnswer(out, s, w, r)
}

// whereLay judges how far or which way from a town the event of one day was: the row that
// holds most of the day's dead.
func (j *job) whereLay(s scope) answer {
	w := j.window()
	if why := j.c.events.outsideData(w); why != "" || w.From.IsZero() || w.Until.IsZero() || len(j.k.Places) == 0 || j.k.Value == nil {
		return cannot(later, firstText(why, "the claim does not say when, from where and how far"), j.c.events.sets...)
	}
	towns := j.candidates(j.k.Places[0])
	if len(towns) == 0 {
		return j.notFound(j.k.Places[0])
	}
	if isArea(towns[0]) {
		return cannot("name a town", "the distance from a wide area depends on where one measures", j.c.events.sets...)
	}
	t := j.c.events.tally(s.filter(s.all, w))
	best, dead, all := j.standsOut(t.rows)
	if best < 0 || dead < 0.6*all {
		return cannot("name the place of the attack", "no one event stands out in the data: "+number(float64(t.events))+" "+j.who(s, s.all, "events")+", "+days(w), j.c.events.sets...)
	}
	ev := j.c.events.table.Event(best)
	at := geo.Point{Lat: ev.Lat, Lon: ev.Lon}
	km := geo.DistanceKM(towns[0].Point(), at)
	out := answer{unit: j.k.Unit, data: j.c.events.sets, events: []string{ev.ID}, query: append(j.scopeQuery("reach", s, s.all, w), "--near", towns[0].Name)}
	lay := fmt.Sprintf("In this data the deadliest of the %s, %s, with %s dead, lies %.0f km from %s", j.who(s, s.all, "events"), days(w), number(dead), km, towns[0].Name)
	if j.k.Form == tocsin.FormDirection {
		toward := geo.BearingDeg(towns[0].Point(), at)
		off := geo.AngleBetween(toward, *j.k.Value)
		slack := math.Atan2(rowErrorKM(ev), km) * 180 / math.Pi / 2
		out.value, out.verdict = tocsin.Number(round(toward, 0)), bound(off <= max(35, min(slack, 45)), off < 60+min(slack, 20))
		out.sentence = lay + fmt.Sprintf(", bearing %.0f°", toward)
		return j.composedAnswer(out, s, w, region{name: geo.CompassPoint(*j.k.Value, 8) + " of " + label(towns[0])})
	}
	one, err := tocsin.Quantity{Value: 1, Unit: j.k.Unit}.To(tocsin.Kilometres)
	if err != nil {
		return cannot("give the distance in kilometres or miles", "the claim's distance has no unit of length", j.c.events.sets...)
	}
	out.value, out.sentence = tocsin.Number(round(km/one.Value, 1)), lay
	claimed, err2 := *j.k.Value*one.Value, rowErrorKM(ev)
	switch opOf(j.k) {
	case ">", ">=":
		out.verdict = bound(km >= claimed, km+err2 >= claimed)
	case "<", "<=":
		out.verdict = bound(km <= claimed, km-err2 <= claimed)
	default:
		out.verdict = near(abs(km-claimed), max(0.15*claimed, halfDigit(claimed)), 0.3*claimed, 5)
	}
	return j.composedAnswer(out, s, w, region{name: "from " + label(towns[0])})
}

// deadliest judges that one event killed more than any other of a place and time.
func (j *job) deadliest(s scope) answer {
	w := j.window()
	span := watch.Window{From: j.c.events.from, Until: min(j.lastDay(s.iso), j.c.events.to)}
	if a := j.k.Window.Anchor; a != nil {
		if b, ok := parseWindow(a.Text); ok {
			span = watch.Window{From: max(b.From, j.c.events.from), Until: min(b.Until, j.c.events.to)}
		}
	} else if j.k.Than != nil {
		span = w
	}
	if why := j.c.events.outsideData(w); why != "" || w.From.IsZero() {
		return cannot(later, firstText(why, "the claim does not say when it was"), j.c.events.sets...)
	}
	pool := s
	if j.k.Than != nil {
		pool.parts, pool.all = nil, party{}
	}
	r, bad := j.regionOf(&s)
	if bad != nil {
		r = region{lies: func(int) int { return 1 }} // of the day, wherever it was
	}
	mine, mineAt := j.top(j.sortRows(s, w, r))
	if mineAt < 0 {
		return cannot("import a fuller file with --events FILE", "the data has no row of "+j.who(s, s.all, "events")+spaced(r.name)+", "+days(w), j.c.events.sets...)
	}
	own := j.c.events.table.Event(mineAt)
	above, next, nextAt := 0.0, -1.0, -1
	for _, row := range j.c.events.table.Select(pool.filter(pool.all, span)) {
		ev := j.c.events.table.Event(row)
		x := count(ev.Best, ev.Low)
		if row == mineAt || ev.From == own.From && geo.DistanceKM(geo.Point{Lat: ev.Lat, Lon: ev.Lon}, geo.Point{Lat: own.Lat, Lon: own.Lon}) < placeErrorKM {
			continue
		}
		if x > mine {
			above++
		}
		if x > next {
			next, nextAt = x, row
		}
	}
	out := answer{unit: tocsin.Rank, value: tocsin.Number(above + 1), data: j.c.events.sets, events: []string{own.ID}, query: j.scopeQuery("tempo", pool, pool.all, span)}
	out.sentence = fmt.Sprintf("In this data that event, on %s, has %s dead", own.From, number(mine))
	if nextAt >= 0 {
		ev := j.c.events.table.Event(nextAt)
		out.events = append(out.events, ev.ID)
		out.sentence += fmt.Sprintf(", and the deadliest other of the %s, %s, on %s, %s", j.who(pool, pool.all, "events"), days(span), ev.From, number(next))
	}
	switch {
	case above+1 != *j.k.Value:
		out.verdict = tocsin.DoesNotHold
		if *j.k.Value == 1 && above == 1 && next < 1.1*mine {
			out.verdict, out.turnsOn = tocsin.Partly, "which of two estimates of the dead is right"
		}
	case *j.k.Value == 1 && mine < 1.1*next:
		out.verdict, out.turnsOn = tocsin.Partly, "which of two estimates of the dead is right"
	default:
		out.verdict = tocsin.Holds
	}
	return j.composedAnswer(out, s, span, r)
}

// standsOut is the row with most dead of those given, and how many dead it is to be held
// against: all of them, since the text speaks of one event; none where it is the deadliest of a
// time, which needs to lead the next by a tenth only.
func (j *job) standsOut(rows []int) (best int, dead, all float64) {
	best, dead = -1, -1.0
	next := -1.0
	for _, row := range rows {
		ev := j.c.events.table.Event(row)
		x := count(ev.Best, ev.Low)
		switch all += x; {
		case ev.HasPoint && rowErrorKM(ev) <= placeErrorKM && x > dead:
			best, dead, next = row, x, dead
		case x > next:
			next = x
		}
	}
	if j.k.Of.Measure == "deaths in one event" {
		all = 0
		if dead < 1.1*next {
			best = -1
		}
	}
	return best, dead, all
}

// top is the deadliest row of those inside a region.
func (j *job) top(t sorted) (dead float64, at int) {
	dead, at = -1, -1
	for _, row := range append(t.in, t.open...) {
		ev := j.c.events.table.Event(row)
		if x := count(ev.Best, ev.Low); x > dead {
			dead, at = x, row
		}
	}
	return dead, at
}
