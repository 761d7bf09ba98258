package syntax

import (
	"bufio"
	"io"
	"strconv"
	"strings"

	"tocsin"
)

// A Sentence is one gold or predicted analysis. Head counts from 0, -1 is the
// root; Tag is "UPOS|XPOS".
type Sentence struct {
	Words, Tags, Lemmas, Rels []string
	Heads                     []int
	Text                      string
}

// ReadConllu reads sentences in CoNLL-U. Multiword lines and empty nodes are
// passed over: the words are the syntactic ones.
func ReadConllu(name string, r io.Reader) ([]Sentence, error) {
	var out []Sentence
	var cur Sentence
	sc := bufio.NewScanner(r)
	sc.Buffer(nil, 1<<20)
	for line := 1; sc.Scan(); line++ {
		s := sc.Text()
		if s == "" {
			if len(cur.Words) > 0 {
				out = append(out, cur)
			}
			cur = Sentence{}
			continue
		}
		if t, ok := strings.CutPrefix(s, "# text = "); ok {
			cur.Text = t
		}
		if s[0] == '#' {
			continue
		}
		f := strings.Split(s, "\t")
		if len(f) != 10 {
			return nil, &tocsin.Error{Code: tocsin.Invalid, Op: "read CoNLL-U", Pos: tocsin.Pos{File: name, Line: line},
				Hint: "give a Universal Dependencies file", Err: tocsin.Errorf(tocsin.Invalid, "", "%d columns, not 10", len(f))}
		}
		if strings.ContainsAny(f[0], "-.") {
			continue
		}
		head, err := strconv.Atoi(f[6])
		if err != nil {
			return nil, &tocsin.Error{Code: tocsin.Invalid, Op: "read CoNLL-U",
				Pos: tocsin.Pos{File: name, Line: line, Field: "HEAD"}, Err: err}
		}
		cur.Words = append(cur.Words, f[1])
		cur.Lemmas = append(cur.Lemmas, f[2])
		cur.Tags = append(cur.Tags, f[3]+"|"+f[4])
		cur.Heads = append(cur.Heads, head-1)
		cur.Rels = append(cur.Rels, f[7])
	}
	if len(cur.Words) > 0 {
		out = append(out, cur)
	}
	if err := sc.Err(); err != nil {
		return nil, &tocsin.Error{Code: tocsin.Invalid, Op: "read CoNLL-U", Pos: tocsin.Pos{File: name}, Err: err}
	}
	return out, nil
}
