package read

import (
	"cmp"
	"slices"
	"strings"

	"tocsin"
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
		for j := range a.out {
			o := &a.out[j]
			if !speaks(o, "others", "other") || o.Kind != a.out[i].Kind || o.Span[0] < a.out[i].Span[0] || a.sentencesApart(a.out[i].Span, o.Span) > 2 {
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
	n := 0
	for i := range a.doc.Sentences {
		if a.doc.Sentences[i].Span[0] <= pos {
			n = i
		}
	}
	return n
}

// links joins the statements of one report: rivals of a group are alternatives,
// a later mention of an event with the same act, doers and recipients refers to
// the first.
func links(list []tocsin.Statement) []tocsin.Link {
	var out []tocsin.Link
	for j := range list {
		for i := range j {
			x, y := &list[i], &list[j]
			switch {
			case x.Group != "" && x.Group == y.Group:
				out = append(out, tocsin.Link{Kind: "alternative", From: y.ID, To: x.ID, By: Version, Why: "rivals in one sentence or from opposed speakers"})
			case sameEvent(x, y):
				out = append(out, tocsin.Link{Kind: "refers_to", From: y.ID, To: x.ID, By: Version, Why: "same act, doers and recipients; dates do not part them"})
			}
		}
	}
	return out
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
