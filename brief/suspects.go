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

// most is how many pairs of yes against no are looked for on one topic: a brief has
// room for some four, and a desk of a hundred thousand statements may hold millions.
const most = 2000

// opposed pairs the items of a list, which is in the order of their publication,
// of which one firmly says what another denies. Nearly all affirm, so that each
// denial is held against those that name one of its actors, the first most of them.
func (w *writer) opposed(list []int, pair func(a, b int)) {
	affirm := make(map[string][]int) // by whom they name, in the order of the list
	for _, i := range list {
		if st := w.items[i].st; st.Certainty.Polarity == "is" {
			for _, key := range actorKeys(st) {
				affirm[key] = append(affirm[key], i)
			}
		}
	}
	left := most
	for _, i := range list {
		a := &w.items[i]
		if a.st.Certainty.Polarity != "is_not" {
			continue
		}
		held := make(map[int]bool)
		for _, key := range actorKeys(a.st) {
			those := affirm[key]
			from, _ := slices.BinarySearchFunc(those, a.rep.Published.AddDays(-sameRoleDays), func(k int, day tocsin.Date) int {
				return cmp.Compare(w.items[k].rep.Published, day)
			})
			for _, k := range those[from:] {
				if gap(a, &w.items[k]) > sameRoleDays || left == 0 {
					break
				}
				if !held[k] && polarityContradicts(w.items[min(i, k)], w.items[max(i, k)]) {
					held[k] = true
					left--
					pair(i, k)
				}
			}
		}
	}
}

// actorKeys are words of which two statements share one where they share an actor,
// or, of what names nobody who did it, whom it befell.
func actorKeys(st *tocsin.Statement) []string {
	var out []string
	for side, list := range [][]tocsin.Mention{st.Actors, st.Recipients} {
		for _, m := range list {
			if m.ID != "" {
				out = append(out, fmt.Sprint(side, " id ", m.ID))
			}
			if text := norm(m.Text); text != "" {
				out = append(out, fmt.Sprint(side, " as ", text))
			}
		}
	}
	return out
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
