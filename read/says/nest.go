package says

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"tocsin"
	"tocsin/read/text"
)

// Find returns the attributions of speech and thought in doc, in the order of
// their cues, by the embedded lexicon.
func Find(doc *text.Doc) []Attribution { return defaults().Find(doc) }

// FindAll returns also attitudes, by the embedded lexicon; see Lexicon.FindAll.
func FindAll(doc *text.Doc) []Attribution { return defaults().FindAll(doc) }

// add completes an attribution and keeps it.
func (f *finder) add(v *view, a Attribution, src source, at, glo, ghi int) {
	a.Sent, a.CueTok = v.index, at
	a.CueSpan = v.SpanOf(glo, ghi)
	a.Cue = a.CueSpan.In(f.doc.Text)
	a.SourceHead, a.Parent, a.Quoted = src.head, -1, v.quoted[at]
	a.Type = v.typeOf(src)
	if src.head >= 0 {
		var lo, hi int
		a.SourceText, lo, hi = v.sourceText(f.doc, src)
		a.SourceSpan = v.SpanOf(lo, hi)
		a.Source = v.SpanOf(src.lo, src.hi)
	} else {
		a.SourceSpan = a.CueSpan
	}
	if src.head < 0 {
		a.Asides = v.asides(a.Parts)
		if len(a.Parts) > 1 && v.Tok(at).Is("acl") && v.Kid(at, "aux:pass", "aux") < 0 && a.Parts[0].Hi <= at {
			a.Asides = append(a.Asides, a.Parts[0]) // "a preacher regarded as": that he preaches is sure
		}
	}
	a.LastSent = a.Sent
	for _, p := range a.Parts {
		if p.Sent == a.Sent {
			if a.Lo == a.Hi {
				a.Lo, a.Hi = p.Lo, p.Hi
			}
			a.Lo, a.Hi = min(a.Lo, p.Lo), max(a.Hi, p.Hi)
		}
		a.LastSent = max(a.LastSent, p.Sent)
	}
	f.out = append(f.out, a)
}

// asides finds what the author adds to an agentless report: what is said of its
// subject before the cue ("the colonel, who left in May, is said to", "the colonel,
// a former pilot, is said to"), and a
// relative clause behind a comma ("reported to have fled, which leads to").
func (v *view) asides(parts []Part) (out []Part) {
	for n, p := range parts {
		for k := p.Lo + 1; k < p.Hi; k++ {
			t := v.Tok(k)
			relative := (t.XPOS == "WP" || t.XPOS == "WDT") && v.Tok(k-1).Text == ","
			modifier := n == 0 && len(parts) > 1 && t.UPOS == "VERB" && !t.Is("amod", "root")
			apposed := n == 0 && len(parts) > 1 && v.Tok(k-1).Text == ","
			named := k < p.Hi-1 && t.Text == "," && upper(v.Tok(k-1).Text) && v.apposition(k+1)
			if !relative && !modifier && !apposed && !named {
				continue
			}
			if apposed {
				k = p.Lo // "a teacher, Ali Bah, was allegedly beaten": that he teaches is sure
			}
			out = append(out, Part{v.index, k, p.Hi})
			break
		}
	}
	return out
}

// background finds the participles in a phrase that somebody only announces,
// confirms or condemns: "announced the end of a truce agreed in June". What they
// tell was so before, and is the author's.
func (v *view) background(c *cueVerb, parts []Part) []Part {
	obj := v.object(c)
	if obj < 0 || !c.verb.frames["np"] || len(parts) != 1 || parts[0].Lo > obj || parts[0].Hi <= obj || v.hasFinite(parts[0].Lo, obj+1) {
		return nil
	}
	for k := obj + 1; k < parts[0].Hi; k++ {
		t := v.Tok(k)
		if v.Finite(k) && v.Kid(k, "nsubj") >= 0 {
			return nil
		}
		if t.XPOS == "VBN" && t.UPOS == "VERB" && t.Is("acl") && v.isNoun(k-1) {
			return []Part{{v.index, k, min(parts[0].Hi, max(v.Hi[k], k+1))}}
		}
	}
	return nil
}

// ofPerson finds what the author adds to the name of somebody whom the cue only
// condemns, confirms or rejects: "rejected Saleh, a former minister".
func (v *view) ofPerson(c *cueVerb, parts []Part) []Part {
	obj := v.object(c)
	if obj < 0 || c.verb.frames["hearer"] || len(parts) != 1 || parts[0].Hi > v.Hi[obj] || v.Tok(obj).UPOS != "PROPN" || parts[0].Lo > obj || parts[0].Hi <= obj || v.hasFinite(parts[0].Lo, obj) {
		return nil
	}
	for k := obj; k < parts[0].Hi; k++ {
		if v.Tok(k).Text == "," {
			return []Part{{v.index, parts[0].Lo, parts[0].Hi}}
		}
	}
	return nil
}

// sortAndNest orders the attributions by cue and finds each one's parent: the
// one with the least content that holds its cue.
func (f *finder) sortAndNest() {
	slices.SortStableFunc(f.out, func(a, b Attribution) int {
		return cmp.Or(cmp.Compare(a.CueSpan[0], b.CueSpan[0]), cmp.Compare(a.CueTok, b.CueTok))
	})
	bySent := map[int][]int{}
	for i := range f.out {
		for _, p := range f.out[i].Parts {
			bySent[p.Sent] = append(bySent[p.Sent], i)
		}
	}
	for i := range f.out {
		a, best := &f.out[i], 0
		for _, k := range bySent[a.Sent] {
			b := &f.out[k]
			if k == i || !b.holds(a.Sent, a.CueTok) {
				continue
			}
			if a.holds(b.Sent, b.CueTok) && k > i {
				continue // each holds the other's cue: the first is the outer one
			}
			if n := b.size(); a.Parent < 0 || n < best {
				a.Parent, best = k, n
			}
		}
	}
}

// holds reports whether the content holds token tok of sentence sent.
func (a *Attribution) holds(sent, tok int) bool {
	for _, p := range a.Parts {
		if p.Sent == sent && p.Lo <= tok && tok < p.Hi {
			return true
		}
	}
	return false
}

// aside reports whether the author answers for the token himself.
func (a *Attribution) aside(sent, tok int) bool {
	for _, p := range a.Asides {
		if p.Sent == sent && p.Lo <= tok && tok < p.Hi {
			return true
		}
	}
	return false
}

// size is how many tokens the content has.
func (a *Attribution) size() int {
	n := 0
	for _, p := range a.Parts {
		n += p.Hi - p.Lo
	}
	return n
}

// Of returns the indexes in list of the attributions whose content holds token
// tok of sentence sent, the outermost first. Attitudes make no speakers.
func Of(list []Attribution, sent, tok int) []int {
	first := sort.Search(len(list), func(i int) bool { return list[i].Sent > sent+span })
	var out []int
	for i := first - 1; i >= 0 && list[i].Sent >= sent-span; i-- {
		a := &list[i]
		if a.Class == "attitude" || !a.holds(sent, tok) || a.aside(sent, tok) {
			// The cue of an agentless report stands for what is reported.
			if a.Class == "attitude" || a.SourceHead >= 0 || a.Sent != sent || a.CueTok != tok {
				continue
			}
		}
		out = append(out, i)
	}
	slices.SortFunc(out, func(x, y int) int {
		return cmp.Or(cmp.Compare(depth(list, x), depth(list, y)), cmp.Compare(list[y].size(), list[x].size()), cmp.Compare(x, y))
	})
	return out
}

// Unsure reports whether token tok of sentence sent stands where grammar does not tell
// if somebody who is quoted goes on or the author does: "the court ruled that he may not
// stand, and the police closed the road".
func Unsure(list []Attribution, sent, tok int) bool {
	first := sort.Search(len(list), func(i int) bool { return list[i].Sent >= sent })
	for i := first; i < len(list) && list[i].Sent == sent; i++ {
		if list[i].Class == "attitude" {
			continue
		}
		for _, p := range list[i].Unsure {
			if p.Sent == sent && p.Lo <= tok && tok < p.Hi {
				return true
			}
		}
	}
	return false
}

// span is how many sentences a quotation may run before or behind its cue.
const span = 40

// depth is how many attributions hold attribution i.
func depth(list []Attribution, i int) int {
	n := 0
	for p := list[i].Parent; p >= 0 && n < len(list); p = list[p].Parent {
		n++
	}
	return n
}

func pronoun(word string) bool {
	switch strings.ToLower(word) {
	case "he", "she", "they", "it":
		return true
	}
	return false
}

// For returns the speakers of the word at token tok of sentence sent, the
// outermost first. No speakers means that the author speaks.
func For(doc *text.Doc, list []Attribution, sent, tok int) []tocsin.Speaker {
	var out []tocsin.Speaker
	last := -1
	for _, i := range Of(list, sent, tok) {
		a := &list[i]
		s := tocsin.Speaker{Text: a.SourceText, Type: a.Type, Cue: a.Cue, Span: a.SourceSpan, Stance: a.Stance}
		if n := len(out); n > 0 && out[n-1].Span == s.Span {
			if list[i].CueTok > list[last].CueTok {
				out[n-1], last = s, i
			}
			continue // one speaker with two cues, the nearer counts: "denies it and says"
		}
		if n := len(out); n > 0 && pronoun(s.Text) && strings.EqualFold(out[n-1].Text, s.Text) {
			out = out[:n-1] // "said he would ask X to leave, although he conceded": one "he"
		}
		out, last = append(out, s), i
	}
	return out
}
