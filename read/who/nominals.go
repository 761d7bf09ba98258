package who

import (
	"slices"
	"strings"

	"tocsin/read/text"
)

// A nominal is what a noun phrase without a name says of its actor.
type nominal struct {
	lemma    string // of the head: leader
	plural   bool
	definite bool     // the, this, his, Mali's
	pronoun  string   // he, she, it, they: from the noun alone, "" unknown
	mods     []string // lemmas of the words before the head
}

// nominal reports whether token t heads a noun phrase that stands for actors.
// "Thousands of students" is students, headed by the number; so is "a group of
// gunmen".
func (f *finder) nominal(s *text.Sentence, t int) (nominal, bool) {
	if n, ok := f.counts(s, t); ok {
		return n, true
	}
	return f.plain(s, t)
}

// counting marks the tokens up to what a quantity counts: they make no phrase
// of their own.
func counting(s *text.Sentence, t int, taken []bool) {
	of := content(s, t)
	for i := t + 1; i <= of; i++ {
		taken[i] = taken[i] || i == of || quantities[s.Tokens[i].Lower]
	}
}

// counts returns what a quantity says of the people it counts; ok is false
// where t is no quantity of people.
func (f *finder) counts(s *text.Sentence, t int) (n nominal, ok bool) {
	of := content(s, t)
	if of < 0 {
		return nominal{}, false
	}
	n, ok = f.plain(s, of)
	people := f.peopleWord(s, of)
	if !ok && people {
		n, ok = nominal{lemma: s.Tokens[of].Lower}, true
	}
	if !ok || !n.plural && !people && !quantities[s.Tokens[t].Lower] {
		return nominal{}, false
	}
	n.definite, n.plural, n.pronoun = false, true, "they"
	return n, true
}

// content returns what a quantity in the end counts: people, of "tens of
// thousands of people"; -1 where t is none.
func content(s *text.Sentence, t int) int {
	of := quantityOf(s, t)
	for n := 0; of >= 0 && n < 3; n++ {
		next := quantityOf(s, of)
		if next < 0 {
			break
		}
		of = next
	}
	return of
}

// quantityOf returns the token that a quantity is a quantity of, -1 none. Of
// "scores, and likely hundreds, of workers" each number counts the workers.
func quantityOf(s *text.Sentence, t int) int {
	if low := s.Tokens[t].Lower; !quantities[low] && !gatherings[s.Tokens[t].Lemma] {
		return -1
	}
	for _, c := range s.ChildrenBy(t, "nmod") {
		if p := s.Child(c, "case"); p >= 0 && s.Tokens[p].Lower == "of" {
			return c
		}
	}
	for i := t + 1; i+1 < len(s.Tokens) && i < t+8; i++ { // past the second number and the commas around it
		switch tok := &s.Tokens[i]; {
		case tok.Lower == "of":
			return nounFrom(s, i+1)
		case tok.Text == ",", tok.UPOS == "CCONJ", tok.UPOS == "ADV", tok.Lower == "likely", quantities[tok.Lower]:
		default:
			return -1
		}
	}
	return -1
}

// nounFrom returns the last word of the bare noun phrase that begins at token i,
// -1 none.
func nounFrom(s *text.Sentence, i int) int {
	last := -1
	for k := i; k < len(s.Tokens) && k < i+5; k++ {
		switch s.Tokens[k].UPOS {
		case "NOUN", "PROPN", "ADJ":
			last = k
		case "DET", "NUM":
			if last >= 0 {
				return last
			}
		default:
			return last
		}
	}
	return last
}

// peopleWord reports whether the token names the people of a state: "hundreds
// of thousands of Sudanese".
func (f *finder) peopleWord(s *text.Sentence, t int) bool {
	_, ok := f.demonym(s.Tokens[t].Text)
	return ok && capital(s.Tokens[t].Text)
}

var (
	quantities = words(`thousands hundreds dozens scores tens millions number majority handful crowd crowds most many some several few
		one two three four five six seven eight nine ten both all none part rest remainder half quarter third minority fraction couple pair
		trio dozen hundred thousand million bulk lot lots plenty each any`)
	// gatherings are heads that, with the people they are made of, are those people.
	gatherings = words(`group crowd band mob team convoy column wave gang horde contingent squad party throng cluster string stream`)
)

// plain reports whether token t itself is a noun that stands for actors.
func (f *finder) plain(s *text.Sentence, t int) (nominal, bool) {
	tok := &s.Tokens[t]
	if tok.UPOS != "NOUN" && tok.UPOS != "PROPN" && !theGeneral(s, t) && !(tok.UPOS == "ADJ" && tok.Is("nsubj", "obj", "obl")) {
		if t+1 < len(s.Tokens) && s.Tokens[t+1].UPOS == "NUM" {
			return nominal{}, false // "abducted some 1,400" others
		}
		if !(tok.UPOS == "DET" || tok.UPOS == "ADJ" || tok.UPOS == "PRON") || !(tok.Lower == "some" || tok.Lower == "others" || tok.Lower == "many") || !tok.Is("nsubj", "obl:agent") {
			return nominal{}, false
		}
	}
	if !theGeneral(s, t) && tok.Is("compound", "flat", "amod", "nmod:unmarked", "nmod:desc") && tok.Head >= 0 && s.IsNominal(tok.Head) {
		return nominal{}, false
	}
	n := nominal{lemma: common(tok), plural: manyOf(tok) || tok.XPOS == "NNPS" || alwaysPlural[tok.Lower] || alwaysPlural[tok.Lemma]}
	if !f.lexical(s, t, &n) || hyphened(s, t) {
		return nominal{}, false
	}
	lo, _ := s.NP(t)
	if theGeneral(s, t) {
		lo, n.definite = t-1, true
	}
	for i := lo; i < t; i++ {
		w := &s.Tokens[i]
		switch {
		case w.Lower == "the" || w.Lower == "this" || w.Lower == "that" || w.Lower == "these" || w.Lower == "those" || w.Lower == "both",
			w.Is("nmod:poss") && w.Head == t:
			n.definite = true
		case w.Lemma == "year" || w.Lemma == "old" || n.lemma == "prime minister" && w.Lower == "prime":
		case w.UPOS == "ADJ" || w.UPOS == "NOUN" || w.UPOS == "PROPN":
			n.mods = append(n.mods, strings.ToLower(w.Lemma))
		}
	}
	n.definite = n.definite || s.Child(t, "nmod:poss") >= 0
	return n, true
}

// theGeneral reports whether an adjective is an officer or an army: "the general
// promised", "Chad's military seized". No noun follows it.
func theGeneral(s *text.Sentence, t int) bool {
	if w := &s.Tokens[t]; w.Lower != "general" && w.Lower != "military" || w.UPOS != "ADJ" || t == 0 || t+1 >= len(s.Tokens) {
		return false
	}
	if p := &s.Tokens[t-1]; p.UPOS != "DET" && p.XPOS != "POS" {
		return false
	}
	next := &s.Tokens[t+1]
	return next.XPOS == "VBD" || next.XPOS == "VBZ" || next.XPOS == "MD" || next.XPOS == "POS" || next.UPOS == "PUNCT" || next.Lower == "who"
}

// common is the lemma of a common noun. The tagger takes one that begins a
// sentence for a name at times, and leaves its plural as it is: Gunmen.
func common(t *text.Token) string {
	if t.UPOS != "PROPN" {
		return t.Lemma
	}
	if base, ok := strings.CutSuffix(t.Lower, "men"); ok && (peopleNouns[base+"man"] || roleNouns[base+"man"]) {
		return base + "man"
	}
	if base, ok := strings.CutSuffix(t.Lower, "s"); ok && peopleNouns[base] {
		return base
	}
	return t.Lower
}

// manyOf reports whether a noun is in the plural, by its tag or its form.
func manyOf(t *text.Token) bool {
	return t.XPOS == "NNS" || t.UPOS == "PROPN" && common(t) != t.Lower && t.Text != strings.ToUpper(t.Text)
}

// hyphened reports whether the noun is part of a compound adjective, as in
// "army-to-army talks".
func hyphened(s *text.Sentence, t int) bool {
	return t+1 < len(s.Tokens) && s.Tokens[t+1].Text == "-" && s.Tokens[t+1].Span[0] == s.Tokens[t].Span[1]
}

var alwaysPlural = words(`people police troops forces authorities civilians some others many both several most few staff personnel`)

// lexical reports whether the word lists know the head, and fills what the noun
// says of number and pronoun. A group's noun in the plural is plural.
func (f *finder) lexical(s *text.Sentence, t int, n *nominal) bool {
	tok := &s.Tokens[t]
	switch {
	case tok.Lower == "forces" || tok.Lower == "troops" || tok.Lower == "authorities":
		n.lemma = tok.Lower
	case tok.Lower == "some" || tok.Lower == "others" || tok.Lower == "many":
		n.plural, n.lemma = true, tok.Lower
	case tok.Lemma == "minister" && t > 0 && s.Tokens[t-1].Lower == "prime":
		n.lemma = "prime minister"
	}
	if d, ok := f.demonym(tok.Text); ok && capital(tok.Text) {
		n.plural = n.plural || slices.Contains(d.People, tok.Text)
		n.lemma = strings.ToLower(tok.Text)
		if f.adjective(s, t) {
			return false // "the Swiss foreign ministry"
		}
		return tok.XPOS == "NNPS" || tok.XPOS == "NNS" || slices.Contains(d.People, tok.Text) && tok.Is("nsubj", "obj", "obl:agent")
	}
	if base, ok := strings.CutSuffix(tok.Lower, "s"); ok && peoples[base] && capital(tok.Text) {
		n.plural, n.lemma, n.pronoun = true, base, "they"
		return !tok.Is("compound")
	}
	known := roleNouns[n.lemma] || peopleNouns[n.lemma] && n.plural || groupNouns[n.lemma] || bareHeads[n.lemma]
	if !known || notActor(s, t) {
		return false
	}
	switch {
	case n.plural:
		n.pronoun = "they"
	case feminine[n.lemma]:
		n.pronoun = "she"
	case masculine[n.lemma]:
		n.pronoun = "he"
	case groupNouns[n.lemma] && !roleNouns[n.lemma]:
		n.pronoun = "it"
	}
	return true
}

// adjective reports whether the name of a people that is its adjective as well
// ("the Swiss", "the Chinese") is one here: a noun goes with it.
func (f *finder) adjective(s *text.Sentence, t int) bool {
	d, ok := f.demonym(s.Tokens[t].Text)
	if !ok || !capital(s.Tokens[t].Text) || !slices.Contains(d.Adjectives, s.Tokens[t].Text) || !slices.Contains(d.People, s.Tokens[t].Text) {
		return false
	}
	i := t + 1
	for i < len(s.Tokens) && s.Tokens[i].UPOS == "ADJ" {
		i++
	}
	return i < len(s.Tokens) && (s.Tokens[i].UPOS == "NOUN" || s.Tokens[i].UPOS == "PROPN") && !s.Tokens[i].Is("obj")
}

// bareHeads are heads whose form rather than lemma names people.
var bareHeads = words(`forces troops authorities some others many`)

// notActor holds the uses in which an actor's noun is none: "a number of
// people" is people, "state of emergency", "at the head of", "on the part of".
func notActor(s *text.Sentence, t int) bool {
	next := ""
	if t+2 < len(s.Tokens) && s.Tokens[t+1].Lower == "of" {
		next = s.Tokens[t+2].Lower
	}
	prev := ""
	if t > 0 {
		prev = s.Tokens[t-1].Lower
	}
	switch s.Tokens[t].Lemma {
	case "state":
		return s.Child(t, "det", "nmod:poss") < 0 || next == "emergency" || next == "siege" || next == "the" || next == "affairs" || next == "war" || prev == "a"
	case "head", "side", "body", "general", "power", "subject", "station", "field", "post", "fire", "cell", "network", "bank", "wing", "branch", "unit", "line":
		tok := &s.Tokens[t]
		if tok.Lower == "generals" {
			return false
		}
		return !theGeneral(s, t) && !tok.Is("nsubj", "appos", "obl:agent") || prev == "in" || prev == "at" || prev == "into" || prev == "to"
	case "opposition":
		return prev == "in" || next == "to" || t+1 < len(s.Tokens) && s.Tokens[t+1].Lower == "to"
	case "alliance", "partnership":
		return s.Tokens[t].XPOS == "NNS" && !s.Tokens[t].Is("nsubj", "obl:agent")
	case "force":
		return s.Tokens[t].Lower == "force" && (prev == "by" || prev == "of" || prev == "in" || prev == "into" || prev == "excessive" || prev == "deadly" || prev == "with")
	case "hostage", "prisoner", "captive":
		return s.Tokens[t].XPOS == "NN" && s.Child(t, "det", "nmod:poss", "nummod", "amod", "compound") < 0 && !s.Tokens[t].Is("nsubj", "appos")
	case "country", "nation":
		return !s.Tokens[t].Is("nsubj", "obl:agent")
	}
	return false
}

// nominalMention makes the mention of a nominal.
func (f *finder) nominalMention(s *text.Sentence, sent, t int, n nominal) Mention {
	m := Mention{Sent: sent, Head: t, How: "nominal"}
	m.Lo, m.Hi = s.NP(t)
	if m.Lo > t || m.Hi <= t {
		m.Lo, m.Hi = t, t+1
	}
	if theGeneral(s, t) {
		if m.Lo = t - 1; s.Tokens[m.Lo].XPOS == "POS" && t > 1 {
			m.Lo, _ = s.NP(t - 2)
		}
	}
	if of := content(s, t); of >= m.Hi && s.Tokens[of].UPOS != "PUNCT" { // the whole: "scores, and likely hundreds, of workers"
		_, m.Hi = s.NP(of)
		m.Hi = max(m.Hi, of+1)
	}
	if of := content(s, t); of >= 0 {
		for i := of + 1; i+1 < m.Hi; i++ {
			if next := &s.Tokens[i+1]; s.Tokens[i].UPOS == "CCONJ" && (next.UPOS == "DET" || next.UPOS == "NUM" || quantities[next.Lower]) {
				m.Hi = i // "a number of officers and the majority of deputies" are two
			}
		}
	}
	for m.Lo < t && (s.Tokens[m.Lo].XPOS == "VBD" || s.Tokens[m.Lo].XPOS == "PRP") {
		m.Lo++ // "most of them Fulani women"
	}
	m.Lo = f.behindComma(s, m.Lo, t)
	if w := &s.Tokens[m.Lo]; m.Lo+1 < t && w.UPOS == "ADP" && w.Lower == "alongside" {
		m.Lo++ // "alongside Malian troops"
	}
	m.Lo = beforeBracket(s, m.Lo, t)
	if m.Lo > 0 && f.adjective(s, m.Lo-1) {
		if m.Lo--; m.Lo > 0 && s.Tokens[m.Lo-1].UPOS == "DET" {
			m.Lo-- // the tree takes the nation's adjective for a noun
		}
	}
	if low := s.Tokens[m.Lo].Lower; low == "no" && m.Lo+2 <= t && s.Tokens[m.Lo+1].Lower == "longer" {
		m.Lo += 2
	} else if manyOf(&s.Tokens[t]) && (low == "a" || low == "an") && t == m.Lo+1 {
		m.Lo++ // "a prisoners' group": the article is the group's
	}
	for m.Lo > 1 && s.Tokens[m.Lo-1].Text == "-" && s.Tokens[m.Lo-1].Span[1] == s.Tokens[m.Lo].Span[0] {
		m.Lo -= 2 // "well-trained mercenaries"
	}
	m.Type = n.kind()
	if organ, ok := f.reg.Organ(organPhrase(f, s, m, t), ""); ok && !n.plural || ok && institutional[n.lemma] {
		m.Type, m.ID = "state", organ.Country.GovernmentID()
		if organ.Forces {
			m.Type, m.ID = "organisation", organ.Country.ForcesID()
		}
	}
	return m
}

// kind is the type of a mention by its noun alone.
func (n nominal) kind() string {
	switch {
	case groupNouns[n.lemma] && !n.plural && !roleNouns[n.lemma]:
		return "group"
	case n.plural && !groupNouns[n.lemma] || n.lemma == "forces" || n.lemma == "troops":
		return "people"
	case n.plural:
		return "group"
	}
	return "person"
}

// beforeBracket returns where a phrase begins that an acronym in brackets parts: "a
// local People's Defence Force (PDF) commander".
func beforeBracket(s *text.Sentence, lo, head int) int {
	if lo < 4 || s.Tokens[lo-1].Text != ")" || s.Tokens[lo-3].Text != "(" {
		return lo
	}
	for _, c := range s.Children(head) {
		if s.Tokens[c].Is("det") && c < lo && lo-c < 12 && !comma(s, c, lo) {
			return c
		}
	}
	return lo
}

// institutional plural heads are a body, not so many people: "soldiers" are
// people, whoever sent them.
var institutional = words(`forces authorities police armed_forces`)

// organPhrase is the text of the phrase from its first demonym or name on:
// "the besieged Malian government" gives "Malian government".
func organPhrase(f *finder, s *text.Sentence, m Mention, t int) string {
	for i := m.Lo; i < t; i++ {
		w := &s.Tokens[i]
		if _, ok := f.demonym(w.Text); ok && capital(w.Text) {
			return s.SpanOf(i, max(t+1, m.Hi)).In(f.doc.Text)
		}
		if _, ok := f.reg.StateNamed(w.Text); ok {
			return s.SpanOf(i, max(t+1, m.Hi)).In(f.doc.Text)
		}
	}
	return s.SpanOf(m.Lo, m.Hi).In(f.doc.Text)
}
