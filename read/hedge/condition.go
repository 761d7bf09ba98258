package hedge

import (
	"strings"

	"tocsin"
)

// condition finds what the predicate at i hangs on: an if-clause or an "in the
// event of" beside it or beside the predicate it is coordinated with; "after"
// and "once" only for what is to come; "because" for what is so.
func (r *reader) condition(i int, st state, depth int) *tocsin.Condition {
	if st.hyp && !st.counter {
		return nil
	}
	var weak *tocsin.Condition
	seen := map[int]bool{}
	for h := i; h >= 0 && depth < maxDepth && !seen[h]; depth++ {
		seen[h] = true
		for m := range r.Tokens {
			lo, hi, kind, ok := r.conditionAt(m, h, i)
			if !ok || kind == "after" && !st.future {
				continue
			}
			c := &tocsin.Condition{Span: r.SpanOf(lo, hi), Kind: kind}
			c.Text = c.Span.In(r.doc.Text)
			if kind == "if" || kind == "unless" {
				return c
			}
			if weak == nil {
				weak = c
			}
		}
		switch {
		case r.Tok(h).Is("conj") && r.Kid(h, "nsubj") < 0:
			h = r.Head(h)
		case r.Tok(h).Is("xcomp"):
			h = r.Head(h)
		default:
			h = -1
		}
	}
	return weak
}

// conditionAt reads the condition that token m opens and predicate h governs,
// as tokens [lo,hi). pred is the predicate asked about: it is never inside.
func (r *reader) conditionAt(m, h, pred int) (lo, hi int, kind string, ok bool) {
	t := r.Tok(m)
	if kind = r.lex.cues["mark"][t.Lower]; kind != "" && (t.Is("mark", "advmod", "case") || t.UPOS == "SCONJ") {
		v := r.Head(m)
		if v < 0 || v == pred || r.Head(v) != h || !r.Tok(v).Is("advcl") {
			return 0, 0, "", false
		}
		if t.Lower == "since" || t.Lower == "as" || t.Lower == "when" {
			if t.Lower != "when" {
				return 0, 0, "", false // time or comparison as often as reason
			}
		}
		return r.bounded(min(m, r.Lo[v]), r.Hi[v], m, pred, kind)
	}
	for _, p := range r.lex.phrase[t.Lower] {
		if !r.Reads(m, p...) {
			continue
		}
		noun := r.nounAfter(m + len(p))
		if noun < 0 || !r.hangs(noun, h) {
			continue
		}
		return r.bounded(m, r.Hi[noun], m, pred, r.lex.cues["phrase"][strings.Join(p, "_")])
	}
	return 0, 0, "", false
}

// bounded cuts a condition so that it starts at its mark and does not hold the
// predicate that hangs on it.
func (r *reader) bounded(lo, hi, mark, pred int, kind string) (int, int, string, bool) {
	lo = mark
	if mark > 0 && r.Tok(mark-1).Lower == "even" || r.Tok(mark-1).Lower == "only" {
		lo = mark - 1
	}
	if pred >= lo && pred < hi {
		hi = pred
		for k := lo; k < pred; k++ {
			if r.Tok(k).Text == "," {
				hi = k
			}
		}
	}
	for hi > lo && (r.Tok(hi-1).UPOS == "PUNCT" || r.Tok(hi-1).UPOS == "CCONJ") {
		hi--
	}
	return lo, hi, kind, hi > lo+1
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

// inverted reports whether the predicate at i is that of a condition without
// "if": "Had the guard attacked the palace, the president would have fled."
func (r *reader) inverted(i int) bool {
	switch r.Tok(0).Lower {
	case "had", "were", "should":
	default:
		return false
	}
	comma := -1
	for k := range r.Tokens {
		switch {
		case r.Tok(k).Text == "?":
			return false
		case r.Tok(k).Text == "," && comma < 0:
			comma = k
		case comma > i && (r.Tok(k).Lower == "would" || r.Tok(k).Lower == "could" || r.Tok(k).Lower == "will" || r.Tok(k).Lower == "might"):
			return i < comma && r.Tok(1).UPOS != "VERB"
		}
	}
	return false
}
