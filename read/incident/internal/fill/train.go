package fill

import (
	"context"
	"fmt"
	"io"
	"strings"

	"tocsin/read/text"
)

// A Template is one incident as the training texts give it.
type Template struct {
	Type  string
	Slots [slots][][]string // entities of each slot, each a list of mentions
}

// A Sample is one training document.
type Sample struct {
	ID        string
	Text      string
	Templates []Template
}

// Options are the settings of training.
type Options struct {
	Epochs int     // times that each example is seen
	Rate   float64 // how fast the weights move
	L1, L2 float64 // how strongly they are held at zero
	Least  int     // examples that a feature must be seen in
	Bags   int     // orders in which the examples of the first layer are seen, whose weights are averaged
	Folds  int     // parts of the training set; the second layer learns from a first that has not seen the part
}

// Defaults are the settings of the shipped model, chosen on MUC-4 train by
// cross-validation.
func Defaults() Options {
	return Options{Epochs: 4, Rate: 0.07, L1: 0.2, L2: 0.3, Least: 3, Bags: 3, Folds: 5}
}

// The numbers of weights, as powers of two.
const (
	fillBits = 18
	cutBits  = 16
	docBits  = 18
	bindBits = 16
)

// Train learns a model. The same arguments give the same model.
func Train(ctx context.Context, samples []Sample, tagged map[string]WordCount, classes *Classes, o Options, log io.Writer) (*Model, error) {
	texts := make([]string, len(samples))
	for i := range samples {
		texts[i] = samples[i].Text
	}
	m := &Model{vocab: learnVocabulary(tagged, texts)}
	m.vocab.setClasses(classes)
	fmt.Fprintf(log, "%d common words, %d words in classes\n", len(m.vocab.common), len(m.vocab.class))
	ex := make([]*example, len(samples))
	for i := range samples {
		e, err := prepare(ctx, m.vocab, &samples[i])
		if err != nil {
			return nil, fmt.Errorf("document %s: %w", samples[i].ID, err)
		}
		ex[i] = e
	}
	pruneAll(ex, o.Least)
	fmt.Fprintf(log, "%d documents read\n", len(ex))
	looks := crossLook(ex, o)
	fmt.Fprintln(log, "first layer learnt on each part")
	m.read = learnReader(ex, o)
	m.rank = learnRanker(ex, looks, o)
	return m, nil
}

// An example is a sample made ready.
type example struct {
	view     *view
	mentions []mention
	whole    bag
	gold     [slots]map[string]bool
	doc      []bool // any incident, each kind
	sample   *Sample
}

func prepare(ctx context.Context, v *vocabulary, s *Sample) (*example, error) {
	doc, err := text.Parse(ctx, v.recase(s.Text))
	if err != nil {
		return nil, err
	}
	e := &example{view: newView(doc, v), mentions: mentions(doc, v), sample: s, doc: make([]bool, 1+len(Kinds))}
	for i := range e.mentions {
		e.view.describe(&e.mentions[i])
	}
	e.whole = e.view.whole()
	e.doc[0] = len(s.Templates) > 0
	for k := range e.gold {
		e.gold[k] = make(map[string]bool)
	}
	for _, t := range s.Templates {
		for i, k := range Kinds {
			if strings.Contains(t.Type, k) {
				e.doc[1+i] = true
			}
		}
		for k := range t.Slots {
			for _, entity := range t.Slots[k] {
				for _, m := range entity {
					e.gold[k][normal(m)] = true
				}
			}
		}
	}
	return e, nil
}

// fills reports whether a mention fills slot k of its document.
func (e *example) fills(i, k int) bool {
	for _, v := range e.mentions[i].variants {
		if e.gold[k][v.key] {
			return true
		}
	}
	return false
}

// count returns how many different templates of type t a document has.
func (e *example) count(t int) int {
	seen := make(map[string]bool)
	for _, tm := range e.sample.Templates {
		if tm.Type == Kinds[t] {
			seen[fmt.Sprintf("%q", tm)] = true
		}
	}
	return len(seen)
}

// within reports whether a string fills slot k of a template of type t.
func (e *example) within(t, k int, key string) bool {
	for _, tm := range e.sample.Templates {
		if tm.Type != Kinds[t] {
			continue
		}
		for _, entity := range tm.Slots[k] {
			for _, m := range entity {
				if normal(m) == key {
					return true
				}
			}
		}
	}
	return false
}

// pruneAll takes out of all bags the features seen in too few of them.
func pruneAll(ex []*example, least int) {
	var noun, whole []*bag
	for _, e := range ex {
		for i := range e.mentions {
			noun = append(noun, &e.mentions[i].feats)
		}
		whole = append(whole, &e.whole)
	}
	prune(noun, least, 1<<fillBits-1)
	prune(whole, least, 1<<docBits-1)
}

func prune(bags []*bag, least int, mask hash) {
	count := make([]uint32, mask+1)
	for _, b := range bags {
		for _, h := range *b {
			count[h&mask]++
		}
	}
	for _, b := range bags {
		kept := (*b)[:0]
		for _, h := range *b {
			if count[h&mask] >= uint32(least) {
				kept = append(kept, h)
			}
		}
		*b = kept
	}
}
