package brief

import "tocsin"

// Write writes the brief. Without a report or a statement known at Input.At it
// is an error that says what to import.
func Write(in Input) (Brief, error) {
	if len(in.Statements) == 0 {
		return Brief{}, tocsin.Errorf(tocsin.NotFound, "import reports first: tocsin import FILE...", "no statement is known at %s", in.At)
	}
	return Brief{Title: in.Country, Country: in.Country, At: in.At, Example: in.Example, Data: in.Datasets, Head: in.Head}, nil
}
