package main

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strconv"

	"tocsin"
	"tocsin/check"
	"tocsin/desk"
)

// evidence writes the rows behind verdicts, and their charts.
type evidence struct {
	Show   string `help:"verdicts, or events: the rows behind each verdict as CSV, with their ids and how to cite them." enum:"verdicts,events" default:"verdicts"`
	Charts string `help:"Write a chart of each verdict that has one to this directory, as SVG." placeholder:"DIR"`
}

// rowsOf finds the rows of events and coup lists by their identifiers.
func rowsOf(data *desk.Data) map[string]tocsin.DataEvent {
	out := make(map[string]tocsin.DataEvent)
	for _, e := range data.Entries {
		out[e.ID] = e
	}
	if data.Events != nil {
		for i := range data.Events.Len() {
			out[data.Events.ID(i)] = data.Events.Event(i)
		}
	}
	return out
}

// write does what the flags ask for; done reports that nothing else is to be printed.
func (f *evidence) write(a *app, d *desk.Desk, at tocsin.Date, verdicts []tocsin.Verdict) (done bool, err error) {
	if f.Show != "events" && f.Charts == "" {
		return false, nil
	}
	data, err := d.Data(a.ctx, at)
	if err != nil {
		return false, err
	}
	rows := rowsOf(data)
	if f.Charts != "" {
		if err := f.charts(a, rows, verdicts); err != nil {
			return false, err
		}
	}
	if f.Show != "events" {
		return false, nil
	}
	return true, eventsCSV(a.out, rows, verdicts)
}

// charts writes one SVG for each verdict that has something to draw.
func (f *evidence) charts(a *app, rows map[string]tocsin.DataEvent, verdicts []tocsin.Verdict) error {
	if err := os.MkdirAll(f.Charts, 0o700); err != nil {
		return unwritable(f.Charts, err)
	}
	drawn := 0
	for i := range verdicts {
		v := &verdicts[i]
		var behind []tocsin.DataEvent
		for _, id := range v.Events {
			if e, ok := rows[id]; ok {
				behind = append(behind, e)
			}
		}
		svg, ok := check.Chart(v, behind)
		if !ok {
			continue
		}
		name := filepath.Join(f.Charts, v.ID+".svg")
		if err := os.WriteFile(name, []byte(svg), 0o600); err != nil {
			return unwritable(name, err)
		}
		drawn++
	}
	a.say("%s in %s", count(drawn, "chart"), f.Charts)
	return nil
}

func unwritable(name string, err error) error {
	return &tocsin.Error{Code: tocsin.Unavailable, Op: "write charts", Pos: tocsin.Pos{File: name}, Err: errors.Unwrap(err), Hint: "name a directory that can be written"}
}

// eventsCSV writes the rows behind every verdict: one line a row, with the verdict and
// the citation of the dataset.
func eventsCSV(w io.Writer, rows map[string]tocsin.DataEvent, verdicts []tocsin.Verdict) error {
	head := []string{"verdict_id", "verdict", "text", "event_id", "from", "to", "country", "latitude", "longitude", "side_a", "side_b", "class", "low", "best", "high", "citation"}
	var out [][]string
	for i := range verdicts {
		v := &verdicts[i]
		cite := map[string]string{}
		for _, d := range v.Data {
			cite[d.Dataset] = check.Citation(d)
		}
		for _, id := range v.Events {
			e, ok := rows[id]
			if !ok {
				continue
			}
			lat, lon := "", ""
			if e.HasPoint {
				lat, lon = strconv.FormatFloat(e.Lat, 'f', -1, 64), strconv.FormatFloat(e.Lon, 'f', -1, 64)
			}
			out = append(out, []string{v.ID, v.Verdict, v.Text, id, e.From.String(), e.To.String(), e.Country, lat, lon, e.SideA, e.SideB, e.Class,
				whole(e.Low), whole(e.Best), whole(e.High), cite[e.Dataset]})
		}
	}
	return writeCSV(w, head, out)
}

func whole(p *int) string {
	if p == nil {
		return ""
	}
	return strconv.Itoa(*p)
}
