package claim

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"tocsin"
)

// rankedUnits are what a text may rank besides years and months, which are all that is
// ranked here, and countries.
var rankedUnits = strings.Fields("state states province provinces region regions city cities town towns village villages district districts county counties governorate governorates department departments area areas front group groups militia faction actor actors attack attacks bombing massacre incident day days week weeks weekend hour night decade century quarter season")

// misjudged is the kind of the word at i where the claims rank or count something else.
func (u *use) misjudged(words []wordAt, i int) string {
	switch {
	case u.otherUnit(words, i):
		return "ranked"
	case u.deadUncounted(words, i):
		return "measure"
	case slices.Contains([]string{"share", "proportion", "percentage", "fraction"}, words[i].low) && lowAt(words, i+1) == "of" && u.forms[tocsin.FormChange] && !u.forms[tocsin.FormShare]:
		return "measure" // the share of civilians among the dead fell
	case !u.actor && u.than && slices.Contains([]string{"attacks", "fighters", "militants", "bombings", "gunmen", "campaign"}, words[i].low) && (lowAt(words, i-1) == "its" || lowAt(words, i-1) == "their"):
		return "measure" // whose they are no claim has
	case u.withinOne(words, i):
		return "series"
	}
	return ""
}

// otherUnit reports a superlative at word i of something else than a time or a country:
// "the second-deadliest state".
func (u *use) otherUnit(words []wordAt, i int) bool {
	if !u.forms[tocsin.FormRank] || u.bearing || u.nearest() {
		return false
	}
	w := words[i].low
	if _, rest, ok := strings.Cut(w, "-"); ok {
		w = rest
	}
	if !slices.Contains([]string{"deadliest", "bloodiest", "worst", "calmest", "quietest", "hit", "affected"}, w) && !(words[i].low == "violent" && lowAt(words, i-1) == "most") {
		return false
	}
	for k := i + 1; k < min(len(words), i+4); k++ {
		if periods[words[k].low] > 0 || slices.Contains(narrowLeads, words[k].low) || words[k].low == "of" {
			return false
		}
		if slices.Contains(rankedUnits, words[k].low) {
			return !slices.Contains(unitNouns, words[k].low) || !u.ofUnits()
		}
	}
	return false
}

// ofUnits reports a rank of a province among those of its country.
func (u *use) ofUnits() bool {
	return slices.ContainsFunc(u.claims, func(k tocsin.Claim) bool {
		return k.Form == tocsin.FormRank && k.Than != nil && k.Than.Country != ""
	})
}

// nearest reports a rank in kilometres.
func (u *use) nearest() bool {
	return slices.ContainsFunc(u.claims, func(k tocsin.Claim) bool { return k.Form == tocsin.FormRank && k.Unit.Dimension() == "length" })
}

// deadUncounted reports at word i the dead as what the text compares, where the claims
// compare events alone: "deaths in fighting and attacks fell".
func (u *use) deadUncounted(words []wordAt, i int) bool {
	if !slices.Contains([]string{"deaths", "fatalities", "killings", "casualties"}, words[i].low) || strings.Contains(u.what, "death") || slices.Contains([]string{"by", "from", "with", "causing", "leaving"}, lowAt(words, i-1)) {
		return false
	}
	return slices.ContainsFunc(u.claims, func(k tocsin.Claim) bool {
		return k.Of != nil && k.Of.Measure == "events" && (k.Form == tocsin.FormChange || k.Form == tocsin.FormRank && k.Unit == tocsin.Rank || k.Form == tocsin.FormShare || k.Than != nil)
	})
}

// capitalWord reports a name, "al-Shabaab" among them.
func capitalWord(s string) bool {
	if _, rest, ok := strings.Cut(s, "-"); ok && (strings.HasPrefix(s, "al-") || strings.HasPrefix(s, "el-") || strings.HasPrefix(s, "ash-") || strings.HasPrefix(s, "an-")) {
		s = rest
	}
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

func twoDigits(n int) string {
	if n < 10 {
		return "0" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}

// byUnread reports at word i the size of a change that no claim has: "by half", "by a third",
// "by more than 40 percent".
func (u *use) byUnread(words []wordAt, i int) bool {
	if len(u.values) > 0 {
		return false
	}
	for k := i - 1; k >= max(0, i-5); k-- {
		if words[k].low == "by" {
			return true
		}
	}
	return false
}

// twofold reports "twice" as the value of a comparison of two countries or groups.
func (u *use) twofold(w string) bool {
	return w == "twice" && slices.Contains(u.values, 2) && slices.ContainsFunc(u.claims, func(k tocsin.Claim) bool { return k.Than != nil })
}

// withinOne reports at word i the one year or month of a longer time that a number is said
// of: "never more than 5,000 deaths in a year between 1990 and 2013" is not refuted by the
// deaths of all those years.
func (u *use) withinOne(words []wordAt, i int) bool {
	months := periods[words[i].low]
	if months == 0 || u.series || u.coup || u.forms[tocsin.FormRate] || !slices.Contains([]string{"a", "one", "any", "single", "calendar"}, lowAt(words, i-1)) || lowAt(words, i+1) == "of" {
		return false
	}
	k := i - 1
	for slices.Contains([]string{"a", "one", "any", "single", "calendar", "given", "the"}, lowAt(words, k)) {
		k--
	}
	if !slices.Contains([]string{"in", "within", "during", "over"}, lowAt(words, k)) {
		return false
	}
	return slices.ContainsFunc(u.claims, func(c tocsin.Claim) bool {
		w := c.Window
		return c.Form == tocsin.FormCount && c.Than == nil && w != nil && (w.From.IsZero() || w.To.IsZero() || w.To >= w.From.AddMonths(months+1))
	})
}
