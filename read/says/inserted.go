package says

// inserted finds the source of a cue that ends its sentence or stands between two
// commas, whatever the tree makes of the words before it: "..., religious and
// community leaders said."; "..., the council warns, ...".
func (v *view) inserted(i, glo, ghi int) (source, bool) {
	w, ok := v.lex.verbs[v.Tok(i).Lemma]
	if !ok || w.class != "speech" || !w.frames["quote"] || !w.frames["clause"] || glo != i || !v.isNoun(glo-1) {
		return source{}, false
	}
	if end := v.adjuncts(ghi); end < v.end() && v.Tok(end).Text != "," || end > ghi+4 {
		return source{}, false
	}
	k := glo - 1
	for k > 0 && glo-k < 10 {
		switch t := v.Tok(k); {
		case t.Text == ",":
			if k == glo-1 || v.quoted[k+1] {
				return source{}, false
			}
			return source{head: glo - 1, lo: k + 1, hi: glo, nlo: k + 1, nhi: glo}, true
		case t.UPOS == "CCONJ" && k == glo-2 && v.Tok(k-1).Text == ",", t.UPOS == "SCONJ", t.UPOS == "VERB", t.UPOS == "AUX", v.relative(k), t.XPOS == "WRB", v.isQuoteMark(k), t.UPOS == "ADP" && k == glo-1, t.UPOS == "ADP" && t.Lower != "of" && t.Lower != "for" && t.Lower != "in":
			return source{}, false
		case v.loose(k) && t.Text != "-":
			return source{}, false
		}
		k--
	}
	return source{}, false
}

// insertedNoun reports whether the noun at i is a cue between two commas that the
// tagger took for a noun: ", the United Nations warns,".
func (v *view) insertedNoun(i int) bool {
	t := v.Tok(i)
	if t.XPOS != "NNS" || v.Tok(i+1).Text != "," || !v.isNoun(i-1) || t.Lemma == t.Lower {
		return false
	}
	_, ok := v.inserted(i, i, i+1)
	return ok
}
