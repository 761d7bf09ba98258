package when_test

import (
	"archive/tar"
	"compress/gzip"
	"fmt"
	"html"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"tocsin"
	"tocsin/internal/shared"
	"tocsin/read/text"
	"tocsin/read/when"
)

var (
	timex  = regexp.MustCompile(`(?s)<TIMEX3([^>]*)>(.*?)</TIMEX3>`)
	anyTag = regexp.MustCompile(`<[^>]*>`)
	attrs  = regexp.MustCompile(`(type|value)="([^"]*)"`)
)

// A timeML is a TIMEX3 of the corpus: bytes of the plain text, and its value.
type timeML struct {
	span  tocsin.Span
	value string
}

// TestTempEval measures on TimeBank and AQUAINT (TempEval-3): how many of their
// dates, durations and sets are found, a shared byte being enough, and how many
// of all have the right value. Times of the day count by their day. The corpus
// marks "current", "the quarter" and "soon", which we leave out, and gives a
// value to "recent months" and "last week" in several ways. It is measured on
// tokens alone, which takes a tenth of the time; with tags and trees the values
// of one in a hundred more are right.
func TestTempEval(t *testing.T) {
	gold, system, found, right := 0, 0, 0, 0
	eachTML(t, func(name, raw string) {
		plain, published, want := parseTML(t, name, raw)
		doc := text.Tokenize(plain)
		var got []when.Found
		for _, f := range when.Find(doc, published) {
			if f.Kind != when.Anchor {
				got = append(got, f)
			}
		}
		gold, system = gold+len(want), system+len(got)
		used := make([]bool, len(got))
		for _, w := range want {
			for i, f := range got {
				if !used[i] && f.Span[0] < w.span[1] && w.span[0] < f.Span[1] {
					used[i] = true
					found++
					if sameValue(f, w.value, published) {
						right++
					}
					break
				}
			}
		}
	})
	f1 := func(n int) float64 { return 2 * float64(n) / float64(gold+system) }
	t.Logf("%d times of the corpus, %d found by us: F1 %.3f, with the right value %.3f", gold, system, f1(found), f1(right))
	if gold < 1800 || f1(found) < 0.87 || f1(right) < 0.725 {
		t.Errorf("fell below F1 0.87 or value F1 0.725 on %d times", gold)
	}
}

// eachTML visits the documents of the archive, without the files that macOS left.
func eachTML(t *testing.T, visit func(name, raw string)) {
	f, err := os.Open(shared.Path(t, "data/text/time_tempeval3.tar.gz"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	for r := tar.NewReader(z); ; {
		h, err := r.Next()
		if err == io.EOF {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		if base := filepath.Base(h.Name); strings.HasSuffix(base, ".tml") && !strings.HasPrefix(base, "._") {
			raw, err := io.ReadAll(r)
			if err != nil {
				t.Fatal(err)
			}
			visit(base, string(raw))
		}
	}
}

// parseTML gives the plain text of the body, the day of the document and the
// times marked in the body.
func parseTML(t *testing.T, name, raw string) (plain string, published tocsin.Date, out []timeML) {
	_, head, _ := strings.Cut(raw, "<DCT>")
	dct := attribute(timex.FindStringSubmatch(head)[1], "value")
	published, err := tocsin.ParseDate(dct[:min(10, len(dct))])
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	_, body, _ := strings.Cut(raw, "<TEXT>")
	body, _, _ = strings.Cut(body, "</TEXT>")
	var b strings.Builder
	write := func(s string) { b.WriteString(html.UnescapeString(anyTag.ReplaceAllString(s, ""))) }
	at := 0
	for _, m := range timex.FindAllStringSubmatchIndex(body, -1) {
		write(body[at:m[0]])
		lo := b.Len()
		write(body[m[4]:m[5]])
		out = append(out, timeML{tocsin.Span{lo, b.Len()}, attribute(body[m[2]:m[3]], "value")})
		at = m[1]
	}
	write(body[at:])
	return b.String(), published, out
}

func attribute(s, name string) string {
	for _, m := range attrs.FindAllStringSubmatch(s, -1) {
		if m[1] == name {
			return m[2]
		}
	}
	return ""
}

// sameValue compares with a value of TimeML: 1998-10, 1998-W40, 1998-Q3, 199X,
// P3Y, PAST_REF. A third of a month or year counts as the month or year, which
// is how the corpus writes it, apart from a modifier.
func sameValue(f when.Found, want string, published tocsin.Date) bool {
	w := f.When
	if i := strings.Index(want, "T"); i == 10 {
		want = want[:10]
	}
	want = strings.TrimSuffix(strings.ReplaceAll(want, "-XX", ""), "X")
	letter := map[tocsin.Unit]string{tocsin.Hours: "TH", tocsin.Days: "D", tocsin.Weeks: "W", tocsin.Months: "M", tocsin.Years: "Y"}[f.Unit]
	if f.Amount != nil && letter != "" {
		if want == "P"+letter[:len(letter)-1]+fmt.Sprintf("%g", *f.Amount)+letter[len(letter)-1:] {
			return true
		}
	}
	if f.Kind == when.Set {
		return want == "P1"+strings.ToUpper(w.Precision[:1])
	}
	day := w.From
	switch low := strings.ToLower(w.Text); {
	case w.Open == "start" && (strings.HasPrefix(low, "before") || strings.HasPrefix(low, "prior")):
		day = w.To.AddDays(1)
	case w.Open == "start":
		day = w.To
	case w.Open == "end" && strings.HasPrefix(low, "after"):
		day = w.From.AddDays(-1)
	}
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
