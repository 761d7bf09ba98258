package text

import "slices"

// Relations that stay inside a base noun phrase to the left of its head, and to
// its right.
var (
	leftOfNoun  = []string{"det", "amod", "compound", "nummod", "nmod:poss", "nmod:desc", "flat", "advmod", "fixed", "goeswith", "cc:preconj", "obl:unmarked", "nmod:unmarked"}
	rightOfNoun = []string{"flat", "compound", "nummod", "fixed", "goeswith", "nmod:unmarked", "nmod:desc"}
)

// NP returns the base noun phrase of head i as tokens [lo,hi): determiners,
// adjectives, compounds, flat names, titles, possessors and numbers, and what
// follows "of". Relative clauses, appositions and other prepositional phrases
// are left out, and so is a date that stands before the subject.
func (s *Sentence) NP(i int) (lo, hi int) {
	if i < 0 || i >= len(s.Tokens) {
		return i, i
	}
	from := i
	for n := 0; s.Tokens[i].Is("flat", "goeswith") && s.Tokens[i].Head >= 0 && n < len(s.Tokens); n++ {
		i = s.Tokens[i].Head
	}
	lo, hi = i, i+1
	for lo > 0 && s.inPhrase(lo-1, i, leftOfNoun) {
		lo--
	}
	for hi < len(s.Tokens) && !s.measureAt(hi) && (s.inPhrase(hi, i, rightOfNoun) || s.Tokens[hi].UPOS == "PUNCT" && isHyphen(s.Tokens[hi].Text) && hi+1 < len(s.Tokens) && s.inPhrase(hi+1, i, rightOfNoun)) {
		hi++
	}
	if of := s.ofPhrase(i, hi); of > hi {
		hi = of
	}
	if lo, hi = s.trim(lo, hi, i); from < lo || from >= hi {
		return from, from + 1 // a piece of a name that something stands in
	}
	return lo, hi
}

// measureAt reports whether a distance begins at token k: "15 km".
func (s *Sentence) measureAt(k int) bool {
	return s.Tokens[k].UPOS == "NUM" && k+1 < len(s.Tokens) && lengths[s.Tokens[k+1].Lower]
}

// BaseNP is NP without what follows "of".
func (s *Sentence) BaseNP(i int) (lo, hi int) {
	lo, hi = s.NP(i)
	for j := i + 1; j < hi; j++ {
		if s.Tokens[j].Lower == "of" && s.Tokens[j].Is("case") {
			return lo, j
		}
	}
	return lo, hi
}

// maxPhraseDepth is deeper than any base noun phrase; a thousand quotation marks
// that hang from one another are none.
const maxPhraseDepth = 40

// inPhrase reports whether token j hangs from head i by relations of a base
// noun phrase alone.
func (s *Sentence) inPhrase(j, i int, rels []string) bool {
	for n := 0; j != i; n++ {
		t := &s.Tokens[j]
		if t.Head < 0 || n > maxPhraseDepth {
			return false
		}
		ok := t.Is(rels...)
		switch {
		case ok && t.Rel == "advmod":
			ok = t.Head != i || s.Tokens[j].UPOS == "ADV" && j+1 < len(s.Tokens) && quantifies(t.Lower)
		case t.Is("case"):
			ok = s.Tokens[t.Head].Is("nmod:poss") && t.Lower != "of" || s.betweenHyphens(j)
		case t.Is("punct"):
			ok = isHyphen(t.Text) || isQuoteMark(t.Text) || t.Text == "," && s.Tokens[t.Head].Is("amod", "conj")
		case t.Is("cc", "conj"):
			ok = t.Head != i && j < i
		case !ok && t.Is("acl", "obl", "nmod") && j < i:
			ok = t.Head != i // inside a premodifier or possessor: "the man in charge's"
		}
		if !ok {
			return false
		}
		j = t.Head
	}
	return true
}

// betweenHyphens reports whether token j is the "to" of "army-to-army".
func (s *Sentence) betweenHyphens(j int) bool {
	return j > 0 && j+1 < len(s.Tokens) && isHyphen(s.Tokens[j-1].Text) && isHyphen(s.Tokens[j+1].Text)
}

// quantifies reports whether an adverb belongs to the noun phrase it opens.
func quantifies(low string) bool {
	return slices.Contains([]string{"only", "about", "some", "almost", "nearly", "approximately", "around", "roughly", "even", "at", "least", "most", "more", "over", "up"}, low)
}

func isHyphen(w string) bool { return w == "-" || w == "–" || w == "/" }

func isQuoteMark(w string) bool {
	switch w {
	case `"`, "'", "``", "''", "“", "”", "‘", "’":
		return true
	}
	return false
}

// ofPhrase returns the end of the "of" phrase that follows [..,hi), or hi.
func (s *Sentence) ofPhrase(i, hi int) int {
	if hi >= len(s.Tokens) || s.Tokens[hi].Lower != "of" {
		return hi
	}
	c := s.Tokens[hi].Head
	if c <= hi || s.Tokens[c].Head != i && !s.IsUnder(c, i) || s.Tokens[c].UPOS == "VERB" || s.Tokens[c].Is("flat", "goeswith") {
		return hi // NP goes from a piece of a name to its head, which may stand before "of"
	}
	_, end := s.NP(c)
	for _, j := range s.ChildrenBy(c, "conj") {
		if j > c && s.IsNominal(j) && s.Tokens[j].UPOS != "VERB" {
			if lo, e := s.NP(j); lo <= end+2 {
				end = max(end, e)
			}
		}
	}
	return end
}

// trim takes quotation marks off the ends where only one of a pair is inside.
func (s *Sentence) trim(lo, hi, i int) (int, int) {
	lo = s.bounded(lo)
	for lo < i && (s.Tokens[lo].UPOS == "PUNCT" && !isQuoteMark(s.Tokens[lo].Text) || s.Tokens[lo].Is("cc") || isQuoteMark(s.Tokens[lo].Text) && !s.closes(lo, hi)) {
		lo++
	}
	for hi > i+1 && isHyphen(s.Tokens[hi-1].Text) {
		hi--
	}
	return lo, hi
}

// bounded takes in the words that bound a number: "at least 24", "more than a
// dozen", "as many as 30".
func (s *Sentence) bounded(lo int) int {
	if low := s.Tokens[lo].Lower; low == "least" || low == "most" {
		lo++
	} else if s.Tokens[lo].UPOS != "NUM" && low != "a" {
		return lo
	}
	for _, phrase := range boundings {
		if from := lo - len(phrase); from >= 0 {
			same := true
			for k, w := range phrase {
				same = same && s.Tokens[from+k].Lower == w
			}
			if same {
				return from
			}
		}
	}
	return lo
}

var boundings = [][]string{{"as", "many", "as"}, {"at", "least"}, {"at", "most"}, {"more", "than"}, {"less", "than"}, {"fewer", "than"}, {"up", "to"}}

// closes reports whether another quotation mark stands in (lo,hi).
func (s *Sentence) closes(lo, hi int) bool {
	for j := lo + 1; j < hi; j++ {
		if isQuoteMark(s.Tokens[j].Text) {
			return true
		}
	}
	return false
}

// NegDet returns the "no" of nominal i ("no indications", "neither side"), i
// itself for a negative pronoun ("nobody"), or -1.
func (s *Sentence) NegDet(i int) int {
	if i < 0 || i >= len(s.Tokens) {
		return -1
	}
	switch s.Tokens[i].Lower {
	case "nobody", "none", "nothing", "no-one", "neither":
		return i
	}
	for _, j := range s.ChildrenBy(i, "det", "advmod", "cc:preconj") {
		switch s.Tokens[j].Lower {
		case "no", "neither":
			return j
		case "little", "few":
			if s.Tokens[j].Is("det") {
				return j
			}
		}
	}
	return -1
}

// Modifiers returns what modifies nominal i by a preposition ("a coup in Mali")
// as obliques.
func (s *Sentence) Modifiers(i int) []Oblique {
	var out []Oblique
	for _, j := range s.ChildrenBy(i, "nmod", "obl") {
		if !s.Tokens[j].Is("nmod:poss", "nmod:desc") {
			out = append(out, s.oblique(j)...)
		}
	}
	return out
}
