package says

import (
	"tocsin/read/text"
)

// A finder is one pass over one document.
type finder struct {
	doc    *text.Doc
	lex    *Lexicon
	views  []*view
	quotes []quote
	opens  map[int][]int // the quotations that start in a sentence
	closes map[int][]int // and those that end in it
	out    []Attribution
	busy   map[[2]int]bool // cues that are taken: sentence, token
}

// Find returns the attributions of speech and thought in doc.
func (lex *Lexicon) Find(doc *text.Doc) []Attribution {
	f := lex.all(doc)
	f.untitled()
	f.unclaimed()
	f.sortAndNest()
	return filter(f.out, func(a *Attribution) bool { return a.Class != "attitude" })
}

// filter keeps what keep accepts, and hangs each on its nearest kept parent.
func filter(all []Attribution, keep func(*Attribution) bool) []Attribution {
	kept := make([]int, len(all)) // new index, -1 where it is left out
	var out []Attribution
	for i := range all {
		kept[i] = -1
		if keep(&all[i]) {
			kept[i] = len(out)
			out = append(out, all[i])
		}
	}
	for i := range out {
		p := out[i].Parent
		for n := 0; p >= 0 && kept[p] < 0 && n < len(all); n++ {
			p = all[p].Parent
		}
		if p >= 0 {
			p = kept[p]
		}
		out[i].Parent = p
	}
	return out
}

// FindAll returns also what Find leaves out, with Class attitude: wishes,
// support and criticism, cues that are denied or only possible ("did not say"),
// and subjects that show things without speaking. An attitude within what
// somebody says is left out here too: it is part of what they say.
func (lex *Lexicon) FindAll(doc *text.Doc) []Attribution {
	f := lex.all(doc)
	f.sortAndNest()
	return filter(f.out, func(a *Attribution) bool { return a.Class != "attitude" || a.Parent < 0 })
}

// all finds every attribution, in no order and without parents.
func (lex *Lexicon) all(doc *text.Doc) *finder {
	f := &finder{doc: doc, lex: lex, busy: map[[2]int]bool{}, opens: map[int][]int{}, closes: map[int][]int{}}
	for i := range doc.Sentences {
		f.views = append(f.views, newView(lex, &doc.Sentences[i], i))
	}
	f.quotes = findQuotes(doc)
	for k, q := range f.quotes {
		f.opens[q.first.Sent] = append(f.opens[q.first.Sent], k)
		f.closes[q.last.Sent] = append(f.closes[q.last.Sent], k)
	}
	mark(f.views, f.quotes)
	for _, v := range f.views {
		f.phrases(v)
		f.colon(v)
		for i := range v.Tokens {
			switch t := v.Tok(i); {
			case f.busy[[2]int{v.index, i}]:
			case t.UPOS == "VERB", t.UPOS == "NOUN" && v.insertedNoun(i):
				f.verb(v, i)
			case t.UPOS == "NOUN":
				f.noun(v, i)
			case t.UPOS == "ADV":
				f.adverb(v, i)
			case t.UPOS == "ADJ":
				f.adjective(v, i)
			case t.UPOS == "ADP":
				f.counts(v, i)
			}
		}
		f.silent(v)
	}
	return f
}

// verb looks at the verb at i of v.
func (f *finder) verb(v *view, i int) {
	if f.otherwise(v, i) {
		return
	}
	w, ok := f.lex.verbAt(v, i)
	if !ok || v.Tok(i).Is("amod", "compound") {
		f.adjective(v, i)
		return
	}
	if f.capitalised(v, i) {
		return
	}
	c := &cueVerb{at: i, verb: w}
	c.glo, c.ghi = v.group(i)
	if c.src, c.agentless, ok = v.subject(i, c.glo, c.ghi); w.frames["seem"] {
		c.src, c.agentless = nobody, true
	} else if !ok {
		if c.src, ok = f.sameSpeaker(v, c); !ok {
			return
		}
	}
	if v.doesNotSay(c) || v.byDeed(c) || v.sacked(c) {
		return
	}
	c.src = v.notHearer(c, v.ofWhich(c, v.noArticle(c.src, c.glo)))
	c.that = v.thatIn(c.src)
	if prior, ok := f.sameSpeaker(v, c); ok {
		c.src, c.agentless = prior, false
	}
	if f.quotedAs(v, c) {
		return
	}
	parts, ghi := f.content(v, c)
	if parts = v.unglossed(i, v.withinQuote(i, parts)); len(parts) == 0 {
		return
	}
	strict := f.lex.is("evidence", v.Tok(i).Lemma)
	a := Attribution{Class: w.class, Stance: w.stance, Denies: w.denies, Parts: parts, Asides: append(v.ofPerson(c, parts), v.background(c, parts)...)}
	if a.Unsure = append(v.unsure(c, parts), v.openEnd(c, parts)...); f.borrowed(v, c) {
		a.Unsure = parts
	}
	if !v.speaks(c.src, strict) || c.agentless && (w.frames["hearer"] && !w.frames["obl"] || strict) {
		if c.src.head >= 0 && v.Tok(c.src.head).UPOS == "PRON" {
			return
		}
		a.Class = "attitude"
	}
	v.weaken(c, &a)
	if w.frames["inf"] && len(parts) == 1 && v.Tok(parts[0].Lo).Lower == "to" {
		a.Asides = append(a.Asides, v.happened(parts[0])...)
	}
	f.balance(a.Parts)
	f.add(v, a, c.src, i, c.glo, ghi)
}

// doesNotSay reports a verb that the tree or its word makes a cue and its
// surroundings do not. A measure that stands for the source gives way before.
func (v *view) doesNotSay(c *cueVerb) bool {
	i := c.at
	if v.Tok(i).XPOS == "VBG" && v.Tok(i).Lemma != "say" && v.isNoun(c.glo-1) && c.src.head != c.glo-1 && v.Kid(i, "aux") < 0 && !v.quoted[i] && !v.spentSaying(i) {
		return true // "reports of a man threatening people": whoever the tree names, it is the man
	}
	c.src = v.notMeasure(c.src, c.glo)
	switch {
	case v.Tok(i).XPOS == "VBD" && v.Tok(c.ghi).Lower == "by" && v.byWhom(c.ghi) && !c.agentless:
		return true // "the bomb, claimed by the front, shows": a participle taken for the past
	case v.Tok(i).XPOS == "VBP" && v.single(c.src.head) && v.isNoun(i+1):
		return true // "Kano state police": the noun is taken for a verb
	}
	if l := v.Tok(i).Lemma; (l == "show" || l == "give" || l == "offer") && v.Tok(c.ghi).Lower == "no" {
		return true // "showed no sign that"
	}
	if c.src.lo >= c.ghi && v.Tok(i).Lemma == "threaten" && !c.agentless && v.Tok(c.ghi).Lower != "to" {
		return true // "was threatened with death by a guard"
	}
	return v.quoted[i] && c.verb.class == "thought" && v.Tok(i).Lemma == "see" // "They saw children and bombed them": who sees does not say so
}

// capitalised reports whether the verb at i is part of a name: "The Lagos State
// government". In a title every word has a capital.
func (f *finder) capitalised(v *view, i int) bool {
	next := v.Tok(i + 1)
	return i > f.lead(v) && upper(v.Tok(i).Text) && upper(v.Tok(i-1).Text) && next.UPOS != "PUNCT" && !upper(next.Text) && !v.quoted[i]
}

// otherwise reads what looks like a cue verb and is another construction, and
// reports whether it is one.
func (f *finder) otherwise(v *view, i int) bool {
	t := v.Tok(i)
	switch {
	case f.putIt(v, i), f.figure(v, i), f.reduced(v, i):
		return true
	case i == 0 && t.XPOS == "VBZ":
		f.noun(v, i) // "Reports that ...": a noun taken for a verb
		return true
	case (t.Lower == "assuming" || t.Lower == "supposing") && (i == 0 || v.Tok(i-1).Text == ","):
		return true // a condition, not a thought
	case t.Lemma == "agree" && v.Tok(i+1).Lower == "to":
		return true // what was agreed is the author's: "the delegations agreed to withdraw"
	case t.Lemma == "name" && !v.hasAs(i):
		return true // "had named X prime minister" says nothing of X
	case t.Lemma == "respond" && v.Tok(i+1).Lower == "to" && f.lex.nouns[v.Tok(i+2).Lemma].stance != "":
		return true // "responding to reports that" is acting on them
	}
	return false
}

// hasAs reports whether an "as" follows within the reach of a name.
func (v *view) hasAs(i int) bool {
	for k := i + 1; k < min(i+12, len(v.Tokens)); k++ {
		if v.Tok(k).Lower == "as" {
			return true
		}
	}
	return false
}

// weakPassive are cues that make nobody a speaker where nobody is named: "he
// was asked whether", "it is known that".
var weakPassive = map[string]bool{"expect": true, "know": true, "ask": true}

// balance moves the ends of parts that cut a quotation of their sentence in two,
// or leave out its marks.
// sameSpeaker finds who spoke before where the cue goes on without a subject:
// "she told the paper that he left and said". The tree often gives such a cue
// the subject of what was said.
func (f *finder) sameSpeaker(v *view, c *cueVerb) (source, bool) {
	k := v.Clause(c.at)
	if src, ok := f.addingTo(v, c); ok {
		return src, true
	}
	if k == nil || v.Tok(c.glo-1).UPOS != "CCONJ" {
		return source{}, false
	}
	for n := len(f.out) - 1; n >= 0 && f.out[n].Sent == v.index; n-- {
		a := &f.out[n]
		if last := a.Parts[len(a.Parts)-1]; a.CueTok < c.at && a.SourceHead >= 0 && a.Class != "attitude" &&
			(last.Hi == c.glo-1 || last.Hi == c.glo-2) && (k.SubjHow == "shared" || a.holds(v.index, c.src.head)) && !f.inner(n) {
			return v.phraseOf(a.SourceHead, 0, a.CueTok), true
		}
	}
	return source{}, false
}

// addingTo finds who spoke where a gerund behind a comma hangs on a cue: "the mayor
// said, adding that".
func (f *finder) addingTo(v *view, c *cueVerb) (source, bool) {
	if v.Tok(c.at).XPOS != "VBG" || v.Tok(c.glo-1).Text != "," {
		return source{}, false
	}
	for n := len(f.out) - 1; n >= 0 && f.out[n].Sent == v.index; n-- {
		a := &f.out[n]
		if a.CueTok != v.Head(c.at) || a.SourceHead < 0 || a.Class == "attitude" {
			continue
		}
		lo, hi := v.At(a.SourceSpan[0]), v.At(a.SourceSpan[1]-1)+1
		if lo < 0 || hi > c.glo || a.SourceHead < lo || a.SourceHead >= hi {
			return source{}, false
		}
		return source{head: a.SourceHead, lo: lo, hi: hi, nlo: lo, nhi: hi, stop: hi}, true
	}
	return source{}, false
}

// inner reports whether the cue of attribution n lies in the content of another
// one of its sentence.
func (f *finder) inner(n int) bool {
	for k := n - 1; k >= 0 && f.out[k].Sent == f.out[n].Sent; k-- {
		if f.out[k].holds(f.out[n].Sent, f.out[n].CueTok) {
			return true
		}
	}
	return false
}

// content tries the ways in which a verb holds words, the surest first, and
// returns where the cue ends.
func (f *finder) content(v *view, c *cueVerb) ([]Part, int) {
	if c.verb.frames["quote"] && !c.agentless {
		if parts := f.quotation(v, c); len(parts) > 0 {
			return parts, f.withColon(v, c)
		}
	}
	if c.agentless {
		return v.passive(c)
	}
	if c.verb.frames["clause"] {
		if parts := v.relativeContent(c); len(parts) > 0 {
			return parts, c.ghi
		}
	}
	if c.verb.frames["clause"] && v.Tok(c.left()-1).Text == "," && v.Tok(c.right()).Text == "," {
		if parts := v.parenthetical(c, f.lead(v)); len(parts) > 0 {
			return parts, c.ghi
		}
	}
	if lo, hi, ok := v.clausal(c); ok {
		return f.wholeQuotes(Part{v.index, lo, hi}), c.ghi
	}
	if c.verb.frames["quote"] && c.verb.frames["clause"] {
		if parts := v.parenthetical(c, f.lead(v)); len(parts) > 0 {
			return parts, c.ghi
		}
	}
	return v.nominal(c)
}

// wholeQuotes lets a part that ends inside a quotation run on to its end, into
// the next sentences too: "said that he was “fighting for law. I go on.”"
// lead is the first token of v that is no dateline.
func (f *finder) lead(v *view) int { return min(max(v.Dateline, 0), len(v.Tokens)) }

// withColon takes a colon behind the cue into it: "said:".
// quotedAs reads "Reuters quoted an official as saying P": the outer speaker
// has the official and what he says, the inner one what he says.
func (f *finder) quotedAs(v *view, c *cueVerb) bool {
	lemma := v.Tok(c.at).Lemma
	if lemma != "quote" && lemma != "cite" && lemma != "report" {
		return false
	}
	as := -1
	for k := c.ghi; k < len(v.Tokens) && k < c.ghi+25; k++ {
		if v.Tok(k).Lower == "as" && v.Tok(k+1).XPOS == "VBG" {
			if _, ok := f.lex.verbs[v.Tok(k+1).Lemma]; ok {
				as = k
			}
			break
		}
	}
	if as < 0 {
		return false
	}
	inner := &cueVerb{at: as + 1, glo: as + 1, ghi: as + 2, verb: f.lex.verbs[v.Tok(as+1).Lemma]}
	head := v.nounBefore(c.ghi, as)
	if c.agentless && v.Clause(c.at) != nil && len(v.Clause(c.at).Subj) > 0 {
		head = v.Clause(c.at).Subj[0]
		inner.src = v.phraseOf(head, 0, c.glo)
	} else if head < 0 {
		return false
	} else {
		inner.src = v.phraseOf(head, c.ghi, as)
	}
	lo, hi, ok := v.clausal(inner)
	if !ok {
		start := inner.ghi
		for v.loose(start) {
			start++
		}
		lo, hi = v.trim(start, v.end())
	}
	if lo >= hi {
		return false
	}
	if !c.agentless && v.speaks(c.src, false) {
		outer := Attribution{Class: "speech", Stance: "certain", Parts: []Part{{v.index, max(inner.src.lo, c.ghi), hi}}}
		f.add(v, outer, c.src, c.at, c.glo, c.ghi)
	}
	glo := as + 1
	if c.agentless {
		glo = c.glo
	}
	f.add(v, Attribution{Class: inner.verb.class, Stance: inner.verb.stance, Denies: inner.verb.denies,
		Parts: []Part{{v.index, lo, hi}}}, inner.src, as+1, glo, as+2)
	f.busy[[2]int{v.index, as + 1}] = true
	return true
}

// nounBefore returns the last noun of the phrase that starts at lo, before hi.
func (v *view) nounBefore(lo, hi int) int {
	head := -1
	for k := lo; k < hi; k++ {
		switch v.Tok(k).UPOS {
		case "NOUN", "PROPN", "PRON":
			head = k
		case "ADP":
			if head >= 0 {
				return head
			}
		}
	}
	return head
}

// quotation finds the direct speech beside the cue: before it, behind it, or on
// both sides, and on into the sentences that follow it without a cue.
// spoken reports whether a quotation that ends right before the cue is speech:
// its last words end in a mark, or a comma follows it.
// endingAt returns the quotation whose closing mark is token i of v.
// startingAfter returns the quotation that the cue opens: between them only a
// time, a hearer or a mark, no "that" and no verb.
// silent gives the quotations that open the next sentences without a cue of
// their own to whoever spoke last in v.
// goOn adds the quotations that open the sentences after last, in the same
// paragraph, until one has words of the author beside it.
