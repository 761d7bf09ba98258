package brief

import (
	"slices"
	"strings"
	"tocsin"
)

// rivals sets side by side what one report offers as alternatives: one
// quotation for each speaker, or the one sentence that holds them all. Those
// of which outlook is so are what may come next.
func (w *writer) rivals(outlook bool) []draft {
	groups := make(map[string][]item)
	var order []string
	for _, it := range w.items {
		if it.st.Group == "" {
			continue
		}
		key := it.rep.ID + it.st.Group
		if groups[key] == nil {
			order = append(order, key)
		}
		groups[key] = append(groups[key], it)
	}
	var out []draft
	for _, key := range order {
		g := groups[key]
		if len(g) < 2 || (g[0].st.Kind == tocsin.KindOutlook) != outlook {
			continue
		}
		out = append(out, w.rivalry(sides(g)))
	}
	return out
}

// sides keeps the longest of the quotations that overlap or have one speaker.
func sides(g []item) (out []item) {
next:
	for _, it := range g {
		for i, o := range out {
			if o.span[0] < it.span[1] && it.span[0] < o.span[1] || len(o.st.Says) > 0 && len(it.st.Says) > 0 && o.st.Says[0].Text == it.st.Says[0].Text {
				if it.span[1]-it.span[0] > o.span[1]-o.span[0] {
					out[i] = it
				}
				continue next
			}
		}
		out = append(out, it)
	}
	return out
}

// rivalry tells of rivals in their own clauses, and cites their sentences.
func (w *writer) rivalry(g []item) draft {
	d := draft{typ: Reported, at: &g[0], reviewed: true}
	var parts []string
	vouched := false
	for i, it := range g[:min(len(g), 2)] {
		if len(g) > 1 && own(it.st) && words(it.st.Quote) > 5 && !turned(it.rep.Text, it.st, conditions) && !w.leftOpen(it) {
			it.span, it.whole = it.st.Span, false
			g[i] = it
		} else if span, whole := hull(it.rep.Text, it.st.Span); whole && len(g) > 1 {
			it.span, it.whole = span, true
			g[i] = it
		}
		parts = append(parts, it.said())
		d.cites = append(d.cites, it.sentenceCite())
		d.reviewed = d.reviewed && it.reviewed
		vouched = vouched || it.st.Certainty.Degree != "unknown"
	}
	by := w.by(g[0])
	if name := w.about(g[0], g[len(g)-1]); name != "" && !strings.HasPrefix(g[0].quote(), name) {
		by = "On " + name + ", " + by
	}
	by = upperFirst(by)
	switch {
	case len(parts) == 1:
		d.text = stop(by + " " + w.manner(g[0]) + ", as alternatives: " + parts[0])
	case vouched:
		d.text = stop(by + " sets side by side: " + strings.Join(parts, " and "))
	default:
		d.text = stop(by + " sets side by side, vouching for neither: " + strings.Join(parts, " and "))
	}
	if len(parts) > 1 {
		d.also = slices.Clone(g[1:2])
	}
	return d
}

// leftOpen reports whether the sentence of a rival says beside it that the thing
// is not known: that must stand with what is only suggested.
func (w *writer) leftOpen(it item) bool {
	sentence, whole := hull(it.rep.Text, it.st.Span)
	return whole && slices.ContainsFunc(w.beside(it.rep.ID), func(o item) bool {
		return o.st.Kind == tocsin.KindQuestion && sentence.Contains(o.st.Span) && !it.st.Span.Contains(o.st.Span)
	})
}

// about names the actor that both sides are about, where a sentence that is
// cited names it too: a clause may call it "he".
func (w *writer) about(a, b item) string {
	if len(a.st.Actors) != 1 || len(b.st.Actors) != 1 || a.st.Actors[0].ID == "" || a.st.Actors[0].ID != b.st.Actors[0].ID || a.st.ID == b.st.ID {
		return ""
	}
	name := ""
	for _, it := range w.items {
		for _, m := range slices.Concat(it.st.Actors, it.st.Recipients) {
			if m.ID == a.st.Actors[0].ID && m.How == "named" && strings.Contains(a.sentenceCite().Quote, m.Text) && (name == "" || len(m.Text) < len(name)) {
				name = tocsin.Clean(m.Text)
			}
		}
	}
	return name
}
