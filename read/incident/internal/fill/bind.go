package fill

// binding gives the features that tell which type of incident a filler belongs to.
func (f *firstLook) binding(e *filler, k int) bag {
	m := &f.mentions[e.best]
	sv := &f.view.sents[m.sent]
	slot := string(rune('0' + k))
	var b bag
	b.add("bias", slot)
	b.add("key", e.key)
	b.add("head", lemma(&sv.s.Tokens[m.head]))
	for _, l := range sv.words {
		b.add("in", l)
	}
	for j := 0; j+1 < len(sv.roles[m.head]); j += 2 {
		b.add("role", sv.roles[m.head][j], sv.roles[m.head][j+1])
	}
	if g := sv.s.Tokens[m.head].Head; g >= 0 {
		b.add("gov", lemma(&sv.s.Tokens[g]))
	}
	for j, d := range f.doc[1:] {
		b.num("doc"+string(rune('0'+j)), step(d)/2)
	}
	return b
}
