package check

import (
	"encoding/xml"
	"io"
	"strings"
	"testing"

	"tocsin"
)

// A set of claims that breaks a rule is refused with its line and what to write.
func TestReadTextsRefuses(t *testing.T) {
	const good = `{"id":"a","text":"Gao lies in Mali.","published":"2020-08-20","expect":"holds"}` + "\n"
	for _, c := range []struct{ in, want string }{
		{"", "no claim in it"},
		{"nonsense\n", "set.jsonl:1"},
		{good + `{"id":"b","text":"x","published":"2020-08-20","expect":"maybe"}`, `set.jsonl:2: expect: read claims: "maybe" is no verdict; write one of holds`},
		{good + good, "a is that of line 1 too"},
		{`{"id":"a","text":" ","published":"2020-08-20","expect":"holds"}`, "is empty"},
		{`{"id":"a","text":"x","expect":"holds"}`, "published"},
		{`{"id":"a","text":"x","published":"2020-08-20","expect":"holds","verdict":"holds"}`, "verdict"},
	} {
		_, err := ReadTexts("set.jsonl", strings.NewReader(c.in))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: %v, want %q", c.in, err, c.want)
		}
	}
	if list, err := ReadTexts("set.jsonl", strings.NewReader(good+"\n")); err != nil || len(list) != 1 {
		t.Errorf("%v, %v", list, err)
	}
}

// The worst verdict of a text is its verdict, and false claims called holding are named.
func TestScore(t *testing.T) {
	v := func(list ...string) []tocsin.Verdict {
		var out []tocsin.Verdict
		for _, x := range list {
			out = append(out, tocsin.Verdict{Verdict: x, Claim: &tocsin.Claim{}})
		}
		return out
	}
	s := NewScore()
	s.Add(Text{ID: "true", Expect: tocsin.Holds}, v(tocsin.CannotBeMeasured, tocsin.Holds))
	s.Add(Text{ID: "half", Expect: tocsin.Partly}, v(tocsin.Holds, tocsin.Partly))
	s.Add(Text{ID: "missed", Expect: tocsin.DoesNotHold}, v(tocsin.Holds))
	s.Add(Text{ID: "lost", Expect: tocsin.Holds}, v(tocsin.Holds, tocsin.DoesNotHold))
	s.Add(Text{ID: "silent", Expect: tocsin.CannotBeMeasured}, nil)
	if s.Right() != 3 || len(s.FalseHolds()) != 1 || len(s.TrueFalls()) != 1 {
		t.Errorf("right %d, false holds %v, true falls %v", s.Right(), s.FalseHolds(), s.TrueFalls())
	}
	var b strings.Builder
	s.Print(&b, false)
	if !strings.HasPrefix(b.String(), "FALSE CLAIM CALLED HOLDS: missed") || !strings.HasSuffix(b.String(), "right: 3 of 5 (60.0 %)\n") {
		t.Error(b.String())
	}
}

// A chart is well-formed XML that says in words what it shows, whatever the claim's
// text holds; a verdict without numbers has none.
func TestChart(t *testing.T) {
	v := tocsin.Verdict{ID: "vd_1", Text: `"<rose> & fell"`, Verdict: tocsin.Partly, Unit: tocsin.Ratio, AsOf: tocsin.MustDate("2020-08-20"),
		Claim: &tocsin.Claim{Form: tocsin.FormChange, Of: &tocsin.Measure{Act: "assault"}, Op: ">", Unit: tocsin.Ratio}, Data: []tocsin.Dataset{{Dataset: "ucdp-ged", Vintage: "21.1"}},
		Alternatives: []tocsin.Variation{{Actors: []string{"JNIM"}, Window: "w", Filter: "events", Value: tocsin.Number(1.24), Low: tocsin.Number(0.89), High: tocsin.Number(1.72), Verdict: tocsin.Partly}}}
	rows := []tocsin.DataEvent{{ID: "ucdp-ged:1", HasPoint: true, Lat: 14.5, Lon: -4.2, From: tocsin.MustDate("2020-02-18")}}
	readings, ok := Chart(&v, rows)
	v.Claim = &tocsin.Claim{Form: tocsin.FormCount, Of: &tocsin.Measure{Act: "assault"}, Places: []tocsin.Place{{Text: "Mopti", Candidates: []tocsin.Candidate{{Lat: 14.49, Lon: -4.19}}}}}
	drawn, onMap := Chart(&v, rows)
	if !ok || !onMap {
		t.Fatal("no chart")
	}
	for svg, want := range map[string]string{readings: "1.24, partly", drawn: "ucdp-ged:1,2020-02-18,14.5000,-4.2000,25"} {
		dec := xml.NewDecoder(strings.NewReader(svg))
		for {
			if _, err := dec.Token(); err == io.EOF {
				break
			} else if err != nil {
				t.Fatal(err, svg)
			}
		}
		if !strings.Contains(svg, want) || !strings.Contains(svg, "ucdp-ged 21.1") || !strings.Contains(svg, "<desc") {
			t.Errorf("%q is missing in %s", want, svg)
		}
	}
	v.Verdict = tocsin.CannotBeMeasured
	if _, ok := Chart(&v, rows); ok {
		t.Error("a chart of what cannot be measured")
	}
}
