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
	w = strings.NewReplacer("-", "", " ", "").Replace(w)
	for _, ending := range []string{"ernmost", "most", "erly", "ern", "bound", "wards", "ward"} {
		if rest, cut := strings.CutSuffix(w, ending); cut && rest != "" {
			w = rest
			break
		}
	}
	for i, name := range points16 {
		plain := strings.ReplaceAll(name, "-", "")
		if w == plain || w == initials(plain) {
			return float64(i) * 22.5, true
		}
	}
	return 0, false
}

// initials abbreviates a word of the compass: "southsouthwest" is "ssw".
func initials(plain string) string {
	return strings.NewReplacer("north", "n", "south", "s", "east", "e", "west", "w").Replace(plain)
}
