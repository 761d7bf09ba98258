package tocsin_test

import (
	"strings"
	"testing"
	"tocsin"
)

// exampleStatement is the invented statement of docs/statements.md.
func exampleStatement() tocsin.Statement {
	quote := "On 3 March, rangers from Alta outside Velm reportedly seized Governor Ana Oro."
	s := tocsin.Statement{
		V: tocsin.SchemaVersion, Kind: tocsin.KindEvent, Act: "arrest", Codebook: "plover-0.8+tocsin-1",
		Actors:     []tocsin.Mention{{Text: "rangers", Span: tocsin.Span{112, 119}, How: "nominal"}},
		Recipients: []tocsin.Mention{{Text: "Governor Ana Oro", Span: tocsin.Span{161, 177}, How: "named", ID: "oro-ana"}},
		Places: []tocsin.Place{{Role: "from", Text: "Alta", Relation: "outside Velm", Precision: "near",
			Candidates: []tocsin.Candidate{{ID: "geonames:1", Name: "Alta", Lat: 10.25, Lon: -3.5, Score: 0.9}}}},
		When:      tocsin.When{From: tocsin.MustDate("2021-03-03"), To: tocsin.MustDate("2021-03-03"), Open: "none", Precision: "day", Text: "On 3 March"},
		Outcome:   "succeeded",
		Says:      []tocsin.Speaker{{Type: "unnamed", Cue: "reportedly", Span: tocsin.Span{143, 153}, Stance: "certain"}},
		Certainty: tocsin.NewCertainty("is", "unknown", "reported", tocsin.Cue{Text: "reportedly", Span: tocsin.Span{143, 153}}),
		Report:    tocsin.Hash([]byte("an invented report\n")), Span: tocsin.Span{100, 178}, Quote: quote,
		Reader: "rules-1", Published: tocsin.MustDate("2021-03-04"),
	}
	s.ID = s.ComputeID()
	return s
}

// TestDecodeRefuses: each way to break the format gets an error that names the
// field and says what to do.
func TestDecodeRefuses(t *testing.T) {
	good := strings.TrimSpace(encode(t, exampleStatement()))
	if _, err := tocsin.DecodeStatement([]byte(good)); err != nil {
		t.Fatalf("the unbroken line: %v", err)
	}
	for _, c := range []struct{ name, old, new, want string }{
		{"an unknown field", `"v":1,`, `"v":1,"mood":"tense",`, `unknown field "mood"`},
		{"an unknown field of a mention", `"how":"nominal"`, `"how":"nominal","sex":"m"`, `unknown field "sex"`},
		{"a field in another case", `"kind":"event"`, `"Kind":"event"`, `unknown field "Kind"`},
		{"a field twice", `"v":1,`, `"v":1,"v":1,`, `"v" is given twice`},
		{"a later schema", `"v":1,`, `"v":2,`, "this program reads 1"},
		{"no such kind", `"kind":"event"`, `"kind":"rumour"`, `kind: "rumour" is not one of event, tie`},
		{"an event without act", `"act":"arrest"`, `"act":""`, "act: an event needs one"},
		{"an impossible day", `"from":"2021-03-03"`, `"from":"2021-02-30"`, `not a date: "2021-02-30"`},
		{"a time before it began", `"to":"2021-03-03"`, `"to":"2021-03-01"`, "when: begins 2021-03-03 after it ends 2021-03-01"},
		{"a span of three", `"span":[112,119]`, `"span":[112,119,120]`, "not a span"},
		{"a quote that is not its span", `"quote":"On 3 March`, `"quote":"On 13 March`, "quote: has 79 bytes, its span 78"},
		{"a place off the globe", `"lat":10.25`, `"lat":91`, "lies at 91"},
		{"a score above one", `"score":0.9`, `"score":1.9`, "with score 1.9"},
		{"no such role", `"role":"from"`, `"role":"beside"`, `role: "beside"`},
		{"a speaker of no type", `"type":"unnamed"`, `"type":""`, `says[0].type: ""`},
		{"an edited actor", `"text":"rangers"`, `"text":"bandits"`, "its fields give"},
		{"a number for a text", `"act":"arrest"`, `"act":7`, "cannot unmarshal number"},
		{"two values in a line", `"recorded":null}`, `"recorded":null} {}`, "more than one JSON value"},
		{"half a line", `"recorded":null}`, `"recor`, "unexpected EOF"},
		{"Latin-1", `Oro."`, "Or\xf3.\"", "not UTF-8"},
		{"brackets without end", `"actors":[`, `"actors":` + strings.Repeat("[", 100), "nested deeper"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if !strings.Contains(good, c.old) {
				t.Fatalf("the line has no %s", c.old)
			}
			_, err := tocsin.DecodeStatement([]byte(strings.Replace(good, c.old, c.new, 1)))
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("error %v, want %q", err, c.want)
			}
			if tocsin.CodeOf(err) != tocsin.Invalid {
				t.Errorf("code %s, want invalid", tocsin.CodeOf(err))
			}
		})
	}
}

// TestReadStatementsGoesOn: a bad line is named by its number and the lines
// after it are still read.
func TestReadStatementsGoesOn(t *testing.T) {
	good := strings.TrimSpace(encode(t, exampleStatement()))
	in := good + "\n\n{bad}\n" + good + "\n"
	var read int
	var problems []string
	for _, err := range tocsin.ReadStatements("in.jsonl", strings.NewReader(in)) {
		if err != nil {
			problems = append(problems, err.Error())
			continue
		}
		read++
	}
	if read != 2 || len(problems) != 1 || !strings.HasPrefix(problems[0], "in.jsonl:3: ") {
		t.Errorf("read %d, problems %q; want 2 and one at in.jsonl:3", read, problems)
	}
}

// TestCheckSpans: the bytes at each span are what the statement says they are.
func TestCheckSpans(t *testing.T) {
	s := exampleStatement()
	text := strings.Repeat("x", 100) + s.Quote
	s.Actors[0].Span = tocsin.Span{112, 119}
	if err := s.CheckSpans(text); err != nil {
		t.Fatalf("true spans: %v", err)
	}
	s.Actors[0].Span = tocsin.Span{113, 120}
	if err := s.CheckSpans(text); err == nil || !strings.Contains(err.Error(), "actors") {
		t.Errorf("a shifted actor: %v", err)
	}
	if err := s.CheckSpans("x" + text); err == nil || !strings.Contains(err.Error(), "span") {
		t.Errorf("a shifted text: %v", err)
	}
	if err := s.CheckSpans("short"); err == nil {
		t.Error("a text that ends before the span passes")
	}
}
