package desk_test

import (
	"bytes"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"tocsin"
	"tocsin/desk"
	"tocsin/internal/shared"
	"tocsin/source"
)

// newer is a later release of ged: row 1 has more deaths and another side, row 2
// is gone, row 3 stands, 4 is new within the old days and 5 after them.
const newer = `id,year,month,day,country,type_of_violence,conflict_name,side_a,side_b,latitude,longitude,low_death,best_death,high_death
1,2020,2,20,Mali,State-based violence,Mali: test,Government of Mali,IS,14.69,-6.02,5,7,9
3,2020,8,9,Niger,State-based violence,Niger: test,Government of Niger,IS,13.2,0.9,8,8,8
4,2020,3,1,Mali,State-based violence,Mali: test,Government of Mali,JNIM,14.69,-6.02,1,1,1
5,2021,3,1,Mali,State-based violence,Mali: test,Government of Mali,JNIM,14.69,-6.02,2,2,2
`

func importRelease(t testing.TB, d *desk.Desk, vintage, file string) {
	t.Helper()
	if _, err := d.ImportEvents(t.Context(), vintage+".csv", strings.NewReader(file), source.Options{Vintage: vintage}); err != nil {
		t.Fatal(err)
	}
}

// Two releases of one dataset: what was added, dropped and revised, by id.
func TestDiff(t *testing.T) {
	d := desk.Ephemeral(options)
	defer d.Close()
	importRelease(t, d, "21.1", ged)
	importRelease(t, d, "22.1", newer)
	diff, err := d.Diff(t.Context(), desk.DiffQuestion{From: "21.1", To: "22.1"})
	if err != nil {
		t.Fatal(err)
	}
	if diff.Added != 2 || diff.Later != 1 || diff.Dropped != 1 || diff.Revised != 1 || diff.Same != 1 || diff.Deaths != [2]int{18, 18} {
		t.Errorf("%+v", diff)
	}
	if got := fmt.Sprint(diff.Fields); got != "map[best:1 high:1 side_b:1]" {
		t.Errorf("fields %s", got)
	}
	var rows []string
	for _, r := range diff.Rows {
		rows = append(rows, r.Change+" "+r.ID)
	}
	if got := strings.Join(rows, ", "); got != "revised ucdp-ged:1, added ucdp-ged:4, dropped ucdp-ged:2, added ucdp-ged:5" {
		t.Errorf("rows %s", got)
	}
	back, err := d.Diff(t.Context(), desk.DiffQuestion{From: "22.1", To: "21.1", Countries: []string{"ML"}})
	if err != nil || back.Added != 1 || back.Dropped != 2 || back.Same != 0 {
		t.Errorf("backwards, Mali: %+v, %v", back, err)
	}
}

// A layout that lacks columns does not revise every row: what only one release
// gives is named and not compared.
func TestDiffOfLayouts(t *testing.T) {
	long := "id,date_start,date_end,date_prec,where_prec,where_coordinates,country,type_of_violence,conflict_name,side_a,side_b,latitude,longitude,low,best,high\n" +
		"1,2020-02-20,2020-02-23,1,2,Nara,Mali,1,Mali: test,Government of Mali,JNIM,14.69,-6.02,5,5,5\n"
	d := desk.Ephemeral(options)
	defer d.Close()
	importRelease(t, d, "21.1", ged)
	importRelease(t, d, "22.1", long)
	diff, err := d.Diff(t.Context(), desk.DiffQuestion{From: "21.1", To: "22.1"})
	if err != nil {
		t.Fatal(err)
	}
	if diff.Same != 1 || diff.Revised != 0 || fmt.Sprint(diff.OnlyTo) != "[date_prec place place_prec to]" || len(diff.OnlyFrom) != 0 {
		t.Errorf("%+v", diff)
	}
	if got := strings.Join(diff.Notes, "; "); !strings.Contains(got, "the newer release has no row of Niger") || !strings.Contains(got, "ends 2020-02-23, before the older one") {
		t.Errorf("notes %s", got)
	}
}

// A name that means nothing, or two things, is an error that lists what there is.
func TestDiffErrors(t *testing.T) {
	d := desk.Ephemeral(options)
	defer d.Close()
	importRelease(t, d, "21.1", ged)
	for _, c := range []struct{ from, to, want string }{
		{"21.1", "22.1", `to: the desk holds no release "22.1"; it holds ucdp-ged "21.1" (`},
		{"21.1", "21.1", "both are ucdp-ged 21.1"},
	} {
		if _, err := d.Diff(t.Context(), desk.DiffQuestion{From: c.from, To: c.to}); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s to %s: %v, want %s", c.from, c.to, err, c.want)
		}
	}
	importRelease(t, d, "21.1", newer)
	if _, err := d.Diff(t.Context(), desk.DiffQuestion{From: "21.1", To: "21.1"}); err == nil || !strings.Contains(err.Error(), `2 files are called "21.1"; name the dataset with --dataset, or the file by its hash`) {
		t.Errorf("two of one name: %v", err)
	}
}

// Whatever two releases hold, each row of either is counted once, and the other
// way round added and dropped change places.
func TestDiffCounts(t *testing.T) {
	release := func(rt *rapid.T, name string) string {
		rows := rapid.MapOf(rapid.IntRange(1, 12), rapid.IntRange(0, 3)).Filter(func(m map[int]int) bool { return len(m) > 0 }).Draw(rt, name)
		out := ged[:strings.Index(ged, "\n")+1]
		for id, deaths := range rows {
			out += fmt.Sprintf("%d,2020,1,%d,Mali,1,%s,a,b,14,-6,0,%d,9\n", id, id, name, deaths)
		}
		return out
	}
	rapid.Check(t, func(rt *rapid.T) {
		d := desk.Ephemeral(options)
		defer d.Close()
		a, b := release(rt, "a"), release(rt, "b")
		importRelease(t, d, "1", a)
		importRelease(t, d, "2", b)
		there, err := d.Diff(t.Context(), desk.DiffQuestion{From: "1", To: "2"})
		if err != nil {
			rt.Fatal(err)
		}
		back, err := d.Diff(t.Context(), desk.DiffQuestion{From: "2", To: "1"})
		if err != nil {
			rt.Fatal(err)
		}
		n, m := strings.Count(a, "\n")-1, strings.Count(b, "\n")-1
		if there.Dropped+there.Revised+there.Same != n || there.Added+there.Revised+there.Same != m || there.Added != back.Dropped || there.Dropped != back.Added ||
			there.Revised != back.Revised || len(there.Rows) != there.Added+there.Dropped+there.Revised {
			rt.Errorf("%d and %d rows: %+v", n, m, there)
		}
	})
}

const acledRows = `event_id_cnty,event_date,event_type,sub_event_type,actor1,actor2,country,location,latitude,longitude,fatalities
XYZ1,2020-08-01,Battles,Armed clash,Military Forces of Mali (2012-2020),JNIM: Group for Support of Islam and Muslims,Mali,Nara,14.69,-6.02,4
XYZ2,2020-08-02,Protests,Peaceful protest,Protesters (Mali),,Mali,Bamako,12.65,-8.0,0
`

// Events of two datasets are never added up: with both held and none chosen
// there is nothing to measure and an error that says how to ask.
func TestNeverAdded(t *testing.T) {
	d := desk.Ephemeral(options)
	defer d.Close()
	importRelease(t, d, "21.1", ged)
	importRelease(t, d, "mine", acledRows)
	question := desk.Question{Countries: []string{"Mali"}}
	s, err := d.Select(t.Context(), question)
	if err != nil {
		t.Fatal(err)
	}
	const want = "there are events of acled and ucdp-ged: they tell of the same events and are never added up; ask for one with --dataset acled"
	if s.Data.Events.Len() != 0 || s.Data.Choose == nil || !strings.Contains(s.Data.Choose.Error(), want) {
		t.Errorf("%d rows, %v", s.Data.Events.Len(), s.Data.Choose)
	}
	if _, err := d.Check(t.Context(), []tocsin.Statement{}, 0, nil); err == nil || !strings.Contains(err.Error(), "never added up") {
		t.Errorf("check said %v", err)
	}
	for _, c := range []struct {
		dataset string
		rows    int
	}{{"ucdp-ged", 3}, {"acled", 2}} {
		d.Use(c.dataset)
		s, err := d.Select(t.Context(), question)
		if err != nil || s.Data.Choose != nil || s.Data.Events.Len() != c.rows || len(s.Data.Sets(false)) != 1 {
			t.Errorf("%s: %+v, %v", c.dataset, s, err)
		}
	}
	d.Use("acled")
	s, err = d.Select(t.Context(), desk.Question{Countries: []string{"Mali"}, Actors: []string{"JNIM"}})
	if err != nil || len(s.Data.Events.Select(s.Filter)) != 1 {
		t.Errorf("JNIM as ACLED writes it: %v", err)
	}
	if s.Data.Judges() {
		t.Error("claims are judged on ACLED")
	}
	d.Use("gtd")
	if s, err := d.Select(t.Context(), question); err != nil || s.Data.Choose == nil || !strings.Contains(s.Data.Choose.Error(), `the desk holds no events of "gtd"; it holds acled, ucdp-ged`) {
		t.Errorf("%v, %v", s, err)
	}
}

// UCDP GED 21.1 against a thousand rows of 23.1: what the coders changed in two
// years. Counted once more with Python's csv: 563 ids are in both, 28 of them
// with another value in a field that both files give.
func TestDiffOfRealReleases(t *testing.T) {
	d := desk.Ephemeral(options)
	defer d.Close()
	for _, name := range []string{"ged211_prec12_global.csv.gz", "ged231_sample1000_all49cols.csv"} {
		raw, err := os.ReadFile(shared.Path(t, "data/events/"+name))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := d.ImportEvents(t.Context(), name, bytes.NewReader(raw), source.Options{}); err != nil {
			t.Fatal(err)
		}
	}
	diff, err := d.Diff(t.Context(), desk.DiffQuestion{From: "21.1", To: "23.1"})
	if err != nil {
		t.Fatal(err)
	}
	if diff.Added != 437 || diff.Later != 114 || diff.Dropped != 176_016 || diff.Revised != 28 || diff.Same != 535 {
		t.Errorf("added %d (%d later), dropped %d, revised %d, same %d", diff.Added, diff.Later, diff.Dropped, diff.Revised, diff.Same)
	}
	if got := fmt.Sprint(diff.Fields); got != "map[best:6 class:1 conflict:6 from:4 high:6 low:8 point:12 side_a:5 side_b:5]" {
		t.Errorf("fields %s", got)
	}
	if !slices.Contains(diff.OnlyTo, "place_prec") || len(diff.Notes) == 0 {
		t.Errorf("only in the newer %v; notes %v", diff.OnlyTo, diff.Notes)
	}
	data, err := d.Data(t.Context(), 0)
	// A thousand rows are no whole release: both files are used, each id once.
	if err != nil || data.Events.Len() != 176_579+437 {
		t.Errorf("%d events count, %v", data.Events.Len(), err)
	}
}
