package fill

import (
	"cmp"
	"math"
	"slices"

	"tocsin"
	"tocsin/read/text"
)

// Kinds are the types of incidents, in the order of the model.
var Kinds = []string{"attack", "bombing", "kidnapping", "arson", "robbery", "forced work stoppage"}

// A Filler is one string that fills a slot of an incident.
type Filler struct {
	Best  tocsin.Span   // the mention that fills it most likely
	Spans []tocsin.Span // all mentions, in the order of the text
	Prob  float64
}

// A Found is one incident of a document.
type Found struct {
	Kind  int // index in Kinds
	Prob  float64
	Slots [slots][]Filler
}

// How likely, from 0 to 1, something must be to be put out. A value that is
// kept although it is only a third likely still gains more recall than it costs
// precision while the F1 of the whole is below two thirds. Chosen on MUC-4
// train (cross-validated) and dev.
const (
	gate       = 0.30 // an incident at all, for anything to be put out
	anyFloor   = 0.86 // an incident at all: its likeliest type is put out whatever that type's own odds
	kindFloor  = 0.21 // a type
	moreFloor  = 0.23 // a second incident of the same type
	laterFloor = 0.93 // a filler of the second incident of the same type
	laterPerp  = 0.57 // the same where it is who did it, who often did the one as the other
	bindPower  = 1.20 // how much it counts that a filler belongs rather to another type
	maxFound   = 4    // incidents in a document
)

var slotFloor = [slots]float64{PerpInd: 0.25, PerpOrg: 0.23, Target: 0.32, Victim: 0.36, Weapon: 0.26}

// maxSentences is how far a document is read. A report has a hundredth of it.
const maxSentences = 2000

// Find returns the incidents of a document.
func (m *Model) Find(doc *text.Doc) []Found {
	if len(doc.Sentences) > maxSentences {
		doc = &text.Doc{Text: doc.Text, Sentences: doc.Sentences[:maxSentences]}
	}
	w := newView(doc, m.vocab)
	ms := mentions(doc, m.vocab)
	for i := range ms {
		w.describe(&ms[i])
	}
	return m.rank.find(m.read.look(w, ms, w.whole()))
}

// An outline is one incident before its slots are filled.
type outline struct {
	kind  int
	later bool // the second of its type
	prob  float64
}

func (r *ranker) find(f *firstLook) []Found {
	outlines := r.outlines(f)
	if len(outlines) == 0 {
		return nil
	}
	out := make([]Found, len(outlines))
	for i, o := range outlines {
		out[i] = Found{Kind: o.kind, Prob: o.prob}
	}
	for k := range slots {
		for g := range f.fillers[k] {
			r.place(f, k, g, outlines, out)
		}
	}
	for i := range out {
		for k := range slots {
			slices.SortStableFunc(out[i].Slots[k], func(a, b Filler) int { return cmp.Compare(b.Prob, a.Prob) })
		}
	}
	return out
}

// outlines decides which incidents there are.
func (r *ranker) outlines(f *firstLook) []outline {
	row := f.overview()
	probs := make([]float64, len(Kinds))
	best := 0
	for t := range probs {
		probs[t] = sigmoid(r.kind[1+t].at(row))
		if probs[t] > probs[best] {
			best = t
		}
	}
	any := sigmoid(r.kind[0].at(row))
	if any < gate {
		return nil
	}
	var out []outline
	for t, p := range probs {
		if p <= kindFloor && (t != best || any <= anyFloor) {
			continue
		}
		out = append(out, outline{kind: t, prob: p})
		if q := sigmoid(r.more[t].at(row)); q > moreFloor {
			out = append(out, outline{kind: t, later: true, prob: min(p, q)})
		}
	}
	slices.SortStableFunc(out, func(a, b outline) int { return cmp.Compare(b.prob, a.prob) })
	return out[:min(len(out), maxFound)]
}

// place puts filler g of slot k into the incidents it belongs to.
func (r *ranker) place(f *firstLook, k, g int, outlines []outline, out []Found) {
	e := &f.fillers[k][g]
	p := sigmoid(r.fill[k].at(f.rank(k, g)))
	if p <= slotFloor[k] { // the floors of second incidents are higher
		return
	}
	bag := f.binding(e, k)
	belongs := make([]float64, len(outlines))
	most := 0.0
	for i, o := range outlines {
		belongs[i] = sigmoid(r.bind[o.kind].at(bag))
		most = max(most, belongs[i])
	}
	for i, o := range outlines {
		floor := slotFloor[k]
		switch {
		case o.later && (k == PerpInd || k == PerpOrg):
			floor = laterPerp
		case o.later:
			floor = laterFloor
		}
		if q := p * math.Pow(belongs[i]/most, bindPower); q > floor {
			out[i].Slots[k] = append(out[i].Slots[k], f.filler(e, k, q))
		}
	}
}

// filler gives a filler its spans.
func (f *firstLook) filler(e *filler, k int, p float64) Filler {
	out := Filler{Prob: p}
	for _, i := range e.mentions {
		m := &f.mentions[i]
		span := m.span(f.view.doc, m.variants[f.cuts[i][k]])
		if i == e.best {
			out.Best = span
		}
		if !slices.Contains(out.Spans, span) {
			out.Spans = append(out.Spans, span)
		}
	}
	slices.SortFunc(out.Spans, func(a, b tocsin.Span) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1])) })
	return out
}
