package brief

import (
	"cmp"
	"slices"
	"tocsin"
)

// introduce fills the section on who is who: an introduction of everybody the
// other sentences name, unless the first sentence that names them introduces
// them, as far as one is known. It stands before the sections that name them;
// those the bottom line names are introduced there. Where room runs out, the
// last sentence that names somebody without introduction goes.
func (w *writer) introduce(top, who *section, below []*section, room int, t *told) (left int) {
	people := w.people()

	for range 400 { // every round adds or takes a sentence; far more than there are
		p, at := w.stranger(people, top, who, below)
		if p == nil {
			return room
		}
		d, ok := w.introduction(p)
		d.who = p
		need := d.size()
		switch {
		case !ok:
			p.intros = nil
			p.names = nil // nothing is known of them
		case need <= room && !t.repeats(d) && at == top:
			room -= need
			t.add(d)
			top.taken = p.beforeNamed(top.taken, d)
			top.from = append(top.from, d)
			p.names = nil
		case need <= room && !t.repeats(d):
			room -= need
			t.add(d)
			who.taken = w.before(who.taken, d, people)
			who.from = append(who.from, d)
		case w.hoist(p, top, who, below):
			p.names = nil
		case at == top || !drop(p, at):
			p.names = nil // they stand in the main event, and no room is left
		}
	}
	return room
}

// principals adds to who is who those of whom the reports tell more than who they
// are, where nothing chosen names them yet: a reader must meet them. Bodies come
// first, the most often named before others; persons follow in the order in which
// the reports name them, for nothing here says which person matters. It leaves
// alone whoever would need others to be introduced first.
func (w *writer) principals(top, who *section, below []*section, people []*person, room int, t *told) int {
	bodies, persons := w.bodies(people)
	n := make(map[*person]int)
	for _, it := range w.items {
		for _, p := range bodies {
			if p.in(it.st) {
				n[p]++
			}
		}
	}
	slices.SortStableFunc(bodies, func(a, b *person) int { return cmp.Compare(n[b], n[a]) })
	list := append(bodies, persons...)
	var chosen []draft
	for _, sec := range slices.Concat([]*section{top, who}, below) {
		chosen = append(chosen, sec.taken...)
	}
	for _, p := range list[:min(len(list), maxPrincipals)] {
		d, ok := w.introduction(p)
		if !ok || !w.toldOf(p) || d.size() > room || t.repeats(d) || slices.ContainsFunc(chosen, func(o draft) bool { return p.mentions(o.text) }) {
			continue
		}
		d.who = p
		if !w.known(d, top, who, people) {
			continue
		}
		t.add(d)
		who.from, who.taken = append(who.from, d), append(who.taken, d)
		chosen = append(chosen, d)
		room -= d.size()
	}
	return room
}

// bodies parts those whom the registry lists as no person from the others.
func (w *writer) bodies(people []*person) (bodies, persons []*person) {
	group := Group(w.in.Actors)
	for _, p := range people {
		if group(tocsin.Mention{ID: p.id, Text: p.shown}) {
			bodies = append(bodies, p)
		} else {
			persons = append(persons, p)
		}
	}
	return bodies, persons
}

// toldOf reports whether the reports say of somebody more than who he is in one
// place.
func (w *writer) toldOf(p *person) bool {
	once := false
	return slices.ContainsFunc(w.items, func(it item) bool {
		again := once && p.in(it.st)
		once = once || p.in(it.st)
		return again
	})
}

// maxPrincipals is how many of them are looked at.
const maxPrincipals = 6

// in reports whether a statement is about the person.
func (p *person) in(st *tocsin.Statement) bool {
	return slices.ContainsFunc(slices.Concat(st.Actors, st.Recipients), func(m tocsin.Mention) bool {
		return m.ID != "" && m.ID == p.id || m.How == "named" && slices.Contains(p.names, norm(m.Text))
	})
}

// known reports whether a reader who has read what is chosen knows everybody
// a further sentence of a section below names, as far as anybody says it.
func (w *writer) known(d draft, top, who *section, people []*person) bool {
	for _, p := range people {
		if !p.mentions(d.text) || p.introducedBy(d.text) {
			continue
		}
		met := slices.ContainsFunc(slices.Concat(top.taken, who.taken), func(o draft) bool { return o.who == p || p.introducedBy(o.text) })
		if _, sayable := w.introduction(p); sayable && !met {
			return false
		}
	}
	return true
}

// stranger finds somebody who is named before being introduced, and the
// section that does it.
func (w *writer) stranger(people []*person, top, who *section, below []*section) (*person, *section) {
	for _, s := range slices.Concat([]*section{top, who}, below) {
		for _, d := range s.taken {
			for _, p := range people {
				if p.mentions(d.text) && !w.knows(p, d, top, who, below) {
					return p, s
				}
			}
		}
	}
	return nil, nil
}

// knows reports whether a reader who has come to sentence d knows who p is.
func (w *writer) knows(p *person, d draft, top, who *section, below []*section) bool {
	for _, s := range slices.Concat([]*section{top, who}, below) {
		for _, o := range s.taken {
			if o.who == p || p.introducedBy(o.text) || o.names && p.mentions(o.text) {
				return true
			}
			if o.text == d.text {
				return false
			}
		}
	}
	return false
}

// before puts an introduction before the first one that names the person it
// introduces.
func (w *writer) before(list []draft, d draft, people []*person) []draft {
	for i, o := range list {
		for _, p := range people {
			if p.introducedBy(d.text) && p.mentions(o.text) && !p.introducedBy(o.text) {
				return slices.Insert(slices.Clone(list), i, d)
			}
		}
	}
	return append(list, d)
}

// beforeNamed puts an introduction before the first sentence that names the
// person; the very first sentence stays first.
func (p *person) beforeNamed(list []draft, d draft) []draft {
	for i, o := range list {
		if i > 0 && p.mentions(o.text) {
			return slices.Insert(slices.Clone(list), i, d)
		}
	}
	return append(list, d)
}

// hoist moves a sentence that introduces the person into the section on who is
// who, from wherever it stands below.
func (w *writer) hoist(p *person, top, who *section, below []*section) bool {
	for _, s := range below {
		for i, d := range s.taken {
			if d.at != nil && d.typ == Reported && p.introducedBy(d.text) {
				s.taken = slices.Delete(slices.Clone(s.taken), i, i+1)
				who.taken = append([]draft{d}, who.taken...)
				return true
			}
		}
	}
	return false
}

// drop takes the last sentence of a section that names the person.
func drop(p *person, s *section) bool {
	for i := len(s.taken) - 1; i >= 0; i-- {
		if p.mentions(s.taken[i].text) {
			s.taken = slices.Delete(slices.Clone(s.taken), i, i+1)
			return true
		}
	}
	return false
}
