// Command train learns the weights by which package who tells names apart from
// a file in CoNLL form, one token and its tag a line:
//
//	go run ./read/who/train --train FILE --out read/who/names.bin
//
// The tags are those of wikigold (I-PER, I-LOC, I-ORG, I-MISC). The same file
// gives the same bytes on every machine.
package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/alecthomas/kong"

	"tocsin"
	"tocsin/actor"
	"tocsin/read/text"
	"tocsin/read/who"
	"tocsin/read/who/internal/names"
)

type options struct {
	Train  string  `required:"" help:"CoNLL file to learn from"`
	Out    string  `required:"" help:"file to write the weights to"`
	Epochs int     `help:"passes over the file (default ${epochs})" default:"${epochs}"`
	Least  int     `help:"keep features seen so often (default ${least})" default:"${least}"`
	Eps    float64 `help:"drop weights below this (default ${eps})" default:"${eps}"`
	Skip   int     `help:"leave out documents whose number has this remainder by two, to measure on them" default:"-1"`
}

func main() {
	d := names.Defaults()
	var o options
	kong.Parse(&o, kong.Name("train"), kong.Vars{"epochs": fmt.Sprint(d.Epochs), "least": fmt.Sprint(d.Least), "eps": fmt.Sprint(d.Eps)})
	if err := run(o); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func run(o options) error {
	f, err := os.Open(o.Train)
	if err != nil {
		return err
	}
	defer f.Close()
	docs, err := read(f)
	if err != nil {
		return err
	}
	reg, err := actor.Default()
	if err != nil {
		return err
	}
	var list []names.Example
	for i, d := range docs {
		if i%2 == o.Skip {
			continue
		}
		more, err := d.examples(reg)
		if err != nil {
			return err
		}
		list = append(list, more...)
	}
	b := names.Learn(list, names.Options{Epochs: o.Epochs, Least: o.Least, Eps: o.Eps})
	fmt.Fprintf(os.Stderr, "%d sentences, %d bytes\n", len(list), len(b))
	return os.WriteFile(o.Out, b, 0o644)
}

// A document is its text, put together from its tokens, and its names.
type document struct {
	text  string
	spans []span
}

type span struct {
	at   tocsin.Span
	kind uint8
}

var kinds = map[string]uint8{"PER": names.Person, "ORG": names.Organisation, "LOC": names.Place, "MISC": names.Other}

// read takes the file apart. A new paragraph stands for each empty line.
func read(r io.Reader) ([]document, error) {
	var docs []document
	var d document
	prev, gap := "O", "\n\n"
	flush := func() {
		if d.text != "" {
			docs = append(docs, d)
		}
		d, prev = document{}, "O"
	}
	sc := bufio.NewScanner(r)
	for sc.Scan() {
		f := strings.Fields(sc.Text())
		if len(f) < 2 || f[0] == "-DOCSTART-" {
			if len(f) > 0 {
				flush()
			}
			prev, gap = "O", "\n\n"
			continue
		}
		if d.text != "" && !(gap == " " && (strings.Contains(".,;:)'s%", f[0]) || strings.HasSuffix(d.text, "("))) {
			d.text += gap
		}
		gap = " "
		lo := len(d.text)
		d.text += f[0]
		tag := strings.TrimPrefix(f[1], "I-")
		if n := len(d.spans) - 1; tag != "O" && tag == prev {
			d.spans[n].at[1] = len(d.text)
		} else if tag != "O" {
			d.spans = append(d.spans, span{tocsin.Span{lo, len(d.text)}, kinds[tag]})
		}
		prev = tag
	}
	flush()
	return docs, sc.Err()
}

// examples parses a document and gives each token the kind of the name that
// holds it.
func (d document) examples(reg *actor.Registry) ([]names.Example, error) {
	doc, err := text.Parse(context.Background(), d.text)
	if err != nil {
		return nil, nil // not English enough: a list of names
	}
	var out []names.Example
	k := 0
	for i := range doc.Sentences {
		s := &doc.Sentences[i]
		e := names.Example{Toks: who.NameTokens(s, reg), Kinds: make([]uint8, len(s.Tokens)), Inside: make([]bool, len(s.Tokens))}
		for j, t := range s.Tokens {
			for k < len(d.spans) && d.spans[k].at[1] <= t.Span[0] {
				k++
			}
			if k < len(d.spans) && t.Span[0] >= d.spans[k].at[0] && t.Span[1] <= d.spans[k].at[1] {
				e.Kinds[j] = d.spans[k].kind
				e.Inside[j] = t.Span[0] > d.spans[k].at[0]
			}
		}
		out = append(out, e)
	}
	return out, nil
}
