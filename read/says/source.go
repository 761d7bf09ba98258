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
	s.nlo = v.widen(s.nlo, lo)
	s.lo, s.hi = min(s.lo, s.nlo), max(s.hi, s.nhi)
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
			if t.UPOS == "NOUN" && t.XPOS == "NNS" || t.UPOS == "NUM" && len(t.Text) == 4 {
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
		if v.loose(i) || v.isQuoteMark(i) || v.Tok(i).UPOS == "CCONJ" {
			lo = i + 1
		}
	}
	inner := false
	for i := s.nhi; i < hi; i++ {
		inner = inner || v.Tok(i).Text == ","
	}
	for hi > s.nhi && (v.loose(hi-1) || v.isQuoteMark(hi-1)) {
		if v.Tok(hi-1).Text == "," && inner && hi-1 > s.nhi {
			break
		}
		hi--
	}
	return lo, hi
}

// subject finds who does the cue verb at i, whose group is [glo,ghi). The
// second result says whether the verb is passive without an agent; ok is false
// where there is nobody to hold to it.
func (v *view) subject(i, glo, ghi int) (src source, agentless, ok bool) {
	if s, ok := v.afterQuote(i, glo); ok {
		return s, false, true
	}
	c := v.Clauses[i]
	if c < 0 {
		return v.beside(i, glo, ghi)
	}
	cl := &v.Sentence.Clauses[c]
	if cl.Passive && v.passiveHere(i, glo) {
		if len(cl.Agent) > 0 && v.valid(cl.Agent[0]) {
			return v.phraseOf(cl.Agent[0], ghi, len(v.Tokens)), false, true
		}
		return nobody, true, true
	}
	if p := v.Tok(glo - 1); p.Lower == "he" || p.Lower == "she" || p.Lower == "they" {
		return source{head: glo - 1, lo: glo - 1, hi: glo, nlo: glo - 1, nhi: glo}, false, true
	}
	if len(cl.Subj) > 0 && v.valid(cl.Subj[0]) && (!v.quoted[cl.Subj[0]] || v.quoted[i]) {
		h := cl.Subj[0]
		if cl.SubjHow == "antecedent" {
			if who := v.Kid(i, "nsubj"); who >= 0 && who < i {
				s := v.phraseOf(h, 0, glo)
				s.lo, s.hi = who, who+1
				return s, false, true
			}
			s := v.phraseOf(h, 0, glo)
			s.lo, s.hi = s.nlo, s.nhi
			return s, false, true
		}
		if h < glo {
			return v.phraseOf(h, 0, glo), false, true
		}
		if h >= ghi && cl.SubjHow == "own" {
			return v.phraseOf(h, ghi, len(v.Tokens)), false, true
		}
	}
	return v.beside(i, glo, ghi)
}

// afterQuote finds a source between a closing quotation mark and the cue: all of
// `"...," Gene Sperling, a former adviser, said` is one.
func (v *view) afterQuote(i, glo int) (source, bool) {
	lo := glo
	for lo > 0 && glo-lo < 25 && !v.quoted[lo-1] {
		if k := lo - 1; v.Tok(k).Text == ";" || v.Tok(k).Text == ":" || v.Tok(k).Lower == "but" {
			return source{}, false
		}
		lo--
	}
	if lo < 1 || lo == glo || v.quoted[i] || !v.quoted[lo-1] || !v.isQuoteMark(lo-1) {
		return source{}, false
	}
	if m := v.Tok(lo - 2).Text; m != "," && m != "?" && m != "!" && v.Tok(lo).Text != "," {
		return source{}, false
	}
	for v.Tok(lo).Text == "," {
		lo++
	}
	switch v.Tok(lo).UPOS {
	case "PROPN", "DET", "PRON", "NOUN", "ADJ":
	default:
		return source{}, false
	}
	head := -1
	for k := lo; k < glo; k++ {
		if v.Tok(k).Text == "," && head >= 0 {
			break
		}
		if v.Finite(k) || v.Tok(k).UPOS == "ADP" && head < 0 {
			return source{}, false
		}
		if v.Tok(k).UPOS == "ADP" {
			break
		}
		if v.isNoun(k) || v.Tok(k).UPOS == "PRON" {
			head = k
		}
	}
	if head < 0 || !strings.Contains("PROPN NOUN PRON", v.Tok(head).UPOS) {
		return source{}, false
	}
	if h := v.nameHead(head); h >= lo && h < head {
		s := v.phraseOf(h, lo, glo)
		s.lo, s.hi = lo, max(s.hi, head+1)
		return v.closed(s, glo), true
	}
	s := source{head: head, lo: lo, hi: head + 1, nlo: lo, nhi: head + 1}
	return v.closed(s, glo), true
}

// nameHead returns the head of the name that token i continues, or i.
func (v *view) nameHead(i int) int {
	for n := 0; n < 6 && v.Tok(i).Is("flat", "goeswith") && v.Head(i) >= 0; n++ {
		i = v.Head(i)
	}
	return i
}

// closed lets a source reach to the cue, its apposition and closing comma in it.
func (v *view) closed(s source, glo int) source {
	if s.hi < glo {
		s.hi = glo
	}
	return s
}

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
func (v *view) beside(i, glo, ghi int) (source, bool, bool) {
	if glo < 1 || !v.Finite(i) {
		return v.inverted(ghi)
	}
	h := glo - 1
	switch t := v.Tok(h); {
	case v.Head(h) == i && (v.isNoun(h) || t.UPOS == "PRON") &&
		t.Is("compound", "obj", "dep", "nmod", "obl:unmarked", "dislocated", "vocative", "obl"):
	case v.Tok(i).Lemma == "say" && (v.Head(h) == i || v.Head(h) == i+1) && (t.UPOS == "ADJ" || t.UPOS == "ADV" || t.UPOS == "NUM" || t.UPOS == "NOUN" || t.UPOS == "PROPN" || t.UPOS == "VERB") &&
		(h == 0 || v.Tok(h-1).UPOS != "AUX") && (unicode.IsUpper([]rune(t.Text + "x")[0]) || v.Tok(h-1).UPOS == "DET" || t.Lower == "half" || t.Lower == "percent"):
	default:
		return v.inverted(ghi)
	}
	lo := h
	for lo > 0 && (v.Head(lo-1) == i && v.Tok(lo-1).Is("det", "amod", "compound", "nummod") || v.Head(lo-1) == h) && !v.loose(lo-1) {
		lo--
	}
	return source{head: h, lo: lo, hi: h + 1, nlo: lo, nhi: h + 1}, false, true
}

// valid reports whether token i can head a source.
func (v *view) valid(i int) bool { return i >= 0 && i < len(v.Tokens) && !v.punct(i) }

// inverted finds the source of "..., said the minister" where the parser did
// not: a noun phrase right behind the cue, whatever its arc.
func (v *view) inverted(ghi int) (source, bool, bool) {
	if before := v.Tok(ghi - 2); ghi < 2 || before.Text != "," && !v.isQuoteMark(ghi-2) {
		return nobody, false, false
	}
	for h := ghi; h < len(v.Tokens) && h < ghi+6; h++ {
		switch v.Tokens[h].UPOS {
		case "NOUN", "PROPN", "PRON":
			if head := v.Tokens[h].Head; head >= ghi && head < ghi+6 && head > h && v.isNoun(head) {
				continue
			}
			return v.phraseOf(h, ghi, len(v.Tokens)), false, true
		case "DET", "ADJ", "NUM", "VERB":
			continue
		}
		return nobody, false, false
	}
	return nobody, false, false
}

// speaks reports whether the source can be held to it. With strict, its head
// must be a person, a body or a document: "the attack shows that" is the
// author's own inference.
func (v *view) speaks(s source, strict bool) bool {
	if s.head < 0 {
		return true
	}
	t := v.Tok(s.head)
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
	if t.UPOS == "PROPN" {
		return true
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
	if hi > lo+1 && (v.Tok(hi-1).Lower == "'s" || v.Tok(hi-1).Lower == "’s" || v.Tok(hi-1).XPOS == "POS") {
		hi--
	}
	for lo < hi-1 && (v.loose(lo) || v.isQuoteMark(lo) || v.Tok(lo).Lower == "both") {
		lo++
	}
	return strings.TrimFunc(v.words(doc, lo, hi), unicode.IsSpace), lo, hi
}
