package claim

import (
	"slices"
	"strings"

	"tocsin"
	"tocsin/read/when"
)

// countryFor is the country of what stands at tokens [lo, hi): named right before
// ("Mali's last coup", "the Malian army"), after ("attacks in Mali"), the only one
// of the sentence, else the document's. The second result is its tokens.
func (s *sentence) countryFor(lo, hi int) (name string, at [2]int) {
	if l := s.bestLand(lo, hi); l != nil {
		return l.name, [2]int{l.lo, l.hi}
	}
	if iso := s.oneCountry(); iso != "" {
		return s.country(iso), [2]int{}
	}
	return s.country(s.c.Country), [2]int{}
}

// bestLand is the country named nearest to [lo, hi), those in a phrase of place or
// possession before those that act.
func (s *sentence) bestLand(lo, hi int) *land {
	var best *land
	bestCost := 1 << 20
	for k := range s.lands {
		l := &s.lands[k]
		cost := 0
		switch {
		case l.hi <= lo:
			cost = lo - l.hi
			if !(l.possess || l.demonym || s.inPhrase(l.lo)) {
				cost += 6
			}
		case l.lo >= hi:
			cost = l.lo - hi
			if !s.inPhrase(l.lo) {
				cost += 8
			}
		}
		if s.excluded(l.lo) {
			continue
		}
		if cost < bestCost {
			best, bestCost = l, cost
		}
	}
	return best
}

// excluded reports a country or time at token i that is only compared with ("than
// in Mali", "compared with 2018").
func (s *sentence) excluded(i int) bool {
	for k := i; k >= max(0, i-6); k-- {
		if s.comparing(k) {
			return true
		}
		if k < i && !s.is(k, "in", "the", "during", "that", "those", "of", "for", "with", "to", "killed", "year", "were", "across", "did") {
			return false
		}
	}
	return false
}

// comparing reports whether token k leads to what something is compared with:
// "than", but not the one of "more than doubled" or "more than 500".
func (s *sentence) comparing(k int) bool {
	if s.is(k, "compared", "versus", "relative") {
		return true
	}
	if !s.is(k, "than") {
		return false
	}
	if _, factor := factors[s.low(k+1)]; factor {
		return false
	}
	if n, ok := s.numberAt(k + 1); ok && !s.timeOver(n.lo) {
		return false
	}
	return true
}

// inPhrase reports whether "in", "across" or the like leads to token i.
func (s *sentence) inPhrase(i int) bool {
	for k := i - 1; k >= max(0, i-4); k-- {
		if s.is(k, "in", "across", "throughout", "within", "inside", "of", "hit", "struck", "shook", "against", "into", "rocked") {
			return true
		}
		if _, _, ok := s.compass(k); !ok && !s.is(k, "the", "central", ",", "and") {
			return false
		}
	}
	return false
}

// oneCountry is the country that all places of the sentence lie in.
func (s *sentence) oneCountry() string {
	iso := ""
	for _, p := range s.places {
		if p.Country == "" || p.Actor {
			continue
		}
		if iso != "" && iso != p.Country {
			return ""
		}
		iso = p.Country
	}
	return iso
}

// timeFor is the time of what stands at tokens [lo, hi): the nearest in the same
// clause, a time after "than" left out.
func (s *sentence) timeFor(lo, hi int) (w *tocsin.When, at [2]int) {
	best := 1 << 20
	for k := range s.times {
		f := &s.times[k]
		if f.Kind != when.Date && f.Kind != when.Duration || s.excluded(f.Lo) || f.When.From.IsZero() && f.When.To.IsZero() {
			continue
		}
		cost := 0
		switch {
		case f.Hi <= lo:
			cost = lo - f.Hi
		case f.Lo >= hi:
			cost = f.Lo - hi
		}
		if s.between(f.Lo, f.Hi, lo, hi, ";") {
			cost += 50
		}
		if f.Lo == 0 || f.Lo == 1 && s.is(0, "in", "on", "by", "since", "during", "between") {
			cost = min(cost, 12) // a fronted time holds for the whole sentence
		}
		if cost < best {
			best = cost
			c := f.When
			w, at = &c, [2]int{f.Lo, f.Hi}
		}
	}
	return w, at
}

func (s *sentence) between(aLo, aHi, bLo, bHi int, mark string) bool {
	for i := min(aHi, bHi); i < max(aLo, bLo); i++ {
		if s.is(i, mark) {
			return true
		}
	}
	return false
}

// baseline is the time after "than" or "compared with" that a comparison names.
func (s *sentence) baseline() (text string, at [2]int) {
	for _, f := range s.times {
		if f.When.From.IsZero() || f.When.To.IsZero() {
			continue
		}
		lead := s.excluded(f.Lo)
		if lead {
			return f.When.From.String() + "/" + f.When.To.String(), [2]int{f.Lo, f.Hi}
		}
	}
	return "", [2]int{}
}

// genericActors are nouns that name armed groups or forces without naming one.
var genericActors = []string{"jihadists", "jihadist", "islamists", "militants", "militant", "insurgents", "insurgent", "rebels", "rebel", "gunmen", "terrorists", "terrorist",
	"extremists", "extremist", "bandits", "guerrillas", "separatists", "separatist", "militias", "islamist"}

// stateActors are the state's own forces.
var stateActors = []string{"army", "military", "soldiers", "troops", "police"}

// actorsFor lists the actors of what stands at tokens [lo, hi): in a by-phrase
// after it, right before it ("Boko Haram attacks"), or as the sentence's subject
// group; joined by "; ".
func (s *sentence) actorsFor(lo, hi int) (names string, at [2]int) {
	list := s.parties()
	pick := s.byPhrase(list, hi)
	if len(pick) == 0 {
		pick = s.runBefore(list, lo)
	}
	if len(pick) == 0 {
		return "", at
	}
	var words []string
	at = [2]int{pick[0].lo, pick[0].hi}
	for _, p := range pick {
		if !slices.Contains(words, p.text) {
			words = append(words, p.text)
		}
		at = [2]int{min(at[0], p.lo), max(at[1], p.hi)}
	}
	return strings.Join(words, "; "), at
}

// actorSpan is an armed actor of the sentence.
type actorSpan struct {
	lo, hi  int
	text    string
	generic bool
}

// parties lists the sentence's actors that may attack: groups and organisations by
// name, armed people by noun.
func (s *sentence) parties() []actorSpan {
	var out []actorSpan
	for _, a := range s.actors {
		if a.Type == "person" || a.Type == "people" || s.placeOver(a.Lo) && a.Type != "group" {
			continue
		}
		if l := s.landAt(a.Lo); l != nil && l.hi >= a.Hi { // a country
			continue
		}
		if s.reporting(a.Lo, a.Hi) {
			continue
		}
		out = append(out, s.groupName(a))
	}
	for i := range s.toks {
		if slices.Contains(genericActors, s.low(i)) && !s.actorOver(i) {
			hi := i + 1
			if s.is(hi, "groups", "group", "fighters", "organisations", "organizations") {
				hi++
			}
			out = append(out, actorSpan{lo: i, hi: hi, text: s.text(i, hi), generic: true})
		}
		if s.is(i, "islamic") && s.is(i+1, "militants", "extremists") || s.is(i, "armed") && s.is(i+1, "groups", "men") {
			out = append(out, actorSpan{lo: i, hi: i + 2, text: s.text(i, i+2), generic: true})
		}
	}
	out = append(s.widest(out), s.capitalActors(out)...)
	slices.SortStableFunc(out, func(a, b actorSpan) int { return a.lo - b.lo })
	return out
}

// groupName is the name of an actor without the common nouns at its end: "Taliban"
// of "Taliban insurgency".
func (s *sentence) groupName(a Actor) actorSpan {
	hi := a.Hi
	for hi-1 > a.Lo && s.is(hi-1, "insurgency", "insurgents", "militants", "fighters", "gunmen", "attacks", "violence", "rebels", "militia", "group", "terrorists", "jihadists") {
		hi--
	}
	if hi == a.Hi || !s.capital(hi-1) {
		return actorSpan{lo: a.Lo, hi: a.Hi, text: trimThe(a.Text)}
	}
	return actorSpan{lo: a.Lo, hi: hi, text: trimThe(s.text(a.Lo, hi))}
}

// widest drops actors that lie within another.
func (s *sentence) widest(list []actorSpan) []actorSpan {
	var out []actorSpan
	for i, a := range list {
		inside := slices.ContainsFunc(list[:i], func(b actorSpan) bool { return b.lo == a.lo && b.hi == a.hi })
		for _, b := range list {
			inside = inside || b.lo <= a.lo && a.hi <= b.hi && b.hi-b.lo > a.hi-a.lo
		}
		if !inside {
			out = append(out, a)
		}
	}
	return out
}

// watchers count what others do; they are never the attackers of a claim.
var watchers = []string{"ucdp", "acled", "un", "united nations", "amnesty international", "human rights watch", "reuters", "afp", "bbc", "uppsala conflict data program", "crisis group", "unhcr", "ocha"}

// reporting reports an actor that only counts or tells: "UCDP recorded", "according
// to the UN".
func (s *sentence) reporting(lo, hi int) bool {
	return slices.Contains(watchers, strings.ToLower(trimThe(s.text(lo, hi)))) ||
		s.is(hi, "recorded", "reported", "reports", "said", "says", "counted", "documented", "registered", "estimates", "estimated", "data", "figures") ||
		s.is(lo-1, "to") && s.is(lo-2, "according") || s.is(lo-2, "to") && s.is(lo-3, "according")
}

func trimThe(t string) string {
	return strings.TrimPrefix(strings.TrimPrefix(t, "the "), "The ")
}

// capitalActors are capitalised names that nobody took for anything and that stand
// where an attacker stands: before an attack or a killing verb, or after "by".
func (s *sentence) capitalActors(have []actorSpan) []actorSpan {
	var out []actorSpan
	for i := 0; i < len(s.toks); i++ {
		if !s.capital(i) || s.placeOver(i) || s.timeOver(i) || s.landAt(i) != nil || s.toks[i].UPOS == "PUNCT" ||
			slices.ContainsFunc(have, func(a actorSpan) bool { return i >= a.lo && i < a.hi }) {
			continue
		}
		hi := i + 1
		for hi < len(s.toks) && (s.capital(hi) || s.is(hi, "-") && s.capital(hi+1)) && !s.placeOver(hi) && !s.timeOver(hi) && s.landAt(hi) == nil {
			hi++
		}
		before := s.is(i-1, "by") || s.is(i-2, "by") && s.is(i-1, "the")
		after := s.attackWord(hi) || s.is(hi, "'s", "’s", "'", "’") && s.near(hi, 5, s.attackWord) || s.is(hi, "fighters", "militants", "attacks", "carried", "launched", "staged", "killed", "conducted", "has", "have", "violence", "claimed", "began", "started", "insurgency")
		if (before || after) && !s.reporting(i, hi) && !(i == 0 && hi == 1 && (commonStart(s.low(0)) || s.toks[0].UPOS != "PROPN")) {
			lo := i
			if s.is(lo, "the") && hi > lo+1 {
				lo++
			}
			out = append(out, actorSpan{lo: lo, hi: hi, text: trimThe(s.text(lo, hi))})
		}
		i = hi - 1
	}
	return out
}

func (s *sentence) near(i, n int, f func(int) bool) bool {
	for k := i; k < min(len(s.toks), i+n); k++ {
		if f(k) {
			return true
		}
	}
	return false
}

// commonStart are words that begin a sentence with a capital and are no names.
func commonStart(w string) bool {
	return slices.Contains(strings.Fields("the a an in on at by since from there these those this that it they he she we some about around nearly almost more most many several at least over under violence attacks fighting deaths fatalities militant jihadist rebel armed between during after before killings civilian civilians people both political conflict terrorist extremist islamist suicide car truck bomb bombings clashes dozens hundreds thousands insurgents militants gunmen"), w)
}

// byPhrase are the actors after "by" that follows token hi within the clause.
func (s *sentence) byPhrase(list []actorSpan, hi int) []actorSpan {
	for k := hi; k < min(len(s.toks), hi+8); k++ {
		if !s.is(k, "by", "involving", "blamed") || s.timeOver(k) {
			continue
		}
		for n, a := range list {
			if a.lo >= k && a.lo-k <= 4 {
				return s.coordinated(list, n, 1)
			}
		}
	}
	return nil
}

// runBefore are the actors that stand before token lo, nearest first, with those
// they are coordinated with.
func (s *sentence) runBefore(list []actorSpan, lo int) []actorSpan {
	for n := len(list) - 1; n >= 0; n-- {
		a := list[n]
		if a.lo > lo || a.hi > lo && a.lo != lo {
			continue
		}
		if s.object(a.lo) || lo-a.hi > 14 {
			continue
		}
		return s.coordinated(list, n, -1)
	}
	return nil
}

// object reports an actor that is fought, not fighting: "against JNIM".
func (s *sentence) object(i int) bool {
	for k := i - 1; k >= max(0, i-4); k-- {
		if s.is(k, "against", "on", "targeting", "to", "fighting", "combat", "than") {
			return true
		}
		if s.is(k, ",", "and") {
			continue
		}
		if !s.is(k, "the") && !s.capital(k) {
			return false
		}
	}
	return false
}

// coordinated gathers the actors joined to list[n] by commas, "and" and brackets.
func (s *sentence) coordinated(list []actorSpan, n, step int) []actorSpan {
	out := []actorSpan{list[n]}
	for k := n; k+step >= 0 && k+step < len(list); k += step {
		a, b := list[min(k, k+step)], list[max(k, k+step)]
		if !s.onlyJoin(a.hi, b.lo) {
			break
		}
		out = append(out, list[k+step])
	}
	slices.SortFunc(out, func(a, b actorSpan) int { return a.lo - b.lo })
	return s.dropAliases(out)
}

// onlyJoin reports whether tokens [lo, hi) only join two names.
func (s *sentence) onlyJoin(lo, hi int) bool {
	for i := lo; i < hi; i++ {
		if !s.is(i, ",", "and", "or", "(", ")", "the", "of", "both", "as", "well") {
			return false
		}
	}
	return true
}

// dropAliases keeps the name of "Name (ALIAS)" and leaves the alias out.
func (s *sentence) dropAliases(list []actorSpan) []actorSpan {
	var out []actorSpan
	for _, a := range list {
		if s.is(a.lo-1, "(") && len(out) > 0 {
			continue
		}
		out = append(out, a)
	}
	return out
}
