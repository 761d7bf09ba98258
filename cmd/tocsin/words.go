package main

import (
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"
)

func keys[K comparable, V any](m map[K]V) iter.Seq[K] { return maps.Keys(m) }

// knownWord refuses a word that is not in the list and names the nearest that
// is.
func knownWord(what, word string, list []string) error {
	if slices.Contains(list, word) {
		return nil
	}
	if near := nearest(word, list); near != "" {
		return usageError{fmt.Errorf("no %s is called %q; did you mean %q? There are: %s", what, word, near, strings.Join(list, ", "))}
	}
	return usageError{fmt.Errorf("no %s is called %q; there are: %s", what, word, strings.Join(list, ", "))}
}

// nearest is the word of the list that begins so, or else the one with the
// fewest letters different, if fewer than half are.
func nearest(word string, list []string) string {
	best, least := "", len(word)/2+1
	for _, w := range list {
		if len(word) >= 3 && strings.HasPrefix(w, strings.ToLower(word)) {
			return w
		}
		if n := distance(strings.ToLower(word), w); n < least {
			best, least = w, n
		}
	}
	return best
}

// distance is the number of letters to add, drop or change from a to b
// (Levenshtein).
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			diagonal, row[j+1] = row[j+1], min(diagonal+cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
