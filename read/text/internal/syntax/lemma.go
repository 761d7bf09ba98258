package syntax

import "strings"

// Lemma gives the base form of a word by its tag: what training showed where
// the rules are wrong, else a table of irregular forms, else the rules.
func (m *Model) Lemma(w, tag string) string {
	w = strings.ReplaceAll(w, "’", "'")
	if l, ok := m.lemmas[strings.ToLower(w)+"\t"+tag]; ok {
		return l
	}
	return ruleLemma(w, tag)
}

func ruleLemma(w, tag string) string {
	upos, xpos, _ := strings.Cut(tag, "|")
	low := strings.ToLower(w)
	switch upos {
	case "PROPN":
		if xpos == "NNPS" {
			if s := noun(w); s != "" {
				return s
			}
		}
		return w
	case "VERB", "AUX":
		if l, ok := irregularVerbs[low]; ok {
			return l
		}
		if upos == "AUX" {
			return low
		}
		return verb(low, xpos)
	case "NOUN":
		if xpos != "NNS" {
			return low
		}
		if l, ok := irregularNouns[low]; ok {
			return l
		}
		return noun(low)
	case "ADJ", "ADV":
		if l, ok := irregularGrades[low]; ok {
			return l
		}
		return grade(low, xpos)
	case "PUNCT", "SYM", "X":
		return w
	}
	if l, ok := closedLemmas[low]; ok {
		return l
	}
	return low
}

// noun undoes a regular plural.
func noun(w string) string {
	n := len(w)
	switch {
	case n < 4 || !strings.HasSuffix(w, "s") || strings.HasSuffix(w, "ss"):
		return w
	case strings.HasSuffix(w, "ies") && n > 4:
		return w[:n-3] + "y"
	case endsAny(w, "sses", "shes", "ches", "xes", "zzes"):
		return w[:n-2]
	case endsAny(w, "oes") && n > 5:
		return w[:n-2]
	}
	return w[:n-1]
}

func endsAny(w string, tails ...string) bool {
	for _, t := range tails {
		if strings.HasSuffix(w, t) {
			return true
		}
	}
	return false
}

// verb undoes a regular ending, chosen by the Penn tag.
func verb(w, xpos string) string {
	n := len(w)
	switch xpos {
	case "VBZ":
		switch {
		case strings.HasSuffix(w, "ies") && n > 4:
			return w[:n-3] + "y"
		case endsAny(w, "sses", "shes", "ches", "xes", "zzes", "oes"):
			return w[:n-2]
		case strings.HasSuffix(w, "s") && n > 2:
			return w[:n-1]
		}
	case "VBD", "VBN":
		if strings.HasSuffix(w, "ied") && n > 4 {
			return w[:n-3] + "y"
		}
		if strings.HasSuffix(w, "ed") && n > 3 {
			return stem(w[:n-2])
		}
	case "VBG":
		if strings.HasSuffix(w, "ing") && n > 4 {
			return stem(w[:n-3])
		}
	}
	return w
}

// stem mends what is left when -ed or -ing is taken away: a doubled consonant
// is halved, a silent e comes back.
func stem(s string) string {
	n := len(s)
	if n < 2 {
		return s
	}
	last, prev := s[n-1], s[n-2]
	if last == prev && isConsonant(last) {
		if strings.IndexByte("lsfz", last) >= 0 && !doubledByRule[s] {
			return s
		}
		return s[:n-1]
	}
	if silentE(s) {
		return s + "e"
	}
	return s
}

func isConsonant(c byte) bool { return strings.IndexByte("aeiou", c) < 0 }

// silentE reports whether the verb of a bare stem is written with a final e.
func silentE(s string) bool {
	n := len(s)
	last := s[n-1]
	switch last {
	case 'v', 'u', 'c':
		return true
	case 'z':
		return s[n-2] != 't'
	case 's':
		return endsAny(s, "as", "is", "os", "us", "ns", "rs", "ps", "ls", "eas", "ois") && !endsAny(s, "ias", "cus", "bias")
	case 'g':
		return endsAny(s, "rg", "lg", "dg", "ag", "eng", "ang", "iang") && !endsAny(s, "hang", "bang", "gang")
	case 't':
		return endsAny(s, "at", "ut", "ibut", "cit", "vit", "ot", "nit", "ebat", "let", "quot") && !endsAny(s, "eat", "oat", "out", "oot", "bat", "hibit", "imit", "rot", "profit", "pot", "rbit", "dit", "ait")
	case 'l':
		return strings.IndexByte("bcdfgkptz", s[n-2]) >= 0 || endsAny(s, "ul", "cil", "fil", "pil", "mil", "rol", "sol", "tyl") && n <= 5
	case 'r':
		return endsAny(s, "ir", "ar", "ur", "or") && endsAny(s, "uir", "pir", "sir", "tir", "mir", "fir", "har", "clar", "par", "ar", "cur", "sur", "jur", "dur", "tur", "nor", "plor", "stor", "scor", "ador") && !endsAny(s, "ear", "air", "oar", "our", "lour") || endsAny(s, "eir", "centr")
	case 'd':
		return endsAny(s, "id", "ad", "ud", "od", "ed") && endsAny(s, "vid", "cid", "sid", "lid", "rid", "uid", "vad", "lud", "clud", "trud", "rad", "ud", "ced", "pled", "lod", "rod", "uad", "fad", "cad") && !endsAny(s, "ead", "oad", "aid", "loud", "eed", "oud")
	case 'm':
		return endsAny(s, "um", "am", "im") && endsAny(s, "sum", "nam", "lam", "sham", "fram", "aim", "tim") && !endsAny(s, "claim", "aim", "eam", "oam")
	case 'n':
		return endsAny(s, "in", "an", "on", "un") && endsAny(s, "fin", "bin", "lin", "min", "vin", "rain", "clin", "stpon", "pon", "tun", "hon") && !endsAny(s, "ain", "oin", "ean", "oon", "min", "lain") || endsAny(s, "amin", "termin")
	case 'k':
		return endsAny(s, "ak", "ik", "ok", "rik") && !endsAny(s, "eak", "ook", "oak", "eek")
	case 'p':
		return endsAny(s, "ap", "ip", "op", "yp") && endsAny(s, "cap", "hap", "rap", "wip", "rip", "cop", "hop", "lop", "typ", "scrip") && !endsAny(s, "eap", "oop", "eop", "velop", "oap", "lip")
	case 'b':
		return endsAny(s, "rib", "rob", "cub", "tub")
	}
	return false
}
