package says

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

// A Lexicon holds the words that make speakers. It is read from two files,
// verbs.txt and words.txt, whose heads describe their form.
type Lexicon struct {
	verbs map[string]verb
	nouns map[string]cueWord
	advs  map[string]cueWord
	adjs  map[string]cueWord
	// phrases maps the first word of a phrase to the phrases that start so.
	phrases map[string][]phrase
	sets    map[string]map[string]bool
	topics  map[string]map[string]bool // by preposition, the nouns whose phrase is a topic
}

// A verb is one line of verbs.txt.
type verb struct {
	class, stance string
	frames        map[string]bool
	denies        bool
}

// A cueWord is a noun, adverb or adjective that attributes.
type cueWord struct {
	stance string
	denies bool
}

// A phrase stands before a source: "according to".
type phrase struct {
	words  []string
	stance string
}

var (
	classes  = []string{"speech", "thought", "attitude"}
	stances  = []string{"certain", "probable", "possible", "unknown"}
	frames   = []string{"clause", "quote", "inf", "ing", "np", "as", "small", "hearer", "wh", "seem"}
	setKinds = []string{"document", "collective", "nobody", "person", "abstract", "evidence"}
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
	panic("says: the embedded lexicon does not read: " + err.Error())
})

// ReadLexicon reads verbs.txt and words.txt from dir. The first bad line is
// an error with its file, line and field.
func ReadLexicon(dir fs.FS) (*Lexicon, error) {
	lex := &Lexicon{
		verbs: map[string]verb{}, nouns: map[string]cueWord{}, advs: map[string]cueWord{},
		adjs: map[string]cueWord{}, phrases: map[string][]phrase{}, sets: map[string]map[string]bool{},
		topics: map[string]map[string]bool{},
	}
	err := lexfile.Read(dir, lexfile.File{Name: "verbs.txt", Line: lex.verbLine},
		lexfile.File{Name: "words.txt", Line: lex.wordLine})
	if err != nil {
		return nil, err
	}
	return lex, nil
}

// verbLine reads "LEMMA CLASS STANCE FRAMES [denies]".
func (lex *Lexicon) verbLine(line string) *tocsin.Error {
	f := strings.Fields(line)
	if len(f) < 4 || len(f) > 5 {
		return lexfile.Bad("", "write LEMMA CLASS STANCE FRAMES [denies]", "%d fields, want 4 or 5", len(f))
	}
	if !slices.Contains(classes, f[1]) {
		return lexfile.Bad("class", "use one of "+strings.Join(classes, ", "), "unknown class %q", f[1])
	}
	if !slices.Contains(stances, f[2]) {
		return lexfile.Bad("stance", "use one of "+strings.Join(stances, ", "), "unknown stance %q", f[2])
	}
	v := verb{class: f[1], stance: f[2], frames: map[string]bool{}}
	for _, fr := range strings.Split(f[3], ",") {
		if prep, ok := strings.CutPrefix(fr, "obl:"); ok && prep != "" {
			v.frames["obl"] = true
		} else if !slices.Contains(frames, fr) {
			return lexfile.Bad("frames", "use "+strings.Join(frames, ", ")+" or obl:PREPOSITION", "unknown frame %q", fr)
		}
		v.frames[fr] = true
	}
	if len(f) == 5 {
		if f[4] != "denies" {
			return lexfile.Bad("denies", `leave it out or write "denies"`, "unknown flag %q", f[4])
		}
		v.denies = true
	}
	if _, ok := lex.verbs[f[0]]; ok {
		return lexfile.Bad("lemma", "merge the two lines", "%q stands twice", f[0])
	}
	lex.verbs[f[0]] = v
	return nil
}

// wordLine reads "KIND [STANCE] [denies] : WORDS...".
func (lex *Lexicon) wordLine(line string) *tocsin.Error {
	head, tail, ok := strings.Cut(line, " : ")
	words := strings.Fields(tail)
	if !ok || len(words) == 0 {
		return lexfile.Bad("", `write KIND [STANCE] : WORDS...`, "no words after a colon")
	}
	f := strings.Fields(head)
	if len(f) == 0 {
		return lexfile.Bad("kind", "name the kind before the colon", "no kind")
	}
	if slices.Contains(setKinds, f[0]) {
		if lex.sets[f[0]] == nil {
			lex.sets[f[0]] = map[string]bool{}
		}
		for _, w := range words {
			lex.sets[f[0]][w] = true
		}
		return nil
	}
	if f[0] == "topic" && len(f) == 2 {
		if lex.topics[f[1]] == nil {
			lex.topics[f[1]] = map[string]bool{}
		}
		for _, w := range words {
			lex.topics[f[1]][w] = true
		}
		return nil
	}
	if len(f) < 2 || !slices.Contains(stances, f[1]) {
		return lexfile.Bad("stance", "use one of "+strings.Join(stances, ", "), "%s has no stance", f[0])
	}
	cue := cueWord{stance: f[1], denies: len(f) > 2 && f[2] == "denies"}
	for _, w := range words {
		switch f[0] {
		case "noun":
			lex.nouns[w] = cue
		case "adverb":
			lex.advs[w] = cue
		case "adjective":
			lex.adjs[w] = cue
		case "phrase":
			p := strings.Split(w, "_")
			lex.phrases[p[0]] = append(lex.phrases[p[0]], phrase{p, cue.stance})
		default:
			return lexfile.Bad("kind", "see the head of the file", "unknown kind %q", f[0])
		}
	}
	return nil
}

// is reports whether word is in the named set.
func (lex *Lexicon) is(set, word string) bool { return lex.sets[set][word] }

// verbAt returns the entry of the verb at i of v: with the preposition or
// particle behind it ("call_for") where there is one, else alone.
func (lex *Lexicon) verbAt(v *view, i int) (verb, bool) {
	lemma := v.Tok(i).Lemma
	next := v.Tok(i + 1)
	if next.UPOS == "ADP" || next.UPOS == "ADV" || next.Is("compound:prt") {
		if w, ok := lex.verbs[lemma+"_"+next.Lower]; ok {
			return w, true
		}
	}
	w, ok := lex.verbs[lemma]
	return w, ok
}
