package tocsin

import (
	"fmt"
	"time"
)

// Date is a calendar day without a time zone. The zero Date means "no date" and
// is written as null. It is a day count, so that dates compare with < and a
// column of a hundred thousand of them is small.
type Date int32

const secondsPerDay = 24 * 60 * 60

// epochDays is the Date of 1970-01-01: day 1 is 1 January of year 1.
var epochDays = Date(-time.Date(1, 1, 1, 0, 0, 0, 0, time.UTC).Unix()/secondsPerDay) + 1

// MakeDate returns the date of a year, month and day that exist in the
// Gregorian calendar, and an error for one that does not (31 February).
func MakeDate(year, month, day int) (Date, error) {
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	if t.Year() != year || int(t.Month()) != month || t.Day() != day || year < 1 || year > 9999 {
		return 0, Errorf(Invalid, "give a day that exists, as YYYY-MM-DD", "no such date: %04d-%02d-%02d", year, month, day)
	}
	return DateOf(t), nil
}

// MustDate is MakeDate for constants in code and tests; it panics on a date
// that does not exist.
func MustDate(s string) Date {
	d, err := ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

// DateOf returns the day on which t falls, in t's own location.
func DateOf(t time.Time) Date {
	y, m, d := t.Date()
	unix := time.Date(y, m, d, 0, 0, 0, 0, time.UTC).Unix()
	days := unix / secondsPerDay
	if unix%secondsPerDay < 0 {
		days--
	}
	return Date(days) + epochDays
}

// ParseDate reads YYYY-MM-DD and nothing else.
func ParseDate(s string) (Date, error) {
	t, err := time.Parse("2006-01-02", s)
	if err != nil || t.Year() < 1 {
		return 0, Errorf(Invalid, "write it as YYYY-MM-DD", "not a date: %q", s)
	}
	return DateOf(t), nil
}

// IsZero reports whether there is no date.
func (d Date) IsZero() bool { return d == 0 }

// Time returns midnight UTC of the day. The zero Date has no time; Time returns
// the zero time for it.
func (d Date) Time() time.Time {
	if d == 0 {
		return time.Time{}
	}
	return time.Unix(int64(d-epochDays)*secondsPerDay, 0).UTC()
}

// Year, Month and Day are the parts of the date; all 0 for the zero Date.
func (d Date) Year() int { y, _, _ := d.Parts(); return y }

// Month is the month of the year, 1 to 12.
func (d Date) Month() int { _, m, _ := d.Parts(); return m }

// Day is the day of the month, 1 to 31.
func (d Date) Day() int { _, _, dd := d.Parts(); return dd }

// Parts returns year, month and day at once.
func (d Date) Parts() (year, month, day int) {
	if d == 0 {
		return 0, 0, 0
	}
	y, m, dd := d.Time().Date()
	return y, int(m), dd
}

// AddDays returns the day n days later, or earlier where n is negative.
func (d Date) AddDays(n int) Date {
	if d == 0 {
		return 0
	}
	return d + Date(n)
}

// AddMonths returns the same day of the month n months later. A day that the
// month does not have becomes its last: 31 August less six months is the last
// of February.
func (d Date) AddMonths(n int) Date {
	if d == 0 {
		return 0
	}
	y, m, dd := d.Parts()
	first := time.Date(y, time.Month(m+n), 1, 0, 0, 0, 0, time.UTC)
	if last := first.AddDate(0, 1, -1).Day(); dd > last {
		dd = last
	}
	return DateOf(time.Date(first.Year(), first.Month(), dd, 0, 0, 0, 0, time.UTC))
}

// MonthStart and MonthEnd are the first and last day of the date's month.
func (d Date) MonthStart() Date {
	y, m, _ := d.Parts()
	return DateOf(time.Date(y, time.Month(m), 1, 0, 0, 0, 0, time.UTC))
}

// MonthEnd is the last day of the date's month.
func (d Date) MonthEnd() Date { return d.MonthStart().AddMonths(1).AddDays(-1) }

// String writes YYYY-MM-DD, and "" for the zero Date.
func (d Date) String() string {
	if d == 0 {
		return ""
	}
	y, m, dd := d.Parts()
	return fmt.Sprintf("%04d-%02d-%02d", y, m, dd)
}

// MarshalJSON writes the date as a string, the zero Date as null.
func (d Date) MarshalJSON() ([]byte, error) {
	if d == 0 {
		return []byte("null"), nil
	}
	return []byte(`"` + d.String() + `"`), nil
}

// UnmarshalJSON reads what MarshalJSON wrote.
func (d *Date) UnmarshalJSON(b []byte) error {
	if string(b) == "null" {
		*d = 0
		return nil
	}
	if len(b) < 2 || b[0] != '"' || b[len(b)-1] != '"' {
		return Errorf(Invalid, "write it as YYYY-MM-DD in quotes, or null", "not a date: %s", b)
	}
	v, err := ParseDate(string(b[1 : len(b)-1]))
	if err != nil {
		return err
	}
	*d = v
	return nil
}
