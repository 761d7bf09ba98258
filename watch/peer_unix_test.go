//go:build unix

package watch_test

import (
	"bytes"
	"encoding/json"
	"math"
	"os/exec"
	"path/filepath"
	"slices"
	"syscall"
	"testing"

	"tocsin/geo"
	"tocsin/internal/shared"
	"tocsin/watch"
)

// BenchmarkPanel is every country and month of world GED at one go: the windows
// and distances alone, then all of tempo and reach, with trends, change points,
// cells and centres. Wanted: all of it within 5 s on 2 cores and 1 GB.
func BenchmarkPanel(b *testing.B) {
	table := gedTable(b)
	from := centres(table, geo.Point{Lat: 12.65, Lon: -8})
	for name, whole := range map[string]bool{"windows": false, "whole": true} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				n := 0
				if _, err := table.Panel(watch.Filter{}, watch.PanelOptions{From: from, Whole: whole}, func(*watch.PanelRow) error { n++; return nil }); err != nil {
					b.Fatal(err)
				}
				b.ReportMetric(float64(n), "country-months")
			}
		})
	}
}

// python is an interpreter with a module; "" where there is none.
func python(module string) string {
	for _, name := range []string{"python3", "python"} {
		if path, err := exec.LookPath(name); err == nil && exec.Command(path, "-c", "import "+module).Run() == nil {
			return path
		}
	}
	return ""
}

// processor is the processor time that this process has used, in seconds.
func processor(tb testing.TB) float64 {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		tb.Fatal(err)
	}
	return float64(u.Utime.Nano()+u.Stime.Nano()) / 1e9
}

// BenchmarkEveryAgainstPandas runs testdata/peer/every.py, which does the
// windows and distances of a panel in vectorised pandas, holds its sums to ours,
// and reports how many times as fast the panel is: by the clock, on all cores
// there are, and by processor time, which other work on the machine moves less.
func BenchmarkEveryAgainstPandas(b *testing.B) {
	table := gedTable(b)
	py := python("pandas")
	if py == "" {
		b.Skip("no python3 with pandas on the path")
	}
	raw, err := exec.CommandContext(b.Context(), py, filepath.Join("testdata", "peer", "every.py"), shared.Path(b, gedFile)).Output()
	if err != nil {
		b.Fatal(err)
	}
	var peer struct {
		Pandas, NumPy      string
		Read, Seconds, CPU float64
		Sums               map[string]float64
	}
	if err := json.Unmarshal(raw, &peer); err != nil {
		b.Fatal(err)
	}
	from := centres(table, geo.Point{Lat: 12.65, Lon: -8})
	sums := map[string]float64{}
	if _, err := table.Panel(watch.Filter{}, watch.PanelOptions{From: from}, func(r *watch.PanelRow) error { addPanel(sums, r); return nil }); err != nil {
		b.Fatal(err)
	}
	for name, want := range peer.Sums {
		within := 1e-9
		if name == "rows" || name == "earlier" || name == "nearest" { // which of two places as far is taken hangs on the last digit
			within = 1e-6
		}
		if got := sums[name]; math.Abs(got-want) > within*max(1, math.Abs(want)) {
			b.Errorf("%s: %.12g, in pandas %.12g", name, got, want)
		}
	}
	if len(sums) != len(peer.Sums) {
		b.Errorf("%d sums, in pandas %d", len(sums), len(peer.Sums))
	}
	used := processor(b)
	for b.Loop() {
		if _, err := table.Panel(watch.Filter{}, watch.PanelOptions{From: from}, func(*watch.PanelRow) error { return nil }); err != nil {
			b.Fatal(err)
		}
	}
	used = (processor(b) - used) / float64(b.N)
	b.ReportMetric(peer.Seconds*1000, "pandas-ms")
	b.ReportMetric(peer.Seconds/(b.Elapsed().Seconds()/float64(b.N)), "times-by-clock")
	b.ReportMetric(peer.CPU/used, "times-by-processor")
	b.Logf("pandas %s, NumPy %s: %.3f s of the processor and %.1f s of reading; the panel %.3f s", peer.Pandas, peer.NumPy, peer.CPU, peer.Read, used)
}

// sampled is every how manieth series goes to Python.
const sampled = 300

// BenchmarkWholeAgainstPython sends a sample of the country-months with events
// to testdata/peer/series.py, which computes trends and change points with
// statsmodels and NumPy, holds its numbers to ours, and reports how many times as
// fast the whole panel is as pandas would be with the sample scaled up.
func BenchmarkWholeAgainstPython(b *testing.B) {
	table := gedTable(b)
	py := python("statsmodels.api")
	if py == "" {
		b.Skip("no python3 with statsmodels on the path")
	}
	series, courses, all := sampleSeries(b, table)
	in, err := json.Marshal(series)
	if err != nil {
		b.Fatal(err)
	}
	cmd := exec.CommandContext(b.Context(), py, filepath.Join("testdata", "peer", "series.py"))
	cmd.Stdin = bytes.NewReader(in)
	raw, err := cmd.Output()
	if err != nil {
		b.Fatal(err)
	}
	var peer struct {
		Statsmodels, SciPy, NumPy string
		Seconds                   float64
		Results                   []struct {
			Slope           *float64
			Changes, Online []int
		}
	}
	if err := json.Unmarshal(raw, &peer); err != nil || len(peer.Results) != len(series) {
		b.Fatal(err)
	}
	for i, want := range peer.Results {
		got := courses[i]
		if (want.Slope == nil) != (got.Reason != "") || want.Slope != nil && math.Abs(*want.Slope-got.Trend.Slope) > 1e-3 ||
			!slices.Equal(want.Changes, got.Changes) || !slices.Equal(want.Online, got.Online) {
			b.Errorf("%v: %+v, in Python %v %v %v", series[i], got, want.Slope, want.Changes, want.Online)
		}
	}
	used := processor(b)
	for b.Loop() {
		if _, err := table.Panel(watch.Filter{}, watch.PanelOptions{From: centres(table, bamako), Whole: true}, func(*watch.PanelRow) error { return nil }); err != nil {
			b.Fatal(err)
		}
	}
	used = (processor(b) - used) / float64(b.N)
	theirs := peer.Seconds * float64(all) / float64(len(series))
	b.ReportMetric(theirs/used, "times-by-processor")
	b.ReportMetric(used, "cpu-s")
	b.Logf("statsmodels %s, SciPy %s, NumPy %s: %d series in %.1f s, all %d would take %.0f s; the whole panel %.2f s of the processor",
		peer.Statsmodels, peer.SciPy, peer.NumPy, len(series), peer.Seconds, all, theirs, used)
}

// sampleSeries draws the 24 months before some country-months, with what the
// panel makes of them; all is how many country-months have events in theirs.
func sampleSeries(tb testing.TB, table *watch.Table) (series [][]int, courses []watch.PanelCourse, all int) {
	var run []int
	country := ""
	_, err := table.Panel(watch.Filter{}, watch.PanelOptions{Whole: true}, func(r *watch.PanelRow) error {
		if r.Country != country {
			country, run = r.Country, nil
		}
		run = append(run, r.Events)
		if len(run) < 24 || slices.Max(run[len(run)-24:]) == 0 {
			return nil
		}
		if all++; all%sampled == 0 {
			c := r.Course
			c.Changes, c.Online = forward(c.Changes), forward(c.Online)
			series, courses = append(series, slices.Clone(run[len(run)-24:])), append(courses, c)
		}
		return nil
	})
	if err != nil || len(series) == 0 {
		tb.Fatal(err)
	}
	return series, courses, all
}

// forward counts months from the first of 24, as Python does.
func forward(back []int) []int {
	out := []int{}
	for _, n := range back {
		out = append(out, 23-n)
	}
	return out
}

var panelNames = []string{"3/3", "3/12", "6/6", "6/12", "12/12"}

// addPanel adds a row to the sums that every.py makes.
func addPanel(sums map[string]float64, r *watch.PanelRow) {
	sums["events"] += float64(r.Events)
	sums["best"] += float64(r.Best)
	sums["low"] += float64(r.Low)
	sums["high"] += float64(r.High)
	for k, name := range panelNames {
		c := &r.Changes[k]
		if e := c.Events; c.Reason == "" && e.Before > 0 && e.After > 0 {
			sums[name+"/n/value"] += *e.Value
			sums[name+"/n/low"] += *e.Low
			sums[name+"/n/high"] += *e.High
		} else if c.Reason == "" && e.After > 0 {
			sums[name+"/n/bound"] += *e.Low
		} else if c.Reason == "" {
			sums[name+"/n/bound"] += *e.High
		}
		if d := c.Deaths; c.DeathsReason == "" && d.Low != nil {
			sums[name+"/best/value"] += *d.Value
			sums[name+"/best/low"] += *d.Low
			sums[name+"/best/high"] += *d.High
		}
	}
	if r.Reach.Placed == 0 {
		return
	}
	for _, km := range r.Reach.Distances {
		sums["quantiles"] += km
	}
	sums["nearest"] += float64(r.Reach.Nearest)
	if r.Reach.DeathsKM >= 0 {
		sums["deaths_km"] += r.Reach.DeathsKM
	}
	for _, x := range r.Reach.Furthest {
		sums["rows"] += float64(x.Row)
		if x.Earlier >= 0 {
			sums["earlier"] += float64(x.Earlier)
			sums["beyond"] += x.BeyondKM
		}
		if x.Record {
			sums["records"]++
		}
	}
}
