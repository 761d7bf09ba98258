package geo

import "math"

// The grid of PRIO-GRID (Tollefsen, Strand and Buhaug 2012): cells of half a
// degree, numbered from 1 along the parallels from the south-west corner of the
// map, 720 to a row.
const (
	cellsPerDegree = 2
	cellColumns    = 360 * cellsPerDegree
	cellRows       = 180 * cellsPerDegree
	// LastCell is the greatest number of a PRIO-GRID cell.
	LastCell = cellColumns * cellRows
)

// Cell is the number of the PRIO-GRID cell that holds p. A cell has its southern
// and western edges; those at the pole and at 180° east, which belong to no
// cell, are counted to the last row and column.
func Cell(p Point) int {
	row := min(int(math.Floor((p.Lat+90)*cellsPerDegree)), cellRows-1)
	column := min(int(math.Floor((p.Lon+180)*cellsPerDegree)), cellColumns-1)
	return row*cellColumns + column + 1
}

// CellCentre is the middle of a PRIO-GRID cell; false for a number that no cell
// has.
func CellCentre(cell int) (Point, bool) {
	if cell < 1 || cell > LastCell {
		return Point{}, false
	}
	row, column := (cell-1)/cellColumns, (cell-1)%cellColumns
	return Point{Lat: (float64(row)+0.5)/cellsPerDegree - 90, Lon: (float64(column)+0.5)/cellsPerDegree - 180}, true
}

// CellKM2 is the area of a PRIO-GRID cell on the sphere: about 3,090 km² at the
// equator, less toward the poles. It is 0 for a number that no cell has.
func CellKM2(cell int) float64 {
	c, ok := CellCentre(cell)
	if !ok {
		return 0
	}
	const half = 0.5 / cellsPerDegree
	return EarthRadiusKM * EarthRadiusKM * radians(2*half) * (math.Sin(radians(c.Lat+half)) - math.Sin(radians(c.Lat-half)))
}
