package link

import (
	"cmp"
	"slices"
	"strings"

	"tocsin"
)

// A linker holds how common each word is among the mentions of all statements.
type linker struct {
	seen     map[string]int
	mentions int
	of       map[string]string // report to the first report of its origin
}

// events groups event statements. A statement joins an event where it is alike
// to one of its tellings and parts from none.
func events(list []tocsin.Statement, of map[string]string) ([]Event, []tocsin.Link) {
	l := &linker{seen: map[string]int{}, of: of}
	var told []*tocsin.Statement
	for i := range list {
		s := &list[i]
		if s.Kind != tocsin.KindEvent {
			continue
		}
		told = append(told, s)
		for _, m := range slices.Concat(s.Actors, s.Recipients) {
			l.mentions++
			for w := range content(m.Text) {
				l.seen[w]++
			}
		}
	}
	slices.SortStableFunc(told, func(a, b *tocsin.Statement) int {
		return cmp.Or(cmp.Compare(a.Published, b.Published), cmp.Compare(a.Report, b.Report), cmp.Compare(a.Span[0], b.Span[0]), cmp.Compare(a.ID, b.ID))
	})
	var groups [][]*tocsin.Statement
	var links []tocsin.Link
	byFamily := make(map[string][]int) // groups that a statement may join
	for _, s := range told {
		key := cmp.Or(families[s.Act], s.Act)
		at := -1
		for _, g := range byFamily[key] {
			if made, ok := l.joins(s, groups[g]); ok {
				at, links = g, append(links, made...)
				break
			}
		}
		if at < 0 {
			at = len(groups)
			groups = append(groups, nil)
			byFamily[key] = append(byFamily[key], at)
		}
		groups[at] = append(groups[at], s)
	}
	out := make([]Event, len(groups))
	for i, g := range groups {
		out[i] = l.event(g, links)
	}
	return out, links
}

// joins reports whether a statement tells of the event of a group, with the
// links that say why: to the first telling it is alike to, and to each that it
// contradicts.
func (l *linker) joins(s *tocsin.Statement, group []*tocsin.Statement) ([]tocsin.Link, bool) {
	var links []tocsin.Link
	joined := false
	for _, g := range group {
		if g.Report == s.Report {
			if !sameTelling(g, s) {
				return nil, false
			}
			continue
		}
		if l.part(s, g) {
			return nil, false
		}
		on, ok := l.alike(s, g)
		if !ok {
			continue
		}
		if !joined {
			links = append(links, tocsin.Link{Kind: "same", From: s.ID, To: g.ID, By: By, Why: "same " + strings.Join(on, ", ")})
			joined = true
		}
		if why := contradiction(s, g); why != "" {
			links = append(links, tocsin.Link{Kind: "contradicts", From: s.ID, To: g.ID, By: By, Why: why})
		}
	}
	return links, joined
}

// part reports whether two tellings cannot be of one event, whatever else they
// share.
func (l *linker) part(a, b *tocsin.Statement) bool {
	return sameTime(a, b) == parts || samePlace(a.Places, b.Places) == parts
}

// sameTelling lets one report tell an event more than once.
func sameTelling(a, b *tocsin.Statement) bool {
	return a.Act == b.Act && sameTime(a, b) != parts && samePlace(a.Places, b.Places) != parts && !countsPart(a.Count, b.Count)
}

// contradiction says in what two tellings of one event cannot both hold.
func contradiction(a, b *tocsin.Statement) string {
	yes := func(s *tocsin.Statement) bool { return s.Certainty.Polarity == "is" }
	no := func(s *tocsin.Statement) bool { return s.Certainty.Polarity == "is_not" }
	switch {
	case yes(a) && no(b) || no(a) && yes(b):
		return "one says it was, the other that it was not"
	case yes(a) && yes(b) && countsPart(a.Count, b.Count):
		return "no number fits both " + strings.ToLower(a.Count.Text) + " and " + strings.ToLower(b.Count.Text) + " " + a.Count.What
	case settled(a) && settled(b) && a.Outcome != b.Outcome:
		return "one says it " + a.Outcome + ", the other that it " + b.Outcome
	}
	return ""
}

func settled(s *tocsin.Statement) bool { return s.Outcome == "succeeded" || s.Outcome == "failed" }

func (l *linker) event(g []*tocsin.Statement, links []tocsin.Link) Event {
	e := Event{Act: g[0].Act}
	reports, origins := map[string]bool{}, map[string]bool{}
	in := map[string]bool{}
	for _, s := range g {
		e.Statements = append(e.Statements, s.ID)
		in[s.ID] = true
		reports[s.Report], origins[l.of[s.Report]] = true, true
		for _, p := range sites(s.Places) {
			if !slices.Contains(e.Places, p.Text) {
				e.Places = append(e.Places, p.Text)
			}
		}
		if w := s.When; dated(w) {
			if e.From.IsZero() {
				e.From, e.To = w.From, w.To
			} else {
				e.From, e.To = max(e.From, w.From), min(e.To, w.To)
			}
		}
	}
	if e.From > e.To { // a day apart: both days
		e.From, e.To = e.To, e.From
	}
	e.Reports, e.Origins = len(reports), len(origins)
	for _, k := range links {
		if k.Kind == "contradicts" && in[k.From] && in[k.To] {
			e.Disputed = append(e.Disputed, k)
		}
	}
	return e
}
