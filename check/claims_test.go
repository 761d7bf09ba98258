package check

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"

	"tocsin"
	"tocsin/gazetteer"
	"tocsin/internal/shared"
	"tocsin/read/claim"
	"tocsin/read/text"
	"tocsin/read/when"
	"tocsin/read/where"
)

// A written is one line of testdata/claims.jsonl: a text and the verdict it must get.
type written struct {
	ID        string      `json:"id"`
	Text      string      `json:"text"`
	Published tocsin.Date `json:"published"`
	Expect    string      `json:"expect"`
}

func readWritten(t testing.TB, name string) []written {
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var out []written
	for sc := bufio.NewScanner(f); sc.Scan(); {
		var w written
		if err := json.Unmarshal(sc.Bytes(), &w); err != nil {
			t.Fatal(err)
		}
		out = append(out, w)
	}
	return out
}

// statements reads the claims of a text as bare statements, without the reader's
// polarity and speakers.
func statements(t testing.TB, g *gazetteer.Gazetteer, w written) []tocsin.Statement {
	doc, err := text.Parse(context.Background(), w.Text)
	if err != nil {
		t.Fatal(err)
	}
	places := where.Find(doc, g)
	iso, _ := where.Subject(places, g)
	found := claim.Find(doc, claim.Context{Published: w.Published, Country: iso, When: when.Find(doc, w.Published), Where: places, Gazetteer: g})
	var out []tocsin.Statement
	for _, f := range found {
		s := says(f.Claim)
		s.Published, s.Span, s.Quote = w.Published, f.Span, f.Span.In(w.Text)
		out = append(out, s)
	}
	return out
}

// worst is a text's verdict: the worst of its measured claims, and
// cannot_be_measured only if none could be.
func worst(list []tocsin.Verdict) string {
	out := tocsin.CannotBeMeasured
	for _, rank := range []string{tocsin.Holds, tocsin.Partly, tocsin.DoesNotHold} {
		for _, v := range list {
			if v.Verdict == rank {
				out = rank
			}
		}
	}
	return out
}

// TestClaims: sixty public-fact claims on fifteen countries and more, half of them
// made false by one small change. No false one may come out as holding.
func TestClaims(t *testing.T) {
	shared.Path(t, "data/events/ged211_prec12_global.csv.gz")
	c := checker(t, false, cline)
	right, all := 0, readWritten(t, "testdata/claims.jsonl")
	for _, w := range all {
		list := statements(t, c.o.Gazetteer, w)
		got, err := c.Check(context.Background(), list)
		if err != nil {
			t.Fatal(err)
		}
		v := worst(got)
		if v == w.Expect {
			right++
			continue
		}
		var why strings.Builder
		for _, g := range got {
			fmt.Fprintf(&why, "\n    %s %q %s: %s", g.Claim.Form, g.Text, g.Verdict, g.Sentence)
		}
		t.Logf("%s %q: %s, want %s%s", w.ID, w.Text, v, w.Expect, why.String())
		if w.Expect == tocsin.DoesNotHold && v == tocsin.Holds {
			t.Errorf("%s: a false claim holds", w.ID)
		}
		if w.Expect == tocsin.Holds && v == tocsin.DoesNotHold {
			t.Errorf("%s: a true claim does not hold", w.ID)
		}
	}
	t.Logf("right: %d of %d", right, len(all))
	if right*10 < len(all)*9 {
		t.Errorf("right: %d of %d, want nine in ten", right, len(all))
	}
}
