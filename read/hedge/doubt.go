package hedge

import "tocsin/read/text"

// neither reads "neither X nor Y did it" where the tree has torn the two: the word
// stands in the clause before the verb, and no other verb between them.
func (r *reader) neither(i int, c *text.Clause, s *state) {
	if c == nil || s.pol < 0 {
		return
	}
	from := c.Lo
	if r.Tok(0).Lower == "neither" {
		from = 0
	}
	for k := i - 1; k >= max(from, i-16); k-- {
		if r.Clause(k) != nil {
			return
		}
		if r.Tok(k).Lower == "neither" && !r.counted(k) {
			r.cue(k, k+1)
			r.apply("not", s)
			return
		}
	}
}

// yet returns the "to" of the verb at i where "have yet" or "be yet" stands
// before it, or -1.
func (r *reader) yet(i int) int {
	for _, k := range r.Kids[i] {
		if k >= i {
			break
		}
		if r.Tok(k).Lower != "to" || r.Tok(k-1).Lower != "yet" {
			continue
		}
		switch r.Tok(k - 2).Lemma {
		case "have", "be", "remain":
			return k
		}
	}
	return -1
}

// yetTo reads "has yet to be investigated", "is yet to answer": it has not been
// done, whatever the tree makes of the "yet".
func (r *reader) yetTo(i int, s *state) {
	if k := r.yet(i); k >= 0 && !r.counted(k-1) {
		r.cue(k-2, k+1)
		r.apply("not", s)
	}
}

// wasTo reads "the army was to withdraw": it was planned; whether it came is open.
func (r *reader) wasTo(i int, s *state) {
	for _, k := range r.Kids[i] {
		if k >= i {
			return
		}
		if t := r.Tok(k - 1); r.Tok(k).Lower == "to" && r.Tok(k).Is("mark") && (t.Lower == "was" || t.Lower == "were") && t.Is("cop", "aux") && r.Tok(i).XPOS == "VB" {
			s.planned, s.future = true, true
			r.cue(k-1, k+1)
			return
		}
	}
}

// doubted are the words before a doer that leave open who it was. What is
// reported of the doer is reported of the deed.
var doubted = map[string]string{"suspected": "inferred", "presumed": "inferred", "apparent": "inferred", "possible": "possible",
	"alleged": "reported", "purported": "reported", "supposed": "reported"}

// suspected reads "suspected rebels ambushed": that somebody did it is sure, that
// it was rebels is not, so that the whole is no surer than that.
func (r *reader) suspected(i int, c *text.Clause, s *state) {
	var doers []int
	switch {
	case c == nil:
		return
	case c.Passive:
		doers = c.Agent
	case c.SubjHow == "own" || c.SubjHow == "shared":
		doers = c.Subj
	}
	for _, d := range doers {
		if d < 0 || d >= len(r.Tokens) {
			continue
		}
		lo, _ := r.NP(d)
		for k := lo; k < d; k++ {
			effect := doubted[r.Tok(k).Lower]
			if effect == "" || r.Tok(k).Head < k || r.counted(k) {
				continue
			}
			r.cue(k, k+1)
			r.apply(effect, s)
			return
		}
	}
}

// focus are the adverbs that a negation hits instead of the verb.
var focus = map[string]bool{"first": true, "only": true, "solely": true, "deliberately": true, "intentionally": true,
	"directly": true, "necessarily": true, "wilfully": true, "willfully": true, "merely": true, "just": true}

// focused leaves open what is denied only of a way or an order: who "denied
// having opened fire first" may well have opened fire.
func (r *reader) focused(i int, s state) state {
	if s.pol >= 0 {
		return s
	}
	at := []int{i}
	if c := r.Clause(i); c != nil {
		at = append(at, c.Obj...)
	}
	for _, h := range at {
		if h < 0 || h >= len(r.Kids) {
			continue
		}
		for _, k := range r.Kids[h] {
			if t := r.Tok(k); focus[t.Lower] && t.UPOS == "ADV" && t.Is("advmod", "obl") {
				s.pol, s.deg = 0, 0
				r.cue(k, k+1)
				return s
			}
		}
	}
	return s
}

// named reports whether the verb at h is part of a name: "Lagos State".
func (r *reader) named(h int) bool {
	capital := func(i int) bool { t := r.Tok(i); return t.Text != "" && t.Text != t.Lower }
	return h > 0 && r.IsVerb(h) && capital(h) && capital(h-1) && r.Tok(h-1).UPOS == "PROPN" && !capital(h+1) && r.Tok(h+1).UPOS != "PUNCT"
}

// cleft reads "it was not the army that attacked Moura": whoever did it, it was not
// the noun h.
func (r *reader) cleft(h int, s state) state {
	it := r.Kid(h, "nsubj", "expl")
	if it < 0 || r.Tok(it).Lower != "it" || r.Kid(h, "cop") < 0 {
		return s
	}
	for _, k := range r.Kids[h] {
		if w := r.Tok(k).Lower; k < h && (w == "not" || w == "n't" || w == "n’t" || w == "never") {
			s.pol = -s.pol
			r.cue(k, k+1)
			return s
		}
	}
	return s
}

// unsaid reports whether the verb at h is one of "neither confirm nor deny".
func (r *reader) unsaid(h int) bool {
	pair := map[string]string{"confirm": "deny", "deny": "confirm"}
	other, ok := pair[r.Tok(h).Lemma]
	if !ok {
		return false
	}
	if r.Tok(h).Is("conj") && r.Tok(r.Head(h)).Lemma == other {
		return true
	}
	k := r.Kid(h, "conj")
	return k >= 0 && r.Tok(k).Lemma == other
}

// markedThat reports whether a clause that the tree takes for a relative is what
// its noun says: "the pretext that rebels had come", with a subject of its own.
func (r *reader) markedThat(i, h int) bool {
	if _, ok := r.lex.signs["noun"][r.Tok(h).Lemma]; !ok || r.nominal(i) {
		return false
	}
	for _, k := range r.Kids[i] {
		if t := r.Tok(k); k == h+1 && t.Lower == "that" && t.Is("mark") {
			return r.hasSubject(i)
		}
	}
	return false
}

// otherVerb reports whether a coordinated verb stands between the predicate at i and
// the noun at a behind it, to which the noun then belongs: "exchanged fire but
// suffered no losses".
func (r *reader) otherVerb(i, a int) bool {
	for k := i + 1; k < a-1; k++ {
		if r.Tok(k).UPOS != "CCONJ" {
			continue
		}
		if n := r.Tok(k + 1); n.UPOS == "VERB" && (n.XPOS == "VBD" || n.XPOS == "VBN" || n.XPOS == "VBZ" || n.XPOS == "VBP") {
			return true
		}
	}
	return false
}
