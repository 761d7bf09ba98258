package check

import (
	"slices"
	"strings"

	"tocsin"
	"tocsin/geo"
	"tocsin/read/claim"
)

// mostSpecific is up to how many days of one town a row is taken for the very event
// that a text tells of, whatever it says of how and against whom.
const mostSpecific = 31

// weigh holds a verdict to what its text says. A claim is often the measurable core
// of more: "the generals last seized power in 2006" has a date and a "last". Where a
// measurable word of the text is used by none of its claims, the text cannot be
// called true on the claim alone; where the word shows that the claim was not
// understood, it cannot be called false either.
func (j *job) weigh(a *answer) {
	if j.k.Form == tocsin.FormWithin && a.verdict == tocsin.Holds {
		if side := j.partOfPlace(); side != "" {
			a.sentence += " Not tested: " + quoted(side) + "."
		}
	}
	if a.verdict != tocsin.CannotBeMeasured && j.k.Of == nil && j.deniesUnread() {
		a.verdict = tocsin.CannotBeMeasured
		a.reason = "the text denies something, and it is not clear what; reword it without the denial"
		a.sentence = strings.TrimSuffix(measuredPart(a.sentence), ".") + ". Not tested: the denial: the text as a whole cannot be measured."
	}
	if j.k.Of == nil || a.verdict == tocsin.CannotBeMeasured {
		return
	}
	misread, strong, weak := j.sortResidues(a)
	if j.deniesUnread() {
		misread = append(misread, "the denial")
	}
	rest := append(slices.Clone(misread), strong...)
	switch {
	case len(misread) > 0 || len(strong) > 0 && a.verdict == tocsin.Holds && (j.mere() || strings.Contains(j.k.Of.Act, "coup")):
		a.verdict = tocsin.CannotBeMeasured
		a.reason = "the text says more than " + quoted(j.k.Text) + ", which alone was tested: not tested: " + list(rest, "and") + "; reword it so that each claim stands in a sentence of its own"
		a.sentence = strings.TrimSuffix(measuredPart(a.sentence), ".") + ". Tested: " + quoted(j.k.Text) + "; not tested: " + list(rest, "and") + ": the text as a whole cannot be measured."
	case len(strong) > 0 && a.verdict == tocsin.Holds:
		a.verdict, a.turnsOn = tocsin.Partly, "what was not tested: "+list(strong, "and")
		a.sentence = strings.TrimSuffix(measuredPart(a.sentence), ".") + ". Tested: " + quoted(j.k.Text) + ", which holds; not tested: " + list(strong, "and") + "."
	case j.k.Form == tocsin.FormDate && strings.Contains(j.k.Of.Act, "coup") && a.verdict == tocsin.Holds:
		a.sentence += " Tested was the date alone, not who did it, from where or how."
	case len(weak) > 0:
		a.sentence += " Not tested: " + list(weak, "and") + "."
	}
}

// narrowed reports a claim about more than one event, of which a part by victims, means,
// hour or kind of place is a number that no event data has.
func (j *job) narrowed() bool {
	return !strings.Contains(j.k.Of.Act, "coup") && !j.specific() && !j.mere() && j.k.Unit != tocsin.Bearing && j.k.Unit.Dimension() != "length"
}

// lowerBound reports a claim of more than a number: where all are fewer, a part is.
func (j *job) lowerBound() bool {
	op := opOf(j.k)
	return j.k.Form == tocsin.FormCount && j.k.Than == nil && (op == ">" || op == ">=")
}

// ranked reports a claim of a form that a part can meet where the whole does not: a rank, a
// comparison, a change, a share, a first, a last. What narrows one and was not tested
// forbids both verdicts, not only holds: the deadliest month of one group's campaign is
// not refuted by a deadlier month of all groups.
func (j *job) ranked() bool {
	if strings.Contains(j.k.Of.Act, "coup") {
		return false
	}
	switch j.k.Form {
	case tocsin.FormRank, tocsin.FormChange, tocsin.FormShare, tocsin.FormFirst, tocsin.FormLast:
		return true
	}
	return j.k.Than != nil
}

// partOfPlace is the word by which a containment names a part of the container
// that borders do not tell: "central" in "the Ségou region of central Mali".
func (j *job) partOfPlace() string {
	tested := " " + j.k.Places[1].Relation + " " + j.k.Places[1].Text + " "
	for _, w := range strings.Fields(j.k.Text) {
		if strings.Contains(tested, " "+strings.Trim(w, ",.")+" ") {
			continue
		}
		switch w = strings.Trim(w, ".,;:“”\"'’"); strings.ToLower(w) {
		case "central", "northern", "southern", "eastern", "western", "north-eastern", "north-western", "south-eastern", "south-western", "northeastern", "northwestern", "southeastern", "southwestern", "inner", "upper", "lower":
			return w
		}
	}
	return ""
}

// known says what a name beside the claim is: "same" for another name of its country,
// "within" for a place or person of a coup, since a coup list has neither, else "".
func (j *job) known(name string) string {
	name = strings.TrimSuffix(strings.TrimSuffix(name, "'s"), "’s")
	iso, ok, _ := j.ofCountry()
	if got, named := j.c.isoOf(name); named && ok && got == iso {
		return "same"
	}
	if !strings.Contains(j.k.Of.Act, "coup") {
		if j.firstThere(name) {
			return "own"
		}
		return ""
	}
	if got, named := j.c.isoOf(name); named && got != iso {
		return ""
	}
	return "within"
}

// firstThere reports a name of the place or the thing that a first or last of one month
// befell: a row of that month lies there, where the name is that of a town.
func (j *job) firstThere(name string) bool {
	if j.k.Form != tocsin.FormFirst && j.k.Form != tocsin.FormLast {
		return false
	}
	return j.thereThen(name)
}

// ofItself reports a name of the event that is said to be the first or the last, where it is
// not: "the raid in Lima in April 1997 was the last".
func (j *job) ofItself(a *answer, name string) bool {
	q := strings.ToLower(j.s.Quote)
	at, told := strings.Index(q, strings.ToLower(name)), strings.Index(q, " the "+string(j.k.Form))
	return a.verdict == tocsin.DoesNotHold && at >= 0 && at < told
}

// oneRaid reports the dead of one event of a group in a month, told with whom it hit and how.
func (j *job) oneRaid(r claim.Residue) bool {
	w := j.window()
	if !j.single() || j.k.Of.Actor == "" || w.From.IsZero() || w.Until.IsZero() || length(w) > mostSpecific {
		return false
	}
	switch r.Kind {
	case "manner", "target", "narrow", "word":
		return true
	case "place":
		return strings.EqualFold(r.Text, "central")
	case "name":
		return len(j.lookup(r.Text)) == 0
	}
	return false
}

// thereThen reports that a row of the claim's few days lies at a town of a name, or that the
// name is of no town.
func (j *job) thereThen(name string) bool {
	w := j.window()
	if w.From.IsZero() || w.Until.IsZero() || length(w) > mostSpecific {
		return false
	}
	s, bad := j.scope()
	towns := j.lookup(name)
	if bad != nil || s.iso == "" {
		return false
	}
	near := func(town geo.Point) bool {
		f := s.filter(s.all, w)
		f.Near, f.WithinKM = &town, 2*placeErrorKM
		return len(j.c.events.table.Select(f)) > 0
	}
	in := 0
	for _, m := range towns {
		if m.Place.Country != s.iso || isArea(m.Place) {
			continue
		}
		if in++; near(m.Place.Point()) {
			return true
		}
	}
	return in == 0
}

// dayShare reports the share that one day has in the deaths of its year: that of the attack
// of the day, which the text tells more of.
func (j *job) dayShare() bool {
	return j.k.Form == tocsin.FormShare && j.ofYear() && length(j.window()) == 1
}

// besideDay reports a word about the attack of that day: how and on what it was, and where,
// if a row of the day lies there.
func (j *job) besideDay(r claim.Residue) bool {
	switch r.Kind {
	case "manner", "target", "narrow", "word", "order", "actor":
		return true
	case "name":
		return j.thereThen(strings.TrimSuffix(strings.TrimSuffix(r.Text, "'s"), "’s"))
	}
	return false
}

// measuredPart is a verdict's sentence up to the claim's words: the numbers alone.
func measuredPart(sentence string) string {
	if i := strings.LastIndex(sentence, ": “"); i > 0 {
		return sentence[:i]
	}
	return sentence
}

// mere reports a claim that only says that there was something.
func (j *job) mere() bool {
	return j.k.Form == tocsin.FormDate || j.k.Form == tocsin.FormCount && opOf(j.k) == ">=" && j.k.Value != nil && *j.k.Value <= 1
}

// specific reports a claim about a few days at one town.
func (j *job) specific() bool {
	p, town := j.spot()
	if _, unit := j.unitOf(p); unit {
		town = false
	}
	w := j.window()
	return town && !w.From.IsZero() && !w.Until.IsZero() && length(w) <= mostSpecific
}

// beside are the claims read from the same words: this one and those of the
// statements whose spans overlap.
func (j *job) beside() []tocsin.Claim {
	out := []tocsin.Claim{j.k}
	for _, o := range j.report.statements {
		if o.Claim != nil && o.Span[0] < j.s.Span[1] && j.s.Span[0] < o.Span[1] {
			out = append(out, *o.Claim)
		}
	}
	return out
}

// bounding are the words with a no or not that only bound a number.
var bounding = []string{" no matter ", " no fewer ", " no less ", " not less ", " not fewer ", " no more than ", " not more than ", " not even ", " not quite ", " not only ", " not far ", " no closer ", " no nearer ", " no further ", " no farther ", " not exceed ", " never exceeded ", " never more than ", " never fewer than ", " never less than ", " never below ", " never above ", " never over ", " never under ", " never left ", " not reach ", " never reached ", " not surpass ", " never surpassed ", " without interruption", " without a break", " without pause", " without a pause", " without exception"}

// deniesUnread reports a denial in the text that neither the statement's polarity
// nor the claim accounts for.
func (j *job) deniesUnread() bool {
	q := " " + strings.ToLower(j.s.Quote) + " "
	for _, bound := range bounding {
		q = strings.ReplaceAll(q, bound, " ")
	}
	if j.s.Certainty.Polarity != "is" || j.saysNone() {
		return false
	}
	return contains(q, []string{" no ", " not ", "n't ", "n’t ", " never ", " without ", " neither "})
}

// gangWord reports a word that narrows violence to that of gangs.
func gangWord(w string) bool {
	return slices.Contains([]string{"gang", "gangs", "gangland", "cartel", "cartels", "criminal"}, strings.ToLower(w))
}

// onlyGangs reports that no state and none who fights one is a side of more than one in
// twenty of the rows of the claim's country and time: what was counted there is the
// violence of gangs.
func (j *job) onlyGangs() bool {
	iso, ok, _ := j.ofCountry()
	w := j.window()
	if !ok || w.From.IsZero() || w.Until.IsZero() || !slices.Contains([]string{"BR", "MX", "HT", "SV", "HN", "JM", "GT"}, iso) {
		return false
	}
	s := scope{iso: iso, countries: j.c.events.country[iso]}
	all := j.c.events.tally(s.filter(party{}, w))
	s.class = tocsin.StateBased
	return all.events > 0 && 20*j.c.events.tally(s.filter(party{}, w)).events <= all.events
}

// sortResidues tells the words of the text that no claim uses by what they do to the
// verdict: forbid it, cap it, or are only named.
func (j *job) sortResidues(a *answer) (misread, strong, weak []string) {
	for _, o := range j.report.statements {
		if r, ok := claim.Motive(o.Quote); ok && a.verdict != tocsin.DoesNotHold && !strings.Contains(j.k.Of.Act, "coup") && o.Span[0] < j.s.Span[1] && j.s.Span[0] < o.Span[1] {
			misread = appendNew(misread, []string{quoted(r.Text)})
		}
	}
	for _, r := range claim.Untested(j.s.Quote, j.beside()) {
		w := quoted(r.Text)
		if gangWord(r.Text) && j.onlyGangs() {
			continue
		}
		switch {
		case r.Kind == "motive":
		case r.Kind == "place" && j.onlySide(r.Text):
			weak = appendNew(weak, []string{w})
		case j.dayShare() && j.besideDay(r), r.Kind == "name" && j.ofItself(a, r.Text), j.oneRaid(r), j.ofItems() && j.besideItems(a, r), j.tollBeside() && (r.Kind == "name" || r.Kind == "word" || r.Kind == "target" || r.Kind == "narrow" || r.Kind == "manner" || r.Kind == "actor" || r.Kind == "ranked" || r.Kind == "order"):
			weak = appendNew(weak, []string{w})
		case (r.Kind == "manner" || r.Kind == "target" || r.Kind == "narrow" || r.Kind == "word") && j.narrowed():
			if a.verdict == tocsin.Holds || j.ranked() || r.Kind != "word" && (a.verdict != tocsin.DoesNotHold || !j.lowerBound()) {
				misread = appendNew(misread, []string{w})
			}
		case r.Kind == "manner" || r.Kind == "target" || r.Kind == "narrow" || r.Kind == "word":
			if j.mere() && !j.specific() && !strings.Contains(j.k.Of.Act, "coup") {
				strong = appendNew(strong, []string{w})
			} else {
				weak = appendNew(weak, []string{w})
			}
		case r.Kind == "name":
			switch j.known(r.Text) {
			case "own":
				weak = appendNew(weak, []string{w})
			case "same":
			case "within":
				weak = appendNew(weak, []string{w})
			default:
				if j.ranked() && a.verdict == tocsin.DoesNotHold {
					misread = appendNew(misread, []string{w})
				} else {
					strong = appendNew(strong, []string{w})
				}
			}
		case r.Kind == "ranked" || r.Kind == "measure":
			misread = appendNew(misread, []string{w})
		case j.ranked() && a.verdict == tocsin.DoesNotHold && (r.Kind == "actor" || r.Kind == "place" || r.Kind == "share" || r.Kind == "number" || r.Kind == "order"):
			misread = appendNew(misread, []string{w})
		case r.Kind == "time" || r.Kind == "comparison" || r.Kind == "series" || r.Kind == "change":
			misread = appendNew(misread, []string{w})
		default:
			strong = appendNew(strong, []string{w})
		}
	}
	if kind, ok := strings.CutPrefix(j.k.Of.Measure, "deaths of "); ok && j.narrowed() && (a.verdict != tocsin.DoesNotHold || !j.lowerBound()) {
		misread = append(misread, "that they were "+kind)
	} else if ok {
		weak = append(weak, "that they were "+kind)
	}
	return misread, strong, weak
}
