package gazetteer

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"tocsin/gazetteer/internal/fold"
	"tocsin/geo"
)

// The weights are log-odds, set by hand on invented texts and on half of a
// corpus of local news that is not shipped (TestGeoparsing of package read/where
// measures both halves).
func (s *scorer) weigh(p *Place, country bool) (float64, string) {
	var why []string
	w := -0.6
	say := func(x float64, format string, args ...any) {
		w += x
		if format != "" {
			why = append(why, fmt.Sprintf(format, args...))
		}
	}
	s.weighName(p, country, say)
	s.weighSort(p, country, say)
	if p.Population > 0 && !country {
		size := math.Log10(float64(p.Population) + 1)
		if p.Class == "P" {
			say(0.45*size, "population %d", p.Population)
		} else {
			say(0.35*size, "") // of units, the table has only the sum of their towns
		}
	}
	return w, strings.Join(why, "; ")
}

// english are the countries whose towns GeoNames has under their English name: an
// other name there is a former one or a part of the town ("Manchester", now in
// Richmond, Virginia).
var english = map[string]bool{"US": true, "GB": true, "CA": true, "AU": true, "NZ": true, "IE": true, "ZA": true, "ZW": true}

type sayer func(x float64, format string, args ...any)

func (s *scorer) weighName(p *Place, country bool, say sayer) {
	own := fold.String(p.Name)
	switch {
	case country:
		say(0, "country name")
	case p.Name == s.name:
		say(0.4, "name as written")
	case own == s.key:
		say(0.2, "same name")
	case s.isCountry && p.Class == "P":
		say(-3, "other name of %s", p.Name)
	case s.core.generic != "" && own == s.core.name:
		say(0, "name without %q", s.core.generic)
	case coreOf(own).name == s.core.name && s.core.generic != "" && coreOf(own).generic != "":
		say(-0.8, "named %s", p.Name) // "Columbia County" is no District of Columbia
	case coreOf(own).name == s.core.name:
		say(-0.1, "named %s", p.Name)
	case p.Class == "P" && p.Population >= 100_000 && !english[p.Country]:
		say(0.2, "other name of %s", p.Name) // GeoNames has Al Mawşil; reports have Mosul
	default:
		say(-0.9, "other name of %s", p.Name)
	}
	if p.Code == "RGN" || s.core.generic == "" || own == s.key && p.Class == "P" {
		return
	}
	switch f := fits(s.core.generic, p); {
	case f == 1:
		say(1.5, "is a %s", s.core.generic)
	case f > 0:
		say(0.9, "may be a %s", s.core.generic)
	default:
		say(-2.5, "not a %s", s.core.generic)
	}
}

func (s *scorer) weighSort(p *Place, country bool, say sayer) {
	switch {
	case country:
		say(5, "")
	case p.Code == "RGN":
		say(4.5, "large region")
	case p.Code == "PPLC":
		say(2, "capital of its country")
	case p.Code == "ADM1":
		say(0.3, "first-level unit")
	case p.Code == "PPLA":
		say(1, "seat of a first-level unit")
	case p.Code == "ADM2":
		say(-0.9, "second-level unit")
	case p.Code == "PPLA2":
		say(0.4, "seat of a second-level unit")
	case p.Code == "PPLX":
		say(-0.7, "part of a town")
	case p.Class == "P" && p.Population >= 1_000_000:
		say(0.6, "")
	case p.Class == "P":
	case p.Class == "A":
		say(-0.8, "administrative unit")
	case (p.Class == "T" || p.Class == "H") && s.core.generic != "":
	default:
		say(-1.2, "%s", className(p.Class))
	}
}

func className(class string) string {
	switch class {
	case "H":
		return "water"
	case "T":
		return "relief"
	case "L", "V":
		return "area"
	case "S":
		return "site"
	case "R":
		return "road"
	}
	return "other feature"
}

// A Light says how much better or worse than its name alone a place fits the
// text, in log-odds, and why.
type Light func(*Place) (logOdds float64, why string)

// light weighs places by a hint.
func (h Hint) light() Light {
	if len(h.Countries) == 0 && len(h.Near) == 0 {
		return nil
	}
	return func(p *Place) (w float64, why string) {
		if i := slices.Index(h.Countries, p.Country); i == 0 {
			w, why = 2, "in "+p.Country+", the document's country"
		} else if i > 0 {
			w, why = 0.4, "in "+p.Country+", named in the document"
		} else if len(h.Countries) > 0 && p.Code != "RGN" {
			w = -0.7
		}
		if len(h.Near) == 0 || p.Code == "PCLI" {
			return w, why
		}
		km := math.Inf(1)
		for _, pt := range h.Near {
			km = min(km, geo.DistanceKM(pt, p.Point()))
		}
		if km < 500 {
			why = joinWhy(why, fmt.Sprintf("%.0f km from another place of the document", km))
		}
		return w + 2*math.Exp(-km/250), why
	}
}

func joinWhy(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + "; " + b
}

// Odds is how well the place fits its name and how likely a place of its sort and
// size is meant at all, in log-odds, before any Light.
func (m Match) Odds() float64 { return m.odds }

// Rank weighs the matches of one name again in a light and sorts them, best
// first; a nil light adds nothing. The score is how good a match is taken alone,
// times how it stands among its rivals: nine equal hamlets of one name all score
// low. The matches given are not changed.
func Rank(ms []Match, light Light) []Match {
	out := slices.Clone(ms)
	weights, top := make([]float64, len(ms)), math.Inf(-1)
	for i := range out {
		weights[i] = out[i].odds
		out[i].Why = out[i].alone
		if light != nil {
			w, why := light(&out[i].Place)
			weights[i] += w
			out[i].Why = joinWhy(out[i].Why, why)
		}
		top = max(top, weights[i])
	}
	sum := 0.0
	for _, w := range weights {
		sum += math.Exp(w - top)
	}
	for i, w := range weights {
		alone := 1 / (1 + math.Exp(-w))
		share := math.Exp(w-top) / sum
		out[i].Score = math.Round(1000*alone*(0.3+0.7*share)) / 1000
	}
	slices.SortStableFunc(out, func(a, b Match) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(b.Place.Population, a.Place.Population),
			cmp.Compare(len(a.Place.ID), len(b.Place.ID)), cmp.Compare(a.Place.ID, b.Place.ID))
	})
	if len(out) > 1 {
		rivals := fmt.Sprintf("one of %d of this name", len(out))
		for i := range out {
			out[i].Why = joinWhy(out[i].Why, rivals)
		}
	}
	return out
}
