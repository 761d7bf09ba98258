package syntax

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"tocsin"
)

const tiny = `# text = Soldiers left the town .
1	Soldiers	soldier	NOUN	NNS	_	2	nsubj	_	_
2	left	leave	VERB	VBD	_	0	root	_	_
3	the	the	DET	DT	_	4	det	_	_
4	town	town	NOUN	NN	_	2	obj	_	_
5	.	.	PUNCT	.	_	2	punct	_	_

# text = The army seized power .
1	The	the	DET	DT	_	2	det	_	_
2	army	army	NOUN	NN	_	3	nsubj	_	_
3	seized	seize	VERB	VBD	_	0	root	_	_
4	power	power	NOUN	NN	_	3	obj	_	_
5	.	.	PUNCT	.	_	3	punct	_	_

`

func tinySentences(t *testing.T) []Sentence {
	t.Helper()
	s, err := ReadConllu("tiny", strings.NewReader(strings.Repeat(tiny, 10)))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func tinyOptions() Options {
	o := Defaults()
	o.TagEpochs, o.ParseEpochs, o.SelectEpochs, o.Folds, o.Keep = 3, 3, 2, 2, 5000
	o.TagEps, o.ParseEps = 0, 0
	return o
}

func TestTrainingIsReproducibleAndLearns(t *testing.T) {
	data := tinySentences(t)
	a, err := Train(data, data, tinyOptions(), io.Discard)
	if err != nil {
		t.Fatal(err)
	}
	b, err := Train(data, data, tinyOptions(), io.Discard)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(a, b) {
		t.Error("two runs on the same data differ")
	}
	m, err := Load(a)
	if err != nil {
		t.Fatal(err)
	}
	if s := m.Evaluate(data, true); s.UPOS != 100 || s.LAS != 100 {
		t.Errorf("on its own two sentences UPOS %.1f LAS %.1f", s.UPOS, s.LAS)
	}
	other := tinyOptions()
	other.Seed++
	if c, err := Train(data, data, other, io.Discard); err != nil || bytes.Equal(a, c) {
		t.Errorf("another seed gave the same bytes (%v)", err)
	}
}

func TestDamagedModelsAreRefused(t *testing.T) {
	data := tinySentences(t)
	a, err := Train(data, data, tinyOptions(), io.Discard)
	if err != nil {
		t.Fatal(err)
	}
	for _, b := range [][]byte{nil, []byte("x"), a[:len(a)/2], a[:len(magic)+1], append([]byte(magic), 0xff, 0xff)} {
		if _, err := Load(b); tocsin.CodeOf(err) != tocsin.Internal {
			t.Errorf("%d bytes: %v", len(b), err)
		}
	}
}

func TestConlluErrorsNameTheLine(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"1\tSoldiers\n", "f:1: read CoNLL-U: 2 columns, not 10"},
		{strings.Replace(tiny, "\t2\tnsubj", "\tx\tnsubj", 1), "f:2: HEAD: read CoNLL-U"},
	} {
		_, err := ReadConllu("f", strings.NewReader(c.in))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("got %v, want %s", err, c.want)
		}
	}
	in := "1-2\tcannot\t_\t_\t_\t_\t_\t_\t_\t_\n" + strings.Replace(tiny, "3\tthe", "2.1\tx\tx\tx\tx\t_\t2\tx\t_\t_\n3\tthe", 1)
	if s, err := ReadConllu("f", strings.NewReader(in)); err != nil || len(s) != 2 || len(s[0].Words) != 5 {
		t.Errorf("multiword lines and empty nodes: %v, %v", s, err)
	}
}

// TestOracleKeepsWhatItPromises follows least-cost actions from any state that
// random actions reach: on projective trees they lose no more arcs than the
// costs said.
func TestOracleKeepsWhatItPromises(t *testing.T) {
	m := &Model{Tags: []string{"NOUN|NN"}, Rels: []string{"dep", "root"}}
	m.acts = []action{{shift, 0}, {left, 0}, {left, 1}, {right, 0}}
	m.index()
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 9).Draw(t, "n")
		heads := projective(n, func(k int) int { return rapid.IntRange(0, k-1).Draw(t, "pick") })
		var s state
		s.reset(n)
		lost := 0
		for step := 0; !s.done(); step++ {
			c := s.costs(heads)
			best, least := -1, 1<<30
			var may []int
			for i, a := range m.acts {
				if m.may(&s, a) {
					may = append(may, i)
					if c[a.kind] < least {
						best, least = i, c[a.kind]
					}
				}
			}
			if step < 2 {
				best = rapid.SampledFrom(may).Draw(t, "action")
			}
			lost += c[m.acts[best].kind]
			s.do(m.acts[best])
		}
		wrong := 0
		for i := range n {
			if s.head[i] != heads[i] {
				wrong++
			}
		}
		if wrong > lost {
			t.Fatalf("heads %v: %d arcs wrong, costs promised at most %d", heads, wrong, lost)
		}
	})
}

// projective makes a projective tree over n words whose root is the word n.
func projective(n int, pick func(int) int) []int {
	heads := make([]int, n)
	var build func(lo, hi, head int)
	build = func(lo, hi, head int) {
		if lo >= hi {
			return
		}
		r := lo + pick(hi-lo)
		heads[r] = head
		build(lo, r, r)
		build(r+1, hi, r)
	}
	build(0, n, n)
	return heads
}

func TestLemmas(t *testing.T) {
	m := &Model{}
	for _, c := range []struct{ form, tag, want string }{
		{"killed", "VERB|VBD", "kill"}, {"fled", "VERB|VBD", "flee"}, {"seizing", "VERB|VBG", "seize"}, {"kidnapped", "VERB|VBN", "kidnap"},
		{"overthrew", "VERB|VBD", "overthrow"}, {"dies", "VERB|VBZ", "die"}, {"negotiating", "VERB|VBG", "negotiate"}, {"deposed", "VERB|VBN", "depose"},
		{"armies", "NOUN|NNS", "army"}, {"gunmen", "NOUN|NNS", "gunman"}, {"barracks", "NOUN|NNS", "barracks"}, {"clashes", "NOUN|NNS", "clash"},
		{"n't", "PART|RB", "not"}, {"is", "AUX|VBZ", "be"}, {"deadlier", "ADJ|JJR", "deadly"}, {"worst", "ADJ|JJS", "bad"},
		{"Bamako", "PROPN|NNP", "Bamako"}, {"controlled", "VERB|VBD", "control"}, {"agreed", "VERB|VBD", "agree"},
	} {
		if got := m.Lemma(c.form, c.tag); got != c.want {
			t.Errorf("%s %s: %s, want %s", c.form, c.tag, got, c.want)
		}
	}
}

func TestLexiconKnowsInflections(t *testing.T) {
	l := lexicon()
	for _, c := range []struct {
		form string
		want uint32
	}{{"insurgency", LexNoun}, {"militias", formPlural}, {"besieged", formPast}, {"negotiating", formIng}, {"deadlier", formGrade}, {"overthrow", LexVerb | LexNoun}} {
		if got := l.form(c.form); got&c.want != c.want {
			t.Errorf("%s: %b lacks %b", c.form, got, c.want)
		}
	}
	if l.form("qwxzy") != 0 {
		t.Error("a word that is none is in the lexicon")
	}
	back := DecodeLexicon(EncodeLexicon(map[string]uint8{"army": LexNoun, "raid": LexNoun | LexVerb}))
	if back.entry("army") != LexNoun || back.entry("raid") != LexNoun|LexVerb || back.entry("x") != 0 {
		t.Error("a lexicon does not survive its encoding")
	}
}

// BenchmarkLoad is most of what the start of the program takes. The file must
// stay within its share of the 12 MB that all embedded weights may have.
func BenchmarkLoad(b *testing.B) {
	raw, err := os.ReadFile(filepath.Join("..", "..", "model.bin"))
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(raw)))
	for b.Loop() {
		if _, err := Load(raw); err != nil {
			b.Fatal(err)
		}
	}
}
