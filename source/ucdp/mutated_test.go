package ucdp_test

import (
	"slices"
	"strconv"
	"testing"

	"tocsin/source/sourcetest"
	"tocsin/source/ucdp"
)

// The layouts in which GED is about, each with the tags line it may have. The
// rows are invented.
func layouts() map[string]sourcetest.Layout {
	moves := map[string][]string{"id": {"ID"}, "type_of_violence": {"Class"}, "country": {"Country"}, "side_a": {"SideA"}, "side_b": {"SideB"},
		"conflict_name": {"Conflict"}, "latitude": {"Lat", "Lon", "HasPoint"}, "longitude": {"Lat", "Lon", "HasPoint"},
		"low": {"Low"}, "best": {"Best"}, "high": {"High"}, "low_death": {"Low"}, "best_death": {"Best"}, "high_death": {"High"},
		"month": {"From", "To"}, "day": {"From", "To"}, "date_start": {"From"}, "date_end": {"To"}, "date_prec": {"DatePrec"}, "where_prec": {"PlacePrec"},
		"where_coordinates": {"Place"}, "adm_1": {"Extra"}, "adm_2": {"Extra"}, "where_description": {"Where"}, "source_original": {"Said"}}
	long := []string{"id", "year", "active_year", "type_of_violence", "conflict_new_id", "conflict_name", "dyad_new_id", "dyad_name", "side_a_new_id",
		"side_a", "side_b_new_id", "gwnob", "side_b", "number_of_sources", "source_article", "source_office", "source_date", "source_headline",
		"source_original", "where_prec", "where_coordinates", "adm_1", "adm_2", "latitude", "longitude", "geom_wkt", "priogrid_gid", "country",
		"country_id", "region", "event_clarity", "date_prec", "date_start", "date_end", "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown",
		"low", "best", "high"}
	today := slices.Concat([]string{"relid", "code_status"}, long[:22], []string{"where_description"}, long[22:], []string{"gwnoa"},
		[]string{"conflict_dset_id", "dyad_dset_id", "side_a_dset_id", "side_b_dset_id"})
	short := []string{"id", "year", "month", "day", "country", "type_of_violence", "conflict_name", "side_a", "side_b", "latitude", "longitude",
		"low_death", "best_death", "high_death"}
	value := map[string]string{"year": "2020", "month": "8", "day": "10", "type_of_violence": "1", "country": "Mali", "conflict_name": "Mali: Government",
		"side_a": "Government of Mali", "side_b": "JNIM", "latitude": "12.842", "longitude": "-4.925", "where_prec": "2", "date_prec": "1",
		"where_coordinates": "Kimparana town", "where_description": "on the road to San", "source_original": "army statement", "code_status": "Clear",
		"date_start": "2020-08-10", "date_end": "2020-08-10 00:00:00.000", "low": "2", "best": "3", "high": "4", "low_death": "2", "best_death": "3", "high_death": "4",
		"source_article": `"Invented Agency,2020-08-11,""Three killed"""`, "active_year": "TRUE", "relid": "MLI-2020-1-1-1", "number_of_sources": "-1"}
	with := func(columns []string) sourcetest.Layout {
		m := moves
		if slices.Contains(columns, "month") {
			m = map[string][]string{"year": {"From", "To"}}
			for k, v := range moves {
				m[k] = v
			}
		}
		return sourcetest.Layout{Columns: columns, Moves: m, Row: func(i int) []string {
			row := make([]string, len(columns))
			for k, c := range columns {
				if row[k] = value[c]; c == "id" {
					row[k] = strconv.Itoa(700_000 + i)
				}
			}
			return row
		}}
	}
	hxl := with(long)
	hxl.Tags = ",#date+year" + commas(len(long)-3) + ",#affected+killed\n"
	candidate := with(today)
	candidate.Name = "GEDEvent_v25_0_6.csv"
	return map[string]sourcetest.Layout{"41 columns": with(long), "49 columns": with(today), "14 columns": with(short), "HXL tags": hxl, "Candidate": candidate}
}

func commas(n int) string {
	out := ""
	for range n {
		out += ","
	}
	return out
}

// Ten thousand spoiled rows of each layout are kept rightly or refused with
// their place.
func TestMutatedRows(t *testing.T) {
	for name, l := range layouts() {
		t.Run(name, func(t *testing.T) { sourcetest.Mutated(t, ucdp.Read, l) })
	}
}
