package check

import (
	"regexp"
	"strings"

	"tocsin"
)

// eventNouns follow the name by which people call an event: "the Westgate siege".
const eventNouns = `\s+(mall\s+|hotel\s+|mosque\s+|church\s+|school\s+|market\s+|theatre\s+)?(siege|massacre|attacks?|bombings?|killings?|shootings?|assault|battle|raid|tragedy|atrocity|bloodbath|hostage|disaster)\b`

// namedEvent judges the dead of one event in a town that goes by a name which no row has as
// a side, "the Westgate siege in Nairobi": the name is of the event or of a building, and is
// told as not tested. Where the text is as narrow as a town and a month the rows there are
// taken for it.
func (j *job) namedEvent() (answer, bool) {
	if j.k.Form != tocsin.FormCount || strings.TrimSpace(j.k.Of.Actor) == "" || strings.Contains(j.k.Of.Actor, " against ") || !j.specific() {
		return answer{}, false
	}
	iso, _, _ := j.ofCountry()
	_, unknown := j.parties(j.k.Of.Actor, iso)
	if len(unknown) != 1 || unknown[0] != strings.TrimSpace(j.k.Of.Actor) {
		return answer{}, false
	}
	called, err := regexp.Compile(regexp.QuoteMeta(unknown[0]) + `(?i)` + eventNouns)
	if err != nil || !called.MatchString(j.s.Quote) {
		return answer{}, false
	}
	sub := *j
	of := *j.k.Of
	of.Actor = ""
	sub.k.Of = &of
	out := sub.answer()
	if out.sentence != "" {
		out.sentence += " Not tested: " + quoted(unknown[0]) + "."
	}
	return out, true
}
