// Package doubt says how likely a statement misreads its text.
//
// What goes in: a statement that package read has made, and the document it was
// made of. What comes out: a doubt between 0 and 1, which is how often statements
// like it were judged false by people and helpers who saw the text and the
// statement but not the program.
//
// The method is a logistic regression (Cox 1958) on what the statement says (its
// kind, act, fields) and on how its sentence is built (length, finite verbs, commas,
// relative clauses, how its doer and recipient hang in the tree): a long sentence
// with three finite verbs is misread more often than a short one with one. Words
// are no features, but for the classes of a codebook. The weights are in
// weights.txt, a line each; read/doubt/train makes them of testdata and writes
// testdata/score.txt, which says what they are worth on reports they were not
// trained on.
//
// It assumes reports like those it was trained on: 300 to 400 words, in English,
// written for the purpose in the manner of wire stories, newspapers, digests and
// analysts' briefs. It does not say whether what the text says is so, nor how sure
// the text is of it (that is the certainty), and it removes nothing.
package doubt
