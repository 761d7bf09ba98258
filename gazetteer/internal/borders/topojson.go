package borders

import (
	"encoding/json"
	"fmt"
)

type topology struct {
	Transform struct {
		Scale     [2]float64 `json:"scale"`
		Translate [2]float64 `json:"translate"`
	} `json:"transform"`
	Arcs    [][][2]int32 `json:"arcs"`
	Objects struct {
		Countries struct {
			Geometries []struct {
				ID         string          `json:"id"`
				Type       string          `json:"type"`
				Arcs       json.RawMessage `json:"arcs"`
				Properties struct {
					Name string `json:"name"`
				} `json:"properties"`
			} `json:"geometries"`
		} `json:"countries"`
	} `json:"objects"`
}

// FromTopoJSON reads the countries of a world-atlas file. Territories without a
// code of their own fall to the state that claims or contains them in ISO 3166;
// those that two states claim are left out.
func FromTopoJSON(raw []byte) (*Set, error) {
	var t topology
	if err := json.Unmarshal(raw, &t); err != nil {
		return nil, err
	}
	s := &Set{Scale: t.Transform.Scale, Move: t.Transform.Translate}
	for _, arc := range t.Arcs {
		abs := make([][2]int32, len(arc))
		var x, y int32
		for i, p := range arc {
			x += p[0]
			y += p[1]
			abs[i] = [2]int32{x, y}
		}
		s.Arcs = append(s.Arcs, abs)
	}
	for _, g := range t.Objects.Countries.Geometries {
		iso2, ok := numeric[g.ID]
		if !ok {
			iso2, ok = uncoded[g.Properties.Name]
		}
		if !ok {
			return nil, fmt.Errorf("borders: no code for %q (%s)", g.Properties.Name, g.ID)
		}
		if iso2 == "" {
			continue
		}
		var polys [][][]int32
		switch g.Type {
		case "Polygon":
			polys = make([][][]int32, 1)
			if err := json.Unmarshal(g.Arcs, &polys[0]); err != nil {
				return nil, err
			}
		case "MultiPolygon":
			if err := json.Unmarshal(g.Arcs, &polys); err != nil {
				return nil, err
			}
		default:
			return nil, fmt.Errorf("borders: %q has geometry %q", g.Properties.Name, g.Type)
		}
		s.Countries = append(s.Countries, Outline{ISO2: iso2, Polygons: polys})
	}
	return s, nil
}

// uncoded are the geometries of Natural Earth that ISO 3166 does not number.
var uncoded = map[string]string{
	"Kosovo":                  "XK",
	"Somaliland":              "SO",
	"N. Cyprus":               "CY",
	"Siachen Glacier":         "", // claimed by India and Pakistan
	"Indian Ocean Ter.":       "CX",
	"Ashmore and Cartier Is.": "AU",
	"Bir Tawil":               "",
}
