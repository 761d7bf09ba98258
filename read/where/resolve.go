package where

import (
	"cmp"
	"slices"
	"strings"

	"tocsin/gazetteer"
)

// ground joins a mention to the one that locates it in the text: "Kati barracks
// outside Bamako", "Yangasso in the Ségou region of central Mali".
func (f *finder) ground() {
	for i := 1; i < len(f.found); i++ {
		m, prev := f.found[i], f.found[i-1]
		if f.ownedBy(m, prev) {
			m.Ground, prev.Nested = i-1, true // "Ukraine's Donetsk region"
			continue
		}
		if m.Sent != prev.Sent || m.coord >= 0 || m.Actor && m.Case != "," || !f.adjacent(prev, m) {
			continue
		}
		if m.Case == "," || locates(m.Case) && f.finer(prev, m) {
			prev.Ground = i
			m.Nested = true
		}
	}
	// The relation of a place is the whole chain that locates it.
	for i := len(f.found) - 2; i >= 0; i-- {
		m := f.found[i]
		if m.Ground < 0 {
			continue
		}
		end := f.found[m.Ground]
		for end.Ground >= 0 && end.Lo > m.Lo {
			end = f.found[end.Ground]
		}
		s := &f.doc.Sentences[m.Sent]
		from := m.Hi
		for from < end.Lo && s.Tokens[from].Text == "," {
			from++
		}
		for i := from; i < end.Lo; i++ {
			if _, prep := preps[s.Tokens[i].Lower]; prep {
				from = i // "Djibo, a besieged town in the Soum province"
				break
			}
		}
		if g := f.found[m.Ground]; m.Place.Relation == "" && g.Lo > m.Lo {
			m.Place.Relation = words(s, from, end.Hi)
			if m.feature && g.Place.Role == "near" {
				m.strong = true
			}
		}
	}
}

// ownedBy reports whether a place is its country's or unit's by a possessive
// right before it, and gives it the part its owner plays in the sentence.
func (f *finder) ownedBy(m, owner *mention) bool {
	s := &f.doc.Sentences[m.Sent]
	if m.Sent != owner.Sent || !isPossessive(s, owner.Hi) || owner.Ground >= 0 || owner.feature {
		return false
	}
	at := owner.Hi + 1
	for at < m.Lo && (s.Tokens[at].UPOS == "ADJ" || settlements[s.Tokens[at].Lower]) {
		at++
	}
	if at != m.Lo || !f.finer(m, owner) || m.InName {
		return false
	}
	at = f.skipBefore(s, owner, owner.Lo-1)
	owner.Case, owner.Place.Role, owner.Place.Relation, owner.Actor = "'s", "in", "", false
	if m.Case == "" {
		f.readCase(s, m, at)
	}
	return true
}

func locates(c string) bool {
	switch c {
	case "in", "of", "outside", "near", "around", "inside", "within", "close to", "on":
		return true
	}
	return strings.HasSuffix(c, " of")
}

// adjacent reports whether nothing but small words stands between two mentions.
func (f *finder) adjacent(a, b *mention) bool {
	s := &f.doc.Sentences[a.Sent]
	if b.Lo < a.Hi || b.Lo-a.Hi > 6 {
		return false
	}
	for _, t := range s.Tokens[a.Hi:b.Lo] {
		role, prep := preps[t.Lower]
		prep = prep && role != "-"
		_, dir := directions[t.Lower]
		if !(prep || dir || before[t.Lower] || t.Text == "," || t.Lower == "of" || units[t.Lower] || isNumber(t.Text) || partOf[t.Lower]) {
			return false
		}
	}
	return true
}

// finer reports whether a can lie in or by b: no country lies in a town, nor in
// another country.
func (f *finder) finer(a, b *mention) bool {
	x, y := rank(f.lookup(a.query), a), rank(f.lookup(b.query), b)
	return x < y || x == y && x <= 2
}

func rank(ms []gazetteer.Match, m *mention) int {
	switch {
	case m.feature:
		return 0
	case len(ms) == 0:
		return 1
	case ms[0].Place.Code == "RGN":
		return 5
	case strings.HasPrefix(ms[0].Place.Code, "PCL"):
		return 4
	case m.unit || ms[0].Place.Code == "ADM1":
		return 3
	}
	return 2
}

// resolve weighs every name in the light of the whole document.
func (f *finder) resolve() {
	names := f.together()
	sense := make(map[string]string) // name to the place it was placed at by its container
	for pass := range 2 {
		for _, m := range f.found {
			m.matches = names[m.key()].ms
			if f.constrain(m) && pass == 0 {
				sense[strings.ToLower(m.query)] = m.matches[0].Place.ID
			} else if id := sense[strings.ToLower(m.query)]; id != "" && m.container == "" && m.Ground < 0 {
				m.prefer(func(p *gazetteer.Place) bool { return p.ID == id })
			}
		}
	}
	for _, m := range f.asides {
		m.matches = names[m.key()].ms
	}
	for _, m := range slices.Concat(f.found, f.asides) {
		m.Kind = "unknown"
		if len(m.matches) > 0 {
			best := &m.matches[0].Place
			m.Kind, m.Country = kindOf(best), best.Country
			if m.feature {
				m.Kind = "feature"
			}
			if m.part != "" {
				m.Kind = "region"
			}
		}
	}
	for _, m := range f.found {
		if m.Country == "" && m.Ground >= 0 && len(m.matches) == 0 {
			m.Country = f.found[m.Ground].Country // an unknown village lies where its neighbour lies
		}
	}
}

func lastWord(s string) string { return s[strings.LastIndexByte(s, ' ')+1:] }

// constrain puts the candidates first that lie in the mention's container, and
// reports whether there was one that decided.
func (f *finder) constrain(m *mention) bool {
	var in []gazetteer.Match
	switch {
	case m.container != "":
		in = f.box(m.container)
	case m.Ground >= 0 && f.found[m.Ground].Place.Role != "near":
		in = f.box(f.found[m.Ground].query)
	}
	if len(m.matches) == 0 {
		if len(in) > 0 && in[0].Place.Class == "A" {
			m.Country = in[0].Place.Country
		}
		return false
	}
	for i := range in {
		box := in[i].Place
		if box.Class != "A" || i > 3 {
			continue
		}
		if m.prefer(func(p *gazetteer.Place) bool { return p.ID != box.ID && holds(&box, p) }) {
			return true
		}
	}
	if len(in) > 0 && in[0].Place.Class == "A" && in[0].Score > 0.5 {
		f.dropStrangers(m, &in[0].Place)
	}
	return false
}

// box looks up the name of a container once.
func (f *finder) box(name string) []gazetteer.Match {
	ms, ok := f.boxes[name]
	if !ok {
		ms = f.g.Lookup(name, gazetteer.Hint{Countries: f.guess})
		f.boxes[name] = ms
	}
	return ms
}

// dropStrangers leaves out the candidates that lie nowhere near the country the
// text puts the place in: better no candidate than Palma de Mallorca for a town
// in Mozambique. Neighbours stay, for villages filed on the wrong side.
func (f *finder) dropStrangers(m *mention, box *gazetteer.Place) {
	c, _ := f.g.CountryOf(box.Country)
	m.matches = slices.DeleteFunc(slices.Clone(m.matches), func(k gazetteer.Match) bool {
		return k.Place.Country != "" && k.Place.Country != box.Country && !slices.Contains(c.Neighbours, k.Place.Country)
	})
	m.Country = box.Country
}

// holds goes by codes alone: it is asked for every candidate of every name.
func holds(box, p *gazetteer.Place) bool {
	if box.Country != p.Country {
		return false
	}
	switch {
	case strings.HasPrefix(box.Code, "PCL"):
		return true
	case box.Code == "ADM1":
		return p.Admin1 == box.Admin1 && p.Code != "ADM1"
	case box.Code == "ADM2":
		return p.Admin1 == box.Admin1 && p.Admin2 == box.Admin2
	}
	return false
}

// prefer raises the matches that are ok, lowers the others, and sorts again. It
// does nothing where none is.
func (m *mention) prefer(ok func(*gazetteer.Place) bool) bool {
	some := false
	for i := range m.matches {
		some = some || ok(&m.matches[i].Place)
	}
	if !some {
		return false
	}
	ms := slices.Clone(m.matches) // other mentions of the name share them
	m.matches = ms
	for i := range ms {
		if ok(&ms[i].Place) {
			ms[i].Score = 0.5 + ms[i].Score/2
			ms[i].Why += "; lies where the text says"
		} else {
			ms[i].Score *= 0.4
		}
	}
	slices.SortStableFunc(ms, func(a, b gazetteer.Match) int { return cmp.Compare(b.Score, a.Score) })
	return true
}

// minVote is what a country needs to count: half of one clear name.
const minVote = 0.5
