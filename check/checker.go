package check

import (
	"context"
	"regexp"
	"slices"
	"strings"
	"sync"

	"tocsin"
	"tocsin/actor"
	"tocsin/gazetteer"
	"tocsin/watch"
)

// oneOf is a count of one in a sentence that was made for many.
var oneOf = regexp.MustCompile(`\bthere are 1 (event|death|attack|civilian death)s\b`)

// Options is what a Checker judges on. Events and Coups may be absent: claims
// that need them then cannot be measured, and say what to import.
type Options struct {
	Gazetteer *gazetteer.Gazetteer
	HasPlaces bool             // a GeoNames dump was loaded over the embedded towns
	PlaceData []tocsin.Dataset // the dumps, or nothing for the embedded towns alone
	Actors    *actor.Registry
	Events    *watch.Table
	EventData tocsin.Dataset   // of Events
	EventSets []tocsin.Dataset // instead of EventData, where Events holds several files
	Coups     []tocsin.DataEvent
	CoupData  []tocsin.Dataset // one per list in Coups
	At        tocsin.Date      // knowledge date: data released later is not used; zero: all counts
	Args      []string         // data flags for Verdict.Query: "--events", "ged.csv.gz"
}

// A Checker judges statements. It is safe for use by several goroutines.
type Checker struct {
	o      Options
	events *eventData
	lists  []*coupList
	units  sync.Map // ID of a place → *unitScope, made when first asked for
}

// New prepares a Checker. It reads the table once.
func New(o Options) (*Checker, error) {
	if o.Gazetteer == nil {
		return nil, tocsin.Errorf(tocsin.Invalid, "pass a gazetteer", "check: no gazetteer")
	}
	if o.Actors == nil {
		return nil, tocsin.Errorf(tocsin.Invalid, "pass a registry of actors", "check: no actors")
	}
	c := &Checker{o: o}
	if o.Events != nil && o.Events.Len() > 0 && known(o.EventData, o.At) {
		c.events = c.indexEvents()
	}
	c.lists = c.indexCoups()
	return c, nil
}

// known reports whether a dataset counts at the knowledge date. One whose
// release is unknown counts at every date.
func known(d tocsin.Dataset, at tocsin.Date) bool {
	return at.IsZero() || d.Released.IsZero() || d.Released <= at
}

// Check returns a verdict for each claim that the statements make, in their
// order. Outlooks, questions, aims, causes and conditional statements are not
// judged; nor is an event whose content a claim of the same report repeats.
func (c *Checker) Check(ctx context.Context, statements []tocsin.Statement) ([]tocsin.Verdict, error) {
	reports := groupReports(statements)
	out := []tocsin.Verdict{}
	of := map[string][]tocsin.Verdict{} // by report
	in := []string{}
	for i := range statements {
		if err := ctx.Err(); err != nil {
			return out, err
		}
		s := &statements[i]
		b := reports[s.Report]
		for _, k := range c.claimsOf(s, b) {
			j := &job{c: c, s: s, k: k, report: b}
			if v := j.verdict(); !presupposed(&v) {
				out, in = append(out, v), append(in, s.Report)
				of[s.Report] = append(of[s.Report], v)
			}
		}
	}
	told := []tocsin.Verdict{}
	for i := range out {
		if !background(&out[i], of[in[i]]) {
			unfinished(&out[i], of[in[i]])
			reports[in[i]].halfTold(&out[i], of[in[i]])
			told = append(told, out[i])
		}
	}
	return told, nil
}

// A reportGroup is the statements of one report: what its claims are read beside.
type reportGroup struct {
	statements []*tocsin.Statement
	country    string // ISO2, found on demand
	looked     bool
	seen       map[string]bool // claims that already have a verdict
}

func groupReports(list []tocsin.Statement) map[string]*reportGroup {
	m := map[string]*reportGroup{}
	for i := range list {
		b := m[list[i].Report]
		if b == nil {
			b = &reportGroup{seen: map[string]bool{}}
			m[list[i].Report] = b
		}
		b.statements = append(b.statements, &list[i])
	}
	return m
}

// A job is one claim on its way to a verdict.
type job struct {
	c      *Checker
	s      *tocsin.Statement
	k      tocsin.Claim
	report *reportGroup
	unit   *unitScope // the province that the claim is about, where its rows are chosen
	border int        // by which of its borders
	lands  []string   // the countries of the part of the world that the claim is about
}

// An answer is what a form's method found.
type answer struct {
	verdict      string
	reason       string
	turnsOn      string
	alternatives []tocsin.Variation
	value        *float64
	unit         tocsin.Unit
	low, high    *float64
	events       []string
	query        []string // words of the command after "tocsin"
	data         []tocsin.Dataset
	sentence     string
}

// cannot is the answer where nothing could be measured; todo says what to import
// or how to reword.
func cannot(todo, reason string, data ...tocsin.Dataset) answer {
	if todo != "" {
		reason += "; " + todo
	}
	return answer{verdict: tocsin.CannotBeMeasured, reason: reason, data: data}
}

// maxEvents bounds the rows a verdict lists as evidence.
const maxEvents = 200

func (j *job) verdict() tocsin.Verdict {
	a := j.answer()
	prefix := ""
	if j.s.Certainty.Polarity == "is_not" && !j.saysNone() && a.verdict != tocsin.CannotBeMeasured {
		a.verdict = opposite(a.verdict)
		for i := range a.alternatives {
			a.alternatives[i].Verdict = opposite(a.alternatives[i].Verdict)
		}
		prefix = "The text denies it, so the verdict is turned round. "
	}
	j.weigh(&a)
	if n := len(j.s.Says); n > 0 {
		prefix = "Judged is what " + speaker(j.s.Says[n-1]) + " said, not that it was said. " + prefix
	}
	if a.sentence == "" {
		a.sentence = "In this data the claim cannot be measured: " + a.reason + "."
	}
	if len(a.events) > maxEvents {
		a.events = a.events[:maxEvents]
	}
	k := j.k
	v := tocsin.Verdict{Statement: j.s.ID, Text: k.Text, Claim: &k, Verdict: a.verdict, Reason: a.reason,
		TurnsOn: a.turnsOn, Alternatives: a.alternatives, Value: a.value, Unit: a.unit, Low: a.low, High: a.high,
		Events: a.events, Data: a.data, AsOf: j.s.Published, Sentence: prefix + oneOf.ReplaceAllString(a.sentence, "there is 1 $1")}
	if len(a.query) > 0 {
		v.Query = j.c.command(a.query)
	}
	for _, d := range a.data {
		v.Hindsight = v.Hindsight || d.Released.IsZero() || d.Released > j.s.Published
	}
	v.ID = v.ComputeID()
	return v
}

// noneSince reports a claim that already says "none since": the denial of its text
// is in it.
func (j *job) noneSince() bool {
	return j.k.Form == tocsin.FormLast && j.k.Window != nil && j.k.Window.Anchor != nil && j.k.Window.Anchor.Rel == "since"
}

// saysNone reports a claim that has the denial of its text in it: "none since", "no
// country had more", "had never ... before"; and a text that denies nothing: "nearly
// tripled".
func (j *job) saysNone() bool {
	q := " " + strings.ToLower(j.s.Quote) + " "
	if j.k.Of != nil && strings.Contains(j.k.Of.Act, "coup") && strings.Contains(q, " ") && len(q) > 4 &&
		!contains(q, []string{" no ", " not ", "n't ", "n’t ", " never ", " none ", " nor ", " without ", " denied ", " deny ", " denies "}) {
		return true // that a coup failed or was foiled is no denial of it
	}
	for _, bound := range bounding {
		if strings.Contains(q, bound) && !contains(strings.ReplaceAll(q, bound, " "), denials) {
			return true // "not even 40 km" denies nothing
		}
	}
	if j.ofItems() {
		return true
	}
	if j.k.Unit == tocsin.Bearing && j.k.Of != nil && strings.HasPrefix(j.k.Op, "<") {
		return true // that it never came so far is in the claim
	}
	if j.k.Form == tocsin.FormCount && j.k.Unit == tocsin.Coups && j.k.Value != nil && *j.k.Value == 0 {
		return true // that there were none is the number
	}
	if j.k.Form == tocsin.FormCount && j.k.Novelty == "again" && contains(q, []string{" no ", " none ", " never ", " not ", "n't ", "n’t ", " without "}) {
		return true // no month without so many: each month has as many
	}
	return j.noneSince() || j.k.Form == tocsin.FormDuration || j.k.Form == tocsin.FormRank && (j.k.Than != nil || contains(q, []string{" no year ", " no month ", " not since ", " none of the ", " no other ", " nowhere ", " no country ", " no deadlier ", " no bloodier ", " no worse ", " no quieter ", " no calmer "}) || j.k.Form == tocsin.FormRank && contains(q, []string{" than ", " as ", " so many "}) && contains(q, []string{" never ", " not ", "n't ", "n’t ", " nor ", " none "})) || j.k.Form == tocsin.FormFirst && !strings.Contains(q, " first ") ||
		contains(q, []string{" nearly ", " almost "}) && !contains(q, denials)
}

// denials are the words that deny; without one of them a text denies nothing.
var denials = []string{" no ", " not ", "n't ", "n’t ", " never ", " none ", " nor ", " neither ", " without ", " nobody ", " nothing ", "cannot", " denied ", " deny ", " denies ", " false", " untrue", " fail"}

// untilNow reports a "none since" that reaches to the report's own day: "has had no
// coup since", but not the "had had none" of what went before its own event.
func (j *job) untilNow() bool {
	q := strings.NewReplacer("has had", "", "have had", "").Replace(" " + strings.ToLower(j.s.Quote))
	return j.noneSince() && !strings.Contains(q, " had no") && !strings.Contains(q, " had been") && !strings.Contains(q, " had seen") &&
		!strings.Contains(q, " had never") && !strings.Contains(q, " hadn't")
}

func speaker(s tocsin.Speaker) string {
	if s.Text != "" {
		return s.Text
	}
	return "an unnamed source"
}

func opposite(verdict string) string {
	switch verdict {
	case tocsin.Holds:
		return tocsin.DoesNotHold
	case tocsin.DoesNotHold:
		return tocsin.Holds
	}
	return verdict
}

// answer chooses the method by the form of the claim.
func (j *job) answer() answer {
	coup := j.k.Of != nil && strings.Contains(j.k.Of.Act, "coup")
	switch {
	case j.k.Form == tocsin.FormDistance && j.k.Of == nil:
		return j.distance()
	case j.k.Form == tocsin.FormDirection && j.k.Of == nil:
		return j.direction()
	}
	switch j.k.Form {
	case tocsin.FormWithin:
		return j.within()
	}
	if j.k.Of == nil && j.k.Form == tocsin.FormChange {
		return cannot("reword it to attacks, deaths or coups if that is meant", "no loaded dataset counts what "+quoted(j.k.Text)+" speaks of")
	}
	if j.k.Of == nil {
		return cannot("say what is counted: attacks, deaths, coups", "the claim does not say what it counts")
	}
	if coup {
		return j.coups()
	}
	if a, ok := j.unmeasurable(); ok {
		return a
	}
	if j.twoParts() {
		return j.betweenParts()
	}
	if a, ok := j.inRegion(); ok {
		return a
	}
	if a, ok := j.namedEvent(); ok {
		return a
	}
	if a, ok := j.composed(); ok {
		return a
	}
	if a, ok := j.inUnit(); ok {
		return a
	}
	switch j.k.Form {
	case tocsin.FormFirst, tocsin.FormLast:
		return j.firstOrLast()
	case tocsin.FormCount, tocsin.FormRate:
		return j.count()
	case tocsin.FormChange:
		return j.change()
	case tocsin.FormRank:
		return j.rank()
	case tocsin.FormShare:
		return j.shared()
	case tocsin.FormDate:
		return j.date()
	}
	return cannot("reword it as a count, a change, a first or a date", "claims of the form "+string(j.k.Form)+" are not measured yet")
}

// unmeasurable says why no event data can answer, before any method is tried.
func (j *job) unmeasurable() (answer, bool) {
	if j.k.Of.Act != "" && !slices.Contains([]string{"assault", "violence", "battle"}, j.k.Of.Act) {
		return cannot("import a dataset that lists them, or reword the claim to attacks, deaths or coups",
			"no loaded dataset counts acts of the kind "+j.k.Of.Act), true
	}
	if kind, ok := strings.CutPrefix(j.k.Of.Measure, "deaths of "); ok && !j.specific() {
		return cannot("reword it to all deaths, or name the day and the town", "no loaded dataset counts the deaths of "+kind+" apart"), true
	}
	if j.c.events == nil {
		why := "no event data is loaded"
		if j.c.o.Events != nil && !known(j.c.o.EventData, j.c.o.At) {
			why = "the event data was released " + j.c.o.EventData.Released.String() + ", after the knowledge date"
		}
		return cannot("import UCDP GED with --events FILE", why), true
	}
	return answer{}, false
}
