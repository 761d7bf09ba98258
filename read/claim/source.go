package claim

import (
	"slices"
	"strings"
)

// What the sentence has its numbers from narrows nothing: "Reporting from Mali points to a fall",
// "Figures for Libya suggest that". The country named there is whose numbers they are.

var (
	sourceNouns = strings.Fields("reporting reports report data figures record records statistics counts tallies evidence monitoring datasets dataset numbers coverage accounts information")
	sourceLeads = strings.Fields("the available incident event conflict press media news recent published existing recorded collected compiled monitored fatality casualty open-source open source local latest all most official annual own our ucdp casualty")
	sourceVerbs = strings.Fields("points point pointed suggests suggest suggested shows show showed indicates indicate indicated reveals reveal revealed speaks speak spoke tells tell bears bear implies imply")
)

// sourceSays cuts such words at the front of the sentence, up to the word before what they tell.
func (s *sentence) sourceSays(cut []bool) {
	i := 0
	for i < len(s.toks) && (s.inDateline(i) || slices.Contains(sourceLeads, s.low(i))) {
		i++
	}
	if !slices.Contains(sourceNouns, s.low(i)) {
		return
	}
	lands := map[int]bool{}
	k := i + 1
	for k < min(len(s.toks), i+9) && !slices.Contains(sourceVerbs, s.low(k)) {
		switch l := s.landAt(k); {
		case l != nil:
			for t := l.lo; t < l.hi; t++ {
				lands[t] = true
			}
			k = l.hi
		case s.is(k, "from", "on", "for", "about", "of", "in", "out", "collected", "compiled", "available", "the", "gathered", "so", "far", "published"):
			k++
		default:
			return
		}
	}
	if !slices.Contains(sourceVerbs, s.low(k)) || k+2 >= len(s.toks) {
		return
	}
	hi := k + 1
	for s.is(hi, "to", "that", "of", "out") {
		hi++
	}
	for t := 0; t < hi; t++ {
		if !lands[t] {
			cut[t] = true
		}
	}
}
