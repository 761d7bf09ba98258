package syntax

import (
	"fmt"
	"io"
	"slices"
)

// Options are the numbers of a training run.
type Options struct {
	Seed         uint64
	TagEpochs    int
	ParseEpochs  int
	SelectEpochs int // of the run that chooses the parser's features
	Keep         int // features of the parser that are kept, 0 for all
	TagMargin    int32
	ParseMargin  int32
	Folds        int // for jackknifed tags
	ExploreFrom  int // first epoch, from 1, that follows the parser's own actions
	Explore      int // per cent of steps that do so
	TagEps       float64
	ParseEps     float64
	Sweep        []float64 // further sizes of ParseEps to measure
	CheckEvery   int       // epochs between measurements on dev, 0 for none
	LemmaMinimum int
	Reversed     bool // the parser reads from right to left
}

// Defaults are the options of the model that ships.
func Defaults() Options {
	return Options{Seed: 20200818, TagEpochs: 8, ParseEpochs: 11, SelectEpochs: 6, Keep: 420_000, TagMargin: 10, ParseMargin: 30, Folds: 5,
		ExploreFrom: 2, Explore: 90, TagEps: 1.2, ParseEps: 1.6, CheckEvery: 0, LemmaMinimum: 1}
}

// random is a small generator with a fixed sequence (xorshift64*).
type random uint64

func (r *random) next() uint64 {
	x := *r
	x ^= x >> 12
	x ^= x << 25
	x ^= x >> 27
	*r = x
	return uint64(x) * 2685821657736338717
}

func (r *random) below(n int) int { return int((r.next() >> 33) % uint64(n)) }

func (r *random) shuffle(order []int) {
	for i := len(order) - 1; i > 0; i-- {
		j := r.below(i + 1)
		order[i], order[j] = order[j], order[i]
	}
}

// Train learns a model from train and returns it encoded. dev is only looked
// at: for the measures written to log and for how far a margin can be trusted.
func Train(train, dev []Sentence, o Options, log io.Writer) ([]byte, error) {
	l := learn(train, dev, o, log)
	return l.model.write(l.tagRows, l.parseRows)
}

// learnt is a model with the rows that it is written from.
type learnt struct {
	model              *Model
	tagRows, parseRows []coded
}

func learn(train, dev []Sentence, o Options, log io.Writer) learnt {
	m := newModel(train, o.Reversed)
	rng := random(o.Seed)
	m.learnLemmas(train, o.LemmaMinimum)
	tagLearner := m.trainTagger(train, o, &rng)
	tags := m.jackknife(train, o, &rng)
	fmt.Fprintf(log, "jackknifed tags right: %.2f %%\n", 100*tagAccuracy(m, train, tags))
	tagRows := tagLearner.freeze(o.TagEps)
	m.tagger = table(tagRows)
	fmt.Fprintf(log, "tagger: %d features, UPOS on dev %.2f\n", len(tagRows), m.Evaluate(dev, false).UPOS)
	parseLearner := newLearner(len(m.acts), o.ParseMargin)
	if o.Keep > 0 { // a first run chooses the features, a second learns them again
		m.trainParser(parseLearner, train, dev, tags, o.SelectEpochs, o, &rng, log)
		parseLearner = parseLearner.restrict(o.Keep)
	}
	m.trainParser(parseLearner, train, dev, tags, o.ParseEpochs, o, &rng, log)
	for _, eps := range o.Sweep {
		rows := parseLearner.freeze(eps)
		m.parser = table(rows)
		sc := m.Evaluate(dev, true)
		fmt.Fprintf(log, "weights from %g: %d features, %d bytes before compression, dev UAS %.2f LAS %.2f\n",
			eps, len(rows), len(appendRows(nil, rows)), sc.UAS, sc.LAS)
	}
	parseRows := parseLearner.freeze(o.ParseEps)
	m.parser = table(parseRows)
	m.learnShortcuts(train, tags)
	m.calibrate(dev)
	sc := m.Evaluate(dev, true)
	fmt.Fprintf(log, "frozen: %d features, dev UAS %.2f LAS %.2f\n", len(parseRows), sc.UAS, sc.LAS)
	return learnt{m, tagRows, parseRows}
}

// table makes a frozen table of rows, through the form they are written in.
func table(rows []coded) *frozen {
	z, _, _ := readRows(appendRows(nil, rows))
	return z
}

// newModel collects tags, relations, actions and the ambiguity classes.
func newModel(train []Sentence, reversed bool) *Model {
	m := &Model{dict: make(map[uint32]uint32), reversed: reversed}
	tags, rels := map[string]int{}, map[string]int{}
	seen := map[uint32]map[string]int{}
	var acts []action
	for _, s := range train {
		for i := range s.Words {
			tags[s.Tags[i]]++
			rels[s.Rels[i]]++
			f := hashString(american(normal(s.Words[i])))
			if seen[f] == nil {
				seen[f] = map[string]int{}
			}
			seen[f][s.Tags[i]]++
		}
	}
	m.Tags, m.Rels = sortedKeys(tags), sortedKeys(rels)
	acts = append(acts, action{shift, 0})
	for _, s := range train {
		for i, h := range s.Heads {
			a := action{left, uint8(slices.Index(m.Rels, s.Rels[i]))}
			if h >= 0 && (h < i) != reversed {
				a.kind = right
			}
			if !slices.Contains(acts, a) {
				acts = append(acts, a)
			}
		}
	}
	slices.SortFunc(acts[1:], func(a, b action) int {
		return (int(a.kind)-int(b.kind))*256 + int(a.rel) - int(b.rel)
	})
	m.acts = acts
	for f, counts := range seen {
		total := 0
		for _, n := range counts {
			total += n
		}
		if total > 1 { // what was seen once stands for what was never seen
			m.dict[f] = ambiguity(counts)
		}
	}
	m.index()
	return m
}

// ambiguity is a number for the set of tags that a form has in training: those
// with at least a twentieth of its uses, commonest first.
func ambiguity(counts map[string]int) uint32 {
	total := 0
	list := sortedKeys(counts)
	for _, t := range list {
		total += counts[t]
	}
	slices.SortStableFunc(list, func(a, b string) int { return counts[b] - counts[a] })
	h := uint64(17)
	for _, t := range list {
		if counts[t]*20 >= total {
			h = mix(h, hashString(t))
		}
	}
	if total > 10 {
		h = mix(h, 1)
	}
	return uint32(h>>32) | 8
}

func sortedKeys(m map[string]int) []string {
	out := make([]string, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}

func (m *Model) trainTagger(train []Sentence, o Options, rng *random) *learner {
	l := newLearner(len(m.Tags), o.TagMargin)
	w := m.newWork()
	order := make([]int, len(train))
	for i := range order {
		order[i] = i
	}
	scores := make([]int32, len(m.Tags))
	for range o.TagEpochs {
		rng.shuffle(order)
		for _, k := range order {
			m.tagStep(l, &train[k], w, scores)
		}
	}
	return l
}

// tagStep learns from one sentence, going on with the tags it predicts.
func (m *Model) tagStep(l *learner, s *Sentence, w *work, scores []int32) {
	w.ws = m.looks(s.Words, w.ws)
	t1, t2 := uint32(padValue), uint32(padValue)
	for i := range w.ws {
		feats := tagFeatures(w.ws, i, t1, t2, &w.feats)
		l.score(feats, scores)
		gold, _ := slices.BinarySearch(m.Tags, s.Tags[i])
		rival := -1
		for c := range scores {
			if c != gold && (rival < 0 || scores[c] > scores[rival]) {
				rival = c
			}
		}
		guess := gold
		if scores[rival] >= scores[gold] {
			guess = rival
		}
		if scores[gold]-scores[rival] <= l.margin {
			l.update(feats, gold, rival)
		}
		l.step++
		t1, t2 = uint32(guess)+10, t1
	}
}

// jackknife tags every training sentence by a tagger that has not seen it, so
// that the parser learns from tags as good as those it will get.
func (m *Model) jackknife(train []Sentence, o Options, rng *random) [][]int {
	out := make([][]int, len(train))
	short := o
	short.TagEpochs = max(2, o.TagEpochs-2)
	for fold := range o.Folds {
		var part []Sentence
		for i := range train {
			if i*o.Folds/len(train) != fold {
				part = append(part, train[i])
			}
		}
		sub := newModel(part, m.reversed)
		sub.Tags, sub.Rels, sub.acts = m.Tags, m.Rels, m.acts
		sub.index()
		sub.tagger = table(sub.trainTagger(part, short, rng).freeze(o.TagEps))
		w := sub.newWork()
		for i := range train {
			if i*o.Folds/len(train) == fold {
				w.ws = sub.looks(train[i].Words, w.ws)
				out[i] = slices.Clone(sub.tag(sub.tagger, w.ws, w))
			}
		}
	}
	return out
}

func tagAccuracy(m *Model, train []Sentence, tags [][]int) float64 {
	ok, n := 0, 0
	for i, s := range train {
		for j := range s.Tags {
			n++
			if m.Tags[tags[i][j]] == s.Tags[j] {
				ok++
			}
		}
	}
	return float64(ok) / float64(max(n, 1))
}

func (m *Model) trainParser(l *learner, train, dev []Sentence, tags [][]int, epochs int, o Options, rng *random, log io.Writer) {
	w := m.newWork()
	order := make([]int, len(train))
	for i := range order {
		order[i] = i
	}
	for epoch := 1; epoch <= epochs; epoch++ {
		rng.shuffle(order)
		right, steps := 0, 0
		for _, k := range order {
			r, n := m.parseStep(l, &train[k], tags[k], w, epoch >= o.ExploreFrom, o, rng)
			right, steps = right+r, steps+n
		}
		fmt.Fprintf(log, "epoch %d: %.2f %% of %d actions right, %d features", epoch, 100*float64(right)/float64(steps), steps, l.used)
		if o.CheckEvery > 0 && epoch%o.CheckEvery == 0 && epoch < epochs {
			m.parser = table(l.freeze(o.ParseEps))
			sc := m.Evaluate(dev, true)
			fmt.Fprintf(log, ", dev UAS %.2f LAS %.2f", sc.UAS, sc.LAS)
		}
		fmt.Fprintln(log)
	}
}

// parseStep learns from one sentence and returns how many of its actions were
// right, of how many.
func (m *Model) parseStep(l *learner, s *Sentence, tags []int, w *work, explore bool, o Options, rng *random) (right, steps int) {
	w.ws = m.looks(s.Words, w.ws)
	m.prepare(&w.st, w.ws, tags)
	st := &w.st
	heads := make([]int, st.n)
	rels := make([]uint8, st.n)
	for i := range heads {
		at := m.turn(i, st.n)
		heads[at] = st.n
		if h := s.Heads[i]; h >= 0 {
			heads[at] = m.turn(h, st.n)
		}
		r, _ := slices.BinarySearch(m.Rels, s.Rels[i])
		rels[at] = uint8(r)
	}
	good := make([]bool, len(m.acts))
	scores := w.scores[:len(m.acts)]
	for !st.done() {
		if st.b == st.n && len(st.stack) == 1 {
			st.do(m.acts[m.leftRoot])
			continue
		}
		feats := parseFeatures(st, &w.feats)
		l.score(feats, scores)
		m.gold(st, heads, rels, good)
		best, rival := -1, -1
		for i, a := range m.acts {
			if good[i] {
				if best < 0 || scores[i] > scores[best] {
					best = i
				}
			} else if m.may(st, a) && (rival < 0 || scores[i] > scores[rival]) {
				rival = i
			}
		}
		next := best
		if rival >= 0 {
			gap := scores[best] - scores[rival]
			if gap <= l.margin {
				l.update(feats, best, rival)
			}
			if gap > 0 {
				right++
			} else if explore && rng.below(100) < o.Explore {
				next = rival
			}
		}
		l.step++
		steps++
		st.do(m.acts[next])
	}
	return right, steps
}
