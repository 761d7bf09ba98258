package claim

import (
	"slices"

	"tocsin"
	"tocsin/read/text"
)

// coupsTold reads a sentence that puts coups in relation from its parts: how long after one
// the other came, which was first, which of those counted was when, how each ended.
func (s *sentence) coupsTold() []Found {
	if len(s.toks) > 60 || !slices.ContainsFunc(s.toks, func(t text.Token) bool {
		return slices.Contains(coupWords, t.Lower) || slices.Contains(fallNouns, t.Lower) || slices.Contains(fallVerbs, t.Lower) || t.Lower == "power" || t.Lower == "over"
	}) {
		return nil
	}
	list := s.coupLull()
	if len(list) == 0 {
		list = s.coupAmong()
	}
	if len(list) == 0 {
		list = s.coupRelations()
	}
	if len(list) == 0 {
		return nil
	}
	n := len(s.out)
	for _, k := range list {
		s.compose(k, 0, len(s.toks))
	}
	out := slices.Clone(s.out[n:])
	s.out = s.out[:n]
	return out
}

// coupRelations reads what the parts of the sentence claim together.
func (s *sentence) coupRelations() (list []tocsin.Claim) {
	c, ok := s.readCouped()
	if !ok {
		return nil
	}
	switch n := len(c.parts); {
	case c.count.value > 0:
		list = c.numbered()
	case c.rel == "without" && n == 1:
		list = c.endedLull()
	case c.rel == "within" || c.length.value > 0 && c.rel == "":
	case c.length.value > 0 && n == 2:
		list = c.apart()
	case c.length.value == 0 && (n > 1 || c.outcome):
		list = c.inTurn()
	}
	return list
}

// settle gives each part what it takes from another; it reports parts that say enough.
func (c *couped) settle() bool {
	var parts []coupPart
	var land string
	var whole *coupPart
	for n, p := range c.parts {
		switch last := len(parts) - 1; {
		case p.noun:
			parts = append(parts, p)
		case p.land == "" && p.when == nil && p.act != "" && last >= 0:
			parts[last].act, c.outcome = p.act, true
		case p.land == "" && p.when == nil && p.act == "" && !p.names:
		case n == 0 && !p.names:
			whole = &c.parts[0]
			land = p.land
		case last >= 0 && p.when != nil && (p.join == "and" || p.join == ","):
			p.noun, p.act, p.attempt = true, parts[last].act, parts[last].attempt
			if p.land == "" {
				p.land = parts[last].land
			}
			parts = append(parts, p)
		case last >= 0 && p.when == nil && p.land != "" && !p.names && c.rel == "later" && p.join == "and" && parts[last].land != "":
			p.noun, p.act, p.attempt, p.elided = true, parts[last].act, parts[last].attempt, true
			parts = append(parts, p)
		case last >= 0 && p.when == nil && p.land != "" && !p.names && parts[last].land == "" && p.join != "after" && p.join != "before":
			parts[last].land = p.land
		default:
			return false
		}
	}
	c.parts = parts
	return len(parts) > 0 && c.lands(land) && c.months(whole) && !slices.ContainsFunc(parts, func(p coupPart) bool { return p.names && !p.noun })
}

// lands gives every part a country: the only one that the sentence names, or its own.
func (c *couped) lands(one string) bool {
	several := false
	for _, p := range c.parts {
		if p.land != "" && one != "" && p.land != one {
			several = true
		} else if one == "" {
			one = p.land
		}
	}
	if one == "" && c.s.c.Country != "" && len(c.s.lands) == 0 {
		one = c.s.country(c.s.c.Country)
	}
	for n := range c.parts {
		if c.parts[n].land == "" {
			if several || one == "" {
				return false
			}
			c.parts[n].land = one
		}
	}
	return true
}

// months gives a month without a year the year of the time beside it.
func (c *couped) months(whole *coupPart) bool {
	year := c.year
	if whole != nil && whole.when != nil {
		year = c.s.yearNamed(whole.when)
	}
	for n := range c.parts {
		f := c.parts[n].when
		if f == nil {
			continue
		}
		if y := c.s.yearNamed(f); y > 0 {
			if year == 0 {
				year = y
			}
			continue
		}
		m := c.s.monthIn(f)
		if m == 0 || f.When.Precision != "month" && f.When.Precision != "day" {
			return false
		}
		y := year
		for k := range c.parts { // the one in January, told after that of September 2022
			if o := c.parts[k].when; y == 0 && o != nil && k != n {
				y = c.s.yearNamed(o)
			}
		}
		if y == 0 {
			continue
		}
		by := 12 * (y - f.When.From.Year())
		f.When.From = f.When.From.AddMonths(by)
		if f.When.To = f.When.To.AddMonths(by); f.When.Precision == "month" {
			f.When.To = f.When.From.MonthEnd()
		}
	}
	if whole != nil && whole.when != nil {
		for n := range c.parts {
			if c.parts[n].when == nil {
				c.parts[n].when = whole.when
			}
		}
	}
	return true
}

// of is what the part counts.
func (p *coupPart) of() *tocsin.Measure {
	act := p.act
	if act == "" {
		act = "coup"
		if p.attempt {
			act = "coup attempt"
		}
	}
	return &tocsin.Measure{Act: act, Country: p.land}
}

// dated claims that the coup of the part was when it says.
func (p *coupPart) dated() tocsin.Claim {
	w := p.when.When
	return tocsin.Claim{Form: tocsin.FormDate, Of: p.of(), Window: &w}
}

// endedLull reads "ended 27 years without a successful coup".
func (c *couped) endedLull() []tocsin.Claim {
	p := &c.parts[0]
	if p.when == nil {
		return nil
	}
	gap := p.dated()
	gap.Form, gap.Op, gap.Value, gap.Unit = tocsin.FormDuration, c.length.op, tocsin.Number(c.length.value), c.unit
	gap.Of.Act = c.without
	gap.Novelty = "first"
	return []tocsin.Claim{p.dated(), gap}
}

// inTurn reads coups that are told one after the other, each with its time.
func (c *couped) inTurn() (list []tocsin.Claim) {
	for n := range c.parts {
		p := &c.parts[n]
		if p.when == nil || p.nth > 0 || c.rel != "" || c.ended {
			return nil
		}
		list = append(list, p.dated())
	}
	if len(c.parts) == 2 {
		earlier, later := &c.parts[0], &c.parts[1]
		if earlier.join == "before" || later.join == "after" {
			earlier, later = later, earlier
		}
		told := earlier.join == "after" || later.join != "" && later.join != "and" && later.join != ","
		if told && later.when.When.From <= earlier.when.When.To { // else their times tell it
			list = append(list, gapClaim(earlier, later, number{op: ">"}, tocsin.Days))
		}
	}
	return list
}

// gapClaim claims how long after one coup the other came.
func gapClaim(earlier, later *coupPart, q number, unit tocsin.Unit) tocsin.Claim {
	k := tocsin.Claim{Form: tocsin.FormDuration, Of: later.of(), Than: earlier.of(), Op: q.op, Value: tocsin.Number(q.value), Unit: unit}
	if later.when != nil {
		w := later.when.When
		if earlier.when != nil {
			w.Anchor = &tocsin.Anchor{Rel: "since", Text: earlier.when.When.From.String() + "/" + earlier.when.When.To.String()}
		}
		k.Window = &w
		return k
	}
	w := earlier.when.When
	w.Anchor = &tocsin.Anchor{Rel: "during", Text: w.From.String() + "/" + w.To.String()}
	k.Window = &w
	return k
}

// apart reads two coups and the time between them.
func (c *couped) apart() (list []tocsin.Claim) {
	a, b := &c.parts[0], &c.parts[1]
	if a.when == nil && b.when == nil || a.nth+b.nth > 0 || c.ended {
		return nil
	}
	for _, p := range []*coupPart{a, b} {
		if p.when == nil && !p.names && a.land == b.land && !(p.former && p == b && c.rel == "after" && b.join == "after") {
			return nil // the one before it
		}
		if p.when != nil && p.when.When.To > p.when.When.From.AddDays(31) && c.unit != tocsin.Years {
			return nil
		}
	}
	earlier, later := a, b
	switch {
	case c.rel == "after" && b.join == "after" || c.rel == "before" && a.join == "before" || c.rel == "earlier":
		earlier, later = b, a
	case c.rel == "after" && a.join == "after", c.rel == "before" && b.join == "before", c.rel == "later":
	case c.rel == "between" && a.when != nil && b.when == nil: // told in their order
	case c.rel == "apart" || c.rel == "between":
		if a.when == nil || b.when == nil {
			return nil
		}
		if a.when.When.From > b.when.When.From {
			earlier, later = b, a
		}
	default:
		return nil
	}
	for n := range c.parts {
		if c.parts[n].when != nil {
			list = append(list, c.parts[n].dated())
		}
	}
	if later.elided {
		return append(list, c.thenToo(earlier, later)...)
	}
	return append(list, gapClaim(earlier, later, c.length, c.unit))
}

// numbered reads so many coups of which the first or second is dated.
func (c *couped) numbered() (list []tocsin.Claim) {
	p := &c.parts[0]
	if c.rel == "apart" && c.count.value == 2 && c.count.op == "=" && !c.ended {
		return c.pair()
	}
	if len(c.parts) == 1 && c.outcome && c.length.value == 0 && p.when != nil && !c.ended {
		return c.allEnded()
	}
	if p.nth > 0 || len(c.parts) < 2 || c.rel != "" && c.rel != "within" || c.ended {
		return nil
	}
	last := &c.parts[len(c.parts)-1]
	months := map[tocsin.Unit]float64{tocsin.Years: 12, tocsin.Months: 1}[c.unit] * c.length.value
	var w tocsin.When
	switch {
	case p.when != nil && c.length.value == 0:
		w = p.when.When
	case p.when == nil && c.rel == "within" && months > 0 && last.when != nil && last.nth == c.count.value:
		w = last.when.When
		w.From = w.From.AddMonths(-int(months))
		w.Anchor = &tocsin.Anchor{Rel: "until", Text: last.when.When.From.String() + "/" + last.when.When.To.String()}
	default:
		return nil
	}
	of := p.of()
	list = append(list, tocsin.Claim{Form: tocsin.FormCount, Of: of, Op: c.count.op, Value: tocsin.Number(c.count.value), Unit: tocsin.Coups, Window: &w})
	for n := 1; n < len(c.parts); n++ {
		x := &c.parts[n]
		if x.when == nil || x.nth == 0 || x.land != p.land || x.when.When.From < w.From || x.when.When.To > w.To {
			return nil
		}
		if x.act == "" {
			x.act, x.attempt = p.act, p.attempt
		}
		d := x.dated()
		v := w
		v.Anchor = &tocsin.Anchor{Rel: "until", Text: x.when.When.From.String() + "/" + x.when.When.To.String()}
		list = append(list, d, tocsin.Claim{Form: tocsin.FormCount, Of: d.Of, Op: "=", Value: tocsin.Number(x.nth), Unit: tocsin.Coups, Window: &v})
	}
	return list
}

// pair reads two coups and how far apart they were: "two coups in 2022, eight months apart",
// "its two coups of August 2020 and May 2021 were nine months apart".
func (c *couped) pair() []tocsin.Claim {
	p := &c.parts[0]
	if len(c.parts) == 2 && c.parts[1].nth == 0 && p.when != nil && c.parts[1].land == p.land {
		list := c.apart()
		if len(list) > 0 {
			w := list[0].Window
			both := *w
			both.From, both.To = min(p.when.When.From, c.parts[1].when.When.From), max(p.when.When.To, c.parts[1].when.When.To)
			list = append(list, tocsin.Claim{Form: tocsin.FormCount, Of: p.of(), Op: ">=", Value: tocsin.Number(2), Unit: tocsin.Coups, Window: &both})
		}
		return list
	}
	if len(c.parts) != 1 || p.when == nil || p.when.When.To < p.when.When.From.AddDays(32) {
		return nil
	}
	k := p.dated()
	w := *k.Window
	k.Form, k.Op, k.Value, k.Unit = tocsin.FormCount, "=", tocsin.Number(2), tocsin.Coups
	gap := tocsin.Claim{Form: tocsin.FormDuration, Of: k.Of, Op: c.length.op, Value: tocsin.Number(c.length.value), Unit: c.unit, Window: &w}
	return []tocsin.Claim{k, gap}
}

// thenToo reads the second of two of which each is told for itself, "and in Mali two months later",
// as a coup at that time.
func (c *couped) thenToo(earlier, later *coupPart) []tocsin.Claim {
	months := map[tocsin.Unit]float64{tocsin.Years: 12, tocsin.Months: 1}[c.unit] * c.length.value
	if months < 1 || c.length.op != "=" {
		return nil
	}
	w := earlier.when.When
	slack := int(min(180, 30*months*0.3))
	w.From, w.To = w.From.AddMonths(int(months)).AddDays(-slack), w.To.AddMonths(int(months)).AddDays(slack)
	return []tocsin.Claim{{Form: tocsin.FormDate, Of: later.of(), Window: &w}}
}

// allEnded reads so many coups that all ended one way: "both coup attempts in Venezuela in 1992
// failed". There were as many, and as many of that kind.
func (c *couped) allEnded() []tocsin.Claim {
	p := &c.parts[0]
	w := p.when.When
	k := tocsin.Claim{Form: tocsin.FormCount, Of: p.of(), Op: c.count.op, Value: tocsin.Number(c.count.value), Unit: tocsin.Coups, Window: &w}
	return []tocsin.Claim{k}
}
