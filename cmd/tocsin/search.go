package main

import (
	"strings"

	"tocsin"
	"tocsin/ledger"
)

type searchCmd struct {
	Words      []string `arg:"" help:"What must be there: words, \"words in a row\", begin*, and -word for what must not."`
	At         date     `help:"Only what was known on this day." placeholder:"DATE"`
	Statements bool     `help:"Search statements: quotes, actors, speakers and places."`
	Reports    bool     `help:"Search whole reports: text, title and publisher (the default)."`
	Limit      int      `help:"How many hits at most." default:"20" placeholder:"N"`
	Format     string   `help:"Form of the output: table or jsonl." enum:"table,jsonl" default:"table"`
}

// Help is what 'tocsin search --help' adds.
func (c *searchCmd) Help() string {
	return `Case and accents do not count. Put a query with marks of its own into quotation marks of the shell:
tocsin search '"coup attempt" bamako -niger'. What is
said of the ethnicity, religion or health of a named person is not found among statements.`
}

// Run searches the desk.
func (c *searchCmd) Run(a *app) error {
	if c.Statements && c.Reports {
		return usageError{tocsin.Errorf(tocsin.Invalid, "ask twice", "give either --reports or --statements")}
	}
	q, err := ledger.ParseQuery(strings.Join(c.Words, " "))
	if err != nil {
		return usageError{err}
	}
	q.Limit = max(c.Limit, 1)
	d, err := a.open()
	if err != nil {
		return err
	}
	defer d.Close()
	search, one := d.View(c.At.Date).SearchReports, "report"
	if c.Statements {
		search, one = d.View(c.At.Date).SearchStatements, "statement"
	}
	hits, err := search(a.ctx, q)
	if err != nil {
		return err
	}
	if c.Format == formatJSONL {
		return printJSONL(a.out, hits)
	}
	if len(hits) == 0 {
		when := ""
		if !c.At.IsZero() {
			when = " known on " + c.At.String()
		}
		a.say("no %s%s has these words", one, when)
		return nil
	}
	if err := a.printHits(hits); err != nil {
		return err
	}
	if len(hits) == q.Limit {
		a.say("%s, the best first; there may be more: --limit", count(len(hits), one))
	} else {
		a.say("%s, the best first", count(len(hits), one))
	}
	return nil
}

func (a *app) printHits(hits []ledger.Hit) error {
	t := &table{columns: []column{{"id", 18, false}, {"published", 10, false}, {"by", 24, false}, {"says", 20, false}, {"words", 90, false}}}
	for _, h := range hits {
		id, says := h.Report.ID, ""
		if h.Statement != nil {
			id = h.Statement.ID
			for _, sp := range h.Statement.Says {
				says = strings.TrimPrefix(says+" < "+tocsin.Clean(sp.Text), " < ")
			}
		}
		published := "unknown"
		if !h.Report.Published.IsZero() {
			published = h.Report.Published.String()
		}
		t.add(shortID(id), published, tocsin.Clean(h.Report.Publisher), says, h.Snippet)
	}
	return t.print(a.out, a.width)
}
