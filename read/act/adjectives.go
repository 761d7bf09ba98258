package act

import (
	"slices"

	"tocsin"
	"tocsin/read/text"
)

// involved makes the tie of "officers involved in the coup", "a group implicated
// in the attack": those it is said of have a part in the event, or belong to the
// body.
func (e *extractor) involved(tok int) {
	t := &e.s.Tokens[tok]
	if t.Lower != "involved" && t.Lower != "implicated" || t.Head < 0 || t.Rel != "amod" || t.Head > tok || !e.canAct(t.Head) {
		return
	}
	for _, c := range e.s.Children(tok) {
		if e.caseOf(c) != "in" {
			continue
		}
		it := e.new("adjective involved", tocsin.KindTie, tok)
		it.Actors = []Arg{e.arg(t.Head)}
		it.Cover = append(it.Cover, t.Head, c)
		m, ok := e.Who.At(e.sent, c)
		switch {
		case len(e.Book.Noun(e.s.Tokens[c].Lemma)) > 0 && !e.canAct(c):
			it.Rel = "party_to"
			it.Content = e.nounContent(c, 1)
			e.spent[c] = false
		case ok && m.How == "named" && isBody(m.Type), e.operation(c):
			it.Rel = "member_of"
			it.Recipients = []Arg{e.arg(c)}
		default:
			continue
		}
		e.add(it)
	}
}

// operation reports whether the token heads the name of an operation or mission.
func (e *extractor) operation(tok int) bool {
	t := &e.s.Tokens[tok]
	return (t.Lemma == "operation" || t.Lemma == "Operation" || t.Lemma == "mission") && isUpper(t.Text)
}

// led makes the tie of "the French-led Operation Barkhane", "the Saudi-led
// coalition": a state leads a body.
func (e *extractor) led(tok int) {
	t := &e.s.Tokens[tok]
	if t.Lower != "led" || tok < 2 || e.s.Tokens[tok-1].Text != "-" || t.Head <= tok || !isUpper(e.s.Tokens[tok-2].Text) {
		return
	}
	if !e.canAct(t.Head) && !e.operation(t.Head) {
		return
	}
	if m, ok := e.mention(t.Head); ok && m.How == "nominal" && m.Type == "people" {
		return // "French-led forces" are any forces that the French led
	}
	it := e.new("adjective led", tocsin.KindTie, t.Head)
	it.Rel, it.Polarity, it.Degree = "leads", "is", "certain" // whoever speaks of the body
	lo := tok - 2
	for lo > 0 && e.s.Tokens[lo-1].UPOS == "PROPN" && isUpper(e.s.Tokens[lo-1].Text) {
		lo-- // "the United Nations-led mission"
	}
	it.Actors = []Arg{{Head: tok - 2, Lo: lo, Hi: tok - 1}}
	it.Recipients = []Arg{e.arg(t.Head)}
	it.Cover = append(it.Cover, lo, tok)
	e.add(it)
}

// foremost makes the standing of "the two main jihadist groups, X and Y": what
// an apposition says of the names.
func (e *extractor) foremost(tok int) {
	t := &e.s.Tokens[tok]
	if t.Head <= tok || t.Rel != "amod" || !slices.Contains([]string{"main", "leading", "largest", "biggest", "principal", "dominant", "foremost"}, t.Lower) {
		return
	}
	for _, c := range e.s.Children(t.Head) {
		if e.s.Tokens[c].Rel != "appos" || c < t.Head || e.isPlace(c) || slices.ContainsFunc(e.s.Tokens[t.Head:c], func(x text.Token) bool { return x.UPOS == "ADP" }) {
			continue // "the main road to the capital, Gusau"
		}
		it := e.new("foremost", tocsin.KindTrait, t.Head)
		it.Rel = "salience"
		lo, hi := e.s.NP(t.Head)
		lo = e.skipDet(lo, t.Head)
		it.Value = &tocsin.Value{Text: e.s.SpanOf(lo, min(hi, t.Head+1)).In(e.Doc.Text)}
		it.Cover = append(it.Cover, lo, t.Head)
		for _, n := range e.withConj(c) {
			if e.canAct(n) {
				it.Actors = append(it.Actors, e.arg(n))
				it.Cover = append(it.Cover, n)
			}
		}
		if len(it.Actors) > 0 {
			e.add(it)
		}
	}
}
