package says

// A cueVerb is a verb found at work: where it is, its group, its line in the
// lexicon and who does it.
type cueVerb struct {
	at, glo, ghi int
	verb         verb
	src          source
	agentless    bool
	that         int // the "that" in the phrase of a source behind the cue, 0 where there is none
}

// left and right bound the cue together with a source that stands beside it.
func (c *cueVerb) left() int {
	if c.src.head >= 0 && c.src.lo < c.glo {
		return c.src.lo
	}
	return c.glo
}

func (c *cueVerb) right() int {
	if c.src.head >= 0 && c.src.lo >= c.ghi {
		if c.that > 0 {
			return c.that
		}
		return max(c.src.hi, c.src.stop)
	}
	return c.ghi
}

// thatIn returns the "that" within an agent's phrase, which opens what the agent
// says: "was told by elders that". It is 0 where there is none.
func (v *view) thatIn(s source) int {
	for k := s.nhi; k < max(s.hi, s.stop) && k < len(v.Tokens); k++ {
		if t := v.Tok(k); t.Lower == "that" && (t.UPOS == "SCONJ" || t.Is("mark")) {
			return k
		}
	}
	return 0
}

// clausal finds the finite clause, infinitive or gerund that the cue governs.
func (v *view) clausal(c *cueVerb) (lo, hi int, ok bool) {
	comp := v.complement(c)
	if comp >= 0 {
		lo = max(v.Lo[comp], c.right())
		if obj := v.object(c); obj >= c.right() && obj < comp && v.infinitive(comp, c.ghi) {
			lo = min(lo, max(v.Lo[obj], c.right())) // "wants the army to leave"
		}
		if obj := v.object(c); c.verb.frames["hearer"] && obj >= c.right() && v.Hi[obj] <= comp && !v.infinitive(comp, c.ghi) {
			lo = max(lo, v.Hi[obj])
		}
		if m := v.that(c); m >= 0 && (m < comp || v.Hi[comp] > m) {
			lo = m
		}
		hi = max(v.Hi[comp], comp+1)
		if v.Tok(lo).Lower == "that" && v.Tok(lo+1).Text == "," && !v.isQuoteMark(lo+2) {
			hi = v.end() // "told them that, should it fall, they would leave"
		}
		hi = v.contentEnd(c, lo, hi)
	} else {
		start := v.that(c)
		if start < 0 {
			start = v.lostClause(c)
		}
		if start < 0 {
			return 0, 0, false
		}
		lo, hi = start, v.contentEnd(c, start, v.end())
	}
	for lo < hi && isTime(v.Tok(lo).Lower) && v.Tok(lo).UPOS != "NOUN" {
		lo++ // "said Thursday the army had left"
	}
	lo, hi = v.trim(lo, hi)
	switch v.Tok(lo).Lower {
	case "although", "though", "while", "but", "because", "after":
		if v.Tok(lo-1).Text == "," {
			return 0, 0, false // "P, an official told AFP, although Q": what was said is before it
		}
	}
	return lo, hi, lo < hi
}

// complement returns the head of the clause that the cue governs by the tree,
// behind the cue, or -1.
func (v *view) complement(c *cueVerb) int {
	if k := v.adjuncts(c.ghi); v.Tok(k).Text == ";" {
		return -1 // "shot by the army, his family says; the army denies it"
	}
	for _, k := range v.Kids[c.at] {
		if k < c.ghi {
			continue
		}
		t := v.Tok(k)
		switch {
		case t.Is("ccomp") && (c.verb.frames["clause"] || c.verb.frames["wh"] || c.agentless):
			return k
		case t.Is("xcomp", "ccomp", "advcl") && v.infinitive(k, c.ghi):
			if t.Is("advcl") && !c.verb.frames["inf"] {
				continue
			}
			if c.verb.frames["inf"] || c.verb.frames["hearer"] || c.agentless {
				return k
			}
		case (t.Is("xcomp", "ccomp") || t.Is("advcl") && k == c.ghi) && t.XPOS == "VBG" && c.verb.frames["ing"]:
			return k
		case t.Is("xcomp") && c.agentless:
			return k
		case t.Is("parataxis") && c.verb.frames["hearer"] && v.Clause(k) != nil && v.Clause(k).SubjHow == "own" && !v.markBetween(c.ghi, k):
			return k // "told the paper she would rather stay"
		}
	}
	return -1
}

// markBetween reports whether a comma or a colon stands in [lo,hi).
func (v *view) markBetween(lo, hi int) bool {
	for k := lo; k < hi; k++ {
		if v.loose(k) && v.Tok(k).Text != "-" {
			return true
		}
	}
	return false
}

// infinitive reports whether the verb at k is marked by "to" behind from.
func (v *view) infinitive(k, from int) bool {
	for _, m := range v.Kids[k] {
		if m >= from && m < k && v.Tok(m).Lower == "to" {
			return true
		}
	}
	return false
}

// that returns the "that" or "whether" which opens the content, right behind
// the cue or behind a hearer of at most eight words, or -1.
func (v *view) that(c *cueVerb) int {
	if !c.verb.frames["clause"] && !c.verb.frames["wh"] || v.Tok(v.adjuncts(c.ghi)).Text == ";" {
		return -1
	}
	for k := c.right(); k < len(v.Tokens) && k < c.right()+9; k++ {
		t := v.Tok(k)
		switch {
		case t.Lower == "that" && k > c.ghi+1 && v.Tok(k-2).Text == "," && goesOnSaying[v.Tok(k-1).Lower]:
			return -1 // "P, he said on Sunday, warning that Q": P is what he said
		case k == c.ghi && c.verb.frames["wh"] && (t.XPOS == "WP" || t.XPOS == "WRB" || t.XPOS == "WDT" || t.Lower == "whether" || t.Lower == "if"):
			return k
		case (t.Lower == "that" || t.Lower == "whether") && t.UPOS == "SCONJ":
			if h := v.Head(k); !c.verb.frames["hearer"] && v.isNoun(k-1) && h > k && v.Tok(h).Is("acl") && v.LacksObject(h) {
				return -1 // "repeated the claim that the army rejected"
			}
			return k
		case t.Lower == "that" && k > c.ghi && c.verb.frames["hearer"] && !v.IsVerb(k+1):
			return k
		case t.Lower == "that" && k > 0 && (isTime(v.Tok(k-1).Lower) || v.Tok(k-1).Lower == "time" && v.Tok(k-2).Lower == "first"):
			return k // "said this year that"
		case k > c.ghi && c.verb.frames["wh"] && c.verb.frames["hearer"] && (t.Lower == "whether" || t.Lower == "if" || t.XPOS == "WP" || t.XPOS == "WRB") && !v.IsVerb(k-1):
			return k // "asked residents if"
		case t.Lower == "that" && k == c.ghi && v.Tok(k+1).UPOS != "VERB" && v.Tok(k+1).UPOS != "AUX" && !v.punct(k+1):
			return k
		case v.IsVerb(k) && !v.quoted[k]:
			return -1
		case v.isQuoteMark(k) && !c.verb.frames["hearer"]:
			return -1
		}
	}
	return -1
}

// goesOnSaying are the gerunds that open what somebody says besides.
var goesOnSaying = map[string]bool{"warning": true, "saying": true, "adding": true, "noting": true, "claiming": true, "insisting": true,
	"arguing": true, "stressing": true, "alleging": true, "denying": true}

// lostClause returns where a clause without "that" starts whose arc the parser
// lost: "some suggest the man known as X would seek". Between the cue and the
// finite verb stand no mark and no conjunction; -1 where there is none.
func (v *view) lostClause(c *cueVerb) int {
	if !c.verb.frames["clause"] || c.right() != c.ghi {
		return -1
	}
	first := v.Tok(c.ghi)
	if first.UPOS == "ADP" || first.UPOS == "PUNCT" || first.UPOS == "SCONJ" || first.UPOS == "CCONJ" || first.UPOS == "ADV" {
		return -1
	}
	noun := false
	for k := c.ghi; k < len(v.Tokens) && k < c.ghi+25; k++ {
		if noun && v.Tok(k).Text == "," && (v.Tok(k+1).Lower == "including" || v.Tok(k+1).Lower == "among") {
			if k = v.clauseAfter(k+1) + 1; k >= len(v.Tokens) {
				return -1
			}
		}
		t := v.Tok(k)
		switch {
		case noun && v.Tok(k-1).UPOS == "CCONJ" && (t.Is("conj") && v.Head(k) <= c.at || t.Is("aux", "aux:pass") && v.Tok(v.Head(k)).Is("conj") && v.Head(v.Head(k)) <= c.at):
			return -1 // "denied the allegation and offered", "and were investigating": the speaker goes on
		case noun && (v.Finite(k) || v.Tok(c.at).Lemma == "say" && t.XPOS == "VBN"):
			return c.ghi
		case t.UPOS == "CCONJ" && !noun, t.UPOS == "SCONJ", t.Text == ",", t.Text == ";", t.Text == ":":
			return -1
		case t.XPOS == "WP" || t.XPOS == "WDT":
			return -1
		case t.UPOS == "NOUN" || t.UPOS == "PROPN" || t.UPOS == "PRON" || t.UPOS == "NUM" || k == c.ghi && t.XPOS == "VBG":
			noun = true
		}
	}
	return -1
}

// contentEnd mends the end of a clause that starts at lo and, by the tree, ends
// at hi. A list goes on to its last member ("says A, doing B, and has C"); a
// "but" with its own subject belongs to the author; a bare rest without a verb
// belongs to the clause.
// extend moves the end over what follows as long as it cannot be the author's.
// sameClause reports whether the verb phrase at k, behind a conjunction and
// without a subject, can only go on with the content: by its form it cannot be
// coordinated with the cue. "Says he is proud and | will run."
// verbPhrase returns where the verb phrase that starts at k ends by the tree.
// series reports whether [lo,hi) already holds two members of a list parted by
// a comma: a comma followed by a participle or a finite verb.
// ownSubject reports whether a noun phrase and then a finite verb follow k.
// author returns the first token in [lo,hi) from which the author speaks again,
// or -1: ", but" and a semicolon, with a subject and a verb behind.
// resumes reports whether the author goes on at token k: a relative clause
// behind a comma, a further cue behind one (", adding that"), or "before going".
// nextCue reports whether a second cue of the same speaker follows: "and
// predicted that", "and said".
// parenthetical finds content that the cue follows or interrupts: "P, officials
// said." and "P1, officials said, P2."
func (v *view) parenthetical(c *cueVerb, from int) []Part {
	l, r := c.left(), v.adjuncts(c.right())
	comma := l - 1
	if v.Tok(c.at).XPOS == "VBN" && c.glo == c.at && v.Tok(c.ghi).Lower == "by" {
		return nil // "a bomb, claimed by the front, went off"
	}
	if k := v.Clause(c.at); k != nil && k.Kind == "relcl" && !v.relative(comma-1) && (k.SubjHow != "own" || v.relative(comma+1)) {
		return nil // "Diaw, who has not indicated": the words before it are not his
	}
	if comma <= from || v.Tok(comma).Text != "," && !v.isQuoteMark(comma) {
		return nil
	}
	if v.ownWords(c, r) {
		return nil
	}
	next := v.Tok(r)
	atEnd := r >= v.end()
	if !atEnd && next.Text != "," && next.Text != "—" && next.Text != "--" && next.Text != ";" {
		return nil
	}
	start := v.clauseStart(from, comma)
	if (conjunctions[v.Tok(comma-1).Lower] || v.Tok(comma-1).UPOS == "CCONJ" || v.relative(comma-1)) && !atEnd && next.Text == "," {
		lo, hi := v.trim(r+1, max(r+1, v.clauseAfter(r+1)))
		if lo < hi {
			return []Part{{v.index, lo, hi}} // "left after, he said, rebels came": only the clause that it parts
		}
		return nil
	}
	stop := comma
	if v.isQuoteMark(comma) {
		stop = comma + 1
	}
	if (atEnd || next.Text != ",") && (!v.hasFinite(start, stop) && !v.pastTense(start, stop) && !v.headline(start, stop) || v.onlyWhen(start, stop)) {
		return nil
	}
	lo, hi := v.trim(start, stop)
	if lo >= hi {
		return nil
	}
	parts := []Part{{v.index, lo, hi}}
	if atEnd || next.Text != "," {
		return parts
	}
	if lo2, hi2 := v.trim(r+1, v.end()); lo2 < hi2 {
		if v.hasFinite(start, stop) && (v.Tok(lo2).UPOS == "CCONJ" || v.Tok(lo2).XPOS == "VBG" && v.saysOn(lo2) || v.Tok(lo2).UPOS == "SCONJ") {
			return parts // "P, he said, adding that": the rest has its own cue or author
		}
		if !v.weighed(lo2) {
			parts = append(parts, Part{v.index, lo2, hi2})
		}
	}
	return parts
}

// ownWords reports whether a cue has behind it what it says: an object that is no
// hearer and no time, or the preposition that its verb wants. "After the raid, its
// commanders vowed revenge" and "senators oppose it, Algiers has warned against it"
// say nothing of what stands before them.
func (v *view) ownWords(c *cueVerb, r int) bool {
	if c.verb.frames["obl:"+v.Tok(c.ghi).Lower] && v.Tok(c.ghi).UPOS == "ADP" {
		return true
	}
	obj := v.object(c)
	return obj >= c.right() && obj < r && !isTime(v.Tok(obj).Lower) && (!c.verb.frames["hearer"] || !v.animate(obj) && v.Tok(c.at).Lemma != "tell")
}

// conjunctions open a clause of which a cue between commas says where it comes
// from: "he left after, he said, rebels came".
var conjunctions = map[string]bool{"after": true, "because": true, "before": true, "when": true, "while": true,
	"since": true, "although": true, "though": true, "that": true, "as": true, "where": true}

// clauseAfter returns where the clause that starts at k ends: at a comma or at
// the end.
func (v *view) clauseAfter(k int) int {
	for k < v.end() && (v.Tok(k).Text != "," || v.quoted[k]) {
		k++
	}
	return k
}

// onlyWhen reports whether [lo,hi) is a subordinate clause and no more: the
// content of "when asked about the vote, he said no" lies elsewhere.
func (v *view) onlyWhen(lo, hi int) bool {
	switch v.Tok(lo).Lower {
	case "when", "while", "as", "after", "before", "although", "though", "since", "asked":
	default:
		return false
	}
	for k := lo; k < hi; k++ {
		if v.Tok(k).Text == "," || v.quoted[k] {
			return false
		}
	}
	return true
}

// relative reports whether token i is a relative pronoun.
func (v *view) relative(i int) bool {
	x := v.Tok(i).XPOS
	return (x == "WDT" || x == "WP") && v.Tok(i).Text != "WHO" // the World Health Organization
}

// relativeContent reads "changes, which officials said will come,": the pronoun
// and what follows the cue up to a mark.
func (v *view) relativeContent(c *cueVerb) []Part {
	w := c.left() - 1
	if !v.relative(w) && !(v.Tok(w).Lower == "that" && v.Tok(w-1).UPOS == "NOUN") || v.Tok(w).Lower == "what" {
		return nil
	}
	k := c.ghi
	for v.Tok(k).UPOS == "ADV" {
		k++
	}
	if !v.Finite(k) && v.Tok(k).XPOS != "VBN" {
		return nil
	}
	lo, hi := v.trim(c.ghi, v.beforeMain(c, k, v.clauseAfter(k)))
	return []Part{{v.index, w, w + 1}, {v.index, lo, hi}}
}

// hasFinite reports whether [lo,hi) holds a finite verb.
func (v *view) hasFinite(lo, hi int) bool {
	for k := lo; k < hi; k++ {
		if v.Finite(k) {
			return true
		}
	}
	return false
}

// clauseStart returns where the content before a parenthetical cue starts:
// the sentence's start, or behind the last semicolon or the author's ", but".
func (v *view) clauseStart(from, stop int) int {
	start := from
	for k := from; k < stop; k++ {
		if v.quoted[k] {
			continue
		}
		if v.Tok(k).Text == ";" {
			start = k + 1
		}
	}
	for start < stop && (v.Tok(start).UPOS == "CCONJ" || v.loose(start)) {
		start++
	}
	return start
}

// adjuncts skips what may stand between a cue and the end of its clause: a time,
// a place, a hearer; at most ten words without a verb and without a mark.
func (v *view) adjuncts(r int) int {
	for k := r; k < len(v.Tokens) && k < r+11; k++ {
		if v.punct(k) {
			return k
		}
		if v.Finite(k) || v.Tok(k).UPOS == "SCONJ" || v.Tok(k).UPOS == "CCONJ" {
			break
		}
		if k+1 >= v.end() {
			return v.end()
		}
	}
	return r
}
