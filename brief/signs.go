package brief

import (
	"cmp"
	"slices"
	"strings"
	"tocsin"
)

// signNouns words an act that may come as what one would see of it.
var signNouns = map[string]string{"negotiation": "talks", "agreement": "an agreement", "withdrawal": "a withdrawal", "coup": "a coup", "mutiny": "a mutiny",
	"protest": "protests", "riot": "riots", "strike": "a strike", "assault": "attacks", "clash": "clashes", "resignation": "a resignation", "arrest": "arrests",
	"release": "a release", "ceasefire": "a ceasefire", "election": "an election", "sanction": "sanctions", "mobilisation": "a mobilisation", "expulsion": "an expulsion"}

// longestSign is the most words of an aim or outlook that is told as a sign.
const longestSign = 20

// sign is what one would see if an outlook or aim came true, "" where the
// statement names no act that could be seen.
func sign(it item) string {
	st := it.st
	if st.Kind != tocsin.KindOutlook && st.Kind != tocsin.KindAim || st.Content == nil || st.Group != "" || it.vague() ||
		st.Certainty.Polarity == "is_not" || st.Content.Certainty.Polarity == "is_not" || words(it.quote()) > longestSign {
		return ""
	}
	if st.Kind == tocsin.KindAim && (!it.whole || len(st.Actors) == 0 || st.Actors[0].How != "named") {
		return ""
	}
	return signNouns[st.Content.Act]
}

// watch tells what to look out for: how near and how far the data would have to
// lie, what the reports leave open, and what they say somebody wants or expects.
func (w *writer) watch() []draft {
	questions := w.pick(func(it item) bool { return it.st.Kind == tocsin.KindQuestion && !it.vague() })
	for i, it := range questions {
		questions[i] = whether(it)
	}
	slices.SortStableFunc(questions, func(a, b item) int { return cmp.Compare(openness(a), openness(b)) })
	signs := w.pick(func(it item) bool { return sign(it) != "" && !past(it, w.in.At) && !w.came(it) })
	slices.SortStableFunc(signs, func(a, b item) int { return cmp.Compare(b.rep.Published, a.rep.Published) })
	var told []draft
	seen := make(map[string]bool)
	for _, it := range signs {
		noun := sign(it)
		if seen[noun] {
			continue // one example of each
		}
		seen[noun] = true
		d := w.tell([]item{it})
		d.typ = Judged
		d.text = "A sign: " + noun + "; " + w.by(it) + strings.TrimPrefix(d.text, upperFirst(w.by(it)))
		told = append(told, d)
	}
	return slices.Concat(w.measures(TopicSigns), alternate(w.tellAll(questions), told))
}

// came reports whether a later report tells that what an aim or outlook is about
// has happened.
func (w *writer) came(it item) bool {
	if w.latest == nil {
		w.latest = make(map[string]tocsin.Date)
		for _, o := range w.items {
			if o.st.Kind == tocsin.KindEvent && firm(o.st) {
				w.latest[o.st.Act] = max(w.latest[o.st.Act], o.rep.Published)
			}
		}
	}
	return w.latest[it.st.Content.Act] > it.rep.Published
}

// whether cuts a question down to what it asks, where its sentence tells of
// something else first.
func whether(it item) item {
	at := strings.Index(it.st.Quote, "whether ")
	sentence, ok := sentenceOf(it.rep.Text, it.st.Span)
	if at <= 0 || !ok || it.st.Span.In(it.rep.Text) != it.st.Quote {
		return it
	}
	span := tocsin.Span{it.st.Span[0] + at, it.st.Span[1]}
	clause := span.In(it.rep.Text)
	if words(clause) < 8 || pointsOut(clause) || words(sentence.In(it.rep.Text)) <= shortSentence {
		return it
	}
	it.span, it.whole, it.folded = span, false, norm(clause)
	return it
}

// openness puts first the questions that say what is asked.
func openness(it item) int {
	if strings.HasPrefix(it.folded, "whether ") {
		return 0
	}
	return 1
}
