package read

import (
	"slices"
	"strings"

	"tocsin/read/act"
	"tocsin/read/text"
	"tocsin/read/when"
	"tocsin/read/where"
	"tocsin/read/who"
)

// A place or a time that is bound to a predicate stays only where nothing between
// the two says that it belongs to something else.

// clear drops the places and the time of an item, and of its content, that stand in
// another clause of the sentence.
func (a *assembler) clear(it *act.Item) {
	for ; it != nil; it = it.Content {
		it.Places = slices.DeleteFunc(slices.Clone(it.Places), func(sp act.Spot) bool {
			f := &a.where[sp.Index]
			return f.Sent == it.Sent && (a.apart(it.Sent, it.Pred, f.Head) || a.part(it.Sent, it.Pred, f.Lo) || a.homeOf(it, f.Head) || a.farFrom(it.Sent, f.Head) || a.somebody(f) || a.hailing(it, f) || a.strays(it, f) || a.outward(it, f) || a.holdsNear(f) || a.headed(it, f) || a.measuredOff(it.Sent, it.Pred, f.Head) || a.hadBefore(it.Sent, it.Pred, f.Lo))
		})
		if it.When >= 0 {
			f := &a.when[it.When]
			if f.Sent == it.Sent && (a.apart(it.Sent, it.Pred, f.Head) || a.following(it, f.Head) || a.toldOf(it, f.Head) || a.sinceThen(it, f) || a.verbsDay(it, f) || a.saidDay(it, f) || a.record(it, f) || a.onwards(f) || a.misdated(it, f) || a.measuredOff(it.Sent, it.Pred, f.Hi) || a.hadBefore(it.Sent, it.Pred, f.Lo) || a.gone(it, f)) {
				it.When = -1
			}
		}
	}
}

// apart reports whether a semicolon, or a conjunction and another finite verb, parts
// the token from the predicate: "was freed; five died in X", "fell ill in X and has
// been in Y".
func (a *assembler) apart(sent, pred, tok int) bool {
	s := &a.doc.Sentences[sent]
	lo, hi := min(pred, tok), max(pred, tok)
	quoted := false
	for k := lo + 1; k < hi; k++ {
		t := &s.Tokens[k]
		quoted = quoted != (t.Text == "\"" || t.Text == "“" || t.Text == "”")
		switch {
		case t.Text == ";" && !quoted:
			return true
		case t.UPOS == "CCONJ" && tok > pred && finite(s, k+1, tok):
			return true
		case t.UPOS == "CCONJ" && tok < pred && s.Tokens[k-1].Text == "," && a.dayAt(sent, k+1, pred):
			return true // "near X, and in March soldiers fired"
		case t.UPOS == "CCONJ" && tok < pred && s.Tokens[k-1].Text == "," && finite(s, 0, tok) && finite(s, k, pred+1) && subject(s, k, pred):
			return true
		}
	}
	return false
}

// dayAt reports a time that opens what stands from token k on, with more before pred.
func (a *assembler) dayAt(sent, k, pred int) bool {
	return slices.ContainsFunc(a.when, func(f when.Found) bool {
		return f.Sent == sent && (f.Lo == k || f.Lo == k+1 && a.doc.Sentences[sent].Tokens[k].UPOS == "ADP") && f.Hi < pred && f.When.From != 0
	})
}

// finite reports whether a verb that can only open a clause's predicate stands in
// [lo,hi), with no new mark of subordination before it.
func finite(s *text.Sentence, lo, hi int) bool {
	for k := max(lo, 0); k < hi && k < len(s.Tokens); k++ {
		switch t := &s.Tokens[k]; {
		case t.XPOS == "WDT" || t.XPOS == "WP" || t.XPOS == "WRB" || t.UPOS == "SCONJ":
			return false
		case t.Finite():
			return true
		}
	}
	return false
}

// subject reports whether a noun stands right of the conjunction at k, before pred.
func subject(s *text.Sentence, k, pred int) bool {
	return slices.ContainsFunc(s.Tokens[k:pred], func(t text.Token) bool { return t.Is("nsubj") })
}

// part reports whether the place at tok is that of some of those told of: "seven
// died, including a boy in Mango", "eight of them in Y".
func (a *assembler) part(sent, pred, tok int) bool {
	s := &a.doc.Sentences[sent]
	for k := pred + 1; k < tok; k++ {
		if w := s.Tokens[k].Lower; w == "including" || w == "them" && s.Tokens[k-1].Lower == "of" {
			return true
		}
	}
	return false
}

// somebody reports a name that who took for a person's, behind a preposition that may
// lead to a person ("lost the vote to Obama"), and a country that is a side of
// something ("the conflict between Israel and the Palestinians").
func (a *assembler) somebody(f *where.Found) bool {
	if f.Case == "between" && f.Kind == "country" && !strings.HasPrefix(f.Place.Relation, "border") {
		return true
	}
	if strings.HasPrefix(f.Case, "'") || strings.HasPrefix(f.Case, "’") {
		return slices.ContainsFunc(a.who.Mentions, func(m who.Mention) bool {
			return m.Type == "person" && strings.HasSuffix(m.Text, " "+f.Place.Text)
		}) // "Rubio's attack", where Marco Rubio is told of
	}
	m, ok := a.mentionAt(f.Sent, f.Head)
	return ok && m.Type == "person" && (f.Case == "to" || f.Case == "from" || f.Case == "for")
}

// farFrom reports a place within the phrase from which a distance is measured: "four
// kilometres from the general's home in Y".
func (a *assembler) farFrom(sent, tok int) bool {
	s := &a.doc.Sentences[sent]
	if s.Child(tok, "case") < 0 {
		return false // "25 km from X, Y Prefecture"
	}
	for i, n := s.Tokens[tok].Head, 0; i >= 0 && n < len(s.Tokens); i, n = s.Tokens[i].Head, n+1 {
		c := s.Child(i, "case")
		if h := s.Tokens[i].Head; c >= 0 && s.Tokens[c].Lower == "from" && h >= 0 && s.LemmaIs(h, "kilometre", "kilometer", "km", "mile", "metre", "meter") {
			return true
		}
		if s.Tokens[i].UPOS == "VERB" {
			return false
		}
	}
	return false
}

// homeOf reports whether the place at tok only says where somebody is from: "the
// death of a Brooklyn man".
func (a *assembler) homeOf(it *act.Item, tok int) bool {
	s := &a.doc.Sentences[it.Sent]
	t := &s.Tokens[tok]
	if tok+1 >= len(s.Tokens) || tok+1 == it.Pred || t.UPOS != "PROPN" || s.Tokens[tok+1].UPOS != "NOUN" {
		return false
	}
	switch s.Tokens[tok+1].Lemma {
	case "man", "woman", "boy", "girl", "resident", "native", "teenager", "couple", "family", "father", "mother":
		return true
	}
	return false
}

// verbsDay reports a weekday without a preposition behind a noun of which somebody only
// speaks: "criticised the investigation Friday" says when he did.
func (a *assembler) verbsDay(it *act.Item, f *when.Found) bool {
	s := &a.doc.Sentences[it.Sent]
	if s.Tokens[it.Pred].UPOS != "NOUN" || f.Lo <= it.Pred || s.Tokens[f.Lo].UPOS != "PROPN" || f.When.Precision != "day" || s.Tokens[f.Lo-1].UPOS == "ADP" {
		return false
	}
	top := it.Pred
	for n := 0; n < 6 && s.Tokens[top].Is("nmod", "compound", "conj") && s.Tokens[top].Head >= 0; n++ {
		top = s.Tokens[top].Head
	}
	h := s.Tokens[top].Head
	return s.Tokens[top].Is("obj", "obl") && h >= 0 && s.Tokens[h].UPOS == "VERB" && !s.LemmaIs(h, befalling...) && !s.LemmaIs(h, killing...) && !s.LemmaIs(h, harming...)
}

// sinceThen reports "since" and a time beside an active verb in the simple past, which
// cannot mean that: "met the wife of a man held since 2012".
func (a *assembler) sinceThen(it *act.Item, f *when.Found) bool {
	s := &a.doc.Sentences[it.Sent]
	return (s.Tokens[f.Lo].Lower == "since" || f.Lo > 0 && s.Tokens[f.Lo-1].Lower == "since") && it.Pred < f.Lo &&
		s.Tokens[it.Pred].XPOS == "VBD" && !slices.ContainsFunc(s.ChildrenBy(it.Pred, "aux", "aux:pass"), func(int) bool { return true })
}

// toldOf reports a time in a clause that tells what became of the event later, or what
// was said of it: "talks, broken off in January", "an attack that the group claimed on
// Monday", not "an attack carried out on Monday".
func (a *assembler) toldOf(it *act.Item, tok int) bool {
	s := &a.doc.Sentences[it.Sent]
	c := s.ClauseOf(tok)
	if c < 0 || s.Tokens[it.Pred].UPOS != "NOUN" {
		return false
	}
	cl := &s.Clauses[c]
	if cl.Kind != "acl" && cl.Kind != "relcl" || cl.Verb == it.Pred || s.Tokens[cl.Verb].Head != it.Pred || s.LemmaIs(cl.Verb, "be") || cl.Mark == "to" {
		return false
	}
	if p := s.Child(cl.Verb, "compound:prt"); p >= 0 && s.Tokens[p].Lower != "off" {
		return false // broke out, carried out
	}
	return !s.LemmaIs(cl.Verb, befalling...) && !s.LemmaIs(cl.Verb, killing...) && !s.LemmaIs(cl.Verb, harming...)
}

// befalling are verbs of an event itself: it happens, is done or does harm.
var befalling = strings.Fields("occur happen take begin start last continue erupt stage launch mount hold conduct commit perpetrate leave claim hit strike target destroy rock shake see make organise organize plan call fight run involve shoot result displace force oust topple schedule")

// following reports whether the predicate is what the dated thing came after: "was
// released on 8 June following mediation", "the massacre follows a bloody November".
func (a *assembler) following(it *act.Item, tok int) bool {
	s := &a.doc.Sentences[it.Sent]
	if h := s.Tokens[tok].Head; h >= 0 && s.Tokens[tok].Is("obj") && (s.Tokens[h].Lemma == "follow" || s.Tokens[h].Lemma == "precede") {
		return true
	}
	if s.Tokens[it.Pred].UPOS != "NOUN" || tok > it.Pred {
		return false
	}
	for k := it.Pred - 1; k > tok && k > it.Pred-5; k-- {
		if w := s.Tokens[k].Lower; (w == "following" || w == "after") && s.Tokens[k-1].Text != "," {
			return true
		}
	}
	return false
}
