package desk_test

import (
	"strings"
	"testing"

	"tocsin"
	"tocsin/desk"
	"tocsin/source"
)

// Totals by cell stand beside the events of the country that the cells lie in,
// and are never counted among them. The numbers are invented.
func TestCellsStandBesideEvents(t *testing.T) {
	d := desk.Ephemeral(options)
	defer d.Close()
	ged := "id,year,month,day,country,type_of_violence,conflict_name,side_a,side_b,latitude,longitude,low_death,best_death,high_death\n" +
		"1,2020,8,10,Mali,1,x,Government of Mali,JNIM,12.842,-4.925,2,2,2\n2,2020,8,12,Mali,1,x,Government of Mali,JNIM,15.3,-4.9,1,1,1\n"
	cells := "priogrid_gid,month_id,ged_sb,ged_os\n147951,488,2,1\n151555,488,4,\n148685,488,9,\n"
	if _, err := d.ImportEvents(t.Context(), "ged.csv", strings.NewReader(ged), source.Options{}); err != nil {
		t.Fatal(err)
	}
	got, err := d.ImportDataset(t.Context(), "prio-grid", "cells.csv", strings.NewReader(cells), source.Options{})
	if err != nil || got.Summary.Rows != 3 || got.Summary.Kept != 3 || got.Summary.Records != 4 {
		t.Fatalf("%+v, %v", got, err)
	}
	months, sets, err := d.Beside(t.Context(), "Mali", 0, 0, 0)
	if err != nil || len(months) != 1 || len(sets) != 2 {
		t.Fatalf("%+v, %+v, %v", months, sets, err)
	}
	// The third cell lies in Niger.
	if c := months[0].By["prio-grid"]; c.Rows != 3 || *c.Deaths != 7 {
		t.Errorf("cells in Mali: %+v", c)
	}
	if c := months[0].By["ucdp-ged"]; c.Rows != 2 || *c.Deaths != 3 {
		t.Errorf("events in Mali: %+v", c)
	}
	data, err := d.Data(t.Context(), 0)
	if err != nil || data.Choose != nil || data.Events.Len() != 2 {
		t.Errorf("%d events, %v, %v", data.Events.Len(), data.Choose, err)
	}
	if _, err := d.ImportDataset(t.Context(), "prio", "x", strings.NewReader(""), source.Options{}); tocsin.CodeOf(err) != tocsin.Invalid {
		t.Errorf("an unknown dataset: %v", err)
	}
}
