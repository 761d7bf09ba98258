// Package brief turns statements, verdicts and measures into a brief of at
// most 900 words in which every sentence is cited.
//
// In: the reports known at a date, their statements, links and reviews, the
// verdicts on their claims, and finished sentences that a measure of the data
// printed. Out: a Brief, which writes itself as Markdown, as HTML and, by its
// tags, as JSON.
//
// It assumes that what it is given is what was known at Input.At: it cuts
// reports, and with them their statements and verdicts, by publication, and
// trusts the caller for the rest.
//
// A reported sentence is a report's own words, a clause or a sentence, with the
// certainty and the speaker that the statement holds; a clause is cut out only
// where no hedge, denial, condition or speaker stands outside it. A measured
// sentence says what of a claim was tested, never that its whole clause holds;
// its endnote has every reading, the rows, and the commands that print the
// numbers and the rows. A judged sentence counts what the brief itself holds, or
// names what to watch for and quotes who says so. In front stand what happened
// and what the lists have of it, denials about those who are named, the warning a
// report begins with, and what could not be measured and why. Whoever is
// named is introduced at the first mention, by a report or else by a sourced fact
// of the registry. No two sentences share most of their words. Brief.Lint checks
// what of this a program can.
//
// What is personal of a named person is left out unless the input says why it
// stays. The head tells the strictest marking and what was left out on purpose;
// endnotes have the grades that persons gave.
//
// It computes nothing, knows no country, ranks no person, repeats no accusation
// without its speaker, and reads no clock.
package brief
