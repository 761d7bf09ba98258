package main

import (
	"fmt"

	"tocsin"
	"tocsin/watch"
)

type tempoCmd struct {
	Per   string `help:"Count by day, week (from Monday) or month." enum:"day,week,month" default:"month"`
	Trend int    `help:"How many of the last complete periods the trend rests on; 12 months, 12 weeks or 30 days if not given." placeholder:"N"`
	watchFlags
}

// tempoResult is a tempo with the run of periods, and with the comparison of
// exactly the days asked for.
type tempoResult struct {
	*watch.Tempo
	Asked  []watch.Change   `json:"asked"` // of --from to --until; empty without --from
	Total  *watch.Count     `json:"total"` // of all days asked for
	Series *watch.Series    `json:"series"`
	Data   []tocsin.Dataset `json:"data"`
}

// Run prints the tempo up to --until, and what --from to --until has against
// the same length before and the same days a year before.
func (c *tempoCmd) Run(a *app) error {
	d, s, err := c.selectEvents(a)
	if err != nil {
		return err
	}
	defer d.Close()
	end := lastDay(s)
	table := s.Data.Events
	tempo, err := table.Tempo(s.Filter, end, watch.TempoOptions{})
	if err != nil {
		return err
	}
	total, err := table.Count(s.Filter)
	if err != nil {
		return err
	}
	series, err := table.Series(s.Filter, end, watch.SeriesOptions{Per: watch.Per(c.Per), Trend: c.Trend})
	if err != nil {
		return err
	}
	result := tempoResult{Tempo: tempo, Total: total, Series: series, Asked: []watch.Change{}, Data: s.Data.Sets(false)}
	if from := s.Filter.From; !from.IsZero() {
		now := watch.Window{From: from, Until: end}
		for _, then := range []struct {
			name string
			watch.Window
		}{{watch.Before, now.Before()}, {watch.YearBefore, watch.Window{From: from.AddMonths(-12), Until: end.AddMonths(-12)}}} {
			change, err := table.Compare(s.Filter, now, then.Window, 0)
			if err != nil {
				return err
			}
			change.Against = then.name
			result.Asked = append(result.Asked, change)
		}
	}
	return a.printTempo(&result, c.Format)
}

type rankCmd struct {
	Countries []string `help:"Countries by name or ISO code, with commas between them: ML,BF,NE." placeholder:"A,B,..."`
	Months    int      `help:"How many months are compared with as many before, and with the same a year before." default:"3"`
	Actor     []string `help:"Actor, as reports or the data name it (repeatable: either one)." placeholder:"NAME" sep:"none"`
	Class     []string `help:"Kind of violence: state-based, non-state or one-sided (repeatable)." placeholder:"CLASS" sep:"none"`
	Until     date     `help:"Last day that counts; the end of the data's last whole month if not given." placeholder:"DATE"`
	At        date     `help:"Use only what was known on this day." placeholder:"DATE"`
	dataFlags
	formatFlag
}

// rankResult is a ranking with the data it rests on.
type rankResult struct {
	*watch.Ranking
	Data []tocsin.Dataset `json:"data"`
}

// Run prints the countries side by side, most growth first.
func (c *rankCmd) Run(a *app) error {
	if len(c.Countries) == 0 {
		return usageError{fmt.Errorf("name a measure (tempo, reach, ...), or countries to set side by side: tocsin watch --countries ML,BF,NE")}
	}
	list := make([]watch.Named, 0, len(c.Countries))
	first := watchFlags{Country: c.Countries[:1], Actor: c.Actor, Class: c.Class, Until: c.Until, At: c.At, dataFlags: c.dataFlags}
	d, s, err := first.selectEvents(a)
	if err != nil {
		return err
	}
	defer d.Close()
	for i, name := range c.Countries {
		one := s
		if i > 0 {
			q := first.question()
			q.Countries = []string{name}
			if one, err = d.Select(a.ctx, q); err != nil {
				return err
			}
		}
		list = append(list, watch.Named{Name: one.Countries[0].Name, Filter: one.Filter})
	}
	ranking, err := s.Data.Events.Rank(list, watch.RankOptions{Months: c.Months, End: s.Filter.Until})
	if err != nil {
		return err
	}
	return a.printRanking(&rankResult{Ranking: ranking, Data: s.Data.Sets(false)}, c.Format)
}
