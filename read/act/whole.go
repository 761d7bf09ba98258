package act

import (
	"slices"
	"strings"

	"tocsin"
	"tocsin/read/says"
	"tocsin/read/text"
)

// What shows that a clause about what may come, is wanted or is asked stands whole
// in the tree: that its subject is the subject of its verb, and that it goes on no
// further than its own words.

// whole reports whether nothing in the words speaks against the subject that the
// tree gives a clause.
func (e *extractor) whole(cl *text.Clause) bool {
	if !e.wellFormed(cl) {
		return false
	}
	switch {
	case len(cl.Subj) == 0:
		return true
	case cl.SubjHow == "shared":
		return e.goesOn(cl)
	case len(cl.Subj) > 1 && !e.oneList(cl):
		return false
	case cl.SubjHow == "controlled" && cl.Parent >= 0 && e.s.Clauses[cl.Parent].SubjHow != "controlled":
		return e.whole(&e.s.Clauses[cl.Parent])
	case cl.SubjHow != "own":
		return true
	}
	last := slices.Max(cl.Subj)
	if last > cl.Verb || cl.Subj[0] > last {
		return true
	}
	lo, _ := e.s.NP(cl.Subj[0])
	start := e.startOf(cl)
	if cl.Cop > last {
		start = min(start, cl.Cop)
	}
	return !e.partOfMore(lo, cl) && !e.commaIn(lo, cl.Subj[0]) && (e.joined(last, start) || e.joined(cl.Subj[0], start))
}

// oneList reports whether the subjects of a clause are one list: each but the
// first is joined to another, none stands behind the "between" of the first ("talks
// between the government and the rebels") or in what only says who they are ("1,800
// people, most of them women and children").
func (e *extractor) oneList(cl *text.Clause) bool {
	for n, t := range cl.Subj[1:] {
		if e.s.Tokens[t].Is("nsubj", "nsubj:pass") && !e.isTime(t) {
			return false
		}
		for k := cl.Subj[n] + 1; k < t; k++ {
			switch e.s.Tokens[k].Lower {
			case "between", "them", "whom":
				return false
			}
		}
	}
	return true
}

// wellFormed reports whether the modals of a clause stand before a bare verb, in
// one run: in "'ll say no," she tweeted" nobody will tweet.
func (e *extractor) wellFormed(cl *text.Clause) bool {
	for _, m := range cl.Modals {
		if m > cl.Verb {
			continue // "will the talks resume"
		}
		for t := m + 1; t <= cl.Verb; t++ {
			k := &e.s.Tokens[t]
			if k.UPOS == "PUNCT" && strings.ContainsAny(k.Text, "\"“”") {
				return false
			}
			if k.UPOS == "AUX" || k.UPOS == "VERB" {
				if (k.XPOS == "VBD" || k.XPOS == "VBZ") && k.Lower != k.Lemma {
					return false
				}
				break
			}
		}
	}
	return true
}

// partOfMore reports whether the subject whose phrase starts at lo is only the end
// of a longer phrase: "talks between the government and the rebels are expected",
// "villagers in Sila and neighbouring Ouaddai may".
func (e *extractor) partOfMore(lo int, cl *text.Clause) bool {
	if lo == 0 {
		return false
	}
	b := lo - 1
	if t := &e.s.Tokens[b]; t.XPOS == "VBG" && t.UPOS == "VERB" && !t.Is("amod", "case", "mark", "cop", "aux") && b != cl.MarkTok && t.Head >= 0 &&
		!e.determined(b) && !slices.ContainsFunc(e.Says, func(a says.Attribution) bool { return a.Sent == e.sent && a.CueTok == b }) {
		return true // "securing the town had foiled"
	}
	switch t := &e.s.Tokens[b]; t.UPOS {
	case "ADP":
		return b != cl.MarkTok && !t.Is("mark", "advmod", "compound:prt", "fixed")
	case "CCONJ":
		return b > 0 && e.isNominal(b-1)
	}
	return false
}

// determined reports whether a determiner or an owner stands before a token.
func (e *extractor) determined(tok int) bool {
	return tok > 0 && (e.s.Tokens[tok-1].UPOS == "DET" || e.s.Tokens[tok-1].XPOS == "POS" || e.s.Tokens[tok-1].XPOS == "PRP$")
}

// commaIn reports whether a comma that parts no adjectives stands inside the
// phrase before its head.
func (e *extractor) commaIn(lo, head int) bool {
	for t := lo + 1; t < head; t++ {
		if e.s.Tokens[t].Text == "," && e.s.Tokens[t-1].UPOS != "ADJ" {
			return true
		}
	}
	return false
}

// joined reports whether what stands between a subject and its verb group belongs
// to the subject: commas come in pairs, or part a list, and no other verb comes
// between but in a clause of the subject's.
func (e *extractor) joined(subj, start int) bool {
	commas, verbs, and := 0, false, false
	for t := subj + 1; t < start; t++ {
		switch k := &e.s.Tokens[t]; {
		case k.Text == ",":
			commas++
		case k.Text == ";" || k.Text == ":":
			return false
		case k.UPOS == "CCONJ":
			and = true
		case k.Finite():
			verbs = true
			if commas%2 == 0 && !e.under(t, subj) {
				return false
			}
		}
	}
	return commas%2 == 0 || and && !verbs
}

// nextClause ends a run that starts at a verb where another main clause begins
// inside it: a comma and a conjunction, a subject and a finite verb.
func (e *extractor) nextClause(verb, hi int) int {
	for t := verb + 1; t+3 < hi; t++ {
		if x := e.s.Tokens[t+2].XPOS; e.s.Tokens[t].Text == "," && e.s.Tokens[t+1].UPOS == "CCONJ" && (x == "VBD" || x == "VBZ") {
			return t // "whether they spoke it, and shot those who did not"
		}
		if e.s.Tokens[t].Text != "," || e.s.Tokens[t+1].UPOS != "CCONJ" || !e.isNominal(t+2) && e.s.Tokens[t+2].UPOS != "DET" && e.s.Tokens[t+2].UPOS != "PRON" {
			continue
		}
		for k := t + 3; k < min(len(e.s.Tokens), t+20); k++ {
			switch x := &e.s.Tokens[k]; {
			case x.UPOS == "SCONJ" || x.XPOS == "WDT" || x.XPOS == "WP" || x.Text == ";":
				k = len(e.s.Tokens)
			case x.Finite():
				return t
			}
		}
	}
	return hi
}

// goesOn reports whether a coordinated clause surely goes on with the clause that
// the tree joins it to: it has no conjunction of its own, is not said by that
// clause's subject of somebody else ("said the rebels would come but would not
// sign"), and stands in a form that goes with the other's auxiliaries ("denied that
// its men had taken part and promised an inquiry" does not).
func (e *extractor) goesOn(cl *text.Clause) bool {
	if cl.MarkTok >= 0 && cl.Mark != "to" || cl.Parent < 0 {
		return false
	}
	p := &e.s.Clauses[cl.Parent]
	if start := e.startOf(cl); p.Kind == "relcl" && p.Parent < 0 && start > 0 && e.s.Tokens[start-1].Text == "," {
		return true // "X, who came in May, asked": the tree has made a relative clause of all
	}
	if !e.listed(cl) {
		return false
	}
	for i := range e.Says {
		if a := &e.Says[i]; a.Sent == e.sent && a.CueTok == p.Verb && e.inside(a, cl.Verb) {
			return false
		}
	}
	if t := cl.Subj[0]; e.s.Tokens[t].UPOS == "PRON" && p.Kind != "ccomp" || p.Kind != "ccomp" && p.Kind != "relcl" && p.Kind != "acl" && p.Kind != "advcl" {
		return true
	}
	x := e.s.Tokens[cl.Verb].XPOS
	return len(cl.Modals)+len(cl.Aux) > 0 || x == "VB" || x == "VBG" || len(p.Modals)+len(p.Aux) == 0
}

// listed reports whether a coordinated clause has its conjunction, or stands in a
// list whose last clause has it.
func (e *extractor) listed(cl *text.Clause) bool {
	h := e.s.Tokens[cl.Verb].Head
	return slices.ContainsFunc(e.s.Tokens, func(t text.Token) bool {
		if t.Rel != "cc" || t.Head < 0 {
			return false
		}
		of := &e.s.Tokens[t.Head]
		return t.Head == cl.Verb || t.Head > cl.Verb && of.Rel == "conj" && (of.Head == h || of.Head == cl.Verb)
	})
}

// inside reports whether a token of the sentence lies in what an attribution says.
func (e *extractor) inside(a *says.Attribution, tok int) bool {
	return slices.ContainsFunc(a.Parts, func(p says.Part) bool { return p.Sent == e.sent && p.Lo <= tok && tok < p.Hi })
}

// foretold reports whether the author, or somebody who is named, foretells what a
// clause says: not what a noun merely wants or holds ("guarantees that they would
// be freed"), what would be so of a thing that is sought, what hangs on the
// sentence before, or what somebody lost to the tree has said.
func (e *extractor) foretold(cl *text.Clause, f *Item) bool {
	if !e.whole(cl) || e.managed(cl) || e.hangsBack(cl) {
		return false
	}
	h, spoken := e.s.Tokens[cl.Verb].Head, len(says.For(e.Doc, e.Says, e.sent, cl.Verb)) > 0
	rd := e.assess(cl.Verb)
	if e.modal(cl, "could") && rd.Certainty.Polarity == "is_not" {
		return false // "neither could be reached": none was
	}
	if len(cl.Subj) > 0 && cl.SubjHow == "own" {
		if lo, _ := e.s.NP(cl.Subj[0]); lo > 0 && e.s.Tokens[lo-1].Lemma == "doubt" {
			return false // "voiced doubt he would stay"
		}
	}
	if rd.Asked && rd.Certainty.Polarity == "unknown" || !spoken && rd.Certainty.Basis == "reported" || e.unspoken(cl.Verb) || f == nil && e.conceded(cl) {
		return false
	}
	switch {
	case len(cl.Modals) == 0:
		return e.withTo(cl) || cl.Kind == "conj" && cl.Parent >= 0 && e.s.Tokens[cl.Verb].XPOS == "VB" && len(e.s.Clauses[cl.Parent].Modals) > 0
	case cl.Kind == "advcl" && cl.Mark == "that":
		return false
	case cl.Kind == "acl" && h >= 0 && e.isNominal(h) && !e.Book.Ahead(e.s.Tokens[h].Lemma):
		return slices.ContainsFunc(e.Says, func(a says.Attribution) bool { return a.Sent == e.sent && e.inside(&a, cl.Verb) && a.CueTok == h })
	case f != nil && f.Kind == tocsin.KindCause:
		return true // "instability that could lead to war"
	case cl.Kind == "relcl" && f == nil && (len(cl.Subj) == 0 || !e.canAct(cl.Subj[0])):
		return false // "the debate, which will be on Tuesday"
	case cl.Kind == "relcl" && (e.modal(cl, "would", "'d") || !e.modal(cl, "will", "wo", "'ll") && !(cl.Lo > 0 && e.s.Tokens[cl.Lo-1].Text == ",")):
		return false // "a solution that would allow them to stay", "a man who could be bribed"
	case e.modal(cl, "would", "'d", "’d") && !spoken && rd.Condition == nil:
		return e.weighed(cl) || e.unlessSaid(cl.Verb) != nil || e.ifBehind(cl.Verb) != nil
	}
	return true
}

// weighed reports whether a word of chance stands by a verb: "would probably
// withdraw".
func (e *extractor) weighed(cl *text.Clause) bool {
	return slices.ContainsFunc(e.s.Children(cl.Verb), func(c int) bool {
		switch e.s.Tokens[c].Lower {
		case "likely", "probably", "certainly", "surely", "possibly", "inevitably", "undoubtedly", "soon", "eventually":
			return true
		}
		return false
	})
}

// conceded reports whether a modal foretells nothing: what is granted ("may be rich,
// but"), what may be so now ("might be pregnant") and what "would seem" so.
func (e *extractor) conceded(cl *text.Clause) bool {
	if e.modal(cl, "would", "'d") {
		switch e.s.Tokens[cl.Verb].Lemma {
		case "seem", "appear", "suggest", "imply", "argue":
			return true
		}
	}
	if e.modal(cl, "could") && cl.Cop >= 0 {
		return slices.ContainsFunc(e.s.Tokens[cl.Cop:], func(t text.Token) bool { return t.UPOS == "NUM" }) // "the toll could be close to 70"
	}
	if !e.modal(cl, "may", "might") {
		return false
	}
	return cl.Cop >= 0 || slices.ContainsFunc(e.s.Tokens, func(t text.Token) bool {
		return t.Lower == "but" && t.Rel == "cc" && t.Head > cl.Verb && e.s.Tokens[t.Head].Head == cl.Verb
	})
}

// unspoken reports whether a token stands in quotation marks, and who speaks there
// is lost.
func (e *extractor) unspoken(tok int) bool {
	return e.inQuotes(tok) && len(says.For(e.Doc, e.Says, e.sent, tok)) == 0
}

// inQuotes reports whether a token stands inside quotation marks of its sentence.
func (e *extractor) inQuotes(tok int) bool {
	open := 0
	for t := range e.s.Tokens[:tok] {
		switch e.s.Tokens[t].Text {
		case "\"", "''", "``":
			open = 1 - open
		case "“":
			open = 1
		case "”":
			open = 0
		}
	}
	return open > 0
}

// managed reports whether "could" tells how much somebody was able to do: "could
// confirm only two deaths".
func (e *extractor) managed(cl *text.Clause) bool {
	if !e.modal(cl, "could") {
		return false
	}
	for t := cl.Modals[0] + 1; t < min(cl.Verb+8, len(e.s.Tokens)-1); t++ {
		switch e.s.Tokens[t].Lower {
		case ",", ";":
			return false
		case "barely", "hardly", "scarcely":
			return true
		case "only":
			next := &e.s.Tokens[t+1]
			return next.UPOS != "SCONJ" && next.UPOS != "ADP" && next.Rel != "mark"
		}
	}
	return false
}

// hangsBack reports whether a clause opens with a word that hangs it on what was
// said before: "Then nobody will pay".
func (e *extractor) hangsBack(cl *text.Clause) bool {
	if len(cl.Subj) == 0 || cl.SubjHow != "own" {
		return false
	}
	lo, _ := e.s.NP(cl.Subj[0])
	for t := lo - 1; t >= max(0, lo-4); t-- {
		switch k := &e.s.Tokens[t]; k.Lower {
		case "then", "otherwise":
			return t == 0 || e.s.Tokens[t-1].UPOS == "PUNCT" || e.s.Tokens[t-1].UPOS == "CCONJ" || e.s.Tokens[t-1].Lower == "that"
		case ",", "neither", "nor", "either":
		case "that":
			continue
		default:
			if k.UPOS != "CCONJ" && !e.under(t, cl.Subj[0]) {
				return false
			}
		}
	}
	return false
}

// withTo reports whether a verb stands with a "to" of its own, or goes on with
// one that does: only such a clause tells a purpose.
func (e *extractor) withTo(cl *text.Clause) bool {
	for _, c := range e.s.Children(cl.Verb) {
		if t := &e.s.Tokens[c]; c < cl.Verb && t.Lower == "to" && t.UPOS == "PART" {
			return len(cl.Modals) == 0
		}
	}
	x := e.s.Tokens[cl.Verb].XPOS
	return cl.Kind == "conj" && cl.Parent >= 0 && cl.SubjHow != "own" && (x == "VB" || x == "VBP") && e.withTo(&e.s.Clauses[cl.Parent])
}
