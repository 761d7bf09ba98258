package gazetteer

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"tocsin/gazetteer/internal/fold"
	"tocsin/geo"
)

// countries is the table of states and territories, read from data/countries.tsv
// (a plain file, made to be read and corrected by people).
type countries struct {
	list    []Country
	at      []geo.Point // where each is put, the zero Point where that is not on file
	byISO   map[string]int
	byName  map[string]int
	byID    map[string]int
	demonym map[string]int
}

func readCountries() (*countries, error) {
	raw, err := data.ReadFile("data/countries.tsv")
	if err != nil {
		return nil, err
	}
	c := &countries{byISO: map[string]int{}, byName: map[string]int{}, byID: map[string]int{}, demonym: map[string]int{}}
	lines := strings.Split(strings.TrimSuffix(string(raw), "\n"), "\n")
	for n, line := range lines[1:] {
		f := strings.Split(line, "\t")
		if len(f) != 14 {
			return nil, fmt.Errorf("countries.tsv:%d: %d fields, want 14", n+2, len(f))
		}
		at, err := pointOf(f[12], f[13])
		if err != nil {
			return nil, fmt.Errorf("countries.tsv:%d: lat, lon: %w", n+2, err)
		}
		gw, cow := 0, 0
		if f[2] != "" {
			if gw, err = strconv.Atoi(f[2]); err != nil {
				return nil, fmt.Errorf("countries.tsv:%d: gw: %w", n+2, err)
			}
			if cow, err = strconv.Atoi(f[3]); err != nil {
				return nil, fmt.Errorf("countries.tsv:%d: cow: %w", n+2, err)
			}
		}
		c.add(Country{ISO2: f[0], ISO3: f[1], GW: gw, COW: cow, Name: f[4], Capital: f[5], CapitalID: f[6],
			GED: f[8], Aliases: list(f[9]), Demonyms: list(f[10]), Neighbours: list(f[11])}, f[7])
		c.at = append(c.at, at)
	}
	return c, nil
}

// pointOf reads the reference point of a country; none is the zero Point.
func pointOf(lat, lon string) (p geo.Point, err error) {
	if lat == "" {
		return p, nil
	}
	if p.Lat, err = strconv.ParseFloat(lat, 64); err != nil {
		return p, err
	}
	p.Lon, err = strconv.ParseFloat(lon, 64)
	return p, err
}

func list(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, "|")
}

func (c *countries) add(k Country, id string) {
	i := len(c.list)
	c.list = append(c.list, k)
	c.byISO[k.ISO2], c.byISO[k.ISO3] = i, i
	c.byID["country:"+k.ISO2] = i
	if id != "" {
		c.byID[id] = i
	}
	for _, name := range append([]string{k.Name, k.GED}, k.Aliases...) {
		if key := fold.String(name); key != "" {
			if _, taken := c.byName[key]; !taken || name == k.Name {
				c.byName[key] = i
			}
		}
	}
	for _, d := range k.Demonyms {
		c.demonym[strings.ToLower(d)] = i
	}
}

// CountryNamed finds a country by its name, an alias, a former name, or the way
// a dataset writes it: "Ivory Coast", "DRC", "Burma", "DR Congo (Zaire)". Former
// states are found as the state that holds their seat of government today.
// Demonyms are not names: see DemonymOf.
func (g *Gazetteer) CountryNamed(name string) (Country, bool) {
	i, ok := g.countries.named(name)
	if !ok {
		return Country{}, false
	}
	return g.countries.list[i], true
}

// shortForms are aliases that are words of English in lower case: they count
// only as written.
var shortForms = map[string]string{"us": "US", "car": "CAR", "rsa": "RSA", "prc": "PRC", "america": "America", "emirates": "Emirates"}

func (c *countries) named(name string) (int, bool) {
	key := fold.String(name)
	if key == "u s" || key == "u s a" || key == "u k" || key == "d r congo" {
		key = strings.ReplaceAll(key, " ", "")
		if key == "drcongo" {
			key = "dr congo"
		}
	} else if as, ok := shortForms[key]; ok && strings.TrimPrefix(strings.TrimPrefix(name, "the "), "The ") != as {
		return 0, false
	}
	i, ok := c.byName[key]
	return i, ok
}

// CountryOf finds a country by its ISO 3166-1 code, of two or three letters.
func (g *Gazetteer) CountryOf(iso string) (Country, bool) {
	i, ok := g.countries.byISO[strings.ToUpper(iso)]
	if !ok {
		return Country{}, false
	}
	return g.countries.list[i], true
}

// DemonymOf finds the country whose people or adjective the word is: "Malian",
// "Ivorians". "Congolese", "Sudanese" and the like name the larger state.
func (g *Gazetteer) DemonymOf(word string) (Country, bool) {
	i, ok := g.countries.demonym[demonymKey(word)]
	if !ok {
		return Country{}, false
	}
	return g.countries.list[i], true
}

func demonymKey(word string) string {
	return strings.ToLower(strings.TrimSuffix(strings.TrimSuffix(word, "'s"), "’s"))
}

// Countries lists all countries and territories by ISO2.
func (g *Gazetteer) Countries() []Country { return slices.Clone(g.countries.list) }

// Capital is the seat of government of a country as a place. It reports false
// for an unknown code and for a territory without one.
func (g *Gazetteer) Capital(iso2 string) (Place, bool) {
	c, ok := g.CountryOf(iso2)
	if !ok || c.CapitalID == "" {
		return Place{}, false
	}
	return g.ByID(c.CapitalID)
}

// countryPlace is a country as a place, put at its reference point; where none
// is on file, at the middle of its largest piece of land, or at its capital.
func (g *Gazetteer) countryPlace(i int) Place {
	c := g.countries.list[i]
	p := Place{ID: "country:" + c.ISO2, Name: c.Name, Alt: c.Aliases, Country: c.ISO2, Class: "A", Code: "PCLI"}
	if p.Lat, p.Lon = g.countries.at[i].Lat, g.countries.at[i].Lon; p.Lat != 0 || p.Lon != 0 {
		return p
	}
	if m, err := g.world.borders(); err == nil {
		if lat, lon, ok := m.Middle(c.ISO2); ok {
			p.Lat, p.Lon = lat, lon
			return p
		}
	}
	if k, ok := g.Capital(c.ISO2); ok {
		p.Lat, p.Lon = k.Lat, k.Lon
	}
	return p
}
