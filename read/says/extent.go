package says

func (v *view) contentEnd(c *cueVerb, lo, hi int) int {
	end := v.end()
	hi = min(max(hi, lo), len(v.Tokens))
	if hi < end {
		hi = v.extend(c, lo, hi, end)
	}
	if cut := v.author(c, lo, hi); cut >= 0 {
		hi = cut
	}
	if hi > end {
		hi = end
	}
	return v.asideEnd(c.at, hi)
}

func (v *view) extend(c *cueVerb, lo, hi, end int) int {
	k := hi
	for k < end && v.loose(k) {
		k++
	}
	if v.Tok(k).UPOS == "CCONJ" && v.Tok(k+1).Lower == "that" && v.Tok(k+1).UPOS != "DET" && v.Tok(lo).Lower == "that" && v.ownSubject(k+2, end) {
		return end // "said that A, and that B"
	}
	if v.Tok(k).UPOS == "CCONJ" && !v.ownSubject(k+1, end) {
		// A verb phrase without a subject: the cue's or the content's? In a list
		// of three it can only be the content's.
		if v.series(lo, hi) || c.verb.class == "noun" {
			return end
		}
		if v.sameClause(c, k+1) {
			return max(hi, v.verbPhrase(k+1, end))
		}
		return hi
	}
	if k > hi || v.Tok(k).UPOS == "CCONJ" || v.Tok(k).UPOS == "SCONJ" {
		return hi
	}
	for j := k; j < end; j++ { // a rest without a mark before it and without a verb of its own
		if v.Finite(j) || v.loose(j) || v.Tok(j).UPOS == "SCONJ" || v.Tok(j).UPOS == "CCONJ" {
			return hi
		}
	}
	return end
}

func (v *view) sameClause(c *cueVerb, k int) bool {
	for v.Tok(k).UPOS == "ADV" || v.Tok(k).UPOS == "PART" {
		k++
	}
	t, cue := v.Tok(k), v.Tok(c.glo)
	if !v.Finite(k) {
		return false
	}
	switch {
	case cue.XPOS == "VBG" || cue.XPOS == "MD":
		return true
	case t.XPOS == "MD":
		return true
	}
	past := cue.XPOS == "VBD"
	return past != (t.XPOS == "VBD")
}

func (v *view) verbPhrase(k, end int) int {
	for n := 0; n < 6 && k < end; k, n = k+1, n+1 {
		if v.Clause(k) != nil {
			return min(max(v.Hi[k], k+1), end)
		}
	}
	return k
}

func (v *view) series(lo, hi int) bool {
	for k := lo + 1; k < hi-1; k++ {
		if v.Tok(k).Text == "," {
			switch v.Tok(k + 1).XPOS {
			case "VBG", "VBN", "VBZ", "VBD", "VBP":
				return true
			}
		}
	}
	return false
}

func (v *view) ownSubject(k, end int) bool {
	noun := false
	for n := 0; k < end && n < 12; k, n = k+1, n+1 {
		t := v.Tok(k)
		if v.Finite(k) {
			return noun
		}
		if t.UPOS == "NOUN" || t.UPOS == "PROPN" || t.UPOS == "PRON" {
			noun = true
		}
		if t.Text == "," {
			return false
		}
	}
	return false
}

func (v *view) author(c *cueVerb, lo, hi int) int {
	for k := lo + 2; k < hi; k++ {
		if v.quoted[k] {
			continue
		}
		switch v.Tok(k).Lower {
		case "but", "yet", "although", "though", "while", "whereas":
			if v.turns(k, hi) {
				return k - 1
			}
		case ";":
			if !v.goesOn(k + 1) {
				return k
			}
		}
		if v.Tok(k).UPOS == "CCONJ" && (v.nextCue(k+1, hi) || v.alike(c, k+1) || v.unsaid(c, k+1)) || v.resumes(c, k) && !v.aside(lo, k) {
			return v.withSubject(lo, k)
		}
	}
	return -1
}

// aside reports whether the relative clause behind the comma at k stands between
// the subject of what is said and its verb: "that two states, which he did not
// name, were preparing".
func (v *view) aside(lo, k int) bool {
	return v.relative(k+1) && v.Tok(lo).Lower == "that" && !v.hasFinite(lo, k)
}

// withSubject moves the place where the author speaks again from the relative clause
// of a new subject to that subject: "had fled, | and the governor, who ...".
func (v *view) withSubject(lo, k int) int {
	j := k - 1
	for j > lo && (v.isNoun(j) || v.Tok(j).UPOS == "DET" || v.Tok(j).UPOS == "ADJ" || v.Tok(j).XPOS == "PRP$") {
		j--
	}
	if j < k-1 && j > lo+1 && v.Tok(j).UPOS == "CCONJ" && v.Tok(j-1).Text == "," && v.Tok(k).Text == "," && v.relative(k+1) {
		return j - 1
	}
	return k
}

// alike reports whether a verb of speech in the form of the cue stands at k,
// behind a conjunction: "they deny it and say talks go on".
func (v *view) alike(c *cueVerb, k int) bool {
	t := v.Tok(k)
	w, ok := v.lex.verbs[t.Lemma]
	return ok && k < len(v.Tokens) && w.class == "speech" && (w.frames["clause"] && w.frames["quote"] || w.frames["hearer"]) && t.XPOS == v.Tok(c.at).XPOS &&
		(t.XPOS == "VBP" || t.XPOS == "VBZ") && t.UPOS == "VERB" && (v.isNoun(k+1) || v.Tok(k+1).UPOS == "DET" || v.Tok(k+1).UPOS == "PRON" || v.Tok(k+1).UPOS == "ADJ")
}

// unsaid reports whether at k the author tells what the speaker of c did not say: "said
// they were looking into it and did not say whether".
func (v *view) unsaid(c *cueVerb, k int) bool {
	if v.Tok(c.at).XPOS != "VBD" || v.Tok(k).Lower != "did" || v.Tok(k+1).UPOS != "PART" && v.Tok(k+1).Lower != "n't" {
		return false
	}
	w, ok := v.lex.verbs[v.Tok(k+2).Lemma]
	return ok && v.Tok(k+2).XPOS == "VB" && w.class == "speech" && w.frames["clause"]
}

func (v *view) resumes(c *cueVerb, k int) bool {
	next := v.Tok(k + 1)
	switch v.Tok(k).Lower {
	case ",":
		if v.relative(k+1) || next.UPOS == "ADP" && v.relative(k+2) {
			return next.Lower != "after" && next.Lower != "before" || !v.backshifted(k+3)
		}
		if next.XPOS == "VBG" && aftermath[next.Lemma] {
			return true
		}
		if v.labels(k+1) || v.cited(k) {
			return true
		}
		w, ok := v.lex.verbs[next.Lemma]
		return ok && next.XPOS == "VBG" && w.class != "attitude"
	case "before", "after":
		return next.XPOS == "VBG" && v.Head(k+1) == c.at
	}
	return false
}

func (v *view) nextCue(k, hi int) bool {
	for k < hi && (v.Tok(k).UPOS == "ADV" || v.Tok(k).UPOS == "AUX" || v.Tok(k).UPOS == "PART") {
		k++
	}
	t := v.Tok(k)
	w, ok := v.lex.verbs[t.Lemma]
	bare := t.XPOS == "VBD" || t.XPOS == "VBN" && v.Tok(k+1).UPOS != "ADP"
	if ok && bare && w.frames["hearer"] && w.frames["obl"] && w.class == "speech" {
		return true // "denied that it fired and accused"
	}
	if ok && (t.XPOS == "VBD" || bare) && w.class == "attitude" && w.frames["inf"] && v.Tok(k+1).Lower == "to" && v.mayComment(k+2) {
		return true // "confirmed that one was missing but declined to comment"
	}
	return ok && k+1 < hi && t.UPOS == "VERB" && w.class != "attitude" && w.frames["clause"] &&
		(v.Tok(k+1).Lower == "that" || v.isQuoteMark(k+1) || t.XPOS == "VBD")
}

// turns reports whether the conjunction at k opens a clause of the author's, set
// against what was said.
func (v *view) turns(k, hi int) bool {
	switch v.Tok(k).Lower {
	case "but", "yet":
		return v.Tok(k-1).Text == "," && v.ownSubject(k+1, hi)
	case "although", "though", "while", "whereas":
		return v.Tok(k-1).Text == "," && v.contrasts(k+1, max(hi, v.end()))
	}
	return false
}

// labelled are nouns, besides those of saying, by which the author sums up what was
// said: ", a condition the government has rejected".
var labelled = map[string]bool{"condition": true, "demand": true, "figure": true, "toll": true, "version": true, "proposal": true, "offer": true}

// labels reports whether an apposition at k calls what was said a claim and goes on
// about it: ", a charge the spokesman dismissed".
func (v *view) labels(k int) bool {
	n, number := k, "NNS"
	if v.Tok(k).UPOS == "DET" {
		n, number = k+1, "NN"
	}
	for v.Tok(n).UPOS == "ADJ" {
		n++
	}
	if _, ok := v.lex.nouns[v.Tok(n).Lemma]; !ok && !labelled[v.Tok(n).Lemma] || v.Tok(n).XPOS != number {
		return false
	}
	for m := n + 1; m < n+8; m++ {
		if t := v.Tok(m); v.Finite(m) || t.XPOS == "VBN" {
			return m > n+1
		} else if v.punct(m) || t.UPOS == "ADP" {
			return false
		}
	}
	return false
}

// contrasts reports whether a clause with a subject of its own follows ", though"
// at k: the author sets it against what was said.
func (v *view) contrasts(k, end int) bool {
	noun := false
	for n := 0; k < end && n < 25; k, n = k+1, n+1 {
		t := v.Tok(k)
		if v.Finite(k) || noun && t.XPOS == "VBN" && v.Tok(k-1).UPOS != "AUX" {
			for v.Tok(k).UPOS == "AUX" && k+1 < end || v.Tok(k).UPOS == "ADV" || v.Tok(k).UPOS == "PART" {
				k++
			}
			_, cue := v.lex.verbs[v.Tok(k).Lemma]
			return noun && (cue || t.XPOS == "VBD" || t.XPOS == "VBN")
		}
		if t.XPOS == "VBG" && !noun {
			return false
		}
		if t.UPOS == "NOUN" || t.UPOS == "PROPN" || t.UPOS == "PRON" || t.UPOS == "NUM" {
			noun = true
		}
	}
	return false
}

// goesOn reports whether what follows a semicolon at k only goes on counting:
// "half had been damaged; several were still occupied".
func (v *view) goesOn(k int) bool {
	switch v.Tok(k).Lower {
	case "several", "others", "some", "most", "many", "another", "half", "it", "they":
		return true
	}
	return v.Tok(k+2).UPOS == "NUM" && v.Tok(k).Lower == "at" || v.Tok(k).UPOS == "NUM" && v.Tok(k).XPOS == "CD"
}

// backshifted reports whether the clause that starts at k looks ahead from a
// past: "a reform, after which he would resign" is part of what was reported.
func (v *view) backshifted(k int) bool {
	for n := 0; n < 6; n++ {
		if w := v.Tok(k + n).Lower; w == "would" || w == "could" || w == "might" {
			return true
		}
		if v.Tok(k+n).UPOS == "VERB" {
			break
		}
	}
	return false
}

// aftermath are verbs whose gerund behind what was announced tells what the
// announcement led to.
var aftermath = map[string]bool{"prompt": true, "trigger": true, "spark": true, "provoke": true, "draw": true, "fuel": true,
	"stoke": true, "anger": true, "alarm": true, "raise": true, "dash": true}

// beforeMain cuts what a relative clause says before the verb of the main clause:
// "men who witnesses said belonged to the militia | stormed the town". verb is
// the first verb of what is said.
func (v *view) beforeMain(c *cueVerb, verb, hi int) int {
	w := c.left() - 1
	for k := verb + 1; k < hi; k++ {
		t := v.Tok(k)
		if t.UPOS == "SCONJ" || t.UPOS == "CCONJ" || v.relative(k) {
			return hi
		}
		if !v.Finite(k) && !(t.XPOS == "VBN" && t.UPOS == "VERB" && v.isNoun(k-1) && !t.Is("acl", "amod")) || v.IsVerb(k-1) || v.Tok(k-1).UPOS == "ADV" || v.Tok(k-1).UPOS == "PART" {
			continue
		}
		if s := v.Kid(k, "nsubj"); s > w && s < k {
			continue // it has a subject of its own
		}
		if v.isNoun(k-1) || v.Tok(k-1).UPOS == "ADJ" || v.Tok(k-1).UPOS == "PRON" || v.Tok(k-1).UPOS == "NUM" {
			return k
		}
	}
	return hi
}
