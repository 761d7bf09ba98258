package sqlite

import (
	"container/heap"
	"context"
	"math"

	"tocsin/ledger"
)

// Statements are ranked by BM25 (Robertson, Walker, Jones, Hancock-Beaulieu and
// Gatford, "Okapi at TREC-3", 1995) with the constants of FTS5, as reports are. A
// word that stands in more than half of the statements tells them apart no further
// and weighs next to nothing, again as in FTS5.
const (
	saturation   = 1.2  // k1: how soon more of the same word counts no more
	lengthWeight = 0.75 // b: how much a long statement counts less
	leastWeight  = 1e-6
)

// A scored statement is one that a query matches.
type scored struct {
	row   int64
	score float64
}

// A ranking hands out what was scored, the best first and of equals the earliest,
// and sorts no more than is asked for.
type ranking []scored

func (r ranking) Len() int      { return len(r) }
func (r ranking) Swap(i, j int) { r[i], r[j] = r[j], r[i] }
func (r ranking) Less(i, j int) bool {
	return r[i].score > r[j].score || r[i].score == r[j].score && r[i].row < r[j].row
}

// Push implements heap.Interface; nothing is pushed.
func (r *ranking) Push(x any) { *r = append(*r, x.(scored)) }

// Pop implements heap.Interface.
func (r *ranking) Pop() any {
	last := (*r)[len(*r)-1]
	*r = (*r)[:len(*r)-1]
	return last
}

// next takes the best that is left.
func (r *ranking) next() (scored, bool) {
	if len(*r) == 0 {
		return scored{}, false
	}
	return heap.Pop(r).(scored), true
}

// A corpus is every searchable statement, one behind the other.
type corpus struct {
	readings []int64
	first    map[int64]int // where the statements of each reading begin
	sizes    []int32       // in words; -1 where a statement is searched under an earlier reading
	count    float64       // how many are searched
	mean     float64       // size
}

func (v view) corpus(ctx context.Context) (*corpus, error) {
	c := &corpus{first: map[int64]int{}}
	err := v.blobs(ctx, func(seq int64, b []byte) (err error) {
		c.readings, c.first[seq] = append(c.readings, seq), len(c.sizes)
		c.sizes, err = readLengths(c.sizes, b)
		return err
	}, `SELECT seq, lengths FROM statement_length ORDER BY seq`)
	words := 0
	for _, n := range c.sizes {
		if n >= 0 {
			c.count++
			words += int(n)
		}
	}
	c.mean = float64(words) / c.count
	return c, err
}

// matches lists the statements whose score is not below 0.
func (c *corpus) matches(scores []float64) ranking {
	out := ranking{}
	for k, seq := range c.readings {
		from, to := c.first[seq], len(scores)
		if k+1 < len(c.readings) {
			to = c.first[c.readings[k+1]]
		}
		for ord, s := range scores[from:to] {
			if s >= 0 {
				out = append(out, scored{wordsID(seq, ord), s})
			}
		}
	}
	return out
}

// times counts how often each statement of the corpus has a term. What came into
// the index after the corpus was read is left aside.
func (v view) times(ctx context.Context, c *corpus, t ledger.Term) ([]int32, error) {
	out := make([]int32, len(c.sizes))
	if len(t.Words) == 1 {
		return out, v.postings(ctx, t.Words[0], t.Prefix, func(seq int64, b []byte) error {
			first, ok := c.first[seq]
			if !ok {
				return nil
			}
			return readPostings(b, func(ord int, _ uint32) {
				if first+ord < len(out) {
					out[first+ord]++
				}
			})
		})
	}
	list, err := v.occurrences(ctx, t)
	for _, o := range list {
		if first, ok := c.first[o.row>>ordBits]; ok {
			if i := first + int(o.row&(1<<ordBits-1)); i < len(out) {
				out[i]++
			}
		}
	}
	return out, err
}

// ranked returns the statements that match.
func (v view) ranked(ctx context.Context, q ledger.Query) (*ranking, error) {
	c, err := v.corpus(ctx)
	if err != nil {
		return nil, err
	}
	scores := make([]float64, len(c.sizes)) // below 0: does not match
	for i, n := range c.sizes {
		if n < 0 {
			scores[i] = -1
		}
	}
	for _, t := range q.Terms {
		times, err := v.times(ctx, c, t)
		if err != nil {
			return nil, err
		}
		c.score(scores, times)
	}
	for _, t := range q.Not {
		times, err := v.times(ctx, c, t)
		if err != nil {
			return nil, err
		}
		for i, n := range times {
			if n > 0 {
				scores[i] = -1
			}
		}
	}
	out := c.matches(scores)
	heap.Init(&out)
	return &out, nil
}

// score adds what one term gives to the scores of the statements that have it so
// many times.
func (c *corpus) score(scores []float64, times []int32) {
	hits := 0.0
	for i, n := range times {
		if n > 0 && c.sizes[i] >= 0 {
			hits++
		}
	}
	weight := math.Log((c.count - hits + 0.5) / (hits + 0.5))
	if weight <= 0 {
		weight = leastWeight
	}
	for i, n := range times {
		switch {
		case n == 0:
			scores[i] = -1
		case scores[i] >= 0:
			// The conversions keep products from being fused into sums: every machine
			// comes to the same order.
			size := float64(saturation * (1 - lengthWeight + lengthWeight*float64(c.sizes[i])/c.mean))
			scores[i] += float64(weight * (float64(n) * (saturation + 1) / (float64(n) + size)))
		}
	}
}
