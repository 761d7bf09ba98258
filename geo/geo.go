// Package geo measures on a sphere, in kilometres and compass degrees.
//
// What goes in: points in decimal degrees (north and east positive). What comes
// out: distances, bearings, points, means, cells of PRIO-GRID, and the words of
// the compass. It assumes a sphere of the Earth's mean radius; against the WGS84
// ellipsoid a distance is wrong by at most 0.6 %. It knows no places, no borders
// and no projections.
//
// The formulas are our own because the library at hand, paulmach/orb, computes
// on the equatorial radius of 6378.137 km, which makes every distance 0.11 % too
// long, and because its function named Distance is a flat approximation.
package geo

import "math"

// EarthRadiusKM is the mean radius of the Earth: (2a+b)/3 of WGS84.
const EarthRadiusKM = 6371.0088

// KMPerDegree is the length of one degree of latitude on the sphere: 111.195 km.
const KMPerDegree = EarthRadiusKM * math.Pi / 180

// A Point is a position in decimal degrees: latitude north of the equator,
// longitude east of Greenwich.
type Point struct {
	Lat float64 `json:"lat"`
	Lon float64 `json:"lon"`
}

// Valid reports whether p lies on the Earth: latitude in [-90, 90], longitude
// in [-180, 180], neither of them NaN. Every other function assumes it.
func (p Point) Valid() bool {
	return p.Lat >= -90 && p.Lat <= 90 && p.Lon >= -180 && p.Lon <= 180
}

// DistanceKM is the length in kilometres of the shortest way between a and b,
// by the haversine formula (Sinnott 1984), which is exact on the sphere and
// keeps its digits for points close together.
func DistanceKM(a, b Point) float64 {
	sinLat := math.Sin(radians(b.Lat-a.Lat) / 2)
	sinLon := math.Sin(radians(b.Lon-a.Lon) / 2)
	h := sinLat*sinLat + math.Cos(radians(a.Lat))*math.Cos(radians(b.Lat))*sinLon*sinLon
	return 2 * EarthRadiusKM * math.Asin(math.Sqrt(min(1, h)))
}

// BearingDeg is the compass direction, in [0, 360), in which one sets out from
// from to reach to by the shortest way: 0 north, 90 east. It is 0 where the two
// are the same point or from is a pole, where direction means nothing.
func BearingDeg(from, to Point) float64 {
	dLon := radians(to.Lon - from.Lon)
	lat1, lat2 := radians(from.Lat), radians(to.Lat)
	y := math.Sin(dLon) * math.Cos(lat2)
	x := math.Cos(lat1)*math.Sin(lat2) - math.Sin(lat1)*math.Cos(lat2)*math.Cos(dLon)
	if from == to || math.Abs(from.Lat) == 90 {
		return 0
	}
	return Turn(degrees(math.Atan2(y, x)))
}

// Turn brings any number of degrees into [0, 360).
func Turn(deg float64) float64 {
	if deg >= 0 && deg < 360 {
		return deg
	}
	deg = math.Mod(deg, 360)
	if deg < 0 {
		deg += 360
	}
	if deg >= 360 { // -1e-17 + 360 is 360
		return 0
	}
	return deg
}

// AngleBetween is the smaller angle between two bearings, in [0, 180] degrees.
func AngleBetween(a, b float64) float64 {
	d := Turn(a - b)
	return min(d, 360-d)
}

// Offset is the point reached from p by going km kilometres along the great
// circle that sets out toward bearing.
func Offset(p Point, bearing, km float64) Point {
	d := km / EarthRadiusKM
	lat, b := radians(p.Lat), radians(bearing)
	sinLat := math.Sin(lat)*math.Cos(d) + math.Cos(lat)*math.Sin(d)*math.Cos(b)
	sinLat = max(-1, min(1, sinLat))
	dLon := math.Atan2(math.Sin(b)*math.Sin(d)*math.Cos(lat), math.Cos(d)-math.Sin(lat)*sinLat)
	return Point{Lat: degrees(math.Asin(sinLat)), Lon: wrapLon(p.Lon + degrees(dLon))}
}

// BeyondKM is how many kilometres further toward bearing p lies than from;
// negative where it lies less far. Further south means a lower latitude and
// further east a greater longitude, whatever the other coordinate: the meaning
// of "as far south as". Between the cardinal points the two are mixed in the
// plane that touches the Earth at from. Longitude is taken the short way round
// and measured along from's parallel.
func BeyondKM(from, p Point, bearing float64) float64 {
	north := (p.Lat - from.Lat) * KMPerDegree
	east := wrapLon(p.Lon-from.Lon) * KMPerDegree * math.Cos(radians(from.Lat))
	sin, cos := math.Sincos(radians(bearing))
	switch Turn(bearing) { // exact at the cardinal points, where sine and cosine are not
	case 0:
		return north
	case 90:
		return east
	case 180:
		return -north
	case 270:
		return -east
	}
	return north*cos + east*sin
}

// A Plane touches the Earth at a point: it is BeyondKM for many points and one
// origin.
type Plane struct {
	origin Point
	cos    float64
}

// PlaneAt is the plane that touches the Earth at origin.
func PlaneAt(origin Point) Plane { return Plane{origin, math.Cos(radians(origin.Lat))} }

// NorthEast is BeyondKM from the origin to p toward 0° and toward 90°.
func (pl Plane) NorthEast(p Point) (north, east float64) {
	return (p.Lat - pl.origin.Lat) * KMPerDegree, wrapLon(p.Lon-pl.origin.Lon) * KMPerDegree * pl.cos
}

func radians(deg float64) float64 { return deg * math.Pi / 180 }

func degrees(rad float64) float64 { return rad * 180 / math.Pi }

// wrapLon brings a longitude, or a difference of two, into [-180, 180).
func wrapLon(lon float64) float64 { return Turn(lon+180) - 180 }

// Mean is the point from which the directions to all points cancel out: the sum
// of their positions as vectors from the middle of the Earth, brought back to the
// surface (Fisher, Lewis and Embleton 1987, sec. 2.2.1). It has no trouble with
// the date line or the poles. Points that cancel out altogether, such as two
// opposite ones, have no mean: the first of them is returned, and the zero point
// for no points.
func Mean(points []Point) Point {
	var x, y, z float64
	for _, p := range points {
		sinLat, cosLat := math.Sincos(radians(p.Lat))
		sinLon, cosLon := math.Sincos(radians(p.Lon))
		x, y, z = x+cosLat*cosLon, y+cosLat*sinLon, z+sinLat
	}
	if flat := math.Hypot(x, y); math.Hypot(flat, z) > 1e-9*float64(len(points)) {
		return Point{Lat: degrees(math.Atan2(z, flat)), Lon: degrees(math.Atan2(y, x))}
	}
	if len(points) == 0 {
		return Point{}
	}
	return points[0]
}
