package brief

import (
	"cmp"
	"slices"
	"strings"
	"tocsin"
)

// section is a section before it is cut to length: its candidates, best first,
// and how many words it may fill before the others had their turn.
type section struct {
	title string
	words int
	from  []draft
	taken []draft
}

// sections lists the candidates of every section but the bottom line.
func (w *writer) sections() []*section {
	contra := append(w.contradictions(), w.rivals()...)
	worse := w.measures(TopicTempo, TopicReach)
	var claims []draft
	for _, v := range w.verdicts {
		change := v.Claim != nil && (v.Claim.Form == tocsin.FormChange || v.Claim.Form == tocsin.FormRate)
		if len(w.measures(TopicTempo)) == 0 && change && v.Verdict != tocsin.CannotBeMeasured {
			worse = append(worse, w.tellVerdict(v))
			continue
		}
		claims = append(claims, w.tellVerdict(v))
	}
	return []*section{
		{title: "What happened and who says so", words: 115, from: w.happened()},
		{title: "Who is who", words: 60, from: w.whoIsWho()},
		{title: "Is it getting worse, and where", words: 112, from: worse},
		{title: "Do the claims hold", words: 160, from: claims},
		{title: "What came before and what may come next", words: 95, from: w.beforeAndNext()},
		{title: "Contradictions side by side", words: 75, from: contra},
		{title: "Open questions", words: 42, from: w.questions()},
		{title: "Data used", words: 75, from: w.tellData()},
	}
}

// pick returns the items of which keep holds.
func (w *writer) pick(keep func(item) bool) []item {
	var out []item
	for _, it := range w.items {
		if keep(it) {
			out = append(out, it)
		}
	}
	return out
}

func (w *writer) tellAll(items []item) []draft {
	var out []draft
	for _, g := range grouped(items) {
		out = append(out, w.tell(g))
	}
	return out
}

// happened tells the events near the knowledge date, each once.
func (w *writer) happened() []draft {
	items := w.pick(func(it item) bool {
		return it.st.Kind == tocsin.KindEvent && !it.vague() && !past(it, w.in.At)
	})
	byRank(items, w.in.At)
	return w.tellAll(items)
}

// whoIsWho tells who leads and belongs to what, by which other name. Traits
// other than roles and ranks say too little for their room, and an accusation
// is told only where its speaker is.
func (w *writer) whoIsWho() []draft {
	order := []string{"leads", "figurehead_of", "member_of", "part_of", "role", "alias_of", "supports", "opposes", "contact", "rank", "accused_of"}
	items := w.pick(func(it item) bool {
		if it.st.Kind != tocsin.KindTie && it.st.Kind != tocsin.KindTrait || it.vague() || w.paired[it.place()] {
			return false
		}
		return slices.Contains(order, it.st.Rel) && (it.st.Rel != "accused_of" || len(it.st.Says) > 0) &&
			(it.whole || words(it.quote()) >= 5)
	})
	slices.SortStableFunc(items, func(a, b item) int {
		return cmp.Or(cmp.Compare(slices.Index(order, a.st.Rel), slices.Index(order, b.st.Rel)), cmp.Compare(b.rep.Published, a.rep.Published))
	})
	return w.tellAll(items)
}

// beforeAndNext tells what followed earlier events of the kind, what is said
// to have led to what, and what may come, that on a condition first.
func (w *writer) beforeAndNext() []draft {
	next := w.pick(func(it item) bool { return it.st.Kind == tocsin.KindOutlook && !it.vague() })
	slices.SortStableFunc(next, func(a, b item) int {
		return cmp.Or(cmp.Compare(unconditional(a), unconditional(b)), cmp.Compare(b.rep.Published, a.rep.Published))
	})
	before := w.pick(func(it item) bool {
		return !it.vague() && (it.st.Kind == tocsin.KindCause || it.st.Kind == tocsin.KindEvent && it.st.Act == "coup" && past(it, w.in.At))
	})
	slices.SortStableFunc(before, func(a, b item) int { return cmp.Compare(len(a.st.Kind), len(b.st.Kind)) })
	then := append(w.measures(TopicPrecedent), w.tellAll(before)...)
	return append(w.measures(TopicCoups), alternate(w.tellAll(next), then)...)
}

func unconditional(it item) int {
	if it.st.Condition != nil {
		return 0
	}
	return 1
}

// alternate takes from both lists in turn, so that room runs out for both alike.
func alternate(a, b []draft) []draft {
	var out []draft
	for i := range max(len(a), len(b)) {
		if i < len(a) {
			out = append(out, a[i])
		}
		if i < len(b) {
			out = append(out, b[i])
		}
	}
	return out
}

func (w *writer) questions() []draft {
	items := w.pick(func(it item) bool {
		return !it.vague() && (it.st.Kind == tocsin.KindQuestion || it.st.Certainty.Basis == "no_evidence")
	})
	return w.tellAll(items)
}

// bottomLine says in short what the sections below it hold, and nothing else.
func (w *writer) bottomLine(below []*section) []draft {
	var out []draft
	for _, s := range below {
		for _, d := range s.taken {
			if d.at != nil && d.at.st.Kind == tocsin.KindEvent && s == below[0] && len(out) == 0 {
				out = append(out, topEvent(d))
			}
		}
	}
	var told []*tocsin.Verdict
	for _, s := range below {
		for _, d := range s.taken {
			if d.verdict != nil {
				told = append(told, d.verdict)
			}
		}
	}
	for _, v := range told {
		if v.Claim != nil && v.Claim.Form == tocsin.FormChange && v.Verdict != tocsin.CannotBeMeasured {
			words := map[string]string{tocsin.Holds: "holds", tocsin.DoesNotHold: "does not hold", tocsin.Partly: "holds only in part"}[v.Verdict]
			out = append(out, draft{typ: Measured, text: "In this data, “" + short(Clean(v.Text), 20) + "” " + words + ".", cites: []Citation{verdictCite(v)}, reviewed: true})
			break
		}
	}
	// All that were tested are counted, not only those with room below: the
	// order in which they are told would make the count one-sided.
	if all := w.verdicts; len(all) > 0 {
		d := draft{typ: Judged, text: "Of " + plural(len(all), "claim") + " tested, " + countVerdicts(all) + ".", reviewed: true}
		for _, v := range all {
			d.cites = append(d.cites, verdictCite(v))
		}
		out = append(out, d)
	}
	return append(out, disagreement(below)...)
}

// disagreement counts the contradictions that are set side by side.
func disagreement(below []*section) []draft {
	d := draft{typ: Judged, reviewed: true}
	n := 0
	for _, s := range below {
		for _, c := range s.taken {
			if s.title == "Contradictions side by side" && c.at == nil {
				n++
				d.reviewed = d.reviewed && c.reviewed
				d.cites = append(d.cites, c.cites...)
			}
		}
	}
	if n == 0 {
		return nil
	}
	d.text = "The reports contradict one another on " + plural(n, "point") + " set side by side below."
	return []draft{d}
}

// topEvent names the first event told below, its day and how many reports tell
// of it; it says "at second hand or hedged" unless all state it.
func topEvent(d draft) draft {
	st := d.at.st
	text := plural(len(d.cites), "report") + " here tell"
	if len(d.cites) == 1 {
		text += "s"
	}
	text += " of "
	if st.Certainty.Polarity != "is" || st.Certainty.Degree != "certain" || len(st.Says) > 0 {
		text += "what is hedged, denied or at second hand, read as "
	}
	text += actNoun(st.Act)
	if st.When.Precision == "day" && st.When.From == st.When.To && !st.When.From.IsZero() {
		text += " on " + day(st.When.From)
	}
	return draft{typ: Judged, text: text + ".", cites: d.cites, reviewed: d.reviewed}
}

// actNoun words an act of the codebook: "a coup", "an assault".
func actNoun(act string) string {
	act = strings.ReplaceAll(act, "_", " ")
	if act != "" && strings.ContainsAny(act[:1], "aeiou") {
		return "an act of " + act
	}
	if act == "coup" || act == "protest" || act == "strike" || act == "visit" || act == "resignation" {
		return "a " + act
	}
	return "an act of " + act
}
