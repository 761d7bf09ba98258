package gdelt_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"tocsin"
	"tocsin/source"
	"tocsin/source/gdelt"
	"tocsin/source/sourcetest"
)

// row is an invented row about a country by its FIPS code.
func row(id int, code, added string, mentions, articles int) []string {
	f := make([]string, gdelt.Columns)
	f[0], f[1], f[28], f[53], f[59] = strconv.Itoa(id), "20200817", "19", code, added
	f[31], f[32], f[33] = strconv.Itoa(mentions), "1", strconv.Itoa(articles)
	f[60] = "https://news.example/a?b=\"c\""
	return f
}

func file(rows ...[]string) string {
	var b strings.Builder
	for _, r := range rows {
		b.WriteString(strings.Join(r, "\t") + "\n")
	}
	return b.String()
}

// read imports a file and writes down each record in a line.
func read(t *testing.T, in string) ([]string, source.Summary, error) {
	t.Helper()
	var got []string
	s, err := gdelt.Read(context.Background(), "20200818.export.CSV", strings.NewReader(in), source.Options{}, func(ev tocsin.DataEvent) error {
		if ev.HasPoint || ev.Best != nil || ev.SideA+ev.SideB != "" {
			t.Errorf("an incident was made: %+v", ev)
		}
		got = append(got, fmt.Sprintf("%s %q %s %v", ev.From, ev.Country, ev.Extra, ev.Flags))
		return nil
	})
	return got, s, err
}

// Rows are added up by country and day of intake; none becomes an incident. NI
// is Nigeria, as FIPS has it.
func TestAttention(t *testing.T) {
	got, s, err := read(t, file(
		row(1, "ML", "20200818120000", 4, 3), row(2, "ML", "20200818120000", 2, 2), row(3, "NI", "20200818120000", 1, 1),
		row(4, "ML", "20200819001500", 5, 5), row(5, "", "20200819001500", 1, 1), row(6, "QZ", "20200819001500", 1, 1),
		row(6, "ML", "20200819001500", 9, 9), row(7, "ML", "20201319001500", 9, 9), row(8, "ML", "20200819001500", 9, 9)[:60]))
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		`2020-08-18 "Mali" {"articles":"5","mentions":"6","rows":"2","sources":"2"} []`,
		`2020-08-18 "Nigeria" {"articles":"1","mentions":"1","rows":"1","sources":"1"} []`,
		`2020-08-19 "" {"articles":"1","mentions":"1","rows":"1","sources":"1"} []`,
		`2020-08-19 "Mali" {"articles":"5","mentions":"5","rows":"1","sources":"1"} []`,
		`2020-08-19 "FIPS QZ" {"articles":"1","mentions":"1","rows":"1","sources":"1"} [country_code_unknown]`,
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if s.Rows != 9 || s.Kept != 6 || s.Refused != 3 || s.Records != 5 {
		t.Errorf("%d rows = %d + %d, %d records", s.Rows, s.Kept, s.Refused, s.Records)
	}
	for i, want := range []string{":7: id: gdelt-attention:6 is already on line 6", ":8: dateadded: there is no month 13", ":9: has 60 fields, the header 61"} {
		if !strings.Contains(s.Problems[i].Error(), want) {
			t.Errorf("problem %v, want %s", s.Problems[i], want)
		}
	}
	if _, _, err := read(t, "GLOBALEVENTID,SQLDATE\n1,20200818\n"); err == nil || !strings.Contains(err.Error(), "has 1 field, the header 61") {
		t.Errorf("a table with commas gave %v", err)
	}
}

// Ten thousand rows with one field spoiled: each is counted or refused with its
// line, field and what to do, and what was counted adds up.
func TestMutatedRows(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	spoil := []string{"", "NA", "-1", "2.5", "x", "99999999999", "20200230", "2020-08-18", "0x1", "\xff", "1e400", "00250818120000", "7", "ml"}
	var rows [][]string
	for i := range sourcetest.MutatedRows {
		f := row(i+1, "ML", "20200818120000", 3, 2)
		f[[]int{0, 1, 31, 32, 33, 53, 59, 40}[r.IntN(8)]] = spoil[r.IntN(len(spoil))]
		rows = append(rows, f)
	}
	counted := 0
	s, err := gdelt.Read(context.Background(), "in.csv", strings.NewReader(file(rows...)), source.Options{MaxProblems: len(rows)}, func(ev tocsin.DataEvent) error {
		n, err := strconv.Atoi(ev.Extra.Get(gdelt.Rows))
		counted += n
		return err
	})
	if err != nil || s.Rows != len(rows) || s.Kept+s.Refused != s.Rows || counted != s.Kept || len(s.Problems) != s.Refused {
		t.Fatalf("%d rows = %d + %d, %d counted, %d problems, %v", s.Rows, s.Kept, s.Refused, counted, len(s.Problems), err)
	}
	for _, p := range s.Problems {
		if p.Pos.Line < 1 || p.Pos.Field == "" || p.Hint == "" {
			t.Fatalf("refused without a place or a hint: %v", p)
		}
	}
	t.Logf("%d spoiled rows: %d counted, %d refused", s.Rows, s.Kept, s.Refused)
}

func FuzzGDELT(f *testing.F) {
	f.Add([]byte(file(row(1, "ML", "20200818120000", 3, 2), row(2, "", "20200818", 3, 2))))
	f.Fuzz(func(t *testing.T, in []byte) {
		s, err := gdelt.Read(context.Background(), "in.csv", strings.NewReader(string(in)), source.Options{}, func(ev tocsin.DataEvent) error { return nil })
		if s.Rows != s.Kept+s.Refused || (err == nil) != (s.Kept > 0) || s.Records > s.Kept {
			t.Errorf("%d rows = %d + %d, %d records, %v", s.Rows, s.Kept, s.Refused, s.Records, err)
		}
	})
}

// BenchmarkRead reads twenty thousand invented rows.
func BenchmarkRead(b *testing.B) {
	var rows [][]string
	for i := range 20_000 {
		rows = append(rows, row(i, "ML", "20200818120000", 3, 2))
	}
	in := file(rows...)
	n := 0
	for b.Loop() {
		s, err := gdelt.Read(context.Background(), "in.csv", strings.NewReader(in), source.Options{}, func(tocsin.DataEvent) error { return nil })
		if err != nil {
			b.Fatal(err)
		}
		n += s.Kept
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "rows/s")
}
