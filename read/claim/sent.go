package claim

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"tocsin"
	"tocsin/gazetteer"
	"tocsin/read/text"
	"tocsin/read/when"
	"tocsin/read/where"
)

// sentence is one sentence with what was found in it.
type sentence struct {
	c        *Context
	doc      *text.Doc
	n        int // index into Doc.Sentences
	toks     []text.Token
	times    []when.Found
	places   []where.Found
	actors   []Actor
	lands    []land // countries named, by name or demonym
	strikers []land // countries whose forces struck in another
	taken    map[int]bool
	out      []Found

	clipped    bool         // a clause told from when or until when its year counts
	gapSaid    bool         // the coups of the sentence are told by the time between them
	foreign    bool         // the document's country is known from an aside alone
	aside      []bool       // tokens that tell what went on meanwhile
	round      *spot        // the circle around a town that is one of its items
	asideTimes []when.Found // of what was left out of the sentence, by its own tokens

	numbers  []readNumber // cached: numberAt
	classes  []wordClass  // cached: class
	anyClass wordClass

	spotList    []spot // cached: spots
	spotsDone   bool
	partyList   []actorSpan // cached: parties
	partiesDone bool
}

// land is a country named at tokens [lo, hi).
type land struct {
	lo, hi   int
	iso      string
	name     string
	demonym  bool
	possess  bool // "Mali's"
	asActor  bool
	fromName bool // a where.Found or a country's name rather than its adjective
}

// low is the lower-case text of token i, "" outside the sentence.
func (s *sentence) low(i int) string {
	if i < 0 || i >= len(s.toks) {
		return ""
	}
	return s.toks[i].Lower
}

func (s *sentence) is(i int, words ...string) bool { return slices.Contains(words, s.low(i)) }

// seq reports whether the words stand at token i.
func (s *sentence) seq(i int, words ...string) bool {
	for k, w := range words {
		if s.low(i+k) != w {
			return false
		}
	}
	return true
}

// span is the bytes of tokens [lo, hi).
func (s *sentence) span(lo, hi int) tocsin.Span {
	from, to := s.toks[lo].Span, s.toks[hi-1].Span
	if to[1] < from[0] { // the words stand in another order
		from, to = to, from
	}
	return tocsin.Span{from[0], to[1]}
}

func (s *sentence) text(lo, hi int) string { return s.span(lo, hi).In(s.doc.Text) }

// capital reports whether token i begins with a capital letter.
func (s *sentence) capital(i int) bool {
	if i < 0 || i >= len(s.toks) {
		return false
	}
	if s.is(i, "al", "el") && s.is(i+1, "-") && i+2 < len(s.toks) { // al-Shabaab
		i += 2
	}
	r, _ := utf8.DecodeRuneInString(s.toks[i].Text)
	return unicode.IsUpper(r)
}

// add records a claim whose core is tokens [lo, hi) and that also uses the other
// tokens.
func (s *sentence) add(k tocsin.Claim, lo, hi int, also ...[2]int) {
	if k.Novelty == "" {
		k.Novelty = "none"
	}
	if k.Form == tocsin.FormRank && hi == lo+1 && s.is(lo, "most") && hi < len(s.toks) {
		hi++ // of what it is the most
	}
	k.Text = s.text(lo, hi)
	from, to := lo, hi
	for _, r := range also {
		if r[1] > r[0] {
			from, to = min(from, r[0]), max(to, r[1])
		}
	}
	if to-from <= shortText && !geographic(k.Form) && k.Unit != tocsin.Bearing {
		k.Text = s.text(from, to)
	}
	s.out = append(s.out, Found{Sent: s.n, Span: s.span(from, to), Head: s.head(lo, hi), Core: [2]int{lo, hi}, Claim: k})
}

// shortText is up to how many tokens a claim's text is its whole span; beyond it,
// the text is the claim's core alone.
const shortText = 14

func geographic(f tocsin.Form) bool {
	return f == tocsin.FormDistance || f == tocsin.FormDirection || f == tocsin.FormWithin
}

// head is the token of [lo, hi) whose own head lies outside.
func (s *sentence) head(lo, hi int) int {
	for i := lo; i < hi; i++ {
		if h := s.toks[i].Head; h < lo || h >= hi {
			if s.toks[i].UPOS != "PUNCT" {
				return i
			}
		}
	}
	return lo
}

// newSentence gathers what others found in sentence n.
func newSentence(doc *text.Doc, c *Context, n int) *sentence {
	s := &sentence{c: c, doc: doc, n: n, toks: doc.Sentences[n].Tokens, taken: map[int]bool{}}
	for _, f := range c.When {
		if f.Sent == n && f.Lo >= 0 && f.Hi <= len(s.toks) && f.Lo < f.Hi {
			s.times = append(s.times, f)
		}
	}
	s.bareYears()
	for _, f := range c.Where {
		if f.Sent == n && f.Lo >= 0 && f.Hi <= len(s.toks) && f.Lo < f.Hi {
			s.places = append(s.places, s.notATown(f))
		}
	}
	s.combinedYears()
	s.partsOfYears()
	s.frameYears()
	s.longSince()
	if len(s.times) > 1 {
		s.clipYear()
	}
	for _, a := range c.Actors {
		if a.Sent == n && a.Lo >= 0 && a.Hi <= len(s.toks) && a.Lo < a.Hi {
			s.actors = append(s.actors, a)
		}
	}
	s.knownNames()
	s.findLands()
	return s
}

// findLands lists the countries of the sentence: places found, names and demonyms.
func (s *sentence) findLands() {
	for _, p := range s.places {
		if p.Kind == "country" && p.Country != "" {
			s.lands = append(s.lands, land{lo: p.Lo, hi: p.Hi, iso: p.Country, name: s.country(p.Country), asActor: p.Actor, fromName: true, possess: s.is(p.Hi, "'s", "’s", "'", "’")})
		}
	}
	for i := 0; i < len(s.toks); i++ {
		if !s.capital(i) || s.landAt(i) != nil || s.placedAt(i) || s.withinName(i, i+1) {
			continue
		}
		for n := min(4, len(s.toks)-i); n >= 1; n-- {
			if k, demonym, ok := s.countryWords(i, i+n); ok {
				s.lands = append(s.lands, land{lo: i, hi: i + n, iso: k.ISO2, name: k.Name, demonym: demonym, fromName: !demonym, possess: s.is(i+n, "'s", "’s", "'", "’")})
				i += n - 1
				break
			}
		}
	}
	for k := range s.lands {
		s.largerCongo(&s.lands[k])
	}
	slices.SortStableFunc(s.lands, func(a, b land) int { return a.lo - b.lo })
	s.apartStrikers()
}

// largerCongo reads a bare "Congo" as the Democratic Republic, as news agencies
// write; the other is the Republic of Congo or Congo-Brazzaville.
func (s *sentence) largerCongo(l *land) {
	if l.iso != "CG" || !strings.HasSuffix(strings.ToLower(s.text(l.lo, l.hi)), "congo") || s.is(l.hi, "-", "republic") || s.is(l.lo-1, "of") && s.is(l.lo-2, "republic") {
		return
	}
	for i := l.lo; i < l.hi; i++ {
		if s.is(i, "republic", "of") {
			return
		}
	}
	l.iso, l.name = "CD", s.country("CD")
}

// bareCongo reports a text that says "Congo" and nothing of the one on the other bank.
func bareCongo(t string) bool {
	return strings.Contains(t, "congo") && !slices.ContainsFunc([]string{"republic", "brazzaville", "pointe-noire", "pool"}, func(w string) bool { return strings.Contains(t, w) })
}

func (s *sentence) countryWords(lo, hi int) (k gazetteer.Country, demonym, ok bool) {
	g := s.c.Gazetteer
	words := s.text(lo, hi)
	if k, ok = g.CountryNamed(words); ok {
		return k, false, true
	}
	k, ok = g.DemonymOf(words)
	return k, true, ok
}

func (s *sentence) landAt(i int) *land {
	for k := range s.lands {
		if i >= s.lands[k].lo && i < s.lands[k].hi {
			return &s.lands[k]
		}
	}
	return nil
}

func (s *sentence) placeOver(i int) bool {
	return slices.ContainsFunc(s.places, func(p where.Found) bool { return i >= p.Lo && i < p.Hi })
}

// placedAt reports a place at token i that is known to be something.
func (s *sentence) placedAt(i int) bool {
	return slices.ContainsFunc(s.places, func(p where.Found) bool { return i >= p.Lo && i < p.Hi && p.Kind != "" && p.Kind != "unknown" })
}

func (s *sentence) timeOver(i int) bool {
	return slices.ContainsFunc(s.times, func(f when.Found) bool { return i >= f.Lo && i < f.Hi })
}

// country is the short name of an ISO2 code.
func (s *sentence) country(iso string) string {
	if k, ok := s.c.Gazetteer.CountryOf(iso); ok {
		return k.Name
	}
	return ""
}

// spot is a place of the sentence, as found or only as a capitalised name.
type spot struct {
	lo, hi int
	place  tocsin.Place
	area   bool // a country, region or unit rather than a town
	iso    string
}

// spots lists the places of the sentence in order, countries included.
func (s *sentence) spots() []spot {
	if !s.spotsDone {
		s.spotsDone, s.spotList = true, s.findSpots()
	}
	return s.spotList
}

// ofIn is the "of" that ends a direction at the head of a place: "east of Bamako".
func (s *sentence) ofIn(lo, hi int) int {
	for i := lo + 1; i+1 < hi; i++ {
		if _, end, ok := s.compass(lo); ok && end == i && s.is(i, "of") {
			return i
		}
	}
	return 0
}

func (s *sentence) findSpots() []spot {
	var out []spot
	for _, p := range s.places {
		if of := s.ofIn(p.Lo, p.Hi); of > 0 { // "east of Bamako": the name alone
			p.Lo = of + 1
			p.Place.Text = s.text(p.Lo, p.Hi)
		}
		if n := s.particlesAfter(p.Hi); n > 0 { // Mazar-e Sharif: part of a longer name
			p.Hi += n
			p.Place.Text, p.Place.Candidates = s.text(p.Lo, p.Hi), nil
		}
		out = append(out, spot{lo: p.Lo, hi: p.Hi, place: p.Place, iso: p.Country, area: p.Kind == "country" || p.Kind == "admin" || p.Kind == "region"})
	}
	for _, l := range s.lands {
		if l.fromName && !s.placeOver(l.lo) {
			out = append(out, spot{lo: l.lo, hi: l.hi, iso: l.iso, area: true,
				place: tocsin.Place{Role: "in", Text: s.text(l.lo, l.hi), Precision: "country"}})
		}
	}
	slices.SortStableFunc(out, func(a, b spot) int { return a.lo - b.lo })
	return out
}

// spotFrom is the place that begins at token i or after a few words that lead to
// it ("the town of", "the capital,"), else a capitalised name there.
func (s *sentence) spotFrom(i int) (spot, bool) {
	if p, ok := s.theCapital(i); ok {
		return p, true
	}
	end := min(i+6, len(s.toks))
	for k := i; k < end; k++ {
		for _, p := range s.spots() {
			if p.lo == k || k == i && p.lo < k && k < p.hi {
				return p, true
			}
		}
		if s.capital(k) && !s.timeOver(k) {
			if l := s.landAt(k); l != nil { // the Malian capital Bamako
				continue
			}
			return s.nameAt(k)
		}
		if !s.is(k, "the", "of", "town", "city", "village", "capital", "region", "province", "state", "district", "northern", "southern",
			"eastern", "western", "central", "north", "south", "east", "west", ",", "its", "country", "'s", "’s", "department", "a", "area", "port", "coastal", "near", "in") {
			break
		}
	}
	return spot{}, false
}

// nameAt is the run of capitalised tokens at k as an unresolved place.
func (s *sentence) nameAt(k int) (spot, bool) {
	hi := k
	for hi < len(s.toks) && s.capital(hi) && !s.timeOver(hi) && s.toks[hi].UPOS != "PUNCT" {
		hi++
	}
	if hi == k {
		return spot{}, false
	}
	return spot{lo: k, hi: hi, place: tocsin.Place{Role: "at", Text: s.text(k, hi), Precision: "unknown"}}, true
}

// spotBefore is the nearest place that ends at or before token i and is the thing
// spoken of: not the container of another ("X in the Y region of Z").
func (s *sentence) spotBefore(i int, not string) (spot, bool) {
	if p, ok := s.apposed(i); ok && p.place.Text != not {
		return p, true
	}
	list := s.spots()
	for k := len(list) - 1; k >= 0; k-- {
		p := list[k]
		if p.hi > i || p.place.Text == not || s.contained(list, k) || k > 0 && s.beside(p.lo) {
			continue
		}
		if k == 0 && s.beside(p.lo) {
			if x, ok := s.nameBefore(p.lo-1, not); ok {
				return x, true
			}
		}
		return p, true
	}
	return s.nameBefore(i, not)
}

// beside reports a place at token i that something lies on or near: it is not what is
// spoken of.
func (s *sentence) beside(i int) bool {
	if s.is(i-1, "the") {
		i--
	}
	return s.is(i-1, "on", "near", "along", "beside", "off", "around")
}

// contained reports whether place k of the list only says where the one before it
// lies.
func (s *sentence) contained(list []spot, k int) bool {
	if k == 0 || !list[k].area {
		return false
	}
	gap := list[k].lo - list[k-1].hi
	return gap <= 8 && (s.linksIn(list[k-1].hi, list[k].lo) || s.contained(list, k-1))
}

// linksIn reports whether tokens [lo, hi) join a place to what holds it: "in the",
// "of central", ", a town in".
func (s *sentence) linksIn(lo, hi int) bool {
	in := false
	for i := lo; i < hi; i++ {
		if s.is(i, "in", "of", "within", "inside") {
			in = true
		} else if s.is(i, "and", "or", "to", "from", "but", "while") {
			return false
		}
	}
	return in
}
