package check

import (
	"fmt"
	"math"

	"tocsin"
	"tocsin/gazetteer"
	"tocsin/geo"
)

// distance judges how far places[0] lies from places[1], as the crow flies.
func (j *job) distance() answer {
	a, b, bad := j.pair()
	if bad != nil {
		return *bad
	}
	if j.k.Value == nil {
		return cannot("give the distance as a number", "the claim names no distance", j.placeData()...)
	}
	one, err := tocsin.Quantity{Value: 1, Unit: j.k.Unit}.To(tocsin.Kilometres)
	if err != nil {
		return cannot("give the distance in kilometres or miles", "the claim's distance has no unit of length", j.placeData()...)
	}
	if j.k.Than != nil || isArea(a[0]) && isArea(b[0]) {
		return cannot("name two towns", "the distance between two wide areas depends on where one measures", j.placeData()...)
	}
	out := answer{unit: j.k.Unit, data: j.placeData(), query: []string{"watch", "distance", a[0].Name, b[0].Name}}
	per := one.Value // km in one of the claim's unit
	var differs []string
	for _, p := range a {
		for _, q := range b {
			km := geo.DistanceKM(p.Point(), q.Point())
			slack := float64(placeSlackKM)
			if isArea(p) || isArea(q) {
				slack = 0.15 * km
			}
			v := compare(j.k.Op, km/per, *j.k.Value, slack/per)
			out.alternatives = append(out.alternatives, tocsin.Variation{Filter: label(p) + " to " + label(q),
				Value: tocsin.Number(round(km/per, 1)), Low: tocsin.Number(round((km-slack)/per, 1)), High: tocsin.Number(round((km+slack)/per, 1)), Verdict: v})
			differs = append(differs, which(p, q, a, b))
		}
	}
	out.verdict, out.turnsOn = combine(out.alternatives, differs)
	first := out.alternatives[0]
	out.value, out.low, out.high = first.Value, first.Low, first.High
	km := *first.Value * per
	miles := km / 1.609344
	out.sentence = fmt.Sprintf("In this data, %s lies %s km (%s miles) from %s in a straight line: %s %s.", a[0].Name,
		number(math.Round(km)), number(math.Round(miles)), b[0].Name, quoted(j.k.Text), verdictWords(out.verdict, out.turnsOn))
	return out
}

// which says what a pair of candidates departs in from the best pair.
func which(p, q gazetteer.Place, a, b []gazetteer.Place) string {
	switch {
	case p.ID != a[0].ID:
		return "which " + a[0].Name + " is meant"
	case q.ID != b[0].ID:
		return "which " + b[0].Name + " is meant"
	}
	return ""
}

// How far a bearing may be off.
const (
	directionHolds  = 22.5
	directionPartly = 45.0
)

// direction judges whether places[0] lies toward the bearing value from places[1].
func (j *job) direction() answer {
	a, b, bad := j.pair()
	if bad != nil {
		return *bad
	}
	if j.k.Value == nil {
		return cannot("name a direction", "the claim names no direction", j.placeData()...)
	}
	out := answer{unit: tocsin.Bearing, data: j.placeData(), query: []string{"watch", "distance", a[0].Name, b[0].Name}}
	var differs []string
	for _, p := range a {
		for _, q := range b {
			at := geo.BearingDeg(q.Point(), p.Point())
			off := geo.AngleBetween(at, *j.k.Value)
			v := tocsin.DoesNotHold
			switch {
			case off <= directionHolds:
				v = tocsin.Holds
			case off <= directionPartly:
				v = tocsin.Partly
			case (isArea(p) || isArea(q)) && off <= 2*directionPartly:
				v = tocsin.Partly // an area has no single point
			}
			out.alternatives = append(out.alternatives, tocsin.Variation{Filter: label(p) + " from " + label(q), Value: tocsin.Number(round(at, 1)), Verdict: v})
			differs = append(differs, which(p, q, a, b))
		}
	}
	out.verdict, out.turnsOn = combine(out.alternatives, differs)
	out.value = out.alternatives[0].Value
	out.sentence = fmt.Sprintf("In this data, %s lies %s of %s (bearing %s°): %s %s.", a[0].Name,
		geo.CompassPoint(*out.value, 8), b[0].Name, number(math.Round(*out.value)), quoted(j.k.Text), verdictWords(out.verdict, out.turnsOn))
	return out
}

func verdictWords(verdict, turnsOn string) string {
	switch verdict {
	case tocsin.Holds:
		return "holds"
	case tocsin.DoesNotHold:
		return "does not hold"
	case tocsin.Partly:
		if turnsOn != "" {
			return "holds in part; it turns on " + turnsOn
		}
		return "holds in part"
	}
	return "cannot be measured"
}

func round(x float64, digits int) float64 {
	p := math.Pow(10, float64(digits))
	return math.Round(x*p) / p
}
