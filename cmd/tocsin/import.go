package main

import (
	"fmt"
	"slices"
	"strings"

	"tocsin"
	"tocsin/desk"
	"tocsin/source"
	"tocsin/source/gdelt"
	tables "tocsin/source/table"
)

// The kinds of files that can be imported.
const (
	kindEvents   = "events" // of --events: which dataset it is shows in the file
	kindUCDP     = "ucdp-ged"
	kindACLED    = "acled"
	kindICEWS    = "icews"
	kindGDELT    = "gdelt"
	kindMonths   = "country-month"
	kindPRIO     = "prio-grid"
	kindTable    = "table"
	kindCoups    = "coups"
	kindGeoNames = "geonames"
	kindReport   = "report"
)

var importKinds = []string{kindUCDP, kindACLED, kindICEWS, kindGDELT, kindMonths, kindPRIO, kindTable, kindCoups, kindGeoNames, kindReport}

type importCmd struct {
	Kind  string   `arg:"" help:"What the files are: ucdp-ged, acled, icews, gdelt (attention by country and day), country-month and prio-grid (totals), table, coups, geonames or report."`
	Files []string `arg:"" name:"file" help:"Files, plain or .gz; - is standard input. Reports may be folders too: text, Markdown, HTML, PDF, Word, e-mail (.eml, .mbox)."`
	importOptions
}

// importOptions are what a person knows of the files.
type importOptions struct {
	Vintage   string `help:"Version of the dataset, such as 21.1." placeholder:"V"`
	Released  date   `help:"Day on which that version came out." placeholder:"DATE"`
	Mapping   string `help:"Which column of a table is what, as TOML; mapping.toml of the desk if not given." placeholder:"FILE"`
	Published date   `help:"Day on which the report came out." placeholder:"DATE"`
	Publisher string `help:"Who put the report out." placeholder:"NAME"`
	Title     string `help:"Title of the report." placeholder:"TEXT"`
	URL       string `help:"Where the report was found." placeholder:"URL"`
	Revises   string `help:"Id of the report that this one is a new version of." placeholder:"ID"`
}

// Run imports the files one after the other. A file that fails does not keep
// the next from loading; the exit code says whether one failed.
func (c *importCmd) Run(a *app) error {
	if err := knownWord("kind", c.Kind, importKinds); err != nil {
		return err
	}
	if err := c.fits(); err != nil {
		return err
	}
	d, err := a.create()
	if err != nil {
		return err
	}
	defer d.Close()
	if c.Kind == kindReport {
		return a.importReports(d, c.Files, c.importOptions)
	}
	failed := false
	for _, name := range c.Files {
		said, err := a.importFile(d, c.Kind, name, c.importOptions)
		if err != nil {
			if a.ctx.Err() != nil {
				return err
			}
			a.code(err)
			failed = true
			continue
		}
		a.say("%s", said)
	}
	if failed {
		return errSaid
	}
	return nil
}

// fits refuses flags that say nothing about files of the kind.
func (c *importCmd) fits() error {
	dataset, report := c.Vintage != "" || !c.Released.IsZero(), !c.Published.IsZero() || c.Publisher != "" || c.Title != "" || c.URL != "" || c.Revises != ""
	if c.Kind == kindReport && dataset {
		return usageError{fmt.Errorf("--vintage and --released belong to datasets; a report has --published and --publisher")}
	}
	if c.Kind != kindReport && report {
		return usageError{fmt.Errorf("--published, --publisher, --title, --url and --revises belong to reports; a dataset has --vintage and --released")}
	}
	if c.Kind != kindTable && c.Mapping != "" {
		return usageError{fmt.Errorf("--mapping belongs to the kind table; the columns of %s are known", c.Kind)}
	}
	return nil
}

// importFile brings one file into a desk and returns what became of it. Refused
// rows are said as they are known.
func (a *app) importFile(d *desk.Desk, kind, name string, o importOptions) (string, error) {
	if kind == kindGeoNames {
		return a.importPlaces(d, name, o)
	}
	f, err := source.Open(name, a.in)
	if err != nil {
		return "", err
	}
	defer f.Close()
	bar, finish := a.progress(f.Name, f.Size)
	opt := source.Options{Vintage: o.Vintage, Released: o.Released.Date, Progress: bar}
	done, err := a.importRows(d, kind, f, o.Mapping, opt)
	finish()
	a.sayProblems(&done.Summary, err)
	if err != nil {
		return "", err
	}
	return summary(&done), nil
}

// importRows keeps the rows of a dataset.
func (a *app) importRows(d *desk.Desk, kind string, f *source.File, mapping string, o source.Options) (desk.Imported, error) {
	switch kind {
	case kindEvents:
		return d.ImportEvents(a.ctx, f.Name, f, o)
	case kindCoups:
		return d.ImportCoups(a.ctx, f.Name, f, o)
	case kindGDELT:
		return d.ImportDataset(a.ctx, gdelt.Dataset, f.Name, f, o)
	case kindTable:
		m, err := a.mapping(d, mapping)
		if err != nil {
			return desk.Imported{}, err
		}
		return d.ImportTable(a.ctx, m, f.Name, f, o)
	}
	return d.ImportDataset(a.ctx, kind, f.Name, f, o)
}

// maxMapping is the largest mapping that is read, in bytes.
const maxMapping = 1 << 20

// mapping reads the mapping that is named, or the desk's.
func (a *app) mapping(d *desk.Desk, name string) (*tables.Mapping, error) {
	if name == "" {
		return d.Mapping()
	}
	shown, raw, err := a.readAll(name, maxMapping)
	if err != nil {
		return nil, err
	}
	return tables.ParseMapping(shown, raw)
}

// sayProblems names the refused rows, and why a file broke off whose rows up to
// there stand.
func (a *app) sayProblems(sum *source.Summary, err error) {
	for _, p := range sum.Problems {
		a.say("refused: %v", p)
	}
	if more := sum.More(); more > 0 {
		a.say("refused: %s: and %s more", sum.File, count(more, "row"))
	}
	if sum.Broken != nil && err == nil {
		a.say("broken off: %v", sum.Broken)
	}
	for _, n := range sum.Notes {
		a.say("note: %s: %s", sum.File, n)
	}
}

func summary(done *desk.Imported) string {
	sum := &done.Summary
	what := fmt.Sprintf("%s: %s = %s kept + %s refused, %s %s", sum.File, count(sum.Rows, "row"), thousands(sum.Kept), thousands(sum.Refused),
		sum.Dataset.Dataset, shortVintage(sum.Dataset))
	for _, flag := range slices.Sorted(keys(sum.Flagged)) {
		what += fmt.Sprintf("; %s kept and flagged: %s", count(sum.Flagged[flag], "row"), strings.ReplaceAll(flag, "_", " "))
	}
	if sum.Dataset.Coverage != "" {
		what += "; " + sum.Dataset.Coverage
	}
	if done.Already {
		what += "; the desk had this file already, nothing was added"
	}
	return what
}

// shortVintage names a vintage and its release in a few words.
func shortVintage(d tocsin.Dataset) string {
	v := d.Vintage
	if hash, ok := strings.CutPrefix(v, "sha256:"); ok && len(hash) > 8 {
		v = "sha256:" + hash[:8] + "…"
	}
	if d.Released.IsZero() {
		return v + " (release unknown)"
	}
	return v + " (released " + d.Released.String() + ")"
}

func (a *app) importPlaces(d *desk.Desk, name string, o importOptions) (string, error) {
	shown, raw, err := a.readAll(name, maxPlaces)
	if err != nil {
		return "", err
	}
	done, err := d.ImportPlaces(a.ctx, shown, raw, source.Options{Vintage: o.Vintage, Released: o.Released.Date})
	for _, p := range done.Problems {
		a.say("refused: %v", p)
	}
	if err != nil {
		return "", err
	}
	what := fmt.Sprintf("%s: %s = %s kept + %s refused", shown, count(done.Rows, "place"), thousands(done.Kept), thousands(done.Refused))
	if done.Already {
		what += "; the desk had this file already, nothing was added"
	}
	return what, nil
}
