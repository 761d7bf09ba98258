package claim

import (
	"slices"
	"strconv"
	"strings"

	"tocsin"
	"tocsin/read/when"
)

// A claim can be put in more ways than there are patterns for. What its wordings have in
// common is its items: what is counted, whose violence it is, where, when, and the word
// that says none, all, most or how long. items gathers them wherever they stand; the
// readers beside it (absent.go, throughout.go, lull.go, lying.go, deadliest.go) make the
// claim that the items allow, where no pattern found more than a lesser one.
type elements struct {
	times   []*when.Found // bounded or open dates, in order
	lands   []operand
	actor   string // as Of.Actor has it; "X against Y" for both of two
	actors  [][2]int
	towns   []spot // places finer than a country that nothing else contains
	noun    int    // the word of violence, -1 for none
	taking  bool   // it is a verb of taking or hitting a place, which only the reader of one event takes for violence
	measure string
}

// violentNouns are words of violence besides those that a number counts.
var violentNouns = strings.Fields("act acts killing skirmish skirmishes engagement engagements shooting shootings murder murders hostility bloodletting war conflict campaign combat fight firefight gunfight confrontation confrontations atrocity atrocities explosion blast blasts outrage")

func (s *sentence) violentWord(i int) bool {
	return s.class(i)&(isAttack|isDeath|isViolent) != 0 || s.attackVerb(i) || s.is(i, "killed", "kill", "kills", "clashed", "slain", "died", "massacred", "slaughtered", "murdered", "perished", "executed") ||
		s.is(i, "fire") && s.is(i-1, "of") && s.is(i-2, "exchange", "exchanges")
}

// dateOver reports a date at token i; what stands in "before the attack" is no date.
func (s *sentence) dateOver(i int) bool {
	return slices.ContainsFunc(s.times, func(f when.Found) bool { return f.Kind == when.Date && i >= f.Lo && i < f.Hi })
}

// takings are verbs of what befalls a place in an attack.
var takings = strings.Fields("overrun overran struck raided ransacked torched bombed stormed ambushed besieged targeted captured burned burnt destroyed shelled hit razed sacked fought")

// stateNames are nouns for a country's own side in a fight.
var stateNames = strings.Fields("state government army military soldiers troops police forces authorities security")

// violence finds the word of violence that the sentence speaks of, -1 for none; a war or an
// insurgency only where there is no nearer word.
func (s *sentence) violence() (at int, taking bool) {
	at = -1
	for i := range s.toks {
		if at >= 0 && !s.is(at, "war", "conflict", "campaign", "insurgency") {
			break
		}
		if (s.violentWord(i) || s.everything(i)) && !s.dateOver(i) && !s.actorOver(i) {
			at = i
		}
	}
	for i := 0; i < len(s.toks) && at < 0; i++ {
		if s.dayRanked(i) >= 0 {
			return i, false
		}
		if s.class(i)&isTaking != 0 {
			return i, true
		}
	}
	return at, false
}

// gather lists the items of the sentence; ok is false where it speaks of no violence or
// names more countries than one.
func (s *sentence) gather() (it elements, ok bool) {
	if it.noun, it.taking = s.violence(); it.noun < 0 {
		return it, false
	}
	it.measure = s.ofClass("events")
	for n := range s.times {
		f := &s.times[n]
		if f.Kind == when.Date && !(f.When.From.IsZero() && f.When.To.IsZero()) {
			it.times = append(it.times, f)
		}
	}
	if it.lands = s.landOperands(); len(it.lands) == 0 {
		it.lands = s.ofTheirs()
	}
	for n, p := range s.spots() {
		_, _, told := s.sideBefore(p.lo)
		inCountry := n > 0 && (s.landAt(s.spotList[n-1].lo) != nil || s.spotList[n-1].place.Precision == "country") // the country's insurgency was in it
		if !told && !inCountry && s.contained(s.spotList, n) || p.area && s.landAt(p.lo) != nil || p.place.Precision == "country" || s.ofReporter(p.lo) || s.actorOver(p.lo) && !told && !s.circled(p) || s.inDateline(p.lo) {
			continue
		}
		it.towns = append(it.towns, p)
	}
	s.fromCapital(&it)
	s.whose(&it)
	return it, len(it.lands) <= 1 || it.oneLand(s)
}

// ofTheirs is the country of a state that is one of the sides: "the Colombian state".
func (s *sentence) ofTheirs() (out []operand) {
	for n := range s.lands {
		if l := &s.lands[n]; (slices.Contains(stateNames, s.low(l.hi)) || l.possess) && len(out) == 0 {
			out = append(out, operand{lo: l.lo, hi: l.hi, land: l})
		}
	}
	return out
}

// oneLand drops countries that are only part of somebody's name or where somebody is from.
func (it *elements) oneLand(s *sentence) bool {
	var kept []operand
	for _, o := range it.lands {
		if !slices.ContainsFunc(it.actors, func(a [2]int) bool { return o.lo >= a[0] && o.lo < a[1] }) {
			kept = append(kept, o)
		}
	}
	it.lands = kept
	return len(kept) == 1
}

// whose finds the sides of the violence: one group, or both of two where the sentence
// joins them.
func (s *sentence) whose(it *elements) {
	var names []string
	for _, o := range s.actorOperands() {
		if s.placeOver(o.lo) || s.ofReporter(o.lo) || s.is(o.lo-1, "under") || s.inDateline(o.lo) || s.onlyTheirs(o) || s.is(o.hi, ",") && s.is(o.hi+1, "where") {
			continue
		}
		names, it.actors = append(names, o.actor.text), append(it.actors, [2]int{o.lo, o.hi})
	}
	state := s.stateSide(it.actors)
	joined := s.near(0, len(s.toks), func(k int) bool {
		return s.is(k, "between", "pitting", "both", "pitted") && !s.dateOver(k) || s.is(k, "against", "with", "and") && s.violentWord(it.noun)
	})
	switch {
	case len(names) == 2 && joined:
		it.actor = names[0] + " against " + names[1]
	case len(names) == 1 && state >= 0 && joined:
		it.actor, it.actors = names[0]+" against government", append(it.actors, [2]int{state, state + 1})
	case len(names) > 0:
		it.actor = strings.Join(names, "; ")
	}
}

// onlyTheirs reports words that name no side but whose violence it is: "Thailand's
// insurgency".
func (s *sentence) onlyTheirs(o operand) bool {
	for i := o.lo; i < o.hi; i++ {
		if l := s.landAt(i); l == nil && !s.is(i, "'s", "’s", "insurgency", "conflict", "war", "violence", "rebellion", "the", "southern", "northern", "eastern", "western", "insurgencies", "uprising", "fighting", "bloodshed") {
			return false
		}
	}
	return true
}

// stateSide is the word for the state's side in the sentence, -1 for none.
func (s *sentence) stateSide(actors [][2]int) int {
	for i := range s.toks {
		if slices.Contains(stateNames, s.low(i)) && !s.capital(i) && !slices.ContainsFunc(actors, func(a [2]int) bool { return i >= a[0] && i < a[1] }) {
			if l := s.landAt(i - 1); l != nil && l.demonym || s.is(i-1, "the", "its", "security", "armed", "government", "'s", "’s", "national") || s.is(i-1, "and", "between", "with", "against") {
				if s.is(i+1, "forces") {
					i++
				}
				return i
			}
		}
	}
	return -1
}

// slight reports a claim that a reading of the whole sentence by its items outdoes: a mere
// date or presence, a containment in passing, a nearest event.
func slight(k tocsin.Claim) bool {
	switch {
	case geographic(k.Form), k.Form == tocsin.FormDate && (k.Of == nil || !strings.Contains(k.Of.Act, "coup")), happenedOnce(k), Idle(k):
		return true
	}
	return k.Of == nil
}

// byElements reads a claim from what the sentence names, where the patterns found nothing more
// than a lesser one.
func (s *sentence) byElements() {
	if !s.speaks() {
		return
	}
	it, ok := s.gather()
	if !ok {
		return
	}
	for n, read := range []func(elements) bool{s.unbroken, s.throughout, s.lull, s.absent, s.deadliest, s.topDay, s.ends, s.lying, s.lasting} {
		if it.taking && n < 7 {
			continue
		}
		before := slices.Clone(s.out)
		s.out = nil
		if read(it) && s.outdone(before) {
			return
		}
		s.out = before
	}
}

// speaks is the cheap test: a word of none, all, only, any other, silence or place.
func (s *sentence) speaks() bool {
	for i := range s.toks {
		switch s.low(i) {
		case "no", "nil", "nobody", "nor", "not", "none", "never", "without", "neither", "nothing", "n't", "zero", "free",
			"all", "every", "everything", "each", "only", "exclusively", "entirely", "wholly", "solely", "confined", "limited", "restricted", "invariably", "always", "whole", "both",
			"until", "lull", "silence", "calm", "quiet", "hiatus", "respite", "lasted", "spanned", "went", "raged", "dragged", "gap", "since", "pause", "passed", "elapsed", "separated",
			"other", "single", "last", "first", "final", "latest", "earliest", "end", "deadliest", "bloodiest", "worst", "km", "kilometres", "kilometers", "miles", "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest":
			return true
		}
	}
	return false
}

// claimOf begins a claim of the items: of whom and in which country.
func (s *sentence) claimOf(it elements, form tocsin.Form) (k tocsin.Claim, used [][2]int) {
	k = tocsin.Claim{Form: form, Of: &tocsin.Measure{Act: "assault", Measure: it.measure, Actor: it.actor}}
	used = slices.Clone(it.actors)
	for _, o := range it.lands {
		k.Of.Country, used = o.land.name, append(used, [2]int{o.lo, o.hi})
	}
	if len(it.lands) == 0 && !s.foreign {
		k.Of.Country = s.country(s.c.Country)
	}
	return k, used
}

// whereabouts is the part of a country that the sentence names: a circle around a town, a
// side of it, a province or a side of the country.
func (s *sentence) whereabouts(it elements) (p spot, ok bool) {
	for _, p := range it.towns {
		if round, ok := s.withinRadius(p); ok {
			return round, true
		}
		if q, u, _, ok := s.lengthFrom(p); ok && (q.op == "<" || q.op == "<=" || s.near(max(0, q.lo-3), 4, func(k int) bool { return s.is(k, "within", "inside") })) {
			p.place.Relation, p.lo = withinWords(q.value, u), q.lo
			return p, true
		} else if _, _, side := s.sideBefore(p.lo); ok && !side && q.upper == 0 && (q.op == ">" || q.op == ">=" || s.is(q.lo-1, "beyond", "outside")) {
			p.place.Relation, p.lo = strings.Replace(withinWords(q.value, u), "within", "outside", 1), q.lo
			return p, true
		}
		if deg, lo, ok := s.sideBefore(p.lo); ok {
			p.place.Relation = compassName(deg) + " of"
			p.lo = lo
			return p, true
		}
	}
	for _, o := range it.lands {
		if p, ok := s.partOf([2]int{o.lo, o.hi}); ok && p.place.Relation != "" {
			return p, true
		}
		if side, lo, ok := s.sideOfWhole(o.lo); ok {
			return spot{lo: lo, hi: o.hi, area: true, place: tocsin.Place{Role: "in", Text: side + " " + s.text(o.lo, o.hi), Relation: side, Precision: "region"}}, true
		}
		if side, lo, hi, ok := s.sideOfTheCountry(); ok && len(it.lands) == 1 {
			return spot{lo: lo, hi: hi, area: true, place: tocsin.Place{Role: "in", Text: side + " " + s.text(o.lo, o.hi), Relation: side, Precision: "region"}}, true
		}
	}
	for _, p := range it.towns {
		if s.inPhrase(p.lo) || s.is(p.lo-1, "at", "near", "on", "outside", "around", "'s", "’s", "in", "to") || s.is(p.lo-2, "to") || p.lo == 0 {
			return p, true
		}
	}
	return spot{}, false
}

// sideOfWhole reads "the eastern part of", "the north of", "the far north of" before token
// i, the name of a country.
func (s *sentence) sideOfWhole(i int) (side string, lo int, ok bool) {
	k := i - 1
	if s.is(k, "the") {
		k--
	}
	if !s.is(k, "of") {
		return "", 0, false
	}
	if s.is(k-1, "part", "half", "third", "end", "region", "regions", "parts", "areas", "provinces", "corner") {
		k--
	}
	for n := 3; n >= 1; n-- {
		if _, end, ok := s.compass(k - n); k-n >= 0 && ok && end == k && !s.is(k-n, "to") {
			return s.text(k-n, k), k - n, true
		}
	}
	return "", 0, false
}

// sideBefore reads "north of", "to the north of", "south-west of the city of" before the
// place at token i.
func (s *sentence) sideBefore(i int) (deg float64, lo int, ok bool) {
	for k := i - 1; k >= max(0, i-9); k-- {
		if s.is(k, "of", "from") || s.is(k, "than") && s.near(max(0, k-4), min(k, 4), func(t int) bool { return s.is(t, "further", "farther") }) {
			for n := 3; n >= 1; n-- {
				if d, end, ok := s.compass(k - n); k-n >= 0 && ok && end == k {
					lo = k - n
					for s.is(lo-1, "the", "to", "lying", "well", "far", "further", "farther") {
						lo--
					}
					return d, lo, true
				}
			}
		}
		if !s.leadsTo(k) {
			return 0, 0, false
		}
	}
	return 0, 0, false
}

// leadsTo reports a word that may stand between a direction or a length and the name of
// the town that it is told from.
func (s *sentence) leadsTo(k int) bool {
	if l := s.landAt(k); l != nil {
		return true
	}
	if s.is(k, ",") && s.is(k-1, "capital", "city", "town", "port", "seat") && s.capital(k+1) {
		return true // of the capital, Bangui
	}
	return s.placeOver(k) || s.is(k, "of", "from", "the", "city", "town", "village", "capital", "port", "lakeside", "coastal", "'s", "’s", "regional", "provincial", "state", "border", "northern", "southern", "eastern", "western", "central", "garrison", "market", "mining", "oil", "country", "its", "main", "largest", "commercial", "hub", "resort", "historic", "desert", "industrial", "second", "-")
}

// withinWords writes a length as the relation of a place.
func withinWords(x float64, u tocsin.Unit) string {
	return "within " + strconv.FormatFloat(x, 'f', -1, 64) + " " + string(u) + " of"
}

var sideNames = []string{"north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west"}

func compassName(deg float64) string { return sideNames[int(deg/45+0.5)%8] }

// lengthFrom is a length told from a town: "a little over 200 km from Niamey".
func (s *sentence) lengthFrom(p spot) (q number, u tocsin.Unit, hi int, ok bool) {
	for i := max(0, p.lo-14); i < p.lo; i++ {
		q, found := s.quantity(i)
		if !found {
			continue
		}
		u, hi, found := s.lengthUnit(q.hi)
		if !found || hi > p.lo || s.byRoad(q.lo, hi) {
			continue
		}
		clean := true
		for k := hi; k < p.lo; k++ {
			_, _, side := s.compass(k)
			clean = clean && (side || s.leadsTo(k) || s.is(k, "away", "-", "to", "outside", "(", ")") || s.numeral(k))
		}
		if clean {
			return q, u, hi, true
		}
	}
	return number{}, "", 0, false
}

// compose records a claim that was read from all the items of the sentence.
func (s *sentence) compose(k tocsin.Claim, lo, hi int, used ...[2]int) {
	s.add(k, lo, hi, used...)
	f := &s.out[len(s.out)-1]
	f.Whole = true
	f.Span = s.span(0, len(s.toks))
	s.markTaken(0, len(s.toks))
}
