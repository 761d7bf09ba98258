package says

import (
	"slices"
	"strings"
	"unicode"

	"tocsin/read/text"
)

// A source is who is made answerable: head token, the whole phrase [lo,hi) and
// the base noun phrase [nlo,nhi) that names them. head is -1 for an agentless
// cue ("it is said").
type source struct {
	head     int
	lo, hi   int
	nlo, nhi int
	stop     int // where what is told of them ends, hi or beyond
}

// nobody is the source of an agentless cue.
var nobody = source{head: -1}

// phraseOf makes a source of the noun at head. before and after bound the
// phrase, so that a wrong arc cannot swallow the cue or the content.
func (v *view) phraseOf(head, lo, hi int) source {
	s := source{head: head, lo: max(v.Lo[head], lo), hi: min(v.Hi[head], hi)}
	s.nlo, s.nhi = v.NP(head)
	s.nlo, s.nhi = max(s.nlo, lo), min(s.nhi, hi)
	if s.nlo > head || s.nhi <= head {
		s.nlo, s.nhi = head, head+1
	}
	for k := head + 1; k < s.nhi && v.Tok(s.nhi).XPOS == "HYPH"; k++ { // "an officer of the | US-trained unit"
		if v.Tok(k).UPOS == "ADP" {
			s.nhi = k
		}
	}
	if upper(v.Tok(s.nhi-1).Text) && v.Tok(s.nhi).XPOS == "HYPH" && upper(v.Tok(s.nhi+2).Text) && !v.IsVerb(s.nhi+1) {
		for s.nhi += 2; s.nhi < hi && upper(v.Tok(s.nhi).Text); s.nhi++ { // "President-elect Ana Ruiz"
		}
	}
	s.nlo = v.widen(s.nlo, lo)
	for k := head - 1; k > s.nlo; k-- {
		if v.Tok(k).XPOS == "VBD" || v.Tok(k).UPOS == "VERB" && v.isNoun(k-1) && k+1 == head {
			s.nlo = k + 1 // "the government blamed separatists": the tree took the verb for an adjective
			break
		}
	}
	s.lo, s.hi = min(s.lo, s.nlo), max(s.hi, s.nhi)
	s.stop = s.hi
	s.lo, s.hi = v.shrink(s)
	return s
}

// widen moves the start of a base noun phrase left over the words that can only
// belong to it, where the tree has lost them: "the New York Times", up to the
// determiner.
func (v *view) widen(i, from int) int {
	for i > from {
		switch v.Tok(i).UPOS {
		case "DET", "PRON":
			return i
		}
		t := v.Tok(i - 1)
		switch t.UPOS {
		case "PROPN", "ADJ", "NUM", "NOUN":
			if isTime(t.Lower) || v.quoted[i-1] != v.quoted[i] {
				return i
			}
			if t.UPOS == "NOUN" && t.XPOS == "NNS" && !(upper(t.Text) && upper(v.Tok(i).Text)) || t.UPOS == "NUM" && len(t.Text) == 4 {
				return i
			}
		case "DET":
			if t.XPOS != "DT" && t.XPOS != "PRP$" {
				return i
			}
		case "PART":
			if t.XPOS != "POS" {
				return i
			}
		case "PRON":
			if t.XPOS != "PRP$" {
				return i
			}
		default:
			return i
		}
		i--
	}
	return i
}

// shrink takes off the source's whole phrase what a parser tends to glue onto
// it: a fronted "On Monday,", marks, a conjunction before it. A comma that
// closes an apposition stays.
func (v *view) shrink(s source) (lo, hi int) {
	lo, hi = s.lo, s.hi
	for i := lo; i < s.nlo; i++ {
		if v.loose(i) || v.isQuoteMark(i) || v.Tok(i).UPOS == "CCONJ" || v.Tok(i).UPOS == "SCONJ" {
			lo = i + 1
		}
	}
	for i := s.nhi; i < hi; i++ {
		if v.endsSource(i) {
			hi = i
		}
	}
	inner := false
	for i := s.nhi; i < hi; i++ {
		inner = inner || v.Tok(i).Text == ","
	}
	for hi > s.nhi && (v.loose(hi-1) || v.isQuoteMark(hi-1)) {
		hi--
	}
	if inner && hi > s.nhi && v.Tok(hi).Text == "," && v.IsVerb(hi+1) {
		hi++ // the comma that closes an apposition before the cue
	}
	return lo, hi
}

// endsSource reports whether what starts at token i behind a source's name says
// when, where or how they spoke, or tells more of them, but does not name them:
// a time, and behind a comma a relative clause, a gerund, a preposition or a
// quotation.
func (v *view) endsSource(i int) bool {
	next := v.Tok(i + 1)
	if v.Tok(i).UPOS == "ADP" {
		return isTime(next.Lower)
	}
	if v.Tok(i).Text != "," {
		return isTime(v.Tok(i).Lower)
	}
	switch next.XPOS {
	case "WP", "WDT", "VBG", "IN", "TO", "WRB", "VBN":
		return true
	}
	return v.isQuoteMark(i + 1)
}

// subject finds who does the cue verb at i, whose group is [glo,ghi). The
// second result says whether the verb is passive without an agent; ok is false
// where there is nobody to hold to it.
func (v *view) subject(i, glo, ghi int) (src source, agentless, ok bool) {
	if s, ok := v.byPlace(i, glo, ghi); ok {
		return s, false, true
	}
	if v.Tok(i).Lemma == "ask" && v.asked(i, glo, ghi) {
		return nobody, true, true
	}
	c := v.Clauses[i]
	if c < 0 {
		return v.beside(i, glo, ghi)
	}
	cl := &v.Sentence.Clauses[c]
	if cl.Passive && v.passiveHere(i, glo) && !v.lostPast(i, glo, cl) {
		if len(cl.Agent) > 0 && v.valid(cl.Agent[0]) && !v.bareThing(cl.Agent[0]) {
			return v.phraseOf(cl.Agent[0], ghi, len(v.Tokens)), false, true
		}
		if len(cl.Agent) > 0 {
			return nobody, false, false // "denied by phone that"
		}
		return nobody, true, true
	}
	if p := v.Tok(glo - 1); p.Lower == "he" || p.Lower == "she" || p.Lower == "they" {
		return source{head: glo - 1, lo: glo - 1, hi: glo, nlo: glo - 1, nhi: glo}, false, true
	}
	if s, ok := v.invertedSource(glo, ghi); ok && len(cl.Subj) > 0 && cl.Subj[0] < glo && (!v.animate(cl.Subj[0]) || cl.SubjHow == "shared" && !v.hasFinite(s.stop, v.end())) {
		return s, false, true
	}
	if h, ok := v.afterWord(i, glo); ok {
		return v.phraseOf(h, h, glo), false, true
	}
	if src, ok := v.treeSubject(i, glo, ghi, cl); ok {
		return src, false, true
	}
	if v.onlyVerb(i, glo) {
		return v.phraseOf(v.Head(i), 0, glo), false, true
	}
	if h, ok := v.besideParticiple(cl, glo); ok {
		return v.phraseOf(h, 0, glo), false, true
	}
	if h := v.besideApposition(i, glo); h >= 0 {
		return v.closed(v.phraseOf(h, 0, glo), glo), false, true
	}
	return v.beside(i, glo, ghi)
}

// afterQuote finds a source between a closing quotation mark and the cue: all of
// `"...," Gene Sperling, a former adviser, said` is one.
// nameHead returns the head of the name that token i continues, or i.
// closed lets a source reach to the cue, its apposition and closing comma in it.
// asked reports whether the form of "ask" at i is a bare participle: "when asked
// whether", "asked about it, he".
// participial finds who does a gerund behind a comma or a preposition, ", saying
// that he left", "before saying": the subject of the clause that it hangs on,
// never the noun beside it, which a parser likes to tie it to.
// opensGerund reports whether token k, a comma or a preposition, parts a gerund
// from the clause whose subject does it.
// passiveHere reports whether the passive auxiliary stands in the cue's own
// group, not in a quotation that a bad arc ties to the cue.
func (v *view) passiveHere(i, glo int) bool {
	for _, k := range v.Kids[i] {
		if v.Tok(k).Is("aux:pass") {
			return k >= glo-1
		}
	}
	return true
}

// beside finds a subject that stands right before a finite cue by whatever arc
// and tag, as a parser has it that takes "Some Republicans doubt" for a noun
// phrase or a name for an adverb: "Jolly said".
// valid reports whether token i can head a source.
func (v *view) valid(i int) bool {
	return i >= 0 && i < len(v.Tokens) && !v.punct(i) && v.Tok(i).UPOS != "ADP"
}

// inverted finds the source of "..., said the minister" where the parser did
// not: a noun phrase right behind the cue, whatever its arc.
// lostPast reports whether a bare participle is the past tense of the sentence,
// taken for a passive: "the military promised to investigate".
func (v *view) lostPast(i, glo int, cl *text.Clause) bool {
	if v.onlyVerb(i, glo) {
		return true
	}
	if glo == i && v.Kid(i, "aux") < 0 && v.thatSoon(i) {
		return len(cl.Subj) > 0 && cl.Subj[0] == i-1
	}
	if glo != i || v.Kid(i, "aux") >= 0 || v.Tok(i).Is("acl", "amod", "advcl") && v.hasFinite(0, len(v.Tokens)) {
		return false
	}
	return len(cl.Subj) > 0 && cl.Subj[0] == i-1 && !v.Tok(i).Is("amod")
}

// before returns the noun that a phrase with a preposition describes where the
// tree takes that phrase for the subject: "people familiar with her thinking say".
func (v *view) before(h int) int {
	c := h - 1
	for c > 0 && (v.Tok(c).UPOS == "DET" || v.Tok(c).XPOS == "PRP$" || v.Tok(c).UPOS == "ADJ" || v.Head(c) == h && v.Tok(c).Is("compound") ||
		v.Tok(c).Is("amod") && v.Tok(c-1).Text == "-" || v.Tok(c).XPOS == "HYPH" || v.Tok(c+1).XPOS == "HYPH") {
		c--
	}
	if c < 1 || v.Tok(c).UPOS != "ADP" {
		return h
	}
	for k := c - 1; k >= max(0, c-3); k-- {
		switch v.Tok(k).UPOS {
		case "ADJ", "ADV", "VERB":
			continue
		case "NOUN", "PROPN":
			return k
		}
		return h
	}
	return h
}

// nearest returns the subject of a cue at glo: of several that are not
// coordinated, as a torn tree has them, the one that stands nearest before it.
func (v *view) nearest(subj []int, glo int) int {
	h := subj[0]
	for _, k := range subj[1:] {
		if v.valid(k) && k < glo && v.Tok(k).Is("nsubj") && (!v.quoted[k] || v.quoted[glo]) {
			h = k
		}
	}
	return h
}

// speaks reports whether the source can be held to it. With strict, its head
// must be a person, a body or a document: "the attack shows that" is the
// author's own inference.
func (v *view) speaks(s source, strict bool) bool {
	if s.head < 0 {
		return true
	}
	t := v.Tok(s.head)
	if t.Lower == "nobody" || t.Lower == "none" || v.Tok(s.head-1).Lower == "no" || v.Tok(s.nlo).Lower == "no" {
		return false // "no one knows whether"
	}
	if t.UPOS == "PRON" {
		switch t.Lower {
		case "i", "we", "you", "me", "us", "one", "there", "this", "that", "these", "those", "what", "which",
			"it", "myself", "yourself":
			return t.Lower == "it" && !strict
		}
		return true
	}
	if isTime(t.Lower) || t.UPOS == "NUM" && t.Lower != "one" && t.Lower != "two" && t.Lower != "three" {
		return false
	}
	if v.lex.is("abstract", t.Lemma) && t.UPOS == "NOUN" {
		return false
	}
	return !strict || v.animate(s.head)
}

// animate reports whether the noun at i is a person, a body or a document.
func (v *view) animate(i int) bool {
	t := v.Tok(i)
	if t.UPOS == "PROPN" || upper(t.Text) && v.Tok(i+1).UPOS == "PROPN" && upper(v.Tok(i+1).Text) {
		return true // Human Rights Watch
	}
	for _, set := range []string{"person", "document", "collective", "nobody"} {
		if v.lex.is(set, t.Lower) || v.lex.is(set, t.Lemma) {
			return true
		}
	}
	for _, end := range []string{"er", "or", "ist", "ian", "man", "woman", "crat"} {
		if len(t.Lemma) > 5 && strings.HasSuffix(t.Lemma, end) {
			return true
		}
	}
	return false
}

// isTime reports whether word names a day or a month.
func isTime(word string) bool {
	return slices.Contains([]string{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
		"january", "february", "march", "april", "june", "july", "august", "september", "october", "november",
		"december", "today", "yesterday", "tomorrow", "week", "month", "year", "morning", "night", "day"}, word)
}

// typeOf names the kind of speaker. Some, others, many and sources are unnamed;
// plural nouns without a name ("residents") are collective; a singular noun is
// unnamed with "a" and named with "the", for "the movement" is somebody in
// particular.
func (v *view) typeOf(s source) string {
	if s.head < 0 {
		return "unnamed"
	}
	t := v.Tok(s.head)
	switch {
	case v.lex.is("nobody", t.Lower):
		return "unnamed"
	case t.Lower == "they" || t.Lower == "them":
		return "collective"
	case t.UPOS == "PRON":
		return "named"
	case v.lex.is("document", t.Lemma) || v.lex.is("document", t.Lower):
		return "document"
	case t.UPOS == "PROPN" || v.named(s) || s.head > s.nlo && unicode.IsUpper([]rune(t.Text + "x")[0]):
		return "named"
	case t.XPOS == "NNS" || v.lex.is("collective", t.Lower):
		return "collective"
	}
	for i := s.nlo; i < s.head; i++ {
		switch v.Tok(i).Lower {
		case "a", "an", "one", "another", "some", "any":
			return "unnamed"
		}
	}
	return "named"
}

// named reports whether an apposition or a title gives the noun a name: "the
// mayor, Ali Cissé,".
func (v *view) named(s source) bool {
	for _, k := range v.Kids[s.head] {
		if v.Tok(k).UPOS == "PROPN" && v.Tok(k).Is("appos", "flat") {
			return true
		}
	}
	return false
}

// sourceText is what names the source: its base noun phrase, without a
// possessive ending.
func (v *view) sourceText(doc *text.Doc, s source) (string, int, int) {
	lo, hi := s.nlo, s.nhi
	if lo > 0 && lo < hi && v.Tok(lo).XPOS == "POS" {
		lo, _ = v.NP(lo - 1) // "the Prisoners' Club": the tree has parted the owner
	}
	if hi > lo+1 && (v.Tok(hi-1).Lower == "'s" || v.Tok(hi-1).Lower == "’s" || v.Tok(hi-1).XPOS == "POS") {
		hi--
	}
	for lo < hi-1 && (v.loose(lo) || v.isQuoteMark(lo) || v.Tok(lo).Lower == "both") {
		lo++
	}
	return strings.TrimFunc(v.words(doc, lo, hi), unicode.IsSpace), lo, hi
}
