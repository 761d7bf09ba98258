package hedge

import "slices"

// adverbial reads an adverbial clause. An if-clause is hypothetical, "to" is a
// purpose, "without" denies; what because, after and though introduce is so.
func (r *reader) adverbial(i, h, depth int) state {
	if r.Tok(h).UPOS == "ADV" && r.Head(h) >= 0 {
		h = r.Head(h) // "as soon as they leave": the tree has the clause under "soon"
	}
	mark := r.markOf(i)
	effect := r.lex.cues["mark"][mark]
	switch {
	case effect == "if" || effect == "unless":
		s := plain
		s.hyp = true
		return s
	case mark == "to" || mark == "in order" || mark == "in order to" || mark == "so that" || mark == "lest":
		if sig, ok := r.signature(h, i); ok && r.toInfinitive(i) {
			r.cue(h, h+1)
			return r.through(sig, r.state(h, depth+1), h)
		}
		s := plain
		s.planned, s.future = true, true
		return s
	case mark == "without" && r.hasSubject(i):
		return r.sentence(i) // "without them she could not govern": they are lacking, she is not
	case mark == "without" || mark == "instead of" || mark == "rather than" || mark == "instead":
		s := plain
		s.pol = -1
		r.cueWord(i, mark)
		return s
	case mark == "from" || mark == "of" || mark == "for" || mark == "by" || mark == "in":
		if sig, ok := r.signature(h, i); ok && !(mark == "by" && (sig.so == "r" || sig.so == "f")) {
			r.cue(h, h+1)
			return r.through(sig, r.state(h, depth+1), h)
		}
		gs := r.state(h, depth+1)
		out := r.weaken(plain, gs)
		if gs.pol < 0 && gs.planned {
			out.pol = -1 // "urged them not to risk their freedom by marching": nor to march
		}
		return out // "responded by shutting the border": done, not said
	case mark == "that" && r.told(r.markTok(i)):
		s := plain
		s.hyp, s.planned = true, true
		return s
	case mark == "when" && r.generic(i, h):
		s := plain
		s.hyp = true
		return s
	case effect == "after" || mark == "before" || mark == "till":
		return r.timeClause(i, h, depth, mark, effect)
	case mark == "" && r.Tok(i).XPOS == "VBG":
		return r.gerund(i, h, depth)
	}
	return r.sentence(i)
}

// timeClause reads a clause that dates the one above it.
func (r *reader) timeClause(i, h, depth int, mark, effect string) state {
	gs := r.peek(h, depth)
	s := plain
	if c := r.Clause(i); c != nil && c.Tense == "present" && (mark == "until" || mark == "till" || mark == "once") {
		s.future, s.hyp, s.deg = true, true, 2 // "stay on until elections are held": they are yet to come
	}
	if gs.future || gs.hyp || gs.planned {
		s.future, s.deg = true, 2
		s.hyp = effect == "after" && (mark != "when" || r.Tok(r.markTok(i)-1).Lower == "only") // "once it has been formed": nobody says that it will be
	}
	return s
}

// gerund reads a clause in -ing without a mark: the complement of the verb right
// before it, whatever the arc, or what goes on beside the clause above.
func (r *reader) gerund(i, h, depth int) state {
	var sig signature
	end, ok := -1, false
	switch {
	case i == h+1 && r.IsVerb(h):
		sig, ok = r.lex.signs["verb"][r.Tok(h).Lemma] // "denies targeting"
		end = h + 1
	case i == h+2 && r.Tok(h+1).Is("compound:prt"):
		sig, ok = r.lex.signs["verb"][r.Tok(h).Lemma+"_"+r.Tok(h+1).Lower] // "ruled out arresting him"
		end = h + 2
	}
	if ok {
		r.cue(h, end)
		return r.through(sig, r.state(h, depth+1), h)
	}
	return r.weaken(plain, r.peek(h, depth))
}

// peek reads the state of h without keeping its cues: they belong to h.
func (r *reader) peek(h, depth int) state {
	n := len(r.cues)
	s := r.state(h, depth+1)
	r.cues = r.cues[:n]
	if s.pol < 0 {
		s.pol = 1
	}
	return s
}

// cueWord notes the first dependent of i that reads word.
func (r *reader) cueWord(i int, word string) {
	for _, k := range r.Kids[i] {
		if r.Tok(k).Lower == word {
			r.cue(k, k+1)
			return
		}
	}
}

// hasSubject reports whether a subject hangs on i.
func (r *reader) hasSubject(i int) bool {
	return slices.ContainsFunc(r.Kids[i], func(k int) bool { return r.Tok(k).Is("nsubj") })
}

// markTok returns the token that opens the clause at i, or -1.
func (r *reader) markTok(i int) int {
	if c := r.Clause(i); c != nil {
		return c.MarkTok
	}
	return -1
}
