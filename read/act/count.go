package act

import (
	"slices"
	"strconv"
	"strings"

	"tocsin"
	"tocsin/read/text"
)

// countOf reads how many were killed, hurt, taken or driven out from the number
// of the recipient: "killed at least 24 soldiers", "the arrest of two mayors".
func (e *extractor) countOf(it *Item, m slots) *tocsin.Count {
	what := countedAs(it.Act, it.Mode)
	if what == "" {
		return nil
	}
	if len(it.Recipients) > 1 && what != "displaced" && what != "protesters" && !e.allCounted(it) {
		return nil // "a nurse and three patients" are not three
	}
	for _, r := range it.Recipients {
		if c := e.numberIn(r.Lo, r.Hi, what); c != nil {
			return c
		}
		for _, k := range e.s.Children(r.Head) {
			if e.s.Tokens[k].Rel == "nummod" && !e.isTime(k) && e.parted(r.Head) != k {
				lo, hi := e.s.Subtree(k)
				if c := e.numberIn(lo, hi, what); c != nil {
					it.Cover = append(it.Cover, lo)
					return c
				}
			}
		}
	}
	return nil
}

// allCounted reports whether only the first of several recipients bears a number,
// one that may count them all: "24 soldiers and policemen".
func (e *extractor) allCounted(it *Item) bool {
	for i, r := range it.Recipients {
		numbered := slices.ContainsFunc(e.s.Tokens[r.Lo:max(r.Head, r.Lo)], func(t text.Token) bool {
			_, word := Number(t.Lower)
			return t.UPOS == "NUM" || word && t.UPOS != "DET"
		})
		if one := e.s.Tokens[r.Head].XPOS; numbered != (i == 0) || i > 0 && (e.s.Tokens[r.Lo].UPOS == "DET" || one == "NN" || one == "NNP") {
			return false
		}
	}
	return true
}

func countedAs(act, mode string) string {
	switch {
	case act == "assault" && mode == "kill":
		return "killed"
	case act == "assault" && mode == "wound":
		return "injured"
	case act == "arrest":
		return "arrested"
	case act == "abduction":
		return "abducted"
	case act == "displacement":
		return "displaced"
	case act == "release":
		return "released"
	case act == "protest":
		return "protesters"
	}
	return ""
}

// numberIn reads the first number of a token range with the words before it
// that bound it.
func (e *extractor) numberIn(lo, hi int, what string) *tocsin.Count {
	for k := lo; k < hi; k++ {
		n, ok := Number(e.s.Tokens[k].Lower)
		if !ok || e.s.Tokens[k].UPOS == "DET" {
			continue
		}
		end := k + 1
		if unit, ok := e.unitAfter(k, n, hi); ok {
			n, end = n+unit, k+3 // "twenty", "-", "three"
		}
		if end < hi {
			if times, ok := scale[e.s.Tokens[end].Lower]; ok {
				n *= times
				end++
			}
		}
		if end < len(e.s.Tokens) && slices.Contains([]string{"year", "month", "week", "day", "hour"}, e.s.Tokens[end].Lemma) || // "his four year old son"
			end < hi && strings.HasPrefix(e.s.Tokens[end].Text, "-") || n >= 1900 && n < 2100 && end == k+1 && e.isTime(k) {
			continue
		}
		if c := e.rangeAt(k, n, what); c != nil {
			return c
		}
		if end+1 < len(e.s.Tokens) {
			if m, ok := Number(e.s.Tokens[end+1].Lower); ok && m > n {
				if c := e.rangeAt(end+1, m, what); c != nil {
					return c // "between ten and twenty", met at "ten"
				}
			}
		}
		start, bound := e.boundBefore(k)
		c := &tocsin.Count{What: what, Text: e.s.SpanOf(start, end).In(e.Doc.Text)}
		switch bound {
		case "low":
			c.Low = tocsin.Number(n)
		case "high":
			c.High = tocsin.Number(n)
		case "above":
			c.Low = tocsin.Number(n + 1)
		case "below":
			c.High = tocsin.Number(n - 1)
		default:
			c.Low, c.High = tocsin.Number(n), tocsin.Number(n)
		}
		if d, ok := vague[e.s.Tokens[k].Lower]; ok {
			if k > 1 && e.s.Tokens[k-1].Lower == "of" && e.s.Tokens[k].Lower == "thousands" {
				d *= map[string]float64{"tens": 10, "dozens": 12, "scores": 20, "hundreds": 100}[e.s.Tokens[k-2].Lower]
			}
			if end+1 < len(e.s.Tokens) && e.s.Tokens[end].Lower == "of" && e.s.Tokens[end+1].Lower == "thousands" || d == 0 {
				continue // counted at "thousands"
			}
			if k+1 < end {
				d *= scale[e.s.Tokens[k+1].Lower] // "several dozen"
			}
			c.Low, c.High = tocsin.Number(d), nil
		}
		return c
	}
	return nil
}

// unitAfter is the unit that a hyphen joins to the tens at token k: "twenty - three".
func (e *extractor) unitAfter(k int, n float64, hi int) (float64, bool) {
	if k+2 >= hi || !slices.Contains(tens[2:], e.s.Tokens[k].Lower) || e.s.Tokens[k+1].Text != "-" {
		return 0, false
	}
	unit := slices.Index(small[:10], e.s.Tokens[k+2].Lower)
	return float64(unit), unit > 0 && n >= 20
}

// rangeAt reads a number whose fellow stands before it: "between 30 and 40",
// "30 to 40".
func (e *extractor) rangeAt(k int, n float64, what string) *tocsin.Count {
	if k < 2 {
		return nil
	}
	low, ok := Number(e.s.Tokens[k-2].Lower)
	if join := e.s.Tokens[k-1].Lower; !ok || low >= n || join != "and" && join != "to" && join != "or" && join != "–" && join != "-" {
		return nil
	}
	start := k - 2
	if start > 0 {
		switch e.s.Tokens[start-1].Lower {
		case "between", "from":
			start--
		default:
			if e.s.Tokens[k-1].Lower == "and" {
				return nil
			}
		}
	} else if e.s.Tokens[k-1].Lower == "and" {
		return nil
	}
	return &tocsin.Count{What: what, Low: tocsin.Number(low), High: tocsin.Number(n), Text: e.s.SpanOf(start, k+1).In(e.Doc.Text)}
}

var bounds = []struct{ words, bound string }{
	{"at least", "low"}, {"no fewer than", "low"}, {"no less than", "low"}, {"up to", "high"}, {"at most", "high"},
	{"as many as", "high"}, {"more than", "above"}, {"over", "above"}, {"fewer than", "below"}, {"less than", "below"},
	{"under", "below"}, {"about", ""}, {"around", ""}, {"some", ""}, {"approximately", ""}, {"nearly", "high"}, {"almost", "high"},
}

// boundBefore looks for words that bound a number right before it.
func (e *extractor) boundBefore(k int) (start int, bound string) {
	for _, b := range bounds {
		w := strings.Fields(b.words)
		from := k - len(w)
		if from < 0 {
			continue
		}
		same := true
		for i := range w {
			same = same && e.s.Tokens[from+i].Lower == w[i]
		}
		if same {
			return from, b.bound
		}
	}
	return k, ""
}

var scale = map[string]float64{"hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9, "dozen": 12}

// vague words say at least how many: "dozens" is two dozen or more.
var vague = map[string]float64{"tens": 20, "dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000, "several": 3}

var small = []string{"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
	"thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"}

var tens = []string{"", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"}

// Number reads a number of one word: "24", "1,200", "twenty-four", "dozens".
func Number(w string) (float64, bool) {
	if n, err := strconv.ParseFloat(strings.ReplaceAll(w, ",", ""), 64); err == nil && w[0] >= '0' && w[0] <= '9' {
		return n, true
	}
	if n, ok := vague[w]; ok {
		return n, true
	}
	if i := slices.Index(small, w); i >= 0 {
		return float64(i), true
	}
	ten, one, hyphen := strings.Cut(w, "-")
	i := slices.Index(tens, ten)
	if i < 2 {
		return 0, false
	}
	if !hyphen {
		return float64(10 * i), true
	}
	j := slices.Index(small, one)
	return float64(10*i + j), j > 0 && j < 10
}
