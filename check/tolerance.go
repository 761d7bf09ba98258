package check

import (
	"math"

	"tocsin"
)

// How near a measured value must come to a claimed one.
const (
	approxHolds  = 0.15 // "approximately": holds within 15 %
	approxPartly = 0.30 // and partly within 30 %
	plainPartly  = 0.10 // an unhedged number missed by no more than a tenth is partly right
)

// halfDigit is half the last non-zero digit's place of a written number: 200 is
// right to within 50, 183 to within 0.5.
func halfDigit(x float64) float64 {
	x = math.Abs(x)
	if x == 0 || math.IsInf(x, 0) || math.IsNaN(x) {
		return 0.5
	}
	place := 1.0
	for x != math.Trunc(x) && place > 1e-6 { // decimals
		x *= 10
		x = math.Round(x*1e6) / 1e6
		place /= 10
	}
	for math.Mod(x, 10) == 0 {
		x /= 10
		place *= 10
	}
	return place / 2
}

// compare judges a measured value against "op claimed". slack is how far the
// measure itself may be off.
func compare(op string, measured, claimed, slack float64) string {
	switch op {
	case ">":
		return bound(measured > claimed, measured+slack > claimed)
	case ">=":
		return bound(measured >= claimed, measured+slack >= claimed)
	case "<":
		return bound(measured < claimed, measured-slack < claimed)
	case "<=":
		return bound(measured <= claimed, measured-slack <= claimed)
	case "~":
		return near(math.Abs(measured-claimed), max(approxHolds*math.Abs(claimed), halfDigitIfSmall(claimed)), approxPartly*math.Abs(claimed), slack)
	}
	return near(math.Abs(measured-claimed), halfDigit(claimed), plainPartly*math.Abs(claimed), slack)
}

// halfDigitIfSmall keeps "about 3" from demanding 2.55 to 3.45 of a count.
func halfDigitIfSmall(x float64) float64 {
	if math.Abs(x) < 10 {
		return 0.5
	}
	return 0
}

func bound(yes, nearly bool) string {
	switch {
	case yes:
		return tocsin.Holds
	case nearly:
		return tocsin.Partly
	}
	return tocsin.DoesNotHold
}

func near(off, holds, partly, slack float64) string {
	switch {
	case off <= holds+slack:
		return tocsin.Holds
	case off <= max(partly, holds)+slack:
		return tocsin.Partly
	}
	return tocsin.DoesNotHold
}
