package claim

import (
	"slices"

	"tocsin/read/where"
)

// Here what other packages found is amended where the sentence as a whole says better.

// notATown takes a town with the name of a country for the country, unless the text says
// town: Mexico beside the Philippines is not the town on Luzon.
func (s *sentence) notATown(f where.Found) where.Found {
	if f.Country == "CG" && s.c.Country == "CD" && s.is(f.Hi-1, "congo") { // eastern Congo
		f.Country = "CD"
		if len(f.Place.Candidates) > 0 && f.Place.Candidates[0].ID == "country:CG" {
			f.Place.Candidates = slices.Clone(f.Place.Candidates)
			f.Place.Candidates[0].ID = "country:CD"
		}
	}
	if f.Kind == "country" || f.Kind == "admin" || s.is(f.Lo-1, "of") && s.is(f.Lo-2, "town", "city", "village", "port", "state", "province", "region", "department", "district") || s.is(f.Hi, "city", "town", "state", "province", "region", "department", "district") {
		return f
	}
	k, ok := s.c.Gazetteer.CountryNamed(s.text(f.Lo, f.Hi))
	if !ok || k.ISO2 == f.Country {
		return f
	}
	f.Kind, f.Country = "country", k.ISO2
	f.Place.Precision, f.Place.Candidates = "country", nil
	return f
}

// partsOfYears narrows the year of "the closing quarter of 2016" to the part that is meant.
func (s *sentence) partsOfYears() {
	from, months, at, ok := s.partOfYear()
	if !ok || !s.is(at[1], "of", "in") || !s.is(at[0], "closing", "final", "opening", "last", "first", "second", "third", "fourth") {
		return
	}
	for n := range s.times {
		f := &s.times[n]
		if f.Lo != at[1] && f.Lo != at[1]+1 || f.When.Precision != "year" || f.When.From.IsZero() || f.When.To.Year() != f.When.From.Year() {
			continue
		}
		year := f.When.From
		f.When.From = year.AddMonths(from - 1)
		f.When.To = f.When.From.AddMonths(months).AddDays(-1)
		f.When.Text, f.Lo = s.text(at[0], f.Hi), at[0]
		f.When.Precision = "month"
		if months == 3 {
			f.When.Precision = "quarter"
		}
		return
	}
}

// accident reports a sentence about deaths that nobody dealt.
func (s *sentence) accident() bool {
	return s.near(0, len(s.toks), func(k int) bool {
		return s.is(k, "stampede", "crash", "crashed", "flood", "floods", "flooding", "accident", "accidents", "collapse", "collapsed", "earthquake", "landslide", "landslides", "cyclone", "cholera", "ebola", "covid-19", "derailed", "capsized", "sank")
	})
}

// ofTotal reports "38 of the 63 deaths", "two of them".
func (s *sentence) ofTotal(q number) bool {
	return s.is(q.hi, "of") && s.is(q.hi+1, "the", "these", "those", "them", "its", "their", "whom")
}

// reachedBy reports that tokens [lo, hi) lead from what is counted to its number: its
// place, time and doers, and one verb of reaching at the end.
func (s *sentence) reachedBy(lo, hi int) bool {
	for k := lo; k < hi; k++ {
		if s.toks[k].UPOS == "VERB" && !slices.Contains(reaching, s.low(k)) && !s.is(k, "involving", "recorded", "registered", "averaging", "added") || s.is(k, ",") && k == hi-1 {
			return false
		}
	}
	return true
}

// hurtOnly reports that the people a number counts are said to be hurt, held or gone
// rather than dead.
func (s *sentence) hurtOnly(from, noun int) bool {
	for k := max(from-1, 0); k < min(len(s.toks), noun+4); k++ {
		if k > noun && s.is(k, "and", ",", "or", ";", "killed", "dead") {
			return false
		}
		if s.is(k, "injured", "wounded", "arrested", "detained", "displaced", "arrests", "injuries", "detentions", "kidnapped", "abducted", "missing") {
			return true
		}
	}
	return false
}

// numeral reports a number at token i.
func (s *sentence) numeral(i int) bool {
	_, ok := s.numberAt(i)
	return ok
}
