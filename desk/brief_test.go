package desk_test

import (
	"bytes"
	"strings"
	"testing"

	"tocsin"
	"tocsin/desk"
	"tocsin/examples/mali2020"
	"tocsin/source"
	"tocsin/source/file"
)

// exampleDesk is a desk with the example in it.
func exampleDesk(t *testing.T) *desk.Desk {
	t.Helper()
	d := desk.Ephemeral(options)
	t.Cleanup(func() { d.Close() })
	files, err := mali2020.Files()
	if err != nil {
		t.Fatal(err)
	}
	o := source.Options{Vintage: mali2020.Vintage, Released: tocsin.MustDate(mali2020.Day)}
	for _, f := range files {
		switch f.Kind {
		case mali2020.Places:
			_, err = d.ImportPlaces(t.Context(), f.Name, f.Raw, o)
		case mali2020.Events:
			_, err = d.ImportEvents(t.Context(), f.Name, bytes.NewReader(f.Raw), o)
		case mali2020.Coups:
			_, err = d.ImportCoups(t.Context(), f.Name, bytes.NewReader(f.Raw), o)
		default:
			_, err = d.ImportReport(t.Context(), f.Name, f.Raw, file.Options{})
		}
		if err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
	}
	return d
}

// briefText is the brief as Markdown without its escapes.
func briefText(t *testing.T, d *desk.Desk, country, at string) (string, int) {
	t.Helper()
	b, err := d.Brief(t.Context(), desk.BriefOptions{Country: country, At: tocsin.MustDate(at)})
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	if err := b.Markdown(&out); err != nil {
		t.Fatal(err)
	}
	if b.Words() > 900 {
		t.Errorf("the brief has %d words", b.Words())
	}
	return strings.ReplaceAll(out.String(), `\`, ""), len(b.Citations)
}

// TestBriefOfTheExample answers with reports, measures and contradictions, and
// says that it is an example.
func TestBriefOfTheExample(t *testing.T) {
	d := exampleDesk(t)
	text, cites := briefText(t, d, "ML", "2020-08-20")
	if cites < 10 {
		t.Errorf("%d citations, want 10 or more", cites)
	}
	for _, want := range []string{"xample", "launched a coup", "Malick Diaw", "Goïta", "“11”", "“14”", "In this data, Mali had 8 events (as UCDP counts them, by or against any side) from 2020-02-03 to 2020-08-02, against 4",
		"powell-thyne has a coup topple the government on 18 August 2020", "lay 300 km away (2020-06-14, 50 km east-southeast of Niono), against 308",
		"An event involving JNIM nearer to Bamako than any of the half-year measured would", "fell to 4 coups", "tocsin watch tempo --country Mali --from 2020-02-03 --until 2020-08-02"} {
		if !strings.Contains(text, want) {
			t.Errorf("the brief lacks %q", want)
		}
	}
}

// TestBriefKnowsNothingLater: on the morning of the coup nobody had resigned,
// and the tables, released two days later, were not there.
func TestBriefKnowsNothingLater(t *testing.T) {
	text, _ := briefText(t, exampleDesk(t), "Mali", "2020-08-18")
	for _, later := range []string{"announced his resignation", "Goïta", "2020-08-02", "19 August", "ucdp-ged", "powell-thyne"} {
		if strings.Contains(text, later) {
			t.Errorf("the brief of 18 August has %q", later)
		}
	}
}

// TestBriefIsAboutItsCountry: a report about another country stays out, and a
// country nobody reported on is an error rather than a quiet page.
func TestBriefIsAboutItsCountry(t *testing.T) {
	d := exampleDesk(t)
	raw := []byte("On 12 August 2020, soldiers attacked a market in Niamey, the capital of Niger. Police in Niger arrested four men.\n")
	if _, err := d.ImportReport(t.Context(), "niger.txt", raw, file.Options{Published: tocsin.MustDate("2020-08-13"), Publisher: "a neighbour"}); err != nil {
		t.Fatal(err)
	}
	if text, _ := briefText(t, d, "Mali", "2020-08-20"); strings.Contains(text, "Niamey") {
		t.Error("the brief on Mali tells of a market in Niamey")
	}
	if text, _ := briefText(t, d, "Niger", "2020-08-20"); !strings.Contains(text, "Niamey") || strings.Contains(text, "M5-RFP") {
		t.Errorf("the brief on Niger is\n%s", text)
	}
	_, err := d.Brief(t.Context(), desk.BriefOptions{Country: "Chad", At: tocsin.MustDate("2020-08-20")})
	if tocsin.CodeOf(err) != tocsin.NotFound || !strings.Contains(err.Error(), "no report about Chad by 2020-08-20") {
		t.Errorf("a brief on Chad: %v", err)
	}
	if _, err := d.Brief(t.Context(), desk.BriefOptions{}); tocsin.CodeOf(err) != tocsin.Invalid {
		t.Errorf("a brief on no country: %v", err)
	}
}

// TestPrecedent: what followed the coup of March 2012 is told where the data
// reaches that far back, and not held to be its effect.
func TestPrecedent(t *testing.T) {
	d := exampleDesk(t)
	ged := `id,year,month,day,country,type_of_violence,conflict_name,side_a,side_b,latitude,longitude,low_death,best_death,high_death
1,2011,3,1,Mali,State-based violence,x,Government of Mali,AQIM,17,-1,1,1,1
2,2012,1,24,Mali,State-based violence,x,Government of Mali,MNLA,18,1,5,5,5
3,2012,4,1,Mali,State-based violence,x,Government of Mali,MNLA,16.7,-3,2,2,2
4,2013,1,11,Mali,State-based violence,x,Government of Mali,Ansar Dine,14.9,-3.9,9,9,9
5,2013,6,1,Mali,State-based violence,x,Government of Mali,MNLA,17,-1,1,1,1
`
	if _, err := d.ImportEvents(t.Context(), "ged.csv", strings.NewReader(ged), source.Options{}); err != nil {
		t.Fatal(err)
	}
	text, _ := briefText(t, d, "Mali", "2020-08-20")
	if want := "the half-year before the coup of 2012-03-22 had 1 event and 5 deaths, the one from then on 1 and 2, and the next 1 and 9"; !strings.Contains(text, want) {
		t.Errorf("the brief lacks %q:\n%s", want, text)
	}
}
