package desk

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"

	"tocsin"
	"tocsin/brief"
	"tocsin/examples/mali2020"
	"tocsin/gazetteer"
	"tocsin/ledger"
)

// BriefOptions says which brief is wanted.
type BriefOptions struct {
	Country string      // name or ISO code; "": the country of desk.toml
	At      tocsin.Date // knowledge date; zero: the day of the latest report
	Args    []string    // flags by which a command line reaches this desk; nil: its directory
}

// Brief gathers what was known of a country at a date, reports and data, and
// writes the brief. A report about another country stays out, but for its
// statements that name this one. A desk that knew no report about the country is
// an error: a brief about nothing would look like quiet.
func (d *Desk) Brief(ctx context.Context, o BriefOptions) (brief.Brief, error) {
	if o.Country == "" {
		o.Country = d.settings.Country
	}
	if o.Country == "" {
		return brief.Brief{}, &tocsin.Error{Code: tocsin.Invalid, Pos: tocsin.Pos{Field: "country"}, Err: errors.New("no country is given"),
			Hint: "name one, or set it in desk.toml"}
	}
	country, err := d.Country(ctx, o.Country)
	if err != nil {
		return brief.Brief{}, err
	}
	if o.Args == nil && d.dir != "" {
		o.Args = []string{"--desk", d.dir}
	}
	in := brief.Input{Country: country.Name, ISO2: country.ISO2, At: o.At}
	if err := d.briefReports(ctx, country, &in); err != nil {
		return brief.Brief{}, err
	}
	o.At = in.At
	if slices.Contains(o.Args, "--desk") {
		in.HeldQuery = quoteWords(append([]string{"tocsin", "link", "--at", o.At.String()}, o.Args...))
	}
	if in.Verdicts, err = d.Check(ctx, in.Statements, o.At, o.Args); err != nil {
		return brief.Brief{}, fmt.Errorf("check the claims: %w", err)
	}
	data, err := d.Data(ctx, o.At)
	if err != nil {
		return brief.Brief{}, err
	}
	in.Datasets = append(data.Sets(false), data.Sets(true)...)
	m := measurer{desk: d, ctx: ctx, country: country, at: o.At, args: o.Args, data: data, statements: in.Statements}
	if in.Measures, err = m.measures(); err != nil {
		return brief.Brief{}, fmt.Errorf("measure %s: %w", country.Name, err)
	}
	if in.Actors, err = d.Actors(ctx); err != nil {
		return brief.Brief{}, err
	}
	head, err := d.ledger.Head(ctx)
	if err != nil {
		return brief.Brief{}, fmt.Errorf("find the head of the record: %w", err)
	}
	in.Head = head.Chain
	return brief.Write(in)
}

// briefReports fills in the reports about the country, their statements, links
// and reviews, and the date where none was asked for.
func (d *Desk) briefReports(ctx context.Context, country gazetteer.Country, in *brief.Input) error {
	g, err := d.Gazetteer(ctx)
	if err != nil {
		return err
	}
	view := d.View(in.At)
	about := aboutness{gazetteer: g, iso2: country.ISO2}
	known := make(map[string]bool)
	for rep, err := range view.Reports(ctx) {
		if err != nil {
			return fmt.Errorf("list the reports: %w", err)
		}
		in.Held++
		list, err := collect(view.Statements(ctx, ledger.Filter{Report: rep.ID}))
		if err != nil {
			return fmt.Errorf("list the statements of %s: %w", rep.ID, err)
		}
		list = about.choose(&rep, list)
		if len(list) == 0 {
			continue
		}
		if rep.Publisher == mali2020.Publisher {
			in.Example = true
		}
		in.Reports = append(in.Reports, rep)
		for i := range list {
			known[list[i].ID] = true
		}
		in.Statements = append(in.Statements, list...)
	}
	if len(in.Reports) == 0 {
		when := ""
		if !in.At.IsZero() {
			when = " by " + in.At.String()
		}
		return &tocsin.Error{Code: tocsin.NotFound, Err: fmt.Errorf("the desk knew no report about %s%s", country.Name, when),
			Hint: "import one: tocsin import report FILE --published DATE"}
	}
	if in.At.IsZero() {
		for i := range in.Reports {
			in.At = max(in.At, in.Reports[i].Published)
		}
	}
	if in.Links, err = collect(view.Links(ctx)); err != nil {
		return fmt.Errorf("list the links: %w", err)
	}
	in.Links = slices.DeleteFunc(in.Links, func(l tocsin.Link) bool { return !known[l.From] || !known[l.To] })
	if in.Reviews, err = collect(view.Reviews(ctx)); err != nil {
		return fmt.Errorf("list the reviews: %w", err)
	}
	in.Reviews = slices.DeleteFunc(in.Reviews, func(r tocsin.Review) bool { return !known[r.Statement] })
	return nil
}

// collect lists what a view yields, up to its first error.
func collect[T any](seq iter.Seq2[T, error]) ([]T, error) {
	var list []T
	for x, err := range seq {
		if err != nil {
			return nil, err
		}
		list = append(list, x)
	}
	return list, nil
}
