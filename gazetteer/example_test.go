package gazetteer_test

import (
	"fmt"

	"tocsin/gazetteer"
	"tocsin/geo"
)

// A name has candidates, and the text around it decides among them.
func ExampleGazetteer_Lookup() {
	g, err := gazetteer.World()
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, m := range g.Lookup("Tripoli", gazetteer.Hint{Countries: []string{"LB"}})[:2] {
		fmt.Printf("%s, %s: %.2f\n", m.Place.Name, m.Place.Country, m.Score)
	}
	// Output:
	// Tripoli, LB: 0.82
	// Tripoli, LY: 0.42
}

func ExampleGazetteer_CountryAt() {
	g, err := gazetteer.World()
	if err != nil {
		fmt.Println(err)
		return
	}
	iso, ok := g.CountryAt(geo.Point{Lat: 15.78, Lon: 46.92}) // in the desert north of Seiyun
	fmt.Println(iso, ok)
	// Output: YE true
}
