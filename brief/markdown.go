package brief

import (
	"fmt"
	"io"
	"strings"
	"tocsin"
)

// exampleBanner stands over a brief of the example desk.
const exampleBanner = "This is an example: its reports are texts by “tocsin example”, written to show the program, and no news."

// Words counts the words of the sections' sentences, without titles, marks,
// endnotes and footer.
func (b Brief) Words() int {
	n := 0
	for _, s := range b.Sections {
		for _, t := range s.Sentences {
			n += words(t.Text)
		}
	}
	return n
}

// Status says whether a person has read what the brief cites.
func (b Brief) Status() string {
	if b.Reviewed {
		return "Every cited statement was reviewed and accepted by a person."
	}
	return "Machine-read, not reviewed: a program read the reports, and not every cited statement was accepted by a person."
}

// Markdown writes the brief as Markdown. Whatever stood in a report or dataset
// is escaped: it can neither mark up nor hide anything.
func (b Brief) Markdown(w io.Writer) error {
	var o strings.Builder
	fmt.Fprintf(&o, "# %s\n\n", Escape(b.Title))
	if b.Example {
		fmt.Fprintf(&o, "> **Example.** %s\n\n", exampleBanner)
	}
	fmt.Fprintf(&o, "%s %s\n", b.Status(), legend)
	for _, s := range b.Sections {
		fmt.Fprintf(&o, "\n## %s\n\n", s.Title)
		for _, t := range s.Sentences {
			mark := t.Type
			if t.Reviewed {
				mark += ", reviewed"
			}
			fmt.Fprintf(&o, "- *%s* %s", mark, Escape(t.Text))
			for _, n := range t.Cites {
				fmt.Fprintf(&o, " [[%d]](#note-%d)", n, n)
			}
			o.WriteString("\n")
		}
	}
	o.WriteString("\n## Endnotes\n\n")
	for _, c := range b.Citations {
		fmt.Fprintf(&o, "<a id=\"note-%d\"></a>[%d] %s\n\n", c.N, c.N, Escape(c.String()))
	}
	b.footer(&o)
	_, err := io.WriteString(w, o.String())
	return err
}

// legend explains the types of a sentence once.
const legend = "Reported: a report says it, in its own words. Measured: the data shows it. Judged: it counts what stands below."

func (b Brief) footer(o *strings.Builder) {
	if len(b.Data) > 0 {
		o.WriteString("## Datasets\n\n")
		for _, d := range b.Data {
			fmt.Fprintf(o, "- %s\n", Escape(dataLine(d)))
		}
		o.WriteString("\n")
	}
	o.WriteString("---\n\n")
	for _, n := range b.Notes {
		fmt.Fprintf(o, "- %s\n", Escape(n))
	}
	fmt.Fprintf(o, "- %d words; knowledge date %s\n", b.Words(), b.At)
	if b.Head != "" {
		fmt.Fprintf(o, "- head of the ledger: %s\n", Escape(b.Head))
	}
}

// dataLine is a dataset's line in the footer.
func dataLine(d tocsin.Dataset) string {
	s := fmt.Sprintf("%s %s", Clean(d.Dataset), Clean(d.Vintage))
	if d.Released.IsZero() {
		s += ", release unknown"
	} else {
		s += ", released " + d.Released.String()
	}
	if !d.From.IsZero() || !d.To.IsZero() {
		s += fmt.Sprintf(", %s to %s", d.From, d.To)
	}
	if d.Coverage != "" {
		s += "; " + Clean(d.Coverage)
	}
	if d.SHA256 != "" {
		s += "; " + shortHash(hashed(d.SHA256))
	}
	return s
}

func hashed(s string) string {
	if strings.HasPrefix(s, "sha256:") {
		return s
	}
	return "sha256:" + s
}

// String is the endnote's text: publisher, title, date, quote, bytes and hash
// of a report; or dataset, vintage, verdict and the command that prints it.
func (c Citation) String() string {
	if c.Report != "" {
		s := c.Publisher
		if c.Title != "" {
			s += ", “" + c.Title + "”"
		}
		return fmt.Sprintf("%s, %s: “%s” (bytes %d to %d of report %s; statement %s)",
			s, day(c.Published), Clean(c.Quote), c.Span[0], c.Span[1], shortHash(c.Report), c.Statement)
	}
	s := "Dataset " + Clean(c.Dataset)
	if c.Vintage != "" {
		s += ", vintage " + shortHash(Clean(c.Vintage))
	}
	if c.Verdict != "" {
		s = "Verdict " + c.Verdict + " on " + Clean(c.Dataset)
		if c.Dataset == "" {
			s = "Verdict " + c.Verdict + ", no data"
		} else if c.Vintage != "" {
			s += ", vintage " + shortHash(Clean(c.Vintage))
		}
	}
	if c.Quote != "" {
		s += ": " + Clean(c.Quote)
	}
	if c.Query != "" {
		s += " Query: " + Clean(c.Query)
	}
	if n := len(c.Events); n > 0 {
		s += " (" + plural(n, "row")
		if n <= 5 {
			s += ": " + Clean(strings.Join(c.Events, ", "))
		}
		s += ")"
	}
	return s
}

// Escape makes a text literal in Markdown, after Clean.
func Escape(s string) string {
	var b strings.Builder
	for _, r := range Clean(s) {
		if strings.ContainsRune("\\`*_[]<>#|~&!$@", r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	// Some readers make links of what merely looks like one.
	return strings.NewReplacer("www.", "www\\.", "://", "\\://").Replace(b.String())
}
