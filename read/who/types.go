package who

import "tocsin"

// Result is what Find found, each list in the order of the text.
type Result struct {
	Mentions []Mention
	Entities []Entity
	Aliases  []Alias
	Traits   []Trait

	at     map[[2]int]int // sentence and head token to mention
	bySent [][]int        // mentions by sentence
}

// A Mention is one noun phrase or pronoun that stands for an actor. Lo, Hi and
// Head are token indexes in the sentence; Sent is its index in the document.
// [NameLo,NameHi) is the name proper of a named mention, without article, title
// and modifiers; the two are equal in the others.
type Mention struct {
	Sent, Lo, Hi, Head int
	NameLo, NameHi     int
	Span               tocsin.Span
	Text               string
	How                string // named, nominal, pronoun
	Type               string // person, group, organisation, state, people, unknown
	Entity             int    // index in Result.Entities, -1: not resolved
	ID                 string // of the registry, "" where it did not decide
}

// An Entity gathers the mentions that are one actor.
type Entity struct {
	Name     string // the fullest name in the text, or the nominal where it has none
	Type     string
	ID       string
	Plural   bool
	Pronoun  string // he, she, it, they; "" unknown
	Mentions []int  // indexes in Result.Mentions
	Members  []int  // of "the two groups, A and B": the entities A and B
}

// An Alias is a second name that the text gives an actor.
type Alias struct {
	Sent  int
	Name  Mention
	Alias Mention
	Span  tocsin.Span // from the one to the other, with the words that join them
}

// A Trait is a property of an actor that a noun phrase, an apposition or a
// copula states. Rel is one of tocsin.Traits.
type Trait struct {
	Sent  int
	Of    Mention
	Rel   string
	Value tocsin.Value
	Span  tocsin.Span // of the value as written
	How   string      // title, premodifier, apposition, copula
	Tok   int         // the token that carries it: of a copula the predicate, whose clause may negate or hedge it
	In    int         // of a role: the mention it is a role of ("leader of X", "Mali's president"), -1 none
}

// In returns the indexes of the mentions in a sentence, lowest first.
func (r *Result) In(sent int) []int {
	if r.bySent != nil {
		return r.bySent[sent]
	}
	var out []int
	for i := range r.Mentions {
		if r.Mentions[i].Sent == sent {
			out = append(out, i)
		}
	}
	return out
}

// At returns the mention whose head is the token, or else the innermost mention
// that holds it.
func (r *Result) At(sent, tok int) (Mention, bool) {
	if i, ok := r.at[[2]int{sent, tok}]; ok {
		return r.Mentions[i], true
	}
	best := -1
	for _, i := range r.In(sent) {
		if m := &r.Mentions[i]; m.Lo <= tok && tok < m.Hi && (best < 0 || m.Hi-m.Lo < r.Mentions[best].Hi-r.Mentions[best].Lo) {
			best = i
		}
	}
	if best < 0 {
		return Mention{}, false
	}
	return r.Mentions[best], true
}
