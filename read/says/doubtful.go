package says

// Where grammar does not tell whether what stands by what is said belongs to it.

// unglossed cuts what is said in the author's words where he explains a word that he
// quotes: `asked whether they were "razakars", a word for those who collaborated`.
func (v *view) unglossed(i int, parts []Part) []Part {
	if v.quoted[i] {
		return parts
	}
	for n := range parts {
		p := &parts[n]
		for k := p.Lo + 2; p.Sent == v.index && k+2 < p.Hi; k++ {
			if !v.isQuoteMark(k) || v.Tok(k-1).Text != "," && v.Tok(k+1).Text != "," {
				continue
			}
			from := k + 1
			if v.Tok(from).Text == "," {
				from++
			}
			if !v.quoted[from] && v.apposition(from) {
				p.Hi = k + 1
			}
		}
	}
	return parts
}

// openEnd finds what grammar may join to what is said or leave to the author: behind a
// comma a verb of the same subject, "said troops had entered a village, Dara, | and
// shelled it"; a participle behind what somebody is accused of, "accused them of
// restarting the war, | using tanks in clashes that killed 24".
func (v *view) openEnd(c *cueVerb, parts []Part) (out []Part) {
	if c.src.head < 0 || len(parts) == 0 {
		return nil
	}
	p := parts[len(parts)-1]
	if p.Sent != v.index || p.Lo < c.at {
		return nil
	}
	for k := p.Hi; k < p.Hi+6 && k+2 < len(v.Tokens); k++ {
		if v.Tok(k).Text != "," || v.Tok(k+1).Lower != "and" || !v.Finite(k+2) || !v.Tok(k+2).Is("conj") || v.lex.verbs[v.Tok(k+2).Lemma].class == "speech" {
			continue
		}
		if h := v.Head(k + 2); h >= p.Lo && h < p.Hi || h == c.at && v.closesName(k) {
			out = append(out, Part{v.index, k, max(k+3, min(v.Hi[k+2], v.end()))})
		}
	}
	if l := v.Tok(c.at).Lemma; l != "accuse" && l != "blame" && l != "charge" {
		return out
	}
	for k := p.Lo + 2; k+2 < p.Hi; k++ {
		if v.Tok(k).Text == "," && v.Tok(k+1).XPOS == "VBG" && v.Tok(k+1).Is("advcl", "acl") {
			return append(out, Part{v.index, k, p.Hi})
		}
	}
	return out
}

// borrowed reports a cue behind "and" whose subject is only that of the relative clause
// before it, within what another says: in "the elder said they were workers who had done
// nothing and warned that" the elder warned.
func (f *finder) borrowed(v *view, c *cueVerb) bool {
	if v.Tok(c.glo-1).UPOS == "CCONJ" && c.src.head >= 0 && v.Kid(c.src.head, "cop") >= 0 {
		return true // what somebody is said to be has warned of nothing
	}
	k := v.Clause(c.at)
	if k == nil || k.Kind != "conj" || k.SubjHow != "shared" || k.Parent < 0 || v.Sentence.Clauses[k.Parent].Kind != "relcl" || v.Tok(c.glo-1).UPOS != "CCONJ" {
		return false
	}
	for n := len(f.out) - 1; n >= 0 && f.out[n].Sent == v.index; n-- {
		if a := &f.out[n]; a.CueTok < c.at && a.Class != "attitude" && a.holds(v.index, c.src.head) {
			return true
		}
	}
	return false
}

// closesName reports a comma at k that ends an apposition, and so parts no clause.
func (v *view) closesName(k int) bool {
	if !v.isNoun(k - 1) {
		return false
	}
	for n := k - 1; n > max(0, k-6) && !v.IsVerb(n); n-- {
		if v.Tok(n).Text == "," {
			return true
		}
	}
	return false
}

// byDeed reports a cue whose source shows what it can do by doing it: "the coalition has
// shown that it can strike far away". Nobody says so but the author.
func (v *view) byDeed(c *cueVerb) bool {
	switch v.Tok(c.at).Lemma {
	case "show", "demonstrate", "prove":
	default:
		return false
	}
	k := c.ghi
	if v.Tok(k).Lower == "that" {
		k++
	}
	if t := v.Tok(k); t.UPOS != "PRON" || t.XPOS != "PRP" {
		return false
	}
	w := v.Tok(k + 1)
	return w.Lower == "can" || w.Lower == "could" || w.Lemma == "be" && (v.Tok(k+2).Lower == "able" || v.Tok(k+2).Lower == "capable")
}

// sacked reports a person who is dismissed as what they were: "General Ruiz, dismissed as
// army commander". Reports and claims are dismissed as something else.
func (v *view) sacked(c *cueVerb) bool {
	k := v.Clause(c.at)
	return v.Tok(c.at).Lemma == "dismiss" && c.agentless && v.Tok(c.ghi).Lower == "as" && k != nil && len(k.Subj) > 0 && v.valid(k.Subj[0]) && v.animate(k.Subj[0])
}

// headline reports whether [lo,hi) is what a headline says before the cue that ends it,
// whatever the tree makes of its verb: "Strikes on market kill 19, rescuers say".
func (v *view) headline(lo, hi int) bool {
	u := v.Tok(lo).UPOS
	return v.index == 0 && hi-lo > 2 && v.end() == len(v.Tokens) && u != "ADP" && u != "SCONJ" && u != "ADV" && v.Tok(lo).XPOS != "VBG"
}

// pastTense reports whether a participle right behind a noun in [lo,hi) may be the
// past tense of a clause that the tree took for a phrase: "three bombs exploded in
// the market, police said".
func (v *view) pastTense(lo, hi int) bool {
	for k := lo + 1; k < hi; k++ {
		if t := v.Tok(k); (t.XPOS == "VBN" || t.XPOS == "VBD") && t.UPOS == "VERB" && v.isNoun(k-1) && v.Tok(k).Head < k {
			return true
		}
	}
	return false
}

// weaken makes an attitude of what a negated, doubtful or weak cue reports; a thought
// that is negated denies.
func (v *view) weaken(c *cueVerb, a *Attribution) {
	i, w := c.at, c.verb
	switch {
	case v.negated(i, c.glo):
		if w.class == "thought" && w.stance == "probable" && !w.denies {
			a.Denies = true
		} else {
			a.Class = "attitude"
		}
	case v.doubtful(i, c.glo) || c.agentless && v.asWas(i) || c.agentless && weakPassive[v.Tok(i).Lemma]:
		a.Class = "attitude"
	}
}
