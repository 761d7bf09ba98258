package main

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"tocsin/gazetteer/internal/fold"
	"tocsin/gazetteer/internal/pack"
)

// build puts units before towns, and towns in the order of their units, so that
// neighbours in the table are neighbours on the ground and compress well.
func build(towns []town, units map[string]*unit) *pack.Table {
	for i := range towns {
		gather(&towns[i], units)
	}
	first, second := used(units)
	slices.SortFunc(towns, func(a, b town) int {
		return cmp.Or(cmp.Compare(a.country, b.country), cmp.Compare(a.admin1, b.admin1),
			cmp.Compare(a.admin2, b.admin2), cmp.Compare(a.id, b.id))
	})
	w := &writer{t: &pack.Table{}, row: map[string]uint32{}, countries: map[string]uint8{}, codes: map[string]uint8{}}
	for _, u := range first {
		w.unit(u, "A.ADM1")
	}
	for _, u := range second {
		w.unit(u, "A.ADM2")
	}
	for i := range towns {
		w.town(&towns[i])
	}
	w.t.Text = w.text.String()
	return w.t
}

// gather adds a town to the units that hold it.
func gather(t *town, units map[string]*unit) {
	one := t.country + "." + t.admin1
	for _, code := range []string{one, one + "." + t.admin2} {
		u := units[code]
		if u == nil {
			continue
		}
		u.cells[[2]int{int(t.lat) / 25_000, int(t.lon) / 25_000}]++
		u.lat += int64(t.lat)
		u.lon += int64(t.lon)
		u.towns++
		u.pop += t.pop
	}
}

// used lists the units that hold a town, by code.
func used(units map[string]*unit) (first, second []*unit) {
	for _, code := range slices.Sorted(maps.Keys(units)) {
		u := units[code]
		switch {
		case u.towns == 0:
		case strings.Count(code, ".") == 1:
			first = append(first, u)
		default:
			second = append(second, u)
		}
	}
	return first, second
}

// middle is the mean of the quarter-degree cells in which the unit has a town:
// nearer to the middle of its land than the mean of its towns, which leans
// toward its cities.
func (u *unit) middle() (lat, lon int32) {
	var a, b int64
	for c := range u.cells {
		a += int64(c[0])
		b += int64(c[1])
	}
	n := int64(len(u.cells))
	if n < 4 {
		return int32(u.lat / u.towns), int32(u.lon / u.towns)
	}
	return int32(a * 25_000 / n), int32(b * 25_000 / n)
}

type writer struct {
	t         *pack.Table
	text      strings.Builder
	row       map[string]uint32 // code of a unit to its row plus one
	countries map[string]uint8
	codes     map[string]uint8
}

func (w *writer) unit(u *unit, code string) {
	parts := strings.SplitN(u.code, ".", 3)
	names := []string{u.name}
	if fold.String(u.ascii) != fold.String(u.name) {
		names = append(names, u.ascii)
	}
	lat, lon := u.middle()
	var up, own uint32
	if len(parts) == 3 {
		up = w.row[parts[0]+"."+parts[1]]
		own = uint32(w.t.Len() + 1)
	} else {
		up = uint32(w.t.Len() + 1)
	}
	w.row[u.code] = uint32(w.t.Len() + 1)
	w.t.Unit = append(w.t.Unit, parts[len(parts)-1])
	w.add(u.id, lat, lon, u.pop, u.country, code, up, own, names)
}

func (w *writer) town(t *town) {
	one := t.country + "." + t.admin1
	w.add(t.id, t.lat, t.lon, t.pop, t.country, t.code, w.row[one], w.row[one+"."+t.admin2], t.names)
}

func (w *writer) add(id uint32, lat, lon int32, pop int64, country, code string, one, two uint32, names []string) {
	t := w.t
	t.ID = append(t.ID, id)
	t.Lat, t.Lon = append(t.Lat, lat), append(t.Lon, lon)
	t.Pop = append(t.Pop, uint32(min(pop, 1<<32-1)))
	t.Country = append(t.Country, index(w.countries, &t.Countries, country))
	t.Code = append(t.Code, index(w.codes, &t.Codes, code))
	t.Admin1, t.Admin2 = append(t.Admin1, one), append(t.Admin2, two)
	w.text.WriteString(strings.ReplaceAll(strings.Join(names, "\t"), "\n", " "))
	w.text.WriteByte('\n')
}

func index(seen map[string]uint8, list *[]string, s string) uint8 {
	i, ok := seen[s]
	if !ok {
		i = uint8(len(*list))
		seen[s] = i
		*list = append(*list, s)
	}
	return i
}
