package check

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode"

	"tocsin"
	"tocsin/gazetteer"
	"tocsin/geo"
)

// within judges whether places[0] lies in places[1]. A name with several places
// is taken for the one that fits, since the text says where it lies; the claim
// falls only where no place of that name lies there.
func (j *job) within() answer {
	a, b, bad := j.withinPair()
	if bad != nil {
		return *bad
	}
	out := answer{unit: "", data: j.placeData(), query: []string{"watch", "within", a[0].Name, b[0].Name}}
	yes, no := []gazetteer.Place{}, []gazetteer.Place{}
	for _, p := range a {
		in, known := j.containing(p, b)
		v := tocsin.CannotBeMeasured
		switch {
		case in:
			v, yes = tocsin.Holds, append(yes, p)
		case known:
			v, no = tocsin.DoesNotHold, append(no, p)
		}
		out.alternatives = append(out.alternatives, tocsin.Variation{Filter: label(p) + " in " + label(b[0]), Verdict: v})
	}
	switch {
	case len(yes) > 0:
		out.verdict = tocsin.Holds
		out.sentence = fmt.Sprintf("In this data, %s lies in %s: %s holds.", label(yes[0]), b[0].Name, quoted(j.k.Text))
	case j.mayBeNamesake(a, b):
		return cannot("import the GeoNames dump of the country with --places FILE",
			"no "+a[0].Name+" of the country of "+b[0].Name+" is known, and small places of one name are many", j.placeData()...)
	case len(no) > 0:
		out.verdict = tocsin.DoesNotHold
		out.sentence = fmt.Sprintf("In this data, %s does not lie in %s, and no other place of that name known here does: %s does not hold.",
			label(no[0]), b[0].Name, quoted(j.k.Text))
	default:
		return cannot("name the country or the first-level unit", "the gazetteer does not say whether "+a[0].Name+" lies in "+b[0].Name, j.placeData()...)
	}
	if len(yes) > 0 {
		j.compassPart(yes[0], b[0], &out)
		j.whichMeant(yes[0], no, &out)
	}
	return out
}

// whichMeant weakens a containment where two places of one country bear the name, one
// inside and one outside, and the text says in an aside which it means: "Bosso, on the
// shores of Lake Chad, belongs to ...". The aside is not tested.
func (j *job) whichMeant(yes gazetteer.Place, no []gazetteer.Place, out *answer) {
	_, rest, found := strings.Cut(j.k.Text, ", ")
	aside, _, closed := strings.Cut(rest, ", ")
	if !found || !closed || out.verdict != tocsin.Holds {
		return
	}
	named := slices.ContainsFunc(strings.Fields(aside), func(w string) bool { return w != "" && unicode.IsUpper([]rune(w)[0]) })
	for _, p := range no {
		if named && p.Country == yes.Country && !isArea(p) {
			out.verdict, out.turnsOn = tocsin.Partly, "which "+yes.Name+" is meant: another is "+label(p)
			out.sentence = strings.TrimSuffix(measuredPart(out.sentence), ".") + "; another of that name is " + label(p) + ". Not tested: " + quoted(aside) + "."
			return
		}
	}
}

// farKM is from how far outside a country a town is more likely a namesake of the one
// meant than the one meant.
const farKM = 2500

// namesakePeople is up to how many people a town may be taken for another of its
// name that no loaded gazetteer holds.
const namesakePeople = 100_000

// famousPeople is from how many people a town is the one meant although other
// countries have towns of its name.
const famousPeople = 500_000

// mayBeNamesake reports a small place known in other countries only, said to lie in
// a unit of a country whose small places may not be loaded.
func (j *job) mayBeNamesake(a, b []gazetteer.Place) bool {
	if !isArea(b[0]) {
		return false
	}
	abroad := !slices.ContainsFunc(a, func(p gazetteer.Place) bool { return p.Country == b[0].Country })
	if x := j.k.Places[0]; abroad && (x.Precision == "unknown" && !strings.HasPrefix(b[0].Code, "PCL") || unitName(x.Text) && !slices.ContainsFunc(a, isArea)) {
		return true // a name that the reader could not place, or a province that is no town
	}
	if strings.HasPrefix(b[0].Code, "PCL") && slices.ContainsFunc(a, func(p gazetteer.Place) bool { return geo.DistanceKM(p.Point(), b[0].Point()) < farKM }) {
		return false // a neighbour's town: the one meant
	}
	if strings.HasPrefix(b[0].Code, "PCL") && !j.common(a[0]) {
		return false // the only town of that name
	}
	most := int64(namesakePeople)
	if j.common(a[0]) {
		most = famousPeople
	}
	for _, p := range a {
		if p.Country == b[0].Country || isArea(p) || p.Population >= most {
			return false
		}
	}
	return true
}

// common reports that places of the name lie in other countries too.
func (j *job) common(p gazetteer.Place) bool {
	return slices.ContainsFunc(j.c.o.Gazetteer.Lookup(j.k.Places[0].Text, gazetteer.Hint{}), func(m gazetteer.Match) bool { return m.Place.Country != p.Country })
}

// placesNamed are the places of a name without their scores.
func (j *job) placesNamed(name string) []gazetteer.Place {
	var out []gazetteer.Place
	for _, m := range j.lookup(name) {
		out = append(out, m.Place)
	}
	return out
}

// withinPair finds the two places; the first with every candidate of the name,
// not the strong ones alone.
func (j *job) withinPair() (a, b []gazetteer.Place, bad *answer) {
	a, b, bad = j.pair()
	if bad != nil {
		return a, b, bad
	}
	if n := strings.ToLower(j.k.Places[1].Text); n == "congo" || n == "the congo" {
		b = append(j.placesNamed("Democratic Republic of the Congo"), b...)
	}
	name := j.k.Places[0].Text
	for _, in := range b {
		for _, m := range j.c.o.Gazetteer.Lookup(name, gazetteer.Hint{Countries: []string{in.Country}}) {
			if m.Score >= 0.4 && !hasPlace(a, m.Place.ID) {
				a = append(a, m.Place)
			}
		}
	}
	for _, p := range a {
		if p.Country == "" {
			continue
		}
		for _, unit := range j.c.o.Gazetteer.Admin1Named(bare(j.k.Places[1].Text), p.Country) {
			if !hasPlace(b, unit.ID) {
				b = append(b, unit)
			}
		}
	}
	return a, b, nil
}

func hasPlace(list []gazetteer.Place, id string) bool {
	for _, p := range list {
		if p.ID == id {
			return true
		}
	}
	return false
}

// containing asks for each candidate of the container; a town cannot contain one,
// but a town and its region often share a name.
func (j *job) containing(p gazetteer.Place, in []gazetteer.Place) (yes, known bool) {
	for _, q := range in {
		if q.ID == p.ID {
			continue
		}
		y, k := j.c.o.Gazetteer.Within(p, q)
		if !y && sameUnit(p.Admin1Name, bare(j.k.Places[1].Text)) {
			return true, true // Anbar province: the unit that the table writes Al Anbar
		}
		if !k && j.unitNamed() && q.Class == "P" && p.Class == "P" && p.Country == q.Country && p.Admin1 != "" && q.Admin1 != "" {
			y, k = p.Admin1 == q.Admin1, true // Kharkiv oblast: the unit of that town
		}
		if y {
			return true, true
		}
		known = known || k
	}
	return false, known
}

// sameUnit reports that two names of a unit differ by an article at most.
func sameUnit(unit, name string) bool {
	cut := func(s string) string {
		s = strings.ToLower(strings.TrimSpace(s))
		for _, article := range []string{"al ", "al-", "el ", "el-", "ad ", "an ", "as ", "ash ", "at ", "the "} {
			s = strings.TrimPrefix(s, article)
		}
		return s
	}
	return len(name) > 3 && cut(unit) == cut(name)
}

// unitNamed reports that the container is called a unit: an oblast, a province.
func (j *job) unitNamed() bool { return unitName(j.k.Places[1].Text) }

func unitName(text string) bool {
	return contains(strings.ToLower(" "+text+" "), []string{" region ", " province ", " state ", " department ", " governorate ", " county ", " oblast ", " prefecture "})
}

// How far a place must lie toward a side of its country, or from its middle, to be
// clearly there: nobody draws those lines.
const (
	sideKM    = 50
	centralKM = 250
)

// middle is the point a country's sides are seen from: halfway between its
// geographic centre and its capital, since people speak of north and south from
// where most of them live. Timbuktu, south of Mali's centre, is in its north.
func (j *job) middle(in gazetteer.Place) geo.Point {
	m := in.Point()
	if c, ok := j.c.o.Gazetteer.Capital(in.Country); ok {
		m.Lat, m.Lon = (m.Lat+c.Lat)/2, (m.Lon+c.Lon)/2
	}
	return m
}

// compassPart judges "northern Nigeria": whether the place lies toward that side
// of the country's middle. It can only weaken a verdict.
func (j *job) compassPart(p, in gazetteer.Place, out *answer) {
	if !strings.HasPrefix(in.Code, "PCL") || isArea(p) && p.Country == in.Country && strings.HasPrefix(p.Code, "PCL") {
		return
	}
	words := strings.Fields(j.k.Places[1].Relation)
	if _, named := j.c.isoOf(j.k.Places[1].Text); !named { // not the South of South Sudan
		words = append(words, strings.Fields(j.k.Places[1].Text)...)
	}
	mid := j.middle(in)
	for _, w := range words {
		at, ok := geo.CompassBearing(w)
		km := geo.BeyondKM(mid, p.Point(), at)
		if _, off := math.Modf(at / 90); ok && off != 0 { // north-eastern: both north and east
			km = min(geo.BeyondKM(mid, p.Point(), geo.Turn(at-45)), geo.BeyondKM(mid, p.Point(), geo.Turn(at+45)))
		}
		if strings.EqualFold(w, "central") {
			ok, km = true, centralKM-geo.DistanceKM(mid, p.Point())+sideKM
			km = max(km, 0) // how much is central is anybody's guess: never refuted
		}
		switch {
		case !ok:
			continue
		case km >= sideKM:
			return
		case km >= -sideKM:
			out.verdict, out.turnsOn = tocsin.Partly, "where "+w+" "+in.Name+" begins"
		default:
			out.verdict = tocsin.DoesNotHold
		}
		for i := range out.alternatives {
			out.alternatives[i].Verdict = out.verdict
		}
		out.sentence = fmt.Sprintf("In this data, %s lies in %s, to the %s of its middle: %s %s.", p.Name, in.Name,
			geo.CompassPoint(geo.BearingDeg(mid, p.Point()), 8), quoted(j.k.Text), verdictWords(out.verdict, out.turnsOn))
		return
	}
}
