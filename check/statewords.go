package check

import (
	"slices"
	"strings"
)

// whoseState is the country whose forces a name tells of, "Turkish army", "Burkina Faso's
// soldiers", else the one given.
func (j *job) whoseState(name, iso string) string {
	words := strings.Fields(name)
	for lo := range words {
		for hi := min(len(words), lo+4); hi > lo; hi-- {
			part := strings.TrimSuffix(strings.TrimSuffix(strings.Join(words[lo:hi], " "), "'s"), "’s")
			if part == strings.ToLower(part) {
				continue
			}
			if k, ok := j.c.o.Gazetteer.DemonymOf(part); ok {
				return k.ISO2
			}
			if k, ok := j.c.o.Gazetteer.CountryNamed(part); ok {
				return k.ISO2
			}
		}
	}
	return iso
}

// jointly adds to the sides of states those under which the data has one of them together with
// others: "Government of Eritrea, Government of Ethiopia".
func (e *eventData) jointly(sides []string) []string {
	out := slices.Clone(sides)
	for _, s := range e.sides {
		if strings.HasPrefix(s, "Government of ") && strings.Contains(s, ", ") && !slices.Contains(out, s) && slices.ContainsFunc(strings.Split(s, ", "), func(one string) bool { return slices.Contains(sides, one) }) {
			out = append(out, s)
		}
	}
	return out
}

// peopleOf is a side that the data tells from its like elsewhere by the country: "Hindus" as
// "Hindus (India)".
func (j *job) peopleOf(name, iso string) (party, bool) {
	if iso == "" {
		return party{}, false
	}
	side := strings.TrimPrefix(name, "the ") + " (" + j.c.countryName(iso) + ")"
	return party{name: side, sides: []string{side}, attacker: true}, j.c.present([]string{side})
}
