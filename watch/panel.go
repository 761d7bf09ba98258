package watch

import (
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"tocsin"
	"tocsin/geo"
	"tocsin/stat"
)

// PanelOptions has usable zero values.
type PanelOptions struct {
	Level        float64              // of the intervals; 0: DefaultLevel
	From         map[string]geo.Point // by country as the data writes it: the point that reach is measured from; a country without one has no reach
	PlaceErrorKM float64              // 0: DefaultPlaceErrorKM
	Whole        bool                 // courses and ground as well, which take twenty times as long
}

// panelChanges are the comparisons of a panel, those of a tempo.
var panelChanges = []struct {
	months  int
	against string
}{{3, Before}, {3, YearBefore}, {6, Before}, {6, YearBefore}, {12, Before}}

// A PanelRow is the tempo and the reach of one country up to the end of one
// month. It holds what [Table.Tempo] and [Table.Reach] of that month hold, in
// one piece and without their warnings.
type PanelRow struct {
	Country string
	Month   Window
	Whole   bool // the data covers all of the month
	Totals
	Changes [5]PanelChange // 3 months against those before and a year before, 6 likewise, 12
	Reach   PanelReach
	Course  PanelCourse // with PanelOptions.Whole
	Ground  PanelGround // likewise, where there are placed events
}

// A PanelCourse is the [Course] of the events of the 24 months up to this one,
// where the data covers them.
type PanelCourse struct {
	Trend   stat.Trend // of the last twelve; valid where Reason is ""
	Reason  string
	Changes []int // months before this one at which a new level begins, by ED-PELT; 0 is this one
	Online  []int // likewise, by the online detector
}

// A PanelGround is the footprint and the centre of [Spread], without what they
// are compared with.
type PanelGround struct {
	Cells    int // PRIO-GRID cells with placed events
	First    int // of these, without any before the month
	Centre   geo.Point
	SpreadKM float64
}

// A PanelChange is a [Change] of whole months.
type PanelChange struct {
	NowSum       Totals
	ThenSum      Totals
	Events       stat.Ratio // valid where Reason is ""
	Reason       string
	Deaths       stat.Ratio // valid where DeathsReason is ""
	DeathsReason string
}

// A PanelReach is a [Reach] from a point. Rows are those of the table.
type PanelReach struct {
	Placed    int        // placed events in the month; with none, or without a point, the rest says nothing
	Distances [7]float64 // the quantiles of Reach.Distances, in kilometres
	DeathsKM  float64    // half of the deaths lay within this; -1 without deaths
	Nearest   int
	Furthest  [8]PanelExtreme // from north clockwise
}

// A PanelExtreme is an [Extreme].
type PanelExtreme struct {
	Row      int
	Earlier  int // -1: no event before the month
	BeyondKM float64
	Record   bool
}

// Panel measures every country of the filter in every month that the data
// touches, and hands on the rows in order of country and month. A row, and what
// its ratios point to, is valid only until each returns. It is what one asks of
// a whole dataset: one walk over the rows of a country does for all its months.
func (t *Table) Panel(f Filter, o PanelOptions, each func(*PanelRow) error) (*Basis, error) {
	if o.Level == 0 {
		o.Level = DefaultLevel
	}
	if o.PlaceErrorKM == 0 {
		o.PlaceErrorKM = DefaultPlaceErrorKM
	}
	compare, err := stat.NewComparer(o.Level)
	if err != nil {
		return nil, tocsin.Errorf(tocsin.Invalid, "", "%w", err)
	}
	f = t.measured(f)
	b, err := t.basis(f)
	if err != nil {
		return nil, err
	}
	p := newPanel(t, f, &b, o, compare)
	countries := f.Countries
	if len(countries) == 0 {
		countries = t.Countries()
	}
	countries = slices.Compact(slices.Sorted(slices.Values(countries)))
	err = p.each(countries, func(r *PanelRow) error {
		b.N += r.Events
		return each(r)
	})
	return &b, err
}

// each measures countries side by side and hands them on in order. A slot is held
// from before a country is taken until it is handed on, so that few wait.
func (p *panel) each(countries []string, visit func(*PanelRow) error) (err error) {
	ready := make([]chan *panelSpace, len(countries))
	for i := range ready {
		ready[i] = make(chan *panelSpace, 1)
	}
	workers := runtime.GOMAXPROCS(0)
	slots := make(chan struct{}, 2*workers)
	var next atomic.Int64
	var wait sync.WaitGroup
	var stop atomic.Bool
	for range workers {
		wait.Go(func() {
			n := len(p.t.places)
			w := &panelWork{cells: map[int]int{}, seen: make([]int32, n), where: make([]located, n)}
			for !stop.Load() {
				slots <- struct{}{}
				i := int(next.Add(1)) - 1
				if i >= len(countries) {
					return // drain takes the slot back
				}
				ready[i] <- p.country(w, countries[i])
			}
		})
	}
	for i := 0; i < len(countries) && err == nil; i++ {
		space := <-ready[i]
		for k := 0; k < len(space.rows) && err == nil; k++ {
			err = visit(&space.rows[k])
		}
		p.spaces.Put(space)
		<-slots
	}
	stop.Store(true)
	drain(slots, &wait)
	return err
}

// drain lets workers that wait for a slot end.
func drain(slots chan struct{}, wait *sync.WaitGroup) {
	done := make(chan struct{})
	go func() { wait.Wait(); close(done) }()
	for {
		select {
		case <-done:
			return
		case <-slots:
		}
	}
}

// A panel is what the countries share.
type panel struct {
	t       *Table
	m       matcher
	o       PanelOptions
	compare stat.Comparer
	lo, hi  int
	first   tocsin.Date // first day of the first month
	monthOf []int32     // by day since first
	months  []Window    // whole calendar months
	whole   []bool      // the data covers the month
	gaps    [][5]string // by month: why a change has no ratio
	shift   [5][2]int   // by change: months of a window, months back of the other
	spaces  sync.Pool   // of *panelSpace
}

// A panelSpace is what is handed on of one country.
type panelSpace struct {
	rows   []PanelRow
	ratios [][10][3]float64
}

// A panelWork is the memory of one worker.
type panelWork struct {
	counts []int
	values []float64
	cells  map[int]int // month in which a cell was last hit
	sums   []prefix
	placed []int32
	near   []nearDeath
	km     []float64
	seen   []int32 // by place: the country it was last measured for, counted from 1
	where  []located
	turn   int32
}

// A prefix is what was counted up to the end of a month.
type prefix struct {
	Totals
	deaths stat.Sum
}

// located is how far a place lies from the point asked about.
type located struct{ km, north, east float64 }

type nearDeath struct {
	km     float64
	deaths int64
}

func newPanel(t *Table, f Filter, b *Basis, o PanelOptions, compare stat.Comparer) *panel {
	p := &panel{t: t, m: t.compile(f), o: o, compare: compare}
	p.lo, p.hi = t.dates(Window{f.From, f.Until})
	from, until := b.Covered.From, b.Covered.Until
	p.first = from.MonthStart()
	for start := p.first; start <= until; start = start.AddMonths(1) {
		w := Window{start, start.MonthEnd()}
		for range w.Days() {
			p.monthOf = append(p.monthOf, int32(len(p.months)))
		}
		var why [5]string
		for k, c := range panelChanges {
			next := w.Until.AddDays(1)
			back := c.months
			if c.against == YearBefore {
				back = 12
			}
			p.shift[k] = [2]int{c.months, back}
			now := Window{next.AddMonths(-c.months), w.Until}
			then := Window{next.AddMonths(-back - c.months), next.AddMonths(-back).AddDays(-1)}
			why[k] = t.gap(b.Datasets, now, then)
		}
		p.months = append(p.months, w)
		p.whole = append(p.whole, w.From >= from && w.Until <= until)
		p.gaps = append(p.gaps, why)
	}
	p.spaces.New = func() any { return new(panelSpace) }
	return p
}

// country measures all months of one country.
func (p *panel) country(w *panelWork, name string) *panelSpace {
	s := p.spaces.Get().(*panelSpace)
	s.rows = resize(s.rows, len(p.months))
	s.ratios = resize(s.ratios, len(p.months))
	w.sums = resize(w.sums, len(p.months)+1)
	w.placed = w.placed[:0]
	clear(w.sums)
	var list []int32
	if c, ok := p.t.words[colCountry].index[name]; ok {
		list = p.t.byCountry[c]
	}
	for _, row := range list {
		if int(row) < p.lo || int(row) >= p.hi || !p.m.admits(p.t, int(row)) {
			continue
		}
		month := p.monthOf[p.t.from[row]-p.first]
		sum := &w.sums[month+1]
		sum.add(p.t, int(row))
		if n := p.t.best[row]; n != none {
			sum.deaths.Add(float64(n))
		}
		if p.t.isPlaced(int(row)) {
			w.placed = append(w.placed, row)
		}
	}
	for i := range p.months {
		r := &s.rows[i]
		*r = PanelRow{Country: name, Month: p.months[i], Whole: p.whole[i], Totals: w.sums[i+1].Totals}
		w.sums[i+1].plus(&w.sums[i])
		p.changes(w, s, i)
	}
	if p.o.Whole {
		p.courses(w, s)
		p.ground(w, s)
	}
	if at, ok := p.o.From[name]; ok {
		p.reach(w, s, at)
	}
	return s
}

func resize[T any](list []T, n int) []T {
	if cap(list) < n {
		return make([]T, n)
	}
	return list[:n]
}
