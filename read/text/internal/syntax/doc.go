// Package syntax holds the tagger and the dependency parser of package text:
// averaged perceptrons over hashed features, their training, their frozen form
// and their scores.
//
// What goes in: words. What comes out: a joint tag (UPOS|XPOS) a word, a head,
// a relation, and how often arcs decided as clearly as this one were right on
// the development part.
//
// All arithmetic of training is on integers, every random choice comes from
// one seed, and nothing ranges over a map: training twice on the same files
// gives the same bytes on every machine. Weights are frozen as eight-bit codes
// whose square, sign kept, is the weight.
//
// It assumes tokens as English EWT cuts them, and it does not know text, spans
// or sentences' place in a document.
package syntax
