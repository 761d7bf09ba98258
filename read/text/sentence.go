package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"tocsin"
)

// maxTokens is the longest sentence that is parsed as one. A longer run of
// tokens is cut, at a semicolon or comma where there is one.
const maxTokens = 300

// A cut is one sentence: its tokens and where it came from.
type cut struct {
	tokens    []tocsin.Span
	paragraph int
	kind      string
}

// cutText yields the sentences of a text in order, tokens first found per
// paragraph, then divided.
func cutText(text string, part tocsin.Span, yield func(cut) bool) {
	sc := scanner{text: text}
	par := 0
	for _, b := range blocks(part.In(text)) {
		b.lo, b.hi = b.lo+part[0], b.hi+part[0]
		sc.out = sc.out[:0]
		lo := b.lo
		if n := bullet(text[b.lo:b.hi]); b.kind == "bullet" && n > 0 {
			mark := text[b.lo : b.lo+n]
			left := b.lo + len(mark) - len(strings.TrimLeft(mark, " \t"))
			sc.emit(left, b.lo+len(strings.TrimRight(mark, " \t")))
			lo += n
		}
		sc.scan(lo, b.hi)
		if len(sc.out) == 0 {
			continue
		}
		par++
		if !divide(text, sc.out, func(t []tocsin.Span) bool {
			return yield(cut{tokens: t, paragraph: par, kind: b.kind})
		}) {
			return
		}
	}
}

// divide cuts the tokens of one paragraph into sentences.
func divide(text string, toks []tocsin.Span, yield func([]tocsin.Span) bool) bool {
	start := 0
	for i := 0; i < len(toks); i++ {
		end := 0
		if endsSentence(text, toks, i) || i-start > 5 && endsDate(text, toks, i) {
			end = i + 1
			for end < len(toks) && isCloser(toks[end].In(text)) && touches(toks, end) {
				end++
			}
			if end < len(toks) && !startsSentence(text, toks, end, i) {
				end = 0
			}
		}
		if end == 0 && i-start+1 >= maxTokens {
			end = softCut(text, toks, start, i+1)
		}
		if end > start {
			if !yield(toks[start:end]) {
				return false
			}
			start = end
			i = end - 1
		}
	}
	return start >= len(toks) || yield(toks[start:])
}

// softCut returns the best place to cut an overlong sentence in [start+1,end].
func softCut(text string, toks []tocsin.Span, start, end int) int {
	for _, marks := range []string{";", ","} {
		for j := end - 1; j > start+maxTokens/2; j-- {
			if toks[j].In(text) == marks {
				return j + 1
			}
		}
	}
	return end
}

// touches reports whether no blank stands before token i.
func touches(toks []tocsin.Span, i int) bool { return i > 0 && toks[i-1][1] == toks[i][0] }

// endsSentence reports whether a sentence may end with token i, by the token
// alone.
func endsSentence(text string, toks []tocsin.Span, i int) bool {
	w := toks[i].In(text)
	switch last := w[len(w)-1]; {
	case last == '!' || last == '?':
		return isPunct(w)
	case last == '.':
		if isPunct(w) {
			return true
		}
		return i+1 < len(toks) && mayEnd(strings.ToLower(w[:len(w)-1]))
	}
	return w == "…" || w == "。" || w == "？" || w == "！" || w == "؟" || w == "।"
}

// endsDate reports a month cut short behind its day, with which a sentence may end: "in
// the early hours of 22 Nov. Five soldiers were killed".
func endsDate(text string, toks []tocsin.Span, i int) bool {
	w := toks[i].In(text)
	return i > 0 && w[len(w)-1] == '.' && months[strings.ToLower(w)] && isDigit(toks[i-1].In(text)[0]) && len(toks[i-1].In(text)) < 3
}

// mayEnd reports whether an abbreviation may be the last word of a sentence.
func mayEnd(low string) bool {
	return enders[low] || strings.Contains(low, ".")
}

func isPunct(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return !isWordRune(r, len(w))
}

// isCloser reports whether a token closes a quotation or bracket.
func isCloser(w string) bool {
	switch w {
	case `"`, "'", "''", "”", "’", ")", "]", "»", "}":
		return true
	}
	return false
}

// startsSentence reports whether token j may begin a sentence that follows the
// end mark at token i.
func startsSentence(text string, toks []tocsin.Span, j, i int) bool {
	if toks[j][0] == toks[j-1][1] && j-1 == i && !isPunct(toks[i].In(text)) {
		return false // no blank after an abbreviation
	}
	k := j
	for k < len(toks) && isOpener(toks[k].In(text)) {
		k++
	}
	if k == len(toks) {
		return false
	}
	w := toks[k].In(text)
	r, n := utf8.DecodeRuneInString(w)
	mark := toks[i].In(text)
	if !isPunct(mark) { // U.S. The ... but not U.S. Senate
		return (starters[strings.ToLower(w)] || endsDate(text, toks, i)) && unicode.IsUpper(r)
	}
	if unicode.IsLower(r) {
		return false
	}
	if mark[0] == '.' && len(mark) > 1 || mark == "…" { // an ellipsis goes on before most words
		return unicode.IsUpper(r)
	}
	if mark != "." && j > i+1 && !unicode.IsUpper(r) {
		return false
	}
	return isWordRune(r, n) || k > j || strings.ContainsRune("$£€#@-–—*•", r) && toks[k][0] > toks[k-1][1]
}

func isOpener(w string) bool {
	switch w {
	case `"`, "'", "``", "“", "‘", "(", "[", "«", "{":
		return true
	}
	return false
}
