package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// nameWords are the small words inside names of organisations and people.
var nameWords = words(`of for the and in de la le du des al el bin ibn ben van von di da do et y - ' 's ’s for to on &`)

var months = words(`january february march april may june july august september october november december
	jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec.`)

var weekdays = words(`monday tuesday wednesday thursday friday saturday sunday mon. tue. tues. wed. thu. thurs. fri. sat. sun.`)

// dateWords may stand in a fronted date beside months, weekdays and numbers.
var dateWords = words(`on in by since during until before after around about at from the of a this last next early late mid mid- end
	beginning start middle first second third fourth half quarter week weeks month months year years day days hours hour morning
	afternoon evening night weekend decade century earlier later and - – , ago past recent following previous same most
	spring summer autumn fall winter between to one two three four five six seven eight nine ten several few
	begin late-night dawn dusk noon midnight local time pm am p.m. a.m. then`)

// dateUnits make a run of dateWords a date when no month, weekday or number is
// there.
var dateUnits = words(`week weeks month months year years day days hours morning afternoon evening night weekend decade century ago`)

// isCapital reports whether a word begins with a capital letter.
func isCapital(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r) || unicode.IsTitle(r)
}

// allCapitals reports whether a word is of capitals: an acronym or a dateline.
func allCapitals(w string) bool {
	n := 0
	for _, r := range w {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			n++
		}
	}
	return n >= 2
}

// frontedDate returns the end, comma included, of a date phrase that begins at
// pos and is set off by a comma, or pos.
func frontedDate(s *Sentence, pos int) int {
	dated := false
	for i := pos; i < len(s.Tokens) && i-pos < 14; i++ {
		low := s.Tokens[i].Lower
		number := isDigit(low[0])
		switch {
		case low == ",":
			// "On August 18, 2020, soldiers": the comma that ends the phrase is the
			// one not followed by a year.
			if i+2 < len(s.Tokens) && isYear(s.Tokens[i+1].Lower) && s.Tokens[i+2].Lower == "," {
				continue
			}
			if i+1 < len(s.Tokens) && (months[s.Tokens[i+1].Lower] || weekdays[s.Tokens[i+1].Lower]) {
				continue // On Tuesday, August 18, ...
			}
			if dated && i > pos && !endsOpen(s.Tokens[i-1].Lower) {
				return i + 1
			}
			return pos
		case months[low] && isCapital(s.Tokens[i].Text) || weekdays[low] || number:
			dated = true
		case dateUnits[low]:
			dated = true
		case !dateWords[low]:
			return pos
		}
		if i == pos && number && !isYear(low) && len(low) > 2 {
			return pos
		}
	}
	return pos
}

// bareDate returns the end of a date that opens a sentence behind "on" with no comma
// after it, before the subject: "On 3 March armed youth raided", or pos.
func bareDate(s *Sentence, pos int) int {
	if s.Tokens[pos].Lower != "on" {
		return pos
	}
	month, number := false, false
	for i := pos + 1; i+1 < len(s.Tokens) && i < pos+8; i++ {
		switch t := &s.Tokens[i]; {
		case months[t.Lower] && isCapital(t.Text):
			month = true
		case isDigit(t.Lower[0]) && (!month || !number || isYear(t.Lower)):
			number = true
		case !(month && number) && (weekdays[t.Lower] || partsOfDay[t.Lower]):
		case month && number && (openers[t.Lower] || !dateWords[t.Lower] && isLetter(t.Lower[0]) && !endsOpen(t.Lower)):
			return i
		default:
			return pos
		}
	}
	return pos
}

// openers are words that open the subject of a sentence.
var openers = words(`the a an some two three several one few most four five six seven eight nine ten`)

// partsOfDay stand before a date: "on the night of 3 March".
var partsOfDay = words(`the night evening morning afternoon early late of`)

// frontOpeners may open a prepositional phrase before the subject.
var frontOpeners = words(`in on at by since during until before after amid despite without with under like unlike from over within
	throughout across for against among following besides through outside inside near`)

// frontedPhrase returns the end, comma included, of a prepositional phrase
// without a verb that stands before the subject ("In contrast to the general,
// the minister ..."), or pos.
func frontedPhrase(s *Sentence, pos int) int {
	if !frontOpeners[s.Tokens[pos].Lower] {
		return pos
	}
	end := pos
	for j := pos + 1; j < len(s.Tokens) && j-pos <= 12; j++ {
		if s.Tokens[j].Text == "," {
			end = j + 1
			break
		}
	}
	if end < pos+3 || end >= len(s.Tokens)-2 {
		return pos
	}
	n := min(len(s.Tokens), end+24)
	words := make([]string, 0, n-pos)
	for _, t := range s.Tokens[pos:n] {
		words = append(words, t.Text)
	}
	tags := model().Tag(words, hints(words, false))
	if !strings.HasPrefix(tags[0], "ADP") {
		return pos
	}
	for _, t := range tags[1 : end-pos] {
		if strings.HasPrefix(t, "VERB") || strings.HasPrefix(t, "AUX") || strings.HasPrefix(t, "SCONJ") || t == "PRON|WDT" || t == "PRON|WP" {
			return pos
		}
	}
	if !startsClause(words[end-pos:], tags[end-pos:]) {
		return pos
	}
	return end
}

// startsClause reports whether a subject and then a finite verb follow, and not
// the second item of a list ("In Mali, Niger and Chad, troops ...").
func startsClause(words, tags []string) bool {
	and := false
	for i, t := range tags {
		switch {
		case finiteTag(t):
			return i > 0 && !(and && words[i-1] == ",")
		case t == "CCONJ|CC":
			and = true
		case words[i] == "," && and, i == 0 && strings.HasPrefix(t, "VERB"):
			return false
		}
	}
	return false
}

// endsOpen reports whether a word leaves a phrase unfinished.
func endsOpen(low string) bool {
	switch low {
	case "on", "in", "by", "the", "of", "a", "and", "between", "to", "from", "at", "during":
		return true
	}
	return false
}

func isYear(w string) bool {
	return len(w) == 4 && isDigit(w[0]) && isDigit(w[1]) && isDigit(w[2]) && isDigit(w[3]) && (w[0] == '1' || w[0] == '2')
}

// aliasEnd returns the end of a bracketed name that begins at token i, or i:
// "(JNIM)", "(Group for Supporters of Islam and Muslims)", "(Reuters)".
func aliasEnd(s *Sentence, i int) int {
	if s.Tokens[i].Text != "(" {
		return i
	}
	capitals := 0
	for j := i + 1; j < len(s.Tokens) && j-i <= 10; j++ {
		w := s.Tokens[j].Text
		switch {
		case w == ")":
			if capitals > 0 {
				return j + 1
			}
			return i
		case isCapital(w):
			capitals++
		case !nameWords[s.Tokens[j].Lower] && w != "\"" && w != "“" && w != "”" && w != "," && w != "or":
			return i
		}
	}
	return i
}

// numberEnd returns how many tokens the number of a paragraph takes: "13. In Ituri,
// rebels attacked", "(b) Troops". 0 for none.
func numberEnd(s *Sentence) int {
	n, open, closed := 0, false, false
	for ; n < len(s.Tokens) && n < 4 && !closed; n++ {
		switch w := s.Tokens[n].Text; {
		case w == "(" && n == 0:
			open = true
		case w == ")" && n > 0, w == "." && n > 0 && !open:
			closed = true
		case !ordinalMark(strings.TrimSuffix(w, ".")) || n > 1 || n == 1 && !open:
			return 0
		default:
			closed = !open && strings.HasSuffix(w, ".")
		}
	}
	if !closed || len(s.Tokens) < n+3 || !isCapital(s.Tokens[n].Text) {
		return 0
	}
	if w := s.Tokens[n-1].Text; w != ")" && !isDigit(s.Tokens[0].Text[0]) {
		return 0 // an initial: "A. Keita said"
	}
	return n
}

// ordinalMark reports a number of at most three figures, or one letter.
func ordinalMark(w string) bool {
	if len(w) == 1 {
		return isDigit(w[0]) || w[0] >= 'a' && w[0] <= 'z'
	}
	for i := 0; i < len(w); i++ {
		if !isDigit(w[i]) {
			return false
		}
	}
	return len(w) > 0 && len(w) < 4
}

// datelineEnd returns how many tokens the dateline takes, its dash included:
// "BAMAKO, Aug. 18 (Reuters) -", "Ouagadougou (AFP) –". 0 for none.
func datelineEnd(s *Sentence) int {
	if s.Number > 3 || len(s.Tokens) < 5 {
		return 0
	}
	bracket, capitals := false, 0
	for i := 0; i < len(s.Tokens) && i < 20; i++ {
		t := &s.Tokens[i]
		switch {
		case t.Text == "-" || t.Text == "--" || t.Text == "–" || t.Text == "—":
			if i > 0 && t.Span[0] > s.Tokens[i-1].Span[1] && (bracket || capitals > 0) && i+1 < len(s.Tokens) {
				return i + 1
			}
			if i > 0 && t.Span[0] == s.Tokens[i-1].Span[1] {
				continue
			}
			return 0
		case t.Text == "(" || t.Text == ")" || t.Text == "," || t.Text == "/" || t.Text == ".":
			bracket = bracket || t.Text == "("
		case allCapitals(t.Text):
			capitals++
		case !isCapital(t.Text) && !isDigit(t.Text[0]) && !nameWords[t.Lower]:
			return 0
		}
	}
	return 0
}
