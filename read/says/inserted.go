package says

// inserted finds the source of a cue that ends its sentence or stands between two
// commas, whatever the tree makes of the words before it: "..., religious and
// community leaders said."; "..., the council warns, ...".
func (v *view) inserted(i, glo, ghi int) (source, bool) {
	w, ok := v.lex.verbs[v.Tok(i).Lemma]
	if !ok || w.class != "speech" || !w.frames["quote"] || !w.frames["clause"] || glo != i || !v.isNoun(glo-1) {
		return source{}, false
	}
	if end := v.adjuncts(ghi); end < v.end() && v.Tok(end).Text != "," && v.Tok(end).Text != ";" || end > ghi+4 {
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

// dated finds the source of a cue that has a day between itself and its subject, as
// telegraphic prose writes: "Military same day said", "TTP 28 Nov announced".
func (v *view) dated(i, glo int) (source, bool) {
	k := glo
	switch t := v.Tok(k - 1); {
	case monthWord(t.Lower):
		if k--; v.Tok(k-1).UPOS == "NUM" || v.Tok(k-1).XPOS == "CD" || partOfMonth[v.Tok(k-1).Lower] {
			k--
		}
	case t.Lower == "day" && (v.Tok(k-2).Lower == "same" || v.Tok(k-2).Lower == "next" || v.Tok(k-2).Lower == "following"):
		k -= 2
	default:
		return source{}, false
	}
	h := k - 1
	if k == glo || !v.isNoun(h) && v.Tok(h).UPOS != "PRON" && !upper(v.Tok(h).Text) || v.punct(h) {
		return source{}, false
	}
	lo := h
	for lo > 0 && h-lo < 6 && (v.isNoun(lo-1) || v.Tok(lo-1).UPOS == "ADJ" || v.Tok(lo-1).UPOS == "DET") && !isTime(v.Tok(lo-1).Lower) {
		lo--
	}
	return source{head: h, lo: lo, hi: k, nlo: lo, nhi: k}, true
}

// partOfMonth may stand where the day of a month does.
var partOfMonth = map[string]bool{"early": true, "mid": true, "late": true}

// monthWord reports whether a word is a month, written out or cut short.
func monthWord(w string) bool {
	switch w {
	case "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
		"january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december":
		return true
	}
	return false
}

// impersonal reads "Soldiers, it is claimed, burned the village": the words on both
// sides are what nobody in particular says.
func (v *view) impersonal(c *cueVerb) []Part {
	it := c.glo - 1
	if v.Tok(it).Lower != "it" || v.Tok(it-1).Text != "," || v.Tok(c.ghi).Text != "," && c.ghi < v.end() {
		return nil
	}
	var parts []Part
	if lo, hi := v.trim(v.clauseStart(min(max(v.Dateline, 0), len(v.Tokens)), it-1), it-1); lo < hi {
		parts = append(parts, Part{v.index, lo, hi})
	}
	if lo, hi := v.trim(min(c.ghi+1, v.end()), v.end()); lo < hi {
		parts = append(parts, Part{v.index, lo, hi})
	}
	return parts
}

// cited reports whether a source and its cue follow the comma at k and end the
// sentence: "said that it was behind it, | a monitoring service reported."
func (v *view) cited(k int) bool {
	for j := k + 2; j < len(v.Tokens) && j < k+10; j++ {
		if v.Tok(j).UPOS != "VERB" {
			continue
		}
		s, ok := v.inserted(j, j, j+1)
		return ok && s.lo == k+1 && v.adjuncts(j+1) >= v.end()
	}
	return false
}
