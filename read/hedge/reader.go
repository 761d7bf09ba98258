package hedge

import (
	"tocsin"
	"tocsin/read/internal/tree"
	"tocsin/read/text"
)

// A reader assesses one predicate of one sentence and collects the cues.
type reader struct {
	*tree.Tree
	lex  *Lexicon
	doc  *text.Doc
	cues []tocsin.Cue
}

// maxDepth bounds how many governors are climbed; nobody hedges deeper, and a
// broken tree cannot make the reader loop.
const maxDepth = 24

func newReader(lex *Lexicon, doc *text.Doc, sent int) *reader {
	return &reader{Tree: tree.New(&doc.Sentences[sent]), lex: lex, doc: doc}
}

// cue notes tokens [lo,hi) as a cue.
func (r *reader) cue(lo, hi int) {
	if span := r.SpanOf(lo, hi); !span.IsZero() {
		r.cues = append(r.cues, tocsin.Cue{Text: span.In(r.doc.Text), Span: span})
	}
}

// state reads the predicate at i: what its own words say of it, in the
// environment of what governs it.
func (r *reader) state(i, depth int) state {
	if depth > maxDepth {
		return plain
	}
	if r.nominal(i) {
		return r.nounState(i, depth)
	}
	return r.judged(i, r.focused(i, r.combine(r.environment(i, depth), r.own(i))))
}

// nominal reports whether i is a noun that is no predicate of a copula.
func (r *reader) nominal(i int) bool {
	switch r.Tok(i).UPOS {
	case "NOUN", "PROPN", "PRON", "NUM", "DET":
		return r.Kid(i, "cop") < 0
	}
	return false
}

// combine puts a predicate's own words into its environment. A strengthening
// adverb lifts "will" and "would", nothing else.
func (r *reader) combine(env state, own state) state {
	out := env
	out.pol *= own.pol
	out.deg = min(env.deg, own.deg)
	if own.pol == 0 {
		out.pol = 0
	}
	out.reported = env.reported || own.reported
	out.inferred = env.inferred || own.inferred
	out.future = env.future || own.future
	out.hyp = env.hyp || own.hyp
	out.asked = env.asked || own.asked
	out.planned = env.planned || own.planned
	out.counter = env.counter || own.counter
	if own.outcome != "" {
		out.outcome = own.outcome
	}
	return out
}

// own reads the words beside the predicate: negation, modals, adverbs, and "no"
// or "little" on its subject or object.
func (r *reader) own(i int) state {
	s := plain
	c := r.Clause(i)
	strong := r.adverbs(i, &s)
	if c != nil {
		if c.Neg >= 0 && !r.counted(c.Neg) {
			s.pol = -s.pol
			r.cue(c.Neg, c.Neg+1)
		}
		r.modals(i, c, &s, strong)
		if c.Tense == "future" {
			s.future = true
		}
	} else {
		r.bareModals(i, &s, strong)
	}
	r.quantified(i, c, &s)
	r.neither(i, c, &s)
	r.yetTo(i, &s)
	r.wasTo(i, &s)
	r.suspected(i, c, &s)
	return r.announced(i, s)
}

// announced reads "the certainty is that", "one possibility is that": a noun
// before "is that" says how sure the clause is.
func (r *reader) announced(i int, s state) state {
	n := r.Kid(i, "nsubj:outer")
	if n < 0 {
		return s
	}
	lo := n
	sig, ok := r.lex.signs["noun"][r.Tok(n).Lemma]
	if !ok {
		if n = r.Kid(n, "nmod"); n < 0 {
			return s
		}
		if sig, ok = r.lex.signs["noun"][r.Tok(n).Lemma]; !ok {
			return s
		}
	}
	r.cue(min(lo, n), n+1)
	return r.combine(r.through(sig, r.nounOwn(n), n), s)
}

// counted reports whether token i was noted as a cue already.
func (r *reader) counted(i int) bool {
	span := r.Tok(i).Span
	for _, c := range r.cues {
		if c.Span.Contains(span) {
			return true
		}
	}
	return false
}

// changes are the verbs that measure: what nearly doubled did grow.
var changes = map[string]bool{"double": true, "treble": true, "triple": true, "quadruple": true, "quintuple": true, "halve": true,
	"rise": true, "fall": true, "grow": true, "shrink": true, "increase": true, "decrease": true, "reach": true, "hit": true,
	"total": true, "exceed": true, "number": true, "equal": true}

// noLonger reads a "no longer" between a copula and its predicate that the tree
// hangs on a word of the predicate: "is no longer prime minister".
func (r *reader) noLonger(i int, s *state) {
	cop := -1
	for _, k := range r.Kids[i] {
		if r.Tok(k).Is("cop") && k < i {
			cop = k
		}
	}
	if cop < 0 || cop+2 >= i || r.Tok(cop+1).Lower != "no" || r.Tok(cop+2).Lower != "longer" || r.Tok(cop+2).Head == i {
		return
	}
	r.cue(cop+1, cop+3)
	r.apply("not", s)
}

// adverbs reads the adverbs that hang on i, and reports a strengthening one.
func (r *reader) adverbs(i int, s *state) (strong bool) {
	r.noLonger(i, s)
	for _, k := range r.Kids[i] {
		t := r.Tok(k)
		if !t.Is("advmod", "aux", "discourse", "cc", "cc:preconj", "obl", "parataxis") {
			continue
		}
		effect := r.lex.cues["adverb"][t.Lower]
		lo := k
		if t.Lower == "longer" && r.Tok(k-1).Lower == "no" && r.Tok(k+1).Lower != "than" {
			effect, lo = "not", k-1
		}
		if effect == "" || t.Is("obl", "parataxis") && t.UPOS != "ADV" {
			continue
		}
		if t.Lower == "little" && t.UPOS != "ADV" {
			continue
		}
		if t.Is("cc", "cc:preconj") {
			if t.Lower != "nor" && t.Lower != "neither" {
				continue
			}
		}
		if r.counted(k) || effect == "almost" && changes[r.Tok(i).Lemma] {
			continue
		}
		if effect == "certain" {
			if n := r.Tok(k - 1).Lower; n == "almost" || n == "nearly" {
				s.deg = min(s.deg, 2)
				r.cue(k-1, k+1)
				continue
			}
			strong = true
		}
		r.cue(lo, k+1)
		r.apply(effect, s)
	}
	return strong
}

// apply lets one effect of cues.txt work on a state.
func (r *reader) apply(effect string, s *state) {
	switch effect {
	case "probable":
		s.deg = min(s.deg, 2)
	case "possible":
		s.deg = min(s.deg, 1)
	case "inferred":
		s.deg, s.inferred = min(s.deg, 2), true
	case "reported":
		s.reported = true
	case "future":
		s.deg, s.future = min(s.deg, 2), true
	case "would":
		s.deg, s.future = min(s.deg, 2), true
	case "deontic":
		s.deg, s.pol = 0, 0
	case "not":
		s.pol = -s.pol
	case "hardly":
		s.pol, s.deg = -s.pol, min(s.deg, 2)
	case "almost":
		s.pol = -s.pol
	case "planned":
		s.planned, s.future = true, true
	case "attempted":
		s.outcome = "attempted"
	}
}

// modals reads the modal verbs of clause c. With "have" they look back: "would
// have fled" did not happen, "may have fled" is no outlook.
func (r *reader) modals(i int, c *text.Clause, s *state, strong bool) {
	have := false
	for _, a := range c.Aux {
		have = have || r.Tok(a).Lemma == "have"
	}
	for _, m := range c.Modals {
		t := r.Tok(m)
		effect := r.lex.cues["modal"][t.Lower]
		if effect == "" && t.Lemma == "go" {
			effect = "future"
		}
		if effect == "" {
			continue
		}
		r.cue(m, m+1)
		r.modal(effect, t.Lower, have, strong, s)
	}
}

// modal lets one modal verb work on the state.
func (r *reader) modal(effect, word string, have, strong bool, s *state) {
	switch {
	case effect == "would" && have, effect == "deontic" && have && word != "must":
		s.counter, s.hyp, s.pol, s.deg = true, true, -s.pol, min(s.deg, 2)
	case effect == "deontic" && have:
		s.deg, s.inferred = min(s.deg, 2), true
	case strong && (effect == "future" || effect == "would"):
		s.future = true
	default:
		r.apply(effect, s)
		if effect == "possible" && !have && word != "can" && word != "ca" {
			s.future = true
		}
	}
}

// bareModals reads auxiliaries by the tree where the token heads no clause.
func (r *reader) bareModals(i int, s *state, strong bool) {
	have := false
	for _, k := range r.Kids[i] {
		have = have || r.Tok(k).Is("aux") && r.Tok(k).Lemma == "have"
	}
	for _, k := range r.Kids[i] {
		t := r.Tok(k)
		if !t.Is("aux") {
			continue
		}
		if effect := r.lex.cues["modal"][t.Lower]; effect != "" {
			r.cue(k, k+1)
			r.modal(effect, t.Lower, have, strong, s)
		}
	}
}

// quantified reads "no" and "little" on the subject, the object or the
// predicate noun: "little progress was achieved", "no group claimed it".
func (r *reader) quantified(i int, c *text.Clause, s *state) {
	var args []int
	if c != nil {
		if c.SubjHow == "own" {
			args = append(args, c.Subj...)
		}
		args = append(args, c.Obj...)
	}
	args = append(args, i)
	for _, k := range r.Kids[i] {
		if r.Tok(k).Is("nsubj", "obj", "obl") {
			args = append(args, k)
		}
	}
	for _, a := range args {
		if n := r.Kid(a, "cc:preconj"); n >= 0 && r.Tok(n).Lower == "neither" && !r.counted(n) && r.Tok(a).Is("nsubj", "obj") {
			r.cue(n, n+1)
			s.pol = -s.pol
			continue
		}
		effect, lo, hi := r.determiner(a)
		if effect != "" && (r.otherVerb(i, a) || r.parted(i, a)) {
			continue
		}
		if effect == "" || r.counted(lo) || r.Tok(a).Is("obl") && !wholly[r.Tok(a).Lemma] {
			continue
		}
		r.cue(lo, hi)
		r.apply(effect, s)
	}
}

// parted reports a semicolon between two tokens: "40 were killed; no figure was given".
func (r *reader) parted(i, k int) bool {
	for n := min(i, k) + 1; n < max(i, k); n++ {
		if r.Tok(n).Text == ";" {
			return true
		}
	}
	return false
}

// wholly are the nouns behind a preposition whose "no" denies the verb: "at no
// time", never "to no avail" or "with no warning".
var wholly = map[string]bool{"time": true, "point": true, "stage": true, "way": true, "circumstance": true, "case": true,
	"account": true, "condition": true, "means": true, "mean": true, "instance": true, "sense": true, "moment": true}

// determiner returns the effect of "no", "little" or "nobody" at noun a, and
// the tokens that show it.
func (r *reader) determiner(a int) (effect string, lo, hi int) {
	t := r.Tok(a)
	if t.UPOS == "PRON" || t.UPOS == "NOUN" && r.Head(a) >= 0 && len(r.Kids[a]) == 0 {
		if e := r.lex.cues["determiner"][t.Lower]; e != "" && t.Lower != "no" && !r.some(a) {
			return e, a, a + 1
		}
	}
	if a < 0 || a >= len(r.Tokens) {
		return "", 0, 0
	}
	for _, k := range r.Kids[a] {
		d := r.Tok(k)
		if d.Lower == "not" && d.Is("advmod") && k < a && (r.Tok(k+1).Lower == "a" || r.Tok(k+1).Lower == "one" || r.Tok(k+1).Lower == "all" || r.Tok(k+1).Lower == "every") {
			if r.Tok(k+1).Lower == "all" || r.Tok(k+1).Lower == "every" {
				return "deontic", k, k + 2 // "not all soldiers fled": some did
			}
			return "not", k, k + 2
		}
		if d.Is("det", "amod", "nummod") {
			if e := r.lex.cues["determiner"][d.Lower]; e != "" && (d.Lower != "little" || r.mass(a, k)) && !r.some(k) {
				if a == k+1 {
					return e, k, a + 1
				}
				return e, k, k + 1
			}
		}
	}
	return "", 0, 0
}

// some reports whether the "few" at k is "a few", "the few", "the last few" or "few of
// the", which are some: only the bare word denies.
func (r *reader) some(k int) bool {
	if r.Tok(k).Lower != "few" {
		return false
	}
	return k > 0 && (r.Tok(k-1).UPOS == "DET" || r.Tok(k-1).UPOS == "ADJ" || r.Tok(k-1).UPOS == "NUM" || r.Tok(k-1).XPOS == "PRP$" || r.Tok(k-1).Lower == "as")
}

// mass reports whether "little" at k says how much of noun a there is, not how
// small it is: "little progress", never "a little town" or "little ones".
func (r *reader) mass(a, k int) bool {
	if r.Tok(a).XPOS != "NN" || k+1 != a {
		return false
	}
	for _, d := range r.Kids[a] {
		if d != k && r.Tok(d).Is("det", "nmod:poss") {
			return false
		}
	}
	return true
}
