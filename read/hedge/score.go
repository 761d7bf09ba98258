package hedge

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"

	"tocsin"
	"tocsin/read/internal/lexfile"
	"tocsin/read/text"
)

// Scores puts a predicate onto the two scales of factuality corpora, each from
// -3 to +3. They are what a reader would believe, learnt from readers;
// Certainty, which comes from rules, is what the author says.
type Scores struct {
	// Committed: how sure the text is that it happened or will happen (the
	// question of UW: Lee et al. 2015).
	Committed float64
	// Happened: whether it has happened by the time of writing, so that what is
	// yet to come counts as not (the question of UDS-It-Happened-2: Rudinger et
	// al. 2018).
	Happened float64
}

//go:embed weights.txt
var weightsText string

// weights hold what each sign adds on both scales. TestWeights holds that the
// embedded ones read.
var weights = sync.OnceValue(func() map[string]Scores {
	w, err := readWeights(weightsText)
	if err != nil {
		panic("hedge: the embedded weights do not read: " + err.Error())
	}
	return w
})

// readWeights reads lines "SIGN COMMITTED HAPPENED".
func readWeights(raw string) (map[string]Scores, error) {
	out := map[string]Scores{}
	for n, line := range strings.Split(raw, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		f := strings.Fields(line)
		bad := lexfile.Bad("", "write SIGN COMMITTED HAPPENED, or train the file anew", "%q is no sign with two numbers", line)
		bad.Op, bad.Pos = "read weights", tocsin.Pos{File: "weights.txt", Line: n + 1}
		if len(f) != 3 {
			return nil, bad
		}
		a, errA := strconv.ParseFloat(f[1], 64)
		b, errB := strconv.ParseFloat(f[2], 64)
		if errA != nil || errB != nil || a != a || b != b {
			return nil, bad
		}
		out[f[0]] = Scores{a, b}
	}
	return out, nil
}

// Factuality scores the predicate at token tok of sentence sent: a sum of the
// weights of its Signs, after Stanovsky et al. 2017 (Integrating deep linguistic
// features in factuality prediction).
func Factuality(doc *text.Doc, sent, tok int) Scores {
	var s Scores
	w := weights()
	for _, sign := range Signs(doc, sent, tok) {
		s.Committed += w[sign].Committed
		s.Happened += w[sign].Happened
	}
	s.Committed = min(max(s.Committed, -3), 3)
	s.Happened = min(max(s.Happened, -3), 3)
	return s
}

// Signs names what Factuality weighs of a predicate: what the rules made of it,
// its form, its arguments, and what governs it, in the words of weights.txt.
func Signs(doc *text.Doc, sent, tok int) []string {
	if sent < 0 || sent >= len(doc.Sentences) || tok < 0 || tok >= len(doc.Sentences[sent].Tokens) {
		return []string{base}
	}
	r := newReader(defaults(), doc, sent)
	st := r.state(tok, 0)
	cond := ""
	if c := r.condition(tok, st); c != nil {
		cond = c.Kind
	}
	return r.signsOf(tok, st, cond)
}

// base is the sign that every predicate has.
const base = "any:predicate"
