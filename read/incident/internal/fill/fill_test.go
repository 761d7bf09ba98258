package fill

import (
	"bytes"
	"context"
	"io"
	"math"
	"strings"
	"testing"

	"tocsin/read/text"
)

// samples are invented documents, enough of each to learn from.
func samples() []Sample {
	var out []Sample
	for range 12 {
		out = append(out,
			Sample{Text: "a bomb exploded in a hotel today. the police found another bomb.", Templates: []Template{{Type: "bombing",
				Slots: [slots][][]string{Target: {{"hotel"}}, Weapon: {{"bomb", "a bomb"}}}}}},
			Sample{Text: "gunmen kidnapped ramiro ozuna near the river. the police are looking for the gunmen.", Templates: []Template{{Type: "kidnapping",
				Slots: [slots][][]string{PerpInd: {{"gunmen"}}, Victim: {{"ramiro ozuna"}}}}}},
			Sample{Text: "the minister signed a treaty on trade in the hotel. the police were there."})
	}
	return out
}

func train(t *testing.T) *Model {
	t.Helper()
	tagged := make(map[string]WordCount)
	for w := range strings.FieldsSeq("a bomb exploded in hotel today the police found another gunmen kidnapped near river are looking for minister signed treaty on trade were there") {
		tagged[w] = WordCount{Common: 2}
	}
	classes := Cluster([]string{"bomb", "hotel", "river"}, [][]float32{{1, 0}, {0, 1}, {0.1, 1}}, 2, 1, 3)
	o := Defaults()
	o.Folds = 3
	m, err := Train(context.Background(), samples(), tagged, classes, o, io.Discard)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// TestTrain: the same samples give the same bytes, and a model keeps its mind
// when it is written and read.
func TestTrain(t *testing.T) {
	m := train(t)
	b, err := m.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	again, err := train(t).Bytes()
	if err != nil || !bytes.Equal(b, again) {
		t.Errorf("two trainings gave %d and %d bytes that differ, %v", len(b), len(again), err)
	}
	back, err := Load(b)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := text.Parse(context.Background(), m.Recase("a bomb exploded in a hotel today. the police found another bomb."))
	if err != nil {
		t.Fatal(err)
	}
	w := newView(doc, m.vocab)
	ms := mentions(doc, m.vocab)
	for i := range ms {
		w.describe(&ms[i])
	}
	one, two := m.read.look(w, ms, w.whole()), back.read.look(w, ms, w.whole())
	for t1 := range one.doc {
		if one.doc[t1] != two.doc[t1] {
			t.Errorf("document odds %v, read back %v", one.doc, two.doc)
		}
	}
	if one.doc[2] < one.doc[1] || one.doc[2] < one.doc[3] {
		t.Errorf("a bombing has odds %v", one.doc)
	}
	if len(one.fillers[Weapon]) == 0 || !strings.HasSuffix(one.fillers[Weapon][0].key, "bomb") {
		t.Errorf("weapons %+v", one.fillers[Weapon])
	}
}

// TestRows: the rows of the second layer are as wide as a model may ask.
func TestRows(t *testing.T) {
	m := train(t)
	doc, err := text.Parse(context.Background(), "A bomb exploded in a hotel today.")
	if err != nil {
		t.Fatal(err)
	}
	w := newView(doc, m.vocab)
	ms := mentions(doc, m.vocab)
	for i := range ms {
		w.describe(&ms[i])
	}
	f := m.read.look(w, ms, w.whole())
	if n := len(f.overview()); n != overviewWidth {
		t.Errorf("a document has %d numbers, want %d", n, overviewWidth)
	}
	for k := range slots {
		for g := range f.fillers[k] {
			if n := len(f.rank(k, g)); n != rankWidth {
				t.Errorf("a filler has %d numbers, want %d", n, rankWidth)
			}
		}
	}
}

// TestLoadDamaged: a damaged model is refused, wherever it is cut.
func TestLoadDamaged(t *testing.T) {
	b, err := train(t).Bytes()
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range []int{0, 5, len(magic), len(magic) + 9, len(b) / 2, len(b) - 3} {
		if _, err := Load(b[:n]); err == nil {
			t.Errorf("the first %d of %d bytes are taken for a model", n, len(b))
		}
	}
}

// TestBoost: trees find what no weighted sum can.
func TestBoost(t *testing.T) {
	var rows [][]float32
	var y []bool
	for i := range 800 {
		a, b := float32(i%2), float32(i/2%2)
		rows = append(rows, []float32{a, b, float32(i % 7)})
		y = append(y, (a == 1) != (b == 1) || i%50 == 0)
	}
	f := boost(rows, y)
	if yes, no := f.at([]float32{1, 0, 3}), f.at([]float32{1, 1, 3}); yes < 1 || no > -1 {
		t.Errorf("log odds %.2f and %.2f of what is one of two, and both", yes, no)
	}
	if f := boost(nil, nil); f.at(nil) != 0 {
		t.Error("nothing learnt, and an opinion")
	}
	if f := boost([][]float32{{1}, {2}}, []bool{false, false}); math.IsNaN(f.at([]float32{1})) || len(f.trees) > 0 {
		t.Error("trees from two rows")
	}
}

// TestNormal: phrases alike to the scorer are alike here.
func TestNormal(t *testing.T) {
	for in, want := range map[string]string{
		"the U.S. embassy": "us embassy", `"mobile" platforms`: "mobile platforms", "A bomb": "bomb", "the": "", "car-bomb": "carbomb",
	} {
		if got := normal(in); got != want {
			t.Errorf("normal(%q) = %q, want %q", in, got, want)
		}
	}
}

// TestNames: runs of words that are not common are names, with what stands
// within names, and without titles.
func TestNames(t *testing.T) {
	v := &vocabulary{common: make(map[hash]bool)}
	for w := range strings.FieldsSeq("the mayor of was killed by men and a judge") {
		v.common[seed.add(w).mix()] = true
	}
	doc := text.Tokenize("The mayor of Tamesis, Dr. Luis de la Calle, was killed by men and a judge.")
	s := &doc.Sentences[0]
	var got []string
	for _, r := range v.names(s) {
		got = append(got, s.SpanOf(r[0], r[1]).In(doc.Text))
	}
	if want := "Tamesis|Luis de la Calle"; strings.Join(got, "|") != want {
		t.Errorf("names %q, want %s", got, want)
	}
}

// TestCluster: words in like directions share a class.
func TestCluster(t *testing.T) {
	c := Cluster([]string{"car", "bus", "red", "blue"}, [][]float32{{1, 0}, {0.9, 0.1}, {0, 1}, {0.1, 0.9}}, 2, 1, 5)
	if c.Narrow[0] == c.Narrow[2] || c.Narrow[2] != c.Narrow[3] {
		t.Errorf("classes %v", c.Narrow)
	}
}
