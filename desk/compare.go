package desk

import (
	"maps"
	"slices"
	"strconv"

	"tocsin"
)

// field is one field of an event as it is compared.
type field struct{ name, value string }

// fields writes an event out for comparison. The flags are left out: they say
// what tocsin thinks of the row.
func fields(ev *tocsin.DataEvent) []field {
	number := func(n *int) string {
		if n == nil {
			return ""
		}
		return strconv.Itoa(*n)
	}
	code := func(n int) string {
		if n == 0 {
			return ""
		}
		return strconv.Itoa(n)
	}
	point := ""
	if ev.HasPoint {
		point = strconv.FormatFloat(ev.Lat, 'f', -1, 64) + "," + strconv.FormatFloat(ev.Lon, 'f', -1, 64)
	}
	list := []field{{"from", ev.From.String()}, {"to", ev.To.String()}, {"date_prec", code(ev.DatePrec)}, {"country", ev.Country}, {"place", ev.Place},
		{"point", point}, {"place_prec", code(ev.PlacePrec)}, {"act", ev.Act}, {"class", ev.Class}, {"side_a", ev.SideA}, {"side_b", ev.SideB},
		{"conflict", ev.Conflict}, {"outcome", ev.Outcome}, {"low", number(ev.Low)}, {"best", number(ev.Best)}, {"high", number(ev.High)},
		{"said", ev.Said}, {"where", ev.Where}}
	extra := ev.Extra.Fields()
	for _, name := range slices.Sorted(maps.Keys(extra)) {
		list = append(list, field{"extra." + name, extra[name]})
	}
	return list
}

// given are the fields that a release gives in at least one row. A last day is
// given where it is ever another than the first: files with one date have none.
func given(events map[string]*tocsin.DataEvent) map[string]bool {
	out := map[string]bool{}
	for _, ev := range events {
		for _, f := range fields(ev) {
			if f.value != "" && (f.name != "to" || ev.To != ev.From) {
				out[f.name] = true
			}
		}
	}
	return out
}

// changed lists the fields in which two rows of one id differ, of those that
// both releases give.
func changed(was, is *tocsin.DataEvent, both map[string]bool) []FieldChange {
	before := map[string]string{}
	for _, f := range fields(was) {
		before[f.name] = f.value
	}
	var out []FieldChange
	for _, f := range fields(is) {
		if both[f.name] && before[f.name] != f.value {
			out = append(out, FieldChange{Field: f.name, From: before[f.name], To: f.value})
		}
		delete(before, f.name)
	}
	for _, name := range slices.Sorted(maps.Keys(before)) { // extra columns that the newer row does not have
		if both[name] && before[name] != "" {
			out = append(out, FieldChange{Field: name, From: before[name]})
		}
	}
	return out
}
