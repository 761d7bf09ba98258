package tocsin_test

import (
	"encoding/json"
	"testing"
	"time"
	"tocsin"

	"pgregory.net/rapid"
)

// TestDateAgreesWithTheCalendar: days count as the standard library counts them,
// from year 1 to 9999, leap years and all.
func TestDateAgreesWithTheCalendar(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		day := rapid.IntRange(0, 3652058).Draw(t, "days since 0001-01-01")
		want := time.Date(1, 1, 1+day, 0, 0, 0, 0, time.UTC)
		d := tocsin.DateOf(want)
		if d.String() != want.Format("2006-01-02") || !d.Time().Equal(want) || int(d) != day+1 {
			t.Fatalf("%s became %s, day %d", want, d, d)
		}
		back, err := tocsin.ParseDate(d.String())
		if err != nil || back != d {
			t.Fatalf("%s read back as %s, %v", d, back, err)
		}
		made, err := tocsin.MakeDate(want.Year(), int(want.Month()), want.Day())
		if err != nil || made != d {
			t.Fatalf("MakeDate gives %s, %v", made, err)
		}
		var j tocsin.Date
		b, _ := json.Marshal(d)
		if err := json.Unmarshal(b, &j); err != nil || j != d {
			t.Fatalf("%s as JSON %s, %v", d, b, err)
		}
	})
}

// TestDateIsTheDayWhereItHappened: a time late in the evening in Bamako is that
// day there, whatever day it is in Tokyo.
func TestDateIsTheDayWhereItHappened(t *testing.T) {
	at := time.Date(2020, 8, 18, 23, 30, 0, 0, time.FixedZone("GMT", 0))
	if d := tocsin.DateOf(at); d.String() != "2020-08-18" {
		t.Errorf("in Bamako: %s", d)
	}
	if d := tocsin.DateOf(at.In(time.FixedZone("JST", 9*3600))); d.String() != "2020-08-19" {
		t.Errorf("in Tokyo: %s", d)
	}
}

func TestAddMonths(t *testing.T) {
	for _, c := range []struct {
		from   string
		months int
		want   string
	}{
		{"2020-08-18", -6, "2020-02-18"},
		{"2020-08-31", -6, "2020-02-29"}, // a leap year
		{"2021-08-31", -6, "2021-02-28"},
		{"2020-01-31", 1, "2020-02-29"},
		{"2020-12-15", 1, "2021-01-15"},
		{"2020-01-15", -1, "2019-12-15"},
		{"2020-02-29", 12, "2021-02-28"},
		{"2020-05-05", -25, "2018-04-05"},
	} {
		if got := tocsin.MustDate(c.from).AddMonths(c.months).String(); got != c.want {
			t.Errorf("%s %+d months is %s, want %s", c.from, c.months, got, c.want)
		}
	}
	d := tocsin.MustDate("2020-02-10")
	if d.MonthStart().String() != "2020-02-01" || d.MonthEnd().String() != "2020-02-29" {
		t.Errorf("February 2020 runs %s to %s", d.MonthStart(), d.MonthEnd())
	}
}

// TestNoDateStaysNone: the zero Date is no day, and arithmetic does not make it
// one.
func TestNoDateStaysNone(t *testing.T) {
	var none tocsin.Date
	if none.AddDays(3) != 0 || none.AddMonths(3) != 0 || none.String() != "" || none.Year() != 0 || !none.Time().IsZero() {
		t.Error("no date became a date")
	}
	if b, _ := json.Marshal(none); string(b) != "null" {
		t.Errorf("no date as JSON is %s", b)
	}
}

func TestDateRefuses(t *testing.T) {
	for _, s := range []string{"", "2020-8-18", "18.08.2020", "2020-02-30", "2020-13-01", "0000-01-01", "2020-08-18T00:00:00Z", " 2020-08-18", "２０２０-08-18"} {
		if d, err := tocsin.ParseDate(s); err == nil {
			t.Errorf("%q is read as %s", s, d)
		}
	}
	for _, j := range []string{`20200818`, `"2020"`, `{}`, `"`} {
		var d tocsin.Date
		if err := d.UnmarshalJSON([]byte(j)); err == nil {
			t.Errorf("%s is read as %s", j, d)
		}
	}
	if _, err := tocsin.MakeDate(2020, 2, 30); err == nil {
		t.Error("30 February is a day")
	}
}
