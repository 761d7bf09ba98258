package text

import (
	"context"
	"strings"
	"unicode/utf8"

	"tocsin"
)

// Parse takes a text apart. It is safe for concurrent use. A text in another
// language than English is refused with an error of code Unsupported that names
// the language, one without a word with an error of code Invalid.
func Parse(ctx context.Context, s string) (*Doc, error) {
	return ParseWith(ctx, s, Options{})
}

// ParseWith is [Parse] with options.
func ParseWith(ctx context.Context, s string, o Options) (*Doc, error) {
	part := o.Part
	if part.IsZero() {
		part = tocsin.Span{0, len(s)}
	}
	if part[0] == 0 {
		if err := checkLanguage(s); err != nil {
			return nil, err
		}
	}
	doc, err := tokenize(ctx, s, part)
	if err != nil {
		return nil, err
	}
	lowered := isLowered(part.In(s))
	for i := range doc.Sentences {
		if i%64 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		analyse(&doc.Sentences[i], o, lowered)
	}
	markQuotes(doc)
	return doc, nil
}

// Parts cuts a text into parts of at most 256 KB, each of which is read as a text
// of its own, so that the room and the time a text takes grow with its length
// and no faster. No report is that long. A part ends with a paragraph where it
// can, else with a line, else with a word.
func Parts(s string) []tocsin.Span {
	var out []tocsin.Span
	for lo := 0; lo < len(s); {
		hi := lo + partSize
		if hi >= len(s) {
			return append(out, tocsin.Span{lo, len(s)})
		}
		window := s[lo+partSize/2 : hi]
		for _, mark := range []string{"\n\n", "\n", ". ", " "} {
			if i := strings.LastIndex(window, mark); i >= 0 {
				hi = lo + partSize/2 + i + len(mark)
				break
			}
		}
		for hi < len(s) && hi > lo+1 && !utf8.RuneStart(s[hi]) && hi > lo+partSize-utf8.UTFMax {
			hi--
		}
		out = append(out, tocsin.Span{lo, hi})
		lo = hi
	}
	return out
}

const partSize = 256 << 10

// Tokenize finds sentences and tokens and nothing else: no tags, no tree, and
// no judgement of the language.
func Tokenize(s string) *Doc {
	doc, err := tokenize(context.Background(), s, tocsin.Span{0, len(s)})
	if err != nil { // only a cancelled context fails, and Background is never cancelled
		return &Doc{Text: s}
	}
	return doc
}

func tokenize(ctx context.Context, s string, part tocsin.Span) (*Doc, error) {
	doc := &Doc{Text: s}
	lower := make(map[string]string)
	var err error
	cutText(s, part, func(c cut) bool {
		if len(doc.Sentences)%256 == 0 {
			if err = ctx.Err(); err != nil {
				return false
			}
		}
		doc.Sentences = append(doc.Sentences, newSentence(s, c, len(doc.Sentences)+1, lower))
		return true
	})
	return doc, err
}

func newSentence(text string, c cut, number int, lower map[string]string) Sentence {
	s := Sentence{Number: number, Paragraph: c.paragraph, Kind: c.kind, Tokens: make([]Token, len(c.tokens))}
	s.Span = tocsin.Span{c.tokens[0][0], c.tokens[len(c.tokens)-1][1]}
	for i, span := range c.tokens {
		w := span.In(text)
		low, ok := lower[w]
		if !ok {
			low = strings.ToLower(strings.ReplaceAll(w, "’", "'"))
			if len(lower) < 1<<16 {
				lower[w] = low
			}
		}
		s.Tokens[i] = Token{Span: span, Text: w, Lower: low, Lemma: low, Head: -1}
	}
	return s
}
