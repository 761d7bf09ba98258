package tocsin

import "strings"

// Unit names what a number counts or measures. Units convert within one
// dimension and never across two.
type Unit string

// The units statements and verdicts are written in.
const (
	Kilometres    Unit = "km"
	Miles         Unit = "mi" // statute miles of 1.609344 km
	NauticalMiles Unit = "nmi"
	Metres        Unit = "m"

	DegreesNorth Unit = "degrees north" // latitude, south negative
	DegreesEast  Unit = "degrees east"  // longitude, west negative
	Bearing      Unit = "bearing"       // compass degrees: 0 north, 90 east, 180 south

	Hours  Unit = "hours"
	Days   Unit = "days"
	Weeks  Unit = "weeks"
	Months Unit = "months" // 30.436875 days, the mean Gregorian month
	Years  Unit = "years"  // 365.2425 days

	Events  Unit = "events"
	Deaths  Unit = "deaths"
	Coups   Unit = "coups"
	People  Unit = "people"
	Injured Unit = "injured"

	EventsPerDay   Unit = "events/day"
	EventsPerMonth Unit = "events/month"
	EventsPerYear  Unit = "events/year"
	DeathsPerDay   Unit = "deaths/day"
	DeathsPerMonth Unit = "deaths/month"
	DeathsPerYear  Unit = "deaths/year"

	Ratio   Unit = "ratio"   // 1 is no change, 2 is double
	Percent Unit = "percent" // of a whole; a change of +30 % is a Ratio of 1.3
	Rank    Unit = "rank"    // 1 is first
)

type unitInfo struct {
	dimension string
	factor    float64 // how many of the dimension's base unit one of these is
}

var units = map[Unit]unitInfo{
	Kilometres: {"length", 1}, Miles: {"length", 1.609344}, NauticalMiles: {"length", 1.852}, Metres: {"length", 0.001},
	DegreesNorth: {"latitude", 1}, DegreesEast: {"longitude", 1}, Bearing: {"bearing", 1},
	Hours: {"time", 1.0 / 24}, Days: {"time", 1}, Weeks: {"time", 7}, Months: {"time", 30.436875}, Years: {"time", 365.2425},
	Events: {"events", 1}, Deaths: {"deaths", 1}, Coups: {"coups", 1}, People: {"people", 1}, Injured: {"injured", 1},
	EventsPerDay: {"event rate", 30.436875}, EventsPerMonth: {"event rate", 1}, EventsPerYear: {"event rate", 1.0 / 12},
	DeathsPerDay: {"death rate", 30.436875}, DeathsPerMonth: {"death rate", 1}, DeathsPerYear: {"death rate", 1.0 / 12},
	Ratio: {"ratio", 1}, Percent: {"ratio", 0.01}, Rank: {"rank", 1},
}

// Known reports whether u is one of the units above.
func (u Unit) Known() bool { _, ok := units[u]; return ok }

// Dimension names what u measures ("length"), "" for an unknown unit.
func (u Unit) Dimension() string { return units[u].dimension }

// Quantity is a number with its unit.
type Quantity struct {
	Value float64 `json:"value"`
	Unit  Unit    `json:"unit"`
}

// To converts q. It fails, with the two units named, where they do not measure
// the same thing.
func (q Quantity) To(u Unit) (Quantity, error) {
	from, okFrom := units[q.Unit]
	to, okTo := units[u]
	if !okFrom || !okTo || from.dimension != to.dimension {
		return Quantity{}, Errorf(Invalid, "", "cannot convert %q to %q", q.Unit, u)
	}
	if q.Unit == u {
		return q, nil
	}
	return Quantity{Value: q.Value * from.factor / to.factor, Unit: u}, nil
}

// ParseUnit finds the unit an English word names: "miles", "kilometres", "km".
func ParseUnit(word string) (Unit, bool) {
	u, ok := unitWords[strings.ToLower(strings.TrimSuffix(word, "."))]
	return u, ok
}

var unitWords = map[string]Unit{
	"km": Kilometres, "kms": Kilometres, "kilometre": Kilometres, "kilometres": Kilometres, "kilometer": Kilometres, "kilometers": Kilometres,
	"mi": Miles, "mile": Miles, "miles": Miles, "nmi": NauticalMiles, "m": Metres, "metre": Metres, "metres": Metres, "meter": Metres, "meters": Metres,
	"hour": Hours, "hours": Hours, "day": Days, "days": Days, "week": Weeks, "weeks": Weeks, "month": Months, "months": Months, "year": Years, "years": Years,
	"event": Events, "events": Events, "death": Deaths, "deaths": Deaths, "fatalities": Deaths, "fatality": Deaths,
	"coup": Coups, "coups": Coups, "percent": Percent, "%": Percent, "per cent": Percent,
}
