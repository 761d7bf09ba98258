package watch

import (
	"cmp"
	"slices"

	"tocsin/geo"
	"tocsin/stat"
)

func (a *prefix) plus(b *prefix) {
	a.Events, a.Best, a.Low, a.High = a.Events+b.Events, a.Best+b.Best, a.Low+b.Low, a.High+b.High
	a.NoDeaths, a.NoRange = a.NoDeaths+b.NoDeaths, a.NoRange+b.NoRange
	a.deaths.N, a.deaths.Total, a.deaths.Squares = a.deaths.N+b.deaths.N, a.deaths.Total+b.deaths.Total, a.deaths.Squares+b.deaths.Squares
}

// between is what was counted in the n months that end with month.
func (w *panelWork) between(month, n int, into *prefix) {
	if month < 0 {
		*into = prefix{}
		return
	}
	a, b := &w.sums[month+1], &w.sums[max(0, month+1-n)]
	into.Events, into.Best, into.Low, into.High = a.Events-b.Events, a.Best-b.Best, a.Low-b.Low, a.High-b.High
	into.NoDeaths, into.NoRange = a.NoDeaths-b.NoDeaths, a.NoRange-b.NoRange
	into.deaths = stat.Sum{N: a.deaths.N - b.deaths.N, Total: a.deaths.Total - b.deaths.Total, Squares: a.deaths.Squares - b.deaths.Squares}
}

// events is how many there were in the n months that end with month.
func (w *panelWork) events(month, n int) int {
	if month < 0 {
		return 0
	}
	return w.sums[month+1].Events - w.sums[max(0, month+1-n)].Events
}

// changes compares the months that end with one.
func (p *panel) changes(w *panelWork, s *panelSpace, month int) {
	var now, then prefix
	space := &s.ratios[month]
	for k := range panelChanges {
		n, back := p.shift[k][0], p.shift[k][1]
		c := &s.rows[month].Changes[k]
		why := p.gaps[month][k]
		if why == "" && w.events(month, n) == 0 && w.events(month-back, n) == 0 {
			c.Reason, c.DeathsReason = noEvents, noDeaths
			continue
		}
		w.between(month, n, &now)
		w.between(month-back, n, &then)
		c.NowSum, c.ThenSum = now.Totals, then.Totals
		if why != "" {
			c.Reason, c.DeathsReason = why, why
			continue
		}
		var err error
		if c.Events, err = p.compare.Counts(now.Events, then.Events, &space[2*k]); err != nil {
			c.Reason = noRatio(err, "events")
		}
		if c.Deaths, err = p.compare.Sums(now.deaths, then.deaths, &space[2*k+1]); err != nil {
			c.DeathsReason = noRatio(err, "deaths")
		}
	}
}

// reach measures the placed rows of a country, which are in order of date, from
// a point.
func (p *panel) reach(w *panelWork, s *panelSpace, at geo.Point) {
	t := p.t
	w.turn++
	plane := geo.PlaneAt(at)
	before := newFurthest(t, at)
	for i := 0; i < len(w.placed); {
		month := p.monthOf[t.from[w.placed[i]]-p.first]
		r := &s.rows[month].Reach
		now := newFurthest(t, at)
		w.near = w.near[:0]
		r.Nearest = int(w.placed[i])
		least, deaths := -1.0, int64(0)
		for ; i < len(w.placed) && p.monthOf[t.from[w.placed[i]]-p.first] == month; i++ {
			row := int(w.placed[i])
			at := w.locate(t, row, at, plane)
			d := nearDeath{km: at.km}
			if n := t.best[row]; n != none && n > 0 {
				d.deaths = n
				deaths += n
			}
			if least < 0 || d.km < least {
				least, r.Nearest = d.km, row
			}
			w.near = append(w.near, d)
			now.seen(row, at.north, at.east)
		}
		r.Placed = len(w.near)
		p.quantiles(w, r, deaths)
		for k := range now.row {
			x := PanelExtreme{Row: now.row[k], Earlier: before.row[k]}
			if x.Earlier >= 0 {
				x.BeyondKM = now.km[k] - before.km[k]
				x.Record = x.BeyondKM > max(t.errorKM(x.Row, p.o.PlaceErrorKM), t.errorKM(x.Earlier, p.o.PlaceErrorKM))
			}
			r.Furthest[k] = x
			if now.km[k] > before.km[k] {
				before.row[k], before.km[k] = now.row[k], now.km[k]
			}
		}
	}
}

// locate measures a place once for all the events at it.
func (w *panelWork) locate(t *Table, row int, from geo.Point, plane geo.Plane) *located {
	place := t.placeOf[row]
	at := &w.where[place]
	if w.seen[place] != w.turn {
		p := t.places[place]
		w.seen[place] = w.turn
		at.km = geo.DistanceKM(from, p)
		at.north, at.east = plane.NorthEast(p)
	}
	return at
}

// quantiles fills the distances of a month.
func (p *panel) quantiles(w *panelWork, r *PanelReach, deaths int64) {
	slices.SortFunc(w.near, func(a, b nearDeath) int { return cmp.Compare(a.km, b.km) })
	w.km = w.km[:0]
	r.DeathsKM = -1
	sum := int64(0)
	for _, d := range w.near {
		w.km = append(w.km, d.km)
		if sum += d.deaths; deaths > 0 && r.DeathsKM < 0 && 2*sum >= deaths {
			r.DeathsKM = d.km
		}
	}
	for k, q := range quantiles {
		r.Distances[k] = stat.SortedQuantile(w.km, q)
	}
}
