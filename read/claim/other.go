package claim

import (
	"tocsin"
)

// durations finds how long a conflict has lasted: a form that check names and does
// not measure yet.
func (s *sentence) durations() {
	for _, f := range s.times {
		if f.Kind != "duration" {
			continue
		}
		for k := f.Lo - 3; k < min(len(s.toks), f.Hi+4); k++ {
			if k >= 0 && (k < f.Lo || k >= f.Hi) && s.is(k, "war", "insurgency", "conflict", "crisis", "rebellion", "uprising", "lasted", "campaign") {
				n, ok := s.numberAt(f.Lo)
				c := tocsin.Claim{Form: tocsin.FormDuration, Of: &tocsin.Measure{Act: "assault"}, Op: "~", Unit: tocsin.Years}
				if ok {
					c.Value = tocsin.Number(n.value)
				}
				if u, ok := tocsin.ParseUnit(s.low(f.Hi - 1)); ok && u.Dimension() == "time" {
					c.Unit = u
				}
				c.Of.Country, _ = s.countryFor(f.Lo, f.Hi)
				s.add(c, min(f.Lo, k), max(f.Hi, k+1))
				break
			}
		}
	}
}
