package score_test

import (
	"context"
	"fmt"
	"testing"

	"tocsin/internal/shared"
	"tocsin/read/score"
)

const data = "data/text/"

func open(tb testing.TB, name string) score.File {
	tb.Helper()
	f, err := score.OpenOne(shared.Path(tb, data+name))
	if err != nil {
		tb.Fatal(err)
	}
	return f
}

// TestMUC4Anchors scores four systems whose scores are known, to the hundredth
// and to the count.
func TestMUC4Anchors(t *testing.T) {
	gold := parseMUC(t, "muc4/tst3.jsonl", true)
	for _, c := range []struct {
		system string
		f1     string
		slots  [6]string // type, then score.Slots
		counts score.Tally
	}{
		{"gtt2021", "46.48", [6]string{"67.4", "35.4", "36.4", "22.3", "53.4", "62.3"}, score.Tally{RightFound: 176, Found: 291, RightGold: 177, Gold: 469}},
		{"ge1992", "52.21", [6]string{"76.8", "35.1", "37.8", "38.5", "52.8", "61.8"}, score.Tally{RightFound: 245, Found: 421, RightGold: 222, Gold: 469}},
		{"umass1992", "44.98", [6]string{"76.1", "25.3", "33.3", "37.5", "29.1", "53.3"}, score.Tally{RightFound: 182, Found: 310, RightGold: 171, Gold: 469}},
		{"sri1992", "44.17", [6]string{"73.6", "26.9", "25.6", "38.4", "35.8", "44.4"}, score.Tally{RightFound: 186, Found: 332, RightGold: 171, Gold: 469}},
	} {
		name := "system_" + c.system + "_tst3.jsonl"
		s, err := score.ScoreMUC4(context.Background(), gold, name, parseMUC(t, "muc4/"+name, false))
		if err != nil {
			t.Fatal(err)
		}
		if got := fmt.Sprintf("%.2f", 100*s.All().F1()); got != c.f1 || s.All() != c.counts {
			t.Errorf("%s: micro-F1 %s of %+v, want %s of %+v", c.system, got, s.All(), c.f1, c.counts)
		}
		for i, tally := range append([]score.Tally{s.Type}, s.Slots[:]...) {
			if got := fmt.Sprintf("%.1f", 100*tally.F1()); got != c.slots[i] {
				t.Errorf("%s: slot %d has F1 %s, want %s", c.system, i, got, c.slots[i])
			}
		}
	}
}

func parseMUC(tb testing.TB, name string, gold bool) []score.MUCDoc {
	tb.Helper()
	f := open(tb, name)
	docs, err := score.ParseMUC4(f.Name, f.Data, gold)
	if err != nil {
		tb.Fatal(err)
	}
	return docs
}

// TestGeoAnchors scores three geoparsers whose scores on all of LGL are known,
// and the gold as a system, which is perfect.
func TestGeoAnchors(t *testing.T) {
	f := open(t, "geo/lgl.xml.gz")
	gold, err := score.ParseGeo(f.Name, f.Data)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ system, p, r, f1, acc, end string }{
		{"edin", "0.77", "0.59", "0.67", "0.75", "0.44"},
		{"cliff", "0.83", "0.59", "0.69", "0.72", "0.42"},
		{"clavin", "0.84", "0.46", "0.59", "0.70", "0.32"},
		{"gold", "1.00", "1.00", "1.00", "1.00", "1.00"},
	} {
		f := open(t, "geo/lgl_system_"+c.system+".txt.gz")
		found, err := score.ParseGeoSystem(f.Name, f.Data, gold)
		if err != nil {
			t.Fatal(err)
		}
		var s score.GeoScore
		for i := range gold {
			s.Add(gold[i].Places, found[i])
		}
		two := func(x float64) string { return fmt.Sprintf("%.2f", x) }
		m := s.Metrics("lgl")
		got := [5]string{two(s.Spans.P()), two(s.Spans.R()), two(s.Spans.F1()), two(m[2].Value), two(m[0].Value)}
		if want := [5]string{c.p, c.r, c.f1, c.acc, c.end}; got != want {
			t.Errorf("%s: P, R, F1, Acc@161, end to end are %v, want %v", c.system, got, want)
		}
	}
}
