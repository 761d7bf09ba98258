package main

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"

	"github.com/mattn/go-runewidth"
	"pgregory.net/rapid"
)

// TestWrapKeepsTheWords: no word is lost, no line is too wide, and nothing that
// could move a cursor comes through.
func TestWrapKeepsTheWords(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringOf(rapid.RuneFrom([]rune("ab é 中\t\n\x1b\u202e"))).Draw(t, "text")
		width := rapid.IntRange(2, 40).Draw(t, "width")
		lines := wrap(s, width)
		for _, l := range lines {
			if runewidth.StringWidth(l) > width {
				t.Fatalf("%q is wider than %d", l, width)
			}
			if strings.ContainsAny(l, "\t\n\x1b\u202e") {
				t.Fatalf("%q holds a control character", l)
			}
		}
		plain := strings.NewReplacer("\t", " ", "\n", " ", "\x1b", " ", "\u202e", " ").Replace(s)
		want := strings.Join(strings.Fields(plain), "")
		if got := strings.ReplaceAll(strings.Join(lines, ""), " ", ""); got != want {
			t.Fatalf("%q became %q", want, got)
		}
	})
}

// TestTableIsAligned: columns line up whatever the alphabet, and an empty
// column takes no room.
func TestTableIsAligned(t *testing.T) {
	tab := &table{columns: []column{{"who", 10, false}, {"nothing", 10, false}, {"n", 4, true}}}
	tab.add("Keïta", "", "1")
	tab.add("中国", "", "12")
	tab.rows = append(tab.rows, tableRow{cells: []string{"the people of the north", "", "3"}, below: []string{"“a quote”"}})
	var b bytes.Buffer
	if err := tab.print(&b, 80); err != nil {
		t.Fatal(err)
	}
	want := "who          n\nKeïta        1\n中国        12\nthe people   3\nof the\nnorth\n    “a quote”\n\n"
	if b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
}

// TestCSVIsSafe: what a spreadsheet would run is text, and a number stays one.
func TestCSVIsSafe(t *testing.T) {
	for cell, want := range map[string]string{
		"=HYPERLINK(1)": "'=HYPERLINK(1)", "+1+cmd": "'+1+cmd", "@SUM": "'@SUM", "-2+3": "'-2+3", "\tx": "'\tx", "\r=1": "'\r=1",
		"-3.5": "-3.5", "+4": "+4", "Mali": "Mali", "": "", "a=b": "a=b",
		"＝1+1": "'＝1+1", "－2+3": "'－2+3", "-1e5": "-1e5", "-5 to 9": "'-5 to 9", "\n=1": "'\n=1", "1-2": "1-2",
	} {
		var b bytes.Buffer
		if err := writeCSV(&b, []string{"x", "y"}, [][]string{{cell, "z"}}); err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(&b).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		// encoding/csv reads a carriage return before a newline as a newline.
		if got := rows[1][0]; got != want {
			t.Errorf("%q is written as %q, want %q", cell, got, want)
		}
	}
}

// TestNearest: a slip of the finger finds the word, a different word does not.
func TestNearest(t *testing.T) {
	for word, want := range map[string]string{"reprot": "report", "ucdp": "ucdp-ged", "geoname": "geonames", "coup": "coups", "COUPS": "coups", "weather": ""} {
		if got := nearest(word, importKinds); got != want {
			t.Errorf("%q is near %q, want %q", word, got, want)
		}
	}
}
