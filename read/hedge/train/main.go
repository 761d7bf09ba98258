// Command train learns the weights of hedge.Factuality from the train parts of
// UW and UDS-It-Happened-2 and writes them as one text file:
//
//	go run ./read/hedge/train --uw FILE --uds FILE --out read/hedge/weights.txt
//
// The same files give the same bytes. Before it writes, it prints what five-fold
// cross-validation by sentence gives on each. No text goes into the file, apart
// from single words that are signs.
package main

import (
	"fmt"
	"os"

	"github.com/alecthomas/kong"
)

type options struct {
	UW    string  `required:"" help:"UW train, .jsonl or .jsonl.gz"`
	UDS   string  `required:"" help:"UDS-It-Happened-2 train, .jsonl or .jsonl.gz"`
	Out   string  `required:"" help:"file to write the weights to"`
	Keep  int     `help:"signs to keep, the weightiest of each scale (default ${default})" default:"400"`
	Least int     `help:"predicates that must show a sign (default ${default})" default:"25"`
	Ridge float64 `help:"penalty on squared weights (default ${default})" default:"8"`
	Huber float64 `help:"errors beyond this count linearly (default ${default})" default:"1"`
}

func main() {
	var o options
	kong.Parse(&o, kong.Name("train"))
	if err := run(o); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func run(o options) error {
	var scales [2]map[string]float64
	for i, in := range []struct{ name, file string }{{"UW", o.UW}, {"UDS-IH2", o.UDS}} {
		set, err := read(in.file)
		if err != nil {
			return err
		}
		r, mae := crossValidate(set, o)
		fmt.Printf("%s: %d predicates, five-fold Pearson r %.3f, MAE %.3f\n", in.name, len(set), r, mae)
		scales[i] = learn(set, o)
	}
	return write(o.Out, scales)
}
