package where

import (
	"strings"

	"tocsin/read/text"
)

// particles may stand between the capitalised words of one name.
var particles = set(`de du da do dos des la le les del el al ibn bin ben van von der sur y - – ' ’`)

// names finds the names of one sentence and sorts them into places, people,
// bodies and the rest.
func (f *finder) names(sent int) {
	s := &f.doc.Sentences[sent]
	f.dateline(sent)
	var last run
	for i := min(s.Dateline, len(s.Tokens)); i < len(s.Tokens); {
		if !f.begins(s, i) {
			f.demonym(sent, i)
			i++
			continue
		}
		r := f.run(s, i)
		r.inBody = belongsToBody(s, last, r.lo)
		end := f.sort(sent, &r)
		last = r
		i = max(end, r.hi)
	}
}

// run is a stretch of capitalised words, tokens [lo, hi).
type run struct {
	lo, hi int
	body   bool // the name of an organisation
	inBody bool // goes on the name of the organisation before it: "Bank of Kigali"
}

// begins reports whether a name may begin at token i.
func (f *finder) begins(s *text.Sentence, i int) bool {
	t := &s.Tokens[i]
	if !isUpper(t.Text) || calendar[t.Lower] || t.Text == "I" {
		return false
	}
	if _, demonym := f.g.DemonymOf(t.Text); demonym && !f.isCountry(t.Text) {
		return f.countryFrom(s, i) // "Saudi Arabia", "Dominican Republic"
	}
	if (peoples[t.Lower] || f.folk[t.Lower]) && (i+1 >= len(s.Tokens) || !isUpper(s.Tokens[i+1].Text)) {
		return false
	}
	if closed[t.Lower] && !allCapsCountry(f, t.Text) && !(allCaps(t.Text) && f.countryFrom(s, i)) {
		// "New York", "The Hague", "Man" in Ivory Coast: only before another name.
		return (t.Lower == "new" || t.Lower == "the" && i > 0) && i+1 < len(s.Tokens) && isUpper(s.Tokens[i+1].Text)
	}
	if _, dir := directions[t.Lower]; dir && (i+1 >= len(s.Tokens) || !isUpper(s.Tokens[i+1].Text) && hyphened(s, i+1) == 0) {
		return false // "Western governments", "the South"
	}
	if i > 0 && !opening(s.Tokens[i-1].Text) {
		return true
	}
	switch t.UPOS {
	case "", "PROPN", "ADJ", "NOUN", "X":
	default:
		return false
	}
	if t.UPOS == "ADJ" || t.UPOS == "NOUN" {
		if i+1 >= len(s.Tokens) || !isUpper(s.Tokens[i+1].Text) {
			return f.isCountry(t.Text)
		}
	}
	alone := i+1 >= len(s.Tokens) || !isUpper(s.Tokens[i+1].Text)
	return !(alone && f.lower[t.Lower]) || f.isCountry(t.Text)
}

// countryFrom reports whether a country's name of two to four words begins at i.
func (f *finder) countryFrom(s *text.Sentence, i int) bool {
	for hi := i + 2; hi <= min(i+4, len(s.Tokens)); hi++ {
		if f.isCountry(words(s, i, hi)) {
			return true
		}
	}
	return false
}

// opening reports whether a word after it would be capitalised in any case.
func opening(w string) bool {
	return strings.ContainsAny(w, `"“‘:•*`) || w == "-" || w == "–" || w == "—" || w == "''" || w == "``"
}

func allCapsCountry(f *finder, w string) bool {
	return allCaps(strings.ReplaceAll(w, ".", "")) && f.isCountry(w)
}

// longest is how many tokens a name may have: what is longer is a heading.
const longest = 30

// run takes capitalised words as far as they go.
func (f *finder) run(s *text.Sentence, lo int) run {
	hi := lo + 1
	for hi < len(s.Tokens) && hi-lo < longest {
		t := &s.Tokens[hi]
		if isUpper(t.Text) && !calendar[t.Lower] && t.Text != "I" && t.Text != "The" {
			if _, demonym := f.g.DemonymOf(t.Text); demonym && !f.isCountry(t.Text) && hi-lo == 1 && f.isCountry(s.Tokens[lo].Text) {
				break
			}
			hi++
			continue
		}
		if n := hyphened(s, hi); n > 0 {
			hi += n
			continue
		}
		if (t.Lower == "al" || t.Lower == "el" || t.Lower == "as" || t.Lower == "ash" || t.Lower == "ar") && hyphened(s, hi+1) == 2 {
			hi += 3 // "Souq al-Juma"
			continue
		}
		if hi+1 < len(s.Tokens) && particles[t.Lower] && isUpper(s.Tokens[hi+1].Text) && !strings.HasPrefix(t.Text, "'s") {
			if t.Text == "–" || t.Text == "-" {
				break
			}
			hi += 2
			continue
		}
		break
	}
	return run{lo: lo, hi: hi}
}

// hyphened is how many tokens after hi go on a name written with hyphens:
// "Port-au-Prince", "Guinea-Bissau", not "Bamako-based".
func hyphened(s *text.Sentence, hi int) int {
	close := func(i int) bool { return i < len(s.Tokens) && s.Tokens[i-1].Span[1] == s.Tokens[i].Span[0] }
	if hi >= len(s.Tokens) || !close(hi) || s.Tokens[hi].Text != "-" || !close(hi+1) {
		return 0
	}
	if isUpper(s.Tokens[hi+1].Text) {
		return 2
	}
	if close(hi+2) && s.Tokens[hi+2].Text == "-" && close(hi+3) && isUpper(s.Tokens[hi+3].Text) {
		return 4
	}
	return 0
}

// bodyLinks are the heads of bodies whose name goes on with "in": "Islamic State
// in Greater Sahara".
var bodyLinks = set(`state qaeda qaida al-qaeda al-qaida mission group movement jihad aqim province operation`)

// belongsToBody reports whether the run at lo goes on the name of the body
// before it.
func belongsToBody(s *text.Sentence, last run, lo int) bool {
	if last.hi == 0 || lo <= last.hi || lo-last.hi > 3 {
		return false
	}
	if !last.body && !last.inBody {
		return false
	}
	words := make([]string, 0, 3)
	for _, t := range s.Tokens[last.hi:lo] {
		words = append(words, t.Lower)
	}
	switch strings.Join(words, " ") {
	case "of", "of the", "for", "for the", "of the islamic", "and":
		return true
	case "in", "in the", "in the islamic", "in the greater":
		return bodyLinks[s.Tokens[last.hi-1].Lower]
	}
	return false
}

// sort decides what a run is, adds the place it names, and returns the token
// after it.
func (f *finder) sort(sent int, r *run) int {
	s := &f.doc.Sentences[sent]
	if r.inBody {
		f.asideIn(sent, r.lo, r.hi, true) // "Bank of Malta"
		return r.hi
	}
	lo := f.trim(sent, r.lo, r.hi)
	if f.isBody(s, lo, r.hi) && !f.wellKnown(words(s, lo, r.hi)) {
		if end, ok := f.joined(sent, lo, r.hi); ok {
			return end
		}
		f.asideIn(sent, lo, r.hi, true)
		r.body = true
		return r.hi
	}
	if r.hi-lo == 2 && buildings[strings.ToLower(words(s, lo, r.hi))] {
		return r.hi
	}
	if r.hi-lo == 1 && common(s.Tokens[lo].Lower) {
		return r.hi
	}
	if end, ok := f.asPlace(sent, lo, r.hi); ok {
		return end
	}
	first := s.Tokens[lo].Lower
	if titles[first] && lo+1 < r.hi {
		f.person(s, lo, r.hi)
		return r.hi
	}
	if end, ok := f.splits(sent, lo, r.hi); ok {
		return end
	}
	if r.hi-lo > 1 {
		if !f.unknownPlace(sent, lo, r.hi) {
			f.person(s, lo, r.hi)
			f.asideIn(sent, lo, r.hi, false)
		}
		return r.hi
	}
	f.unknownPlace(sent, lo, r.hi)
	return r.hi
}

// trim skips words at the start of a run that only stand there by a capital at
// the start of the sentence, and demonyms.
func (f *finder) trim(sent, lo, hi int) int {
	s := &f.doc.Sentences[sent]
	for lo+1 < hi {
		t := &s.Tokens[lo]
		_, demonym := f.g.DemonymOf(t.Text)
		if demonym && !f.isCountry(words(s, lo, hi)) && len(f.lookup(words(s, lo, hi))) == 0 {
			f.demonym(sent, lo)
			lo++
			continue
		}
		break
	}
	return lo
}

// person remembers the words of a person's or a body's name.
func (f *finder) person(s *text.Sentence, lo, hi int) {
	f.familyName(s, lo, hi)
	for _, t := range s.Tokens[lo:hi] {
		if isUpper(t.Text) && !titles[t.Lower] && len(t.Text) > 2 {
			f.persons[t.Lower]++
		}
	}
}

// common reports whether a word alone says only what sort of thing it is.
func common(w string) bool {
	_, dir := directions[w]
	return dir || admins[w] || settlements[w] || features[w] || organisations[w] || titles[w]
}

// wellKnown reports whether a name is a country, a unit, a large region or a
// large town, so that a word of organisations in it does not count: "United
// Kingdom", "Mission Viejo".
func (f *finder) wellKnown(name string) bool {
	ms := f.lookup(name)
	if len(ms) == 0 {
		return false
	}
	p := &ms[0].Place
	return strings.HasPrefix(p.Code, "PCL") || p.Code == "RGN" && p.Class != "O" || p.Code == "ADM1" || strings.Contains(name, " ") && p.Population >= bigTown/5
}

func (f *finder) isBody(s *text.Sentence, lo, hi int) bool {
	for _, t := range s.Tokens[lo:hi] {
		if organisations[strings.TrimSuffix(t.Lower, ".")] || organisations[t.Lower] {
			return true
		}
	}
	return hi-lo == 1 && allCaps(s.Tokens[lo].Text) && !f.isCountry(s.Tokens[lo].Text)
}

// words is the text of tokens [lo, hi) with single blanks, names with hyphens
// and apostrophes as they stand.
func words(s *text.Sentence, lo, hi int) string {
	var b strings.Builder
	for i := lo; i < hi; i++ {
		if i > lo && s.Tokens[i].Span[0] > s.Tokens[i-1].Span[1] {
			b.WriteByte(' ')
		}
		b.WriteString(s.Tokens[i].Text)
	}
	return b.String()
}
