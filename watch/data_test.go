package watch_test

import (
	"compress/gzip"
	"encoding/csv"
	"io"
	"iter"
	"os"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"tocsin"
	"tocsin/internal/shared"
	"tocsin/watch"
)

// gedFile is the 14-column form of UCDP GED 21.1 with its precise places only.
const gedFile = "data/events/ged211_prec12_global.csv.gz"

var gedClass = map[string]string{"State-based violence": tocsin.StateBased, "Non-state violence": tocsin.NonState, "One-sided violence": tocsin.OneSided}

// readGED reads the file as plainly as can be: package source has the real
// reader, and watch does not know it.
func readGED(tb testing.TB) []tocsin.DataEvent {
	tb.Helper()
	f, err := os.Open(shared.Path(tb, gedFile))
	if err != nil {
		tb.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		tb.Fatal(err)
	}
	r := csv.NewReader(z)
	r.ReuseRecord = true
	var out []tocsin.DataEvent
	for line := 0; ; line++ {
		rec, err := r.Read()
		if err == io.EOF {
			return out
		}
		if err != nil {
			tb.Fatal(err)
		}
		if line > 0 {
			out = append(out, gedEvent(tb, rec))
		}
	}
}

func gedEvent(tb testing.TB, rec []string) tocsin.DataEvent {
	num := func(s string) int {
		n, err := strconv.Atoi(s)
		if err != nil {
			tb.Fatal(err)
		}
		return n
	}
	deg := func(s string) float64 {
		x, err := strconv.ParseFloat(s, 64)
		if err != nil {
			tb.Fatal(err)
		}
		return x
	}
	day, err := tocsin.MakeDate(num(rec[1]), num(rec[2]), num(rec[3]))
	if err != nil {
		tb.Fatal(err)
	}
	return tocsin.DataEvent{ID: "ucdp-ged:" + rec[0], Dataset: "ucdp-ged", From: day, To: day, Country: strings.Clone(rec[4]),
		HasPoint: true, Lat: deg(rec[9]), Lon: deg(rec[10]), Act: "assault", Class: gedClass[rec[5]],
		Conflict: strings.Clone(rec[6]), SideA: strings.Clone(rec[7]), SideB: strings.Clone(rec[8]),
		Low: new(num(rec[11])), Best: new(num(rec[12])), High: new(num(rec[13]))}
}

var ged struct {
	once  sync.Once
	table *watch.Table
}

// gedTable is the whole file as a table, read once for all tests.
func gedTable(tb testing.TB) *watch.Table {
	tb.Helper()
	shared.Path(tb, gedFile)
	ged.once.Do(func() { ged.table = watch.NewTable(slices.Values(readGED(tb))) })
	if ged.table == nil {
		tb.Fatal("the data could not be read; see the first test that failed")
	}
	return ged.table
}

// event is a row as small tests write it: "2020-02-18 Mali JNIM 13.1 -5.3 4",
// "-" for deaths that are not known.
func event(id int, line string) tocsin.DataEvent {
	f := strings.Fields(line)
	if len(f) != 6 {
		panic("want DATE COUNTRY SIDE LAT LON DEATHS, got " + line)
	}
	lat, _ := strconv.ParseFloat(f[3], 64)
	lon, _ := strconv.ParseFloat(f[4], 64)
	e := tocsin.DataEvent{ID: "test:" + strconv.Itoa(id), Dataset: "test", From: tocsin.MustDate(f[0]), To: tocsin.MustDate(f[0]),
		Country: f[1], SideA: "Government of " + f[1], SideB: f[2], HasPoint: true, Lat: lat, Lon: lon, Act: "assault", Class: tocsin.StateBased}
	if n, err := strconv.Atoi(f[5]); err == nil {
		e.Low, e.Best, e.High = new(n), new(n), new(n)
	}
	return e
}

// events reads rows, one a line.
func events(lines string) iter.Seq[tocsin.DataEvent] {
	var out []tocsin.DataEvent
	for line := range strings.Lines(lines) {
		if strings.TrimSpace(line) != "" {
			out = append(out, event(len(out)+1, line))
		}
	}
	return slices.Values(out)
}

func day(s string) tocsin.Date { return tocsin.MustDate(s) }
