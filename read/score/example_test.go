package score_test

import (
	"context"
	"fmt"

	"tocsin/read/score"
)

// A system that finds the attack in Gao and its victim, takes a bystander for a
// doer, and misses the bombing in Ségou.
func ExampleScoreMUC4() {
	gold, err := score.ParseMUC4("gold.jsonl", []byte(
		`{"docid":"G-1","doctext":"...","templates":[{"incident_type":"attack","Victim":[[["the governor of Gao",30],["Mr. Ould",77]]]},{"incident_type":"bombing","Target":[[["a bridge",120]]]}]}`), true)
	if err != nil {
		fmt.Println(err)
		return
	}
	answer, err := score.ParseMUC4("system.jsonl", []byte(
		`{"docid":"G-1","templates":[{"incident_type":"attack","PerpInd":[["a shepherd"]],"Victim":[["Governor of Gao"]]}]}`), false)
	if err != nil {
		fmt.Println(err)
		return
	}
	s, err := score.ScoreMUC4(context.Background(), gold, "system.jsonl", answer)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, m := range s.Metrics("gold.jsonl")[:2] {
		fmt.Println(m)
	}
	// Output:
	// muc4 gold.jsonl micro-F1 57.14  P 66.67 R 50.00 (2/3, 2/4)
	// muc4 gold.jsonl incident_type-F1 66.67  P 100.00 R 50.00 (1/1, 1/2)
}

func ExampleNormalize() {
	fmt.Println(score.Normalize("The U.S. Embassy's gate"))
	fmt.Println(score.Normalize("an A-37 of the Air  Force"))
	// Output:
	// us embassys gate
	// a37 of air force
}

// Places found are matched on any shared character; Gao is right, Bamako is
// matched and far off.
func ExampleGeoScore() {
	gold, err := score.ParseGeo("gold.xml", []byte(`<articles><article docid="1"><text>From Gao to Kati.</text><toponyms>
		<toponym><start>5</start><end>8</end><latitude>16.27</latitude><longitude>-0.04</longitude></toponym>
		<toponym><start>12</start><end>16</end><latitude>12.74</latitude><longitude>-8.07</longitude></toponym></toponyms></article></articles>`))
	if err != nil {
		fmt.Println(err)
		return
	}
	found, err := score.ParseGeoSystem("system.txt", []byte("Gao,,Gao,,16.3,,0.0,,5,,8||Kati,,Kati,,60.1,,24.9,,12,,16||\n"), gold)
	if err != nil {
		fmt.Println(err)
		return
	}
	var s score.GeoScore
	s.Add(gold[0].Places, found[0])
	for _, m := range s.Metrics("gold.xml")[:3] {
		fmt.Println(m)
	}
	// Output:
	// geo gold.xml end-to-end 0.500  1/2 in 1 articles
	// geo gold.xml F1 1.000  P 1.000 R 1.000 (2/2, 2/2)
	// geo gold.xml Acc@161 0.500  of the matched
}
