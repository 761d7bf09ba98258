package main

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"

	"tocsin"
	"tocsin/desk"
)

type diffCmd struct {
	From    string   `required:"" help:"The older release, as 21.1 or by the first digits of its hash." placeholder:"VINTAGE"`
	To      string   `required:"" help:"The newer release." placeholder:"VINTAGE"`
	Dataset string   `help:"Where several datasets have releases of these names." placeholder:"NAME"`
	Country []string `help:"Only rows of this country (repeatable)." placeholder:"NAME" sep:"none"`
	N       int      `help:"How many changed rows a table lists; jsonl and csv list all." default:"20"`
	formatFlag
}

// Run prints what the newer release changed.
func (c *diffCmd) Run(a *app) error {
	d, err := a.open()
	if err != nil {
		return err
	}
	defer d.Close()
	diff, err := d.Diff(a.ctx, desk.DiffQuestion{From: c.From, To: c.To, Dataset: c.Dataset, Countries: c.Country})
	if err != nil {
		return err
	}
	for _, n := range diff.Notes {
		a.say("note: %s", n)
	}
	switch c.Format {
	case formatJSONL:
		if err := tocsin.EncodeJSON(a.out, diff); err != nil {
			return err
		}
		return printJSONL(a.out, diff.Rows)
	case formatCSV:
		return diffCSV(a.out, diff)
	}
	return a.printDiff(diff, c.N)
}

// printDiff writes the counts, the fields that changed, and the first changed
// rows.
func (a *app) printDiff(d *desk.Diff, most int) error {
	fmt.Fprintf(a.out, "%s, from %s to %s\n\n", d.Dataset, shortVintage(d.From.Dataset), shortVintage(d.To.Dataset))
	counts := &table{columns: []column{{"", 12, false}, {"rows", 12, true}, {"", 60, false}}}
	counts.add(desk.RowAdded, thousands(d.Added), fmt.Sprintf("%s dated after the older release's last day, %s", thousands(d.Later), d.From.To))
	counts.add(desk.RowDropped, thousands(d.Dropped), "")
	counts.add(desk.RowRevised, thousands(d.Revised), revisedFields(d.Fields))
	counts.add("same", thousands(d.Same), "")
	counts.add("deaths", thousands(d.Deaths[1]), fmt.Sprintf("best estimates added up; %s in the older release", thousands(d.Deaths[0])))
	if err := counts.print(a.out, a.width); err != nil {
		return err
	}
	for _, x := range []struct {
		name   string
		fields []string
	}{{"older", d.OnlyFrom}, {"newer", d.OnlyTo}} {
		if len(x.fields) > 0 {
			fmt.Fprintf(a.out, "not compared, since only the %s release gives it: %s\n", x.name, strings.Join(x.fields, ", "))
		}
	}
	if len(d.Rows) == 0 || most <= 0 {
		return nil
	}
	fmt.Fprintln(a.out)
	rows := &table{columns: []column{{"change", 8, false}, {"id", 24, false}, {"date", 10, false}, {"country", 20, false}, {"best", 8, true}, {"fields", 70, false}}}
	for _, r := range d.Rows[:min(most, len(d.Rows))] {
		rows.add(r.Change, r.ID, r.Date.String(), r.Country, bestWords(r.Best), changeWords(r.Fields))
	}
	if err := rows.print(a.out, a.width); err != nil {
		return err
	}
	if more := len(d.Rows) - most; more > 0 {
		fmt.Fprintf(a.out, "and %s more; --n %d or --format jsonl lists all\n", count(more, "row"), len(d.Rows))
	}
	return nil
}

// revisedFields says which fields changed, most often changed first.
func revisedFields(fields map[string]int) string {
	names := slices.SortedFunc(maps.Keys(fields), func(x, y string) int { return cmp.Or(cmp.Compare(fields[y], fields[x]), cmp.Compare(x, y)) })
	var out []string
	for _, n := range names {
		out = append(out, fmt.Sprintf("%s %s", n, thousands(fields[n])))
	}
	return strings.Join(out, ", ")
}

func bestWords(n *int) string {
	if n == nil {
		return ""
	}
	return thousands(*n)
}

func changeWords(list []desk.FieldChange) string {
	var out []string
	for _, f := range list {
		out = append(out, fmt.Sprintf("%s: %s → %s", f.Field, cmp.Or(f.From, "nothing"), cmp.Or(f.To, "nothing")))
	}
	return strings.Join(out, "; ")
}

// diffCSV writes a line for each row added or dropped, and one for each field of
// each row revised.
func diffCSV(w io.Writer, d *desk.Diff) error {
	var rows [][]string
	for _, r := range d.Rows {
		best := ""
		if r.Best != nil {
			best = strconv.Itoa(*r.Best)
		}
		line := []string{r.ID, r.Change, r.Date.String(), r.Country, best}
		if len(r.Fields) == 0 {
			rows = append(rows, append(line, "", "", ""))
		}
		for _, f := range r.Fields {
			rows = append(rows, append(slices.Clone(line), f.Field, f.From, f.To))
		}
	}
	return writeCSV(w, []string{"id", "change", "date", "country", "best", "field", "from", "to"}, rows)
}
