package act

import (
	"slices"
)

// rivals splits items whose doers are alternatives ("Diaw, or possibly another
// colonel, returned") into one item for each, in one group.
func (e *extractor) rivals(from int) {
	var out []Item
	for _, it := range e.items[from:] {
		if len(it.Actors) < 2 || !e.alternatives(it.Actors) {
			out = append(out, it)
			continue
		}
		e.groups++
		for _, a := range it.Actors {
			one := it
			one.Actors = []Arg{a}
			one.Group = e.groups
			one.Degree = e.degreeOf(a, it.Actors)
			one.Cover = slices.Clone(it.Cover)
			out = append(out, one)
		}
	}
	e.items = append(e.items[:from], out...)
}

// degreeOf is possible, but for the first of two where "possibly" stands before
// the second alone: he is named plainly, only not alone.
func (e *extractor) degreeOf(a Arg, all []Arg) string {
	hedged := func(x Arg) bool {
		for t := max(x.Lo-2, 0); t < x.Head; t++ {
			switch e.s.Tokens[t].Lower {
			case "possibly", "perhaps", "maybe":
				return true
			}
		}
		return false
	}
	if !hedged(a) && slices.ContainsFunc(all, hedged) && e.spoken(a.Head) {
		return ""
	}
	return "possible"
}

// alternatives reports whether the arguments are joined by "or".
func (e *extractor) alternatives(args []Arg) bool {
	for _, a := range args[1:] {
		for _, c := range e.s.Children(a.Head) {
			if t := &e.s.Tokens[c]; t.Rel == "cc" && t.Lower == "or" {
				return true
			}
		}
	}
	return false
}

// spoken reports whether the predicate at tok lies inside what somebody says.
func (e *extractor) spoken(tok int) bool {
	for _, a := range e.Says {
		if a.Class == "attitude" {
			continue
		}
		for _, p := range a.Parts {
			if p.Sent == e.sent && p.Lo <= tok && tok < p.Hi && a.CueTok != tok {
				return true
			}
		}
	}
	return false
}
