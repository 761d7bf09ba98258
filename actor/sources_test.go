package actor_test

import (
	"encoding/csv"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"tocsin"
	"tocsin/actor"
	"tocsin/internal/shared"
)

// table reads a CSV of the shared data as maps, by its key column; where a key
// repeats (REIGN reuses one), every row is kept.
func table(t *testing.T, file, key string) map[string][]map[string]string {
	t.Helper()
	f, err := os.Open(shared.Path(t, "data/"+file))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	in := csv.NewReader(f)
	in.FieldsPerRecord, in.LazyQuotes = -1, true
	all, err := in.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	head := all[0]
	head[0] = strings.TrimPrefix(head[0], "\ufeff")
	out := map[string][]map[string]string{}
	for _, rec := range all[1:] {
		m := map[string]string{}
		for i, v := range rec {
			if i < len(head) {
				m[head[i]] = v
			}
		}
		out[m[key]] = append(out[m[key]], m)
	}
	return out
}

// Every fact with a source is held against the row it names.
func TestFactsAgainstTheirLists(t *testing.T) {
	l := lists{
		ucdp:   table(t, "actors/ucdp-actor-221.csv", "ActorId"),
		reign:  table(t, "coups/leaderlist_3_21.csv", "leadid"),
		cline:  table(t, "coups/cline_coup_2.1.2.csv", "coup_id"),
		colpus: table(t, "coups/colpus_basic.csv", "id"),
		pt:     table(t, "coups/powell_thyne_events_V2019.04.22.csv", "ccode"),
	}
	facts, sourced := 0, 0
	for _, a := range registry(t).All() {
		for _, n := range a.Names {
			facts++
			for _, ref := range n.Source.Refs() {
				if !l.name(ref, n.Text) {
					t.Errorf("%s: %s does not have the name %q", a.ID, n.Source, n.Text)
				}
			}
			if n.Source.Sourced() {
				sourced++
			}
		}
		for _, tie := range a.Ties {
			facts++
			for _, ref := range tie.Source.Refs() {
				if !l.tie(ref, tie) {
					t.Errorf("%s: %+v is not what %s says", a.ID, tie, tie.Source)
				}
			}
			if tie.Source.Sourced() {
				sourced++
			}
		}
		for _, s := range a.Selectors {
			for i, ref := range s.Source.Refs() {
				if i < len(s.Sides) && ref.List == "ucdp" && !l.name(ref, s.Sides[i]) {
					t.Errorf("%s: %s does not have the side %q", a.ID, s.Source, s.Sides[i])
				}
			}
		}
	}
	for _, c := range registry(t).States() {
		if c.SideID != "" && !l.name(actor.Ref{List: "ucdp", Key: c.SideID}, c.Side) {
			t.Errorf("%s: UCDP actor %s is not %q", c.Name, c.SideID, c.Side)
		}
	}
	t.Logf("%d facts, %d of them wholly from lists", facts, sourced)
}

type lists struct {
	ucdp, reign, cline, colpus, pt map[string][]map[string]string
}

// name reports whether the row has the name in one of its name columns.
func (l lists) name(ref actor.Ref, name string) bool {
	switch ref.List {
	case "unsourced", "ged": // ged: TestSidesAreInTheEvents
		return true
	case "reign":
		for _, row := range l.reign[ref.Key] {
			if strings.TrimSpace(row["leader"]) == name {
				return true
			}
		}
	case "ucdp":
		for _, row := range l.ucdp[ref.Key] {
			for _, col := range []string{"NameData", "NameOrig", "NameOrigFull", "NameOrigFullEng", "NewName", "NewNameFullMotherTongue", "NewNameFullEng"} {
				for _, part := range append(strings.Split(row[col], ","), row[col]) {
					if actor.Fold(strings.TrimSpace(part)) == actor.Fold(name) {
						return true
					}
				}
			}
		}
	}
	return false
}

// tie reports whether the row bears out the dates of the tie (or exists, for
// the UCDP list, which has no dates).
func (l lists) tie(ref actor.Ref, tie actor.Tie) bool {
	v := tie.When
	near := func(d tocsin.Date) bool {
		if ref.End == "begin" || ref.End == "" && tie.Rel != "role" {
			return v.FromFirst <= d && d <= v.FromLast
		}
		return v.ToFirst <= d && d <= v.ToLast
	}
	num := func(m map[string]string, k string) int { n, _ := strconv.Atoi(m[k]); return n }
	switch ref.List {
	case "unsourced", "ged":
		return true
	case "ucdp":
		return len(l.ucdp[ref.Key]) == 1
	case "cline", "pt":
		rows, when := l.cline[ref.Key], ""
		if ref.List == "pt" {
			key, day, _ := strings.Cut(ref.Key, "-")
			rows, when = l.pt[key], day
		}
		return slices.ContainsFunc(rows, func(m map[string]string) bool {
			d, err := tocsin.MakeDate(num(m, "year"), num(m, "month"), num(m, "day"))
			return err == nil && near(d) && (when == "" || when == d.String())
		})
	case "colpus":
		rows := l.colpus[ref.Key]
		return len(rows) == 1 && near(tocsin.MustDate(strings.ReplaceAll(rows[0]["date"], "/", "-")))
	case "reign":
		return slices.ContainsFunc(l.reign[ref.Key], func(m map[string]string) bool { return reignBears(m, v, ref.End) })
	}
	return false
}

// reignBears compares begin and end with a REIGN row: begins to the day, ends
// to the month, open ones as confirmed in March 2021.
func reignBears(m map[string]string, v actor.Interval, end string) bool {
	num := func(k string) int { n, _ := strconv.Atoi(m[k]); return n }
	begin, err := tocsin.MakeDate(num("syear"), num("smonth"), num("sdate"))
	if err != nil || begin < v.FromFirst || begin > v.FromLast {
		return false
	}
	if end == "begin" {
		return true
	}
	if m["eyear"] == "" {
		return v.ToLast.IsZero() && v.Confirmed == tocsin.MustDate("2021-03-31")
	}
	first, err := tocsin.MakeDate(num("eyear"), num("emonth"), 1)
	return err == nil && v.ToFirst == first && v.ToLast == first.MonthEnd()
}
