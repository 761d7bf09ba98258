package claim

import (
	"strconv"
	"strings"
)

// number is a number as written, with what hedges or bounds it: tokens [lo, hi).
type number struct {
	lo, hi int
	value  float64
	upper  float64 // of a range; 0 where there is none
	op     string
}

var unitWords = map[string]float64{"zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
	"ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
	"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}

var scaleWords = map[string]float64{"hundred": 100, "thousand": 1000, "million": 1e6, "billion": 1e9}

// vagueWords are counts that name only an order of size: at least so many.
var vagueWords = map[string]float64{"dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000, "tens": 20, "several": 3}

// A readNumber is what numberAt found at a token, once it was asked.
type readNumber struct {
	n         number
	ok, asked bool
}

// numberAt reads the number that begins at token i, without what stands before it.
func (s *sentence) numberAt(i int) (number, bool) {
	if i < 0 || i >= len(s.toks) {
		return number{}, false
	}
	if len(s.numbers) != len(s.toks) {
		s.numbers = make([]readNumber, len(s.toks))
	}
	m := &s.numbers[i]
	if !m.asked {
		m.n, m.ok = s.numberFrom(i)
		m.asked = true
	}
	return m.n, m.ok
}

func (s *sentence) numberFrom(i int) (number, bool) {
	if s.inDateline(i) {
		return number{}, false
	}
	if n, ok := s.vagueAt(i); ok {
		return n, true
	}
	if s.seq(i, "half", "a", "dozen") || s.seq(i, "half", "-", "dozen") {
		return number{lo: i, hi: i + 3, value: 6, op: "~"}, true
	}
	if s.is(i, "a", "dozen") && s.near(max(0, i-2), 2, func(k int) bool { return s.is(k, "half") && s.is(k+1, "a", "-") }) {
		return number{}, false // within it
	}
	total, part, k := 0.0, 0.0, i
	seen := false
	if a, b, ok := strings.Cut(strings.ReplaceAll(s.low(i), "–", "-"), "-"); ok { // 1,800-2,200
		x, okA := digits(a)
		if y, okB := digits(b); okA && okB && y > x {
			return number{lo: i, hi: i + 1, value: x, upper: y, op: "="}, true
		}
	}
	for k < len(s.toks) {
		w := s.low(k)
		if x, ok := digits(w); ok && !seen {
			part, seen = x, true
		} else if x, ok := wordNumber(w); ok && (part == 0 || part >= 20 && x < 10 || part >= 100) {
			part, seen = part+x, true
		} else if m, ok := scaleWords[w]; ok && (seen || s.is(k-1, "a", "one")) {
			if part == 0 {
				part = 1
			}
			part, seen = part*m, true
			if m >= 1000 {
				total, part = total+part, 0
			}
		} else if w == "dozen" && (seen || s.is(k-1, "a")) {
			if part == 0 {
				part = 1
			}
			part, seen = part*12, true
		} else if !(seen && (w == "and" && part >= 100 || w == "-" && int(part)%100 >= 20) && k+1 < len(s.toks) && isWordNumber(s.low(k+1))) {
			break
		}
		k++
	}
	if !seen {
		return number{}, false
	}
	if half := s.andHalf(k); half > 0 {
		part, k = part+half, k+3
	}
	lo := i
	if s.is(i, "a") || s.is(i-1, "a") && (s.is(i, "hundred", "thousand", "million", "dozen")) {
		lo = min(i, i-1+boolInt(s.is(i, "a")))
	}
	return s.rangeFrom(number{lo: lo, hi: k, value: total + part, op: "="}), true
}

// andHalf is what "and a half" at token k adds: five and a half years, a dozen and a half.
func (s *sentence) andHalf(k int) float64 {
	if !s.seq(k, "and", "a", "half") {
		return 0
	}
	if _, time := timeLengths[s.low(k+3)]; time {
		return 0.5
	}
	return 6 * float64(boolInt(s.is(k-1, "dozen")))
}

// inDateline reports a token of the dateline or of a paragraph's number, which counts
// nothing: "NAIROBI, March 20 (Reuters) -", "13.".
func (s *sentence) inDateline(i int) bool {
	sent := &s.doc.Sentences[s.n]
	return sent.Dateline > 0 && sent.Dateline < len(sent.Tokens) && i >= 0 && i < len(s.toks) && s.toks[i].Span[0] < sent.Tokens[sent.Dateline].Span[0]
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// vagueAt reads "dozens (of)", "hundreds of", "tens of thousands of".
func (s *sentence) vagueAt(i int) (number, bool) {
	v, ok := vagueWords[s.low(i)]
	if !ok {
		return number{}, false
	}
	hi := i + 1
	if s.is(hi, "of") {
		hi++
		if w, more := vagueWords[s.low(hi)]; more && s.is(i, "tens", "hundreds", "dozens") {
			v *= w / 2
			hi++
			if s.is(hi, "of") {
				hi++
			}
		}
	}
	return number{lo: i, hi: hi, value: v, op: ">="}, true
}

// rangeFrom extends "10" by "-20", "to 20" or "and 20".
func (s *sentence) rangeFrom(n number) number {
	k := n.hi
	join := s.is(k, "-", "–", "to") || s.is(k, "and") && s.is(n.lo-1, "between")
	if !join {
		return n
	}
	if x, ok := digits(s.low(k + 1)); ok && x > n.value {
		n.upper, n.hi = x, k+2
	} else if s.is(n.lo-1, "between") || s.is(k, "to") {
		if m, ok := s.numberAt(k + 1); ok && m.upper == 0 && m.value > n.value && (isWordNumber(s.low(k+1)) || s.is(k+1, "a", "one")) {
			n.upper, n.hi = m.value, m.hi
		}
	}
	return n
}

func digits(w string) (float64, bool) {
	if w == "" || w[0] < '0' || w[0] > '9' {
		return 0, false
	}
	w = strings.ReplaceAll(w, ",", "")
	x, err := strconv.ParseFloat(w, 64)
	return x, err == nil && x < 1e12
}

func isWordNumber(w string) bool { _, ok := wordNumber(w); return ok }

// wordNumber reads "twenty" and "twenty-four".
func wordNumber(w string) (float64, bool) {
	if x, ok := unitWords[w]; ok {
		return x, true
	}
	a, b, ok := strings.Cut(w, "-")
	if !ok {
		return 0, false
	}
	x, okA := unitWords[a]
	y, okB := unitWords[b]
	return x + y, okA && okB && x >= 20 && y < 10
}

// bounds are the words before a number that bound or hedge it, longest first.
var bounds = []struct {
	words []string
	op    string
}{
	{[]string{"never", "more", "than"}, "<="}, {[]string{"never", "fewer", "than"}, ">="}, {[]string{"never", "less", "than"}, ">="}, {[]string{"in", "the", "region", "of"}, "~"}, {[]string{"in", "the", "neighbourhood", "of"}, "~"}, {[]string{"anything", "from"}, "="},
	{[]string{"no", "fewer", "than"}, ">="}, {[]string{"not", "fewer", "than"}, ">="}, {[]string{"no", "less", "than"}, ">="}, {[]string{"not", "less", "than"}, ">="},
	{[]string{"not", "even"}, "<"}, {[]string{"short", "of"}, "<"}, {[]string{"an", "average", "of"}, "="}, {[]string{"a", "mean", "of"}, "="},
	{[]string{"a", "minimum", "of"}, ">="}, {[]string{"a", "total", "of"}, "="}, {[]string{"no", "more", "than"}, "<="}, {[]string{"not", "more", "than"}, "<="},
	{[]string{"a", "maximum", "of"}, "<="}, {[]string{"in", "excess", "of"}, ">"}, {[]string{"as", "many", "as"}, "~"}, {[]string{"as", "much", "as"}, "~"},
	{[]string{"a", "little", "over"}, "~"}, {[]string{"a", "little", "under"}, "~"}, {[]string{"well", "over"}, ">"}, {[]string{"well", "under"}, "<"},
	{[]string{"just", "over"}, "~"}, {[]string{"just", "under"}, "~"}, {[]string{"just", "short", "of"}, "~"}, {[]string{"slightly", "more", "than"}, "~"}, {[]string{"slightly", "less", "than"}, "~"},
	{[]string{"at", "least"}, ">="}, {[]string{"at", "most"}, "<="}, {[]string{"more", "than"}, ">"}, {[]string{"greater", "than"}, ">"}, {[]string{"higher", "than"}, ">"}, {[]string{"upwards", "of"}, ">"},
	{[]string{"upward", "of"}, ">"}, {[]string{"fewer", "than"}, "<"}, {[]string{"less", "than"}, "<"}, {[]string{"lower", "than"}, "<"}, {[]string{"up", "to"}, "<="}, {[]string{"close", "to"}, "~"}, {[]string{"an", "estimated"}, "~"},
	{[]string{"the", "order", "of"}, "~"}, {[]string{"or", "so"}, "~"}, {[]string{"over"}, ">"}, {[]string{"above"}, ">"}, {[]string{"exceeding"}, ">"}, {[]string{"exceeded"}, ">"}, {[]string{"exceeds"}, ">"}, {[]string{"topped"}, ">"},
	{[]string{"surpassed"}, ">"}, {[]string{"exceed"}, ">"}, {[]string{"surpass"}, ">"}, {[]string{"reach"}, ">="}, {[]string{"crossed", "the"}, ">="}, {[]string{"passed", "the"}, ">"}, {[]string{"topped", "the"}, ">"}, {[]string{"crossed"}, ">="}, {[]string{"north", "of"}, ">"}, {[]string{"short", "of"}, "<"}, {[]string{"close", "on"}, "~"}, {[]string{"or", "thereabouts"}, "~"}, {[]string{"passed"}, ">"}, {[]string{"beyond"}, ">"}, {[]string{"outnumbered"}, ">"}, {[]string{"under"}, "<"}, {[]string{"below"}, "<"}, {[]string{"within"}, "<="}, {[]string{"about"}, "~"}, {[]string{"around"}, "~"}, {[]string{"approximately"}, "~"},
	{[]string{"approx."}, "~"}, {[]string{"some"}, "~"}, {[]string{"roughly"}, "~"}, {[]string{"nearly"}, "~"}, {[]string{"almost"}, "~"}, {[]string{"circa"}, "~"}, {[]string{"c."}, "~"}, {[]string{"estimated"}, "~"}, {[]string{"exactly"}, "="},
	{[]string{"barely"}, "~"}, {[]string{"only"}, "="}, {[]string{"perhaps"}, "~"}, {[]string{"between"}, "="}, {[]string{"from"}, "="},
}

// quantity reads the number at token i with its bounds before and after.
func (s *sentence) quantity(i int) (number, bool) {
	n, ok := s.numberAt(i)
	if !ok {
		return n, false
	}
	for again := 0; again < 2; again++ {
		for _, b := range bounds {
			at := n.lo - len(b.words)
			if at < 0 || !s.seq(at, b.words...) || b.words[0] == "from" && n.upper == 0 {
				continue
			}
			if n.op == "=" || n.op == ">=" && b.op != "=" && b.op != "~" {
				n.op = b.op
			}
			n.lo = at
			break
		}
	}
	if s.seq(n.hi, "or", "more") || s.is(n.hi, peopleNouns...) && s.seq(n.hi+1, "or", "more") {
		n.op = ">="
	}
	if s.is(n.hi, peopleNouns...) && s.seq(n.hi+1, "and", "more") && (n.hi+3 >= len(s.toks) || s.timeOver(n.hi+3) || s.is(n.hi+3, "in", "every", "each", ".", ",")) {
		n.op = ">="
	}
	if s.is(n.hi, "-") && s.is(n.hi+1, "plus") || s.is(n.hi, "plus", "+") && s.is(n.hi+1, peopleNouns...) {
		n.op, n.hi = ">=", n.hi+1+boolInt(s.is(n.hi, "-"))
	}
	if s.seq(n.hi, "or", "more") {
		n.op, n.hi = ">=", n.hi+2
	} else if s.seq(n.hi, "or", "fewer") || s.seq(n.hi, "or", "less") {
		n.op, n.hi = "<=", n.hi+2
	}
	if s.is(n.lo, "exceed", "surpass", "reach") && s.is(n.lo-1, "not", "n't", "never") || s.is(n.lo, "exceeded", "surpassed", "reached", "topped") && s.is(n.lo-1, "never") {
		n.op = map[string]string{">": "<=", ">=": "<", "=": "<"}[n.op] // did not exceed
		if n.lo--; s.is(n.lo-1, "did") {
			n.lo--
		}
	}
	return n, true
}

// ordinals count from first.
var ordinals = map[string]float64{"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10}
