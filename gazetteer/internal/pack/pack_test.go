package pack

import (
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// What is written is what is read, whatever the numbers.
func TestRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 40).Draw(t, "rows")
		u32 := func(name string) []uint32 { return rapid.SliceOfN(rapid.Uint32(), n, n).Draw(t, name) }
		i32 := func(name string) []int32 {
			return rapid.SliceOfN(rapid.Int32Range(-18_000_000, 18_000_000), n, n).Draw(t, name)
		}
		u8 := func(name string) []uint8 { return rapid.SliceOfN(rapid.Uint8(), n, n).Draw(t, name) }
		lines := rapid.SliceOfN(rapid.StringMatching(`[A-Zé]{1,6}(\t[a-z]{1,4}){0,2}`), n, n).Draw(t, "names")
		in := &Table{Countries: []string{"ML", "NE"}, Codes: []string{"P.PPL"}, Unit: []string{"05"}, ID: u32("id"), Lat: i32("lat"), Lon: i32("lon"),
			Pop: u32("pop"), Country: u8("country"), Code: u8("code"), Admin1: u32("admin1"), Admin2: u32("admin2"),
			Text: strings.Join(lines, "\n") + "\n"}
		rows, names, err := Write(in)
		if err != nil {
			t.Fatal(err)
		}
		out, err := Read(rows, names)
		if err != nil {
			t.Fatal(err)
		}
		for i, want := range lines {
			if out.Line(i) != want {
				t.Fatalf("line %d is %q, want %q", i, out.Line(i), want)
			}
		}
		out.Start = nil
		if !reflect.DeepEqual(in, out) {
			t.Fatalf("wrote %+v, read %+v", in, out)
		}
	})
}

// A damaged file is an error, never a panic.
func FuzzRead(f *testing.F) {
	rows, names, err := Write(&Table{Countries: []string{"ML"}, Codes: []string{"P.PPL"}, Unit: []string{"05"}, ID: []uint32{7}, Lat: []int32{1}, Lon: []int32{2},
		Pop: []uint32{3}, Country: []uint8{0}, Code: []uint8{0}, Admin1: []uint32{0}, Admin2: []uint32{0}, Text: "Gao\n"})
	if err != nil {
		f.Fatal(err)
	}
	f.Add(rows, names)
	f.Add(rows[:len(rows)/2], names)
	f.Add([]byte{}, []byte{})
	f.Fuzz(func(t *testing.T, rows, names []byte) {
		if tab, err := Read(rows, names); err == nil && len(tab.Start) != tab.Len()+1 {
			t.Errorf("%d rows, %d lines", tab.Len(), len(tab.Start)-1)
		}
	})
}
