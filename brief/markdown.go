package brief

import (
	"fmt"
	"io"
	"slices"
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
	return "Machine-read, not reviewed: no person has accepted every cited statement."
}

// Markdown writes the brief as Markdown. Whatever stood in a report or dataset
// is escaped: it can neither mark up nor hide anything.
func (b Brief) Markdown(w io.Writer) error {
	var o strings.Builder
	fmt.Fprintf(&o, "# %s\n\n", Escape(b.Title))
	if b.Example {
		fmt.Fprintf(&o, "> **Example.** %s\n\n", exampleBanner)
	}
	for _, l := range b.Limits {
		fmt.Fprintf(&o, "%s\n", mark(l))
	}
	if len(b.Limits) > 0 {
		o.WriteByte('\n')
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
			for i, n := range t.Cites {
				if i == 0 {
					o.WriteString(" ")
				}
				fmt.Fprintf(&o, "[[%d]](#note-%d)", n, n)
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

// mark writes a line of the head, the marking in bold.
func mark(line string) string {
	if tlp, rest, ok := strings.Cut(line, ","); ok && strings.HasPrefix(line, "TLP:") {
		return "**" + Escape(tlp) + "**, " + Escape(rest) + "  "
	}
	return Escape(line) + "  "
}

// legend explains the types of a sentence once.
const legend = "Reported: in a report’s words. Measured: shown by data. Judged: this brief’s own."

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
	if b.TLP == "" {
		o.WriteString("- no report it rests on has a TLP marking\n")
	}
	if b.Head != "" {
		fmt.Fprintf(o, "- head of the ledger: %s\n", Escape(b.Head))
	}
}

// dataLine is a dataset's line after the endnotes.
func dataLine(d tocsin.Dataset) string {
	return tocsin.Clean(d.Dataset) + " " + shortHash(tocsin.Clean(d.Vintage)) + ": " + tocsin.Clean(dataFacts(d))
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
		graded := ""
		if c.Grade != "" {
			graded = "; graded " + c.Grade
		}
		page := ""
		if c.Page > 0 {
			page = fmt.Sprintf("page %d, ", c.Page)
		}
		return fmt.Sprintf("%s, published %s: “%s” (%sbytes %d to %d of report %s; statement %s%s)",
			s, day(c.Published), tocsin.Clean(c.Quote), page, c.Span[0], c.Span[1], shortHash(c.Report), c.Statement, graded)
	}
	s := "Dataset " + tocsin.Clean(c.Dataset)
	if c.Dataset == deskItself {
		s = "This desk"
	}
	if c.Vintage != "" {
		s += ", vintage " + shortHash(tocsin.Clean(c.Vintage))
	}
	if c.Verdict != "" {
		s = "Verdict " + c.Verdict + " on " + tocsin.Clean(c.Dataset)
		if c.Dataset == "" {
			s = "Verdict " + c.Verdict + ", no data"
		} else if c.Vintage != "" {
			s += ", vintage " + shortHash(tocsin.Clean(c.Vintage))
		}
	}
	if c.Quote != "" {
		s += ": " + tocsin.Clean(c.Quote)
	}
	return s + c.readings() + c.rows() + c.commands()
}

// readings lists every reading of a verdict, where there are several.
func (c Citation) readings() string {
	if len(c.Readings) < 2 {
		return ""
	}
	all := c.Commands()
	var parts []string
	for i, r := range c.Readings {
		s := fmt.Sprintf("(%c) %s", 'a'+rune(i%26), r.String())
		if len(all) > 1 {
			q := r.Query
			if q == "" {
				q = c.Query
			}
			s += fmt.Sprintf(", by command %d", slices.Index(all, q)+1)
		}
		parts = append(parts, s)
	}
	return fmt.Sprintf(" %d readings: %s.%s", len(parts), strings.Join(parts, "; "), c.clear())
}

// clear counts the readings of a change whose interval lies above, below and
// around 1.
func (c Citation) clear() string {
	up, down, n := 0, 0, 0
	for _, r := range c.Readings {
		if r.Says == "" {
			continue
		}
		n++
		if r.Low != nil && *r.Low > 1 {
			up++
		}
		if r.High != nil && *r.High < 1 {
			down++
		}
	}
	if n == 0 {
		return ""
	}
	return fmt.Sprintf(" Of these, %d: clear rise (interval above 1); %d: clear fall (below 1); %d: no clear change.", up, down, n-up-down)
}

// maxRows is how many rows an endnote names; of more it names the first.
const maxRows = 120

// rows lists the rows of the dataset by their ids, the dataset named once.
func (c Citation) rows() string {
	if len(c.Events) == 0 {
		return ""
	}
	var b strings.Builder
	set := ""
	for i, id := range c.Events[:min(len(c.Events), maxRows)] {
		name, key, ok := strings.Cut(tocsin.Clean(id), ":")
		if !ok {
			name, key = "", name
		}
		if i > 0 {
			b.WriteString(", ")
		}
		if name != set {
			b.WriteString(name + ":")
			set = name
		}
		b.WriteString(key)
	}
	s := " " + upperFirst(plural(len(c.Events), "row"))
	if len(c.Readings) > 1 && c.Readings[0].Says != "" {
		s += " of reading (a)"
	}
	if len(c.Events) > maxRows {
		s += fmt.Sprintf(", of which the first %d", maxRows)
	}
	return s + ": " + b.String() + "."
}

// commands lists what prints the numbers.
func (c Citation) commands() string {
	all := c.Commands()
	switch len(all) {
	case 0:
		return ""
	case 1:
		return " Command: " + tocsin.Clean(all[0])
	}
	var parts []string
	for i, q := range all {
		parts = append(parts, fmt.Sprintf("(%d) %s", i+1, tocsin.Clean(q)))
	}
	return " Commands: " + strings.Join(parts, "; ")
}

// Detail is the readings and rows of a citation as its endnote has them.
func (c Citation) Detail() string { return strings.TrimSpace(c.readings() + c.rows()) }

// Commands are what prints the citation's numbers, each once, in the order in
// which the endnote numbers them.
func (c Citation) Commands() []string {
	var out []string
	add := func(q string) {
		if q != "" && !slices.Contains(out, q) {
			out = append(out, q)
		}
	}
	add(c.Query)
	for _, r := range c.Readings {
		add(r.Query)
	}
	for _, q := range c.Queries {
		add(q)
	}
	return out
}

// Escape makes a text literal in Markdown, after Clean.
func Escape(s string) string {
	var b strings.Builder
	for _, r := range tocsin.Clean(s) {
		if strings.ContainsRune("\\`*_[]<>#|~&!$@", r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	// Some readers make links of what merely looks like one.
	return strings.NewReplacer("www.", "www\\.", "://", "\\://").Replace(b.String())
}
