package hedge

// nounState reads an event noun: its adjectives, "no", and what governs it.
func (r *reader) nounState(i, depth int) state {
	if depth > maxDepth {
		return plain
	}
	own := r.nounOwn(i)
	if r.Tok(0).Lower == "if" && confirmed[r.Tok(1).Lower] && i > 1 {
		own.pol, own.deg, own.reported = 0, 0, true // "If confirmed, the attack would be the worst"
		r.cue(0, 2)
	}
	if own.pol < 0 {
		return own // "the foiled attack had been planned": planned, and still foiled
	}
	return r.combine(r.nounEnvironment(i, depth), own)
}

// confirmed are the words after "if" that leave open what the sentence names.
var confirmed = map[string]bool{"confirmed": true, "true": true, "verified": true, "substantiated": true, "proven": true, "proved": true}

// nounOwn reads "no attack", "an alleged attack", "the foiled coup".
func (r *reader) nounOwn(i int) state {
	s := plain
	if effect, lo, hi := r.determiner(i); effect != "" && !r.counted(lo) {
		r.cue(lo, hi)
		r.apply(effect, &s)
	}
	for _, k := range r.Kids[i] {
		t := r.Tok(k)
		if !t.Is("amod", "advmod", "compound") {
			continue
		}
		effect := r.lex.cues["adjective"][t.Lower]
		if effect == "" && t.Is("advmod") && k < i {
			effect = r.lex.cues["adverb"][t.Lower]
		}
		if effect == "" {
			continue
		}
		r.cue(k, k+1)
		r.apply(effect, &s)
	}
	if i+1 < len(r.Tokens) && r.Tok(i).Is("compound") && r.Head(i) == i+1 && r.Tok(i+1).Lemma == "attempt" {
		s.outcome = "attempted"
	}
	return s
}

// light are the verbs that add nothing to the event noun they govern: the noun
// is as sure as the verb.
var light = map[string]bool{"launch": true, "carry": true, "stage": true, "conduct": true, "make": true, "have": true,
	"hold": true, "mount": true, "commit": true, "perpetrate": true, "wage": true, "execute": true, "perform": true,
	"undertake": true, "do": true, "take": true, "see": true, "suffer": true, "sustain": true, "be": true, "give": true,
	"organise": true, "organize": true, "lead": true, "achieve": true, "reach": true, "sign": true, "trigger": true,
	"cause": true, "spark": true, "provoke": true, "bring": true, "produce": true, "create": true, "start": true}

// nounEnvironment reads what governs the noun at i.
func (r *reader) nounEnvironment(i, depth int) state {
	h := r.Head(i)
	if h < 0 {
		return r.sentence(i)
	}
	t := r.Tok(i)
	if v, ok := r.lostSubject(i); ok && v != h {
		return r.subject(i, v, depth)
	}
	switch {
	case t.Is("conj"):
		return r.nounEnvironment(h, depth+1)
	case t.Is("obj", "iobj"):
		return r.object(i, h, depth)
	case t.Is("nsubj"):
		return r.subject(i, h, depth)
	case t.Is("nmod", "compound") && r.nominal(h):
		return r.underHead(i, h, depth)
	case t.Is("obl"):
		return r.oblique(i, h, depth)
	case t.Is("xcomp", "ccomp"):
		return r.governed(i, h, depth)
	}
	return plain
}

// sign looks a verb up for its noun, with its particle or the preposition that
// stands before the noun, then alone.
func (r *reader) sign(kind string, h, prep int) (signature, bool) {
	lemma := r.Tok(h).Lemma
	if prep >= 0 {
		sig, ok := r.lex.signs[kind][lemma+"_"+r.Tok(prep).Lower]
		return sig, ok
	}
	if p := r.Kid(h, "compound:prt"); p >= 0 {
		if sig, ok := r.lex.signs[kind][lemma+"_"+r.Tok(p).Lower]; ok {
			return sig, true
		}
	}
	sig, ok := r.lex.signs[kind][lemma]
	return sig, ok
}

// object reads the object of a verb: by the verb's signature; else an
// indefinite noun is as sure as the verb, a definite one is taken for granted.
func (r *reader) object(i, h, depth int) state {
	if sig, ok := r.sign("object", h, -1); ok {
		r.cue(h, h+1)
		return r.feared(sig, r.through(sig, r.state(h, depth+1), h))
	}
	return r.inherit(i, h, depth)
}

// feared makes what somebody fears or expects hypothetical: it has not come.
func (r *reader) feared(sig signature, s state) state {
	s.hyp = s.hyp || sig.so == "?"
	return s
}

// inherit hands the verb's state to an indefinite noun, and to any noun under a
// light verb.
func (r *reader) inherit(i, h, depth int) state {
	if light[r.Tok(h).Lemma] || !r.definite(i) {
		return r.state(h, depth+1)
	}
	return plain
}

// definite reports whether the noun at i is taken for known: "the", "this",
// a possessive, or a name.
func (r *reader) definite(i int) bool {
	if r.Tok(i).UPOS == "PROPN" {
		return true
	}
	for _, k := range r.Kids[i] {
		t := r.Tok(k)
		if t.Is("nmod:poss", "det:poss") || t.Is("appos") && t.UPOS == "PROPN" {
			return true
		}
		if t.Is("det") {
			switch t.Lower {
			case "the", "this", "that", "these", "those", "both":
				return true
			}
		}
	}
	return false
}

// subject reads the subject of a verb or of a predicate adjective: "the attack
// failed", "the attack was foiled", "an attack is unlikely".
func (r *reader) subject(i, h, depth int) state {
	passive := r.Tok(i).Rel == "nsubj:pass" || r.Kid(h, "aux:pass") >= 0
	if effect := r.lex.cues["adjective"][r.Tok(h).Lower]; effect == "not" && r.Tok(h).UPOS == "ADJ" {
		r.cue(h, h+1)
		s := r.state(h, depth+1)
		r.apply(effect, &s) // "the attack was foiled", where the participle is taken for an adjective
		return s
	}
	if r.onHold(h) {
		s := plain
		s.planned, s.future = true, true
		r.cue(h, h+3)
		return s
	}
	if c := r.Clause(h); c != nil && c.Passive {
		passive = true
	}
	kind := "subject"
	switch {
	case passive:
		kind = "object"
	case r.Tok(h).UPOS == "ADJ":
		kind = "adj"
	case r.Tok(h).UPOS == "NOUN":
		return plain
	}
	if passive && r.Kid(h, "xcomp") > h && r.definite(i) {
		return plain // "its leader is reported to have fled": that he leads it is sure
	}
	if sig, ok := r.sign(kind, h, -1); ok {
		r.cue(h, h+1)
		if kind == "subject" && sig.so == "-" && r.Tok(h).Lemma != "" {
			s := plain // what failed was tried
			s.outcome = "failed"
			return r.weaken(s, r.peek(h, depth))
		}
		return r.through(sig, r.state(h, depth+1), h)
	}
	if passive {
		return r.inherit(i, h, depth)
	}
	if r.definite(i) {
		return plain
	}
	return r.weaken(plain, r.peek(h, depth))
}

// underHead reads "the risk of an attack", "a call for protests", and "a series
// of attacks", which is as sure as the series.
func (r *reader) underHead(i, h, depth int) state {
	if sig, ok := r.lex.signs["noun"][r.Tok(h).Lemma]; ok && (r.Tok(i).Is("nmod") || sig.so != "r") {
		if prep := r.Kid(i, "case"); prep >= 0 {
			switch r.Tok(prep).Lower {
			case "of", "for", "about", "on", "against":
				r.cue(h, h+1)
				return r.through(sig, r.nounState(h, depth+1), h)
			}
		}
		return plain
	}
	if prep := r.Kid(i, "case"); prep >= 0 && r.Tok(prep).Lower == "of" && !r.definite(i) {
		return r.nounState(h, depth+1)
	}
	return plain
}

// oblique reads a noun behind a preposition: "warned of an attack", "called for
// protests", "fled without a fight".
func (r *reader) oblique(i, h, depth int) state {
	prep := r.Kid(i, "case")
	if prep < 0 {
		return plain
	}
	if sig, ok := r.sign("object", h, prep); ok {
		r.cue(h, prep+1)
		return r.through(sig, r.state(h, depth+1), h)
	}
	word := r.Tok(prep).Lower
	switch word {
	case "without", "instead":
		s := plain
		s.pol = -1
		r.cue(prep, prep+1)
		return s
	case "of", "about", "against":
		if sig, ok := r.lex.signs["verb"][r.Tok(h).Lemma]; ok && (sig.so == "r" || sig.so == "r-") {
			r.cue(h, h+1)
			return r.through(sig, r.state(h, depth+1), h)
		}
	case "to", "in", "into":
		if !r.definite(i) {
			return r.state(h, depth+1)
		}
	case "by":
		return plain
	}
	if r.definite(i) {
		return plain
	}
	return r.weaken(plain, r.peek(h, depth))
}
