package claim

import (
	"math"
	"slices"
	"strings"

	"tocsin"
)

// moreBounds and lessBounds lead to an amount that is exceeded, and to one that is not.
var (
	moreBounds = [][]string{{"no", "less", "than"}, {"not", "less", "than"}, {"no", "fewer", "than"}, {"not", "fewer", "than"}, {"more", "than"}, {"at", "least"}, {"at", "the", "least"}, {"over"}, {"above"}, {"upwards", "of"}, {"in", "excess", "of"}, {"a", "minimum", "of"}, {"greater", "than"}, {"better", "than"}}
	lessBounds = [][]string{{"no", "more", "than"}, {"not", "more", "than"}, {"not", "much", "more", "than"}, {"at", "most"}, {"at", "the", "most"}, {"at", "the", "very", "most"}, {"up", "to"}, {"a", "maximum", "of"}, {"no", "greater", "than"}, {"no", "further", "than"}, {"less", "than"}, {"fewer", "than"}, {"under"}, {"short", "of"}, {"below"}}
)

// boundedChanges gives a change the bound of the amount that the sentence names: "fell by no
// more than a half", "less than doubled", "came down by a third at most".
func (s *sentence) boundedChanges(list []Found) []Found {
	n, plain := 0, 0
	for i := range list {
		if k := &list[i].Claim; k.Form == tocsin.FormChange {
			n++
			plain += boolInt(k.Value == nil)
		}
	}
	if n == 0 || !s.boundSaid() {
		return list
	}
	for at := range s.toks {
		share, factor, hi, ok := s.amountAt(at)
		if !ok {
			continue
		}
		if s.is(at-1, "to", "even") && s.near(max(0, at-3), 3, func(k int) bool { return s.is(k, "failed", "not", "never", "n't", "without", "short") }) {
			return slices.DeleteFunc(list, func(f Found) bool { return f.Claim.Form == tocsin.FormChange && f.Claim.Value != nil }) // failed to halve
		}
		bound := s.boundOf(at, hi)
		if bound == "" {
			continue
		}
		if factor == 0 && s.is(hi, "of", "that", "those", "as", "its", "the", "what", "their") {
			factor = share // at most half that of 2017
		}
		for i := range list {
			if k := &list[i].Claim; k.Form == tocsin.FormChange && (k.Value != nil || plain == 1 && n == 1 && (factor > 0 || s.byBefore(at))) {
				setBound(k, share, factor, bound)
			}
		}
	}
	return list
}

// boundSaid is the cheap test: a word that bounds an amount from above or below.
func (s *sentence) boundSaid() bool {
	return s.near(0, len(s.toks), func(k int) bool {
		return s.is(k, "no", "not", "most", "up", "less", "fewer", "under", "short", "below", "maximum", "minimum", "least", "over", "above", "upwards", "excess", "more", "failed", "n't", "never")
	})
}

// setBound writes the bound of an amount into a change that has just that amount, or none yet.
func setBound(k *tocsin.Claim, share, factor float64, bound string) {
	v := factor
	if factor == 0 {
		fell := k.Op == "<"
		if k.Value != nil {
			fell = *k.Value < 1
		}
		v = 1 + share
		if fell {
			v = 1 - share
		}
	}
	v = round3(v)
	if v <= 0 || k.Value != nil && math.Abs(*k.Value-v) > 0.002 || k.Value == nil && k.Op != "<" && k.Op != ">" || k.Value == nil && factor > 0 && (factor > 1) != (k.Op == ">") {
		return
	}
	k.Value = tocsin.Number(v)
	if k.Op = bound; v < 1 && bound != "~" && factor == 0 { // a greater fall is a smaller ratio
		k.Op = map[byte]string{'<': ">", '>': "<"}[bound[0]] + bound[1:]
	}
}

// amountAt reads at token i by how much something changed: a share ("a third", "nine tenths",
// "30 per cent") or a factor ("doubled", "threefold").
func (s *sentence) amountAt(i int) (share, factor float64, hi int, ok bool) {
	if s.timeOver(i) {
		return 0, 0, 0, false
	}
	if f := max(factors[s.low(i)], s.foldAt(i)); f >= 1 {
		return 0, f, i + 1, true
	} else if f > 0 {
		return 1 - f, 0, i + 1, true // halved
	}
	if s.is(i, "twice") {
		return 0, 2, i + 1, true
	}
	if q, found := s.quantity(i); found && q.upper == 0 {
		if s.is(q.hi, "%", "percent") {
			return q.value / 100, 0, q.hi + 1, true
		}
		if s.is(q.hi, "per") && s.is(q.hi+1, "cent") {
			return q.value / 100, 0, q.hi + 2, true
		}
	}
	k := i
	if s.is(k, "a", "one") {
		k++
	}
	if f := fractions[s.low(k)]; f > 0 && !s.is(k+1, "year", "month", "dozen", "time") {
		return f, 0, k + 1, true
	}
	if k > i && s.is(k, "tenth", "sixth", "seventh", "eighth", "ninth") {
		return 1 / ordinals[s.low(k)], 0, k + 1, true
	}
	end := i + 1 + boolInt(s.is(i+1, "-"))
	if f, found := s.severalParts(end); found {
		return f, 0, end + 1, true
	}
	return 0, 0, 0, false
}

// foldAt is the factor that the word at token i names: "tenfold", "eleven-fold", "20-fold".
func (s *sentence) foldAt(i int) float64 {
	w := s.low(i)
	if f := folds[w]; f > 0 {
		return f
	}
	many, ok := strings.CutSuffix(w, "fold")
	if many = strings.TrimRight(many, "-"); ok && many == "" { // ten-fold in several words
		many = s.low(i - 1 - boolInt(s.is(i-1, "-")))
	}
	if n, _ := wordNumber(many); ok && n > 1 {
		return n
	} else if x, _ := digits(many); ok && x > 1 {
		return x
	}
	return 0
}

// muchBefore reads the amount right before the noun of change at token i: "a tenfold rise", "a
// 90 percent drop", "nearly a two-thirds fall".
func (s *sentence) muchBefore(i int, up bool) (factor float64, op string, ok bool) {
	for k := i - 1; k >= max(0, i-4); k-- {
		share, f, hi, found := s.amountAt(k)
		if !found || hi != i && !(hi == i-1 && s.is(hi, "-", "sharp", "steep")) {
			continue
		}
		op = s.boundOf(k, hi)
		switch {
		case op == "" && s.near(max(0, k-2), 2, func(t int) bool {
			return s.is(t, "about", "around", "nearly", "almost", "roughly", "approximately", "some")
		}):
			op = "~"
		case op == "":
			op = "="
		}
		if f > 0 {
			return f, op, up
		}
		if !up && op != "~" && op != "=" { // a greater fall is a smaller ratio
			op = map[byte]string{'<': ">", '>': "<"}[op[0]] + op[1:]
		}
		return s.factorOf(share, up), op, true
	}
	return 0, "", false
}

// boundOf is the bound that stands before an amount at tokens [lo, hi), or right after it: an
// operator that the amount of change has, "~" for about, "" for none.
func (s *sentence) boundOf(lo, hi int) string {
	for _, below := range []bool{true, false} {
		for _, words := range map[bool][][]string{true: lessBounds, false: moreBounds}[below] {
			at := lo - len(words)
			if at < 0 || !s.seq(at, words...) || s.is(at-1, "no", "not", "much") { // of the longer phrase
				continue
			}
			switch strict := !s.is(lo-1, "most", "least", "to", "of") && !s.is(at, "no", "not"); {
			case s.is(at-1, "just", "little", "slightly", "bit", "somewhat", "fraction", "shade"):
				return "~" // just under a half
			case below:
				return map[bool]string{true: "<", false: "<="}[strict]
			default:
				return map[bool]string{true: ">", false: ">="}[strict]
			}
		}
	}
	switch {
	case s.is(lo-1, "about", "around", "nearly", "almost", "roughly", "approximately", "some", "barely", "virtually"):
		return "~"
	case s.is(hi, "at") && s.near(hi, 4, func(k int) bool { return s.is(k, "most", "least") }):
		return map[bool]string{true: "<=", false: ">="}[s.near(hi, 4, func(k int) bool { return s.is(k, "most") })]
	case s.is(hi, "or") && s.is(hi+1, "less", "more", "fewer"):
		return map[bool]string{true: ">=", false: "<="}[s.is(hi+1, "more")]
	}
	return ""
}

// byBefore reports "by" before the bound of an amount at token i, or a verb of being.
func (s *sentence) byBefore(i int) bool {
	return s.near(max(0, i-6), min(i, 6), func(k int) bool { return s.is(k, "by", "was", "amounted", "came", "of") })
}
