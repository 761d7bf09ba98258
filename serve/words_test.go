package serve

import (
	"bytes"
	"html/template"
	"strings"
	"testing"

	"tocsin"
)

// TestCard holds what the card of a statement on the review page tells: nobody can
// accept a claim, a condition or an outlook that the card does not show.
func TestCard(t *testing.T) {
	pages, err := template.New("").Funcs(words).ParseFS(web, "web/review.html", "web/parts.html")
	if err != nil {
		t.Fatal(err)
	}
	n := func(x float64) *float64 { return &x }
	who := func(s string) []tocsin.Mention { return []tocsin.Mention{{Text: s}} }
	day := tocsin.When{From: tocsin.MustDate("2020-03-19"), To: tocsin.MustDate("2020-03-19")}
	for _, c := range []struct {
		name, want string
		s          tocsin.Statement
	}{
		{"a claim", "2020-03-19 · at Tarkint|Claim count of deaths, act assault, in Mali · = 1 death · 2020-03-19|",
			tocsin.Statement{Kind: tocsin.KindTrend, When: day, Places: []tocsin.Place{{Role: "at", Text: "Tarkint"}},
				Claim: &tocsin.Claim{Form: "count", Of: &tocsin.Measure{Measure: "deaths", Act: "assault", Country: "Mali"}, Op: "=", Value: n(1), Unit: tocsin.Deaths, Window: &day}}},
		{"a condition", "event: “prices could rise”|Condition if “If the bloc keeps its sanctions”|",
			tocsin.Statement{Kind: tocsin.KindOutlook, Content: &tocsin.Frame{Kind: tocsin.KindEvent, Act: "other", Quote: "prices\ncould rise"},
				Condition: &tocsin.Condition{Kind: "if", Text: "If the bloc keeps its sanctions"}}},
		{"an aim", "the soldiers seeks event: the president resignation|",
			tocsin.Statement{Kind: tocsin.KindAim, Rel: "seeks", Actors: who("the soldiers"), Content: &tocsin.Frame{Kind: tocsin.KindEvent, Act: "resignation", Actors: who("the president")}}},
		{"an outcome", "soldiers coup the president · 2020-03-19 · outcome failed|",
			tocsin.Statement{Kind: tocsin.KindEvent, Act: "coup", Actors: who("soldiers"), Recipients: who("the president"), When: day, Outcome: "failed"}},
	} {
		var b bytes.Buffer
		if err := pages.ExecuteTemplate(&b, "short", c.s); err != nil {
			t.Fatal(c.name, err)
		}
		text := strings.NewReplacer("<br>", "|", "<b>", "", "</b>", "", "<i>", "", "</i>", "").Replace(b.String())
		if got := strings.ReplaceAll(strings.Join(strings.Fields(text), " "), " |", "|"); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
