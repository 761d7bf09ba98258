package brief

import (
	"strings"
	"testing"
	"tocsin"
)

// front is a report that warns first, denies later, and leaves things open.
func front(t *testing.T) *desk {
	d := &desk{t: t, in: Input{Country: "Aldria", ISO2: "XA", At: tocsin.MustDate("2031-05-07"), Held: 1, HeldQuery: "tocsin link --at 2031-05-07 --desk d"}}
	text := "The coup in Aldria could open the valleys to bandits. On 4 May 2031, guards seized the palace of President Orlo Brandt. " +
		"The preacher Ivo Kell leads the street movement. There are no signs that Kell was behind the coup. " +
		"The new ruler came home from Brovia last week with a trunk of papers, leaving open what he learnt there and whether the coup will turn the country away from its old allies. " +
		"The Red Banner seeks a withdrawal of the fleet."
	rep := d.report("Alder Post", "2031-05-06", text)
	d.says(rep, "The coup in Aldria could open the valleys to bandits.", tocsin.KindOutlook, unsure)
	d.says(rep, "On 4 May 2031, guards seized the palace of President Orlo Brandt.", tocsin.KindEvent, func(s *tocsin.Statement) {
		coup(s)
		s.Recipients = named("President Orlo Brandt")
	})
	d.says(rep, "The preacher Ivo Kell leads the street movement.", tocsin.KindTie, leads("Ivo Kell", "the street movement"))
	d.says(rep, "no signs that Kell was behind the coup", tocsin.KindTie, func(s *tocsin.Statement) {
		s.Rel, s.Actors, s.Certainty = "party_to", named("Kell"), tocsin.NewCertainty("unknown", "unknown", "no_evidence")
		s.Content = &tocsin.Frame{Kind: tocsin.KindEvent, Act: "coup", When: tocsin.UnknownWhen(), Certainty: tocsin.NewCertainty("is", "certain", "asserted")}
	})
	d.says(rep, "what he learnt there and whether the coup will turn the country away from its old allies.", tocsin.KindQuestion, func(s *tocsin.Statement) {
		s.Certainty = tocsin.NewCertainty("unknown", "unknown", "asserted")
	})
	d.says(rep, "The Red Banner seeks a withdrawal of the fleet.", tocsin.KindAim, func(s *tocsin.Statement) {
		s.Rel, s.Actors = "seeks", named("The Red Banner")
		s.Content = &tocsin.Frame{Kind: tocsin.KindEvent, Act: "withdrawal", When: tocsin.UnknownWhen(), Certainty: tocsin.NewCertainty("is", "possible", "asserted")}
	})
	return d
}

// TestFront: the bottom line has what happened, who is said not to have done it,
// introduced before he is named so, and the warning the report begins with; what
// to watch has the question without the tale around it, and the aim.
func TestFront(t *testing.T) {
	b, md, _ := write(t, front(t).in)
	top := ""
	for _, s := range b.Sections[0].Sentences {
		top += s.Text + "\n"
	}
	last := -1
	for _, want := range []string{"(“the report”, the only one on this desk)", "Ivo Kell leads the street movement", "no signs that Kell was behind the coup"} {
		at := strings.Index(top, want)
		if at <= last {
			t.Errorf("%q stands at %d, after %d:\n%s", want, at, last, top)
		}
		last = at
	}
	if !strings.Contains(top, "could open the valleys to bandits") {
		t.Errorf("no warning:\n%s", top)
	}
	for _, want := range []string{"leaves open: “… whether the coup will turn the country away from its old allies.”",
		"A sign: a withdrawal; the report states: “The Red Banner seeks a withdrawal of the fleet.”", "the whole desk held 1 report then. Command: tocsin link"} {
		if !strings.Contains(md, want) {
			t.Errorf("the brief lacks %q:\n%s", want, md)
		}
	}
	for _, p := range b.Lint() {
		t.Error(p)
	}
}

// TestAskedOfNobody: with other reports on the desk, or nobody to count them,
// the brief does not call its one report the only one there.
func TestAskedOfNobody(t *testing.T) {
	for held, query := range map[int]string{2: "tocsin link --desk d", 1: ""} {
		in := front(t).in
		in.Held, in.HeldQuery = held, query
		if _, md, _ := write(t, in); !strings.Contains(md, "the only one used here") {
			t.Errorf("%d held, asked by %q:\n%s", held, query, md)
		}
	}
}
