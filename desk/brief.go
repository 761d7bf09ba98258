package desk

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"

	"tocsin"
	"tocsin/brief"
)

// BriefOptions says which brief is wanted.
type BriefOptions struct {
	Country string      // name or ISO code; "": the country of desk.toml
	At      tocsin.Date // knowledge date; zero: the day of the latest report
	// Reviewed takes accepted and corrected statements alone.
	Reviewed bool
	// TLP leaves out reports marked stricter than this, and those not marked; ""
	// takes all.
	TLP string
	// PersonalWhy says why statements on the ethnicity, religion or health of named
	// persons are taken in; "" leaves them out.
	PersonalWhy string
	Args        []string // flags by which a command line reaches this desk; nil: its directory
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
	in := brief.Input{Country: country.Name, ISO2: country.ISO2, At: o.At, PersonalWhy: o.PersonalWhy}
	if err := d.briefReports(ctx, country, &o, &in); err != nil {
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
