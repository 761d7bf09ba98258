package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"tocsin"
	"tocsin/desk"
	"tocsin/source/file"
)

type checkCmd struct {
	File      string `arg:"" optional:"" help:"A report, or statements as JSONL; - is standard input. Without it, the reports of the desk."`
	Published date   `help:"Day on which the report came out." placeholder:"DATE"`
	Publisher string `help:"Who put it out." placeholder:"NAME"`
	At        date   `help:"Use only what was known on this day." placeholder:"DATE"`
	Then      bool   `help:"Judge each report on the data that was out when it was published; without it, with hindsight."`
	evidence
	dataFlags
	formatFlag
}

// Run prints a verdict for each claim.
func (c *checkCmd) Run(a *app) error {
	if c.Then && !c.At.IsZero() {
		return usageError{errors.New("--then is --at the day of each report: give one of the two")}
	}
	d, args, err := c.openDesk(a)
	if err != nil {
		return err
	}
	defer d.Close()
	statements, err := c.statements(a, d)
	if err != nil {
		return err
	}
	if data, err := d.Data(a.ctx, c.At.Date); err == nil && !data.Judges() {
		a.say("note: claims about events are judged on UCDP GED alone; %s counts other things, and tocsin watch measures it", data.Sets(false)[0].Dataset)
	}
	verdicts, err := c.judge(a, d, statements, args)
	if err != nil {
		return err
	}
	if len(verdicts) == 0 {
		a.say("%s, but no claim that data could answer; %s", count(len(statements), "statement"), claimsAre)
		return nil
	}
	if done, err := c.write(a, d, c.At.Date, verdicts); done || err != nil {
		return err
	}
	if err := a.printVerdicts(verdicts, c.Format); err != nil {
		return err
	}
	a.say("%s", tally(verdicts))
	return nil
}

// judge asks for the verdicts, with hindsight or as of each report's day.
func (c *checkCmd) judge(a *app, d *desk.Desk, statements []tocsin.Statement, args []string) ([]tocsin.Verdict, error) {
	if c.Then {
		return d.CheckThen(a.ctx, statements, args)
	}
	return d.Check(a.ctx, statements, c.At.Date, args)
}

// claimsAre says what can be checked.
const claimsAre = "claims are distances, directions, containment, counts, rates, changes, firsts, lasts and dates: reword it so"

func noClaims(name string) error {
	return &tocsin.Error{Code: tocsin.NotFound, Pos: tocsin.Pos{File: name}, Err: errors.New("no claim found that data could answer"), Hint: claimsAre}
}

func (c *checkCmd) openDesk(a *app) (*desk.Desk, []string, error) {
	if c.File != "" {
		return a.openFor(&c.dataFlags)
	}
	if c.given() {
		return nil, nil, usageError{errors.New("name the report to check before --events, --coups and --places")}
	}
	d, err := a.open()
	if err != nil {
		return nil, nil, err
	}
	d.Use(c.Dataset)
	dir, _ := a.dir()
	return d, append([]string{"--desk", dir}, c.chosen()...), nil
}

// statements are those of the file, read now, or given as JSONL, or those of
// the desk.
func (c *checkCmd) statements(a *app, d *desk.Desk) ([]tocsin.Statement, error) {
	if c.File == "" {
		list, err := d.Statements(a.ctx, c.At.Date)
		if err == nil && len(list) == 0 {
			err = &tocsin.Error{Code: tocsin.NotFound, Err: errors.New("the desk holds no report that was known then"), Hint: "import one: tocsin import report FILE --published DATE"}
		}
		return list, err
	}
	name, raw, err := a.readAll(c.File, file.MaxBytes)
	if err != nil {
		return nil, err
	}
	if bytes.HasPrefix(raw, []byte(`{"v":`)) {
		var list []tocsin.Statement
		for s, err := range tocsin.ReadStatements(name, bytes.NewReader(raw)) {
			if err != nil {
				return nil, err
			}
			list = append(list, s)
		}
		return list, nil
	}
	_, result, err := d.ReadFile(a.ctx, name, raw, file.Options{Publisher: c.Publisher, Published: c.Published.Date})
	a.warn(result.Warnings)
	if err == nil && len(result.Statements) == 0 {
		err = noClaims(name)
	}
	return result.Statements, err
}

// tally counts the verdicts in words.
func tally(list []tocsin.Verdict) string {
	n := make(map[string]int)
	for i := range list {
		n[list[i].Verdict]++
	}
	var parts []string
	for _, v := range []string{tocsin.Holds, tocsin.DoesNotHold, tocsin.Partly, tocsin.CannotBeMeasured} {
		if n[v] > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n[v], verdictWords(v)))
		}
	}
	return count(len(list), "verdict") + ": " + strings.Join(parts, ", ")
}

func verdictWords(v string) string { return strings.ReplaceAll(v, "_", " ") }

func (a *app) printVerdicts(list []tocsin.Verdict, format string) error {
	switch format {
	case formatJSONL:
		return printJSONL(a.out, list)
	case formatCSV:
		return verdictsCSV(a.out, list)
	}
	var b strings.Builder
	for i := range list {
		a.printVerdict(&b, &list[i], i+1)
	}
	_, err := io.WriteString(a.out, b.String())
	return err
}

// printVerdict writes a verdict as a block: the verdict and the claim's words,
// the sentence, and what it rests on.
func (a *app) printVerdict(b *strings.Builder, v *tocsin.Verdict, n int) {
	fmt.Fprintf(b, "%3d  %s: “%s”\n", n, strings.ToUpper(verdictWords(v.Verdict)), tocsin.Clean(strings.Join(strings.Fields(v.Text), " ")))
	line := func(label, text string) {
		for i, part := range wrap(tocsin.Clean(text), a.width-20) {
			if i > 0 {
				label = ""
			}
			fmt.Fprintf(b, "     %-10s %s\n", label, part)
		}
	}
	line("", v.Sentence)
	if v.Sentence == "" {
		line("why", v.Reason)
	}
	if v.TurnsOn != "" {
		line("turns on", v.TurnsOn)
	}
	if v.Value != nil {
		line("value", interval(v.Value, v.Low, v.High, string(v.Unit)))
	}
	for _, alt := range v.Alternatives {
		if len(v.Alternatives) == 1 {
			break // the sentence says it
		}
		line("reading", strings.Join(nonEmpty(strings.Join(alt.Actors, " or "), alt.Window, alt.Filter, interval(alt.Value, alt.Low, alt.High, ""), verdictWords(alt.Verdict)), ", "))
	}
	for _, d := range v.Data {
		line("data", strings.Join(nonEmpty(d.Dataset+" "+shortVintage(d), d.Coverage), ", "))
	}
	if v.Query != "" {
		// Not wrapped: it is there to be copied.
		fmt.Fprintf(b, "     %-10s %s\n", "again", v.Query)
	}
	b.WriteByte('\n')
}

// interval writes a value with its bounds where they say more.
func interval(value, low, high *float64, unit string) string {
	if value == nil {
		return ""
	}
	words := strings.TrimSpace(short(value) + " " + unit)
	if low != nil && high != nil && (*low != *value || *high != *value) {
		words += " (" + short(low) + " to " + short(high) + ")"
	}
	return words
}

func nonEmpty(list ...string) []string {
	var out []string
	for _, s := range list {
		if s != "" {
			out = append(out, s)
		}
	}
	return out
}

func verdictsCSV(w io.Writer, list []tocsin.Verdict) error {
	head := []string{"id", "statement", "verdict", "text", "sentence", "reason", "turns_on", "value", "unit", "low", "high", "events", "readings", "query", "data", "as_of", "hindsight", "json"}
	var rows [][]string
	for i := range list {
		v := &list[i]
		var line bytes.Buffer
		if err := tocsin.EncodeJSON(&line, v); err != nil {
			return err
		}
		var data []string
		for _, d := range v.Data {
			data = append(data, d.Dataset+" "+shortVintage(d))
		}
		rows = append(rows, []string{v.ID, v.Statement, v.Verdict, v.Text, v.Sentence, v.Reason, v.TurnsOn, number(v.Value), string(v.Unit), number(v.Low), number(v.High),
			strings.Join(v.Events, " "), strconv.Itoa(len(v.Alternatives)), v.Query, strings.Join(data, "; "), v.AsOf.String(), strconv.FormatBool(v.Hindsight), strings.TrimSpace(line.String())})
	}
	return writeCSV(w, head, rows)
}
