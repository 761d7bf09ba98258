package who

import (
	"slices"
	"strings"

	"tocsin/actor"
)

// An ent is an entity while it is being gathered.
type ent struct {
	Entity
	names []string        // folded names
	roles map[string]bool // lemmas of titles, appositions and role nouns in its phrases
	heads []nominal       // of its nominal mentions
}

// resolver joins mentions to entities.
type resolver struct {
	*finder
	ents []*ent
}

// resolve runs the sieves: names first, over the whole document, so that a name
// explained late is known from its first use; then nominals and pronouns in the
// order of the text.
func (f *finder) resolve() {
	r := &resolver{finder: f}
	short := r.fullNames()
	r.shortNames(short)
	for k, m := range f.res.Mentions {
		switch m.How {
		case "nominal":
			r.nominalMention(k)
		case "pronoun":
			r.pronounMention(k)
		}
	}
	r.aliasesOfNominals()
	for _, e := range r.ents {
		slices.Sort(e.Mentions)
		f.res.Entities = append(f.res.Entities, e.Entity)
	}
	r.copyBack()
}

// fullNames makes entities of all names but single words that may be surnames;
// those it returns.
func (r *resolver) fullNames() (short []int) {
	for k, m := range r.res.Mentions {
		c, ok := r.cores[k]
		if !ok {
			continue
		}
		single := !strings.Contains(c.folded, " ") && m.ID == "" && !acronym(r.doc.Text[m.Span[0]:m.Span[1]])
		if e := r.byName(c.folded, m.ID); e != nil {
			r.join(e, k)
		} else if single && (m.Type == "person" || m.Type == "unknown") && r.aliasOf(k) < 0 {
			short = append(short, k)
			continue
		} else if n := r.aliasOf(k); n >= 0 && r.res.Mentions[n].Entity >= 0 {
			r.join(r.ents[r.res.Mentions[n].Entity], k)
		} else if n >= 0 && r.res.Mentions[n].How == "nominal" {
			continue // joined when the nominal is
		} else {
			r.join(r.fresh(), k)
		}
	}
	return short
}

// aliasOf returns the mention whose alias k is, -1 none.
func (r *resolver) aliasOf(k int) int {
	for _, p := range r.pairs {
		if p.alias == k {
			return p.name
		}
	}
	return -1
}

// byName returns the entity with the name or the registry's ID.
func (r *resolver) byName(folded, id string) *ent {
	for _, e := range r.ents {
		if slices.Contains(e.names, folded) || id != "" && e.ID == id {
			return e
		}
	}
	return nil
}

// shortNames joins single names to the only person whose full name ends in
// them, the nearest before where a title tells; else they stand alone.
func (r *resolver) shortNames(list []int) {
	for _, k := range list {
		c := r.cores[k]
		var fit []*ent
		for _, e := range r.ents {
			if e.Type == "person" && slices.ContainsFunc(e.names, func(n string) bool { return strings.HasSuffix(n, " "+c.folded) }) {
				fit = append(fit, e)
			}
		}
		if len(fit) == 0 {
			if e := r.byName(c.folded, ""); e != nil {
				fit = []*ent{e}
			}
		}
		if len(fit) > 1 {
			fit = r.sameTitle(fit, k)
		}
		switch len(fit) {
		case 1:
			r.join(fit[0], k)
		default:
			r.join(r.fresh(), k)
		}
	}
}

// sameTitle keeps the entities that carry the mention's title.
func (r *resolver) sameTitle(fit []*ent, k int) []*ent {
	m, c := r.res.Mentions[k], r.cores[k]
	s := &r.doc.Sentences[m.Sent]
	var out []*ent
	for _, p := range titleParts(s, c.title, c.lo) {
		for _, e := range fit {
			if e.roles[s.Tokens[p.hi-1].Lemma] {
				out = append(out, e)
			}
		}
	}
	return out
}

func (r *resolver) fresh() *ent {
	e := &ent{roles: map[string]bool{}}
	r.ents = append(r.ents, e)
	return e
}

// join adds mention k to the entity and takes over what it tells.
func (r *resolver) join(e *ent, k int) {
	m := &r.res.Mentions[k]
	if m.Entity >= 0 {
		return
	}
	m.Entity = slices.Index(r.ents, e)
	e.Mentions = append(e.Mentions, k)
	if e.Type == "" || e.Type == "unknown" {
		e.Type = m.Type
	}
	if c, ok := r.cores[k]; ok {
		r.learnName(e, k, c)
	}
	if n, ok := r.nominals[k]; ok {
		if m.How == "nominal" {
			e.heads = append(e.heads, n)
			e.roles[n.lemma] = true
			e.Plural = e.Plural || n.plural
		}
		if e.Pronoun == "" {
			e.Pronoun = n.pronoun
		}
		if e.ID == "" {
			e.ID = m.ID
		}
	}
	if e.Name == "" {
		e.Name = m.Text
	}
	r.learnMembers(e, k)
}

func (r *resolver) learnName(e *ent, k int, c core) {
	m := r.res.Mentions[k]
	s := &r.doc.Sentences[m.Sent]
	if !slices.Contains(e.names, c.folded) {
		e.names = append(e.names, c.folded)
	}
	text := s.SpanOf(c.lo, c.hi).In(r.doc.Text)
	if r.aliasOf(k) < 0 && len(text) > len(e.Name) || !slices.Contains(e.names, actor.Fold(e.Name)) {
		e.Name = text
	}
	for i := m.Lo; i < c.lo; i++ {
		if l := s.Tokens[i].Lemma; roleNouns[l] || rankWords[strings.TrimSuffix(l, ".")] {
			e.roles[l] = true
			r.gender(e, l)
		} else if courtesy[strings.TrimSuffix(l, ".")] {
			r.gender(e, strings.TrimSuffix(l, "."))
		}
	}
	for _, w := range strings.Fields(c.folded) {
		if groupNouns[w] && e.Type != "person" {
			e.roles[w] = true
		}
	}
	if m.ID != "" {
		e.ID = m.ID
	} else if e.ID == "" {
		e.ID = r.identify(s.SpanOf(c.title, c.hi).In(r.doc.Text), m.Type)
	}
	if a, ok := r.reg.ByID(e.ID); ok && a.Pronoun != "" {
		e.Pronoun = a.Pronoun
	}
	for _, p := range r.pairs {
		if p.name == k {
			if ac, ok := r.cores[p.alias]; ok && !slices.Contains(e.names, ac.folded) {
				e.names = append(e.names, ac.folded)
			}
		}
	}
}

func (r *resolver) gender(e *ent, lemma string) {
	if e.Pronoun != "" {
		return
	}
	if feminine[lemma] {
		e.Pronoun = "she"
	} else if masculine[lemma] {
		e.Pronoun = "he"
	}
}

// sure is how well the registry must know a name, and by how much better than
// the next, before its ID is taken.
const (
	sure = 0.78
	lead = 0.05
)

// identify returns the registry's ID for a name, "" where it is not clear.
func (r *resolver) identify(name, typ string) string {
	if typ != "person" {
		return ""
	}
	list := r.reg.Lookup(name, r.published, r.country)
	if len(list) == 0 || list[0].Kind != actor.Person || list[0].Score < sure || len(list) > 1 && list[0].Score-list[1].Score < lead {
		return ""
	}
	return list[0].ID
}

// aliasesOfNominals gives "the man known as the 'X'" its alias, once it is
// known who the man is; mentions of X elsewhere join too.
func (r *resolver) aliasesOfNominals() {
	for _, p := range r.pairs {
		n, a := r.res.Mentions[p.name], r.res.Mentions[p.alias]
		if a.Entity >= 0 {
			continue
		}
		e := r.fresh()
		if n.Entity >= 0 {
			r.ents = r.ents[:len(r.ents)-1]
			e = r.ents[n.Entity]
		}
		r.join(e, p.alias)
	}
}

// copyBack writes entity, type and ID into the mentions, and refreshes the
// mentions inside aliases.
func (r *resolver) copyBack() {
	for k := range r.res.Mentions {
		m := &r.res.Mentions[k]
		if m.Entity < 0 {
			continue
		}
		e := r.ents[m.Entity]
		m.ID = e.ID
		if m.Type == "unknown" || m.How == "pronoun" || e.Type == "state" {
			m.Type = e.Type
		}
	}
	for i, p := range r.pairs {
		r.res.Aliases[i].Name, r.res.Aliases[i].Alias = r.res.Mentions[p.name], r.res.Mentions[p.alias]
	}
}
