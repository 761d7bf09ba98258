package check

import (
	"fmt"
	"slices"
	"strings"

	"tocsin"
	"tocsin/watch"
)

// coups judges claims about coups on every list that is loaded.
func (j *job) coups() answer {
	if len(j.c.lists) == 0 {
		return cannot("import a coup list with --coups FILE", "no coup list is loaded")
	}
	iso, ok, problem := j.ofCountry()
	if !ok && problem == "" {
		iso = j.c.countryOf(j.s, j.report)
		ok = iso != ""
	}
	if !ok {
		if problem == "" {
			problem = "the claim does not say in which country"
		}
		return cannot("name the country", problem, j.coupData()...)
	}
	var judge func(*coupList, coupKind, string) coupAnswer
	switch j.k.Form {
	case tocsin.FormDate:
		judge = j.coupDate
	case tocsin.FormLast:
		judge = j.coupLast
	case tocsin.FormFirst:
		judge = j.coupFirst
	case tocsin.FormCount, tocsin.FormRank:
		if j.k.Window == nil {
			return cannot("say from when to when the coups are counted", "the claim does not say when that coup was or over which years to count", j.coupData()...)
		}
		judge = j.coupCount
	case tocsin.FormDuration:
		judge = j.coupGap
	default:
		return cannot("reword it as a date, a first, a last or a number of coups", "claims of the form "+string(j.k.Form)+" about coups are not measured yet", j.coupData()...)
	}
	return j.overLists(iso, judge)
}

func (j *job) coupData() []tocsin.Dataset {
	var out []tocsin.Dataset
	for _, l := range j.c.lists {
		out = append(out, l.data)
	}
	return out
}

// A coupAnswer is what one list says.
type coupAnswer struct {
	verdict string
	says    string // in words, after the list's name: "has none in January 2012; the nearest is 2012-03-22"
	window  watch.Window
	value   *float64
	events  []string
}

// overLists asks every list, and where the text says only "coup", with and
// without failed attempts where the form needs it.
func (j *job) overLists(iso string, judge func(*coupList, coupKind, string) coupAnswer) answer {
	kinds := []coupKind{{j.k.Of.Act}}
	if j.k.Of.Act == "coup" && j.k.Form != tocsin.FormDate && !(j.k.Form == tocsin.FormDuration && (j.k.Than != nil || j.k.Window != nil && j.k.Window.Precision == "past")) {
		kinds = []coupKind{{"coup"}, {"successful coup"}}
	} else if j.k.Of.Act == "coup attempt" && j.k.Form == tocsin.FormCount {
		kinds = []coupKind{{"coup attempt"}, {"failed coup"}} // with those that succeeded or without
	}
	out := answer{unit: tocsin.Coups, data: j.coupData()}
	var differs, says, silent []string
	var span watch.Window
	for _, k := range kinds {
		for n, l := range j.c.lists {
			r := judge(l, k, iso)
			v := tocsin.Variation{Window: days(r.window), Filter: l.data.Dataset + ", " + k.words(), Value: r.value, Verdict: r.verdict}
			out.alternatives = append(out.alternatives, v)
			d := ""
			if k.act != kinds[0].act {
				d = "whether failed attempts count as coups"
			} else if n > 0 {
				d = "which list one follows"
			}
			differs = append(differs, d)
			span = r.window
			if r.verdict == tocsin.CannotBeMeasured {
				silent = append(silent, l.data.Dataset+" "+r.says)
				continue
			}
			if out.value == nil {
				out.value = r.value
			}
			if j.k.Form == tocsin.FormDuration {
				out.unit = j.k.Unit
			}
			if line := l.data.Dataset + " " + r.says; !slices.Contains(says, line) {
				says = append(says, line)
			}
			out.events = appendNew(out.events, r.events)
		}
	}
	out.verdict, out.turnsOn = combine(out.alternatives, differs)
	out.query = coupQuery(j.c.countryName(iso), span)
	if out.verdict == tocsin.CannotBeMeasured {
		out.reason = strings.Join(compact(silent), "; ") + "; import a list that covers the time with --coups FILE"
		return out
	}
	lead := ""
	if len(silent) > 0 {
		lead = "Not every list covers the claim: " + strings.Join(compact(silent), "; ") + ". "
	}
	out.sentence = fmt.Sprintf("%sIn this data on %s, %s: %s %s.", lead, j.c.countryName(iso), strings.Join(says, "; "),
		quoted(j.k.Text), verdictWords(out.verdict, out.turnsOn))
	return out
}

func (k coupKind) words() string {
	if k.act == "coup" {
		return "coups and attempts"
	}
	return k.act + "s"
}

func coupQuery(country string, w watch.Window) []string {
	q := []string{"watch", "coups", "--country", country}
	if !w.From.IsZero() {
		q = append(q, "--from", w.From.String())
	}
	if !w.Until.IsZero() {
		q = append(q, "--until", w.Until.String())
	}
	return q
}

func appendNew(list, more []string) []string {
	for _, s := range more {
		if !slices.Contains(list, s) {
			list = append(list, s)
		}
	}
	return list
}

func compact(list []string) []string { return appendNew(nil, list) }

// slipDays is by how much two lists may date one coup apart: such a slip is
// partly right, not false.
const slipDays = 2

// coupDate judges that there was one in the claim's window.
func (j *job) coupDate(l *coupList, k coupKind, iso string) coupAnswer {
	w := j.window()
	r := coupAnswer{window: w}
	if silent := l.silent(w); silent != "" {
		r.verdict, r.says = tocsin.CannotBeMeasured, silent
		return r
	}
	got := l.in(iso, k, w)
	r.value, r.events = tocsin.Number(float64(len(got))), coupIDs(got)
	if len(got) > 0 {
		r.verdict, r.says = tocsin.Holds, "dates it "+list(coupDates(got), "and")
		return r
	}
	e, off, any := l.nearest(iso, k, w)
	r.verdict, r.says = tocsin.DoesNotHold, fmt.Sprintf("has no %s %s", k.act, during(w))
	if any {
		r.says += fmt.Sprintf("; the nearest is of %s", e.date)
		r.events = []string{e.id}
	}
	switch {
	case any && off <= slipDays:
		r.verdict = tocsin.Partly
	case w.Until > l.data.To: // the window is open beyond the list's end
		r.verdict, r.says = tocsin.CannotBeMeasured, "ends "+l.data.To.String()+", before the claim's time does"
	case j.otherKind(l, k, iso, w) != "":
		r.says += "; " + j.otherKind(l, k, iso, w)
	}
	return r
}

// otherKind names what the list has in the window that the kind does not admit.
func (j *job) otherKind(l *coupList, k coupKind, iso string, w watch.Window) string {
	for _, e := range l.entries[iso] {
		if e.date < w.From || e.date > w.Until || k.admits(e) {
			continue
		}
		switch {
		case e.plot:
			return "it has a conspiracy on " + e.date.String() + ", which is no coup"
		case e.success:
			return "it has a successful coup on " + e.date.String()
		default:
			return "it has a failed attempt on " + e.date.String()
		}
	}
	return ""
}

// silent says why the list cannot speak about the window.
func (l *coupList) silent(w watch.Window) string {
	switch {
	case !w.From.IsZero() && w.From > l.data.To:
		return "ends " + l.data.To.String() + ", before the claim"
	case !w.Until.IsZero() && w.Until < l.data.From:
		return "begins " + l.data.From.String() + ", after the claim"
	}
	return ""
}

// coupLast judges that the latest one before the report, its own event left out
// unless the claim is about it, fell in the claim's window.
func (j *job) coupLast(l *coupList, k coupKind, iso string) coupAnswer {
	w := j.window()
	if w.From.IsZero() || w.Until.IsZero() {
		return coupAnswer{verdict: tocsin.CannotBeMeasured, says: "is asked for no time"}
	}
	until := l.data.To
	if pub := j.s.Published; !pub.IsZero() {
		until = pub
	}
	if own, ok := j.ownEvent(iso); ok && own > w.Until && !j.untilNow() {
		until = own.AddDays(-1)
	}
	if a := j.k.Window.Anchor; a != nil && a.Rel == "before" {
		if d, err := tocsin.ParseDate(a.Text); err == nil {
			until = min(until, d.AddDays(-1))
		}
	}
	r := coupAnswer{window: watch.Window{From: w.Until.AddDays(1), Until: until}}
	got := l.in(iso, k, watch.Window{Until: until})
	if len(got) == 0 {
		r.verdict, r.says = tocsin.DoesNotHold, "has none until "+until.String()
		if w.From < l.data.From || l.data.To < until {
			r.verdict, r.says = tocsin.CannotBeMeasured, "has none from "+l.data.From.String()+" to "+l.data.To.String()
		}
		return r
	}
	last := got[len(got)-1]
	r.events = []string{last.id}
	if r.window.From <= r.window.Until { // how many came after the time the claim names
		r.value = tocsin.Number(float64(len(l.in(iso, k, r.window))))
	}
	r.says = fmt.Sprintf("dates the last %s before that %s", kindWord(k), last.date)
	off := outside(last.date, w)
	fresh := j.noneSince() && sinceStart(j.k.Window.Text) && l.data.To.AddDays(366) >= until
	switch {
	case fresh && last.date >= w.From:
		r.verdict = tocsin.DoesNotHold
	case fresh && w.From > l.data.From:
		r.verdict = tocsin.Holds // none since is all that is said
	case off == 0 && l.data.To.AddDays(366) < until:
		r.verdict, r.says = tocsin.CannotBeMeasured, "ends "+l.data.To.String()+" and cannot show that none came later"
	case off == 0:
		r.verdict = tocsin.Holds
	case off <= slipDays:
		r.verdict = tocsin.Partly
	case j.noneSince() && last.date < w.From && l.data.To.AddDays(366) >= until:
		r.verdict = tocsin.Partly // none since is so, but none was then
	case last.date < w.From && w.From > l.data.To:
		r.verdict, r.says = tocsin.CannotBeMeasured, "ends "+l.data.To.String()+", before the claim"
	default:
		r.verdict = tocsin.DoesNotHold
	}
	return r
}

func kindWord(k coupKind) string {
	if k.act == "coup" || k.act == "coup attempt" {
		return "coup or attempt"
	}
	return k.act
}

// outside is by how many days a date misses a window.
func outside(d tocsin.Date, w watch.Window) int {
	switch {
	case !w.From.IsZero() && d < w.From:
		return int(w.From - d)
	case !w.Until.IsZero() && d > w.Until:
		return int(d - w.Until)
	}
	return 0
}

// coupFirst judges "the first coup since 1999" (none between, and one then) and
// "the first coup was in 1963" (none before, and one then).
func (j *job) coupFirst(l *coupList, k coupKind, iso string) coupAnswer {
	w := j.window()
	anchor := j.k.Window != nil && j.k.Window.Anchor != nil && j.k.Window.Anchor.Rel == "since"
	if !anchor {
		return j.coupEarliest(l, k, iso, w)
	}
	since := yearWindow(j.k.Window)
	until := firstDate(j.k.Window.To, j.s.Published, l.data.To)
	if own, ok := j.ownEvent(iso); ok && j.k.Window.To.IsZero() {
		until = own.AddDays(-1)
	}
	r := coupAnswer{window: watch.Window{From: since.From, Until: until}}
	if silent := l.silent(r.window); silent != "" || l.data.To.AddDays(366) < until {
		r.verdict, r.says = tocsin.CannotBeMeasured, "covers "+l.data.From.String()+" to "+l.data.To.String()
		return r
	}
	between := l.in(iso, k, watch.Window{From: since.Until.AddDays(1), Until: until})
	if to := j.k.Window.To; !to.IsZero() { // the claim's own event is the latest of them
		own := between
		if between = dropFrom(between, j.k.Window); len(own) == len(between) && len(own) == 0 {
			r.verdict, r.says = tocsin.DoesNotHold, "has no "+k.act+" by "+to.String()+" at the time the text gives it"
			return r
		}
	}
	then := l.in(iso, k, since)
	r.value, r.events = tocsin.Number(float64(len(between))), coupIDs(append(slices.Clone(then), between...))
	switch {
	case len(between) > 0:
		r.verdict, r.says = tocsin.DoesNotHold, "has others between: "+list(coupDates(between), "and")
	case len(then) == 0:
		r.verdict, r.says = tocsin.Partly, fmt.Sprintf("has none between, but none in %s either", days(since))
	default:
		r.verdict, r.says = tocsin.Holds, "has none after "+then[len(then)-1].date.String()
	}
	return r
}

// dropFrom removes the claim's own event, which lies at the end of its window.
func dropFrom(list []coupEntry, w *tocsin.When) []coupEntry {
	for len(list) > 0 && int(w.To-list[len(list)-1].date) <= ownSpan(w) {
		list = list[:len(list)-1]
	}
	return list
}

// ownSpan is how many days before the window's end the claim's event may lie.
func ownSpan(w *tocsin.When) int {
	switch w.Precision {
	case "day":
		return 0
	case "month":
		return 31
	}
	return 366
}

// yearWindow is the time that "since" names: the year, month or day it is known by.
func yearWindow(w *tocsin.When) watch.Window {
	from := w.From
	if t := w.Anchor.Text; len(t) == 4 {
		return watch.Window{From: from, Until: from.AddMonths(12).AddDays(-1)}
	}
	return watch.Window{From: from, Until: from.MonthEnd()}
}

func (j *job) coupEarliest(l *coupList, k coupKind, iso string, w watch.Window) coupAnswer {
	r := coupAnswer{window: watch.Window{Until: w.From.AddDays(-1)}}
	if w.From.IsZero() {
		r.verdict, r.says = tocsin.CannotBeMeasured, "is asked for no date"
		return r
	}
	if silent := l.silent(w); silent != "" {
		r.verdict, r.says = tocsin.CannotBeMeasured, silent
		return r
	}
	got := l.in(iso, k, watch.Window{})
	switch {
	case len(got) == 0:
		r.verdict, r.says = tocsin.DoesNotHold, "has none"
	case outside(got[0].date, w) == 0:
		r.verdict, r.says = tocsin.Holds, "begins "+l.data.From.String()+" and dates the first "+got[0].date.String()
	default:
		r.verdict, r.says = tocsin.DoesNotHold, "dates the first "+got[0].date.String()
	}
	if len(got) > 0 {
		r.events, r.value = []string{got[0].id}, tocsin.Number(float64(len(l.in(iso, k, r.window))))
	}
	return r
}
