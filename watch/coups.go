package watch

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"tocsin"
)

// sameDays is how many days apart two lists may date one coup, where the
// caller does not say. Of the coups since 1945 that two or more of Cline,
// Powell-Thyne and Colpus have, 484 carry one date, 67 differ by one to five
// days and nine by six to fourteen; few differ by more.
const sameDays = 14

// CoupOptions has usable zero values.
type CoupOptions struct {
	SameDays int                 // entries of different lists at most so many days apart are one coup; 0: 14
	Country  func(string) string // folds the spellings of one country together; nil: case and marks are folded
}

// Coups are the coups, attempts and conspiracies of coup lists, side by side. N
// counts the rows of the lists.
type Coups struct {
	Basis
	Coups []Coup `json:"coups"` // in order of date
}

// A Coup is one event as the lists give it. The lists keep their dates: First
// is the earliest and Last the latest of them.
type Coup struct {
	Country     string      `json:"country"` // as the first entry writes it
	First       tocsin.Date `json:"first"`
	Last        tocsin.Date `json:"last"`
	DatesDiffer bool        `json:"dates_differ"`
	Entries     []CoupEntry `json:"entries"` // one per row of a list, in order of date
}

// A CoupEntry is one row of one list. From and To are one day where the list
// gives a day.
type CoupEntry struct {
	Row     int         `json:"-"`
	ID      string      `json:"id"`
	Dataset string      `json:"dataset"`
	Country string      `json:"country"`
	From    tocsin.Date `json:"from"`
	To      tocsin.Date `json:"to"`
	Class   string      `json:"class"`   // realised, attempted, conspiracy
	Outcome string      `json:"outcome"` // succeeded, failed, unknown
}

// Lists reports which of the datasets have the coup, sorted.
func (c Coup) Lists() []string {
	var out []string
	for _, e := range c.Entries {
		out = append(out, e.Dataset)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// Coups lists the coup events of the filter. A list that ends before the window
// does is named in the warnings. None in a window that a list covers is an
// answer.
func (t *Table) Coups(f Filter, o CoupOptions) (*Coups, error) {
	if o.SameDays == 0 {
		o.SameDays = sameDays
	}
	if o.Country == nil {
		o.Country = fold
	}
	f.Acts = []string{coupList}
	b, err := t.basis(f)
	if err != nil {
		return nil, err
	}
	b.Warnings = slices.DeleteFunc(b.Warnings, func(w tocsin.Warning) bool {
		return strings.Contains(w.Text, "are counted together") // they are set side by side
	})
	rows := t.Select(f)
	b.N = len(rows)
	out := &Coups{Basis: b, Coups: []Coup{}}
	for _, group := range t.groupCoups(rows, o) {
		c := Coup{Country: group[0].Country, First: group[0].From, Last: group[0].From, Entries: group}
		for _, e := range group {
			c.Last = max(c.Last, e.From)
		}
		c.DatesDiffer = c.First != c.Last
		out.Coups = append(out.Coups, c)
	}
	return out, nil
}

// groupCoups joins the entries of different lists that mean one coup: the pairs
// of one country, nearest in time first, as long as no list would be in a group
// twice. Two entries of one list are never one coup: the list says so.
func (t *Table) groupCoups(rows []int, o CoupOptions) [][]CoupEntry {
	entries := make([]CoupEntry, len(rows))
	keys := make([]string, len(rows))
	group := make([]int, len(rows))
	for i, r := range rows {
		e := t.Event(r)
		entries[i] = CoupEntry{Row: r, ID: e.ID, Dataset: e.Dataset, Country: e.Country,
			From: e.From, To: max(e.From, e.To), Class: e.Class, Outcome: e.Outcome}
		keys[i], group[i] = o.Country(e.Country), i
	}
	type pair struct{ gap, i, j int }
	var pairs []pair
	for i := range entries {
		for j := i + 1; j < len(entries) && int(entries[j].From-entries[i].To) <= o.SameDays; j++ {
			if keys[i] == keys[j] && entries[i].Dataset != entries[j].Dataset {
				pairs = append(pairs, pair{max(0, int(entries[j].From-entries[i].To)), i, j})
			}
		}
	}
	slices.SortStableFunc(pairs, func(x, y pair) int { return cmp.Compare(x.gap, y.gap) })
	for _, p := range pairs {
		joinCoups(entries, group, group[p.i], group[p.j])
	}
	byGroup := make(map[int][]CoupEntry)
	var order []int
	for i, e := range entries {
		if len(byGroup[group[i]]) == 0 {
			order = append(order, group[i])
		}
		byGroup[group[i]] = append(byGroup[group[i]], e)
	}
	out := make([][]CoupEntry, len(order))
	for i, g := range order {
		out[i] = byGroup[g]
	}
	return out
}

// joinCoups makes groups a and b one, unless a list has an entry in both.
func joinCoups(entries []CoupEntry, group []int, a, b int) {
	if a == b {
		return
	}
	var lists []string
	for i, e := range entries {
		if group[i] == a || group[i] == b {
			if slices.Contains(lists, e.Dataset) {
				return
			}
			lists = append(lists, e.Dataset)
		}
	}
	for i := range group {
		if group[i] == b {
			group[i] = a
		}
	}
}

// fold makes spellings comparable: lower case, letters and digits alone, no
// diacritics.
func fold(s string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(strings.ToLower(s)) {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			b.WriteRune(r)
		}
	}
	return b.String()
}
