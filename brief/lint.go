package brief

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

var (
	quotations = regexp.MustCompile(`“([^“”]*)”`)
	// A reported sentence counts its own citations, and has the day that the
	// statement was read to mean, which its words may not give.
	readOrCounted = regexp.MustCompile(`; \d+ other reports tell of it too| on \d+ \p{Lu}\p{L}+ \d+`)
	numbers       = regexp.MustCompile(`-?\d(?:[\d.,:-]*\d)?`)
)

// Lint holds every sentence to its endnotes and returns what fails, one line
// each: a sentence without citation; a quotation that is not in a cited span,
// verdict or measure; a number that its endnotes do not have; an accusation of which
// the sentence does not name the speaker; two sentences that
// share more than three fifths of their content words or, the tally of all tests
// apart, rest on one verdict; a sentence on what to watch that tells of the
// program's own tests. It reads no statement: whether a span bears out what is
// said of its speaker or hedge is for a person to judge.
func (b Brief) Lint() []string {
	var out []string
	var seen []map[string]bool
	var texts []string
	by := make(map[string]string) // the sentence that rests on a verdict
	all := b.verdicts(nil)
	for _, s := range b.Sections {
		for _, t := range s.Sentences {
			out = append(out, b.lintSentence(t)...)
			ids := b.verdicts(t.Cites)
			if s.Title == watchTitle && (len(ids) > 0 || t.Type == Judged && !b.citesReport(t)) {
				out = append(out, "tells of the program, not of what to watch: "+t.Text)
			}
			for _, id := range ids {
				if t.Type == Judged && len(ids) == len(all) {
					break // the tally
				}
				if by[id] != "" {
					out = append(out, fmt.Sprintf("%s is told of twice: %s / %s", id, by[id], t.Text))
				}
				by[id] = t.Text
			}
			have := content(b.unlabelled(t.Text))
			for i, o := range seen {
				if x := shared(have, o); x > maxShared {
					out = append(out, fmt.Sprintf("repeats %.0f %% of %q: %s", 100*x, texts[i], t.Text))
				}
			}
			seen, texts = append(seen, have), append(texts, t.Text)
		}
	}
	return out
}

func (b Brief) lintSentence(t Sentence) (out []string) {
	var notes strings.Builder
	for _, n := range t.Cites {
		if n < 1 || n > len(b.Citations) {
			return []string{fmt.Sprintf("no endnote %d: %s", n, t.Text)}
		}
		notes.WriteString(" " + b.Citations[n-1].String())
	}
	if len(t.Cites) == 0 {
		return []string{"no citation: " + t.Text}
	}
	all := notes.String()
	for _, m := range quotations.FindAllStringSubmatch(t.Text, -1) {
		q := strings.TrimSpace(strings.TrimSuffix(strings.TrimPrefix(m[1], "… "), " …"))
		if q != "the report" && !strings.Contains(all, q) {
			out = append(out, fmt.Sprintf("not in its citations: “%s”: %s", q, t.Text))
		}
	}
	for _, n := range t.Cites {
		c := b.Citations[n-1]
		for _, a := range c.Accuses {
			if !a.namedIn(t.Text, c.Publisher) {
				out = append(out, fmt.Sprintf("accuses without naming the speaker, %q: %s", a.Speaker, t.Text))
			}
		}
	}
	if t.Type == Judged && len(b.verdicts(t.Cites)) > 0 {
		return out // the tally counts what it cites
	}
	for _, n := range numbers.FindAllString(t.figures(), -1) {
		if !hasNumber(all, n) {
			out = append(out, fmt.Sprintf("the number %s is not in its endnotes: %s", n, t.Text))
		}
	}
	return out
}

// figures is a sentence without its quotations and, where it is a report's,
// without what the reader of the reports worked out.
func (t Sentence) figures() string {
	s := quotations.ReplaceAllString(t.Text, "")
	if t.Type == Reported {
		s = readOrCounted.ReplaceAllString(s, "")
	}
	return s
}

// verdicts lists the ids of the verdicts among some citations, of all for none.
func (b Brief) verdicts(cites []int) (out []string) {
	for _, c := range b.Citations {
		if c.Verdict != "" && (cites == nil || slices.Contains(cites, c.N)) {
			out = append(out, c.Verdict)
		}
	}
	return out
}

func (b Brief) citesReport(t Sentence) bool {
	return slices.ContainsFunc(t.Cites, func(n int) bool { return n > 0 && n <= len(b.Citations) && b.Citations[n-1].Report != "" })
}

// hasNumber reports whether a text has a number that is no part of a longer one.
func hasNumber(text, n string) bool {
	for _, m := range numbers.FindAllString(text, -1) {
		if m == n || strings.TrimPrefix(m, "-") == strings.TrimPrefix(n, "-") {
			return true
		}
	}
	return false
}

// unlabelled takes the names and days of the cited reports out of a text.
func (b Brief) unlabelled(text string) string {
	for _, c := range b.Citations {
		if c.Report != "" {
			text = strings.NewReplacer(c.Publisher, "", upperFirst(c.Publisher), "", day(c.Published), "",
				strings.TrimSuffix(day(c.Published), fmt.Sprintf(" %d", c.Published.Year())), "").Replace(text)
		}
	}
	return text
}
