package says

import "tocsin/read/text"

// heard are the verbs that, as a bare participle before an infinitive, tell what
// nobody in particular thinks or says of the noun before them: "gunmen believed
// to belong to". None of them takes an infinitive in the active voice.
var heard = map[string]bool{"believe": true, "say": true, "think": true, "suspect": true, "allege": true, "report": true,
	"know": true, "understand": true, "presume": true, "assume": true, "fear": true, "consider": true, "rumour": true, "rumor": true}

// reduced reads "gunmen believed to belong to the sect killed nine": the cue has
// no auxiliary, nobody is named, and what is said ends before the verb of the
// main clause. The noun itself is the author's.
func (f *finder) reduced(v *view, i int) bool {
	t := v.Tok(i)
	if !heard[t.Lemma] || t.XPOS != "VBN" && t.XPOS != "VBD" || v.Kid(i, "aux:pass") >= 0 {
		return false
	}
	to, src := i+1, nobody
	if v.Tok(to).Lower == "by" { // "thought by locals to be from"
		h := v.sourceAfter(to + 1)
		if h < 0 || v.Tok(h+1).Lower != "to" {
			return false
		}
		src, to = v.phraseOf(h, to+1, h+1), h+1
	}
	charged := v.Tok(to).Lower == "of" && (t.Lemma == "suspect" || t.Lemma == "accuse") && v.isNoun(i-1) && v.Kid(i, "obj") < 0
	if v.Tok(to).Lower != "to" && !charged {
		return false
	}
	k := to + 1
	if charged {
		return f.charged(v, i, to)
	}
	for v.Tok(k).UPOS == "ADV" || v.Tok(k).UPOS == "AUX" {
		k++
	}
	if k >= len(v.Tokens) || v.Tok(k).XPOS != "VB" && v.Tok(k-1).UPOS != "AUX" {
		return false // "she said to applause"
	}
	if h := v.Head(to); h > k && h < k+6 && !v.hasFinite(k, h) {
		k = h // "thought to be her son"
	}
	glo, _ := v.group(i)
	w := f.lex.verbs[t.Lemma]
	a := Attribution{Class: w.class, Stance: w.stance}
	if a.Class == "" {
		a.Class, a.Stance = "speech", "certain"
	}
	lo, hi := v.trim(to, v.untilMain(k, max(v.Hi[k], k+1)))
	if lo >= hi {
		return false
	}
	a.Parts = []Part{{v.index, lo, hi}}
	f.add(v, a, src, i, glo, i+1)
	return true
}

// charged reads "men suspected of belonging to the sect attacked a post": nobody is
// named, and the charge ends before a relative clause, a comma or the main verb.
func (f *finder) charged(v *view, i, of int) bool {
	hi := of + 1
	for hi < v.end() && !v.relative(hi) && v.Tok(hi).Text != "," && !v.Finite(hi) && v.Tok(hi).Text != "." {
		hi++
	}
	lo, hi := v.trim(of+1, hi)
	if lo >= hi {
		return false
	}
	w := f.lex.verbs[v.Tok(i).Lemma]
	glo, _ := v.group(i)
	f.add(v, Attribution{Class: w.class, Stance: w.stance, Parts: []Part{{v.index, lo, hi}}}, nobody, i, glo, i+1)
	return true
}

// untilMain returns where the phrase of the infinitive verb at k ends, at hi at the
// latest: before the next finite verb, or a participle behind a noun, that opens
// the rest of the main clause.
func (v *view) untilMain(k, hi int) int {
	hi = min(max(hi, k+1), v.end())
	for n := k + 1; n < hi; n++ {
		t := v.Tok(n)
		switch {
		case t.UPOS == "SCONJ" || v.relative(n):
			return hi
		case t.Text == "," || t.UPOS == "CCONJ" && v.Finite(n+1):
			return n
		case v.Finite(n), t.XPOS == "VBN" && v.isNoun(n-1) && !t.Is("acl", "amod"):
			return n
		}
	}
	return hi
}

// besideParticiple finds the subject that the tree gave to a participle beside it:
// "survivors interviewed in Chad described the raid".
func (v *view) besideParticiple(cl *text.Clause, glo int) (int, bool) {
	if len(cl.Subj) > 0 || cl.Parent < 0 || !v.Finite(cl.Verb) || cl.MarkTok >= 0 {
		return -1, false
	}
	p := &v.Sentence.Clauses[cl.Parent]
	t := v.Tok(p.Verb)
	if p.Verb > glo || t.XPOS != "VBN" && t.XPOS != "VBD" || len(p.Aux)+len(p.Modals) > 0 || len(p.Subj) == 0 || p.SubjHow != "own" || len(p.Obj) > 0 ||
		v.markBetween(p.Verb, glo) || p.Subj[0] != p.Verb-1 {
		return -1, false
	}
	return p.Subj[0], true
}

// besideApposition finds the subject of a finite cue that the tree has lost before
// an apposition: "his spokesman, Ahmed Bah, | insisted". It is -1 where there is none.
func (v *view) besideApposition(i, glo int) int {
	if !v.Finite(i) && (v.Tok(i).XPOS != "VBN" || !v.thatSoon(i)) || v.Tok(glo-1).Text != "," {
		return -1
	}
	for k := glo - 2; k > 0 && k > glo-10; k-- {
		t := v.Tok(k)
		if t.Text == "," {
			if !v.isNoun(k-1) || k == glo-2 {
				return -1
			}
			h := v.before(k - 1)
			for n := 0; n < 6 && v.Head(h) >= 0 && v.Head(h) < h && v.isNoun(v.Head(h)) && !v.markBetween(v.Head(h), h); n++ {
				h = v.Head(h) // "the secretary of state, X,"
			}
			return h
		}
		if v.IsVerb(k) || v.punct(k) && t.Text != "-" || t.UPOS == "SCONJ" || v.relative(k) {
			return -1
		}
	}
	return -1
}

// beyond reports whether a semicolon stands between the subject at h and a cue
// group at glo that has a noun or an apposition of its own before it.
func (v *view) beyond(h, glo int) bool {
	if v.Tok(glo-1).Text != "," && !v.isNoun(glo-1) {
		return false
	}
	for k := h; k < glo; k++ {
		if v.Tok(k).Text == ";" && !v.quoted[k] {
			return true
		}
	}
	return false
}

// treeSubject finds the source that the tree gives the cue at i as its subject, mended
// where the tree is known to err.
func (v *view) treeSubject(i, glo, ghi int, cl *text.Clause) (source, bool) {
	if len(cl.Subj) == 0 || !v.valid(cl.Subj[0]) || v.beyond(v.nearest(cl.Subj, glo), glo) || v.quoted[cl.Subj[0]] && !v.quoted[i] {
		return source{}, false
	}
	h := v.before(v.nearest(cl.Subj, glo))
	if n := v.atCue(h, glo); n >= 0 {
		return v.phraseOf(n, h+1, glo), true
	}
	if k := v.subjectBeforeAnd(h, glo); k >= 0 && cl.SubjHow == "own" {
		return v.phraseOf(k, h+1, glo), true
	}
	if cl.SubjHow == "antecedent" {
		if who := v.Kid(i, "nsubj"); who >= 0 && who < i {
			s := v.phraseOf(h, 0, glo)
			s.lo, s.hi = who, who+1
			return s, true
		}
		s := v.phraseOf(h, 0, glo)
		s.lo, s.hi = s.nlo, s.nhi
		return s, true
	}
	if h < glo {
		return v.phraseOf(h, 0, glo), true
	}
	if h >= ghi && cl.SubjHow == "own" && (glo > 0 && v.quoted[glo-1] || v.hasFinite(0, glo) || v.pastTense(0, glo)) {
		return v.phraseOf(h, ghi, len(v.Tokens)), true
	}
	return source{}, false
}

// subjectBeforeAnd returns the subject of the verb right before a conjunction and the cue
// at glo, where the subject of the tree at h stands before that verb's own: "police
// used gas, as the minister ruled out talks and threatened". -1 for none.
func (v *view) subjectBeforeAnd(h, glo int) int {
	if v.Tok(glo-1).UPOS != "CCONJ" || v.Tok(glo-2).Text == "," {
		return -1
	}
	for k := glo - 2; k > h; k-- {
		if v.Finite(k) && v.Tok(k).UPOS == "VERB" {
			if s := v.Kid(k, "nsubj"); s > h && s < k && v.Tok(k).XPOS == v.Tok(glo).XPOS && !v.relative(s) {
				return s
			}
			return -1
		}
	}
	return -1
}
