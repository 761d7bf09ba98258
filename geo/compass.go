package geo

import (
	"math"
	"strings"
)

// points16 are the words of the compass from north clockwise, every 22.5°.
var points16 = [16]string{
	"north", "north-northeast", "northeast", "east-northeast",
	"east", "east-southeast", "southeast", "south-southeast",
	"south", "south-southwest", "southwest", "west-southwest",
	"west", "west-northwest", "northwest", "north-northwest",
}

// CompassPoint names the direction of a bearing by one of 8 or 16 words:
// "south", "southwest", "south-southwest". Any other n counts as 8.
func CompassPoint(bearing float64, n int) string {
	if n != 16 {
		n = 8
	}
	i := int(math.Floor(Turn(bearing)*float64(n)/360+0.5)) % n
	return points16[i*16/n]
}

// CompassBearing reads a word of the compass as a bearing in degrees: "south",
// "southern", "southward", "southernmost", "south-west", "South West", "SSW",
// "south-southwestern". It reports false for any other word.
func CompassBearing(word string) (deg float64, ok bool) {
	w := strings.ToLower(strings.TrimSpace(word))
	if strings.ContainsAny(w, "- ") {
		w = strings.ReplaceAll(strings.ReplaceAll(w, "-", ""), " ", "")
	}
	for _, ending := range [...]string{"ernmost", "most", "erly", "ern", "bound", "wards", "ward"} {
		if rest, cut := strings.CutSuffix(w, ending); cut && rest != "" {
			w = rest
			break
		}
	}
	deg, ok = bearings[w]
	return deg, ok
}

// bearings are the words of the compass without hyphens, and their initials:
// "southsouthwest" and "ssw".
var bearings = func() map[string]float64 {
	initials := strings.NewReplacer("north", "n", "south", "s", "east", "e", "west", "w")
	all := make(map[string]float64, 2*len(points16))
	for i, name := range points16 {
		plain := strings.ReplaceAll(name, "-", "")
		all[plain] = float64(i) * 22.5
		all[initials.Replace(plain)] = float64(i) * 22.5
	}
	return all
}()
