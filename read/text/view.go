package text

// A view is a sentence as the parser is shown it: without the phrases that a
// greedy parser trips over and whose place in the tree is known from their form
// alone. They are attached after parsing.
type view struct {
	words  []string
	tokens []int // by view position, the token it stands for
	hidden []hidden
}

// hidden is a run of tokens [lo,hi) that the parser does not see.
type hidden struct {
	lo, hi int
	kind   string // "dateline"; "heading"; "date", for any phrase before the subject; "alias"
}

// newView finds what is to be hidden. Rules do not overlap: the first wins.
func newView(s *Sentence) view {
	var v view
	n := len(s.Tokens)
	pos := 0
	k := numberEnd(s)
	if k == 0 {
		k = datelineEnd(s)
	}
	if k > 0 && k < n {
		v.hidden = append(v.hidden, hidden{0, k, "dateline"})
		s.Dateline = k
		pos = k
	}
	if parts, k := headings(s, pos); k > pos {
		v.hidden = append(v.hidden, parts...)
		pos = k
	}
	if k := frontedDate(s, pos); k > pos && k < n {
		v.hidden = append(v.hidden, hidden{pos, k, "date"})
		pos = k
	}
	if k := bareDate(s, pos); k > pos && k < n {
		v.hidden = append(v.hidden, hidden{pos, k, "date"})
		pos = k
	}
	if k := frontedPhrase(s, pos); k > pos && k < n {
		v.hidden = append(v.hidden, hidden{pos, k, "date"})
		pos = k
	}
	for i := pos; i < n; i++ {
		if k := aliasEnd(s, i); k > i && i > 0 && k <= n {
			v.hidden = append(v.hidden, hidden{i, k, "alias"})
			i = k - 1
		}
	}
	next := 0
	for i := range s.Tokens {
		for next < len(v.hidden) && i >= v.hidden[next].hi {
			next++
		}
		if next < len(v.hidden) && i >= v.hidden[next].lo {
			continue
		}
		v.words = append(v.words, s.Tokens[i].Text)
		v.tokens = append(v.tokens, i)
	}
	if len(v.words) == 0 {
		v = view{}
		for i := range s.Tokens {
			v.words = append(v.words, s.Tokens[i].Text)
			v.tokens = append(v.tokens, i)
		}
	}
	return v
}

// write carries the analysis of the view over to the sentence and attaches the
// hidden runs, each analysed alone.
func (v *view) write(s *Sentence, a Analysis) {
	for k, i := range v.tokens {
		t := &s.Tokens[i]
		t.setTag(a.Tags[k])
		t.Rel, t.Score, t.TagScore = a.Rels[k], a.HeadScore[k], a.TagScore[k]
		if a.Voices != nil {
			t.Voices = int(a.Voices[k])
		}
		t.Head = -1
		if a.Heads[k] >= 0 {
			t.Head = v.tokens[a.Heads[k]]
		}
	}
	first := firstClauseAt(s, v.tokens[0])
	for _, h := range v.hidden {
		v.attach(s, h, first)
	}
}

// attach parses a hidden run alone and hangs its root where it belongs: what stands
// before the subject on the first clause.
func (v *view) attach(s *Sentence, h hidden, first int) {
	words := make([]string, 0, h.hi-h.lo)
	for _, t := range s.Tokens[h.lo:h.hi] {
		words = append(words, t.Text)
	}
	a := Options{}.encode(words, false)
	top := h.lo
	for k := range words {
		t := &s.Tokens[h.lo+k]
		t.setTag(a.Tags[k])
		t.Rel, t.Score, t.TagScore = a.Rels[k], a.HeadScore[k], a.TagScore[k]
		if a.Heads[k] >= 0 {
			t.Head = h.lo + a.Heads[k]
		} else {
			top = h.lo + k
		}
	}
	t := &s.Tokens[top]
	switch h.kind {
	case "date":
		t.Head, t.Rel = first, "obl"
		if s.Child(top, "case") < 0 {
			t.Rel = "obl:unmarked"
		}
	case "dateline", "heading":
		t.Head, t.Rel = v.rootToken(s), "parataxis"
	case "alias":
		t.Head, t.Rel = nameHead(s, h.lo-1), "appos"
	}
}

func (v *view) rootToken(s *Sentence) int {
	for _, i := range v.tokens {
		if s.Tokens[i].Head < 0 {
			return i
		}
	}
	return v.tokens[0]
}

// firstClauseAt returns the predicate of the clause that begins at token i: the
// lowest verb, or else the highest word, above it that has nothing to its left.
func firstClauseAt(s *Sentence, i int) int {
	for i < len(s.Tokens)-1 && s.Tokens[i].UPOS == "PUNCT" {
		i++
	}
	top := i
	for j, n := i, 0; j >= 0 && n < len(s.Tokens); j, n = s.Tokens[j].Head, n+1 {
		lo, _ := s.Subtree(j)
		if lo < i {
			break
		}
		top = j
		if s.Tokens[j].UPOS == "VERB" && s.Tokens[j].Rel != "amod" && s.Tokens[j].Rel != "acl" && s.Tokens[j].Rel != "csubj" &&
			s.Tokens[j].Rel != "advcl" || s.Child(j, "cop") >= 0 {
			return j
		}
	}
	return top
}

// nameHead returns the head of the name or noun phrase whose last token is i.
func nameHead(s *Sentence, i int) int {
	for n := 0; n < len(s.Tokens); n++ {
		t := &s.Tokens[i]
		up := t.Head
		if up < 0 {
			return i
		}
		switch {
		case t.Is("flat", "compound", "det", "case", "punct", "fixed", "goeswith"):
			i = up
		case t.Is("conj", "nmod") && s.Tokens[up].UPOS == "PROPN" && t.UPOS == "PROPN" && partOfName(s, up, i):
			i = up // Group for Supporters of Islam and Muslims
		default:
			return i
		}
	}
	return i
}

// partOfName reports whether everything between two tokens of a name is
// capitalised or one of the small words that names are made with.
func partOfName(s *Sentence, a, b int) bool {
	for j := min(a, b); j <= max(a, b); j++ {
		if w := s.Tokens[j].Text; !isCapital(w) && !nameWords[s.Tokens[j].Lower] {
			return false
		}
	}
	return true
}
