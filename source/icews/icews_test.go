package icews_test

import (
	"context"
	"flag"
	"fmt"
	"strconv"
	"strings"
	"testing"

	"tocsin"
	"tocsin/codebook"
	"tocsin/internal/shared"
	"tocsin/source"
	"tocsin/source/icews"
	"tocsin/source/sourcetest"
)

var update = flag.Bool("update", false, "write the wanted part of each case anew")

func TestCases(t *testing.T) { sourcetest.Cases(t, "testdata", icews.Read, *update) }

var columns = strings.Split("Event ID|Event Date|Source Name|Source Sectors|Source Country|Event Text|CAMEO Code|Intensity|Target Name|Target Sectors|"+
	"Target Country|Story ID|Sentence Number|Publisher|City|District|Province|Country|Latitude|Longitude", "|")

func invented(i int) []string {
	return []string{strconv.Itoa(1000 + i), "2018-06-01", "Armed Rebel (Xyland)", "Rebel", "Xyland", "fight", "193", "-10", "Military (Xyland)", "Government",
		"Xyland", "7001", "2", "Xyland Times", "Abba", "Abba District", "North", "Xyland", "12.5", "-4.25"}
}

func TestMutatedRows(t *testing.T) {
	moves := map[string][]string{"Event ID": {"ID"}, "Event Date": {"From", "To"}, "Source Name": {"SideA"}, "Target Name": {"SideB"}, "Publisher": {"Said"},
		"CAMEO Code": {"Class", "Act", "Extra"}, "City": {"Place", "Extra"}, "District": {"Place", "Extra"}, "Province": {"Place", "Extra"},
		"Country": {"Country"}, "Latitude": {"Lat", "Lon", "HasPoint"}, "Longitude": {"Lat", "Lon", "HasPoint"}}
	for _, c := range columns {
		if moves[c] == nil {
			moves[c] = []string{"Extra"}
		}
	}
	sourcetest.Mutated(t, icews.Read, sourcetest.Layout{Columns: columns, Sep: "\t", Row: invented, Moves: moves, Scaled: []string{"PlacePrec"},
		Keep: func(ev tocsin.DataEvent) bool { return ev.PlacePrec >= 2 && ev.PlacePrec <= 6 && ev.Act != "" }})
}

func FuzzICEWS(f *testing.F) {
	f.Add([]byte(strings.Join(columns, "\t") + "\n" + strings.Join(invented(1), "\t") + "\n"))
	f.Add([]byte("event id\tevent date\tsource name\tcameo code\ttarget name\tcountry\tlatitude\tlongitude\n1\t2018-01-01\ta\t4\tb\tNA\t\t\n"))
	f.Fuzz(func(t *testing.T, in []byte) { sourcetest.Hold(t, icews.Read, in) })
}

// Every act that a code gives is one of the codebook, and every root has one.
func TestCodes(t *testing.T) {
	book, err := codebook.Default()
	if err != nil {
		t.Fatal(err)
	}
	for root := 1; root <= 20; root++ {
		for _, more := range []string{"", "0", "1", "2", "3", "4", "11", "12", "24"} {
			if root == 1 && len(more) == 2 {
				continue // there are none
			}
			code := fmt.Sprintf("%02d%s", root, more)
			class, act, odd := icews.Code(code)
			if _, ok := book.Act(act); !ok || class == "other" || odd != "" {
				t.Errorf("%s gave %q, %q, %q", code, class, act, odd)
			}
		}
	}
}

// The published sample of two days in June 2018.
func TestRealFile(t *testing.T) {
	f, err := source.Open(shared.Path(t, "data/events/samples/events.2018.sample.tab"), nil)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	mali := 0
	s, err := icews.Read(context.Background(), f.Name, f, source.Options{}, func(ev tocsin.DataEvent) error {
		if ev.Country == "Mali" {
			mali++
		}
		return nil
	})
	if err != nil || s.Rows != 3705 || s.Kept != 3705 || s.Refused != 0 || s.Dataset.From.String() != "2018-06-01" || s.Dataset.To.String() != "2018-06-02" {
		t.Errorf("%+v, %v", s, err)
	}
	if len(s.Flagged) != 2 || s.Flagged[icews.FlagNoPoint] != 2 || s.Flagged[icews.FlagNoCountry] != 2 {
		t.Errorf("flagged %v", s.Flagged)
	}
	if mali < 10 || mali > 40 {
		t.Errorf("%d rows of Mali", mali)
	}
}

// BenchmarkRead reads twenty thousand invented rows.
func BenchmarkRead(b *testing.B) {
	var in strings.Builder
	in.WriteString(strings.Join(columns, "\t") + "\n")
	for i := range 20_000 {
		in.WriteString(strings.Join(invented(i), "\t") + "\n")
	}
	b.ReportAllocs()
	rows := 0
	for b.Loop() {
		s, err := icews.Read(context.Background(), "in.tab", strings.NewReader(in.String()), source.Options{}, func(tocsin.DataEvent) error { return nil })
		if err != nil {
			b.Fatal(err)
		}
		rows += s.Kept
	}
	b.ReportMetric(float64(rows)/b.Elapsed().Seconds(), "rows/s")
}
