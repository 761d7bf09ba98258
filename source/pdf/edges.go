package pdf

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
)

// What stands at the edge of every page is no part of the report.
var (
	numbers = regexp.MustCompile(`\d+`)
	pageNo  = regexp.MustCompile(`(?i)^[-–—|\s]*(?:page|p\.)?\s*(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:/|of|sur|de)\s*\d{1,4})?[-–—|\s]*$`)
	printed = regexp.MustCompile(`^(?:https?|file)://\S+ \d+/\d+$|^\d{1,2}/\d{1,2}/\d{2,4}, \d{1,2}:\d\d(?::\d\d)?(?: [AP]M)? .*$`)
)

// edge is how many lines at the top and at the foot of a page are looked at.
const edge = 3

// trim takes page numbers, the lines a browser prints around a page, and lines
// that return at the edge of most pages off the pages, and returns how many.
func trim(pages [][]line) int {
	seen := make(map[string]int)
	full := 0
	for _, p := range pages {
		if len(p) > 0 {
			full++
		}
		for _, side := range sides(p) {
			for _, i := range side[:min(len(side), edge)] {
				seen[pattern(p[i].text)]++
			}
		}
	}
	again := func(l line) bool { n := seen[pattern(l.text)]; return n > 1 && n > full/2 }
	cut := 0
	for n, p := range pages {
		drop := make(map[int]bool)
		for _, side := range sides(p) {
			for _, i := range side[:furniture(p, side, again)] {
				drop[i] = true
			}
		}
		var kept []line
		for i, l := range p {
			if !drop[i] {
				kept = append(kept, l)
			}
		}
		cut += len(p) - len(kept)
		pages[n] = kept
	}
	return cut
}

// furniture is how many of the lines of one side, from the outermost, are no
// part of the text. Lines that only return must stand apart from it.
func furniture(p []line, side []int, again func(line) bool) int {
	alone := func(l line) bool { return pageNo.MatchString(l.text) || printed.MatchString(l.text) }
	n := 0
	for n < min(edge, len(side)) && (alone(p[side[n]]) || again(p[side[n]])) {
		n++
	}
	for n > 0 && n < len(side) && !alone(p[side[n-1]]) {
		if gap := p[side[n-1]].base - p[side[n]].base; max(gap, -gap) >= 1.35*p[side[n-1]].size {
			break
		}
		n--
	}
	return n
}

func pattern(text string) string { return numbers.ReplaceAllString(strings.ToLower(text), "#") }

// sides are the lines of a page from the top and from the foot, whatever their
// place in the file, each at most to the middle.
func sides(p []line) [2][]int {
	order := make([]int, len(p))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(p[b].base, p[a].base) })
	foot := slices.Clone(order[len(order)/2:])
	slices.Reverse(foot)
	return [2][]int{order[:len(order)/2], foot}
}
