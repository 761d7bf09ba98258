package table_test

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"tocsin"
	"tocsin/source"
	"tocsin/source/sourcetest"
	"tocsin/source/table"
)

var update = flag.Bool("update", false, "write the wanted part of each case anew")

// reader reads tables by a mapping.
func reader(tb testing.TB, mapping string) sourcetest.Reader {
	tb.Helper()
	m, err := table.ParseMapping("mapping.toml", []byte(mapping))
	if err != nil {
		tb.Fatal(err)
	}
	return func(ctx context.Context, name string, r io.Reader, o source.Options, keep func(tocsin.DataEvent) error) (source.Summary, error) {
		return table.Read(ctx, m, name, r, o, keep)
	}
}

func notes(tb testing.TB) string {
	tb.Helper()
	raw, err := os.ReadFile(filepath.Join("testdata", "mapping.toml"))
	if err != nil {
		tb.Fatal(err)
	}
	return string(raw)
}

func TestCases(t *testing.T) { sourcetest.Cases(t, "testdata", reader(t, notes(t)), *update) }

// A mapping that lacks something says what, and on which line a key is wrong.
func TestMappingErrors(t *testing.T) {
	const good = "dataset = \"notes\"\ncountry = \"Mali\"\n"
	for _, c := range []struct{ mapping, want string }{
		{"", "mapping.toml: dataset: missing; name the dataset"},
		{"dataset = \"My notes\"\n", `mapping.toml:1: dataset: not a name: "My notes"; use small letters`},
		{"dataset = \"acled\"\n", "mapping.toml:1: dataset: acled has a reader of its own"},
		{good, "mapping.toml: columns.date: missing; name the column that holds the day"},
		{"dataset = \"notes\"\n[columns]\ndate = \"Day\"\n", "mapping.toml: columns.country: no column and no country is given"},
		{good + "[columns]\ndate = \"Day\"\nlatt = \"Y\"\n", "mapping.toml:5: columns.latt: no such key; the keys are dataset,"},
		{good + "[columns]\ndate = \"Day\"\nlat = \"Y\"\n", "mapping.toml: columns.lat: one of two coordinates is missing"},
		{good + "date_format = \"d/m/y\"\n[columns]\ndate = \"Day\"\n", `mapping.toml:3: date_format: not a form of dates: "d/m/y"; write it with dd, mm and yyyy`},
		{good + "separator = \"|\"\n[columns]\ndate = \"Day\"\n", `mapping.toml:3: separator: not a separator: "|"`},
		{good + "act = \"raid\"\n[columns]\ndate = \"Day\"\n", `mapping.toml:3: act: no such act: "raid"`},
		{good + "[columns\ndate = \"Day\"\n", "mapping.toml:4: expected"},
	} {
		_, err := table.ParseMapping("mapping.toml", []byte(c.mapping))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q gave %v, want %s", c.mapping, err, c.want)
		}
	}
	if _, err := table.ParseMapping("sample", []byte(table.Sample)); err != nil {
		t.Errorf("the sample does not parse: %v", err)
	}
}

// Without a column of ids the line is the name, and the summary says what that
// costs; two rows that say the same stay two.
func TestWithoutIDs(t *testing.T) {
	got := sourcetest.Tell(reader(t, "dataset = \"notes\"\ncountry = \"Mali\"\n[columns]\ndate = \"day\"\n"), "in.csv",
		strings.NewReader("day,what\n2020-08-10,x\n2020-08-10,x\n"))
	for _, want := range []string{"2 rows = 2 kept", "event notes:2 ", "event notes:3 ", "a later release cannot be compared", "no column of deaths"} {
		if !strings.Contains(got, want) {
			t.Errorf("want %s in\n%s", want, got)
		}
	}
}

var columns = []string{"No", "Day", "Last day", "Land", "Town", "Y", "X", "Who", "Against", "Killed", "At least", "At most", "Kind", "Told by", "Placed", "Remarks"}

func invented(i int) []string {
	return []string{strconv.Itoa(i + 100), "10/8/2020", "11/8/2020", "Wyland", "Abba", "12.5", "-4.25", "Raiders", "Villagers", "3", "2", "5", "raid", "the mayor", "1", fmt.Sprint("remark ", i)}
}

func TestMutatedRows(t *testing.T) {
	moves := map[string][]string{"No": {"ID"}, "Day": {"From"}, "Last day": {"To"}, "Land": {"Country"}, "Town": {"Place"}, "Y": {"Lat", "Lon", "HasPoint"},
		"X": {"Lat", "Lon", "HasPoint"}, "Who": {"SideA"}, "Against": {"SideB"}, "Killed": {"Best"}, "At least": {"Low"}, "At most": {"High"},
		"Kind": {"Class"}, "Told by": {"Said"}, "Placed": {"PlacePrec"}, "Remarks": {"Extra"}}
	sourcetest.Mutated(t, reader(t, notes(t)), sourcetest.Layout{Columns: columns, Row: invented, Moves: moves})
}

func FuzzTable(f *testing.F) {
	f.Add([]byte(notes(f)), []byte(strings.Join(columns, ";")+"\n"+strings.Join(invented(1), ";")+"\n"))
	f.Add([]byte("dataset = \"n\"\ncountry = \"M\"\n[columns]\ndate = \"d\""), []byte("d\n2020-01-01\n"))
	f.Add([]byte("dataset = \"n\"\nseparator=\"tab\"\ndate_format=\"mm.dd.yyyy\"\n[columns]\ndate = \"d\"\ncountry=\"c\""), []byte("d\tc\n1.2.2020\tMali\n"))
	f.Fuzz(func(t *testing.T, mapping, in []byte) {
		m, err := table.ParseMapping("m.toml", mapping)
		if err != nil {
			if tocsin.CodeOf(err) != tocsin.Invalid {
				t.Errorf("%v", err)
			}
			return
		}
		sourcetest.Hold(t, func(ctx context.Context, name string, r io.Reader, o source.Options, keep func(tocsin.DataEvent) error) (source.Summary, error) {
			return table.Read(ctx, m, name, r, o, keep)
		}, in)
	})
}

// A table of an office, read by a mapping of five lines.
func ExampleRead() {
	m, err := table.ParseMapping("notes.toml", []byte("dataset = \"field-notes\"\ncountry = \"Mali\"\n[columns]\nid = \"No\"\ndate = \"Day\"\nplace = \"Town\"\ndeaths = \"Killed\"\n"))
	if err != nil {
		fmt.Println(err)
		return
	}
	file := "No;Day;Town;Killed;Remark\n1;10 August 2020;Kimparana;2;by radio\n2;31 June 2020;Diabali;5;\n"
	s, err := table.Read(context.Background(), m, "notes.csv", strings.NewReader(file), source.Options{}, func(ev tocsin.DataEvent) error {
		fmt.Println(ev.ID, ev.From, ev.Place, *ev.Best, ev.Extra)
		return nil
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(s.Rows, "rows,", s.Kept, "kept;", s.Problems[0])
	// Output:
	// field-notes:1 2020-08-10 Kimparana 2 {"remark":"by radio"}
	// 2 rows, 1 kept; notes.csv:3: day: there is no 2020-06-31; give a day that exists
}

// A date in three columns: what is not known of it is left empty and makes it
// coarser, never a first of January.
func TestDateInParts(t *testing.T) {
	got := sourcetest.Tell(reader(t, "dataset = \"polls\"\n[columns]\nyear = \"y\"\nmonth = \"m\"\nday = \"d\"\ncountry = \"land\"\n"), "in.csv",
		strings.NewReader("land,y,m,d\nMali,2020,8,18\nMali,2020,8,\nMali,2020, , \nMali,,8,1\nMali,2020,2,30\nMali,2020,13,\n"))
	for _, want := range []string{"6 rows = 3 kept + 3 refused", "event polls:2 2020-08-18..2020-08-18/0 ", "event polls:3 2020-08-01..2020-08-31/4 ",
		"event polls:4 2020-01-01..2020-12-31/5 ", "in.csv:5: y: ", "in.csv:6: d: there is no 2020-02-30", "in.csv:7: m: there is no month 13 of 2020"} {
		if !strings.Contains(got, want) {
			t.Errorf("want %s in\n%s", want, got)
		}
	}
}

func TestMutatedParts(t *testing.T) {
	l := sourcetest.Layout{Columns: []string{"No", "y", "m", "d", "land"}, Moves: map[string][]string{"No": {"ID"}, "y": {"From", "To"}, "m": {"From", "To", "DatePrec"}, "d": {"From", "To", "DatePrec"}, "land": {"Country"}},
		Row: func(i int) []string { return []string{strconv.Itoa(i + 1), "2020", "8", "18", "Mali"} }}
	sourcetest.Mutated(t, reader(t, "dataset = \"polls\"\n[columns]\nid = \"No\"\nyear = \"y\"\nmonth = \"m\"\nday = \"d\"\ncountry = \"land\"\n"), l)
}
