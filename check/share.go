package check

import (
	"fmt"

	"tocsin"
	"tocsin/watch"
)

// shareSlack is by how many points of a hundred a share on a partial file may be
// off.
const shareSlack = 2

// share judges "40 percent of the deaths in Somalia involved al-Shabaab": the
// actor's rows of all rows of the same country and time; one kind of violence of all
// kinds; or, with an empty than, a country's rows of all the world's. GED's state-based rows
// name no attacker: what is measured is involvement.
func (j *job) share() answer {
	s, bad := j.scope()
	if bad != nil {
		return *bad
	}
	if p, ok := j.spot(); ok {
		if km, circle := radiusKM(p); circle {
			return j.shareAround(s, p, km)
		}
	}
	world := j.k.Than != nil && j.k.Than.Country == ""
	ofCountry := j.k.Than != nil && !world && j.unit != nil // a province's share of its country
	if j.k.Value == nil || !world && !ofCountry && (s.iso == "" || len(s.all.sides) == 0 && s.class == "" && !j.ofYear()) {
		return cannot("name the share, and whose: an actor's, one kind of violence's, or a country's in the world", "the claim does not say of what whole the share is", j.c.events.sets...)
	}
	w, bad := j.shareWindow(s)
	if bad != nil {
		return *bad
	}
	whole, span := s.whole(world), w
	if ofCountry {
		whole = s.everywhere()
	}
	if j.ofYear() {
		b, ok := parseWindow(j.k.Window.Anchor.Text)
		if why := j.c.events.outsideData(b); !ok || why != "" || !j.s.Published.IsZero() && b.Until >= j.s.Published {
			return cannot(later, firstText(why, "the whole year was not over when the claim was made"), j.c.events.sets...)
		}
		whole, span = s, b
	}
	part, all := j.c.events.tally(s.filter(s.all, w)), j.c.events.tally(whole.filter(whole.all, span))
	if all.events == 0 {
		return cannot("import data that covers it with --events FILE", "the data has no rows of "+j.who(whole, whole.all, "events")+", "+days(w), j.c.events.sets...)
	}
	out := answer{unit: tocsin.Percent, data: j.c.events.sets, events: j.c.events.ids(part.rows), query: j.scopeQuery("tempo", s, s.all, w)}
	var differs []string
	line := ""
	for _, m := range j.measures() {
		x, y := part.size(m), all.size(m)
		v := tocsin.Variation{Actors: s.all.actors(), Window: days(w), Filter: m, Verdict: tocsin.CannotBeMeasured}
		if y > 0 {
			v.Value = tocsin.Number(round(100*x/y, 1))
			v.Verdict = compare(opOf(j.k), *v.Value, *j.k.Value, shareSlack)
			if line != "" {
				line += "; "
			}
			line += fmt.Sprintf("%s %s of %s %s, %s %%", number(x), j.who(s, s.all, m), number(y), j.who(whole, whole.all, m)+j.allYear(span), number(*v.Value))
		}
		out.alternatives = append(out.alternatives, v)
		differs = append(differs, "whether one counts events or deaths")
	}
	out.verdict, out.turnsOn = combine(out.alternatives, differs)
	out.value = out.alternatives[0].Value
	if out.verdict == tocsin.CannotBeMeasured {
		out.reason = "the data counts none of either; import data that covers it with --events FILE"
		return out
	}
	out.sentence = fmt.Sprintf("In this data, %s, %s: %s %s.", line, days(w), quoted(j.k.Text), verdictWords(out.verdict, out.turnsOn))
	return out
}

// shareWindow is the time of a share, or why it cannot be measured.
func (j *job) shareWindow(s scope) (watch.Window, *answer) {
	var a answer
	w, _, why := j.countWindow(s.iso)
	switch _, town := j.spot(); {
	case town:
		a = cannot("name the country", "the data does not say in which province or region an event was", j.c.events.sets...)
	case civiliansMeant(j.k.Of.Measure):
		a = cannot("reword it to all deaths", "the data counts civilians in one-sided violence alone", j.c.events.sets...)
	case why != "" || j.k.Window == nil:
		a = cannot(later, firstText(why, "the text gives the share no time"), j.c.events.sets...)
	default:
		return w, nil
	}
	return w, &a
}

// everywhere is the scope in all its country.
func (s scope) everywhere() scope {
	s.among = nil
	return s
}

// allYear names the whole year where the share is that of a part of it.
func (j *job) allYear(span watch.Window) string {
	if !j.ofYear() {
		return ""
	}
	return " in " + days(span)
}

// ofYear reports a share that a part of a year has in all of it.
func (j *job) ofYear() bool {
	w := j.k.Window
	return w != nil && w.Anchor != nil && w.Anchor.Rel == "during"
}

// whole is what a share of the scope is of: all rows of its country; of the world where
// the claim says so.
func (s scope) whole(world bool) scope {
	whole := s
	if len(s.all.sides) == 0 { // one kind of violence among all
		whole.class = ""
	}
	whole.all, whole.parts = party{}, nil
	if world { // what is left of the country and the actor is the world
		whole.iso, whole.countries = "", nil
		if s.iso != "" {
			whole.class = s.class
		}
	}
	return whole
}

// measures are what a claim counts: both where it leaves that open.
func (j *job) measures() []string {
	switch {
	case deathsMeant(j.k.Of.Measure):
		return []string{"deaths"}
	case eventsMeant(j.k.Of.Measure):
		return []string{"events"}
	}
	return []string{"events", "deaths"}
}
