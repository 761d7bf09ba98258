package says

import "strings"

// What must hold before a cue is believed: that it is a verb at work, and whose.

// onlyVerb reports whether the bare participle at i is the past tense of its
// clause, taken for a passive: the noun before it would else have no verb
// ("government forces announced on 5 April that they would leave").
func (v *view) onlyVerb(i, glo int) bool {
	t := v.Tok(i)
	if glo != i || t.XPOS != "VBN" || !t.Is("acl", "root") || v.Kid(i, "aux", "aux:pass") >= 0 {
		return false
	}
	h, from := v.Head(i), i
	for from > 0 && v.Tok(from-1).Text != ":" && v.Tok(from-1).Text != ";" {
		from--
	}
	return h >= from && h < i && v.isNoun(h) && (v.Tok(h).Is("root") || v.Tok(i-1).Text == ",") && v.thatSoon(i) && !v.hasFinite(from, i)
}

// byWhom reports whether "by" at k names who did it, and not a day, a number or
// a deed: "claimed by the front", not "said by Monday", "replied by shelling".
func (v *view) byWhom(k int) bool {
	h := v.sourceAfter(k + 1)
	return h >= 0 && !isTime(v.Tok(h).Lower) && v.Tok(k+1).XPOS != "VBG" && v.Tok(k+1).UPOS != "NUM"
}

// single reports whether the noun at i is a name in the singular and stands alone.
func (v *view) single(i int) bool {
	return i >= 0 && v.Tok(i).XPOS == "NNP" && v.Kid(i, "conj") < 0 && v.Tok(i-1).UPOS != "PROPN"
}

// apposition reports whether a noun phrase without a verb starts at k: ", the
// leader of the party". What it tells of a name is the author's.
func (v *view) apposition(k int) bool {
	if v.Tok(k).UPOS != "DET" {
		return false
	}
	for n := k + 1; n < k+6; n++ {
		if v.Tok(n).UPOS == "NOUN" {
			return v.Tok(n).Is("appos", "conj") || v.Head(n) < k
		}
		if v.punct(n) || v.IsVerb(n) {
			return false
		}
	}
	return false
}

// asWas reports an agentless cue in a clause opened by "as" with a subject of its
// own, which tells what happened to that subject: "as some have been warned".
func (v *view) asWas(i int) bool {
	c := v.Clause(i)
	if c == nil || c.Mark != "as" || len(c.Subj) == 0 {
		return false
	}
	s := c.Subj[0]
	return s >= 0 && s < i && v.Tok(s).Lower != "it"
}

// mayComment reports whether a verb of speech stands at k: who declines or wants
// to say more is the one who speaks.
func (v *view) mayComment(k int) bool {
	for v.Tok(k).UPOS == "ADV" || v.Tok(k).UPOS == "AUX" {
		k++
	}
	w, ok := v.lex.verbs[v.Tok(k).Lemma]
	return ok && w.class == "speech"
}

// spentSaying reports a gerund of saying that hangs on its clause without a mark:
// "had spent the summer telling partners that".
func (v *view) spentSaying(i int) bool {
	h := v.Head(i)
	if !v.Tok(i).Is("advcl", "xcomp") || h < 0 || h >= i || v.markBetween(h, i) {
		return false
	}
	for k := i + 1; k < i+7; k++ {
		if v.Tok(k).Lower == "that" && v.Tok(k).UPOS == "SCONJ" {
			return true
		}
		if v.IsVerb(k) || v.punct(k) {
			return false
		}
	}
	return false
}

// afterWord finds the subject of a finite cue that the tree made the object of
// "after", "before" or "until": "his rule, after officials declared him winner".
func (v *view) afterWord(i, glo int) (int, bool) {
	h := glo - 1
	if !v.Finite(i) || !v.isNoun(h) || v.Tok(h).Is("nsubj") || !v.animate(h) {
		return -1, false
	}
	k := h
	for k > 0 && (v.Tok(k-1).UPOS == "ADJ" || v.Tok(k-1).UPOS == "DET" || v.Tok(k-1).Is("compound") || v.Tok(k-1).XPOS == "PRP$") {
		k--
	}
	switch v.Tok(k - 1).Lower {
	case "after", "before", "until", "since":
		return h, v.Tok(k-1).UPOS == "ADP"
	}
	return -1, false
}

// tallied reads "the commission counted fourteen dead", "the group speaks of 157
// killed": who counts is answerable for what he counts.
func (f *finder) tallied(v *view, i int) bool {
	from := i + 1
	if v.Tok(i).Lemma == "speak" {
		if v.Tok(from).Lower != "of" {
			return false
		}
		from++
	}
	glo, _ := v.group(i)
	src, agentless, ok := v.subject(i, glo, i+1)
	if !ok || agentless || !v.numberAfter(from) || !v.speaks(src, false) || v.negated(i, glo) || v.doubtful(i, glo) || v.suffers(src) {
		return false
	}
	end := from
	for end < v.end() && v.Tok(end).Text != ";" && !(v.Tok(end).Text == "," && v.Tok(end+1).Lower == "according") && !(v.Tok(end).UPOS == "CCONJ" && (v.Finite(end+1) || v.ownSubject(end+1, v.end()))) && !(v.Tok(end).Text == "," && v.relative(end+1)) {
		end++
	}
	lo, hi := v.trim(from, end)
	if lo >= hi {
		return false
	}
	f.add(v, Attribution{Class: "speech", Stance: "certain", Parts: []Part{{v.index, lo, hi}}}, src, i, glo, from)
	return true
}

// unsure finds the runs of what a cue says that may as well be the author's: a clause
// with a subject of its own behind a comma and "and", and what follows a cue that was
// put in behind a whole clause.
func (v *view) unsure(c *cueVerb, parts []Part) (out []Part) {
	if c.src.head < 0 {
		return nil
	}
	for n, p := range parts {
		if p.Sent != v.index {
			continue
		}
		if n > 0 && p.Lo > c.at && parts[n-1].Hi <= c.at && v.wholeClause(parts[n-1]) && !v.quoted[p.Lo] && v.Tok(p.Lo).XPOS != "VBG" && (v.Tok(p.Lo).UPOS != "DET" || v.ranks(p.Lo)) {
			out = append(out, p)
			continue
		}
		for k := p.Lo + 1; k+2 < p.Hi; k++ {
			if v.Tok(k).Text == ":" && !v.quoted[k] && !v.isQuoteMark(k+1) && k > c.at && v.hasFinite(p.Lo, k) && v.hasFinite(k, p.Hi) {
				out = append(out, Part{v.index, k, p.Hi}) // "said the war was not over: in May the town fell"
				break
			}
			if v.Tok(k).Text == "," && v.Tok(k+1).UPOS == "CCONJ" && !v.quoted[k] && v.Tok(k+2).Lower != "that" && k > c.at && v.hasFinite(p.Lo, k) && v.ownSubject(k+2, p.Hi) {
				out = append(out, Part{v.index, k, p.Hi})
				break
			}
		}
	}
	return out
}

// saysOn reports a gerund of saying at k, which has a content of its own, or one that
// tells of what followed from the saying.
func (v *view) saysOn(k int) bool {
	_, cue := v.lex.verbs[v.Tok(k).Lemma]
	return cue || aftermath[v.Tok(k).Lemma]
}

// withinQuote cuts what a cue inside a quotation says at the end of the quotation: in
// `"he knows it," said Bah, a former minister` the minister is the author's.
func (v *view) withinQuote(i int, parts []Part) []Part {
	if !v.quoted[i] {
		return parts
	}
	var out []Part
	for _, p := range parts {
		if p.Sent == v.index && p.Lo > i {
			for k := i; k < p.Hi; k++ {
				if !v.quoted[k] {
					p.Hi = k
				}
			}
		}
		if p.Lo < p.Hi {
			out = append(out, p)
		}
	}
	return out
}

// wholeClause reports whether a part is a main clause, which needs nothing behind it.
func (v *view) wholeClause(p Part) bool {
	if u := v.Tok(p.Lo).UPOS; u == "SCONJ" || v.Tok(p.Lo).XPOS == "MD" || v.Tok(p.Lo).XPOS == "WRB" {
		return false
	}
	for k := p.Lo; k < p.Hi; k++ {
		if v.Finite(k) && !v.Tok(k).Is("acl:relcl", "acl", "advcl") && (v.Head(k) < 0 || !v.Tok(k).Is("aux", "aux:pass", "cop") || !v.Tok(v.Head(k)).Is("acl:relcl", "acl", "advcl")) {
			return true
		}
	}
	return false
}

// atCue returns the noun right before a finite cue at glo where the subject of the tree
// at h stands far before it, behind a comma or a quotation: "Addressing a rally in Gao,
// the mayor warned". It is -1 where the two are one, or of one list.
func (v *view) atCue(h, glo int) int {
	k := glo - 1
	if k <= h || !v.isNoun(k) || isTime(v.Tok(k).Lower) || !v.animate(k) {
		return -1
	}
	parted := false
	for i := h + 1; i < k; i++ {
		parted = parted || v.Tok(i).Text == "," || v.isQuoteMark(i)
	}
	if !parted || v.Head(k) == h && v.Tok(k).Is("conj", "flat", "appos") {
		return -1
	}
	for i, n := k, 0; i > h && n < 12; i, n = v.Head(i), n+1 {
		if v.Tok(i).Is("conj") {
			return -1
		}
	}
	return v.nameHead(k)
}

// bareThing reports a noun without article that can neither act nor speak: "by phone".
func (v *view) bareThing(i int) bool {
	return v.Tok(i).UPOS == "NOUN" && v.Tok(i).XPOS == "NN" && len(v.Kids[i]) < 2 && !v.animate(i)
}

// suffers reports whether the subject of a verb of counting may be the place where
// what is counted was done: "Mali recorded 320 attacks", "the region registered 45".
func (v *view) suffers(s source) bool {
	if s.head < 0 {
		return true
	}
	t := v.Tok(s.head)
	switch t.Lemma {
	case "region", "province", "district", "country", "city", "town", "village", "area", "state", "governorate", "county", "zone", "camp", "municipality", "nation":
		return true
	}
	acronym := len(t.Text) > 1 && strings.ToUpper(t.Text) == t.Text
	return t.UPOS == "PROPN" && s.nhi == s.nlo+1 && !acronym
}

// weighed reports whether at k the author weighs what was said against other
// times: ", in one of the deadliest attacks since the vote", ", a day after the vote".
func (v *view) weighed(k int) bool {
	if u := v.Tok(k).UPOS; u == "DET" || u == "NUM" || v.Tok(k).XPOS == "NNS" {
		for n := k; n < k+3 && !v.punct(n); n++ {
			if w := v.Tok(n + 1).Lower; measures[v.Tok(n).Lemma] {
				return w == "after" || w == "before"
			}
		}
	}
	return (v.Tok(k).Lower == "in" || v.Tok(k).UPOS == "DET") && v.ranks(k)
}

// ranks reports whether one word of the phrase that starts at k compares it with
// others: "the latest in a string of killings", "the third such raid".
func (v *view) ranks(k int) bool {
	for n := k + 1; n < k+8 && !v.punct(n); n++ {
		switch t := v.Tok(n); {
		case t.XPOS == "JJS", t.XPOS == "RBS", t.Lower == "latest", t.Lower == "first", t.Lower == "second", t.Lower == "third":
			return true
		}
	}
	return false
}

// invertedSource finds who speaks behind a cue that ends its sentence: ", said a
// local commander who asked not to be named". What stands before the comma is
// what was said, whatever subject the tree finds there.
func (v *view) invertedSource(glo, ghi int) (source, bool) {
	if v.Tok(glo-1).Text != "," || v.Tok(ghi-1).XPOS != "VBD" || !v.hasFinite(0, glo-1) && !v.pastTense(0, glo-1) {
		return source{}, false
	}
	head, open := -1, true
	k := ghi
	for ; k < v.end() && v.Tok(k).Text != "," && !v.relative(k); k++ {
		switch t := v.Tok(k); {
		case t.UPOS == "ADP":
			open = head < 0
		case open && v.isNoun(k) && v.Tok(k-1).Text != "(":
			head = k
		case v.IsVerb(k) && t.UPOS == "VERB" && t.XPOS != "VBN" && t.XPOS != "VBG", t.UPOS == "AUX", t.UPOS == "PRON" && t.XPOS != "PRP$", t.UPOS == "SCONJ", t.UPOS == "PART" && t.XPOS != "POS":
			return source{}, false
		}
	}
	if head < 0 || isTime(v.Tok(head).Lower) || v.Tok(ghi).UPOS == "ADP" || !v.animate(head) {
		return source{}, false
	}
	s := v.phraseOf(head, ghi, len(v.Tokens))
	s.nlo = min(s.nlo, ghi)
	s.lo = min(s.lo, ghi)
	s.hi, s.stop = max(s.hi, k), max(s.stop, k)
	return s, true
}

// lastClause returns where the last clause of [lo,hi) that is set beside another
// starts: figures bear out the clause before them only, "the war went on, but 500
// people have died, according to official figures".
func (v *view) lastClause(lo, hi int) int {
	for k := hi - 1; k > lo+1; k-- {
		if v.Tok(k).UPOS == "CCONJ" && v.Tok(k-1).Text == "," && v.ownSubject(k+1, hi) && v.hasFinite(lo, k) {
			return k + 1
		}
	}
	return lo
}

// happened finds in the infinitive of a threat or a promise the deed behind which
// it comes: "threatened to step in after the July coup". That it was done is the
// author's.
func (v *view) happened(p Part) []Part {
	for k := p.Lo + 1; k < p.Hi; k++ {
		if t := v.Tok(k); t.Is("acl") && t.XPOS == "VBN" && v.Tok(k-1).Text == "," && v.isNoun(k-2) {
			return []Part{{v.index, k, min(p.Hi, v.clauseAfter(k))}} // "unless the man, seized on Monday, is freed"
		}
		if v.Tok(k).Is("acl:relcl") && v.Finite(k) && v.Lo[k] > p.Lo {
			return []Part{{v.index, v.Lo[k], min(p.Hi, v.Hi[k])}} // "to punish a man whom he accused of"
		}
		switch v.Tok(k).Lower {
		case "after", "following", "since", "over":
		default:
			continue
		}
		if h := v.Head(k); h > k && h < p.Hi && v.isNoun(h) && v.Tok(k).UPOS == "ADP" && !v.hasFinite(k, h) {
			return []Part{{v.index, k, min(p.Hi, max(v.Hi[h], h+1))}}
		}
	}
	return nil
}
