package sqlite

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"tocsin"
)

// anyEvent draws an event with any content at all.
func anyEvent(rt *rapid.T) tocsin.DataEvent {
	str := rapid.SampledFrom([]string{"", "Mali", "Government of Mali", "Kidal", "ñ\x00\xff", "a longer text about where it was"})
	number := func(name string) *int {
		if !rapid.Bool().Draw(rt, "has "+name) {
			return nil
		}
		n := rapid.IntRange(-1<<40, 1<<40).Draw(rt, name)
		return &n
	}
	ev := tocsin.DataEvent{ID: str.Draw(rt, "id"), Dataset: str.Draw(rt, "dataset"), From: tocsin.Date(rapid.Int32().Draw(rt, "from")),
		DatePrec: rapid.IntRange(-1, 9).Draw(rt, "date prec"), PlacePrec: rapid.IntRange(0, 7).Draw(rt, "place prec"),
		Country: str.Draw(rt, "country"), Place: str.Draw(rt, "place"), HasPoint: rapid.Bool().Draw(rt, "point"),
		Act: str.Draw(rt, "act"), Class: str.Draw(rt, "class"), SideA: str.Draw(rt, "a"), SideB: str.Draw(rt, "b"),
		Conflict: str.Draw(rt, "conflict"), Outcome: str.Draw(rt, "outcome"), Low: number("low"), Best: number("best"), High: number("high"),
		Said: str.Draw(rt, "said"), Where: str.Draw(rt, "where"), Extra: tocsin.Extra(str.Draw(rt, "extra"))}
	ev.To = ev.From + tocsin.Date(rapid.Int16().Draw(rt, "days"))
	if ev.HasPoint {
		ev.Lat, ev.Lon = rapid.Float64Range(-90, 90).Draw(rt, "lat"), rapid.Float64Range(-180, 180).Draw(rt, "lon")
	}
	for range rapid.IntRange(0, 2).Draw(rt, "flags") {
		ev.Flags = append(ev.Flags, str.Draw(rt, "flag"))
	}
	return ev
}

func TestChunkRoundTrip(t *testing.T) {
	e := newEncoder() // used again and again, as an import does
	rapid.Check(t, func(rt *rapid.T) {
		events := rapid.SliceOfN(rapid.Custom(anyEvent), 0, 5).Draw(rt, "events")
		for i := range events {
			e.add(&events[i])
		}
		var got []tocsin.DataEvent
		more, err := decodeChunk(e.bytes(), func(ev tocsin.DataEvent) bool {
			got = append(got, ev)
			return true
		})
		if err != nil || !more {
			rt.Fatal(more, err)
		}
		if len(events) == 0 {
			events = nil
		}
		if diff := cmp.Diff(events, got); diff != "" {
			rt.Fatal(diff)
		}
	})
}

// versionOne is a chunk as desks before Extra hold it: one event of id "a" in Mali.
var versionOne = []byte{1, 1, 2, 0, 4, 'M', 'a', 'l', 'i', 0, 1, 'a', 2, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}

// A desk made before events had Extra is read as it was.
func TestChunkVersionOne(t *testing.T) {
	var got []tocsin.DataEvent
	more, err := decodeChunk(versionOne, func(ev tocsin.DataEvent) bool { got = append(got, ev); return true })
	if err != nil || !more || len(got) != 1 || got[0].ID != "a" || got[0].Country != "Mali" || got[0].From != 1 || got[0].Extra != "" {
		t.Errorf("%+v, %t, %v", got, more, err)
	}
}

// FuzzChunk holds the decoder to saying "damaged" rather than crashing.
func FuzzChunk(f *testing.F) {
	e := newEncoder()
	n := 7
	e.add(&tocsin.DataEvent{ID: "ucdp-ged:1", Dataset: "ucdp-ged", Country: "Mali", HasPoint: true, Lat: 1, Lon: 2, Low: &n, Best: &n, Flags: []string{"x"}})
	whole := e.bytes()
	f.Add(whole)
	f.Add(whole[:len(whole)/2])
	f.Add([]byte{1, 0, 0})
	f.Add(versionOne)
	f.Fuzz(func(t *testing.T, b []byte) {
		rows := 0
		more, err := decodeChunk(b, func(tocsin.DataEvent) bool { rows++; return true })
		if more != (err == nil) || rows > len(b) {
			t.Errorf("%d rows of %d bytes, more %t, %v", rows, len(b), more, err)
		}
	})
}
