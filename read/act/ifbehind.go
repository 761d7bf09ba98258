package act

import (
	"slices"

	"tocsin"
)

// proviso gives what somebody wants or expects the condition that stands behind it,
// where the tree has hung it elsewhere: "was willing to talk but only if the blockade
// ended", "would leave once all of them were free".
func (e *extractor) proviso(it *Item) {
	if it.Condition != nil || it.Kind != tocsin.KindOutlook && it.Kind != tocsin.KindAim || e.assess(it.Pred).Condition != nil {
		return
	}
	it.Condition = e.ifBehind(max(it.Pred, it.innermost()))
}

// ifBehind returns the condition behind a predicate where no other finite verb and no
// new clause stands between them.
func (e *extractor) ifBehind(verb int) *tocsin.Condition {
	for t := verb + 1; t+2 < len(e.s.Tokens); t++ {
		k := &e.s.Tokens[t]
		kind := e.condAt(t)
		switch {
		case kind == "" && (k.Text == ";" || k.Text == ":" || k.Finite() || k.UPOS == "CCONJ" && e.s.Tokens[t+1].UPOS == "VERB"):
			return nil // "ordered them to leave and threatened arrest if"
		case kind == "":
			continue
		}
		hi := t + 1
		for verbs := 0; hi < len(e.s.Tokens)-1; hi++ {
			x := &e.s.Tokens[hi]
			if x.UPOS == "VERB" || x.UPOS == "AUX" || kind == "return" {
				verbs++
			}
			if verbs > 0 && x.UPOS == "PUNCT" && x.Text != "-" {
				break
			}
		}
		if kind == "return" {
			kind = "if"
		}
		if e.s.Tokens[t-1].Lower == "only" {
			t--
		}
		span := e.s.SpanOf(t, hi)
		return &tocsin.Condition{Text: span.In(e.Doc.Text), Span: span, Kind: kind}
	}
	return nil
}

// condAt returns the kind of the condition that token t opens, "" for none; "return"
// is that of a phrase.
func (e *extractor) condAt(t int) string {
	toks := e.s.Tokens
	before, next := toks[t-1].Lemma, toks[t+1].Lower
	opens := toks[t+1].UPOS == "DET" || toks[t+1].UPOS == "PRON" || toks[t+1].UPOS == "NOUN" || toks[t+1].UPOS == "PROPN"
	switch toks[t].Lower {
	case "if", "unless":
		if t > 1 && toks[t-2].Lower == "or" || slices.Contains([]string{"as", "even", "see", "ask", "decide", "know", "wonder"}, before) {
			return ""
		}
		return toks[t].Lower
	case "once":
		if opens && before != "at" && before != "for" {
			return "after"
		}
	case "when", "after":
		if before == "only" {
			return "after"
		}
	case "provided", "providing", "assuming":
		if next == "that" || opens && toks[t].Lower == "provided" && toks[t].Rel != "acl" && e.finiteSoon(t+1) {
			return "if"
		}
	case "on":
		if next == "condition" && toks[t+2].Lower == "that" {
			return "if"
		}
	case "in":
		if (next == "return" || next == "exchange") && toks[t+2].Lower == "for" {
			return "return"
		}
	}
	return ""
}

// finiteSoon reports a finite verb behind token t before the next mark.
func (e *extractor) finiteSoon(t int) bool {
	for ; t < len(e.s.Tokens) && e.s.Tokens[t].UPOS != "PUNCT"; t++ {
		if e.s.Tokens[t].Finite() {
			return true
		}
	}
	return false
}
