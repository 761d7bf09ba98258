package fill

import (
	"math"
	"slices"
	"sort"
	"strings"
)

// A filler is one string of a document that may fill one slot, with the
// mentions that are cut so.
type filler struct {
	key      string
	mentions []int
	best     int // the mention that fills it most likely
	logit    float64
	sum      float64 // of the probabilities of its mentions
	short    bool    // of a longer name in the same document
	links    int     // mentions by a shorter name
	linked   float64 // the best log odds of those
	inside   float64 // the best log odds of a filler whose words it holds
	outside  float64 // the best log odds of a filler that holds its words
}

// A firstLook is what the first layer makes of a document.
type firstLook struct {
	view     *view
	mentions []mention
	odds     [][slots]float64 // of each mention
	cuts     [][slots]int     // the best cut of each mention
	doc      []float64        // log odds of any incident and of each type
	sent     []float64        // of each sentence: the best odds of any slot
	fillers  [slots][]filler
	from     []int // of each sentence, and of the end: its first mention
}

// look applies the first layer.
func (r *reader) look(w *view, ms []mention, whole bag) *firstLook {
	f := &firstLook{view: w, mentions: ms, odds: make([][slots]float64, len(ms)), cuts: make([][slots]int, len(ms))}
	for _, l := range r.doc {
		f.doc = append(f.doc, l.at(whole))
	}
	f.from = make([]int, len(w.sents)+1)
	for i := range ms {
		f.from[ms[i].sent+1] = i + 1
	}
	for i := range w.sents {
		f.from[i+1] = max(f.from[i+1], f.from[i])
	}
	f.sent = make([]float64, len(w.sents))
	for i := range f.sent {
		f.sent[i] = -30
	}
	for i := range ms {
		for k := range slots {
			f.odds[i][k] = r.fill[k].at(ms[i].feats)
			f.sent[ms[i].sent] = max(f.sent[ms[i].sent], f.odds[i][k])
		}
	}
	for k := range slots {
		f.group(r, k)
	}
	return f
}

// floor is the log odds below which a mention is not looked at again.
const floor = -4.5

// maxFillers is how many strings a slot looks at. News has a tenth of it; a
// book must not take the square of its length.
const maxFillers = 400

// group gathers the mentions that are cut to the same string.
func (f *firstLook) group(r *reader, k int) {
	byKey := make(map[string]int)
	var out []filler
	for i := range f.mentions {
		m := &f.mentions[i]
		if f.odds[i][k] < floor || len(m.variants) == 0 {
			continue
		}
		best, at := math.Inf(-1), 0
		for c := range m.variants {
			if s := r.cut[k].at(f.view.cut(m, c)); s > best {
				best, at = s, c
			}
		}
		f.cuts[i][k] = at
		key := m.variants[at].key
		g, ok := byKey[key]
		if !ok {
			g = len(out)
			byKey[key] = g
			out = append(out, filler{key: key, best: i, logit: math.Inf(-1)})
		}
		e := &out[g]
		e.mentions = append(e.mentions, i)
		if f.odds[i][k] > e.logit {
			e.logit, e.best = f.odds[i][k], i
		}
		e.sum += sigmoid(f.odds[i][k])
	}
	sort.SliceStable(out, func(a, b int) bool { return out[a].logit > out[b].logit })
	out = out[:min(len(out), maxFillers)]
	f.link(out)
	f.fillers[k] = out
}

// link joins short names to the longest name that holds their words.
func (f *firstLook) link(list []filler) {
	words := make([][]string, len(list))
	for g := range list {
		words[g] = strings.Fields(list[g].key)
		list[g].linked, list[g].inside, list[g].outside = floor-1, floor-1, floor-1
	}
	for a := range list {
		long := -1
		for b := range list {
			if a == b || len(words[a]) >= len(words[b]) || !holds(words[b], words[a]) {
				continue
			}
			list[a].outside = max(list[a].outside, list[b].logit)
			list[b].inside = max(list[b].inside, list[a].logit)
			if f.mentions[list[a].best].name && f.mentions[list[b].best].name && (long < 0 || len(words[b]) > len(words[long])) {
				long = b
			}
		}
		if long >= 0 {
			list[a].short = true
			list[long].links += len(list[a].mentions)
			list[long].linked = max(list[long].linked, list[a].logit)
			list[long].sum += list[a].sum
		}
	}
}

// holds reports whether all of the words b are among the words a.
func holds(a, b []string) bool {
	for _, w := range b {
		if !slices.Contains(a, w) {
			return false
		}
	}
	return true
}

func step(x float64) int { return int(math.Floor(math.Max(-12, math.Min(12, x))*2)) + 64 }
