package score

import (
	"context"
	"fmt"
	"html"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"

	"tocsin"
	"tocsin/read/text"
	"tocsin/read/when"
)

// A Timed is one document of TimeML: its body as plain text, the day it came
// out, and the times marked in it.
type Timed struct {
	Name, Text string
	Published  tocsin.Date
	Times      []Timex
}

// A Timex is one TIMEX3: bytes of the text, and its value.
type Timex struct {
	Span        tocsin.Span
	Type, Value string // DATE, TIME, DURATION, SET; 1998-02-27
}

// ParseTimes reads TimeML files (.tml) of an archive or folder.
func ParseTimes(set string, files []File) ([]Timed, error) {
	p := &timeML{
		timex: regexp.MustCompile(`(?s)<TIMEX3([^>]*)>(.*?)</TIMEX3>`),
		tag:   regexp.MustCompile(`<[^>]*>`),
		value: regexp.MustCompile(`\bvalue="([^"]*)"`),
		kind:  regexp.MustCompile(`\btype="([^"]*)"`),
	}
	var out []Timed
	for _, f := range files {
		if !strings.HasSuffix(f.Name, ".tml") {
			continue
		}
		d, err := p.parse(f.Name, string(f.Data))
		if err != nil {
			return nil, err
		}
		out = append(out, d)
	}
	if len(out) == 0 {
		return nil, broken(set, 0, "", "give the directory or archive that holds .tml files", "holds no TimeML")
	}
	return out, nil
}

type timeML struct{ timex, tag, value, kind *regexp.Regexp }

func (p *timeML) parse(name, raw string) (Timed, error) {
	d := Timed{Name: path.Base(name)}
	line := func(at int) int { return 1 + strings.Count(raw[:at], "\n") }
	at := strings.Index(raw, "<DCT>")
	if at < 0 {
		return d, broken(name, 0, "DCT", "give TimeML with the day of the document", "is missing")
	}
	m := p.timex.FindStringSubmatch(raw[at:])
	dct := ""
	if m != nil {
		dct = attribute(p.value, m[1])
	}
	var err error
	if d.Published, err = tocsin.ParseDate(dct[:min(10, len(dct))]); err != nil {
		return d, broken(name, line(at), "DCT", "give it a TIMEX3 with a value such as 1998-02-27", "%q is no day", dct)
	}
	from := strings.Index(raw, "<TEXT>")
	to := strings.LastIndex(raw, "</TEXT>")
	if from < 0 || to < from {
		return d, broken(name, 0, "TEXT", "give TimeML with a TEXT element", "is missing or not closed")
	}
	body := raw[from+len("<TEXT>") : to]
	var b strings.Builder
	write := func(s string) { b.WriteString(html.UnescapeString(p.tag.ReplaceAllString(s, ""))) }
	done := 0
	for _, m := range p.timex.FindAllStringSubmatchIndex(body, -1) {
		write(body[done:m[0]])
		lo := b.Len()
		write(body[m[4]:m[5]])
		v := attribute(p.value, body[m[2]:m[3]])
		if v == "" {
			return d, broken(name, line(from+len("<TEXT>")+m[0]), "TIMEX3", "give it a value", "has no value")
		}
		d.Times = append(d.Times, Timex{tocsin.Span{lo, b.Len()}, attribute(p.kind, body[m[2]:m[3]]), v})
		done = m[1]
	}
	write(body[done:])
	d.Text = b.String()
	return d, nil
}

func attribute(re *regexp.Regexp, attributes string) string {
	if m := re.FindStringSubmatch(attributes); m != nil {
		return m[1]
	}
	return ""
}

// ScoreTimes is TempEval-3's relaxed F1 (one shared character is enough) and
// value F1 (and the value is right) over dates, durations and sets. Times of the
// day count by their day, since the reader reads no hours; anchors ("before the
// coup") are no TIMEX3 and not counted.
func ScoreTimes(ctx context.Context, set string, golds []Timed) ([]Metric, error) {
	answers, err := each(ctx, len(golds), func(i int) ([]when.Found, error) { return timesOf(ctx, golds[i]) })
	if err != nil {
		return nil, err
	}
	var spans, values Tally
	byType := map[string]*Tally{}
	for i, g := range golds {
		found, right := matchTimes(g, answers[i], byType)
		spans.one(found, len(answers[i]), len(g.Times))
		values.one(right, len(answers[i]), len(g.Times))
	}
	out := []Metric{spans.f1("times", set, "relaxed-F1"), values.f1("times", set, "value-F1")}
	out[0].Note += fmt.Sprintf(", %d documents", len(golds))
	for _, kind := range slices.Sorted(maps.Keys(byType)) {
		t := byType[kind]
		out = append(out, Metric{Kind: "times", Set: set, Name: "value-R-of-" + kind, Value: 100 * t.R(), Note: fmt.Sprintf("%d/%d", t.RightGold, t.Gold)})
	}
	return out, nil
}

// timesOf is the reader's own answer for a document. A text that is refused is
// read by its tokens alone.
func timesOf(ctx context.Context, g Timed) (got []when.Found, err error) {
	doc, err := text.Parse(ctx, g.Text)
	if err != nil {
		if refusal(err) != nil {
			return nil, err
		}
		doc = text.Tokenize(g.Text)
	}
	for _, f := range when.Find(doc, g.Published) {
		if f.Kind != when.Anchor {
			got = append(got, f)
		}
	}
	return got, nil
}

// MatchTimes counts the times of a document that were found, and those of them
// with the right value.
func MatchTimes(g Timed, got []when.Found) (found, right int) {
	return matchTimes(g, got, map[string]*Tally{})
}

// matchTimes counts the times of a document that were found, and those with the
// right value, these by type too.
func matchTimes(g Timed, got []when.Found, byType map[string]*Tally) (found, right int) {
	used := make([]bool, len(got))
	for _, w := range g.Times {
		if byType[w.Type] == nil {
			byType[w.Type] = &Tally{}
		}
		t := byType[w.Type]
		t.Gold++
		for i, f := range got {
			if used[i] || f.Span[0] >= w.Span[1] || w.Span[0] >= f.Span[1] {
				continue
			}
			used[i] = true
			found++
			n := truth(sameTime(f, w.Value, g.Published))
			right += n
			t.RightGold += n
			break
		}
	}
	return found, right
}

// sameTime compares with a value of TimeML: 1998-10, 1998-W40, 1998-Q3, 199X,
// P3Y, PAST_REF. A third of a month or year counts as the month or year, which
// is how TimeBank writes it, apart from a modifier.
func sameTime(f when.Found, want string, published tocsin.Date) bool {
	w := f.When
	if strings.Index(want, "T") == len("1998-02-27") {
		want = want[:len("1998-02-27")]
	}
	want = strings.TrimSuffix(strings.ReplaceAll(want, "-XX", ""), "X")
	if sameLength(f, want) {
		return true
	}
	if f.Kind == when.Set && w.Precision != "" {
		return want == "P1"+strings.ToUpper(w.Precision[:1])
	}
	day := namedDay(w)
	switch {
	case w.Precision == "past" || w.Precision == "recent" || day.IsZero():
		return want == "PAST_REF" || f.Future && want == "FUTURE_REF"
	case want == "PRESENT_REF":
		return day == published
	case want == "FUTURE_REF":
		return f.Future
	case strings.HasSuffix(want, "-WE"):
		y, n := day.Time().ISOWeek()
		return want == fmt.Sprintf("%d-W%02d-WE", y, n) && w.To == day.AddDays(1)
	case strings.Contains(want, "-W"):
		y, n := day.Time().ISOWeek()
		return w.Precision == "week" && (want == fmt.Sprintf("%d-W%02d", y, n) || want == fmt.Sprintf("%d-W%d", y, n))
	case strings.Contains(want, "-Q"):
		return w.Precision == "quarter" && want == fmt.Sprintf("%d-Q%d", day.Year(), (day.Month()+2)/3)
	case len(want) == 7 && want[5] >= 'A':
		return want == fmt.Sprintf("%d-%s", day.Year(), map[int]string{3: "SP", 6: "SU", 9: "FA", 12: "WI"}[day.Month()])
	}
	length := map[string]int{"day": 10, "week": 7, "month": 7, "quarter": 4, "year": 4}[w.Precision]
	if len(want) == 3 && w.Precision == "year" {
		length = 3
	}
	return length > 0 && want == day.String()[:length]
}

// sameLength compares a duration with P3Y or PT3H.
func sameLength(f when.Found, want string) bool {
	letter := map[tocsin.Unit]string{tocsin.Hours: "TH", tocsin.Days: "D", tocsin.Weeks: "W", tocsin.Months: "M", tocsin.Years: "Y"}[f.Unit]
	return f.Amount != nil && letter != "" &&
		want == "P"+letter[:len(letter)-1]+fmt.Sprintf("%g", *f.Amount)+letter[len(letter)-1:]
}

// namedDay is the day that the words name: "before 3 May" names 3 May, although
// what it says ends on the 2nd.
func namedDay(w tocsin.When) tocsin.Date {
	switch low := strings.ToLower(w.Text); {
	case w.Open == "start" && (strings.HasPrefix(low, "before") || strings.HasPrefix(low, "prior")):
		return w.To.AddDays(1)
	case w.Open == "start":
		return w.To
	case w.Open == "end" && strings.HasPrefix(low, "after"):
		return w.From.AddDays(-1)
	}
	return w.From
}
