package tocsin_test

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"
	"tocsin"
)

// derived are the fields found on reading or by looking up, which the identity
// leaves out: a better gazetteer or reader changes none of them into another
// statement. Every other field is said by the text and changes the ID.
var derived = []string{
	"id", "actors.id", "recipients.id", "places.precision", "places.candidates",
	"certainty.cues", "certainty.low", "certainty.high", "group", "quote", "reader", "doubt", "published", "recorded",
}

// fullStatement has something in every field, two frames deep.
func fullStatement() tocsin.Statement {
	s := exampleStatement()
	at := time.Date(2021, 3, 5, 6, 7, 8, 0, time.UTC)
	s.Rel, s.Mode, s.Group, s.Recorded = "seeks", "raid", "gr_1", &at
	s.Doubt = tocsin.Number(0.1)
	s.When.Anchor = &tocsin.Anchor{Rel: "after", Text: "the vote"}
	s.Count = &tocsin.Count{What: "arrested", Low: tocsin.Number(3), High: tocsin.Number(5), Text: "three to five"}
	s.Value = &tocsin.Value{Text: "25-year-old", Number: tocsin.Number(25), Unit: tocsin.Years}
	s.Claim = &tocsin.Claim{Form: tocsin.FormDistance, Of: &tocsin.Measure{Act: "assault", Actor: "rangers", Country: "Velmia", Measure: "events"},
		Than: &tocsin.Measure{Act: "protest", Actor: "guild", Country: "Alt", Measure: "deaths"}, Window: &s.When,
		Places: slices.Concat(s.Places, s.Places), Op: "~", Value: tocsin.Number(200), Unit: tocsin.Miles, Novelty: "first", Text: "about 200 miles"}
	s.Condition = &tocsin.Condition{Text: "if asked", Span: tocsin.Span{120, 128}, Kind: "if"}
	inner := tocsin.Frame{Kind: tocsin.KindEvent, Rel: "r", Act: "protest", Mode: "march", Actors: s.Actors, Recipients: s.Recipients, Places: s.Places,
		When: s.When, Outcome: "failed", Count: s.Count, Value: s.Value, Claim: s.Claim, Certainty: s.Certainty, Span: tocsin.Span{100, 110}, Quote: "On 3 March"}
	outer := inner
	outer.Content = &inner
	s.Content = &outer
	return s
}

// TestIDHashesWhatTheTextSays changes each field of a full statement, however
// deep, and holds the ID to the list of derived fields.
func TestIDHashesWhatTheTextSays(t *testing.T) {
	base := fullStatement()
	want := base.ComputeID()
	ignored := make(map[string]bool)
	changed := 0
	walk(reflect.TypeFor[tocsin.Statement](), "", nil, func(path string, index []int) {
		s := fullStatement()
		if !change(reflect.ValueOf(&s).Elem(), index) {
			t.Fatalf("%s: nothing there to change", path)
		}
		changed++
		if s.ComputeID() == want {
			ignored[path] = true
		}
	})
	for path := range ignored {
		short := strings.NewReplacer("content.", "", "claim.window.", "when.", "claim.places.", "places.").Replace(path)
		if !slices.Contains(derived, short) && !slices.ContainsFunc(derived, func(d string) bool { return strings.HasPrefix(short, d+".") }) {
			t.Errorf("the ID does not see %s", path)
		}
	}
	for _, path := range derived {
		if !ignored[path] && !slices.ContainsFunc(slices.Collect(maps.Keys(ignored)), func(p string) bool { return strings.HasPrefix(p, path+".") }) {
			t.Errorf("%s is derived, yet changes the ID", path)
		}
	}
	if changed < 150 {
		t.Errorf("only %d fields were tried", changed)
	}
}

// walk calls visit for every leaf field, through pointers and list items, with
// the JSON path and the path of indexes to it.
func walk(typ reflect.Type, path string, index []int, visit func(string, []int)) {
	switch {
	case typ == reflect.TypeFor[time.Time]() || typ == reflect.TypeFor[tocsin.Span]():
		visit(path, index)
	case typ.Kind() == reflect.Pointer || typ.Kind() == reflect.Slice:
		if strings.Count(path, "content") > tocsin.MaxFrameDepth {
			return
		}
		walk(typ.Elem(), path, append(slices.Clone(index), -1), visit)
	case typ.Kind() == reflect.Struct:
		for i := range typ.NumField() {
			f := typ.Field(i)
			tag, _, _ := strings.Cut(f.Tag.Get("json"), ",")
			name := strings.TrimPrefix(path+"."+tag, ".")
			walk(f.Type, name, append(slices.Clone(index), i), visit)
		}
	default:
		visit(path, index)
	}
}

// change goes down the indexes, copying pointers and lists on the way so that
// nothing shared is touched, and gives the leaf another value.
func change(v reflect.Value, index []int) bool {
	for _, i := range index {
		switch {
		case i >= 0:
			v = v.Field(i)
		case v.Kind() == reflect.Pointer:
			if v.IsNil() {
				return false
			}
			fresh := reflect.New(v.Type().Elem())
			fresh.Elem().Set(v.Elem())
			v.Set(fresh)
			v = fresh.Elem()
		default:
			if v.Len() == 0 {
				return false
			}
			fresh := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
			reflect.Copy(fresh, v)
			v.Set(fresh)
			v = fresh.Index(0)
		}
	}
	switch x := v.Addr().Interface().(type) {
	case *time.Time:
		*x = x.Add(time.Hour)
	case *tocsin.Span:
		x[1]++
	default:
		switch v.Kind() {
		case reflect.String:
			v.SetString(v.String() + "x")
		case reflect.Int, reflect.Int32:
			v.SetInt(v.Int() + 1)
		case reflect.Float64:
			v.SetFloat(v.Float() + 0.5)
		default:
			return false
		}
	}
	return true
}

// TestIDKeepsFieldsApart: moving a character from one field into the next gives
// another statement, because lengths are hashed with the texts.
func TestIDKeepsFieldsApart(t *testing.T) {
	ids := make(map[string]string)
	for _, c := range []struct{ act, mode string }{{"arrest", "raid"}, {"arrestr", "aid"}, {"arres", "traid"}, {"arrest4:raid", ""}, {"", "arrestraid"}} {
		s := exampleStatement()
		s.Act, s.Mode = c.act, c.mode
		id := s.ComputeID()
		if other, taken := ids[id]; taken {
			t.Errorf("%q and %q share %s", other, c, id)
		}
		ids[id] = fmt.Sprint(c)
	}
}

// TestOtherIdentities: a verdict, a reading and a group of rivals keep their
// identity when computed again and change it with what they rest on.
func TestOtherIdentities(t *testing.T) {
	v := tocsin.Verdict{Statement: "st_1", Verdict: tocsin.Holds, Data: []tocsin.Dataset{{Dataset: "cline", SHA256: "sha256:1"}}}
	again, other := v, v
	other.Data = []tocsin.Dataset{{Dataset: "cline", SHA256: "sha256:2"}}
	if v.ComputeID() != again.ComputeID() || v.ComputeID() == other.ComputeID() || !strings.HasPrefix(v.ComputeID(), "vd_") {
		t.Errorf("verdict: %s, %s on other data", v.ComputeID(), other.ComputeID())
	}
	r := tocsin.Reading{Report: "sha256:1", Reader: "rules-1", Statements: []string{"st_1", "st_2"}}
	late := r
	late.Recorded = time.Unix(1, 0)
	swapped := r
	swapped.Statements = []string{"st_2", "st_1"}
	if r.ComputeID() != late.ComputeID() || r.ComputeID() == swapped.ComputeID() {
		t.Error("reading: the same reading later is the same, another order is not")
	}
	a, b := tocsin.ComputeGroup("sha256:1", tocsin.Span{1, 2}, "x"), tocsin.ComputeGroup("sha256:1", tocsin.Span{1, 3}, "x")
	if a == b {
		t.Error("group: two spans share a name")
	}
}
