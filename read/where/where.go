package where

import (
	"strings"

	"tocsin"
	"tocsin/gazetteer"
	"tocsin/geo"
	"tocsin/read/text"
)

// Find returns the named places of the document in order of appearance.
func Find(doc *text.Doc, g *gazetteer.Gazetteer) []Found {
	all := All(doc, g)
	at := make([]int, len(all)+1)
	var out []Found
	for i, f := range all {
		if at[i] = -1; !f.InName {
			at[i] = len(out)
			out = append(out, f)
		}
	}
	for i := range out {
		if out[i].Ground >= 0 {
			out[i].Ground = at[out[i].Ground]
		}
	}
	return out
}

// All is Find with the places that the text names in passing (see Found.InName).
func All(doc *text.Doc, g *gazetteer.Gazetteer) []Found {
	f := &finder{doc: doc, g: g, persons: map[string]int{}, family: map[string]bool{}, lower: map[string]bool{}, folk: map[string]bool{}, alone: map[string][]gazetteer.Match{},
		boxes: map[string][]gazetteer.Match{}, votes: map[string]float64{}, parts: map[string]geo.Point{}, states: map[string]bool{}, sure: map[string]bool{}}
	f.readWords()
	for i := range doc.Sentences {
		f.names(i)
	}
	for i := range f.found {
		f.phrase(i)
	}
	f.listedActors()
	f.dropWeak()
	f.ground()
	f.resolve()
	return f.merged()
}

// finder is one pass over one document.
type finder struct {
	doc     *text.Doc
	g       *gazetteer.Gazetteer
	found   []*mention
	asides  []*mention                   // named in passing
	persons map[string]int               // words seen in the names of people and bodies
	family  map[string]bool              // the last words of people's names: true where a title stood before one
	lower   map[string]bool              // words seen in lower case
	folk    map[string]bool              // words, in lower case, that the document uses for a people
	alone   map[string][]gazetteer.Match // names looked up without hints
	boxes   map[string][]gazetteer.Match // containers
	votes   map[string]float64           // ISO2 to how much the document speaks of it
	guess   []string                     // the countries of the document, likeliest first
	sure    map[string]bool              // names that the document uses for a place beyond doubt
	said    *evidence                    // what all names say together
	states  map[string]bool              // whether a name is a country's
	parts   map[string]geo.Point         // country and direction to the point of that part
}

// readWords notes which words the document also writes in lower case: at the
// start of a sentence those are no names.
func (f *finder) readWords() {
	for i := range f.doc.Sentences {
		for _, t := range f.doc.Sentences[i].Tokens {
			if t.Text == t.Lower {
				f.lower[t.Lower] = true
			}
		}
	}
	f.readFolk()
}

// lookup asks the gazetteer once for each name, without hints.
func (f *finder) lookup(name string) []gazetteer.Match {
	m, ok := f.alone[name]
	if !ok {
		m = f.g.Lookup(name, gazetteer.Hint{})
		f.alone[name] = m
	}
	return m
}

// keep returns the mentions that ok approves, and renumbers what points at them.
func (f *finder) keep(ok func(*mention) bool) {
	at := make([]int, len(f.found))
	var kept []*mention
	for i, m := range f.found {
		at[i] = -1
		if ok(m) {
			at[i] = len(kept)
			kept = append(kept, m)
		}
	}
	for _, m := range kept {
		if m.coord >= 0 {
			m.coord = at[m.coord]
		}
	}
	f.found = kept
}

func (f *finder) isCountry(name string) bool {
	is, asked := f.states[name]
	if !asked {
		_, is = f.g.CountryNamed(name)
		f.states[name] = is
	}
	return is
}

// bigTown is the population from which a name alone, in any position, is taken
// for the town; smaller places need words beside them that say so.
const bigTown = 100_000

// dropWeak leaves out names that nothing around marks as a place, where only a
// small place bears the name or the document uses it for a person or body.
func (f *finder) dropWeak() {
	spoken := make(map[string]bool) // countries and units named beyond doubt
	for _, m := range f.found {
		if !m.strong {
			continue
		}
		f.sure[m.query] = true
		if ms := f.lookup(m.query); len(ms) > 0 && (m.unit || isContainer(&ms[0].Place)) {
			spoken[ms[0].Place.Country] = true
		}
	}
	f.keep(func(m *mention) bool {
		based := f.based(m)
		ok := !based && (f.holds(m) || f.homely(m, spoken)) && !f.namesake(m)
		if !ok {
			f.asides = append(f.asides, &mention{Found: Found{Sent: m.Sent, Lo: m.Lo, Hi: m.Hi, Ground: -1, Actor: true, InName: true},
				query: m.query, coord: -1, tentative: !based})
		}
		return ok
	})
}

// homely reports whether a name that nothing marks as a place is that of a fair
// town, and of nothing else, in a country that the document surely speaks of.
func (f *finder) homely(m *mention, spoken map[string]bool) bool {
	ms := f.lookup(m.query)
	if len(ms) == 0 || ms[0].Score < 0.7 || !spoken[ms[0].Place.Country] || f.persons[strings.ToLower(m.query)] > 0 {
		return false
	}
	p := &ms[0].Place
	return p.Class == "P" && (p.Population >= bigTown/5 || strings.HasPrefix(p.Code, "PPLA"))
}

// based reports whether a hyphen makes an adjective of the name: "Bamako-based"
// is no place of an event, nor is "Libya-trained".
func (f *finder) based(m *mention) bool {
	s := &f.doc.Sentences[m.Sent]
	if m.Hi+1 >= len(s.Tokens) || s.Tokens[m.Hi].Text != "-" || s.Tokens[m.Hi].Span[0] != s.Tokens[m.Hi-1].Span[1] {
		return false
	}
	w := lowerAt(s, m.Hi+1)
	return s.Tokens[m.Hi+1].Span[0] == s.Tokens[m.Hi].Span[1] && (strings.HasSuffix(w, "ed") || w == "born" || w == "led" || w == "made" || w == "run")
}

// holds reports whether a mention is a place by itself.
func (f *finder) holds(m *mention) bool {
	if m.strong || m.dateline || m.unit || m.feature || m.container != "" {
		return true
	}
	if f.sure[m.query] && f.persons[strings.ToLower(m.query)] == 0 {
		return true
	}
	ms := f.lookup(m.query)
	if len(ms) == 0 || f.persons[strings.ToLower(m.query)] > 0 && !f.isCountry(m.query) {
		return false
	}
	p := ms[0].Place
	return strings.HasPrefix(p.Code, "PCL") || p.Code == "RGN" || p.Code == "ADM1" || p.Code == "PPLC" || p.Code == "PPLA" || p.Class == "P" && p.Population >= bigTown
}

// finish writes the outcome of a mention into its Found.
func (f *finder) finish(m *mention) {
	s := &f.doc.Sentences[m.Sent]
	m.Head = f.headOf(m)
	m.Span = s.SpanOf(m.Lo, m.Hi)
	m.Place.Text = m.Span.In(f.doc.Text)
	for i, c := range m.matches {
		if i == maxCandidates {
			break
		}
		m.Place.Candidates = append(m.Place.Candidates, f.candidate(m, c))
	}
	if len(m.matches) > 0 {
		m.Why = m.matches[0].Why
	}
	if m.Place.Role == "" {
		m.Place.Role = "at"
		if m.Kind == "country" || m.Kind == "admin" || m.Kind == "region" {
			m.Place.Role = "in"
		}
	}
	m.Place.Precision = precision(m)
}

// candidate is a match as the statement carries it; a part of a country lies
// toward its end of the country.
func (f *finder) candidate(m *mention, c gazetteer.Match) tocsin.Candidate {
	k := c.Candidate()
	if m.part == "" || c.Place.Code != "PCLI" {
		return k
	}
	k.Name = m.Place.Text
	key := c.Place.Country + " " + m.part
	pt, ok := f.parts[key]
	if !ok {
		if pt, ok = f.g.Part(c.Place.Country, m.part); !ok {
			pt = c.Place.Point()
		}
		f.parts[key] = pt
	}
	k.Lat, k.Lon = pt.Lat, pt.Lon
	return k
}

// precision is how fine the text is about the place: never finer than the name,
// and never finer than what the best candidate is.
func precision(m *mention) string {
	switch {
	case len(m.matches) == 0:
		return "unknown"
	case m.part != "" || m.Kind == "region":
		return "region"
	case m.Kind == "country":
		return "country"
	case m.feature || m.Place.Role == "near":
		return "near"
	case m.Kind == "admin":
		if m.matches[0].Place.Code == "ADM1" {
			return "admin1"
		}
		return "admin2"
	case m.unit && m.matches[0].Place.Class == "P":
		return "near" // "the Goma region", where no unit of that name is known
	case m.Kind == "feature":
		return "near"
	}
	return "town"
}

// kindOf is what a place is, in the words of Found.Kind.
func kindOf(p *gazetteer.Place) string {
	switch {
	case p.Code == "RGN":
		return "region"
	case strings.HasPrefix(p.Code, "PCL"):
		return "country"
	case p.Code == "PPLC":
		return "capital"
	case p.Class == "A":
		return "admin"
	case p.Class == "P":
		return "town"
	}
	return "feature"
}
