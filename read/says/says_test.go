package says_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"pgregory.net/rapid"

	"tocsin"
	"tocsin/read/says"
	"tocsin/read/text"
)

func ExampleFor() {
	doc, err := text.Parse(context.Background(), "Reuters quoted a UN official as saying residents fled Kidal.")
	if err != nil {
		fmt.Println(err)
		return
	}
	list := says.Find(doc)
	for i, tok := range doc.Sentences[0].Tokens {
		if tok.Text == "fled" {
			for _, s := range says.For(doc, list, 0, i) {
				fmt.Printf("%s (%s, %s): %s\n", s.Text, s.Type, s.Stance, s.Cue)
			}
		}
	}
	// Output:
	// Reuters (named, certain): quoted
	// a UN official (unnamed, certain): saying
}

func ExampleFind() {
	doc, err := text.Parse(context.Background(), "The Kenyan government denied that its troops had shelled Kismayo.")
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, a := range says.Find(doc) {
		p := a.Parts[0]
		fmt.Printf("%s | %s | %s | denies %v\n", a.SourceText, a.Cue, p.Span(doc).In(doc.Text), a.Denies)
	}
	// Output: The Kenyan government | denied | that its troops had shelled Kismayo | denies true
}

// hostile are texts that once broke a reader somewhere, or might.
var hostile = []string{
	"“““ he said, she said ”””, they said.",
	"\"",
	"He said \"",
	"“Unclosed, he said.\n\n“Another,” she said. “And",
	strings.Repeat("He said that ", 400) + "it fell.",
	strings.Repeat("\"A,\" he said. ", 300),
	"According to according to according to.",
	"Reports that that that. Claims by by that. In the view of.",
	"Reuters quoted as saying. X was quoted as saying. quoted a a a as saying as saying.",
	": : : Name: words: words\nPolice: \x00 said \xff\xfe.",
	"said said said says say, said, said; said — said.",
	"‘He said “she said ‘they said’” yesterday,’ he said.",
}

// checkAll holds what every attribution promises.
func checkAll(tb testing.TB, doc *text.Doc) {
	tb.Helper()
	list := says.FindAll(doc)
	for i, a := range list {
		s := &doc.Sentences[a.Sent]
		if a.CueSpan.In(doc.Text) != a.Cue || a.Cue == "" || a.CueTok < 0 || a.CueTok >= len(s.Tokens) {
			tb.Fatalf("%d: cue %q is not at %v", i, a.Cue, a.CueSpan)
		}
		if a.SourceHead >= 0 && (a.SourceText == "" || a.SourceSpan.In(doc.Text) == "" || a.Source.In(doc.Text) == "") {
			tb.Fatalf("%d: source %q at %v in %v", i, a.SourceText, a.SourceSpan, a.Source)
		}
		if len(a.Parts) == 0 || a.Lo > a.Hi || a.Parent == i || a.Parent >= len(list) {
			tb.Fatalf("%d: %+v", i, a)
		}
		for _, p := range append(a.Parts, a.Asides...) {
			if p.Sent < 0 || p.Sent >= len(doc.Sentences) || p.Lo >= p.Hi || p.Lo < 0 || p.Hi > len(doc.Sentences[p.Sent].Tokens) {
				tb.Fatalf("%d: part %v", i, p)
			}
		}
	}
	list = says.Find(doc)
	for n := range doc.Sentences {
		for i := range doc.Sentences[n].Tokens {
			for _, sp := range says.For(doc, list, n, i) {
				if sp.Text != "" && sp.Span.In(doc.Text) != sp.Text || sp.Cue == "" {
					tb.Fatalf("speaker %+v", sp)
				}
			}
		}
	}
}

func TestHostile(t *testing.T) {
	for _, s := range hostile {
		if doc, err := text.Parse(context.Background(), s); err == nil {
			checkAll(t, doc)
		}
	}
}

// A sentence put into somebody's mouth has one speaker more.
func TestSayingAddsASpeaker(t *testing.T) {
	facts := []string{"rebels burned the market", "the army closed the border", "two judges resigned", "the bridge collapsed"}
	names := []string{"The ministry", "A doctor", "Residents", "Amina Diop"}
	rapid.Check(t, func(t *rapid.T) {
		inner := rapid.SampledFrom(facts).Draw(t, "fact")
		words := strings.Fields(inner)
		verb := words[2]
		if words[0] == "rebels" {
			verb = words[1]
		}
		s, n := inner, rapid.IntRange(0, 2).Draw(t, "depth")
		for i := range n {
			s = rapid.SampledFrom(names).Draw(t, fmt.Sprint("name", i)) + rapid.SampledFrom([]string{" said that ", " claimed that "}).Draw(t, fmt.Sprint("cue", i)) + s
		}
		doc, err := text.Parse(context.Background(), strings.ToUpper(s[:1])+s[1:]+".")
		if err != nil {
			t.Fatal(err)
		}
		sent, tok := locate(doc, verb)
		if got := len(says.For(doc, says.Find(doc), sent, tok)); got > n || n == 1 && got != 1 {
			t.Fatalf("%q: %d speakers, want %d", doc.Text, got, n)
		}
	})
}

// Reading twice gives the same, in the order of the text.
func TestOrder(t *testing.T) {
	doc, err := text.Parse(context.Background(), strings.Join(hostile[:4], " ")+" The UN said residents claimed that the army lied.")
	if err != nil {
		t.Fatal(err)
	}
	first, second := says.FindAll(doc), says.FindAll(doc)
	if fmt.Sprint(first) != fmt.Sprint(second) {
		t.Error("two readings differ")
	}
	for i := 1; i < len(first); i++ {
		if first[i].CueSpan[0] < first[i-1].CueSpan[0] {
			t.Errorf("%q stands before %q", first[i-1].Cue, first[i].Cue)
		}
	}
}

// A bad line of a lexicon is refused with file, line, field and what to do.
func TestLexicon(t *testing.T) {
	good := fstest.MapFS{"verbs.txt": {Data: []byte("say speech certain clause,quote\n")}, "words.txt": {Data: []byte("noun certain : claim\n")}}
	lex, err := says.ReadLexicon(good)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := text.Parse(context.Background(), "Rebels said that the town fell. Rebels announced that it burned.")
	if err != nil {
		t.Fatal(err)
	}
	if got := lex.Find(doc); len(got) != 1 || got[0].Cue != "said" {
		t.Errorf("a lexicon with one verb finds %v", got)
	}
	for _, c := range []struct{ file, line, want string }{
		{"verbs.txt", "tell speech", "verbs.txt:2: read lexicon: 2 fields, want 4 or 5; write LEMMA CLASS STANCE FRAMES [denies]"},
		{"verbs.txt", "tell talk certain clause", `verbs.txt:2: class: read lexicon: unknown class "talk"; use one of speech, thought, attitude`},
		{"verbs.txt", "tell speech sure clause", `verbs.txt:2: stance: read lexicon: unknown stance "sure"; use one of`},
		{"verbs.txt", "tell speech certain claus", `verbs.txt:2: frames: read lexicon: unknown frame "claus"; use `},
		{"verbs.txt", "tell speech certain clause no", `verbs.txt:2: denies: read lexicon: unknown flag "no"; `},
		{"words.txt", "noun : claim", `words.txt:2: stance: read lexicon: noun has no stance; use one of`},
		{"words.txt", "noun certain claim", `words.txt:2: read lexicon: no words after a colon; `},
		{"words.txt", "thing certain : claim", `words.txt:2: kind: read lexicon: unknown kind "thing"; `},
	} {
		dir := fstest.MapFS{"verbs.txt": good["verbs.txt"], "words.txt": good["words.txt"]}
		dir[c.file] = &fstest.MapFile{Data: []byte("# words\n" + c.line + "\n")}
		if _, err := says.ReadLexicon(dir); err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%s %q: %v\nwant %s", c.file, c.line, err, c.want)
		}
	}
	if _, err := says.ReadLexicon(fstest.MapFS{}); tocsin.CodeOf(err) != tocsin.NotFound {
		t.Errorf("an empty folder: %v", err)
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range hostile {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 2000 {
			return
		}
		if doc, err := text.Parse(context.Background(), s); err == nil {
			checkAll(t, doc)
		}
	})
}

func BenchmarkFind(b *testing.B) {
	doc, err := text.Parse(context.Background(), strings.Repeat("“The port of Goma is closed,” the mayor said on Monday. Residents told reporters that, according to the army, two trucks had reportedly burned. ", 45))
	if err != nil {
		b.Fatal(err)
	}
	words := 0
	for _, s := range doc.Sentences {
		words += len(s.Tokens)
	}
	for b.Loop() {
		says.Find(doc)
	}
	b.ReportMetric(float64(b.N*words)/b.Elapsed().Seconds(), "tokens/s")
}
