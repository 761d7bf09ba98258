package fill

// whole gives the features of the document as one: its words, its pairs of
// neighbouring words, and who plays which part in what.
func (w *view) whole() bag {
	var b bag
	b.add("bias")
	b.num("doc-length", min(len(w.sents)/4, 10))
	once := make(map[hash]bool)
	put := func(parts ...string) {
		if h := seed.add(parts...).mix(); !once[h] {
			once[h] = true
			b = append(b, h)
		}
	}
	for i := range w.sents {
		sv := &w.sents[i]
		for _, l := range sv.words {
			put("doc", l)
			if i < 2 {
				put("doc-first", l)
			}
		}
		for j := range sv.roles {
			w.wholeToken(sv, j, i < 2, put)
		}
	}
	return b
}

// wholeToken puts what one token adds to the features of its document.
func (w *view) wholeToken(sv *sentView, j int, first bool, put func(...string)) {
	t := &sv.s.Tokens[j]
	narrow, wide := w.vocab.classes(t.Lower)
	if narrow != "" && (t.UPOS == "NOUN" || t.UPOS == "VERB") {
		put("doc-class", narrow)
		if first {
			put("doc-first-class", narrow)
		}
	}
	for k := 0; k+1 < len(sv.roles[j]); k += 2 {
		role, verb := sv.roles[j][k], sv.roles[j][k+1]
		put("doc-role", role, verb, lemma(t))
		if n, _ := w.vocab.classes(verb); n != "" {
			put("doc-role~", role, n, wide)
		}
	}
	if t.Head >= 0 && t.Is("nmod", "compound", "amod") {
		put("doc-mod", lemma(t), lemma(&sv.s.Tokens[t.Head]))
	}
	if j > 0 {
		put("doc-pair", sv.s.Tokens[j-1].Lower, t.Lower)
	}
}
