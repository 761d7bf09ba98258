// Package names tells by small weights whether the capitals of a sentence are
// the name of a person, an organisation, a place or something else.
//
// In go the tokens of a sentence with what the caller knows of each (its tag,
// its neighbours in the tree, the word lists it is in). Out comes a kind for
// each token and how far it was ahead of the next. The model is an averaged
// perceptron over hashed features, read from left to right with one decision
// at a time (Collins 2002, "Discriminative training methods for hidden Markov
// models"), as in the named entity recogniser of Ratinov and Roth 2009.
//
// It assumes that names have capitals: a token with a small letter is part of
// one only between two capitals. It does not know who anybody is.
package names
