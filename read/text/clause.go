package text

// analyse gives the sentence its tags, tree and clauses.
func analyse(s *Sentence) {}

// markQuotes finds what is inside quotation marks, across sentences.
func markQuotes(doc *Doc) {}
