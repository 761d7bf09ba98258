package desk_test

import (
	"testing"

	"tocsin"
	"tocsin/desk"
	"tocsin/source/file"
)

// lint writes a brief and holds each of its sentences to its endnotes.
func lint(t *testing.T, d *desk.Desk, country, at string) {
	t.Helper()
	b, err := d.Brief(t.Context(), desk.BriefOptions{Country: country, At: tocsin.MustDate(at)})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range b.Lint() {
		t.Errorf("%s at %s: %s", country, at, p)
	}
}

// TestBriefsAreSupported: on the example and on two reports that contradict each
// other, without any data, every number and quotation is in the endnotes and
// nothing is told twice.
func TestBriefsAreSupported(t *testing.T) {
	d := exampleDesk(t)
	for _, day := range []string{"2020-08-18", "2020-08-20"} {
		lint(t, d, "Mali", day)
	}
	d = desk.Ephemeral(options)
	t.Cleanup(func() { d.Close() })
	for publisher, text := range map[string]string{
		"one paper":   "On 4 May 2020, soldiers led by Captain Ali Sow overthrew President Omar Diop in Niamey, Niger. Four people were killed in Niamey on 4 May 2020. Captain Ali Sow leads the junta. Diop fled to Togo.",
		"other paper": "A coup toppled President Omar Diop in Niger on 4 May 2020. Seven people were killed in Niamey on 4 May 2020. Colonel Issa Ba leads the junta. Diop did not flee to Togo. The junta could turn to Russia if France leaves.",
	} {
		if _, err := d.ImportReport(t.Context(), publisher, []byte(text), file.Options{Publisher: publisher, Published: tocsin.MustDate("2020-05-06")}); err != nil {
			t.Fatal(err)
		}
	}
	lint(t, d, "Niger", "2020-05-07")
}

// TestPageBriefIsSupported holds the brief on the real page to the same.
func TestPageBriefIsSupported(t *testing.T) {
	d := create(t)
	importMali(t, d)
	lint(t, d, "Mali", "2020-08-20")
}
