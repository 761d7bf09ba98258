package who

import (
	"slices"
	"strings"

	"tocsin/actor"
	"tocsin/read/text"
)

// An ent is an entity while it is being gathered.
type ent struct {
	Entity
	at    int             // its place among the entities
	names []string        // folded names
	roles map[string]bool // lemmas of titles, appositions and role nouns in its phrases
	heads []nominal       // of its nominal mentions
}

// resolver joins mentions to entities.
type resolver struct {
	*finder
	index
	ents    []*ent
	aliased map[int]int       // alias to the mention it is an alias of
	canon   map[string]string // folded alias of a name to the folded name
}

// resolve runs the sieves: names first, over the whole document, so that a name
// explained late is known from its first use; then nominals and pronouns in the
// order of the text.
func (f *finder) resolve() {
	r := &resolver{finder: f, index: newIndex(), canon: map[string]string{}, aliased: map[int]int{}}
	for _, p := range f.pairs {
		if _, known := r.aliased[p.alias]; !known {
			r.aliased[p.alias] = p.name
		}
		if c, named := f.cores[p.name]; named && f.cores[p.alias].folded != c.folded {
			r.canon[f.cores[p.alias].folded] = c.folded
		}
	}
	short := r.fullNames()
	r.shortNames(short)
	r.laterAliases(false)
	for k, m := range f.res.Mentions {
		if r.res.Mentions[k].Entity >= 0 {
			continue // by a pronoun before it
		}
		switch m.How {
		case "nominal":
			r.nominalMention(k)
		case "pronoun":
			r.pronounMention(k)
		}
	}
	r.laterAliases(true)
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
		single := oneWord(c.folded) && m.ID == "" && !acronym(r.doc.Text[m.Span[0]:m.Span[1]])
		if e := r.entity(c.folded, m.ID); e != nil {
			r.join(e, k)
		} else if single && (m.Type == "person" || m.Type == "unknown") && r.aliasOf(k) < 0 {
			short = append(short, k)
			continue
		} else if n := r.aliasOf(k); n >= 0 && r.res.Mentions[n].Entity >= 0 {
			r.join(r.ents[r.res.Mentions[n].Entity], k)
		} else if n >= 0 {
			continue // joined when what it is an alias of is
		} else if e := r.partOf(c.folded, m); e != nil {
			r.join(e, k)
		} else {
			r.join(r.fresh(), k)
		}
	}
	return short
}

// partOf returns the only person before whose name has the words of this one in
// order and ends with the same, or the other way round: "Ibrahim Keita" is
// "Ibrahim Boubacar Keita". nil where none or several do.
func (r *resolver) partOf(folded string, m Mention) *ent {
	words := strings.Fields(folded)
	if m.Type != "person" || len(words) < 2 {
		return nil
	}
	fit := r.persons(lastWord(folded), func(n string) bool {
		other := strings.Fields(n)
		return len(other) > 1 && other[len(other)-1] == words[len(words)-1] && (inOrder(words, other) || inOrder(other, words))
	})
	fit = slices.DeleteFunc(fit, func(e *ent) bool { return m.ID != "" && e.ID != "" && e.ID != m.ID })
	if len(fit) != 1 {
		return nil
	}
	return fit[0]
}

// inOrder reports whether the words stand in the list in that order.
func inOrder(words, list []string) bool {
	k := 0
	for _, w := range list {
		if k < len(words) && words[k] == w {
			k++
		}
	}
	return k == len(words)
}

// aliasOf returns the mention whose alias k is, -1 none.
func (r *resolver) aliasOf(k int) int {
	if n, ok := r.aliased[k]; ok {
		return n
	}
	return -1
}

// shortNames joins single names to the only person whose full name has them:
// as its last word, else as one after the first ("Restrepo" of "Elena Restrepo
// Uribe"). Of several, those named before and with the same title come first;
// where several remain the name stands alone.
func (r *resolver) shortNames(list []int) {
	for _, k := range list {
		c := r.cores[k]
		fit := r.persons(lastWord(c.folded), func(n string) bool { return strings.HasSuffix(n, " "+c.folded) })
		if len(fit) == 0 {
			fit = r.persons(lastWord(c.folded), func(n string) bool { return strings.Contains(n, " "+c.folded+" ") })
		}
		if len(fit) == 0 { // the first name alone: "Abiy" of "Abiy Ahmed"
			fit = r.persons(lastWord(c.folded), func(n string) bool { return strings.HasPrefix(n, c.folded+" ") })
			fit = slices.DeleteFunc(fit, func(e *ent) bool { return !before(e, k) })
		}
		if e := r.entity(c.folded, ""); e != nil && len(fit) == 0 {
			fit = []*ent{e}
		}
		if len(fit) > 1 {
			if earlier := slices.DeleteFunc(slices.Clone(fit), func(e *ent) bool { return !before(e, k) }); len(earlier) > 0 {
				fit = earlier
			}
		}
		if len(fit) > 1 {
			fit = r.sameTitle(fit, k)
		}
		if len(fit) == 1 {
			r.join(fit[0], k)
		} else {
			r.join(r.fresh(), k)
		}
	}
}

// oneWord reports whether a folded name is one word, not counting what only
// joins names: "al haidari", "ag ghaly".
func oneWord(folded string) bool {
	n := 0
	for w := range strings.FieldsSeq(folded) {
		if !tight[w] {
			n++
		}
	}
	return n == 1
}

// sameTitle keeps the entities that carry the mention's title.
func (r *resolver) sameTitle(fit []*ent, k int) []*ent {
	m, c := r.res.Mentions[k], r.cores[k]
	s := &r.doc.Sentences[m.Sent]
	var out []*ent
	for _, p := range titleParts(s, c.title, c.lo) {
		for _, e := range fit {
			if e.roles[strings.ToLower(s.Tokens[p.hi-1].Lemma)] {
				out = append(out, e)
			}
		}
	}
	return out
}

func (r *resolver) fresh() *ent {
	e := &ent{at: len(r.ents), roles: map[string]bool{}}
	r.ents = append(r.ents, e)
	return e
}

// join adds mention k to the entity and takes over what it tells.
func (r *resolver) join(e *ent, k int) {
	m := &r.res.Mentions[k]
	if m.Entity >= 0 {
		return
	}
	m.Entity = e.at
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
			r.addRole(e, n.lemma)
			e.Plural = e.Plural || n.plural
		}
		if e.Pronoun == "" {
			e.Pronoun = n.pronoun
		}
		if e.ID == "" {
			r.setID(e, m.ID)
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
	for _, n := range []string{c.folded, r.canon[c.folded]} {
		r.addName(e, n)
	}
	text := s.SpanOf(c.lo, c.hi).In(r.doc.Text)
	if r.aliasOf(k) < 0 && len(text) > len(e.Name) || !slices.Contains(e.names, actor.Fold(e.Name)) {
		e.Name = text
	}
	for _, p := range titleParts(s, c.title, c.lo) {
		words := joined(s, p.lo, p.hi)
		for i, w := range words { // "prime minister", "minister"
			r.learnRole(e, strings.Join(words[i:], " "))
			r.learnRole(e, w)
		}
	}
	for i := m.Lo; i < c.lo; i++ {
		if l := strings.ToLower(s.Tokens[i].Lemma); roleNouns[l] || rankWords[strings.TrimSuffix(l, ".")] {
			r.addRole(e, l)
			r.gender(e, l)
		} else if courtesy[strings.TrimSuffix(l, ".")] {
			r.gender(e, strings.TrimSuffix(l, "."))
		}
	}
	for _, w := range strings.Fields(c.folded) {
		if groupNouns[w] && e.Type != "person" && !(stateBodies[w] && e.Type == "group") {
			r.addRole(e, w) // "the army" is not the Lord's Resistance Army
		}
	}
	if m.ID != "" {
		r.setID(e, m.ID)
	} else if e.ID == "" {
		r.setID(e, r.identify(s.SpanOf(c.title, c.hi).In(r.doc.Text), m.Type))
	}
	r.kin(e, s, c.lo)
	if a, ok := r.reg.ByID(e.ID); ok && a.Pronoun != "" {
		e.Pronoun = a.Pronoun
	}
	if words := strings.Fields(c.folded); e.Pronoun == "" && e.Type == "person" && len(words) > 1 {
		e.Pronoun = givenPronoun(words[0])
	}
	for _, p := range r.pairs {
		if p.name == k {
			if ac, ok := r.cores[p.alias]; ok {
				r.addName(e, ac.folded)
			}
		}
	}
}

// kin takes the gender from a word of kinship before the name: "his wife Marie".
func (r *resolver) kin(e *ent, s *text.Sentence, lo int) {
	if lo > 0 && kin[s.Tokens[lo-1].Lemma] {
		r.gender(e, s.Tokens[lo-1].Lemma)
	}
}

// learnRole notes what the entity is called by its title.
func (r *resolver) learnRole(e *ent, title string) {
	if long := titleVariants[title]; long != "" {
		title = long
	}
	if roleNouns[title] || rankWords[title] || offices[title] {
		r.addRole(e, title)
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

// laterAliases joins the aliases of what was not resolved before: of surnames,
// and in the end of "the man known as the 'X'".
func (r *resolver) laterAliases(all bool) {
	for _, p := range r.pairs {
		n := r.res.Mentions[p.name]
		switch {
		case r.res.Mentions[p.alias].Entity >= 0:
		case n.Entity >= 0:
			r.join(r.ents[n.Entity], p.alias)
		case all:
			e := r.fresh()
			r.join(e, p.name)
			r.join(e, p.alias)
		}
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
		if m.Type == "unknown" || m.How != "nominal" || e.Type == "state" {
			m.Type = e.Type
		}
	}
	var kept []Alias
	for i, p := range r.pairs {
		a := r.res.Aliases[i]
		a.Name, a.Alias = r.res.Mentions[p.name], r.res.Mentions[p.alias]
		if a.Name.Entity == a.Alias.Entity { // else two are called the same in one text: nobody can tell
			kept = append(kept, a)
		}
	}
	r.res.Aliases = kept
}
