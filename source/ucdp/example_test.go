package ucdp_test

import (
	"context"
	"fmt"
	"strings"

	"tocsin"
	"tocsin/source"
	"tocsin/source/ucdp"
)

// Three rows of Mali in August 2020: one has a month that does not exist.
func ExampleRead() {
	file := `id,year,month,day,country,type_of_violence,conflict_name,side_a,side_b,latitude,longitude,low_death,best_death,high_death
1,2020,8,2,Mali,State-based violence,Mali: Government,Government of Mali,JNIM,14.69,-6.02,5,5,5
2,2020,13,10,Mali,State-based violence,Mali: Government,Government of Mali,JNIM,12.842,-4.925,2,2,2
3,2020,8,27,Mali,State-based violence,Mali: Government,Government of Mali,JNIM,14.996,-3.614,4,3,4
`
	s, err := ucdp.Read(context.Background(), "mali.csv", strings.NewReader(file), source.Options{Vintage: "21.1"},
		func(ev tocsin.DataEvent) error {
			fmt.Println(ev.ID, ev.From, ev.SideB, *ev.Best, ev.Flags)
			return nil
		})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(s.Rows, "rows,", s.Kept, "kept,", s.Refused, "refused; flagged", s.Flagged)
	fmt.Println(s.Problems[0])
	// Output:
	// ucdp-ged:1 2020-08-02 JNIM 5 []
	// ucdp-ged:3 2020-08-27 JNIM 3 [deaths_out_of_order]
	// 3 rows, 2 kept, 1 refused; flagged map[deaths_out_of_order:1]
	// mali.csv:3: month: there is no month 13; write the month as 1 to 12; are day and month exchanged?
}
