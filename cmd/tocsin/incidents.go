package main

import (
	"fmt"
	"strings"

	"tocsin"
	"tocsin/read/incident"
	"tocsin/read/text"
)

// An incidentRow is an incident as JSONL.
type incidentRow struct {
	Type    string       `json:"type"`
	PerpInd []fillerCell `json:"perp_ind"`
	PerpOrg []fillerCell `json:"perp_org"`
	Target  []fillerCell `json:"target"`
	Victim  []fillerCell `json:"victim"`
	Weapon  []fillerCell `json:"weapon"`
	Score   float64      `json:"score"`
	Report  string       `json:"report"`
}

type fillerCell struct {
	Text  string        `json:"text"`
	Span  tocsin.Span   `json:"span"`
	Spans []tocsin.Span `json:"spans"`
	Score float64       `json:"score"`
}

// sureIncident is the least score that is shown: an incident is told where it is
// likelier than not that the report tells of it.
const sureIncident = 0.5

// printIncidents prints what incidents a whole report tells of, instead of its
// statements: one attack told in ten sentences comes out once.
func (a *app) printIncidents(rep tocsin.Report, format string) error {
	doc, err := text.Parse(a.ctx, rep.Text)
	if err != nil {
		return err
	}
	list, err := incident.Find(a.ctx, doc)
	if err != nil {
		return err
	}
	var rows []incidentRow
	for _, in := range list {
		if in.Score < sureIncident {
			continue
		}
		rows = append(rows, incidentRow{Type: in.Type, PerpInd: fillerCells(in.PerpInd), PerpOrg: fillerCells(in.PerpOrg), Target: fillerCells(in.Target),
			Victim: fillerCells(in.Victim), Weapon: fillerCells(in.Weapon), Score: in.Score, Report: rep.ID})
	}
	if format == formatJSONL {
		return printJSONL(a.out, rows)
	}
	t := &table{columns: []column{{"#", 3, true}, {"incident", 12, false}, {"by", 26, false}, {"of", 26, false}, {"targets", 26, false}, {"victims", 26, false}, {"weapons", 18, false}, {"score", 5, true}}}
	for i, r := range rows {
		t.add(fmt.Sprint(i+1), r.Type, fillerWords(r.PerpInd), fillerWords(r.PerpOrg), fillerWords(r.Target), fillerWords(r.Victim), fillerWords(r.Weapon), fmt.Sprintf("%.2f", r.Score))
	}
	if len(rows) > 0 {
		if err := t.print(a.out, a.width); err != nil {
			return err
		}
	}
	a.say("%s told as news, machine-read, not reviewed; what counts as one was learnt from news of 1989 to 1991 (docs/methods/reading.md)", count(len(rows), "incident"))
	return nil
}

func fillerCells(list []incident.Entity) []fillerCell {
	out := make([]fillerCell, len(list))
	for i, e := range list {
		out[i] = fillerCell{e.Text, e.Span, e.Spans, e.Score}
	}
	return out
}

func fillerWords(list []fillerCell) string {
	words := make([]string, len(list))
	for i, f := range list {
		words[i] = strings.Join(strings.Fields(f.Text), " ")
	}
	return strings.Join(words, "; ")
}
