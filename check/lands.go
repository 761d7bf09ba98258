package check

import (
	"strings"

	"tocsin"
)

// regionLands are the countries of a part of the world in which a claim counts, "the Sahel",
// "West Africa"; nil where it names a country of its own or none such.
func (j *job) regionLands() (name string, countries []string) {
	if j.k.Of == nil || j.k.Of.Country != "" || j.k.Than != nil || len(j.k.Places) != 1 {
		return "", nil
	}
	p := j.k.Places[0]
	r, ok := j.c.o.Gazetteer.RegionNamed(strings.TrimPrefix(strings.TrimPrefix(p.Text, "the "), "The "))
	if !ok || p.Relation != "" && p.Relation != "in" || len(r.Countries) < 2 {
		return "", nil
	}
	if j.k.Of.Actor == "" && !strings.Contains(r.Place.Name, "Africa") && !strings.Contains(r.Place.Name, "America") && !strings.Contains(r.Place.Name, "Asia") {
		return "", nil // which parts of its countries are in it, no row says
	}
	for _, iso := range r.Countries {
		countries = append(countries, j.c.events.country[iso]...)
	}
	return p.Text, countries
}

// inRegion judges a claim about a part of the world by the rows of its countries.
func (j *job) inRegion() (answer, bool) {
	switch j.k.Form {
	case tocsin.FormFirst, tocsin.FormLast, tocsin.FormCount, tocsin.FormChange, tocsin.FormRank:
	default:
		return answer{}, false
	}
	name, lands := j.regionLands()
	if len(lands) == 0 || j.lands != nil {
		return answer{}, false
	}
	sub := *j
	sub.k.Places, sub.lands = nil, lands
	out := sub.answer()
	if out.sentence != "" {
		out.sentence += " Counted are the rows in the countries of the " + strings.TrimPrefix(name, "the ") + "."
	}
	return out, true
}

// scopeOfSeveral is the scope of countries that a claim adds up, "Iraq; Syria".
func (j *job) scopeOfSeveral() (scope, *answer) {
	sub := *j
	of := *j.k.Of
	sub.k.Of = &of
	var lands, isos []string
	for _, name := range strings.Split(j.k.Of.Country, ";") {
		iso, ok := j.c.isoOf(strings.TrimSpace(name))
		if ok && iso == "PS" && strings.Contains(j.k.Of.Country, "Israel") {
			continue // UCDP files what happens there under Israel
		}
		if !ok || len(j.c.events.country[iso]) == 0 {
			a := cannot("import data that covers it", "the data has no row for "+quoted(strings.TrimSpace(name)), j.c.events.sets...)
			return scope{}, &a
		}
		lands, isos = append(lands, j.c.events.country[iso]...), append(isos, iso)
	}
	of.Country, sub.lands, sub.k.Places = "", lands, nil
	s, bad := sub.scope()
	s.isos, s.several = isos, strings.ReplaceAll(j.k.Of.Country, ";", ",")
	return s, bad
}
