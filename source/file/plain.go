package file

import (
	"regexp"
	"strings"

	"tocsin"
)

// headLines is how many lines at the top of a text are searched for what it says
// of itself.
const headLines = 12

var (
	labelled = regexp.MustCompile(`(?i)^\s*[*_]{0,2}(published|date|publication date|publisher|source|title|url)[*_]{0,2}\s*:\s*[*_]{0,2}\s*(.+?)\s*$`)
	// "BAMAKO, Aug 19, 2020 (Reuters) - ", "BAMAKO, Mali, 19 August 2020 — "
	dateline = regexp.MustCompile(`^\s*\p{Lu}[\p{Lu}\p{M} .'’-]+(?:, ?\p{L}[\p{L} .'’-]+)?,? +` +
		`(\p{L}{3,9}\.? \d{1,2}(?:,? \d{4})?|\d{1,2} \p{L}{3,9}\.?(?:,? \d{4})?|\d{4}-\d\d-\d\d),?\s*(?:\(([^)]{2,40})\))?\s*[-–—:]\s`)
)

// plain takes a text as it is and looks at its first lines.
func (f *found) plain(text string) {
	f.text = text
	f.head(text)
}

// head finds labelled facts, a line that is a date and nothing else, and a
// dateline among the first lines.
func (f *found) head(text string) {
	n := 0
	for line := range strings.SplitSeq(text, "\n") {
		line = strings.TrimSpace(strings.TrimPrefix(line, "\ufeff"))
		if line == "" {
			continue
		}
		if n++; n > headLines {
			return
		}
		if m := labelled.FindStringSubmatch(line); m != nil {
			f.label(strings.ToLower(m[1]), m[2], "the line "+strings.TrimSpace(m[1])+":")
			continue
		}
		if _, ok := parseDate(line); ok {
			f.published = append(f.published, fact{line, "a line that is a date"})
			continue
		}
		f.dateline(line)
		if f.title.value == "" && n == 1 && len(line) <= 140 && !strings.ContainsAny(line[len(line)-1:], ".!?:;,") {
			f.title = fact{line, "the first line"}
		}
	}
}

// label takes one fact that the file names itself.
func (f *found) label(key, value, where string) {
	value = strings.Trim(value, `"'`)
	set := func(dst *fact) {
		if dst.value == "" {
			*dst = fact{value, where}
		}
	}
	switch key {
	case "published", "date", "publication date", "publication_date", "date_published", "datepublished", "pubdate":
		f.published = append(f.published, fact{value, where})
	case "publisher", "source", "site":
		set(&f.publisher)
	case "title":
		set(&f.title)
	case "url", "link":
		set(&f.url)
	case "lang", "language":
		f.language = value
	}
}

// dateline takes the date and the agency of a line such as "BAMAKO, Aug 19, 2020
// (Reuters) - ". One without a year gives no date.
func (f *found) dateline(line string) {
	m := dateline.FindStringSubmatch(line)
	if m == nil {
		return
	}
	if _, ok := parseDate(m[1]); ok {
		f.published = append(f.published, fact{m[1], "the dateline"})
	}
	if m[2] != "" && f.publisher.value == "" {
		f.publisher = fact{m[2], "the dateline"}
	}
}

// firstYear and lastYear bound the year of a publication; what lies outside is a
// slip.
const (
	firstYear = 1900
	lastYear  = 2100
)

var (
	isoDay   = regexp.MustCompile(`^(\d{4})[-/](\d{2})[-/](\d{2})(?:$|[T ,])`)
	dayFirst = regexp.MustCompile(`(?i)^(?:\p{L}{3,9}day,? |(?:mon|tue|wed|thu|fri|sat|sun),? )?(\d{1,2})(?:st|nd|rd|th)?[ -](\p{L}{3,9})\.?,?[ -](\d{4})\b`)
	monFirst = regexp.MustCompile(`(?i)^(?:\p{L}{3,9}day,? |(?:mon|tue|wed|thu|fri|sat|sun),? )?(\p{L}{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b`)
)

var months = []string{"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"}

// parseDate reads a full date as people write it in English: 2020-08-20, with or
// without a time, 20 August 2020, Aug. 20, 2020. It takes the day as written, in
// whatever time zone. Orders that may mean two days (8/9/2020) are not read.
func parseDate(s string) (tocsin.Date, bool) {
	s = strings.TrimSpace(s)
	if m := isoDay.FindStringSubmatch(s); m != nil {
		return makeDate(number(m[1]), number(m[2]), number(m[3]))
	}
	if m := dayFirst.FindStringSubmatch(s); m != nil && short(s, m[0]) {
		return makeDate(number(m[3]), month(m[2]), number(m[1]))
	}
	if m := monFirst.FindStringSubmatch(s); m != nil && short(s, m[0]) {
		return makeDate(number(m[3]), month(m[1]), number(m[2]))
	}
	return 0, false
}

// short reports whether what follows the date is no more than a time of day:
// a sentence that begins with a date is not the date of the report.
func short(s, date string) bool { return len(s)-len(date) <= 20 }

func makeDate(y, m, d int) (tocsin.Date, bool) {
	if y < firstYear || y > lastYear {
		return 0, false
	}
	date, err := tocsin.MakeDate(y, m, d)
	return date, err == nil
}

// number reads digits that a pattern has matched.
func number(s string) int {
	n := 0
	for _, c := range s {
		n = n*10 + int(c-'0')
	}
	return n
}

// month reads a month's name or its first three or four letters, 0 for another
// word.
func month(s string) int {
	s = strings.ToLower(s)
	for i, name := range months {
		if s == name || len(s) >= 3 && len(s) <= 4 && strings.HasPrefix(name, s[:3]) && (len(s) == 3 || strings.HasPrefix(name, s)) {
			return i + 1
		}
	}
	return 0
}
