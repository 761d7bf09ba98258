package brief

import (
	"cmp"
	"slices"
	"tocsin"
)

// pastDays is how long ago, before the knowledge date, an event belongs to what
// came before and no longer to what happened.
const pastDays = 180

// grouped puts items that tell the same event, or quote the same words, into
// one group each. The order of the groups is that of their first items.
func grouped(items []item) [][]item {
	var out [][]item
	quotes := make(map[string]int) // the group of a quotation
	days := make(map[string][]int) // the groups that tell of an act on a day
	for _, it := range items {
		quote, day := string(it.st.Kind)+"|"+it.folded, it.st.Act+"|"+it.st.When.From.String()
		at, found := quotes[quote]
		for _, i := range days[day] {
			if found && i > at {
				break // the first group that takes it
			}
			if out[i][0].st.Kind == tocsin.KindEvent && slices.ContainsFunc(out[i], func(o item) bool { return sameEvent(o.st, it.st) }) {
				at, found = i, true
				break
			}
		}
		if !found {
			at = len(out)
			out = append(out, nil)
			quotes[quote] = at
		}
		out[at] = append(out[at], it)
		if !slices.Contains(days[day], at) {
			days[day] = append(days[day], at)
			slices.Sort(days[day])
		}
	}
	return out
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
