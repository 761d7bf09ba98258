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
		e := r.byName("", m.ID)
		if e == nil {
			e = r.fresh()
		}
		r.join(e, k)
		return
	}
	if n.definite {
		if e := r.sameRole(k); e != nil {
			r.join(e, k)
			return
		}
		if likePronoun[n.lemma] && len(n.mods) == 0 && !r.narrowed(k) && !n.plural {
			if e := r.salient(k); e != nil {
				r.join(e, k)
				return
			}
		}
	}
	r.join(r.fresh(), k)
}

// likePronoun holds nouns that, with "the" alone, say no more than a pronoun.
var likePronoun = words(`man woman group movement organisation organization party bloc body militia`)

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
	if t := &s.Tokens[m.Head]; t.Is("appos") && (right == nil || rank(s, t.Head) >= 3) {
		if e := try(t.Head); e != nil {
			return e
		}
	}
	if right != nil {
		return right
	}
	for _, c := range s.ChildrenBy(m.Head, "appos") {
		if e := try(c); e != nil {
			return e
		}
	}
	return nil
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
	for _, e := range r.ents {
		if !before(e, k) || n.plural != e.Plural {
			continue
		}
		if slices.ContainsFunc(e.heads, func(h nominal) bool {
			return h.lemma == n.lemma && agree(h.mods, n.mods) && (h.definite || len(e.names) > 0)
		}) {
			heads = append(heads, e)
		}
		if e.roles[n.lemma] && len(e.names) > 0 && r.modsFit(e, n) && r.ownerFits(k, e) && (e.Type == "person") == (m.Type == "person") {
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
		if _, demonym := r.reg.Demonym(w, r.country); !demonym && !e.roles[w] && !slices.ContainsFunc(e.heads, func(h nominal) bool { return slices.Contains(h.mods, w) }) {
			return false
		}
	}
	return true
}

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
