package claim

import (
	"slices"
	"strings"

	"tocsin"
)

// An aside that only tells of what else went on narrows nothing: "who marched into Goma",
// "the al-Qaida affiliate in the Sahel", "weeks before the declaration", "without respite".
// What claims something itself is no background: a number, a comparison, none or all.

// background reports the words of an aside that claim nothing that data counts.
func background(seg []string) bool {
	for k, w := range seg {
		switch {
		case k+1 < len(seg) && slices.Contains(compassNames, w) && seg[k+1] != "of" && seg[k+1] != "from" && !(k > 0 && lengthWord(seg[k-1])):
			continue // North Kivu
		case slices.Contains(claiming, w), slices.Contains(deathNouns, w) && w != "dead":
			return false
		case slices.Contains(highestWords, w), slices.Contains(lowestWords, w), slices.Contains(movedWords, w) && !(w == "fell" && k+1 < len(seg) && (seg[k+1] == "to" || seg[k+1] == "apart")):
			return false
		case isWordNumber(w) && w != "one" && w != "two", ordinals[w] > 0 && w != "second" && w != "first":
			return false
		case hasDigit(w) && !dateWord(seg, k):
			return false
		}
	}
	return true
}

// claiming are words with which an aside claims something itself.
var claiming = strings.Fields(`than more fewer less most least all every each no not never none only nobody nothing without except excluding including if unless until since deadlier bloodier worse higher lower
	dozens scores hundreds thousands dozen half third quarter majority percent % times twice double average kilometres kilometers km miles north south east west first last n't neither nor although though but while whereas despite`)

// compassNames are sides that names begin with.
var compassNames = []string{"north", "south", "east", "west"}

func lengthWord(w string) bool { return slices.Contains(lengthWords, w) }

// dateWord reports a year at word k, or a day beside its month.
func dateWord(seg []string, k int) bool {
	w := seg[k]
	if len(w) == 4 && (w[0] == '1' || w[0] == '2') {
		return true
	}
	return k > 0 && monthNames[seg[k-1]] > 0 || k+1 < len(seg) && monthNames[seg[k+1]] > 0
}

// roleNouns say in an apposition what somebody or something is.
var roleNouns = strings.Fields(`capital city town village port hub province state district region affiliate branch offshoot wing arm faction group movement militia militias rebels insurgents insurgency jihadists separatists guerrillas coalition alliance
	organisation organization network outfit army party country nation neighbour neighbor republic kingdom stronghold heartland leader president birthplace seat home umbrella successor franchise`)

// settlementRoles are those of a place.
var settlementRoles = strings.Fields("capital city town village port hub seat stronghold heartland birthplace home province state district region country neighbour neighbor")

// apposition reports that a segment after a comma says what the name before it is: "JNIM, the
// al-Qaida affiliate in the Sahel, rose", "Pemba, the capital of Cabo Delgado."
func apposition(low []string, i, end, n int) bool {
	seg := low[i+1 : end]
	if len(seg) < 2 || len(seg) > 14 || !slices.Contains([]string{"the", "a", "an", "its", "their"}, seg[0]) && !(len(seg) > 3 && slices.Contains([]string{"'s", "’s"}, seg[1])) || !background(seg) {
		return false
	}
	if end+1 < n && (low[end+1] == "and" || low[end+1] == "or" || low[end] != ",") {
		return false // one of a list
	}
	role := slices.IndexFunc(seg, func(w string) bool { return slices.Contains(roleNouns, w) })
	verb := slices.ContainsFunc(seg, func(w string) bool {
		return slices.Contains(killVerbs, w) || slices.Contains([]string{"was", "were", "is", "are", "has", "had", "have", "did", "took", "saw", "fell", "lay"}, w)
	})
	if role < 0 || verb || i == 0 || hasDigit(low[i-1]) || monthNames[low[i-1]] > 0 {
		return false
	}
	place := slices.Contains(settlementRoles, seg[role])
	if !place && slices.Contains(fronting, low[0]) && !slices.Contains(low[:i], ",") {
		return false // In Somalia, the group, which ...
	}
	return end < n || place || role+1 < len(seg) && slices.Contains([]string{"of", "in", "from", "linked", "known", "led"}, seg[role+1]) || role == len(seg)-1
}

// fronting are the prepositions that open a sentence before its subject.
var fronting = strings.Fields("in on at by since during from between across throughout within after before until for")

// earlierThanThat reports "weeks before the declaration", "almost a year after the truce": when
// the claim's time was beside something else's.
func earlierThanThat(seg []string) bool {
	k := 0
	for k < len(seg) && (slices.Contains([]string{"almost", "nearly", "just", "only", "some", "about", "shortly", "barely", "a", "an", "few", "several", "not", "long", "soon", "more", "less", "than", "over", "well", "little"}, seg[k]) || isWordNumber(seg[k]) || hasDigit(seg[k])) {
		k++
	}
	if k < len(seg) && (periods[seg[k]] > 0 || slices.Contains([]string{"days", "weeks", "day", "week", "hours"}, seg[k])) {
		k++
	}
	return k > 0 && k+2 < len(seg) && (seg[k] == "before" || seg[k] == "after") && !timeOnly(seg[k+1:]) && background(seg[k+1:]) && !slices.Contains(seg[k+1:], "attack") && !slices.Contains(seg[k+1:], "clash")
}

// emphatic reports a segment that only stresses what was said of each or of all: "without a
// single month of respite", "with no let-up", "with none on the other side".
func emphatic(seg, rest []string) bool {
	if len(seg) < 2 || len(seg) > 9 || !(seg[0] == "without" || seg[0] == "with" && (seg[1] == "no" || seg[1] == "none" || seg[1] == "nothing" || seg[1] == "not") || seg[0] == "and" && seg[1] == "none") {
		return false
	}
	for k, w := range rest {
		all := w == "all" || w == "every" || w == "each" || periods[w] > 0 && k+2 < len(rest) && rest[k+2] == w || w == "entirely" || w == "exclusively"
		if !all {
			continue
		}
		return slices.ContainsFunc(seg, func(w string) bool {
			return slices.Contains([]string{"respite", "exception", "exceptions", "interruption", "pause", "break", "let-up", "letup", "fail", "relief", "reprieve", "lull", "let"}, w)
		}) || seg[1] == "none" && slices.ContainsFunc(seg, func(w string) bool {
			return w == "side" || w == "elsewhere" || w == "outside" || w == "beyond"
		})
	}
	return false
}

// named reports a segment that gives another name: "known as ISGS".
func named(seg []string) bool {
	k := 0
	for k < len(seg) && slices.Contains([]string{"also", "better", "formerly", "commonly", "locally", "often", "now", "then"}, seg[k]) {
		k++
	}
	return k+1 < len(seg) && len(seg) <= 8 && (seg[k] == "known" && (seg[k+1] == "as" || seg[k+1] == "locally") || seg[k] == "called" || seg[k] == "nicknamed" || seg[k] == "dubbed" || seg[k] == "abbreviated")
}

// participial reports a segment after a name of what befell it: "beaten by Congolese troops in
// November 2013", "backed by Russia".
func participial(seg []string) bool {
	return len(seg) > 2 && len(seg) <= 12 && (seg[1] == "by" || seg[1] == "from" || seg[1] == "in" || seg[1] == "into" || seg[1] == "as" || seg[1] == "out" || seg[1] == "back" || seg[1] == "off" || seg[1] == "at") && (len(seg[0]) > 4 && seg[0][len(seg[0])-2:] == "ed" || slices.Contains([]string{"beaten", "driven", "led", "born", "split", "fought", "built", "torn", "hit", "run", "sworn", "known", "held", "riven"}, seg[0])) && background(seg) && seg[0] != "killed" && seg[0] != "ranked" && seg[0] != "confined"
}

// backgrounds reports that all the asides at the ranges of a sentence are background.
func backgrounds(low []string, cut [][2]int) bool {
	for _, r := range cut {
		lo, hi := r[0], r[1]
		for lo < hi && (low[lo] == "," || low[lo] == "(" || low[lo] == "–" || low[lo] == "—") {
			lo++
		}
		for hi > lo && (low[hi-1] == "," || low[hi-1] == ")") {
			hi--
		}
		seg := low[lo:hi]
		switch {
		case len(seg) == 0, emphatic(seg, low[:lo]), earlierThanThat(seg):
			continue
		case lo == 0 && slices.Contains([]string{"before", "after", "until", "since", "by", "for"}, seg[0]) && slices.ContainsFunc(seg, func(w string) bool { return hasDigit(w) || monthNames[w] > 0 }):
			return false // when what follows was
		case slices.Contains([]string{"if", "unless", "until", "since", "excluding", "including", "except"}, seg[0]):
			return false
		case !background(seg[1:]):
			return false
		}
	}
	return true
}

// apposedWithin are the containments that the appositions cut from the sentence tell, "Pemba, the
// capital of Cabo Delgado": where what the sentence claims was read, they are claimed beside it.
func (s *sentence) apposedWithin(cut [][2]int, list []Found) (out []Found) {
	if len(list) == 0 {
		return nil
	}
	saved := s.out
	for _, r := range cut {
		if !s.is(r[0], ",") || !s.near(r[0]+1, r[1]-r[0]-1, func(k int) bool { return slices.Contains(settlementRoles, s.low(k)) }) {
			continue
		}
		s.out = nil
		s.containments()
		for _, f := range s.out {
			if f.Claim.Form == tocsin.FormWithin && f.Span[1] > s.toks[r[0]].Span[0] && f.Span[1] <= s.toks[r[1]-1].Span[1] {
				out = append(out, f)
			}
		}
	}
	s.out = saved
	return out
}
