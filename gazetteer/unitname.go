package gazetteer

import (
	"fmt"
	"strings"

	"tocsin/gazetteer/internal/fold"
)

// A unitName is another name of a first-level unit than those of GeoNames: "Anbar" of Al
// Anbar, "Lower Shabelle" of Lower Shabeelle.
type unitName struct {
	iso, key string
}

// readUnitNames reads data/unitnames.tsv: country, the name as reports write it, and the
// name that the table has. The result is by folded name.
func readUnitNames() (map[string][]unitName, error) {
	raw, err := data.ReadFile("data/unitnames.tsv")
	if err != nil {
		return nil, err
	}
	out := map[string][]unitName{}
	for n, line := range strings.Split(strings.TrimSuffix(string(raw), "\n"), "\n")[1:] {
		f := strings.Split(line, "\t")
		if len(f) != 3 {
			return nil, fmt.Errorf("unitnames.tsv:%d: %d fields, want 3", n+2, len(f))
		}
		key := fold.String(f[1])
		out[key] = append(out[key], unitName{iso: f[0], key: fold.String(f[2])})
	}
	return out, nil
}

// collectUnits adds the first-level units that go by another name.
func (s *scorer) collectUnits(key string) {
	for _, u := range s.g.units[key] {
		w := s.g.world
		w.index.find(u.key, func(row int) {
			if !s.rowHas(row, u.key) {
				return
			}
			if p := w.place(row); p.Country == u.iso && p.Class == "A" && p.Code == "ADM1" {
				p.Alt = append(p.Alt, s.name)
				s.add(p, false)
			}
		})
	}
}
