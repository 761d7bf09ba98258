package where

import (
	"strings"
	"unicode"

	"tocsin/read/text"
)

// preps gives the role that a preposition gives its place. "" stands for at or
// in, by the sort of place; "-" for an actor or a topic, not a place.
var preps = map[string]string{
	"in": "", "at": "at", "within": "in", "inside": "in", "across": "in", "throughout": "in", "on": "at", "over": "", "into": "to", "onto": "to",
	"to": "to", "from": "from", "out of": "from", "toward": "toward", "towards": "toward", "near": "near", "outside": "near", "around": "near", "beside": "near",
	"off": "near", "along": "near", "between": "near", "beyond": "near", "through": "in", "via": "in", "behind": "near", "past": "near",
	"by": "-", "with": "-", "against": "-", "for": "-", "about": "-", "like": "-", "unlike": "-", "than": "-", "without": "-", "versus": "-", "as": "-", "besides": "-",
	"including": "", "under": "-", "concerning": "-", "regarding": "-",
}

// before are the words that may stand between a preposition and its place.
var before = set(`the a an this its their his her our nearby neighbouring neighboring restive besieged remote war-torn troubled ancient historic
	capital's capital city town village port province region district state rebel-held government-held jihadist-held contested disputed
	landlocked oil-rich mineral-rich impoverished entire whole wider broader both and/or military mostly largely predominantly west african fellow
	modern-day present-day other former occupied downtown strategic key volatile lawless`)

// partOf are nouns that take a part of the place after "of".
var partOf = set(`part parts area areas rest most half much all outskirts suburb suburbs streets centre center heart edge edges vicinity middle
	capital city town village region province district state port district districts swathes swaths corner side shores shore
	coast banks countryside north south east west northeast northwest southeast southwest island islands border borders county municipality
	northern southern interior territory territories community prefecture department governorate cercle camp airport`)

// phrase reads what stands around a mention: its preposition, role and relation,
// whether it is coordinated with the mention before it, and whether it acts.
func (f *finder) phrase(i int) {
	m := f.found[i]
	s := &f.doc.Sentences[m.Sent]
	if m.border {
		return
	}
	if m.dateline {
		m.Case, m.Place.Role = "dateline", "at"
		return
	}
	at := f.skipBefore(s, m, m.Lo-1)
	if f.coordinated(i, at) {
		return
	}
	if w := wordAt(s, at); w == "of" {
		if i > 0 && f.found[i-1].Sent == m.Sent && f.found[i-1].Hi == at {
			m.Case, m.Place.Role, m.strong = "of", "in", true // "the Ségou region of Mali"
			return
		}
		if at = f.afterOf(s, m, at); f.coordinated(i, at) {
			return
		}
	}
	f.readCase(s, m, at)
	if m.Case == "" && f.mostly(s, m) {
		m.Actor = true
	}
	if next := m.Hi; isPossessive(s, next) {
		f.possessive(s, m, next)
		return
	}
	f.syntax(s, m)
}

func wordAt(s *text.Sentence, i int) string {
	if i < 0 || i >= len(s.Tokens) {
		return ""
	}
	return s.Tokens[i].Lower
}

// skipBefore goes left over articles, adjectives and nouns in apposition.
func (f *finder) skipBefore(s *text.Sentence, m *mention, at int) int {
	for n := 0; at >= 0 && n < 5; n++ {
		w := s.Tokens[at].Lower
		_, dir := directions[w]
		if !before[w] && !dir {
			break
		}
		if settlements[w] || admins[w] {
			m.strong = true
		}
		at--
	}
	return at
}

// afterOf handles "of": "north of Gao", "the outskirts of Gao", "president of
// Mali". It returns the token at which the outer preposition is looked for.
func (f *finder) afterOf(s *text.Sentence, m *mention, of int) int {
	noun := wordAt(s, of-1)
	from := of - 1
	if wordAt(s, of-2) == "-" && directions[wordAt(s, of-3)+"-"+noun] != "" {
		noun, from = wordAt(s, of-3)+"-"+noun, of-3 // "north-east of" in three tokens
	}
	_, dir := directions[noun]
	switch {
	case dir && noun != "central" && wordAt(s, from-1) != "the" && noun != "far" && noun != "coastal":
		m.Case, m.Place.Role, m.strong = noun+" of", "near", true
		m.Place.Relation = relation(s, measureStart(s, from), of+1)
		return -1
	case dir && noun != "far":
		m.setPart(noun)
		m.strong, m.Lo = true, from
		return f.skipBefore(s, m, from-1)
	case partOf[noun]:
		m.strong = m.strong || settlements[noun] || noun == "outskirts" || noun == "suburb"
		if noun == "outskirts" || noun == "edge" || noun == "edges" || noun == "vicinity" || strings.HasPrefix(noun, "border") {
			m.Case, m.Place.Role, m.Place.Relation, m.strong = "of", "near", relation(s, of-1, of+1), true
			return -1
		}
		return f.skipBefore(s, m, of-2)
	case human[noun] || titles[noun] || bodies[noun] || of > 0 && isUpper(s.Tokens[of-1].Text):
		m.Case, m.Actor = "of", true
		return -1
	}
	m.Case = "of"
	return -1
}

// readCase takes the preposition that ends at token at.
func (f *finder) readCase(s *text.Sentence, m *mention, at int) {
	w := wordAt(s, at)
	role, ok := preps[w]
	if !ok || m.Case != "" {
		return
	}
	from := at
	if start := roadBefore(s, at); start >= 0 && (w == "from" || w == "to") {
		m.Case, m.Place.Role, m.strong = w, "near", true
		m.Place.Relation = relation(s, start, at+1)
		return
	}
	switch prev := wordAt(s, at-1); {
	case w == "as":
		if _, dir := directions[prev]; dir && wordAt(s, at-2) == "far" {
			m.Case, m.Place.Role, m.strong = relation(s, at-3, at+1), "at", true
			m.Place.Relation = m.Case
			return
		}
	case w == "from" && prev == "away" && !isNumber(wordAt(s, measureStart(s, at))) && !isNumber(wordAt(s, measureStart(s, at)+1)):
		m.Case, m.Place.Role = "from", "from"
		m.Actor = f.isCountry(m.query)
		return
	case w == "from" && (units[prev] || prev == "away"):
		m.Case, m.Place.Role, m.strong = "from", "near", true
		m.Place.Relation = relation(s, measureStart(s, at), at+1)
		return
	case w == "to" && (prev == "close" || prev == "next" || prev == "adjacent"):
		w, role, from = prev+" to", "near", at-1
	case w == "for" && leaving(s, at):
		role = "to"
	case w == "with" && strings.HasPrefix(prev, "border"):
		role, from = "near", at-1
	case w == "around" && prev == "and":
		role = ""
	case w == "between" && strings.HasPrefix(prev, "border"):
		from = at - 1
	}
	m.Case = w
	if role == "-" {
		m.Actor = m.Actor || !m.feature
		return
	}
	m.Place.Role = role
	m.strong = m.strong || f.locative(s, w, at) || w == "between" && f.known(m.query) && f.pairedWith(s, m)
	if role == "near" || w == "between" {
		m.Place.Relation = relation(s, from, at+1)
	}
}

// ways are what runs from one place to another.
var ways = set(`road highway route motorway railway line track path pipeline corridor`)

// roadBefore is where "along the road" begins before the "from" or "to" at token
// at, also where the place it comes from stands between; -1 where none is.
func roadBefore(s *text.Sentence, at int) int {
	for i := at - 1; i >= max(1, at-6); i-- {
		w := s.Tokens[i].Lower
		if ways[w] {
			for j := i - 1; j >= max(0, i-4); j-- {
				switch s.Tokens[j].Lower {
				case "on", "along", "off", "near":
					return j
				}
			}
			return -1
		}
		if w != "from" && s.Tokens[i].UPOS != "PROPN" && w != "-" {
			return -1
		}
	}
	return -1
}

// leaving reports whether a "for" at token at says where somebody goes: "fled
// Goma for Bukavu", "bound for Juba".
func leaving(s *text.Sentence, at int) bool {
	for i := max(0, at-4); i < at; i++ {
		switch s.Tokens[i].Lemma {
		case "leave", "flee", "depart", "head", "bind", "bound", "set", "sail":
			return true
		}
	}
	return false
}

// pairedWith reports whether "and" and another known place follow the mention.
func (f *finder) pairedWith(s *text.Sentence, m *mention) bool {
	if lowerAt(s, m.Hi) != "and" || m.Hi+1 >= len(s.Tokens) || !isUpper(s.Tokens[m.Hi+1].Text) {
		return false
	}
	return f.persons[s.Tokens[m.Lo].Lower] == 0 && f.persons[s.Tokens[m.Hi+1].Lower] == 0
}

// locative reports whether a preposition is a sign of place here. "to Diaw" and
// "from Dicko" are none.
func (f *finder) locative(s *text.Sentence, w string, at int) bool {
	switch w {
	case "in", "at", "near", "outside", "inside", "across", "throughout", "around", "into", "within", "toward", "towards":
		return true
	case "for":
		return true
	case "from", "to", "through", "via", "between", "on":
		for i := max(0, at-4); i < at; i++ {
			if travels[s.Tokens[i].Lemma] || travels[s.Tokens[i].Lower] {
				return true
			}
		}
	}
	return false
}

// travels are words before "to" and "from" that speak of moving.
var travels = set(`cross enter go come travel drive fly march move return flee head withdraw retreat advance arrive walk sail deploy send bring take taken fled
	returned travelled traveled moved marched road way route flight flights convoy convoys bus highway train troops soldiers forces refugees
	lies lie located situated border area stretch back expelled driven spread deported transferred`)

// measureStart goes left from "from" or "north" over "30 km", "about 200 miles
// to the".
func measureStart(s *text.Sentence, at int) int {
	start := at
	for i := at - 1; i >= max(0, at-6); i-- {
		t := &s.Tokens[i]
		switch {
		case units[t.Lower], t.Lower == "away":
			start = i
		case isNumber(t.Text):
			start = i
			if w := wordAt(s, i-1); w == "about" || w == "approximately" || w == "some" || w == "around" || w == "nearly" || w == "roughly" || w == "almost" || w == "over" {
				start = i - 1
			}
			return start
		case t.Lower == "to" || t.Lower == "the" || t.Lower == "just" || t.Lower == "further":
			if t.Lower == "just" {
				return i
			}
		default:
			return start
		}
	}
	return start
}

func isNumber(w string) bool {
	for _, r := range w {
		if unicode.IsDigit(r) {
			return true
		}
	}
	return false
}

// relation is the text of tokens [lo, hi) as written.
func relation(s *text.Sentence, lo, hi int) string { return words(s, max(lo, 0), hi) }

// coordinated gives a mention in a list the role of the mention before it: "in
// Gao, Kidal and Ménaka". A comma before a country or unit is no list after a
// town: "Konna, Mali".
func (f *finder) coordinated(i, at int) bool {
	if i == 0 || f.found[i-1].Sent != f.found[i].Sent {
		return false
	}
	m, prev := f.found[i], f.found[i-1]
	s := &f.doc.Sentences[m.Sent]
	w := wordAt(s, at)
	if w == "and" || w == "or" || w == "&" {
		if wordAt(s, at-1) == "," {
			at--
		}
	} else if w != "," {
		return false
	}
	if at != prev.Hi && !(prev.container != "" && at <= prev.Hi+3) {
		return false
	}
	if w == "," && (f.coarser(m, prev)) {
		m.Case, m.Nested, m.strong, prev.strong = ",", true, true, true
		prev.container = m.query
		m.Place.Role = "in"
		return true
	}
	m.coord = i - 1
	m.Case, m.Place.Role, m.Place.Relation = prev.Case, prev.Place.Role, prev.Place.Relation
	m.Actor = prev.Actor
	m.strong, prev.strong = m.strong || prev.strong, m.strong || prev.strong
	if isPossessive(s, m.Hi) {
		f.possessive(s, m, m.Hi)
	} else if m.Case == "" {
		f.syntax(s, m)
	}
	return true
}

// coarser reports whether m is a country or unit that can hold prev.
func (f *finder) coarser(m, prev *mention) bool {
	a, b := f.lookup(m.query), f.lookup(prev.query)
	if len(a) == 0 || !isContainer(&a[0].Place) {
		return false
	}
	if len(b) == 0 {
		return true
	}
	if strings.HasPrefix(b[0].Place.Code, "PCL") || b[0].Place.Code == "RGN" {
		return false
	}
	if b[0].Place.Code == "ADM1" && a[0].Place.Code == "ADM1" {
		// "Paris, Texas" and "Kano, Borno": a town of that name may do.
		for _, k := range b {
			if k.Place.Class == "P" && k.Place.Admin1 == a[0].Place.Admin1 && k.Place.Country == a[0].Place.Country {
				return true
			}
		}
		return false
	}
	return true
}
