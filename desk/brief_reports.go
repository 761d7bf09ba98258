package desk

import (
	"context"
	"fmt"
	"slices"

	"tocsin"
	"tocsin/brief"
	"tocsin/examples/mali2020"
	"tocsin/gazetteer"
	"tocsin/ledger"
)

// briefer gathers the reports of a brief and what persons say of them.
type briefer struct {
	desk   *Desk
	judged *Judgements
	names  *meanings
	about  aboutness
	o      *BriefOptions
	in     *brief.Input
	known  map[string]bool // the statements that are in
	last   tocsin.Date     // the day of the latest report about the country, in or left out
}

// briefReports fills in the reports about the country with their statements as
// persons left them, the links and reviews, and the date where none was asked for.
func (d *Desk) briefReports(ctx context.Context, country gazetteer.Country, o *BriefOptions, in *brief.Input) error {
	k, err := d.load(ctx)
	if err != nil {
		return err
	}
	j, err := d.Judgements(ctx)
	if err != nil {
		return err
	}
	n, err := k.meanings(j)
	if err != nil {
		return err
	}
	if o.TLP != "" {
		if o.TLP, err = tocsin.ParseTLP(o.TLP); err != nil {
			return err
		}
	}
	in.Omitted = brief.Omitted{Reviewed: o.Reviewed, Ceiling: o.TLP}
	b := briefer{desk: d, judged: j, names: n, about: aboutness{gazetteer: k.gazetteer, iso2: country.ISO2}, o: o, in: in, known: make(map[string]bool)}
	view := d.View(in.At)
	all := make(map[string][]tocsin.Statement) // by report; asked for once, not report by report
	for s, err := range view.Statements(ctx, ledger.Filter{}) {
		if err != nil {
			return fmt.Errorf("list the statements: %w", err)
		}
		all[s.Report] = append(all[s.Report], s)
	}
	for rep, err := range view.Reports(ctx) {
		if err != nil {
			return fmt.Errorf("list the reports: %w", err)
		}
		in.Held++
		b.add(rep, b.about.choose(&rep, all[rep.ID]))
	}
	if len(in.Reports) == 0 {
		return b.nothing(country)
	}
	if in.At.IsZero() {
		in.At = b.last
	}
	b.grades()
	return b.rest(ctx, view)
}

// add takes a report in with those of its statements that are wanted, and counts
// the others.
func (b *briefer) add(rep tocsin.Report, list []tocsin.Statement) {
	if len(list) == 0 {
		return
	}
	b.last = max(b.last, rep.Published)
	rep.Marking = b.judged.Marking(&rep)
	left := &b.in.Omitted
	switch {
	case b.o.TLP == "":
	case rep.Marking == "":
		left.Unmarked++
		return
	case tocsin.Stricter(rep.Marking, b.o.TLP):
		left.Stricter++
		return
	}
	n := len(b.in.Statements)
	for i := range list {
		rv, seen := b.judged.Review(list[i].ID)
		s, kept := b.judged.apply(&list[i])
		switch {
		case !kept:
			left.Rejected++
			continue
		case !seen && b.o.Reviewed:
			left.Waiting++
			continue
		case seen:
			// The correction is in the statement by now.
			b.in.Reviews = append(b.in.Reviews, tocsin.Review{Statement: s.ID, Verdict: "accept", By: rv.By, Why: rv.Why, Recorded: rv.Recorded})
		}
		b.known[s.ID] = true
		b.in.Statements = append(b.in.Statements, b.names.apply(s))
	}
	if len(b.in.Statements) == n {
		return
	}
	if rep.Publisher == mali2020.Publisher {
		b.in.Example = true
	}
	b.in.Reports = append(b.in.Reports, rep)
}

// grades fills in the grades of those who speak, and of what they say, on the
// brief's day.
func (b *briefer) grades() {
	in := b.in
	in.Reliability, in.Credibility = make(map[string]string), make(map[string]string)
	source := func(name string) {
		if _, done := in.Reliability[name]; done || name == "" {
			return
		}
		if g, ok := b.judged.Reliability(name, in.At); ok {
			in.Reliability[name] = g.Grade
		}
	}
	for i := range in.Reports {
		source(in.Reports[i].Publisher)
	}
	for i := range in.Statements {
		for _, s := range in.Statements[i].Says {
			source(s.Text)
		}
		if g, ok := b.judged.Credibility(in.Statements[i].ID); ok {
			in.Credibility[in.Statements[i].ID] = g.Grade
		}
	}
}

// rest fills in the links between the statements that are in, and how many
// reports were redacted.
func (b *briefer) rest(ctx context.Context, view ledger.View) (err error) {
	in := b.in
	if in.Links, err = collect(view.Links(ctx)); err != nil {
		return fmt.Errorf("list the links: %w", err)
	}
	in.Links = slices.DeleteFunc(in.Links, func(l tocsin.Link) bool { return !b.known[l.From] || !b.known[l.To] })
	gone, err := collect(b.desk.View(0).Redactions(ctx))
	if err != nil {
		return fmt.Errorf("list the redactions: %w", err)
	}
	in.Omitted.Redacted = len(gone)
	return b.feeds()
}

// feeds tells of those that bring nothing now, in a brief that is asked for as of
// now.
func (b *briefer) feeds() error {
	if !b.o.At.IsZero() || b.desk.now == nil {
		return nil
	}
	list, err := b.desk.FeedHealth()
	if err != nil {
		return fmt.Errorf("ask how the feeds do: %w", err)
	}
	b.in.Feeds = Ailing(list)
	return nil
}

// nothing says why there is no report to write from.
func (b *briefer) nothing(country gazetteer.Country) error {
	when := ""
	if !b.in.At.IsZero() {
		when = " by " + b.in.At.String()
	}
	left := b.in.Omitted
	switch {
	case left.Stricter+left.Unmarked > 0:
		return &tocsin.Error{Code: tocsin.NotFound, Hint: "mark the reports that may be passed on: tocsin mark REPORT --tlp " + b.o.TLP,
			Err: fmt.Errorf("no report about %s is marked TLP:%s or less strict: %d are stricter and %d not marked", country.Name, b.o.TLP, left.Stricter, left.Unmarked)}
	case left.Waiting+left.Rejected > 0:
		return &tocsin.Error{Code: tocsin.NotFound, Hint: "review them: tocsin statements --waiting, tocsin accept ID --why TEXT; or write the brief without --reviewed",
			Err: fmt.Errorf("no statement about %s was accepted: %d wait for review and %d were rejected", country.Name, left.Waiting, left.Rejected)}
	}
	return &tocsin.Error{Code: tocsin.NotFound, Err: fmt.Errorf("the desk knew no report about %s%s", country.Name, when),
		Hint: "import one: tocsin import report FILE --published DATE"}
}
