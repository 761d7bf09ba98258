package pdf

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
)

// A line is one line of print.
type line struct {
	text        string
	left, right float64
	base        float64 // height above the foot of the page
	size        float64
	wraps       bool // ends in a hyphen that cuts a word
	page        int
}

// upright is how far, in radians, a line may lean and still be read; a margin
// note or watermark that stands on end is left out.
const upright = 0.2

// lines cuts the characters of a page into lines, in their order. turned counts
// characters left out because they stand on end, raised the footnote marks.
func lines(page int, chars []char) (out []line, turned, raised int) {
	var now []char
	flush := func(wraps bool) {
		l, marks, ok := makeLine(now)
		raised += marks
		now = now[:0]
		if ok {
			l.wraps, l.page = wraps, page
			out = append(out, l)
		}
	}
	for _, c := range chars {
		lean := c.angle
		if lean > 3.15 {
			lean -= 6.2832
		}
		switch {
		case c.r == '\r':
		case c.r == '\n':
			flush(false)
		case c.r == wrapped:
			now = append(now, char{r: '-', left: c.left, right: c.right, bottom: c.bottom, size: c.size})
			flush(true)
		case c.size > 1 && (lean > upright || lean < -upright):
			turned++
		default:
			now = append(now, c)
		}
	}
	flush(false)
	return out, turned, raised
}

// makeLine measures a line and leaves out the marks of footnotes in it.
func makeLine(chars []char) (l line, marks int, ok bool) {
	var sizes, bases []float64
	for _, c := range chars {
		if c.r > ' ' && c.right > c.left {
			sizes, bases = append(sizes, c.size), append(bases, c.bottom)
		}
	}
	l.size, l.base = median(sizes), median(bases)
	var b strings.Builder
	before := ' '
	for i, c := range chars {
		if mark(chars, i, before, l.size, l.base) {
			marks++
			continue
		}
		before = c.r
		b.WriteRune(c.r)
		if c.r > ' ' {
			if l.right == 0 || c.left < l.left {
				l.left = c.left
			}
			l.right = max(l.right, c.right)
		}
	}
	l.text = strings.Join(strings.Fields(clean(b.String())), " ")
	return l, marks, l.text != ""
}

// mark reports a small raised figure behind a word: the number of a footnote, or
// the one that begins a footnote.
func mark(chars []char, i int, before rune, size, base float64) bool {
	c := chars[i]
	if c.r < '0' || c.r > '9' || c.size >= 0.85*size || c.size <= 1 || c.bottom < base+0.12*size {
		return false
	}
	return i == 0 || unicode.IsLetter(before) || unicode.IsPunct(before) || before >= '0' && before <= '9'
}

func median(list []float64) float64 {
	if len(list) == 0 {
		return 0
	}
	slices.Sort(list)
	return list[len(list)/2]
}

// bodySize is the size in which most of the text is set.
func bodySize(pages [][]line) float64 {
	count := make(map[float64]int)
	for _, p := range pages {
		for _, l := range p {
			count[float64(int(l.size*2+0.5))/2] += len(l.text)
		}
	}
	best := 0.0
	for size, n := range count {
		if n > count[best] || n == count[best] && size < best {
			best = size
		}
	}
	return best
}

// leading is the usual distance of two lines of body text.
func leading(pages [][]line, body float64) float64 {
	count := make(map[int]int) // in tenths of a point
	for _, p := range pages {
		for i := 1; i < len(p); i++ {
			if d := p[i-1].base - p[i].base; d > 0.5*body && d < 3*body && near(p[i].size, body) {
				count[int(d*10+0.5)]++
			}
		}
	}
	type pair struct{ d, n int }
	var all []pair
	for d, n := range count {
		all = append(all, pair{d, n})
	}
	if len(all) == 0 {
		return 1.3 * body
	}
	slices.SortFunc(all, func(a, b pair) int { return cmp.Or(cmp.Compare(b.n, a.n), cmp.Compare(a.d, b.d)) })
	return float64(all[0].d) / 10
}

// column is the width of the lines of body text: that of the middle one, where
// each counts by its length.
func column(pages [][]line, body float64) float64 {
	var widths []float64
	for _, p := range pages {
		for _, l := range p {
			if near(l.size, body) {
				for range len(l.text)/20 + 1 {
					widths = append(widths, l.right-l.left)
				}
			}
		}
	}
	return median(widths)
}

// near reports whether two sizes are one in a reader's eye.
func near(a, b float64) bool { return a > 0.9*b && a < 1.1*b }
