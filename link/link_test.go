package link_test

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"tocsin"
	"tocsin/link"
	"tocsin/read"
	"tocsin/read/score"
)

func newReader(tb testing.TB) *read.Reader {
	tb.Helper()
	k, err := score.Embedded()
	if err != nil {
		tb.Fatal(err)
	}
	r, err := read.New(read.Options{Gazetteer: k.Gazetteer, Actors: k.Actors})
	if err != nil {
		tb.Fatal(err)
	}
	return r
}

// TestCases reads two texts and links what they say. A case is lines
// "NAME DATE: text" and the kind of link that must come of them: same,
// contradicts (and same), or apart for none.
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/cases/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases", err)
	}
	r := newReader(t)
	for _, name := range files {
		t.Run(filepath.Base(name), func(t *testing.T) {
			raw, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			sc := bufio.NewScanner(strings.NewReader(string(raw)))
			var reports []tocsin.Report
			for n := 1; sc.Scan(); n++ {
				line := sc.Text()
				head, text, isText := strings.Cut(line, ": ")
				switch {
				case line == "" || line[0] == '#' || n == 1:
				case isText:
					_, day, _ := strings.Cut(head, " ")
					reports = append(reports, tocsin.Report{ID: tocsin.Hash([]byte(line)), Text: text, Published: tocsin.MustDate(day)})
				default:
					if got := verdict(t, r, reports); got != line {
						t.Errorf("%s:%d: %s, want %s", name, n, got, line)
					}
					reports = nil
				}
			}
		})
	}
}

func verdict(t *testing.T, r *read.Reader, reports []tocsin.Report) string {
	t.Helper()
	var all []tocsin.Statement
	for _, rep := range reports {
		res, err := r.Read(context.Background(), rep)
		if err != nil || len(res.Statements) == 0 {
			t.Fatalf("%q: %d statements, %v", rep.Text, len(res.Statements), err)
		}
		all = append(all, res.Statements...)
	}
	out := "apart"
	for _, l := range link.Reports(reports, all).Links {
		if out == "apart" || l.Kind == "contradicts" {
			out = l.Kind
		}
	}
	return out
}

const wire = `Soldiers in the capital of Arvena seized the state broadcaster before dawn on Tuesday and announced
that the constitution had been suspended, witnesses said. Gunfire was heard near the barracks on the northern edge of the
city, and the airport was closed. The president's office did not answer calls. A statement read by an officer who did not
give his name said that a council of nine would govern until elections could be held, and told civil servants to stay at
home. Regional leaders called for restraint and for the release of ministers who were believed to be held.`

// TestOrigins: a story that a paper tops with lines of its own is still one
// origin; the same news by another hand is another.
func TestOrigins(t *testing.T) {
	other := `Arvena's elected government has fallen. On Tuesday morning a group of officers took over the broadcaster,
declared the constitution void and shut the airport. Residents of the northern suburbs spoke of shooting. There was no word
from the president, and neighbouring states asked the officers to free the ministers they hold.`
	reports := []tocsin.Report{
		{ID: "paper", Published: tocsin.MustDate("2024-03-06"), Text: "From our own correspondents. The streets were calm on Wednesday. " + wire},
		{ID: "wire", Published: tocsin.MustDate("2024-03-05"), Text: wire},
		{ID: "other", Published: tocsin.MustDate("2024-03-05"), Text: other},
		{ID: "short", Published: tocsin.MustDate("2024-03-07"), Text: wire[:len(wire)*2/3]},
	}
	got := fmt.Sprint(ids(link.Origins(reports)))
	if want := "[[other] [wire paper short]]"; got != want {
		t.Errorf("origins %s, want %s", got, want)
	}
}

func ids(list []link.Origin) (out [][]string) {
	for _, o := range list {
		out = append(out, o.Reports)
	}
	return out
}

// TestOneOriginIsOneConfirmation: a copied report adds a report and no origin.
func TestOneOriginIsOneConfirmation(t *testing.T) {
	r := newReader(t)
	text := "Rebels attacked the town of Bunagana on 4 June. " + wire
	var reports []tocsin.Report
	var all []tocsin.Statement
	for _, t2 := range []string{text, text + " More soon.", "On 4 June 2022, M23 rebels attacked Bunagana."} {
		rep := tocsin.Report{ID: tocsin.Hash([]byte(t2)), Text: t2, Published: tocsin.MustDate("2022-06-06")}
		res, err := r.Read(context.Background(), rep)
		if err != nil {
			t.Fatal(err)
		}
		reports, all = append(reports, rep), append(all, res.Statements...)
	}
	for _, e := range link.Reports(reports, all).Events {
		if e.Act == "assault" && e.Reports == 3 {
			if e.Origins != 2 {
				t.Errorf("%d origins, want 2", e.Origins)
			}
			return
		}
	}
	t.Error("no attack that three reports tell")
}

// TestEveryStatementIsInOneEvent holds for any statements, alike or not.
func TestEveryStatementIsInOneEvent(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 12).Draw(t, "n")
		var list []tocsin.Statement
		for i := range n {
			day := tocsin.MustDate("2022-05-01").AddDays(rapid.IntRange(0, 9).Draw(t, "day"))
			s := tocsin.Statement{ID: fmt.Sprint("st", i), Kind: tocsin.KindEvent, Report: fmt.Sprint("r", rapid.IntRange(0, 3).Draw(t, "report")),
				Act: rapid.SampledFrom([]string{"assault", "clash", "arrest"}).Draw(t, "act"), Published: day}
			if rapid.Bool().Draw(t, "dated") {
				s.When = tocsin.When{From: day, To: day, Precision: "day"}
			}
			if rapid.Bool().Draw(t, "placed") {
				s.Places = []tocsin.Place{{Role: "at", Text: rapid.SampledFrom([]string{"Gao", "Kidal"}).Draw(t, "place")}}
			}
			s.Actors = []tocsin.Mention{{Text: rapid.SampledFrom([]string{"rebels", "the army", "gunmen"}).Draw(t, "doer")}}
			list = append(list, s)
		}
		res := link.Reports(nil, list)
		in := map[string]int{}
		for _, e := range res.Events {
			for _, id := range e.Statements {
				in[id]++
			}
			if e.Origins > e.Reports || e.Reports > len(e.Statements) {
				t.Fatalf("%d origins, %d reports, %d statements", e.Origins, e.Reports, len(e.Statements))
			}
		}
		for _, s := range list {
			if in[s.ID] != 1 {
				t.Fatalf("%s is in %d events", s.ID, in[s.ID])
			}
		}
		for _, l := range res.Links {
			if l.From == l.To || l.Why == "" {
				t.Fatalf("bad link %+v", l)
			}
		}
	})
}

// BenchmarkOrigins groups 500 reports of 300 words.
func BenchmarkOrigins(b *testing.B) {
	var reports []tocsin.Report
	words := strings.Fields(wire)
	for i := range 500 {
		var w []string
		for k := range 300 {
			w = append(w, words[(k*(i+7)+k*k)%len(words)])
		}
		reports = append(reports, tocsin.Report{ID: fmt.Sprint(i), Text: strings.Join(w, " ")})
	}
	for b.Loop() {
		link.Origins(reports)
	}
	b.ReportMetric(float64(len(reports)*b.N)/b.Elapsed().Seconds(), "reports/s")
}
