package read

import (
	"cmp"
	"slices"
	"strings"

	"tocsin"
	"tocsin/read/text"
)

// splitActors takes the list of a measure's actors apart.
func splitActors(list string) []string {
	parts := strings.Split(list, ";")
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	return parts
}

// rivalSpeakers puts into one group what two unnamed speakers hold against each
// other: "some suggest he would ...; others believe he would not ...". The
// second must speak within the next two sentences and be "others".
func (a *assembler) rivalSpeakers() {
	for i := range a.out {
		if !speaks(&a.out[i], "some", "many", "a few") {
			continue
		}
		group := ""
		first := i
		for first > 0 && a.out[first-1].Span[0] == a.out[i].Span[0] {
			first--
		}
		for j := first; j < len(a.out) && a.sentencesApart(a.out[i].Span, a.out[j].Span) <= 2; j++ {
			o := &a.out[j]
			if !speaks(o, "others", "other") || o.Kind != a.out[i].Kind {
				continue
			}
			if group == "" {
				group = cmp.Or(a.out[i].Group, o.Group)
			}
			if group == "" {
				group = tocsin.ComputeGroup(a.rep.ID, a.out[i].Span, "rivals")
			}
			o.Group = group
		}
		if group != "" {
			a.out[i].Group = group
		}
	}
}

func speaks(s *tocsin.Statement, words ...string) bool {
	return slices.ContainsFunc(s.Says, func(sp tocsin.Speaker) bool {
		first, _, _ := strings.Cut(strings.ToLower(sp.Text), " ")
		return sp.Type != "named" && (slices.Contains(words, strings.ToLower(sp.Text)) || slices.Contains(words, first))
	})
}

func (a *assembler) sentencesApart(x, y tocsin.Span) int {
	return a.sentenceAt(y[0]) - a.sentenceAt(x[0])
}

func (a *assembler) sentenceAt(pos int) int {
	n, found := slices.BinarySearchFunc(a.doc.Sentences, pos, func(s text.Sentence, pos int) int { return cmp.Compare(s.Span[0], pos) })
	if !found {
		n--
	}
	return max(n, 0)
}

// links joins the statements of one report: rivals of a group are alternatives,
// a later mention of an event with the same act, doers and recipients refers to
// the first that it may be, and to that one alone. Only statements that share a
// group, or an act and a first doer, are compared, and of these each with the
// maxRivals before it: links are no more than a few a statement even in a text
// that says one thing ten thousand times.
func links(list []tocsin.Statement) []tocsin.Link {
	var out []tocsin.Link
	seen := map[string][]int{}
	for j := range list {
		y := &list[j]
		var near []int
		for _, key := range linkKeys(y) {
			near = append(near, seen[key]...)
			if seen[key] = append(seen[key], j); len(seen[key]) > maxRivals {
				seen[key] = seen[key][1:]
			}
		}
		slices.Sort(near)
		referred := false
		for _, i := range slices.Compact(near) {
			x := &list[i]
			switch {
			case x.Group != "" && x.Group == y.Group:
				out = append(out, tocsin.Link{Kind: "alternative", From: y.ID, To: x.ID, By: Version, Why: "rivals in one sentence or from opposed speakers"})
			case !referred && sameEvent(x, y):
				referred = true
				out = append(out, tocsin.Link{Kind: "refers_to", From: y.ID, To: x.ID, By: Version, Why: "same act, doers and recipients; dates do not part them"})
			}
		}
	}
	return out
}

// maxRivals is how many earlier statements of the same act and doer, or of the
// same group, a statement is held against. No report of a human hand has so many.
const maxRivals = 200

// linkKeys are what two statements must share, one of them, to be linked.
func linkKeys(s *tocsin.Statement) []string {
	var keys []string
	if s.Group != "" {
		keys = append(keys, "group\x00"+s.Group)
	}
	if s.Kind == tocsin.KindEvent && len(s.Actors) > 0 {
		keys = append(keys, s.Act+"\x00"+s.Actors[0].Text)
		if s.Actors[0].ID != "" {
			keys = append(keys, s.Act+"\x01"+s.Actors[0].ID)
		}
	}
	return keys
}

func sameEvent(x, y *tocsin.Statement) bool {
	if x.Kind != tocsin.KindEvent || y.Kind != tocsin.KindEvent || x.Act != y.Act || x.Certainty.Polarity != y.Certainty.Polarity {
		return false
	}
	if len(x.Actors) == 0 || !sameMentions(x.Actors, y.Actors) || !sameMentions(x.Recipients, y.Recipients) {
		return false
	}
	return overlap(x.When, y.When)
}

func sameMentions(a, b []tocsin.Mention) bool {
	return slices.EqualFunc(a, b, func(x, y tocsin.Mention) bool {
		return x.Text == y.Text || x.ID != "" && x.ID == y.ID
	})
}

// overlap reports whether two times may be one; an unknown time parts nothing.
func overlap(a, b tocsin.When) bool {
	if a.From.IsZero() || a.To.IsZero() || b.From.IsZero() || b.To.IsZero() {
		return true
	}
	return a.From <= b.To && b.From <= a.To
}
