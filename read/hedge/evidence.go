package hedge

// What a torn tree would have us take for done: what grammar must hold before a
// predicate is believed.

// told reports whether the "that" at k opens what somebody is to say, where the
// tagger took the verb for a noun: "until May to state in writing that".
func (r *reader) told(k int) bool {
	for n := k - 1; n > 0 && n > k-6; n-- {
		if r.IsVerb(n) || r.Tok(n).UPOS == "PUNCT" {
			return false
		}
		if r.Tok(n-1).Lower == "to" {
			return r.Tok(n).XPOS == "NN" && r.lex.signs["verb"][r.Tok(n).Lemma].so == "r"
		}
	}
	return false
}

// generic reports whether the when-clause at i and its main clause at h are both
// told in the present: it holds of whenever it happens, and tells of no one time.
func (r *reader) generic(i, h int) bool {
	c, main := r.Clause(i), r.Clause(h)
	return c != nil && main != nil && r.present(i) && (r.present(h) || r.present(r.Kid(h, "acl:relcl")))
}

// present reports whether the first verb of the group at i is in the simple present.
func (r *reader) present(i int) bool {
	if i < 0 {
		return false
	}
	first := i
	for _, k := range r.Kids[i] {
		if r.Tok(k).Is("aux", "aux:pass", "cop") && k < first {
			first = k
		}
	}
	if t := r.Tok(first); t.Lemma == "have" && first != i {
		return false
	}
	x := r.Tok(first).XPOS
	return x == "VBP" || x == "VBZ"
}

// lostSubject finds the passive verb of which the noun at i is the subject where
// the tree gave the noun to the clause before: ", and an attack on the port or the
// town cannot be ruled out". The noun opens its clause with an article.
func (r *reader) lostSubject(i int) (int, bool) {
	lo := i
	for lo > 0 && (r.Tok(lo-1).UPOS == "ADJ" || r.Tok(lo-1).Is("compound")) {
		lo--
	}
	if lo--; lo < 0 || r.Tok(lo).Lower != "a" && r.Tok(lo).Lower != "an" || lo > 0 && r.Tok(lo-1).UPOS != "CCONJ" && r.Tok(lo-1).Text != "," {
		return -1, false
	}
	for k := i + 1; k < len(r.Tokens); k++ {
		t := r.Tok(k)
		if t.Text == "," || t.Text == ";" || t.XPOS == "WDT" || t.XPOS == "WP" || t.UPOS == "SCONJ" {
			return -1, false
		}
		if r.Finite(k) {
			h := r.Head(k)
			return h, t.UPOS == "AUX" && h > k && r.Kid(h, "aux:pass") >= 0
		}
	}
	return -1, false
}

// onHold reports whether the passive verb at h says that its subject waits: "has
// been put on hold".
func (r *reader) onHold(h int) bool {
	switch r.Tok(h).Lemma {
	case "put", "place":
		return r.Reads(h+1, "on", "hold") || r.Reads(h+1, "on", "ice")
	}
	return false
}

// ownClause reports whether the finite verb at i behind a comma is the main clause
// that the tree put under an infinitive: "the day before it was due to open, troops
// fired".
func (r *reader) ownClause(i, h int) bool {
	c := r.Clause(i)
	if c == nil || !r.Tok(i).Is("ccomp") || r.Tok(h).XPOS != "VB" || c.Tense != "past" || len(c.Subj) == 0 || c.SubjHow != "own" || r.reports(h) || h > i {
		return false
	}
	for k := h + 1; k < c.Subj[0]; k++ {
		if r.Tok(k).Text == "," {
			return true
		}
	}
	return false
}
