package fill

import "math"

// Classes are words used alike. Every word is in a narrow class, every narrow
// class in a wide one.
type Classes struct {
	Words  []string
	Narrow []uint16 // of each word
	Wide   []uint16 // of each narrow class
}

func (v *vocabulary) setClasses(c *Classes) {
	v.class = make(map[hash]uint16, len(c.Words))
	for i, w := range c.Words {
		v.class[seed.add(w).mix()] = c.Narrow[i]
	}
	v.wide = c.Wide
}

// Cluster sorts words into narrow and wide classes by their vectors, which all
// have one length: k-means over directions, from the first words on.
func Cluster(words []string, vectors [][]float32, narrow, wide, rounds int) *Classes {
	for _, v := range vectors {
		unit(v)
	}
	of, centres := means(vectors, narrow, rounds)
	up, _ := means(centres, wide, rounds)
	return &Classes{Words: words, Narrow: of, Wide: up}
}

func unit(v []float32) {
	sum := 0.0
	for _, x := range v {
		sum += float64(x) * float64(x)
	}
	if sum == 0 {
		return
	}
	for i := range v {
		v[i] = float32(float64(v[i]) / math.Sqrt(sum))
	}
}

// means returns the class of each vector, and the classes' middles.
func means(vectors [][]float32, classes, rounds int) ([]uint16, [][]float32) {
	classes = min(classes, len(vectors))
	centres := make([][]float32, classes)
	for c := range centres {
		centres[c] = append([]float32(nil), vectors[c]...)
	}
	of := make([]uint16, len(vectors))
	for range rounds {
		for i, v := range vectors {
			of[i] = nearest(v, centres)
		}
		sums := make([][]float32, classes)
		for i, v := range vectors {
			if sums[of[i]] == nil {
				sums[of[i]] = make([]float32, len(v))
			}
			for j, x := range v {
				sums[of[i]][j] += x
			}
		}
		for c, s := range sums {
			if s != nil {
				unit(s)
				centres[c] = s
			}
		}
	}
	return of, centres
}

// nearest returns the class whose middle points most in the vector's direction.
func nearest(v []float32, centres [][]float32) uint16 {
	best, at := float32(-2), 0
	for c, m := range centres {
		var a, b float32 // products are rounded one by one, on every machine alike
		for j := 0; j+1 < len(v); j += 2 {
			a += float32(v[j] * m[j])
			b += float32(v[j+1] * m[j+1])
		}
		if a+b > best {
			best, at = a+b, c
		}
	}
	return uint16(at)
}
