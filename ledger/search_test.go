package ledger_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"pgregory.net/rapid"

	"tocsin"
	"tocsin/ledger"
)

// Words, phrases, beginnings of words and what must not be there.
func ExampleParseQuery() {
	q, err := ledger.ParseQuery(`Bamako "coup d'état" soldat* -Niger`)
	for _, t := range q.Terms {
		fmt.Println(t.Words, t.Prefix)
	}
	fmt.Println("not", q.Not[0].Words, err)
	snippet, marks := q.Snippet("Les soldats de Kati ont mené un coup d'Etat à Bamako.")
	fmt.Println(snippet)
	for _, m := range marks {
		fmt.Println(m.In(snippet))
	}
	// Output:
	// [bamako] false
	// [coup d etat] false
	// [soldat] true
	// not [niger] <nil>
	// Les soldats de Kati ont mené un coup d'Etat à Bamako.
	// soldats
	// coup d'Etat
	// Bamako
}

func TestParseQueryRefuses(t *testing.T) {
	for query, want := range map[string]string{
		"":                                  "nothing to look for",
		"  ":                                "nothing to look for",
		"-coup":                             "nothing to look for",
		`"" ! *`:                            "nothing to look for",
		`"coup in`:                          "close the quotation mark",
		strings.Repeat("coup ", 33):         "33 terms, at most 32",
		"coup " + strings.Repeat("-x ", 40): "41 terms",
	} {
		if _, err := ledger.ParseQuery(query); tocsin.CodeOf(err) != tocsin.Invalid || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", query, err, want)
		}
	}
}

func TestWordsFold(t *testing.T) {
	for text, want := range map[string]string{
		"Keïta KEITA Keı̈ta":      "keita keita keıta",
		"Ségou, Ménaka; ﬁrst":     "segou menaka first",
		"JNIM-led don't 2,000":    "jnim led don t 2 000",
		"  ":                      "",
		"المدينة ١٢":              "المدينة ١٢",
		"a\u0301b\u200bc \x1b[1m": "ab c 1m",
	} {
		if got := strings.Join(ledger.Words(text), " "); got != want {
			t.Errorf("%q gives %q, want %q", text, got, want)
		}
	}
}

// The snippet of a long text is about where most of the words stand.
func TestSnippetChoosesWhereMostWordsStand(t *testing.T) {
	filler := strings.Repeat("All was quiet in Kidal that day. ", 40)
	text := "Soldiers drilled.\n" + filler + "At dawn, soldiers   took\nthe bridge at Velm. " + filler
	q, err := ledger.ParseQuery("velm soldiers bridge")
	if err != nil {
		t.Fatal(err)
	}
	snippet, marks := q.Snippet(text)
	if !strings.Contains(snippet, "At dawn, soldiers took the bridge at Velm.") || len(marks) != 3 ||
		!strings.HasPrefix(snippet, "… ") || !strings.HasSuffix(snippet, " …") || len(snippet) > 260 {
		t.Errorf("%q, %v", snippet, marks)
	}
	if snippet, marks = q.Snippet(filler); len(marks) != 0 || !strings.HasPrefix(snippet, "All was quiet") {
		t.Errorf("of a text without the words: %q, %v", snippet, marks)
	}
}

// anyText draws texts with what makes trouble: control and bidi characters, broken
// UTF-8, accents in both forms, odd spaces.
func anyText(rt *rapid.T, name string) string {
	piece := rapid.SampledFrom([]string{"coup ", "Bamako", "Keïta ", "Ke\u0131\u0308ta", "\x1b[31m", "\u202e", "\u200b", "\xff", "\xe2\x80", " ", "\u00a0", "\n\n", "ﬁ", "e\u0301",
		strings.Repeat("x", 300), "\"", "-", "*", "日本", "'"})
	return strings.Join(rapid.SliceOfN(piece, 0, 60).Draw(rt, name), "")
}

// Whatever the text and the query, the snippet is clean and its marks are words of
// the query.
func TestSnippetIsClean(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) { checkSnippet(rt, anyText(rt, "query"), anyText(rt, "text")) })
}

// FuzzSnippet asks the same of any bytes.
func FuzzSnippet(f *testing.F) {
	f.Add(`coup "in bamako"`, "A coup in\x1b Bamako.")
	f.Add("a* -b", "aa b")
	f.Add("é", "e\u0301 \xff")
	f.Fuzz(func(t *testing.T, query, text string) { checkSnippet(t, query, text) })
}

func checkSnippet(t interface{ Fatalf(string, ...any) }, query, text string) {
	q, err := ledger.ParseQuery(query)
	if err != nil {
		return
	}
	snippet, marks := q.Snippet(text)
	if !utf8.ValidString(snippet) || strings.ContainsFunc(snippet, func(r rune) bool { return unicode.Is(unicode.C, r) }) {
		t.Fatalf("%q is not clean", snippet)
	}
	end := 0
	for _, m := range marks {
		if m[0] < end || m[1] <= m[0] || m[1] > len(snippet) {
			t.Fatalf("marks %v of %q", marks, snippet)
		}
		end = m[1]
		one := ledger.Query{Terms: q.Terms}
		if found := m.In(snippet); !finds(one, found) {
			t.Fatalf("%q is marked in %q, the query is %q", found, snippet, query)
		}
	}
	if words := ledger.Words(text); q.Finds(words) && len(marks) == 0 && len(text) < 200 {
		t.Fatalf("nothing is marked in %q for %q", snippet, query)
	}
}

// finds reports whether one of the terms stands in the text.
func finds(q ledger.Query, text string) bool {
	for _, term := range q.Terms {
		if (ledger.Query{Terms: []ledger.Term{term}}).Finds(ledger.Words(text)) {
			return true
		}
	}
	return false
}
