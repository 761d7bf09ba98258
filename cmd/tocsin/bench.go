package main

// benchCmd measures a stage on a set of texts with known answers.
type benchCmd struct {
	Check benchCheckCmd `cmd:"" help:"Score the verdicts on a set of claims with known verdicts."`
}
