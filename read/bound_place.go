package read

import (
	"slices"
	"strings"

	"tocsin"
	"tocsin/read/act"
	"tocsin/read/text"
	"tocsin/read/when"
	"tocsin/read/where"
)

// A place is kept where the words say that the thing told of happened there. What
// leads to a place, what an ellipsis leaves to others and what an earlier deed did
// there say nothing of it.

// strays reports a place of the item's sentence that is said of something else.
func (a *assembler) strays(it *act.Item, f *where.Found) bool {
	return a.whither(it, f) || a.elided(it, f) || a.ofPaper(f) || a.earlier(it, f) || a.thereafter(it, f) ||
		it.Kind == tocsin.KindAim && (f.Case == "" || f.Case == "from") && f.Kind == "country"
}

// paths are what leads to a place without being there.
var paths = strings.Fields("road highway route motorway railway line track path pipeline corridor street bridge flight link access gateway")

// whither reports the far end of a path: "blocked the road to the state capital, X",
// "wants a corridor to the exclave of X", not "on the road to X", which is near it.
func (a *assembler) whither(it *act.Item, f *where.Found) bool {
	if f.Place.Relation != "" || f.Place.Role == "to" {
		return false
	}
	s := &a.doc.Sentences[f.Sent]
	t, k := s.Tokens, f.Lo-1
	for n := 0; k > 0 && n < 8; n++ {
		w := &t[k]
		next := t[k+1].Text
		if w.UPOS != "DET" && w.UPOS != "ADJ" && w.UPOS != "PROPN" && !(w.UPOS == "NOUN" && (next == "," || next == "of" || t[k+1].UPOS == "NOUN")) &&
			!((w.Text == "," || w.Lower == "of") && t[k-1].UPOS == "NOUN") {
			break
		}
		k--
	}
	return k > 0 && t[k].Lower == "to" && s.LemmaIs(k-1, paths...) && k-1 != it.Pred
}

// elided reports a place of others than those told of, whose verb is left out: "two
// were killed in X, one in Y and another in Z", "three soldiers in X and a child in Y".
func (a *assembler) elided(it *act.Item, f *where.Found) bool {
	s := &a.doc.Sentences[f.Sent]
	t, k := s.Tokens, f.Lo-1
	for k > it.Pred && (t[k].UPOS == "DET" || t[k].UPOS == "ADJ" || where.Local(t[k].Lower) || t[k].Lower == "of") {
		k--
	}
	if k <= it.Pred+2 || t[k].UPOS != "ADP" || t[k].Lower == "of" || f.Place.Relation != "" {
		return false
	}
	head, counted := k-1, false
	for k--; k > it.Pred && (t[k].UPOS == "NOUN" || t[k].UPOS == "ADJ" || t[k].UPOS == "NUM" || t[k].UPOS == "DET" || t[k].Lower == "one"); k-- {
		w := t[k].Lower
		_, number := act.Number(w)
		counted = counted || t[k].UPOS == "NUM" || number || w == "another" || w == "others" || w == "a" || w == "an"
	}
	if !counted || k == head || where.Local(t[head].Lower) || a.timeOver(f.Sent, head) || t[k].Text != "," && t[k].UPOS != "CCONJ" {
		return false
	}
	return slices.ContainsFunc(t[it.Pred+1:k], func(w text.Token) bool { return w.UPOS == "PROPN" })
}

// timeOver reports a token within a time that was found.
func (a *assembler) timeOver(sent, tok int) bool {
	return slices.ContainsFunc(a.when, func(w when.Found) bool { return w.Sent == sent && w.Kind != when.Anchor && tok >= w.Lo && tok < w.Hi })
}

// ofPaper reports the town of a dateline that only a colon parts from the story, the
// one sentence of the text that begins so: "Imphal: Three men were killed on the border".
func (a *assembler) ofPaper(f *where.Found) bool {
	opens := func(i int) bool {
		t := a.doc.Sentences[i].Tokens
		for k := range t[:min(len(t), 4)] {
			if t[k].Text == ":" {
				return k > 0
			}
			if t[k].UPOS != "PROPN" {
				return false
			}
		}
		return false
	}
	t := a.doc.Sentences[f.Sent].Tokens
	if f.Lo > 0 || f.Hi >= len(t) || t[f.Hi].Text != ":" || f.Kind == "country" || f.Kind == "admin" || f.Kind == "region" {
		return false
	}
	for i := range a.doc.Sentences {
		if i != f.Sent && opens(i) {
			return false // the heads of a bulletin's paragraphs
		}
	}
	return true
}

// earlier reports the place of an earlier deed that is not of the kind that goes on
// where the first was done: "lifted the curfew in X and suspended an inspector".
func (a *assembler) earlier(it *act.Item, f *where.Found) bool {
	if f.Hi > it.Pred || slices.Contains(roughs, it.Act) {
		return false
	}
	s := &a.doc.Sentences[it.Sent]
	c := s.ClauseOf(it.Pred)
	for n := 0; c >= 0 && s.Clauses[c].Kind != "conj" && n < 4; n++ {
		c = s.Clauses[c].Parent
	}
	if c < 0 || s.Clauses[c].Parent < 0 {
		return false
	}
	verb := s.Clauses[c].Verb
	return s.Clauses[s.Clauses[c].Parent].Verb < f.Lo && f.Hi <= verb &&
		slices.ContainsFunc(s.Tokens[f.Hi:verb], func(t text.Token) bool { return t.UPOS == "CCONJ" })
}

// rough reports a deed that harms or drives out, named by the noun at a token.
func (a *assembler) rough(sent, tok int) bool {
	return slices.ContainsFunc(a.acts, func(o act.Item) bool {
		return o.Sent == sent && o.Pred == tok && slices.Contains(roughs, o.Act)
	})
}

// roughs are acts in the course or wake of which others happen on the spot.
var roughs = []string{"assault", "abduction", "destruction", "arrest", "clash", "displacement"}

// thereafter reports the place of something that is no deed, after which the item came:
// "a truce was announced after a meeting in X".
func (a *assembler) thereafter(it *act.Item, f *where.Found) bool {
	s := &a.doc.Sentences[f.Sent]
	if f.Lo <= it.Pred {
		return false
	}
	for i, n := f.Head, 0; n < 6; n++ {
		h := s.Tokens[i].Head
		if h <= it.Pred || !s.Tokens[i].Is("nmod", "conj", "appos", "compound", "flat", "list") || s.Tokens[h].UPOS != "NOUN" && s.Tokens[h].UPOS != "PROPN" {
			return false
		}
		if a.timeOver(f.Sent, h) || s.Tokens[h].XPOS == "NN" && s.Child(h, "det", "amod", "compound", "nmod:poss") < 0 || a.rough(f.Sent, h) {
			return false // "before dawn near X"; "were displaced following attacks in X"
		}
		if c := s.Child(h, "case"); c >= 0 && !where.Local(s.Tokens[h].Lower) && slices.Contains([]string{"after", "before", "following", "since", "ahead", "despite"}, s.Tokens[c].Lower) {
			return true
		}
		i = h
	}
	return false
}

// headed reports a town that heads an item of a list, before its colon, where the item
// itself names another: "14 May, Bunia: gunmen attacked a camp at Drodro".
func (a *assembler) headed(it *act.Item, f *where.Found) bool {
	t := a.doc.Sentences[f.Sent].Tokens
	k := f.Hi
	for k < it.Pred && t[k].Text != ":" {
		k++
	}
	if k >= it.Pred || f.Kind == "country" || f.Place.Role == "in" || slices.ContainsFunc(t[:k], func(x text.Token) bool { return x.Finite() }) {
		return false
	}
	return slices.ContainsFunc(a.where, func(g where.Found) bool {
		return g.Sent == f.Sent && g.Lo > k && g.Kind != "country" && slices.Contains([]string{"at", "in", "near", "outside", "on"}, g.Case)
	})
}

// measuredOff reports what stands before "a day after" or "hours before" and the
// predicate's own clause behind it: "was found near Gao on Thursday, a day after the army
// arrested two men".
func (a *assembler) measuredOff(sent, pred, tok int) bool {
	t := a.doc.Sentences[sent].Tokens
	for k := pred - 1; k > tok+1; k-- {
		if t[k].UPOS == "VERB" && t[k].Finite() || t[k].Text == ";" {
			return false
		}
		if w := t[k].Lower; w == "after" || w == "before" {
			return slices.Contains([]string{"minute", "hour", "day", "week", "month", "year"}, t[k-1].Lemma)
		}
	}
	return false
}

// hadBefore reports a place or a time behind a relative clause in the past perfect, which
// has it: "killed a priest it had abducted in Pemba in April".
func (a *assembler) hadBefore(sent, pred, tok int) bool {
	s := &a.doc.Sentences[sent]
	if s.Tokens[pred].XPOS != "VBD" {
		return false
	}
	return slices.ContainsFunc(s.Clauses, func(cl text.Clause) bool {
		return cl.Verb > pred+1 && cl.Verb < tok && (cl.Kind == "relcl" || cl.Kind == "acl") && slices.ContainsFunc(cl.Aux, func(k int) bool { return s.Tokens[k].Lower == "had" && k > pred }) &&
			!slices.ContainsFunc(s.Tokens[cl.Verb:tok], func(t text.Token) bool { return t.Text == "," })
	})
}
