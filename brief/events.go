package brief

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"tocsin"
)

// pastDays is how long ago, before the knowledge date, an event belongs to what
// came before and no longer to what happened.
const pastDays = 180

// A telling is a group of items as far as it tells of an act on a day.
type telling struct {
	group int
	by    []*tocsin.Statement // those that a statement may be held against in different ways
	likes map[string]bool     // their likenesses
}

// grouped puts items that tell the same event, or quote the same words, into
// one group each. The order of the groups is that of their first items.
func grouped(items []item) [][]item {
	var out [][]item
	quotes := make(map[string]int)      // the group of a quotation
	days := make(map[string][]*telling) // in the order of the groups
	for _, it := range items {
		quote := string(it.st.Kind) + "|" + it.folded
		at, found := quotes[quote]
		day, dated := actOfDay(it.st)
		for _, t := range days[day] {
			if !dated || found && t.group > at {
				break // the first group that takes it
			}
			if slices.ContainsFunc(t.by, func(o *tocsin.Statement) bool { return sameEvent(o, it.st) }) {
				at, found = t.group, true
				break
			}
		}
		if !found {
			at = len(out)
			out = append(out, nil)
			quotes[quote] = at
		}
		out[at] = append(out[at], it)
		if dated {
			days[day] = noted(days[day], at, it.st)
		}
	}
	return out
}

// noted notes that a statement is in a group. Of statements that are alike in all
// that sameEvent asks, one is enough: a desk has hundreds for one day.
func noted(list []*telling, group int, st *tocsin.Statement) []*telling {
	i, found := slices.BinarySearchFunc(list, group, func(t *telling, group int) int { return t.group - group })
	if !found {
		list = slices.Insert(list, i, &telling{group: group, likes: make(map[string]bool)})
	}
	t, like := list[i], likeness(st)
	if !t.likes[like] {
		t.likes[like] = true
		t.by = append(t.by, st)
	}
	return list
}

// actOfDay is the same for statements that sameEvent may join. dated is false where
// it joins this one with none.
func actOfDay(st *tocsin.Statement) (key string, dated bool) {
	if st.Kind != tocsin.KindEvent || st.When.Precision != "day" || st.When.From.IsZero() {
		return "", false
	}
	key = fmt.Sprint(st.Act, "|", st.When.From, "|", st.Certainty.Polarity, "|", st.Certainty.Degree, "|", len(st.Says) == 0)
	if st.Act != "coup" {
		key += "|" + st.Outcome
	}
	return key, true
}

// likeness is the same for statements of one actOfDay that sameEvent joins with the
// same others.
func likeness(st *tocsin.Statement) string {
	var b strings.Builder
	for _, list := range [][]tocsin.Mention{st.Actors, st.Recipients} {
		for _, m := range list {
			fmt.Fprintf(&b, "|%q,%q,%t", m.ID, norm(m.Text), m.How == "pronoun")
		}
		b.WriteString(";")
	}
	for _, p := range st.Places {
		fmt.Fprintf(&b, "|%q", norm(p.Text))
		if len(p.Candidates) > 0 {
			fmt.Fprintf(&b, ",%q", p.Candidates[0].ID)
		}
	}
	if c := st.Count; c != nil {
		low, high := bounds(c)
		fmt.Fprintf(&b, ";%q,%g,%g", c.What, low, high)
	}
	return b.String()
}

// sameEvent holds only where nothing speaks against it and something besides
// act and day speaks for it; for a coup the day is enough, as one country has
// one coup a day.
func sameEvent(a, b *tocsin.Statement) bool {
	if b.Kind != tocsin.KindEvent || a.Act != b.Act || !sameSide(a, b) || a.When.Precision != "day" || b.When.Precision != "day" ||
		a.When.From.IsZero() || a.When.From != b.When.From || countsDiffer(a.Count, b.Count) {
		return false
	}
	if a.Act == "coup" {
		return true
	}
	if a.Outcome != b.Outcome {
		return false
	}
	who, named := shareActors(a.Actors, b.Actors)
	whom, hit := shareActors(a.Recipients, b.Recipients)
	where, placed := sharePlaces(a.Places, b.Places)
	return who && whom && where && (placed && (named || hit) || named && hit)
}

// sameSide: both affirm or both deny, and both hedge alike.
func sameSide(a, b *tocsin.Statement) bool {
	return a.Certainty.Polarity == b.Certainty.Polarity && a.Certainty.Degree == b.Certainty.Degree && (len(a.Says) == 0) == (len(b.Says) == 0)
}

// shareActors reports whether two lists may mean the same actors, and whether
// they share one for certain.
func shareActors(a, b []tocsin.Mention) (may, do bool) {
	for _, x := range a {
		for _, y := range b {
			if sameActor(x, y) {
				return true, true
			}
		}
	}
	return len(a) == 0 || len(b) == 0, false
}

// sameActor trusts resolved ids first and the written names else.
func sameActor(a, b tocsin.Mention) bool {
	if a.ID != "" && b.ID != "" {
		return a.ID == b.ID
	}
	return norm(a.Text) != "" && norm(a.Text) == norm(b.Text) && a.How != "pronoun"
}

func sharePlaces(a, b []tocsin.Place) (may, do bool) {
	for _, x := range a {
		for _, y := range b {
			if norm(x.Text) == norm(y.Text) || len(x.Candidates) > 0 && len(y.Candidates) > 0 && x.Candidates[0].ID == y.Candidates[0].ID {
				return true, true
			}
		}
	}
	return len(a) == 0 || len(b) == 0, false
}

// past reports whether an event lies too far back to be news at a date. One
// that names no day is as old as its report.
func past(it item, at tocsin.Date) bool {
	st := it.st
	until := cmp.Or(st.When.To, st.When.From, it.rep.Published)
	return st.When.Precision == "past" || !until.IsZero() && until < at.AddDays(-pastDays)
}

// rank orders events: coups first, then what is dated near the knowledge date,
// what is said firmly, what names its actors.
func rank(it item, at tocsin.Date) int {
	st, n := it.st, 0
	switch {
	case st.Act == "coup" && len(st.Actors)+len(st.Recipients) > 0 && (!st.When.From.IsZero() || firm(st) && len(st.Says) == 0 && st.Certainty.Polarity == "is"):
	case st.Act == "arrest" || st.Act == "resignation":
		n += 500 // what became of those in office
	default:
		n += 1000
	}
	if st.When.From.IsZero() {
		n += 400
	} else {
		n += min(int(max(at-st.When.From, st.When.From-at)), 399)
	}
	if st.When.Precision != "day" {
		n += 100
	}
	if len(st.Says) > 0 || st.Certainty.Degree != "certain" {
		n += 60
	}
	if len(st.Actors)+len(st.Recipients) == 0 {
		n += 40
	}
	if len(st.Places) == 0 {
		n += 20
	}
	if !it.whole {
		n += 30
	}
	return n
}

func byRank(items []item, at tocsin.Date) {
	slices.SortStableFunc(items, func(a, b item) int { return cmp.Compare(rank(a, at), rank(b, at)) })
}
