package fill

// A ranker holds the second layer, which sees the document as a whole.
type ranker struct {
	fill [slots]*forest
	kind []*forest // any incident, then each type
	more []*forest // of each type: more than one
	bind []linear  // of each type: whether a filler belongs to it
}

// The widths of the rows of the second layer.
const (
	overviewWidth = 34
	rankWidth     = 36
)

// low stands for log odds that nothing has.
const low = -8

// overview describes a document as a row of numbers.
func (f *firstLook) overview() []float32 {
	var row []float32
	for _, d := range f.doc {
		row = append(row, float32(d))
	}
	for k := range slots {
		top := [3]float32{low, low, low}
		sum := 0.0
		for i := range f.fillers[k] {
			if i < len(top) {
				top[i] = float32(f.fillers[k][i].logit)
			}
			sum += f.fillers[k][i].sum
		}
		row = append(row, top[0], top[1], top[2], float32(sum))
	}
	likely, sure := 0, 0
	for _, s := range f.sent {
		if s > -1 {
			likely++
		}
		if s > 0.5 {
			sure++
		}
	}
	row = append(row, float32(likely), float32(sure), float32(len(f.sent)))
	for i := range 4 {
		row = append(row, float32(f.sentence(i)))
	}
	return row
}

// sentence returns how likely sentence i tells of an incident, in log odds.
func (f *firstLook) sentence(i int) float64 {
	if i < 0 || i >= len(f.sent) {
		return low
	}
	return max(low, f.sent[i])
}

// rank describes filler g of slot k as a row of numbers.
func (f *firstLook) rank(k, g int) []float32 {
	e := &f.fillers[k][g]
	m := &f.mentions[e.best]
	first := m.sent
	for _, i := range e.mentions {
		first = min(first, f.mentions[i].sent)
	}
	row := []float32{float32(e.logit), float32(e.sum), float32(len(e.mentions)), float32(g), float32(m.sent), float32(first)}
	for _, d := range f.doc {
		row = append(row, float32(d))
	}
	for o := range slots {
		row = append(row, float32(max(low, f.odds[e.best][o])))
	}
	for o := range slots {
		best := float32(low)
		if len(f.fillers[o]) > 0 {
			best = float32(f.fillers[o][0].logit)
		}
		row = append(row, best)
	}
	near, any := float64(low), float64(low)
	for i := range f.mentions {
		if f.mentions[i].sent != m.sent || i == e.best {
			continue
		}
		for o := range slots {
			any = max(any, f.odds[i][o])
			if o != k {
				near = max(near, f.odds[i][o])
			}
		}
	}
	v := m.variants[f.cuts[e.best][k]]
	row = append(row, float32(near), float32(any), float32(f.sentence(m.sent-1)), float32(f.sentence(m.sent+1)),
		float32(e.linked), float32(e.inside), float32(e.outside), number(m.name), number(e.short), float32(e.links),
		float32(v.hi-v.lo), float32(len(f.sent)), float32(len(f.fillers[k])))
	return row
}

func number(b bool) float32 {
	if b {
		return 1
	}
	return 0
}
