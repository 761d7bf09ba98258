package brief

import (
	"cmp"
	"slices"
	"strings"
	"tocsin"
)

// section is a section before it is cut to length: its candidates, best first,
// how many words it may fill before the others had their turn, and when its
// turn is: what is chosen first keeps others from telling it again.
type section struct {
	title string
	words int
	turn  int
	late  int // its turn for the room that the first round leaves
	from  []draft
	taken []draft
}

// watchTitle heads the section on what to look out for.
const watchTitle = "What to watch"

// sections lists the candidates of every section but the bottom line and who is
// who, in the order of the page.
func (w *writer) sections() []*section {
	contra := w.contradictions() // first: what it sets side by side is not told again
	worse := append(w.changes(), w.measures(TopicReach, TopicTempo)...)
	return []*section{
		{title: "What happened and who says so", words: 72, turn: 0, late: 1, from: w.happened()},
		{title: "Is it getting worse, and where", words: 175, turn: 1, late: 4, from: worse},
		{title: "Do the claims hold", words: 80, turn: 2, late: 5, from: w.tests()},
		{title: "What came before and what may come next", words: 115, turn: 3, late: 3, from: w.beforeAndNext()},
		{title: "Contradictions side by side", words: 120, turn: 0, late: 5, from: contra},
		{title: watchTitle, words: 110, turn: 4, late: 2, from: w.watch()},
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
	if w.toldEvents == nil {
		w.toldEvents = w.eventsNear()
	}
	return slices.Clone(w.toldEvents)
}

// eventsNear is happened, worked out anew. What contradictions set side by side is
// not among it, so they come first.
func (w *writer) eventsNear() []draft {
	items := w.pick(func(it item) bool {
		return it.st.Kind == tocsin.KindEvent && !it.vague() && !past(it, w.in.At) && !w.refuted(it) &&
			(it.st.Act == "coup" || !w.paired[it.place()])
	})
	byRank(items, w.in.At)
	items = slices.DeleteFunc(items, func(it item) bool { return it.st != items[0].st && namesAgain(it.st, items[0].st) })
	ties := w.pick(func(it item) bool {
		return it.st.Kind == tocsin.KindTie && it.st.Rel == "party_to" && !it.vague() && it.whole ||
			it.st.Kind == tocsin.KindTrait && it.st.Rel == "accused_of" && len(it.st.Says) > 0 && !it.vague()
	})
	nothing := w.pick(func(it item) bool { return it.st.Certainty.Basis == "no_evidence" && !it.vague() })
	list := w.tellAll(items)
	n := min(len(list), 2)
	return slices.Concat(list[:n], w.rivals(false), w.tellAll(nothing), list[n:], w.tellAll(ties))
}

// namesAgain reports whether a statement only names the event that another
// tells: the same act without a day and without named actors, "the coup".
func namesAgain(st, of *tocsin.Statement) bool {
	return st.Act == of.Act && st.When.From.IsZero() && !of.When.From.IsZero() && len(st.Actors) == 0
}

// changes are the verdicts on claims that something grew or fell.
func (w *writer) changes() (out []draft) {
	for _, v := range w.verdicts {
		if isChange(v) {
			out = append(out, w.tellVerdict(v))
		}
	}
	return out
}

func isChange(v *tocsin.Verdict) bool {
	return v.Claim != nil && (v.Claim.Form == tocsin.FormChange || v.Claim.Form == tocsin.FormRate) && v.Verdict != tocsin.CannotBeMeasured
}

// tests are the other verdicts: one by one those that do not hold or hold in
// part and those of time and number that hold; in one sentence the places that
// lie where the reports say. What could not be measured the bottom line names.
func (w *writer) tests() (out []draft) {
	var placed, dates []*tocsin.Verdict
	for _, v := range w.verdicts {
		switch {
		case isChange(v) || v.Verdict == tocsin.CannotBeMeasured:
		case v.Verdict == tocsin.Holds && v.Claim != nil && slices.Contains([]tocsin.Form{tocsin.FormWithin, tocsin.FormDistance, tocsin.FormDirection}, v.Claim.Form):
			placed = append(placed, v)
		case v.Verdict == tocsin.Holds && v.Claim != nil && v.Claim.Form == tocsin.FormDate:
			dates = append(dates, v)
		default:
			out = append(out, w.tellVerdict(v))
		}
	}
	out = slices.Concat(out, w.together("Places lie as claimed in ", placed))
	for _, v := range dates {
		out = append(out, w.tellVerdict(v))
	}
	return out
}

// maxTogether is how many verdicts one sentence tells of.
const maxTogether = 3

// together tells verdicts of one outcome in one sentence.
func (w *writer) together(lead string, list []*tocsin.Verdict) (out []draft) {
	for part := range slices.Chunk(list, maxTogether) {
		if len(part) == 1 {
			out = append(out, w.tellVerdict(part[0]))
			continue
		}
		d := draft{typ: Measured, reviewed: true, verdict: part[0]}
		var says []string
		for _, v := range part {
			it := w.byID[v.Statement]
			said := w.claimed(v, it, v.Text)
			if v.Claim != nil && v.Claim.Form == tocsin.FormCount {
				said = strings.TrimSuffix(w.subject(v, it), ",")
			}
			if v.Claim != nil {
				said += untested(v, v.Claim.Places)
			}
			if why := reasonFor(v); why != "" {
				said += " (" + why + ")"
			}
			says = append(says, said)
			d.cites = append(d.cites, verdictCite(v), w.claimCite(it, v))
			d.reviewed = d.reviewed && it.reviewed
		}
		d.text = lead + strings.Join(says[:len(says)-1], ", ") + " and " + says[len(says)-1] + "."
		out = append(out, d)
	}
	return out
}

// reasonFor is the evidence on one of several verdicts of a sentence; that a
// place lies where the claim puts it needs no second saying.
func reasonFor(v *tocsin.Verdict) string {
	if v.Verdict == tocsin.Holds && v.Claim != nil && v.Claim.Form == tocsin.FormWithin && !strings.Contains(v.Sentence, "middle") {
		return ""
	}
	why := unasked(dataLess(evidence(v)))
	return why
}

// dataLess takes "In this data" off a clause that stands in a sentence about
// the data.
func dataLess(s string) string {
	for _, p := range []string{"In this data, ", "In this data "} {
		if rest, ok := strings.CutPrefix(s, p); ok {
			return rest
		}
	}
	return s
}

// beforeAndNext tells what followed earlier events of the kind, what is said
// to have led to what, and what may come: rival outlooks first, then those that
// hang on a condition.
func (w *writer) beforeAndNext() []draft {
	next := w.pick(func(it item) bool {
		return it.st.Kind == tocsin.KindOutlook && !it.vague() && it.st.Group == "" && sign(it) == ""
	})
	near := make(map[string][]item) // by report
	for _, it := range next {
		near[it.rep.ID] = append(near[it.rep.ID], it)
	}
	weight := make(map[string]int) // of the longest clause around each outlook
	next = slices.DeleteFunc(next, func(it item) bool {
		at := it
		for _, o := range near[it.rep.ID] {
			if o.span != at.span && o.span.Contains(at.span) {
				at = o
			}
		}
		n, seen := weight[at.place()]
		if !seen || foresight(it) < n {
			weight[at.place()] = foresight(it)
		}
		return at.span != it.span || slices.ContainsFunc(w.beside(it.rep.ID), func(o item) bool {
			return o.span.Contains(it.span) && sign(o) != ""
		})
	})
	slices.SortStableFunc(next, func(a, b item) int {
		return cmp.Or(cmp.Compare(weight[a.place()], weight[b.place()]), cmp.Compare(b.rep.Published, a.rep.Published))
	})
	before := w.pick(func(it item) bool {
		return !it.vague() && !w.refuted(it) && (it.st.Kind == tocsin.KindCause || it.st.Kind == tocsin.KindEvent && it.st.Act == "coup" && past(it, w.in.At))
	})
	slices.SortStableFunc(before, func(a, b item) int { return cmp.Compare(len(a.st.Kind), len(b.st.Kind)) })
	views := append(w.rivals(true), w.tellAll(next)...)
	then := append(w.tellAll(before), w.measures(TopicCoups)...)
	n := min(len(views), 2)
	return slices.Concat(w.precedents(), views[:n], alternate(then, views[n:]))
}

// foresight puts outlooks that name a condition first, then those that name
// whom they are about, and what is only said to be certain last.
func foresight(it item) int {
	n := 2
	named := func(m tocsin.Mention) bool { return m.How == "named" }
	if f := it.st.Content; f != nil && (slices.ContainsFunc(f.Actors, named) || slices.ContainsFunc(f.Recipients, named)) {
		n = 1
	}
	if it.st.Condition != nil && (it.st.Condition.Kind == "if" || it.st.Condition.Kind == "unless") {
		n = 0
	}
	if it.st.Certainty.Degree == "certain" {
		n += 3
	}
	return n
}

// coupLists are the datasets that list coups and no other events.
var coupLists = []string{"cline", "powell-thyne", "colpus"}

// precedents is what the data shows of earlier events of the kind, or why it
// shows nothing.
func (w *writer) precedents() []draft {
	if list := w.measures(TopicPrecedent); len(list) > 0 {
		return list
	}
	var why string
	var cites []Citation
	events, coups := false, false
	for _, d := range w.data {
		if d.From.IsZero() {
			continue
		}
		list := slices.Contains(coupLists, d.Dataset)
		events, coups = events || !list, coups || list
		cites = append(cites, Citation{Dataset: d.Dataset, Vintage: d.Vintage, Quote: dataFacts(d)})
	}
	switch {
	case !events && !coups:
		why = "this desk knew no event data and no coup list on " + day(w.in.At)
	case !events:
		why = "this desk knew no event data on " + day(w.in.At)
	case !coups:
		why = "this desk knew no coup list on " + day(w.in.At)
	default:
		why = "either no listed coup is a year old, or the event data spans the year before and the year after none of them"
	}
	if len(cites) == 0 {
		cites = []Citation{{Dataset: deskItself, Quote: why}}
	}
	return []draft{{typ: Judged, text: "Nothing is projected here, and no precedent was measured: " + why + ".", cites: cites, reviewed: true}}
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
