package score

import (
	"bytes"
	"context"
	"fmt"
	"strconv"
	"strings"

	"tocsin/read/text"
)

// A Tree is one sentence of a treebank: gold words with their tags, heads (-1
// the root) and relations.
type Tree struct {
	Words, UPOS, Rels []string
	Heads             []int
}

// ParseTrees reads CoNLL-U. Ranges ("3-4") and empty nodes ("3.1") are passed
// over: their words stand below them.
func ParseTrees(name string, raw []byte) ([]Tree, error) {
	var out []Tree
	var t Tree
	begun := 0
	end := func() error {
		for i, h := range t.Heads {
			if h >= len(t.Words) {
				return broken(name, begun+i, "HEAD", "number the heads within the sentence", "%d is beyond the %d words", h+1, len(t.Words))
			}
		}
		if len(t.Words) > 0 {
			out = append(out, t)
		}
		t, begun = Tree{}, 0
		return nil
	}
	for n, line := range lines(raw) {
		if len(bytes.TrimSpace(line)) == 0 {
			if err := end(); err != nil {
				return nil, err
			}
			continue
		}
		if line[0] == '#' {
			continue
		}
		f := strings.Split(string(line), "\t")
		if len(f) != 10 {
			return nil, broken(name, n+1, "", "give CoNLL-U, ten columns parted by tabs", "has %d columns", len(f))
		}
		if strings.ContainsAny(f[0], "-.") {
			continue
		}
		if begun == 0 {
			begun = n + 1
		}
		id, err := strconv.Atoi(f[0])
		if err != nil || id != len(t.Words)+1 {
			return nil, broken(name, n+1, "ID", "number the words of a sentence from 1", "%q follows word %d", f[0], len(t.Words))
		}
		head, err := strconv.Atoi(f[6])
		if err != nil || head < 0 {
			return nil, broken(name, n+1, "HEAD", "give the number of a word, or 0", "%q is no head", f[6])
		}
		t.Words, t.UPOS, t.Heads, t.Rels = append(t.Words, f[1]), append(t.UPOS, f[3]), append(t.Heads, head-1), append(t.Rels, f[7])
	}
	if err := end(); err != nil {
		return nil, err
	}
	if len(out) == 0 {
		return nil, broken(name, 0, "", "give CoNLL-U, ten columns parted by tabs", "holds no sentence")
	}
	return out, nil
}

// ScoreTrees is attachment on gold words with predicted tags, punctuation and
// subtypes counted: UAS, LAS and the accuracy of UPOS. careful asks the vote of
// models instead of one.
func ScoreTrees(ctx context.Context, set string, golds []Tree, careful bool) ([]Metric, error) {
	words, upos, uas, las := 0, 0, 0, 0
	answers, err := each(ctx, len(golds), func(i int) ([]text.Token, error) { return text.ParseWords(golds[i].Words, careful), nil })
	if err != nil {
		return nil, err
	}
	for i, g := range golds {
		for k, t := range answers[i] {
			words++
			upos += truth(t.UPOS == g.UPOS[k])
			uas += truth(t.Head == g.Heads[k])
			las += truth(t.Head == g.Heads[k] && t.Rel == g.Rels[k])
		}
	}
	per := func(n int) float64 { return 100 * ratio(n, words) }
	how := fmt.Sprintf("%d words, %d sentences", words, len(golds))
	return []Metric{
		{Kind: "parse", Set: set, Name: "UAS", Value: per(uas), Note: how},
		{Kind: "parse", Set: set, Name: "LAS", Value: per(las)},
		{Kind: "parse", Set: set, Name: "UPOS", Value: per(upos)},
	}, nil
}
