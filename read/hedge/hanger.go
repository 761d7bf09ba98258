package hedge

import "strings"

// A hanger is a condition in the sentence: tokens [lo,hi), its kind, the head of
// its own clause (-1 for a phrase), and the predicates that hang on it.
type hanger struct {
	lo, hi, head int
	kind         string
	govs         []int
}

// hangers finds the conditions of the sentence. With open, the predicate asked
// about is not settled, so that a "without" may be what it hangs on: nobody is
// released only if there is no charge.
func (r *reader) hangers(open bool) []hanger {
	var out []hanger
	for m := range r.Tokens {
		if g, ok := r.inversion(m); ok {
			out = append(out, g)
		} else if g, ok := r.opened(m); ok {
			out = append(out, g)
		} else if g, ok := r.phrased(m, open); ok {
			out = append(out, g)
		}
	}
	return out
}

// opened reads the clause that token m opens: "if", "unless", "as long as",
// "provided", "once".
func (r *reader) opened(m int) (hanger, bool) {
	kind, next := r.opener(m)
	if kind == "" || m > 1 && r.Tok(m-2).Lower == "or" && (r.Tok(m-1).XPOS == "RBR" || r.Tok(m-1).XPOS == "JJR") {
		return hanger{}, false // "on Monday or earlier if they agree": on Monday in any case
	}
	if g, ok := r.participle(m, next); ok {
		return g, true
	}
	v := r.Head(next)
	if g, ok := r.insertion(m, v, kind); ok {
		return g, true
	}
	if comma := r.commaAfter(next + 1); m == 0 && comma > 0 && (v < 0 || v > comma || v < next) && r.firstClause(next+1) > comma {
		// The tree has lost the clause of the condition: "Provided the truce holds,".
		if c := r.consequent(comma + 1); c >= 0 && comma > next+2 {
			return hanger{lo: m, hi: comma, head: -1, kind: kind, govs: []int{c}}, true
		}
	}
	if t := r.Tok(v); v < next || !r.IsVerb(v) && r.Kid(v, "cop") < 0 && r.Clause(v) == nil || !t.Is("advcl") {
		if v = r.firstClause(next + 1); v < 0 || v > next+14 || !r.fronts(m) && next == m && !r.beforeClause(m, v) {
			return hanger{}, false
		}
	}
	g := hanger{lo: m, hi: max(r.Hi[v], v+1), head: v, kind: kind}
	gov := r.Head(v)
	if gov >= m && gov <= next {
		gov = r.Head(gov) // "provided that": the clause hangs on the participle
	}
	if r.Tok(m-1).Lower == "only" && r.fronts(m) {
		for k := v + 1; k < len(r.Tokens); k++ {
			if t := r.Tok(k); t.Is("aux") && (t.XPOS == "MD" || t.Lemma == "do") && t.Head > k {
				g.hi, g.govs = k, []int{t.Head} // "Only if they disarm will it talk"
				return g, true
			}
		}
	}
	for n := 0; n < 3 && gov >= 0 && r.Tok(gov).UPOS == "ADV"; n++ {
		gov = r.Head(gov) // "as long as": the tree has the clause under "long"
	}
	if comma := r.commaAfter(v); r.fronts(m) && comma >= 0 {
		if c := r.consequent(comma + 1); c >= 0 {
			g.hi = min(g.hi, comma)
			if g.hi <= v {
				g.hi = comma
			}
			if gov < m {
				gov = -1 // "concerned that unless X, Y may": X is no condition of the concern
			}
			g.govs = append(g.govs, c)
		}
	}
	if gov >= 0 && gov != v {
		g.govs = append(g.govs, gov)
		if c := r.Clause(gov); kind == "unless" && c != nil && c.Kind == "advcl" && c.Mark != "" && r.Head(gov) >= 0 {
			g.govs = append(g.govs, r.Head(gov)) // "will not leave when his term ends unless"
		}
	}
	return g, len(g.govs) > 0
}

// participle reads ", assuming the council agrees": the participle hangs on what
// depends, and the clause on the participle.
func (r *reader) participle(m, next int) (hanger, bool) {
	h, v := r.Head(m), r.firstClause(next+1)
	if m == 0 || r.Tok(m).UPOS != "VERB" || h < 0 || h >= m || v < 0 || r.Head(v) != m {
		return hanger{}, false
	}
	return hanger{lo: m, hi: max(r.Hi[v], v+1), head: v, kind: "if", govs: []int{h}}, true
}

// insertion reads a condition behind what hangs on it where the tree gives it to a
// cue behind both: "is to leave, unless fighting resumes, an aide said".
func (r *reader) insertion(m, v int, kind string) (hanger, bool) {
	if kind != "if" && kind != "unless" || v < m || r.Head(v) < v || !r.reports(r.Head(v)) || m < 3 || r.fronts(m) {
		return hanger{}, false
	}
	g := hanger{lo: m, hi: r.Hi[v], head: v, kind: kind}
	for k := m - 1; k >= 0; k-- {
		if c := r.Clause(k); c == nil || c.Kind == "relcl" || c.Kind == "acl" {
			continue
		}
		g.govs = append(g.govs, k)
		break
	}
	return g, len(g.govs) > 0
}

// beforeClause reports whether token m stands right before an adverbial clause
// headed by v whose conjunction the tree gave to another verb: "only once".
func (r *reader) beforeClause(m, v int) bool {
	c := r.Clause(v)
	return c != nil && c.Kind == "advcl" && c.Lo == m+1 && c.Parent >= 0 && r.lex.cues["mark"][r.Tok(m).Lower] != ""
}

// opener returns the kind of condition that token m opens, and its last token.
func (r *reader) opener(m int) (kind string, last int) {
	t := r.Tok(m)
	switch {
	case (t.Lower == "as" || t.Lower == "so") && r.Tok(m+1).Lower == "long" && r.Tok(m+2).Lower == "as":
		return "if", m + 2
	case t.Lower == "as" && r.Tok(m+1).Lower == "soon" && r.Tok(m+2).Lower == "as":
		return "after", m + 2
	case t.Lower == "on" && (r.Reads(m, "on", "condition", "that") || r.Reads(m, "on", "condition", "of")):
		return "", m
	case t.Lower == "provided" || t.Lower == "providing" || t.Lower == "assuming" || t.Lower == "supposing":
		if r.Tok(m+1).Lower == "that" && !r.IsVerb(m-1) {
			return "if", m + 1
		}
		if m == 0 || r.Tok(m-1).Text == "," && t.Lower != "providing" && r.Tok(m+1).Lower != "by" {
			return "if", m
		}
		return "", m
	case t.Lower == "since" || t.Lower == "as" || t.Lower == "until":
		return "", m // time or comparison as often as reason; what lasts until then does not wait for it
	}
	kind = r.lex.cues["mark"][t.Lower]
	if kind == "" || !t.Is("mark", "advmod", "case") && t.UPOS != "SCONJ" {
		return "", m
	}
	return kind, m
}

// fronts reports whether token m opens what stands before its main clause: at
// the start, behind a mark or a conjunction.
func (r *reader) fronts(m int) bool {
	if before := r.Tok(m - 1).Lower; before == "even" || before == "only" || before == "but" {
		m--
	}
	if m == 0 || r.Tok(m-1).UPOS == "PUNCT" && r.Tok(m-1).Text != "," {
		return true
	}
	switch before := r.Tok(m - 1); before.Lower {
	case "that", "and", "but", "because", "as":
		return before.UPOS == "SCONJ" || before.UPOS == "CCONJ"
	case ",":
		k := r.Tok(m - 2)
		return k.UPOS == "SCONJ" || k.UPOS == "CCONJ" || m < 5
	}
	return false
}

// commaAfter returns the first comma behind token k, or -1.
func (r *reader) commaAfter(k int) int {
	for k++; k < len(r.Tokens); k++ {
		switch r.Tokens[k].Text {
		case ",":
			return k
		case ";":
			return -1
		}
	}
	return -1
}

// firstClause returns the first token from k on that heads a clause and is no
// participle beside a noun, or -1.
func (r *reader) firstClause(k int) int {
	for ; k < len(r.Tokens); k++ {
		if c := r.Clause(k); c != nil && c.Kind != "relcl" && c.Kind != "acl" {
			return k
		}
	}
	return -1
}

// consequent returns the predicate of the main clause that starts at k, behind a
// fronted condition: ", analysts warn," is passed over. It is -1 where none is.
func (r *reader) consequent(k int) int {
	for n := 0; n < 3; n++ {
		subject := false
		for ; k < len(r.Tokens); k++ {
			t := r.Tok(k)
			if c := r.Clause(k); c != nil && subject && (r.Finite(k) || c.Cop >= 0 || len(c.Modals)+len(c.Aux) > 0) {
				break
			}
			if t.Text == ";" {
				return -1
			}
			subject = subject || t.UPOS == "NOUN" || t.UPOS == "PROPN" || t.UPOS == "PRON"
		}
		if k >= len(r.Tokens) {
			return -1
		}
		if r.Tok(k+1).Text != "," || !r.reports(k) {
			return k
		}
		k += 2
	}
	return -1
}

// inversion reads a condition without "if" that token m opens: "Should the court
// refuse, they will march", "Were it to fall, ...", "Had the guard fired, ...".
func (r *reader) inversion(m int) (hanger, bool) {
	t := r.Tok(m)
	switch t.Lower {
	case "should":
	case "had", "were":
		if m > 0 && r.Tok(m-1).UPOS != "PUNCT" {
			return hanger{}, false
		}
	default:
		return hanger{}, false
	}
	if u := r.Tok(m + 1).UPOS; u != "DET" && u != "NOUN" && u != "PROPN" && u != "PRON" && u != "ADJ" && u != "NUM" || r.asks() {
		return hanger{}, false
	}
	if !r.fronts(m) {
		return r.trailing(m)
	}
	verb := m == 0 && t.Lower == "should" // no question: the tree may have lost the verb
	for k := m + 1; k < len(r.Tokens); k++ {
		verb = verb || r.Tok(k).UPOS == "VERB" || r.Tok(k).UPOS == "AUX"
		if r.Tok(k).Text != "," || !verb {
			continue
		}
		c := r.consequent(k + 1)
		if c < 0 || !r.conjectured(k) {
			return hanger{}, false
		}
		return hanger{lo: m, hi: k, head: -1, kind: "if", govs: []int{c}}, true
	}
	return hanger{}, false
}

// conjectured reports whether a modal stands behind token k: the main clause of a
// condition without "if".
func (r *reader) conjectured(k int) bool {
	for k++; k < len(r.Tokens); k++ {
		if r.lex.cues["modal"][r.Tok(k).Lower] != "" {
			return true
		}
	}
	return false
}

// trailing reads "they could march should the court refuse": the subject stands
// behind the "should" of its own clause.
func (r *reader) trailing(m int) (hanger, bool) {
	v := r.Head(m)
	if r.Tok(m).Is("advcl") {
		v = m // the tree took the verb for a noun
	}
	s := r.Kid(v, "nsubj")
	if v < m || s <= m || r.Tok(m).Lower != "should" {
		return hanger{}, false
	}
	g := hanger{lo: m, hi: r.Hi[v], head: v, kind: "if"}
	if h := r.Head(v); h >= 0 && h < m {
		g.govs = []int{h}
	}
	return g, len(g.govs) > 0
}

// asks reports whether the sentence ends in a question mark.
func (r *reader) asks() bool {
	for k := len(r.Tokens) - 1; k >= 0 && r.Tokens[k].UPOS == "PUNCT"; k-- {
		if r.Tokens[k].Text == "?" {
			return true
		}
	}
	return false
}

// inverted reports whether the predicate at i is that of a condition without
// "if", and returns the token that opens it.
func (r *reader) inverted(i int) (int, bool) {
	for m := range min(i, len(r.Tokens)) {
		switch r.Tokens[m].Lower {
		case "should", "had", "were":
			if g, ok := r.inversion(m); ok && i > g.lo && i < g.hi && (g.head < 0 || g.head == i) {
				return m, true
			}
		}
	}
	return 0, false
}

// phrased reads the phrase that token m opens: "in the event of", "without".
func (r *reader) phrased(m int, open bool) (hanger, bool) {
	for _, p := range r.lex.phrase[r.Tok(m).Lower] {
		if !r.Reads(m, p...) {
			continue
		}
		noun := r.nounAfter(m + len(p))
		kind := r.lex.cues["phrase"][strings.Join(p, "_")]
		if noun < 0 || kind == "unless" && (!open || r.manner(noun)) {
			continue
		}
		g := hanger{lo: m, hi: r.Hi[noun], head: -1, kind: kind}
		h := r.Head(noun)
		for n := 0; n < 3 && h >= 0; n++ {
			g.govs = append(g.govs, h)
			if kind == "unless" && r.Clause(h) != nil {
				break
			}
			if kind == "unless" && (r.nominal(h) || r.Tok(noun).Is("nmod")) {
				return hanger{}, false // "a government without a majority"
			}
			h = r.Head(h)
		}
		return g, true
	}
	return hanger{}, false
}

// manner reports whether a noun behind "without" has neither article nor
// adjective: "without charge", "without notice" say how.
func (r *reader) manner(noun int) bool {
	return len(r.Kids[noun]) < 2 && r.Tok(noun).UPOS == "NOUN" && r.Tok(noun).XPOS == "NN"
}
