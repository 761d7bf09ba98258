package coups_test

import (
	"strconv"
	"testing"

	"tocsin/source/coups"
	"tocsin/source/sourcetest"
)

// Ten thousand spoiled rows of each list are kept rightly or refused with their
// place. The rows are invented.
func TestMutatedRows(t *testing.T) {
	date := []string{"From", "To", "ID"} // an id of Powell and Thyne is made of country and day
	for _, c := range []struct {
		name    string
		columns []string
		row     func(i int) []string
		moves   map[string][]string
	}{
		{"Cline", []string{"coup_id", "cowcode", "country", "year", "month", "day", "event_type", "unrealized", "realized", "conspiracy", "attempt"},
			func(i int) []string {
				return []string{strconv.Itoa(43200000000 + i), "432", "Xyland", "2020", "8", "18", "coup", "0", "1", "0", "0"}
			},
			map[string][]string{"coup_id": {"ID"}, "country": {"Country"}, "year": date, "month": date, "day": date, "event_type": {"Class", "Outcome"},
				"realized": {"Class", "Outcome"}, "unrealized": {"Class", "Outcome"}, "conspiracy": {"Class", "Outcome"}, "attempt": {"Class", "Outcome"}}},
		{"Colpus", []string{"id", "ccode", "date", "statenme", "year", "gwf_casename", "coup", "success", "type", "ambiguous", "staged"},
			func(i int) []string {
				return []string{strconv.Itoa(i + 1), "432", "2020/08/18", "Xyland", "2020", "Xyland 12-20", "1", "1", "military", "0", "0"}
			},
			map[string][]string{"id": {"ID"}, "date": {"From", "To"}, "statenme": {"Country"}, "success": {"Class", "Outcome"}, "gwf_casename": {"Conflict"}}},
		{"Powell and Thyne", []string{"country", "ccode", "year", "month", "day", "coup", "version"},
			func(i int) []string {
				return []string{"Xyland", strconv.Itoa(500_000 + i), "2020", "8", "18", "2", "2020.09.01"}
			},
			map[string][]string{"country": {"Country"}, "ccode": {"ID"}, "year": date, "month": date, "day": date, "coup": {"Class", "Outcome"}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			l := sourcetest.Layout{Columns: c.columns, Row: c.row, Moves: c.moves}
			if c.name == "Powell and Thyne" {
				l.Scaled = []string{"ID"} // a spoiled code may be another row's, and its entry is then the second of the day
			}
			sourcetest.Mutated(t, coups.Read, l)
		})
	}
}
