package check

import (
	"encoding/csv"
	"flag"
	"fmt"
	"maps"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"tocsin/internal/shared"
)

var update = flag.Bool("update", false, "write missing.txt anew")

// totalsNames are countries as the file of totals writes them and no gazetteer does.
var totalsNames = map[string]string{"Bosnia and Herz.": "BA", "Central African Rep.": "CF", "Dem. Rep. Congo": "CD", "S. Sudan": "SS", "Dominican Rep.": "DO", "eSwatini": "SZ", "Solomon Islands": "SB"}

const missingHead = `# What a UCDP GED file of exactly placed rows lacks: for each country and year the deaths
# of the rows of GED 21.1 with where_prec 1 or 2, then by month all deaths by UCDP's
# totals (GED 21.1 and Candidate, all three kinds of violence; from 2018 on the deaths of
# state-based violence that ViEWS has of UCDP, where these are more) less those of the rows.
# A country-year that is not listed has none of either. UCDP data: CC BY 4.0, Sundberg and
# Melander 2013; ViEWS: CC BY 4.0. Written by: go test ./check -run Missing -update
`

// TestMissing: missing.txt is what the two files say.
func TestMissing(t *testing.T) {
	path := shared.Path(t, "data/forecast/country_month_all_types_1989_2021.csv")
	c := checker(t, false)
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	totals := map[string]*[12]float64{}
	for _, row := range rows[1:] {
		y, m := row[0][:4], 0
		fmt.Sscanf(row[0][5:7], "%d", &m)
		if y > strconv.Itoa(lastTotals) {
			continue
		}
		for i, name := range rows[0][1:] {
			iso, ok := totalsNames[name]
			if !ok {
				iso, ok = c.isoOf(name)
			}
			if !ok {
				continue
			}
			if totals[iso+" "+y] == nil {
				totals[iso+" "+y] = new([12]float64)
			}
			n, _ := strconv.ParseFloat(row[i+1], 64)
			totals[iso+" "+y][m-1] += n
		}
	}
	raiseTotals(t, c, totals)
	kept := map[string]*[12]float64{}
	for i := range c.events.table.Len() {
		ev := c.events.table.Event(i)
		iso, _ := c.isoOf(ev.Country)
		y, m, _ := ev.From.Parts()
		key := iso + " " + strconv.Itoa(y)
		if totals[key] == nil {
			continue
		}
		if kept[key] == nil {
			kept[key] = new([12]float64)
		}
		kept[key][m-1] += count(ev.Best, ev.Low)
	}
	got := missingHead + missingLines(totals, kept)
	if *update {
		if err := os.WriteFile("missing.txt", []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if want := missingText; got != want && !*update {
		t.Errorf("missing.txt has %d bytes, the files say %d; write it anew with -update", len(want), len(got))
	}
}

// raiseTotals raises the totals of a month to what ViEWS has of it: the two differ by more than
// revision where a war's dead have no exact time (Azerbaijan, November 2020: 172 and 5,991).
func raiseTotals(t *testing.T, c *Checker, totals map[string]*[12]float64) {
	t.Helper()
	iso := map[string]string{}
	for _, row := range readCSV(t, "data/codes/views_country_list.csv")[1:] {
		iso[row[0]], _ = c.isoOf(row[2])
	}
	for y := 2018; y <= lastTotals; y++ {
		for _, row := range readCSV(t, fmt.Sprintf("data/forecast/views_cm/actuals_early_%d.csv", y))[1:] {
			n, _ := strconv.ParseFloat(row[0], 64)
			month, _ := strconv.Atoi(row[1])
			if of := totals[iso[row[2]]+" "+strconv.Itoa(y)]; of != nil && month > 0 {
				of[(month-1)%12] = max(of[(month-1)%12], math.Round(n))
			}
		}
	}
}

func readCSV(t *testing.T, name string) [][]string {
	t.Helper()
	f, err := os.Open(shared.Path(t, name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil || len(rows) < 2 {
		t.Fatalf("%s: %d rows, %v", name, len(rows), err)
	}
	return rows
}

func missingLines(totals, kept map[string]*[12]float64) string {
	var b strings.Builder
	for _, key := range slices.Sorted(maps.Keys(totals)) {
		have := kept[key]
		if have == nil {
			have = new([12]float64)
		}
		sum, any := 0.0, false
		var months []string
		for m, n := range totals[key] {
			sum += have[m]
			d := math.Round(n - have[m])
			any = any || n != 0 || have[m] != 0
			months = append(months, strings.TrimPrefix(strconv.FormatFloat(d, 'f', -1, 64), "-0"))
			if d == 0 {
				months[m] = ""
			}
		}
		if any {
			fmt.Fprintf(&b, "%s %g %s\n", key, sum, strings.TrimRight(strings.Join(months, ","), ",")+",")
		}
	}
	return b.String()
}
