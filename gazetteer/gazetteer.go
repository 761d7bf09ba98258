package gazetteer

import (
	"embed"
	"math"
	"strings"
	"sync"

	"tocsin"
	"tocsin/gazetteer/internal/borders"
	"tocsin/gazetteer/internal/pack"
	"tocsin/geo"
)

//go:embed data
var data embed.FS

// A Gazetteer is the world table with any number of layers of places over it.
// It is safe for use by several goroutines.
type Gazetteer struct {
	world     *world
	countries *countries
	regions   *regions
	units     map[string][]unitName
	layer     *layer // nil without places of the user's own
}

// world is the embedded table with its index by name.
type world struct {
	table   *pack.Table
	index   nameIndex
	borders func() (*borders.Map, error)
	grids   sync.Map // ISO2 → unitGrid, made when first asked for
}

// World opens the embedded table. Opening takes a tenth of a second and some
// twenty megabytes: do it once and keep it. The borders are unpacked when they
// are first asked for.
func World() (*Gazetteer, error) {
	var files [2][]byte
	for i, name := range []string{"data/rows.bin", "data/names.bin"} {
		b, err := data.ReadFile(name)
		if err != nil {
			return nil, internal(err)
		}
		files[i] = b
	}
	table, err := pack.Read(files[0], files[1])
	if err != nil {
		return nil, internal(err)
	}
	list, err := readCountries()
	if err != nil {
		return nil, internal(err)
	}
	areas, err := readRegions()
	if err != nil {
		return nil, internal(err)
	}
	units, err := readUnitNames()
	if err != nil {
		return nil, internal(err)
	}
	w := &world{table: table, index: indexNames(table)}
	w.borders = sync.OnceValues(func() (*borders.Map, error) {
		b, err := data.ReadFile("data/borders.bin")
		if err != nil {
			return nil, err
		}
		return borders.Read(b)
	})
	return &Gazetteer{world: w, countries: list, regions: areas, units: units}, nil
}

func internal(err error) error {
	return &tocsin.Error{Code: tocsin.Internal, Op: "open gazetteer", Err: err,
		Hint: "the program's embedded data is damaged; build it again"}
}

// NearBorderKM is how far from a country's drawn outline CountryAt still counts
// a point as in it: coasts and lakes are drawn coarsely.
const NearBorderKM = 25

// CountryAt is the country that holds a point, by the embedded borders of today.
// A point in no country belongs to the one whose outline runs within
// NearBorderKM, so that harbours are not at sea. It reports false elsewhere.
func (g *Gazetteer) CountryAt(pt geo.Point) (iso2 string, ok bool) {
	m, err := g.world.borders()
	if err != nil || !pt.Valid() {
		return "", false
	}
	if iso2 = m.At(pt.Lat, pt.Lon); iso2 != "" {
		return iso2, true
	}
	iso2, _ = m.Nearest(pt.Lat, pt.Lon, NearBorderKM/geo.KMPerDegree)
	return iso2, iso2 != ""
}

// ByID finds a place by its identifier: "geonames:2460596" or "country:ML".
func (g *Gazetteer) ByID(id string) (Place, bool) {
	if c, ok := g.countries.byID[id]; ok {
		return g.countryPlace(c), true
	}
	if i, ok := g.regions.byID[id]; ok {
		return g.regions.list[i].Place, true
	}
	if g.layer != nil {
		if i, ok := g.layer.byID[id]; ok {
			return g.layer.places[i], true
		}
	}
	n, ok := idNumber(id)
	if !ok {
		return Place{}, false
	}
	for row, have := range g.world.table.ID {
		if have == n {
			return g.world.place(row), true
		}
	}
	return Place{}, false
}

// Part is a point in the named part of a country, half way from its middle to
// its edge: "north", "southeast", or "central" and the like for the middle. It
// stands for an area whose bounds nobody has drawn.
func (g *Gazetteer) Part(iso2, direction string) (geo.Point, bool) {
	m, err := g.world.borders()
	if err != nil {
		return geo.Point{}, false
	}
	lat, lon, ok := m.Middle(iso2)
	south, west, north, east, known := m.Extent(iso2)
	if !ok || !known {
		return geo.Point{}, false
	}
	p := geo.Point{Lat: lat, Lon: lon}
	if strings.Contains(direction, "north") {
		p.Lat += (north - lat) / 2
	} else if strings.Contains(direction, "south") {
		p.Lat -= (lat - south) / 2
	}
	if strings.Contains(direction, "east") {
		p.Lon += (east - lon) / 2
	} else if strings.Contains(direction, "west") {
		p.Lon -= (lon - west) / 2
	}
	p.Lon = math.Remainder(p.Lon, 360)
	return p, true
}
