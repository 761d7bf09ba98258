package desk_test

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tocsin/desk"
	"tocsin/internal/shared"
	"tocsin/source"
	"tocsin/source/table"
)

// realFiles are all files of the folders events and coups beside the repository,
// each with how it comes in and what comes of it: rows = kept + refused, and the
// flags that answer the traps which the data's README names. Lists that no reader
// of ours knows come in by a mapping.
var realFiles = []struct {
	file, as, mapping string
	rows, kept        int
	flagged           string
}{
	{"events/ged211_prec12_global.csv.gz", "ucdp-ged", "", 176_579, 176_579, "map[deaths_out_of_order:1462 id_rewritten:2]"},
	{"events/ged211_prec12_mali.csv", "ucdp-ged", "", 891, 891, "map[deaths_out_of_order:7]"},
	{"events/ged231_sample1000_all49cols.csv", "ucdp-ged", "", 1000, 1000, "map[deaths_out_of_order:13]"},
	{"events/ged_myanmar_49cols.csv.gz", "ucdp-ged", "", 7374, 7374, "map[deaths_out_of_order:10 id_rewritten:1]"},
	{"events/ged_syria_2017_41cols.csv.gz", "ucdp-ged", "", 16_566, 16_566, "map[deaths_out_of_order:101]"},
	{"events/ged191_BGD_hdx_fixture.csv", "ucdp-ged", "", 601, 601, "map[deaths_out_of_order:1]"}, // the row of HXL tags is no event
	{"events/samples/events.2018.sample.tab", "icews", "", 3705, 3705, "map[no_coordinates:2 no_country:2]"},
	{"coups/cline_coup_2.1.2.csv", "coups", "", 981, 981, "map[]"},
	{"coups/colpus_basic.csv", "coups", "", 593, 593, "map[ambiguous:50 staged:16]"},
	{"coups/powell_thyne_events_V2019.04.22.csv", "coups", "", 476, 476, "map[]"},
	// Counts by country and year: the year is all that is known of the date, and
	// countries are Gleditsch and Ward's numbers.
	{"coups/ptcoups_country_year_demspaces.csv", "table", "dataset = \"pt-country-years\"\nact = \"coup\"\nclass = \"country-year\"\n[columns]\nyear = \"year\"\ncountry = \"gwcode\"\n", 12_384, 12_384, "map[]"},
	// Line 2451 holds a byte that is no UTF-8.
	{"coups/leaderlist_3_21.csv", "table", "dataset = \"reign-leaders\"\nact = \"appointment\"\nclass = \"leader\"\n[columns]\nyear = \"syear\"\nmonth = \"smonth\"\nday = \"sdate\"\ncountry = \"stateabb\"\nactor1 = \"leader\"\n", 2524, 2523, "map[]"},
	// Of scheduled elections only the month is known; one is on 31 November.
	{"coups/electionlist_3_21.csv", "table", "dataset = \"reign-elections\"\nact = \"election\"\n[columns]\nyear = \"elec_year\"\nmonth = \"elec_month\"\nday = \"elec_day\"\ncountry = \"country\"\nclass = \"event\"\n", 4351, 4350, "map[]"},
	// Nine regimes began before 1900, the first in 1789; the damaged names are kept as they are.
	{"coups/regime_list.csv", "table", "dataset = \"gwf-regimes\"\nact = \"formation\"\ndate_format = \"mm/dd/yyyy\"\n[columns]\ndate = \"gwf_startdate\"\nuntil = \"gwf_enddate\"\ncountry = \"gwf_country\"\nclass = \"gwf_regimetype\"\n", 627, 618, "map[]"},
}

// noEvents are the files that hold columns and codes, and no events.
const noEvents = "events/schemas"

func TestEveryRealFileComesIn(t *testing.T) {
	listed := map[string]bool{}
	for _, c := range realFiles {
		listed[c.file] = true
		t.Run(filepath.Base(c.file), func(t *testing.T) {
			raw, err := os.ReadFile(shared.Path(t, "data/"+c.file))
			if err != nil {
				t.Fatal(err)
			}
			got, err := importReal(t, c.as, c.mapping, filepath.Base(c.file), raw)
			s := got.Summary
			if err != nil || s.Rows != c.rows || s.Kept != c.kept || s.Kept+s.Refused != s.Rows || fmt.Sprint(s.Flagged) != c.flagged {
				t.Errorf("%d rows = %d kept + %d refused, flagged %v, %v; want %d, %d, %s", s.Rows, s.Kept, s.Refused, s.Flagged, err, c.rows, c.kept, c.flagged)
			}
			for _, p := range s.Problems[:min(3, len(s.Problems))] {
				t.Logf("%v", p)
			}
		})
	}
	for _, dir := range []string{"events", "coups"} {
		root := shared.Path(t, "data/"+dir)
		err := filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
			if err != nil || e.IsDir() {
				return err
			}
			name := dir + filepath.ToSlash(strings.TrimPrefix(path, root))
			if !listed[name] && !strings.HasPrefix(name, noEvents) {
				t.Errorf("%s is not in the list", name)
			}
			return nil
		})
		if err != nil {
			t.Error(err)
		}
	}
}

func importReal(t *testing.T, as, mapping, name string, raw []byte) (desk.Imported, error) {
	t.Helper()
	d := desk.Ephemeral(options)
	defer d.Close()
	f, err := source.NewFile(name, strings.NewReader(string(raw)))
	if err != nil {
		t.Fatal(err)
	}
	switch as {
	case "coups":
		return d.ImportCoups(t.Context(), name, f, source.Options{})
	case "table":
		m, err := table.ParseMapping("mapping.toml", []byte(mapping))
		if err != nil {
			t.Fatal(err)
		}
		return d.ImportTable(t.Context(), m, name, f, source.Options{})
	}
	return d.ImportDataset(t.Context(), as, name, f, source.Options{})
}
