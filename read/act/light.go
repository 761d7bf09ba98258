package act

import (
	"slices"

	"tocsin"
	"tocsin/codebook"
)

// light makes the event of a noun that a light verb governs: "launched a coup".
func (e *extractor) light(ci int, m slots, particle string, depth int) *Item {
	cl := &e.s.Clauses[ci]
	lemma := e.s.Tokens[cl.Verb].Lemma
	if !e.Book.Light(lemma, particle) {
		return nil
	}
	for _, obj := range m["obj"] {
		rules := e.eventRules(obj)
		if len(rules) == 0 || e.spent[obj] || e.figuredNoun(obj) || slices.ContainsFunc(m["on"], func(t int) bool { return slices.Contains(matters, e.s.Tokens[t].Lemma) }) {
			continue
		}
		it := e.nounItem(obj, rules[0], depth)
		it.Rule, it.Pred = "light "+lemma+" "+it.Rule, cl.Verb
		it.Cover = append(it.Cover, cl.Verb)
		if lemma == "announce" && e.bodily(it) {
			m = withoutSubject(m) // who announces a capture need not have made it
		}
		if subj := slices.DeleteFunc(slices.Clone(m["subj"]), func(t int) bool { return !e.canAct(t) }); len(subj) > 0 {
			it.Actors = nil
			for _, t := range subj {
				e.fillOne(it, "actor", t)
			}
		}
		for slot, toks := range m {
			if role := rules[0].Role(slot); role != "" && slot != "subj" && slot != "obj" {
				for _, t := range toks {
					e.fillOne(it, role, t)
				}
			}
		}
		it.Recipients = slices.DeleteFunc(it.Recipients, func(a Arg) bool { return e.s.Tokens[a.Head].XPOS == "PRP$" && e.s.Tokens[a.Head].Head == obj })
		// above: who committed "their murders" murdered others
		if it.Outcome = lightOutcome(lemma); it.Act == "assault" && cl.Tense == "past" && e.s.Tokens[obj].Lemma != "offensive" {
			it.Outcome = "" // "launched an attack at seven" goes on no more
		}
		switch e.modLemma(obj) {
		case "successful":
			it.Outcome = "succeeded" // "has staged four successful coups"
		case "failed", "abortive", "unsuccessful":
			it.Outcome = "failed"
		}
		e.takePurpose(it, ci)
		e.bind(it, cl.Verb, obj)
		e.spent[obj] = true
		if e.unfitNoun(it, obj, rules[0]) {
			return nil
		}
		if len(it.Actors)+len(it.Recipients)+len(it.Places) == 0 && it.When < 0 && it.Count == nil && len(m["subj"]) == 0 {
			return nil // "carry out occasional attacks" tells nothing of its own
		}
		return it
	}
	return nil
}

// eventRules are the rules of an event noun, or of the event noun before a noun
// that adds nothing to it: "cooperation initiatives".
func (e *extractor) eventRules(obj int) []codebook.Rule {
	rules := e.Book.Noun(e.s.Tokens[obj].Lemma)
	switch e.s.Tokens[obj].Lemma {
	case "initiative", "effort", "programme", "program", "activity", "operation", "campaign", "process":
	default:
		return rules
	}
	for _, c := range e.s.Children(obj) {
		if e.s.Tokens[c].Rel == "compound" && len(rules) == 0 {
			rules = e.Book.Noun(e.s.Tokens[c].Lemma)
		}
	}
	return rules
}

func lightOutcome(lemma string) string {
	switch lemma {
	case "launch", "begin", "start", "stage", "mount", "continue", "resume":
		return "under_way"
	case "attempt", "plan":
		return "attempted"
	}
	return ""
}

// takePurpose gives an event the recipient that its purpose names where the
// purpose is the same act: "launched a coup to depose the president".
func (e *extractor) takePurpose(it *Item, ci int) {
	for k := range e.s.Clauses {
		p := &e.s.Clauses[k]
		if k == ci || p.Mark != "to" || p.Kind != "advcl" && p.Kind != "acl" && p.Kind != "xcomp" {
			continue
		}
		if h := e.s.Tokens[p.Verb].Head; h != it.Pred && !slices.Contains(it.Cover, h) {
			continue
		}
		f := e.frameOfPurpose(k)
		if f == nil || f.Act != it.Act || it.Act == "" {
			continue
		}
		it.Recipients = append(it.Recipients, f.Recipients...)
		it.Cover = append(it.Cover, f.Cover...)
		e.done[k] = true
	}
}

// frameOfPurpose builds the frame of an infinitive whose doer is understood.
func (e *extractor) frameOfPurpose(k int) *Item {
	p := &e.s.Clauses[k]
	m := e.clauseSlots(p)
	for _, r := range e.Book.Verb(e.s.Tokens[p.Verb].Lemma) {
		if e.fits(r, slots{"obj": m["obj"]}, "") && r.Frame.Kind == tocsin.KindEvent {
			it := e.new("purpose "+r.Word, r.Frame.Kind, p.Verb)
			it.Act, it.Mode = r.Frame.Act, r.Frame.Mode
			e.fill(it, r, m)
			return it
		}
	}
	return nil
}

func withoutSubject(m slots) slots {
	out := slots{}
	for k, v := range m {
		if k != "subj" {
			out[k] = v
		}
	}
	return out
}
