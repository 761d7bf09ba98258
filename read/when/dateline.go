package when

import (
	"strconv"
	"strings"

	"tocsin"
	"tocsin/read/text"
)

// writtenWithin is how many days before its publication a report may have been written.
const writtenWithin = 3

// writtenOn is the day from which "yesterday" counts: that of the report's dateline
// ("GAUR, March 22 -") where it is at most three days before publication, else that of
// publication.
func writtenOn(doc *text.Doc, published tocsin.Date) tocsin.Date {
	if published.IsZero() {
		return published
	}
	for i := range doc.Sentences {
		s := &doc.Sentences[i]
		for k := 0; k+1 < min(s.Dateline, len(s.Tokens)); k++ {
			one, two := strings.TrimSuffix(s.Tokens[k].Lower, "."), strings.TrimSuffix(s.Tokens[k+1].Lower, ".")
			if monthOf(two) > 0 {
				one, two = two, one // "22 March"
			}
			day, err := strconv.Atoi(two)
			if err != nil || monthOf(one) == 0 {
				continue
			}
			d, err := tocsin.MakeDate(published.Year(), monthOf(one), day)
			if err == nil && d <= published && published <= d.AddDays(writtenWithin) {
				return d
			}
		}
	}
	return published
}

// monthOf is the month that a word names, 0 for none.
func monthOf(w string) int { return max(months[w], shortMonths[w]) }
