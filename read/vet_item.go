package read

import (
	"slices"
	"strings"

	"tocsin"
	"tocsin/read/text"
	"tocsin/read/when"
)

// unlike reports a claim whose words count or rank something else than the act it
// would be of, or of a time that is still to come.
func (v *vet) unlike() bool {
	switch v.k.Form {
	case tocsin.FormCount, tocsin.FormRate:
		return v.tame() || v.portion() || v.coming()
	case tocsin.FormShare:
		return v.onlyOne()
	case tocsin.FormRank:
		return v.otherWorst()
	case tocsin.FormDuration:
		return v.term()
	case tocsin.FormChange:
		return v.bare()
	}
	return false
}

// several reports a claim read from all the items of a sentence whose number is joined
// to another of others ("nine were killed and two injured", "eleven soldiers and four
// civilians"), whose day is that of the saying, or whose doer is one of two.
func (v *vet) several() bool {
	if k := v.k; k.Of != nil && k.Of.Actor != "" && !strings.Contains(k.Of.Actor, " against ") && v.half(splitActors(k.Of.Actor)) {
		return true
	}
	if w := v.k.Window; w != nil && slices.ContainsFunc(v.when, func(f when.Found) bool {
		return f.Sent == v.c.Sent && f.When.From == w.From && f.When.To == w.To && v.saidThen(&f)
	}) {
		return true
	}
	if v.c.Num[1] == 0 {
		return false
	}
	t := v.s.Tokens
	for i := max(v.c.Num[0]-6, 0); i < min(v.c.Num[1]+7, len(t)); i++ {
		lo, hi := min(i, v.c.Num[0]), max(i, v.c.Num[1]-1)
		if t[i].UPOS != "NUM" || i >= v.c.Num[0] && i < v.c.Num[1] || v.timeAt(i) {
			continue
		}
		joined := false
		for k := lo; k < min(hi+4, len(t)); k++ {
			joined = joined || k > lo && k < hi && t[k].Lower == "and"
			if v.timeAt(k) {
				joined = false
				break // "six in 2010 and eight in 2011"
			}
		}
		if joined {
			return true
		}
	}
	return false
}

// tame reports incidents that are said to be of something which is no violence:
// "212 incidents of harassment".
func (v *vet) tame() bool {
	if v.k.Of == nil || v.k.Of.Act != "assault" || v.k.Unit != tocsin.Events {
		return false
	}
	for i := v.c.Core[0]; i+2 < min(v.c.Core[1]+3, len(v.s.Tokens)); i++ {
		if !v.s.LemmaIs(i, "incident", "event", "case") || v.s.Tokens[i+1].Lower != "of" {
			continue
		}
		for j := i + 2; j < min(i+6, len(v.s.Tokens)); j++ {
			if v.fierce(j) {
				return false
			}
		}
		return true
	}
	return false
}

// bare reports a change of "incidents" of which the sentence tells no kind, or of a
// share of them.
func (v *vet) bare() bool {
	if v.k.Of == nil || v.k.Of.Act != "assault" || v.k.Of.Actor != "" {
		return false
	}
	for i := max(v.c.Core[0]-4, 0); i < v.c.Core[0]; i++ {
		if w := v.s.Tokens[i].Lower; w == "cent" || w == "percent" || w == "%" {
			return true // the share of attacks rose, not attacks
		}
	}
	bare := false
	for i := range v.s.Tokens {
		switch low := v.s.Tokens[i].Lower; {
		case v.s.LemmaIs(i, "incident", "event") && v.core(i):
			bare = true
		case v.fierce(i) || strings.HasPrefix(low, "armed"):
			return false
		}
	}
	return bare
}

// fierce reports a word of violence at token i.
func (v *vet) fierce(i int) bool {
	if v.s.LemmaIs(i, "incident", "event") {
		return false
	}
	return v.s.LemmaIs(i, fights...) || v.s.LemmaIs(i, killing...) || v.s.LemmaIs(i, deathNouns...) || v.s.LemmaIs(i, harming...) ||
		slices.ContainsFunc(violence, func(w string) bool { return strings.HasPrefix(v.s.Tokens[i].Lower, w) })
}

// portion reports the whole of which a part is told: "seven of the twelve attacks
// were in X" are not twelve in X.
func (v *vet) portion() bool {
	i := v.c.Num[0]
	if v.c.Num[1] == 0 || i < 3 || v.s.Tokens[i-1].UPOS != "DET" || v.s.Tokens[i-2].Lower != "of" {
		return false
	}
	w := &v.s.Tokens[i-3]
	return w.UPOS == "NUM" || slices.Contains([]string{"most", "many", "some", "half", "all", "none", "few", "several", "majority", "third", "quarter", "two-thirds"}, w.Lower)
}

// coming reports a count of what has not been yet.
func (v *vet) coming() bool {
	w := v.k.Window
	return w != nil && v.rep.Published > 0 && w.From >= v.rep.Published && w.To > v.rep.Published
}

// onlyOne reports an "only" of a thing that is no act: "the only hospital in X".
func (v *vet) onlyOne() bool {
	i := v.c.Core[0]
	for i < v.c.Core[1] && v.s.Tokens[i].Lower != "only" {
		i++
	}
	if i > v.c.Core[0]+1 || i+1 >= v.c.Core[1] || i+1 >= len(v.s.Tokens) {
		return false
	}
	h := i + 1
	for h+1 < len(v.s.Tokens) && (v.s.Tokens[h].UPOS == "ADJ" || v.s.Tokens[h].Is("compound")) {
		h++
	}
	return v.s.Tokens[h].UPOS == "NOUN" && !v.fierce(h) && !v.s.LemmaIs(h, "coup", "incident", "event")
}

// otherWorst reports the worst of something that is no violence and no time: "the worst
// drought since 2011".
func (v *vet) otherWorst() bool {
	if v.k.Of == nil || v.k.Of.Act != "assault" || v.c.Core[1]-v.c.Core[0] != 1 || v.s.Tokens[v.c.Core[0]].Lower != "worst" {
		return false
	}
	h := v.c.Core[1]
	for h+1 < len(v.s.Tokens) && (v.s.Tokens[h].UPOS == "ADJ" || v.s.Tokens[h].Is("compound")) {
		h++
	}
	return h < len(v.s.Tokens) && v.s.Tokens[h].UPOS == "NOUN" && !v.fierce(h) && !v.timeAt(h) && !v.s.LemmaIs(h, "day", "week", "month", "year", "incident", "event", "toll")
}

// term reports how far one looks ahead: "over the coming three months".
func (v *vet) term() bool {
	for i := v.c.Core[0]; i < v.c.Core[1]; i++ {
		if w := v.s.Tokens[i].Lower; (w == "coming" || w == "next") && i > 0 && v.s.Tokens[i-1].UPOS == "DET" {
			return true
		}
	}
	return false
}

// sinceWhat reports a time in a clause that says since when the claim's has gone on:
// "40 have died since a dispute flared in March".
func (v *vet) sinceWhat() bool {
	i := slices.IndexFunc(v.when, func(f when.Found) bool {
		return f.Sent == v.c.Sent && f.When.From == v.k.Window.From && f.When.To == v.k.Window.To
	})
	if i < 0 || v.when[i].When.From == 0 || !v.doing() {
		return false
	}
	f := &v.when[i]
	lo := v.c.Core[1]
	if f.Hi < v.c.Core[0] && v.s.Tokens[f.Hi].Text == "," {
		lo = 0 // "since fighting resumed in May, 40 have died"
	}
	if f.Lo < lo {
		return false
	}
	return slices.ContainsFunc(v.s.Tokens[lo:f.Lo], func(t text.Token) bool { return t.Lower == "since" })
}
