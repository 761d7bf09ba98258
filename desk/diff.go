package desk

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"tocsin"
	"tocsin/ledger"
)

// The kinds of changed rows.
const (
	RowAdded   = "added"
	RowDropped = "dropped"
	RowRevised = "revised"
)

// A DiffQuestion names two releases of one dataset that the desk holds.
type DiffQuestion struct {
	From, To  string   // vintages, or the beginnings of their hashes
	Dataset   string   // where several datasets have vintages of these names
	Countries []string // only rows of these, names or ISO codes
}

// A Diff is what the newer of two releases changed. Rows are matched by the
// dataset's own ids and by nothing else: a dataset that numbers its rows anew
// drops them all and adds them all.
type Diff struct {
	Dataset  string         `json:"dataset"`
	From     ledger.Vintage `json:"from"`
	To       ledger.Vintage `json:"to"`
	Added    int            `json:"added"`
	Later    int            `json:"added_later"` // of Added, dated after the older release's last day
	Dropped  int            `json:"dropped"`
	Revised  int            `json:"revised"`
	Same     int            `json:"same"`
	Fields   map[string]int `json:"fields"`       // revised rows by the field that changed
	Deaths   [2]int         `json:"deaths"`       // best estimates added up, before and after
	OnlyFrom []string       `json:"only_in_from"` // fields that only the older release gives: not compared
	OnlyTo   []string       `json:"only_in_to"`   // fields that only the newer release gives: not compared
	Notes    []string       `json:"notes"`        // where the two do not cover the same
	Rows     []RowChange    `json:"-"`            // in order of date, then id
}

// A RowChange is a row that is not as it was. Date, Country and Best are the
// newer row's where there is one.
type RowChange struct {
	ID      string        `json:"id"`
	Change  string        `json:"change"`
	Date    tocsin.Date   `json:"date"`
	Country string        `json:"country"`
	Best    *int          `json:"best"`
	Fields  []FieldChange `json:"fields"`
}

// A FieldChange is one field before and after; "" is not given.
type FieldChange struct {
	Field string `json:"field"`
	From  string `json:"from"`
	To    string `json:"to"`
}

// Diff compares two releases of a dataset, replaced ones too.
func (d *Desk) Diff(ctx context.Context, q DiffQuestion) (*Diff, error) {
	view := d.View(0)
	list, err := view.AllVintages(ctx)
	if err != nil {
		return nil, fmt.Errorf("list the datasets: %w", err)
	}
	from, to, err := pair(list, q)
	if err != nil {
		return nil, err
	}
	keep, err := d.inCountries(ctx, q.Countries)
	if err != nil {
		return nil, err
	}
	was, err := load(ctx, view, from.SHA256, keep)
	if err != nil {
		return nil, err
	}
	is, err := load(ctx, view, to.SHA256, keep)
	if err != nil {
		return nil, err
	}
	if len(was)+len(is) == 0 {
		return nil, &tocsin.Error{Code: tocsin.NotFound, Err: fmt.Errorf("neither release has a row of %s", strings.Join(q.Countries, " or ")),
			Hint: "see the countries of a release with tocsin watch tempo"}
	}
	out := &Diff{Dataset: from.Dataset.Dataset, From: from, To: to, Fields: map[string]int{}, Notes: []string{},
		OnlyFrom: []string{}, OnlyTo: []string{}}
	out.compare(was, is)
	out.cover()
	return out, nil
}

// load reads the rows of one release by their ids.
func load(ctx context.Context, view ledger.View, sha256 string, keep func(country string) bool) (map[string]*tocsin.DataEvent, error) {
	out := map[string]*tocsin.DataEvent{}
	for ev, err := range view.VintageEvents(ctx, sha256) {
		if err != nil {
			return nil, fmt.Errorf("read the events of the desk: %w", err)
		}
		if keep(ev.Country) {
			out[ev.ID] = &ev
		}
	}
	return out, nil
}

// inCountries tells the rows of the countries asked for, however a dataset
// writes them.
func (d *Desk) inCountries(ctx context.Context, names []string) (func(string) bool, error) {
	if len(names) == 0 {
		return func(string) bool { return true }, nil
	}
	g, err := d.Gazetteer(ctx)
	if err != nil {
		return nil, err
	}
	want, known := map[string]bool{}, map[string]bool{}
	for _, name := range names {
		c, err := d.Country(ctx, name)
		if err != nil {
			return nil, err
		}
		want[c.ISO2], known[datasetName(c)] = true, true
	}
	return func(country string) bool {
		in, seen := known[country]
		if !seen {
			c, ok := g.CountryNamed(country)
			in = ok && want[c.ISO2]
			known[country] = in
		}
		return in
	}, nil
}

// pair finds the two releases.
func pair(list []ledger.Vintage, q DiffQuestion) (from, to ledger.Vintage, err error) {
	if from, err = one(list, "from", q.From, q.Dataset); err != nil {
		return from, to, err
	}
	if to, err = one(list, "to", q.To, cmp.Or(q.Dataset, from.Dataset.Dataset)); err != nil {
		return from, to, err
	}
	if from.SHA256 == to.SHA256 {
		return from, to, &tocsin.Error{Code: tocsin.Invalid, Err: fmt.Errorf("both are %s %s", from.Dataset.Dataset, from.Vintage), Hint: "name two releases: " + names(list, from.Dataset.Dataset)}
	}
	return from, to, nil
}

// one finds the release that a name means.
func one(list []ledger.Vintage, flag, name, dataset string) (ledger.Vintage, error) {
	var found []ledger.Vintage
	for _, v := range list {
		hash := strings.TrimPrefix(v.SHA256, "sha256:")
		if (dataset == "" || v.Dataset.Dataset == dataset) && name != "" &&
			(v.Vintage == name || len(name) >= 6 && strings.HasPrefix(hash, strings.TrimSuffix(strings.TrimPrefix(name, "sha256:"), "…"))) {
			found = append(found, v)
		}
	}
	pos := tocsin.Pos{Field: flag}
	switch len(found) {
	case 1:
		return found[0], nil
	case 0:
		return ledger.Vintage{}, &tocsin.Error{Code: tocsin.NotFound, Pos: pos, Err: fmt.Errorf("the desk holds no release %q", name), Hint: "it holds " + names(list, dataset)}
	}
	return ledger.Vintage{}, &tocsin.Error{Code: tocsin.Invalid, Pos: pos, Err: fmt.Errorf("%d files are called %q", len(found), name),
		Hint: "name the dataset with --dataset, or the file by its hash: " + names(found, dataset)}
}

// names lists releases with their hashes, those of one dataset where it is named.
func names(list []ledger.Vintage, dataset string) string {
	var out []string
	for _, v := range list {
		if dataset == "" || v.Dataset.Dataset == dataset {
			hash := strings.TrimPrefix(v.SHA256, "sha256:")
			out = append(out, fmt.Sprintf("%s %q (%s)", v.Dataset.Dataset, v.Vintage, hash[:min(8, len(hash))]))
		}
	}
	if len(out) == 0 {
		return "none; import two: tocsin import ucdp-ged FILE"
	}
	return strings.Join(out, ", ")
}

// compare counts and lists what changed.
func (d *Diff) compare(was, is map[string]*tocsin.DataEvent) {
	before, after := given(was), given(is)
	both := map[string]bool{}
	for _, name := range slices.Sorted(maps.Keys(before)) {
		if both[name] = after[name]; !after[name] {
			d.OnlyFrom = append(d.OnlyFrom, name)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(after)) {
		if !before[name] {
			d.OnlyTo = append(d.OnlyTo, name)
		}
	}
	for id, old := range was {
		d.Deaths[0] += best(old)
		now, ok := is[id]
		if !ok {
			d.Dropped++
			d.Rows = append(d.Rows, row(RowDropped, old, nil))
		} else if list := changed(old, now, both); len(list) > 0 {
			d.Revised++
			for _, c := range list {
				d.Fields[c.Field]++
			}
			d.Rows = append(d.Rows, row(RowRevised, now, list))
		} else {
			d.Same++
		}
	}
	for id, now := range is {
		d.Deaths[1] += best(now)
		if _, ok := was[id]; !ok {
			if d.Added++; now.From > d.From.To {
				d.Later++
			}
			d.Rows = append(d.Rows, row(RowAdded, now, nil))
		}
	}
	slices.SortFunc(d.Rows, func(a, b RowChange) int { return cmp.Or(cmp.Compare(a.Date, b.Date), cmp.Compare(a.ID, b.ID)) })
}

// cover says where one release cannot have what the other has, so that rows are
// dropped or added by its bounds and not by its coders.
func (d *Diff) cover() {
	note := func(format string, args ...any) { d.Notes = append(d.Notes, fmt.Sprintf(format, args...)) }
	for _, side := range []struct {
		name     string
		has, not ledger.Vintage
	}{{"newer", d.From, d.To}, {"older", d.To, d.From}} {
		gone := slices.DeleteFunc(slices.Clone(side.has.Countries), func(c string) bool { return slices.Contains(side.not.Countries, c) })
		if few := 5; len(gone) > few {
			note("the %s release has no row of %s and %d more countries", side.name, strings.Join(gone[:few], ", "), len(gone)-few)
		} else if len(gone) > 0 {
			note("the %s release has no row of %s", side.name, strings.Join(gone, ", "))
		}
		if side.not.Dataset.From > side.has.Dataset.From {
			note("the %s release begins %s, the other %s", side.name, side.not.Dataset.From, side.has.Dataset.From)
		}
	}
	if d.To.To < d.From.To {
		note("the newer release ends %s, before the older one (%s)", d.To.To, d.From.To)
	}
}

func row(change string, ev *tocsin.DataEvent, list []FieldChange) RowChange {
	if list == nil {
		list = []FieldChange{}
	}
	return RowChange{ID: ev.ID, Change: change, Date: ev.From, Country: ev.Country, Best: ev.Best, Fields: list}
}

func best(ev *tocsin.DataEvent) int {
	if ev.Best == nil {
		return 0
	}
	return *ev.Best
}
