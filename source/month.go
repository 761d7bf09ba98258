package source

import (
	"math"
	"strconv"
	"strings"

	"tocsin"
)

// Month reads the first day of a month from the columns that tables by month
// have, of which those that are not there are -1: VIEWS's month_id, 1 for
// January 1980; or a month of YYYY-MM or of a date in it; or year and month as
// numbers.
func (r *Row) Month(month, year, monthID int) (tocsin.Date, *tocsin.Error) {
	var n, y int
	if monthID >= 0 {
		ok, err := r.Int(monthID, &n)
		if err != nil {
			return 0, err
		}
		if !ok || n < 1 || n > 12*120 {
			return 0, r.Fail(monthID, "write the months since January 1980, which is 1", "not a month: %.20q", r.Bytes(monthID))
		}
		y, n = 1980+(n-1)/12, (n-1)%12+1
	} else if text := r.Bytes(month); year >= 0 && len(text) <= 2 {
		for _, c := range []struct {
			col int
			dst *int
		}{{year, &y}, {month, &n}} {
			if ok, err := r.Int(c.col, c.dst); err != nil {
				return 0, err
			} else if !ok {
				return 0, r.Fail(c.col, "give year and month", "missing")
			}
		}
	} else if t, m, ok := strings.Cut(string(text), "-"); ok && len(text) == len("2020-08") {
		number, errY := strconv.Atoi(t)
		k, errM := strconv.Atoi(m)
		if errY != nil || errM != nil {
			return 0, r.Fail(month, "write it as YYYY-MM", "not a month: %.20q", text)
		}
		y, n = number, k
	} else {
		day, err := r.Day(month)
		return day.MonthStart(), err
	}
	if y < FirstYear || y > LastYear || n < 1 || n > 12 {
		return 0, r.Fail(max(month, monthID), "write the month as 1 to 12 and the year in four digits", "there is no month %d of %d", n, y)
	}
	return tocsin.MustDate(strconv.Itoa(y) + "-" + two(n) + "-01"), nil
}

func two(n int) string { return string([]byte{byte('0' + n/10), byte('0' + n%10)}) }

// Whole reads a number of deaths, which may be a float that misses a whole
// number by rounding; ok is false where it is not given.
func (r *Row) Whole(col int) (n int, ok bool, bad *tocsin.Error) {
	text := r.Bytes(col)
	if text == nil {
		return 0, false, nil
	}
	x, err := strconv.ParseFloat(string(text), 64)
	if err != nil || !(x >= 0 && x < 1e9) || math.Abs(x-math.Round(x)) > 1e-6 {
		return 0, false, r.Fail(col, "write a whole number, or leave it empty where it is not known", "not a number of deaths: %.40q", text)
	}
	return int(math.Round(x)), true, nil
}
