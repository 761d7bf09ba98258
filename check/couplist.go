package check

import (
	"slices"
	"sort"
	"strings"

	"tocsin"
	"tocsin/watch"
)

// A coupList is the entries of one coup list. Lists are never merged: where
// their dates differ, each is a reading.
type coupList struct {
	data    tocsin.Dataset
	entries map[string][]coupEntry // by ISO2, in order of date
}

type coupEntry struct {
	id      string
	date    tocsin.Date
	success bool
	plot    bool // a conspiracy that was never tried
}

// indexCoups sorts the entries by list and country.
func (c *Checker) indexCoups() []*coupList {
	byName := map[string]*coupList{}
	for _, d := range c.o.CoupData {
		if known(d, c.o.At) {
			byName[d.Dataset] = &coupList{data: d, entries: map[string][]coupEntry{}}
		}
	}
	isoOf := map[string]string{}
	for _, e := range c.o.Coups {
		l := byName[e.Dataset]
		if l == nil && len(c.o.CoupData) == 0 {
			l = &coupList{data: tocsin.Dataset{Dataset: e.Dataset}, entries: map[string][]coupEntry{}}
			byName[e.Dataset] = l
		}
		iso, ok := isoOf[e.Country]
		if !ok {
			iso, _ = c.isoOf(e.Country)
			isoOf[e.Country] = iso
		}
		if l == nil || iso == "" || e.From.IsZero() {
			continue
		}
		if l.data.From.IsZero() || e.From < l.data.From {
			l.data.From = e.From
		}
		l.data.To = max(l.data.To, e.From)
		l.entries[iso] = append(l.entries[iso], coupEntry{id: e.ID, date: e.From,
			success: e.Class == "realised" || e.Outcome == "succeeded", plot: e.Class == "conspiracy"})
	}
	var out []*coupList
	for _, l := range byName {
		for _, es := range l.entries {
			sort.SliceStable(es, func(a, b int) bool { return es[a].date < es[b].date })
		}
		out = append(out, l)
	}
	sort.Slice(out, func(a, b int) bool { return out[a].data.Dataset < out[b].data.Dataset })
	return out
}

// A coupKind says which entries count as what the text calls a coup.
type coupKind struct {
	act string // coup, successful coup, failed coup
}

func (k coupKind) admits(e coupEntry) bool {
	switch {
	case e.plot:
		return false
	case strings.Contains(k.act, "successful"):
		return e.success
	case strings.Contains(k.act, "failed"):
		return !e.success
	}
	return true
}

// in returns the entries of the kind on the days of the window.
func (l *coupList) in(iso string, k coupKind, w watch.Window) []coupEntry {
	var out []coupEntry
	for _, e := range l.entries[iso] {
		if k.admits(e) && (w.From.IsZero() || e.date >= w.From) && (w.Until.IsZero() || e.date <= w.Until) {
			out = append(out, e)
		}
	}
	return out
}

// nearest is the entry of the kind nearest to the window, in days.
func (l *coupList) nearest(iso string, k coupKind, w watch.Window) (e coupEntry, off int, ok bool) {
	for _, x := range l.entries[iso] {
		if !k.admits(x) {
			continue
		}
		d := 0
		switch {
		case !w.From.IsZero() && x.date < w.From:
			d = int(w.From - x.date)
		case !w.Until.IsZero() && x.date > w.Until:
			d = int(x.date - w.Until)
		}
		if !ok || d < off {
			e, off, ok = x, d, true
		}
	}
	return e, off, ok
}

func coupIDs(list []coupEntry) []string {
	out := make([]string, len(list))
	for i, e := range list {
		out[i] = e.id
	}
	return out
}

func coupDates(list []coupEntry) []string {
	var out []string
	for _, e := range list {
		if d := e.date.String(); !slices.Contains(out, d) {
			out = append(out, d)
		}
	}
	return out
}

// OwnEventDays is how many days before its publication a report's own event may lie.
const OwnEventDays = 14

// ownEvent is the day of the coup or attempt that the report is about: in the
// country, within 14 days before publication, by a coup list or by a dated
// statement of the same report.
func (j *job) ownEvent(iso string) (tocsin.Date, bool) {
	pub := j.s.Published
	if pub.IsZero() || iso == "" {
		return 0, false
	}
	w := watch.Window{From: pub.AddDays(-OwnEventDays), Until: pub}
	for _, l := range j.c.lists {
		if got := l.in(iso, coupKind{}, w); len(got) > 0 {
			return got[0].date, true
		}
	}
	for _, s := range j.report.statements {
		on := s.When.From
		if s.Kind == tocsin.KindEvent && s.Act == "coup" && on == s.When.To && on >= w.From && on <= w.Until &&
			j.c.countryOf(s, j.report) == iso {
			return on, true
		}
	}
	return 0, false
}
