package score

import "math"

// assign maps the predictions from the i-th on to gold templates that are not
// taken so that the tangent's value is highest, and returns the numerators and
// the value. It is the Hungarian method with potentials (Kuhn 1955; Munkres 1957),
// cubic in the number of templates.
func (m *mapper) assign(i int, taken []bool) (p, r int, value float64) {
	var free []int
	for j := range m.gold {
		if !taken[j] {
			free = append(free, j)
		}
	}
	rows, cols := m.pred-i, len(free)
	if rows == 0 || cols == 0 {
		return 0, 0, 0
	}
	weight := func(row, col int) float64 {
		if col >= cols {
			return 0 // a column of its own for each row: unmapped
		}
		q := m.pairs[i+row][free[col]]
		return m.a*float64(q.p) + m.b*float64(q.r)
	}
	of := hungarian(rows, cols+rows, weight)
	for row, col := range of {
		if col < cols {
			q := m.pairs[i+row][free[col]]
			p, r = p+q.p, r+q.r
		}
	}
	return p, r, m.a*float64(p) + m.b*float64(r)
}

// hungarian returns for each row the column given to it so that the sum of the
// weights is highest. There are at least as many columns as rows.
func hungarian(rows, cols int, weight func(row, col int) float64) []int {
	u, v := make([]float64, rows+1), make([]float64, cols+1)
	row := make([]int, cols+1) // by column, its row; 0 for none
	for i := 1; i <= rows; i++ {
		way := augment(i, row, u, v, cols, weight)
		for j := way.end; j != 0; {
			back := way.from[j]
			row[j] = row[back]
			j = back
		}
	}
	out := make([]int, rows)
	for j := 1; j <= cols; j++ {
		if row[j] > 0 {
			out[row[j]-1] = j - 1
		}
	}
	return out
}

// A trail is an augmenting path: by column the one before it, and its last.
type trail struct {
	from []int
	end  int
}

// augment finds the cheapest way to give row i a column and updates potentials.
func augment(i int, row []int, u, v []float64, cols int, weight func(row, col int) float64) trail {
	row[0] = i
	least := make([]float64, cols+1)
	for j := range least {
		least[j] = math.Inf(1)
	}
	used, from := make([]bool, cols+1), make([]int, cols+1)
	j0 := 0
	for row[j0] != 0 {
		used[j0] = true
		i0, j1, delta := row[j0], 0, math.Inf(1)
		for j := 1; j <= cols; j++ {
			if used[j] {
				continue
			}
			if c := -weight(i0-1, j-1) - u[i0] - v[j]; c < least[j] {
				least[j], from[j] = c, j0
			}
			if least[j] < delta {
				delta, j1 = least[j], j
			}
		}
		for j := 0; j <= cols; j++ {
			if used[j] {
				u[row[j]] += delta
				v[j] -= delta
			} else {
				least[j] -= delta
			}
		}
		j0 = j1
	}
	return trail{from, j0}
}
