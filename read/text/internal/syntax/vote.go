package syntax

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"slices"

	"tocsin"
)

// A Vote asks three parsers about every arc: the model that stands alone, one
// trained from another seed, and one that reads from right to left. Where they
// agree they are nearly always right; where they do not, an arc is in doubt
// (Sagae and Lavie 2006 reparse such votes; here the tree that agrees best with
// the others is mended arc by arc, and stays a tree without crossing arcs).
type Vote struct {
	main   *Model
	others []*Model
	sure   [voters + 1][]float32 // share of right arcs by voices and by the size of main's margin
}

const (
	voters    = 3
	voteMagic = "tocsin-vote-1\n"
)

// Analyse tags once, parses three times and counts.
func (v *Vote) Analyse(words []string, h Hints) Analysis {
	w := v.main.borrow()
	defer v.main.pool.Put(w)
	tags := v.main.tagHinted(words, h, w)
	trees := v.trees(w, tags)
	heads, rels, voices := elect(trees)
	a := Analysis{Tags: make([]string, len(words)), Rels: make([]string, len(words)), Heads: heads,
		Score: make([]float32, len(words)), TagScore: v.main.tagScores(w), Voices: voices}
	for i := range words {
		a.Tags[i], a.Rels[i] = v.main.Tags[tags[i]], v.main.Rels[rels[i]]
		a.Score[i] = v.sure[voices[i]][clearClass(trees[0][i].margin)]
	}
	return a
}

// trees parses what w holds by every voter.
func (v *Vote) trees(w *work, tags []int) [][]arc {
	out := make([][]arc, 0, voters)
	for k, m := range append([]*Model{v.main}, v.others...) {
		own := w
		if k > 0 {
			own = m.borrow()
		}
		m.prepare(&own.st, w.ws, tags)
		m.parse(m.parser, own)
		tree := make([]arc, len(tags))
		for i := range tree {
			tree[i] = m.arc(own, i)
		}
		out = append(out, tree)
		if k > 0 {
			m.pool.Put(own)
		}
	}
	return out
}

// elect joins trees over the same words into one, and counts the voices of each
// of its arcs.
func elect(trees [][]arc) (heads []int, rels []uint8, voices []uint8) {
	n := len(trees[0])
	heads, rels, voices = make([]int, n), make([]uint8, n), make([]uint8, n)
	best, most := 0, -1
	for k := range trees {
		sum := 0
		for i := range n {
			sum += backers(trees, i, trees[k][i].head)
		}
		if sum > most {
			best, most = k, sum
		}
	}
	for i := range n {
		heads[i] = trees[best][i].head
	}
	for i := range n {
		if backers(trees, i, heads[i]) > 1 {
			continue
		}
		for k := range trees {
			if h := trees[k][i].head; backers(trees, i, h) > 1 && fits(heads, i, h) {
				heads[i] = h
				break
			}
		}
	}
	for i := range n {
		voices[i] = uint8(backers(trees, i, heads[i]))
		rels[i] = electRel(trees, i, heads[i])
	}
	return heads, rels, voices
}

// backers counts the trees that give word i this head.
func backers(trees [][]arc, i, head int) int {
	n := 0
	for _, t := range trees {
		n += truth(t[i].head == head)
	}
	return n
}

// electRel returns the commonest relation among the trees that give word i this
// head, of equals the first.
func electRel(trees [][]arc, i, head int) uint8 {
	var rel uint8
	most := 0
	for _, t := range trees {
		if t[i].head != head {
			continue
		}
		n := 0
		for _, u := range trees {
			n += truth(u[i].head == head && u[i].rel == t[i].rel)
		}
		if n > most {
			rel, most = t[i].rel, n
		}
	}
	return rel
}

// fits reports whether word i may get another head h: neither is the root, no
// circle arises and no arc is crossed.
func fits(heads []int, i, h int) bool {
	if h < 0 || heads[i] < 0 {
		return false
	}
	for j := h; j >= 0; j = heads[j] {
		if j == i {
			return false
		}
	}
	lo, hi := min(i, h), max(i, h)
	for j, g := range heads {
		if j == i || g < 0 {
			continue
		}
		a, b := min(j, g), max(j, g)
		if lo < a && a < hi && hi < b || a < lo && lo < b && b < hi {
			return false
		}
	}
	return true
}

// TrainVote learns the two parsers that vote beside main and how far their
// agreement can be trusted, and returns them encoded.
func TrainVote(main []byte, train, dev []Sentence, o Options, log io.Writer) ([]byte, error) {
	m, err := Load(main)
	if err != nil {
		return nil, err
	}
	out := []byte(voteMagic)
	v := &Vote{main: m}
	var models [][]byte
	for k := 1; k < voters; k++ {
		part := o
		part.Seed += uint64(k)
		part.Reversed = k == voters-1
		fmt.Fprintf(log, "voter %d of %d\n", k+1, voters)
		l := learn(train, dev, part, log)
		l.model.dict, l.model.lemmas, l.model.tagRows = nil, nil, nil // tags are main's
		b, err := l.model.write(nil, l.parseRows)
		if err != nil {
			return nil, err
		}
		other, err := Load(b)
		if err != nil {
			return nil, err
		}
		models, v.others = append(models, b), append(v.others, other)
	}
	v.calibrate(dev)
	for _, row := range v.sure {
		out = appendShares(out, row)
	}
	for _, b := range models {
		out = append(binary.AppendUvarint(out, uint64(len(b))), b...)
	}
	return out, nil
}

// LoadVote decodes what TrainVote wrote, to stand beside main.
func LoadVote(main *Model, data []byte) (*Vote, error) {
	bad := tocsin.Errorf(tocsin.Internal, "rebuild it with go run ./read/text/train --beside", "vote: damaged, or trained beside another model")
	rest, ok := bytes.CutPrefix(data, []byte(voteMagic))
	r := reader{b: rest}
	v := &Vote{main: main}
	for k := range v.sure {
		v.sure[k] = r.shares()
	}
	for range voters - 1 {
		n := r.count(1)
		m, err := Load(r.b[:n])
		if err != nil {
			return nil, err
		}
		if !slices.Equal(m.Tags, main.Tags) || !slices.Equal(m.Rels, main.Rels) {
			return nil, bad
		}
		r.b = r.b[n:]
		v.others = append(v.others, m)
	}
	if !ok || r.bad {
		return nil, bad
	}
	return v, nil
}
