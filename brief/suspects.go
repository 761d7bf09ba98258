package brief

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"tocsin"
)

// alike is how many statements that say the same of one day are held against
// others: a difference is told once, however many reports stand on either side.
const alike = 3

// suspects are the pairs of items, by their places in the list and in its order,
// that may contradict each other: those that are linked so, counts of one act,
// leaders, and yes against no, near enough in time. It leaves out only pairs that
// the tests of a contradiction would not pass, and what alike leaves out.
func (w *writer) suspects(linked map[[2]string]bool) [][2]int {
	seen := make(map[[2]int]bool)
	var out [][2]int
	pair := func(a, b int) {
		p := [2]int{min(a, b), max(a, b)}
		if a != b && !seen[p] {
			seen[p] = true
			out = append(out, p)
		}
	}
	place := make(map[string]int)
	topics := make(map[string][]int)
	n := make(map[string]int)
	for i, it := range w.items {
		place[it.st.ID] = i
		for _, topic := range disputable(it.st) {
			key := topic + "|" + sameSaying(it)
			if n[key]++; n[key] <= alike {
				topics[topic] = append(topics[topic], i)
			}
		}
	}
	for ids := range linked {
		a, okA := place[ids[0]]
		b, okB := place[ids[1]]
		if okA && okB {
			pair(a, b)
		}
	}
	for topic, list := range topics {
		slices.SortStableFunc(list, func(a, b int) int { return cmp.Compare(w.items[a].rep.Published, w.items[b].rep.Published) })
		if strings.HasPrefix(topic, "firm ") {
			w.opposed(list, pair)
			continue
		}
		dated, counts := strings.HasPrefix(topic, "count dated"), strings.HasPrefix(topic, "count ")
		within := sameRoleDays
		if counts {
			within = sameNewsDays
		}
		for x, i := range list {
			a := &w.items[i]
			for _, k := range list[x+1:] {
				b := &w.items[k]
				if !dated && gap(a, b) > within {
					break
				}
				if !counts || countsDiffer(a.st.Count, b.st.Count) {
					pair(i, k)
				}
			}
		}
	}
	slices.SortFunc(out, func(a, b [2]int) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1])) })
	return out
}

// opposed pairs the items of a list, which is in the order of their publication,
// whose polarity differs. Nearly all affirm: only the others are gone through.
func (w *writer) opposed(list []int, pair func(a, b int)) {
	by := make(map[string][]int)
	for _, i := range list {
		p := w.items[i].st.Certainty.Polarity
		by[p] = append(by[p], i)
	}
	for p, these := range by {
		for q, those := range by {
			from := 0
			for _, i := range these {
				a := &w.items[i]
				for from < len(those) && w.items[those[from]].rep.Published < a.rep.Published {
					from++ // these are paired from their side
				}
				for _, k := range those[from:] {
					if p == q || gap(a, &w.items[k]) > sameRoleDays {
						break
					}
					pair(i, k)
				}
			}
		}
	}
}

// disputable are the topics on which a statement may be contradicted.
func disputable(st *tocsin.Statement) []string {
	var out []string
	if st.Kind == tocsin.KindEvent && st.Count != nil {
		if known, _ := windows(st.When, st.When); known {
			// A count is held against those of the days around it.
			for day := st.When.From.AddDays(-1); day <= min(cmp.Or(st.When.To, st.When.From).AddDays(1), st.When.From.AddDays(longWindow)); day = day.AddDays(1) {
				out = append(out, "count dated "+st.Act+"|"+st.Count.What+"|"+day.String())
			}
		}
		out = append(out, "count "+st.Act+"|"+st.Count.What)
	}
	if st.Kind == tocsin.KindTie && st.Rel == "leads" {
		out = append(out, "leads")
	}
	if (st.Kind == tocsin.KindEvent || st.Kind == tocsin.KindTie) && firm(st) {
		out = append(out, "firm "+string(st.Kind)+"|"+st.Act+"|"+st.Rel)
	}
	return out
}

// longWindow is how many days of a count are looked at.
const longWindow = 62

// sameSaying is the same for statements of one day that differ in nothing by
// which one of them could be contradicted and another not.
func sameSaying(it item) string {
	st := it.st
	var b strings.Builder
	fmt.Fprint(&b, st.When.From, st.When.To, st.When.Precision, st.Certainty.Polarity, st.Certainty.Degree, it.rep.Published)
	for _, m := range slices.Concat(st.Actors, st.Recipients) {
		b.WriteString("|" + m.ID + norm(m.Text))
	}
	for _, p := range st.Places {
		b.WriteString("|" + norm(p.Text))
	}
	if st.Count != nil {
		low, high := bounds(st.Count)
		fmt.Fprint(&b, "|", low, high, norm(st.Count.Text))
	}
	return b.String()
}
