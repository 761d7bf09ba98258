package brief

import (
	"strings"
	"testing"

	"tocsin"
)

// TestAccusationHasItsSpeaker: the accusation in the story stands with who makes
// it; a sentence that repeats it without him is found by the lint, and one that
// names another does not pass either.
func TestAccusationHasItsSpeaker(t *testing.T) {
	b, md, _ := write(t, story(t).in)
	note := 0
	for _, c := range b.Citations {
		for _, a := range c.Accuses {
			note = c.N
			if a.Speaker != "The movement" {
				t.Errorf("the accuser is %q", a.Speaker)
			}
		}
	}
	if note == 0 {
		t.Fatalf("no citation is an accusation:\n%s", md)
	}
	if got := b.Lint(); len(got) > 0 {
		t.Fatal(got)
	}
	for text, bad := range map[string]bool{
		"It is told that “President Orlo Brandt is corrupt”.":                        true,
		"The guards say “President Orlo Brandt is corrupt”.":                         true,
		"Words of “The movement”: “President Orlo Brandt is corrupt”.":               false,
		"Alder Post writes: “The movement claims President Orlo Brandt is corrupt”.": false,
		"“The movement claims” a lot.":                                               false,
	} {
		spoilt := b
		spoilt.Sections = []Section{{Title: "x", Sentences: []Sentence{{Type: Reported, Text: text, Cites: []int{note}}}}}
		got := strings.Join(spoilt.Lint(), "\n")
		if strings.Contains(got, "accuses without naming the speaker") != bad {
			t.Errorf("%s: the lint says %q", text, got)
		}
	}
}

// TestAccusationWithoutSpeakerIsDropped: a draft that would repeat an accusation
// in nobody's name does not reach the page.
func TestAccusationWithoutSpeakerIsDropped(t *testing.T) {
	in := story(t).in
	w := &writer{in: &in, items: live(&in)}
	for _, it := range w.items {
		if !accusation(it.st) {
			continue
		}
		if w.attributed(draft{text: "“President Orlo Brandt is corrupt”, and more.", cites: []Citation{it.cite()}}) {
			t.Error("an accusation in nobody's name counts as attributed")
		}
		if d := w.tell([]item{it}); !w.attributed(d) {
			t.Errorf("not attributed: %s", d.text)
		}
		return
	}
	t.Fatal("the story has no accusation")
}

// TestPersonalIsLeftOut: what a report says of a named person's faith or people
// is in no sentence and no endnote of the brief, and the head counts it; with a
// reason it is there, and so is the reason.
func TestPersonalIsLeftOut(t *testing.T) {
	d := story(t)
	rep := d.report("Cove Star", "2031-05-06", "The Lutar colonel Ada Venn was born in Cove. Colonel Ada Venn arrested four ministers on 5 May 2031.")
	d.says(rep, "The Lutar colonel Ada Venn", tocsin.KindTrait, func(s *tocsin.Statement) {
		s.Rel, s.Actors, s.Value = "ethnicity", named("Ada Venn"), &tocsin.Value{Text: "Lutar"}
	})
	d.says(rep, "The Lutar colonel Ada Venn was born in Cove.", tocsin.KindEvent, func(s *tocsin.Statement) {
		s.Act, s.Actors, s.When = "coup", named("Ada Venn"), on("2031-05-04")
	})
	_, md, page := write(t, d.in)
	for _, text := range []string{md, page} {
		if strings.Contains(text, "Lutar") {
			t.Errorf("the brief has it:\n%s", text)
		}
		if !strings.Contains(text, "1 statement on the ethnicity, religion or health of named persons left out") {
			t.Errorf("the head does not say so:\n%s", text)
		}
	}
	d.in.PersonalWhy = "the purge is along these lines"
	_, md, _ = write(t, d.in)
	if !strings.Contains(md, "Lutar") || !strings.Contains(md, "kept in, because: the purge is along these lines") {
		t.Errorf("asked for with a reason it is not there, or the reason is not:\n%s", md)
	}
}

// TestMarking: the brief inherits the strictest marking, says how many reports
// have none, and with a limit how many were left out.
func TestMarking(t *testing.T) {
	d := story(t)
	d.in.Reports[0].Marking = "GREEN"
	b, md, page := write(t, d.in)
	if b.TLP != "GREEN" || !strings.Contains(md, "**TLP:GREEN**, the strictest marking of 2 reports; 1 not marked.") {
		t.Errorf("%q:\n%s", b.TLP, md)
	}
	d.in.Reports[1].Marking = "AMBER+STRICT"
	b, md, page = write(t, d.in)
	if b.TLP != "AMBER+STRICT" || !strings.Contains(md, "**TLP:AMBER+STRICT**, the strictest marking of 2 reports.") || !strings.Contains(page, "TLP:AMBER&#43;STRICT") {
		t.Errorf("%q:\n%s\n%s", b.TLP, md, page)
	}
	d.in.Omitted = Omitted{Ceiling: "AMBER+STRICT", Stricter: 3, Unmarked: 2, Reviewed: true, Waiting: 7, Rejected: 1, Redacted: 1}
	d.in.Feeds = "1 of 4 feeds brings nothing: Cove Wire failing since 2031-05-01"
	_, md, _ = write(t, d.in)
	for _, want := range []string{"left out 3 reports marked stricter and 2 not marked", "From accepted statements alone: 7 waited for review, 1 rejected", "1 report of this desk redacted",
		"1 of 4 feeds brings nothing: Cove Wire failing since 2031-05-01."} {
		if !strings.Contains(strings.ReplaceAll(md, "\\", ""), want) {
			t.Errorf("%q is missing:\n%s", want, md)
		}
	}
}

// TestGrades: the endnote has the grade of the speaker where he has one, else the
// publisher's, with the statement's own; what is not graded cannot be judged.
func TestGrades(t *testing.T) {
	d := story(t)
	d.in.Reliability = map[string]string{"Alder Post": "C", "The movement": "E"}
	for _, s := range d.in.Statements {
		if s.Act == "coup" {
			d.in.Credibility = map[string]string{s.ID: "2"}
			break
		}
	}
	_, md, _ := write(t, d.in)
	for _, want := range []string{"; graded C2)", "; graded C6)", "; graded E6)", "Grades are the reliability"} {
		if !strings.Contains(strings.ReplaceAll(md, "\\", ""), want) {
			t.Errorf("%q is missing:\n%s", want, md)
		}
	}
	if strings.Contains(md, "graded F") {
		t.Errorf("a source without a grade has one:\n%s", md)
	}
}

// TestPage: a report that came in pages is cited by page.
func TestPage(t *testing.T) {
	d := story(t)
	_, md, _ := write(t, d.in)
	if strings.Contains(md, "(page ") {
		t.Error("a report without pages is cited by one")
	}
	d.in.Reports[1].Pages = []int{0, 50, 5000}
	_, md, _ = write(t, d.in)
	for _, want := range []string{"(page 1, bytes 0 to 46", "(page 2, bytes 149 to 198"} {
		if !strings.Contains(md, want) {
			t.Errorf("%q is missing:\n%s", want, md)
		}
	}
}
