// Package brief turns statements, verdicts and measures into a brief of at
// most 900 words in which every sentence is cited.
//
// In: the reports known at a date, their statements, links and reviews, the
// verdicts on their claims, and finished sentences that a measure of the data
// printed. Out: a Brief, which writes itself as Markdown and as HTML.
//
// It assumes that what it is given is what was known at Input.At: it cuts
// reports, and with them their statements and verdicts, by publication, and
// trusts the caller for the rest.
//
// A reported sentence is a report's own words, trimmed and attributed, with
// the certainty and the speaker that the statement holds. A measured sentence
// is a verdict's or a measure's own. A judged sentence only counts what the
// brief itself holds. It computes nothing, knows no country, ranks no person,
// repeats no accusation without its speaker, and reads no clock.
package brief
