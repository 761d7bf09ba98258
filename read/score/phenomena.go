package score

import (
	"bytes"
	"context"
	"fmt"
	"path"
	"strings"

	"tocsin"
	"tocsin/read"
	"tocsin/read/cases"
)

// A Phenomenon is one file of reading cases.
type Phenomenon struct {
	Name  string
	Cases []cases.Case
}

// ParseCases reads files of reading cases, a phenomenon each. Cases about a
// sentence of a report that is elsewhere are left out.
func ParseCases(set string, files []File) ([]Phenomenon, error) {
	var out []Phenomenon
	for _, f := range files {
		if !strings.HasSuffix(f.Name, ".txt") {
			continue
		}
		list, err := cases.Parse(f.Name, bytes.NewReader(f.Data))
		if err != nil {
			return nil, err
		}
		p := Phenomenon{Name: strings.TrimSuffix(path.Base(f.Name), ".txt")}
		for _, c := range list {
			if c.Sentence == 0 {
				p.Cases = append(p.Cases, c)
			}
		}
		out = append(out, p)
	}
	if len(out) == 0 {
		return nil, broken(set, 0, "", "give a file, a directory or an archive of .txt files whose first line is \"cases: reading\"", "holds no reading case")
	}
	return out, nil
}

// ScoreCases counts the expectations that hold, for all and by phenomenon. One
// marked as known to fail counts as the others do.
func ScoreCases(ctx context.Context, set string, list []Phenomenon, r *read.Reader) ([]Metric, error) {
	answers, err := each(ctx, len(list), func(i int) ([3]int, error) { return list[i].count(ctx, r) })
	if err != nil {
		return nil, err
	}
	line := func(name string, n [3]int) Metric {
		return Metric{Kind: "cases", Set: set, Name: name, Value: 100 * ratio(n[0], n[1]), Note: fmt.Sprintf("%d/%d expectations of %d texts", n[0], n[1], n[2])}
	}
	var all [3]int
	var out []Metric
	for i, p := range list {
		for k := range all {
			all[k] += answers[i][k]
		}
		out = append(out, line(p.Name, answers[i]))
	}
	return append([]Metric{line("all", all)}, out...), nil
}

// count returns how many expectations hold, how many there are, and of how many
// texts.
func (p *Phenomenon) count(ctx context.Context, r *read.Reader) (n [3]int, err error) {
	n[2] = len(p.Cases)
	for _, c := range p.Cases {
		n[1] += len(c.Expect)
		res, err := r.Read(ctx, tocsin.Report{ID: tocsin.Hash([]byte(c.Text)), Text: c.Text, Published: c.Published})
		if err != nil {
			if refusal(err) != nil {
				return n, err
			}
			continue // a refused text meets no expectation
		}
		failed := map[int]bool{}
		for _, f := range cases.Run(c, func(cases.Case) ([]tocsin.Statement, error) { return res.Statements, nil }) {
			failed[f.Line] = true
		}
		for _, e := range c.Expect {
			n[0] += truth(failed[e.Line] == e.Miss) // what is known to fail is a failure once it holds
		}
	}
	return n, nil
}
