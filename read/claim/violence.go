package claim

import (
	"slices"
	"strings"

	"tocsin"
)

// What nouns and verbs count.
var (
	attackNouns = strings.Fields("attack attacks assault assaults clash clashes raid raids battle battles bombing bombings encounter encounters ambush ambushes strike strikes incident incidents massacre massacres killings offensive operations episodes episode violence fighting hostilities bloodshed unrest insurgency tempo events event")
	loneEvents  = strings.Fields("violence fighting hostilities bloodshed unrest insurgency tempo operations killings conflict") // open: events or deaths
	deathNouns  = strings.Fields("deaths death fatalities fatality killings casualties toll victims lives dead")
	killVerbs   = strings.Fields("perish perishing buried killed killing kill kills died die dead massacred slaughtered slain murdered claimed left perished lost executed")
	peopleNouns = strings.Fields("people persons civilians soldiers men villagers troops residents deaths fatalities lives civilian fighters militants police officers members worshippers students women children refugees victims protesters peacekeepers individuals others schoolchildren schoolgirls pupils demonstrators journalists workers pilgrims tourists foreigners passengers prisoners migrants farmers herders fishermen miners insurgents rebels jihadists policemen")
)

func (s *sentence) attackWord(i int) bool { return s.class(i)&isAttack != 0 }
func (s *sentence) deathWord(i int) bool  { return s.class(i)&isDeath != 0 }
func (s *sentence) killWord(i int) bool   { return s.class(i)&isKill != 0 }

// measure names what the noun at i counts: "events", "deaths", or "" where the noun
// leaves it open.
func (s *sentence) measure(i int) string {
	switch {
	case s.deathWord(i) || s.is(i, "killed", "died"):
		return "deaths"
	case slices.Contains(loneEvents, s.low(i)):
		return ""
	}
	return "events"
}

// counts finds numbers of attacks and of people killed, in all or per unit of time.
func (s *sentence) counts() {
	for i := 0; i < len(s.toks); i++ {
		q, ok := s.quantity(i)
		if !ok {
			continue
		}
		i = q.hi - 1
		if q.lo == 0 && s.is(q.hi, ".", ")") || s.ofTotal(q) || s.accident() {
			continue // a number of a list, a part of a total told before, the dead of a stampede
		}
		if q.value == 1 && q.op == "=" && !s.is(q.lo, "only", "exactly") && !s.is(q.lo-1, "only", "just", "exactly") {
			continue // "in one incident" counts nothing
		}
		if parts[s.low(q.hi)] > 0 || s.is(q.hi, "-") && parts[s.low(q.hi+1)] > 0 {
			continue // three quarters of all
		}
		if m, ok := s.shareAt(q.hi - 1); ok && m.hi > q.hi && q.value <= 10 && s.is(q.hi, "in", "out") {
			i = m.hi - 1
			continue // nine in ten
		}
		if s.timeOver(q.hi-1) || s.taken[q.lo] || s.is(q.hi, "%", "percent", "per", "times", "-") {
			continue
		}
		if _, _, long := s.lengthUnit(q.hi); long {
			continue
		}
		if noun, measure, ok := s.counted(q); ok {
			s.countClaim(q, noun, measure)
		}
	}
}

// counted is what a number counts: the token of the noun or verb, and the measure.
func (s *sentence) counted(q number) (at int, measure string, ok bool) {
	for k := q.hi; k < min(len(s.toks), q.hi+5); k++ {
		w := s.low(k)
		switch {
		case s.is(k, "deaths", "fatalities", "dead", "killings", "lives", "killed"):
			return k, s.victims(q.hi, k), true
		case slices.Contains(peopleNouns, w):
			return s.killedNear(q, k)
		case slices.Contains(attackNouns, w) && !slices.Contains(loneEvents, w):
			if s.near(k+1, 4, func(t int) bool { return s.is(t, "deaths", "fatalities", "dead") }) && s.plainTo(k+1, 4) {
				return k + 1, "deaths", true // battle and massacre deaths
			}
			return k, "events", true
		case s.is(k, ",", ".", ";", ":", "(", ")", "and", "in", "to", "by", "since", "of") && !(s.is(k, "of") || s.is(k, "and") && k == q.hi):
			return s.tollOf(q)
		}
	}
	return s.tollOf(q)
}

// plainTo reports that only joined nouns stand between token k and a word for deaths
// within n tokens: "and massacre deaths".
func (s *sentence) plainTo(k, n int) bool {
	for t := k; t < k+n; t++ {
		if s.is(t, "deaths", "fatalities", "dead") {
			return true
		}
		if !s.is(t, "and", "or", "-", "related") && !s.attackWord(t) {
			return false
		}
	}
	return false
}

// victims narrows deaths to civilians where the text counts those alone.
func (s *sentence) victims(lo, hi int) string {
	for i := lo; i <= hi && i < len(s.toks); i++ {
		if s.is(i, "civilian", "civilians", "noncombatants") {
			return "civilian deaths"
		}
	}
	for i := lo; i <= hi && i < len(s.toks); i++ {
		if slices.Contains(victimKinds, s.low(i)) {
			return "deaths of " + s.low(i)
		}
	}
	return "deaths"
}

// victimKinds are people whom event data does not count apart.
var victimKinds = strings.Fields("soldiers soldier troops police policemen officers fighters militants insurgents rebels jihadists members worshippers students schoolchildren schoolgirls pupils women children protesters demonstrators peacekeepers refugees journalists workers nurses doctors pilgrims tourists foreigners passengers prisoners migrants priests farmers herders fishermen miners teachers politicians")

// killedNear looks for killing around the people counted: "200 people were killed",
// "killed 200 people", "200 people have died".
func (s *sentence) killedNear(q number, noun int) (at int, measure string, ok bool) {
	if s.hurtOnly(q.hi, noun) {
		return 0, "", false // "one man was killed and about 600 injured"
	}
	m := s.victims(q.hi, noun)
	for k := noun + 1; k < min(len(s.toks), noun+10); k++ {
		if s.is(k, ".", ";") {
			break
		}
		if s.is(k, "wounded", "injured", "displaced", "arrested", "kidnapped", "abducted", "fled", "missing") {
			break
		}
		if s.is(k, "killed", "died", "dead", "massacred", "slaughtered", "slain", "murdered", "perished", "perish", "executed") || s.is(k, "fell") && s.is(k+1, "victim") || s.is(k, "met") && s.near(k, 6, func(t int) bool { return s.is(t, "death", "deaths", "end") }) || s.is(k, "lost", "losing", "lose", "paid") && s.near(k, 4, func(t int) bool { return s.is(t, "lives", "life") }) {
			return k, m, true
		}
	}
	for k := q.lo - 1; k >= max(0, q.lo-4) && !s.is(k, ";", ":", "."); k-- {
		if s.killWord(k) || s.is(k, "killings", "deaths", "death", "massacre", "mourned", "mourning") {
			return k, m, true
		}
	}
	if of := q.lo - 1; s.is(of, "of") && s.is(of-1, "lives", "life") && s.is(of-2, "the") {
		return noun, m, true // took the lives of 300 people
	}
	if cost := q.lo - 1; s.is(cost, "cost", "costing") && s.near(noun, 4, func(k int) bool { return s.is(k, "lives", "life") }) {
		return noun, m, true // cost 300 people their lives
	}
	return 0, "", false
}

// reaching are the words by which a toll comes to a number.
var reaching = strings.Fields("of reached was at to exceeded exceeds exceeding stood topped were totalled totaled numbered surpassed toll hit deaths fatalities passed than over about around approximately nearly least rate below under stayed remained averaged amounted came above averaging exactly ran lay ranged varied numbering reach reaching exceed surpass surpassing top totalling totaling crossed cross")

// tollOf reads "a death toll of N", "deaths in X reached N", "violent events in X
// involving Y exceeded N".
func (s *sentence) tollOf(q number) (at int, measure string, ok bool) {
	for s.is(q.lo, "did", "not", "n't", "never") && q.lo+1 < q.hi {
		q.lo++
	}
	if !slices.Contains(reaching, s.low(q.lo)) && !slices.Contains(reaching, s.low(q.lo-1)) {
		return 0, "", false
	}
	if s.is(q.lo-1, "of") && s.is(q.lo-2, "rate") {
		for k := q.lo - 3; k >= max(0, q.lo-12); k-- {
			if s.is(k, "killed", "dying", "died", "deaths", "killings") {
				return k, s.victims(max(0, k-3), k), true
			}
		}
	}
	for k := q.lo; k >= max(0, q.lo-18); k-- {
		if s.is(k, ".", ";") || k < q.lo && s.is(k, "who", "which", "that", "after", "when", "while") {
			break
		}
		if s.is(k, "dead") && (s.is(k-1, "the", "conflict", "'s", "’s", "war") || s.is(k+1, "of")) {
			return k, "deaths", true
		}
		if s.is(k, "killed") && s.is(k-1, "people", "civilians") && s.is(q.lo-1, "numbered") || s.is(k, "killed") && s.is(k-1, "people", "civilians") && s.is(q.lo, "numbered") {
			return k, s.victims(max(0, k-2), k), true
		}
		if s.is(k, "toll", "deaths", "fatalities") || s.is(k, "killed") && s.is(k-1, "people", "civilians", "those") && s.near(max(0, k-4), 4, func(t int) bool { return s.is(t, "number") }) {
			return k, s.victims(max(0, k-2), k), true
		}
		if s.is(k, "attacks", "incidents", "clashes", "events") && s.reachedBy(k+1, q.lo) {
			return k, "events", true
		}
	}
	return 0, "", false
}

// countClaim writes a count, or a rate where a unit of time follows.
func (s *sentence) countClaim(q number, noun int, measure string) {
	lo, hi := min(q.lo, noun), max(q.hi, noun+1)
	if q.op == "<=" && s.near(q.lo, q.hi-q.lo, func(t int) bool { return s.seq(t, "up", "to") }) {
		q.op = "~" // up to 300 dead: as told, not as a bound
	}
	k := tocsin.Claim{Form: tocsin.FormCount, Op: q.op, Value: tocsin.Number(q.value), Unit: unitOf(measure)}
	if s.eachPeriod(k, q, noun, measure) {
		return
	}
	if unit, factor, end, ok := s.perTime(q.hi, hi, measure); ok {
		k.Form, k.Unit, hi = tocsin.FormRate, unit, end
		k.Value = tocsin.Number(q.value * factor)
	}
	used := s.scopeOf(&k, lo, hi, measure)
	if at := s.joinYears(&k); at[1] > 0 {
		used = append(used, at)
	}
	for t := lo; t < hi; t++ {
		s.taken[t] = true
	}
	if q.upper > q.value {
		k.Op = ">="
		s.add(k, lo, hi, used...)
		k.Op, k.Value = "<=", tocsin.Number(q.upper)
	}
	s.add(k, lo, hi, used...)
}

func unitOf(measure string) tocsin.Unit {
	if strings.Contains(measure, "death") {
		return tocsin.Deaths
	}
	return tocsin.Events
}

// perTime reads "a month", "per day", "every week", "each year" between tokens lo
// and hi or soon after.
func (s *sentence) perTime(lo, hi int, measure string) (u tocsin.Unit, factor float64, end int, ok bool) {
	units := map[string][2]tocsin.Unit{"day": {tocsin.EventsPerDay, tocsin.DeathsPerDay}, "month": {tocsin.EventsPerMonth, tocsin.DeathsPerMonth}, "year": {tocsin.EventsPerYear, tocsin.DeathsPerYear}}
	n := boolInt(strings.Contains(measure, "death"))
	for k := lo; k < min(len(s.toks), hi+6); k++ {
		if !s.is(k, "a", "per", "every", "each") || s.timeOver(k) && s.is(k, "a") {
			continue
		}
		if s.is(k+1, "week") {
			return units["month"][n], 30.436875 / 7, max(hi, k+2), true
		}
		if pair, found := units[s.low(k+1)]; found {
			return pair[n], 1, max(hi, k+2), true
		}
	}
	averaged := s.near(0, len(s.toks), func(k int) bool { return s.is(k, "average", "averaged", "averages", "averaging", "mean") })
	for k := 0; k < len(s.toks); k++ {
		if averaged && (s.is(k, "a", "per", "every", "each") || s.is(k, "average") && s.is(k-1, "the", "an")) {
			if s.is(k+1, "week") {
				return units["month"][n], 30.436875 / 7, hi, true
			}
			if pair, found := units[s.low(k+1)]; found {
				return pair[n], 1, hi, true
			}
		}
		if !averaged && (k < hi-6 || k >= hi) {
			continue
		}
		switch {
		case averaged && s.is(k, "month", "months") && s.is(k+1, "by", "after") && s.is(k+2, "month"):
			return units["month"][n], 1, hi, true
		case s.is(k, "monthly"):
			return units["month"][n], 1, hi, true
		case s.is(k, "weekly"):
			return units["month"][n], 30.436875 / 7, hi, true
		case s.is(k, "daily"):
			return units["day"][n], 1, hi, true
		case s.is(k, "annual", "yearly"):
			return units["year"][n], 1, hi, true
		}
	}
	return "", 1, hi, false
}

// scopeOf fills actor, country, town and time of a claim about violence; it returns
// the tokens used.
func (s *sentence) scopeOf(k *tocsin.Claim, lo, hi int, measure string) (used [][2]int) {
	of := &tocsin.Measure{Act: "assault", Measure: s.ofClass(measure)}
	var at [2]int
	of.Actor, at = s.actorsFor(lo, hi)
	used = append(used, at)
	of.Country, at = s.countryFor(lo, hi)
	used = append(used, at)
	k.Of = of
	if w, at := s.timeFor(lo, hi); w != nil {
		k.Window = w
		used = append(used, at)
	}
	if p, ok := s.partOf(at); ok {
		k.Places = []tocsin.Place{p.place}
		used = append(used, [2]int{p.lo, p.hi})
	} else if p, ok := s.townOfEvent(lo, hi); ok {
		p, _ = s.withinRadius(p)
		k.Places = []tocsin.Place{p.place}
		used = append(used, [2]int{p.lo, p.hi})
		if of.Country != "" && at == ([2]int{}) && p.iso != "" && s.country(p.iso) != of.Country {
			of.Country = s.country(p.iso)
		}
	}
	return used
}

// ofClass puts the kind of violence that the sentence names before the measure:
// "one-sided deaths", "non-state events", "state-based".
func (s *sentence) ofClass(measure string) string {
	if strings.HasPrefix(measure, "civilian") || strings.HasPrefix(measure, "deaths of") {
		return measure
	}
	for i := range s.toks {
		class := ""
		switch {
		case s.is(i, "one-sided") || s.is(i, "one") && s.is(i+1, "-") && s.is(i+2, "sided"), s.seq(i, "violence", "against", "civilians"), s.is(i, "attacks", "violence") && s.seq(i+1, "on", "civilians"), s.is(i, "attacks") && s.seq(i+1, "against", "civilians"):
			class = "one-sided"
		case s.is(i, "state-based") || s.is(i, "state") && s.is(i+1, "-") && s.is(i+2, "based"):
			class = "state-based"
		case s.is(i, "non-state") || s.is(i, "non") && s.is(i+1, "-") && s.is(i+2, "state"), s.is(i, "communal", "intercommunal", "inter-communal") && (s.attackWord(i+1) || s.is(i+1, "conflict")):
			class = "non-state"
		default:
			continue
		}
		return strings.TrimSpace(class + " " + measure)
	}
	return measure
}

// partOf is the part of the country named at tokens at that the text means:
// "northern Mali", "Nigeria's north-east", "Egypt's Sinai".
func (s *sentence) partOf(at [2]int) (spot, bool) {
	if at[1] <= at[0] {
		return spot{}, false
	}
	lo, hi, side := at[0], at[1], ""
	for n := 3; n >= 1 && side == ""; n-- {
		if _, end, ok := s.compass(at[0] - n); at[0]-n >= 0 && ok && end == at[0] {
			lo, side = at[0]-n, s.text(at[0]-n, at[0])
		}
	}
	if s.is(at[0]-1, "central") {
		lo, side = at[0]-1, "central"
	}
	if _, end, ok := s.compass(at[0]); side == "" && ok && end < at[1] && s.sideOfCountry(at, end) {
		side = s.text(at[0], end) // the place was found with its side
	}
	if l := s.landAt(at[0]); side == "" && l != nil && l.possess {
		if _, end, ok := s.compass(hi + 1); ok {
			side, hi = s.text(hi+1, end), end
		} else if s.capital(hi+1) && !s.timeOver(hi+1) && !s.actorOver(hi+1) && s.inPhrase(lo) {
			p, ok := s.spotFrom(hi + 1)
			return p, ok && p.lo == hi+1
		}
	}
	if side == "" {
		return spot{}, false
	}
	return spot{lo: lo, hi: hi, area: true, place: tocsin.Place{Role: "in", Text: s.text(lo, hi), Relation: side, Precision: "region"}}, true
}

// sideOfCountry reports that the tokens at are a side and, from end, the name of a
// country: northern Mali, but not South Sudan, which is no part of Sudan, nor North
// Kivu.
func (s *sentence) sideOfCountry(at [2]int, end int) bool {
	if end >= at[1] {
		return false
	}
	whole, _, named := s.countryWords(at[0], at[1])
	rest, _, ok := s.countryWords(end, at[1])
	return ok && (!named || whole.ISO2 == rest.ISO2)
}

// townOfEvent is the town or unit where what stands at [lo, hi) happened: named
// after "in", "at", "on" or "near", before or after it.
func (s *sentence) townOfEvent(lo, hi int) (spot, bool) {
	best, cost := spot{}, 13
	for n, p := range s.spots() {
		if n > 0 && !s.spotList[n-1].area && s.contained(s.spotList, n) {
			continue // it says where the town before it lies
		}
		if s.ofReporter(p.lo) || p.iso != "" && s.country(p.iso) != "" && p.area && s.landAt(p.lo) != nil {
			continue // a country
		}
		if !s.inPhrase(p.lo) && !s.is(p.lo-1, "at", "near", "on", "outside", "around", "attacked", "raided", "bombed", "seized") && !s.is(p.lo-3, "at", "near", "on") && !s.circled(p) || s.excluded(p.lo) {
			continue
		}
		c := p.lo - hi
		if p.hi <= lo {
			c = lo - p.hi
		}
		if c < 0 {
			c = 0
		}
		if c < cost {
			best, cost = p, c
		}
	}
	return best, cost < 13
}
