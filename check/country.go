package check

import (
	"slices"
	"strings"

	"tocsin"
	"tocsin/gazetteer"
)

// datasetNames are spellings of UCDP, Cline, Powell-Thyne and Colpus that name a
// country of today otherwise than gazetteers do. Former states are filed under
// the state that holds their seat of government now.
var datasetNames = map[string]string{
	"bosnia-herzegovina": "BA", "dr congo (zaire)": "CD", "democratic republic of the congo": "CD", "congo": "CG",
	"russia (soviet union)": "RU", "ussr": "RU", "yemen (north yemen)": "YE", "yemen arab republic": "YE",
	"yemen arab republic; n. yemen": "YE", "yemen people's republic": "YE", "yemen people's republic; s. yemen": "YE",
	"yemen pdr": "YE", "serbia (yugoslavia)": "RS", "myanmar (burma)": "MM", "cambodia (kampuchea)": "KH",
	"macedonia, fyr": "MK", "zimbabwe (rhodesia)": "ZW", "madagascar (malagasy)": "MG", "ivory coast": "CI",
	"cote d'ivoire": "CI", "kingdom of eswatini (swaziland)": "SZ", "swaziland": "SZ", "republic of vietnam": "VN",
	"republic of korea": "KR", "south korea": "KR", "german democratic republic": "DE", "rumania": "RO",
	"surinam": "SR", "guinea bissau": "GW", "czechoslovakia": "CZ", "east timor": "TL",
	"united states of america": "US", "drc": "CD", "dr congo": "CD", "burma": "MM", "turkey": "TR", "the gambia": "GM",
}

// isoOf finds the country a dataset or a text names.
func (c *Checker) isoOf(name string) (string, bool) {
	name = strings.TrimSpace(name)
	if name == "" {
		return "", false
	}
	if iso, ok := datasetNames[strings.ToLower(name)]; ok {
		return iso, true
	}
	outer, inner, _ := strings.Cut(strings.TrimSuffix(name, ")"), " (")
	for _, n := range []string{name, outer, inner, strings.TrimPrefix(name, "the "), strings.TrimPrefix(name, "The ")} {
		if n == "" {
			continue
		}
		if k, ok := c.o.Gazetteer.CountryNamed(n); ok {
			return k.ISO2, true
		}
	}
	if k, ok := c.o.Gazetteer.DemonymOf(name); ok {
		return k.ISO2, true
	}
	return "", false
}

// countryName is the name to print for an ISO2 code.
func (c *Checker) countryName(iso string) string {
	if k, ok := c.o.Gazetteer.CountryOf(iso); ok {
		return k.Name
	}
	return iso
}

// placeCountry is the country a place of a statement is, or lies in by its best
// candidate; whole reports whether the place is the country itself.
func (c *Checker) placeCountry(p tocsin.Place) (iso string, whole bool) {
	if n := strings.ToLower(p.Text); n == "congo" || n == "the congo" {
		return "CD", true // as news agencies write; the other is the Republic of Congo
	}
	for _, w := range append(strings.Fields(p.Relation), firstWord(p.Text)) {
		if isCompass(w) { // a part of a country, "northern Mali", unless that is its name
			if _, named := c.o.Gazetteer.CountryNamed(p.Text); p.Relation != "" || !named {
				iso, _ = c.isoOf(bare(p.Text))
				return iso, false
			}
		}
	}
	if len(p.Candidates) > 0 {
		id := p.Candidates[0].ID
		if code, ok := strings.CutPrefix(id, "country:"); ok {
			return code, true
		}
		if g, ok := c.o.Gazetteer.ByID(id); ok {
			return g.Country, strings.HasPrefix(g.Code, "PCL")
		}
	}
	if iso, ok := c.isoOf(p.Text); ok {
		return iso, true
	}
	return "", false
}

func firstWord(s string) string {
	w, _, _ := strings.Cut(s, " ")
	return w
}

// ofCountry is the country of what the claim counts: as it says, else by its
// places. An unknown name is returned as an error for the reader.
func (j *job) ofCountry() (iso string, known bool, problem string) {
	if j.k.Of != nil && j.k.Of.Country != "" {
		iso, ok := j.c.isoOf(j.k.Of.Country)
		if !ok {
			return "", false, "the country " + quoted(j.k.Of.Country) + " is not known"
		}
		return iso, true, ""
	}
	for _, p := range j.k.Places {
		if iso, whole := j.c.placeCountry(p); whole {
			return iso, true, ""
		}
	}
	return "", false, ""
}

// countryOf guesses the country of a statement that does not name it in a claim:
// by its places, by the demonyms and names in its quote, by the report's other
// statements.
func (c *Checker) countryOf(s *tocsin.Statement, b *reportGroup) string {
	for _, p := range s.Places {
		if iso, _ := c.placeCountry(p); iso != "" {
			return iso
		}
	}
	if iso := c.countryIn(s.Quote); iso != "" {
		return iso
	}
	if !b.looked {
		b.looked, b.country = true, c.mainCountry(b)
	}
	return b.country
}

// countryIn is the country that the words of a text name, "" for none or several.
func (c *Checker) countryIn(text string) string {
	if found := c.countriesIn(text); len(found) == 1 {
		return found[0]
	}
	return ""
}

// countriesIn are the countries that the words of a text name.
func (c *Checker) countriesIn(text string) (found []string) {
	for _, w := range strings.FieldsFunc(text, notWord) {
		if w[0] < 'A' || w[0] > 'Z' {
			continue
		}
		w = strings.TrimSuffix(strings.TrimSuffix(w, "’s"), "'s")
		iso, ok := "", false
		if k, yes := c.o.Gazetteer.DemonymOf(w); yes {
			iso, ok = k.ISO2, true
		} else if k, yes := c.o.Gazetteer.CountryNamed(w); yes {
			iso, ok = k.ISO2, true
		}
		if ok && !slices.Contains(found, iso) {
			found = append(found, iso)
		}
	}
	return found
}

func notWord(r rune) bool {
	return strings.ContainsRune(" \t\n,.;:()\"“”‘!?", r)
}

// mainCountry is the country that most statements of the report name.
func (c *Checker) mainCountry(b *reportGroup) string {
	votes := map[string]int{}
	for _, s := range b.statements {
		for _, p := range s.Places {
			if iso, _ := c.placeCountry(p); iso != "" {
				votes[iso]++
			}
		}
	}
	best := ""
	for iso, n := range votes {
		if best == "" || n > votes[best] || n == votes[best] && iso < best {
			best = iso
		}
	}
	return best
}

// hint is where to look for an unqualified place name of the claim.
func (j *job) hint() gazetteer.Hint {
	var h gazetteer.Hint
	if iso, ok, _ := j.ofCountry(); ok {
		h.Countries = append(h.Countries, iso)
	} else if iso := j.c.countryOf(j.s, j.report); iso != "" {
		h.Countries = append(h.Countries, iso)
	}
	return h
}
