// Package fill finds who fills which slot of which incident: it holds the
// features, the weights, and how they are learnt.
//
// In goes a parsed document, out come incidents whose slots hold spans. There
// are two layers. The first sees one noun phrase in its sentence and asks of it,
// for every slot, whether it fills the slot and which cut of it does; and it
// asks of the bag of words of the document whether it tells of an incident, and
// of which type. The second sees what the first made of the whole document, and
// decides. That a phrase counts only where its sentence tells of an event is
// the idea of Patwardhan and Riloff, A Unified Model of Phrasal and Sentential
// Evidence for Information Extraction (EMNLP 2009).
//
// It assumes that the document was parsed by package text. It ships no words of
// the texts it learnt from: a feature is known by a hash alone, and one seen
// fewer than three times is dropped.
package fill

import "math"

// The slots of an incident.
const (
	PerpInd = iota // persons who did it
	PerpOrg        // organisations behind it
	Target         // things it was done to
	Victim         // named persons it was done to
	Weapon
	slots
)

// Slots is the number of slots.
const Slots = slots

// A linear is the weights of a logistic regression over hashed features, in
// steps of its own size. The length is a power of two.
type linear struct {
	w    []int8
	step float64
}

// at returns the log odds of a bag.
func (l linear) at(b bag) float64 {
	sum := 0
	mask := hash(len(l.w) - 1)
	for _, h := range b {
		sum += int(l.w[h&mask])
	}
	return float64(sum) * l.step
}

// round makes a linear of full weights. The few weights beyond the limit are cut to it.
func round(w []float64) linear {
	const limit = 2.54 // log odds that one feature may add
	l := linear{w: make([]int8, len(w)), step: limit / 127}
	for i, x := range w {
		l.w[i] = int8(math.Round(max(-limit, min(limit, x)) / l.step))
	}
	return l
}

// A reader is the first layer: what a mention fills by itself, which of its
// cuts fills it, and what the document is about.
type reader struct {
	fill [slots]linear // of mentions
	cut  [slots]linear // of cuts
	doc  []linear      // any incident at all, then each type
}

// A Model is all that was learnt. It is safe for concurrent use.
type Model struct {
	vocab *vocabulary
	read  *reader
	rank  *ranker
}

// Recase gives a text without capitals some of them back: at the starts of
// sentences and on words that are not common. Every byte keeps its place, and a
// text with capitals comes back as it is.
func (m *Model) Recase(s string) string { return m.vocab.recase(s) }
