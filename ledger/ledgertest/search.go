package ledgertest

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"tocsin"
	"tocsin/ledger"
	"tocsin/ledger/memory"
)

func query(t testing.TB, words string) ledger.Query {
	t.Helper()
	q, err := ledger.ParseQuery(words)
	if err != nil {
		t.Fatal(err)
	}
	q.Limit = 1000
	return q
}

// find lists the titles of the reports found, sorted.
func find(t testing.TB, v ledger.View, words string) []string {
	t.Helper()
	hits, err := v.SearchReports(ctx, query(t, words))
	if err != nil {
		t.Fatal(err)
	}
	list := []string{}
	for _, h := range hits {
		if h.Report.Text != "" || h.Statement != nil {
			t.Errorf("a hit among reports has a text or a statement: %+v", h)
		}
		list = append(list, h.Report.Title)
	}
	slices.Sort(list)
	return list
}

// findStatements lists the quotes of the statements found, sorted.
func findStatements(t testing.TB, v ledger.View, words string) []string {
	t.Helper()
	hits, err := v.SearchStatements(ctx, query(t, words))
	if err != nil {
		t.Fatal(err)
	}
	list := []string{}
	for _, h := range hits {
		if h.Statement.Report != h.Report.ID || h.Statement.Recorded == nil {
			t.Errorf("a hit does not fit together: %+v", h)
		}
		list = append(list, h.Report.Title+": "+h.Statement.Quote)
	}
	slices.Sort(list)
	return list
}

func searchReports(t *testing.T, l ledger.Ledger) {
	first, raw := Report("first", "2020-08-19", "Général Keïta", "Soldiers of the \u202eThird\x1b[31m Regiment")
	add(t, l, 1, first, raw)
	later, raw := Report("later", "2020-08-21", "Keita's guards")
	add(t, l, 2, later, raw)
	v := l.View(0)
	for _, c := range []struct {
		words string
		want  []string
	}{
		{"keita", []string{"first", "later"}}, {"KEÏTA général", []string{"first"}}, {"general", []string{"first"}},
		{`"launched a coup"`, []string{"first", "later"}}, {`"coup a launched"`, []string{}}, {"launch*", []string{"first", "later"}},
		{"launch", []string{}}, {"keita -soldiers", []string{"later"}}, {`coup -"third 31m regiment"`, []string{"later"}},
		{"first", []string{"first"}}, {"tocsin", []string{"first", "later"}}, {"coup OR", []string{}}, {"nothing", []string{}}, {`guard*`, []string{"later"}},
		{"col:umn", []string{}}, {"(coup)", []string{"first", "later"}}, {"'s", []string{"later"}},
	} {
		same(t, c.words, find(t, v, c.words), c.want)
	}
	same(t, "on the day of the first", find(t, l.View(on("2020-08-19")), "keita"), []string{"first"})
	same(t, "as it was recorded", find(t, v.RecordedBefore(clock(2)), "keita"), []string{"first"})
	q := query(t, "keita")
	q.Limit = 1
	hits, err := v.SearchReports(ctx, q)
	if err != nil || len(hits) != 1 {
		t.Errorf("%d hits of at most one, %v", len(hits), err)
	}
	hits, err = v.SearchReports(ctx, query(t, "third regiment"))
	if err != nil || len(hits) != 1 {
		t.Fatal(hits, err)
	}
	same(t, "the snippet is clean", hits[0].Snippet,
		"first Général Keïta launched a coup. Soldiers of the \ufffdThird\ufffd[31m Regiment launched a coup.")
	var marked []string
	for _, m := range hits[0].Marks {
		marked = append(marked, m.In(hits[0].Snippet))
	}
	same(t, "its marks", marked, []string{"Third", "Regiment"})

	corrected := first
	corrected.Title = "erratum"
	added, err := l.AddReport(ctx, corrected, []byte(first.Text), clock(3))
	must(t, "added", added, err)
	same(t, "by the new title", find(t, v, "erratum keita"), []string{"erratum"})
	same(t, "once", find(t, v, "general"), []string{"erratum"})
	added, err = l.Redact(ctx, tocsin.Redaction{Hash: first.ID, By: "the editor", Why: "endangers a witness", Recorded: clock(4)})
	must(t, "added", added, err)
	same(t, "redacted", find(t, v, "keita"), []string{"later"})
	same(t, "redacted, by title", find(t, v, "erratum"), []string{})
}

func searchStatements(t *testing.T, l ledger.Ledger) {
	r, raw := Report("page", "2020-08-20", "Soldiers", "Diaw")
	add(t, l, 1, r, raw, "Soldiers", "Diaw")
	v := l.View(0)
	same(t, "by who", findStatements(t, v, "diaw"), []string{"page: Diaw launched a coup."})
	same(t, "by place", len(findStatements(t, v, "mali coup")), 2)
	same(t, "the day before", findStatements(t, l.View(on("2020-08-19")), "diaw"), []string{})

	rd, list, links := Reading(r, "rules-2", clock(2), 0.9, "Diaw") // the newer reading has one statement fewer
	added, err := l.AddReading(ctx, rd, list, links)
	must(t, "added", added, err)
	same(t, "the reading that counts", findStatements(t, v, "coup"), []string{"page: Diaw launched a coup."})
	hits, err := v.SearchStatements(ctx, query(t, "diaw"))
	if err != nil || len(hits) != 1 || hits[0].Statement.Places[0].Candidates[0].Score != 0.9 {
		t.Errorf("hits %+v, %v", hits, err)
	}
	same(t, "as it was recorded", len(findStatements(t, v.RecordedBefore(clock(2)), "coup")), 2)

	sick, raw := Report("clinic", "2020-08-20", "Minister Velm")
	rd, list, _ = Reading(sick, "rules-1", clock(3), 0.5, "Minister Velm")
	list[0].Kind, list[0].Act, list[0].Codebook, list[0].Outcome = tocsin.KindTrait, "", "", ""
	list[0].Rel, list[0].Value = "religion", &tocsin.Value{Text: "Minister"}
	list[0].ID = list[0].ComputeID()
	rd.Statements = []string{list[0].ID}
	rd.ID = rd.ComputeID()
	added, err = l.AddReport(ctx, sick, raw, clock(3))
	must(t, "added", added, err)
	added, err = l.AddReading(ctx, rd, list, nil)
	must(t, "added", added, err)
	same(t, "what is personal is not searched", findStatements(t, v, "velm"), []string{})
	added, err = l.Redact(ctx, tocsin.Redaction{Hash: r.ID, By: "the editor", Why: "endangers a witness", Recorded: clock(4)})
	must(t, "added", added, err)
	same(t, "redacted", findStatements(t, v, "coup"), []string{})
}

func spoken(t *testing.T, l ledger.Ledger) {
	r, raw := Report("page", "2020-08-20", "Residents said soldiers", "Diaw")
	rd, list, _ := Reading(r, "rules-1", clock(1), 0.5, "Residents said soldiers", "Diaw")
	from := list[0].Span[0]
	list[0].Says = []tocsin.Speaker{{Text: "Residents", Type: "collective", Cue: "said", Span: tocsin.Span{from, from + 9}, Stance: "certain"}}
	list[0].ID = list[0].ComputeID()
	rd.Statements[0] = list[0].ID
	rd.ID = rd.ComputeID()
	added, err := l.AddReport(ctx, r, raw, clock(1))
	must(t, "added", added, err)
	added, err = l.AddReading(ctx, rd, list, nil)
	must(t, "added", added, err)
	for name, want := range map[string][]string{"residents": {"Residents said soldiers"}, "Résidents": {"Residents said soldiers"},
		"resident": {}, "soldiers": {}, "": nil, "!": {}} {
		if want != nil {
			same(t, name, actors(t, l.View(0), ledger.Filter{Speaker: name}), want)
		}
	}
	same(t, "with another filter", actors(t, l.View(0), ledger.Filter{Speaker: "residents", IDs: []string{list[1].ID}}), []string{})
}

// searchAgrees adds odd texts to a backend and to memory and looks for odd words:
// both must find the same.
func searchAgrees(t *testing.T, open Open) {
	l, ref := open(t), memory.New()
	defer l.Close()
	piece := rapid.SampledFrom([]string{"coup ", "Coup", "Bamako ", "Keïta ", "Ke\u0131\u0308ta ", "\x1b[31m", "\u202e", "\u200b", "\xff", "\xe2\x80", "\u00a0", "\n\n", "ﬁn ", "e\u0301 ",
		"x2", " 2,000 ", "日本 ", "don't ", "ß ", "İ", "Ǆ ", "ⅷ ", "٣ ", "क्षि ", "_", "AND ", "NEAR ", "\"", "-", "*", "'", "(", ":", "^", "{", "+ "})
	text := func(rt *rapid.T, name string, most int) string {
		return strings.Join(rapid.SliceOfN(piece, 1, most).Draw(rt, name), "")
	}
	n := 0
	rapid.Check(t, func(rt *rapid.T) {
		n++
		raw := []byte(fmt.Sprint(n, "\n", text(rt, "text", 20)))
		r := tocsin.Report{ID: tocsin.Hash(raw), TextHash: tocsin.Hash(raw), Text: string(raw), Title: fmt.Sprint("title", n), Published: on("2020-08-18")}
		for _, x := range []ledger.Ledger{l, ref} {
			if _, err := x.AddReport(ctx, r, raw, clock(n)); err != nil {
				rt.Fatal(err)
			}
		}
		words := text(rt, "query", 4)
		if _, err := ledger.ParseQuery(words); err != nil {
			return
		}
		if got, want := find(t, l.View(0), words), find(t, ref.View(0), words); !slices.Equal(got, want) {
			rt.Fatalf("%q finds %v, in memory %v", words, got, want)
		}
	})
}
