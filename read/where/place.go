package where

import (
	"strings"

	"tocsin/gazetteer"
	"tocsin/read/text"
)

// asPlace tries to read tokens [lo, hi) as one place, with the generic or
// feature words around them. It returns the token after all of it.
func (f *finder) asPlace(sent, lo, hi int) (end int, ok bool) {
	s := &f.doc.Sentences[sent]
	if end, ok := f.joined(sent, lo, hi); ok {
		return end, true
	}
	if end, ok := f.border(sent, lo, hi); ok {
		return end, true
	}
	name := words(s, lo, hi)
	m := &mention{Found: Found{Sent: sent, Lo: lo, Hi: hi, Ground: -1}, query: name, coord: -1}
	if hi-lo == 1 && allCaps(name) && !f.isCountry(name) {
		return hi, false
	}
	if f.extend(s, m) || len(f.lookup(name)) > 0 {
		return f.add(s, m), true
	}
	// "Gao Airport", "Eastern Aleppo", "Greater Accra", "Northern Mali"
	if hi-lo < 2 {
		return hi, false
	}
	if last := s.Tokens[hi-1].Lower; spots[last] {
		if rest := words(s, lo, hi-1); f.known(rest) {
			m.query, m.feature, m.strong = rest, true, true
			return f.add(s, m), true
		}
	}
	if part, is := directions[s.Tokens[lo].Lower]; is {
		// GeoNames has "Northern Darfur" where reports have "North Darfur".
		if unit := s.Tokens[lo].Text + "ern " + words(s, lo+1, hi); part != "" && len(f.lookup(unit)) > 0 {
			m.query = unit
			return f.add(s, m), true
		}
		if rest := words(s, lo+1, hi); f.known(rest) {
			m.query, m.part = rest, part
			m.setPart(s.Tokens[lo].Lower)
			return f.add(s, m), true
		}
	}
	return hi, false
}

// border reads "the Thailand–Cambodia border": two places that meet there, both
// near, by a relation that names the other.
func (f *finder) border(sent, lo, hi int) (end int, ok bool) {
	s := &f.doc.Sentences[sent]
	mid := -1
	for i := lo + 1; i < min(hi+1, len(s.Tokens)); i++ {
		if t := s.Tokens[i].Text; t == "-" || t == "–" || t == "—" || t == "/" {
			mid = i
			break
		}
	}
	if mid < 0 || mid+1 >= len(s.Tokens) || !isUpper(s.Tokens[mid+1].Text) {
		return hi, false
	}
	last := f.run(s, mid+1).hi
	if w := lowerAt(s, last); w != "border" && w != "frontier" && w != "boundary" || !f.known(words(s, lo, mid)) || !f.known(words(s, mid+1, last)) {
		return hi, false
	}
	at := len(f.found)
	for _, r := range [][2]int{{lo, mid}, {mid + 1, last}} {
		m := &mention{Found: Found{Sent: sent, Lo: r[0], Hi: r[1], Ground: -1, Case: "border"}, query: words(s, r[0], r[1]), coord: -1, strong: true, border: true}
		m.Place.Role, m.Place.Relation = "near", words(s, lo, last+1)
		f.found = append(f.found, m)
	}
	f.found[at+1].coord = at
	return last + 1, true
}

// setPart notes the part a direction word names; "central" has no bearing and
// is kept as the word.
func (m *mention) setPart(word string) {
	if m.part = directions[word]; m.part == "" {
		m.part = word
	}
}

func (f *finder) known(name string) bool { return f.isCountry(name) || len(f.lookup(name)) > 0 }

// joined reads names that hold "of": "Democratic Republic of the Congo", "Gulf
// of Guinea", "City of London".
func (f *finder) joined(sent, lo, hi int) (end int, ok bool) {
	s := &f.doc.Sentences[sent]
	at := hi
	if at >= len(s.Tokens) || s.Tokens[at].Lower != "of" && s.Tokens[at].Lower != "and" {
		return hi, false
	}
	and := s.Tokens[at].Lower == "and"
	if at++; at < len(s.Tokens) && s.Tokens[at].Lower == "the" {
		at++
	}
	if at >= len(s.Tokens) || !isUpper(s.Tokens[at].Text) {
		return hi, false
	}
	r := f.run(s, at)
	for end := r.hi; end > at; end-- {
		name := words(s, lo, end)
		_, region := f.g.RegionNamed(name)
		if !f.isCountry(name) && !region && (and || len(f.lookup(name)) == 0 || !admins[s.Tokens[lo].Lower]) {
			continue
		}
		m := &mention{Found: Found{Sent: sent, Lo: lo, Hi: end, Ground: -1}, query: name, coord: -1, strong: true}
		return f.add(s, m), true
	}
	return hi, false
}

// extend takes in lower-case words beside the name that say what it is: "Ségou
// region", "region of Ségou", "Kati barracks", "city of Gao".
func (f *finder) extend(s *text.Sentence, m *mention) bool {
	name := m.query
	if next := lowerAt(s, m.Hi); admins[next] && len(f.lookup(name+" "+next)) > 0 {
		m.query, m.unit, m.strong = name+" "+next, true, true
		m.Hi++
		return true
	}
	if !f.known(name) {
		return false
	}
	if two := lowerAt(s, m.Hi) + " " + lowerAt(s, m.Hi+1); features[two] {
		m.Hi += 2
		m.feature, m.strong = true, true
		return true
	}
	if next := lowerAt(s, m.Hi); features[next] {
		m.Hi++
		m.feature, m.strong = true, true
		return true
	} else if settlements[next] {
		m.strong = true
	}
	at := m.Lo - 1
	if lowerAt(s, at) == "the" {
		at--
	}
	if n := len(f.found); n > 0 && f.found[n-1].Sent == m.Sent && f.found[n-1].Hi >= at {
		return false // "the Helmand province of Afghanistan"
	}
	if lowerAt(s, at) == "of" {
		switch before := lowerAt(s, at-1); {
		case admins[before] && at >= 2 && f.named(s, at-2): // "the Juma district of Tripoli" is not all of it
		case admins[before] && len(f.lookup(before+" of "+name)) > 0:
			m.query, m.unit, m.strong = before+" of "+name, true, true
			m.Lo = at - 1
			return true
		case settlements[before] && !ofWhom(s, at-1):
			m.strong = true
		}
	}
	return false
}

// named reports whether token i ends a name, and is no people's adjective.
func (f *finder) named(s *text.Sentence, i int) bool {
	_, demonym := f.g.DemonymOf(s.Tokens[i].Text)
	return !demonym && i > 0 && isUpper(s.Tokens[i].Text)
}

// lowerAt is the token at i if it is written in lower case, "" if not.
func lowerAt(s *text.Sentence, i int) string {
	if i < 0 || i >= len(s.Tokens) || s.Tokens[i].Text != s.Tokens[i].Lower {
		return ""
	}
	return s.Tokens[i].Lower
}

// add enters a mention with the direction word before it and the state after it.
func (f *finder) add(s *text.Sentence, m *mention) int {
	end := m.Hi
	if word := lowerAt(s, m.Lo-1); word != "" && m.part == "" {
		if _, ok := directions[word]; ok {
			m.Lo--
			if first := directionBefore(s, m.Lo); first != "" && directions[first+word] != "" {
				word = first + word // "north-west Syria" in three tokens
				m.Lo -= 2
			}
			m.setPart(word)
			m.strong = true
		}
	}
	if m.Hi+1 < len(s.Tokens) && s.Tokens[m.Hi].Text == "," {
		if state := stateAfterComma(s.Tokens[m.Hi+1].Text); state != "" {
			m.container, m.strong = state, true
			f.found = append(f.found, m)
			f.found = append(f.found, &mention{Found: Found{Sent: m.Sent, Lo: m.Hi + 1, Hi: m.Hi + 2, Ground: -1}, query: state, coord: -1, strong: true})
			return m.Hi + 2
		}
	}
	if p := s.Tokens[m.Hi-1]; m.Hi < len(s.Tokens) && s.Tokens[m.Hi].Text == "." && p.Span[1] == s.Tokens[m.Hi].Span[0] && allCaps(p.Text) && m.Hi+1 < len(s.Tokens) {
		end = m.Hi + 1
	}
	f.found = append(f.found, m)
	return end
}

// splits reads a run that holds a place and something else: "Mali Prime Minister
// Boubou Cissé", "Jackson Mississippi".
func (f *finder) splits(sent, lo, hi int) (end int, ok bool) {
	s := &f.doc.Sentences[sent]
	for mid := hi - 1; mid > lo; mid-- {
		head, tail := words(s, lo, mid), words(s, mid, hi)
		if titles[s.Tokens[mid].Lower] && f.known(head) {
			m := &mention{Found: Found{Sent: sent, Lo: lo, Hi: mid, Ground: -1, Actor: true}, query: head, coord: -1}
			f.found = append(f.found, m)
			f.person(s, mid, hi)
			return hi, true
		}
		if c := f.lookup(tail); len(c) > 0 && isContainer(&c[0].Place) && f.known(head) && !common(strings.ToLower(head)) && !common(strings.ToLower(tail)) && (c[0].Place.Name == tail || f.isIn(head, &c[0].Place)) {
			m := &mention{Found: Found{Sent: sent, Lo: lo, Hi: mid, Ground: -1}, query: head, coord: -1, container: tail, strong: true}
			f.found = append(f.found, m)
			n := &mention{Found: Found{Sent: sent, Lo: mid, Hi: hi, Ground: -1}, query: tail, coord: -1, strong: true}
			return f.add(s, n), true
		}
	}
	return hi, false
}

// isContainer reports whether a place is a country or a first-level unit.
func isContainer(p *gazetteer.Place) bool {
	return strings.HasPrefix(p.Code, "PCL") || p.Code == "ADM1"
}

// unknownPlace adds a name that the gazetteer does not have where the words
// around it leave little doubt that it is a place.
func (f *finder) unknownPlace(sent, lo, hi int) bool {
	s := &f.doc.Sentences[sent]
	last := s.Tokens[hi-1].Lower
	generic := hi-lo > 1 && (ends[last] || admins[last] || spots[last])
	if hi-lo > 5 || hi-lo > 3 && !generic || calendar[s.Tokens[lo].Lower] || allCaps(s.Tokens[lo].Text) || titles[s.Tokens[lo].Lower] {
		return false
	}
	m := &mention{Found: Found{Sent: sent, Lo: lo, Hi: hi, Ground: -1}, query: words(s, lo, hi), coord: -1, strong: true}
	next := lowerAt(s, hi)
	switch {
	case generic && !f.isPerson(s, lo, hi-1):
		m.unit, m.feature = admins[last], !admins[last]
	case (admins[next] || settlements[next] || spots[next]) && next != "state" || quarters[next] && !isPossessive(s, hi):
		m.unit, m.feature = admins[next] || quarters[next], spots[next]
		if m.unit || m.feature {
			m.Hi++
		}
	case !f.surelyPlace(s, lo, hi):
		return false
	}
	f.found = append(f.found, m)
	return true
}

// isPerson reports whether the document has used one of the words for a person.
func (f *finder) isPerson(s *text.Sentence, lo, hi int) bool {
	for _, t := range s.Tokens[lo:hi] {
		if f.persons[t.Lower] > 0 {
			return true
		}
	}
	return false
}

// surelyPlace reports whether the words before the name can hardly be followed by
// anything but a place: "village of", "outside", "as far south as", "30 km from",
// "north of", "in".
func (f *finder) surelyPlace(s *text.Sentence, lo, hi int) bool {
	at := lo - 1
	if appositive(s, hi) || lowerAt(s, hi) == "fell" && (lowerAt(s, hi+1) == "to" || lowerAt(s, hi+1) == "under") && !f.isPerson(s, lo, hi) {
		return true
	}
	if n := len(f.found); n > 0 && f.found[n-1].Hi == at && f.found[n-1].strong && (lowerAt(s, at) == "and" || s.Tokens[at].Text == ",") &&
		&f.doc.Sentences[f.found[n-1].Sent] == s && len(f.lookup(f.found[n-1].query)) == 0 {
		return true // "the villages of Burd and Mujaymir"
	}
	if f.joinedTo(s, lo, hi) {
		return true // "at Sacaba and Senkata"
	}
	if lowerAt(s, at) == "the" || lowerAt(s, at) == "nearby" {
		at--
	}
	w, before := lowerAt(s, at), lowerAt(s, at-1)
	switch w {
	case "of":
		_, dir := directions[before]
		return settlements[before] && !ofWhom(s, at-1) || admins[before] || quarters[before] || manyOf[before] || dir && before != "far"
	case "outside", "near":
		return true
	case "from":
		return units[before]
	case "as":
		_, dir := directions[before]
		return dir
	case "in", "at", "inside", "around", "toward", "towards":
		// "in Yangasso in the Ségou region", "in Konna, Mali"; else only where the
		// name is nobody's.
		return f.locatedNext(s, lo) || s.Kind == "" && s.Tokens[lo].UPOS == "PROPN" && !isPossessive(s, hi) && !f.isPerson(s, lo, hi)
	}
	return settlements[w] || at >= 0 && entered[s.Tokens[at].Lemma] && !f.isPerson(s, lo, hi)
}

// appositive reports whether "the harbour town" or the like explains the name
// that ends at token hi.
func appositive(s *text.Sentence, hi int) bool {
	if hi >= len(s.Tokens) || s.Tokens[hi].Text != "," {
		return false
	}
	if w := lowerAt(s, hi+1); w != "the" && w != "a" && w != "an" {
		return false
	}
	for i := hi + 2; i < min(hi+6, len(s.Tokens)); i++ {
		w := lowerAt(s, i)
		switch {
		case w == "":
			return false
		case settlements[w] && s.Tokens[i].UPOS == "NOUN":
			return w != "community" && w != "capital" && !isUpper(wordText(s, i+1)) && s.Tokens[i].Rel != "compound"
		}
	}
	return false
}

func wordText(s *text.Sentence, i int) string {
	if i >= len(s.Tokens) {
		return ""
	}
	return s.Tokens[i].Text
}

// locatedNext reports whether what follows the name at lo locates it.
func (f *finder) locatedNext(s *text.Sentence, lo int) bool {
	hi := f.run(s, lo).hi
	switch lowerAt(s, hi) {
	case "in", "near", "outside":
		at := hi + 1
		for at < len(s.Tokens) && (s.Tokens[at].Lower == "the" || directions[s.Tokens[at].Lower] != "" || s.Tokens[at].Lower == "central") {
			at++
		}
		return at < len(s.Tokens) && isUpper(s.Tokens[at].Text) && f.known(words(s, at, f.run(s, at).hi))
	}
	if hi+2 < len(s.Tokens) && s.Tokens[hi].Text == "," && isNumber(s.Tokens[hi+1].Text) && units[s.Tokens[hi+2].Lower] {
		return true
	}
	if hi+1 < len(s.Tokens) && s.Tokens[hi].Text == "," && isUpper(s.Tokens[hi+1].Text) {
		c := f.lookup(words(s, hi+1, f.run(s, hi+1).hi))
		return len(c) > 0 && isContainer(&c[0].Place)
	}
	return false
}

// units of distance, before "from" and "of".
var units = set(`km kilometers kilometres kilometer kilometre mile miles metres meters m nm hours hour away`)

// dateline reads "BAMAKO, Aug. 18 (Reuters) -": the place of the report itself.
func (f *finder) dateline(sent int) {
	s := &f.doc.Sentences[sent]
	n := min(s.Dateline, len(s.Tokens))
	for lo := 0; lo < n; lo++ {
		for hi := n; hi > lo; hi-- {
			name := words(s, lo, hi)
			if !isUpper(name) || !isUpper(s.Tokens[hi-1].Text) || calendar[s.Tokens[lo].Lower] || len(f.lookup(name)) == 0 {
				continue
			}
			m := &mention{Found: Found{Sent: sent, Lo: lo, Hi: hi, Ground: -1}, query: name, coord: -1, dateline: true, strong: true}
			f.found = append(f.found, m)
			if hi+1 < n && s.Tokens[hi].Text == "," && !calendar[strings.TrimSuffix(s.Tokens[hi+1].Lower, ".")] {
				f.datelineBox(sent, m, hi+1)
			}
			return
		}
	}
}

// datelineBox reads the state or country after the town of a dateline.
func (f *finder) datelineBox(sent int, m *mention, at int) {
	s := &f.doc.Sentences[sent]
	for hi := min(at+3, s.Dateline); hi > at; hi-- {
		name := words(s, at, hi)
		if state := stateAfterComma(name); state != "" {
			name = state
		}
		ms := f.lookup(name)
		if len(ms) == 0 || !isContainer(&ms[0].Place) || !isUpper(s.Tokens[hi-1].Text) {
			continue
		}
		m.container = name
		f.found = append(f.found, &mention{Found: Found{Sent: sent, Lo: at, Hi: hi, Ground: -1}, query: name, coord: -1, dateline: true, strong: true})
		return
	}
}
