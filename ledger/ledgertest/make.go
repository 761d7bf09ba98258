package ledgertest

import (
	"fmt"
	"strings"
	"time"

	"tocsin"
	"tocsin/ledger"
)

// The makers here give small records about Mali in 2020 that pass every check.
// Two are exported for what a backend tests beside the suite.

// clock is the time of the n-th record.
func clock(n int) time.Time { return time.Date(2026, 1, 1, 0, n, 0, 0, time.UTC) }

// Report makes a report with a text of one sentence for each name, and its
// bytes. published may be "".
func Report(title, published string, names ...string) (tocsin.Report, []byte) {
	var b strings.Builder
	for _, n := range names {
		fmt.Fprintf(&b, "%s launched a coup.\n", n)
	}
	raw := []byte(title + "\n\n" + b.String())
	r := tocsin.Report{ID: tocsin.Hash(raw), TextHash: tocsin.Hash(raw), Title: title, Publisher: "tocsin example",
		Language: "en", MediaType: "text/plain", Text: string(raw)}
	if published != "" {
		r.Published = tocsin.MustDate(published)
	}
	return r, raw
}

// Reading makes the reading that finds one event for each name; score is the
// gazetteer's, which no identity depends on. A
// second name makes a link, the second statement as an alternative to the first.
func Reading(r tocsin.Report, reader string, at time.Time, score float64, names ...string) (tocsin.Reading, []tocsin.Statement, []tocsin.Link) {
	var list []tocsin.Statement
	rd := tocsin.Reading{Report: r.ID, Reader: reader, Recorded: at, Statements: []string{}}
	for _, n := range names {
		quote := n + " launched a coup."
		from := strings.Index(r.Text, quote)
		s := tocsin.Statement{V: tocsin.SchemaVersion, Kind: tocsin.KindEvent, Act: "coup", Codebook: "plover-0.8+tocsin-1",
			Actors:     []tocsin.Mention{{Text: n, Span: tocsin.Span{from, from + len(n)}, How: "named"}},
			Recipients: []tocsin.Mention{}, Says: []tocsin.Speaker{},
			Places: []tocsin.Place{{Role: "in", Text: "Mali", Precision: "country",
				Candidates: []tocsin.Candidate{{ID: "geonames:2453866", Name: "Mali", Lat: 18, Lon: -2, Score: score}}}},
			When: tocsin.UnknownWhen(), Outcome: "under_way", Certainty: tocsin.NewCertainty("is", "certain", "asserted"),
			Report: r.ID, Span: tocsin.Span{from, from + len(quote)}, Quote: quote, Reader: reader, Published: r.Published}
		s.Certainty.Cues = []tocsin.Cue{}
		s.ID = s.ComputeID()
		list = append(list, s)
		rd.Statements = append(rd.Statements, s.ID)
	}
	rd.ID = rd.ComputeID()
	var links []tocsin.Link
	if len(list) > 1 {
		links = []tocsin.Link{{Kind: "alternative", From: list[0].ID, To: list[1].ID, By: reader}}
	}
	return rd, list, links
}

// event makes an event with deaths of n, or without an estimate where n is
// negative.
func event(id int, country, day string, n int) tocsin.DataEvent {
	ev := tocsin.DataEvent{ID: fmt.Sprintf("ucdp-ged:%d", id), Dataset: "ucdp-ged", From: tocsin.MustDate(day), To: tocsin.MustDate(day).AddDays(id % 3),
		DatePrec: 1, PlacePrec: 2, Country: country, Place: "Kidal town", HasPoint: id%5 > 0, Act: "assault", Class: tocsin.StateBased,
		SideA: "Government of " + country, SideB: "JNIM", Conflict: country + ": Government", Said: "army statement", Where: "near the town"}
	if ev.HasPoint {
		ev.Lat, ev.Lon = 18.44+float64(id)/100, -1.5
	}
	if n >= 0 {
		low, high := n, n+2
		ev.Low, ev.Best, ev.High = &low, &n, &high
	} else {
		ev.Flags = []string{"no_best_estimate"}
	}
	return ev
}

// fill hands over events as a vintage of GED in a file named name.
func fill(name, vintage, released string, events ...tocsin.DataEvent) ledger.Fill {
	return func(keep func(tocsin.DataEvent) error) (ledger.Vintage, error) {
		sum := tocsin.Hash([]byte(name))
		if vintage == "" {
			vintage = sum[:19] + "…"
		}
		v := ledger.Vintage{Dataset: tocsin.Dataset{Dataset: "ucdp-ged", Vintage: vintage, SHA256: sum}, File: name,
			Rows: len(events), Kept: len(events), Flagged: map[string]int{"deaths_out_of_order": 1}}
		if released != "" {
			v.Released = tocsin.MustDate(released)
		}
		for _, ev := range events {
			if v.From.IsZero() || ev.From < v.From {
				v.From = ev.From
			}
			v.To = max(v.To, ev.To)
			if err := keep(ev); err != nil {
				return v, err
			}
		}
		return v, nil
	}
}
