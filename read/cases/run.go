package cases

import (
	"fmt"
	"strconv"
	"strings"

	"tocsin"
)

// A Failure is one expectation that did not hold.
type Failure struct {
	File string
	Line int
	Text string // the expectation
	Got  []string
}

// Error writes the failure with what the reader gave instead.
func (f Failure) Error() string {
	return fmt.Sprintf("%s:%d: %s\n\tgot:\n\t  %s", f.File, f.Line, f.Text, strings.Join(f.Got, "\n\t  "))
}

// Run holds one case against a reader.
func Run(c Case, read func(Case) ([]tocsin.Statement, error)) []Failure {
	list, err := read(c)
	if err != nil {
		return []Failure{{c.File, c.Line, c.Text, []string{err.Error()}}}
	}
	var out []Failure
	for _, e := range c.Expect {
		found := false
		for i := range list {
			found = found || e.matches(&list[i])
		}
		switch holds := found != e.No; {
		case !holds && !e.Miss:
			out = append(out, Failure{c.File, e.Line, e.Text, describe(list)})
		case holds && e.Miss:
			out = append(out, Failure{c.File, e.Line, e.Text, []string{"it holds now: drop the word \"fails\""}})
		}
	}
	return out
}

func (e *Expect) matches(s *tocsin.Statement) bool {
	if e.Kind == "" {
		return true
	}
	if string(s.Kind) != e.Kind || e.Name != "" && e.Name != name(s) {
		return false
	}
	for _, k := range e.Keys {
		got, _ := field(s, k[0])
		if got != k[1] {
			return false
		}
	}
	return true
}

// name is what a statement of its kind is told apart by.
func name(s *tocsin.Statement) string {
	switch {
	case s.Kind == tocsin.KindTrend && s.Claim != nil:
		return string(s.Claim.Form)
	case s.Act != "":
		return s.Act
	case s.Rel == "" && s.Content != nil:
		return s.Content.Act + s.Content.Rel
	}
	return s.Rel
}

// field returns a field of a statement in the words of a case file.
func field(s *tocsin.Statement, key string) (string, bool) {
	switch key {
	case "actors":
		return texts(s.Actors), true
	case "recipients":
		return texts(s.Recipients), true
	case "places":
		return places(s.Places), true
	case "when":
		return span(s.When), true
	case "precision":
		return s.When.Precision, true
	case "anchor":
		if s.When.Anchor != nil {
			return s.When.Anchor.Rel + " " + s.When.Anchor.Text, true
		}
		return "", true
	case "span":
		return fmt.Sprintf("%d-%d", s.Span[0], s.Span[1]), true
	case "mode":
		return s.Mode, true
	case "outcome":
		return s.Outcome, true
	case "count":
		return count(s.Count), true
	case "value":
		if s.Value != nil {
			return s.Value.Text, true
		}
		return "", true
	case "says":
		var w []string
		for _, sp := range s.Says {
			w = append(w, sp.Text)
		}
		return strings.Join(w, " < "), true
	case "polarity":
		return s.Certainty.Polarity, true
	case "degree":
		return s.Certainty.Degree, true
	case "basis":
		return s.Certainty.Basis, true
	case "condition":
		if s.Condition != nil {
			return s.Condition.Text, true
		}
		return "", true
	case "grouped":
		return strconv.FormatBool(s.Group != ""), true
	}
	return contentField(s.Content, key)
}

func contentField(f *tocsin.Frame, key string) (string, bool) {
	if f == nil {
		f = &tocsin.Frame{}
	}
	switch key {
	case "content":
		return f.Act + f.Rel, true
	case "content.actors":
		return texts(f.Actors), true
	case "content.recipients":
		return texts(f.Recipients), true
	case "content.places":
		return places(f.Places), true
	case "content.quote":
		return f.Quote, true
	}
	return "", false
}

func texts(list []tocsin.Mention) string {
	w := make([]string, len(list))
	for i, m := range list {
		w[i] = m.Text
	}
	return strings.Join(w, " + ")
}

func places(list []tocsin.Place) string {
	w := make([]string, len(list))
	for i, p := range list {
		w[i] = p.Role + ":" + p.Text
	}
	return strings.Join(w, " + ")
}

func span(w tocsin.When) string {
	if w.From == w.To && !w.From.IsZero() {
		return w.From.String()
	}
	if w.From.IsZero() && w.To.IsZero() {
		return w.Text
	}
	return w.From.String() + ".." + w.To.String()
}

func count(c *tocsin.Count) string {
	if c == nil {
		return ""
	}
	end := func(x *float64) string {
		if x == nil {
			return ""
		}
		return strconv.FormatFloat(*x, 'f', -1, 64)
	}
	return c.What + " " + end(c.Low) + ".." + end(c.High)
}

// describe writes the statements as case lines, so that a right one can be
// copied into the file.
func describe(list []tocsin.Statement) []string {
	out := []string{}
	for i := range list {
		s := &list[i]
		w := []string{string(s.Kind), name(s)}
		for _, k := range []string{"actors", "recipients", "places", "when", "anchor", "outcome", "count", "value", "says", "polarity", "degree", "basis", "condition", "content", "content.actors", "content.recipients"} {
			if v, _ := field(s, k); v != "" {
				w = append(w, k+"="+strconv.Quote(v))
			}
		}
		out = append(out, strings.Join(w, " "))
	}
	if len(out) == 0 {
		out = append(out, "no statement")
	}
	return out
}
