package act

import (
	"slices"
	"strings"

	"tocsin/codebook"
	"tocsin/read/text"
)

// Whether those who are said to do or to suffer something are of a kind that can:
// an act whose parties do not fit is another one, for which there is no name here.

// unfit reports an event whose parties are not of the kind that its act has.
func (e *extractor) unfit(it *Item, cl *text.Clause, r codebook.Rule, m slots) bool {
	switch it.Act {
	case "visit":
		return !e.visits(it, r, m)
	case "negotiation":
		meets := r.Word == "meet" || r.Word == "have" || r.Word == "hold" && slices.ContainsFunc(m["obj"], func(t int) bool {
			return e.s.Tokens[t].Lemma == "meeting" || e.s.Tokens[t].Lemma == "discussion" // of a party's own members, too
		})
		return meets && !e.confer(it, cl, r, m)
	case "protest":
		return r.Word == "rally" && !e.against(it, cl.Verb, m) || len(it.Actors) > 0 && e.all(it.Actors, func(a Arg) bool { return e.single(a) || e.bearsArms(a) }) || r.Word == "march" && len(m["obj"]) > 0
	case "displacement":
		return r.Word == "flee" && !e.uprooted(it, cl, m) || r.Word == "uproot" && !slices.ContainsFunc(it.Recipients, func(a Arg) bool { return e.human(a) || e.counts(a.Head) || e.canAct(a.Head) })
	case "dismissal":
		return r.Word == "dismiss" && (e.calledSo(m["obj"]) || !slices.ContainsFunc(m["obj"], func(t int) bool {
			return e.canAct(t) || e.counts(t) || e.human(e.arg(t)) || len(e.Book.RoleNoun(e.s.Tokens[t].Lemma)) > 0
		}))
	case "seizure":
		return r.Word == "capture" && len(it.Actors) > 0 && e.all(it.Actors, e.single)
	case "assault":
		return e.withWords(it, r, m)
	case "release":
		return !slices.ContainsFunc(it.Recipients, func(a Arg) bool { return e.canAct(a.Head) || e.suffers(a.Head) })
	case "strike":
		return r.Word == "walk" && (len(m["towards"])+len(m["toward"])+len(m["to"])+len(m["into"]) > 0 || !slices.ContainsFunc(m["subj"], e.works))
	case "mobilisation":
		return !e.musters(it, m)
	}
	return false
}

func (e *extractor) all(args []Arg, is func(Arg) bool) bool {
	return !slices.ContainsFunc(args, func(a Arg) bool { return !is(a) })
}

// single reports whether an argument is one person with a name, or a pronoun for one.
func (e *extractor) single(a Arg) bool {
	switch e.s.Tokens[a.Head].Lower {
	case "he", "she", "him", "her", "his", "i":
		return true
	}
	m, ok := e.Who.At(e.sent, a.Head)
	return ok && !strings.HasSuffix(e.s.Tokens[a.Head].XPOS, "S") && m.Type == "person" && m.How == "named" && m.Head == a.Head
}

// bearsArms reports whether an argument is of those who use force: "gunmen", "armed
// men".
func (e *extractor) bearsArms(a Arg) bool {
	return e.Book.Armed(e.s.Tokens[a.Head].Lemma) || slices.ContainsFunc(e.s.Tokens[min(a.Lo, a.Head):a.Head], func(t text.Token) bool { return t.Lower == "armed" })
}

// official reports whether an argument is somebody who goes or speaks for others: a
// person with a name, a delegation, "the presidents of Ghana and Togo".
func (e *extractor) official(a Arg) bool {
	if e.single(a) {
		return true
	}
	t := &e.s.Tokens[a.Head]
	switch t.Lemma {
	case "delegation", "mission", "envoy", "team", "mediator", "ambassador", "president", "minister":
		return true
	}
	if len(e.Book.RoleNoun(t.Lemma)) > 0 {
		return true
	}
	return slices.ContainsFunc(e.s.Children(a.Head), func(c int) bool {
		m, ok := e.mention(c)
		return ok && e.s.Tokens[c].Is("nmod", "nmod:poss") && m.How == "named" && (m.Type == "state" || m.Type == "organisation")
	})
}

// visits reports whether somebody went somewhere on business. To travel, to arrive,
// to return and to leave is what fugitives and troops do too: of these only those
// who go for others visit, and only where they are said to go somewhere.
func (e *extractor) visits(it *Item, r codebook.Rule, m slots) bool {
	if len(it.Actors) == 0 || slices.ContainsFunc(it.Actors, e.bearsArms) {
		return false
	}
	if r.Word == "visit" || r.Word == "tour" {
		return true
	}
	if slices.ContainsFunc(m["obj"], func(t int) bool { return !e.isTime(t) && !e.isPlace(t) }) {
		return false // "flying those missions"
	}
	return e.all(it.Actors, e.official)
}

// goesTo keeps of a visit's places those that it is to or from: where its doer was
// besides is no part of it.
func (e *extractor) goesTo(it *Item) {
	to := func(s Spot) bool { return s.Role == "to" || s.Role == "from" }
	if it.Act == "visit" && slices.ContainsFunc(it.Places, to) {
		it.Places = slices.DeleteFunc(it.Places, func(s Spot) bool { return !to(s) })
	}
}

// confer reports whether two sides talk to one another: both are told, and the
// other is a party of its own and not those who work for the first. To be met is no
// talk.
func (e *extractor) confer(it *Item, cl *text.Clause, r codebook.Rule, m slots) bool {
	if cl.Passive {
		return false
	}
	other := m["with"]
	if r.Word == "meet" {
		other = slices.Concat(m["obj"], m["with"])
	}
	if len(other) == 0 {
		return len(it.Actors) > 1 || slices.ContainsFunc(it.Actors, e.sides)
	}
	if !slices.ContainsFunc(m["subj"], func(t int) bool { return hasHead(it.Actors, e.arg(t).Head) }) {
		return false
	}
	return slices.ContainsFunc(it.Actors, func(a Arg) bool {
		return slices.ContainsFunc(other, func(t int) bool { return e.arg(t).Head == a.Head }) && e.party(a)
	})
}

// sides reports whether a doer is told to be several: "the two presidents".
func (e *extractor) sides(a Arg) bool {
	return slices.ContainsFunc(e.s.Tokens[a.Lo:a.Hi], func(t text.Token) bool {
		return t.UPOS == "NUM" || t.Lower == "both" || t.Lower == "sides" || t.Lower == "parties" || t.Lower == "delegations"
	})
}

// party reports whether an argument can be one side of a talk: somebody with a name
// or a body, those who bear arms, or those whom the text knows ("the strikers").
func (e *extractor) party(a Arg) bool {
	if e.official(a) || e.bearsArms(a) {
		return true
	}
	m, ok := e.mention(a.Head)
	return ok && (m.How == "named" || m.Type == "group" || m.Type == "organisation" || m.Type == "state" ||
		e.s.Tokens[a.Lo].Lower == "the")
}

// uprooted reports whether those who flee leave their homes: no attackers, and no
// "abusive marriage". Whoever is killed "while fleeing" got nowhere.
func (e *extractor) uprooted(it *Item, cl *text.Clause, m slots) bool {
	if slices.ContainsFunc(it.Recipients, func(a Arg) bool { return e.bearsArms(a) && e.s.Tokens[a.Head].XPOS != "NN" }) {
		return false
	}
	if e.s.Tokens[cl.Verb].XPOS == "VBG" && (cl.Mark == "while" || cl.Mark == "when" || cl.Mark == "as") || !e.homes(it, cl, m) {
		return false
	}
	return !slices.ContainsFunc(m["obj"], func(t int) bool {
		l := e.s.Tokens[t].Lemma
		return !e.isPlace(t) && !e.isTime(t) && e.thing([]int{t}) && len(e.Book.Noun(l)) == 0 && !slices.Contains([]string{"violence", "conflict", "insecurity", "advance", "persecution", "scene"}, l)
	})
}

// calledSo reports whether what is dismissed is dismissed "as" something: with words.
func (e *extractor) calledSo(obj []int) bool {
	return slices.ContainsFunc(obj, func(t int) bool {
		_, hi := e.s.NP(t)
		return hi < len(e.s.Tokens) && e.s.Tokens[hi].Lower == "as"
	})
}

// withWords reports whether one who has a name strikes with words or at the polls:
// "Romney attacked Trump", "Clinton beat her rival". One who strikes with something
// strikes.
func (e *extractor) withWords(it *Item, r codebook.Rule, m slots) bool {
	switch r.Word {
	case "attack", "assault", "hit", "strike", "target", "beat":
	default:
		return false
	}
	return r.Prep == "" && len(it.Actors) > 0 && e.all(it.Actors, e.single) && len(m["with"]) == 0
}

// onlyWords reports whether the attack or the fight that a noun names is one of
// persons with a name: "her attacks on the senator", "his battle with Peter Lund".
func (e *extractor) onlyWords(it *Item) bool {
	switch e.s.Tokens[it.Pred].Lemma {
	case "attack", "assault", "offensive", "clash", "fight", "battle", "war":
		return len(it.Actors) > 0 && e.all(it.Actors, e.single) && len(it.Places) == 0
	}
	return false
}

// counts reports whether the token is a number that stands for people: "killed
// 11", "dozens were killed".
func (e *extractor) counts(tok int) bool {
	_, ok := Number(e.s.Tokens[tok].Lower)
	return ok || e.s.Tokens[tok].UPOS == "NUM"
}

// suffers reports whether a token stands for somebody to whom what is done to people
// can be done, though it names no party: a number, "two patients", "each", "us",
// "a cameraman".
func (e *extractor) suffers(tok int) bool {
	if e.counts(tok) || slices.ContainsFunc(e.s.Children(tok), func(c int) bool { return e.s.Tokens[c].Rel == "nummod" }) {
		return true
	}
	t := &e.s.Tokens[tok]
	switch t.UPOS {
	case "DET", "PRON":
		return !slices.Contains([]string{"it", "that", "this", "those", "these", "which", "what"}, t.Lower)
	case "NOUN":
		return slices.ContainsFunc([]string{"man", "men", "child", "children", "er", "or", "ist", "ian", "eer"}, func(end string) bool { return strings.HasSuffix(t.Lemma, end) })
	}
	return false
}
