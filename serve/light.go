package serve

import (
	"slices"

	"tocsin"
)

// A segment is a run of a report's text that is covered by the same statements
// from its first byte to its last. The segments of a text joined are the text.
type segment struct {
	Text   string
	Starts []mark // the statements whose span begins here
	In     bool   // some statement rests on it
	Lit    bool   // a statement that was asked for rests on it
	First  bool   // the first lit segment, where a link may lead
}

// A mark stands where a statement begins.
type mark struct {
	N   int
	ID  string
	Lit bool
}

// light cuts a text at the borders of the spans. Spans may overlap, nest or be
// the same; one that does not fit the text is left out, for it would light the
// wrong words.
func light(text string, items []item) []segment {
	cuts := []int{0, len(text)}
	for i := range items {
		if sp := items[i].Span; fits(sp, text) {
			cuts = append(cuts, sp[0], sp[1])
		}
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	var out []segment
	lit := false
	for i := 0; i+1 < len(cuts); i++ {
		here := tocsin.Span{cuts[i], cuts[i+1]}
		seg := segment{Text: here.In(text)}
		for j := range items {
			it := &items[j]
			if !fits(it.Span, text) || !it.Span.Contains(here) {
				continue
			}
			seg.In = true
			seg.Lit = seg.Lit || it.Lit
			if it.Span[0] == here[0] {
				seg.Starts = append(seg.Starts, mark{N: it.N, ID: it.ID, Lit: it.Lit})
			}
		}
		seg.First = seg.Lit && !lit
		lit = lit || seg.Lit
		out = append(out, seg)
	}
	return out
}

func fits(sp tocsin.Span, text string) bool { return sp[0] >= 0 && sp[0] < sp[1] && sp[1] <= len(text) }
