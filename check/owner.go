package check

import (
	"slices"
	"strings"
)

// withoutOwner are shorter readings of a name that no row is known to be: without whose it
// is or where ("Joseph Kony's Lord's Resistance Army", "the Islamic State's Afghan
// branch", "the Lord's Resistance Army on Ugandan"), longest first.
func withoutOwner(name string) (out []string) {
	if full, short, ok := strings.Cut(strings.TrimSuffix(name, ")"), " ("); ok {
		out = append(out, full, short)
	}
	for _, cut := range []string{" on ", " in ", " inside "} {
		if front, _, ok := strings.Cut(name, cut); ok {
			out = append(out, front)
		}
	}
	words := strings.Fields(name)
	for n := len(words); n > 1 && slices.Contains(campaignWords, words[n-1]); n-- {
		front := strings.Replace(strings.Join(words[:n-1], " "), "’", "'", 1)
		out = append(out, strings.TrimSuffix(strings.TrimSuffix(front, "'s"), "'"))
	}
	if n := len(words); n > 1 && slices.Contains([]string{"branch", "affiliate", "wing", "franchise", "offshoot", "arm", "chapter", "fighters", "faction", "branches", "affiliates", "wings", "franchises", "offshoots", "arms", "chapters", "factions"}, strings.ToLower(words[n-1])) {
		for k, w := range words {
			if front, ok := strings.CutSuffix(strings.Replace(w, "’", "'", 1), "'s"); ok && k >= n-3 {
				out = append(out, strings.Join(append(slices.Clone(words[:k]), front), " "))
			}
		}
	}
	if one, ok := strings.CutSuffix(name, "s"); ok && len(words) == 1 && name != strings.ToLower(name) {
		out = append(out, one) // Uzbeks
	}
	for k, w := range words {
		if (strings.HasSuffix(w, "'s") || strings.HasSuffix(w, "’s")) && k+1 < len(words) && k > 0 {
			out = append(out, strings.Join(words[k+1:], " "))
		}
	}
	return out
}
