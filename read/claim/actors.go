package claim

import (
	"slices"
	"strings"
)

// genericActors are nouns that name armed groups or forces without naming one.
var genericActors = []string{"jihadists", "jihadist", "islamists", "militants", "militant", "insurgents", "insurgent", "rebels", "rebel", "gunmen", "terrorists", "terrorist",
	"extremists", "extremist", "bandits", "guerrillas", "separatists", "separatist", "militias", "islamist", "herders", "herdsmen", "cartels", "cartel", "gangs"}

// stateActors are the state's own forces.
var stateActors = []string{"army", "military", "soldiers", "troops", "police"}

// actorsFor lists the actors of what stands at tokens [lo, hi): in a by-phrase
// after it, right before it ("Boko Haram attacks"), or as the sentence's subject
// group; joined by "; ".
func (s *sentence) actorsFor(lo, hi int) (names string, at [2]int) {
	list := s.parties()
	pick := s.byPhrase(list, lo, hi)
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
	known   bool // by the registry
	state   bool // a state's own side, which only a pair has for a party
}

// parties lists the sentence's actors that may attack: groups and organisations by
// name, armed people by noun.
func (s *sentence) parties() []actorSpan {
	if s.partiesDone {
		return s.partyList
	}
	s.partiesDone = true
	s.partyList = s.findParties()
	return s.partyList
}

func (s *sentence) findParties() []actorSpan {
	var out []actorSpan
	for _, a := range s.actors {
		if a.Hi == a.Lo+1 && monthNames[s.low(a.Lo)] > 0 || slices.Contains(namedTimes, s.low(a.Hi-1)) || s.attackWord(a.Hi-1) && slices.Contains(namedTimes, s.low(a.Hi-2)) {
			continue // May claimed the most lives, the Easter bombings
		}
		if a.Type == "person" || a.Type == "people" || s.placeOver(a.Lo) && a.Type != "group" {
			continue
		}
		if l := s.landAt(a.Lo + boolInt(s.is(a.Lo, "the"))); l != nil && l.hi >= a.Hi || s.is(a.Hi-1, "state") && s.near(a.Lo, a.Hi-a.Lo, func(k int) bool { return slices.Contains(topWords, s.low(k)) || s.is(k, "worst") }) { // a country, the worst-hit state
			continue
		}
		if s.near(a.Lo, a.Hi-a.Lo, func(k int) bool {
			return s.is(k, "survivors", "survivor", "witnesses", "residents", "refugees", "villagers")
		}) || s.isNumber(a.Lo) || s.is(a.Hi, "villagers", "civilians", "worshippers", "residents", "refugees", "families", "pilgrims", "children", "women") {
			continue // who tells of it, or a number of a list
		}
		if a.Type != "group" && s.is(a.Hi-1, buildings...) || s.reporting(a.Lo, a.Hi) || !s.nameIn(a.Lo, a.Hi) {
			continue
		}
		out = append(out, s.groupName(a))
	}
	for i := range s.toks {
		if slices.Contains(genericActors, s.low(i)) && !s.describesName(i, out) && !slices.ContainsFunc(out, func(a actorSpan) bool { return i >= a.lo && i <= a.hi && (s.capital(a.lo) || a.known) }) {
			hi := i + 1
			if s.is(hi, "groups", "group", "fighters", "organisations", "organizations") {
				hi++
			}
			lo := i
			for lo > 0 && s.capital(lo-1) && !s.placeOver(lo-1) && !s.timeOver(lo-1) && s.landAt(lo-1) == nil && s.toks[lo-1].UPOS != "PUNCT" && !(lo == 1 && commonStart(s.low(0))) {
				lo-- // Maoist rebels, Houthi rebels
			}
			out = append(out, actorSpan{lo: lo, hi: hi, text: s.text(lo, hi), generic: true})
		}
		if s.is(i, "maoist", "naxalite", "maoists", "naxalites") || s.is(i, "communist") && s.is(i+1, "insurgency", "rebellion", "insurgents", "rebels", "guerrillas") || s.is(i, "southern") && s.is(i+1, "insurgency", "insurgents") && s.landAt(i-2) != nil && s.landAt(i-2).iso == "TH" {
			hi := i + 1 + boolInt(s.is(i+1, "insurgency", "insurgents") || s.is(i, "communist"))
			if !slices.ContainsFunc(out, func(a actorSpan) bool { return i > a.lo && i < a.hi || i == a.lo && a.hi > hi }) {
				out = append(out, actorSpan{lo: i, hi: hi, text: s.text(i, hi), generic: true})
			}
		}
		if s.is(i, "islamic") && s.is(i+1, "militants", "extremists") || s.is(i, "armed") && s.is(i+1, "groups", "men") {
			out = append(out, actorSpan{lo: i, hi: i + 2, text: s.text(i, i+2), generic: true})
		}
	}
	for n := range out {
		s.trimCampaign(&out[n])
		for k := out[n].lo + 1; k < out[n].hi; k++ {
			if s.is(k, "on", "inside") && s.landAt(k+1) != nil { // the LRA on Ugandan soil
				out[n].hi, out[n].text = k, trimThe(s.text(out[n].lo, k))
			}
		}
	}
	out = s.widest(s.bareNames(append(append(out, s.forcesAbroad()...), s.foughtOver()...)))
	named := slices.Clone(out)
	out = slices.DeleteFunc(out, func(a actorSpan) bool { return s.describesNext(a, named) })
	out = append(out, s.capitalActors(out)...)
	out = slices.DeleteFunc(out, func(a actorSpan) bool { return a.hi == a.lo+1 && slices.Contains(namedTimes, s.low(a.lo)) })
	slices.SortStableFunc(out, func(a, b actorSpan) int { return a.lo - b.lo })
	return s.paired(s.widest(s.bareNames(out)))
}

// describesName reports that the armed people at token i only say what the group is whose
// name follows: "the jihadist coalition JNIM".
func (s *sentence) describesName(i int, named []actorSpan) bool {
	k := i + 1
	for s.is(k, "coalition", "alliance", "group", "movement", "organisation", "organization", "network", "outfit", "faction", "army", "umbrella", "militia", "of", "the") {
		k++
	}
	return k > i+1 && slices.ContainsFunc(named, func(a actorSpan) bool { return a.lo == k && s.capital(a.lo) })
}

// describesNext reports a group told by common words alone, right before its name.
func (s *sentence) describesNext(a actorSpan, named []actorSpan) bool {
	for i := a.lo; i < a.hi; i++ {
		if s.capital(i) && !s.is(i, "the", "a", "an") {
			return false
		}
	}
	return slices.ContainsFunc(named, func(b actorSpan) bool { return b.lo == a.hi && s.capital(b.lo) })
}

// isNumber reports the number of a list at token i: "2. Attack on a school".
func (s *sentence) isNumber(i int) bool {
	_, ok := digits(s.low(i))
	return ok && i == 0 && !s.isYear(i)
}

// isYear reports a year at token i.
func (s *sentence) isYear(i int) bool {
	x, ok := digits(s.low(i))
	return ok && len(s.low(i)) == 4 && x >= 1945 && x <= 2100
}

// nameIn reports a capital letter among tokens [lo, hi), or a word for armed people.
func (s *sentence) nameIn(lo, hi int) bool {
	for i := lo; i < hi; i++ {
		if s.is(i, "the", "a", "an", "its", "his", "her", "their", "this", "these", "those", "some", "our") {
			continue
		}
		if s.capital(i) || slices.Contains(genericActors, s.low(i)) || slices.Contains(stateActors, s.low(i)) || s.is(i, "forces", "junta", "group", "groups", "cartel", "cartels") {
			return true
		}
	}
	return false
}

// groupName is the name of an actor without the common nouns at its end: "Taliban"
// of "Taliban insurgency".
func (s *sentence) groupName(a Actor) actorSpan {
	if a.known {
		return actorSpan{lo: a.Lo, hi: a.Hi, text: a.Text, known: true}
	}
	hi := a.Hi
	for a.Lo < hi-1 && s.is(a.Lo, "involved", "involving", "by", "against", "of", "than", "with", "as", "and", "every", "each", "all", "most", "no", "any") || a.Lo < hi-1 && s.isYear(a.Lo) {
		a.Lo++ // what leads to the name is no part of it
		a.Text = s.text(a.Lo, a.Hi)
	}
	for k := a.Lo + 1; k+1 < hi; k++ {
		if s.is(k, "of", "by") && !s.capital(k-1) && s.is(k-1, "insurgency", "rebellion", "uprising", "campaign", "war", "violence", "attacks", "fighters", "militants", "forces", "insurgents", "units", "members", "gunmen", "hands", "offensive", "raids", "assaults") {
			a.Lo = k + 1 // the insurgency of the PKK
			a.Text = s.text(a.Lo, a.Hi)
			break
		}
	}
	for a.Lo > 1 && s.capital(a.Lo) && s.capital(a.Lo-1) && s.toks[a.Lo-1].UPOS == "PROPN" && !s.placeOver(a.Lo-1) && !s.timeOver(a.Lo-1) && s.landAt(a.Lo-1) == nil {
		a.Lo-- // a name whose first word the tree has lost
		a.Text = s.text(a.Lo, a.Hi)
	}
	for hi-1 > a.Lo && s.is(hi-1, "insurgency", "insurgents", "militants", "fighters", "gunmen", "attacks", "violence", "rebels", "militia", "group", "terrorists", "jihadists") {
		hi--
	}
	for a.Lo > 2 && s.is(a.Lo-1, "'s", "’s") && s.capital(a.Lo-2) && s.landAt(a.Lo-2) == nil && s.is(a.Lo-3, "the") && s.capital(a.Lo) {
		a.Lo -= 2 // the Lord's Resistance Army
		for a.Hi < len(s.toks) && s.capital(a.Hi) && !s.timeOver(a.Hi) {
			a.Hi++
		}
		hi, a.Text = a.Hi, s.text(a.Lo, a.Hi)
	}
	for k := a.Lo + 1; k+1 < hi; k++ {
		if l := s.landAt(a.Lo); l != nil && s.is(k, "'s", "’s") && l.hi == k {
			a.Lo = k + 1 // Colombia's FARC
			a.Text = s.text(a.Lo, a.Hi)
		}
	}
	if hi == a.Hi || !s.capital(hi-1) || hi == a.Lo+1 && s.is(a.Lo, "the") {
		return actorSpan{lo: a.Lo, hi: a.Hi, text: strings.TrimSuffix(trimThe(a.Text), " guerrillas")}
	}
	return actorSpan{lo: a.Lo, hi: hi, text: strings.TrimSuffix(trimThe(s.text(a.Lo, hi)), " guerrillas")}
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
		!s.doneBy(lo, hi) && s.is(hi, "recorded", "reported", "reports", "said", "says", "counted", "documented", "registered", "estimates", "estimated", "data", "put", "puts", "gave", "gives", "confirmed", "announced", "revised", "tallied") ||
		s.is(hi, "figures") && !s.is(hi+1, "in") || s.is(hi-1, "ministry", "hospital", "hospitals", "observatory", "monitor", "newspaper", "morgue") ||
		s.is(lo-1, "to") && s.is(lo-2, "according") || s.is(lo-2, "to") && s.is(lo-3, "according")
}

// doneBy reports an actor after the word for what it did, told as recorded somewhere: "every attack
// by X recorded in Kenya".
func (s *sentence) doneBy(lo, hi int) bool {
	lo -= boolInt(s.is(lo-1, "the"))
	return s.is(lo-1, "by", "involving", "against", "between", "and") && s.is(hi, "recorded", "reported", "counted", "documented", "registered", "confirmed") && s.is(hi+1, "in", "on", "within", "during", "across", "inside", "anywhere", "near", "there") && s.violentWord(lo-2)
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
		if monthNames[s.low(i)] > 0 {
			continue
		}
		hi := i + 1
		for hi < len(s.toks) && (s.capital(hi) || s.is(hi, "-") && s.capital(hi+1)) && !s.placeOver(hi) && !s.timeOver(hi) && s.landAt(hi) == nil {
			hi++
		}
		for s.is(hi, "'s", "’s") && s.capital(hi+1) && s.landAt(hi+1) == nil && !s.timeOver(hi+1) { // Lord's Resistance Army
			for hi++; hi < len(s.toks) && s.capital(hi); hi++ {
			}
		}
		before := s.is(i-1, "by", "involved", "involving", "pitting", "which", "between") || s.is(i-2, "between") && s.is(i-1, "the") || s.is(i-2, "involving", "involved", "of", "with", "which", "to") && s.is(i-1, "the") && s.is(i-3, "participation", "involvement", "linked", "in", "hands", "clashes", "violence", "events") || s.is(i-2, "by") && s.is(i-1, "the")
		after := s.attackWord(hi) || s.is(hi, "'s", "’s", "'", "’") && s.near(hi, 5, s.attackWord) || s.is(hi, "fighters", "militants", "attacks", "carried", "launched", "staged", "killed", "conducted", "has", "have", "violence", "claimed", "began", "started", "insurgency")
		if (before || after) && !s.reporting(i, hi) && !(i == 0 && hi == 1 && (commonStart(s.low(0)) || s.toks[0].UPOS != "PROPN")) {
			lo := i
			if s.is(lo, "the", "a", "an", "its", "their", "this", "that", "these", "such") {
				if hi == lo+1 {
					i = hi - 1
					continue
				}
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

// byPhrase are the actors after a "by" within tokens [lo, hi) or soon after, and those
// of "in which X took part", "with the participation of X", "are linked to X".
func (s *sentence) byPhrase(list []actorSpan, lo, hi int) []actorSpan {
	for k := lo; k < min(len(s.toks), hi+12); k++ {
		if s.timeOver(k) {
			continue
		}
		by := s.is(k, "by", "involving", "involved", "blamed", "pitting", "implicating", "between") || s.is(k-1, "in", "with") && s.is(k, "which", "whom") ||
			s.is(k, "of") && s.is(k-1, "participation", "involvement", "hands") || s.is(k, "to", "with", "on") && s.is(k-1, "victim", "prey", "linked", "attributed", "ascribed", "tied", "connected", "blamed") ||
			s.is(k, "with") && s.near(k, 8, func(t int) bool { return s.is(t, "party", "participant", "belligerent", "involved") }) || s.is(k, "with", "against") && s.is(k-1, "clashes", "fighting", "battles", "war", "conflict", "wars", "struggle")
		if !by || k >= hi+8 && s.is(k, "by") {
			continue
		}
		for n, a := range list {
			if a.lo >= k && a.lo-k <= 4 && s.is(k, "between") {
				if l := s.landAt(a.lo); l != nil && l.demonym {
					continue // the Turkish army: the other side says whose fight it is
				}
				return []actorSpan{a} // of both together no row is the sum
			}
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
		if s.is(k, "against", "on", "targeting", "to", "fighting", "combat", "than", "fought", "battled", "battling") {
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
