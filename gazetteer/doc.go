// Package gazetteer turns names into places.
//
// In: a name as a text writes it ("Tillabéri", "region of Ségou", "DR Congo"),
// and hints about where the text is at home. Out: every place the name may
// mean, best first, each with a score in [0, 1] and the reasons for it; never
// one silent answer. It also knows countries by name, alias and demonym, their
// capitals, codes and borders, and which place lies within which.
//
// The world table is embedded: towns of GeoNames with at least 1,000 people or
// the seat of an administration, the first and second administrative level, and
// Natural Earth borders at 1:50m. Villages are not in it: read them with
// ReadGeoNames from a country dump and layer them over the world with With.
//
// It assumes names in Latin script and coordinates in degrees (WGS 84). Country
// names and borders are those of today, with former states filed under the state
// that holds their seat of government now; disputed borders are drawn as Natural
// Earth draws them, by who holds the ground. It does not read texts: finding the
// names in a report is the work of package read/where.
package gazetteer
