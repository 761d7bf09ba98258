package claim

import (
	"slices"
	"strconv"
	"strings"

	"tocsin"
	"tocsin/read/text"
)

// Words of growth and decline, verbs and nouns alike.
var (
	upWords   = strings.Fields("increase increased increases increasing rise rose risen rises rising grow grew grown growing surge surged surges surging soar soared soaring spike spiked jump jumped climb climbed climbing escalate escalated escalating escalates accelerate accelerated accelerating accelerates intensify intensified intensifying intensifies worsen worsened worsening multiply multiplied mount mounted mounting expand expanded swelled rocketed skyrocketed uptick upsurge escalation intensification acceleration")
	downWords = strings.Fields("decrease decreased decreases decreasing decline declined declines declining fall fell fallen falls falling drop dropped drops dropping plunge plunged plummet plummeted subside subsided subsiding ease eased easing diminish diminished lessened shrank reduced reduction abate abated dwindled dwindling shrinking slowed receded waned lull de-escalated de-escalation")
	flatWords = strings.Fields("unchanged stable steady")
	factors   = map[string]float64{"doubled": 2, "doubling": 2, "double": 2, "triple": 3, "quadruple": 4, "halve": 0.5, "doubles": 2, "triples": 3, "halves": 0.5, "tripled": 3, "trebled": 3, "tripling": 3, "quadrupled": 4, "quintupled": 5, "halved": 0.5, "halving": 0.5}
	folds     = map[string]float64{"twofold": 2, "threefold": 3, "fourfold": 4, "fivefold": 5, "sixfold": 6, "sevenfold": 7, "eightfold": 8, "ninefold": 9, "tenfold": 10}
	fractions = map[string]float64{"half": 0.5, "third": 1.0 / 3, "quarter": 0.25, "fifth": 0.2, "tenth": 0.1, "two-thirds": 2.0 / 3, "three-quarters": 0.75, "one-third": 1.0 / 3, "one-quarter": 0.25, "one-fifth": 0.2, "one-tenth": 0.1}
)

// changes finds growth and decline of violence.
func (s *sentence) changes() {
	for i := range s.toks {
		op, value := s.changeWord(i)
		if op == "" || s.taken[i] || s.neverPast(i) {
			continue
		}
		noun, ok := s.changedNoun(i)
		if !ok || s.otherObject(i) || s.nearerWord(i, noun) || s.near(i, 5, func(k int) bool { return s.is(k, "steadily") }) && !s.steady() {
			continue
		}
		if _, _, _, _, several := s.repeated(i); several {
			s.series(i, noun, op)
			continue
		}
		s.changeClaim(i, noun, op, value)
	}
	s.asMany()
	s.comparatives()
	s.otherThen()
}

// neverPast reports a word of change that only bounds a number which it denies: "never
// fell below 100".
func (s *sentence) neverPast(i int) bool {
	return s.is(i+1, "below", "under", "above", "beyond", "short", "beneath") && s.near(0, i, func(k int) bool { return s.is(k, "no", "never", "not", "n't", "none") })
}

// otherObject reports that what the verb at i changes is something else: "the strike
// halved oil output".
func (s *sentence) otherObject(i int) bool {
	return s.toks[i].UPOS == "VERB" && slices.ContainsFunc(s.toks[min(i+1, len(s.toks)):], func(t text.Token) bool {
		return t.Head == i && t.Rel == "obj" && t.UPOS == "NOUN" && !slices.Contains(attackNouns, t.Lower) && !slices.Contains(deathNouns, t.Lower) && !slices.Contains([]string{"number", "numbers", "rate", "pace", "intensity", "frequency", "level", "toll", "scale", "times"}, t.Lower) && periods[t.Lower] == 0
	})
}

// nearerWord reports another word of change between the one at i and its noun:
// "growing in power and accelerating their tempo".
func (s *sentence) nearerWord(i, noun int) bool {
	for k := i + 1; k < noun; k++ {
		if op, _ := s.changeWord(k); op != "" {
			return true
		}
	}
	return false
}

// changeWord reads the direction of the word at i and its factor, 0 for none.
func (s *sentence) changeWord(i int) (op string, factor float64) {
	if s.class(i)&isChange == 0 {
		return "", 0
	}
	w := s.low(i)
	if f, ok := factors[w]; ok {
		if s.is(i, "double", "triple", "quadruple", "halve") && !s.is(i+1, "that", "the", "those") && !s.is(i-1, "than", "to", "almost", "nearly", "least", "did") {
			return "", 0
		}
		op = "="
		if s.seq(i-2, "more", "than") && s.is(i-3, "no", "not") || s.seq(i-2, "at", "most") || s.seq(i-2, "less", "than") || s.is(i-1, "under") {
			op = map[bool]string{true: "<", false: ">"}[f > 1]
		} else if s.seq(i-2, "more", "than") || s.is(i-1, "over") || s.seq(i-2, "at", "least") {
			op = map[bool]string{true: ">", false: "<"}[f > 1]
		} else if s.is(i-1, "nearly", "almost", "roughly", "about", "approximately", "virtually") {
			op = "~"
		}
		return op, f
	}
	switch {
	case slices.Contains(upWords, w), s.is(i, "stepped", "ramped", "scaled", "went", "gone", "goes", "shot") && s.is(i+1, "up"):
		op = ">"
	case s.is(i, "fell", "fall", "fallen", "falls") && (s.is(i+1, "short") || s.is(i-1, "people", "civilians", "soldiers")): // of what it is compared with
		return "", 0
	case s.is(i, "fell", "fall", "fallen") && s.is(i+1, "victim", "prey", "within", "into", "under", "inside", "to", "silent"): // no change of a number
		return "", 0
	case s.is(i, "fell", "fall", "fallen", "falls") && s.fellThen(i):
		return "", 0
	case slices.Contains(downWords, w), s.is(i, "went", "gone", "goes", "came") && s.is(i+1, "down"):
		if s.is(i, "fall") && s.is(i-1, "the", "in", "this", "last") && s.is(i+1, "of") { // the fall of a city
			return "", 0
		}
		op = "<"
	case s.is(i, "up", "down") && s.is(i-1, "was", "were", "been") && s.inRow():
		return map[bool]string{true: ">", false: "<"}[s.is(i, "up")], 0
	case s.is(i, "cut", "slashed") && s.is(i+1, "by"):
		if f, eq, ok := s.byHowMuch(i, false); ok {
			return eq, f
		}
		return "<", 0
	case slices.Contains(flatWords, w) && s.is(i-1, "remained", "stayed", "been", "was", "were", "largely"):
		return "=", 1
	default:
		return "", 0
	}
	if f, eq, ok := s.byHowMuch(i, op == ">"); ok {
		return eq, f
	}
	if f, eq, ok := s.muchBefore(i, op == ">"); ok {
		return eq, f
	}
	return op, 0
}

// inRow reports a word of a streak in the sentence.
func (s *sentence) inRow() bool { return s.near(0, len(s.toks), s.repeatedWord) }

// byHowMuch reads "by 30 percent", "by a third", "by more than half", "threefold".
func (s *sentence) byHowMuch(i int, up bool) (factor float64, op string, ok bool) {
	for k := i + 1; k < min(len(s.toks), i+7); k++ {
		if s.is(k, ",", ".", ";", "than", "from", "to", "since") && !s.seq(k-1, "more", "than") && !s.seq(k-1, "less", "than") && !s.seq(k-1, "up", "to") {
			return 0, "", false
		}
		if f, ok := s.severalParts(k); ok && s.near(i, k-i, func(t int) bool { return s.is(t, "by", "of") }) {
			return s.factorOf(f, up), s.shareOp(i, k, up), true
		}
		f, isFraction := fractions[s.low(k)]
		if isFraction && !s.is(k, "half") && !s.is(k-1, "than") && !s.near(max(i, k-5), min(k-i, 5), func(t int) bool { return s.is(t, "by") }) && (periods[s.low(k+1)] > 0 || s.is(k+1, "time", "consecutive", "successive", "straight", "in", "annual")) {
			return 0, "", false // for a third year
		}
		if isFraction && s.is(i+1, "by") && s.is(k-1, "least", "most", "over", "than") {
			return s.factorOf(f, up), s.shareOp(i, k, up), true
		}
		if isFraction && (s.is(k-1, "a", "one", "by", "half") || s.is(k-2, "by")) || s.is(k, "half") && s.is(k-1, "by", "than", "about", "in", "nearly", "almost", "roughly") {
			return s.factorOf(f, up), s.shareOp(i, k, up), true
		}
		if q, isNumber := s.quantity(k); isNumber && s.is(q.hi, "%", "percent", "per") {
			return s.factorOf(q.value/100, up), s.shareOp(i, k, up), true
		}
		if f := s.foldAt(k); f > 0 {
			return f, s.shareOp(i, k, true), true
		}
	}
	return 0, "", false
}

// severalParts reads "three quarters", "two-thirds" and "nine-tenths" that end at token k.
func (s *sentence) severalParts(k int) (share float64, ok bool) {
	many, part := s.low(k-1-boolInt(s.is(k-1, "-"))), s.low(k)
	if a, b, joined := strings.Cut(part, "-"); joined {
		many, part = a, b
	}
	if !slices.Contains([]string{"thirds", "quarters", "fifths", "tenths"}, part) {
		return 0, false
	}
	n, ok := unitWords[many]
	return n * parts[part] / 100, ok && n > 0
}

func (s *sentence) factorOf(share float64, up bool) float64 {
	if up {
		return 1 + share
	}
	return 1 - share
}

// shareOp is the comparison of a share named between tokens i and k: "by more than
// half" of a fall means a smaller ratio, "by no more than half" a greater one.
func (s *sentence) shareOp(i, k int, up bool) string {
	more, less := map[bool]string{true: ">", false: "<"}[up], map[bool]string{true: "<", false: ">"}[up]
	end := k + 1 + boolInt(s.is(k+1, "%", "percent")) + 2*boolInt(s.is(k+1, "per"))
	switch {
	case s.seq(end, "at", "most"), s.seq(end, "or", "less"):
		return less
	case s.seq(end, "at", "least"), s.seq(end, "or", "more"):
		return more
	}
	for t := i; t < k; t++ {
		switch {
		case s.is(t, "no", "not") && s.is(t+1, "more", "even", "over"), s.is(t, "less", "under", "below"), s.seq(t, "at", "most"), s.seq(t, "up", "to") && t > i:
			return less
		case s.is(t, "no", "not") && s.is(t+1, "less", "under"):
			return more
		case s.is(t, "more", "over") || s.seq(t, "at", "least"):
			return more
		case s.is(t, "about", "around", "nearly", "almost", "roughly", "approximately", "some"):
			return "~"
		}
	}
	return "="
}

// changedNoun is the noun of violence that the word at i changes: before it as its
// subject, or after it as its object or after "in".
func (s *sentence) changedNoun(i int) (int, bool) {
	for k := i + 1; k < min(len(s.toks), i+9); k++ {
		if s.is(k, ".", ";", "but", "while") || s.is(k, "than") && s.comparing(k) {
			break
		}
		if (s.attackWord(k) || s.deathWord(k) && !s.is(k, "dead", "lives", "victims")) && s.objectLink(i+1, k) {
			return s.counter(k), true
		}
	}
	for k := i - 1; k >= max(0, i-18); k-- {
		if s.is(k, ".", ";") {
			break
		}
		if s.attackWord(k) && (!s.is(k, "events", "event") || s.is(k-1, "violent", "conflict", "security", "battle", "deadly")) || s.is(k, "deaths", "fatalities", "toll", "casualties", "killing", "dead") && (!s.is(k, "dead") || s.is(k-1, "of", "the")) || s.is(k, "killed") && s.is(k-1, "people", "civilians", "those") {
			return s.counter(k), s.subjectLink(k+1, i)
		}
	}
	return 0, false
}

// counter is the noun that says what is counted where the one at k only says in
// what: deaths in "deaths in armed attacks", killed in "the number of people killed
// in fighting".
func (s *sentence) counter(k int) int {
	if s.deathWord(k) || s.is(k, "killed") {
		return k
	}
	linked := false
	for i := k - 1; i >= max(0, k-8); i-- {
		switch {
		case s.is(i, "killings", "casualties", "deaths", "fatalities", "toll") || s.is(i, "killed", "dead") && linked:
			if linked {
				return i
			}
			return k
		case s.is(i, "in", "from", "of", "by", "during", "to", "through", "amid"):
			linked = true
		case s.is(i, "due", "related", "linked", "-", "the", "a", "all", "and", "or", "both") || s.toks[i].UPOS == "ADJ" || s.toks[i].UPOS == "NOUN" || s.toks[i].UPOS == "PROPN" || s.landAt(i) != nil || s.capital(i):
		default:
			return k
		}
	}
	return k
}

// objectLink reports whether tokens [lo, hi) lead from a word of change to its noun.
func (s *sentence) objectLink(lo, hi int) bool {
	for i := lo; i < hi; i++ {
		if s.is(i, ",") || s.is(i, "by", "after", "before", "because", "despite", "when", "during") {
			return false
		}
	}
	return true
}

// subjectLink reports whether tokens [lo, hi) lead from a subject to its verb: no
// other verb of speech or cause and no clause between.
func (s *sentence) subjectLink(lo, hi int) bool {
	for i := lo; i < hi; i++ {
		if s.is(i, "because", "although", "but", "while", "if", "when", "said", "says", "warned", "caused", "prompted", "which", "who") {
			return false
		}
	}
	return true
}

func (s *sentence) changeClaim(word, noun int, op string, value float64) {
	lo, hi := min(word, noun), max(word, noun)+1
	if s.is(hi-1, "tempo", "number") && s.is(hi, "of") && s.attackWord(hi+1) {
		hi += 2
	}
	k := tocsin.Claim{Form: tocsin.FormChange, Op: op, Unit: tocsin.Ratio}
	if value > 0 {
		k.Value = tocsin.Number(round3(value))
	}
	measure := s.measure(noun)
	if s.seqNear(noun, "tempo") {
		measure = ""
	} else if measure == "" && s.near(lo, hi+2-lo, func(t int) bool { return s.is(t, "deadlier", "bloodier", "deadly") }) {
		measure = "deaths" // violence grew deadlier
	}
	used := s.scopeOf(&k, lo, hi, measure)
	if s.growingPower(&k, lo) {
		return
	}
	if base, at := s.baseline(); base != "" {
		if w := k.Window; w != nil && w.From.IsZero() && !w.To.IsZero() { // by 2018, compared with 2014
			c := yearOf(w.To.AddDays(1).Year())
			if strings.Contains(w.Text, strconv.Itoa(w.To.Year())) {
				c = yearOf(w.To.Year())
			}
			k.Window = &c
		}
		s.setBase(&k, base)
		used = append(used, at)
	} else {
		s.endpoints(&k)
	}
	for t := lo; t < hi; t++ {
		s.taken[t] = true
	}
	s.add(k, lo, hi, used...)
	s.out[len(s.out)-1].Moved = [2]int{word, noun}
}

// endpoints turns "rose between 2018 and 2020" and "from 2018 to 2020" into the last
// year against the first.
func (s *sentence) endpoints(k *tocsin.Claim) {
	w := k.Window
	if w == nil || w.Open != "none" || w.Precision != "year" || w.From.IsZero() || w.To.Year() <= w.From.Year() {
		return
	}
	lead := false
	for _, f := range s.times {
		if f.When.From == w.From && f.When.To == w.To {
			lead = s.is(f.Lo, "between", "from") || s.is(f.Lo-1, "between", "from")
		}
	}
	if !lead {
		return
	}
	c := *w
	first, last := w.From, w.To
	c.From = last.AddDays(1).AddMonths(-12)
	c.Anchor = &tocsin.Anchor{Rel: "after", Text: first.String() + "/" + first.AddMonths(12).AddDays(-1).String()}
	k.Window = &c
}

// growingPower drops a claim without anyone or anywhere: nothing to measure.
func (s *sentence) growingPower(k *tocsin.Claim, lo int) bool {
	return k.Of.Actor == "" && k.Of.Country == ""
}

func (s *sentence) seqNear(i int, w string) bool {
	for k := max(0, i-3); k < min(len(s.toks), i+3); k++ {
		if s.is(k, w) {
			return true
		}
	}
	return false
}

func round3(x float64) float64 { return float64(int(x*1000+0.5)) / 1000 }

// setBase writes the time a comparison names into the window's anchor.
func (s *sentence) setBase(k *tocsin.Claim, base string) {
	if k.Window == nil {
		return
	}
	from, to, _ := strings.Cut(base, "/")
	if from == k.Window.From.String() && to == k.Window.To.String() {
		return
	}
	w := *k.Window
	w.Anchor = &tocsin.Anchor{Rel: "after", Text: base}
	k.Window = &w
}
