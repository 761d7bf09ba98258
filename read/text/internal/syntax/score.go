package syntax

import "strings"

// Scores are percentages over all words, punctuation included, relations with
// their subtypes, gold words and predicted tags.
type Scores struct {
	Words          int
	UPOS, XPOS     float64
	UAS, LAS, Core float64 // Core: labelled F1 of nsubj, csubj, obj, iobj, ccomp, xcomp, root
	Lemma          float64
	ByRel          map[string]*Count
	Voices         []Count // of a vote, heads by how many voters gave them; Gold is not counted
}

// A Count is what precision, recall and F1 of one relation are made of.
type Count struct{ Gold, Found, Right int }

// F1 is the harmonic mean of precision and recall in per cent, 0 for none.
func (c Count) F1() float64 {
	if c.Gold+c.Found == 0 {
		return 0
	}
	return 200 * float64(c.Right) / float64(c.Gold+c.Found)
}

var coreRels = []string{"nsubj", "csubj", "obj", "iobj", "ccomp", "xcomp", "root"}

func isCore(rel string) bool {
	base, _, _ := strings.Cut(rel, ":")
	for _, r := range coreRels {
		if base == r {
			return true
		}
	}
	return false
}

// Evaluate measures the model on gold sentences. Without parse only the tags
// are measured.
func (m *Model) Evaluate(gold []Sentence, parse bool) Scores {
	if !parse {
		return m.evaluate(gold, nil)
	}
	return m.evaluate(gold, m.tree)
}

// tree parses what w holds.
func (m *Model) tree(w *work, tags []int) []arc {
	m.prepare(&w.st, w.ws, tags)
	m.parse(m.parser, w)
	out := make([]arc, len(tags))
	for i := range out {
		out[i] = m.arc(w, i)
	}
	return out
}

// Evaluate measures the vote on gold sentences.
func (v *Vote) Evaluate(gold []Sentence) Scores {
	var votes [voters + 1]Count
	k := 0
	sc := v.main.evaluate(gold, func(w *work, tags []int) []arc {
		heads, rels, voices := elect(v.trees(w, tags))
		out := make([]arc, len(tags))
		for i := range out {
			out[i] = arc{head: heads[i], rel: rels[i]}
			votes[voices[i]].Found++
			votes[voices[i]].Right += truth(heads[i] == gold[k].Heads[i])
		}
		k++
		return out
	})
	sc.Voices = votes[:]
	return sc
}

func (m *Model) evaluate(gold []Sentence, parse func(*work, []int) []arc) Scores {
	sc := Scores{ByRel: map[string]*Count{}}
	w := m.newWork()
	var upos, xpos, uas, las, lemma int
	var core Count
	rel := func(r string) *Count {
		if sc.ByRel[r] == nil {
			sc.ByRel[r] = &Count{}
		}
		return sc.ByRel[r]
	}
	for _, s := range gold {
		w.ws = m.looks(s.Words, w.ws)
		tags := m.tag(m.tagger, w.ws, w)
		sc.Words += len(tags)
		for i, t := range tags {
			gu, gx, _ := strings.Cut(s.Tags[i], "|")
			pu, px, _ := strings.Cut(m.Tags[t], "|")
			upos += truth(gu == pu)
			xpos += truth(gx == px)
			lemma += truth(m.Lemma(s.Words[i], m.Tags[t]) == s.Lemmas[i])
		}
		if parse == nil {
			continue
		}
		for i, x := range parse(w, tags) {
			r := m.Rels[x.rel]
			arc := x.head == s.Heads[i]
			hit := arc && r == s.Rels[i]
			uas += truth(arc)
			las += truth(hit)
			rel(r).Found++
			rel(s.Rels[i]).Gold++
			rel(r).Right += truth(hit)
			core.Found += truth(isCore(r))
			core.Gold += truth(isCore(s.Rels[i]))
			core.Right += truth(hit && isCore(r))
		}
	}
	per := func(n int) float64 { return 100 * float64(n) / float64(max(sc.Words, 1)) }
	sc.UPOS, sc.XPOS, sc.UAS, sc.LAS, sc.Lemma, sc.Core = per(upos), per(xpos), per(uas), per(las), per(lemma), core.F1()
	return sc
}

func truth(b bool) int {
	if b {
		return 1
	}
	return 0
}

// calibrate learns from gold sentences how often an arc is right by the margin
// with which it was decided.
func (m *Model) calibrate(gold []Sentence) {
	var t, tags trust
	w := m.newWork()
	for _, s := range gold {
		w.ws = m.looks(s.Words, w.ws)
		for i, x := range m.tree(w, m.tag(m.tagger, w.ws, w)) {
			t.add(x.margin, x.head == s.Heads[i])
			tags.add(w.tagMargin[i], m.Tags[w.tags[i]] == s.Tags[i])
		}
	}
	m.clear, m.tagClear = t.shares(0.3), tags.shares(0.3)
}

// calibrate learns the same of a vote, by the number of voices too.
func (v *Vote) calibrate(gold []Sentence) {
	var t [voters + 1]trust
	w := v.main.newWork()
	for _, s := range gold {
		w.ws = v.main.looks(s.Words, w.ws)
		trees := v.trees(w, v.main.tag(v.main.tagger, w.ws, w))
		heads, _, voices := elect(trees)
		for i, h := range heads {
			t[voices[i]].add(trees[0][i].margin, h == s.Heads[i])
		}
	}
	for k := range v.sure {
		v.sure[k] = t[k].shares(float32(k+1) * 0.2)
	}
}

// trust counts right arcs by the size of their margin.
type trust struct{ right, all [clearSteps]int }

func (t *trust) add(margin int32, right bool) {
	c := clearClass(margin)
	t.all[c]++
	t.right[c] += truth(right)
}

// shares are the shares of right arcs; a size that was hardly met has the share
// of the one below it, the first of them low.
func (t *trust) shares(low float32) []float32 {
	out := make([]float32, clearSteps)
	for c := range out {
		if t.all[c] >= 20 {
			low = float32(t.right[c]) / float32(t.all[c])
		}
		out[c] = low
	}
	return out
}
