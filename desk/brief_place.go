package desk

import (
	"fmt"
	"strconv"
	"strings"

	"tocsin"
	"tocsin/gazetteer"
	"tocsin/geo"
)

// besideKM is from how far a town may lend its name to an event.
const besideKM = 100

// atPlace is a point and the named place next to it.
type atPlace struct {
	point geo.Point
	place gazetteer.Place
	km    float64
}

// landmarks are the places that a reader of the brief can know: those that the
// reports name, the capital, and the seats of administration of an imported
// dump, all within the country.
func (m *measurer) landmarks() ([]gazetteer.Place, error) {
	g, err := m.desk.Gazetteer(m.ctx)
	if err != nil {
		return nil, err
	}
	var out []gazetteer.Place
	seen := make(map[string]bool)
	add := func(p gazetteer.Place) {
		if p.Country == m.country.ISO2 && p.Class == "P" && !seen[p.ID] {
			seen[p.ID] = true
			out = append(out, p)
		}
	}
	if p, ok := g.Capital(m.country.ISO2); ok {
		add(p)
	}
	for i := range m.statements {
		for _, p := range m.statements[i].Places {
			if len(p.Candidates) > 0 {
				if found, ok := g.ByID(p.Candidates[0].ID); ok {
					add(found)
				}
			}
		}
	}
	view := m.desk.View(m.at)
	files, err := view.Places(m.ctx)
	if err != nil {
		return nil, fmt.Errorf("list the imported places: %w", err)
	}
	for _, f := range files {
		raw, err := view.PlaceBytes(m.ctx, f.SHA256)
		if err != nil {
			return nil, fmt.Errorf("open the imported places: %w", err)
		}
		places, _, err := readPlaces(f.Name, raw)
		if err != nil {
			return nil, fmt.Errorf("read the imported places again: %w", err)
		}
		for _, p := range places {
			if p.Code == "PPLA" || p.Code == "PPLA2" {
				add(p)
			}
		}
	}
	return out, nil
}

// nearestPlace is the landmark nearest to a point, if one is near enough.
func (m *measurer) nearestPlace(pt geo.Point) (atPlace, bool) {
	best := atPlace{point: pt, km: besideKM}
	for _, p := range m.places {
		if km := geo.DistanceKM(p.Point(), pt); km < best.km {
			best.place, best.km = p, km
		}
	}
	return best, best.place.ID != ""
}

// besidePlace is ", 50 km east-southeast of Yangasso", with its command noted;
// "" where no place is near.
func (m *measurer) besidePlace(pt geo.Point) string {
	p, ok := m.nearestPlace(pt)
	if !ok {
		return fmt.Sprintf(", at %.3f, %.3f", pt.Lat, pt.Lon)
	}
	m.beside = append(m.beside, p)
	if p.km < 1 {
		return ", at " + p.place.Name
	}
	return fmt.Sprintf(", %.0f km %s of %s", p.km, geo.CompassPoint(geo.BearingDeg(p.place.Point(), pt), 16), p.place.Name)
}

// distanceQuery is the command that prints how far a point lies from its place,
// which it is given by its id: a region may have the same name.
func (m *measurer) distanceQuery(p atPlace) string {
	at := strconv.FormatFloat(p.point.Lat, 'f', -1, 64) + "," + strconv.FormatFloat(p.point.Lon, 'f', -1, 64)
	return quoteWords(append([]string{"tocsin", "watch", "distance", at, p.place.ID}, m.args...))
}

// claimedDirection is the compass direction in which a report claims that
// something reached further than before; "" where none does.
func claimedDirection(list []tocsin.Statement) string {
	for i := range list {
		c := list[i].Claim
		if c == nil || c.Form != tocsin.FormFirst && c.Form != tocsin.FormRank {
			continue
		}
		for _, word := range strings.Fields(strings.ToLower(c.Text)) {
			switch word {
			case "north", "south", "east", "west":
				return word
			}
		}
	}
	return ""
}
