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
	overviewWidth = 44
	rankWidth     = 41
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
	for _, words := range triggers {
		n, first := 0, len(f.view.sents)
		for i := range f.view.sents {
			if f.view.sents[i].holds(words) {
				n++
				first = min(first, i)
			}
		}
		row = append(row, float32(n), float32(first))
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
	for i := f.from[m.sent]; i < f.from[m.sent+1]; i++ {
		if i == e.best {
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
	for _, words := range triggers {
		row = append(row, number(f.view.sents[m.sent].holds(words)))
	}
	return row
}

func number(b bool) float32 {
	if b {
		return 1
	}
	return 0
}

// triggers are words that tell of an attack, a bombing, a kidnapping, an arson
// and a robbery: the rarer types have too few training texts to teach them.
var triggers = []map[string]bool{
	set("attack kill murder assassinate assassination shoot ambush massacre assault machinegun execute slay gunfire killing"),
	set("bomb bombing explode explosion dynamite blast detonate explosive grenade mine rocket"),
	set("kidnap kidnapping kidnapper abduct abduction hostage ransom captor captive"),
	set("burn arson torch incendiary ablaze arsonist gasoline fire"),
	set("rob robbery steal loot theft thief robber holdup stolen"),
}

// holds reports whether one of the words is in the sentence.
func (v *sentView) holds(words map[string]bool) bool {
	for _, w := range v.words {
		if words[w] {
			return true
		}
	}
	return false
}
