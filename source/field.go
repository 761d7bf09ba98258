package source

import (
	"bytes"
	"strconv"
	"strings"
	"time"

	"tocsin"
)

// FirstYear and LastYear bound the years that a date of these datasets may
// have; what lies outside is a slip such as year 0025 or 20201.
const (
	FirstYear = 1900
	LastYear  = 2100
)

// Bytes returns the field of column i, without blanks around it; nil for column
// -1 and for the values that mean "missing": nothing and NA.
func (r *Row) Bytes(i int) []byte {
	if i < 0 {
		return nil
	}
	f := r.Fields[i]
	for len(f) > 0 && f[0] <= ' ' {
		f = f[1:]
	}
	for len(f) > 0 && f[len(f)-1] <= ' ' {
		f = f[:len(f)-1]
	}
	if len(f) == 2 && f[0] == 'N' && f[1] == 'A' {
		return nil
	}
	if len(f) == 0 {
		return nil
	}
	return f
}

// Int reads a whole number of 0 or more into dst; ok is false where the field is
// missing. Numbers that a spreadsheet or R rewrote without loss are read: 4.0, 1e+05.
func (r *Row) Int(i int, dst *int) (ok bool, err *tocsin.Error) {
	f := r.Bytes(i)
	if f == nil {
		return false, nil
	}
	n, _, good := wholeNumber(f)
	if !good {
		hint := "write a whole number, or leave it empty where it is not known"
		return false, r.Fail(i, hint, "not a whole number: %q", clip(f))
	}
	*dst = n
	return true, nil
}

// Code reads a code from 1 to most, such as one of precision. It is 0 where it is
// missing or, with off true, beyond its range.
func (r *Row) Code(i, most int) (n int, off bool, err *tocsin.Error) {
	if ok, err := r.Int(i, &n); !ok || err != nil {
		return 0, false, err
	}
	if n < 1 || n > most {
		return 0, true, nil
	}
	return n, false, nil
}

// maxWhole is the largest number taken: beyond it a count of deaths is a slip.
const maxWhole = 1<<31 - 1

// wholeNumber reads digits, or digits that were rewritten without loss.
// rewritten reports the latter.
func wholeNumber(f []byte) (n int, rewritten, ok bool) {
	digits := f
	switch i := bytes.IndexAny(f, ".eE"); {
	case i > 0 && f[i] == '.':
		for _, c := range f[i+1:] {
			if c != '0' {
				return 0, false, false
			}
		}
		digits, rewritten = f[:i], true
	case i == 1:
		exp, err := strconv.Atoi(strings.TrimPrefix(string(f[i+1:]), "+"))
		if err != nil || exp < 0 || exp > 9 {
			return 0, false, false
		}
		digits, rewritten = append([]byte{f[0]}, strings.Repeat("0", exp)...), true
	}
	if len(digits) == 0 || len(digits) > 10 {
		return 0, false, false
	}
	for _, c := range digits {
		if c < '0' || c > '9' {
			return 0, false, false
		}
		n = n*10 + int(c-'0')
	}
	return n, rewritten, n <= maxWhole
}

// ID reads an identifier. One that a spreadsheet or R rewrote without loss
// (2e+05) is given back its digits, and restored reports that; one that lost
// digits (7.0003E+10) is refused.
func (r *Row) ID(i int) (id string, restored bool, err *tocsin.Error) {
	f := r.Bytes(i)
	if f == nil {
		return "", false, r.Fail(i, "give each row its id", "missing")
	}
	if f[0] < '0' || f[0] > '9' || bytes.IndexAny(f, "+.") < 0 {
		return string(f), false, nil
	}
	n, rewritten, ok := wholeNumber(f)
	if !ok {
		return "", false, r.Fail(i, "a spreadsheet has rounded it: take the file as it was published", "not an id: %q", clip(f))
	}
	return strconv.Itoa(n), rewritten, nil
}

// Point reads where an event was, from the columns of its latitude and longitude.
// HasPoint is false, and both are 0, where either is missing.
func (r *Row) Point(lat, lon int, ev *tocsin.DataEvent) (err *tocsin.Error) {
	var okLat, okLon bool
	if ev.Lat, okLat, err = r.Degrees(lat, 90); err != nil {
		return err
	}
	if ev.Lon, okLon, err = r.Degrees(lon, 180); err != nil {
		return err
	}
	if ev.HasPoint = okLat && okLon; !ev.HasPoint {
		ev.Lat, ev.Lon = 0, 0
	}
	return nil
}

// Degrees reads a coordinate between -most and most; ok is false where the field
// is missing.
func (r *Row) Degrees(i int, most float64) (x float64, ok bool, err *tocsin.Error) {
	f := r.Bytes(i)
	if f == nil {
		return 0, false, nil
	}
	for _, c := range f {
		if (c < '0' || c > '9') && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E' {
			hint := "write decimal degrees with a point, as in -8.0029"
			return 0, false, r.Fail(i, hint, "not a number: %q", clip(f))
		}
	}
	x, perr := strconv.ParseFloat(string(f), 64)
	if perr != nil {
		return 0, false, r.Fail(i, "write decimal degrees with a point, as in -8.0029", "not a number: %q", clip(f))
	}
	if x < -most || x > most {
		hint := "mend the coordinate; are latitude and longitude exchanged?"
		return 0, false, r.Fail(i, hint, "%g lies outside -%g to %g", x, most, most)
	}
	return x, true, nil
}

// Day reads YYYY-MM-DD (or with slashes), alone or followed by a time of day.
func (r *Row) Day(i int) (tocsin.Date, *tocsin.Error) {
	f := r.Bytes(i)
	if f == nil {
		return 0, r.Fail(i, "give the date as YYYY-MM-DD", "missing")
	}
	day := f
	if len(f) > 10 && (f[10] == 'T' || f[10] == ' ') {
		day = f[:10]
	}
	y, m, d, ok := dateParts(day)
	if !ok {
		return 0, r.Fail(i, "write it as YYYY-MM-DD", "not a date: %q", clip(f))
	}
	return r.date(i, i, i, y, m, d)
}

func dateParts(f []byte) (y, m, d int, ok bool) {
	if len(f) != 10 || f[4] != f[7] || f[4] != '-' && f[4] != '/' {
		return 0, 0, 0, false
	}
	part := func(b []byte) (n int) {
		for _, c := range b {
			if c < '0' || c > '9' {
				ok = false
			}
			n = n*10 + int(c-'0')
		}
		return n
	}
	ok = true
	y, m, d = part(f[:4]), part(f[5:7]), part(f[8:])
	return y, m, d, ok
}

// YMD reads a date from three columns.
func (r *Row) YMD(year, month, day int) (tocsin.Date, *tocsin.Error) {
	var part [3]int
	for k, col := range [3]int{year, month, day} {
		ok, err := r.Int(col, &part[k])
		if err != nil {
			return 0, err
		}
		if !ok {
			return 0, r.Fail(col, "give year, month and day", "missing")
		}
	}
	return r.date(year, month, day, part[0], part[1], part[2])
}

// date checks the parts and blames the column at fault.
func (r *Row) date(year, month, day, y, m, d int) (tocsin.Date, *tocsin.Error) {
	if y < FirstYear || y > LastYear {
		return 0, r.Fail(year, "write the year in four digits, as in 2025", "year %04d lies outside %d to %d", y, FirstYear, LastYear)
	}
	if m < 1 || m > 12 {
		return 0, r.Fail(month, "write the month as 1 to 12; are day and month exchanged?", "there is no month %d", m)
	}
	date, err := tocsin.MakeDate(y, m, d)
	if err != nil {
		return 0, r.Fail(day, "give a day that exists", "there is no %04d-%02d-%02d", y, m, d)
	}
	return date, nil
}

// A Pool gives the same string for the same bytes, so that a hundred thousand
// rows share the few names they hold. It forgets nothing; use one for columns
// with few values.
type Pool map[string]string

// String returns the bytes as a string.
func (p Pool) String(b []byte) string {
	if s, ok := p[string(b)]; ok {
		return s
	}
	s := string(b)
	p[s] = s
	return s
}

// AnyDay reads a day as exports have written it over the years: YYYY-MM-DD,
// DD-MM-YYYY, or "17 August 2020". Slashed days are refused where day and month
// could be exchanged.
func (r *Row) AnyDay(i int) (tocsin.Date, *tocsin.Error) {
	f := r.Bytes(i)
	if len(f) == 10 && f[2] == '-' && f[5] == '-' {
		turned := append(append(append([]byte{}, f[6:]...), f[2:6]...), f[:2]...)
		if y, m, d, ok := dateParts(turned); ok {
			return r.date(i, i, i, y, m, d)
		}
	}
	if parts := strings.Fields(string(f)); len(parts) == 3 && len(parts[2]) == 4 {
		d, errD := strconv.Atoi(parts[0])
		y, errY := strconv.Atoi(parts[2])
		if m := monthNamed(parts[1]); m > 0 && errD == nil && errY == nil {
			return r.date(i, i, i, y, m, d)
		}
	}
	return r.Day(i)
}

// monthNamed is the number of a month by its English name or its first three
// letters; 0 for another word.
func monthNamed(word string) int {
	for m := time.January; m <= time.December; m++ {
		if name := m.String(); strings.EqualFold(word, name) || strings.EqualFold(word, name[:3]) {
			return int(m)
		}
	}
	return 0
}

// Stamp reads the day of YYYYMMDD or YYYYMMDDHHMMSS.
func (r *Row) Stamp(i int) (tocsin.Date, *tocsin.Error) {
	f := r.Bytes(i)
	if len(f) != 8 && len(f) != 14 {
		return 0, r.Fail(i, "write it as YYYYMMDDHHMMSS", "not a time: %q", clip(f))
	}
	y, m, d, ok := dateParts([]byte(string(f[:4]) + "-" + string(f[4:6]) + "-" + string(f[6:8])))
	if !ok {
		return 0, r.Fail(i, "write it as YYYYMMDDHHMMSS", "not a time: %q", clip(f))
	}
	return r.date(i, i, i, y, m, d)
}
