package brief

import (
	"cmp"
	"slices"
	"strings"
	"tocsin"
	"tocsin/actor"
)

// introRels are the ties and traits that tell a reader who somebody is, and
// how much each tells.
var introRels = map[string]int{"role": 3, "leads": 3, "figurehead_of": 3, "alias_of": 2, "member_of": 2, "part_of": 2, "rank": 1, "age": 1,
	"nationality": 1, "education": 1, "ethnicity": 1, "religion": 1}

// person is somebody or some group that the reports name, and what introduces
// them.
type person struct {
	id     string
	shown  string   // the shortest of the names, as written
	names  []string // as norm folds them
	intros []item   // statements that say who they are, best first
}

// people lists those the reports name, in the order of their first naming.
// States, their organs and bodies of states need no introduction.
func (w *writer) people() []*person {
	var out []*person
	find := func(m tocsin.Mention) *person {
		if m.How != "named" || norm(m.Text) == "" || w.stately(m) {
			return nil
		}
		name := norm(m.Text)
		for _, p := range out {
			if m.ID != "" && p.id == m.ID || (m.ID == "" || p.id == "") && slices.ContainsFunc(p.names, func(o string) bool { return tailOf(o, name) || tailOf(name, o) }) {
				p.id = cmp.Or(p.id, m.ID)
				if len(m.Text) < len(p.shown) {
					p.shown = tocsin.Clean(m.Text)
				}
				if !slices.Contains(p.names, name) {
					p.names = append(p.names, name)
				}
				return p
			}
		}
		out = append(out, &person{id: m.ID, shown: tocsin.Clean(m.Text), names: []string{name}})
		return out[len(out)-1]
	}
	for _, it := range w.items {
		for _, m := range slices.Concat(it.st.Actors, it.st.Recipients) {
			p := find(m)
			if p != nil && introduces(it.st) && !slices.ContainsFunc(p.intros, func(o item) bool { return o.st == it.st }) {
				p.intros = append(p.intros, it)
			}
		}
	}
	for _, p := range out {
		w.rankIntros(p)
	}
	return out
}

// introduces reports whether a statement says who somebody is. A by-name alone
// does not: "the man known as the Fox".
func introduces(st *tocsin.Statement) bool {
	unnamed := func(m tocsin.Mention) bool { return m.How != "named" }
	if st.Rel == "alias_of" && (slices.ContainsFunc(st.Actors, unnamed) || slices.ContainsFunc(st.Recipients, unnamed)) {
		return false
	}
	return introRels[st.Rel] > 0 && st.Certainty.Polarity == "is"
}

// tailOf reports whether the words of b end those of a: "ada venn" ends
// "colonel ada venn".
func tailOf(a, b string) bool { return a == b || strings.HasSuffix(a, " "+b) }

// stately reports whether a mention is a state, its organ, or a body of states.
func (w *writer) stately(m tocsin.Mention) bool {
	if strings.HasPrefix(m.ID, "government-of-") || strings.HasPrefix(m.ID, "forces-of-") || norm(m.Text) == norm(w.in.Country) {
		return true
	}
	if w.in.Actors == nil {
		return false
	}
	if a, ok := w.in.Actors.ByID(m.ID); ok {
		return a.Kind == actor.Government || a.Kind == actor.Force || a.Kind == actor.Body
	}
	_, state := w.in.Actors.StateNamed(m.Text)
	return state
}

// rankIntros sorts the statements on who somebody is by how much their
// quotation tells of them, and widens those that are a bare name.
func (w *writer) rankIntros(p *person) {
	score := make(map[string]int)
	near := make(map[string][]item) // by report
	for _, it := range p.intros {
		near[it.rep.ID] = append(near[it.rep.ID], it)
	}
	for i, it := range p.intros {
		it = w.widen(it)
		p.intros[i] = it
		seen := make(map[string]bool)
		for _, o := range near[it.rep.ID] {
			if it.span.Contains(o.st.Span) && !seen[o.st.Rel] && p.does(o.st) {
				seen[o.st.Rel] = true
				score[it.st.ID] += 10 * introRels[o.st.Rel]
			}
		}
		score[it.st.ID] -= words(it.quote()) / 2
		if it.vague() {
			score[it.st.ID] -= 100
		}
	}
	slices.SortStableFunc(p.intros, func(a, b item) int {
		return cmp.Or(cmp.Compare(score[b.st.ID], score[a.st.ID]), cmp.Compare(a.rep.Published, b.rep.Published))
	})
}

// does reports whether the person is among the statement's actors: it is they
// who lead, not they who are led.
func (p *person) does(st *tocsin.Statement) bool {
	return slices.ContainsFunc(st.Actors, func(m tocsin.Mention) bool {
		return m.ID != "" && m.ID == p.id || slices.Contains(p.names, norm(m.Text))
	}) || st.Rel == "alias_of"
}

// aliasLead is how many words before a bare "Full Name (ABBR)" are quoted with
// it where they begin the sentence; they mostly say what sort of body it is.
const aliasLead = 14

// widen takes a bare name with its abbreviation to the start of its sentence,
// together with others beside it: "The two groups, A (B) and C (D)".
func (w *writer) widen(it item) item {
	sentence, _ := sentenceOf(it.rep.Text, it.st.Span)
	if it.whole || it.st.Rel != "alias_of" || sentence.IsZero() {
		return it
	}
	sp := it.st.Span
	for again := true; again; {
		again = false
		for _, o := range w.beside(it.rep.ID) {
			if o.st.Rel != "alias_of" || sp.Contains(o.st.Span) || !sentence.Contains(o.st.Span) {
				continue
			}
			lo, hi := min(sp[0], o.st.Span[0]), max(sp[1], o.st.Span[1])
			if words(it.rep.Text[lo:hi])-words(sp.In(it.rep.Text))-words(o.st.Quote) <= 2 {
				sp, again = tocsin.Span{lo, hi}, true
			}
		}
	}
	lead := it.rep.Text[sentence[0]:sp[0]]
	if words(lead) <= aliasLead && !slices.ContainsFunc(strings.Fields(norm(lead)), func(x string) bool { return slices.Contains(turners, x) }) {
		sp[0] = sentence[0]
	}
	it.span = sp
	return it
}

// mentions reports whether a text names the person.
func (p *person) mentions(text string) bool {
	text = " " + norm(text) + " "
	return slices.ContainsFunc(p.names, func(n string) bool { return strings.Contains(text, " "+n+" ") })
}

// introducedBy reports whether a text holds words that say who the person is.
func (p *person) introducedBy(text string) bool {
	text = norm(text)
	return slices.ContainsFunc(p.intros, func(it item) bool {
		q := norm(it.st.Span.In(it.rep.Text))
		return q != "" && strings.Contains(text, q)
	})
}

// introduction is the sentence that says who the person is: a report's, or
// where none says it, a sourced fact of the registry. ok is false where nobody
// says it.
func (w *writer) introduction(p *person) (d draft, ok bool) {
	for _, it := range p.intros {
		if it.vague() || w.manner(it) == "leaves open" {
			continue
		}
		d := w.tell([]item{it})
		if it.st.Rel == "alias_of" && !it.whole {
			d.text = strings.Replace(d.text, " states: “", " names “", 1) // a bare name states nothing
		}
		d.key = "intro " + it.place()
		return d, true
	}
	if w.in.Actors == nil || p.id == "" {
		return draft{}, false
	}
	a, known := w.in.Actors.ByID(p.id)
	if !known {
		return draft{}, false
	}
	for _, h := range w.in.Actors.Roles(p.id, w.in.At) {
		if h.State != actor.Holds || h.Rel != "role" || !h.Source.Sourced() {
			continue
		}
		of := h.Other
		if c, ok := w.in.Actors.StateByISO(of); ok {
			of = c.Name
		}
		return draft{typ: Measured, text: "The registry of actors has " + a.Name + " as " + h.Title + " of " + of + " on " + day(w.in.At) + ".", reviewed: true,
			cites: []Citation{{Dataset: "registry of actors", Quote: a.Name + ": " + h.String()}}}, true
	}
	if a.Kind == actor.Person {
		return draft{}, false
	}
	full := actor.Name{}
	for _, n := range a.Names {
		if n.Source.Sourced() && !n.Spelling && words(n.Text) > 1 && len(n.Text) > len(full.Text) && norm(n.Text) != norm(p.shown) {
			full = n
		}
	}
	if full.Text == "" {
		return draft{}, false
	}
	return draft{typ: Measured, text: "The registry of actors lists " + p.shown + " as “" + tocsin.Clean(full.Text) + "”.", reviewed: true,
		cites: []Citation{{Dataset: "registry of actors", Quote: p.shown + ": “" + full.Text + "” (" + full.Source.String() + ")"}}}, true
}
