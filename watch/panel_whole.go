package watch

import (
	"math"

	"tocsin/geo"
	"tocsin/stat"
)

// courses measures the run of the last 24 months up to each that is whole.
func (p *panel) courses(w *panelWork, s *panelSpace) {
	rule := pers[PerMonth]
	w.counts, w.values = w.counts[:0], w.values[:0]
	for i := range s.rows {
		if !p.whole[i] { // of what the data ends or begins with in part nothing is said
			continue
		}
		w.counts = append(w.counts, s.rows[i].Events)
		w.values = append(w.values, float64(s.rows[i].Events))
		n := len(w.counts)
		c := &s.rows[i].Course
		trend, err := stat.CountTrend(w.counts[max(0, n-rule.trend):], p.o.Level)
		if err != nil {
			c.Reason = err.Error()
		}
		c.Trend = trend
		counts, values := w.counts[max(0, n-rule.shown):], w.values[max(0, n-rule.shown):]
		total := 0
		for _, k := range counts {
			total += k
		}
		if total == 0 || len(counts) < 2*rule.shortest {
			continue
		}
		if begins, err := stat.Segments(values, rule.shortest); err == nil {
			c.Changes = back(begins, len(counts))
		}
		detector := stat.Online{Hazard: 1 / float64(rule.steady), Shape: 1, Rate: float64(len(counts)) / float64(total)}
		if runs, err := detector.Follow(counts); err == nil {
			begins, _ := stat.Began(runs)
			c.Online = back(begins, len(counts))
		}
	}
}

// back turns indexes of n months into months before the last.
func back(begins []int, n int) []int {
	for i := range begins {
		begins[i] = n - 1 - begins[i]
	}
	return begins
}

// ground counts cells and finds the centre of each month.
func (p *panel) ground(w *panelWork, s *panelSpace) {
	clear(w.cells)
	var points []geo.Point
	for i := 0; i < len(w.placed); {
		month := int(p.monthOf[p.t.from[w.placed[i]]-p.first])
		g := &s.rows[month].Ground
		points = points[:0]
		for ; i < len(w.placed) && int(p.monthOf[p.t.from[w.placed[i]]-p.first]) == month; i++ {
			at := p.t.point(int(w.placed[i]))
			points = append(points, at)
			cell := geo.Cell(at)
			last, seen := w.cells[cell]
			if !seen {
				g.First++
			}
			if !seen || last != month {
				g.Cells++
			}
			w.cells[cell] = month
		}
		g.Centre = geo.Mean(points)
		square := 0.0
		for _, at := range points {
			km := geo.DistanceKM(g.Centre, at)
			square += km * km
		}
		g.SpreadKM = math.Sqrt(square / float64(len(points)))
	}
}
