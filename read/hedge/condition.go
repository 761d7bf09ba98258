package hedge

import (
	"slices"

	"tocsin"
)

// condition finds what the predicate at i hangs on: an if-clause, a condition
// without "if" or an "in the event of" beside it, beside the predicate it is
// coordinated with, beside the saying whose content it is, or beside what it
// wants or threatens to do; "after" and "once" only for what is to come;
// "because" for what is so.
func (r *reader) condition(i int, st state) *tocsin.Condition {
	if st.hyp && !st.counter {
		return nil
	}
	hangs := r.hangers(st.future || st.counter || st.deg == 1)
	if len(hangs) == 0 {
		return nil
	}
	var weak *tocsin.Condition
	for _, h := range r.about(i) {
		for n := range hangs {
			g := &hangs[n]
			if !slices.Contains(g.govs, h.at) || g.lo < h.from && !r.ofContent(g, st) || g.head == i || g.kind == "after" && !st.future && !h.wanted ||
				(g.head >= 0 || g.kind == "if") && !h.wanted && r.done(i, st) && (g.kind != "unless" || !r.refuses(i)) || r.lasts(g, i, st) || r.happened(g, i, st) {
				continue
			}
			lo, hi, ok := r.bounded(g.lo, g.hi, i)
			if !ok {
				continue
			}
			c := &tocsin.Condition{Span: r.SpanOf(lo, hi), Kind: g.kind}
			c.Text = c.Span.In(r.doc.Text)
			if g.kind == "if" || g.kind == "unless" {
				return c
			}
			if weak == nil {
				weak = c
			}
		}
	}
	return weak
}

// ofContent reports a condition that stands before a cue and is that of what is said,
// which is still to come: "should the fighting go on, aid workers fear that".
func (r *reader) ofContent(g *hanger, st state) bool {
	return (g.kind == "if" || g.kind == "unless") && st.future && r.fronts(g.lo)
}

// happened reports an "after" whose clause tells of something past, on which nothing
// hangs that may yet come: "could be closed, as it was after a soldier was shot".
func (r *reader) happened(g *hanger, i int, st state) bool {
	c := r.Clause(g.head)
	if g.kind != "after" || c == nil || c.Tense != "past" || st.reported {
		return false
	}
	k := r.Clause(i)
	return k != nil && !slices.ContainsFunc(k.Modals, func(m int) bool { return r.Tok(m).Lower == "would" })
}

// lasts reports an "until" that ends what goes on until then: "vowed to fight on
// until they leave" hangs on nothing. Only what is denied or refused waits for it.
func (r *reader) lasts(g *hanger, i int, st state) bool {
	if w := r.Tok(g.lo).Lower; w != "until" && w != "till" || st.pol < 0 {
		return false
	}
	return !r.refuses(i)
}

// refuses reports a predicate of refusal: who refused may yet do it.
func (r *reader) refuses(i int) bool {
	switch r.Tok(i).Lemma {
	case "refuse", "decline", "reject":
		return true
	}
	return false
}

// done reports whether the predicate at i is told as past: "had formed a reserve,
// to be sent if" hangs on nothing, whatever the tree says.
func (r *reader) done(i int, st state) bool {
	c := r.Clause(i)
	return c != nil && (c.Tense == "past" || c.Tense == "perfect") && !st.future && !st.counter && !st.planned &&
		len(c.Modals) == 0 && !r.wants(i)
}

// A place is a predicate whose conditions count for another one: only those
// that start at from or later. wanted says that it is what the other one wants.
type place struct {
	at, from int
	wanted   bool
}

// about lists the predicates whose conditions count for the one at i.
func (r *reader) about(i int) []place {
	out := []place{{at: i}}
	from := 0
	for h, n := i, 0; n < maxDepth; n++ {
		t, up := r.Tok(h), r.Head(h)
		if up < 0 {
			break
		}
		switch {
		case t.Is("conj") && r.Kid(h, "nsubj") < 0, t.Is("xcomp"), t.Is("obj") && r.nominal(h) && light[r.Tok(up).Lemma]:
		case t.Is("ccomp") && r.reports(up):
			from = max(from, up) // what follows the cue is said, what precedes it may be the author's
		default:
			up = -1
		}
		if up < 0 {
			break
		}
		h = up
		out = append(out, place{at: h, from: from})
	}
	for h, n := i, 0; n < 4; n++ {
		x := r.Kid(h, "xcomp", "ccomp")
		if x <= h || n == 0 && !r.wants(h) && !r.refuses(h) && r.Tok(h).UPOS != "ADJ" && r.lex.signs["verb"][r.Tok(h).Lemma].so != "a" {
			break
		}
		h = x
		out = append(out, place{at: h, wanted: true})
	}
	return out
}

// reports reports whether the verb at h says or thinks what it governs.
func (r *reader) reports(h int) bool {
	so := r.lex.signs["verb"][r.Tok(h).Lemma].so
	return so == "r" || so == "r-" || r.wants(h)
}

// wants reports whether the verb at h wants, promises or agrees to what it governs.
func (r *reader) wants(h int) bool {
	kind := "verb"
	if r.Tok(h).UPOS == "ADJ" {
		kind = "adj"
	}
	so := r.lex.signs[kind][r.Tok(h).Lemma].so
	return so == "f" || so == "g"
}

// bounded cuts a condition so that it starts at its mark and does not hold the
// predicate that hangs on it.
func (r *reader) bounded(lo, hi, pred int) (int, int, bool) {
	if before := r.Tok(lo - 1).Lower; before == "even" || before == "only" {
		lo--
	}
	if pred >= lo && pred < hi {
		hi = pred
		for k := lo; k < pred; k++ {
			if r.Tok(k).Text == "," {
				hi = k
			}
		}
	}
	for k := lo + 3; k < hi; k++ {
		if r.Tok(k).Text == "," && r.aside(k+1) {
			hi = k
		}
	}
	for hi > lo && (r.Tok(hi-1).UPOS == "PUNCT" || r.Tok(hi-1).UPOS == "CCONJ") {
		hi--
	}
	return lo, hi, hi > lo+1
}

// nounAfter returns the head of the noun phrase that starts at k, or -1.
func (r *reader) nounAfter(k int) int {
	for n := 0; n < 8 && k < len(r.Tokens); k, n = k+1, n+1 {
		switch r.Tok(k).UPOS {
		case "NOUN", "PROPN":
			for h := r.Head(k); h > k && r.Tok(k).Is("compound", "amod", "flat", "nmod:poss"); h = r.Head(k) {
				k = h
			}
			return k
		case "VERB", "PUNCT":
			return -1
		}
	}
	return -1
}

// hangs reports whether noun n hangs on h, through at most three nouns.
func (r *reader) hangs(n, h int) bool {
	for k := 0; k < 4 && n >= 0; k++ {
		if n == h {
			return k > 0
		}
		n = r.Head(n)
	}
	return false
}

// aside reports whether what stands at k, behind a comma, tells of the whole that
// came before: ", which", ", a move that analysts fear".
func (r *reader) aside(k int) bool {
	if x := r.Tok(k).XPOS; x == "WDT" || x == "WP" {
		return true
	}
	that := r.Tok(k + 2).Lower
	return r.Tok(k).UPOS == "DET" && r.Tok(k+1).UPOS == "NOUN" && (that == "that" || that == "which")
}
