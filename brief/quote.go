package brief

import (
	"fmt"
	"strings"
	"time"
	"tocsin"
	"unicode"
	"unicode/utf8"
)

// longestQuote is the most words of a report's sentence that are quoted whole;
// of a longer one the statement's own span is.
const longestQuote = 42

// words counts as Brief.Words does.
func words(s string) int { return len(strings.Fields(s)) }

// day writes a date as prose does: 18 August 2020.
func day(d tocsin.Date) string {
	if d.IsZero() {
		return "undated"
	}
	return fmt.Sprintf("%d %s %d", d.Day(), time.Month(d.Month()), d.Year())
}

// norm folds a text for comparison: letters and digits in lower case.
func norm(s string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	}), " ")
}

// plural writes a count with its noun: "1 report", "3 reports".
func plural(n int, one string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %ss", n, one)
}

// hull widens a statement's span to the sentence of the report that holds it,
// because a hedge, a speaker or a "not" may stand outside the span. Where the
// sentence is too long to quote it gives the span back and whole is false.
func hull(text string, sp tocsin.Span) (out tocsin.Span, whole bool) {
	sentence, ok := sentenceOf(text, sp)
	if !ok || words(sentence.In(text)) > longestQuote {
		return sp, false
	}
	return sentence, true
}

// sentenceOf is the sentence, or the run of sentences, around a span; ok is
// false for a span that is not of this text.
func sentenceOf(text string, sp tocsin.Span) (out tocsin.Span, ok bool) {
	if sp[0] < 0 || sp[1] > len(text) || sp[0] >= sp[1] {
		return tocsin.Span{}, false
	}
	lo, hi := sp[0], sp[1]
	for lo > 0 && !sentenceEnds(text, lo) {
		lo--
	}
	for hi < len(text) && !sentenceEnds(text, hi) {
		hi++
	}
	lo += len(text[lo:hi]) - len(strings.TrimLeft(text[lo:hi], " \t\r\n"))
	hi = lo + len(strings.TrimRight(text[lo:hi], " \t\r\n"))
	if lo > sp[0] || hi < sp[1] {
		return tocsin.Span{}, false
	}
	return tocsin.Span{lo, hi}, true
}

// sentenceEnds reports whether a sentence ends just before byte i: after a
// blank line, or after a stop, with its closing quotes, that white space and no
// small letter follows and that is no abbreviation's.
func sentenceEnds(text string, i int) bool {
	before, after := text[:i], text[i:]
	if after == "" || !strings.ContainsAny(after[:1], " \t\r\n") {
		return false
	}
	rest := strings.TrimLeft(after, " \t\r")
	if strings.HasPrefix(rest, "\n") && strings.HasPrefix(strings.TrimLeft(rest[1:], " \t\r"), "\n") {
		return true
	}
	before = strings.TrimRight(before, "\"'”’)]")
	if before == "" || !strings.ContainsAny(before[len(before)-1:], ".!?") {
		return false
	}
	next, _ := utf8.DecodeRuneInString(strings.TrimLeft(after, " \t\r\n\"'“‘(["))
	if unicode.IsLower(next) {
		return false
	}
	return before[len(before)-1] != '.' || !abbreviated(before)
}

// abbreviated reports whether the text ends in a short title or an initial
// whose stop ends no sentence: "Col.", "U.S.", "J.".
func abbreviated(before string) bool {
	word := before[strings.LastIndexAny(before, " \t\r\n(“\"")+1 : len(before)-1]
	if utf8.RuneCountInString(word) == 1 || strings.Contains(word, ".") {
		return true
	}
	switch word {
	case "Col", "Gen", "Lt", "Maj", "Capt", "Sgt", "Cpl", "Adm", "Brig", "Mr", "Mrs", "Ms", "Dr", "Prof", "St", "Rev", "Hon", "Sen", "Gov", "No", "vs", "approx":
		return true
	}
	return false
}

// quoted puts a clean text in quotation marks, with dots where it was cut.
func quoted(s string, cutBefore, cutAfter bool) string {
	s = tocsin.Clean(s)
	if cutBefore {
		s = "… " + s
	}
	if cutAfter && s != "" {
		s += " …"
	}
	return "“" + s + "”"
}

// stop ends a sentence with a full stop unless a quotation already did.
func stop(s string) string {
	bare := strings.TrimRight(s, "”’\"")
	if bare != "" && strings.ContainsAny(bare[len(bare)-1:], ".!?") || strings.HasSuffix(bare, "…") {
		return s
	}
	return s + "."
}
