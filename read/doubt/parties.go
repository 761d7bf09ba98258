package doubt

import (
	"strings"

	"tocsin"
)

// naming holds the names of the features of one party, made once.
type naming struct {
	many, words, away, hangs, is, outside, before, behind, heads, on, onA, ahead, verbs, commas, doubtful string
}

func namingOf(party string) *naming {
	return &naming{party + "s", party + " words", party + " is in another sentence", party + " hangs as", party + " is", party + " is outside the span",
		party + " has before it", party + " has behind it", party + " heads", party + " hangs on", party + " hangs on a", party + " stands before its head by",
		party + " finite verbs up to its head", party + " commas up to its head", party + " arc is doubtful"}
}

var actorNames, recipientNames = namingOf("actor"), namingOf("recipient")

// party adds how the first of those who do, or to whom it is done, hangs in the
// sentence. It returns the head token, -1 where the sentence has none.
func (r *reading) party(n *naming, list []tocsin.Mention) int {
	f := r.out
	f.number(n.many, len(list))
	if len(list) == 0 {
		return -1
	}
	f.number(n.words, words(list[0].Text))
	lo, hi := r.tokens(list[0].Span)
	if lo == hi {
		f.is(n.away, "")
		return -1
	}
	h := r.head(lo, hi)
	t := &r.t[h]
	f.is(n.hangs, t.Rel)
	f.is(n.is, t.UPOS)
	r.when(lo < r.lo || hi > r.hi, n.outside)
	f.is(n.before, r.tag(lo-1))
	f.is(n.behind, r.tag(hi))
	f.number(n.heads, r.heads(lo, hi))
	if t.Head >= 0 {
		g := &r.t[t.Head]
		f.is(n.on, g.XPOS)
		f.is(n.onA, g.Rel)
		f.number(n.ahead, t.Head-h)
		verbs, commas := r.between(h, t.Head)
		f.number(n.verbs, verbs)
		f.number(n.commas, commas)
	}
	r.when(t.Doubtful(), n.doubtful)
	return h
}

// heads counts the tokens of a range that hang on a token outside it.
func (r *reading) heads(lo, hi int) int {
	n := 0
	for i := lo; i < hi; i++ {
		if g := r.t[i].Head; g < lo || g >= hi {
			n++
		}
	}
	return n
}

// parties adds how doer and recipient stand to each other.
func (r *reading) parties(a, b int) {
	if a < 0 || b < 0 {
		return
	}
	f := r.out
	r.when(a < b, "actor stands first")
	r.when(r.t[a].Head == r.t[b].Head, "both hang on one word")
	f.number("words between the parties", max(a-b, b-a))
	verbs, commas := r.between(a, b)
	f.number("finite verbs between the parties", verbs)
	f.number("commas between the parties", commas)
}

// speakers adds who is said to speak, and where they stand.
func (r *reading) speakers() {
	f, says := r.out, r.s.Says
	f.number("speakers", len(says))
	if len(says) == 0 {
		return
	}
	sp := &says[len(says)-1]
	f.is("speaker", sp.Type)
	f.number("speaker words", words(sp.Text))
	r.when(sp.Text == "", "speaker has no name")
	switch strings.ToLower(sp.Text) {
	case "he", "she", "they", "it", "who", "we", "i":
		f.is("speaker is a pronoun", "")
	}
	lo, hi := r.tokens(sp.Span)
	if lo == hi {
		f.is("speaker is in another sentence", "")
		return
	}
	h := r.head(lo, hi)
	f.is("speaker hangs as", r.t[h].Rel)
	f.is("speaker is", r.t[h].UPOS)
	f.number("speaker stands behind the start by", lo-r.lo)
}

// place adds how the first place hangs in the sentence.
func (r *reading) place() {
	f, places := r.out, r.s.Places
	f.number("places", len(places))
	if len(places) == 0 {
		return
	}
	f.is("place role", places[0].Role)
	r.when(places[0].Relation != "", "place has a relation")
	h := r.find(places[0].Text)
	if h < 0 {
		f.is("place is in another sentence", "")
		return
	}
	f.is("place hangs as", r.t[h].Rel)
	r.when(h < r.lo || h >= r.hi, "place is outside the span")
	if g := r.t[h].Head; g >= 0 {
		f.is("place hangs on", r.t[g].UPOS)
		f.is("place hangs on a", r.t[g].Rel)
		verbs, commas := r.between(h, g)
		f.number("place finite verbs up to its head", verbs)
		f.number("place commas up to its head", commas)
	}
}

// find is the head of words in the sentence, -1 where it does not have them.
func (r *reading) find(words string) int {
	want := strings.Fields(words)
	for i := 0; i+len(want) <= len(r.t) && len(want) > 0; i++ {
		k := 0
		for k < len(want) && r.t[i+k].Text == want[k] {
			k++
		}
		if k == len(want) {
			return r.head(i, i+k)
		}
	}
	return -1
}

// measure adds the form of a measurable claim.
func (r *reading) measure() {
	c := r.s.Claim
	if c == nil {
		return
	}
	f := r.out
	f.is("claim", string(c.Form))
	f.is("claim novelty", c.Novelty)
	f.is("claim unit", string(c.Unit))
	r.when(c.Than != nil, "claim compares")
	r.when(c.Window != nil, "claim has a window")
	if c.Of != nil {
		f.is("claim of", c.Of.Act)
		r.when(c.Of.Actor != "", "claim has an actor")
		r.when(c.Of.Country != "", "claim has a country")
	}
}
