package main

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
	"unicode"

	"tocsin/gazetteer/internal/fold"
)

type town struct {
	id             uint32
	names          []string // the name first
	lat, lon       int32
	country, code  string
	admin1, admin2 string
	pop            int64
}

type unit struct {
	id      uint32
	code    string // "ML.04" or "ML.04.123"
	name    string
	ascii   string
	cells   map[[2]int]int // how many towns lie in each quarter degree
	lat     int64          // sums over the towns
	lon     int64
	towns   int64
	pop     int64
	country string
}

// minPop is the population from which any populated place is kept.
const minPop = 1000

// kept are the feature codes that are kept whatever their population.
var kept = map[string]bool{"PPLC": true, "PPLA": true, "PPLA2": true, "PPLA3": true, "PPLG": true}

// gone are places that are no longer lived in.
var gone = map[string]bool{"PPLH": true, "PPLQ": true, "PPLW": true, "PPLCH": true}

// lines calls f with the tab-separated fields of each line of a plain or
// gzipped file.
func lines(name string, f func(n int, field []string) error) error {
	file, err := os.Open(name)
	if err != nil {
		return err
	}
	defer file.Close()
	var r io.Reader = file
	if strings.HasSuffix(name, ".gz") {
		if r, err = gzip.NewReader(file); err != nil {
			return err
		}
	}
	sc := bufio.NewScanner(r)
	sc.Buffer(nil, 1<<20)
	for n := 1; sc.Scan(); n++ {
		if sc.Text() == "" {
			continue
		}
		if err := f(n, strings.Split(sc.Text(), "\t")); err != nil {
			return fmt.Errorf("%s:%d: %w", name, n, err)
		}
	}
	return sc.Err()
}

func readTowns(name string) ([]town, error) {
	var out []town
	err := lines(name, func(n int, f []string) error {
		if len(f) != 19 {
			return fmt.Errorf("%d fields, want 19", len(f))
		}
		pop, err := strconv.ParseInt(f[14], 10, 64)
		if err != nil {
			return err
		}
		if gone[f[7]] || pop < minPop && !kept[f[7]] {
			return nil
		}
		id, err := strconv.ParseUint(f[0], 10, 32)
		if err != nil {
			return err
		}
		lat, err := strconv.ParseFloat(f[4], 64)
		if err != nil {
			return err
		}
		lon, err := strconv.ParseFloat(f[5], 64)
		if err != nil {
			return err
		}
		t := town{id: uint32(id), lat: round(lat), lon: round(lon), country: f[8], code: "P." + f[7],
			admin1: f[10], admin2: f[11], pop: pop}
		t.names = names(f[1], f[2], f[3], limit(f[7], pop))
		out = append(out, t)
		return nil
	})
	return out, err
}

// limit is how many alternate names a place may keep: the better known it is,
// the more of its names are met in texts.
func limit(code string, pop int64) int {
	switch {
	case code == "PPLC" || pop >= 500_000:
		return 80
	case code == "PPLA" || pop >= 100_000:
		return 60
	case pop >= 15_000 || code == "PPLA2":
		return 6
	default:
		return 3
	}
}

// names is the name and those alternates, at most max, that are written as a
// Latin-script proper name and are not the same name over again.
func names(name, ascii, alt string, max int) []string {
	out := []string{name}
	seen := map[string]bool{fold.String(name): true}
	for _, a := range append([]string{ascii}, strings.Split(alt, ",")...) {
		if len(out) > max {
			break
		}
		key := fold.String(a)
		if !properName(a) || len(key) < 3 || seen[key] {
			continue
		}
		seen[key] = true
		out = append(out, a)
	}
	return out
}

// particles are the small words a name may begin with.
var particles = []string{"al-", "ad-", "as-", "ash-", "an-", "ar-", "at-", "az-", "el-", "es-", "al ", "el ", "'s-", "la ", "le ", "l'"}

// properName refuses other scripts, transliterations of other scripts into lower
// case, airport codes, links and names too long to meet in a text.
func properName(s string) bool {
	if len(s) > 40 || s == "" {
		return false
	}
	upper, letters := 0, 0
	for _, r := range s {
		if unicode.IsDigit(r) || r == '/' || r == '(' || r == '_' || r == ':' {
			return false
		}
		if unicode.IsLetter(r) {
			if !unicode.Is(unicode.Latin, r) {
				return false
			}
			letters++
			if unicode.IsUpper(r) {
				upper++
			}
		}
	}
	if upper == letters && letters <= 4 {
		return false
	}
	first, _ := firstRune(s)
	if unicode.IsUpper(first) {
		return true
	}
	for _, p := range particles {
		if strings.HasPrefix(strings.ToLower(s), p) {
			return upper > 0
		}
	}
	return false
}

func firstRune(s string) (rune, bool) {
	for _, r := range s {
		return r, true
	}
	return 0, false
}

func readUnits(admin1, admin2 string) (map[string]*unit, error) {
	out := make(map[string]*unit)
	for _, name := range []string{admin1, admin2} {
		err := lines(name, func(n int, f []string) error {
			if len(f) != 4 {
				return fmt.Errorf("%d fields, want 4", len(f))
			}
			id, err := strconv.ParseUint(f[3], 10, 32)
			if err != nil {
				return err
			}
			country, _, _ := strings.Cut(f[0], ".")
			out[f[0]] = &unit{id: uint32(id), code: f[0], name: f[1], ascii: f[2], country: country, cells: map[[2]int]int{}}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

func round(deg float64) int32 {
	if deg < 0 {
		return int32(deg*1e5 - 0.5)
	}
	return int32(deg*1e5 + 0.5)
}
