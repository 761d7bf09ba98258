package who

import (
	"slices"
	"strings"

	"tocsin"
	"tocsin/actor"
	"tocsin/read/text"
)

// A pair is an alias as the text teaches it: the mention that is named, and the
// mention that is its other name.
type pair struct{ name, alias int }

// aliases finds the second names that the text gives.
func (f *finder) aliases() {
	for k := range f.res.Mentions {
		m := f.res.Mentions[k]
		s := &f.doc.Sentences[m.Sent]
		lo, hi, ok := f.bracketed(s, k)
		if !ok {
			lo, hi, ok = f.knownAs(s, m)
		}
		if !ok {
			continue
		}
		a := f.aliasMention(m.Sent, lo, hi, m.Type)
		f.pairs = append(f.pairs, pair{name: k, alias: a})
		name, alias := f.res.Mentions[k], f.res.Mentions[a]
		f.res.Aliases = append(f.res.Aliases, Alias{Sent: m.Sent, Name: name, Alias: alias,
			Span: tocsin.Span{name.Span[0], alias.Span[1]}})
	}
}

// bracketed finds "NAME (ACRONYM)" and "NAME (also known as OTHER)".
func (f *finder) bracketed(s *text.Sentence, k int) (lo, hi int, ok bool) {
	m := f.res.Mentions[k]
	c, named := f.cores[k]
	if !named || c.hi+2 >= len(s.Tokens) || s.Tokens[c.hi].Text != "(" {
		return 0, 0, false
	}
	end := c.hi + 1
	for end < len(s.Tokens) && s.Tokens[end].Text != ")" {
		end++
	}
	lo = c.hi + 1
	if end >= len(s.Tokens) || end == lo || end-lo > 12 {
		return 0, 0, false
	}
	if n := cuePhrase(s, lo); n > 0 {
		return trimQuotes(s, lo+n, end)
	}
	lo, hi, ok = trimQuotes(s, lo, end)
	name := s.SpanOf(lo, hi).In(f.doc.Text)
	if acronym(name) && !f.mayStandFor(s, m, c, name) {
		return 0, 0, false // "the Front for Change in Chad (FACT)" is no name of Chad
	}
	if !ok || hi-lo > 3 || agencies[name] || !acronym(name) && !f.sameID(m.ID, name) {
		return 0, 0, false
	}
	return lo, hi, true
}

var agencies = map[string]bool{"AP": true, "AFP": true, "DPA": true, "UPI": true, "TASS": true, "EFE": true, "ANSA": true, "BBC": true, "CNN": true}

func (f *finder) sameID(id, name string) bool {
	a, ok := f.reg.Full(name, f.country)
	return ok && id != "" && a.ID == id
}

// cues are the words that introduce another name, longest first.
var cues = [][]string{
	{"also", "known", "by", "his", "nom", "de", "guerre"}, {"known", "by", "his", "nom", "de", "guerre"}, {"known", "by", "the", "nom", "de", "guerre"},
	{"better", "known", "by", "his", "nom", "de", "guerre"}, {"better", "known", "by", "its", "acronym"}, {"known", "by", "its", "french", "acronym"}, {"known", "by", "its", "spanish", "acronym"},
	{"known", "by", "its", "acronym"}, {"known", "by", "the", "acronym"}, {"known", "by", "his", "initials"}, {"known", "by", "its", "initials"}, {"known", "by", "the", "initials"},
	{"whose", "nom", "de", "guerre", "is"}, {"whose", "nom", "de", "guerre", "was"}, {"nom", "de", "guerre"},
	{"popularly", "known", "as"}, {"commonly", "known", "as"}, {"widely", "known", "as"}, {"locally", "known", "as"}, {"formerly", "known", "as"}, {"officially", "known", "as"},
	{"also", "known", "as"}, {"better", "known", "as"}, {"best", "known", "as"}, {"known", "locally", "as"}, {"known", "simply", "as"}, {"known", "as"}, {"also", "called"},
	{"whose", "real", "name", "is"}, {"whose", "real", "name", "was"}, {"whose", "full", "name", "is"}, {"real", "name"}, {"born"},
	{"also", "referred", "to", "as"}, {"sometimes", "called"}, {"now", "known", "as"}, {"now", "called"}, {"previously", "known", "as"}, {"formerly", "called"}, {"formerly"},
	{"previously"}, {"renamed", "itself"}, {"has", "renamed", "itself"}, {"rebranded", "itself", "as"}, {"rebranded", "itself"}, {"rebranded", "as"},
	{"calls", "itself"}, {"called", "itself"}, {"calling", "itself"}, {"calls", "himself"}, {"calls", "herself"}, {"goes", "by"}, {"goes", "by", "the", "name"}, {"under", "the", "name"},
	{"changed", "its", "name", "to"}, {"by", "its", "acronym"}, {"in", "short"}, {"nickname"},
	{"nicknamed"}, {"dubbed"}, {"a.k.a."}, {"a.k.a"}, {"aka"}, {"alias"}, {"codenamed"}, {"styled"}, {"or"},
}

// cueStarts holds the first word of every cue.
var cueStarts = func() map[string]bool {
	m := map[string]bool{}
	for _, c := range cues {
		m[c[0]] = true
	}
	return m
}()

// aliasWords stand between a name and its alias; no phrase holds both.
var aliasWords = words(`alias aka nicknamed dubbed nom guerre formerly known born renamed called`)

// cuePhrase returns how many tokens from i are a cue, 0 none. A bare "or"
// counts in brackets only, where the caller looks at the token after "(".
func cuePhrase(s *text.Sentence, i int) int {
	if i >= len(s.Tokens) || !cueStarts[s.Tokens[i].Lower] {
		return 0
	}
	for _, cue := range cues {
		if len(cue) == 1 && cue[0] == "or" && (i == 0 || s.Tokens[i-1].Text != "(") {
			continue
		}
		if i+len(cue) >= len(s.Tokens) {
			continue
		}
		fits := true
		for k, w := range cue {
			fits = fits && s.Tokens[i+k].Lower == w
		}
		if fits {
			return len(cue)
		}
	}
	return 0
}

// endsInBody reports whether a phrase for several ends in what they are of: of "members
// of the group known as X" the group has the name.
func (f *finder) endsInBody(s *text.Sentence, m Mention) bool {
	if m.How != "nominal" || s.Tokens[m.Head].XPOS != "NNS" {
		return false
	}
	return slices.ContainsFunc(f.res.In(m.Sent), func(k int) bool {
		o := &f.res.Mentions[k]
		return o.Hi == m.Hi && o.Lo > m.Head && s.Tokens[o.Lo-1].Lower == "of" && s.Tokens[o.Head].XPOS != "NNS"
	})
}

// knownAs finds "X, also known as Y", "the man known as the 'Y'", "X, nicknamed
// Y", "X alias Y".
func (f *finder) knownAs(s *text.Sentence, m Mention) (lo, hi int, ok bool) {
	if m.How == "pronoun" || f.endsInPerson(m) || f.endsInBody(s, m) {
		return 0, 0, false
	}
	i := m.Hi
	for i < len(s.Tokens) && (s.Tokens[i].Text == "," || s.Tokens[i].Lower == "who" || s.Tokens[i].Lower == "which" || s.Tokens[i].Lower == "is" || s.Tokens[i].Lower == "was" || s.Tokens[i].Lower == "are") {
		i++
	}
	n := cuePhrase(s, i)
	if n == 0 {
		return 0, 0, false
	}
	lo = i + n
	if s.Tokens[lo-1].Lower == "called" && i == m.Hi || lo < len(s.Tokens) && calendar[strings.TrimSuffix(s.Tokens[lo].Lower, ".")] || lo < len(s.Tokens) && s.Tokens[lo-1].Lower == "born" && m.How == "nominal" {
		return 0, 0, false // "Musa also called the vote a farce", "a girl born Sept. 3"
	}
	if lo < len(s.Tokens) && s.Tokens[lo].Lower == "the" && lo+1 < len(s.Tokens) {
		lo++
	}
	if lo >= len(s.Tokens) {
		return 0, 0, false
	}
	if openQuote(s.Tokens[lo].Text) {
		for hi = lo + 1; hi < len(s.Tokens) && hi-lo < 12; hi++ {
			if closeQuote(s.Tokens[hi].Text) && hi > lo+1 {
				return lo + 1, hi, true
			}
		}
		return 0, 0, false
	}
	for _, k := range f.res.In(m.Sent) { // a name already found there
		if c, ok := f.cores[k]; ok && c.lo == lo && c.title == lo {
			return lo, c.hi, true
		}
	}
	if titleBefore(s, lo) > 0 || officeAt(s, lo) > 0 {
		return 0, 0, false // "formerly the Prime Minister" is an office
	}
	for hi = lo; hi < len(s.Tokens) && (capital(s.Tokens[hi].Text) || hi > lo && tight[s.Tokens[hi].Lower] || s.Tokens[hi].Lower == "al"); hi++ {
	}
	for hi > lo && !capital(s.Tokens[hi-1].Text) {
		hi--
	}
	return lo, hi, hi > lo
}

// endsInPerson reports whether a phrase ends in the name of a person who is not all
// of it: in "the forces of Musa Dao, known as Chief" Dao is known so.
func (f *finder) endsInPerson(m Mention) bool {
	return slices.ContainsFunc(f.res.In(m.Sent), func(k int) bool {
		o := &f.res.Mentions[k]
		return o.Hi == m.Hi && o.Lo > m.Lo && o.How == "named" && o.Type == "person" && o.Head != m.Head && m.How != "named"
	})
}

func openQuote(s string) bool {
	return strings.ContainsAny(s, "‘“\"«") || s == "'" || s == "``" || s == "`"
}
func closeQuote(s string) bool { return strings.ContainsAny(s, "’”\"»") || s == "'" || s == "''" }

// trimQuotes takes quotation marks and a leading "the" off [lo,hi).
func trimQuotes(s *text.Sentence, lo, hi int) (int, int, bool) {
	for lo < hi && (openQuote(s.Tokens[lo].Text) || s.Tokens[lo].Lower == "the") {
		lo++
	}
	for hi > lo && (closeQuote(s.Tokens[hi-1].Text) || s.Tokens[hi-1].Text == ",") {
		hi--
	}
	return lo, hi, hi > lo && (capital(s.Tokens[lo].Text) || s.Tokens[lo].Lower == "al")
}

// aliasMention returns the named mention at exactly the tokens [lo,hi), making
// one where the names step made none there.
func (f *finder) aliasMention(sent, lo, hi int, typ string) int {
	s := &f.doc.Sentences[sent]
	for _, k := range f.res.In(sent) {
		m := &f.res.Mentions[k]
		if c, ok := f.cores[k]; ok && (c.lo == lo || c.title == lo) && c.hi == hi {
			if typ != "" && m.Type == "unknown" {
				f.res.Mentions[k].Type = typ
			}
			return k
		}
	}
	m := Mention{Sent: sent, Lo: lo, Hi: hi, NameLo: lo, NameHi: hi, Head: headOf(s, lo, hi), How: "named", Type: typ}
	k := f.within(m)
	if k < 0 {
		k = f.add(m)
	}
	f.cores[k] = core{run: run{lo: lo, hi: hi, title: lo, typ: typ}, sent: sent, folded: actor.Fold(f.res.Mentions[k].Text)}
	if _, taken := f.res.at[[2]int{sent, m.Head}]; !taken {
		f.res.at[[2]int{sent, m.Head}] = k
	}
	return k
}

// within turns a shorter name inside the mention ("Khomeini" in "Malian
// Khomeini") into the whole, and returns its index, -1 where there is none.
func (f *finder) within(m Mention) int {
	for _, k := range f.res.In(m.Sent) {
		if c, ok := f.cores[k]; ok && m.Lo <= c.lo && c.hi <= m.Hi {
			m.Span = f.doc.Sentences[m.Sent].SpanOf(m.Lo, m.Hi)
			m.Text, m.Entity = m.Span.In(f.doc.Text), -1
			f.res.Mentions[k] = m
			return k
		}
	}
	return -1
}
