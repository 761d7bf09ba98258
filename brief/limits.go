package brief

import (
	"fmt"
	"slices"
	"strings"

	"tocsin"
	"tocsin/actor"
)

// Group tells who among those named in statements is no person: whom the
// registry lists as a body, a force or a government, and states by their names.
// It may be given no registry.
func Group(actors *actor.Registry) func(tocsin.Mention) bool {
	return func(m tocsin.Mention) bool {
		if actors == nil {
			return false
		}
		if a, ok := actors.ByID(m.ID); ok {
			return a.Kind != actor.Person
		}
		_, state := actors.StateNamed(m.Text)
		return state
	}
}

// withhold takes out what is personal, unless the input says why it stays, and
// with it every quotation in which the same could be read. n counts the personal
// statements.
func withhold(in *Input, items []item) (kept []item, n int) {
	group := Group(in.Actors)
	var personal []item
	for _, it := range items {
		if it.st.Personal(group) != "" {
			personal = append(personal, it)
		}
	}
	if in.PersonalWhy != "" {
		return items, len(personal)
	}
	return slices.DeleteFunc(slices.Clone(items), func(it item) bool {
		span := it.span
		if sentence, ok := sentenceOf(it.rep.Text, it.st.Span); ok {
			span = sentence // an endnote may quote all of it
		}
		return slices.ContainsFunc(personal, func(p item) bool { return p.rep.ID == it.rep.ID && overlaps([]tocsin.Span{p.st.Span}, span) })
	}), len(personal)
}

// marking is the strictest marking of the reports that the brief is written from.
func (w *writer) marking() string {
	strictest := ""
	for _, it := range w.items {
		if tocsin.Stricter(it.rep.Marking, strictest) {
			strictest = it.rep.Marking
		}
	}
	return strictest
}

// unmarked counts the reports the brief is written from, and those without a
// marking.
func (w *writer) unmarked() (all, bare int) {
	seen := make(map[string]bool)
	for _, it := range w.items {
		if !seen[it.rep.ID] {
			seen[it.rep.ID] = true
			all++
			if it.rep.Marking == "" {
				bare++
			}
		}
	}
	return all, bare
}

// limits are the lines of the head on how far the brief may be passed on and on
// what was left out of it on purpose.
func (w *writer) limits(personal int) []string {
	var out []string
	o := w.in.Omitted
	if tlp := w.marking(); tlp != "" {
		all, bare := w.unmarked()
		line := "TLP:" + tlp + ", the strictest marking of " + plural(all, "report")
		if all == 1 {
			line = "TLP:" + tlp + ", the marking of the one report"
		}
		if bare > 0 {
			line += fmt.Sprintf("; %d not marked", bare)
		}
		out = append(out, line+".")
	}
	if o.Ceiling != "" {
		out = append(out, fmt.Sprintf("Limited to TLP:%s: left out %s marked stricter and %d not marked.", o.Ceiling, plural(o.Stricter, "report"), o.Unmarked))
	}
	if o.Reviewed {
		out = append(out, fmt.Sprintf("From accepted statements alone: %d waited for review, %d rejected.", o.Waiting, o.Rejected))
	} else if o.Rejected > 0 {
		out = append(out, plural(o.Rejected, "statement")+" left out as rejected by a person.")
	}
	if o.Redacted > 0 {
		out = append(out, plural(o.Redacted, "report")+" of this desk redacted.")
	}
	if w.in.Feeds != "" {
		out = append(out, stop(upperFirst(tocsin.Clean(w.in.Feeds))))
	}
	switch {
	case personal > 0 && w.in.PersonalWhy == "":
		out = append(out, plural(personal, "statement")+" on the ethnicity, religion or health of named persons left out.")
	case personal > 0:
		out = append(out, plural(personal, "statement")+" on the ethnicity, religion or health of named persons kept in, because: "+tocsin.Clean(w.in.PersonalWhy))
	}
	return out
}

// accuses are the accusations that a span of a report holds.
func (w *writer) accuses(report string, span tocsin.Span) []Accusation {
	var out []Accusation
	for _, it := range w.beside(report) {
		if !accusation(it.st) || !span.Contains(it.st.Span) && !it.st.Span.Contains(span) {
			continue
		}
		a := Accusation{Quote: it.st.Quote}
		if len(it.st.Says) > 0 {
			a.Speaker = it.st.Says[0].Text
		} else {
			a.Speaker = publisher(it.rep)
		}
		if !slices.Contains(out, a) {
			out = append(out, a)
		}
	}
	return out
}

func accusation(st *tocsin.Statement) bool {
	return st.Rel == "accused_of" || st.Content != nil && st.Content.Rel == "accused_of"
}

// attributed reports whether a sentence names the speaker of every accusation
// that it repeats.
func (w *writer) attributed(d draft) bool {
	for _, c := range d.cites {
		for _, a := range w.accuses(c.Report, c.Span) {
			if !a.namedIn(d.text, c.Publisher) {
				return false
			}
		}
	}
	return true
}

// namedIn reports whether a text that quotes words of the accusation says who
// makes it. An accusation of the report's own is made by the report.
func (a Accusation) namedIn(text, publisher string) bool {
	quotes := false
	for _, m := range quotations.FindAllStringSubmatch(text, -1) {
		q := norm(strings.Trim(m[1], "… "))
		if all := norm(a.Quote); words(q) > 2 && (strings.Contains(all, q) || strings.Contains(q, all)) {
			quotes = true
		}
	}
	if !quotes {
		return true
	}
	plain := norm(text)
	switch speaker := norm(short(tocsin.Clean(a.Speaker), 8)); speaker {
	case "":
		return strings.Contains(plain, "unnamed") || strings.Contains(plain, "what others say") || strings.Contains(plain, "at second hand")
	case norm(publisher):
		return strings.Contains(plain, speaker) || strings.Contains(plain, "the report")
	default:
		return strings.Contains(plain, speaker)
	}
}

// noted adds to citations of reports what was graded and what is accused there.
func (w *writer) noted(cites []Citation) []Citation {
	out := slices.Clone(cites)
	for i := range out {
		c := &out[i]
		if c.Report == "" {
			continue
		}
		c.Accuses, c.Grade = w.accuses(c.Report, c.Span), w.grade(c)
		if here := w.beside(c.Report); len(here) > 0 {
			c.Page = here[0].rep.Page(c.Span[0])
		}
	}
	return out
}

// grade is the Admiralty grade of a citation, "" where nobody graded: the
// reliability of the speaker where he is graded, else of the publisher.
func (w *writer) grade(c *Citation) string {
	it, ok := w.byID[c.Statement]
	if !ok {
		return ""
	}
	r := w.in.Reliability[it.rep.Publisher]
	for _, s := range it.st.Says {
		if g := w.in.Reliability[s.Text]; g != "" {
			r = g
			break
		}
	}
	k := w.in.Credibility[it.st.ID]
	if r == "" && k == "" {
		return ""
	}
	if r == "" {
		r = tocsin.ReliabilityUnknown
	}
	if k == "" {
		k = tocsin.CredibilityUnknown
	}
	return r + k
}

// gradeNotes say what the grades mean, and how much has none.
func (w *writer) gradeNotes(list []Citation) []string {
	all, graded := 0, 0
	for _, c := range list {
		if c.Report != "" {
			all++
			if c.Grade != "" {
				graded++
			}
		}
	}
	switch {
	case all == 0:
		return nil
	case graded == 0:
		return []string{"No source and no statement cited here was graded: F6 throughout, neither reliability nor credibility can be judged."}
	}
	return []string{fmt.Sprintf("Grades are the reliability of the source (A to F) and the credibility of the statement (1 to 6): %d of %d citations of reports were graded, the others stand as F6, cannot be judged.", graded, all)}
}
