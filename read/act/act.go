// Package act finds what a text says was done, wanted, caused, expected or left
// open: the frames of events, ties, traits, aims, causes, outlooks and
// questions.
//
// What goes in: a document parsed by read/text, the mentions, places and times
// that read/who, read/where and read/when found in it, and a codebook. What
// comes out: items, each a predicate with its arguments as token ranges. The
// items know nothing of identities, spans in bytes or speakers; package read
// makes statements of them.
//
// It assumes that grammar decides: an argument is bound to its verb or noun by
// the tree, a place and a date to the predicate that governs them, never to the
// document. Where the tree gives no doer, there is none. It does not look at
// data and does not judge whether anything is true. Measurable claims are
// read/claim's.
package act

import (
	"slices"

	"tocsin"
	"tocsin/codebook"
	"tocsin/read/hedge"
	"tocsin/read/says"
	"tocsin/read/text"
	"tocsin/read/when"
	"tocsin/read/where"
	"tocsin/read/who"
)

// Context is what is known of a document before its acts are sought.
type Context struct {
	Doc   *text.Doc
	Book  *codebook.Book
	Who   *who.Result
	Where []where.Found
	When  []when.Found
	Says  []says.Attribution
	Hedge *hedge.Judge // of Doc; nil for one of its own
}

// An Arg is one argument: the token range of its noun phrase and its head.
type Arg struct{ Head, Lo, Hi int }

// A Spot is a place of Context.Where that belongs to an item, in the role that
// it plays there.
type Spot struct {
	Index int
	Role  string
}

// An Item is one frame found. All token numbers are of sentence
// Context.Doc.Sentences[Sent].
type Item struct {
	Rule       string // which rule found it, for people who mend rules
	Kind       tocsin.Kind
	Rel        string
	Act        string
	Mode       string
	Outcome    string
	Sent, Pred int   // the predicate that certainty and speakers are asked of
	Cover      []int // tokens that the statement's span must hold
	Actors     []Arg
	Recipients []Arg
	Places     []Spot
	When       int // index into Context.When, -1 for none
	Count      *tocsin.Count
	Value      *tocsin.Value
	Content    *Item
	Condition  *tocsin.Condition // set where grammar gives one that hedge does not
	Polarity   string            // "" to leave it to hedge
	Degree     string            // "" to leave it to hedge
	Basis      string            // "" to leave it to hedge
	Group      int               // rivals share a number above 0
	guessed    bool              // its places are the likeliest ones, not those that grammar binds
}

// Find returns the items of a document in the order of the text.
func Find(c Context) []Item {
	if c.Hedge == nil {
		c.Hedge = hedge.For(c.Doc)
	}
	e := &extractor{Context: c, mentions: map[[2]int]int{}}
	for i, m := range c.Who.Mentions {
		e.mentions[[2]int{m.Sent, m.Head}] = i
	}
	for i := range c.Doc.Sentences {
		e.sentence(i)
	}
	return e.items
}

// An extractor holds the state of one pass over one document.
type extractor struct {
	Context
	mentions map[[2]int]int // (sentence, head) to Who.Mentions
	items    []Item
	groups   int

	// Of the sentence at hand:
	sent  int
	s     *text.Sentence
	done  map[int]bool // clauses that became part of another item
	spent map[int]bool // nouns that became part of an item
}

func (e *extractor) sentence(i int) {
	e.sent, e.s = i, &e.Doc.Sentences[i]
	e.done, e.spent = map[int]bool{}, map[int]bool{}
	from := len(e.items)
	for ci := range e.s.Clauses {
		e.questions(ci)
	}
	for ci := range e.s.Clauses {
		e.clause(ci)
	}
	e.eventNouns()
	if e.scenario() {
		rest := slices.DeleteFunc(e.items[from:], func(it Item) bool { return it.Kind == tocsin.KindEvent || it.Kind == tocsin.KindCause })
		e.items = e.items[:from+len(rest)]
	}
	e.roleNouns()
	e.traits()
	e.rivals(from)
}

// add keeps an item unless the very same was found by another rule.
func (e *extractor) add(it *Item) {
	if it == nil {
		return
	}
	e.proviso(it)
	for i := len(e.items) - 1; i >= 0 && e.items[i].Sent == it.Sent; i-- {
		if e.items[i].sameAs(it) {
			return
		}
	}
	e.items = append(e.items, *it)
}

func (it *Item) sameAs(o *Item) bool {
	if it.Sent != o.Sent || it.Kind != o.Kind || it.Rel != o.Rel || it.Act != o.Act {
		return false
	}
	if it.innermost() != o.innermost() {
		return false
	}
	if it.Value != nil && o.Value != nil && it.Value.Text != o.Value.Text {
		return false
	}
	return heads(it.Actors) == heads(o.Actors) && heads(it.Recipients) == heads(o.Recipients) &&
		(it.Pred == o.Pred || it.Kind == tocsin.KindTie || it.Kind == tocsin.KindTrait)
}

// innermost is the predicate of the deepest content, -1 where there is none.
func (it *Item) innermost() int {
	pred := -1
	for c := it.Content; c != nil; c = c.Content {
		pred = c.Pred
	}
	return pred
}

// heads is a comparable form of a list of arguments.
func heads(args []Arg) string {
	b := make([]byte, 0, 3*len(args))
	for _, a := range args {
		b = append(b, byte(a.Head>>8), byte(a.Head), ',')
	}
	return string(b)
}

// new starts an item of the sentence at hand.
func (e *extractor) new(rule string, kind tocsin.Kind, pred int) *Item {
	return &Item{Rule: rule, Kind: kind, Sent: e.sent, Pred: pred, When: -1, Cover: []int{pred}}
}

// assess asks how the author stands to the predicate at tok.
func (e *extractor) assess(tok int) hedge.Reading {
	speakers := says.For(e.Doc, e.Says, e.sent, tok)
	return e.Hedge.Assess(e.sent, tok, len(speakers) > 0)
}
