package says

import "slices"

// nominal finds content that is a phrase: the object of "deny the attack", the
// object and the "as" of "describe it as", "accuse X of Y". It also returns how
// far the cue reaches when a preposition belongs to it ("warned of").
func (v *view) nominal(c *cueVerb) (parts []Part, ghi int) {
	ghi = c.ghi
	fr := c.verb.frames
	obj := v.object(c)
	switch {
	case fr["as"] || fr["small"]:
		if p := v.objectAs(c, obj); p.Lo < p.Hi {
			return []Part{p}, ghi
		}
	}
	if fr["obl"] {
		if p, to := v.oblique(c, obj); p.Lo < p.Hi {
			return []Part{p}, to
		}
	}
	if obj >= 0 && v.Tok(c.at).Lemma == "blame" && !c.agentless {
		if k := v.Kid(obj, "acl"); k > obj && v.Tok(k).XPOS == "VBG" { // "blames dealers seeking to intimidate voters"
			if lo, hi := v.trim(max(v.Lo[obj], c.ghi), v.Hi[obj]); lo < hi {
				return []Part{{v.index, lo, hi}}, ghi
			}
		}
	}
	if fr["np"] && obj >= 0 && !c.agentless {
		hi := v.runOn(c, v.Hi[obj])
		for k := obj + 1; k+1 < hi; k++ {
			if v.Tok(k).UPOS == "CCONJ" && v.Tok(k-1).Text == "," && v.ownSubject(k+1, hi) {
				hi = k - 1 // "denied the charges, which he says were made up, and he has left"
			}
			if w := v.Tok(k).Lower; (w == "after" || w == "following") && (v.Tok(c.at).Lemma == "declare" || v.Tok(c.at).Lemma == "announce" || v.Tok(c.at).Lemma == "impose") {
				hi = k // "declared a curfew after a march turned into looting"
			}
			if v.Tok(k).UPOS == "CCONJ" && v.Tok(k+1).UPOS == "AUX" && v.Finite(k+1) {
				hi = k // "confirmed one death and were investigating others"
			}
		}
		lo, hi := v.trim(max(v.Lo[obj], c.ghi), hi)
		if lo < hi && !v.taboo(c, obj) {
			return []Part{{v.index, lo, hi}}, ghi
		}
	}
	return nil, ghi
}

// beforeFinite cuts a charge in the gerund at h before a conjunction and a verb
// that can only go on with the cue: "of plotting a coup | and promised".
func (v *view) beforeFinite(h, hi int) int {
	for k := h + 1; k+1 < hi; k++ {
		if v.Tok(k).UPOS != "CCONJ" {
			continue
		}
		next := k + 1
		for v.Tok(next).UPOS == "ADV" {
			next++
		}
		if t := v.Tok(next); v.Finite(next) || t.XPOS == "VBN" && t.UPOS == "VERB" && !v.isNoun(next+1) && v.Kid(h, "aux") < 0 {
			return k
		}
	}
	return hi
}

// attributes are the verbs that make somebody answerable for a deed, on somebody
// else's word: "38 deaths are attributed to rebels".
var attributes = map[string]bool{"attribute": true, "ascribe": true}

// runOn moves the end of a phrase over what hangs on the cue behind it, "backed
// Keita for president", up to a time, a mark or a clause.
func (v *view) runOn(c *cueVerb, hi int) int {
	for _, k := range v.Kids[c.at] {
		t := v.Tok(k)
		if k < hi || hi >= len(v.Tokens) {
			continue
		}
		purpose := t.Is("advcl") && (v.Tok(hi).Lower == "to" || v.Tok(hi).Lower == "for")
		if v.Lo[k] != hi || !purpose && !t.Is("obl", "nmod", "acl", "xcomp", "ccomp", "obj") || t.Rel == "obl:unmarked" || isTime(t.Lower) ||
			v.timeIn(v.Lo[k], k) || v.markBetween(hi, k) || t.Is("ccomp") && v.Tok(hi).UPOS != "ADV" && v.Tok(hi).UPOS != "SCONJ" {
			break
		}
		hi = min(v.Hi[k], v.end())
	}
	return hi
}

// timeIn reports whether a day, a month or a year is named in [lo,hi].
func (v *view) timeIn(lo, hi int) bool {
	for k := lo; k <= hi; k++ {
		if isTime(v.Tok(k).Lower) {
			return true
		}
	}
	return false
}

// taboo reports whether an object makes the verb mean something else: "claimed
// responsibility", "expressed concern", "made a statement".
func (v *view) taboo(c *cueVerb, obj int) bool {
	switch v.Tok(obj).Lemma {
	case "responsibility", "credit", "victory", "question", "life", "victim", "casualty", "concern", "himself", "herself", "themselves", "itself":
		return true
	}
	if k := v.Kid(obj, "nmod"); k >= 0 && v.Tok(obj).XPOS != "NN" {
		switch v.Tok(k).Lemma {
		case "life", "victim", "casualty": // "claimed hundreds of lives"
			return true
		}
	}
	return v.Tok(obj).UPOS == "PRON" && c.verb.class != "attitude"
}

// object returns the head of the cue's object, or -1.
func (v *view) object(c *cueVerb) int {
	if k := v.Clauses[c.at]; k >= 0 {
		for _, o := range v.Sentence.Clauses[k].Obj {
			if o >= c.ghi && o < len(v.Tokens) {
				return o
			}
		}
	}
	return -1
}

// objectAs finds "X as Y", or "X Y" for verbs of calling. An agentless passive
// takes its subject instead of the object.
func (v *view) objectAs(c *cueVerb, obj int) Part {
	if c.agentless {
		return Part{}
	}
	if obj < 0 {
		return Part{}
	}
	hi := v.Hi[obj]
	as := -1
	for k := obj + 1; k < len(v.Tokens) && k < v.Hi[c.at]; k++ {
		if v.Tok(k).Lower == "as" && v.Tok(k).Head != obj {
			as = k
			break
		}
	}
	switch {
	case as >= 0 && c.verb.frames["as"]:
		h := v.Tok(as).Head
		if h > as && h < len(v.Tokens) {
			hi = max(hi, v.Hi[h])
		}
	case c.verb.frames["small"]:
		if hi = v.smallClause(c, obj); hi < 0 {
			return Part{}
		}
	default:
		return Part{}
	}
	lo, hi := v.trim(max(v.Lo[obj], c.ghi), min(hi, v.end()))
	return Part{v.index, lo, hi}
}

// smallClause returns where "a coup" ends in "called it a coup": a predicate by
// the tree, or behind the object a quotation, an adjective or a second noun
// phrase with an article. It returns -1 where there is none.
func (v *view) smallClause(c *cueVerb, obj int) int {
	hi := v.Hi[obj]
	for _, k := range v.Kids[c.at] {
		if k > obj && v.Tok(k).Is("xcomp", "obj", "obl") && !isTime(v.Tok(k).Lower) && v.Lo[k] <= hi {
			hi = max(hi, v.Hi[k])
		}
	}
	if x := v.Kid(c.at, "xcomp"); x > obj {
		return hi
	}
	for k := obj + 1; k < hi || k == hi && v.isQuoteMark(k); k++ {
		switch t := v.Tok(k); {
		case t.Text == "," || t.UPOS == "ADP":
			return -1
		case v.isQuoteMark(k):
			return max(hi, k+1)
		case t.UPOS == "DET" && (t.Lower == "a" || t.Lower == "an" || t.Lower == "the"), t.UPOS == "ADJ":
			return hi
		}
	}
	return -1
}

// oblique finds the phrase of the preposition that the verb wants: with an
// object the object too ("accused X of Y"), else the preposition goes to the
// cue ("warned of").
func (v *view) oblique(c *cueVerb, obj int) (Part, int) {
	for k := c.ghi; k < len(v.Tokens) && k < v.Hi[c.at]; k++ {
		t := v.Tok(k)
		if !c.verb.frames["obl:"+t.Lower] || t.Head <= k || t.Head >= len(v.Tokens) {
			continue
		}
		h := t.Head
		hi := v.runOn(c, v.Hi[h])
		charge := c.verb.frames["hearer"] && v.Tok(h).XPOS == "VBG" && v.Tok(h).Head > c.at
		if top := v.Tok(h).Head; top != c.at && top != obj && !charge && !(attributes[v.Tok(c.at).Lemma] && obj >= 0 && k >= v.Lo[obj]) {
			continue // a charge hangs on the accused, whatever noun the tree gives it to
		}
		if c.verb.frames["hearer"] && obj >= 0 && obj < k && slices.Contains([]string{"of", "for", "to"}, t.Lower) {
			if cut := v.author(c, k, hi); cut > k {
				hi = cut
			}
			if v.Tok(h).XPOS == "VBG" && v.Tok(h).Lower != "having" {
				hi = v.beforeFinite(h, hi)
			}
			lo, hi := v.trim(max(v.Lo[obj], c.ghi), hi)
			return Part{v.index, lo, hi}, c.ghi
		}
		if obj < 0 && k == c.right() && k > c.ghi { // "accused by Washington of arming them"
			lo, hi := v.trim(k+1, v.asideEnd(c.at, hi))
			return Part{v.index, lo, hi}, c.ghi
		}
		if k == c.ghi {
			lo, hi := v.trim(k+1, hi)
			return Part{v.index, lo, hi}, k + 1
		}
	}
	return Part{}, c.ghi
}

// agentless finds the content of "X is said to have fled", "it is believed that
// X fled", "X is reported as Y", "X is accused of Y": the subject and what is
// said of it. The second result is where the cue ends.
func (v *view) passive(c *cueVerb) ([]Part, int) {
	cl := v.Clauses[c.at]
	ghi := c.ghi
	lo, hi := -1, -1
	if comp := v.complement(c); comp >= 0 {
		lo, hi = max(v.Lo[comp], ghi), v.contentEnd(c, ghi, v.Hi[comp])
		for k := comp + 1; k < hi && v.Tok(comp).UPOS == "ADJ"; k++ {
			if w := v.Tok(k).Lower; w == "after" || w == "when" {
				hi = k // "are feared dead after rebels attacked"
			}
		}
	} else if t := v.Tok(ghi).Lower; t == "as" || t == "of" || t == "for" || t == "to" && attributes[v.Tok(c.at).Lemma] {
		if h := v.Tok(ghi).Head; h > ghi && h < len(v.Tokens) {
			if t == "as" && !c.verb.frames["as"] && c.verb.class != "speech" && c.verb.class != "thought" {
				return nil, ghi
			}
			if t != "as" && !c.verb.frames["obl:"+t] {
				return nil, ghi
			}
			lo, hi = ghi+1, v.contentEnd(c, ghi+1, v.Hi[h])
			ghi++
		}
	} else if k := v.that(c); k >= 0 {
		lo, hi = k, v.contentEnd(c, k, v.end())
	}
	if lo < 0 {
		return v.impersonal(c), ghi
	}
	lo, hi = v.trim(lo, hi)
	if lo >= hi {
		return nil, ghi
	}
	parts := []Part{{v.index, lo, hi}}
	if cl >= 0 && len(v.Sentence.Clauses[cl].Subj) > 0 {
		s := v.Sentence.Clauses[cl].Subj[0]
		if s >= 0 && s < c.glo && v.Tok(s).Lower != "it" && v.Tok(s).Lower != "there" {
			slo, shi := v.trim(v.Lo[s], min(v.Hi[s], c.glo))
			if slo < shi {
				parts = []Part{{v.index, slo, shi}, parts[0]}
			}
		}
	}
	return parts, ghi
}

// ofBehind returns where the word right behind the noun at i stands, or the "of" that
// its verb parts from it: "reports were received of clashes".
func (v *view) ofBehind(i int) int {
	h := v.Head(i)
	if !v.Tok(i).Is("nsubj", "nsubj:pass") || h <= i {
		return i + 1
	}
	if _, ghi := v.group(h); v.Tok(ghi).Lower == "of" && v.Head(ghi) > ghi {
		return ghi
	}
	return i + 1
}

// suffered reports whether a participle tells what was done to the noun at h: "reports
// of a man injured by shelling" tell of the deed, and are not the man's.
func (v *view) suffered(h int) bool {
	k := v.Kid(h, "acl")
	return k > h && v.Tok(k).XPOS == "VBN"
}

// ofWhich gives a cue in a relative clause the body that "which" stands for: "an
// independent commission, which found that detainees had been tortured".
func (v *view) ofWhich(c *cueVerb, s source) source {
	if s.head < 0 || v.Tok(s.head).Lower != "which" || !v.Tok(c.at).Is("acl:relcl") {
		return s
	}
	if h := v.Head(c.at); h >= 0 && h < s.head && v.isNoun(h) && v.animate(h) {
		return v.phraseOf(h, 0, s.head)
	}
	return s
}
