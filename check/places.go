package check

import (
	"slices"
	"strings"

	"tocsin"
	"tocsin/gazetteer"
	"tocsin/geo"
)

// placeSlackKM is how far a town's point may lie from where a writer measures.
const placeSlackKM = 3

// clearLead is by how much the best candidate must lead for the others to be
// left out of the readings.
const clearLead = 0.12

// candidates are the places a claim's place may mean, best first: those the
// statement carries, else the gazetteer's.
func (j *job) candidates(p tocsin.Place) []gazetteer.Place {
	var matches []gazetteer.Match
	for _, k := range p.Candidates {
		if g, ok := j.c.o.Gazetteer.ByID(k.ID); ok {
			matches = append(matches, gazetteer.Match{Place: g, Score: k.Score})
		} else if iso, ok := strings.CutPrefix(k.ID, "country:"); ok {
			matches = append(matches, gazetteer.Match{Place: j.c.countryPlace(iso, k), Score: k.Score})
		}
	}
	if len(matches) == 0 {
		matches = j.lookup(p.Text)
	}
	var out []gazetteer.Place
	for _, m := range matches {
		if len(out) > 0 && m.Score < matches[0].Score-clearLead || len(out) == 5 {
			break
		}
		out = append(out, m.Place)
	}
	return out
}

// townsOf are the candidates that may be meant beside events of the scope's country: places
// of it or of its neighbours. Palma in Mozambique is not the one in Spain, and where the
// gazetteer does not have it, none.
func (j *job) townsOf(s scope, p tocsin.Place) []gazetteer.Place {
	towns := j.candidates(p)
	k, ok := j.c.o.Gazetteer.CountryOf(s.iso)
	if !ok {
		return towns
	}
	far := func(t gazetteer.Place) bool {
		return t.Country != "" && t.Country != s.iso && !slices.Contains(k.Neighbours, t.Country)
	}
	if towns = slices.DeleteFunc(slices.Clone(towns), far); len(towns) > 0 {
		return towns
	}
	for _, m := range j.c.o.Gazetteer.Lookup(p.Text, gazetteer.Hint{Countries: []string{s.iso}}) {
		if m.Place.Country == s.iso {
			towns = append(towns, m.Place)
		}
	}
	return towns
}

// lookup asks the gazetteer for a name as written, then without its feature word.
func (j *job) lookup(name string) []gazetteer.Match {
	for _, n := range []string{name, bare(name)} {
		if iso, ok := j.c.isoOf(n); ok {
			if m := j.c.o.Gazetteer.Lookup(n, gazetteer.Hint{}); len(m) > 0 && m[0].Place.Country == iso {
				return m[:1]
			}
		}
		if m := j.c.o.Gazetteer.Lookup(n, j.hint()); len(m) > 0 {
			return m
		}
	}
	return nil
}

// featureWords are dropped from a name that the gazetteer does not know whole.
var featureWords = []string{"region", "province", "state", "district", "department", "governorate", "county", "oblast",
	"prefecture", "city", "town", "village", "area", "commune", "cercle", "barracks", "the", "of", "prefecture", "division"}

func bare(name string) string {
	var keep []string
	for _, w := range strings.Fields(name) {
		if !slices.Contains(featureWords, strings.ToLower(w)) && !isCompass(w) {
			keep = append(keep, w)
		}
	}
	return strings.Join(keep, " ")
}

func isCompass(word string) bool {
	_, ok := geo.CompassBearing(word)
	return ok || strings.EqualFold(word, "central")
}

// countryPlace is a country as a place, at its candidate's point.
func (c *Checker) countryPlace(iso string, k tocsin.Candidate) gazetteer.Place {
	return gazetteer.Place{ID: "country:" + iso, Name: k.Name, Country: iso, Class: "A", Code: "PCLI", Lat: k.Lat, Lon: k.Lon}
}

// notFound is the answer for a place that no gazetteer knows.
func (j *job) notFound(p tocsin.Place) answer {
	todo := "import a GeoNames dump with --places FILE"
	if j.c.o.HasPlaces {
		todo = "import the GeoNames dump of its country with --places FILE, or check the spelling"
	}
	return cannot(todo, "place not found: "+p.Text, j.placeData()...)
}

// placeData names the gazetteer as the data of a verdict about places alone.
func (j *job) placeData() []tocsin.Dataset {
	base := tocsin.Dataset{Dataset: "geonames", Vintage: "embedded", Coverage: "towns worldwide; villages only where a dump is loaded"}
	return append([]tocsin.Dataset{base}, j.c.o.PlaceData...)
}

// pair finds the two places of a distance, direction or containment.
func (j *job) pair() (a, b []gazetteer.Place, bad *answer) {
	if len(j.k.Places) < 2 {
		r := cannot("name both places", "the claim names one place only")
		return nil, nil, &r
	}
	a, b = j.candidates(j.k.Places[0]), j.candidates(j.k.Places[1])
	for i, list := range [][]gazetteer.Place{a, b} {
		if len(list) == 0 {
			r := j.notFound(j.k.Places[i])
			return nil, nil, &r
		}
	}
	return a, b, nil
}

// isArea reports whether the place is a country or an administrative unit, whose
// point stands for a wide area.
func isArea(p gazetteer.Place) bool { return p.Class == "A" }

// label tells candidates of one name apart.
func label(p gazetteer.Place) string {
	s := p.Name
	if p.Admin1Name != "" && p.Admin1Name != p.Name {
		s += " in " + p.Admin1Name
	}
	if p.Country != "" && !strings.HasPrefix(p.Code, "PCL") {
		s += " (" + p.Country + ")"
	}
	return s
}
