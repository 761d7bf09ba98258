package actor

import (
	"bufio"
	"io"
	"slices"
	"strings"

	"tocsin"
)

// A Country is a state as an actor: its names, what its people are called, and
// how UCDP names its government and itself.
type Country struct {
	ISO2       string
	Name       string
	Adjectives []string // "Malian"
	People     []string // "Malians"
	Aliases    []string
	Side       string // "Government of Mali"; "" where UCDP lists none
	SideID     string // UCDP ActorId
	GED        string // the country's name in UCDP GED; "" where it has no row
	// Seats are the capital and the palaces by whose name reports call the
	// government when it speaks or acts: Washington, the Kremlin.
	Seats []string
}

// ParseStates reads a table in the form of data/states.txt.
func ParseStates(name string, r io.Reader) ([]Country, error) {
	var out []Country
	seen := map[string]bool{}
	sc := bufio.NewScanner(r)
	for line := 1; sc.Scan(); line++ {
		s := strings.TrimSpace(sc.Text())
		if s == "" || s[0] == '#' {
			continue
		}
		f := strings.Split(s, "|")
		pos := tocsin.Pos{File: name, Line: line}
		if len(f) != 9 {
			return nil, located(tocsin.Errorf(tocsin.Invalid, "see the head of states.txt", "%d fields, not 9", len(f)), pos)
		}
		c := Country{ISO2: f[0], Name: f[1], Adjectives: splitComma(f[2]), People: splitComma(f[3]), Aliases: splitComma(f[4]), Side: f[5], SideID: f[6], GED: f[7], Seats: splitComma(f[8])}
		if !iso2(c.ISO2) || c.Name == "" || seen[c.ISO2] {
			pos.Field = "ISO2"
			return nil, located(tocsin.Errorf(tocsin.Invalid, "give each state one line with a code and a name", "bad or repeated code %q", f[0]), pos)
		}
		seen[c.ISO2] = true
		out = append(out, c)
	}
	return out, sc.Err()
}

func splitComma(s string) []string {
	var out []string
	for part := range strings.SplitSeq(s, ",") {
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, part)
		}
	}
	return out
}

// GovernmentID is the ID of a state as an actor, ForcesID that of its armed
// and security forces. They are apart because in a coup they are.
func (c Country) GovernmentID() string { return "government-of-" + slugOf(c.Name) }

// ForcesID is the ID of the state's army, police and other forces.
func (c Country) ForcesID() string { return "forces-of-" + slugOf(c.Name) }

func slugOf(s string) string { return strings.ReplaceAll(Fold(s), " ", "-") }

// The nouns after a demonym or country that name a state's organs.
var (
	governmentNouns = []string{"government", "administration", "authorities", "regime", "cabinet", "state", "junta",
		"military junta", "ruling junta", "transitional government", "transitional authorities", "interim government", "federal government", "military government", "central government"}
	forceNouns = []string{"army", "military", "armed forces", "security forces", "defence forces", "defense forces",
		"defence and security forces", "defense and security forces", "forces", "government forces", "state forces", "government troops", "troops", "soldiers", "police", "gendarmerie", "gendarmes",
		"national guard", "air force", "navy", "special forces", "security services", "special operations forces", "military forces", "ground forces", "federal forces", "federal troops", "federal army", "government soldiers", "national army", "army soldiers", "regulars"}
)

// Organ is a state, or a part of it, that a phrase names.
type Organ struct {
	Country Country
	Forces  bool   // army, police and the like rather than the government
	Why     string // in words
}

// Organ reads a phrase such as "France", "the Malian army", "Mali's government",
// "security forces of Mali" or "Government of Mali". The bare noun ("the army")
// is that of the country given, "" none.
func (r *Registry) Organ(phrase, country string) (Organ, bool) {
	f := Fold(strings.ReplaceAll(strings.ReplaceAll(phrase, "’s ", " "), "'s ", " "))
	if c, ok := r.StateNamed(phrase); ok {
		return Organ{Country: c, Why: "the name of a state"}, true
	}
	if forces, ok := organNoun(f); ok {
		c, known := r.StateByISO(country)
		return Organ{Country: c, Forces: forces, Why: "an organ of the country the text is about"}, known
	}
	for _, sep := range []string{" of ", " in "} {
		if i := strings.LastIndex(f, sep); i > 0 {
			forces, ok := organNoun(f[:i])
			if list := r.byState[strings.TrimPrefix(f[i+len(sep):], "the ")]; ok && len(list) > 0 {
				return Organ{Country: r.pick(list, country), Forces: forces, Why: "an organ of a state, by its name"}, true
			}
		}
	}
	words := strings.Fields(f)
	for n := min(4, len(words)-1); n > 0; n-- {
		forces, ok := organNoun(strings.Join(words[n:], " "))
		list := r.byState[strings.Join(words[:n], " ")]
		if ok && len(list) > 0 {
			return Organ{Country: r.pick(list, country), Forces: forces, Why: "an organ of a state, by its adjective or name"}, true
		}
	}
	return Organ{}, false
}

func organNoun(f string) (forces, ok bool) {
	if slices.Contains(governmentNouns, f) {
		return false, true
	}
	ok = slices.Contains(forceNouns, f)
	return ok, ok
}

// pick chooses among states that share an adjective (Congolese): the one the
// text is about, else the first whose people the table calls so.
func (r *Registry) pick(list []int, country string) Country {
	for _, i := range list {
		if r.states[i].ISO2 == country {
			return r.states[i]
		}
	}
	for _, i := range list {
		if len(r.states[i].People) > 0 {
			return r.states[i]
		}
	}
	return r.states[list[0]]
}

// StateByISO returns the state with the code.
func (r *Registry) StateByISO(iso string) (Country, bool) {
	for _, c := range r.states {
		if c.ISO2 == strings.ToUpper(iso) {
			return c, true
		}
	}
	return Country{}, false
}

// StateNamed returns the state with this name or alias; not its adjective.
func (r *Registry) StateNamed(name string) (Country, bool) {
	f := Fold(name)
	for _, i := range r.byState[f] {
		c := r.states[i]
		for _, n := range append([]string{c.Name}, c.Aliases...) {
			if Fold(n) == f && (!acronym(n) || strings.Contains(name, n)) {
				return c, true
			}
		}
	}
	return Country{}, false
}

// Seat returns the state whose government is called by the name of its capital
// or palace. Whether it is the government or the town, only the text can tell.
func (r *Registry) Seat(name string) (Country, bool) {
	i, ok := r.bySeat[Fold(name)]
	if !ok {
		return Country{}, false
	}
	return r.states[i], true
}

// Demonym returns the state whose adjective or people the word is: Malian,
// Malians, French. Where two share it (Congolese), the country given decides.
func (r *Registry) Demonym(word, country string) (Country, bool) {
	f := Fold(word)
	var fit []int
	for _, i := range r.byState[f] {
		c := r.states[i]
		for _, n := range slices.Concat(c.Adjectives, c.People) {
			if Fold(n) == f && (!acronym(n) || strings.Contains(word, n)) {
				fit = append(fit, i)
				break
			}
		}
	}
	if len(fit) == 0 {
		return Country{}, false
	}
	return r.pick(fit, country), true
}
