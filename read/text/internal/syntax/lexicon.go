package syntax

import (
	_ "embed"
	"encoding/binary"
	"slices"
	"sync"
)

// lexicon.bin holds, for the single words of WordNet, which parts of speech
// they may have; see LICENSE.wordnet beside it.
//
//go:embed lexicon.bin
var lexiconBytes []byte

// Bits of a lexicon entry.
const (
	LexNoun    = 1 << iota // a common noun
	LexVerb                // a verb
	LexAdj                 // an adjective
	LexAdv                 // an adverb
	LexName                // a name, with a capital
	LexMostly1             // with LexMostly2: the commonest part of speech, 0 noun, 1 verb, 2 adjective, 3 adverb
	LexMostly2
)

// Bits of what a form can be, beside those of its own entry.
const (
	formPlural = 1 << (iota + 7) // a noun with -s
	formThird                    // a verb with -s
	formPast                     // a verb with -ed
	formIng                      // a verb with -ing
	formGrade                    // an adjective with -er or -est
)

// A Lexicon maps the hash of a word to its entry.
type Lexicon struct{ slots []slot }

type slot struct{ key, at uint32 } // at is the entry and 1; 0 is free

var lexicon = sync.OnceValue(func() *Lexicon { return DecodeLexicon(lexiconBytes) })

// EncodeLexicon packs entries by word.
func EncodeLexicon(entries map[string]uint8) []byte {
	byHash := make(map[uint32]uint8, len(entries))
	keys := make([]uint32, 0, len(entries))
	for w, e := range entries {
		h := hashString(w)
		if _, ok := byHash[h]; !ok {
			keys = append(keys, h)
		}
		byHash[h] |= e
	}
	slices.Sort(keys)
	b := binary.AppendUvarint(nil, uint64(len(keys)))
	last := uint32(0)
	for _, k := range keys {
		b = binary.AppendUvarint(b, uint64(k-last))
		last = k
	}
	for _, k := range keys {
		b = append(b, byHash[k])
	}
	return b
}

// DecodeLexicon unpacks what EncodeLexicon wrote; what does not decode is empty.
func DecodeLexicon(b []byte) *Lexicon {
	n64, k := binary.Uvarint(b)
	if k <= 0 || n64 > uint64(len(b)) {
		return &Lexicon{slots: make([]slot, 2)}
	}
	n := int(n64)
	b = b[k:]
	keys := make([]uint32, 0, n)
	last := uint32(0)
	for range n {
		d, k := binary.Uvarint(b)
		if k <= 0 {
			break
		}
		b = b[k:]
		last += uint32(d)
		keys = append(keys, last)
	}
	size := 1024
	for size*3 < 4*n {
		size *= 2
	}
	l := &Lexicon{slots: make([]slot, size)}
	for i, key := range keys {
		if i < len(b) {
			l.insert(key, uint32(b[i])+1)
		}
	}
	return l
}

func (l *Lexicon) insert(key, at uint32) {
	mask := uint32(len(l.slots) - 1)
	i := (key * 0x9E3779B1 >> 4) & mask
	for l.slots[i].at != 0 {
		i = (i + 1) & mask
	}
	l.slots[i] = slot{key, at}
}

// entry returns the bits of a word in lower case, 0 where it is not there.
func (l *Lexicon) entry(w string) uint32 {
	mask := uint32(len(l.slots) - 1)
	h := hashString(w)
	for i := (h * 0x9E3779B1 >> 4) & mask; l.slots[i].at != 0; i = (i + 1) & mask {
		if l.slots[i].key == h {
			return l.slots[i].at - 1
		}
	}
	return 0
}

// form returns what a form can be: its own entry and those of the words that it
// may be inflected from.
func (l *Lexicon) form(w string) uint32 {
	e := l.entry(w)
	n := len(w)
	if n < 4 {
		return e
	}
	base := func(cut int, tail string, want uint32) bool { return l.entry(w[:n-cut]+tail)&want != 0 }
	switch {
	case w[n-1] == 's' && w[n-2] != 's':
		for _, t := range [...]struct {
			cut  int
			tail string
		}{{1, ""}, {2, ""}, {3, "y"}} {
			if t.cut == 2 && w[n-2] != 'e' || t.cut == 3 && (w[n-2] != 'e' || w[n-3] != 'i') {
				continue
			}
			if base(t.cut, t.tail, LexNoun) {
				e |= formPlural
			}
			if base(t.cut, t.tail, LexVerb) {
				e |= formThird
			}
		}
	case w[n-2:] == "ed":
		if base(2, "", LexVerb) || base(1, "", LexVerb) || n > 5 && base(3, "", LexVerb) || w[n-3] == 'i' && base(3, "y", LexVerb) {
			e |= formPast
		}
	case n > 4 && w[n-3:] == "ing":
		if base(3, "", LexVerb) || base(3, "e", LexVerb) || n > 6 && base(4, "", LexVerb) {
			e |= formIng
		}
	case w[n-2:] == "er":
		if base(2, "", LexAdj) || base(1, "", LexAdj) || n > 5 && base(3, "", LexAdj) || base(3, "y", LexAdj) {
			e |= formGrade
		}
	case n > 5 && w[n-3:] == "est":
		if base(3, "", LexAdj) || base(2, "", LexAdj) || base(4, "y", LexAdj) {
			e |= formGrade
		}
	}
	return e
}

// Common reports whether a word in lower case is, or is inflected from, a word
// of the lexicon that is no name.
func (m *Model) Common(w string) bool {
	return lexicon().form(american(w))&^(LexName|LexMostly1|LexMostly2) != 0
}

// OnlyPast reports whether a word in lower case is the past of a verb and no
// noun of its own.
func (m *Model) OnlyPast(w string) bool {
	e := lexicon().form(american(w))
	return e&formPast != 0 && e&LexNoun == 0
}

// MayBeVerb reports whether a word in lower case is the base form of a verb.
func (m *Model) MayBeVerb(w string) bool { return lexicon().entry(american(w))&LexVerb != 0 }
