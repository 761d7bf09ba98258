package fill

// start is where the generator of random orders starts.
const start random = 88172645463325252

// learnReader learns the first layer.
func learnReader(ex []*example, o Options) *reader {
	r := &reader{}
	rnd := start
	for k := range slots {
		nouns, cuts := newLearners(fillBits, o), newLearners(cutBits, o)
		for b := range o.Bags {
			for range o.Epochs {
				for _, d := range rnd.shuffle(len(ex)) {
					ex[d].teach(k, nouns[b], cuts[b])
				}
			}
		}
		r.fill[k], r.cut[k] = average(nouns), average(cuts)
	}
	for t := range 1 + len(Kinds) {
		docs := newLearners(docBits, o)
		for b := range o.Bags {
			for range o.Epochs {
				for _, d := range rnd.shuffle(len(ex)) {
					docs[b].learn(ex[d].whole, ex[d].doc[t])
				}
			}
		}
		r.doc = append(r.doc, average(docs))
	}
	return r
}

// teach shows the mentions of a document to the learners of slot k; that of
// cuts sees only mentions that fill the slot.
func (e *example) teach(k int, noun, cut *learner) {
	for i := range e.mentions {
		m := &e.mentions[i]
		y := e.fills(i, k)
		noun.learn(m.feats, y)
		if !y {
			continue
		}
		for c := range m.variants {
			cut.learn(e.view.cut(m, c), e.gold[k][m.variants[c].key])
		}
	}
}

// crossLook gives every example the first look of a reader learnt on the others.
func crossLook(ex []*example, o Options) []*firstLook {
	out := make([]*firstLook, len(ex))
	for f := range o.Folds {
		var rest []*example
		for d := range ex {
			if d%o.Folds != f {
				rest = append(rest, ex[d])
			}
		}
		r := learnReader(rest, o)
		for d := f; d < len(ex); d += o.Folds {
			out[d] = r.look(ex[d].view, ex[d].mentions, ex[d].whole)
		}
	}
	return out
}

// learnRanker learns the second layer from first looks of readers that have
// not seen the documents.
func learnRanker(ex []*example, looks []*firstLook, o Options) *ranker {
	r := &ranker{}
	for k := range slots {
		var rows [][]float32
		var y []bool
		for d := range ex {
			for g := range looks[d].fillers[k] {
				rows = append(rows, looks[d].rank(k, g))
				y = append(y, ex[d].gold[k][looks[d].fillers[k][g].key])
			}
		}
		r.fill[k] = boost(rows, y)
	}
	views := make([][]float32, len(ex))
	for d := range ex {
		views[d] = looks[d].overview()
	}
	y := make([]bool, len(ex))
	for t := range 1 + len(Kinds) {
		for d := range ex {
			y[d] = ex[d].doc[t]
		}
		r.kind = append(r.kind, boost(views, y))
	}
	for t := range Kinds {
		for d := range ex {
			y[d] = ex[d].count(t) > 1
		}
		r.more = append(r.more, boost(views, y))
		r.bind = append(r.bind, learnBinder(ex, looks, t, o))
	}
	return r
}

// learnBinder learns which fillers belong to type t.
func learnBinder(ex []*example, looks []*firstLook, t int, o Options) linear {
	l := newLearner(bindBits, o)
	rnd := start
	for range o.Epochs {
		for _, d := range rnd.shuffle(len(ex)) {
			for k := range slots {
				for g := range looks[d].fillers[k] {
					if e := &looks[d].fillers[k][g]; ex[d].gold[k][e.key] {
						l.learn(looks[d].binding(e, k), ex[d].within(t, k, e.key))
					}
				}
			}
		}
	}
	return average([]*learner{l})
}
