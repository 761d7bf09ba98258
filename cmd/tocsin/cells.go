package main

import (
	"strconv"
	"strings"

	"tocsin"
)

// number writes a number in full, and nothing for one that is not there.
func number(x *float64) string {
	if x == nil {
		return ""
	}
	return strconv.FormatFloat(*x, 'f', -1, 64)
}

// short writes a number for people: whole where it is large.
func short(x *float64) string {
	if x == nil {
		return ""
	}
	prec := 2
	if *x >= 100 || *x <= -100 || *x == float64(int64(*x)) {
		prec = 0
	}
	return strconv.FormatFloat(*x, 'f', prec, 64)
}

func firstPoint(list []tocsin.Place) (lat, lon string) {
	for _, p := range list {
		if len(p.Candidates) > 0 {
			return number(&p.Candidates[0].Lat), number(&p.Candidates[0].Lon)
		}
	}
	return "", ""
}

func countEnd(c *tocsin.Count, low bool) string {
	switch {
	case c == nil:
		return ""
	case low:
		return number(c.Low)
	}
	return number(c.High)
}

func valueText(v *tocsin.Value) string {
	if v == nil {
		return ""
	}
	return v.Text
}

func claimText(c *tocsin.Claim) string {
	if c == nil {
		return ""
	}
	return claimWords(c)
}

func contentText(f *tocsin.Frame) string {
	if f == nil {
		return ""
	}
	return frameWords(f)
}

func conditionText(c *tocsin.Condition) string {
	if c == nil {
		return ""
	}
	return c.Kind + " " + c.Text
}

func stances(list []tocsin.Speaker) string {
	var out []string
	for _, s := range list {
		out = append(out, s.Stance)
	}
	return strings.Join(out, " < ")
}
