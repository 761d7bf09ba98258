package where

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"tocsin/gazetteer"
	"tocsin/geo"
)

// ground joins a mention to the one that locates it in the text: "Kati barracks
// outside Bamako", "Yangasso in the Ségou region of central Mali".
func (f *finder) ground() {
	for i := 1; i < len(f.found); i++ {
		m, prev := f.found[i], f.found[i-1]
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
		for end.Ground >= 0 {
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
		if g := f.found[m.Ground]; m.Place.Relation == "" {
			m.Place.Relation = words(s, from, end.Hi)
			if m.feature && g.Place.Role == "near" {
				m.strong = true
			}
		}
	}
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

// resolve looks every name up again in the light of the whole document.
func (f *finder) resolve() {
	f.guess = f.countries()
	near := f.anchors()
	sense := make(map[string]string) // name to the place it was placed at by its container
	for pass := range 3 {
		hinted := make(map[string][]gazetteer.Match)
		for _, m := range f.found {
			if _, ok := hinted[m.query]; !ok {
				hinted[m.query] = f.inLight(m, near)
			}
			m.matches = slices.Clone(hinted[m.query])
			if f.constrain(m) && pass == 0 {
				sense[strings.ToLower(m.query)] = m.matches[0].Place.ID
			} else if id := sense[strings.ToLower(m.query)]; id != "" && m.container == "" && m.Ground < 0 {
				prefer(m.matches, func(p *gazetteer.Place) bool { return p.ID == id })
			}
		}
		near = f.anchorsAgain()
	}
	for _, m := range f.found {
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

// inLight looks a name up with what the document says so far.
func (f *finder) inLight(m *mention, near []anchor) []gazetteer.Match {
	h := gazetteer.Hint{Countries: f.guess, Near: others(near, m)}
	ms := f.g.Lookup(m.query, h)
	if len(ms) == 0 && m.unit {
		ms = f.g.Lookup(strings.TrimSuffix(m.query, " "+lastWord(m.query)), h)
	}
	return ms
}

func lastWord(s string) string { return s[strings.LastIndexByte(s, ' ')+1:] }

// anchor is a point of the document and the name it came from.
type anchor struct {
	name string
	at   geo.Point
}

// anchors are the places whose name alone is clear, one for each name.
func (f *finder) anchors() []anchor {
	return f.anchored(0.7, func(m *mention) []gazetteer.Match { return f.lookup(m.query) })
}

// anchorsAgain are the places that a pass has settled.
func (f *finder) anchorsAgain() []anchor {
	return f.anchored(0.5, func(m *mention) []gazetteer.Match { return m.matches })
}

func (f *finder) anchored(least float64, of func(*mention) []gazetteer.Match) []anchor {
	var out []anchor
	seen := make(map[string]bool)
	for _, m := range f.found {
		ms := of(m)
		if len(ms) == 0 || ms[0].Score < least || ms[0].Place.Code == "RGN" || strings.HasPrefix(ms[0].Place.Code, "PCL") {
			continue
		}
		if key := strings.ToLower(m.query) + " " + ms[0].Place.ID; !seen[key] {
			seen[key] = true
			out = append(out, anchor{strings.ToLower(m.query), ms[0].Place.Point()})
		}
	}
	return out
}

// others leaves the mention's own name out: a place is no evidence for itself.
func others(all []anchor, m *mention) []geo.Point {
	own := strings.ToLower(m.query)
	var out []geo.Point
	for _, a := range all {
		if a.name != own {
			out = append(out, a.at)
		}
	}
	return out
}

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
		if prefer(m.matches, func(p *gazetteer.Place) bool { return p.ID != box.ID && holds(&box, p) }) {
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
	m.matches = slices.DeleteFunc(m.matches, func(k gazetteer.Match) bool {
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
func prefer(ms []gazetteer.Match, ok func(*gazetteer.Place) bool) bool {
	if !slices.ContainsFunc(ms, func(m gazetteer.Match) bool { return ok(&m.Place) }) {
		return false
	}
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

// share gives the vote of one name to the countries it may mean, by score: a
// "Butler County" may be in any of eight states and speaks for one country. Those
// with less than half the best score have no vote, unless they are first-level
// units: the hamlets called Lebanon are no evidence against Lebanon, the state
// of Georgia is. The caller gives less weight to a name the more often it has been counted.
func (f *finder) share(votes map[string]float64, name string, m *mention, weight float64) {
	ms := f.lookup(name)
	votesFor := func(k *gazetteer.Match) bool {
		return k.Score >= ms[0].Score/2 || k.Place.Code == "ADM1" && k.Score >= ms[0].Score/4
	}
	sum := 0.0
	for i := range ms {
		if votesFor(&ms[i]) {
			sum += ms[i].Score
		}
	}
	if sum == 0 {
		return
	}
	switch {
	case strings.HasPrefix(ms[0].Place.Code, "PCL") && !m.Actor:
		weight *= 2
	case m.Actor && !m.InName:
		weight *= 0.4 // who comments says little about where things happen
	case m.strong || m.unit || m.container != "":
	default:
		weight /= 2
	}
	for i := range ms {
		if votesFor(&ms[i]) {
			votes[ms[i].Place.Country] += weight * ms[i].Score / sum
		}
	}
}

// minVote is what a country needs to count: half of one clear name.
const minVote = 0.5

// countries are the countries the document speaks of, the likeliest first: named
// ones, demonyms, and the countries of places whose name is clear.
func (f *finder) countries() []string {
	votes := maps.Clone(f.votes)
	times := make(map[string]float64)
	for _, m := range f.found {
		name := m.query
		if m.container != "" {
			name = m.container
		}
		times[name]++
		f.share(votes, name, m, 1/times[name])
	}
	delete(votes, "")
	list := slices.Collect(maps.Keys(votes))
	slices.SortFunc(list, func(a, b string) int { return cmp.Or(cmp.Compare(votes[b], votes[a]), cmp.Compare(a, b)) })
	return slices.DeleteFunc(list, func(c string) bool { return votes[c] < max(minVote, votes[list[0]]/10) })
}
