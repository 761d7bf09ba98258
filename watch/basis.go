package watch

import (
	"fmt"
	"slices"
	"strings"

	"tocsin"
)

// few is the number of events below which a result is marked as resting on few.
const few = 10

// coarse is the GED where_prec from which a point stands for an administrative
// unit, a region or a country, and date_prec from which a day stands for a
// month or a year. Such rows have a place or a day in the file, and none in fact.
const (
	coarsePlace = 3
	coarseDate  = 4
)

// basis checks that the filter can be measured at all, and describes what the
// result will rest on; the caller sets N.
func (t *Table) basis(f Filter) (Basis, error) {
	b := Basis{Window: Window{f.From, f.Until}, Filter: f.String(), Datasets: []string{}, Warnings: []tocsin.Warning{}}
	if t.Len() == 0 {
		return b, tocsin.Errorf(tocsin.NotFound, "import some: tocsin import ucdp-ged FILE", "there are no events to measure")
	}
	if !f.From.IsZero() && !f.Until.IsZero() && f.From > f.Until {
		return b, tocsin.Errorf(tocsin.Invalid, "give the earlier day first", "the window begins %s after it ends %s", f.From, f.Until)
	}
	if err := t.known(f); err != nil {
		return b, err
	}
	b.Datasets = t.counted(f)
	if len(b.Datasets) == 0 {
		return b, tocsin.Errorf(tocsin.NotFound, "import a dataset that has them, or ask for another kind", "no dataset holds %s", f)
	}
	for i, d := range b.Datasets {
		w := t.covered[d]
		if i == 0 {
			b.Covered = w
		}
		b.Covered = Window{min(b.Covered.From, w.From), max(b.Covered.Until, w.Until)}
	}
	if err := t.uncovered(&b); err != nil {
		return b, err
	}
	t.warnEdge(&b, f)
	return b, nil
}

// counted lists the datasets whose rows the filter may admit, sorted.
func (t *Table) counted(f Filter) []string {
	out := []string{}
	for d, acts := range t.acts {
		if len(f.Datasets) > 0 && !slices.Contains(f.Datasets, d) {
			continue
		}
		if slices.ContainsFunc(acts, func(a string) bool {
			return (len(f.Acts) == 0 || slices.Contains(f.Acts, a)) && !slices.Contains(f.NotActs, a)
		}) {
			out = append(out, d)
		}
	}
	slices.Sort(out)
	return out
}

// uncovered fails where the data says nothing about the window, and warns where
// it says nothing about a part of it.
func (t *Table) uncovered(b *Basis) error {
	w := b.Window
	if !w.From.IsZero() && w.From > b.Covered.Until || !w.Until.IsZero() && w.Until < b.Covered.From {
		return tocsin.Errorf(tocsin.NotFound, "import data that covers those days, or ask about earlier ones",
			"the data covers %s, the question is about %s", b.Covered, w)
	}
	for _, d := range b.Datasets {
		c := t.covered[d]
		if !w.Until.IsZero() && c.Until < w.Until {
			b.warn("%s ends %s, before the window does (%s)", d, c.Until, w.Until)
		}
		if !w.From.IsZero() && c.From > w.From {
			b.warn("%s begins %s, after the window does (%s)", d, c.From, w.From)
		}
	}
	if len(b.Datasets) > 1 && !slices.Contains(b.Datasets, "") {
		b.warn("rows of %s are counted together: one event may be in several", strings.Join(b.Datasets, ", "))
	}
	return nil
}

// known fails where none of the names of a field occurs in the data, since
// "no events" would then be the answer to a misspelling.
func (t *Table) known(f Filter) error {
	for _, c := range []struct {
		what string
		col  int
		list []string
	}{{"country", colCountry, f.Countries}, {"side", colSideA, f.Sides}, {"dataset", colDataset, f.Datasets}} {
		if mask, n := t.words[c.col].mask(c.list); mask == nil || n > 0 {
			continue
		}
		hint := "write it as the data does"
		if near := t.similar(c.col, c.list); len(near) > 0 {
			hint += ", such as " + strings.Join(near, "; ")
		}
		return tocsin.Errorf(tocsin.NotFound, hint, "no row has the %s %q", c.what, strings.Join(c.list, `" or "`))
	}
	return t.knownUnits(f.Units)
}

// similar offers at most three values of a column that hold, or are held by,
// one of the names asked for.
func (t *Table) similar(col int, names []string) []string {
	return similarTo(sorted(t.words[col].values), names)
}

func similarTo(values, names []string) []string {
	var out []string
	for _, v := range values {
		low := strings.ToLower(v)
		if len(out) < 3 && slices.ContainsFunc(names, func(name string) bool {
			n := strings.ToLower(name)
			return n != "" && (strings.Contains(low, n) || len(low) > 3 && strings.Contains(n, low))
		}) {
			out = append(out, v)
		}
	}
	return out
}

func (b *Basis) warn(format string, args ...any) {
	b.Warnings = append(b.Warnings, tocsin.Warning{Text: fmt.Sprintf(format, args...)})
}

// warnRows adds what is to be said about the rows that count.
func (t *Table) warnRows(b *Basis, rows []int) {
	b.N = len(rows)
	if b.N < few {
		b.warn("only %d %s", b.N, plural(b.N, "event", "events"))
	}
	vague, long := 0, 0
	for _, r := range rows {
		if t.precs.values[t.datePrec.at(r)] >= coarseDate {
			vague++
		} else if t.to[r] > t.from[r] && t.to[r].MonthStart() != t.from[r].MonthStart() {
			long++
		}
	}
	if vague > 0 {
		b.warn("%d of %d %s dated only to a month or a year, and count on the first day given", vague, b.N, plural(b.N, "event is", "events are"))
	}
	if long > 0 {
		b.warn("%d of %d %s over the end of a month, and count on the first day", long, b.N, plural(b.N, "event runs", "events run"))
	}
}

func plural(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

// String writes the window as "2020-02-18 to 2020-08-17"; an open end is left out.
func (w Window) String() string {
	switch {
	case w.From.IsZero() && w.Until.IsZero():
		return "any day"
	case w.From.IsZero():
		return "until " + w.Until.String()
	case w.Until.IsZero():
		return "since " + w.From.String()
	}
	return w.From.String() + " to " + w.Until.String()
}

// Days is the number of days of a window that has both ends, else 0.
func (w Window) Days() int {
	if w.From.IsZero() || w.Until.IsZero() {
		return 0
	}
	return int(w.Until-w.From) + 1
}

// Before is the window directly before this one: as many months where it is
// whole months long, else as many days. The zero window where an end is open.
func (w Window) Before() Window {
	if w.Days() <= 0 {
		return Window{}
	}
	next := w.Until.AddDays(1)
	for n := 1; n <= 1200; n++ {
		if first := next.AddMonths(-n); first == w.From {
			return Window{From: first.AddMonths(-n), Until: w.From.AddDays(-1)}
		} else if first < w.From {
			break
		}
	}
	return Window{From: w.From.AddDays(-w.Days()), Until: w.From.AddDays(-1)}
}
