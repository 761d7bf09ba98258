package score

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strings"

	"tocsin"
)

// Slots are the entity slots of a MUC-4 template, in the order of the scorer.
var Slots = [5]string{"PerpInd", "PerpOrg", "Target", "Victim", "Weapon"}

// A MUCDoc is one document with its templates: gold with its text, or a system's
// answer without.
type MUCDoc struct {
	ID, Text  string
	Templates []MUCTemplate
	line      int
}

// A MUCTemplate is one event. An entity is the list of its mentions.
type MUCTemplate struct {
	Type  string
	Slots [5][][]string
}

// ParseMUC4 reads MUC-4 in JSON lines: docid, doctext and templates, where an
// entity is a list of mentions, or of pairs of a mention and its offset. In gold
// files empty entities and repeated templates of one document are dropped, as the
// scorer of Du et al. does.
func ParseMUC4(name string, raw []byte, gold bool) ([]MUCDoc, error) {
	var out []MUCDoc
	seen := map[string]int{}
	for n, line := range lines(raw) {
		if len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		d, err := mucDoc(name, n+1, line, gold)
		if err != nil {
			return nil, err
		}
		if at := seen[d.ID]; at > 0 {
			return nil, broken(name, n+1, "docid", "leave one of the two lines", "%q is given on line %d too", d.ID, at)
		}
		seen[d.ID] = n + 1
		out = append(out, d)
	}
	if len(out) == 0 {
		return nil, broken(name, 0, "", "give a file with a JSON object a line: docid, doctext, templates", "holds no document")
	}
	return out, nil
}

func mucDoc(name string, line int, raw []byte, gold bool) (MUCDoc, error) {
	var j struct {
		DocID     *string                       `json:"docid"`
		Text      *string                       `json:"doctext"`
		Templates *[]map[string]json.RawMessage `json:"templates"`
	}
	if err := json.Unmarshal(raw, &j); err != nil {
		return MUCDoc{}, notJSON(name, line, err)
	}
	switch {
	case j.DocID == nil || *j.DocID == "":
		return MUCDoc{}, broken(name, line, "docid", "give each line the name of its document", "is missing")
	case gold && j.Text == nil:
		return MUCDoc{}, broken(name, line, "doctext", "give a gold file; the answers of a system go to --system", "is missing")
	case j.Templates == nil:
		return MUCDoc{}, broken(name, line, "templates", "give a list, [] for a document without events", "is missing")
	}
	d := MUCDoc{ID: *j.DocID, line: line}
	if j.Text != nil {
		d.Text = *j.Text
	}
	for i, t := range *j.Templates {
		tm, err := mucTemplate(t, gold)
		if err != nil {
			return MUCDoc{}, broken(name, line, fmt.Sprintf("templates[%d].%s", i, err.field), err.hint, "%s", err.what)
		}
		same := func(o MUCTemplate) bool { return reflect.DeepEqual(o, tm) }
		if !gold || !anyOf(d.Templates, same) {
			d.Templates = append(d.Templates, tm)
		}
	}
	for i := range d.Templates {
		normalizeTemplate(&d.Templates[i])
	}
	return d, nil
}

// A fault is what is wrong with a field.
type fault struct{ field, what, hint string }

func mucTemplate(raw map[string]json.RawMessage, gold bool) (t MUCTemplate, bad *fault) {
	if err := json.Unmarshal(raw["incident_type"], &t.Type); err != nil || t.Type == "" {
		return t, &fault{"incident_type", "is missing or no text", "give the type of the event, such as attack"}
	}
	for i, slot := range Slots {
		if raw[slot] == nil {
			continue
		}
		var entities [][]json.RawMessage
		if json.Unmarshal(raw[slot], &entities) != nil {
			return t, &fault{slot, "is not a list of entities", "give a list of entities, each a list of mentions"}
		}
		for _, e := range entities {
			mentions := []string{}
			for _, m := range e {
				s, ok := mention(m)
				if !ok {
					return t, &fault{slot, "holds a mention that is neither text nor [text, offset]", "write each mention as \"text\" or [\"text\", 17]"}
				}
				mentions = append(mentions, s)
			}
			if len(mentions) > 0 || !gold {
				t.Slots[i] = append(t.Slots[i], mentions)
			}
		}
	}
	return t, nil
}

func mention(raw json.RawMessage) (string, bool) {
	var s string
	if json.Unmarshal(raw, &s) == nil {
		return s, true
	}
	var pair []json.RawMessage
	if json.Unmarshal(raw, &pair) != nil || len(pair) == 0 {
		return "", false
	}
	return s, json.Unmarshal(pair[0], &s) == nil
}

func normalizeTemplate(t *MUCTemplate) {
	for i := range t.Slots {
		for _, e := range t.Slots[i] {
			for k := range e {
				e[k] = Normalize(e[k])
			}
		}
	}
}

// Normalize writes a filler as the MUC-4 scorer compares it: lower case, without
// ASCII punctuation, without articles, blanks collapsed, in that order.
func Normalize(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < 128 && strings.ContainsRune("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", r) {
			return -1
		}
		return r
	}, strings.ToLower(s))
	var b strings.Builder
	for s != "" {
		n := strings.IndexFunc(s, func(r rune) bool { return !isWord(r) })
		if n < 0 {
			n = len(s)
		}
		if w := s[:n]; w == "a" || w == "an" || w == "the" {
			b.WriteByte(' ')
		} else {
			b.WriteString(w)
		}
		s = s[n:]
		n = strings.IndexFunc(s, isWord)
		if n < 0 {
			n = len(s)
		}
		b.WriteString(s[:n])
		s = s[n:]
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// A MUCScore is the outcome of one system on one gold file.
type MUCScore struct {
	Type  Tally
	Slots [5]Tally
}

// All is the sum over the six slots.
func (s MUCScore) All() Tally {
	t := s.Type
	for _, o := range s.Slots {
		t.Add(o)
	}
	return t
}

// ScoreMUC4 scores answers, by document, against gold. A document without an
// answer has no templates; an answer to no gold document is an error.
func ScoreMUC4(ctx context.Context, gold []MUCDoc, system string, answers []MUCDoc) (MUCScore, error) {
	var total MUCScore
	byID := map[string]MUCDoc{}
	for _, d := range answers {
		byID[d.ID] = d
	}
	for _, g := range gold {
		s, err := scoreDoc(ctx, byID[g.ID].Templates, g.Templates)
		if err != nil {
			return total, err
		}
		total.Type.Add(s.Type)
		for i := range total.Slots {
			total.Slots[i].Add(s.Slots[i])
		}
		delete(byID, g.ID)
	}
	for _, d := range answers {
		if _, left := byID[d.ID]; left {
			return total, broken(system, d.line, "docid", "give answers to the gold file's documents alone", "%q is not in the gold", d.ID)
		}
	}
	return total, nil
}

// Metrics are the lines of a score.
func (s MUCScore) Metrics(set string) []Metric {
	out := []Metric{s.All().f1("muc4", set, "micro-F1"), s.Type.f1("muc4", set, "incident_type-F1")}
	for i, slot := range Slots {
		out = append(out, s.Slots[i].f1("muc4", set, slot+"-F1"))
	}
	return out
}

func anyOf[T any](list []T, is func(T) bool) bool {
	for _, x := range list {
		if is(x) {
			return true
		}
	}
	return false
}

// broken is the error of a gold file that breaks its format.
func broken(file string, line int, field, hint, format string, args ...any) *tocsin.Error {
	return &tocsin.Error{Code: tocsin.Invalid, Pos: tocsin.Pos{File: file, Line: line, Field: field}, Hint: hint, Err: fmt.Errorf(format, args...)}
}

func notJSON(file string, line int, err error) *tocsin.Error {
	field := ""
	if te, ok := errors.AsType[*json.UnmarshalTypeError](err); ok {
		field = te.Field
		return broken(file, line, field, "see the form of the file in 'tocsin bench read --help'", "is a JSON %s", te.Value)
	}
	return broken(file, line, "", "give one JSON object a line", "is not JSON: %w", err)
}
