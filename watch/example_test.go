package watch_test

import (
	"fmt"

	"tocsin/watch"
)

// Is the group striking more often? A made-up group in Mali: three events in
// the half-year, two in the one before, so that nothing can be said.
func ExampleTable_Tempo() {
	table := watch.NewTable(events(`
2019-09-02 Mali Group 13.0 -4.0 2
2020-02-03 Mali Group 13.1 -4.5 5
2020-03-04 Mali Group 13.2 -4.1 9
2020-06-04 Mali Group 13.3 -4.2 1
2020-08-17 Mali Group 12.5 -5.0 1
2020-12-31 Niger Other 14.0 1.0 1
`))
	tempo, err := table.Tempo(watch.Filter{Countries: []string{"Mali"}, Sides: []string{"Group"}}, day("2020-08-17"), watch.TempoOptions{})
	if err != nil {
		fmt.Println(err)
		return
	}
	c, _ := tempo.Change(6, watch.YearBefore)
	fmt.Println(c.Reason)
	c, _ = tempo.Change(3, watch.Before)
	fmt.Printf("%s: %s against %s\n", tempo.Filter, c.Now, c.Then)
	fmt.Printf("%d against %d events, %.1f (%.2f to %.1f)\n", c.NowSum.Events, c.ThenSum.Events, *c.Events.Value, *c.Events.Low, *c.Events.High)
	fmt.Println(c.Warnings[0])
	// Output:
	// test begins 2019-09-02, after the window does (2019-02-18)
	// events involving Group, in Mali: 2020-05-18 to 2020-08-17 against 2020-02-18 to 2020-05-17
	// 2 against 1 events, 2.0 (0.27 to 15.0)
	// few events: 2 against 1
}

// Has anybody been further south before? Yangasso, in central Mali, against
// two made-up events.
func ExampleReach_Earlier() {
	table := watch.NewTable(events(`
2017-06-18 Mali Group 12.61 -7.80 5
2019-05-19 Mali Group 12.18 -5.40 3
2020-02-18 Mali Group 13.40 -5.00 1
`))
	reach, err := table.Reach(watch.Filter{Sides: []string{"Group"}, Until: day("2020-08-19")}, watch.ReachOptions{From: &bamako, FromName: "Bamako"})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("nearest to %s: %.0f km, %s\n", reach.FromName, *reach.MinKM, reach.Nearest.Date)
	further, err := reach.Earlier(yangasso, 180)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, h := range further.Hits {
		fmt.Printf("%s: %.0f km further south\n", h.Date, h.KM)
	}
	// Output:
	// nearest to Bamako: 22 km, 2017-06-18
	// 2019-05-19: 99 km further south
	// 2017-06-18: 51 km further south
}
