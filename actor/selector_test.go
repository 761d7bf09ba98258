package actor_test

import (
	"compress/gzip"
	"encoding/csv"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"testing"

	"tocsin"
	"tocsin/actor"
	"tocsin/internal/shared"
)

func TestSelect(t *testing.T) {
	r := registry(t)
	cases(t, "select.txt", 6, func(t *testing.T, f []string) {
		s, ok := r.Select(f[0], f[1], tocsin.MustDate("2020-08-20"))
		if ok != (f[2] != "") {
			t.Fatalf("ok is %v: %+v", ok, s)
		}
		var before []string
		for _, p := range s.Predecessors {
			before = append(before, p.ID)
		}
		if got := strings.Join(s.Sides, ", "); got != f[2] {
			t.Errorf("sides %q, want %q", got, f[2])
		}
		if got := strings.Join(s.Countries, ", "); got != f[3] {
			t.Errorf("countries %q, want %q", got, f[3])
		}
		if got := strings.Join(before, " "); got != f[4] {
			t.Errorf("predecessors %q, want %q", got, f[4])
		}
		if !strings.Contains(s.Note, f[5]) {
			t.Errorf("note %q, want in it %q", s.Note, f[5])
		}
	})
}

type row struct{ date, country, a, b string }

// ged reads the columns of the shared event file that selections are about.
func ged(t *testing.T) []row {
	t.Helper()
	f, err := os.Open(shared.Path(t, "data/events/ged211_prec12_global.csv.gz"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	in := csv.NewReader(z)
	in.ReuseRecord = true
	head, err := in.Read()
	if err != nil {
		t.Fatal(err)
	}
	col := func(name string) int { return slices.Index(head, name) }
	y, m, d, c, a, b := col("year"), col("month"), col("day"), col("country"), col("side_a"), col("side_b")
	var out []row
	for {
		rec, err := in.Read()
		if err == io.EOF {
			return out
		}
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, row{fmt.Sprintf("%s-%02s-%02s", rec[y], rec[m], rec[d]), strings.Clone(rec[c]), strings.Clone(rec[a]), strings.Clone(rec[b])})
	}
}

// The half-years before the coup of 18 August 2020 in Mali.
func TestSelectionsCountRows(t *testing.T) {
	rows := ged(t)
	r := registry(t)
	count := func(from, to string, names ...string) int {
		n := 0
		for _, w := range rows {
			if w.country != "Mali" || w.date < from || w.date > to {
				continue
			}
			if slices.ContainsFunc(names, func(name string) bool {
				s, _ := r.Select(name, "ML", 0)
				return s.Has(w.a, w.country) || s.Has(w.b, w.country)
			}) {
				n++
			}
		}
		return n
	}
	for _, c := range []struct {
		names         []string
		recent, older int
	}{{[]string{"JNIM"}, 50, 31}, {[]string{"ISGS"}, 13, 15}, {[]string{"JNIM", "ISGS"}, 57, 46}} {
		if got := count("2020-02-18", "2020-08-17", c.names...); got != c.recent {
			t.Errorf("%v: %d rows in the half-year before the coup, want %d", c.names, got, c.recent)
		}
		if got := count("2019-08-18", "2020-02-17", c.names...); got != c.older {
			t.Errorf("%v: %d rows in the half-year before that, want %d", c.names, got, c.older)
		}
	}
}

// Every side and country that a selector names is in the event file.
func TestSidesAreInTheEvents(t *testing.T) {
	sides, countries := map[string]bool{}, map[string]bool{}
	for _, w := range ged(t) {
		countries[w.country] = true
		for _, s := range []string{w.a, w.b} {
			for part := range strings.SplitSeq(s, ", ") {
				sides[part] = true
			}
		}
	}
	for _, a := range registry(t).All() {
		for _, sel := range a.Selectors {
			for _, s := range sel.Sides {
				if !sides[s] {
					t.Errorf("%s: no row has the side %q", a.ID, s)
				}
			}
			for _, c := range sel.Countries {
				if !countries[c] {
					t.Errorf("%s: no row is in %q", a.ID, c)
				}
			}
		}
	}
}

func TestSelectIn(t *testing.T) {
	r := registry(t)
	names := []string{"Government of Mali", "Government of Myanmar (Burma)", "JNIM", "IS", "Oldtown Cartel", "Sinaloa Cartel", "Sinaloa Cartel - Chapitos faction", "RUF", "GATIA, MSA", "Kashmir insurgents", "Boko Halal"}
	for _, c := range []struct {
		name, side, why string
		score           float64
	}{
		{"JNIM", "JNIM", "own name", 1},
		{"Malian army", "Government of Mali", "registered", 0.95},
		{"Burmese military", "Government of Myanmar (Burma)", "registered", 0.95},
		{"Sinaloa cartel", "Sinaloa Cartel", "registered", 0.95},
		{"Oldtown cartel", "Oldtown Cartel", "but for case", 0.9},
		{"Oldtown", "Oldtown Cartel", "but for a word", 0.85},
		{"GATIA", "GATIA, MSA", "fought together", 0.9},
		{"Rebel Union Force", "RUF", "initials", 0.7},
		{"Revolutionary United Front", "RUF", "registered", 0.95},
	} {
		list := r.SelectIn(names, c.name)
		if len(list) == 0 || list[0].Side != c.side || list[0].Score != c.score || !strings.Contains(list[0].Why, c.why) {
			t.Errorf("%q: %v, want %q %.2f (%s)", c.name, list, c.side, c.score, c.why)
		}
	}
	if list := r.SelectIn(names, "Boko Haram"); len(list) > 0 {
		t.Errorf("Boko Haram matched %v by likeness alone", list)
	}
}

func TestOrganOfAnAmbiguousPeople(t *testing.T) {
	r := registry(t)
	for country, want := range map[string]string{"": "CD", "CG": "CG", "CD": "CD"} {
		if o, ok := r.Organ("the Congolese army", country); !ok || o.Country.ISO2 != want || !o.Forces {
			t.Errorf("the Congolese army in a text about %q is %+v, want forces of %s", country, o, want)
		}
	}
}

func ExampleRegistry_Select() {
	r, err := actor.Default()
	if err != nil {
		fmt.Println(err)
		return
	}
	s, _ := r.Select("ISGS", "ML", tocsin.MustDate("2020-08-20"))
	fmt.Println(s.Name, s.Sides, s.Countries, s.Source)
	fmt.Println(s.Has("IS", "Mali"), s.Has("IS", "Iraq"))
	// Output:
	// Islamic State in the Greater Sahara [IS] [Mali Burkina Faso Niger] UCDP Actor 22.1, actor 234
	// true false
}
