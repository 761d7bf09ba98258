package brief

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
	"tocsin"
	"unicode"

	"github.com/yuin/goldmark"
	"pgregory.net/rapid"
)

// TestEverySentenceIsCited: on any heap of statements every sentence has its
// citations, every number is an endnote, every quote is the bytes at its span,
// nothing is told twice and the length holds.
func TestEverySentenceIsCited(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		in := heap(t, rapid.IntRange(1, 60).Draw(r, "statements"), rapid.IntRange(1, 7).Draw(r, "step"))
		b, err := Write(in)
		if err != nil {
			r.Fatal(err)
		}
		for _, p := range problems(b, in) {
			r.Error(p)
		}
	})
}

// TestFiveHundredStatements fit into the length, with room used.
func TestFiveHundredStatements(t *testing.T) {
	in := heap(t, 500, 3)
	b, _, _ := write(t, in)
	for _, p := range problems(b, in) {
		t.Error(p)
	}
	if n := b.Words(); n < MaxWords/2 {
		t.Errorf("only %d words of %d statements", n, len(in.Statements))
	}
}

func problems(b Brief, in Input) (out []string) {
	text := make(map[string]string)
	for _, r := range in.Reports {
		text[r.ID] = r.Text
	}
	if n := b.Words(); n > MaxWords || n == 0 {
		out = append(out, fmt.Sprintf("%d words", n))
	}
	seen := make(map[string]bool)
	for _, s := range b.Sections {
		for _, t := range s.Sentences {
			if len(t.Cites) == 0 || seen[t.Text] || t.Type != Reported && t.Type != Measured && t.Type != Judged {
				out = append(out, fmt.Sprintf("%s, cites %v, told before %v: %s", t.Type, t.Cites, seen[t.Text], t.Text))
			}
			seen[t.Text] = true
			for _, n := range t.Cites {
				if n < 1 || n > len(b.Citations) {
					out = append(out, fmt.Sprintf("no endnote %d: %s", n, t.Text))
				}
			}
		}
	}
	for i, c := range b.Citations {
		if c.N != i+1 || c.Report != "" && c.Span.In(text[c.Report]) != c.Quote || c.Report == "" && c.Dataset == "" && c.Verdict == "" {
			out = append(out, fmt.Sprintf("endnote %d: %+v", i, c))
		}
	}
	return out
}

// heap invents n statements of every kind over n/step reports.
func heap(t testing.TB, n, step int) Input {
	d := &desk{t: t, in: Input{Country: "Aldria", At: tocsin.MustDate("2031-05-07")}}
	kinds := []tocsin.Kind{tocsin.KindEvent, tocsin.KindOutlook, tocsin.KindTie, tocsin.KindQuestion, tocsin.KindCause, tocsin.KindEvent}
	var quotes []string
	for i := range n {
		quotes = append(quotes, fmt.Sprintf("Group %d marched on town %d %s.", i, i%9, invented(i)))
	}
	for from := 0; from < n; from += step {
		part := quotes[from:min(from+step, n)]
		published := tocsin.MustDate("2031-05-01").AddDays(from % 7)
		rep := *d.report(fmt.Sprintf("Paper %d", from), published.String(), strings.Join(part, " "))
		for i, q := range part {
			d.says(&rep, q, kinds[(from+i)%len(kinds)], func(s *tocsin.Statement) {
				s.Act, s.Rel, s.When = "", "", on("2031-05-04")
				switch s.Kind {
				case tocsin.KindEvent:
					s.Act = []string{"coup", "assault", "protest"}[i%3]
					s.Actors = named(fmt.Sprintf("Group %d", (from+i)%5))
					s.Count = &tocsin.Count{What: "killed", Low: tocsin.Number(float64(i % 4)), High: tocsin.Number(float64(i % 4)), Text: fmt.Sprint(i % 4)}
				case tocsin.KindTie:
					s.Rel, s.Actors, s.Recipients = "leads", named(fmt.Sprintf("General Name%d", i%3)), named("the council")
				}
			})
		}
	}
	return d.in
}

// invented makes five words that no other number makes.
func invented(n int) string {
	const a, b = "bdfgklmnprst", "aeiou"
	var words []string
	for i := range 5 {
		k := n*5 + i
		words = append(words, string([]byte{a[k%12], b[k/12%5], a[k/60%12], b[k/720%5], a[k/3600%12]}))
	}
	return strings.Join(words, " ")
}

// hostile is what a report may hold to break out of the page or to lie on it.
const hostile = "<script>alert(1)</script> [click](javascript:alert(1)) ![x](http://evil.example/x.png) **bold** `code` \u202egnp.exe\u202c \x1b[31mred\x1b[0m www.evil.example <img src=x onerror=alert(1)> &lt; marched"

// TestHostileText: markup, escape codes and bidirectional controls of a report
// reach neither rendering alive, whichever field carries them.
func TestHostileText(t *testing.T) {
	d := &desk{t: t, in: Input{Country: hostile, At: tocsin.MustDate("2031-05-07"), Head: hostile}}
	rep := d.report(hostile, "2031-05-05", "# Heading "+hostile+".\n\nThe rest.")
	rep.Title = hostile
	id := d.says(rep, hostile, tocsin.KindEvent, coup)
	d.in.Datasets = []tocsin.Dataset{{Dataset: hostile, Vintage: hostile, Coverage: hostile}}
	d.in.Measures = []Measure{{Topic: TopicTempo, Text: hostile, Query: hostile, Dataset: hostile, Warnings: []string{hostile}, Events: []string{hostile}}}
	d.in.Verdicts = []tocsin.Verdict{{ID: "vd_1", Statement: id, Text: hostile, Verdict: tocsin.Holds, Sentence: hostile, Query: hostile}}
	b, md, page := write(t, d.in)
	var rendered strings.Builder
	if err := goldmark.Convert([]byte(md), &rendered); err != nil {
		t.Fatal(err)
	}
	live := regexp.MustCompile(`(?i)<(script|img|code|strong>bold)|href="[^#]|<h1>Heading`)
	for name, out := range map[string]string{"Markdown": rendered.String(), "HTML": page, "fragment": string(b.HTMLFragment())} {
		if m := live.FindString(out); m != "" {
			t.Errorf("%s: %q is alive in\n%s", name, m, out)
		}
	}
	for _, out := range []string{md, page} {
		for _, r := range out {
			if r != '\n' && unicode.Is(unicode.C, r) {
				t.Fatalf("%U stands in the output", r)
			}
		}
	}
	for _, s := range b.Sections {
		for _, x := range s.Sentences {
			if strings.ContainsAny(x.Text, "\x1b\u202e") {
				t.Errorf("a control character in %q", x.Text)
			}
		}
	}
}

// TestHull: a statement is quoted with the whole sentence around it, because
// "not" and "allegedly" may stand outside its span.
func TestHull(t *testing.T) {
	long := "It " + strings.Repeat("went on and ", 30) + "the guard fired."
	for _, c := range []struct{ text, span, want string }{
		{"One came. Col. Venn did not, it is said, flee. All slept.", "flee", "Col. Venn did not, it is said, flee."},
		{"A title\n\nThe U.S. envoy left on 3.5 hours' notice! He slept.", "left", "The U.S. envoy left on 3.5 hours' notice!"},
		{"He said: “Go away.” They went.", "They", "They went."},
		{"no stop at all", "stop", "no stop at all"},
		{long, "the guard fired", "the guard fired"},
	} {
		at := strings.Index(c.text, c.span)
		got, _ := hull(c.text, tocsin.Span{at, at + len(c.span)})
		if got.In(c.text) != c.want {
			t.Errorf("%q widened to %q, want %q", c.span, got.In(c.text), c.want)
		}
	}
}

// FuzzHull: the widened span always holds the given one, or is it.
func FuzzHull(f *testing.F) {
	f.Add("One. Two three.", 5, 8)
	f.Add("\xff.\n\n“A.” b", 0, 3)
	f.Fuzz(func(t *testing.T, text string, lo, hi int) {
		sp := tocsin.Span{lo, hi}
		if got, whole := hull(text, sp); !got.Contains(sp) || whole && got.In(text) == "" {
			t.Errorf("%v of %q became %v", sp, text, got)
		}
	})
}

func BenchmarkWrite500(b *testing.B) {
	in := heap(&testing.T{}, 500, 5)
	for b.Loop() {
		if _, err := Write(in); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkWrite writes briefs from more and more statements.
func BenchmarkWrite(b *testing.B) {
	for _, n := range []int{1_000, 10_000, 30_000} {
		in := heap(b, n, 100)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				if _, err := Write(in); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
