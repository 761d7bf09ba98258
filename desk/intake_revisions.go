package desk

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"tocsin"
	"tocsin/ledger"
)

// A Revision is one version of a report, and what it changed of the one before.
type Revision struct {
	Report tocsin.Report
	Diff   []Passage // empty for the first
	// Statements that the one before has not, and those of it that are gone. A
	// statement is known by what it says and where in the text; so one whose words
	// have moved counts in neither.
	Added, Gone []tocsin.Statement
}

// A Passage is a run of sentences that both versions have, or one alone.
type Passage struct {
	Op   string // same, added, removed
	Text string
}

// What a passage is.
const (
	PassageSame    = "same"
	PassageAdded   = "added"
	PassageRemoved = "removed"
)

// Revisions lists the versions of a report, the first first. What is asked for is
// the id of any of them, the beginning of one, or their address.
func (d *Desk) Revisions(ctx context.Context, of string) ([]Revision, error) {
	all, err := collect(d.ledger.View(0).Reports(ctx))
	if err != nil {
		return nil, fmt.Errorf("list the reports: %w", err)
	}
	by := make(map[string]tocsin.Report, len(all))
	next := make(map[string]string)
	for _, r := range all {
		by[r.ID] = r
		if r.Revises != "" {
			next[r.Revises] = r.ID
		}
	}
	start, err := d.asked(ctx, of, all)
	if err != nil {
		return nil, err
	}
	for n := 0; by[start].Revises != "" && by[by[start].Revises].ID != "" && n < len(all); n++ {
		start = by[start].Revises
	}
	var out []Revision
	for id := start; id != "" && len(out) <= len(all); id = next[id] {
		rev := Revision{Report: by[id]}
		if len(out) > 0 {
			before := out[len(out)-1].Report
			rev.Diff = Compare(before.Text, rev.Report.Text)
			if rev.Added, rev.Gone, err = d.turnover(ctx, before, rev.Report); err != nil {
				return nil, err
			}
		}
		out = append(out, rev)
	}
	return out, nil
}

// asked finds the report that is meant.
func (d *Desk) asked(ctx context.Context, of string, all []tocsin.Report) (string, error) {
	if strings.Contains(of, "://") {
		for _, r := range all {
			if addressKey(r.URL) == addressKey(of) {
				return r.ID, nil
			}
		}
		return "", tocsin.Errorf(tocsin.NotFound, "see the addresses in 'tocsin feed list', or give the id of a report", "the desk holds no report from %.200s", of)
	}
	ref, err := d.Find(ctx, of, "report")
	return ref.ID, err
}

// turnover sets the statements of two versions beside one another. Those of the
// earlier one are read anew where no view shows them any longer.
func (d *Desk) turnover(ctx context.Context, before, after tocsin.Report) (added, gone []tocsin.Statement, err error) {
	a, err := d.said(ctx, before)
	if err != nil {
		return nil, nil, err
	}
	b, err := d.said(ctx, after)
	if err != nil {
		return nil, nil, err
	}
	return without(b, a), without(a, b), nil
}

func (d *Desk) said(ctx context.Context, rep tocsin.Report) ([]tocsin.Statement, error) {
	list, err := collect(d.ledger.View(0).Statements(ctx, ledger.Filter{Report: rep.ID}))
	if err != nil || len(list) > 0 || rep.Text == "" || foreign(&rep) != "" {
		return list, err
	}
	result, err := d.Read(ctx, rep)
	return result.Statements, err
}

// without are the statements of one list whose words and kind are in none of the
// other.
func without(list, other []tocsin.Statement) []tocsin.Statement {
	key := func(s tocsin.Statement) string {
		return string(s.Kind) + "\x00" + s.Act + "\x00" + s.Rel + "\x00" + strings.Join(strings.Fields(s.Quote), " ")
	}
	has := make(map[string]bool)
	for _, s := range other {
		has[key(s)] = true
	}
	return slices.DeleteFunc(slices.Clone(list), func(s tocsin.Statement) bool { return has[key(s)] })
}

// maxCells bounds the table that two texts are compared in.
const maxCells = 16 << 20

// Compare sets two texts beside one another, sentence by sentence: the longest
// run of sentences that both have in one order stays, what is left was removed or
// added. Texts of too many sentences are compared by their common beginning and
// end alone.
func Compare(a, b string) []Passage {
	x, y := sentences(a), sentences(b)
	lo := 0
	for lo < len(x) && lo < len(y) && x[lo] == y[lo] {
		lo++
	}
	end := 0
	for end < len(x)-lo && end < len(y)-lo && x[len(x)-1-end] == y[len(y)-1-end] {
		end++
	}
	var out []Passage
	put := func(op string, list []string) {
		for _, s := range list {
			if n := len(out); n > 0 && out[n-1].Op == op {
				out[n-1].Text += " " + s
				continue
			}
			out = append(out, Passage{op, s})
		}
	}
	put(PassageSame, x[:lo])
	between(x[lo:len(x)-end], y[lo:len(y)-end], put)
	put(PassageSame, x[len(x)-end:])
	return out
}

// between compares the middles by their longest common subsequence.
func between(x, y []string, put func(string, []string)) {
	if len(x) == 0 || len(y) == 0 || len(x)*len(y) > maxCells {
		put(PassageRemoved, x)
		put(PassageAdded, y)
		return
	}
	wide := len(y) + 1
	long := make([]int32, (len(x)+1)*wide)
	for i := len(x) - 1; i >= 0; i-- {
		for j := len(y) - 1; j >= 0; j-- {
			if x[i] == y[j] {
				long[i*wide+j] = long[(i+1)*wide+j+1] + 1
			} else {
				long[i*wide+j] = max(long[(i+1)*wide+j], long[i*wide+j+1])
			}
		}
	}
	i, j := 0, 0
	for i < len(x) && j < len(y) {
		switch {
		case x[i] == y[j]:
			put(PassageSame, x[i:i+1])
			i, j = i+1, j+1
		case long[(i+1)*wide+j] >= long[i*wide+j+1]:
			put(PassageRemoved, x[i:i+1])
			i++
		default:
			put(PassageAdded, y[j:j+1])
			j++
		}
	}
	put(PassageRemoved, x[i:])
	put(PassageAdded, y[j:])
}

// sentences cuts a text where a sentence or a paragraph ends. It need not be right
// about "Gen.": both texts are cut alike.
func sentences(s string) []string {
	var out []string
	for para := range strings.SplitSeq(s, "\n\n") {
		words := strings.Fields(para)
		from := 0
		for i, w := range words {
			if i == len(words)-1 || strings.ContainsAny(w[len(w)-1:], ".!?") && i-from >= 3 {
				out = append(out, strings.Join(words[from:i+1], " "))
				from = i + 1
			}
		}
	}
	return out
}
