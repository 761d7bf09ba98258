package brief

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"
	"tocsin"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write the golden files anew")

// desk collects invented reports and the statements that a reader might have
// read in them.
type desk struct {
	t  testing.TB
	in Input
}

func (d *desk) report(publisher, published, text string) *tocsin.Report {
	d.in.Reports = append(d.in.Reports, tocsin.Report{ID: tocsin.Hash([]byte(publisher + text)), Publisher: publisher,
		Title: "Report of " + publisher, Published: tocsin.MustDate(published), Text: text})
	return &d.in.Reports[len(d.in.Reports)-1]
}

// says adds a statement on the words of a report; shape fills the rest.
func (d *desk) says(r *tocsin.Report, quote string, kind tocsin.Kind, shape func(*tocsin.Statement)) string {
	d.t.Helper()
	at := strings.Index(r.Text, quote)
	if at < 0 {
		d.t.Fatalf("the report has no %q", quote)
	}
	s := tocsin.Statement{V: tocsin.SchemaVersion, Kind: kind, When: tocsin.UnknownWhen(), Certainty: tocsin.NewCertainty("is", "certain", "asserted"),
		Report: r.ID, Span: tocsin.Span{at, at + len(quote)}, Quote: quote, Reader: "test", Published: r.Published}
	if kind == tocsin.KindOutlook || kind == tocsin.KindQuestion || kind == tocsin.KindCause {
		s.Content = &tocsin.Frame{Kind: tocsin.KindEvent, Act: "protest", When: tocsin.UnknownWhen(), Certainty: tocsin.NewCertainty("is", "possible", "asserted")}
	}
	if shape != nil {
		shape(&s)
	}
	s.ID = s.ComputeID()
	if err := s.Validate(); err != nil {
		d.t.Fatal(err)
	}
	d.in.Statements = append(d.in.Statements, s)
	return s.ID
}

func named(texts ...string) (out []tocsin.Mention) {
	for _, t := range texts {
		out = append(out, tocsin.Mention{Text: t, How: "named"})
	}
	return out
}

func on(date string) tocsin.When {
	d := tocsin.MustDate(date)
	return tocsin.When{From: d, To: d, Open: "none", Precision: "day"}
}

func coup(s *tocsin.Statement)   { s.Act, s.When = "coup", on("2031-05-04") }
func unsure(s *tocsin.Statement) { s.Certainty = tocsin.NewCertainty("is", "possible", "asserted") }

func killed(n float64, text string) func(*tocsin.Statement) {
	return func(s *tocsin.Statement) {
		s.Act, s.When = "assault", on("2031-05-04")
		s.Count = &tocsin.Count{What: "killed", Low: tocsin.Number(n), High: tocsin.Number(n), Text: text}
	}
}

func leads(who, what string) func(*tocsin.Statement) {
	return func(s *tocsin.Statement) { s.Rel, s.Actors, s.Recipients = "leads", named(who), named(what) }
}

const (
	firstText = "Soldiers seized the palace in Port Alder on 4 May 2031. Four people were killed. Colonel Ada Venn leads the Guard Council. " +
		"The movement claims President Orlo Brandt is corrupt. The coup could reopen talks if the council agrees."
	secondText = "A coup toppled President Brandt on 4 May 2031.\n\nSix people were killed. It is not known whether France knew. " +
		"Major Tom Ruhl leads the Guard Council. There are no indications that the navy took part. Attacks have doubled since January."
)

// story is a small crisis in an invented country: two reports that agree on a
// coup and differ on the dead and on who leads.
func story(t *testing.T) *desk {
	d := &desk{t: t, in: Input{Country: "Aldria", ISO2: "XA", At: tocsin.MustDate("2031-05-07"), Example: true, Head: "sha256:00"}}
	first := d.report("Alder Post", "2031-05-05", firstText)
	d.says(first, "Soldiers seized the palace in Port Alder on 4 May 2031.", tocsin.KindEvent, coup)
	d.says(first, "Four people were killed", tocsin.KindEvent, killed(4, "Four"))
	d.says(first, "Colonel Ada Venn leads the Guard Council", tocsin.KindTie, leads("Colonel Ada Venn", "the Guard Council"))
	d.says(first, "The movement claims President Orlo Brandt is corrupt", tocsin.KindTrait, func(s *tocsin.Statement) {
		s.Rel, s.Actors, s.Value = "accused_of", named("President Orlo Brandt"), &tocsin.Value{Text: "corrupt"}
		s.Says = []tocsin.Speaker{{Text: "The movement", Type: "named", Cue: "claims", Stance: "certain"}}
		s.Certainty = tocsin.NewCertainty("is", "unknown", "reported")
	})
	d.says(first, "The coup could reopen talks", tocsin.KindOutlook, unsure)
	second := d.report("Brook Radio", "2031-05-06", secondText)
	d.says(second, "A coup toppled President Brandt on 4 May 2031", tocsin.KindEvent, coup)
	d.says(second, "Six people were killed", tocsin.KindEvent, killed(6, "Six"))
	d.says(second, "It is not known whether France knew", tocsin.KindQuestion, nil)
	d.says(second, "Major Tom Ruhl leads the Guard Council", tocsin.KindTie, leads("Major Tom Ruhl", "the Guard Council"))
	d.says(second, "There are no indications that the navy took part", tocsin.KindTie, func(s *tocsin.Statement) {
		s.Rel, s.Actors, s.Certainty = "party_to", named("the navy"), tocsin.NewCertainty("unknown", "unknown", "no_evidence")
	})
	claim := tocsin.Claim{Form: tocsin.FormChange, Op: "=", Value: tocsin.Number(2), Unit: tocsin.Ratio, Novelty: "none", Text: "Attacks have doubled since January"}
	id := d.says(second, "Attacks have doubled since January", tocsin.KindTrend, func(s *tocsin.Statement) { s.Claim = &claim })
	events := tocsin.Dataset{Dataset: "ucdp-ged", Vintage: "31.0", From: tocsin.MustDate("1989-01-01"), To: tocsin.MustDate("2030-12-31"), Coverage: "made up"}
	d.in.Datasets = []tocsin.Dataset{events}
	d.in.Verdicts = []tocsin.Verdict{{ID: "vd_1", Statement: id, Text: claim.Text, Claim: &claim, Verdict: tocsin.DoesNotHold, Data: []tocsin.Dataset{events}, Hindsight: true,
		Query: "tocsin watch tempo --country Aldria", Sentence: "In this data, events in Aldria 12 against 11: “Attacks have doubled since January” does not hold.", Events: []string{"ucdp-ged:1"}}}
	d.in.Measures = []Measure{{Topic: TopicPrecedent, Text: "In this data, 3 of 5 coups in Aldria were followed by another within five years.",
		Query: "tocsin watch coups --country Aldria", Dataset: "ucdp-ged", Warnings: []string{"five is few"}}}
	return d
}

func write(t *testing.T, in Input) (Brief, string, string) {
	t.Helper()
	b, err := Write(in)
	if err != nil {
		t.Fatal(err)
	}
	var md, page bytes.Buffer
	if err := b.Markdown(&md); err != nil {
		t.Fatal(err)
	}
	if err := b.HTML(&page); err != nil {
		t.Fatal(err)
	}
	return b, md.String(), page.String()
}

// TestStory holds the whole brief of the invented crisis to its golden files,
// however the statements and reports were ordered.
func TestStory(t *testing.T) {
	in := story(t).in
	b, md, page := write(t, in)
	for name, got := range map[string]string{"story.md": md, "story.html": page} {
		path := filepath.Join("testdata", name)
		if *update {
			if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), got); diff != "" {
			t.Errorf("%s (-want +got; -update writes it anew):\n%s", name, diff)
		}
	}
	turned := in
	turned.Statements, turned.Reports = backwards(in.Statements), backwards(in.Reports)
	if again, _, _ := write(t, turned); !reflect.DeepEqual(again, b) {
		t.Errorf("another order of the input gives another brief:\n%s", cmp.Diff(b, again))
	}
}

func backwards[T any](list []T) (out []T) {
	for i := range list {
		out = append(out, list[len(list)-1-i])
	}
	return out
}

// TestSixQuestions looks for what each question of the desk must be answered
// with in the story.
func TestSixQuestions(t *testing.T) {
	_, md, page := write(t, story(t).in)
	for _, want := range []string{
		"Alder Post (5 May) states: “Soldiers seized the palace in Port Alder on 4 May 2031.”; Brook Radio (6 May) tells of it too.",
		"On how many were killed on 4 May 2031, Alder Post (5 May) gives “Four”; Brook Radio (6 May) gives “Six”.",
		"On who leads “the Guard Council”, Alder Post (5 May) names “Colonel Ada Venn”; Brook Radio (6 May) names “Major Tom Ruhl”.",
		"Alder Post (5 May) passes on words of “The movement”, without vouching for it: “The movement claims President Orlo Brandt is corrupt.”",
		"says, as possible: “The coup could reopen talks if the council agrees.”",
		"Of 1 test of claims, 1 does not hold; each tests no more than its endnote says",
		"leaves open: “It is not known whether France knew.”",
		"notes an absence of evidence: “There are no indications that the navy took part.”",
		"Machine-read, not reviewed", "This is an example", "1 verdict may rest on hindsight", "five is few",
	} {
		if !strings.Contains(md, want) {
			t.Errorf("the brief lacks %q", want)
		}
	}
	if strings.Contains(page, "<script") || strings.Contains(page, "style=") {
		t.Error("the page has a script or an inline style")
	}
	if t.Failed() {
		t.Log(md)
	}
}

// TestReviews: what was rejected is gone, what was accepted is marked, and the
// brief is reviewed only when all it cites is.
func TestReviews(t *testing.T) {
	d := story(t)
	for _, s := range d.in.Statements {
		d.in.Reviews = append(d.in.Reviews, tocsin.Review{Statement: s.ID, Verdict: "accept", By: "me", Recorded: time.Unix(1, 0)})
	}
	b, md, _ := write(t, d.in)
	if !b.Reviewed || !strings.Contains(md, "*reported, reviewed*") || strings.Contains(md, "Machine-read") {
		t.Error("all was accepted, and the brief does not say so")
	}
	d.in.Reviews = append(d.in.Reviews, tocsin.Review{Statement: d.in.Statements[3].ID, Verdict: "reject", By: "me", Recorded: time.Unix(2, 0)})
	if _, md, _ := write(t, d.in); strings.Contains(md, "corrupt") {
		t.Error("a rejected statement is told")
	}
	d.in.Reviews = d.in.Reviews[1:]
	if b, _, _ := write(t, d.in); b.Reviewed {
		t.Error("one statement was not accepted, and the brief is called reviewed")
	}
}

// TestOldNews: an event of a report of years ago is not told as what happened,
// be it dated or not; an old coup is told as what came before.
func TestOldNews(t *testing.T) {
	d := story(t)
	old := d.report("Alder Post", "2019-02-02", "On 1 February 2019, officers toppled the regent. Crowds burned the mint.")
	d.says(old, "officers toppled the regent", tocsin.KindEvent, func(s *tocsin.Statement) { s.Act, s.When = "coup", on("2019-02-01") })
	d.says(old, "Crowds burned the mint", tocsin.KindEvent, func(s *tocsin.Statement) { s.Act = "riot" })
	_, md, _ := write(t, d.in)
	before := strings.Index(md, "## What came before")
	if strings.Contains(md, "burned the mint") || strings.Index(md, "toppled the regent") < before {
		t.Errorf("old news is told as news:\n%s", md)
	}
}

// TestNothingKnown: without a report known at the date there is no brief but
// an error that says what to do.
func TestNothingKnown(t *testing.T) {
	early := story(t).in
	early.At = tocsin.MustDate("2031-05-01")
	for name, in := range map[string]Input{"empty": {At: early.At}, "before any report": early} {
		_, err := Write(in)
		if tocsin.CodeOf(err) != tocsin.NotFound || !strings.Contains(fmt.Sprint(err), "tocsin import") {
			t.Errorf("%s: %v", name, err)
		}
	}
	early.At = tocsin.MustDate("2031-05-05")
	if _, md, _ := write(t, early); strings.Contains(md, "Brook Radio") {
		t.Error("a report is cited that was not out yet")
	}
}
