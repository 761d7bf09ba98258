package sqlite

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"tocsin"
	"tocsin/ledger"
)

// What is written of the statements of a reading is what is read: every word at its
// place, every length, and nothing of a statement that an earlier reading has.
func TestPostingsAreWhatWasWritten(t *testing.T) {
	word := rapid.SampledFrom([]string{"coup", "in", "Mali", "Keïta", "x"})
	text := rapid.Custom(func(rt *rapid.T) string { return strings.Join(rapid.SliceOfN(word, 0, 200).Draw(rt, "words"), " ") })
	rapid.Check(t, func(rt *rapid.T) {
		var list []tocsin.Statement
		var fresh []int
		for i := range rapid.IntRange(0, 300).Draw(rt, "statements") % 7 * 50 / 3 {
			s := tocsin.Statement{Quote: "quiet"}
			if i%17 == 0 {
				s.Quote = text.Draw(rt, "quote")
			}
			if i%5 == 0 {
				s.Says = []tocsin.Speaker{{Text: text.Draw(rt, "says")}}
			}
			if rapid.IntRange(0, 9).Draw(rt, "earlier") > 0 {
				fresh = append(fresh, i)
			}
			list = append(list, s)
		}
		want, wantLengths := map[string][]occurrence{}, []int32{}
		for _, ord := range fresh {
			for len(wantLengths) < ord {
				wantLengths = append(wantLengths, -1)
			}
			f := ledger.FieldsOf(&list[ord])
			wantLengths = append(wantLengths, int32(len(f.Quote)+len(f.Says)))
			for i, w := range f.Quote {
				want[w] = append(want[w], occurrence{wordsID(9, ord), uint32(i*fields + fieldQuote)})
			}
			for i, w := range f.Says {
				want[w] = append(want[w], occurrence{wordsID(9, ord), uint32(i*fields + fieldSays)})
			}
		}
		words, packed := postingsOf(list, fresh)
		if got := slices.Sorted(maps.Keys(words)); !slices.Equal(got, slices.Sorted(maps.Keys(want))) {
			rt.Fatalf("words %q", got)
		}
		for w, p := range words {
			var got []occurrence
			err := readPostings(p.bytes, func(ord int, place uint32) { got = append(got, occurrence{wordsID(9, ord), place}) })
			slices.SortFunc(want[w], before)
			if err != nil || !slices.Equal(got, want[w]) {
				rt.Fatalf("%q stands at %v, want %v (%v)", w, got, want[w], err)
			}
		}
		if got, err := readLengths(nil, packed); err != nil || !slices.Equal(got, wantLengths) {
			rt.Fatalf("lengths %v, want %v (%v)", got, wantLengths, err)
		}
	})
}

// FuzzPostings reads any bytes: an error or places in order, never a panic or an
// endless run.
func FuzzPostings(f *testing.F) {
	f.Add([]byte{0, 1, 4})
	f.Add([]byte{3, 2, 0, 9, 1, 1, 0x80, 1})
	f.Add([]byte{0xff, 0xff})
	f.Add([]byte{0, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 1})
	f.Fuzz(func(t *testing.T, b []byte) {
		places := 0
		err := readPostings(b, func(ord int, _ uint32) {
			if places++; ord < 0 || ord >= 1<<ordBits {
				t.Fatalf("statement %d", ord)
			}
		})
		if places > len(b) || err != nil && tocsin.CodeOf(err) != tocsin.Invalid {
			t.Fatalf("%d places in %d bytes, %v", places, len(b), err)
		}
		if list, err := readLengths(nil, b); len(list) > len(b) || err != nil && tocsin.CodeOf(err) != tocsin.Invalid {
			t.Fatalf("%d lengths in %d bytes, %v", len(list), len(b), err)
		}
	})
}
