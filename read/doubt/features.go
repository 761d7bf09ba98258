package doubt

import (
	"strconv"
	"strings"

	"tocsin"
	"tocsin/read/text"
)

// A sink takes what is so of a reading. A feature is a name, or a name with one of
// its values ("kind: event"), or a number.
type sink interface {
	is(name, value string)
	number(name string, n int)
}

// steps are the bounds at which a number becomes features: of 6 are so "over 0" to
// "over 5". The weights of the steps add up to any curve.
var steps = [...]int{0, 1, 2, 3, 5, 8, 13, 20, 30, 45}

// A list writes features out, for those who learn weights.
type list []string

func (l *list) is(name, value string) { *l = append(*l, written(name, value)) }

func (l *list) number(name string, n int) {
	if n < 0 {
		*l = append(*l, name+" below 0")
	}
	for _, s := range steps {
		if n > s {
			*l = append(*l, name+" over "+strconv.Itoa(s))
		}
	}
}

// written is a name with its value as the file of weights has it.
func written(name, value string) string {
	if value == "" {
		return name
	}
	return name + ": " + value
}

// when adds a feature where it is so.
func (r *reading) when(is bool, name string) {
	if is {
		r.out.is(name, "")
	}
}

// Describe lists the features of a statement in its document, nil where the document
// has no sentence at its span.
func Describe(doc *text.Doc, s *tocsin.Statement) []string {
	l := make(list, 0, 128)
	if !describe(doc, s, &l) {
		return nil
	}
	return l
}

func describe(doc *text.Doc, s *tocsin.Statement, out sink) bool {
	r, ok := newReading(doc, s)
	if !ok {
		return false
	}
	r.out = out
	r.said()
	r.shape()
	r.edges()
	a := r.party(actorNames, s.Actors)
	b := r.party(recipientNames, s.Recipients)
	r.parties(a, b)
	r.speakers()
	r.place()
	r.measure()
	return true
}

// said adds what kind of statement it is and which fields it has.
func (r *reading) said() {
	s, f := r.s, r.out
	f.is("kind", string(s.Kind))
	f.is("act", s.Act+s.Rel)
	f.is("mode", s.Mode)
	f.is("polarity", s.Certainty.Polarity)
	f.is("degree", s.Certainty.Degree)
	f.is("basis", s.Certainty.Basis)
	r.when(len(s.Actors) > 0, "has actors")
	r.when(len(s.Recipients) > 0, "has recipients")
	r.when(len(s.Places) > 0, "has places")
	r.when(!s.When.From.IsZero() || !s.When.To.IsZero() || s.When.Anchor != nil, "has time")
	r.when(len(s.Says) > 0, "has speakers")
	r.when(s.Value != nil, "has value")
	r.when(s.When.Anchor != nil, "has anchor")
	r.when(s.When.From != s.When.To, "time is no day")
	if s.Count != nil {
		f.is("count", s.Count.What)
		r.when(s.Count.Low == nil || s.Count.High == nil, "count is open")
	}
	if s.Condition != nil {
		f.is("condition", s.Condition.Kind)
	}
	if c := s.Content; c != nil {
		f.is("content", string(c.Kind))
		f.is("content act", c.Act+c.Rel)
	}
	if s.Value != nil {
		f.number("value words", words(s.Value.Text))
	}
}

// kinds of words whose number in the span tells how tangled it is.
var shapes = []struct {
	name string
	pick func(*text.Token) bool
}{
	{"finite verbs", finite},
	{"commas", comma},
	{"modals", func(t *text.Token) bool { return t.XPOS == "MD" }},
	{"infinitives", func(t *text.Token) bool { return t.XPOS == "VB" }},
	{"gerunds", func(t *text.Token) bool { return t.XPOS == "VBG" }},
	{"participles", func(t *text.Token) bool { return t.XPOS == "VBN" }},
	{"relatives", func(t *text.Token) bool { return strings.HasPrefix(t.XPOS, "W") }},
	{"subordinators", func(t *text.Token) bool { return t.UPOS == "SCONJ" }},
	{"joins", func(t *text.Token) bool { return t.UPOS == "CCONJ" }},
	{"pronouns", func(t *text.Token) bool { return t.UPOS == "PRON" }},
	{"numbers", func(t *text.Token) bool { return t.UPOS == "NUM" }},
	{"quotation marks", func(t *text.Token) bool { return t.UPOS == "PUNCT" && strings.ContainsAny(t.Text, `"“”`) }},
	{"negations", func(t *text.Token) bool {
		return t.Lemma == "not" || t.Lower == "no" || t.Lower == "never" || t.Lower == "n't"
	}},
	{"conjuncts", func(t *text.Token) bool { return t.Rel == "conj" }},
	{"relative clauses", func(t *text.Token) bool { return t.Rel == "acl:relcl" }},
	{"adverbial clauses", func(t *text.Token) bool { return t.Rel == "advcl" }},
	{"doubtful arcs", func(t *text.Token) bool { return t.Doubtful() }},
}

// shape adds how the span and its sentence are built.
func (r *reading) shape() {
	f := r.out
	f.number("words", r.hi-r.lo)
	f.number("sentence words", len(r.t))
	f.number("words before", r.lo)
	f.number("words behind", len(r.t)-r.hi)
	f.number("sentence", r.number)
	for i := range shapes {
		f.number(shapes[i].name, r.tally(r.lo, r.hi, shapes[i].pick))
	}
	f.number("sentence finite verbs", r.tally(0, len(r.t), finite))
	f.number("sentence commas", r.tally(0, len(r.t), comma))
	f.number("sentence marks", r.tally(0, len(r.t), func(t *text.Token) bool { return t.UPOS == "PUNCT" && strings.ContainsAny(t.Text, ";:—–()") }))
	f.number("sentence appositions", r.tally(0, len(r.t), func(t *text.Token) bool { return t.Rel == "appos" }))
	f.number("sentence objects that are clauses", r.tally(0, len(r.t), func(t *text.Token) bool { return t.Rel == "ccomp" }))
	f.number("sentence loose arcs", r.tally(0, len(r.t), func(t *text.Token) bool {
		switch t.Rel {
		case "dep", "parataxis", "dislocated", "list", "orphan", "goeswith":
			return true
		}
		return false
	}))
	longest, out := 0, 0
	for i := range r.t {
		if h := r.t[i].Head; h >= 0 {
			longest = max(longest, i-h, h-i)
			if i >= r.lo && i < r.hi && (h < r.lo || h >= r.hi) {
				out++
			}
		} else {
			f.is("root", r.t[i].UPOS)
		}
	}
	f.number("longest arc", longest)
	f.number("arcs out", out)
}

// edges adds the tags at the ends of the span.
func (r *reading) edges() {
	r.out.is("tag before", r.tag(r.lo-1))
	r.out.is("tag behind", r.tag(r.hi))
	r.out.is("first tag", r.tag(r.lo))
	r.out.is("last tag", r.tag(r.hi-1))
}
