package pdf

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"tocsin"
)

// A paragraph is a run of lines that are read as one.
type paragraph struct {
	text string
	size float64
	page int
	last line
	wide float64 // the right edge of its widest line
}

// compose makes the text of a document out of the characters of its pages.
func compose(pages [][]char, props properties) (Document, error) {
	var doc Document
	var blank []string
	all := make([][]line, len(pages))
	turned, raised := 0, 0
	for i, p := range pages {
		ls, t, r := lines(i, p)
		all[i], turned, raised = ls, turned+t, raised+r
		if len(ls) == 0 {
			blank = append(blank, fmt.Sprint(i+1))
		}
	}
	if len(blank) == len(pages) {
		return doc, tocsin.Errorf(tocsin.Unsupported, "let a program read the letters first (ocrmypdf IN.pdf OUT.pdf) and import what it makes, or type the text",
			"the PDF has %s and no text: it is a scan", pageCount(len(pages)))
	}
	cut := trim(all)
	body := bodySize(all)
	w := weaver{body: body, leading: leading(all, body), column: column(all, body), words: vocabulary(all)}
	for _, p := range all {
		for _, l := range p {
			w.add(l)
		}
	}
	doc.Text, doc.Pages = w.text(len(pages))
	if err := legible(doc.Text); err != nil {
		return doc, err
	}
	doc.title(props, w.paragraphs)
	doc.note(props, len(pages), cut, turned, raised, w.mended)
	if len(blank) > 0 {
		doc.Warnings = append(doc.Warnings, fmt.Sprintf("no text on page %s of %d: a picture or a scan, which was not read", strings.Join(blank, ", "), len(pages)))
	}
	return doc, nil
}

func pageCount(n int) string {
	if n == 1 {
		return "1 page"
	}
	return fmt.Sprintf("%d pages", n)
}

// legible refuses a text of which more than one letter in ten is unknown.
func legible(text string) error {
	letters, lost := 0, strings.Count(text, string(unicode.ReplacementChar))
	for _, r := range text {
		if unicode.IsLetter(r) {
			letters++
		}
	}
	if lost > 0 && lost*10 > letters {
		return tocsin.Errorf(tocsin.Unsupported, "let a program read the letters from the picture (ocrmypdf --force-ocr IN.pdf OUT.pdf), or give its text",
			"the PDF does not tell which letters %d of its %d signs show", lost, letters+lost)
	}
	return nil
}

// A weaver joins lines into paragraphs.
type weaver struct {
	body, leading, column float64         // size, distance of lines, width of lines
	words                 map[string]bool // those that stand in one piece, in lower case
	paragraphs            []paragraph
	mended                int // words cut at a line's end
}

// vocabulary are the words of a document that no line's end cuts.
func vocabulary(pages [][]line) map[string]bool {
	words := make(map[string]bool)
	for _, p := range pages {
		for _, l := range p {
			fields := strings.Fields(strings.ToLower(l.text))
			if l.wraps && len(fields) > 0 {
				fields = fields[:len(fields)-1]
			}
			for _, f := range fields {
				words[strings.TrimFunc(f, func(r rune) bool { return !unicode.IsLetter(r) })] = true
			}
		}
	}
	return words
}

// add puts a line behind the paragraph it goes on with, or begins one.
func (w *weaver) add(l line) {
	if i := w.open(l); i >= 0 {
		w.join(&w.paragraphs[i], l)
		return
	}
	w.paragraphs = append(w.paragraphs, paragraph{text: l.text, size: l.size, page: l.page, last: l, wide: l.right})
}

// open is the paragraph that a line goes on with: the last one, or behind
// footnotes and over a column's or page's end the last of its own size. -1 where
// the line begins one.
func (w *weaver) open(l line) int {
	for i := len(w.paragraphs) - 1; i >= 0; i-- {
		p := &w.paragraphs[i]
		if !near(p.size, l.size) {
			if p.size < l.size && p.size < 0.95*w.body {
				continue // a footnote
			}
			return -1
		}
		jump := p.last.page != l.page || l.base > p.last.base || i < len(w.paragraphs)-1
		if jump && w.runsOver(p, l) || !jump && w.follows(p, l) {
			return i
		}
		return -1
	}
	return -1
}

// runsOver reports whether a sentence of p goes on at the head of another
// column or page.
func (w *weaver) runsOver(p *paragraph, l line) bool {
	return near(l.size, w.body) && !finished(p.text) && (p.last.wraps || continues(l.text) || len(p.text) > 120)
}

// follows reports whether a line below goes on with p.
func (w *weaver) follows(p *paragraph, l line) bool {
	down := p.last.base - l.base
	if down < 0.3*l.size { // beside it: a cell of the same row
		return l.left >= p.last.right-1
	}
	usual := w.leading
	if !near(l.size, w.body) {
		usual *= l.size / w.body
	}
	switch {
	case p.last.wraps:
		return true
	case down > 1.3*usual+0.5 || bullet.MatchString(l.text):
		return false
	case finished(p.text) && (l.left > p.last.left+0.7*l.size || p.last.right < p.wide-4*l.size):
		return false // indented, or behind a last line that is not full
	case !finished(p.text) && !continues(l.text) && p.last.right-p.last.left < 0.6*w.column:
		return false // a heading or a row of a table
	}
	return true
}

var bullet = regexp.MustCompile(`^(?:[•▪■●◦‣·*–—]|\(?\d{1,2}[.)]|\(?[a-z]\))\s`)

// finished reports whether a text ends as a sentence ends.
func finished(text string) bool {
	text = strings.TrimRight(text, `"'”’»)]`)
	return text != "" && strings.ContainsAny(text[len(text)-1:], ".!?:;")
}

// continues reports whether a line begins as the middle of a sentence does.
func continues(text string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(text, `"'“‘(`))
	return unicode.IsLower(r) || unicode.IsDigit(r)
}

// join puts a line behind a paragraph and makes a word cut in two whole.
func (w *weaver) join(p *paragraph, l line) {
	head := p.text
	stem, cutWord := strings.CutSuffix(head, "-")
	r, _ := utf8.DecodeRuneInString(l.text)
	switch {
	case cutWord && unicode.IsLower(r) && lastWord(stem) != "":
		w.mended++
		before, after := strings.ToLower(lastWord(stem)), strings.ToLower(firstWord(l.text))
		if w.words[before+"-"+after] || !w.words[before+after] && compound[before] {
			p.text = head + l.text
		} else {
			p.text = stem + l.text
		}
	case cutWord && lastWord(stem) != "" && unicode.IsUpper(r): // Anglo-\nSaxon
		p.text = head + l.text
	default:
		p.text = head + " " + l.text
	}
	p.wide = max(p.wide, l.right)
	if p.last.page != l.page || l.base > p.last.base {
		p.wide = l.right
	}
	p.last = l
}

// compound are first parts of words that keep their hyphen.
var compound = map[string]bool{"north": true, "south": true, "east": true, "west": true, "self": true, "non": true, "anti": true,
	"vice": true, "well": true, "half": true, "two": true, "three": true, "four": true, "five": true, "then": true}

func lastWord(s string) string {
	i := strings.LastIndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) })
	return s[i+1:]
}

func firstWord(s string) string {
	if i := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) }); i >= 0 {
		return s[:i]
	}
	return s
}

// text writes the paragraphs down, and where each page begins.
func (w *weaver) text(pages int) (string, []int) {
	var b strings.Builder
	starts := make([]int, 0, pages)
	for _, p := range w.paragraphs {
		if b.Len() > 0 {
			b.WriteString("\n\n")
		}
		for len(starts) <= p.page {
			starts = append(starts, b.Len())
		}
		b.WriteString(p.text)
	}
	b.WriteByte('\n')
	for len(starts) < pages {
		starts = append(starts, b.Len())
	}
	return b.String(), starts
}
