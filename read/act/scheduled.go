package act

import (
	"slices"
	"strings"

	"tocsin"
	"tocsin/read/text"
)

// What is arranged for a day to come, or was meant to be: no word of it says that it
// has been done.

// arranged reports whether an event is arranged for later, and makes its outlook, or
// was, and makes nothing: it may have been or not.
func (e *extractor) arranged(cl *text.Clause, f *Item) bool {
	if f == nil || f.Kind != tocsin.KindEvent {
		return false
	}
	now, then := e.isTo(cl)
	if now && cl.Neg < 0 || !then && e.scheduled(cl, f) {
		e.foreseen(f)
		return true
	}
	return then
}

// isTo reports a clause of "be to": "Troops are to withdraw" (now), "was to be
// released" (then). What was to be may have been or not.
func (e *extractor) isTo(cl *text.Clause) (now, then bool) {
	t := cl.Verb - 1
	for t > 0 && (e.s.Tokens[t].UPOS == "ADV" || e.s.Tokens[t].Lower == "be") {
		t--
	}
	if t < 1 || e.s.Tokens[t].Lower != "to" || e.s.Tokens[t].UPOS != "PART" {
		return false, false
	}
	if t > 1 && cl.Passive && e.meantTo(t-1) && (e.s.Tokens[t-2].XPOS == "VBD" || e.s.Tokens[t-2].Lower == "been") && e.s.Tokens[t-2].Lemma == "be" {
		return false, true // "we were going to be executed", "had been due to be freed"
	}
	if e.s.Tokens[t-1].Lemma != "be" {
		return false, false
	}
	if x := e.s.Tokens[t-1].XPOS; cl.Cop >= 0 || x != "VBD" && x != "VBZ" && x != "VBP" {
		return false, false
	}
	if s := t - 2; s >= 0 && (isAim(e.s.Tokens[s].Lemma) || s > 0 && e.s.Tokens[s].UPOS != "PRON" && !e.isNominal(s)) {
		return false, false // "their aim was to topple him"
	}
	for _, c := range cl.Subj {
		if isAim(e.s.Tokens[c].Lemma) {
			return false, false
		}
	}
	return e.s.Tokens[t-1].XPOS != "VBD", e.s.Tokens[t-1].XPOS == "VBD"
}

// isAim reports a noun of which "be to" says what it is.
func isAim(lemma string) bool {
	switch lemma {
	case "aim", "goal", "plan", "idea", "purpose", "task", "mission", "objective", "intention", "job", "role", "mandate", "strategy", "demand", "wish", "hope", "decision", "choice", "way", "priority", "proposal", "order":
		return true
	}
	return false
}

// scheduled reports a clause in the simple present whose day has no year: "Ecuador
// holds an election on 20 August", "the two sides meet in Doha on Saturday". It
// tells what is to come; only headlines tell so of what has been, and they have no
// full stop.
func (e *extractor) scheduled(cl *text.Clause, f *Item) bool {
	if f.When < 0 || len(cl.Modals)+len(cl.Aux) > 0 || cl.Passive || cl.Cop >= 0 || e.withTo(cl) {
		return false
	}
	if x := e.s.Tokens[cl.Verb].XPOS; x != "VBZ" && x != "VBP" && x != "VB" || len(cl.Subj) == 0 || e.s.Tokens[len(e.s.Tokens)-1].Text != "." {
		return false
	}
	if slices.Contains(sameInPast, e.s.Tokens[cl.Verb].Lemma) {
		return false // "beat a man to death on 7 May"
	}
	w := &e.When[f.When]
	if w.Future {
		return true
	}
	if w.When.From.IsZero() || w.When.From != w.When.To || w.Sent != e.sent {
		return false
	}
	said := strings.ToLower(w.Span.In(e.Doc.Text))
	return !strings.ContainsAny(said, "-/") && !fourDigits(said) && !strings.Contains(said, "last") && !strings.Contains(said, "ago") && !strings.Contains(said, "today") && !strings.Contains(said, "yesterday")
}

// sameInPast are verbs whose past is written like their present.
var sameInPast = []string{"beat", "bet", "burst", "bid", "cast", "cost", "cut", "hit", "hurt", "let", "put", "quit", "read", "rid", "set", "shed", "shut", "split", "spread", "thrust"}

// fourDigits reports a year in a date's words.
func fourDigits(s string) bool {
	n := 0
	for _, r := range s {
		if n++; r < '0' || r > '9' {
			n = 0
		}
		if n == 4 {
			return true
		}
	}
	return false
}

// gerundFirst reports a gerund that opens its sentence as the subject of what comes
// behind it: "Attacking the port would strain relations" tells of no attack.
func (e *extractor) gerundFirst(cl *text.Clause) bool {
	v := cl.Verb
	if e.s.Tokens[v].XPOS != "VBG" || len(cl.Aux)+len(cl.Subj) > 0 || v > 0 && e.s.Tokens[v-1].UPOS != "PUNCT" {
		return false
	}
	for t := v + 1; t < len(e.s.Tokens); t++ {
		switch x := &e.s.Tokens[t]; {
		case x.Text == "," && e.resumesWith(t+1):
			return true
		case x.Text == "," || x.UPOS == "SCONJ" || x.XPOS == "WP" || x.XPOS == "WDT":
			return false
		case x.XPOS == "MD" || x.UPOS == "AUX" && x.XPOS != "VBN" && x.XPOS != "VBG":
			return true
		case x.UPOS == "VERB" && (x.XPOS == "VBZ" || x.XPOS == "VBP" || x.XPOS == "VBD"):
			return true
		}
	}
	return false
}

// resumesWith reports that behind the aside which begins at token t, and ends at a comma,
// a finite verb follows at once: "Attacking X, where it has a port, would".
func (e *extractor) resumesWith(t int) bool {
	for ; t+1 < len(e.s.Tokens); t++ {
		if e.s.Tokens[t].Text == "," {
			x := &e.s.Tokens[t+1]
			return x.XPOS == "MD" || x.UPOS == "AUX" || x.XPOS == "VBZ"
		}
	}
	return false
}

// meantTo reports a word that stands between "be" and "to" and looks ahead.
func (e *extractor) meantTo(tok int) bool {
	switch e.s.Tokens[tok].Lower {
	case "going", "about", "due", "set", "supposed", "meant", "expected", "scheduled", "poised", "slated", "bound":
		return true
	}
	return false
}
