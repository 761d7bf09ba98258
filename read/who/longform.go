package who

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"tocsin/read/text"
)

// longForms gives a name the words that an acronym in brackets behind it stands
// for, where the run of capitals holds fewer of them: "Unité pour la paix en
// Centrafrique (UPC)", "Immigration and Customs Enforcement (ICE)", "the Lord's
// Resistance Army (LRA)". The letters are matched with the initials from the right,
// as in Schwartz and Hearst 2003, "A simple algorithm for identifying abbreviation
// definitions in biomedical text", but a capital may not be passed over.
func (f *finder) longForms(s *text.Sentence, runs []run) []run {
	for i := 1; i+2 < len(s.Tokens); i++ {
		if s.Tokens[i].Text != "(" || s.Tokens[i+2].Text != ")" || !acronym(s.Tokens[i+1].Text) {
			continue
		}
		lo := spelt(s, i, s.Tokens[i+1].Text)
		if lo < 0 || slices.ContainsFunc(runs, func(r run) bool { return r.hi == i && r.lo <= lo }) {
			continue
		}
		at := slices.IndexFunc(runs, func(r run) bool { return r.hi > lo })
		if at < 0 {
			at = len(runs)
		}
		if at < len(runs) && runs[at].lo < lo {
			continue // the name begins before: not its initials
		}
		end := at
		for end < len(runs) && runs[end].lo < i {
			end++
		}
		typ := f.shape(s, lo, i)
		if typ != "group" {
			typ = "organisation"
		}
		runs = slices.Replace(runs, at, end, run{lo: lo, hi: i, title: lo, typ: typ})
	}
	return runs
}

// spelt returns where the words before token end begin whose initials are the
// acronym's letters, -1 where they are not. Small words may be passed over.
func spelt(s *text.Sentence, end int, acronym string) int {
	var letters []rune
	for _, r := range strings.ToLower(acronym) {
		if unicode.IsLetter(r) {
			letters = append(letters, r)
		}
	}
	k, words := len(letters)-1, 0
	if k < 1 {
		return -1
	}
	for i := end - 1; i >= s.Dateline && k >= 0 && words < 2*len(letters)+5; i-- {
		t := &s.Tokens[i]
		if t.UPOS == "PUNCT" && t.Text != "," && t.Text != "-" || t.Text == "(" || t.Text == ")" {
			return -1
		}
		word := t.Lower
		if n := strings.IndexAny(word, "'’"); n == 1 { // l'alternance, d'action
			word = strings.TrimLeft(word[n:], "'’")
		}
		first, _ := utf8.DecodeRuneInString(word)
		if !unicode.IsLetter(first) || t.XPOS == "POS" {
			continue
		}
		words++
		if n := utf8.RuneCountInString(t.Text); n > 1 && n <= k+1 && strings.ToUpper(t.Text) == t.Text && strings.ToLower(string(letters[k+1-n:k+1])) == t.Lower {
			if k -= n; k < 0 { // "the UN Mission in Liberia (UNMIL)"
				return i
			}
			continue
		}
		switch {
		case first == letters[k] && (k > 0 || capital(t.Text)):
			if k--; k < 0 {
				return i
			}
		case capital(t.Text):
			return -1
		}
	}
	return -1
}

// mayStandFor reports whether a name can be what an acronym in brackets behind it
// stands for: a person by the initials, a body too, or by a name whose first word
// is told by what stands before it ("the Support Group (GSIM)").
func (f *finder) mayStandFor(s *text.Sentence, m Mention, c core, acronym string) bool {
	lo := spelt(s, c.hi, acronym)
	if lo != c.lo && tailOfName(s, c.lo) {
		return false
	}
	switch {
	case lo >= 0 && lo == c.lo:
		return true
	case m.Type == "person" || m.Type == "state":
		return false
	case strings.ContainsAny(acronym, "0123456789"):
		return strings.Contains(m.Text, strings.TrimFunc(acronym, unicode.IsLetter)) // "the 23 March Movement (M23)"
	case m.ID != "" && f.sameID(m.ID, acronym):
		return true
	case c.hi-c.lo < 2 || c.lo == s.Dateline:
		return c.hi-c.lo > 1
	}
	prev := &s.Tokens[c.lo-1]
	return prev.UPOS == "DET" || prev.UPOS == "PUNCT" || prev.UPOS == "VERB" || prev.UPOS == "AUX" || prev.UPOS == "SCONJ" || prev.UPOS == "ADP" && prev.Lower != "of" && prev.Lower != "for"
}

// tailOfName reports whether a name at lo is only the end of a longer one: "the
// Defence of the Homeland" of "Volunteers for the Defence of the Homeland".
func tailOfName(s *text.Sentence, lo int) bool {
	at := lo - 1
	for at > 0 && s.Tokens[at].UPOS == "DET" {
		at--
	}
	if at < 1 || s.Tokens[at].Lower != "of" && s.Tokens[at].Lower != "for" {
		return false
	}
	before := &s.Tokens[at-1]
	return capital(before.Text) && (before.UPOS == "NOUN" || before.UPOS == "PROPN")
}
