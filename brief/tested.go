package brief

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"tocsin"
)

// verdictWords says what came of a test.
var verdictWords = map[string]string{tocsin.Holds: "holds", tocsin.DoesNotHold: "does not hold", tocsin.Partly: "holds in part", tocsin.CannotBeMeasured: "cannot be measured"}

// tellVerdict is the sentence on one test of a claim: what of the claim was
// tested, what came of it, and the figures. It never says that the claim's
// whole clause holds.
func (w *writer) tellVerdict(v *tocsin.Verdict) draft {
	it := w.byID[v.Statement]
	d := draft{typ: Measured, cites: []Citation{verdictCite(v), w.claimCite(it, v)}, verdict: v, reviewed: it.reviewed}
	k := v.Claim
	if k != nil && k.Value == nil && (k.Form == tocsin.FormChange || k.Form == tocsin.FormRate) && len(v.Alternatives) > 0 && v.Verdict != tocsin.CannotBeMeasured {
		d.text = w.changeText(v, it)
		return d
	}
	if notTested(v) != "" && v.Verdict == tocsin.CannotBeMeasured && partTested(v) && k != nil {
		if k.Form == tocsin.FormDate && k.Window != nil && k.Window.Text != "" && strings.Contains(v.Text, k.Window.Text) {
			d.text = "Of the claim dated " + w.claimed(v, it, k.Window.Text) + " only the date was tested: " + lowerFirst(evidence(v)) + " (not tested: " + notTested(v) + ")."
			return d
		}
		d.text = w.claimed(v, it, v.Text) + " as a whole cannot be measured (not tested: " + notTested(v) + "); what was: " + lowerFirst(evidence(v)) + "."
		return d
	}
	text := w.subject(v, it) + " " + verdictWords[v.Verdict]
	if v.Verdict == tocsin.Partly && v.TurnsOn != "" {
		text += ", turning on " + tocsin.Clean(v.TurnsOn)
	}
	if rest := notTested(v); rest != "" && !strings.Contains(text, rest) {
		text += " (not tested: " + rest + ")"
	}
	d.text = text + ": " + strings.Replace(lowerFirst(evidence(v)), "in this data on "+tocsin.Clean(w.in.Country)+", ", "in this data, ", 1) + "."
	return d
}

// notTested is what of a claim's text the check says it left untested.
func notTested(v *tocsin.Verdict) string {
	if m := leftOut.FindStringSubmatch(tocsin.Clean(v.Sentence)); m != nil {
		return m[1]
	}
	return ""
}

// partTested reports whether the check tested a part of the claim.
func partTested(v *tocsin.Verdict) bool { return strings.Contains(v.Sentence, ". Tested: ") }

// claimCite cites the whole sentence a claim stands in, so that the claim's own
// words are in the citation.
func (w *writer) claimCite(it item, v *tocsin.Verdict) Citation {
	c := it.cite()
	if span, whole := hull(it.rep.Text, it.st.Span); whole || !strings.Contains(c.Quote, v.Text) {
		c.Span, c.Quote = span, span.In(it.rep.Text)
	}
	return c
}

// claimed quotes the claim, with its speaker where it is not the author's, and
// its report where there are several.
func (w *writer) claimed(v *tocsin.Verdict, it item, text string) string {
	if words(text) < 3 {
		text = it.st.Quote
	}
	s := "“" + short(tocsin.Clean(text), 25) + "”"
	var of []string
	if len(it.st.Says) > 0 {
		of = append(of, speaker(it.st.Says[0]))
	}
	if it.st.Certainty.Degree != "certain" && it.st.Certainty.Degree != "unknown" {
		of = append(of, "as "+it.st.Certainty.Degree)
	}
	if w.sole == nil {
		of = append(of, strings.NewReplacer(" (", ", ", ")", "").Replace(w.by(it)))
	}
	if len(of) > 0 {
		s += " (" + strings.Join(of, ", ") + ")"
	}
	return s
}

// subject names what was tested, and nothing more of the claim.
func (w *writer) subject(v *tocsin.Verdict, it item) string {
	k, all := v.Claim, w.claimed(v, it, v.Text)
	if k == nil {
		return "A claim in " + all
	}
	switch k.Form {
	case tocsin.FormDate:
		if k.Window != nil && k.Window.Text != "" && words(v.Text) > 8 && strings.Contains(v.Text, k.Window.Text) {
			return "The date in " + w.claimed(v, it, k.Window.Text) + ", tested alone,"
		}
		return "The date in " + all + ", tested alone,"
	case tocsin.FormDistance, tocsin.FormDirection, tocsin.FormRank, tocsin.FormDuration, tocsin.FormShare, tocsin.FormRate, tocsin.FormChange:
		return "The " + string(k.Form) + " in " + all
	case tocsin.FormWithin:
		if len(k.Places) > 1 {
			return "That “" + tocsin.Clean(k.Places[0].Text) + "” lies in “" + tocsin.Clean(k.Places[1].Text) + "”" + untested(v, k.Places)
		}
		return "The place in " + all
	case tocsin.FormFirst:
		return all + ", read as a first,"
	case tocsin.FormLast:
		if w := sameWindow(v); w != "" {
			from, until, _ := strings.Cut(w, " to ")
			return all + ", read as none from " + from + " to " + until + ","
		}
		return all + ", read as the last before the report’s own,"
	case tocsin.FormCount:
		if k.Op == ">=" && k.Value != nil && *k.Value == 1 && len(k.Places) > 0 {
			return all + ", read as an event at that place,"
		}
		return "The number in " + all
	}
	return "A claim in " + all
}

// untested names the part of a containment that no data draws a line for.
func untested(v *tocsin.Verdict, places []tocsin.Place) string {
	for _, p := range places {
		if strings.Contains(" "+strings.ToLower(p.Relation+" "+p.Text)+" ", " central ") && strings.Contains(v.Text, "central") && !strings.Contains(v.Sentence, "middle") {
			return " (“central” was not tested)"
		}
	}
	return ""
}

var (
	manyRows   = regexp.MustCompile(`events involving (.+?) had been recorded further (\S+) than (.+?) before: [\d,]+ of them(?: beyond the place error)?, among them .*?(-?[\d.]+), (-?[\d.]+) on (\d{4}-\d\d-\d\d), ([\d,.]+) km`)
	beforeThat = regexp.MustCompile(`dates the last (.+?) before that (\d{4}-\d\d-\d\d)`)
	inThisData = regexp.MustCompile(`In this data(?: on [^,]+)?, `)
	leftOut    = regexp.MustCompile(`[Nn]ot tested: (.+?)(?:: the text as a whole|\.(?: |$))`)
	bothUnits  = regexp.MustCompile(`lies [\d,.]+ km \([\d,.]+ miles\)`)
	saidOnly   = regexp.MustCompile(`Judged is what .*?, not that it was said\. `)
	datesIt    = regexp.MustCompile(`\bdates it\b`)
)

// furtherBy says by how many degrees of latitude the furthest row lies beyond a
// claim's place, as the command that measures between the two prints it; "" where
// the claim's direction is not north or south.
func furtherBy(v *tocsin.Verdict) string {
	m := manyRows.FindStringSubmatch(tocsin.Clean(v.Sentence))
	if m == nil || m[2] != "south" && m[2] != "north" || v.Claim == nil || len(v.Claim.Places) == 0 || len(v.Claim.Places[0].Candidates) == 0 {
		return ""
	}
	lat, err := strconv.ParseFloat(m[4], 64)
	if err != nil {
		return ""
	}
	return fmt.Sprintf("%.2f° of latitude %s of %s", math.Abs(lat-v.Claim.Places[0].Candidates[0].Lat), m[2], m[3])
}

// evidence is what the data shows, without the verdict's own conclusion: its
// sentence up to the claim's quotation.
func evidence(v *tocsin.Verdict) string {
	s := tocsin.Clean(v.Sentence)
	s, _, _ = strings.Cut(s, " Note: ")
	s, _, _ = strings.Cut(s, ". Tested: ")
	if i := strings.Index(s, "“"+tocsin.Clean(v.Text)+"”"); i > 0 {
		s = strings.TrimSuffix(strings.TrimRight(s[:i], " :;,."), ", so")
	}
	s = strings.TrimSuffix(s, ".")
	s = saidOnly.ReplaceAllString(s, "")
	s = strings.TrimPrefix(s, "In this data the claim cannot be measured: ")
	if m := manyRows.FindStringSubmatch(s); m != nil {
		s = fmt.Sprintf("In this data, an event of %s involving %s, at %s, %s, lay %s km further %s than %s", m[6], m[1], m[4], m[5], m[7], m[2], m[3])
		if far := furtherBy(v); far != "" {
			s = fmt.Sprintf("In this data, an event of %s involving %s, at %s, %s, lay %s", m[6], m[1], m[4], m[5], far)
		}
	}
	if v.Claim != nil && v.Claim.Form == tocsin.FormLast && len(v.Alternatives) > 0 {
		if sameWindow(v) != "" {
			return noneBetween(s, v)
		}
		if _, until, ok := strings.Cut(v.Alternatives[0].Window, " to "); ok {
			s = beforeThat.ReplaceAllString(s, "has its last $1 up to "+until+" on $2")
		}
	}
	if v.Claim != nil && v.Claim.Of != nil && v.Claim.Of.Act == "coup" {
		s = datesIt.ReplaceAllString(s, "has a coup or attempt on")
	}
	if k := v.Claim; k != nil && k.Form == tocsin.FormDistance && v.Value != nil {
		if unit, ok := map[tocsin.Unit]string{tocsin.Miles: "miles", tocsin.Kilometres: "km"}[v.Unit]; ok {
			s = bothUnits.ReplaceAllString(s, "lies "+strconv.FormatFloat(*v.Value, 'f', 1, 64)+" "+unit)
		}
	}
	if words(s) > longestMeasured {
		if first, _, ok := strings.Cut(s, "; "); ok {
			s = first + "; more is in the endnote"
		}
	}
	return s
}

// sameWindow is the time that all readings of a last found nothing in; "" where
// they differ or found something.
func sameWindow(v *tocsin.Verdict) string {
	if len(v.Alternatives) == 0 || slices.ContainsFunc(v.Alternatives, func(a tocsin.Variation) bool {
		return a.Value == nil || *a.Value != 0 || a.Window != v.Alternatives[0].Window
	}) {
		return ""
	}
	return v.Alternatives[0].Window
}

// noneBetween words a last that every list bears out: none since.
func noneBetween(s string, v *tocsin.Verdict) string {
	lead := ""
	if m := inThisData.FindString(s); m != "" {
		lead = m
	}
	var lists []string
	for _, a := range v.Alternatives {
		if a.Verdict == tocsin.CannotBeMeasured {
			continue
		}
		if name, _, found := strings.Cut(a.Filter, ", "); found && !slices.Contains(lists, name) {
			lists = append(lists, name)
		}
	}
	if lead == "" || len(lists) == 0 {
		return s
	}
	verb := " has"
	if len(lists) > 1 {
		verb = " have"
	}
	return lead + strings.Join(lists, " and ") + verb + " no coup or attempt then"
}
