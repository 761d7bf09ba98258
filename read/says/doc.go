// Package says finds who says it: the source, the cue, the words that the
// source is made answerable for, and how firmly the source speaks.
//
// What goes in: a [text.Doc]. What comes out: [Attribution]s in the order of
// their cues, each with byte spans into the document's text, and for any token
// the chain of its speakers ([For]), outermost first. Words that nobody but the
// author answers for have no speaker.
//
// It assumes edited English reporting. The cues are in lexicon/*.txt, which say
// how they may be edited; the scope of a cue comes from the syntax tree, mended
// where quotation marks, commas and lists say otherwise. When unsure it leaves
// the words with the author: a wrong speaker is worse than none. Two cases go the
// other way: a whole sentence in quotation marks that nobody was found to speak
// has an unnamed speaker, and what stands before a colon speaks only where it
// quotes, says "I", or speaks elsewhere in the text. FindAll knows neither.
//
// It does not say who the source is (that is who's business: SourceText is as
// written), nor whether what was said is so (hedge).
package says
