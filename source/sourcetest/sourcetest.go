// Package sourcetest runs a reader of datasets over small text files, each the
// story of one phenomenon: a comment, a file, and what must come of it.
//
//	# A date in year 0025 is refused; the rows around it load.
//	-- in --
//	id,year,...
//	-- want --
//	3 rows = 2 kept + 1 refused
//	...
//
// With update set the last part is written anew.
package sourcetest

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tocsin"
	"tocsin/source"
)

// Reader is what ucdp.Read and coups.Read are.
type Reader func(ctx context.Context, name string, r io.Reader, o source.Options, keep func(tocsin.DataEvent) error) (source.Summary, error)

// Cases runs all cases in dir.
func Cases(t *testing.T, dir string, read Reader, update bool) {
	files, err := filepath.Glob(filepath.Join(dir, "*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases in %s, %v", dir, err)
	}
	for _, path := range files {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txt"), func(t *testing.T) {
			raw, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			head, rest, ok := strings.Cut(string(raw), "-- in --\n")
			in, want, ok2 := strings.Cut(rest, "-- want --\n")
			if !ok || !ok2 || !strings.HasPrefix(head, "# ") {
				t.Fatalf("%s is not a comment, -- in -- and -- want --", path)
			}
			got := Tell(read, "in.csv", strings.NewReader(in))
			if update {
				if err := os.WriteFile(path, []byte(head+"-- in --\n"+in+"-- want --\n"+got), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%s(-want +got):\n%s", head, diff)
			}
		})
	}
}

// Tell reads a file and writes down what came of it.
func Tell(read Reader, name string, r io.Reader) string {
	var b strings.Builder
	var events []string
	s, err := read(context.Background(), name, r, source.Options{}, func(ev tocsin.DataEvent) error {
		events = append(events, line(ev))
		return nil
	})
	fmt.Fprintf(&b, "%d rows = %d kept + %d refused\n", s.Rows, s.Kept, s.Refused)
	if err != nil {
		fmt.Fprintf(&b, "error %s: %v\n", tocsin.CodeOf(err), err)
	}
	for _, p := range s.Problems {
		fmt.Fprintf(&b, "refused: %v\n", p)
	}
	if s.Broken != nil {
		fmt.Fprintf(&b, "broken off: %v\n", s.Broken)
	}
	for _, ev := range events {
		fmt.Fprintf(&b, "event %s\n", ev)
	}
	if err == nil {
		d := s.Dataset
		vintage := d.Vintage
		if strings.HasPrefix(vintage, "sha256:") {
			vintage = "its hash"
		}
		fmt.Fprintf(&b, "dataset %s, vintage %s, released %q, %s to %s; %s\n", d.Dataset, vintage, d.Released, d.From, d.To, d.Coverage)
	}
	for _, n := range s.Notes {
		fmt.Fprintf(&b, "note: %s\n", n)
	}
	return b.String()
}

// line writes an event in one line.
func line(ev tocsin.DataEvent) string {
	deaths := make([]string, 3)
	for i, n := range []*int{ev.Low, ev.Best, ev.High} {
		if deaths[i] = "?"; n != nil {
			deaths[i] = fmt.Sprint(*n)
		}
	}
	at := "nowhere"
	if ev.HasPoint {
		at = fmt.Sprintf("%g,%g", ev.Lat, ev.Lon)
	}
	flags := slices.Clone(ev.Flags)
	slices.Sort(flags)
	return fmt.Sprintf("%s %s..%s/%d %s %q at %s/%d %s %s %q %q %q deaths %s said %q where %q %v", ev.ID, ev.From, ev.To, ev.DatePrec, ev.Country,
		ev.Place, at, ev.PlacePrec, ev.Class, ev.Outcome, ev.SideA, ev.SideB, ev.Conflict, strings.Join(deaths, ","), ev.Said, ev.Where, flags)
}
