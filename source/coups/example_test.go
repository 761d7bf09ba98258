package coups_test

import (
	"context"
	"fmt"
	"strings"

	"tocsin"
	"tocsin/source"
	"tocsin/source/coups"
)

func ExampleRead() {
	file := `country,ccode,year,month,day,coup,version
Mali,432,2012,3,22,2,V2019.04.22
Mali,432,2012,5,1,1,V2019.04.22
`
	s, err := coups.Read(context.Background(), "coups.csv", strings.NewReader(file), source.Options{}, func(ev tocsin.DataEvent) error {
		fmt.Println(ev.ID, ev.Class, ev.Outcome)
		return nil
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(s.Dataset.Vintage, s.Dataset.Released)
	// Output:
	// powell-thyne:432-2012-03-22 realised succeeded
	// powell-thyne:432-2012-05-01 attempted failed
	// V2019.04.22 2019-04-22
}
