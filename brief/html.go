package brief

import (
	"bytes"
	"fmt"
	"html/template"
	"io"
	"strings"

	"tocsin"
)

// fragmentText is the body of the page. Every value passes html/template's
// escaping.
const fragmentText = `<article class="brief">
<h1>{{clean .Title}}</h1>
{{if .Example}}<p class="banner"><strong>Example.</strong> {{banner}}</p>
{{end}}{{range .Limits}}<p class="limit">{{clean .}}</p>
{{end}}<p class="status">{{.Status}} {{legend}}</p>
{{range .Sections}}<section>
<h2>{{.Title}}</h2>
<ul>
{{range .Sentences}}<li class="{{.Type}}"><span class="type">{{.Type}}{{if .Reviewed}}, reviewed{{end}}</span> {{clean .Text}}{{range .Cites}} <a class="cite" href="#note-{{.}}">[{{.}}]</a>{{end}}</li>
{{end}}</ul>
</section>
{{end}}<section class="notes">
<h2>Endnotes</h2>
{{range .Citations}}<p id="note-{{.N}}">[{{.N}}] {{clean .String}}</p>
{{end}}</section>
{{if .Data}}<section class="data">
<h2>Datasets</h2>
<ul>
{{range .Data}}<li>{{data .}}</li>
{{end}}</ul>
</section>
{{end}}<footer>
<ul>
{{range .Notes}}<li>{{clean .}}</li>
{{end}}<li>{{.Words}} words; knowledge date {{.At}}</li>
{{if not .TLP}}<li>no report it rests on has a TLP marking</li>
{{end}}{{if .Head}}<li>head of the ledger: {{clean .Head}}</li>
{{end}}</ul>
</footer>
</article>
`

// Style is the style sheet of the page, for the screen and for A4 paper.
func Style() string {
	return `.brief { max-width: 44rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 Georgia, serif; color: #1a1a1a; background: #fff; }
.brief h1 { font-size: 1.6rem; } .brief h2 { font-size: 1.15rem; border-bottom: 1px solid #999; }
.brief ul { padding-left: 1.1rem; } .brief li { margin: .35rem 0; }
.brief .banner { border: 2px solid #8a5a00; padding: .5rem .8rem; background: #fff6e0; }
.brief .limit { font-weight: 600; margin: .3rem 0; }
.brief .type { font: .75rem/1 sans-serif; color: #555; }
.brief .cite { font-size: .8rem; text-decoration: none; color: #0a4a8a; }
.brief .notes p, .brief .data li, .brief footer { font-size: .8rem; overflow-wrap: anywhere; }
.brief .notes p:target { background: #fff3b0; }
@page { size: A4; margin: 20mm; }
@media print { .brief { max-width: none; margin: 0; padding: 0; font-size: 10.5pt; } .brief h2 { break-after: avoid; } .brief li, .brief .notes p { break-inside: avoid; } .brief .cite { color: inherit; } }
`
}

// fragment writes the body of the page.
func (b Brief) fragment(w io.Writer) error {
	t, err := template.New("brief").Funcs(template.FuncMap{
		"clean":  tocsin.Clean,
		"data":   dataLine,
		"banner": func() string { return exampleBanner },
		"legend": func() string { return legend },
	}).Parse(fragmentText)
	if err != nil {
		return err
	}
	return t.Execute(w, b)
}

// HTMLFragment is the body of the page without its style, for a page that
// serves its own: it has no inline style and no script.
func (b Brief) HTMLFragment() template.HTML {
	var buf bytes.Buffer
	if err := b.fragment(&buf); err != nil {
		// The template is a constant that the tests execute.
		return template.HTML(template.HTMLEscapeString(fmt.Sprintf("brief: %v", err)))
	}
	return template.HTML(buf.String())
}

// HTML writes the brief as one self-contained page, printable on A4, without
// script.
func (b Brief) HTML(w io.Writer) error {
	var o strings.Builder
	o.WriteString("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n")
	fmt.Fprintf(&o, "<title>%s</title>\n<style>\n%s</style>\n</head>\n<body>\n", template.HTMLEscapeString(tocsin.Clean(b.Title)), Style())
	if err := b.fragment(&o); err != nil {
		return err
	}
	o.WriteString("</body>\n</html>\n")
	_, err := io.WriteString(w, o.String())
	return err
}
