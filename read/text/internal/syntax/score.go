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
		if !parse {
			continue
		}
		m.prepare(&w.st, w.ws, tags)
		m.parse(m.parser, w)
		for i := range tags {
			h := w.st.head[i]
			if h == w.st.n {
				h = -1
			}
			r := m.Rels[w.st.rel[i]]
			arc := h == s.Heads[i]
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
	var right, all [clearSteps]int
	w := m.newWork()
	for _, s := range gold {
		w.ws = m.looks(s.Words, w.ws)
		m.prepare(&w.st, w.ws, m.tag(m.tagger, w.ws, w))
		m.parse(m.parser, w)
		for i := range s.Words {
			h := w.st.head[i]
			if h == w.st.n {
				h = -1
			}
			c := clearClass(w.margin[i])
			all[c]++
			right[c] += truth(h == s.Heads[i])
		}
	}
	m.clear = make([]float32, clearSteps)
	last := float32(0.3)
	for c := range clearSteps {
		if all[c] >= 20 {
			last = float32(right[c]) / float32(all[c])
		}
		m.clear[c] = last
	}
}
