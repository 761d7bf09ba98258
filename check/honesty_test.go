package check

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"tocsin"
	"tocsin/watch"
)

// year is a window of one calendar year.
func year(y int) *tocsin.When {
	return &tocsin.When{From: tocsin.MustDate(fmt.Sprintf("%d-01-01", y)), To: tocsin.MustDate(fmt.Sprintf("%d-12-31", y)), Open: "none", Precision: "year"}
}

func deaths(op string, n float64, y int) tocsin.Claim {
	return tocsin.Claim{Form: tocsin.FormCount, Of: &tocsin.Measure{Act: "assault", Country: "Burkina Faso", Measure: "deaths"},
		Window: year(y), Op: op, Value: &n, Unit: tocsin.Deaths, Text: "deaths"}
}

// TestPartialFile: a file of unknown coverage (1,036 deaths in Burkina Faso in 2019)
// proves lower bounds and disproves upper ones; the other way round it speaks only
// beyond the 1,246 that UCDP's totals give with the rows that the file leaves out.
func TestPartialFile(t *testing.T) {
	c := checker(t, false)
	for _, w := range []struct {
		op   string
		n    float64
		want string
	}{
		{">", 900, tocsin.Holds}, {">=", 1036, tocsin.Holds}, {">", 1100, tocsin.CannotBeMeasured}, {">", 1300, tocsin.DoesNotHold}, {">", 50000, tocsin.DoesNotHold}, {"<", 500, tocsin.DoesNotHold},
		{"<", 1100, tocsin.CannotBeMeasured}, {"<", 1300, tocsin.Holds}, {"<", 5000, tocsin.Holds}, {"=", 300, tocsin.DoesNotHold}, {"=", 1200, tocsin.CannotBeMeasured}, {"=", 2300, tocsin.DoesNotHold}, {"~", 1050, tocsin.Holds},
	} {
		s := says(deaths(w.op, w.n, 2019))
		if v := one(t, c, s); v.Verdict != w.want || !strings.Contains(v.Sentence, "1,036") || !strings.Contains(strings.ToLower(v.Sentence), "in this data") {
			t.Errorf("deaths %s %g: %s, want %s: %s", w.op, w.n, v.Verdict, w.want, v.Sentence)
		}
	}
}

// TestFullFile: where a file holds rows of every place precision, totals are judged.
func TestFullFile(t *testing.T) {
	s := loadShelf()
	best := 40
	rows := []tocsin.DataEvent{
		{ID: "ucdp-ged:1", Dataset: "ucdp-ged", From: tocsin.MustDate("2019-03-01"), To: tocsin.MustDate("2019-03-01"), Country: "Burkina Faso", PlacePrec: 6, Act: "assault", Class: tocsin.OneSided, SideA: "IS", SideB: "Civilians", Best: &best},
		{ID: "ucdp-ged:2", Dataset: "ucdp-ged", From: tocsin.MustDate("2020-03-01"), To: tocsin.MustDate("2020-03-01"), Country: "Mali", PlacePrec: 1, Act: "assault", Class: tocsin.OneSided, SideA: "IS", SideB: "Civilians", Best: &best},
	}
	d := tocsin.Dataset{Dataset: "ucdp-ged", From: tocsin.MustDate("1989-01-01"), To: tocsin.MustDate("2020-12-31"), Released: tocsin.MustDate("2020-07-01")}
	o := Options{Gazetteer: s.gazetteer, Actors: s.actors, Events: watch.NewTable(slices.Values(rows), d), EventData: d}
	c, err := New(o)
	if err != nil {
		t.Fatal(err)
	}
	wants(t, one(t, c, says(deaths("=", 300, 2019))), tocsin.DoesNotHold, "40")
	wants(t, one(t, c, says(deaths("<", 50, 2019))), tocsin.Holds, "40")
	if v := one(t, c, says(deaths("=", 40, 2019))); v.Verdict != tocsin.Holds || v.Hindsight {
		t.Errorf("%s, hindsight %t: released before publication", v.Verdict, v.Hindsight)
	}

	o.At = tocsin.MustDate("2020-06-30")
	early, err := New(o)
	if err != nil {
		t.Fatal(err)
	}
	wants(t, one(t, early, says(deaths("=", 40, 2019))), tocsin.CannotBeMeasured, "released 2020-07-01, after the knowledge date")
}

// TestTimeOutside: data that ends before the claim says so, and a claim after it is
// not judged.
func TestTimeOutside(t *testing.T) {
	c := checker(t, false, cline)
	late := says(deaths(">", 10, 2023))
	late.Published = tocsin.MustDate("2024-01-10")
	wants(t, one(t, c, late), tocsin.CannotBeMeasured, "the data ends 2020-12-31", "--events FILE")

	open := deaths(">", 10, 2019)
	open.Window = &tocsin.When{From: tocsin.MustDate("2019-01-01"), Open: "end", Precision: "year"}
	s := says(open)
	s.Published = tocsin.MustDate("2024-01-10")
	if v := one(t, c, s); v.Verdict != tocsin.Holds || !strings.HasPrefix(v.Sentence, "This data ends 2020-12-31, before the claim's time does.") {
		t.Errorf("%s: %s", v.Verdict, v.Sentence)
	}
	none := deaths("=", 0, 2012)
	none.Form, none.Op, none.Value, none.Novelty, none.Of.Measure = tocsin.FormLast, "", nil, "none", "events"
	s = says(none)
	s.Published = tocsin.MustDate("2021-03-01")
	if v := one(t, c, s); v.Verdict != tocsin.CannotBeMeasured && !strings.HasPrefix(v.Sentence, "This data ends 2020-12-31, before the claim's time does.") {
		t.Errorf("%s: %s", v.Verdict, v.Sentence)
	}
	coup := tocsin.Claim{Form: tocsin.FormDate, Of: &tocsin.Measure{Act: "coup", Country: "Niger"}, Window: year(2023), Text: "the 2023 coup"}
	wants(t, one(t, c, says(coup)), tocsin.CannotBeMeasured, "ends 2022", "--coups FILE")
}

// TestWhatIsNotJudged: outlooks, conditions and open questions are no claims.
func TestWhatIsNotJudged(t *testing.T) {
	c := checker(t, false, cline)
	k := deaths(">", 900, 2019)
	outlook, maybe, open := says(k), says(k), says(k)
	outlook.Kind = tocsin.KindOutlook
	maybe.Condition = &tocsin.Condition{Kind: "if"}
	open.Certainty.Polarity = "unknown"
	got, err := c.Check(context.Background(), []tocsin.Statement{outlook, maybe, open})
	if err != nil || len(got) != 0 {
		t.Errorf("%d verdicts, %v", len(got), err)
	}

	denied, told := says(k), says(k)
	denied.Certainty = tocsin.NewCertainty("is_not", "certain", "asserted")
	told.Says = []tocsin.Speaker{{Text: "the army", Type: "named", Stance: "certain"}}
	wants(t, one(t, c, denied), tocsin.DoesNotHold, "The text denies it")
	wants(t, one(t, c, told), tocsin.Holds, "what the army said")
}

// TestNothingLoaded: without data each verdict names what to import.
func TestNothingLoaded(t *testing.T) {
	s := loadShelf()
	c, err := New(Options{Gazetteer: s.gazetteer, Actors: s.actors})
	if err != nil {
		t.Fatal(err)
	}
	wants(t, one(t, c, says(deaths(">", 900, 2019))), tocsin.CannotBeMeasured, "--events FILE")
	coup := tocsin.Claim{Form: tocsin.FormLast, Of: &tocsin.Measure{Act: "coup", Country: "Mali"}, Window: year(2012)}
	wants(t, one(t, c, says(coup)), tocsin.CannotBeMeasured, "--coups FILE")
	if _, err := New(Options{}); tocsin.CodeOf(err) != tocsin.Invalid {
		t.Errorf("no gazetteer: %v", err)
	}
}

// TestRapidClaims: whatever a claim holds, a verdict comes out that is one of the
// four, never NaN, with a reason where nothing was measured and an id that the
// fields give; asking twice gives the same.
func TestRapidClaims(t *testing.T) {
	c := checker(t, false, cline, powell)
	rapid.Check(t, func(rt *rapid.T) {
		k := tocsin.Claim{Form: rapid.SampledFrom(tocsin.Forms).Draw(rt, "form"), Op: rapid.SampledFrom(append(slices.Clone(tocsin.Ops), "")).Draw(rt, "op"),
			Unit: rapid.SampledFrom([]tocsin.Unit{"", tocsin.Kilometres, tocsin.Bearing, tocsin.Events, tocsin.EventsPerMonth, tocsin.Ratio, tocsin.Rank}).Draw(rt, "unit"), Text: "x"}
		if rapid.Bool().Draw(rt, "value") {
			k.Value = tocsin.Number(rapid.SampledFrom([]float64{0, 1, 2, 0.5, 90, 1e9, -3}).Draw(rt, "n"))
		}
		if rapid.Bool().Draw(rt, "of") {
			k.Of = &tocsin.Measure{Act: rapid.SampledFrom([]string{"", "assault", "coup", "protest", "failed coup"}).Draw(rt, "act"),
				Actor:   rapid.SampledFrom([]string{"", "JNIM", "jihadists", "Nobody; JNIM", ";"}).Draw(rt, "actor"),
				Country: rapid.SampledFrom([]string{"", "Mali", "Atlantis", "Kenya"}).Draw(rt, "country"), Measure: rapid.SampledFrom([]string{"", "events", "deaths", "civilian deaths"}).Draw(rt, "measure")}
		}
		if rapid.Bool().Draw(rt, "than") {
			k.Than = &tocsin.Measure{Country: rapid.SampledFrom([]string{"", "Niger"}).Draw(rt, "other")}
		}
		if rapid.Bool().Draw(rt, "window") {
			from := tocsin.MustDate("1985-01-01").AddDays(rapid.IntRange(0, 14000).Draw(rt, "from"))
			k.Window = &tocsin.When{From: from, To: from.AddDays(rapid.IntRange(0, 900).Draw(rt, "days")), Open: rapid.SampledFrom(tocsin.Opens).Draw(rt, "open")}
			if rapid.Bool().Draw(rt, "anchor") {
				k.Window.Anchor = &tocsin.Anchor{Rel: rapid.SampledFrom(tocsin.AnchorRels).Draw(rt, "rel"), Text: rapid.SampledFrom([]string{"", "2012", "2012-03", "x", "2012-01-01/2012-12-31"}).Draw(rt, "at")}
			}
		}
		for range rapid.IntRange(0, 2).Draw(rt, "places") {
			k.Places = append(k.Places, place(rapid.SampledFrom([]string{"Bamako", "Gao", "Mali", "northern Mali", "", "Xyzzy"}).Draw(rt, "place")))
		}
		a, err := c.Check(context.Background(), []tocsin.Statement{says(k)})
		b, _ := c.Check(context.Background(), []tocsin.Statement{says(k)})
		if err != nil || len(a) != 1 || a[0].ID != b[0].ID || a[0].Sentence != b[0].Sentence || a[0].ID != a[0].ComputeID() {
			rt.Fatalf("%+v: %v", k, err)
		}
		finite(rt, a[0])
	})
}

func finite(rt *rapid.T, v tocsin.Verdict) {
	numbers := []*float64{v.Value, v.Low, v.High}
	for _, a := range v.Alternatives {
		numbers = append(numbers, a.Value, a.Low, a.High)
	}
	for _, p := range numbers {
		if p != nil && (math.IsNaN(*p) || math.IsInf(*p, 0)) {
			rt.Fatalf("%s: not a number", v.Sentence)
		}
	}
	if !slices.Contains([]string{tocsin.Holds, tocsin.DoesNotHold, tocsin.Partly, tocsin.CannotBeMeasured}, v.Verdict) {
		rt.Fatalf("verdict %q", v.Verdict)
	}
	if v.Verdict == tocsin.CannotBeMeasured && (v.Reason == "" || !strings.Contains(v.Reason, ";")) {
		rt.Fatalf("no reason, or nothing to do: %q for %+v", v.Reason, *v.Claim)
	}
	if v.Verdict != tocsin.CannotBeMeasured && (v.Query == "" || len(v.Data) == 0) {
		rt.Fatalf("no query or data: %+v", v)
	}
}

// TestHalfDigit: a round number claims less than an exact one.
func TestHalfDigit(t *testing.T) {
	for x, want := range map[float64]float64{200: 50, 183: 0.5, 1500: 50, 0.25: 0.005, 2: 0.5, 0: 0.5} {
		if got := halfDigit(x); math.Abs(got-want) > 1e-9 {
			t.Errorf("%g: %g, want %g", x, got, want)
		}
	}
}

func FuzzParseWindow(f *testing.F) {
	for _, s := range []string{"2019", "2019-05", "2019-05-03", "2018-01-01/2018-12-31", "/", "9999", ""} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if w, ok := parseWindow(s); ok && (w.From.IsZero() || w.Until < w.From) {
			t.Errorf("%q: %v", s, w)
		}
	})
}

// BenchmarkVerdict judges one claim of each kind on the world's events.
func BenchmarkVerdict(b *testing.B) {
	c := checker(b, false, cline)
	jnim := &tocsin.Measure{Act: "assault", Actor: "JNIM; ISGS", Country: "Mali"}
	for _, k := range []tocsin.Claim{
		{Form: tocsin.FormChange, Of: jnim, Op: ">", Unit: tocsin.Ratio},
		{Form: tocsin.FormFirst, Of: jnim, Places: []tocsin.Place{place("San")}, Value: tocsin.Number(180), Unit: tocsin.Bearing},
		{Form: tocsin.FormLast, Of: &tocsin.Measure{Act: "coup", Country: "Mali"}, Window: year(2012)},
		deaths(">", 900, 2019),
	} {
		b.Run(string(k.Form), func(b *testing.B) {
			for b.Loop() {
				if _, err := c.Check(context.Background(), []tocsin.Statement{says(k)}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
