package fill

// cut gives the features of one way to cut a mention.
func (w *view) cut(m *mention, k int) bag {
	s := w.sents[m.sent].s
	v := m.variants[k]
	var b bag
	first, last := &s.Tokens[v.lo], &s.Tokens[v.hi-1]
	kind := "noun"
	if m.name {
		kind = "name"
	}
	b.add("bias", kind)
	if articles[first.Lower] && v.lo+1 < v.hi { // the key leaves the article out
		first = &s.Tokens[v.lo+1]
	}
	b.num("cut-lo"+kind, min(v.lo-m.lo, 6))
	b.num("cut-hi"+kind, min(m.hi-v.hi, 6))
	b.num("cut-len"+kind, min(v.hi-v.lo, 8))
	b.num("cut-head"+kind, min(v.hi-1-m.head, 8))
	b.add("cut-first", kind, lemma(first))
	b.add("cut-first", kind, first.UPOS)
	b.add("cut-last", kind, lemma(last))
	b.add("cut-last", kind, last.UPOS)
	b.add("cut-key", v.key)
	if v.lo > 0 {
		t := &s.Tokens[v.lo-1]
		b.add("cut-left", kind, lemma(t))
		b.add("cut-left", kind, t.UPOS, first.UPOS)
		b.add("cut-leftin", kind, lemma(t), boolean(v.lo > m.lo))
	}
	if v.hi < len(s.Tokens) {
		t := &s.Tokens[v.hi]
		b.add("cut-right", kind, lemma(t))
		b.add("cut-right", kind, t.UPOS, last.UPOS)
		b.add("cut-righthead", kind, t.Lower, lemma(&s.Tokens[m.head]))
	}
	for j := v.lo; j < v.hi; j++ {
		t := &s.Tokens[j]
		b.add("cut-has", kind, lemma(t))
		if t.UPOS == "NUM" {
			b.add("cut-num", kind)
		}
	}
	return b
}

// boolean writes a truth value as a part of a feature.
func boolean(b bool) string {
	if b {
		return "y"
	}
	return "n"
}
