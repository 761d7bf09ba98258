package who

import (
	"strings"

	"tocsin/read/text"
)

// titleStart returns where the title before a name at lo begins, lo where it
// has none: "President", "Prime Minister", "Colonel", "Lt. Gen.", "Foreign
// Minister". A small letter is a title too ("president X") when it touches the
// name. No title
// reaches below floor.
func titleStart(s *text.Sentence, lo, floor int) int {
	best := lo
	for n := 1; n <= 5 && lo-n >= floor; n++ {
		if isTitle(s, lo-n, lo) {
			best = lo - n
		}
	}
	return best
}

// titleBefore returns how many tokens from i are a title that a capital
// follows: "Prime Minister" in "Prime Minister X". It is no part of the name.
func titleBefore(s *text.Sentence, i int) int {
	for n := min(5, len(s.Tokens)-1-i); n > 0; n-- {
		if next := &s.Tokens[i+n]; next.UPOS == "PROPN" && capital(next.Text) && !orgHeads[next.Lower] && isTitle(s, i, i+n) {
			return n
		}
	}
	return 0
}

// isTitle reports whether tokens [lo,hi) are a title: a rank, a courtesy, an
// office, or several of them in a row.
func isTitle(s *text.Sentence, lo, hi int) bool {
	parts := joined(s, lo, hi)
	if len(parts) == 0 || s.Tokens[lo].Lower == "-" {
		return false
	}
	for len(parts) > 0 {
		n := titleWord(parts)
		if n == 0 {
			return false
		}
		parts = parts[n:]
	}
	return true
}

// titleWord returns how many of the words make up the first title among them.
func titleWord(parts []string) int {
	for n := min(3, len(parts)); n > 0; n-- {
		w := strings.Join(parts[:n], " ")
		if rankWords[w] || courtesy[w] || roleNouns[w] && !notTitles[w] {
			return n
		}
		if n > 1 && qualifier[parts[0]] && titleWord(parts[1:n]) == n-1 {
			return n
		}
	}
	return 0
}

// qualifier words may begin a title.
var qualifier = words(`interim acting former transitional deputy vice prime foreign defence defense interior finance justice first ex army police opposition rebel junta coup jihadist militant
	military caretaker outgoing ousted deposed incoming party union government security`)

// notTitles are role nouns that do not stand before a name as its title.
var notTitles = words(`man woman boy girl person member head chair others deputy victim witness citizen resident official actor`)

// A titlePart is one title among those before a name, as tokens.
type titlePart struct {
	lo, hi int
	rank   bool // a rank rather than an office
}

// titleParts takes the titles in tokens [lo,hi) apart: "Interior Minister
// General" is an office and a rank. Courtesies ("Mr") are left out.
func titleParts(s *text.Sentence, lo, hi int) []titlePart {
	var out []titlePart
	for lo < hi {
		n := 1
		for k := min(hi-lo, 5); k > 1; k-- {
			if w := joined(s, lo, lo+k); len(w) <= 3 && titleWord(w) == len(w) {
				n = k
				break
			}
		}
		w := joined(s, lo, lo+n)
		name := strings.Join(w, " ")
		if len(w) > 0 && !courtesy[name] {
			rank := rankWords[name] && name != "commander"
			if k := len(out) - 1; k >= 0 && rank && out[k].rank && out[k].hi == lo {
				out[k].hi = lo + n
			} else {
				out = append(out, titlePart{lo: lo, hi: lo + n, rank: rank})
			}
		}
		lo += n
	}
	return out
}

// joined returns the words of tokens [lo,hi) without hyphens and full stops.
func joined(s *text.Sentence, lo, hi int) []string {
	var out []string
	for i := lo; i < hi; i++ {
		if w := strings.TrimSuffix(s.Tokens[i].Lower, "."); w != "" && w != "-" {
			out = append(out, w)
		}
	}
	return out
}
