package watch

import (
	"slices"
	"strings"

	"tocsin"
)

// The further columns in which datasets name the first and the second level of
// their administrative units: UCDP GED, ACLED, ICEWS, tables of one's own.
var unitColumns = [2][]string{
	{"adm_1", "admin1", "adm1", "province"},
	{"adm_2", "admin2", "adm2", "district"},
}

// units are the administrative units of each different set of further columns,
// by the code of that set.
type units [2][]string

// units reads them once, when somebody first asks: most questions do not.
func (t *Table) adminUnits() *units {
	t.adminOnce.Do(func() {
		values := t.words[colExtra].values
		for level := range t.admin {
			t.admin[level] = make([]string, len(values))
		}
		for i, v := range values {
			if v == "" {
				continue
			}
			for name, value := range tocsin.Extra(v).Fields() {
				for level, columns := range unitColumns {
					if slices.Contains(columns, strings.ToLower(name)) {
						t.admin[level][i] = value
					}
				}
			}
		}
	})
	return &t.admin
}

// unit is the administrative unit of a row at a level, 0 or 1; "" where the
// dataset does not say.
func (t *Table) unit(level, row int) string {
	return t.adminUnits()[level][t.text[colExtra].at(row)]
}

// Unit is the first-level administrative unit of a row as its dataset names it; ""
// where it does not say.
func (t *Table) Unit(row int) string { return t.unit(0, row) }

// Units lists the administrative units that the data names, sorted: the first
// level, then the second.
func (t *Table) Units() (first, second []string) {
	u := t.adminUnits()
	return slices.Compact(sorted(u[0])), slices.Compact(sorted(u[1]))
}

// unitMask marks the sets of further columns that name one of the units, at
// either level.
func (t *Table) unitMask(names []string) []bool {
	if len(names) == 0 {
		return nil
	}
	u := t.adminUnits()
	mask := make([]bool, len(u[0]))
	for i := range mask {
		mask[i] = slices.Contains(names, u[0][i]) && u[0][i] != "" || slices.Contains(names, u[1][i]) && u[1][i] != ""
	}
	return mask
}

// knownUnits fails where none of the units asked for occurs in the data.
func (t *Table) knownUnits(names []string) error {
	if len(names) == 0 || slices.Contains(t.unitMask(names), true) {
		return nil
	}
	first, second := t.Units()
	all := append(first, second...)
	if len(all) == 0 {
		return tocsin.Errorf(tocsin.NotFound, "give the area as a GeoJSON polygon, or import a file with the columns adm_1 and adm_2",
			"the data names no provinces or districts")
	}
	hint := "write it as the data does"
	if near := similarTo(all, names); len(near) > 0 {
		hint += ", such as " + strings.Join(near, "; ")
	}
	return tocsin.Errorf(tocsin.NotFound, hint, "no row has the province or district %q", strings.Join(names, `" or "`))
}
