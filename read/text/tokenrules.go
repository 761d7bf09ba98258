package text

import "strings"

// joinedPrefixes are the prefixes that English EWT does not split from the word
// they are hyphened to.
var joinedPrefixes = words(`e non pre anti re mid post co over pro multi ex sub semi neo micro macro intra
	inter un counter arch trans ultra super mini bi tri de quasi pseudo geo para mis under cyber hyper extra intra`)

// fusedWords are written as one word and are two tokens; the number is where
// the second begins.
var fusedWords = map[string]int{"cannot": 3, "gonna": 3, "gotta": 3, "wanna": 3}

// gluedUnits may follow a number without a blank.
var gluedUnits = words(`km kms m mm cm kg g lb lbs mph kph km/h am pm a.m. p.m. a.m p.m k bn mn tn m bn mw kw ft mi`)

var topLevel = []string{"com", "org", "net", "gov", "edu", "info", "co.uk", "int", "mil", "ml", "fr", "ru", "uk"}

// titles are abbreviations that a name or number follows: they never end a
// sentence.
var titles = words(`mr mrs ms messrs mme dr prof gen lt col maj capt cpt cmdr cdr adm sgt cpl pvt brig rev fr sen rep reps gov
	pres hon st ste mt ft supt insp det no nos pp vol fig art sec para ch vs al approx ca cf viz esp
	vice-adm atty dist mgr amb min spc pfc ssgt msgt col.-gen`)

// enders are abbreviations that may end a sentence when the next word looks
// like the beginning of one.
var enders = words(`inc corp co ltd llc plc bros jr sr etc dept univ est ave blvd rd hwy jan feb mar apr jun jul aug sep sept oct nov dec
	mon tue tues wed thu thur thurs fri sat sun a.m p.m u.s u.n u.k u.s.a e.u d.c b.c a.d i.e e.g ph.d m.d ret assn bn mn sq km kg lb lbs oz hrs mins yrs
	ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo`)

// months and weekdays among the enders are abbreviations only before a number
// or a name; written out they are words ("may", "sun").
var shortOnly = words(`sun mon sat wed mar fri no co est ill ind miss la art fig ch min det rep mo sec para`)

// starters are words that begin a sentence far more often than they follow an
// abbreviation in the middle of one.
var starters = words(`the a an this that these those he she it they we i his her its their there here in on at but and
	however meanwhile although while since after before when if as for with by from some many most both another
	earlier later last still also yet instead despite according during under until what who how why no not one two
	officials police security government president minister soldiers rebels troops witnesses residents human`)

func words(list string) map[string]bool {
	m := make(map[string]bool)
	for _, w := range strings.Fields(list) {
		m[w] = true
	}
	return m
}

// isAbbreviation reports whether the dot after word belongs to it. rest is what
// follows the dot.
func isAbbreviation(word, rest string) bool {
	if len(word) > 12 || word == "" {
		return false
	}
	low := strings.ToLower(word)
	if strings.IndexByte(low, '.') > 0 && !isDigit(low[0]) && len(low) <= 8 && isLetter(low[len(low)-1]) && !domainFollows(low[strings.IndexByte(low, '.')+1:]) {
		return true // U.S, e.g, Ph.D
	}
	known := titles[low] || enders[low]
	if known && !shortOnly[low] {
		return true
	}
	upper := word[0] >= 'A' && word[0] <= 'Z'
	if len(word) == 1 && upper {
		return word != "I" || followedByName(rest)
	}
	if !known {
		return false
	}
	if low == "no" || low == "fig" || low == "ch" || low == "art" || low == "sec" || low == "para" || low == "min" {
		return followedByNumber(rest)
	}
	return upper && followedByName(rest) || followedByNumber(rest)
}

func followedByName(rest string) bool {
	rest = strings.TrimLeft(rest[:min(len(rest), 8)], " ")
	return rest != "" && (rest[0] >= 'A' && rest[0] <= 'Z' || rest[0] >= 0x80 || rest[0] == ',')
}

func followedByNumber(rest string) bool {
	rest = strings.TrimLeft(rest[:min(len(rest), 8)], " ")
	return rest != "" && isDigit(rest[0])
}
