package where

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"strings"

	"tocsin/gazetteer"
)

// The names of a document are placed together: every candidate of a name is
// weighed by how much the other names of the document speak for its country, for
// its first-level unit, and for places close by, each name in proportion to how
// sure it is of its own candidates; then again with the outcome. It is the
// evidence that toponym resolution has used since Leidner (2007) and Lieberman &
// Samet (2012), in rounds as belief propagation has them.

// name is one name of the document with what it may mean.
type name struct {
	query  string
	ms     []gazetteer.Match
	share  []float64 // how likely each candidate is the one meant; sums to 1
	weight float64   // how much it counts as evidence
}

// rounds of mutual weighing: after three nothing moves any more.
const rounds = 3

// The pulls, were set by hand on the odd halves of two corpora (see
// TestGeoparsing).
const (
	countryPull = 0.8
	unitPull    = 0.6
	nearPull    = 1.0
	smallest    = 0.03 // the share of a country that nobody speaks of
)

// key tells the mentions apart that may mean different places.
func (m *mention) key() string { return m.query + "|" + m.container }

// evidence is what the names of the document say together.
type evidence struct {
	all       float64
	countries map[string]float64
	units     map[string]float64
	cells     map[[2]int]cell
}

// cell is a square degree with the weight of what may lie in it.
type cell struct{ weight, lat, lon float64 }

func cellOf(p *gazetteer.Place) [2]int { return [2]int{int(math.Floor(p.Lat)), int(math.Floor(p.Lon))} }

func unitOf(p *gazetteer.Place) string {
	if p.Admin1 == "" {
		return ""
	}
	return p.Country + "." + p.Admin1
}

// spot reports whether a place is small enough to lie near another.
func spot(p *gazetteer.Place) bool {
	return p.Code != "RGN" && p.Code != "ADM1" && !strings.HasPrefix(p.Code, "PCL")
}

// add enters the share of one candidate, or takes it out where sign is -1.
func (e *evidence) add(n *name, sign float64) {
	e.all += sign * n.weight
	for i := range n.ms {
		p, w := &n.ms[i].Place, sign*n.weight*n.share[i]
		if n.share[i] < 0.01 {
			continue
		}
		e.countries[p.Country] += w
		if u := unitOf(p); u != "" {
			e.units[u] += w
		}
		if spot(p) {
			k := cellOf(p)
			c := e.cells[k]
			e.cells[k] = cell{c.weight + w, c.lat + w*p.Lat, c.lon + w*p.Lon}
		}
	}
}

// light is what the evidence says for a place.
func (e *evidence) light(p *gazetteer.Place) (w float64, why string) {
	if p.Code == "RGN" {
		return 0, ""
	}
	pull := func(x float64) float64 { return math.Log((max(x, 0)/(e.all+1) + smallest) / smallest) }
	if c := e.countries[p.Country]; c > 0.1 {
		w += countryPull * pull(c)
		why = "the document speaks of " + p.Country
	}
	if u := unitOf(p); u != "" {
		w += unitPull * pull(e.units[u])
	}
	if spot(p) {
		if near := e.near(p); near > 0.1 {
			w += nearPull * math.Log1p(4*near)
			if why != "" {
				why += "; "
			}
			why += "near other places of the document"
		}
	}
	return w, why
}

// near is the weight of what lies about p, less with the distance.
func (e *evidence) near(p *gazetteer.Place) float64 {
	k, sum := cellOf(p), 0.0
	narrow := math.Cos(p.Lat * math.Pi / 180)
	for dy := -1; dy <= 1; dy++ {
		for dx := -1; dx <= 1; dx++ {
			c, ok := e.cells[[2]int{k[0] + dy, k[1] + dx}]
			if !ok || c.weight < 0.01 {
				continue
			}
			lat, lon := c.lat/c.weight-p.Lat, (c.lon/c.weight-p.Lon)*narrow
			sum += c.weight * math.Exp(-math.Sqrt(lat*lat+lon*lon)*111/80)
		}
	}
	return sum
}

// together weighs all names in the light of each other.
func (f *finder) together() map[string]*name {
	names, order := f.gather()
	e := &evidence{countries: maps.Clone(f.votes), units: map[string]float64{}, cells: map[[2]int]cell{}}
	for _, v := range f.votes {
		e.all += v
	}
	for _, n := range order {
		e.add(n, 1)
	}
	for range rounds {
		for _, n := range order {
			e.add(n, -1) // a name is no evidence for itself
			n.weigh(e.light)
			e.add(n, 1)
		}
	}
	for _, n := range order {
		e.add(n, -1)
		n.ms = gazetteer.Rank(n.ms, e.light)
		n.shares(func(i int) float64 { return math.Log(n.ms[i].Score) })
		e.add(n, 1)
	}
	f.guess, f.said = e.leading(), e
	return names
}

// weigh gives each candidate its share by its odds in the light.
func (n *name) weigh(light gazetteer.Light) {
	n.shares(func(i int) float64 {
		if light == nil {
			return n.ms[i].Odds()
		}
		w, _ := light(&n.ms[i].Place)
		return n.ms[i].Odds() + w
	})
}

func (n *name) shares(odds func(int) float64) {
	top, sum := math.Inf(-1), 0.0
	for i := range n.ms {
		n.share[i] = odds(i)
		top = max(top, n.share[i])
	}
	for i := range n.share {
		n.share[i] = math.Exp(n.share[i] - top)
		sum += n.share[i]
	}
	for i := range n.share {
		n.share[i] /= sum
	}
}

// leading are the countries the document speaks of, the likeliest first.
func (e *evidence) leading() []string {
	delete(e.countries, "")
	list := slices.Collect(maps.Keys(e.countries))
	slices.SortFunc(list, func(a, b string) int {
		return cmp.Or(cmp.Compare(e.countries[b], e.countries[a]), cmp.Compare(a, b))
	})
	return slices.DeleteFunc(list, func(c string) bool { return e.countries[c] < max(minVote, e.countries[list[0]]/10) })
}

// gather makes one name of all mentions that must mean the same place.
func (f *finder) gather() (map[string]*name, []*name) {
	names, times := make(map[string]*name), make(map[string]float64)
	var order []*name
	for _, m := range slices.Concat(f.found, f.asides) {
		key := m.key()
		times[key]++
		n := names[key]
		if n == nil {
			n = &name{query: m.query, ms: f.candidates(m)}
			n.share = make([]float64, len(n.ms))
			names[key] = n
			order = append(order, n)
			n.weigh(nil)
		}
		n.weight += m.weight(n) / times[key]
	}
	return names, order
}

// candidates looks a name up, without the generic word after it where no place
// has both.
func (f *finder) candidates(m *mention) []gazetteer.Match {
	ms := f.lookup(m.query)
	last := lastWord(m.query)
	if low := strings.ToLower(last); len(ms) == 0 && len(last) < len(m.query) && (admins[low] || ends[low] || spots[low]) {
		if rest := strings.TrimSuffix(m.query, " "+last); !common(strings.ToLower(rest)) {
			ms = f.lookup(rest)
		}
	}
	return ms
}

// weight is what one mention counts: a country somebody is in counts more than
// a country that comments.
func (m *mention) weight(n *name) float64 {
	if len(n.ms) == 0 || m.tentative || m.demonym {
		return 0 // demonyms have voted
	}
	switch {
	case strings.HasPrefix(n.ms[0].Place.Code, "PCL") && !m.Actor:
		return 2
	case m.Actor && !m.InName:
		return 0.4
	case m.strong || m.unit || m.container != "":
		return 1
	}
	return 0.5
}
