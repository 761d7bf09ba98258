package main

import (
	"bytes"
	"testing"
	"time"
)

// TestProgressEnds: a bar that was drawn is finished whatever was reported, and
// no bar is drawn for short work, for an unknown size, or where nobody looks.
func TestProgressEnds(t *testing.T) {
	for _, c := range []struct {
		name string
		tty  bool
		size int64
		step time.Duration
	}{{"shown", true, 100, time.Second}, {"short work", true, 100, time.Millisecond}, {"unknown size", true, 0, time.Second}, {"no terminal", false, 100, time.Second}} {
		t.Run(c.name, func(t *testing.T) {
			clock := time.Date(2021, 7, 1, 12, 0, 0, 0, time.UTC)
			var b bytes.Buffer
			a := &app{bar: &b, tty: c.tty, now: func() time.Time { clock = clock.Add(c.step); return clock }}
			report, finish := a.progress("folder/file.csv", c.size)
			for n := range int64(5) {
				report(n * 30) // beyond its size at the end, as a growing file is
			}
			done := make(chan bool)
			go func() { finish(); close(done) }()
			select {
			case <-done:
			case <-time.After(10 * time.Second):
				t.Fatal("the bar does not end")
			}
			if !c.tty && b.Len() > 0 {
				t.Errorf("wrote %q where nobody looks", b.String())
			}
		})
	}
}
