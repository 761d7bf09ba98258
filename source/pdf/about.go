package pdf

import (
	"fmt"
	"regexp"
	"strings"
)

// useless are titles that programs put in by themselves.
var useless = regexp.MustCompile(`(?i)^(?:untitled|microsoft \w+ - .*|document\d*|.*\.(?:docx?|odt|tex|dvi|pdf|html?|indd|qxd)|about:blank)$`)

// longestTitle is the longest line that is taken for a title, in bytes.
const longestTitle = 200

// title takes the title from the file's properties, else the largest print on
// its first page.
func (d *Document) title(props properties, list []paragraph) {
	if t := props["Title"]; t != "" && len(t) <= longestTitle && !useless.MatchString(t) {
		d.Title, d.Where = t, "the properties of the PDF"
		return
	}
	best := -1
	for i, p := range list {
		if p.page == 0 && len(p.text) <= longestTitle && (best < 0 || p.size > 1.05*list[best].size) {
			best = i
		}
	}
	if best < 0 {
		return
	}
	for _, p := range list {
		if p.page == 0 && p.size > 1.05*list[best].size || len(list) > 1 && p.page == 0 && p.size >= 0.95*list[best].size && len(p.text) > longestTitle {
			return // no line stands out
		}
	}
	d.Title, d.Where = list[best].text, "the largest line of the first page"
}

// note says how the text was come by.
func (d *Document) note(props properties, pages, cut, turned, raised, mended int) {
	say := func(format string, args ...any) { d.Notes = append(d.Notes, fmt.Sprintf(format, args...)) }
	say("text of a PDF of %s", pageCount(pages))
	for _, p := range []struct{ key, what string }{{"Author", "author"}, {"CreationDate", "made"}, {"Producer", "producer"}} {
		if v := props[p.key]; v != "" {
			say("%s in the PDF's properties: %s", p.what, shortDate(clip(v)))
		}
	}
	for _, n := range []struct {
		n    int
		what string
	}{{cut, "lines at the edges of pages (headers, footers, page numbers) were left out"}, {raised, "marks of footnotes were left out"},
		{mended, "words cut at a line's end were joined"}, {turned, "characters that stand on end were left out"}} {
		if n.n > 0 {
			say("%d %s", n.n, n.what)
		}
	}
	if n := strings.Count(d.Text, "\ufffd"); n > 0 {
		d.Warnings = append(d.Warnings, fmt.Sprintf("%d signs whose letter the PDF does not tell stand as \ufffd in the text", n))
	}
}

var pdfDate = regexp.MustCompile(`^D:(\d{4})(\d\d)(\d\d).*$`)

// shortDate writes a date of PDF's own form as 2021-04-12.
func shortDate(v string) string { return pdfDate.ReplaceAllString(v, "$1-$2-$3") }

func clip(v string) string {
	const most = 80
	if r := []rune(v); len(r) > most {
		return string(r[:most]) + "…"
	}
	return v
}
