package brief

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"tocsin"
)

// denials says of whoever has a name and an introduction that nothing shows, or
// that it is denied, that he took part in what the brief is about: one sentence
// at most, the author's own first.
func (w *writer) denials() []draft {
	act := w.mainAct()
	people := w.people()
	items := w.pick(func(it item) bool {
		st := it.st
		if act == "" || it.vague() || len(st.Actors) == 0 || st.Actors[0].How != "named" ||
			st.Certainty.Basis != "no_evidence" && st.Certainty.Polarity != "is_not" || st.Act != act && (st.Content == nil || st.Content.Act != act) {
			return false
		}
		return slices.ContainsFunc(people, func(p *person) bool { return p.in(st) && len(p.intros) > 0 })
	})
	slices.SortStableFunc(items, func(a, b item) int { return cmp.Compare(len(a.st.Says), len(b.st.Says)) })
	list := w.tellAll(items)
	return list[:min(len(list), 1)]
}

// mainAct is the act of the event that the brief opens with.
func (w *writer) mainAct() string {
	for _, d := range w.mainEvent() {
		if d.at != nil {
			return d.at.st.Act
		}
	}
	return ""
}

// earlyShare is how much of a report, from its beginning, may hold the warning
// that it is written to give.
const earlyShare = 0.2

// warnings is the first thing that a report says early on, in its own voice, may
// come of it all: who writes a report puts first what the reader should know.
func (w *writer) warnings() []draft {
	var best *item
	for _, it := range w.items {
		d := it.st.Certainty.Degree
		if it.st.Kind != tocsin.KindOutlook || len(it.st.Says) > 0 || it.st.Group != "" || d != "possible" && d != "probable" ||
			it.st.Condition != nil && it.st.Condition.Kind == "if" || float64(it.st.Span[0]) > earlyShare*float64(len(it.rep.Text)) {
			continue
		}
		span, whole := hull(it.rep.Text, it.st.Span)
		if !whole {
			continue
		}
		it.span, it.whole, it.folded = span, true, norm(span.In(it.rep.Text))
		if !it.vague() && (best == nil || it.st.Span[0] < best.st.Span[0]) {
			best = &it
		}
	}
	if best == nil {
		return nil
	}
	return []draft{w.tell([]item{*best})}
}

// Of the claims that could not be measured so many reasons are named, each with
// so many claims, or with one where there are many in all, by so many words.
const (
	maxReasons    = 3
	claimsEach    = 2
	manyClaims    = 4
	wordsOfAClaim = 5
)

// unmeasured names the claims that could not be measured, with the reasons in
// few words.
func (w *writer) unmeasured() string {
	claims, total := make(map[string][]string), 0
	var order []string
	for _, v := range w.verdicts {
		if v.Verdict != tocsin.CannotBeMeasured {
			continue
		}
		text := tocsin.Clean(v.Text)
		if words(text) < 3 {
			text = tocsin.Clean(w.byID[v.Statement].st.Quote)
		}
		why, said := whyNot(v), "“"+short(text, wordsOfAClaim)+"”"
		if v.Claim != nil && v.Claim.Form == tocsin.FormCount && v.Claim.Op == ">=" && len(v.Claim.Places) > 0 {
			said += " as an event there"
		}
		if claims[why] == nil {
			order = append(order, why)
		}
		claims[why] = append(claims[why], said)
		total++
	}
	each := claimsEach
	if total > manyClaims {
		each = 1
	}
	var says []string
	for _, why := range order[:min(len(order), maxReasons)] {
		list := claims[why]
		says = append(says, strings.Join(list[:min(len(list), each)], " and ")+more(len(list)-each)+" ("+why+")")
	}
	if len(order) > maxReasons {
		says = append(says, "and others")
	}
	return strings.Join(says, ", ")
}

// more says how many are not named.
func more(n int) string {
	if n <= 0 {
		return ""
	}
	return fmt.Sprintf(" and %d more", n)
}

// unknownForm is how the check says that it knows no measure for a kind of claim.
var unknownForm = regexp.MustCompile(`^claims of the form (\w+)( about coups)? are not measured yet`)

// spokenOf repeats the claim within the reason.
var spokenOf = regexp.MustCompile(`what “[^”]*” speaks of`)

// whyNot says in few words why a claim could not be measured.
func whyNot(v *tocsin.Verdict) string {
	if rest := notTested(v); rest != "" {
		return "not tested: " + rest
	}
	s := unasked(v.Reason)
	if m := unknownForm.FindStringSubmatch(s); m != nil {
		return "a " + m[1] + " is not measured"
	}
	s = spokenOf.ReplaceAllString(s, "it")
	for _, end := range []string{"; ", " (", ", and ", ", so that "} {
		s, _, _ = strings.Cut(s, end)
	}
	return cmp.Or(short(strings.TrimSuffix(s, "."), 16), "no reason is given")
}

// hindsight says beside the bottom line which data may have come out after the
// reports that it is held against.
func (w *writer) hindsight() []draft {
	var unknown, later []string
	d := draft{typ: Judged, reviewed: true, key: "hindsight"}
	last := tocsin.Date(0)
	for _, it := range w.items {
		last = max(last, it.rep.Published)
	}
	for _, set := range w.data {
		switch {
		case timeless(set) == 1:
			continue
		case set.Released.IsZero():
			unknown = append(unknown, tocsin.Clean(set.Dataset))
		case set.Released > last:
			later = append(later, tocsin.Clean(set.Dataset))
		default:
			continue
		}
		d.cites = append(d.cites, Citation{Dataset: set.Dataset, Vintage: set.Vintage, Quote: dataFacts(set)})
	}
	var why []string
	if len(later) > 0 {
		why = append(why, strings.Join(later, " and ")+" came out after the reports")
	}
	if len(unknown) > 0 {
		why = append(why, "the release of "+strings.Join(unknown, " and ")+" is unknown")
	}
	if len(why) == 0 {
		return nil
	}
	d.text = "Hindsight is possible: " + strings.Join(why, "; ") + "."
	return []draft{d}
}
