package check

import (
	"context"
	"strings"
	"testing"

	"tocsin"
)

// published is the day of the brief on the coup in Mali.
var published = tocsin.MustDate("2020-08-20")

// says makes a statement that holds a claim, as the reader would.
func says(k tocsin.Claim) tocsin.Statement {
	if k.Novelty == "" {
		k.Novelty = "none"
	}
	return tocsin.Statement{V: 1, Kind: tocsin.KindTrend, Claim: &k, Report: "sha256:test", Span: tocsin.Span{0, 1}, Quote: "x", Reader: "test",
		When: tocsin.UnknownWhen(), Certainty: tocsin.NewCertainty("is", "certain", "asserted"), Published: published}
}

func place(text string) tocsin.Place { return tocsin.Place{Role: "at", Text: text, Precision: "town"} }

func month(from, to string) *tocsin.When {
	return &tocsin.When{From: tocsin.MustDate(from), To: tocsin.MustDate(to), Open: "none", Precision: "month"}
}

func one(t *testing.T, c *Checker, s tocsin.Statement) tocsin.Verdict {
	t.Helper()
	out, err := c.Check(context.Background(), []tocsin.Statement{s})
	if err != nil {
		t.Fatal(err)
	}
	if len(out) != 1 {
		t.Fatalf("%d verdicts for one claim", len(out))
	}
	t.Logf("%s\n  %s\n  %s", out[0].Verdict, out[0].Sentence, out[0].Query)
	return out[0]
}

func wants(t *testing.T, v tocsin.Verdict, verdict string, words ...string) {
	t.Helper()
	if v.Verdict != verdict {
		t.Errorf("verdict %s (%s), want %s", v.Verdict, v.Reason, verdict)
	}
	for _, w := range words {
		if !strings.Contains(v.Sentence+v.Reason, w) {
			t.Errorf("%q is missing in %q %q", w, v.Sentence, v.Reason)
		}
	}
}

// TestMaliYangasso: a village, its distance, its region, and a "first" that was none.
func TestMaliYangasso(t *testing.T) {
	c := checker(t, true, cline)
	far := tocsin.Claim{Form: tocsin.FormDistance, Places: []tocsin.Place{place("Yangasso"), place("Bamako")}, Op: "~", Value: tocsin.Number(200), Unit: tocsin.Miles, Text: "approximately 200 miles"}
	v := one(t, c, says(far))
	wants(t, v, tocsin.Holds, "183 miles", "294 km")
	in := tocsin.Claim{Form: tocsin.FormWithin, Places: []tocsin.Place{place("Yangasso"), place("Ségou region")}, Text: "Yangasso in the Ségou region"}
	wants(t, one(t, c, says(in)), tocsin.Holds, "Ségou")

	jnim := tocsin.Measure{Act: "assault", Actor: "JNIM", Country: "Mali", Measure: "events"}
	first := tocsin.Claim{Form: tocsin.FormFirst, Of: &jnim, Places: []tocsin.Place{place("Yangasso")}, Value: tocsin.Number(180), Unit: tocsin.Bearing, Novelty: "first", Text: "as far south as Yangasso"}
	v = one(t, c, says(first))
	wants(t, v, tocsin.DoesNotHold, "12.18", "2019-05-19", "99 km further south", "2017-06", "2017-10", "Ansar Dine at 10.3")
	if v.Value == nil || *v.Value != 12.18 || v.Unit != tocsin.DegreesNorth || len(v.Events) < 3 {
		t.Errorf("value %v %s, %d rows", v.Value, v.Unit, len(v.Events))
	}
	at := tocsin.Claim{Form: tocsin.FormCount, Of: &jnim, Places: []tocsin.Place{place("Yangasso")}, Op: ">=", Value: tocsin.Number(1), Unit: tocsin.Events, Text: "attacks at Yangasso"}
	wants(t, one(t, c, says(at)), tocsin.CannotBeMeasured, "49.5 km off on 2020-02-18", "50.1 km on 2020-08-10")
}

// TestWithoutPlaces: the village is in no embedded table, and the verdict says what
// to import.
func TestWithoutPlaces(t *testing.T) {
	c := checker(t, false, cline)
	for _, k := range []tocsin.Claim{
		{Form: tocsin.FormDistance, Places: []tocsin.Place{place("Yangasso"), place("Bamako")}, Op: "~", Value: tocsin.Number(200), Unit: tocsin.Miles},
		{Form: tocsin.FormWithin, Places: []tocsin.Place{place("Yangasso"), place("Ségou")}},
		{Form: tocsin.FormFirst, Of: &tocsin.Measure{Act: "assault", Actor: "JNIM", Country: "Mali"}, Places: []tocsin.Place{place("Yangasso")}, Value: tocsin.Number(180), Unit: tocsin.Bearing},
	} {
		wants(t, one(t, c, says(k)), tocsin.CannotBeMeasured, "place not found: Yangasso", "--places FILE")
	}
}

// TestMaliTempo: the same claim holds, holds in part or fails by who, when and what
// is counted.
func TestMaliTempo(t *testing.T) {
	c := checker(t, true, cline)
	k := tocsin.Claim{Form: tocsin.FormChange, Of: &tocsin.Measure{Act: "assault", Actor: "Group for Supporters of Islam and Muslims; Islamic State in Greater Sahara", Country: "Mali"},
		Op: ">", Unit: tocsin.Ratio, Text: "accelerating their operational tempo of attacks"}
	v := one(t, c, says(k))
	wants(t, v, tocsin.Partly, "57", "46", "1.24", "50", "31", "13", "15", "45", "64", "103", "107", "810", "582",
		"which group one counts", "against which time one compares", "whether fighting between non-state groups counts")
	if v.Low == nil || *v.Low >= 1 || v.High == nil || *v.High <= 1 || v.Value == nil || *v.Value != 1.239 {
		t.Errorf("interval %v to %v around %v does not contain 1", v.Low, v.High, v.Value)
	}
	if w := v.Alternatives[0].Window; !strings.HasPrefix(w, "2020-02-18 to 2020-08-17 against 2019-08-18 to 2020-02-17") {
		t.Errorf("window %s", w)
	}
}

// TestMaliCoups: a wrong month, a right year, and a list that ends too early.
func TestMaliCoups(t *testing.T) {
	c := checker(t, true, cline)
	of := &tocsin.Measure{Act: "coup", Country: "Mali"}
	january := tocsin.Claim{Form: tocsin.FormDate, Of: of, Window: month("2012-01-01", "2012-01-31"), Text: "January 2012 coup"}
	wants(t, one(t, c, says(january)), tocsin.DoesNotHold, "2012-03-22")
	last := tocsin.Claim{Form: tocsin.FormLast, Of: of, Window: month("2012-01-01", "2012-12-31"), Text: "last coup in 2012"}
	v := one(t, c, says(last))
	wants(t, v, tocsin.Holds, "2012-03-22", "2012-05-01")
	if v.Value == nil || *v.Value != 0 || v.Unit != tocsin.Coups || !strings.Contains(v.Query, "--from 2013-01-01 --until 2020-08-17") {
		t.Errorf("coups since: %v %s by %s", v.Value, v.Unit, v.Query)
	}
	now := tocsin.Claim{Form: tocsin.FormDate, Of: of, Window: month("2020-08-18", "2020-08-18"), Text: "coup on 18 August"}
	wants(t, one(t, c, says(now)), tocsin.Holds, "2020-08-18")

	old := checker(t, true, powell)
	wants(t, one(t, old, says(now)), tocsin.CannotBeMeasured, "ends 2019", "--coups FILE")
	both := checker(t, true, cline, colpus)
	may := tocsin.Claim{Form: tocsin.FormDate, Of: of, Window: month("2012-05-01", "2012-05-01"), Text: "attempt of 1 May 2012"}
	wants(t, one(t, both, says(may)), tocsin.Partly, "which list one follows", "2012-04-30", "2012-05-01")
}
