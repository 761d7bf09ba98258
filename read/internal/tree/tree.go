// Package tree gives a sentence the tables that make its dependency tree cheap
// to walk: dependents, subtree hulls, the clause that a token heads.
//
// What goes in: a [text.Sentence]. What comes out: a [Tree], built in time
// linear in the tokens, whose lookups outside the sentence answer with an empty
// token, so that rules may look left and right without asking. It adds no
// judgement of its own.
package tree

import "tocsin/read/text"

// A Tree is a sentence with its tables. Token numbers index Sentence.Tokens.
type Tree struct {
	*text.Sentence
	Kids    [][]int // dependents by head, from left to right
	Lo, Hi  []int   // hull [Lo,Hi) of the subtree of each token
	Clauses []int   // index in Sentence.Clauses of the clause that a token heads, -1
}

// New builds the tables of s.
func New(s *text.Sentence) *Tree {
	n := len(s.Tokens)
	rows := make([]int, 6*n) // one piece of memory for all tables
	t := &Tree{Sentence: s, Kids: make([][]int, n), Lo: rows[:n:n], Hi: rows[n : 2*n : 2*n], Clauses: rows[2*n : 3*n : 3*n]}
	waiting := rows[3*n : 4*n : 4*n] // dependents whose hull is not known yet
	for i := range s.Tokens {
		t.Lo[i], t.Hi[i], t.Clauses[i] = i, i+1, -1
		if h := t.Head(i); h >= 0 {
			waiting[h]++
		}
	}
	kids := rows[4*n : 5*n]
	for i, k := range waiting {
		t.Kids[i], kids = kids[:0:k], kids[k:]
	}
	for i := range s.Tokens {
		if h := t.Head(i); h >= 0 {
			t.Kids[h] = append(t.Kids[h], i)
		}
	}
	for c := range s.Clauses {
		if x := s.Clauses[c].Verb; x >= 0 && x < n && t.Clauses[x] < 0 {
			t.Clauses[x] = c
		}
	}
	queue := rows[5*n : 5*n : 6*n]
	for i := range waiting {
		if waiting[i] == 0 {
			queue = append(queue, i)
		}
	}
	for len(queue) > 0 {
		i := queue[0]
		queue = queue[1:]
		if h := t.Head(i); h >= 0 {
			t.Lo[h], t.Hi[h] = min(t.Lo[h], t.Lo[i]), max(t.Hi[h], t.Hi[i])
			if waiting[h]--; waiting[h] == 0 {
				queue = append(queue, h)
			}
		}
	}
	return t
}

// Head returns the head of token i, -1 for the root and for an arc that leads
// nowhere.
func (t *Tree) Head(i int) int {
	if i < 0 || i >= len(t.Tokens) {
		return -1
	}
	if h := t.Tokens[i].Head; h >= 0 && h < len(t.Tokens) && h != i {
		return h
	}
	return -1
}

// Tok returns token i, and an empty one outside the sentence.
func (t *Tree) Tok(i int) *text.Token {
	if i < 0 || i >= len(t.Tokens) {
		return &text.Token{Head: -1}
	}
	return &t.Tokens[i]
}

// Kid returns the first dependent of i with one of the relations, or -1.
func (t *Tree) Kid(i int, rels ...string) int {
	if i < 0 || i >= len(t.Tokens) {
		return -1
	}
	for _, k := range t.Kids[i] {
		if t.Tokens[k].Is(rels...) {
			return k
		}
	}
	return -1
}

// Clause returns the clause that token i heads, or nil.
func (t *Tree) Clause(i int) *text.Clause {
	if i < 0 || i >= len(t.Tokens) || t.Clauses[i] < 0 {
		return nil
	}
	return &t.Sentence.Clauses[t.Clauses[i]]
}

// Reads reports whether the tokens from i on are words, in lower case.
func (t *Tree) Reads(i int, words ...string) bool {
	for k, w := range words {
		if t.Tok(i+k).Lower != w {
			return false
		}
	}
	return true
}

// IsVerb reports whether token i is a verb or an auxiliary.
func (t *Tree) IsVerb(i int) bool {
	u := t.Tok(i).UPOS
	return u == "VERB" || u == "AUX"
}

// Finite reports whether token i is a finite verb or auxiliary.
func (t *Tree) Finite(i int) bool { return t.Tok(i).Finite() }

// handles are the verbs that do something to what was said. Without an object
// behind them, the "that" before them is it.
var handles = map[string]bool{"make": true, "raise": true, "reject": true, "dismiss": true, "deny": true, "investigate": true,
	"examine": true, "answer": true, "repeat": true, "publish": true, "issue": true, "voice": true, "level": true,
	"confirm": true, "refute": true, "dispute": true, "file": true, "receive": true, "lodge": true, "bring": true,
	"review": true, "withdraw": true, "contradict": true, "ignore": true, "study": true, "probe": true, "hear": true}

// LacksObject reports whether the clause of verb i, or the infinitive that it
// ends in, wants an object and has none, so that a "that" before it is no
// conjunction: "the claim that they promised to investigate".
func (t *Tree) LacksObject(i int) bool {
	for n := 0; n < 4; n++ {
		x := t.Kid(i, "xcomp")
		if x <= i {
			break
		}
		i = x
	}
	return handles[t.Tok(i).Lemma] && t.Kid(i, "obj", "ccomp", "aux:pass", "nsubj:pass") < 0
}
