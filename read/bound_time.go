package read

import (
	"slices"

	"tocsin"
	"tocsin/read/act"
	"tocsin/read/when"
	"tocsin/read/where"
)

// saidDay reports a time that hangs on a word of saying which the item only goes
// along with: "the army said on Wednesday, wounding seven".
func (a *assembler) saidDay(it *act.Item, f *when.Found) bool {
	h := a.doc.Sentences[it.Sent].Tokens[f.Head].Head
	if h < 0 || h == it.Pred || f.Lo < h {
		return false
	}
	for k := range a.says {
		if p := &a.says[k]; p.Sent == it.Sent && p.CueTok == h {
			return f.Lo < it.Pred || it.Pred < h
		}
	}
	return false
}

// record reports a "since" that says for how long something has not been surpassed:
// "the deepest crisis since 2019".
func (a *assembler) record(it *act.Item, f *when.Found) bool {
	s := &a.doc.Sentences[it.Sent]
	if s.Tokens[f.Lo].Lower != "since" && (f.Lo == 0 || s.Tokens[f.Lo-1].Lower != "since") {
		return false
	}
	for k := f.Lo - 1; k >= 0 && k > f.Lo-8 && s.Tokens[k].UPOS != "VERB" && s.Tokens[k].Text != ","; k-- {
		if w := &s.Tokens[k]; w.XPOS == "JJS" || w.XPOS == "RBS" || w.Lower == "first" {
			return true
		}
	}
	return false
}

// onwards reports the day from which something is to be: "a ban from 20 February" is
// none of that day alone.
func (a *assembler) onwards(f *when.Found) bool {
	t := a.doc.Sentences[f.Sent].Tokens
	if f.When.Open != "none" || f.When.From != f.When.To || f.When.From == 0 {
		return false
	}
	return t[f.Lo].Lower == "from" || f.Lo > 0 && t[f.Lo-1].Lower == "from"
}

// hailing reports a place that only says where one who is named, with an aside between
// commas, comes from: "Peter Lakai, 28, of Yambaitok village, was shot"; or whither one was going.
func (a *assembler) hailing(it *act.Item, f *where.Found) bool {
	t := a.doc.Sentences[f.Sent].Tokens
	if f.Case == "to" && f.Lo > 1 && a.doc.Sentences[f.Sent].LemmaIs(f.Lo-2, "way") {
		return true // "was abducted on her way to X"
	}
	if f.Sent != it.Sent || f.Lo < 2 || !slices.Contains([]string{"of", "from"}, t[f.Lo-1].Lower) || t[f.Lo-2].Text != "," {
		return false
	}
	for k := f.Lo - 3; k >= 0 && k > f.Lo-7; k-- {
		if m, ok := a.mentionAt(f.Sent, k); ok && m.Type == "person" {
			return true
		}
	}
	return false
}

// gone reports a time behind what somebody wants to come that is over already: "called
// for rallies over the weekend" tells of the next or of when he called. So is what comes
// after "Saturday's" riot none of the riot's own time.
func (a *assembler) gone(it *act.Item, f *when.Found) bool {
	t := a.doc.Sentences[f.Sent].Tokens
	if slices.Contains([]string{"after", "before", "since"}, t[f.Lo].Lower) && f.Hi < len(t) && t[f.Hi].XPOS == "POS" && f.Hi <= it.Pred {
		return true
	}
	return it.Kind == tocsin.KindAim && it.Content != nil && f.Lo > it.Content.Pred && it.Content.Pred > it.Pred && t[f.Lo].Lower != "on" && f.When.To != 0 && f.When.To < a.rep.Published
}
