package main

// benchCmd measures a stage on a set of texts with known answers.
type benchCmd struct {
	Read  benchReadCmd  `cmd:"" help:"Score the reader, or another system, on sets of texts with known answers."`
	Check benchCheckCmd `cmd:"" help:"Score the verdicts on a set of claims with known verdicts."`
}
