package claim

import "slices"

// A wordClass is the lists that a word is on, as bits: each token is looked up once, and
// not in each list by each pattern.
type wordClass uint16

const (
	isAttack wordClass = 1 << iota
	isDeath
	isKill
	isChange // may begin a change: see changeWord
	isTop    // may begin a rank: see topmost
	isMover  // may move something else: see otherTrends
	isViolent
	isTaking
	isPart  // of a year, or a century: see frameYears
	isWager // may tell how long a war went on: see waged
	isNth   // may count an event among others: see nthThere
	isTwo
	isBefore
	isLength
	isUnit // of a country
)

// changeLeads are words of change besides those of the lists, each with conditions.
var changeLeads = []string{"stepped", "ramped", "scaled", "went", "gone", "goes", "shot", "fell", "fall", "fallen", "falls", "came", "up", "down", "cut", "slashed"}

// wordClasses has every word of the lists.
var wordClasses = func() map[string]wordClass {
	out := map[string]wordClass{}
	add := func(c wordClass, lists ...[]string) {
		for _, w := range slices.Concat(lists...) {
			out[w] |= c
		}
	}
	add(isAttack, attackNouns)
	add(isDeath, deathNouns)
	add(isKill, killVerbs)
	add(isChange, upWords, downWords, flatWords, changeLeads)
	for w := range factors {
		out[w] |= isChange
	}
	add(isTop, tops, least, []string{"topped", "led", "headed"})
	add(isMover, moving, movers)
	add(isViolent, violentNouns)
	add(isTaking, takings)
	add(isPart, []string{"month", "months", "half", "quarter", "century", "millennium"})
	for w := range monthNames {
		out[w] |= isPart
	}
	add(isWager, wagedVerbs, []string{"went", "war"})
	for w, n := range ordinals {
		if n > 1 {
			out[w] |= isNth
		}
	}
	add(isNth, []string{"times"})
	add(isTwo, []string{"two"})
	add(isBefore, []string{"before"})
	for _, w := range unitNouns {
		add(isUnit, []string{w, w + "s"})
	}
	add(isUnit, []string{"counties", "territories"})
	add(isLength, lengthWords, []string{"kilometre-radius", "mile-radius"})
	return out
}()

// class is the lists that token i is on.
func (s *sentence) class(i int) wordClass {
	if i < 0 || i >= len(s.toks) {
		return 0
	}
	if s.classes == nil {
		s.classes = make([]wordClass, len(s.toks))
		for k := range s.toks {
			s.classes[k] = wordClasses[s.toks[k].Lower]
			s.anyClass |= s.classes[k]
		}
	}
	return s.classes[i]
}

// has reports a word of the class anywhere in the sentence.
func (s *sentence) has(c wordClass) bool {
	s.class(0)
	return s.anyClass&c != 0
}
