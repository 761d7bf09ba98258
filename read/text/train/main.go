// Command train learns the tagger and parser of package text from Universal
// Dependencies files and writes them as one file:
//
//	go run ./read/text/train --train FILE --dev FILE --out read/text/model.bin
//	go run ./read/text/train --train FILE --dev FILE --beside read/text/model.bin --out read/text/careful.bin
//
// The second command learns the two parsers that vote beside the first model
// where the reader is asked to be careful. The same files give the same bytes on
// every machine, after about five minutes of one core for each of the three;
// TOCSIN_TRAIN=1 go test -timeout 1h ./read/text/train does it again and
// compares. Files may be gzipped.
package main

import (
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/alecthomas/kong"

	"tocsin/read/text/internal/syntax"
)

type options struct {
	Train  string    `required:"" help:"CoNLL-U file to learn from"`
	Dev    string    `required:"" help:"CoNLL-U file to watch progress on"`
	Out    string    `required:"" help:"file to write the model to"`
	Eps    float64   `help:"drop weights of the parser below this (default ${eps})" default:"${eps}"`
	Epoch  int       `help:"epochs of the parser (default ${epochs})" default:"${epochs}"`
	Keep   int       `help:"features of the parser to keep (default ${keep})" default:"${keep}"`
	Beside string    `help:"model beside which two more parsers are to vote"`
	Sweep  []float64 `help:"further values of eps to measure"`
}

func main() {
	d := syntax.Defaults()
	var o options
	kong.Parse(&o, kong.Name("train"), kong.Vars{"eps": fmt.Sprint(d.ParseEps), "epochs": fmt.Sprint(d.ParseEpochs), "keep": fmt.Sprint(d.Keep)})
	d.ParseEps, d.ParseEpochs, d.Keep, d.Sweep = o.Eps, o.Epoch, o.Keep, o.Sweep
	if err := run(o, d); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func run(o options, d syntax.Options) error {
	train, err := read(o.Train)
	if err != nil {
		return err
	}
	dev, err := read(o.Dev)
	if err != nil {
		return err
	}
	var out []byte
	if o.Beside == "" {
		out, err = syntax.Train(train, dev, d, os.Stderr)
	} else {
		var main []byte
		if main, err = os.ReadFile(o.Beside); err == nil {
			out, err = syntax.TrainVote(main, train, dev, d, os.Stderr)
		}
	}
	if err != nil {
		return err
	}
	return os.WriteFile(o.Out, out, 0o644)
}

func read(name string) ([]syntax.Sentence, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var r io.Reader = f
	if strings.HasSuffix(name, ".gz") {
		if r, err = gzip.NewReader(f); err != nil {
			return nil, err
		}
	}
	return syntax.ReadConllu(name, r)
}
