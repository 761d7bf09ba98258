package check

import (
	"context"
	"os"
	"strings"
	"testing"

	"tocsin"
	"tocsin/gazetteer"
	"tocsin/internal/shared"
	"tocsin/read"
)

// statements reads a text as the program does.
func statements(t testing.TB, g *gazetteer.Gazetteer, w Text) []tocsin.Statement {
	r, err := read.New(read.Options{Gazetteer: g, Actors: loadShelf().actors})
	if err != nil {
		t.Fatal(err)
	}
	got, err := r.Read(context.Background(), tocsin.Report{ID: tocsin.Hash([]byte(w.Text)), Text: w.Text, Published: w.Published})
	if err != nil {
		t.Fatal(err)
	}
	return got.Statements
}

// TestClaims holds the checker to its sets of claims, half of them made false by one
// small change (a month, a direction, a number, a country, an actor): claims.jsonl and
// written.jsonl by hand, generated.jsonl and wordings.jsonl from some three hundred wordings
// filled with numbers computed from the data, forms.jsonl from some 740 more, narrowed.jsonl from its true ones
// with one qualifier added that no event data has ("in prisons", "of policemen"), and
// the sets named blind by writers who had not seen the package. All were used to choose rules once they had been
// scored unseen, so that their score is no estimate for unseen ones. No false one may
// come out as holding.
func TestClaims(t *testing.T) {
	shared.Path(t, "data/events/ged211_prec12_global.csv.gz")
	c := checker(t, false, cline)
	for _, set := range []struct {
		name  string
		least int // right
	}{
		{"claims.jsonl", 258}, {"written.jsonl", 935}, {"generated.jsonl", 266}, {"wordings.jsonl", 480}, {"blind_171.jsonl", 162},
		{"blind_fresh.jsonl", 70}, {"blind_mid.jsonl", 52}, {"blind_final.jsonl", 70}, {"blind_wire.jsonl", 78}, {"blind_brief.jsonl", 80},
		{"blind_mixed.jsonl", 72}, {"blind_plain.jsonl", 76}, {"blind_world.jsonl", 64}, {"blind_review.jsonl", 65}, {"blind_notes.jsonl", 66},
		{"blind_risk.jsonl", 72}, {"blind_sitrep.jsonl", 73}, {"blind_article.jsonl", 62}, {"blind_bulletin.jsonl", 76},
		{"blind_ledger.jsonl", 72}, {"blind_dossier.jsonl", 71}, {"blind_essay.jsonl", 62}, {"blind_memo.jsonl", 68}, {"blind_last.jsonl", 67}, {"forms.jsonl", 1408}, {"narrowed.jsonl", 612},
	} {
		t.Run(set.name, func(t *testing.T) { scoreSet(t, c, "testdata/"+set.name, set.least) })
	}
}

func scoreSet(t *testing.T, c *Checker, name string, least int) {
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	texts, err := ReadTexts(name, f)
	if err != nil {
		t.Fatal(err)
	}
	score := NewScore()
	for _, w := range texts {
		got, err := c.Check(context.Background(), statements(t, c.o.Gazetteer, w))
		if err != nil {
			t.Fatal(err)
		}
		score.Add(w, got)
	}
	var why strings.Builder
	score.Print(&why, false)
	t.Log(why.String())
	if bad := score.FalseHolds(); len(bad) > 0 {
		t.Errorf("false claims called holds: %v", bad)
	}
	if bad := score.TrueFalls(); len(bad) > 0 {
		t.Errorf("true claims called false: %v", bad)
	}
	if score.Right() < least {
		t.Errorf("right: %d of %d, want %d at least", score.Right(), len(texts), least)
	}
}
