package main

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

func TestNames(t *testing.T) {
	got := names("Genève", "Geneve", "GVA,Geneva,Geneve,jnyf,Женева,ri nei wa,Ginebra,http://geneva.ch,al-Janif,GENEVA", 3)
	if want := []string{"Genève", "Geneva", "Ginebra", "al-Janif"}; !reflect.DeepEqual(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// The table keeps seats and towns, drops hamlets and ruins, and puts a unit in
// the middle of its land rather than at its city.
func TestBuild(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	town := func(id, name, lat, lon, code, pop string) string {
		return strings.Join([]string{id, name, name, "", lat, lon, "P", code, "ML", "", "05", "", "", "", pop, "", "", "", ""}, "\t") + "\n"
	}
	cities := write("cities.txt", town("1", "Stadt", "10.1", "5.1", "PPLA", "50000")+town("2", "Vorort", "10.12", "5.12", "PPL", "2000")+
		town("3", "West", "10.1", "4.1", "PPL", "1500")+town("4", "Nord", "11.1", "5.1", "PPL", "1500")+town("5", "Sued", "9.1", "5.1", "PPL", "1500")+
		town("6", "Weiler", "10", "5", "PPL", "12")+town("7", "Ruine", "10", "5", "PPLH", "9000"))
	units, err := readUnits(write("a1.txt", "ML.05\tLand\tLand\t99\nML.06\tLeer\tLeer\t98\n"), write("a2.txt", ""))
	if err != nil {
		t.Fatal(err)
	}
	towns, err := readTowns(cities)
	if err != nil {
		t.Fatal(err)
	}
	tab := build(towns, units)
	if tab.Len() != 6 || len(tab.Unit) != 1 || tab.ID[0] != 99 {
		t.Fatalf("%d rows, units %q, first %d", tab.Len(), tab.Unit, tab.ID[0])
	}
	if tab.Lat[0] != 1_000_000 || tab.Lon[0] != 475_000 {
		t.Errorf("the unit lies at %d, %d", tab.Lat[0], tab.Lon[0])
	}
	if _, err := readTowns(write("bad.txt", "1\tx\n")); err == nil || !strings.Contains(err.Error(), "bad.txt:1: 2 fields") {
		t.Errorf("a short row: %v", err)
	}
}
