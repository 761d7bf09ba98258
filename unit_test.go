package tocsin_test

import (
	"fmt"
	"math"
	"testing"
	"tocsin"

	"pgregory.net/rapid"
)

var allUnits = []tocsin.Unit{tocsin.Kilometres, tocsin.Miles, tocsin.NauticalMiles, tocsin.Metres, tocsin.DegreesNorth, tocsin.DegreesEast, tocsin.Bearing,
	tocsin.Hours, tocsin.Days, tocsin.Weeks, tocsin.Months, tocsin.Years, tocsin.Events, tocsin.Deaths, tocsin.Coups, tocsin.People, tocsin.Injured,
	tocsin.EventsPerDay, tocsin.EventsPerMonth, tocsin.EventsPerYear, tocsin.DeathsPerDay, tocsin.DeathsPerMonth, tocsin.DeathsPerYear,
	tocsin.Ratio, tocsin.Percent, tocsin.Rank}

// TestUnitsConvertThereAndBack, and only within one dimension.
func TestUnitsConvertThereAndBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		from, to := oneOf(allUnits).Draw(t, "from"), oneOf(allUnits).Draw(t, "to")
		q := tocsin.Quantity{Value: numbers.Draw(t, "value"), Unit: from}
		there, err := q.To(to)
		if same := from.Dimension() == to.Dimension(); same != (err == nil) {
			t.Fatalf("%s to %s: %v", from, to, err)
		}
		if err != nil {
			return
		}
		back, err := there.To(from)
		if err != nil || math.Abs(back.Value-q.Value) > 1e-9*math.Max(1, math.Abs(q.Value)) {
			t.Fatalf("%v became %v and then %v (%v)", q, there, back, err)
		}
	})
}

func TestUnitConversions(t *testing.T) {
	for _, c := range []struct {
		value float64
		from  tocsin.Unit
		want  float64
		to    tocsin.Unit
	}{
		{183, tocsin.Miles, 294.51, tocsin.Kilometres},
		{1, tocsin.NauticalMiles, 1852, tocsin.Metres},
		{2, tocsin.Weeks, 14, tocsin.Days},
		{1, tocsin.Years, 12, tocsin.Months},
		{1, tocsin.EventsPerDay, 365.2425, tocsin.EventsPerYear},
		{12, tocsin.DeathsPerYear, 1, tocsin.DeathsPerMonth},
		{30, tocsin.Percent, 0.3, tocsin.Ratio},
	} {
		got, err := tocsin.Quantity{Value: c.value, Unit: c.from}.To(c.to)
		if err != nil || math.Abs(got.Value-c.want) > 0.005 {
			t.Errorf("%g %s is %g %s, want %g (%v)", c.value, c.from, got.Value, c.to, c.want, err)
		}
	}
}

func TestParseUnit(t *testing.T) {
	for word, want := range map[string]tocsin.Unit{"miles": tocsin.Miles, "Miles": tocsin.Miles, "km": tocsin.Kilometres, "km.": tocsin.Kilometres,
		"kilometers": tocsin.Kilometres, "fatalities": tocsin.Deaths, "%": tocsin.Percent} {
		if got, ok := tocsin.ParseUnit(word); !ok || got != want {
			t.Errorf("%q is %q, %v", word, got, ok)
		}
	}
	if u, ok := tocsin.ParseUnit("leagues"); ok {
		t.Errorf("leagues are %q", u)
	}
}

// Attacks "approximately 200 miles from Bamako", measured in kilometres.
func ExampleQuantity_To() {
	measured := tocsin.Quantity{Value: 294.5, Unit: tocsin.Kilometres}
	miles, err := measured.To(tocsin.Miles)
	fmt.Printf("%.0f %s %v\n", miles.Value, miles.Unit, err)
	_, err = measured.To(tocsin.Deaths)
	fmt.Println(err)
	// Output:
	// 183 mi <nil>
	// cannot convert "km" to "deaths"
}

// The six months before the coup in Mali of 18 August 2020.
func ExampleDate_AddMonths() {
	coup := tocsin.MustDate("2020-08-18")
	fmt.Println(coup.AddMonths(-6), "to", coup.AddDays(-1))
	// Output: 2020-02-18 to 2020-08-17
}

// A hedge narrows nothing down: "possibly" leaves a wide interval on purpose.
func ExampleNewCertainty() {
	for _, degree := range []string{"certain", "probable", "possible"} {
		is, not := tocsin.NewCertainty("is", degree, "asserted"), tocsin.NewCertainty("is_not", degree, "asserted")
		fmt.Printf("%s: is %g to %g, is not %g to %g\n", degree, is.Low, is.High, not.Low, not.High)
	}
	// Output:
	// certain: is 0.95 to 1, is not 0 to 0.05
	// probable: is 0.55 to 0.95, is not 0.05 to 0.45
	// possible: is 0.05 to 0.75, is not 0.25 to 0.95
}

// An error says where, what and what to do.
func ExampleError() {
	err := &tocsin.Error{Code: tocsin.Invalid, Op: "read events", Pos: tocsin.Pos{File: "ged.csv", Line: 7, Field: "latitude"},
		Hint: "give degrees between -90 and 90", Err: fmt.Errorf("91 is not on the globe")}
	fmt.Println(err)
	fmt.Println(tocsin.CodeOf(fmt.Errorf("import: %w", err)))
	// Output:
	// ged.csv:7: latitude: read events: 91 is not on the globe; give degrees between -90 and 90
	// invalid
}
