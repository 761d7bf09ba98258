package watch

import (
	"iter"
	"slices"
	"sort"
	"strings"
	"sync"

	"tocsin"
	"tocsin/geo"
)

// A Table holds events in columns, sorted by date, in about 80 bytes a row. It
// is not changed once made and may be read by several goroutines.
type Table struct {
	from, to         []tocsin.Date
	places           []geo.Point // each different point once
	placeOf          []int32     // into places
	low, best, high  []int64     // none: no estimate
	ids              string      // all identifiers in one string
	idEnd            []uint32
	text             [nText]codes
	words            [nText]*dict[string] // SideA and SideB share one
	datePrec, placed codes
	precs            dict[int] // shared by both precisions
	hasPoint         []bool
	flags            codes
	flagLists        [][]string
	byCountry        [][]int32 // rows of each country code, in order of date
	bySide           [][]int32 // rows of each side code
	covered          map[string]Window
	acts             map[string][]string // acts of each dataset
	adminOnce        sync.Once
	admin            units // read when first asked for
}

// none stands for a missing estimate of deaths.
const none int64 = -1 << 63

// The text columns.
const (
	colDataset = iota
	colCountry
	colPlace
	colAct
	colClass
	colSideA
	colSideB
	colConflict
	colOutcome
	colSaid
	colWhere
	colExtra
	nText
)

// texts lists the text fields of an event in the order of the columns.
func texts(e *tocsin.DataEvent) [nText]*string {
	return [nText]*string{&e.Dataset, &e.Country, &e.Place, &e.Act, &e.Class, &e.SideA, &e.SideB,
		&e.Conflict, &e.Outcome, &e.Said, &e.Where, (*string)(&e.Extra)}
}

// NewTable reads events into a table. data are the datasets the events come
// from, where they are known: their From and To then widen the days they are
// taken to cover; without them a dataset covers the days from its first to its
// last row.
func NewTable(events iter.Seq[tocsin.DataEvent], data ...tocsin.Dataset) *Table {
	b := newBuilder()
	for e := range events {
		b.add(&e)
	}
	t := b.table()
	for _, d := range data {
		if w, ok := t.covered[d.Dataset]; ok {
			if !d.From.IsZero() {
				w.From = min(w.From, d.From)
			}
			w.Until = max(w.Until, d.To)
			t.covered[d.Dataset] = w
		}
	}
	return t
}

// Len is the number of rows.
func (t *Table) Len() int { return len(t.from) }

// ID is the identifier of row i.
func (t *Table) ID(i int) string {
	start := uint32(0)
	if i > 0 {
		start = t.idEnd[i-1]
	}
	return t.ids[start:t.idEnd[i]]
}

// Row finds the row with an identifier.
func (t *Table) Row(id string) (int, bool) {
	for i := range t.from {
		if t.ID(i) == id {
			return i, true
		}
	}
	return 0, false
}

// Event returns row i as it came in; rows count from 0 in order of date, then
// of identifier.
func (t *Table) Event(i int) tocsin.DataEvent {
	e := tocsin.DataEvent{ID: t.ID(i), From: t.from[i], To: t.to[i],
		HasPoint: t.hasPoint[i], Lat: t.point(i).Lat, Lon: t.point(i).Lon,
		DatePrec: t.precs.values[t.datePrec.at(i)], PlacePrec: t.precs.values[t.placed.at(i)],
		Low: estimate(t.low[i]), Best: estimate(t.best[i]), High: estimate(t.high[i]),
		Flags: slices.Clone(t.flagLists[t.flags.at(i)])}
	for c, field := range texts(&e) {
		*field = t.word(c, i)
	}
	return e
}

// word is the value of a text column in row i.
func (t *Table) word(col, i int) string { return t.words[col].values[t.text[col].at(i)] }

func estimate(n int64) *int {
	if n == none {
		return nil
	}
	return new(int(n))
}

// Countries lists the names of countries as the data writes them, sorted.
func (t *Table) Countries() []string { return sorted(t.words[colCountry].values) }

// Sides lists the names of sides as the data writes them, sorted.
func (t *Table) Sides() []string { return sorted(t.words[colSideA].values) }

// Datasets lists the datasets in the table with the days each covers.
func (t *Table) Datasets() map[string]Window {
	out := make(map[string]Window, len(t.covered))
	for k, v := range t.covered {
		out[k] = v
	}
	return out
}

func sorted(list []string) []string {
	out := slices.DeleteFunc(slices.Clone(list), func(s string) bool { return s == "" })
	slices.Sort(out)
	return out
}

// dates returns the rows [lo, hi) whose date is in w; open ends are zero.
func (t *Table) dates(w Window) (lo, hi int) {
	lo, hi = 0, len(t.from)
	if !w.From.IsZero() {
		lo = sort.Search(len(t.from), func(i int) bool { return t.from[i] >= w.From })
	}
	if !w.Until.IsZero() {
		hi = sort.Search(len(t.from), func(i int) bool { return t.from[i] > w.Until })
	}
	return lo, max(lo, hi)
}

// A builder takes events in any order.
type builder struct {
	t        *Table
	ids      []string
	text     [nText][]uint32
	datePrec []uint32
	placed   []uint32
	flags    []uint32
	flagDict dict[string]
	points   dict[geo.Point]
}

func newBuilder() *builder {
	b := &builder{t: &Table{covered: map[string]Window{}, acts: map[string][]string{}}}
	for c := range b.t.words {
		b.t.words[c] = &dict[string]{}
	}
	b.t.words[colSideB] = b.t.words[colSideA]
	return b
}

func (b *builder) add(e *tocsin.DataEvent) {
	t := b.t
	b.ids = append(b.ids, e.ID)
	t.from, t.to = append(t.from, e.From), append(t.to, e.To)
	t.placeOf = append(t.placeOf, int32(b.points.code(geo.Point{Lat: e.Lat, Lon: e.Lon}, nil)))
	t.hasPoint = append(t.hasPoint, e.HasPoint)
	t.low, t.best, t.high = append(t.low, deaths(e.Low)), append(t.best, deaths(e.Best)), append(t.high, deaths(e.High))
	for c, field := range texts(e) {
		b.text[c] = append(b.text[c], t.words[c].code(*field, strings.Clone))
	}
	b.datePrec = append(b.datePrec, t.precs.code(e.DatePrec, nil))
	b.placed = append(b.placed, t.precs.code(e.PlacePrec, nil))
	// Flags are few and mostly absent: a list is one value of a dictionary.
	n := len(b.flagDict.values)
	b.flags = append(b.flags, b.flagDict.code(strings.Join(e.Flags, "\x00"), strings.Clone))
	if len(b.flagDict.values) > n {
		t.flagLists = append(t.flagLists, slices.Clone(e.Flags))
	}
	w, seen := t.covered[e.Dataset]
	if !seen || e.From < w.From {
		w.From = e.From
	}
	w.Until = max(w.Until, e.From)
	t.covered[strings.Clone(e.Dataset)] = w
	if !slices.Contains(t.acts[e.Dataset], e.Act) {
		t.acts[e.Dataset] = append(t.acts[e.Dataset], strings.Clone(e.Act))
	}
}

func deaths(n *int) int64 {
	if n == nil {
		return none
	}
	return int64(*n)
}

// table sorts the rows by date and identifier, packs the columns and indexes
// countries and sides.
func (b *builder) table() *Table {
	t := b.t
	rows := make([]int32, len(t.from))
	for i := range rows {
		rows[i] = int32(i)
	}
	slices.SortStableFunc(rows, func(x, y int32) int {
		if d := int(t.from[x]) - int(t.from[y]); d != 0 {
			return d
		}
		return strings.Compare(b.ids[x], b.ids[y])
	})
	t.from, t.to = permute(t.from, rows), permute(t.to, rows)
	t.places, t.placeOf, t.hasPoint = slices.Clip(b.points.values), permute(t.placeOf, rows), permute(t.hasPoint, rows)
	t.low, t.best, t.high = permute(t.low, rows), permute(t.best, rows), permute(t.high, rows)
	for c := range t.text {
		t.text[c] = pack(b.text[c], rows, len(t.words[c].values))
		b.text[c] = nil
	}
	t.datePrec, t.placed = pack(b.datePrec, rows, len(t.precs.values)), pack(b.placed, rows, len(t.precs.values))
	t.flags = pack(b.flags, rows, len(b.flagDict.values))
	var all strings.Builder
	t.idEnd = make([]uint32, len(rows))
	for i, r := range rows {
		all.WriteString(b.ids[r])
		t.idEnd[i] = uint32(all.Len())
	}
	t.ids = strings.Clone(all.String())
	t.byCountry = postings(len(t.words[colCountry].values), rows, &t.text[colCountry])
	t.bySide = postings(len(t.words[colSideA].values), rows, &t.text[colSideA], &t.text[colSideB])
	for _, c := range []int{colPlace, colConflict, colOutcome, colSaid, colWhere, colExtra} {
		t.words[c].index = nil // never looked up by value
	}
	return t
}

// postings lists, for each code, the rows in which one of the columns has it.
func postings(values int, rows []int32, columns ...*codes) [][]int32 {
	out := make([][]int32, values)
	for i := range rows {
		for k, col := range columns {
			c := col.at(i)
			if k > 0 && columns[0].at(i) == c {
				continue
			}
			out[c] = append(out[c], int32(i))
		}
	}
	for c := range out {
		out[c] = slices.Clip(out[c])
	}
	return out
}
