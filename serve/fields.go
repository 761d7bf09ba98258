package serve

import (
	"fmt"
	"strings"

	"tocsin"
)

// A field is one line of a statement's page: a name and what stands there, or
// the fields nested in it.
type field struct {
	Name  string
	Lines []string
	Sub   []field
}

// fieldList collects the fields that are filled.
type fieldList []field

func (f *fieldList) add(name string, lines ...string) {
	var kept []string
	for _, l := range lines {
		if l = strings.TrimSpace(l); l != "" {
			kept = append(kept, l)
		}
	}
	if len(kept) > 0 {
		*f = append(*f, field{Name: name, Lines: kept})
	}
}

func (f *fieldList) nest(name string, sub []field) {
	if len(sub) > 0 {
		*f = append(*f, field{Name: name, Sub: sub})
	}
}

// fields are those of a statement, in the order of its format.
func fields(s *tocsin.Statement) []field {
	frame := tocsin.Frame{Kind: s.Kind, Rel: s.Rel, Act: s.Act, Mode: s.Mode, Actors: s.Actors, Recipients: s.Recipients, Places: s.Places, When: s.When,
		Outcome: s.Outcome, Count: s.Count, Value: s.Value, Claim: s.Claim, Content: s.Content}
	list := fieldList(frameFields(&frame))
	if c := s.Condition; c != nil {
		list.add("Condition", plain(c.Kind)+": "+quoted(c.Text))
	}
	var speakers []string
	for _, sp := range s.Says {
		name := sp.Text
		if name == "" {
			name = "somebody unnamed"
		}
		line := name + ", " + plain(sp.Type)
		if sp.Cue != "" {
			line += ", " + quoted(sp.Cue)
		}
		speakers = append(speakers, line+", speaks as "+plain(sp.Stance))
	}
	if len(speakers) == 0 {
		speakers = []string{said(nil)}
	}
	list.add("Said by", speakers...)
	list.add("Certainty", certaintyLines(s.Certainty)...)
	list.add("Rivals", s.Group)
	list.add("Codebook", s.Codebook)
	list.add("Reader", s.Reader)
	list.add("Doubt of the reader", misread(s.Doubt))
	list.add("Bytes of the text", fmt.Sprintf("%d to %d", s.Span[0], s.Span[1]))
	list.add("Published", s.Published.String())
	if s.Recorded != nil {
		list.add("Recorded", s.Recorded.UTC().Format("2006-01-02 15:04 UTC"))
	}
	list.add("Identity", s.ID)
	return list
}

// frameFields are those that a statement and what is nested in it share.
func frameFields(f *tocsin.Frame) []field {
	var list fieldList
	list.add("Kind", plain(f.Kind))
	list.add("Relation", plain(f.Rel))
	list.add("Act", plain(f.Act))
	list.add("Mode", plain(f.Mode))
	list.add("Actors", mentions(f.Actors)...)
	list.add("Recipients", mentions(f.Recipients)...)
	list.add("Places", places(f.Places)...)
	list.add("When", when(&f.When))
	list.add("Outcome", plain(f.Outcome))
	if c := f.Count; c != nil {
		list.add("Count", countWords(c))
	}
	if v := f.Value; v != nil {
		text := v.Text
		if v.Number != nil {
			text += " = " + number(v.Number) + " " + plain(v.Unit)
		}
		list.add("Value", text)
	}
	if f.Claim != nil {
		list.nest("Claim", claimFields(f.Claim))
	}
	if f.Content != nil {
		sub := fieldList(frameFields(f.Content))
		if f.Content.Certainty.Degree != "" {
			sub.add("Certainty", certaintyLines(f.Content.Certainty)...)
		}
		sub.add("Words", quoted(f.Content.Quote))
		list.nest("Content", sub)
	}
	return list
}

func claimFields(c *tocsin.Claim) []field {
	var list fieldList
	list.add("Form", plain(c.Form))
	list.add("Of", measure(c.Of))
	list.add("Than", measure(c.Than))
	if c.Window != nil {
		list.add("Window", when(c.Window))
	}
	list.add("Places", places(c.Places)...)
	if c.Value != nil {
		list.add("Value", c.Op+" "+number(c.Value)+" "+plain(c.Unit))
	} else {
		list.add("Compared", c.Op)
	}
	if c.Novelty != "none" {
		list.add("Novelty", plain(c.Novelty))
	}
	list.add("Words", quoted(c.Text))
	return list
}

func measure(m *tocsin.Measure) string {
	if m == nil {
		return ""
	}
	var parts []string
	for _, p := range []struct{ name, value string }{{"", plain(m.Measure)}, {"act ", plain(m.Act)}, {"by ", m.Actor}, {"in ", m.Country}} {
		if p.value != "" {
			parts = append(parts, p.name+p.value)
		}
	}
	return strings.Join(parts, ", ")
}

func mentions(list []tocsin.Mention) []string {
	var out []string
	for _, m := range list {
		line := m.Text + " (" + plain(m.How)
		if m.ID != "" {
			line += "; " + m.ID
		}
		out = append(out, line+")")
	}
	return out
}

func places(list []tocsin.Place) []string {
	var out []string
	for _, p := range list {
		line := plain(p.Role) + " " + p.Text
		if p.Relation != "" {
			line += ", " + p.Relation
		}
		line += " (precision: " + plain(p.Precision) + ")"
		if len(p.Candidates) == 0 {
			out = append(out, line+": not found in the gazetteer")
			continue
		}
		c := p.Candidates[0]
		line += fmt.Sprintf(": %s, %s, %.3f, %.3f, score %.2f", c.Name, c.ID, c.Lat, c.Lon, c.Score)
		if n := len(p.Candidates) - 1; n > 0 {
			line += fmt.Sprintf("; %d more of that name", n)
		}
		out = append(out, line)
	}
	return out
}

func when(w *tocsin.When) string {
	parts := []string{days(w.From, w.To)}
	switch w.Open {
	case "start", "end":
		parts = append(parts, "open at its "+w.Open)
	case "both":
		parts = append(parts, "open at both ends")
	}
	if w.Precision != "" {
		parts = append(parts, "precision: "+plain(w.Precision))
	}
	if w.Text != "" {
		parts = append(parts, quoted(w.Text))
	}
	if w.Anchor != nil {
		parts = append(parts, plain(w.Anchor.Rel)+" "+quoted(w.Anchor.Text))
	}
	if parts[0] == "" {
		parts = parts[1:]
	}
	return strings.Join(parts, ", ")
}

func countWords(c *tocsin.Count) string {
	return strings.Join(strings.Fields(fmt.Sprintf("%s: %s, %s", plain(c.What), bounds(c.Low, c.High), quoted(c.Text))), " ")
}

func bounds(low, high *float64) string {
	switch {
	case low == nil && high == nil:
		return "not fixed"
	case high == nil:
		return "at least " + number(low)
	case low == nil:
		return "at most " + number(high)
	case *low == *high:
		return number(low)
	}
	return number(low) + " to " + number(high)
}

// certaintyLines are the reading, its range, and the words that show it.
func certaintyLines(c tocsin.Certainty) []string {
	lines := []string{certainty(c), fmt.Sprintf("between %s and %s that it is so, by the table", number(&c.Low), number(&c.High))}
	for _, cue := range c.Cues {
		lines = append(lines, "shown by "+quoted(cue.Text))
	}
	return lines
}

func quoted(s string) string {
	if s = strings.Join(strings.Fields(s), " "); s == "" {
		return ""
	}
	return "“" + s + "”"
}
