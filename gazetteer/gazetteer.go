package gazetteer

import (
	"io"

	"tocsin/geo"
)

// A Gazetteer is the world table with any number of layers of places over it.
// It is safe for use by several goroutines.
type Gazetteer struct{}

// World opens the embedded table. Opening takes a tenth of a second; keep it.
func World() (*Gazetteer, error) { return &Gazetteer{}, nil }

// With returns a gazetteer that knows places as well.
func (g *Gazetteer) With(places []Place) *Gazetteer { return g }

// Summary counts what ReadGeoNames did with a file.
type Summary struct {
	Rows, Kept, Refused int
	Problems            []error
}

// ReadGeoNames reads a GeoNames country dump, plain or gzip.
func ReadGeoNames(name string, r io.Reader) ([]Place, Summary, error) { return nil, Summary{}, nil }

// Lookup returns the places that name may mean, best first.
func (g *Gazetteer) Lookup(name string, h Hint) []Match { return nil }

// CountryNamed finds a country by a name or an alias.
func (g *Gazetteer) CountryNamed(name string) (Country, bool) { return Country{}, false }

// CountryOf finds a country by its ISO 3166-1 code, of two or three letters.
func (g *Gazetteer) CountryOf(iso string) (Country, bool) { return Country{}, false }

// DemonymOf finds the country whose people or adjective the word is.
func (g *Gazetteer) DemonymOf(word string) (Country, bool) { return Country{}, false }

// Capital is the seat of government of a country.
func (g *Gazetteer) Capital(iso2 string) (Place, bool) { return Place{}, false }

// Admin1Named finds the first-level units of a country by name.
func (g *Gazetteer) Admin1Named(name, iso2 string) []Place { return nil }

// ByID finds a place by its identifier.
func (g *Gazetteer) ByID(id string) (Place, bool) { return Place{}, false }

// Within reports whether p lies in in, and whether that is known.
func (g *Gazetteer) Within(p Place, in Place) (yes, known bool) { return false, false }

// CountryAt is the country that holds a point.
func (g *Gazetteer) CountryAt(pt geo.Point) (iso2 string, ok bool) { return "", false }
