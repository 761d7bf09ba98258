package gazetteer

import "strings"

// A core is a name without the word that says what sort of thing it is.
type core struct {
	name    string // "segou"
	generic string // "region", "" where the name has none
}

// generics maps the words that say what sort of place a name is to the sorts
// that fit, best first: ADM1 and ADM2 levels, P populated, T mountain, H water,
// I island. All in folded form.
var generics = map[string]string{
	"region": "ADM1 ADM2", "province": "ADM1 ADM2", "state": "ADM1", "governorate": "ADM1 ADM2",
	"oblast": "ADM1", "krai": "ADM1", "republic": "ADM1", "emirate": "ADM1", "wilaya": "ADM1", "wilayah": "ADM1",
	"department": "ADM1 ADM2", "prefecture": "ADM1 ADM2", "county": "ADM1 ADM2", "district": "ADM1 ADM2 ADM3",
	"cercle": "ADM2", "circle": "ADM2", "raion": "ADM2", "rayon": "ADM2", "woreda": "ADM3 ADM2", "zone": "ADM2 ADM1",
	"commune": "ADM3 ADM2", "municipality": "ADM2 ADM3", "canton": "ADM1 ADM3", "arrondissement": "ADM3 ADM2",
	"division": "ADM1 ADM2", "parish": "ADM1 ADM2", "territory": "ADM1 ADM2", "subdivision": "ADM2", "borough": "ADM2 P",
	"departement": "ADM1 ADM2", "departamento": "ADM1 ADM2", "provincia": "ADM1 ADM2", "estado": "ADM1",
	"gouvernorat": "ADM1", "muhafazat": "ADM1", "ostan": "ADM1", "comarca": "ADM1 ADM2",
	"city": "P", "town": "P", "village": "P", "capital": "P", "camp": "P", "suburb": "P", "neighborhood": "P", "neighbourhood": "P",
	"lake": "H", "river": "H", "gulf": "H", "bay": "H", "strait": "H", "mount": "T", "mountain": "T", "mountains": "T", "hills": "T",
	"valley": "T", "island": "T ADM1", "islands": "T ADM1", "peninsula": "T", "desert": "T", "forest": "V L", "park": "L",
}

// links stand between a generic word in front and the name.
var links = []string{"of the ", "of ", "de la ", "de l ", "del ", "des ", "de ", "du ", "da ", "do ", "d "}

// coreOf takes the generic word off a folded name, from either end: "segou
// region", "region of segou", "province de la tapoa", "lake chad". A name that
// is nothing but a generic word is left whole.
func coreOf(key string) core {
	if i := strings.LastIndexByte(key, ' '); i > 0 {
		if _, ok := generics[key[i+1:]]; ok {
			return core{name: key[:i], generic: key[i+1:]}
		}
	}
	first, rest, ok := strings.Cut(key, " ")
	if !ok {
		return core{name: key}
	}
	if _, ok := generics[first]; !ok {
		return core{name: key}
	}
	for _, l := range links {
		if name, ok := strings.CutPrefix(rest, l); ok && name != "" {
			return core{name: name, generic: first}
		}
	}
	switch first {
	case "lake", "mount", "city", "town", "village", "gulf", "island":
		return core{name: rest, generic: first}
	}
	return core{name: key}
}

// fits says how well a place is the sort of thing a generic word names: 1 the
// first sort, 0.6 another of them, 0 none.
func fits(generic string, p *Place) float64 {
	for i, want := range strings.Fields(generics[generic]) {
		ok := want == p.Class || want == p.Code
		if want == "T" && (generic == "island" || generic == "islands") {
			ok = strings.HasPrefix(p.Code, "ISL")
		}
		if ok && i == 0 {
			return 1
		}
		if ok {
			return 0.6
		}
	}
	return 0
}
