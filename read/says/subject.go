package says

import (
	"strings"
	"unicode"
)

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

func (v *view) nameHead(i int) int {
	for n := 0; n < 6 && v.Tok(i).Is("flat", "goeswith") && v.Head(i) >= 0; n++ {
		i = v.Head(i)
	}
	return i
}

func (v *view) closed(s source, glo int) source {
	if s.hi < glo {
		s.hi = glo
	}
	return s
}

func (v *view) asked(i, glo, ghi int) bool {
	if v.Tok(i).Lower != "asked" || v.Kid(i, "nsubj", "aux") >= 0 {
		return false
	}
	if p := v.Tok(glo - 1); glo > 0 && p.Text != "," && p.Lower != "when" && p.Lower != "if" && !v.isQuoteMark(glo-1) {
		return false
	}
	switch v.Tok(ghi).Lower {
	case "if", "whether", "about", "to", "by", "what", "why", "how", "when", "who", "where":
		return true
	}
	return false
}

func (v *view) participial(i, glo int) (source, bool) {
	if v.Tok(i).XPOS != "VBG" || glo < 1 || !v.opensGerund(glo-1) && !v.spentSaying(i) {
		return source{}, false
	}
	if k := v.Kid(i, "aux", "nsubj"); k >= 0 && k < i {
		return source{}, false
	}
	for h, n := v.Head(i), 0; h >= 0 && n < 6; h, n = v.Head(h), n+1 {
		c := v.Clause(h)
		if c == nil || len(c.Subj) == 0 || h > i || c.Kind == "relcl" || c.Kind == "xcomp" && c.SubjHow == "controlled" && v.Tok(glo-1).Text == "," || c.Kind == "acl" ||
			c.Kind == "advcl" && v.Tok(glo-1).Text == "," && c.MarkTok >= 0 {
			continue
		}
		if k := c.Subj[0]; v.valid(k) && k < glo-1 && (v.quoted[k] == v.quoted[i]) {
			if n := v.atCue(k, h); n >= 0 {
				return v.phraseOf(n, k+1, h), true
			}
			return v.phraseOf(k, 0, glo-1), true
		}
	}
	return source{}, false
}

func (v *view) opensGerund(k int) bool {
	if v.isQuoteMark(k) && v.Tok(k-1).Text == "," {
		return true
	}
	switch v.Tok(k).Lower {
	case ",", "by", "before", "after", "while", "when", "in", "without":
		return true
	}
	return false
}

func (v *view) beside(i, glo, ghi int) (source, bool, bool) {
	if glo < 1 || v.Tok(i).XPOS == "VBG" {
		return nobody, false, false // "accusing the rebels": whom, not who
	}
	if !v.Finite(i) {
		return v.inverted(ghi)
	}
	h := glo - 1
	switch t := v.Tok(h); {
	case v.Head(h) == i && (v.isNoun(h) || t.UPOS == "PRON") &&
		t.Is("compound", "obj", "dep", "nmod", "obl:unmarked", "dislocated", "vocative", "obl"):
	case v.Tok(i).Lemma == "say" && (v.Head(h) == i || v.Head(h) == i+1) && (t.UPOS == "ADJ" || t.UPOS == "ADV" || t.UPOS == "NUM" || t.UPOS == "NOUN" || t.UPOS == "PROPN" || t.UPOS == "VERB") &&
		(h == 0 || v.Tok(h-1).UPOS != "AUX") && (unicode.IsUpper([]rune(t.Text + "x")[0]) || v.Tok(h-1).UPOS == "DET" || t.Lower == "half" || t.Lower == "percent"):
	case (v.Tok(i).Lemma == "say" || v.Tok(i).Lemma == "tell" || v.Tok(i).Lemma == "add") && v.isNoun(h) && !isTime(t.Lower):
		for n := 0; n < 6 && v.Head(h) >= 0 && v.Head(h) < i && v.isNoun(v.Head(h)) && !v.markBetween(v.Head(h), i); n++ {
			h = v.Head(h) // "the mayor of the town said"
		}
		return v.phraseOf(h, 0, glo), false, true
	default:
		return v.inverted(ghi)
	}
	lo := h
	for lo > 0 && (v.Head(lo-1) == i && v.Tok(lo-1).Is("det", "amod", "compound", "nummod") || v.Head(lo-1) == h) && !v.loose(lo-1) {
		lo--
	}
	return source{head: h, lo: lo, hi: h + 1, nlo: lo, nhi: h + 1}, false, true
}

func (v *view) inverted(ghi int) (source, bool, bool) {
	if before := v.Tok(ghi - 2); ghi < 2 || !v.isQuoteMark(ghi-2) && (before.Text != "," || !v.hasFinite(0, ghi-2) && !v.pastTense(0, ghi-2)) {
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

// insideRelative finds the speaker of "which officials said will come" between
// the pronoun and the cue: a parser takes either for the subject.
func (v *view) insideRelative(glo, ghi int) (source, bool) {
	for v.Tok(ghi).UPOS == "ADV" {
		ghi++
	}
	h := glo - 1
	if !v.Finite(ghi) && !(v.Tok(ghi).XPOS == "VBN" && v.Finite(glo)) || !v.isNoun(h) && v.Tok(h).UPOS != "PRON" || v.relative(h) {
		return source{}, false
	}
	lo := h
	for lo > 0 && h-lo < 8 && !v.relative(lo-1) {
		switch v.Tok(lo - 1).UPOS {
		case "DET", "ADJ", "NOUN", "PROPN", "NUM", "PART":
			lo--
		default:
			return source{}, false
		}
	}
	if !v.relative(lo - 1) {
		return source{}, false
	}
	return source{head: h, lo: lo, hi: h + 1, nlo: lo, nhi: h + 1, stop: h + 1}, true
}

// thatSoon reports whether a "that" follows the bare participle at i, at once or
// behind a day: "the cleric announced on Monday that" is no passive.
func (v *view) thatSoon(i int) bool {
	for k := i + 1; k < i+5; k++ {
		t := v.Tok(k)
		if t.Lower == "that" {
			return (t.UPOS == "SCONJ" || t.Is("mark")) && (k > i+1 || v.Tok(k+1).UPOS != "VERB")
		}
		if t.UPOS != "ADP" && t.UPOS != "NUM" && t.UPOS != "PROPN" && !(t.UPOS == "NOUN" && k > i+1) {
			return false
		}
	}
	return false
}

// notHearer gives "told the BBC" the subject before it where the tree has lost it:
// who stands behind "told" hears it.
func (v *view) notHearer(c *cueVerb, s source) source {
	if !c.verb.frames["hearer"] || c.verb.frames["quote"] && v.Tok(c.at).Lemma != "tell" || s.head < 0 || s.lo < c.ghi || v.Tok(c.ghi).Lower == "by" || v.Kid(c.at, "aux:pass") >= 0 {
		return s
	}
	if h := v.nounEndingAt(c.glo); h >= 0 {
		return v.phraseOf(h, 0, c.glo)
	}
	if v.Tok(c.glo-1).Text == "," {
		if h := v.nameHead(v.nounEndingAt(c.glo - 1)); h >= 0 {
			return v.phraseOf(h, 0, c.glo) // "a commander, Elijah Maina, told reporters"
		}
	}
	return nobody
}

// byPlace finds the source of a cue by where the two stand, which is surer there
// than the tree.
func (v *view) byPlace(i, glo, ghi int) (source, bool) {
	if s, ok := v.afterQuote(i, glo); ok {
		return s, true
	}
	if s, ok := v.dated(i, glo); ok {
		return s, true
	}
	if s, ok := v.inserted(i, glo, ghi); ok {
		return s, true
	}
	if s, ok := v.participial(i, glo); ok {
		return s, true
	}
	return v.insideRelative(glo, ghi)
}
