package who

import (
	"slices"

	"tocsin/read/text"
)

// nominalMention joins a noun phrase: to what it is in apposition with; to the
// actor with the same registry ID; a definite one to the actor that bears the
// role or was called so before; else it is an actor of its own.
func (r *resolver) nominalMention(k int) {
	m, n := r.res.Mentions[k], r.nominals[k]
	s := &r.doc.Sentences[m.Sent]
	for _, p := range r.pairs { // "the man known as X": X may be known already
		if x := r.res.Mentions[p.alias].Entity; p.name == k && x >= 0 {
			r.join(r.ents[x], k)
			return
		}
	}
	if e := r.apposed(s, k); e != nil {
		r.join(e, k)
		return
	}
	if m.ID != "" {
		e := r.entity("", m.ID)
		if e == nil {
			e = r.fresh()
		}
		r.join(e, k)
		return
	}
	if e := r.predicated(s, k); e != nil {
		r.addRole(e, n.lemma)
	}
	if n.definite {
		if e := r.sameRole(k); e != nil {
			r.join(e, k)
			return
		}
		if likePronoun[n.lemma] && plainGroup(n) && !r.narrowed(k) && !n.plural {
			if e := r.salient(k); e != nil {
				r.join(e, k)
				return
			}
		}
		if id := r.holder(k); id != "" {
			r.res.Mentions[k].ID = id
			e := r.entity("", id)
			if e == nil {
				e = r.fresh()
				r.setID(e, id)
			}
			r.join(e, k)
			return
		}
	}
	r.join(r.fresh(), k)
}

// predicated returns the entity that the phrase is said to be by an affirmed
// copula: "Obi is a banker". It is a role, by which the text may call him later.
func (r *resolver) predicated(s *text.Sentence, k int) *ent {
	m := r.res.Mentions[k]
	if m.Type != "person" || s.Child(m.Head, "cop") < 0 || s.NegDet(m.Head) >= 0 {
		return nil
	}
	for _, c := range s.Children(m.Head) {
		if w := s.Tokens[c].Lower; w == "not" || w == "n't" || w == "never" || s.Tokens[c].XPOS == "MD" {
			return nil
		}
	}
	subj := s.Child(m.Head, "nsubj")
	if i, ok := r.res.at[[2]int{m.Sent, subj}]; ok && subj >= 0 && r.res.Mentions[i].Entity >= 0 {
		if e := r.ents[r.res.Mentions[i].Entity]; e.Type == "person" && len(e.names) > 0 {
			return e
		}
	}
	return nil
}

// holder returns the registry's ID of the one who held the office on the day of
// the report, where the phrase names an office of a state and says nothing that
// another holder could be meant by: "the Malian president", not "the former
// Malian president". "" where the registry is not sure.
func (r *resolver) holder(k int) string {
	m, n := r.res.Mentions[k], r.nominals[k]
	s := &r.doc.Sentences[m.Sent]
	if n.plural || !headsOfState[n.lemma] || r.published.IsZero() {
		return ""
	}
	iso := r.nation(k)
	for i := m.Lo; i < m.Head; i++ {
		_, demonym := r.demonym(s.Tokens[i].Text)
		if w := &s.Tokens[i]; (w.UPOS == "ADJ" || w.UPOS == "NOUN" || w.UPOS == "VERB" || w.UPOS == "ADV") && !demonym && w.Lower != "prime" && w.Lower != "current" {
			return ""
		}
	}
	if iso == "" {
		return ""
	}
	list := r.reg.Holders(n.lemma, iso, r.published)
	if len(list) == 0 || list[0].Score < 0.9 || len(list) > 1 && list[1].Score >= 0.6 {
		return ""
	}
	return list[0].ID
}

var headsOfState = words(`president prime_minister chancellor king queen emir premier`)

// nation is the ISO2 of the state that a phrase names by its adjective or as its
// owner: "the Malian president", "Mali's president"; "" none.
func (r *resolver) nation(k int) string {
	m := r.res.Mentions[k]
	s := &r.doc.Sentences[m.Sent]
	end := m.Head
	if c, ok := r.cores[k]; ok {
		end = c.lo
	}
	for i := m.Lo; i < end && i < len(s.Tokens); i++ {
		if d, ok := r.demonym(s.Tokens[i].Text); ok && capital(s.Tokens[i].Text) {
			return d.ISO2
		}
	}
	if o := r.owner(k); o >= 0 && r.res.Mentions[o].Type == "state" {
		c, ok := r.reg.StateNamed(r.res.Mentions[o].Text)
		if ok {
			return c.ISO2
		}
	}
	return ""
}

// nationFits reports whether the state a phrase names is, as far as the text
// and the registry tell, the entity's.
func (r *resolver) nationFits(k int, e *ent) bool {
	iso := r.nation(k)
	if iso == "" {
		return true
	}
	said := false
	for _, i := range e.Mentions {
		if other := r.nation(i); other == iso {
			return true
		} else if other != "" {
			said = true
		}
	}
	if a, ok := r.reg.ByID(e.ID); ok && len(a.Countries) > 0 {
		return a.In(iso)
	}
	return !said && iso == r.country
}

// plainGroup reports whether the words before the noun say no more than what
// kind of group it is: "the paramilitary group".
func plainGroup(n nominal) bool {
	for _, w := range n.mods {
		if !groupKinds[w] || n.pronoun != "it" {
			return false
		}
	}
	return true
}

var groupKinds = words(`armed paramilitary rebel militant jihadist islamist separatist insurgent extremist terrorist opposition guerrilla`)

// likePronoun holds nouns that, with "the" alone, say no more than a pronoun.
var likePronoun = words(`man woman group movement organisation organization party bloc body militia country nation`)

// apposed returns the entity of the mention that k is in apposition with, on
// either side, where number and type agree.
func (r *resolver) apposed(s *text.Sentence, k int) *ent {
	m, n := r.res.Mentions[k], r.nominals[k]
	right := r.rightOf(s, k)
	try := func(tok int) *ent {
		i, ok := r.res.at[[2]int{m.Sent, tok}]
		if !ok || i == k || r.res.Mentions[i].Entity < 0 || r.res.Mentions[i].How == "pronoun" {
			return nil
		}
		o := r.res.Mentions[i]
		e := r.ents[o.Entity]
		person := o.Type == "person" || o.Type == "unknown"
		switch {
		case n.plural != e.Plural, (m.Type == "person") != person && o.Type != "unknown", s.Child(tok, "conj") >= 0 && n.plural:
			return nil
		}
		return e
	}
	if t := &s.Tokens[m.Head]; t.Is("appos") && !parted(s, t.Head, m.Head) && (right == nil || rank(s, t.Head) >= 3) {
		if e := try(t.Head); e != nil {
			return e
		}
	}
	if right != nil {
		return right
	}
	for _, c := range s.ChildrenBy(m.Head, "appos") {
		if e := try(c); e != nil && !parted(s, m.Head, c) {
			return e
		}
	}
	return nil
}

// parted reports whether a semicolon stands between tokens a and b: what stands
// behind it is in apposition to nothing before it.
func parted(s *text.Sentence, a, b int) bool {
	for i := max(min(a, b), 0); i < max(a, b) && i < len(s.Tokens); i++ {
		if s.Tokens[i].Text == ";" || s.Tokens[i].Text == ":" {
			return true
		}
	}
	return false
}

// learnMembers notes whom a plural phrase stands for when it lists them: "the
// two groups, A and B".
func (r *resolver) learnMembers(e *ent, k int) {
	m := r.res.Mentions[k]
	if m.How != "nominal" || !r.nominals[k].plural {
		return
	}
	s := &r.doc.Sentences[m.Sent]
	for _, c := range s.ChildrenBy(m.Head, "appos") {
		for _, h := range s.Coordinated(c) {
			if i, ok := r.res.at[[2]int{m.Sent, h}]; ok && r.res.Mentions[i].Entity >= 0 && r.res.Mentions[i].How == "named" {
				addMember(e, r.res.Mentions[i].Entity)
			}
		}
	}
	for _, i := range r.listed(s, k) {
		addMember(e, r.res.Mentions[i].Entity)
	}
}

// sameRole returns the only entity before k that bears the noun as a role, or
// that was called by the same noun with modifiers that agree.
func (r *resolver) sameRole(k int) *ent {
	m, n := r.res.Mentions[k], r.nominals[k]
	var roles, heads []*ent
	for _, e := range r.called(n.lemma) {
		if !before(e, k) || n.plural != e.Plural {
			continue
		}
		if slices.ContainsFunc(e.heads, func(h nominal) bool {
			return h.lemma == n.lemma && agree(h.mods, n.mods) && (h.definite || len(e.names) > 0)
		}) {
			heads = append(heads, e)
		}
		if e.roles[n.lemma] && len(e.names) > 0 && r.modsFit(e, n) && r.ownerFits(k, e) && (e.Type == "person") == (m.Type == "person") && (m.Type != "person" || r.nationFits(k, e)) {
			roles = append(roles, e)
		}
	}
	if len(roles) == 1 {
		return roles[0]
	}
	if len(roles) == 0 && len(heads) > 0 && r.ownerFits(k, heads[len(heads)-1]) {
		return heads[len(heads)-1]
	}
	return nil
}

func before(e *ent, k int) bool {
	return slices.ContainsFunc(e.Mentions, func(i int) bool { return i < k })
}

// agree reports whether one list of modifiers holds the other.
func agree(a, b []string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	for _, w := range a {
		if !slices.Contains(b, w) {
			return false
		}
	}
	return true
}

// modsFit reports whether nothing the phrase says of its noun is new for the
// entity: "the coup leader" is not just any leader.
func (r *resolver) modsFit(e *ent, n nominal) bool {
	for _, w := range n.mods {
		if plainAdjectives[w] || timeAdjectives[w] {
			continue
		}
		if _, demonym := r.demonym(w); !demonym && !e.roles[w] && !slices.ContainsFunc(e.heads, func(h nominal) bool { return slices.Contains(h.mods, w) }) {
			return false
		}
	}
	return true
}

// timeAdjectives say when somebody was what the noun says.
var timeAdjectives = words(`former ex then current late new old young incumbent ousted deposed outgoing exiled fallen retired year`)

// ownerFits reports whether a phrase with an owner ("the group's leader") can
// be the entity: its own owner, where it has one, must be the same.
func (r *resolver) ownerFits(k int, e *ent) bool {
	mine := r.owner(k)
	if mine < 0 {
		return !r.narrowed(k) // "the leader of the strike" is not just any leader
	}
	for _, i := range e.Mentions {
		if o := r.owner(i); o >= 0 {
			return r.res.Mentions[o].Entity == r.res.Mentions[mine].Entity
		}
	}
	return r.res.Mentions[mine].How == "pronoun"
}

func addMember(e *ent, x int) {
	if x >= 0 && !slices.Contains(e.Members, x) {
		e.Members = append(e.Members, x)
	}
}
