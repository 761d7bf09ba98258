package names

import (
	"unicode"
	"unicode/utf8"
)

// The kinds of names.
const (
	None uint8 = iota
	Person
	Organisation
	Place
	Other // works, events, peoples
	kinds
)

// Label is a kind and whether its name goes on from the token before.
type Label uint8

// labels are None, then each kind begun and continued.
const labels = 2*int(kinds) - 1

// label makes the label of a kind.
func label(kind uint8, inside bool) Label {
	if kind == None {
		return 0
	}
	l := Label(2*kind - 1)
	if inside {
		l++
	}
	return l
}

// Kind is the kind of name that the token is part of.
func (l Label) Kind() uint8 { return uint8(l+1) / 2 }

// Inside reports whether the token goes on with the name before it.
func (l Label) Inside() bool { return l > 0 && l%2 == 0 }

// A Token is a word with what its sentence and the word lists say of it.
type Token struct {
	Text, Lower, UPOS, Rel string
	Up                     string // lemma of the word it depends on
	Case                   string // the preposition of its phrase
	Lists                  uint16 // one bit for each word list that has it, as the caller counts them
	Link                   bool   // joins the parts of a name: de, al, of, &
}

// capital reports whether a word begins with a capital letter.
func capital(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

// candidates marks the tokens that may be in a name: capitals, and what joins
// two of them.
func candidates(toks []Token) []bool {
	out := make([]bool, len(toks))
	last := -9
	for i := range toks {
		if !capital(toks[i].Text) {
			continue
		}
		out[i] = true
		joined := i-last <= 4
		for k := last + 1; k < i && joined; k++ {
			joined = toks[k].Link
		}
		for k := last + 1; k < i && joined; k++ {
			out[k] = true
		}
		last = i
	}
	return out
}
