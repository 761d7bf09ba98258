package main

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"io"
	"os"
	"strings"

	"tocsin"
	"tocsin/gazetteer"
	"tocsin/read/text"
	"tocsin/read/where"
)

// A sentence is a sentence with a verb and the places at which what it says
// happened, as byte spans.
type sentence struct {
	Text   string
	Verb   tocsin.Span
	Places []tocsin.Span
}

// readSentences reads sentences with a verb and its places, one JSON object a
// line, plain or in gzip: text, and spans with start, end (characters) and a
// label, VERB or LOCATION. Lines without a verb are left out; so are locations of
// no length.
func readSentences(file string) ([]sentence, error) {
	raw, err := os.ReadFile(file)
	if err == nil && strings.HasSuffix(file, ".gz") {
		var z *gzip.Reader
		if z, err = gzip.NewReader(bytes.NewReader(raw)); err == nil {
			raw, err = io.ReadAll(z)
		}
	}
	if err != nil {
		return nil, fmt.Errorf("read verbs and places: %s: %w", file, err)
	}
	var out []sentence
	for n, line := range bytes.Split(raw, []byte("\n")) {
		if len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		v, ok, err := oneOf(line)
		if err != nil {
			return nil, fmt.Errorf("read verbs and places: %s:%d: one JSON object a line, with text and spans: %w", file, n+1, err)
		}
		if ok {
			out = append(out, v)
		}
	}
	return out, nil
}

func oneOf(line []byte) (v sentence, ok bool, err error) {
	var j struct {
		Text  string
		Spans []struct {
			Start, End int
			Label      string
		}
	}
	if err := json.Unmarshal(line, &j); err != nil {
		return v, false, err
	}
	var at []int // character to byte
	for i := range j.Text {
		at = append(at, i)
	}
	at = append(at, len(j.Text))
	v.Text = j.Text
	for _, s := range j.Spans {
		if s.Start < 0 || s.End >= len(at) || s.Start >= s.End {
			continue
		}
		span := tocsin.Span{at[s.Start], at[s.End]}
		if s.Label == "VERB" {
			v.Verb, ok = span, true
		} else {
			v.Places = append(v.Places, span)
		}
	}
	return v, ok, nil
}

// odd reports which half a sentence is in: the weights of Of come from the odd
// one.
func (v *sentence) odd() bool {
	h := fnv.New32a()
	h.Write([]byte(v.Text))
	return h.Sum32()%2 == 1
}

// choices parses the sentence and lists what Of may choose, and which of it is
// right.
func (v *sentence) choices(ctx context.Context, g *gazetteer.Gazetteer) (choices []where.Choice, right []bool, err error) {
	choices, right = []where.Choice{{Index: -1, Features: []string{"none"}}}, []bool{len(v.Places) == 0}
	doc, err := text.Parse(ctx, v.Text)
	if err != nil {
		return choices, right, ctx.Err()
	}
	found := where.Find(doc, g)
	for i := range doc.Sentences {
		s := &doc.Sentences[i]
		for t := range s.Tokens {
			if s.Tokens[t].Span[0] <= v.Verb[0] && v.Verb[0] < s.Tokens[t].Span[1] {
				choices = where.Choices(doc, found, i, t)
			}
		}
	}
	right = make([]bool, len(choices))
	right[0] = len(v.Places) == 0
	for i, c := range choices[1:] {
		for _, p := range v.Places {
			if f := found[c.Index]; f.Span[0] < p[1] && p[0] < f.Span[1] {
				right[i+1] = true
			}
		}
	}
	return choices, right, nil
}

// right reports whether Of, with the weights that are built in, chooses right.
func (v *sentence) right(ctx context.Context, g *gazetteer.Gazetteer) (bool, error) {
	doc, err := text.Parse(ctx, v.Text)
	if err != nil {
		return len(v.Places) == 0, ctx.Err()
	}
	found := where.Find(doc, g)
	chosen := -1
	for i := range doc.Sentences {
		s := &doc.Sentences[i]
		for t := range s.Tokens {
			if s.Tokens[t].Span[0] <= v.Verb[0] && v.Verb[0] < s.Tokens[t].Span[1] {
				chosen, _ = where.Of(doc, found, i, t)
			}
		}
	}
	if chosen < 0 {
		return len(v.Places) == 0, nil
	}
	for _, p := range v.Places {
		if f := found[chosen]; f.Span[0] < p[1] && p[0] < f.Span[1] {
			return true, nil
		}
	}
	return false, nil
}
