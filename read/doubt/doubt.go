package doubt

import (
	_ "embed"
	"math"
	"sync"

	"tocsin"
	"tocsin/read/text"
)

//go:embed weights.txt
var raw string

var embedded = sync.OnceValue(func() *model {
	m, err := parse(raw)
	if err != nil {
		panic(err) // the file is built in and a test reads it
	}
	return m
})

// Of returns the chance, from 0 to 1, that the statement misreads the text of the
// document it was made of. Where the document has no sentence at the statement's span
// it is 1.
func Of(doc *text.Doc, s *tocsin.Statement) float64 {
	t := sum{m: embedded(), z: embedded().bias}
	if !describe(doc, s, &t) {
		return 1
	}
	return 1 / (1 + math.Exp(-t.z))
}

// Sure is the doubt up to which a statement counts as surely read: see
// testdata/score.txt for how many are, and how many of those are false.
const Sure = 0.15
