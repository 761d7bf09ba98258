package watch

import (
	"fmt"
	"slices"
	"strings"

	"tocsin"
	"tocsin/geo"
)

// A Filter says which rows count. Empty fields restrict nothing; the values of
// one field are alternatives; different fields must all hold. Names are matched
// exactly as the dataset writes them.
//
// Where neither Acts nor Datasets is given, measurements leave out the rows of
// coup lists: they tell of the same events as other datasets, or of none with
// deaths. [Table.Select] leaves out nothing.
type Filter struct {
	Countries  []string
	Sides      []string // either side is one of these
	Classes    []string // tocsin.StateBased, NonState, OneSided; for coup lists realised, attempted, conspiracy
	NotClasses []string // none of these
	Datasets   []string
	Acts       []string
	NotActs    []string
	From       tocsin.Date // first day that counts; zero: open
	Until      tocsin.Date // last day that counts; zero: open
	Units      []string    // the province or the district is one of these, as the data names them
	Near       *geo.Point  // with WithinKM: at most so far from here
	WithinKM   float64
	Box        *Box   // within these bounds
	Area       *Area  // within these polygons
	Among      *Rows  // one of these rows
	Label      string // name for Sides in words, "JNIM"; "" writes the sides out
}

// Rows are rows of one table that a caller chose by what a filter cannot say.
type Rows struct {
	Name string // in words, "Borno State"
	In   []bool // by row
}

// A Box bounds latitude and longitude; West > East crosses the date line.
type Box struct{ South, North, West, East float64 }

// Contains reports whether p lies in the box or on its edge.
func (b Box) Contains(p geo.Point) bool {
	if p.Lat < b.South || p.Lat > b.North {
		return false
	}
	if b.West <= b.East {
		return b.West <= p.Lon && p.Lon <= b.East
	}
	return p.Lon >= b.West || p.Lon <= b.East
}

// String says the filter in words, without its days: "events involving JNIM, in
// Mali, without non-state".
func (f Filter) String() string {
	parts := []string{"all events"}
	if who := f.who(); who != "" {
		parts[0] = "events involving " + who
	}
	add := func(format string, list []string, sep string) {
		if len(list) > 0 {
			parts = append(parts, fmt.Sprintf(format, strings.Join(list, sep)))
		}
	}
	add("in %s", f.Countries, " or ")
	add("in the province or district %s", f.Units, " or ")
	add("only %s", f.Classes, " or ")
	add("without %s", f.NotClasses, " and ")
	add("of kind %s", f.Acts, " or ")
	add("not of kind %s", f.NotActs, " or ")
	add("from %s", f.Datasets, " or ")
	if f.Near != nil {
		parts = append(parts, fmt.Sprintf("within %g km of %.4f, %.4f", f.WithinKM, f.Near.Lat, f.Near.Lon))
	}
	if f.Box != nil {
		parts = append(parts, fmt.Sprintf("between %g and %g north, %g and %g east", f.Box.South, f.Box.North, f.Box.West, f.Box.East))
	}
	if f.Area != nil {
		parts = append(parts, "inside "+f.Area.Name)
	}
	if f.Among != nil {
		parts = append(parts, "in "+f.Among.Name)
	}
	return strings.Join(parts, ", ")
}

func (f Filter) who() string {
	if f.Label != "" {
		return f.Label
	}
	return strings.Join(f.Sides, " or ")
}

// coupList is the act of the rows of coup lists.
const coupList = "coup"

// measured is the filter that measurements use: without coup lists unless the
// caller asked for a dataset or an act.
func (t *Table) measured(f Filter) Filter {
	if len(f.Acts) > 0 || len(f.Datasets) > 0 || len(f.NotActs) > 0 {
		return f
	}
	if _, listed := t.words[colAct].index[coupList]; listed {
		f.NotActs = []string{coupList}
	}
	return f
}

// Select returns the rows that the filter admits, in order of date.
func (t *Table) Select(f Filter) []int {
	var out []int
	t.each(f, func(row int) { out = append(out, row) })
	return out
}

// each calls visit for the rows that the filter admits, in order of date.
func (t *Table) each(f Filter, visit func(row int)) {
	m := t.compile(f)
	lo, hi := t.dates(Window{f.From, f.Until})
	list, all := t.candidates(f)
	if all {
		for row := lo; row < hi; row++ {
			if m.admits(t, row) {
				visit(row)
			}
		}
		return
	}
	start, _ := slices.BinarySearch(list, int32(lo))
	for _, row := range list[start:] {
		if int(row) >= hi {
			return
		}
		if m.admits(t, int(row)) {
			visit(int(row))
		}
	}
}

// candidates is the shortest sorted list of rows that holds all that the
// filter's countries or sides admit; all reports that there is no such list.
func (t *Table) candidates(f Filter) (list []int32, all bool) {
	countries, n1 := t.posted(t.byCountry, t.words[colCountry], f.Countries)
	sides, n2 := t.posted(t.bySide, t.words[colSideA], f.Sides)
	switch {
	case countries == nil && sides == nil:
		return nil, true
	case sides == nil || countries != nil && n1 <= n2:
		return merge(countries), false
	}
	return merge(sides), false
}

// posted finds the lists of rows of the names, and how many rows they hold; nil
// where there are no names.
func (t *Table) posted(lists [][]int32, d *dict[string], names []string) (found [][]int32, n int) {
	if len(names) == 0 {
		return nil, 0
	}
	found = [][]int32{}
	for i, name := range names {
		if c, ok := d.index[name]; ok && !slices.Contains(names[:i], name) {
			found = append(found, lists[c])
			n += len(lists[c])
		}
	}
	return found, n
}

// merge joins sorted lists of rows into one, each row once.
func merge(lists [][]int32) []int32 {
	if len(lists) == 1 {
		return lists[0]
	}
	out := slices.Concat(lists...)
	slices.Sort(out)
	return slices.Compact(out)
}

// A matcher is a filter in the table's codes.
type matcher struct {
	columns []columnMask
	sides   []bool
	units   []bool
	near    *geo.Point
	km      float64
	box     *Box
	area    *Area
	among   []bool
}

type columnMask struct {
	col   int
	codes []bool
	want  bool
}

func (t *Table) compile(f Filter) matcher {
	m := matcher{near: f.Near, km: f.WithinKM, box: f.Box, area: f.Area, units: t.unitMask(f.Units)}
	for _, c := range []struct {
		col  int
		list []string
		want bool
	}{
		{colCountry, f.Countries, true}, {colClass, f.Classes, true}, {colClass, f.NotClasses, false},
		{colDataset, f.Datasets, true}, {colAct, f.Acts, true}, {colAct, f.NotActs, false},
	} {
		if mask, _ := t.words[c.col].mask(c.list); mask != nil {
			m.columns = append(m.columns, columnMask{c.col, mask, c.want})
		}
	}
	if f.Among != nil {
		m.among = f.Among.In
	}
	m.sides, _ = t.words[colSideA].mask(f.Sides)
	return m
}

func (m *matcher) admits(t *Table, row int) bool {
	for _, c := range m.columns {
		if c.codes[t.text[c.col].at(row)] != c.want {
			return false
		}
	}
	if m.sides != nil && !m.sides[t.text[colSideA].at(row)] && !m.sides[t.text[colSideB].at(row)] {
		return false
	}
	if m.units != nil && !m.units[t.text[colExtra].at(row)] {
		return false
	}
	if m.among != nil && !m.among[row] {
		return false
	}
	if m.near == nil && m.box == nil && m.area == nil {
		return true
	}
	if !t.hasPoint[row] {
		return false
	}
	p := t.point(row)
	return (m.near == nil || geo.DistanceKM(*m.near, p) <= m.km) && (m.box == nil || m.box.Contains(p)) && (m.area == nil || m.area.Contains(p))
}
