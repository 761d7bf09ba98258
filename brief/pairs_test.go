package brief

import (
	"cmp"
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"tocsin"
)

// anyItems draws statements that are often of one event: few acts, days, names,
// places, counts and quotations.
func anyItems(rt *rapid.T) []item {
	reports := make([]tocsin.Report, 8)
	for i := range reports {
		reports[i] = tocsin.Report{ID: fmt.Sprint("r", i), Published: tocsin.MustDate("2031-05-01").AddDays(i * i)}
	}
	name := rapid.SampledFrom([]string{"", "army", "The Army", "rebels", "he"})
	pick := func(label string, of ...string) string { return rapid.SampledFrom(of).Draw(rt, label) }
	mentions := func(label string) (list []tocsin.Mention) {
		for range rapid.IntRange(0, 2).Draw(rt, label) {
			list = append(list, tocsin.Mention{Text: name.Draw(rt, label), ID: pick(label, "", "", "gov", "ml-1"), How: pick(label, "named", "pronoun")})
		}
		return list
	}
	items := make([]item, rapid.IntRange(0, 60).Draw(rt, "items"))
	for i := range items {
		st := &tocsin.Statement{ID: fmt.Sprint("s", i), Kind: tocsin.Kind(pick("kind", "event", "event", "event", "tie")), Act: pick("act", "coup", "arrest", "arrest"),
			Actors: mentions("who"), Recipients: mentions("whom"), When: tocsin.UnknownWhen(), Outcome: pick("outcome", "succeeded", "succeeded", "under_way"),
			Certainty: tocsin.NewCertainty(pick("polarity", "is", "is", "is_not"), pick("degree", "certain", "certain", "possible"), "asserted")}
		if rapid.Bool().Draw(rt, "dated") {
			day := tocsin.MustDate("2031-05-01").AddDays(rapid.IntRange(0, 1).Draw(rt, "day"))
			st.When.From, st.When.To, st.When.Precision = day, day, pick("precision", "day", "day", "month")
		}
		if rapid.IntRange(0, 3).Draw(rt, "place") > 0 {
			st.Places = []tocsin.Place{{Text: pick("where", "Velm", "Oro")}}
			if rapid.Bool().Draw(rt, "found") {
				st.Places[0].Candidates = []tocsin.Candidate{{ID: pick("place id", "1", "2")}}
			}
		}
		if rapid.IntRange(0, 2).Draw(rt, "counted") == 0 {
			low := float64(rapid.IntRange(3, 4).Draw(rt, "low"))
			st.Count = &tocsin.Count{What: "killed", Low: &low}
			if rapid.Bool().Draw(rt, "exactly") {
				st.Count.High = &low
			}
		}
		if rapid.IntRange(0, 3).Draw(rt, "said") == 0 {
			st.Says = []tocsin.Speaker{{Text: "officials"}}
		}
		items[i] = item{st: st, rep: &reports[rapid.IntRange(0, len(reports)-1).Draw(rt, "report")], folded: fmt.Sprint("quote ", rapid.IntRange(0, 30).Draw(rt, "quote"))}
	}
	return items
}

// groupedPlainly is what grouped does, each item held against all others.
func groupedPlainly(items []item) [][]item {
	var out [][]item
	for _, it := range items {
		at := slices.IndexFunc(out, func(g []item) bool {
			return g[0].st.Kind == it.st.Kind && g[0].folded == it.folded || slices.ContainsFunc(g, func(o item) bool {
				return g[0].st.Kind == tocsin.KindEvent && sameEvent(o.st, it.st)
			})
		})
		if at < 0 {
			at, out = len(out), append(out, nil)
		}
		out[at] = append(out[at], it)
	}
	return out
}

func names(groups [][]item) (list []string) {
	for _, g := range groups {
		s := ""
		for _, it := range g {
			s += it.st.ID + " "
		}
		list = append(list, s)
	}
	return list
}

// TestGroupedIsPlainlyGrouped: what grouped leaves out of its search, it would not
// have found.
func TestGroupedIsPlainlyGrouped(t *testing.T) {
	joined := 0
	rapid.Check(t, func(rt *rapid.T) {
		items := anyItems(rt)
		got, want := names(grouped(items)), names(groupedPlainly(items))
		if !slices.Equal(got, want) {
			rt.Fatalf("grouped %q, want %q", got, want)
		}
		joined += len(items) - len(got)
	})
	if joined == 0 {
		t.Error("nothing was ever joined: the test shows nothing")
	}
}

// TestOpposedIsEveryPair: each two items of which one denies what the other says are
// a pair, and no others.
func TestOpposedIsEveryPair(t *testing.T) {
	pairs := 0
	rapid.Check(t, func(rt *rapid.T) {
		w := &writer{items: anyItems(rt)}
		var list []int
		got, want := map[[2]int]bool{}, map[[2]int]bool{}
		for i := range w.items {
			list = append(list, i)
			for k := range i {
				if polarityContradicts(w.items[k], w.items[i]) {
					want[[2]int{k, i}] = true
				}
			}
		}
		slices.SortStableFunc(list, func(a, b int) int { return cmp.Compare(w.items[a].rep.Published, w.items[b].rep.Published) })
		w.opposed(list, func(a, b int) { got[[2]int{min(a, b), max(a, b)}] = true })
		if fmt.Sprint(got) != fmt.Sprint(want) {
			rt.Fatalf("paired %v, want %v", got, want)
		}
		pairs += len(want)
	})
	if pairs == 0 {
		t.Error("there was never a pair: the test shows nothing")
	}
}

// TestOpposedIsBounded: of a month in which thousands say what hundreds deny, no more
// pairs are made than a brief could ever tell.
func TestOpposedIsBounded(t *testing.T) {
	w := &writer{}
	rep := &tocsin.Report{ID: "r", Published: tocsin.MustDate("2031-05-01")}
	var list []int
	for i := range 8000 {
		polarity := "is"
		if i%20 == 0 {
			polarity = "is_not"
		}
		who := []tocsin.Mention{{Text: fmt.Sprint("army ", i%3), How: "named"}}
		st := &tocsin.Statement{ID: fmt.Sprint("s", i), Kind: tocsin.KindEvent, Act: "arrest", Actors: who, Recipients: who, When: tocsin.UnknownWhen(),
			Certainty: tocsin.NewCertainty(polarity, "certain", "asserted")}
		w.items, list = append(w.items, item{st: st, rep: rep}), append(list, i)
	}
	pairs := 0
	w.opposed(list, func(a, b int) { pairs++ })
	if pairs != most {
		t.Errorf("%d pairs, want %d", pairs, most)
	}
}
