package when_test

import (
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"tocsin"
	"tocsin/read/text"
	"tocsin/read/when"
)

// check holds for what is found in any text whatever.
func check(t interface{ Fatalf(string, ...any) }, doc *text.Doc, published tocsin.Date) {
	last := -1
	for _, f := range when.Find(doc, published) {
		s := doc.Sentences[f.Sent]
		if f.Lo < 0 || f.Hi > len(s.Tokens) || f.Lo >= f.Hi || f.Head < f.Lo || f.Head >= f.Hi {
			t.Fatalf("tokens [%d,%d) with head %d of %d in %q", f.Lo, f.Hi, f.Head, len(s.Tokens), doc.Text)
		}
		if f.Span.In(doc.Text) != f.When.Text || f.When.Text == "" || f.Span[0] < s.Tokens[f.Lo].Span[0] || f.Span[1] > s.Tokens[f.Hi-1].Span[1] {
			t.Fatalf("span %v of %q is not %q", f.Span, doc.Text, f.When.Text)
		}
		w := f.When
		if !w.From.IsZero() && !w.To.IsZero() && w.From > w.To {
			t.Fatalf("%q begins after it ends: %s to %s", w.Text, w.From, w.To)
		}
		if w.Open == "end" && !w.To.IsZero() || w.Open == "start" && !w.From.IsZero() {
			t.Fatalf("%q is open and closed at one end: %+v", w.Text, w)
		}
		if (f.Kind == when.Duration || f.Kind == when.Set) && (w.From != 0 || w.To != 0) {
			t.Fatalf("%q is a %s with days", w.Text, f.Kind)
		}
		if f.Amount != nil && !(tocsin.Finite(*f.Amount) && *f.Amount >= 0) {
			t.Fatalf("%q is %g", w.Text, *f.Amount)
		}
		if f.Span[0] < last {
			t.Fatalf("%q comes out of order", w.Text)
		}
		last = f.Span[0]
		probe := tocsin.Statement{When: w}
		if err := probe.Validate(); err != nil && strings.Contains(err.Error(), "when") {
			t.Fatalf("%q: %v", w.Text, err)
		}
	}
}

// Any string of words that occur in times is read without a contradiction.
func TestAnyWords(t *testing.T) {
	words := strings.Fields(`the a an of in on since until by before after from to between and early mid late last next this that
		previous following past recent first second third day days week month months year years decade century quarter weekend
		March May august Aug. Tuesday Sat. summer winter 1 2 18 31 29 February 2012 2020 1990s '90 s two twenty five several few half
		ago later earlier yesterday now so far thus - – , . ( ) / 18-20 2012-13 2012-2015 2020-08-18 03/04/2020 31/02/2019 Q3 H1 coup
		the war elections aged old long every daily twice per ever then prior within hours end beginning mid-March eight-year
		25-year-old 0000 9999 1000000 99999999999 th 18th`)
	rapid.Check(t, func(t *rapid.T) {
		list := rapid.SliceOfN(rapid.SampledFrom(words), 1, 12).Draw(t, "words")
		published := tocsin.Date(rapid.SampledFrom([]int32{0, 1, 700000, 737657, 3652059}).Draw(t, "published"))
		doc := text.Tokenize(strings.Join(list, rapid.SampledFrom([]string{" ", "", "-"}).Draw(t, "between")))
		check(t, doc, published)
	})
}

// A date written out in any order comes back as that date.
func TestWrittenDatesComeBack(t *testing.T) {
	names := strings.Fields("January February March April May June July August September October November December")
	rapid.Check(t, func(t *rapid.T) {
		d := tocsin.Date(rapid.Int32Range(int32(tocsin.MustDate("1900-01-01")), int32(tocsin.MustDate("2099-12-31"))).Draw(t, "day"))
		published := tocsin.Date(rapid.Int32Range(int32(d), int32(tocsin.MustDate("2100-12-31"))).Draw(t, "published"))
		y, m, dd := d.Parts()
		month := names[m-1]
		layout := rapid.SampledFrom([]string{"D M Y", "M D, Y", "the Dth of M Y", "M D Y", "D M, Y"}).Draw(t, "layout")
		written := strings.NewReplacer("D", strconv.Itoa(dd), "M", month, "Y", strconv.Itoa(y)).Replace(layout)
		if rapid.Bool().Draw(t, "iso") {
			written = d.String()
		}
		found := when.Find(text.Tokenize("Soldiers left on "+written+"."), published)
		if len(found) != 1 || found[0].When.From != d || found[0].When.To != d || found[0].When.Precision != "day" {
			t.Fatalf("%q: %+v", written, found)
		}
	})
}

// A day without its year is the last such day before publication.
func TestYearIsTheLastThatFits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		published := tocsin.Date(rapid.Int32Range(700000, 760000).Draw(t, "published"))
		back := rapid.IntRange(0, 364).Draw(t, "back")
		d := published.AddDays(-back)
		if d.Month() == 2 && d.Day() == 29 {
			return // the last one may be four years back
		}
		found := when.Find(text.Tokenize("Soldiers left on "+d.Time().Format("January 2")+"."), published)
		if len(found) != 1 || found[0].When.From != d {
			t.Fatalf("%s, published %s: %+v", d, published, found)
		}
	})
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{"On August 18, 2020-08-18 and since 2012.", "from March to the 1990s", "the '90s", "twenty-five-year-old", "03/04/2020",
		"two days after the coup of 3 March", "early mid-late the end of the beginning of 2019", "\x00\xff 31 June", "ſecond Maẏ 2O12", "2014 was", "99999999999999999999 years ago"} {
		f.Add(s, int32(737657))
	}
	f.Fuzz(func(t *testing.T, s string, published int32) {
		if len(s) > 2000 {
			return
		}
		check(t, text.Tokenize(s), max(0, min(tocsin.Date(published), tocsin.MustDate("9999-12-31"))))
	})
}

func BenchmarkFind(b *testing.B) {
	sentence := "On August 18, soldiers who had been under pressure in recent months since the 2012 coup left the barracks two days after the vote. "
	doc := text.Tokenize(strings.Repeat(sentence, 40)) // about 1,000 words
	b.SetBytes(int64(len(doc.Text)))
	for b.Loop() {
		if len(when.Find(doc, tocsin.MustDate("2020-08-20"))) == 0 {
			b.Fatal("nothing found")
		}
	}
}
