package main

import (
	"fmt"
	"strconv"

	"tocsin/desk"
)

type attentionCmd struct {
	Country string `help:"Country by name or ISO code." placeholder:"NAME"`
	By      string `help:"Length of a period: day or month." enum:"day,month" default:"month"`
	From    date   `help:"First day that counts." placeholder:"DATE"`
	Until   date   `help:"Last day that counts." placeholder:"DATE"`
	At      date   `help:"Use only what was known on this day." placeholder:"DATE"`
	formatFlag
}

// Run prints how much was written about the country in each period.
func (c *attentionCmd) Run(a *app) error {
	d, err := a.open()
	if err != nil {
		return err
	}
	defer d.Close()
	if c.Country, err = countryOf(d, c.Country); err != nil {
		return err
	}
	list, err := d.Attention(a.ctx, desk.AttentionQuestion{Country: c.Country, From: c.From.Date, Until: c.Until.Date, At: c.At.Date, Months: c.By == "month"})
	if err != nil {
		return err
	}
	a.say("note: what was written, by GDELT, not what happened; compare shares, since intake grows")
	head := []string{"period", "days", "rows", "mentions", "articles", "all", "share"}
	var rows [][]string
	for _, x := range list {
		rows = append(rows, []string{x.Period, strconv.Itoa(x.Days), strconv.Itoa(x.Rows), strconv.Itoa(x.Mentions), strconv.Itoa(x.Articles), strconv.Itoa(x.All), strconv.FormatFloat(x.Share, 'f', 4, 64)})
	}
	switch c.Format {
	case formatJSONL:
		return printJSONL(a.out, list)
	case formatCSV:
		return writeCSV(a.out, head, rows)
	}
	t := &table{}
	for _, h := range head {
		t.columns = append(t.columns, column{h, 14, h != "period"})
	}
	for i, x := range list {
		rows[i][6] = fmt.Sprintf("%.2f %%", 100*x.Share)
		t.add(rows[i]...)
	}
	return t.print(a.out, a.width)
}
