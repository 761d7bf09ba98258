package gazetteer

import (
	"tocsin"
	"tocsin/geo"
)

// A Place is one entry of the gazetteer. The fields follow GeoNames.
type Place struct {
	ID         string // "geonames:2455558", or "country:ML" for a country without an entry of its own
	Name       string
	ASCII      string // Name without diacritics, "" where it is the same
	Country    string // ISO 3166-1 alpha-2, "" where the source gives none
	Admin1     string // the source's code of the first level, unique in its country
	Admin2     string // the code of the second level, unique in its first level
	Admin1Name string
	Admin2Name string
	Class      string // GeoNames feature class: P populated place, A administrative, T mountain, H water, S spot ...
	Code       string // GeoNames feature code: PPLC capital, PPLA seat of a first level, ADM1, ADM2, PCLI country ...
	Alt        []string
	Lat, Lon   float64 // degrees
	// Population is 0 where unknown. For units of the world table it is the sum of
	// the towns in the table: enough to rank by, too low to quote.
	Population int64
}

// Point is where the place lies.
func (p Place) Point() geo.Point { return geo.Point{Lat: p.Lat, Lon: p.Lon} }

// A Country is a state of today, or a territory with a code of its own.
type Country struct {
	ISO2, ISO3 string
	Name       string // the short English name
	Capital    string // the name of the seat of government; Gazetteer.Capital gives the place
	CapitalID  string // "geonames:2460596"
	Aliases    []string
	Demonyms   []string
	Neighbours []string // ISO2, by land
	GW         int      // Gleditsch-Ward number, 0 where the state has none
	COW        int      // Correlates of War number, 0 where the state has none
	GED        string   // the name UCDP GED uses, "" where it is Name
}

// A Hint says where the text that uses the name is at home.
type Hint struct {
	Countries []string    // ISO2, the most likely first
	Near      []geo.Point // other places of the same document
}

// A Match is one place that a name may mean.
type Match struct {
	Place Place
	Score float64 // in [0, 1]; the scores of one name do not sum to 1
	Why   string  // what spoke for and against it, in words

	odds  float64 // before any Light
	alone string  // what made the odds
}

// Candidate is the match as a statement carries it.
func (m Match) Candidate() tocsin.Candidate {
	return tocsin.Candidate{ID: m.Place.ID, Name: m.Place.Name, Lat: m.Place.Lat, Lon: m.Place.Lon, Score: m.Score}
}
