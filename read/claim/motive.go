package claim

import "slices"

// motiveLeads begin what somebody wanted or why he did it, which no event data shows.
var motiveLeads = [][]string{{"in", "order", "to"}, {"so", "as", "to"}, {"with", "the", "aim", "of"}, {"with", "the", "intention", "of"}, {"with", "the", "goal", "of"}, {"with", "a", "view", "to"}, {"in", "a", "bid", "to"}, {"in", "an", "effort", "to"}, {"in", "an", "attempt", "to"},
	{"in", "the", "hope"}, {"in", "revenge"}, {"in", "retaliation"}, {"in", "reprisal"}, {"in", "retribution"}, {"as", "revenge"}, {"as", "retaliation"}, {"as", "punishment"}, {"to", "punish"}, {"to", "avenge"}, {"to", "force"}, {"to", "compel"}, {"to", "provoke"}, {"to", "intimidate"}, {"to", "pressure"}, {"to", "deter"}, {"to", "persuade"}, {"to", "derail"}, {"to", "sabotage"}, {"to", "discourage"},
	{"aimed", "at"}, {"aiming", "to"}, {"hoping", "to"}, {"intending", "to"}, {"seeking", "to"}, {"meaning", "to"}, {"wanting", "to"}, {"for", "the", "sake", "of"}, {"motivated", "by"}, {"out", "of", "hatred"}, {"in", "protest"}, {"because", "it", "wanted"}, {"because", "they", "wanted"}, {"because", "it", "hoped"}, {"because", "they", "hoped"}, {"because", "it", "sought"}, {"because", "they", "sought"}, {"intended", "to"}, {"designed", "to"}, {"meant", "to"}}

// Motive is where a text tells a motive.
func Motive(text string) (Residue, bool) {
	words := splitWords(text)
	for i := 0; i+1 < len(words); i++ {
		if motive(words, i) {
			end := words[min(i+7, len(words)-1)]
			return Residue{Text: text[words[i].at : end.at+len(end.text)], Kind: "motive", At: words[i].at}, true
		}
	}
	return Residue{}, false
}

// motive reports at word i the beginning of a motive.
func motive(words []wordAt, i int) bool {
	switch words[i].low {
	case "in", "so", "with", "as", "to", "aimed", "aiming", "hoping", "intending", "seeking", "meaning", "wanting", "for", "motivated", "out", "because", "intended", "designed", "meant":
	default:
		return false
	}
	if words[i].low == "so" && lowAt(words, i+1) == "that" {
		for k := i + 2; k < i+8; k++ {
			if slices.Contains([]string{"would", "could", "might", "may", "should"}, lowAt(words, k)) {
				return true
			}
		}
	}
	return slices.ContainsFunc(motiveLeads, func(lead []string) bool {
		for k, w := range lead {
			if lowAt(words, i+k) != w {
				return false
			}
		}
		return true
	})
}
