package brief

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"tocsin"
)

// longestMeasured is the most words of the evidence on a verdict; of a longer
// one the first figure is told, and the endnote has the whole.
const longestMeasured = 60

// verdictOrder is the order in which a reader needs verdicts.
var verdictOrder = map[string]int{tocsin.DoesNotHold: 0, tocsin.Partly: 1, tocsin.Holds: 2, tocsin.CannotBeMeasured: 3}

// sortVerdicts keeps the verdicts on live statements, one for each claim's text
// and sentence, what does not hold first.
func (w *writer) sortVerdicts() {
	seen := make(map[string]bool)
	for i := range w.in.Verdicts {
		v := &w.in.Verdicts[i]
		key := norm(v.Text) + "|" + norm(v.Sentence)
		if _, ok := w.byID[v.Statement]; !ok || seen[key] || v.Sentence == "" {
			continue
		}
		seen[key] = true
		w.verdicts = append(w.verdicts, v)
	}
	slices.SortStableFunc(w.verdicts, func(a, b *tocsin.Verdict) int {
		x, y := w.byID[a.Statement], w.byID[b.Statement]
		return cmp.Or(cmp.Compare(verdictOrder[a.Verdict], verdictOrder[b.Verdict]), cmp.Compare(weight(a), weight(b)),
			cmp.Compare(x.rep.Published, y.rep.Published), cmp.Compare(x.rep.ID, y.rep.ID), cmp.Compare(x.st.Span[0], y.st.Span[0]), cmp.Compare(a.ID, b.ID))
	})
}

// weight puts claims about change, firsts and lasts before counts and dates, and
// these before those about where a place lies.
func weight(v *tocsin.Verdict) int {
	if v.Claim == nil {
		return 2
	}
	switch v.Claim.Form {
	case tocsin.FormChange, tocsin.FormRate, tocsin.FormFirst, tocsin.FormLast:
		return 0
	case tocsin.FormCount, tocsin.FormDate:
		return 1
	case tocsin.FormWithin:
		return 3
	}
	return 2
}

func lowerFirst(s string) string {
	if strings.HasPrefix(s, "In this data") || strings.HasPrefix(s, "Not every list") {
		return strings.ToLower(s[:1]) + s[1:]
	}
	return s
}

// measures returns the measures of the given topics as drafts.
func (w *writer) measures(topics ...string) []draft {
	var out []draft
	for _, topic := range topics {
		for _, m := range w.in.Measures {
			if m.Topic != topic || strings.TrimSpace(m.Text) == "" {
				continue
			}
			if end := w.ends(m.Dataset); !end.IsZero() && end < w.in.At && (topic == TopicTempo || topic == TopicReach) {
				m.Text = "The data ends " + end.String() + ". " + m.Text
			}
			text, _, _ := strings.Cut(tocsin.Clean(m.Text), " Note: ")
			cites := []Citation{w.measureCite(&m)}
			if topic == TopicPrecedent {
				cites = append(cites, w.dated()...)
			}
			out = append(out, draft{typ: Measured, text: stop(text), key: norm(text), warnings: m.Warnings, reviewed: true,
				cites: cites})
		}
	}
	return out
}

// measureCite cites a measure: the whole of its sentence is the quote.
func (w *writer) measureCite(m *Measure) Citation {
	return Citation{Dataset: m.Dataset, Vintage: w.vintage(m.Dataset), Query: m.Query, Queries: m.Queries, Quote: m.Text, Events: m.Events}
}

// dated cites the coup lists, which date the coup that a precedent follows.
func (w *writer) dated() (out []Citation) {
	for _, m := range w.in.Measures {
		if m.Topic == TopicCoups {
			out = append(out, w.measureCite(&m))
		}
	}
	return out
}

// ends is the last day that a dataset covers, zero where it does not say.
func (w *writer) ends(dataset string) (last tocsin.Date) {
	for _, d := range w.data {
		if d.Dataset == dataset {
			last = max(last, d.To)
		}
	}
	return last
}

func (w *writer) vintage(datasets string) string {
	var out []string
	for name := range strings.SplitSeq(datasets, ", ") {
		for _, d := range w.data {
			if d.Dataset == name {
				out = append(out, d.Vintage)
			}
		}
	}
	return strings.Join(out, ", ")
}

// sortData collects the datasets given and those the verdicts name, each
// vintage once.
func (w *writer) sortData() {
	all := slices.Clone(w.in.Datasets)
	for _, v := range w.verdicts {
		all = append(all, v.Data...)
	}
	seen := make(map[string]bool)
	for _, d := range all {
		if key := d.Dataset + "|" + d.Vintage; !seen[key] {
			seen[key] = true
			w.data = append(w.data, d)
		}
	}
	slices.SortStableFunc(w.data, func(a, b tocsin.Dataset) int {
		// What covers no period, such as a gazetteer, comes last.
		return cmp.Or(cmp.Compare(timeless(a), timeless(b)), strings.Compare(a.Dataset, b.Dataset), strings.Compare(a.Vintage, b.Vintage))
	})
}

// timeless is 1 for data that covers no period, such as a gazetteer.
func timeless(d tocsin.Dataset) int {
	if d.From.IsZero() && d.To.IsZero() {
		return 1
	}
	return 0
}

// dataFacts says what a dataset covers, when it came out and what it leaves out.
func dataFacts(d tocsin.Dataset) string {
	s := "places"
	if !d.From.IsZero() && !d.To.IsZero() {
		s = "covers " + d.From.String() + " to " + d.To.String()
	}
	if d.Released.IsZero() {
		s += "; release unknown"
	} else {
		s += "; released " + d.Released.String()
	}
	if d.Coverage != "" {
		s += "; " + d.Coverage
	}
	if d.SHA256 != "" {
		s += "; " + shortHash(hashed(d.SHA256))
	}
	return s
}

// shortHash shortens a hash to what a reader can compare.
func shortHash(s string) string {
	if strings.HasPrefix(s, "sha256:") && len(s) > 19 {
		return s[:19]
	}
	return s
}

// inPart is, in few words, what the check means by holding in part; the endnotes
// have its rule.
const inPart = "readings mixed or unclear"

// countVerdicts writes "5 hold, 2 do not hold, ...".
func countVerdicts(list []*tocsin.Verdict) string {
	n := make(map[string]int)
	for _, v := range list {
		n[v.Verdict]++
	}
	var parts []string
	add := func(verdict, one, many string) {
		if k := n[verdict]; k == 1 {
			parts = append(parts, "1 "+one)
		} else if k > 1 {
			parts = append(parts, fmt.Sprintf("%d %s", k, many))
		}
	}
	add(tocsin.Holds, "holds", "hold")
	add(tocsin.DoesNotHold, "does not hold", "do not hold")
	add(tocsin.Partly, "holds in part ("+inPart+")", "hold in part ("+inPart+")")
	add(tocsin.CannotBeMeasured, "cannot be measured", "cannot be measured")
	if len(parts) < 2 {
		return strings.Join(parts, "")
	}
	return strings.Join(parts[:len(parts)-1], ", ") + " and " + parts[len(parts)-1]
}

// refuted reports whether a claim within the item's quotation does not hold, or
// not wholly: what the data speaks against is told with the test, not bare.
func (w *writer) refuted(it item) bool {
	if w.doubted == nil {
		w.doubted = make(map[string][]tocsin.Span)
		for _, v := range w.verdicts {
			if o := w.byID[v.Statement]; v.Verdict == tocsin.DoesNotHold || v.Verdict == tocsin.Partly {
				w.doubted[o.rep.ID] = append(w.doubted[o.rep.ID], o.st.Span)
			}
		}
	}
	return slices.ContainsFunc(w.doubted[it.rep.ID], it.span.Contains)
}
