package gazetteer_test

import (
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"os"
	"strings"
	"testing"

	"tocsin"
	"tocsin/gazetteer"
)

// row is a GeoNames row of a village that does not exist, with some of its
// fields changed.
func row(id string, change map[int]string) string {
	f := []string{id, "Vila Nova", "Vila Nova", "Novavila,Villa Neuve", "-12.5", "38.25", "P", "PPL", "MZ", "", "24", "03", "", "", "850", "", "12", "Africa/Maputo", "2020-01-01"}
	for i, v := range change {
		f[i] = v
	}
	return strings.Join(f, "\t")
}

func gzipped(s string) []byte {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	io.WriteString(z, s)
	z.Close()
	return b.Bytes()
}

// Each kind of damage is one error that says where it is and what to do; the
// good rows around it load.
func TestRefusals(t *testing.T) {
	good := row("901", nil)
	for _, c := range []struct {
		what, bad   string
		line        int
		field, says string
	}{
		{"latitude off the Earth", row("902", map[int]string{4: "91"}), 2, "latitude", "91 is off the Earth; give decimal degrees between -90 and 90"},
		{"longitude in words", row("902", map[int]string{5: "east"}), 2, "longitude", `not a number: "east"`},
		{"latitude NaN", row("902", map[int]string{4: "NaN"}), 2, "latitude", "not a number"},
		{"too few columns", strings.Join(strings.Split(row("902", nil), "\t")[:14], "\t"), 2, "", "14 columns, want 19"},
		{"semicolons", strings.ReplaceAll(row("902", nil), "\t", ";"), 2, "", `separate the columns with tabs, not with ";"`},
		{"commas", strings.ReplaceAll(row("902", nil), "\t", ","), 2, "", `separate the columns with tabs, not with ","`},
		{"Latin-1", row("902", map[int]string{1: "S\xe3o Jo\xe3o"}), 2, "name", "convert the file to UTF-8"},
		{"no number", row("MZ-7", nil), 2, "geonameid", "digits only"},
		{"the same place twice", row("901", nil), 2, "geonameid", "901 is also in line 1"},
		{"no name", row("902", map[int]string{1: " "}), 2, "name", "give the place a name"},
		{"feature class", row("902", map[int]string{6: "PPL"}), 2, "feature class", "give one of A H L P R S T U V"},
		{"country in words", row("902", map[int]string{8: "Mozambique"}), 2, "country code", "two-letter code"},
		{"population in words", row("902", map[int]string{14: "many"}), 2, "population", "whole number"},
	} {
		t.Run(c.what, func(t *testing.T) {
			in := good + "\n" + c.bad + "\r\n" + row("903", nil) + "\n"
			for _, raw := range [][]byte{[]byte(in), gzipped(in)} {
				places, sum, err := gazetteer.ReadGeoNames("MZ.txt", bytes.NewReader(raw))
				if err != nil {
					t.Fatal(err)
				}
				if len(places) != 2 || sum.Rows != 3 || sum.Kept != 2 || sum.Refused != 1 || len(sum.Problems) != 1 {
					t.Fatalf("%d places, %+v", len(places), sum)
				}
				p := sum.Problems[0]
				if p.Pos.File != "MZ.txt" || p.Pos.Line != c.line || p.Pos.Field != c.field || !strings.Contains(p.Error(), c.says) || p.Hint == "" {
					t.Errorf("%v", p)
				}
			}
		})
	}
}

func TestFilesThatDoNotLoad(t *testing.T) {
	whole := gzipped(strings.Repeat(row("901", nil)+"\n", 1))
	dir, err := os.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer dir.Close()
	for _, c := range []struct {
		what string
		r    io.Reader
		says string
	}{
		{"empty", strings.NewReader(""), "the file is empty; give a GeoNames country dump"},
		{"blank lines", strings.NewReader("\n\n  \n"), "the file is empty"},
		{"a directory", dir, "is a directory; name a file, not a folder"},
		{"gzip cut in its first block", bytes.NewReader(whole[:len(whole)/2]), "the gzip file ends early"},
		{"gzip cut in its header", bytes.NewReader(whole[:5]), "the gzip file ends early"},
		{"another table", strings.NewReader("id,year,month\n1,2020,8\n"), "1 columns, want 19 (and so on: none of 2 rows can be kept)"},
		{"one endless line", io.LimitReader(endless{}, 200<<20), "line is longer than 1048576 bytes"},
	} {
		t.Run(c.what, func(t *testing.T) {
			places, sum, err := gazetteer.ReadGeoNames("in.txt", c.r)
			if err == nil || len(places) != 0 || !strings.Contains(err.Error(), c.says) || !strings.Contains(err.Error(), "in.txt") {
				t.Errorf("%d places, error %v", len(places), err)
			}
			if e, ok := errors.AsType[*tocsin.Error](err); !ok || e.Hint == "" || e.Code != tocsin.Invalid {
				t.Errorf("%#v", err)
			}
			if sum.Rows != sum.Kept+sum.Refused {
				t.Errorf("%+v", sum)
			}
		})
	}
}

// endless is a file of one line without end.
type endless struct{}

func (endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'x'
	}
	return len(p), nil
}

// A download that broke off keeps what came through and says where it stopped.
func TestTruncatedGzip(t *testing.T) {
	var b strings.Builder
	for i := range 5000 {
		b.WriteString(row(string(rune('1'+i%9))+strings.Repeat("0", i%4)+itoa(i), map[int]string{1: "Vila " + itoa(i*7919)}) + "\n")
	}
	raw := gzipped(b.String())
	places, sum, err := gazetteer.ReadGeoNames("MZ.txt.gz", bytes.NewReader(raw[:len(raw)*2/3]))
	if err != nil || !sum.Broken || len(places) < 1000 || len(places) > 4999 {
		t.Fatalf("%d places, %+v, %v", len(places), sum, err)
	}
	last := sum.Problems[len(sum.Problems)-1]
	if last.Pos.Line <= len(places) || !strings.Contains(last.Error(), "the rows before this line were kept") {
		t.Error(last)
	}
	if sum.Rows != sum.Kept+sum.Refused || sum.Kept != len(places) {
		t.Errorf("%+v for %d places", sum, len(places))
	}
}

// The dump names its own units: no other file is needed for "in the Delta region".
func TestUnitNames(t *testing.T) {
	in := row("901", nil) + "\n" +
		row("24", map[int]string{1: "Delta Province", 6: "A", 7: "ADM1", 11: ""}) + "\n" +
		row("2403", map[int]string{1: "Distrito da Foz", 6: "A", 7: "ADM2"}) + "\n"
	places, _, err := gazetteer.ReadGeoNames("MZ.txt", strings.NewReader(in))
	if err != nil {
		t.Fatal(err)
	}
	if p := places[0]; p.Admin1Name != "Delta Province" || p.Admin2Name != "Distrito da Foz" {
		t.Errorf("%+v", p)
	}
}

func FuzzReadGeoNames(f *testing.F) {
	f.Add([]byte(row("901", nil) + "\n" + row("902", map[int]string{4: "91"})))
	f.Add(gzipped(row("901", nil)))
	f.Add([]byte("\x1f\x8b\x08\x00"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		places, sum, err := gazetteer.ReadGeoNames("f", bytes.NewReader(raw))
		if sum.Rows != sum.Kept+sum.Refused || sum.Kept != len(places) {
			t.Errorf("%+v for %d places", sum, len(places))
		}
		if (err == nil) != (len(places) > 0) {
			t.Errorf("%d places, error %v", len(places), err)
		}
		for _, p := range places {
			if !p.Point().Valid() || p.Name == "" {
				t.Errorf("%+v", p)
			}
		}
	})
}
