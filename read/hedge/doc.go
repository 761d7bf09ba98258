// Package hedge reads how sure the author of a report is of one predicate:
// polarity, degree, basis, and what it hangs on.
//
// What goes in: a [text.Doc], and the token of a verb, of a predicate noun or
// adjective, or of an event noun ("the failed coup"). What comes out: a
// [Reading] with the words that showed it, as byte spans.
//
// It assumes edited English reporting. The cues are in lexicon/*.txt, which say
// how they may be edited; their scope comes from the syntax tree. "No
// indications that" yields basis no_evidence with polarity unknown and degree
// unknown, for want of evidence is not evidence of absence.
//
// Besides, [Factuality] puts a predicate onto the scales of factuality corpora,
// by weights learnt from readers (weights.txt; the program in train makes it).
// No field of a Reading depends on them.
//
// A deed of suspected or alleged doers is no surer than who they are; what is
// denied of a way or an order alone is left open; a report that is denied or
// proved false is not so, one that could not be confirmed is open.
//
// It does not find who speaks (says does; the caller passes whether somebody
// does), and it does not judge whether the author is right.
package hedge
