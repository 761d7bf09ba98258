package desk

import (
	"strings"
	"unicode"

	"tocsin"
	"tocsin/gazetteer"
)

// aboutness tells which reports and statements are about one country.
type aboutness struct {
	gazetteer *gazetteer.Gazetteer
	iso2      string
}

// choose returns the statements of a report that are about the country: all of
// them where the report is, else those that name the country or a place in it.
// A report is about the country it names most often, by itself, by its people
// or by a place in it; of a tie each may claim it.
func (a *aboutness) choose(rep *tocsin.Report, list []tocsin.Statement) []tocsin.Statement {
	votes := a.named(rep.Title + ". " + rep.Text)
	for i := range list {
		for iso2 := range a.of(&list[i]) {
			votes[iso2]++
		}
	}
	most := 0
	for _, n := range votes {
		most = max(most, n)
	}
	if most > 0 && votes[a.iso2] == most {
		return list
	}
	var out []tocsin.Statement
	for i := range list {
		if a.of(&list[i])[a.iso2] {
			out = append(out, list[i])
		}
	}
	return out
}

// of is the set of countries that a statement names or has a place in.
func (a *aboutness) of(s *tocsin.Statement) map[string]bool {
	out := make(map[string]bool)
	for iso2 := range a.named(s.Quote) {
		out[iso2] = true
	}
	for _, p := range s.Places {
		if len(p.Candidates) == 0 {
			continue
		}
		id := p.Candidates[0].ID
		if iso2, ok := strings.CutPrefix(id, "country:"); ok {
			out[iso2] = true
		} else if place, ok := a.gazetteer.ByID(id); ok && place.Country != "" {
			out[place.Country] = true
		}
	}
	return out
}

// longestName is the number of words of the longest country name looked for:
// "Democratic Republic of the Congo".
const longestName = 5

// named counts how often a text names each country or its people. Of names that
// begin at one word the longest counts, so that Guinea-Bissau is not Guinea.
func (a *aboutness) named(text string) map[string]int {
	words := strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' && r != '\'' && r != '’' })
	out := make(map[string]int)
	for i := 0; i < len(words); i++ {
		if !startsUpper(words[i]) {
			continue
		}
		for n := min(longestName, len(words)-i); n > 0; n-- {
			iso2, ok := a.countryOf(strings.Join(words[i:i+n], " "))
			if ok {
				out[iso2]++
				i += n - 1
				break
			}
		}
	}
	return out
}

func startsUpper(word string) bool {
	for _, r := range word {
		return unicode.IsUpper(r)
	}
	return false
}

func (a *aboutness) countryOf(name string) (string, bool) {
	name = strings.TrimSuffix(strings.TrimSuffix(name, "'s"), "’s")
	if c, ok := a.gazetteer.CountryNamed(name); ok {
		return c.ISO2, true
	}
	c, ok := a.gazetteer.DemonymOf(name)
	return c.ISO2, ok
}
