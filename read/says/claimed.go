package says

// claimThat returns the "that" of the clause that the noun at i holds, or -1:
// "reports that", "reports circulating on the internet that", "allegations, which
// the army rejected, that".
func (v *view) claimThat(i int) int {
	reach := i + 9
	for k := i + 1; k < len(v.Tokens) && k < reach; k++ {
		t := v.Tok(k)
		switch {
		case t.Lower == "that" && (t.UPOS == "SCONJ" || t.Is("mark") || v.Tok(k+1).UPOS != "VERB" && v.Tok(k+1).UPOS != "AUX" && t.XPOS != "WDT"):
			return k
		case t.Lower == "that" && reach > i+9 && !v.IsVerb(k+1) && v.Tok(k+1).UPOS != "ADV":
			return k // a relative would want its verb at once
		case k == i+1 && t.Text == "," && v.relative(k+1):
			for k++; k < len(v.Tokens) && k < i+14 && v.Tok(k).Text != ","; k++ {
			}
			if v.Tok(k).Text != "," || v.Tok(k+1).Lower != "that" {
				return -1
			}
			reach = k + 3
		case k == i+1 && (t.XPOS == "VBG" || t.XPOS == "VBN") && v.Head(k) == i:
			reach = i + 14
		case v.IsVerb(k) && !(upper(t.Text) && upper(v.Tok(k-1).Text)) || v.punct(k) || t.Lower == "which" || t.Lower == "who":
			return -1
		}
	}
	return -1
}

// rejected reads "dismissed reports that P": who denies the report is the
// speaker, not who made it. hi is where P ends.
func (f *finder) rejected(v *view, i, hi int) bool {
	k := i - 1
	for ; k >= 0 && k > i-5; k-- {
		if u := v.Tok(k).UPOS; !(u == "NOUN" && v.Head(k) == i) && u != "DET" && u != "ADJ" && u != "NUM" && u != "PRON" && u != "ADV" {
			break
		}
	}
	w, ok := f.lex.verbs[v.Tok(k).Lemma]
	if !ok || !w.denies || w.class != "speech" || v.Tok(k).UPOS != "VERB" {
		return false
	}
	glo, ghi := v.group(k)
	if v.negated(k, glo) {
		return false
	}
	for n := len(f.out) - 1; n >= 0 && f.out[n].Sent == v.index; n-- {
		if f.out[n].CueTok == k {
			return f.out[n].holds(v.index, hi-1)
		}
	}
	src, agentless, ok := v.subject(k, glo, ghi)
	if !ok || agentless || src.lo >= ghi {
		src = nobody
		if h := v.nounEndingAt(glo); h >= 0 {
			src = v.phraseOf(h, 0, glo)
		}
	}
	if !v.speaks(src, false) {
		return false
	}
	f.add(v, Attribution{Class: "speech", Stance: w.stance, Denies: true, Parts: []Part{{v.index, ghi, hi}}}, src, k, glo, ghi)
	return true
}

// nounEndingAt returns the noun right before token k, or -1.
func (v *view) nounEndingAt(k int) int {
	if v.isNoun(k-1) || v.Tok(k-1).UPOS == "PRON" && !v.relative(k-1) {
		return k - 1
	}
	if v.Tok(k-1).Text != "," {
		return -1
	}
	for n := k - 2; n > 0; n-- { // "The army, which denied it, rejected"
		if v.Tok(n).Text == "," && v.isNoun(n-1) && (v.relative(n+1) || v.Tok(n+1).XPOS == "VBG" || v.Tok(n+1).XPOS == "VBN") {
			return n - 1
		}
	}
	return -1
}

// asideEnd cuts what a cue at i says where the cue stands in an aside between the
// subject of the sentence and its verb: "Officers, responding to reports that a
// bomb had gone off, | arrested two men".
func (v *view) asideEnd(i, hi int) int {
	open := -1
	for k := i - 1; k > 0; k-- {
		if v.Finite(k) {
			return hi
		}
		if v.Tok(k).Text == "," && v.isNoun(k-1) && open < 0 {
			open = k
		}
	}
	if open < 0 {
		return hi
	}
	if x := v.Tok(open + 1).XPOS; x != "VBG" && x != "VBN" {
		return hi
	}
	for k := i + 2; k < hi-1; k++ {
		if v.Tok(k).Text == "," && !v.quoted[k] {
			if next := v.Tok(k + 1); v.Finite(k+1) || next.XPOS == "VBN" && next.UPOS == "VERB" && v.Tok(k+2).UPOS != "ADP" {
				return k
			}
		}
	}
	return hi
}

// claimed reports whether a verb's content begins at the "that" already: "said in a
// message that".
func (f *finder) claimed(v *view, that int) bool {
	for n := len(f.out) - 1; n >= 0 && f.out[n].Sent == v.index; n-- {
		if a := &f.out[n]; a.Class == "speech" && a.SourceHead >= 0 && a.Lo == that && a.Hi > a.Lo {
			return true
		}
	}
	return false
}
