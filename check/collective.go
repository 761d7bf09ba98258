package check

import "strings"

// Collective resolves a name that means many actors, "jihadist groups" or
// "armed groups", to those of the data's side names that belong to it, which
// must come sorted. It is what a claim about them is judged on, and what the
// command of such a verdict must measure again. label is the name the verdict
// prints; note is to be printed with every number.
func Collective(name string, sides []string) (label string, members []string, note string, ok bool) {
	low := strings.ToLower(name)
	e := eventData{sides: sides}
	switch {
	case contains(low, jihadistWords):
		return "jihadist groups", e.among(jihadistSides), "which groups are jihadist: unsourced, general knowledge", true
	case strings.Contains(low, "cartel"):
		for _, side := range sides {
			if strings.Contains(strings.ToLower(side), "cartel") {
				members = append(members, side)
			}
		}
		return "cartels", members, "every side whose name says cartel", len(members) > 0
	case contains(low, genericWords):
		return "armed groups", e.groups(), "every side that is no government", true
	}
	return "", nil, "", false
}
