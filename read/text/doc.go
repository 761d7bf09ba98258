// Package text turns the plain text of a report into sentences, tokens, tags,
// lemmas, a labelled dependency tree and the clauses that the tree holds.
//
// What goes in: English text in UTF-8, of any length and any quality; bytes
// that are not UTF-8, NULs and right-to-left runs are carried, never refused.
// What comes out: a [Doc] whose tokens carry byte spans into the very text that
// went in, so that the bytes at a span are always the token; tags and relations
// of Universal Dependencies as English EWT uses them; and [Clause]s, which say
// who did what to whom as far as grammar alone can say it.
//
// It assumes edited prose: news, briefs, situation reports; wire copy all in
// capitals and text without capitals are read as if they had them. The tagger and the
// parser are greedy perceptrons trained on EWT alone (see LICENSE.model beside
// the weights); the comment of repair in repair.go lists the rules that mend what such a parser gets
// wrong in reports. Text in another language is refused by name.
//
// It does not resolve names, pronouns, places or dates, and it judges nothing:
// that is the business of the packages to its right.
package text
