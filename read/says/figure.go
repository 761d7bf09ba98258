package says

// tallies are the nouns for which somebody gives a figure: "put their losses at
// five".
var tallies = map[string]bool{"loss": true, "toll": true, "number": true, "figure": true, "casualty": true, "death": true, "dead": true,
	"injured": true, "wounded": true, "total": true, "count": true, "tally": true, "cost": true, "damage": true, "turnout": true,
	"strength": true, "size": true, "estimate": true, "killed": true, "displaced": true}

// figure reads "the army put its losses at five dead": who puts a figure is
// answerable for it.
func (f *finder) figure(v *view, i int) bool {
	switch v.Tok(i).Lemma {
	case "put", "place", "estimate", "set":
	case "count", "tally", "speak", "record", "register", "log", "verify":
		return f.tallied(v, i)
	default:
		return false
	}
	counted, at := false, -1
	for k := i + 1; k < len(v.Tokens) && k < i+14; k++ {
		if v.Tok(k).Lower == "at" && counted && v.numberAfter(k+1) {
			at = k
			break
		}
		if v.loose(k) || v.Finite(k) {
			break
		}
		counted = counted || tallies[v.Tok(k).Lemma] || tallies[v.Tok(k).Lower]
	}
	if at < 0 {
		return false
	}
	glo, ghi := v.group(i)
	src, agentless, ok := v.subject(i, glo, ghi)
	src = v.noArticle(src, glo)
	if !ok || !agentless && !v.speaks(src, false) {
		return false
	}
	end := v.end()
	for k := at + 1; k < end; k++ {
		if v.Tok(k).Text == ";" || v.Tok(k).Text == "," && !v.numberAfter(k+1) || v.Tok(k).UPOS == "CCONJ" && v.nextCue(k+1, end) {
			end = k
		}
	}
	lo, hi := v.trim(i+1, end)
	f.add(v, Attribution{Class: "speech", Stance: "certain", Parts: []Part{{v.index, lo, hi}}}, src, i, glo, i+1)
	return true
}

var articles = map[string]bool{"the": true, "a": true, "an": true}

// noArticle gives a source that the tree took for its article alone its noun: "The
// WHO reported", "a third put the toll at 31".
func (v *view) noArticle(s source, glo int) source {
	if s.head < 0 || s.nhi != s.nlo+1 || v.Tok(s.nlo).XPOS != "DT" || v.relative(glo-1) || !articles[v.Tok(s.nlo).Lower] || s.nhi >= glo || glo-s.nlo > 5 || v.markBetween(s.nlo, glo) {
		return s
	}
	return source{head: glo - 1, lo: s.nlo, hi: glo, nlo: s.nlo, nhi: glo}
}

// numerals are number words that a tagger takes for adjectives.
var numerals = map[string]bool{"two": true, "three": true, "four": true, "five": true, "six": true, "seven": true, "eight": true,
	"nine": true, "ten": true, "eleven": true, "twelve": true, "thirteen": true, "fourteen": true, "fifteen": true, "sixteen": true,
	"seventeen": true, "eighteen": true, "nineteen": true, "twenty": true, "thirty": true, "forty": true, "fifty": true,
	"dozens": true, "scores": true, "hundreds": true, "thousands": true}

// numberAfter reports whether a number stands at k, or behind "about", "more
// than", "at least", "between".
func (v *view) numberAfter(k int) bool {
	for n := 0; n < 4; n++ {
		t := v.Tok(k + n)
		if t.UPOS == "NUM" || t.XPOS == "CD" || numerals[t.Lower] || len(t.Text) > 0 && t.Text[0] >= '0' && t.Text[0] <= '9' {
			return true
		}
		if t.UPOS != "ADV" && t.UPOS != "ADJ" && t.UPOS != "ADP" && t.UPOS != "SCONJ" && t.UPOS != "DET" {
			return false
		}
	}
	return false
}

// by whose count, in whose telling: the nouns of the two.
var (
	reckoned = map[string]bool{"count": true, "tally": true, "estimate": true, "reckoning": true}
	told     = map[string]bool{"telling": true, "account": true, "version": true, "estimation": true, "reckoning": true}
)

// counts reads "31 died by the ministry's count", "In the rebels' telling, the army
// attacked first": who counts or tells is answerable for the clause.
func (f *finder) counts(v *view, i int) {
	nouns := told
	switch v.Tok(i).Lower {
	case "by":
		nouns = reckoned
	case "in":
	default:
		return
	}
	if own := v.Tok(i + 1); own.XPOS == "PRP$" && own.Lower != "its" && (told[v.Tok(i+2).Lower] || nouns[v.Tok(i+2).Lower]) {
		f.counted(v, i, i+2, i+2) // "by his account"
		return
	}
	for k := i + 2; k < len(v.Tokens) && k < i+9; k++ {
		switch t := v.Tok(k); {
		case t.UPOS == "VERB" || t.UPOS == "PUNCT" && t.XPOS != "POS":
			return
		case t.XPOS == "POS":
			noun := k + 1
			if v.Tok(noun).Lower == "own" {
				noun++
			}
			if nouns[v.Tok(noun).Lower] || nouns[v.Tok(noun).Lemma] {
				f.counted(v, i, k, noun)
			}
			return
		}
	}
}

// counted adds the attribution of a phrase from i to noun, whose source ends at
// pos: the clause before it, or behind its comma where it opens the sentence.
func (f *finder) counted(v *view, i, pos, noun int) {
	lo, hi := i, i
	if i <= f.lead(v) && v.Tok(noun+1).Text == "," {
		lo, hi = noun+2, v.end()
	}
	for lo <= i && (lo > 0 && !v.loose(lo-1) || v.Tok(lo-1).Text == "," && !v.hasFinite(lo, i) && lo > 1) {
		lo--
	}
	if lo, hi = v.trim(lo, hi); lo < hi {
		src := source{head: pos - 1, lo: i + 1, hi: pos, nlo: i + 1, nhi: pos}
		f.add(v, Attribution{Class: "speech", Stance: "certain", Parts: []Part{{v.index, lo, hi}}}, src, noun, noun, noun+1)
	}
}

// putIt reads "As one diplomat put it, the war is lost": whose words they are.
func (f *finder) putIt(v *view, i int) bool {
	if v.Tok(i).Lemma != "put" || v.Tok(i+1).Lower != "it" || v.Tok(i+2).Text != "," && i+2 < v.end() {
		return false
	}
	as := i - 1
	for as >= 0 && as > i-9 && v.Tok(as).Lower != "as" && !v.punct(as) {
		as--
	}
	if v.Tok(as).Lower != "as" || !v.isNoun(i-1) {
		return false
	}
	lo, hi := v.clauseStart(f.lead(v), as), as
	if as <= f.lead(v) {
		lo, hi = i+3, v.end()
	}
	if lo, hi = v.trim(lo, hi); lo >= hi {
		return false
	}
	f.add(v, Attribution{Class: "speech", Stance: "certain", Parts: []Part{{v.index, lo, hi}}}, v.phraseOf(i-1, as+1, i), i, i, i+2)
	return true
}
