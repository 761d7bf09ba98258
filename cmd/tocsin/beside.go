package main

import (
	"fmt"
	"slices"
	"strconv"
)

type besideCmd struct {
	Country string `help:"Country by name or ISO code." placeholder:"NAME"`
	From    date   `help:"First day that counts." placeholder:"DATE"`
	Until   date   `help:"Last day that counts." placeholder:"DATE"`
	At      date   `help:"Use only what was known on this day." placeholder:"DATE"`
	formatFlag
}

// Run prints each month as every dataset has it, side by side.
func (c *besideCmd) Run(a *app) error {
	d, err := a.open()
	if err != nil {
		return err
	}
	defer d.Close()
	if c.Country, err = countryOf(d, c.Country); err != nil {
		return err
	}
	list, sets, err := d.Beside(a.ctx, c.Country, c.From.Date, c.Until.Date, c.At.Date)
	if err != nil {
		return err
	}
	var names []string
	for _, s := range sets {
		a.say("data %s %s, %s to %s", s.Dataset, shortVintage(s), s.From, s.To)
		if !slices.Contains(names, s.Dataset) {
			names = append(names, s.Dataset)
		}
	}
	a.say("note: the datasets tell of the same events: compare them, never add them")
	if c.Format == formatJSONL {
		return printJSONL(a.out, list)
	}
	head := []string{"month"}
	t := &table{columns: []column{{"month", 7, false}}}
	for _, n := range names {
		head = append(head, n+" rows", n+" deaths")
		t.columns = append(t.columns, column{n + " rows", 24, true}, column{n + " deaths", 24, true})
	}
	var rows [][]string
	for _, m := range list {
		row := []string{m.Month}
		for _, n := range names {
			count, covered := m.By[n]
			rowsCell, deaths := "", ""
			if covered {
				rowsCell = strconv.Itoa(count.Rows)
			}
			if count.Deaths != nil {
				deaths = fmt.Sprint(*count.Deaths)
			}
			row = append(row, rowsCell, deaths)
		}
		rows = append(rows, row)
		t.add(row...)
	}
	if c.Format == formatCSV {
		return writeCSV(a.out, head, rows)
	}
	return t.print(a.out, a.width)
}
