package icews

import "strings"

// Classes are the quarters of CAMEO.
var Classes = []string{"verbal cooperation", "material cooperation", "verbal conflict", "material conflict"}

// acts gives the act of a CAMEO code; the longest prefix counts. Two digits are
// the twenty root codes.
var acts = map[string]string{
	"01": "other", "02": "demand", "03": "agreement", "04": "negotiation", "042": "visit", "043": "visit",
	"05": "support", "057": "agreement", "06": "cooperation", "07": "aid", "08": "concession", "084": "release", "0871": "ceasefire", "0872": "withdrawal", "0873": "disarmament", "0874": "withdrawal",
	"09": "investigation", "10": "demand", "11": "criticism", "112": "accusation", "12": "rejection", "13": "threat",
	"14": "protest", "143": "strike", "145": "riot", "15": "mobilisation", "16": "sanction", "166": "expulsion",
	"17": "restriction", "171": "seizure", "1712": "destruction", "1724": "emergency", "173": "arrest", "174": "expulsion", "175": "assault",
	"18": "assault", "181": "abduction", "19": "assault", "191": "restriction", "192": "seizure", "20": "assault",
}

// last is the largest third digit that a code of each root has, from 01.
const last = "98967457485995465664"

// valid reports whether there can be such a code.
func valid(code string) bool {
	if len(code) < 2 || len(code) > 4 || strings.Trim(code, "0123456789") != "" || code < "01" || code[:2] > "20" {
		return false
	}
	root := int(code[0]-'0')*10 + int(code[1]-'0')
	return len(code) == 2 || code[2] <= last[root-1] && (len(code) == 3 || root > 1) // statements have no codes of four digits
}

// Code gives the class and the act of a CAMEO code, and what is odd about it: a
// code that a spreadsheet took for a number has lost its leading zero, and is
// read where only one code can be meant.
func Code(code string) (class, act, odd string) {
	if !valid(code) && valid("0"+code) {
		code, odd = "0"+code, FlagZero
	}
	if !valid(code) {
		return "other", "other", FlagCode
	}
	for n := len(code); n >= 2; n-- {
		if a, ok := acts[code[:n]]; ok {
			act = a // every root has one
			break
		}
	}
	switch root := code[:2]; {
	case root <= "05":
		class = Classes[0]
	case root <= "08":
		class = Classes[1]
	case root <= "13":
		class = Classes[2]
	default:
		class = Classes[3]
	}
	return class, act, odd
}
