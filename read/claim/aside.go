package claim

import (
	"slices"
	"strings"

	"tocsin/read/text"
	"tocsin/read/when"
	"tocsin/read/where"
)

// A sentence often wraps its claim into more: "Boko Haram, which went from raids to
// holding towns, killed more than 3,000 civilians in 2014, a lawyer noted in Abuja".
// What a relative clause, a fronted subordinate clause or the naming of the speaker
// says is no part of the claim, and its places, times and actors must not scope it.

// opens are the words that begin an aside after a comma.
var opens = strings.Fields("which who whom whose where when while although though whereas as because since despite including amid if unless after before even though so")

// fronts are the words that begin a subordinate clause at the head of a sentence.
var fronts = strings.Fields("when while although though whereas because despite after before as once if unless for notwithstanding given amid even until by since measured")

// tells are verbs of a speaker.
var tells = strings.Fields("said says told noted notes reported argued argues admitted recalled warned claimed added explained acknowledged stressed wrote observed insisted complained conceded remarked stated testified")

// asides lists the token ranges of a sentence that are no part of its main clause,
// in order. It looks at words and commas alone, so that a wrong tree costs nothing.
func asides(low []string) [][2]int {
	var out [][2]int
	n := len(low)
	for n > 0 && (low[n-1] == "." || low[n-1] == "!" || low[n-1] == "?" || low[n-1] == "”" || low[n-1] == "\"") {
		n--
	}
	if to := frontEnd(low, n); to > 0 {
		out = append(out, [2]int{0, to})
	}
	for i := max(1, lastEnd(out)); i < n; i++ {
		if low[i] == "(" {
			if k := indexFrom(low, i, ")"); k > 0 {
				out, i = append(out, [2]int{i, k + 1}), k
				continue
			}
		}
		if low[i] != "," && low[i] != "–" && low[i] != "—" {
			continue
		}
		to := asideEnd(low, i, n)
		if to > i {
			out, i = append(out, [2]int{i, to}), to-1
		}
	}
	return out
}

func lastEnd(list [][2]int) int {
	if len(list) == 0 {
		return 0
	}
	return list[len(list)-1][1]
}

func indexFrom(low []string, i int, w string) int {
	for k := i; k < len(low); k++ {
		if low[k] == w {
			return k
		}
	}
	return -1
}

// frontEnd is the token at which the main clause begins: after "Although ...," and
// after "Critics pointed out that".
func frontEnd(low []string, n int) int {
	if n == 0 {
		return 0
	}
	for k := 1; k < min(n, 14); k++ {
		if low[k] == "," {
			break
		}
		if low[k] == "that" && (slices.Contains(tells, low[k-1]) || k > 1 && low[k-1] == "out" && strings.HasPrefix(low[k-2], "point")) {
			return k + 1
		}
	}
	k := indexFrom(low[:n], 1, ",")
	if low[0] == "according" && k > 2 && k <= 9 && n-k >= 5 && !slices.ContainsFunc(low[1:k], hasDigit) {
		return k + 1 // according to our incident log
	}
	if k > 3 && k <= 14 && n-k >= 5 && (meanwhile(low[:k]) || stageOf(low[:k])) {
		return k + 1 // with the outbreak of war in X
	}
	if n < 8 || !slices.Contains(fronts, low[0]) {
		return 0
	}
	if k > 0 && k <= 12 && low[0] == "after" && slices.Contains(low[1:k], "without") {
		return 0 // after ten years without one
	}
	if k > 0 && k <= 9 && slices.Contains([]string{"before", "after", "until", "since", "by"}, low[0]) && slices.ContainsFunc(low[1:k], func(w string) bool { return slices.Contains(coupWords, w) }) {
		return 0 // before the coup of 2010: the time of what follows
	}
	if k < 4 || n-k < 5 || timeOnly(low[1:k]) || slices.ContainsFunc(low[1:k], func(w string) bool { return slices.Contains(seriesWords, w) || ordinals[w] > 0 }) {
		return 0
	}
	return k + 1
}

// timeOnly reports words that only name a time: "2014", "the end of May 2013".
func timeOnly(low []string) bool {
	for _, w := range low {
		_, month := monthNames[w]
		if !month && !hasDigit(w) && !slices.Contains([]string{"the", "of", "end", "beginning", "early", "late", "mid", "-", "year", "years", "months", "month", "and", "to", "a", "decade", "decades", "last", "this", "three", "two", "four", "five", "six", "ten", "twelve", "from", "for", "period", "course", "whole", "first", "half", "second", "quarter", "with", "least", "at"}, w) {
			return false
		}
	}
	return true
}

// asideEnd is the token after the aside that begins with the comma at i, or i where
// none does.
func asideEnd(low []string, i, n int) int {
	end := n
	for k := i + 1; k < n; k++ {
		if low[k] == "," || low[k] == ";" || low[k] == "–" || low[k] == "—" || low[k] == ":" {
			end = k
			break
		}
	}
	seg := low[i+1 : end]
	if len(seg) < 2 {
		return i
	}
	closed := end
	if end < n && low[end] == "," {
		closed = end + 1
	}
	switch {
	case slices.Contains(opens, seg[0]) && !timeOnly(seg[1:]) && !(seg[0] == "as" && len(seg) > 1 && seg[1] == "well"):
		return closed
	case (seg[0] == "in" || seg[0] == "to" || seg[0] == "of" || seg[0] == "from" || seg[0] == "at" || seg[0] == "on") && (seg[1] == "which" || seg[1] == "whom" || seg[1] == "whose"):
		return closed
	case seg[0] == "the" && (seg[1] == "year" || seg[1] == "month" || (seg[1] == "years" || seg[1] == "months" || seg[1] == "period") && background(seg[2:])) && len(seg) > 3 && !slices.Contains(seg, "deadliest"):
		return closed // "2014, the year in which the caliphate was proclaimed"
	case end < n && len(seg) <= 9 && slices.Contains([]string{"once", "long", "already", "traditionally", "formerly", "largely", "itself"}, seg[0]):
		return closed
	case end < n && seg[0] == "not" && len(seg) <= 6, end < n && (seg[0] == "a" || seg[0] == "an") && len(seg) <= 10:
		return closed // "JNIM, not the Islamic State, was"; "the ADF, an Islamist militia, killed"
	case meanwhile(seg), stageOf(seg), rivals(seg) && toppedAll(low[:i], low[end:n]):
		return closed
	case seg[len(seg)-1] == "notwithstanding":
		return closed
	case len(seg) <= 14 && (slices.Contains(seg[:min(len(seg), 5)], "having") || seg[0] == "leaving" || seg[0] == "making"):
		return closed
	case len(seg) <= 12 && telling(seg) && !slices.ContainsFunc(seg, hasDigit):
		return closed
	case apposition(low, i, end, n), earlierThanThat(seg), emphatic(seg, low[:i]), named(seg), end < n && (participial(seg) || roundAside(seg, low[:i])):
		return closed
	}
	return i
}

// warNouns are what goes on while something else is told.
var warNouns = strings.Fields("war siege battle fighting conflict insurgency rebellion offensive campaign crisis ceasefire truce")

// meanwhile reports a segment that only says what went on besides: "with war raging in
// Tigray", without a number.
func meanwhile(seg []string) bool {
	return (seg[0] == "with" || seg[0] == "amid" || seg[0] == "despite") && len(seg) <= 9 && slices.ContainsFunc(seg[:min(len(seg), 5)], func(w string) bool { return slices.Contains(warNouns, w) }) &&
		!slices.ContainsFunc(seg, func(w string) bool {
			return hasDigit(w) || isWordNumber(w) || slices.Contains(deathNouns, w) || w == "than"
		})
}

// stageOf reports a segment that only says at which stage of something it was: "at the height of the
// raids on X", "in the midst of a ceasefire", without a number.
func stageOf(seg []string) bool {
	if len(seg) < 5 || len(seg) > 14 || !slices.Contains([]string{"at", "in", "amid", "during", "near", "around"}, seg[0]) || seg[1] != "the" || seg[3] != "of" ||
		!slices.Contains([]string{"height", "peak", "climax", "zenith", "apex", "midst", "wake", "aftermath", "outset", "heart", "grip", "throes", "shadow", "context"}, seg[2]) {
		return false
	}
	return !slices.ContainsFunc(seg[4:], func(w string) bool {
		_, month := monthNames[w]
		return month || hasDigit(w) || isWordNumber(w) || slices.Contains(deathNouns, w) || w == "than"
	})
}

// rivals reports a segment that names one of those that whatever is above all others is above:
// "not even Syria", "ahead of Syria by a wide margin", "Syria included".
func rivals(seg []string) bool {
	if len(seg) > 12 || slices.ContainsFunc(seg, func(w string) bool { return hasDigit(w) && len(w) != 4 }) {
		return false
	}
	if slices.Contains(seg, "behind") || slices.Contains(seg, "but") {
		return false
	}
	at := slices.Index(seg, "ahead")
	return seg[0] == "not" && seg[1] == "even" || seg[0] == "let" && seg[1] == "alone" || seg[len(seg)-1] == "included" && len(seg) <= 5 ||
		at >= 0 && at <= 2 && at+1 < len(seg) && seg[at+1] == "of"
}

// toppedAll reports that the words around an aside put something above all others.
func toppedAll(parts ...[]string) bool {
	top := false
	for _, low := range parts {
		for k, w := range low {
			if ordinals[w] > 1 || w == "not" || w == "than" && k > 0 && low[k-1] == "less" {
				return false
			}
			top = top || slices.Contains([]string{"most", "deadliest", "bloodiest", "worst", "highest", "nowhere", "any"}, w) || w == "no" && k+1 < len(low) && (low[k+1] == "country" || low[k+1] == "other")
		}
	}
	return top
}

// telling reports a segment that only names the speaker: "a lawyer noted in Abuja",
// "according to the UN", "he said".
func telling(seg []string) bool {
	if seg[0] == "according" {
		return true
	}
	if seg[0] == "and" || seg[0] == "but" {
		return false
	}
	for k, w := range seg {
		if slices.Contains(tells, w) && k > 0 && (k+1 == len(seg) || !slices.Contains([]string{"that", "responsibility", "hundreds", "dozens", "thousands", "at", "more", "lives"}, seg[k+1])) {
			return true
		}
	}
	return false
}

// without is the sentence with the tokens of some ranges left out, and where each of
// its tokens stands in the whole.
func (s *sentence) without(cut [][2]int) (*sentence, []int) {
	var at []int
	for i := range s.toks {
		if !slices.ContainsFunc(cut, func(r [2]int) bool { return i >= r[0] && i < r[1] }) {
			at = append(at, i)
		}
	}
	return s.ordered(at), at
}

// ordered is the sentence of some of the tokens, in that order.
func (s *sentence) ordered(at []int) *sentence {
	to := make([]int, len(s.toks))
	for i := range to {
		to[i] = -1
	}
	for n, i := range at {
		to[i] = n
	}
	m := &sentence{c: s.c, doc: s.doc, n: s.n, taken: map[int]bool{}}
	for _, i := range at {
		t := s.toks[i]
		if t.Head >= 0 && t.Head < len(to) {
			t.Head = to[t.Head]
		}
		m.toks = append(m.toks, t)
	}
	keeps := func(lo, hi int) bool {
		for i := lo; i < hi; i++ {
			if to[i] < 0 {
				return false
			}
		}
		return true
	}
	for _, f := range s.times {
		if keeps(f.Lo, f.Hi) {
			g := f
			g.Lo, g.Hi = to[f.Lo], to[f.Hi-1]+1
			m.times = append(m.times, g)
		} else {
			m.asideTimes = append(m.asideTimes, f)
		}
	}
	m.places, m.actors = []where.Found{}, []Actor{}
	for _, f := range s.places {
		m.foreign = m.foreign || !keeps(f.Lo, f.Hi) && f.Country == s.c.Country && s.onlyHere(f.Country)
		if keeps(f.Lo, f.Hi) {
			f.Lo, f.Hi = to[f.Lo], to[f.Hi-1]+1
			m.places = append(m.places, f)
		}
	}
	for _, f := range s.actors {
		if keeps(f.Lo, f.Hi) {
			if f.known {
				f.NameLo, f.NameHi = to[f.NameLo], to[f.NameHi-1]+1
			}
			f.Lo, f.Hi = to[f.Lo], to[f.Hi-1]+1
			m.actors = append(m.actors, f)
		}
	}
	m.findLands()
	if m.foreign && len(m.lands) == 0 && slices.ContainsFunc(m.toks, func(t text.Token) bool { return t.Lower == "country" }) && m.countryMeant() {
		m.foreign = false // "when Niger's army tried, the country's last coup lay ..."
	}
	return m
}

// countryMeant reports "the country" or "the country's" in what is left of a sentence: the one
// country that the sentence names.
func (s *sentence) countryMeant() bool {
	return s.near(1, len(s.toks), func(i int) bool {
		return s.is(i, "country") && s.is(i-1, "the") && !s.is(i+1, "with", "that", "where", "hit", "most")
	})
}

// onlyHere reports that no other sentence of the document names a place of a country.
func (s *sentence) onlyHere(iso string) bool {
	return !slices.ContainsFunc(s.c.Where, func(f where.Found) bool { return f.Sent != s.n && f.Country == iso })
}

// lowered are the lower-case texts of tokens.
func lowered(toks []text.Token) []string {
	out := make([]string, len(toks))
	for i, t := range toks {
		out[i] = t.Lower
	}
	return out
}

// oneAsideTime is the only dated time among the asides of a sentence.
func (s *sentence) oneAsideTime() *when.Found {
	var one *when.Found
	for i := range s.asideTimes {
		f := &s.asideTimes[i]
		if f.Kind != when.Date || f.When.From.IsZero() || f.When.To.IsZero() || f.When.Open != "none" || f.When.Anchor != nil {
			continue
		}
		if one == nil || f.When.Precision == "day" && one.When.Precision != "day" {
			one = f
		}
	}
	return one
}

// particles counts the tokens before token i that join a name to its earlier part:
// Deir ez-Zor, Mazar-e Sharif.
func (s *sentence) particles(i int) int {
	n := 0
	for n < 3 && s.is(i-n-1, "-", "ez", "e", "es", "al", "el", "de", "la", "do", "da", "du") {
		n++
	}
	if n == 0 || i-n <= 0 || !s.capital(i-n-1) || s.timeOver(i-n-1) {
		return 0
	}
	return n
}

// particlesAfter counts the tokens from i on that join a name to its later part.
func (s *sentence) particlesAfter(i int) int {
	n := 0
	for n < 3 && s.is(i+n, "-", "ez", "e", "es", "do", "da") {
		n++
	}
	if n < 2 || !s.capital(i+n) || s.timeOver(i+n) {
		return 0
	}
	return n + 1
}
