package read_test

import (
	"context"
	"math/rand"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"tocsin"
	"tocsin/actor"
	"tocsin/gazetteer"
	"tocsin/read"
)

// tornTexts is how many texts TestTorn reads.
const tornTexts = 4000

// TestTorn reads sentences of the reading cases with their beginnings, ends or middles
// gone and run into one another: a word that grammar asks for may be missing
// anywhere, and no rule may look for it outside the sentence.
func TestTorn(t *testing.T) {
	var sentences []string
	files, err := filepath.Glob("testdata/cases/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		raw, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(raw)) {
			if line = strings.TrimSpace(strings.TrimPrefix(line, ">")); len(strings.Fields(line)) > 5 {
				sentences = append(sentences, line)
			}
		}
	}
	r := worldReader(t, nil)
	rnd := rand.New(rand.NewSource(1))
	for range tornTexts {
		text := tear(rnd, sentences) + " " + tear(rnd, sentences)
		if !strings.ContainsFunc(text, unicode.IsLetter) {
			continue
		}
		if _, err := r.Read(context.Background(), tocsin.Report{ID: tocsin.Hash([]byte(text)), Text: text, Published: tocsin.MustDate("2020-06-01")}); err != nil {
			t.Fatalf("%q: %v", text, err)
		}
	}
}

// worldReader reads with what is built in, and the places given.
func worldReader(t *testing.T, places []gazetteer.Place) *read.Reader {
	t.Helper()
	g, err := gazetteer.World()
	if err != nil {
		t.Fatal(err)
	}
	reg, err := actor.Default()
	if err != nil {
		t.Fatal(err)
	}
	if len(places) > 0 {
		g = g.With(places)
	}
	r, err := read.New(read.Options{Gazetteer: g, Actors: reg})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// tear takes words out of a sentence, or runs it into another.
func tear(rnd *rand.Rand, sentences []string) string {
	words := strings.Fields(sentences[rnd.Intn(len(sentences))])
	i := rnd.Intn(len(words))
	switch rnd.Intn(4) {
	case 0:
		words = words[i:]
	case 1:
		words = words[:i+1]
	case 2:
		words = append(words[:i:i], words[i+1:]...)
	default:
		other := strings.Fields(sentences[rnd.Intn(len(sentences))])
		words = append(words[i:len(words):len(words)], other[:rnd.Intn(len(other))]...)
	}
	return strings.Join(words, " ") + []string{".", " ", "\n\n", ""}[rnd.Intn(4)]
}
