package claim

import (
	"cmp"
	"slices"
	"strings"

	"tocsin"
	"tocsin/gazetteer"
	"tocsin/read/text"
	"tocsin/read/when"
	"tocsin/read/where"
)

// Context is what is known of the document besides its text.
type Context struct {
	Published tocsin.Date
	Country   string // ISO2 of the country the document is about; "" where it has no single one
	When      []when.Found
	Where     []where.Found
	Actors    []Actor              // named actors, in any order
	Gazetteer *gazetteer.Gazetteer // for names and demonyms of countries; nil: World
}

// An Actor is a named actor of the document, as package who found it: tokens
// [Lo, Hi) of sentence Sent, an index into Doc.Sentences.
type Actor struct {
	Sent, Lo, Hi int
	NameLo       int // [NameLo, NameHi) is the name proper, without article, title and modifiers
	NameHi       int
	Text         string
	Type         string // person, group, organisation, state, people, unknown
	ID           string // of the registry, "" where it did not decide

	known bool // the registry has it, and the tokens are its name and what else it is called
}

// A Found is one claim. Span is the shortest run of bytes that holds it whole.
type Found struct {
	Sent  int         // index into Doc.Sentences
	Span  tocsin.Span // of the claim's words
	Head  int         // token of the sentence that the claim hangs on
	Core  [2]int      // the tokens that make the claim, without its scope: [from, to)
	Num   [2]int      // the tokens of the number of a count or rate; empty where there is none
	Moved [2]int      // the tokens of a word of change and of the noun that it changes; equal where there are none
	Sure  bool        // every word of the sentence is an item of the claim or narrows nothing
	Whole bool        // read from all the items of the sentence: it has the sentence's denial in it
	Claim tocsin.Claim
}

// Find returns the claims of the document in the order of the text.
func Find(doc *text.Doc, c Context) []Found {
	if c.Gazetteer == nil {
		g, err := gazetteer.World()
		if err != nil { // the embedded table is broken: a defect, and nothing can be named
			return nil
		}
		c.Gazetteer = g
	}
	if c.Country == "CG" && bareCongo(strings.ToLower(doc.Text)) {
		c.Country = "CD"
	}
	var out []Found
	for n := range doc.Sentences {
		if len(doc.Sentences[n].Tokens) == 0 {
			continue
		}
		s := newSentence(doc, &c, n)
		list := s.boundedChanges(s.claims())
		if s.untoldGap(list) {
			list = s.unmeasuredCoup()
		}
		s.boundedTimes(list)
		s.coupKinds(list)
		s.campaignRanks(list)
		s.dayOfWhole(list)
		s.severalBefore(list)
		s.rankedUntil(list)
		s.roundedTown(list)
		out = append(out, s.whole(list)...)
	}
	return out
}

// claims reads the sentence: its main clause by itself, and of the whole what lies
// within an aside.
func (s *sentence) claims() []Found {
	for _, read := range []func() []Found{s.coupsTold, s.yearly, s.lastRecorded, s.closestAttack, s.peakShare, s.capitalAside, s.leaning} {
		if list := read(); len(list) > 0 {
			return list
		}
	}
	if s.levels() || s.firstMove() || s.nthMove() || s.severalLands() {
		return s.sorted()
	}
	if list := s.composed(); len(list) > 0 {
		return list
	}
	if list := s.withFormer(); len(list) > 1 {
		return list
	}
	low := lowered(s.toks)
	cut := s.ofNoName(asides(low))
	if len(cut) == 0 {
		list := s.patterns()
		s.clefts(list)
		return list
	}
	m, at := s.without(cut)
	m.fromAside()
	var list []Found
	if s.clipped && len(cut) == 1 || backgrounds(low, cut) {
		list = m.composed()
	}
	sure := len(list) > 0
	if !sure {
		list = m.patterns()
	}
	stoodAt(list, at)
	list = append(list, s.apposedWithin(cut, list)...)
	if sure {
		return list
	}
	plain := !slices.ContainsFunc(list, func(f Found) bool { return f.Whole || !slight(f.Claim) })
	dates := !slices.ContainsFunc(list, func(f Found) bool { return f.Claim.Form != tocsin.FormDate })
	for _, f := range s.patterns() {
		if f.Whole {
			if plain || dates && f.Claim.Form == tocsin.FormDuration && f.Claim.Than != nil {
				list = append(list, f)
			}
			continue
		}
		inside := slices.ContainsFunc(cut, func(r [2]int) bool { return f.Head >= r[0] && f.Head < r[1] })
		if inside && s.timeElsewhere(f, cut) {
			continue
		}
		if (inside || geographic(f.Claim.Form)) && !slices.ContainsFunc(list, func(g Found) bool { return same(f.Claim, g.Claim) }) {
			list = append(list, f)
		}
	}
	slices.SortStableFunc(list, func(a, b Found) int { return cmp.Or(a.Span[0]-b.Span[0], a.Span[1]-b.Span[1]) })
	s.clefts(list)
	return list
}

// timeElsewhere reports a claim of an aside with a length of time of its own that has the time
// of the main clause: "doubled in 2020, after three years in which it had stayed below 2,500".
func (s *sentence) timeElsewhere(f Found, cut [][2]int) bool {
	for _, r := range cut {
		if f.Head < r[0] || f.Head >= r[1] || f.Claim.Window == nil {
			continue
		}
		length, own := false, false
		for n := range s.times {
			if t := &s.times[n]; t.Lo >= r[0] && t.Hi <= r[1] {
				length = length || t.When.From.IsZero() && t.When.To.IsZero()
				own = own || t.When.From == f.Claim.Window.From
			}
		}
		return length && !own
	}
	return false
}

// patterns runs every pattern over the tokens.
func (s *sentence) patterns() []Found {
	if s.ownForms() || s.twoDeadliest() || s.waged() || s.beforeFirst() || s.nthThere() {
		return s.sorted()
	}
	s.reaches()
	s.distances()
	s.directions()
	s.seenFrom()
	if !slices.ContainsFunc(s.out, func(f Found) bool { return f.Claim.Form == tocsin.FormDirection }) {
		s.wayTo()
	}
	s.containments()
	s.amongTowns()
	s.coupClaims()
	s.furthest()
	s.farther()
	s.firsts()
	s.ranks()
	s.shares()
	s.changes()
	s.topmost()
	s.contrasts()
	s.boundaries()
	s.counts()
	s.presences()
	s.durations()
	s.otherTrends()
	s.onlyDistance()
	s.perished()
	s.byElements()
	s.whereClauses()
	return s.sorted()
}

// sorted puts the claims of the sentence in the order of the text and drops those
// that two patterns found alike.
func (s *sentence) sorted() []Found {
	slices.SortStableFunc(s.out, func(a, b Found) int {
		return cmp.Or(a.Span[0]-b.Span[0], a.Span[1]-b.Span[1])
	})
	s.pairTimes(s.out)
	var out []Found
	for _, f := range s.out {
		if Idle(f.Claim) || s.inPassing(f) {
			continue
		}
		if happened(f.Claim) && slices.ContainsFunc(s.out, func(g Found) bool {
			return tolls(g.Claim) || g.Claim.Form == tocsin.FormRank || g.Claim.Form == tocsin.FormShare
		}) {
			continue // "9,000 were killed in violence" does not claim mere violence besides
		}
		if !slices.ContainsFunc(out, func(g Found) bool { return same(f.Claim, g.Claim) }) {
			f.Num = s.numberOf(f)
			out = append(out, f)
		}
	}
	return out
}

// numberOf is where the number of a count or rate stands.
func (s *sentence) numberOf(f Found) [2]int {
	if k := f.Claim; k.Form != tocsin.FormCount && k.Form != tocsin.FormRate || k.Value == nil || k.Unit == tocsin.Coups || happenedOnce(k) {
		return [2]int{}
	}
	for i := f.Core[0]; i < f.Core[1]; i++ {
		if q, ok := s.quantity(i); ok && (f.Claim.Form == tocsin.FormRate || q.value == *f.Claim.Value || q.upper == *f.Claim.Value) && !s.timeOver(q.hi-1) {
			if s.plainlyDead(q) && !(q.lo == q.hi-1 && s.isYear(q.lo) && s.is(q.lo-1, "the", "these", "those")) {
				break // the pattern itself says what is counted
			}
			return [2]int{q.lo, q.hi}
		}
	}
	return [2]int{}
}

// plainlyDead reports "lost 300 people to violence" and "300 battle and massacre deaths".
func (s *sentence) plainlyDead(q number) bool {
	if s.isYear(q.hi - 1) {
		return false // the 2004 deaths
	}
	if s.plainTo(q.hi, 5) && s.near(q.hi, 5, func(k int) bool { return s.is(k, "deaths", "fatalities") }) {
		return true
	}
	return s.near(max(0, q.lo-2), 2, func(k int) bool { return s.is(k, "lost", "lose", "losing") }) && s.is(q.hi, peopleNouns...) && s.is(q.hi+1, "to")
}

// whole stretches the spans of claims about events over the measurable words of the
// sentence that none of its claims uses, so that the quote holds them and the
// verdict can name them.
func (s *sentence) whole(list []Found) []Found {
	var claims []tocsin.Claim
	for _, f := range list {
		claims = append(claims, f.Claim)
	}
	if len(claims) == 0 {
		return list
	}
	span := s.span(0, len(s.toks))
	for _, r := range Untested(span.In(s.doc.Text), claims) {
		at := tocsin.Span{span[0] + r.At, span[0] + r.At + len(r.Text)}
		for i := range list {
			if f := &list[i]; !geographic(f.Claim.Form) && !s.nested(f) && (!s.apart(f.Span, at) || r.Kind == "motive" || s.nobodys(list, at)) {
				f.Span = tocsin.Span{min(f.Span[0], at[0]), max(f.Span[1], at[1])}
			}
		}
	}
	return list
}

// nobodys reports a measurable word in a clause joined by "and" or "but" from which no
// claim was read: the quote must hold it, so that the verdict is not of the rest alone.
func (s *sentence) nobodys(list []Found, at tocsin.Span) bool {
	for i := range s.toks {
		if !s.is(i, ",", ";") || !s.is(i+1, "but", "and") || s.toks[i].Span[0] > at[0] {
			continue
		}
		end := s.toks[i].Span[1]
		if !slices.ContainsFunc(list, func(f Found) bool { return f.Span[0] >= end }) {
			return true
		}
	}
	return false
}

// nested reports a coup that only tells who somebody is: "the leader of Mali's 2012
// coup had been in the United States" claims nothing of the coup in America.
func (s *sentence) nested(f *Found) bool {
	return f.Claim.Form == tocsin.FormDate && f.Head >= 0 && f.Head < len(s.toks) && strings.HasPrefix(s.toks[f.Head].Rel, "nmod")
}

// apart reports that another clause begins between two spans.
func (s *sentence) apart(a, b tocsin.Span) bool {
	from, to := min(a[1], b[1]), max(a[0], b[0])
	for i, t := range s.toks {
		if t.Span[0] < from || t.Span[1] > to {
			continue
		}
		if s.is(i, ";", ":") || s.is(i, "when", "who", "which", "where", "while", "although", "whereas", "because", "whose") || s.is(i, ",") && s.is(i+1, "but", "and") && s.is(i+2, "the", "it", "he", "they", "that") {
			return true
		}
	}
	return false
}

// happened reports whether a claim only says that there was an event somewhere in
// a country.
func happened(k tocsin.Claim) bool {
	if k.Of == nil || k.Of.Measure == "deaths" || k.Of.Act != "assault" || !wide(k.Places) {
		return false
	}
	return k.Form == tocsin.FormDate || happenedOnce(k)
}

// happenedOnce reports a count of "one at least": something happened.
func happenedOnce(k tocsin.Claim) bool {
	return k.Form == tocsin.FormCount && k.Op == ">=" && k.Value != nil && *k.Value == 1
}

// Idle reports whether a claim names neither who nor when, so that any event of
// all the years at its place would bear it out.
func Idle(k tocsin.Claim) bool {
	if k.Form == tocsin.FormCount && k.Window == nil && k.Than == nil && k.Unit != tocsin.Coups && k.Value != nil && *k.Value > 1 && *k.Value < manyCounted {
		return true // a number of one untold day
	}
	return happenedOnce(k) && k.Window == nil && (k.Of == nil || k.Of.Actor == "")
}

// manyCounted is from how many on a number without a time is told of a whole war rather
// than of the day that the text is about.
const manyCounted = 100

// wide reports whether places name no more than countries or regions.
func wide(places []tocsin.Place) bool {
	return !slices.ContainsFunc(places, func(p tocsin.Place) bool { return p.Precision != "country" && p.Precision != "region" })
}

// tolls reports whether a claim counts the dead.
func tolls(k tocsin.Claim) bool {
	return k.Form == tocsin.FormCount && k.Of != nil && k.Of.Measure == "deaths"
}

// same reports whether two claims of one sentence say one thing.
func same(a, b tocsin.Claim) bool {
	if a.Form != b.Form || a.Op != b.Op || len(a.Places) != len(b.Places) || (a.Value == nil) != (b.Value == nil) || a.Value != nil && *a.Value != *b.Value {
		return false
	}
	for i := range a.Places {
		if a.Places[i].Text != b.Places[i].Text {
			return false
		}
	}
	if (a.Of == nil) != (b.Of == nil) || a.Of != nil && *a.Of != *b.Of {
		return false
	}
	return (a.Window == nil) == (b.Window == nil) && (a.Window == nil || a.Window.From == b.Window.From && a.Window.To == b.Window.To)
}
