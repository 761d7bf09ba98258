package act

import (
	"slices"

	"tocsin"
	"tocsin/read/text"
)

// questions makes the questions of a clause: what the author says nobody knows.
// It runs over the whole sentence before anything else, so that what is asked
// is not taken for what is said.
func (e *extractor) questions(ci int) {
	if e.done[ci] {
		return
	}
	cl := &e.s.Clauses[ci]
	v := &e.s.Tokens[cl.Verb]
	switch {
	case raisesDoubt(v.Lemma):
		e.raised(ci)
	case slices.Contains([]string{"unknown", "unclear", "uncertain", "unresolved", "undetermined"}, v.Lower):
		e.unknown(ci)
		e.done[ci] = true
	case unease(v.Lemma):
		e.uneasy(ci)
	case v.Lemma == "remain" && e.toBeSeen(ci):
		e.done[ci] = true
	case cl.Mark == "that" && cl.MarkTok > 0 && e.s.Tokens[cl.MarkTok-1].Lower == "now":
		return // "uncertain now that the base has closed": the closing is a fact
	case cl.Mark == "that" && e.bare(cl) && cl.Parent >= 0 && asked(cl, e.assess(cl.Verb)):
		return // "asked that members not stand", "that her name not be used" demands
	case cl.Parent < 0 && e.torso(cl):
		e.done[ci] = true // "Oil prices fall after the talks; tribes or army?"
	case e.concessive(cl.Verb) && (cl.Mark == "whether" || asked(cl, e.assess(cl.Verb))):
		e.done[ci] = true
	case asked(cl, e.assess(cl.Verb)) && e.unknownTo(cl):
		e.done[ci] = true // "she did not know whether": others may
	case asked(cl, e.assess(cl.Verb)):
		if !e.interrogative(cl) {
			return
		}
		it := e.question("asked", cl.Verb)
		it.Content = e.content(ci, 1)
		it.Cover = append(it.Cover, it.Content.Cover...)
		if cl.MarkTok >= 0 {
			it.Cover = append(it.Cover, cl.MarkTok)
		}
		e.add(it)
		e.close(cl.Verb)
	}
}

// interrogative reports whether the words of a clause ask: a "whether", a question
// word before its verb, or a question mark and the auxiliary before the subject.
// "Discuss options for a treaty" and what only stands in a question ask nothing.
func (e *extractor) interrogative(cl *text.Clause) bool {
	switch cl.Mark {
	case "if":
		return cl.Kind != "advcl" // "if they do not pay, who will?" asks something else
	case "whether", "that":
		return true
	}
	direct := slices.ContainsFunc(e.s.Tokens[cl.Verb:], func(t text.Token) bool { return t.Text == "?" })
	if direct && cl.Parent >= 0 && e.s.Clauses[cl.Parent].Kind != "ccomp" && cl.Kind != "ccomp" {
		return false // "what could change the list that is waiting?" asks of one thing
	}
	for t := max(0, min(cl.Lo-1, cl.Verb)); t <= cl.Verb; t++ {
		switch e.s.Tokens[t].Lower {
		case "whether":
			return true
		case "who", "whom", "whose", "what", "which", "how", "why", "where", "when":
			return t == 0 || e.s.Tokens[t-1].UPOS != "ADP" || direct
		}
	}
	first := cl.Verb
	for _, a := range slices.Concat(cl.Aux, cl.Modals) {
		first = min(first, a)
	}
	if cl.Cop >= 0 {
		first = min(first, cl.Cop)
	}
	return direct && len(cl.Subj) > 0 && first < cl.Subj[0]
}

// bare reports whether the first verb of a clause is a bare form, as in a demand.
func (e *extractor) bare(cl *text.Clause) bool {
	first := cl.Verb
	for _, a := range slices.Concat(cl.Aux, cl.Modals) {
		first = min(first, a)
	}
	if cl.Cop >= 0 {
		first = min(first, cl.Cop)
	}
	return e.s.Tokens[first].XPOS == "VB"
}

// torso reports whether a mark that ends a thought stands between a clause and the
// question mark of its sentence: what is asked is what follows.
func (e *extractor) torso(cl *text.Clause) bool {
	q := slices.IndexFunc(e.s.Tokens, func(t text.Token) bool { return t.Text == "?" })
	return q > cl.Verb && slices.ContainsFunc(e.s.Tokens[cl.Verb:q], func(t text.Token) bool { return t.Text == ";" || t.Text == ":" })
}

func unease(lemma string) bool {
	switch lemma {
	case "edge", "concerned", "worried", "unsure", "uncertain", "anxious", "nervous", "uneasy", "wonder":
		return true
	}
	return false
}

// uneasy makes the question of "are on edge about what the implications are",
// "wondered how the army would react".
func (e *extractor) uneasy(ci int) {
	cl := &e.s.Clauses[ci]
	for k := range e.s.Clauses {
		c := &e.s.Clauses[k]
		if k == ci || e.done[k] || c.Verb < cl.Verb || e.describes(c) || !e.under(c.Verb, cl.Verb) {
			continue
		}
		wh := -1
		for t := max(c.Lo-1, cl.Verb); t < c.Verb; t++ {
			switch e.s.Tokens[t].Lower {
			case "what", "how", "who", "whether", "when", "where", "why":
				if t == 0 || e.s.Tokens[t-1].Text != "," {
					wh = t
				}
			}
		}
		if wh < 0 {
			continue
		}
		it := e.question("uneasy", c.Verb)
		it.Content = e.content(k, 1)
		it.Cover = append(append(it.Cover, it.Content.Cover...), wh, cl.Verb)
		it.Cover = append(it.Cover, cl.Subj...)
		e.add(it)
		e.close(c.Verb)
		return
	}
}

// describes reports whether a relative clause tells more of a noun: "worried about
// his son, who left last year" asks nothing, "about what will follow" does.
func (e *extractor) describes(cl *text.Clause) bool {
	h := e.s.Tokens[cl.Verb].Head
	if cl.Kind != "relcl" || h < 0 {
		return false
	}
	return e.s.Tokens[h].UPOS == "NOUN" || e.s.Tokens[h].UPOS == "PROPN"
}

// close takes what hangs on an asked clause out of what is said.
func (e *extractor) close(verb int) {
	for k := range e.s.Clauses {
		if c := &e.s.Clauses[k]; c.Verb != verb && c.Kind != "relcl" && e.under(c.Verb, verb) {
			e.done[k] = true
		}
	}
}

func raisesDoubt(lemma string) bool {
	switch lemma {
	case "raise", "leave", "face", "lead", "prompt", "spark":
		return true
	}
	return false
}

func (e *extractor) question(rule string, pred int) *Item {
	it := e.new("question "+rule, tocsin.KindQuestion, pred)
	it.Polarity, it.Degree = "unknown", "unknown"
	return it
}

// raised makes the questions of "raising questions about his training and
// whether he will resign": one for each thing asked about.
func (e *extractor) raised(ci int) {
	cl := &e.s.Clauses[ci]
	heads := slices.Clone(cl.Obj)
	for _, o := range cl.Obl {
		heads = append(heads, o.Head)
	}
	for _, q := range heads {
		if l := e.s.Tokens[q].Lemma; l != "question" && l != "doubt" && l != "uncertainty" {
			continue
		}
		m := e.nounSlots(q)
		for _, prep := range []string{"about", "over", "as to", "of", "on", "regarding", "concerning"} {
			if len(m[prep]) > 0 {
				e.askAbout(q, m[prep])
			}
		}
		for k := range e.s.Clauses {
			c := &e.s.Clauses[k]
			if c.Verb > q && !e.done[k] && c.Mark != "" && (c.Kind != "advcl" || c.Mark == "whether") && (c.Mark == "whether" || e.s.Tokens[c.Verb].Head == q) && e.under(c.Verb, cl.Verb) {
				it := e.question("whether", c.Verb)
				it.Content = e.content(k, 1)
				it.Cover = append(append(it.Cover, it.Content.Cover...), q, c.MarkTok)
				e.add(it)
				e.close(c.Verb)
			}
		}
	}
}

// askAbout makes one question of the things named after "questions about".
func (e *extractor) askAbout(q int, topics []int) {
	topics = slices.DeleteFunc(slices.Clone(topics), func(t int) bool { return e.s.Tokens[t].UPOS == "VERB" })
	if len(topics) == 0 {
		return
	}
	it := e.question("about", topics[0])
	it.Content = e.nounContent(topics[0], 1)
	for _, t := range topics[1:] {
		_, hi := e.phrase(t)
		it.Content.Cover = append(it.Content.Cover, hi-1)
	}
	it.Cover = append(append(it.Cover, it.Content.Cover...), q)
	e.add(it)
}

// under reports whether a token hangs below another in the tree.
func (e *extractor) under(tok, above int) bool {
	for range e.s.Tokens {
		if tok == above {
			return true
		}
		if tok = e.s.Tokens[tok].Head; tok < 0 {
			return false
		}
	}
	return false
}

// unknown makes the question of "X's intentions are unknown", "it is unclear
// whether ...".
func (e *extractor) unknown(ci int) {
	cl := &e.s.Clauses[ci]
	for k := range e.s.Clauses {
		c := &e.s.Clauses[k]
		if c.MarkTok > 0 && e.s.Tokens[c.MarkTok-1].Lower == "now" && c.Mark == "that" {
			continue // "uncertain now that the base has closed"
		}
		if k == ci || c.Parent != ci || c.Kind == "advcl" || c.Kind == "conj" || c.Kind == "parataxis" || c.Kind == "acl" || c.Kind == "relcl" {
			continue
		}
		it := e.question("unclear", cl.Verb)
		it.Content = e.content(k, 1)
		it.Cover = append(it.Cover, it.Content.Cover...)
		e.add(it)
		return
	}
	for _, t := range cl.Subj {
		if e.hollow(t) {
			continue
		}
		it := e.question("unknown", cl.Verb)
		it.Content = e.nounContent(t, 1)
		if p := e.nounSlots(t)["poss"]; len(p) > 0 && e.canAct(p[0]) {
			it.Actors = append(it.Actors, e.arg(p[0]))
			it.Content.Actors = it.Actors
		}
		it.Cover = append(it.Cover, it.Content.Cover...)
		e.add(it)
	}
}

// toBeSeen makes the question of "it remains to be seen whether ...".
func (e *extractor) toBeSeen(ci int) bool {
	cl := &e.s.Clauses[ci]
	for _, c := range cl.Comp {
		if e.s.Tokens[e.s.Clauses[c].Verb].Lemma != "see" {
			continue
		}
		e.done[c] = true
		for k := range e.s.Clauses {
			if q := &e.s.Clauses[k]; q.Parent == c || k != c && q.Parent == ci && q.Kind == "ccomp" {
				it := e.question("to be seen", cl.Verb)
				it.Content = e.content(k, 1)
				it.Cover = append(it.Cover, it.Content.Cover...)
				e.add(it)
			}
		}
		return true
	}
	return false
}

// unknownTo reports whether a clause is only what one person does not know or
// remember.
func (e *extractor) unknownTo(cl *text.Clause) bool {
	if cl.Parent < 0 {
		return false
	}
	p := &e.s.Clauses[cl.Parent]
	switch e.s.Tokens[p.Verb].Lemma {
	case "know", "remember", "recall", "sure", "aware", "tell":
	default:
		return false
	}
	if p.Passive || len(p.Subj) == 0 || e.hollow(p.Subj[0]) && e.s.Tokens[p.Subj[0]].Lower != "i" {
		return false // "it is not known who"
	}
	return e.canAct(p.Subj[0]) || e.s.Tokens[p.Subj[0]].UPOS == "PRON"
}
