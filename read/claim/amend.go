package claim

import (
	"tocsin/read/where"
)

// Here what other packages found is amended where the sentence as a whole says better.

// notATown takes a town with the name of a country for the country, unless the text says
// town: Mexico beside the Philippines is not the town on Luzon.
func (s *sentence) notATown(f where.Found) where.Found {
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
