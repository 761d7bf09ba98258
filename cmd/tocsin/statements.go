package main

import (
	"bytes"
	"fmt"
	"io"
	"strconv"
	"strings"

	"tocsin"
	"tocsin/read/doubt"
)

// The output formats of the verbs that print data.
const (
	formatTable = "table"
	formatJSONL = "jsonl"
	formatCSV   = "csv"
)

// formatFlag chooses the form of what is printed.
type formatFlag struct {
	Format string `help:"Form of the output: table, jsonl or csv." enum:"table,jsonl,csv" default:"table"`
}

// printJSONL writes each record as one line of JSON.
func printJSONL[T any](w io.Writer, list []T) error {
	var b bytes.Buffer
	for i := range list {
		if err := tocsin.EncodeJSON(&b, &list[i]); err != nil {
			return err
		}
	}
	_, err := w.Write(b.Bytes())
	return err
}

func (a *app) printStatements(list []tocsin.Statement, format string) error {
	switch format {
	case formatJSONL:
		return printJSONL(a.out, list)
	case formatCSV:
		return statementsCSV(a.out, list)
	}
	t := &table{columns: []column{{"#", 5, true}, {"kind", 8, false}, {"who", 24, false}, {"does", 16, false}, {"to whom", 22, false},
		{"when", 14, false}, {"where", 20, false}, {"says", 16, false}, {"certainty", 14, false}}}
	for i := range list {
		s := &list[i]
		row := tableRow{cells: []string{strconv.Itoa(i+1) + doubtMark(s), string(s.Kind), who(s.Actors), does(s.Rel, s.Act, s.Outcome), who(s.Recipients),
			whenWords(&s.When), where(s.Places), says(s.Says), certaintyWords(&s.Certainty)}}
		row.below = below(s)
		t.rows = append(t.rows, row)
	}
	return t.print(a.out, a.width)
}

// doubtMark stands behind the number of a statement that was not surely read.
func doubtMark(s *tocsin.Statement) string {
	if doubtful(s) {
		return "?"
	}
	return ""
}

// doubtful reports whether the reader itself doubts that it read a statement right.
func doubtful(s *tocsin.Statement) bool { return s.Doubt != nil && *s.Doubt > doubt.Sure }

// accusedOf is the relation of a statement that accuses: it is never shown
// without who says it.
const accusedOf = "accused_of"

// below is what stands under a statement's row: what it is about, and the
// quote.
func below(s *tocsin.Statement) []string {
	var out []string
	if s.Value != nil {
		out = append(out, "value: "+s.Value.Text)
	}
	if s.Count != nil {
		out = append(out, "count: "+s.Count.Text+" "+s.Count.What)
	}
	if s.Claim != nil {
		out = append(out, "claim: "+claimWords(s.Claim))
	}
	for f := s.Content; f != nil; f = f.Content {
		out = append(out, "content: "+frameWords(f))
	}
	if s.Rel == accusedOf {
		by := says(s.Says)
		if by == "" {
			by = "the report itself"
		}
		out = append(out, "accused by: "+by)
	}
	if s.Condition != nil {
		out = append(out, s.Condition.Kind+": "+s.Condition.Text)
	}
	return append(out, "“"+s.Quote+"”")
}

func who(list []tocsin.Mention) string {
	var out []string
	for _, m := range list {
		out = append(out, m.Text)
	}
	return strings.Join(out, "; ")
}

// does is the act or the relation, and how it went.
func does(rel, act, outcome string) string {
	words := strings.ReplaceAll(strings.TrimSpace(rel+" "+act), "_", " ")
	if outcome != "" && outcome != "unknown" {
		words += " (" + strings.ReplaceAll(outcome, "_", " ") + ")"
	}
	return words
}

func whenWords(w *tocsin.When) string {
	day := func(d tocsin.Date) string {
		switch w.Precision {
		case "year":
			return d.String()[:4]
		case "month":
			return d.String()[:7]
		}
		return d.String()
	}
	switch {
	case w.From.IsZero() && w.To.IsZero():
		if w.Anchor != nil {
			return w.Anchor.Rel + " " + w.Anchor.Text
		}
		return w.Text
	case w.Open == "end" || w.To.IsZero():
		return "since " + day(w.From)
	case w.Open == "start" || w.From.IsZero():
		return "until " + day(w.To)
	case day(w.From) == day(w.To):
		return day(w.From)
	}
	return day(w.From) + " to " + day(w.To)
}

func where(list []tocsin.Place) string {
	var out []string
	for _, p := range list {
		words := p.Role + " " + p.Text
		if p.Relation != "" {
			words += ", " + p.Relation
		}
		out = append(out, words)
	}
	return strings.Join(out, "; ")
}

func says(list []tocsin.Speaker) string {
	var out []string
	for _, s := range list {
		words := s.Text
		if words == "" {
			words = "“" + s.Cue + "”"
		}
		out = append(out, words)
	}
	return strings.Join(out, " < ")
}

// certaintyWords says "is, possible", and the basis where it is not the
// author's own word.
func certaintyWords(c *tocsin.Certainty) string {
	words := strings.ReplaceAll(c.Polarity, "_", " ") + ", " + c.Degree
	if c.Basis != "asserted" {
		words += ", " + strings.ReplaceAll(c.Basis, "_", " ")
	}
	return words
}

func claimWords(c *tocsin.Claim) string {
	words := string(c.Form)
	var places []string
	for _, p := range c.Places {
		places = append(places, p.Text)
	}
	words += " " + strings.Join(places, ", ")
	if c.Value != nil {
		words += fmt.Sprintf(" %s %g %s", c.Op, *c.Value, c.Unit)
	}
	if c.Window != nil {
		words += " in " + whenWords(c.Window)
	}
	return strings.Join(strings.Fields(words), " ") + ": " + c.Text
}

func frameWords(f *tocsin.Frame) string {
	parts := []string{string(f.Kind), who(f.Actors), does(f.Rel, f.Act, f.Outcome), who(f.Recipients), whenWords(&f.When), where(f.Places)}
	var out []string
	for _, p := range parts {
		if p != "" {
			out = append(out, p)
		}
	}
	if f.Certainty.Polarity == "is_not" {
		out = append(out, "not")
	}
	return strings.Join(out, " · ")
}

// statementsCSV flattens a statement into the columns people filter by, and
// gives the whole of it in the last.
func statementsCSV(w io.Writer, list []tocsin.Statement) error {
	head := []string{"id", "kind", "rel", "act", "mode", "who", "to_whom", "when_from", "when_to", "when_text", "where", "lat", "lon", "outcome", "count_low", "count_high",
		"value", "claim", "content", "condition", "says", "stance", "polarity", "degree", "basis", "low", "high", "group", "quote", "report", "from_byte", "to_byte",
		"published", "reader", "doubt", "json"}
	var rows [][]string
	for i := range list {
		s := &list[i]
		var line bytes.Buffer
		if err := tocsin.EncodeJSON(&line, s); err != nil {
			return err
		}
		lat, lon := firstPoint(s.Places)
		rows = append(rows, []string{s.ID, string(s.Kind), s.Rel, s.Act, s.Mode, who(s.Actors), who(s.Recipients), s.When.From.String(), s.When.To.String(), s.When.Text,
			where(s.Places), lat, lon, s.Outcome, countEnd(s.Count, true), countEnd(s.Count, false), valueText(s.Value), claimText(s.Claim), contentText(s.Content),
			conditionText(s.Condition), says(s.Says), stances(s.Says), s.Certainty.Polarity, s.Certainty.Degree, s.Certainty.Basis,
			number(&s.Certainty.Low), number(&s.Certainty.High), s.Group, s.Quote, s.Report, strconv.Itoa(s.Span[0]), strconv.Itoa(s.Span[1]),
			s.Published.String(), s.Reader, number(s.Doubt), strings.TrimSpace(line.String())})
	}
	return writeCSV(w, head, rows)
}
