package says

import "strings"

// phrases finds "according to X", "in the view of X".
func (f *finder) phrases(v *view) {
	for i := range v.Tokens {
		for _, p := range f.lex.phrases[v.Tokens[i].Lower] {
			if v.Reads(i, p.words...) {
				f.phrase(v, i, i+len(p.words), p.stance)
			}
		}
	}
}

// phrase reads a source phrase whose cue is [lo,hi): the source follows, and
// the rest of the sentence is the content.
func (f *finder) phrase(v *view, lo, hi int, stance string) {
	head := v.sourceAfter(hi)
	if head < 0 || v.isQuoteMark(hi) || v.Tok(head).UPOS == "PRON" && !v.speaks(source{head: head}, true) {
		return
	}
	src := v.phraseOf(head, hi, len(v.Tokens))
	end := v.end()
	if k := v.commaAfter(src.nhi, src.hi, end); k >= 0 && lo <= f.lead(v)+1 {
		src.hi, src.stop = min(src.hi, k), min(src.hi, k)
	}
	var parts []Part
	add := func(from, to int) {
		for k := max(from, hi) + 2; k < to; k++ {
			if !v.quoted[k] && v.turns(k, to) {
				to = k - 1
			}
		}
		if from, to = v.trim(from, to); from < to && (len(parts) > 0 || v.hasFinite(from, to) || to-from > 3) {
			parts = append(parts, Part{v.index, from, to})
		}
	}
	if v.relative(lo - 1) {
		if from, to := v.trim(src.nhi, v.clauseAfter(src.nhi)); from < to { // "rebels, who according to experts are armed by X,"
			f.add(v, Attribution{Class: "speech", Stance: stance, Parts: []Part{{v.index, from, to}}}, src, lo, lo, hi)
			return
		}
	}
	start := v.clauseStart(f.lead(v), lo)
	if t := v.Tok(head).Lemma; t == "figure" || t == "statistic" || t == "data" || t == "tally" {
		start = v.lastClause(start, lo)
	}
	if v.Tok(lo-1).Text == "," && start < lo-1 || start == lo || start < lo {
		add(start, lo)
	}
	if len(parts) == 0 || v.Tok(lo-1).Text == "," && v.Tok(src.hi).Text == "," && !v.startsClause(src.hi+1, end) {
		add(src.hi, end)
	}
	if len(parts) == 0 {
		return
	}
	f.add(v, Attribution{Class: "speech", Stance: stance, Parts: parts}, src, lo, lo, hi)
}

// startsClause reports whether the author's own clause starts at k: a
// conjunction or a relative.
func (v *view) startsClause(k, end int) bool {
	t := v.Tok(k)
	return t.UPOS == "CCONJ" || t.UPOS == "SCONJ" || t.XPOS == "WDT" || t.XPOS == "WP" || t.XPOS == "VBG" || k >= end
}

// commaAfter returns the first comma in [lo,hi] before end, or -1.
func (v *view) commaAfter(lo, hi, end int) int {
	for k := lo; k <= hi && k < end; k++ {
		if v.Tok(k).Text == "," {
			return k
		}
	}
	return -1
}

// sourceAfter returns the head of the noun phrase that starts at i, or -1.
func (v *view) sourceAfter(i int) int {
	for k := i; k < len(v.Tokens) && k < i+12; k++ {
		switch v.Tok(k).UPOS {
		case "NOUN", "PROPN", "PRON":
			h := v.Tok(k).Head
			for n := 0; n < 8 && h > k && h < i+14 && h < len(v.Tokens) &&
				v.Tok(k).Is("compound", "flat", "nmod:poss", "amod", "nmod") && v.isNoun(h); n++ {
				k = h
				h = v.Tok(k).Head
			}
			return k
		case "PUNCT":
			if !v.isQuoteMark(k) && v.Tok(k).Text != "-" {
				return -1
			}
		case "VERB":
			if v.Tok(k).XPOS == "VBD" || v.Tok(k).XPOS == "VBZ" {
				return -1
			}
		}
	}
	return -1
}

// isNoun reports whether token i is a noun or a name.
func (v *view) isNoun(i int) bool { u := v.Tok(i).UPOS; return u == "NOUN" || u == "PROPN" }

// noun reads "the claim that P", "X's claim that P", "a claim by X that P",
// "there are reports that P".
func (f *finder) noun(v *view, i int) {
	w, ok := f.lex.nouns[v.Tok(i).Lemma]
	if !ok {
		f.topic(v, i)
		return
	}
	that := v.claimThat(i)
	if that < 0 || v.denied(i) || v.LacksObject(v.Head(that)) {
		f.topic(v, i)
		return
	}
	c := &cueVerb{at: i, glo: i, ghi: i + 1, verb: verb{class: "noun"}}
	end := v.end()
	if h := v.Tok(that).Head; h > that && h < len(v.Tokens) {
		end = max(v.Hi[h], that+1)
	}
	if h := v.Head(i); h > that && v.Tok(i).Is("nsubj") {
		end = min(end, h)
	}
	if v.Tok(i).Is("nsubj") {
		end = v.untilVerb(end)
	}
	lo, hi := v.trim(that, v.secondVerb(that, v.asideEnd(i, v.contentEnd(c, that, end))))
	if lo >= hi {
		return
	}
	if f.rejected(v, i, hi) || f.claimed(v, that) {
		return
	}
	src := nobody
	glo := i
	if k := v.Kid(i, "nmod:poss"); k >= 0 && k < i {
		src = v.phraseOf(k, 0, i)
	} else if k, from := v.byPhrase(i, that); k >= 0 {
		src = v.phraseOf(k, from, that)
	} else {
		src, glo = v.holder(i)
	}
	if !v.speaks(src, false) {
		src = nobody
	}
	if b := v.Tok(i - 1); src.head < 0 && b.XPOS == "NNS" && b.Head == i && b.Is("compound") && f.lex.is("collective", b.Lower) {
		src = v.phraseOf(i-1, 0, i) // "analysts doubt that": a verb taken for a noun
	}
	f.add(v, Attribution{Class: "speech", Stance: w.stance, Denies: w.denies, Parts: []Part{{v.index, lo, hi}}}, src, i, glo, i+1)
}

// topic reads "X's support for Y", "the decision of X to go": an attitude.
func (f *finder) topic(v *view, i int) {
	at := v.ofBehind(i)
	p := v.Tok(at)
	if !f.lex.topics[p.Lower][v.Tok(i).Lemma] || p.UPOS != "ADP" && p.UPOS != "PART" && p.UPOS != "SCONJ" {
		return
	}
	h := v.Head(at)
	if h <= at || p.Lower == "of" && v.Tok(i).Lemma == "view" && !v.isNoun(h) {
		return
	}
	src, glo := nobody, i
	if k := v.Kid(i, "nmod:poss"); k >= 0 && k < i {
		src = v.phraseOf(k, 0, i)
	} else {
		src, glo = v.holder(i)
	}
	a := Attribution{Class: "attitude", Stance: "unknown"}
	if w, ok := f.lex.nouns[v.Tok(i).Lemma]; ok && p.Lower == "of" && v.alleges(i, h) {
		a = Attribution{Class: "speech", Stance: w.stance, Denies: w.denies}
		if src.head < 0 {
			glo = i
		}
	}
	lo, ghi := at, at
	if !v.infinitive(h, at) {
		lo, ghi = at+1, at+1
	}
	lo, hi := v.trim(lo, min(v.Hi[h], v.end()))
	if lo < hi && (src.head >= 0 || a.Class == "speech") && v.speaks(src, false) && !v.denied(i) {
		a.Parts = []Part{{v.index, lo, hi}}
		f.add(v, a, src, i, glo, ghi)
	}
}

// alleges reports whether "of" behind the noun at i opens what is said, and not
// who says it: "accusations of burning", "reports of an attack".
func (v *view) alleges(i, h int) bool {
	switch v.Tok(i).Lemma {
	case "accusation", "allegation":
		return true
	case "report", "claim", "rumor", "rumour", "denial":
		return v.Tok(h).XPOS == "VBG" || v.Tok(i).XPOS == "NNS" && (!v.animate(h) || v.suffered(h))
	}
	return false
}

// untilVerb moves the end of a noun's clause on to the verb that the noun is
// subject of: "the claim that soldiers killed civilians | was rejected".
func (v *view) untilVerb(end int) int {
	for k := end; k < v.end() && k < end+12; k++ {
		switch u := v.Tok(k).UPOS; {
		case v.Finite(k):
			return k
		case u == "PUNCT" || u == "CCONJ" || u == "SCONJ":
			return end
		}
	}
	return end
}

// secondVerb returns where in [lo,hi) a second finite verb starts that can have
// no subject inside: "the claim that it was rigged | has convinced few". It
// returns hi where there is none.
func (v *view) secondVerb(lo, hi int) int {
	last := -1 // the last verb, with nothing behind it that could be a subject
	for k := lo; k < hi; k++ {
		switch t := v.Tok(k); {
		case v.Finite(k) && last >= 0 && !v.Finite(last):
			return k
		case v.IsVerb(k) || last >= 0 && t.UPOS == "ADJ":
			last = k
		case t.UPOS != "ADV" && t.UPOS != "PART":
			last = -1
		}
	}
	return hi
}

// denied reports whether the noun is said not to be: "no reports that".
func (v *view) denied(i int) bool {
	for _, k := range v.Kids[i] {
		switch v.Tok(k).Lower {
		case "no", "few", "little", "any":
			return true
		}
	}
	return v.Tok(i-1).Lower == "no"
}

// byPhrase returns the head of "by X", "of X" or "from X" behind a noun, and
// where X starts; -1 where there is none.
func (v *view) byPhrase(i, before int) (head, from int) {
	for k := i + 1; k < before; k++ {
		switch v.Tok(k).Lower {
		case "by", "from", "of":
			if h := v.sourceAfter(k + 1); h >= 0 && h < before {
				return h, k + 1
			}
		}
	}
	return -1, -1
}

// holder finds who makes the claim where the noun is the object of a light
// verb: "the army rejected" is no such verb, "officials expressed fears" is.
func (v *view) holder(i int) (source, int) {
	h := v.Tok(i).Head
	if h < 0 || h >= i || !v.Tok(i).Is("obj") {
		return nobody, i
	}
	switch v.Tok(h).Lemma {
	case "make", "express", "voice", "issue", "have", "share", "raise", "repeat", "give", "offer", "release", "publish":
		lo, hi := v.group(h)
		if src, agentless, ok := v.subject(h, lo, hi); ok && !agentless && src.hi <= lo && !v.negated(h, lo) {
			return src, lo
		}
	}
	return nobody, i
}

// adverb reads "reportedly": the clause around it is the content.
func (f *finder) adverb(v *view, i int) {
	w, ok := f.lex.advs[v.Tok(i).Lower]
	if !ok {
		return
	}
	h := v.Tok(i).Head
	if h < 0 {
		return
	}
	lo, hi := v.Lo[h], v.contentEnd(&cueVerb{at: i, glo: i, ghi: i + 1}, v.Lo[h], v.Hi[h])
	for k := i + 1; k < hi; k++ {
		if v.Tok(k).Text == ";" && !v.quoted[k] {
			hi = k // "had reportedly been abducted; they were freed": the second is sure
		}
	}
	if v.Clauses[h] >= 0 && i < h { // a clause coordinated to its right may lack the adverb
		for _, k := range v.Kids[h] {
			if v.Tok(k).Is("conj", "parataxis") && k > h && v.Clauses[k] >= 0 && v.Kid(k, "nsubj") >= 0 {
				hi = min(hi, v.Lo[k])
			}
		}
	}
	var parts []Part
	if a, b := v.trim(lo, i); a < b {
		parts = append(parts, Part{v.index, a, b})
	}
	if a, b := v.trim(i+1, hi); a < b {
		parts = append(parts, Part{v.index, a, b})
	}
	if len(parts) > 0 {
		f.add(v, Attribution{Class: "speech", Stance: w.stance, Parts: parts}, nobody, i, i, i+1)
	}
}

// adjective reads "an alleged attack": the noun phrase is the content.
func (f *finder) adjective(v *view, i int) {
	if f.feels(v, i) {
		return
	}
	w, ok := f.lex.adjs[v.Tok(i).Lower]
	h := v.Tok(i).Head
	if !ok || h <= i || h >= len(v.Tokens) || !v.Tok(i).Is("amod") {
		return
	}
	lo, hi := v.trim(i+1, max(h+1, i+2))
	if lo < hi {
		f.add(v, Attribution{Class: "speech", Stance: w.stance, Parts: []Part{{v.index, lo, hi}}}, nobody, i, i, i+1)
	}
}

// feelings are the adjectives by which somebody is said to hold what follows.
var feelings = map[string]string{"concerned": "possible", "worried": "possible", "afraid": "possible", "fearful": "possible", "hopeful": "possible",
	"optimistic": "possible", "confident": "probable", "convinced": "certain", "adamant": "certain", "sceptical": "unknown", "skeptical": "unknown"}

// feels reads "partners are concerned that fighting could resume": a predicate
// adjective with its holder and a clause.
func (f *finder) feels(v *view, i int) bool {
	stance, ok := feelings[v.Tok(i).Lower]
	s := v.Kid(i, "nsubj", "nsubj:pass")
	if !ok || v.Tok(i+1).Lower != "that" || s < 0 || s >= i || !v.isNoun(s) && v.Tok(s).UPOS != "PRON" || v.Tok(s).Lower == "it" {
		return false
	}
	lo, hi := v.trim(i+1, max(v.Hi[i], i+2))
	if lo >= hi || hi <= i+2 {
		return false
	}
	f.add(v, Attribution{Class: "thought", Stance: stance, Parts: []Part{{v.index, lo, hi}}}, v.phraseOf(s, 0, i), i, i, i+1)
	return true
}

// colon reads a line of an interview: "NAME: words".
func (f *finder) colon(v *view) {
	at := -1
	for k := 1; k < len(v.Tokens) && k < 7; k++ {
		if v.Tok(k).Text == ":" {
			at = k
			break
		}
		if v.punct(k) && v.Tok(k).Text != "." {
			return
		}
	}
	if at < 1 || at+2 >= len(v.Tokens) {
		return
	}
	for k := 0; k < at; k++ {
		u := v.Tok(k).UPOS
		if headline := v.index == 0 || v.Kind == "heading"; headline && (u == "NOUN" || u == "ADJ" || u == "ADP") {
			continue
		}
		if u != "PROPN" && u != "DET" && !v.punct(k) && !f.lex.is("person", v.Tok(k).Lower) && !f.lex.is("document", v.Tok(k).Lower) {
			return
		}
	}
	head := at - 1
	for head > 0 && v.punct(head) {
		head--
	}
	if v.index == 0 && !v.quoted[at+1] && !v.hasFinite(0, at) && !v.hasFinite(at+1, len(v.Tokens)) {
		return // "Peru: protests after the vote": a title names its subject
	}
	if n := len(v.Tok(head).Text); n == 1 || n > 12 && strings.ToUpper(v.Tok(head).Text) == v.Tok(head).Text {
		return
	}
	src := source{head: head, lo: 0, hi: at, nlo: 0, nhi: at}
	lo, hi := v.trim(at+1, len(v.Tokens))
	if lo >= hi || v.Tok(head).UPOS != "PROPN" && !v.animate(head) || !v.hasFinite(lo, hi) && v.Tok(head).UPOS != "PROPN" {
		return
	}
	parts := []Part{{v.index, lo, hi}}
	for n := v.index + 1; n < len(f.views) && f.views[n].Paragraph == v.Paragraph && len(parts) < span; n++ {
		parts = append(parts, Part{n, 0, len(f.views[n].Tokens)})
	}
	f.add(v, Attribution{Class: "speech", Stance: "certain", Parts: parts}, src, at, at, at+1)
}
