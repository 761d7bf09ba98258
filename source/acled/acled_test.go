package acled_test

import (
	"context"
	"flag"
	"fmt"
	"slices"
	"strings"
	"testing"

	"tocsin"
	"tocsin/source"
	"tocsin/source/acled"
	"tocsin/source/sourcetest"
)

var update = flag.Bool("update", false, "write the wanted part of each case anew")

func TestCases(t *testing.T) { sourcetest.Cases(t, "testdata", acled.Read, *update) }

var columns = strings.Split("event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,inter1,actor2,assoc_actor_2,"+
	"inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,source_scale,notes,fatalities,tags,timestamp", ",")

// invented is row i of an export that never was.
func invented(i int) []string {
	value := map[string]string{"event_id_cnty": fmt.Sprint("XYZ", 1000+i), "event_date": "2020-08-10", "year": "2020", "time_precision": "1",
		"disorder_type": "Political violence", "event_type": "Battles", "sub_event_type": "Armed clash", "actor1": "Military Forces of Xyland",
		"assoc_actor_1": "Hill Militia; Youth of Abba", "inter1": "State forces", "actor2": "XRF: Xyland Rebel Front", "inter2": "Rebel groups", "iso": "999",
		"region": "Western Africa", "country": "Xyland", "admin1": "North", "location": "Abba", "latitude": "12.5000", "longitude": "-4.2500", "geo_precision": "2",
		"source": "Daily Invented; Radio Xyland", "source_scale": "National", "notes": `Soldiers and rebels clashed, "near the bridge".`, "fatalities": "3", "timestamp": "1598000000"}
	row := make([]string, len(columns))
	for k, c := range columns {
		row[k] = value[c]
	}
	return row
}

// Ten thousand spoiled rows, of today's columns and of an older export's.
func TestMutatedRows(t *testing.T) {
	moves := map[string][]string{"event_id_cnty": {"ID"}, "event_date": {"From", "To"}, "event_type": {"Class", "Act"}, "actor1": {"SideA"}, "actor2": {"SideB"},
		"country": {"Country"}, "location": {"Place"}, "latitude": {"Lat", "Lon", "HasPoint"}, "longitude": {"Lat", "Lon", "HasPoint"},
		"fatalities": {"Best"}, "source": {"Said"}, "sub_event_type": {"Act", "Extra"}, "time_precision": {"Extra"}, "geo_precision": {"Extra"}}
	for _, c := range columns {
		if moves[c] == nil && c != "year" {
			moves[c] = []string{"Extra"}
		}
	}
	scale := func(ev tocsin.DataEvent) bool {
		return slices.Contains([]int{0, 1, 3, 4}, ev.DatePrec) && slices.Contains([]int{0, 1, 2, 4}, ev.PlacePrec)
	}
	coded := sourcetest.Layout{Columns: columns, Row: invented, Moves: moves, Keep: scale, Scaled: []string{"DatePrec", "PlacePrec"}}
	t.Run("31 columns", func(t *testing.T) { sourcetest.Mutated(t, acled.Read, coded) })
	old := coded
	old.Sep = ";"
	old.Row = func(i int) []string {
		row := invented(i)
		row[1], row[5], row[6], row[9] = "10 August 2020", "Riots/Protests", "", "5"
		row[27] = "A march"
		row[25], row[8] = "Daily Invented", ""
		return row
	}
	old.Moves = map[string][]string{}
	for k, v := range moves {
		old.Moves[k] = v
	}
	old.Moves["inter1"] = []string{"Class", "Act", "Extra"}
	t.Run("an older export", func(t *testing.T) { sourcetest.Mutated(t, acled.Read, old) })
}

// What an analyst needs beside the shared fields is there by ACLED's own names.
func TestExtra(t *testing.T) {
	var got tocsin.DataEvent
	in := strings.Join(columns, ",") + "\n" + strings.ReplaceAll(strings.Join(invented(1), "\t"), "\t", ",") + "\n"
	in = strings.Replace(in, `Soldiers and rebels clashed, "near the bridge".`, `"Soldiers and rebels clashed, ""near the bridge""."`, 1)
	if _, err := acled.Read(context.Background(), "in.csv", strings.NewReader(in), source.Options{}, func(ev tocsin.DataEvent) error { got = ev; return nil }); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{"notes": `Soldiers and rebels clashed, "near the bridge".`, "assoc_actor_1": "Hill Militia; Youth of Abba",
		"sub_event_type": "Armed clash", "timestamp": "1598000000", "geo_precision": "2", "admin1": "North", "actor1": ""} {
		if got.Extra.Get(name) != want {
			t.Errorf("%s is %q, want %q", name, got.Extra.Get(name), want)
		}
	}
	if got.Low != nil || got.High != nil || *got.Best != 3 {
		t.Errorf("fatalities %v %v %v", got.Low, got.Best, got.High)
	}
}

func FuzzACLED(f *testing.F) {
	head := strings.Join(columns, ",") + "\n"
	f.Add([]byte(head + strings.Join(invented(1)[:27], ",") + ",n,3,,1598000000\n"))
	f.Add([]byte(strings.ReplaceAll(head, ",", ";") + "A1;17-08-2020\n"))
	f.Add([]byte("event_id_cnty\tevent_date\tevent_type\tactor1\tcountry\tlatitude\tlongitude\tfatalities\nA\t1 May 1999\tRiots/Protests\tx\tMali\t1\t2\t3\n"))
	f.Fuzz(func(t *testing.T, in []byte) { sourcetest.Hold(t, acled.Read, in) })
}

// BenchmarkRead reads an export of twenty thousand invented rows.
func BenchmarkRead(b *testing.B) {
	var in strings.Builder
	in.WriteString(strings.Join(columns, ",") + "\n")
	for i := range 20_000 {
		row := invented(i)
		row[27] = `"` + strings.Repeat("Soldiers and rebels clashed near the bridge. ", 6) + `"`
		in.WriteString(strings.Join(row, ",") + "\n")
	}
	b.ReportAllocs()
	rows := 0
	for b.Loop() {
		s, err := acled.Read(context.Background(), "in.csv", strings.NewReader(in.String()), source.Options{}, func(tocsin.DataEvent) error { return nil })
		if err != nil {
			b.Fatal(err)
		}
		rows += s.Kept
	}
	b.ReportMetric(float64(rows)/b.Elapsed().Seconds(), "rows/s")
}
