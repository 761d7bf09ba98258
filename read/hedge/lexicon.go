package hedge

import (
	"embed"
	"io/fs"
	"slices"
	"strings"
	"sync"

	"tocsin"
	"tocsin/read/internal/lexfile"
)

//go:embed lexicon/*.txt
var embedded embed.FS

// A Lexicon holds the words that hedge. It is read from two files,
// signatures.txt and cues.txt, whose heads describe their form.
type Lexicon struct {
	signs  map[string]map[string]signature // by kind, by word
	cues   map[string]map[string]string    // by kind, by word: the effect
	phrase map[string][][]string           // "phrase" entries by their first word
}

// A signature is what becomes of the thing that hangs on a word, where the word
// holds and where it is negated.
type signature struct{ so, not string }

var (
	signKinds  = []string{"verb", "object", "subject", "adj", "noun"}
	signValues = []string{"+", "-", "+?", "-?", "+~", "-~", "?", "0", "r", "r-", "f", "q", "e", "a", "g"}
	cueKinds   = []string{"modal", "adverb", "adjective", "determiner", "mark", "phrase"}
	effects    = []string{"certain", "probable", "possible", "inferred", "reported", "future", "would", "deontic",
		"not", "hardly", "almost", "planned", "attempted", "if", "unless", "after", "because"}
)

// defaults is the embedded lexicon, read once. TestLexicon holds that it reads.
var defaults = sync.OnceValue(func() *Lexicon {
	sub, err := fs.Sub(embedded, "lexicon")
	if err == nil {
		var lex *Lexicon
		if lex, err = ReadLexicon(sub); err == nil {
			return lex
		}
	}
	panic("hedge: the embedded lexicon does not read: " + err.Error())
})

// ReadLexicon reads signatures.txt and cues.txt from dir. The first bad line is
// an error with its file, line and field.
func ReadLexicon(dir fs.FS) (*Lexicon, error) {
	lex := &Lexicon{signs: map[string]map[string]signature{}, cues: map[string]map[string]string{},
		phrase: map[string][][]string{}}
	for _, k := range signKinds {
		lex.signs[k] = map[string]signature{}
	}
	for _, k := range cueKinds {
		lex.cues[k] = map[string]string{}
	}
	err := lexfile.Read(dir, lexfile.File{Name: "signatures.txt", Line: lex.signLine},
		lexfile.File{Name: "cues.txt", Line: lex.cueLine})
	if err != nil {
		return nil, err
	}
	return lex, nil
}

// signLine reads "KIND IF_SO IF_NOT : WORDS...".
func (lex *Lexicon) signLine(line string) *tocsin.Error {
	head, tail, _ := strings.Cut(line, " : ")
	f, words := strings.Fields(head), strings.Fields(tail)
	if len(f) != 3 || len(words) == 0 {
		return lexfile.Bad("", "write KIND IF_SO IF_NOT : WORDS...", "%d fields before the colon and %d words behind it", len(f), len(words))
	}
	if !slices.Contains(signKinds, f[0]) {
		return lexfile.Bad("kind", "use one of "+strings.Join(signKinds, ", "), "unknown kind %q", f[0])
	}
	for i, name := range []string{"if_so", "if_not"} {
		if !slices.Contains(signValues, f[i+1]) {
			return lexfile.Bad(name, "use one of "+strings.Join(signValues, " "), "unknown value %q", f[i+1])
		}
	}
	for _, w := range words {
		if _, ok := lex.signs[f[0]][w]; ok {
			return lexfile.Bad("words", "keep one of the two", "%s %q stands twice", f[0], w)
		}
		lex.signs[f[0]][w] = signature{f[1], f[2]}
	}
	return nil
}

// cueLine reads "KIND EFFECT : WORDS...".
func (lex *Lexicon) cueLine(line string) *tocsin.Error {
	head, tail, _ := strings.Cut(line, " : ")
	f, words := strings.Fields(head), strings.Fields(tail)
	if len(f) != 2 || len(words) == 0 {
		return lexfile.Bad("", "write KIND EFFECT : WORDS...", "%d fields before the colon and %d words behind it", len(f), len(words))
	}
	if !slices.Contains(cueKinds, f[0]) {
		return lexfile.Bad("kind", "use one of "+strings.Join(cueKinds, ", "), "unknown kind %q", f[0])
	}
	if !slices.Contains(effects, f[1]) {
		return lexfile.Bad("effect", "use one of "+strings.Join(effects, ", "), "unknown effect %q", f[1])
	}
	for _, w := range words {
		if _, ok := lex.cues[f[0]][w]; ok {
			return lexfile.Bad("words", "keep one of the two", "%s %q stands twice", f[0], w)
		}
		lex.cues[f[0]][w] = f[1]
		if f[0] == "phrase" {
			p := strings.Split(w, "_")
			lex.phrase[p[0]] = append(lex.phrase[p[0]], p)
		}
	}
	return nil
}
