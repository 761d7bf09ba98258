package hedge

// environment reads what governs the predicate at i: the verb, adjective or
// noun whose complement it is, the clause it is coordinated with, the clause it
// modifies.
func (r *reader) environment(i, depth int) state {
	h := r.Head(i)
	if h < 0 || depth > maxDepth {
		return r.sentence(i)
	}
	t := r.Tok(i)
	if k := r.yet(i); k >= 0 && h == k-2 {
		return r.environment(h, depth+1) // "has yet to answer" wants nothing
	}
	if _, ok := r.inverted(i); ok {
		return r.sentence(i)
	}
	if w := r.whether(i); w >= 0 {
		s := plain
		s.asked = true
		r.cue(w, w+1)
		return s
	}
	if e := r.lex.cues["mark"][r.markOf(h)]; t.Is("ccomp") && r.Head(h) < 0 && (e == "if" || e == "unless") && r.Clause(i) != nil && len(r.Clause(i).Modals) > 0 {
		return plain // the main clause behind a condition that the tree took for the root
	}
	switch {
	case t.Is("conj"):
		return r.coordinated(i, h, depth)
	case t.Is("ccomp", "xcomp", "csubj"):
		return r.governed(i, h, depth)
	case t.Is("acl:relcl") && r.markedThat(i, h):
		return r.underNoun(i, h, depth)
	case t.Is("acl:relcl"):
		return r.cleft(h, r.sentence(i))
	case t.Is("acl"):
		return r.underNoun(i, h, depth)
	case t.Is("advcl"):
		return r.adverbial(i, h, depth)
	case t.Is("parataxis"):
		if r.Tok(h).Is("root") || r.Head(h) < 0 {
			return r.sentence(i)
		}
		return plain
	}
	return r.sentence(i)
}

// whether returns the "whether" that opens the clause at i, or -1.
func (r *reader) whether(i int) int {
	for _, k := range r.Kids[i] {
		if k < i && r.Tok(k).Lower == "whether" {
			return k
		}
	}
	return -1
}

// sentence is the environment of a main clause: a question where the sentence
// ends in a question mark, a wish where the verb is an imperative.
func (r *reader) sentence(i int) state {
	s := plain
	if m, ok := r.inverted(i); ok {
		if s.hyp = true; r.Tok(m).Lower == "had" {
			s.counter, s.pol, s.deg = true, -1, 2
		}
		r.cue(m, m+1)
		return s
	}
	if e := r.lex.cues["mark"][r.markOf(i)]; r.Head(i) < 0 && (e == "if" || e == "unless") {
		s.hyp = true // "Only if they disarm will it talk": the tree took the condition for the root
		return s
	}
	if c := r.Clause(i); r.Head(i) < 0 && c != nil && c.Mark == "when" && r.present(i) && r.commaAfter(i) > i {
		s.hyp = true // "When soldiers are killed, it is we who": the tree took the clause for the root
		return s
	}
	if t := r.Tok(i); t.XPOS == "VB" && t.Is("root", "conj", "parataxis") && r.Kid(i, "nsubj", "aux", "expl", "cop", "mark") < 0 &&
		(r.Clause(i) == nil || len(r.Clause(i).Modals) == 0 && r.Clause(i).SubjHow != "shared") {
		s.planned = true
	}
	for k := len(r.Tokens) - 1; k >= 0 && r.Tokens[k].UPOS == "PUNCT"; k-- {
		if r.Tokens[k].Text == "?" {
			s.asked = true
			r.cue(k, k+1)
			break
		}
	}
	return s
}

// coordinated reads a second conjunct. Without a subject of its own it shares
// the modals of the first, and after "or" its negation too.
func (r *reader) coordinated(i, h, depth int) state {
	c := r.Clause(i)
	if g := r.Head(h); g >= 0 && r.Tok(h).Is("ccomp") && g < h && r.Kid(i, "nsubj", "aux") < 0 && (r.Tok(i).XPOS == r.Tok(g).XPOS || r.Tok(i).XPOS == "VB") &&
		r.Tok(i).XPOS != r.Tok(h).XPOS && r.lex.signs["verb"][r.Tok(i).Lemma].so == "r" && r.lex.signs["verb"][r.Tok(g).Lemma].so != "" {
		return r.environment(g, depth+1) // "they deny that it is over and say": a second cue of theirs
	}
	if c != nil && (c.SubjHow == "own" && len(c.Subj) > 0 || len(c.Modals) > 0) || r.Kid(i, "nsubj", "aux") >= 0 || r.ownTense(i) {
		return r.environment(h, depth+1)
	}
	env := r.environment(h, depth+1)
	before := len(r.cues)
	first := r.own(h)
	if or := r.Kid(i, "cc"); or < 0 || r.Tok(or).Lower != "or" && r.Tok(or).Lower != "nor" {
		// Only modals reach over "and": "could empower X and reignite Y".
		if first.pol < 0 && !first.counter {
			first.pol = 1
			r.cues = r.cues[:before]
		}
	}
	if first.pol == 0 && first.deg == 0 {
		return r.combine(env, first)
	}
	return r.combine(env, first)
}

// ownTense reports a finite predicate that shares no modal with the one before it:
// "may win, but is unlikely to govern".
func (r *reader) ownTense(i int) bool {
	if k := r.Kid(i, "cop", "aux:pass"); k >= 0 {
		return r.Tok(k).XPOS == "VBZ" || r.Tok(k).XPOS == "VBP"
	}
	return r.Tok(i).XPOS == "VBZ" // "cut" is VBP to a tagger as often as it is bare
}

// governed reads a complement clause: the governor's signature, in the
// governor's own state. A predicate noun or adjective governs by its own kind.
func (r *reader) governed(i, h, depth int) state {
	if r.ownClause(i, h) {
		return r.sentence(i)
	}
	sig, ok := r.signature(h, i)
	ok = ok && !r.named(h)
	if r.unsaid(h) {
		r.cue(h, h+1)
		s := plain
		s.asked = true
		return s
	}
	if h == 0 && !ok && r.Tok(h).XPOS == "VB" && r.Finite(i) && r.Kid(i, "nsubj") == 1 {
		return r.sentence(i) // "Conflict deaths tripled": a noun taken for an imperative
	}
	if ok && implicative(sig) && r.Tok(h).UPOS == "VERB" && r.Tok(i).Is("ccomp") && !r.toInfinitive(i) && r.Tok(i).XPOS != "VBG" {
		return plain // "failed" settles its infinitive, never a clause with a subject of its own
	}
	if !ok {
		if r.Tok(i).Is("xcomp") {
			s := r.state(h, depth+1)
			// What a verb or adjective that no list knows does to an infinitive is
			// anybody's guess.
			s.planned = s.planned || r.toInfinitive(i)
			return s
		}
		return r.weaken(plain, r.environment(h, depth+1))
	}
	if sig.so == "q" && !r.wh(i) && r.Tok(h).UPOS == "VERB" && r.toInfinitive(i) {
		sig = signature{"f", "0"} // "asked him to leave"
	}
	if sig.so != "+" || r.Tok(h).UPOS != "VERB" {
		r.cue(h, h+1)
	}
	gs := r.state(h, depth+1)
	return r.through(sig, gs, h)
}

// implicative reports whether a signature settles what it embeds.
func implicative(sig signature) bool {
	return sig.so == "-" || sig.so == "+" && sig.not == "-" || sig.so == "a"
}

// wh reports whether the clause at i is an indirect question.
func (r *reader) wh(i int) bool {
	for _, k := range r.Kids[i] {
		switch r.Tok(k).Lower {
		case "whether", "if", "who", "what", "why", "how", "when", "where", "which":
			return k < i
		}
	}
	return false
}

// toInfinitive reports whether the verb at i is marked by "to".
func (r *reader) toInfinitive(i int) bool {
	for _, k := range r.Kids[i] {
		if k < i && r.Tok(k).Lower == "to" {
			return true
		}
	}
	return false
}

// signature finds the signature of governor h for its complement at i, first
// with its particle or preposition, then alone.
func (r *reader) signature(h, i int) (signature, bool) {
	t := r.Tok(h)
	kind := "verb"
	switch t.UPOS {
	case "ADJ":
		kind = "adj"
	case "NOUN", "PROPN":
		kind = "noun"
	case "ADV":
		kind = "adj"
	}
	table := r.lex.signs[kind]
	if r.toInfinitive(i) {
		if sig, ok := table[t.Lemma+"_to"]; ok {
			return sig, true
		}
	}
	if next := r.Tok(h + 1); next.Head == h || next.UPOS == "ADP" {
		if sig, ok := table[t.Lemma+"_"+next.Lower]; ok {
			return sig, true
		}
	}
	sig, ok := table[t.Lemma]
	if !ok {
		sig, ok = table[t.Lower]
	}
	if t.Lemma == "know" && r.toInfinitive(i) {
		return signature{"+", "0"}, true // "is not known to have fled"
	}
	if ok && kind != "noun" && r.wh(i) && (sig.so == "+" && sig.not != "+" || sig.so == "q" || r.Tok(h).Lemma == "know") {
		// "It is not clear whether", "asked if"; "knew who did it" stays a fact.
		word := r.firstWh(i)
		if word == "whether" || word == "if" || sig.so == "q" {
			return signature{"q", "q"}, true
		}
		if r.Tok(h).Lemma == "know" {
			return signature{"+", "q"}, true
		}
	}
	return sig, ok
}

// firstWh returns the question word of the clause at i.
func (r *reader) firstWh(i int) string {
	for _, k := range r.Kids[i] {
		switch w := r.Tok(k).Lower; w {
		case "whether", "if", "who", "what", "why", "how", "when", "where", "which":
			return w
		}
	}
	return ""
}

// through passes a signature through the state of its governor. A fact taken
// for granted survives; all else is at most as sure as the governor.
func (r *reader) through(sig signature, gs state, h int) state {
	value := sig.so
	if gs.pol < 0 {
		value = sig.not
	}
	s := r.value(value, h)
	if sig.so == "+" && sig.not == "+" {
		return s
	}
	out := r.weaken(s, gs)
	if gs.pol < 0 && sig.so == "e" {
		out.noEvidence = true
	}
	return out
}

// value is the state that one signature value stands for.
func (r *reader) value(v string, h int) state {
	s := plain
	switch v {
	case "-":
		s.pol = -1
	case "+?":
		s.deg = 2
	case "-?":
		s.pol, s.deg = -1, 2
	case "+~":
		s.deg, s.inferred = 2, true
	case "-~":
		s.pol, s.deg, s.inferred = -1, 2, true
	case "?":
		s.deg = 1
	case "0":
		s.pol, s.deg = 0, 0
	case "r":
		s.reported = true
	case "r-":
		s.pol, s.reported = -1, true
	case "f":
		s.planned, s.future = true, true
	case "q":
		s.asked = true
	case "e":
		s.noEvidence = true
	case "a":
		s.outcome = "attempted"
	case "g":
		s.outcome, s.future = "agreed", true
	}
	switch r.Tok(h).Lemma {
	case "fail":
		s.outcome = "failed"
	case "manage", "succeed":
		s.outcome = "succeeded"
	case "begin", "start", "continue", "resume", "keep":
		s.outcome = "under_way"
	}
	return s
}

// weaken makes s no surer than its governor and hands on the governor's mood.
func (r *reader) weaken(s, gs state) state {
	s.deg = min(s.deg, gs.deg)
	if gs.pol == 0 {
		s.pol = 0
	}
	s.reported = s.reported || gs.reported
	s.inferred = s.inferred || gs.inferred
	s.noEvidence = s.noEvidence || gs.noEvidence
	s.future = s.future || gs.future
	s.hyp = s.hyp || gs.hyp
	s.asked = s.asked || gs.asked
	s.planned = s.planned || gs.planned
	s.counter = s.counter || gs.counter
	return s
}

// underNoun reads a clause that a noun governs: "the decision to leave", "no
// evidence that he left". A participle ("soldiers wounded in") is a plain fact.
func (r *reader) underNoun(i, h, depth int) state {
	to := r.toInfinitive(i)
	if !to && r.Tok(i).XPOS != "VBG" && r.markOf(i) == "" {
		return r.sentence(i)
	}
	sig, ok := r.signature(h, i)
	if !to && r.LacksObject(i) {
		return r.sentence(i) // "the claim that the army rejected"
	}
	switch {
	case ok:
		r.cue(h, h+1)
		return r.through(sig, r.nounState(h, depth+1), h)
	case to:
		s := plain
		s.planned, s.future = true, true
		return s
	case r.markOf(i) == "that" && r.nominal(h):
		return r.weaken(plain, r.nounState(h, depth+1)) // "wanted guarantees that they would be freed"
	}
	return r.sentence(i)
}

// markOf returns the word that opens the clause at i: "if", "that", "to"; two
// words where they belong together ("so that").
func (r *reader) markOf(i int) string {
	for _, k := range r.Kids[i] {
		if k > i {
			break
		}
		switch t := r.Tok(k); {
		case t.Lower == "if" || t.Lower == "unless", t.Lower == "once" && t.Is("advmod", "mark") && k < r.Lo[i]+2:
			return t.Lower // also behind "that": "warned that unless"
		case t.Lower == "as" && r.Tok(k-1).Lower == "long" && (r.Tok(k-2).Lower == "as" || r.Tok(k-2).Lower == "so"):
			return "if"
		case t.Lower == "as" && r.Tok(k-1).Lower == "soon" && r.Tok(k-2).Lower == "as":
			return "once"
		}
	}
	if c := r.Clause(i); c != nil && r.Tok(c.Lo-1).Lower == "once" && r.beforeClause(c.Lo-1, i) {
		return "once"
	}
	if c := r.Clause(i); c != nil && c.Mark != "" {
		return c.Mark
	}
	for _, k := range r.Kids[i] {
		if r.Tok(k).Is("mark") {
			return r.Tok(k).Lower
		}
	}
	return ""
}

// loose reports whether the predicate at i stands in a clause with "that" under a verb
// of which no list knows what it says of it: "chanted that".
func (r *reader) loose(i int) bool {
	for n := 0; n < maxDepth && r.Head(i) >= 0; n++ {
		h := r.Head(i)
		if r.Tok(i).Is("ccomp") && r.Tok(h).UPOS == "VERB" && r.Kid(h, "expl") < 0 && r.markOf(i) == "that" {
			_, ok := r.signature(h, i)
			return !ok
		}
		if !r.Tok(i).Is("conj", "xcomp") {
			return false
		}
		i = h
	}
	return false
}
