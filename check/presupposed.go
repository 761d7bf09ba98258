package check

import (
	"slices"
	"strings"

	"tocsin"
)

// lying are the words by which a text says that a place lies in another, rather than
// takes it for granted.
var lying = []string{" includes ", " include ", " contains ", " comprises ", " lies ", " lie ", " lay ", " is ", " are ", " was ", " sits ", " stands ", " home to ",
	" belongs ", " belong ", " falls ", " fell ", " located ", " situated ", " forms ", " makes ", " found ", " encompasses "}

// presupposed reports a containment that the text only takes for granted, "the Kenyan
// town of Garissa", and that does not fail: it is no news.
func presupposed(v *tocsin.Verdict) bool {
	if v.Claim.Form != tocsin.FormWithin || v.Verdict == tocsin.DoesNotHold || len(v.Claim.Places) != 2 {
		return false
	}
	text, place, in := v.Claim.Text, v.Claim.Places[0].Text, v.Claim.Places[1].Text
	if v.Claim.Places[0].Role == "near" && !contains(" "+strings.ToLower(text)+" ", lying) {
		return true // a place from which a length is told
	}
	if i := strings.Index(text, place); i == 0 || i < 0 && (in == "" || !strings.Contains(text, in)) {
		return false
	}
	return !contains(" "+strings.ToLower(text)+" ", lying)
}

// background reports a containment that holds and that its text takes for granted, beside
// which no claim of the report could be measured: it says nothing of what the text
// claims, and must not stand for it. Either such a claim was read and could not be
// measured, or the place is that of something unread: "... in the Kayes region of Mali".
func background(v *tocsin.Verdict, all []tocsin.Verdict) bool {
	if !granted(v) {
		return false
	}
	unmeasured := false
	for i := range all {
		switch o := &all[i]; {
		case o.Verdict == tocsin.CannotBeMeasured:
			unmeasured = true
		case !granted(o):
			return false
		}
	}
	return unmeasured || !strings.Contains(v.Claim.Text, ",") && slices.Contains([]string{"in", "to"}, v.Claim.Places[0].Role)
}

// unfinished takes back what was said of some steps of a series where others could not be
// measured: "more than 200 a month for twelve months" holds only where each month does.
func unfinished(v *tocsin.Verdict, all []tocsin.Verdict) {
	otherHalf(v, all)
	oneEnd(v, all)
	if v.Claim.Novelty != "again" || v.Verdict != tocsin.Holds && v.Verdict != tocsin.Partly {
		return
	}
	for i := range all {
		o := &all[i]
		if o.Verdict != tocsin.CannotBeMeasured || o.Claim.Novelty != "again" || o.Claim.Form != v.Claim.Form || o.Claim.Text != v.Claim.Text {
			continue
		}
		v.Verdict, v.TurnsOn = tocsin.CannotBeMeasured, ""
		v.Reason = "the text says it of several times in a row, and for one of them it could not be measured: " + o.Reason
		v.Sentence = strings.TrimSuffix(measuredPart(v.Sentence), ".") + ". Another time of the series cannot be measured, so neither can the series."
		v.ID = v.ComputeID()
		return
	}
}

// halfTold takes back the date of a coup that holds where the same words also claim what
// could not be measured: "with the takeover of April Chad went through its third coup".
func (b *reportGroup) halfTold(v *tocsin.Verdict, all []tocsin.Verdict) {
	if v.Claim.Form != tocsin.FormDate || v.Verdict != tocsin.Holds || v.Claim.Of == nil || !strings.Contains(v.Claim.Of.Act, "coup") {
		return
	}
	for i := range all {
		o := &all[i]
		if o.Verdict != tocsin.CannotBeMeasured || o.Claim.Of == nil || o.Claim.Form == tocsin.FormDuration && !strings.Contains(o.Sentence, "not tested") || !strings.Contains(o.Claim.Of.Act, "coup") || !b.overlap(v.Statement, o.Statement) {
			continue
		}
		v.Verdict, v.TurnsOn = tocsin.Partly, "what could not be measured: "+quoted(o.Claim.Text)
		v.Sentence = strings.TrimSuffix(measuredPart(v.Sentence), ".") + ": " + quoted(v.Claim.Text) + " holds; not measured: " + quoted(o.Claim.Text) + "."
		v.ID = v.ComputeID()
		return
	}
}

// besideBytes is how far apart two statements of one sentence may stand.
const besideBytes = 40

// overlap reports that two statements of the report share words, or nearly.
func (b *reportGroup) overlap(one, other string) bool {
	var spans []tocsin.Span
	for _, s := range b.statements {
		if s.ID == one || s.ID == other {
			spans = append(spans, s.Span)
		}
	}
	return len(spans) == 2 && spans[0][0] < spans[1][1]+besideBytes && spans[1][0] < spans[0][1]+besideBytes
}

// otherHalf takes back the half of a text, or the rank, that holds where the other half, a number, a
// change or beside such a rank, could not be measured.
func otherHalf(v *tocsin.Verdict, all []tocsin.Verdict) {
	told := func(k *tocsin.Claim) bool {
		return k.Of != nil && !strings.Contains(k.Of.Act, "coup") && (k.Form == tocsin.FormChange || k.Form == tocsin.FormCount && k.Value != nil && *k.Value > 1)
	}
	ranked := v.Claim.Form == tocsin.FormRank && v.Claim.Of != nil
	if v.Verdict != tocsin.Holds || !told(v.Claim) && !ranked {
		return
	}
	for i := range all {
		o := &all[i]
		if o.Verdict == tocsin.CannotBeMeasured && (told(o.Claim) || o.Claim.Form == tocsin.FormRank && o.Claim.Of != nil && !ranked) && !(ranked && o.Claim.Form != tocsin.FormCount) && o.Claim.Text != v.Claim.Text && o.Claim.Of.Country == v.Claim.Of.Country && !failed(o, all) {
			v.Verdict, v.TurnsOn = tocsin.Partly, "what could not be measured: "+quoted(o.Claim.Text)
			v.Sentence = strings.TrimSuffix(measuredPart(v.Sentence), ".") + ". Tested: " + quoted(v.Claim.Text) + ", which holds; the rest cannot be measured: " + quoted(o.Claim.Text) + "."
			v.ID = v.ComputeID()
			return
		}
	}
}

// oneEnd takes back that the one end of a range holds where the other could not be measured.
func oneEnd(v *tocsin.Verdict, all []tocsin.Verdict) {
	k := v.Claim
	if v.Verdict != tocsin.Holds || k.Form != tocsin.FormCount || k.Window == nil || k.Op != "<=" {
		return
	}
	for i := range all {
		o := &all[i]
		if w := o.Claim.Window; o.Verdict == tocsin.CannotBeMeasured && o.Claim.Form == k.Form && o.Claim.Op == ">=" && o.Claim.Text == k.Text && w != nil && w.From == k.Window.From && w.To == k.Window.To {
			v.Verdict, v.TurnsOn, v.Reason = tocsin.CannotBeMeasured, "", "the lower end of the range could not be measured: "+o.Reason
			v.Sentence = strings.TrimSuffix(measuredPart(v.Sentence), ".") + ". The lower end of the range cannot be measured, so neither can the range."
			v.ID = v.ComputeID()
			return
		}
	}
}

// failed reports an unmeasured step of a series of which another step fails: the series does.
func failed(o *tocsin.Verdict, all []tocsin.Verdict) bool {
	return o.Claim.Novelty == "again" && slices.ContainsFunc(all, func(p tocsin.Verdict) bool {
		return p.Verdict == tocsin.DoesNotHold && p.Claim.Novelty == "again" && p.Claim.Form == o.Claim.Form && p.Claim.Text == o.Claim.Text
	})
}

// granted reports a containment that holds, without a word for lying somewhere.
func granted(v *tocsin.Verdict) bool {
	if v.Claim.Form != tocsin.FormWithin || v.Verdict != tocsin.Holds && v.Verdict != tocsin.Partly || len(v.Claim.Places) != 2 {
		return false
	}
	text := " " + strings.ToLower(v.Claim.Text) + " "
	return !contains(text, lying) && (strings.Contains(text, ",") || !slices.Contains([]string{"", "at"}, v.Claim.Places[0].Role))
}
