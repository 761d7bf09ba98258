package where

import (
	"math"
	"strconv"
	"strings"

	"tocsin/read/text"
)

// Of picks the place at which the predicate at token pred of a sentence happens,
// among the places found in the document, and says how likely that is. It
// reports -1 where none of them is likelier than no place at all, with how likely
// that is. "Aden" for "killed" in "three women have been killed by snipers in
// Aden"; -1 for "shot" in "they shot him a day after the bombs in London".
//
// It is a maximum-entropy choice among the places of the sentence and none
// (Halterman, "Linking Events and Locations in Political Text", 2018, posed the
// task and labelled the sentences), over the features below; the weights are in
// verb.txt and come from the half of his sentences whose hash is odd.
func Of(doc *text.Doc, found []Found, sent, pred int) (index int, likely float64) {
	choices := Choices(doc, found, sent, pred)
	w := verbWeights()
	odds := make([]float64, len(choices))
	top, best, sum := math.Inf(-1), 0, 0.0
	for i, c := range choices {
		for _, f := range c.Features {
			odds[i] += w[f]
		}
		if odds[i] > top {
			top, best = odds[i], i
		}
	}
	for _, o := range odds {
		sum += math.Exp(o - top)
	}
	return choices[best].Index, 1 / sum
}

// A Choice is one answer that Of may give, with what speaks for or against it.
// Index is that of the Found, -1 for no place.
type Choice struct {
	Index    int
	Features []string
}

// Choices lists what Of chooses among; no place comes first.
func Choices(doc *text.Doc, found []Found, sent, pred int) []Choice {
	s := &doc.Sentences[sent]
	none := Choice{Index: -1, Features: []string{"none"}}
	out := []Choice{none}
	if pred < 0 || pred >= len(s.Tokens) {
		return out
	}
	var in []int
	for i := range found {
		if found[i].Sent == sent {
			in = append(in, i)
		}
	}
	nearest := -1
	for _, i := range in {
		if d := gap(&found[i], pred); !found[i].Actor && (nearest < 0 || d < gap(&found[nearest], pred)) {
			nearest = i
		}
	}
	for _, i := range in {
		c := Choice{Index: i, Features: aboutPlace(s, found, i, pred)}
		if i == nearest {
			c.Features = append(c.Features, "nearest")
		}
		if len(in) == 1 {
			c.Features = append(c.Features, "sole", "sole:"+c.Features[1])
		}
		out = append(out, c)
	}
	out[0].Features = append(out[0].Features, aboutVerb(s, pred, len(in))...)
	return out
}

// gap is the number of tokens between a place and the predicate.
func gap(f *Found, pred int) int {
	if f.Lo > pred {
		return f.Lo - pred
	}
	return pred - f.Hi + 1
}

// aboutVerb is what makes a predicate likely or unlikely to have a place.
func aboutVerb(s *text.Sentence, pred, n int) []string {
	t := &s.Tokens[pred]
	return []string{"none:places=" + strconv.Itoa(min(n, 4)), "none:lemma=" + t.Lemma, "none:rel=" + t.Rel}
}

// aboutPlace is what makes a place likely or unlikely to be the predicate's.
func aboutPlace(s *text.Sentence, found []Found, i, pred int) []string {
	f := &found[i]
	out := []string{"kind=" + f.Kind, "role=" + f.Place.Role, "case=" + f.Case, "rel=" + s.Tokens[f.Head].Rel}
	add := func(ok bool, name string) {
		if ok {
			out = append(out, name)
		}
	}
	add(f.Actor, "actor")
	add(f.Nested, "nested")
	add(f.Ground >= 0, "located")
	add(f.InName, "in-name")
	side := "after"
	if f.Lo < pred {
		side = "before"
	}
	out = append(out, side+":gap="+bucket(gap(f, pred)), side+":case="+f.Case)
	path, verbs := climbTo(s, f.Head, pred)
	out = append(out, "path="+path, "verbs="+strconv.Itoa(min(verbs, 3)), "case="+f.Case+":path="+path)
	comma, others := 0, 0
	for t := min(f.Hi, pred); t < max(f.Lo, pred); t++ {
		if s.Tokens[t].Text == "," {
			comma++
		} else if s.Tokens[t].UPOS == "VERB" && t != pred {
			others++
		}
	}
	add(f.Lo <= 3 && f.Hi <= pred && f.Case != "", "opens")
	at, below := clauseOf(s, f.Head), clauseOf(s, pred)
	add(at == below, "clause=same")
	if at != below && at >= 0 {
		out = append(out, "clause="+s.Clauses[at].Kind)
	}
	return append(out, "commas="+strconv.Itoa(min(comma, 3)), side+":others="+strconv.Itoa(min(others, 3)))
}

// clauseOf is the smallest clause around a token, -1 for none.
func clauseOf(s *text.Sentence, tok int) int {
	best := -1
	for i := range s.Clauses {
		c := &s.Clauses[i]
		if c.Lo <= tok && tok < c.Hi && (best < 0 || c.Hi-c.Lo < s.Clauses[best].Hi-s.Clauses[best].Lo) {
			best = i
		}
	}
	return best
}

func bucket(n int) string {
	for _, b := range []int{1, 2, 3, 5, 8, 12, 18, 27} {
		if n <= b {
			return strconv.Itoa(b)
		}
	}
	return "far"
}

// climbTo is the way from a place up to the predicate, "up" and the relations
// passed; where the predicate is not above the place, "down" from what is above
// both. Verbs counts the other clauses passed.
func climbTo(s *text.Sentence, from, pred int) (path string, verbs int) {
	above := make(map[int]int) // token to steps below the predicate
	for t, n := pred, 0; t >= 0 && n < len(s.Tokens); t, n = s.Tokens[t].Head, n+1 {
		above[t] = n
	}
	var rels []string
	t := from
	for range s.Tokens {
		if n, ok := above[t]; ok {
			if n == 0 {
				return "up " + shortPath(rels), verbs
			}
			for d := pred; d != t; d = s.Tokens[d].Head {
				if up := s.Tokens[d].Head; up != t || n > 1 || s.Tokens[t].UPOS == "VERB" {
					verbs++
				}
			}
			down := pred
			for s.Tokens[down].Head != t {
				down = s.Tokens[down].Head
			}
			last := "self"
			if len(rels) > 0 {
				last = rels[len(rels)-1]
			}
			return "down " + last + " " + base(s.Tokens[down].Rel) + " " + strconv.Itoa(min(n, 3)), verbs
		}
		rels = append(rels, base(s.Tokens[t].Rel))
		if t != from && s.Tokens[t].UPOS == "VERB" {
			verbs++
		}
		if t = s.Tokens[t].Head; t < 0 {
			break
		}
	}
	return "none", verbs
}

func base(rel string) string {
	b, _, _ := strings.Cut(rel, ":")
	return b
}

// shortPath keeps the first and the last two relations of a way.
func shortPath(rels []string) string {
	if len(rels) > 3 {
		rels = []string{rels[0], "..", rels[len(rels)-2], rels[len(rels)-1]}
	}
	return strings.Join(rels, " ")
}
