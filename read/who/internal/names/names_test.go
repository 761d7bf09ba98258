package names

import (
	"bytes"
	"testing"
)

// toks makes tokens of words; a word with a capital is a proper noun.
func toks(words ...string) []Token {
	var out []Token
	for _, w := range words {
		t := Token{Text: w, Lower: string(bytes.ToLower([]byte(w))), UPOS: "NOUN", Link: w == "of" || w == "al"}
		if capital(w) {
			t.UPOS = "PROPN"
		}
		out = append(out, t)
	}
	return out
}

// lessons are few: what says something is a person, a front is a body, what
// something is in is a place.
func lessons() []Example {
	var out []Example
	for range 3 {
		out = append(out,
			Example{Toks: toks("then", "Ada", "Lovelace", "said", "so"), Kinds: []uint8{0, Person, Person, 0, 0}, Inside: []bool{false, false, true, false, false}},
			Example{Toks: toks("then", "Bo", "Reed", "said", "it"), Kinds: []uint8{0, Person, Person, 0, 0}, Inside: []bool{false, false, true, false, false}},
			Example{Toks: toks("the", "Front", "of", "Karama", "won"), Kinds: []uint8{0, Organisation, Organisation, Organisation, 0}, Inside: []bool{false, false, true, true, false}},
			Example{Toks: toks("riots", "in", "Tesh", "today"), Kinds: []uint8{0, 0, Place, 0}, Inside: make([]bool, 4)})
	}
	return out
}

func TestWhatIsLearntIsFoundInNewNames(t *testing.T) {
	m, err := Read(Learn(lessons(), Options{Epochs: 10, Least: 1}))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		words []string
		want  []uint8
	}{
		{[]string{"then", "Ira", "Moss", "said", "no"}, []uint8{0, Person, Person, 0, 0}},
		{[]string{"the", "Front", "of", "Noor", "won"}, []uint8{0, Organisation, Organisation, Organisation, 0}},
		{[]string{"war", "in", "Kobe", "today"}, []uint8{0, 0, Place, 0}},
		{[]string{"nothing", "said", "in", "small", "letters"}, []uint8{0, 0, 0, 0, 0}},
	} {
		labels, margin := m.Tag(toks(c.words...))
		for i, l := range labels {
			if l.Kind() != c.want[i] || margin[i] < 0 {
				t.Errorf("%v: %q is of kind %d, want %d", c.words, c.words[i], l.Kind(), c.want[i])
			}
			if l.Inside() && (i == 0 || labels[i-1].Kind() != l.Kind()) {
				t.Errorf("%v: %q goes on with nothing", c.words, c.words[i])
			}
		}
	}
}

func TestLearningTwiceGivesTheSameBytes(t *testing.T) {
	if !bytes.Equal(Learn(lessons(), Defaults()), Learn(lessons(), Defaults())) {
		t.Error("the weights differ")
	}
}

func TestLabels(t *testing.T) {
	for kind := Person; kind < kinds; kind++ {
		for _, inside := range []bool{false, true} {
			if l := label(kind, inside); l.Kind() != kind || l.Inside() != inside || int(l) >= labels {
				t.Errorf("kind %d, %v: label %d is of kind %d, %v", kind, inside, l, l.Kind(), l.Inside())
			}
		}
	}
}

// FuzzRead: no file breaks the reading, and what is read can be used.
func FuzzRead(f *testing.F) {
	good := Learn(lessons(), Defaults())
	f.Add(good)
	f.Add(good[:len(good)-1])
	f.Add([]byte(magic + "\xff\xff\xff\xff"))
	f.Fuzz(func(t *testing.T, b []byte) {
		if m, err := Read(b); err == nil {
			m.Tag(toks("the", "Front", "of", "Karama", "won"))
		}
	})
}
