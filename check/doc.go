// Package check judges the claims of reports on data.
//
// What goes in: statements, those with a claim and those that date or count an
// event; a gazetteer, a registry of actors, a table of events and the entries of
// coup lists. What comes out: one [tocsin.Verdict] for each claim: holds,
// does_not_hold, partly or cannot_be_measured, with every fair reading computed,
// the rows behind it, and a command that prints the same number.
//
// The rules of honesty (docs/design.md, check) are the package's purpose:
//
//   - does_not_hold is said only where the data could have shown the claim. A
//     file that gives no place precision never refutes an event at a place nor an
//     exact total; comparisons, ranks, firsts and lower bounds are judged on it.
//   - A reading varies only what the claim leaves open. All readings agree: that
//     verdict. They differ: partly, and the verdict says on what it turns.
//   - A ratio whose 90 % interval contains 1 is no clear change.
//   - Data that ends before the time a claim is about says so first.
//   - State-based rows of UCDP GED name no attacker: "events involving", never
//     "attacks by".
//
// It assumes statements that pass Validate. It reads no files, no clock and no
// network; it does not find claims (read/claim does) and does not resolve a name
// to one place or actor in silence: where candidates differ, so do readings.
package check
