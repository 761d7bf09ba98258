package read_test

import (
	"context"
	"errors"
	"os"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"tocsin"
)

// hostile are texts that nobody should send, by name, of about n bytes.
var hostile = map[string]func(base string, n int) string{
	"reports end to end":      func(s string, n int) string { return fill(s+"\n\n", n) },
	"all capitals":            func(s string, n int) string { return fill(strings.ToUpper(s)+"\n\n", n) },
	"all small":               func(s string, n int) string { return fill(strings.ToLower(s)+"\n\n", n) },
	"nested brackets":         func(_ string, n int) string { return "The army said " + nest("(", " rebels fled ", ")", n) + "." },
	"nested quotes":           func(_ string, n int) string { return "The army said " + nest("“", " rebels fled ", "”", n) + "." },
	"no full stop":            func(_ string, n int) string { return fill("the army attacked the town and ", n) },
	"one word":                func(_ string, n int) string { return "The army attacked Gao. " + fill("a", n) },
	"names alone":             func(_ string, n int) string { return fill("Ali Omar Hassan of Bamako ", n) },
	"one comma after another": func(_ string, n int) string { return fill("Mali, ", n) },
	"said that he said":       func(_ string, n int) string { return fill("Ali said that ", n) + "he fled." },
	"acronyms":                func(_ string, n int) string { return fill("Army of Mali (AM) attacked the AM. ", n) },
	"open quotes":             func(_ string, n int) string { return fill("\"Ali fled the army \"", n) },
	"one line a word":         func(_ string, n int) string { return fill("army\n", n) },
	"exclamations":            func(_ string, n int) string { return "The army fled " + fill("! ", n) },
	"numbers":                 func(_ string, n int) string { return "The army killed " + fill("1,000 or 2.5 of ", n) },
	"dates":                   func(_ string, n int) string { return fill("on 4 May 2020 and ", n) },
	"who fled who fled":       func(_ string, n int) string { return "The army, " + fill("who fled the rebels, ", n) },
	"NULs":                    func(s string, n int) string { return fill(strings.ReplaceAll(s, " ", "\x00"), n) },
	"right to left":           func(s string, n int) string { return fill(s+" \u202eسلام عليكم שלום\u202c ", n) },
	"lone surrogates":         func(s string, n int) string { return fill(s+" \xed\xa0\x80\xed\xbf\xbf ", n) },
	"mixed encodings":         func(s string, n int) string { return fill(s+" caf\xe9 \xff\xfet\x00 caf\xc3\xa9 \x93quoted\x94 ", n) },
	"combining marks":         func(_ string, n int) string { return "The army attacked G" + fill("\u0301", n) + "ao." },
	"joiners":                 func(_ string, n int) string { return "The army attacked " + fill("a\u200d", n) },
}

func fill(s string, n int) string { return strings.Repeat(s, n/len(s)+1) }

func nest(open, middle, shut string, n int) string {
	k := n / (len(open) + len(shut))
	return strings.Repeat(open, k) + middle + strings.Repeat(shut, k)
}

// hostileSize is small in a plain test; TOCSIN_HOSTILE=50 asks for 50 MB of each,
// as make fuzz does with 2.
func hostileSize(t *testing.T) int {
	mb, err := strconv.Atoi(os.Getenv("TOCSIN_HOSTILE"))
	if err != nil {
		return 24 << 10
	}
	t.Logf("%d MB of each", mb)
	return mb << 20
}

// TestHostileTexts reads each of them whole. No text may panic or stop the
// reader, and where statements come out they rest on bytes of the text. A text
// may be refused by name: it is not English, or none at all.
func TestHostileTexts(t *testing.T) {
	r, base, size := newReader(t), benchReport(t), hostileSize(t)
	for name, text := range hostile {
		t.Run(name, func(t *testing.T) {
			s := text(base.Text, size)
			start, cpu := time.Now(), cpuTime()
			res, err := r.Read(context.Background(), tocsin.Report{ID: tocsin.Hash([]byte(s)), Text: s, Published: base.Published})
			took, spent := time.Since(start), cpuTime()-cpu
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			var te *tocsin.Error
			if err != nil && !errors.As(err, &te) {
				t.Errorf("refused by an error without a name: %v", err)
			}
			for i := range res.Statements {
				if err := res.Statements[i].CheckSpans(s); err != nil {
					t.Fatal(err)
				}
			}
			// A minute for 64 KB, were the machine a hundred times slower than ours.
			if limit := time.Duration(len(s)>>16+1) * time.Minute; took > limit {
				t.Errorf("%d bytes take %v", len(s), took)
			}
			t.Logf("%d bytes, %v, %v of a core, %d MB so far, %d statements, %v", len(s), took.Round(time.Millisecond),
				spent.Round(time.Millisecond), m.Sys>>20, len(res.Statements), err)
		})
	}
}

// TestReadingIsLinear holds what twice the text costs against what once costs,
// in bytes allocated: unlike the clock that number does not depend on what else
// the machine does.
func TestReadingIsLinear(t *testing.T) {
	r, base := newReader(t), benchReport(t)
	for name, text := range hostile {
		t.Run(name, func(t *testing.T) {
			cost := func(n int) float64 {
				s := text(base.Text, n)
				var before, after runtime.MemStats
				runtime.ReadMemStats(&before)
				if _, err := r.Read(context.Background(), tocsin.Report{ID: tocsin.Hash([]byte(s)), Text: s, Published: base.Published}); err != nil {
					t.Skip("refused:", err)
				}
				runtime.ReadMemStats(&after)
				return float64(after.TotalAlloc - before.TotalAlloc)
			}
			cost(1 << 10)
			if small, large := cost(10<<10), cost(30<<10); large > 6*small+1<<20 {
				t.Errorf("10 KB take %.0f KB of memory in all, 30 KB %.0f", small/1024, large/1024)
			}
		})
	}
}

// TestLongTextsAreReadInParts reads a text that needs three parts: spans count
// from the beginning of the text, and what stands in the last part is found.
func TestLongTextsAreReadInParts(t *testing.T) {
	const last = "Rebels killed four farmers in Goma on Tuesday."
	s := fill("The talks went on in the rain. ", 600<<10) + "\n\n" + last
	res, err := newReader(t).Read(context.Background(), tocsin.Report{ID: tocsin.Hash([]byte(s)), Text: s, Published: tocsin.MustDate("2024-05-02")})
	if err != nil {
		t.Fatal(err)
	}
	if len(res.Statements) == 0 {
		t.Fatal("nothing found")
	}
	end := res.Statements[len(res.Statements)-1]
	if err := end.CheckSpans(s); err != nil || !strings.Contains(last, end.Quote) || end.Span[0] < len(s)-len(last) {
		t.Errorf("the last statement is %q at %v of %d (%v)", end.Quote, end.Span, len(s), err)
	}
}

// FuzzRead reads anything: a text is read or refused by name, and what is read
// rests on its bytes.
func FuzzRead(f *testing.F) {
	base := benchReport(f)
	for _, text := range hostile {
		f.Add(text(base.Text[:min(len(base.Text), 300)], 400))
	}
	r := newReader(f)
	if _, err := r.Read(context.Background(), base); err != nil { // decodes the tables before the clock runs
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 2<<10 {
			t.Skip("long texts have their own test")
		}
		res, err := r.Read(context.Background(), tocsin.Report{ID: tocsin.Hash([]byte(s)), Text: s, Published: base.Published})
		var te *tocsin.Error
		if err != nil && !errors.As(err, &te) {
			t.Fatalf("refused by an error without a name: %v", err)
		}
		for i := range res.Statements {
			if err := res.Statements[i].CheckSpans(s); err != nil {
				t.Fatal(err)
			}
		}
	})
}
