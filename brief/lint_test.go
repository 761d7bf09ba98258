package brief

import (
	"slices"
	"strings"
	"testing"
	"tocsin"

	"pgregory.net/rapid"
)

// TestStoryIsSupported: every number and quotation of the story's brief is in
// its endnotes, and nothing is told twice.
func TestStoryIsSupported(t *testing.T) {
	b, _, _ := write(t, story(t).in)
	for _, p := range b.Lint() {
		t.Error(p)
	}
}

// TestLintFinds what it is there to find.
func TestLintFinds(t *testing.T) {
	for want, spoil := range map[string]func(b *Brief, first, last *Sentence){
		"no citation":          func(_ *Brief, s, _ *Sentence) { s.Cites = nil },
		"no endnote 99":        func(_ *Brief, s, _ *Sentence) { s.Cites = []int{99} },
		"not in its citation":  func(_ *Brief, s, _ *Sentence) { s.Text += " “words nobody wrote”" },
		"the number 4711":      func(_ *Brief, s, _ *Sentence) { s.Text += " and 4711 more" },
		"repeats":              func(_ *Brief, s, last *Sentence) { s.Text = last.Text },
		"is told of twice":     func(b *Brief, s, _ *Sentence) { s.Cites = append(s.Cites, verdictNote(b)) },
		"tells of the program": func(b *Brief, _, last *Sentence) { last.Cites = append(last.Cites, verdictNote(b)) },
	} {
		b, _, _ := write(t, story(t).in)
		end := b.Sections[len(b.Sections)-1].Sentences
		spoil(&b, &b.Sections[0].Sentences[0], &end[len(end)-1])
		if got := strings.Join(b.Lint(), "\n"); !strings.Contains(got, want) {
			t.Errorf("%s is not found: %q", want, got)
		}
	}
}

// verdictNote is the number of the first endnote that is a verdict's.
func verdictNote(b *Brief) int {
	return 1 + slices.IndexFunc(b.Citations, func(c Citation) bool { return c.Verdict != "" })
}

// TestEverySentenceIsSupported: on any heap of statements, sides and all, the
// endnotes have every number and quotation, and no two sentences share most of
// their words.
func TestEverySentenceIsSupported(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		in := heap(t, rapid.IntRange(1, 60).Draw(r, "statements"), rapid.IntRange(1, 7).Draw(r, "step"))
		b, err := Write(in)
		if err != nil {
			r.Fatal(err)
		}
		for _, p := range b.Lint() {
			r.Error(p)
		}
	})
}

// TestIntroductions: whoever is named is introduced by the first sentence that
// names them or before it, where a report says who they are.
func TestIntroductions(t *testing.T) {
	d := &desk{t: t, in: Input{Country: "Aldria", ISO2: "XA", At: tocsin.MustDate("2031-05-07")}}
	text := "Brandt signed a truce with the Red Banner on 5 May 2031. The Northern Fox will not return. " +
		"President Orlo Brandt was once a priest. The Red Banner Front for Aldria (RBF) wants land. RBF may strike again if talks fail. " +
		"The preacher Ivo Kell has become the figurehead of the street movement, as everybody in the capital knows after the long winter of marches that emptied shops. " +
		"Nobody expects that Kell could win a vote unless the bishops help him."
	rep := d.report("Alder Post", "2031-05-06", text)
	person := func(name, id string) []tocsin.Mention { return []tocsin.Mention{{Text: name, How: "named", ID: id}} }
	d.says(rep, "Brandt signed a truce with the Red Banner on 5 May 2031.", tocsin.KindEvent, func(s *tocsin.Statement) {
		s.Act, s.Actors, s.When = "negotiation", person("Brandt", "brandt"), on("2031-05-05")
	})
	d.says(rep, "President Orlo Brandt", tocsin.KindTrait, func(s *tocsin.Statement) {
		s.Rel, s.Actors, s.Value = "role", person("President Orlo Brandt", "brandt"), &tocsin.Value{Text: "president"}
	})
	d.says(rep, "The Red Banner Front for Aldria (RBF)", tocsin.KindTie, func(s *tocsin.Statement) {
		s.Rel, s.Actors, s.Recipients = "alias_of", person("RBF", "rbf"), person("The Red Banner Front for Aldria", "rbf")
	})
	d.says(rep, "RBF may strike again if talks fail.", tocsin.KindOutlook, func(s *tocsin.Statement) {
		unsure(s)
		s.Actors = person("RBF", "rbf")
	})
	d.says(rep, "The preacher Ivo Kell has become the figurehead of the street movement", tocsin.KindTie, func(s *tocsin.Statement) {
		s.Rel, s.Actors, s.Recipients = "figurehead_of", person("Ivo Kell", ""), named("the street movement")
	})
	d.says(rep, "Nobody expects that Kell could win a vote unless the bishops help him.", tocsin.KindOutlook, func(s *tocsin.Statement) {
		unsure(s)
		s.Actors = person("Kell", "")
	})
	b, md, _ := write(t, d.in)
	order := []string{}
	for _, s := range b.Sections {
		for _, x := range s.Sentences {
			order = append(order, x.Text)
		}
	}
	all := strings.Join(order, "\n")
	for name, intro := range map[string]string{"Kell": "The preacher Ivo Kell", "RBF": "The Red Banner Front for Aldria (RBF)", "Brandt": "President Orlo Brandt"} {
		first := strings.Index(all, name)
		if first < 0 || !strings.Contains(all, intro) {
			t.Errorf("%s is not introduced:\n%s", name, md)
			continue
		}
		// The main event stands first; its people are introduced right after it.
		if at := strings.Index(all, intro); at > first+len(order[0])+60 {
			t.Errorf("%s is named at %d and introduced at %d:\n%s", name, first, at, all)
		}
	}
	if strings.Contains(all, "figurehead of the street movement, as everybody") {
		t.Errorf("the whole of a long sentence is quoted:\n%s", all)
	}
}

// TestConditionsStay: a clause is never quoted without the condition, the
// denial or the speaker that its sentence puts beside it.
func TestConditionsStay(t *testing.T) {
	tail := " and that the long road from the harbour to the old mint was closed for most of the day by men in grey coats."
	for _, c := range []struct{ text, span, want string }{
		{"The guard will fire on the crowd at noon" + tail, "The guard will fire on the crowd at noon", "The guard will fire on the crowd at noon"},
		{"If the talks fail, the guard will fire on the crowd at noon" + tail, "the guard will fire on the crowd at noon", ""},
		{"It is not true that the guard fired on the crowd at noon" + tail, "the guard fired on the crowd at noon", ""},
		{"According to a rival, the guard fired on the crowd at noon" + tail, "the guard fired on the crowd at noon", ""},
		{"In the old town the guard met his own men at noon" + tail, "the guard met his own men at noon", ""},
	} {
		at := strings.Index(c.text, c.span)
		st := &tocsin.Statement{Span: tocsin.Span{at, at + len(c.span)}}
		want := c.want
		if want == "" {
			want = c.text
		}
		if got, _ := clauseOf(c.text, st); got.In(c.text) != want {
			t.Errorf("%q is quoted as %q, want %q", c.text, got.In(c.text), want)
		}
	}
}

// TestVerdictNotesQuoteTheirClaim: whoever turns to the endnote of a verdict
// finds the words that were tested, and nothing that asks him to do something.
func TestVerdictNotesQuoteTheirClaim(t *testing.T) {
	claim := tocsin.Claim{Form: tocsin.FormDuration, Text: "a long war"}
	for sentence, want := range map[string]string{
		"In this data the claim cannot be measured: claims of the form duration are not measured yet; reword it as a count, a change, a first or a date.": "On “a ten-year war”: In this data the claim cannot be measured: claims of the form duration are not measured yet.",
		"“a ten-year war” cannot be measured; import a release that covers it with --events FILE. Note: none.":                                            "“a ten-year war” cannot be measured. Note: none.",
		"In this data, 4; “a ten-year war” holds.": "In this data, 4; “a ten-year war” holds.",
	} {
		v := &tocsin.Verdict{ID: "vd_1", Text: "a ten-year war", Claim: &claim, Verdict: tocsin.CannotBeMeasured, Sentence: sentence}
		if got := verdictCite(v).Quote; got != want {
			t.Errorf("%q\nis quoted %q\nwant      %q", sentence, got, want)
		}
	}
}

// TestRowsHaveACommand: the rows of an endnote are those that one of its
// commands lists.
func TestRowsHaveACommand(t *testing.T) {
	v := &tocsin.Verdict{ID: "vd_1", Text: "x", Verdict: tocsin.Holds, Sentence: "x", Events: []string{"ucdp-ged:1"},
		Query: "tocsin watch tempo --country Mali --actor 'jihadist groups' --from 2020-02-18 --until 2020-08-17 --desk d"}
	want := "tocsin watch within 0,0 --radius 20040 --country Mali --actor 'jihadist groups' --from 2020-02-18 --until 2020-08-17 --desk d"
	if got := verdictCite(v).Commands(); !slices.Contains(got, want) {
		t.Errorf("the commands are %q, none is %q", got, want)
	}
}
