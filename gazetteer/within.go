package gazetteer

import (
	"strconv"
	"strings"

	"tocsin/gazetteer/internal/fold"
	"tocsin/geo"
)

// Within reports whether p lies in in: a country, or a unit of the first or
// second level. It goes by the codes of the source first and by the borders
// second; known is false where neither can tell, and yes then means nothing:
//
//   - codes and borders contradict each other on the country,
//   - the source gives p no code at the level of in,
//   - in is newer than the codes of the places around it (GeoNames files the
//     villages of Ménaka under Gao still),
//   - in is a town, a mountain or a lake, whose extent is not on file.
func (g *Gazetteer) Within(p, in Place) (yes, known bool) {
	if p.ID != "" && p.ID == in.ID {
		return true, true
	}
	country := p.Country
	at, onMap := g.CountryAt(p.Point())
	if country == "" {
		if !onMap {
			return false, false
		}
		country = at
	}
	if country != in.Country {
		return false, in.Country != "" && (!onMap || at != in.Country)
	}
	if in.Class != "A" {
		return false, false
	}
	switch {
	case strings.HasPrefix(in.Code, "PCL"):
		return true, true
	case strings.HasPrefix(p.Code, "PCL"):
		return false, true // a country does not lie in its own unit
	case in.Code == "ADM1":
		return g.withinUnit(p, in, p.Admin1, in.Admin1)
	case in.Code == "ADM2" && p.Code != "ADM1":
		if p.Admin1 != in.Admin1 || p.Admin2 == "" {
			yes, known = g.withinUnit(p, in, p.Admin1, in.Admin1)
			return false, known && !yes
		}
		return g.withinUnit(p, in, p.Admin2, in.Admin2)
	case in.Code == "ADM2":
		return false, true
	}
	return false, false
}

// farKM is a distance no newer unit of Africa or Asia reaches from its middle.
const farKM = 600

func (g *Gazetteer) withinUnit(p, in Place, have, want string) (yes, known bool) {
	if have == "" || want == "" || have == "00" {
		return false, false
	}
	if have == want {
		return true, true
	}
	newer := in.ID == "geonames:"+want && !longCode(have)
	seat := fold.String(p.Name) == coreOf(fold.String(in.Name)).name
	if (newer || seat) && geo.DistanceKM(p.Point(), in.Point()) < farKM {
		return false, false
	}
	return false, true
}

// longCode reports whether a code is a GeoNames number, as units made since FIPS
// 10-4 ended have it.
func longCode(code string) bool {
	n, err := strconv.Atoi(code)
	return err == nil && n > 9999
}
