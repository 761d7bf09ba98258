// Package tocsin is the vocabulary of the program: the records that its stages
// hand to one another, their units, their rules and their identity.
//
// The path of one sentence, from report to brief:
//
//	source   a document arrives; its bytes are kept and hashed       → Report
//	read     its sentences are taken apart                           → Statement
//	ledger   what was read is appended, never rewritten              → Reading, Link, Match, Review
//	watch    event data is measured                                  → DataEvent
//	check    what a statement claims is held against the data        → Verdict
//	brief    findings are written down, each with its citations
//
// What goes in: values. What comes out: values, errors of type [Error], and
// identities computed by [Statement.ComputeID] and its relatives. The package
// does no input or output, reads no clock, and logs nothing. It assumes that
// texts are UTF-8 and that spans count bytes of a report's extracted text.
package tocsin
