// Command lexicon packs the single words of WordNet 3.1 with their parts of
// speech for the tagger's features:
//
//	go run ./read/text/train/lexicon DICT read/text/internal/syntax/lexicon.bin
//
// DICT is WordNet's folder of index.* and data.* files.
package main

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"tocsin/read/text/internal/syntax"
)

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: lexicon DICT OUT")
		os.Exit(2)
	}
	if err := run(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, "lexicon:", err)
		os.Exit(1)
	}
}

func run(dict, out string) error {
	entries := make(map[string]uint8)
	most := make(map[string]int) // tagged senses of the commonest part of speech
	for k, pos := range []string{"noun", "verb", "adj", "adv"} {
		bit := uint8(1) << k
		err := lines(filepath.Join(dict, "index."+pos), func(f []string) {
			w := f[0]
			if strings.ContainsAny(w, "_-.'0123456789") || len(w) < 2 {
				return
			}
			tagged := taggedSenses(f)
			if tagged > most[w] || entries[w] == 0 {
				most[w] = tagged
				entries[w] = entries[w]&^(syntax.LexMostly1|syntax.LexMostly2) | uint8(k)<<5
			}
			entries[w] |= bit
		})
		if err != nil {
			return err
		}
	}
	if err := names(filepath.Join(dict, "data.noun"), entries); err != nil {
		return err
	}
	return os.WriteFile(out, syntax.EncodeLexicon(entries), 0o644)
}

// taggedSenses is the third number from the end of the counts of an index line:
// lemma pos synsets p_cnt [symbols] sense_cnt tagsense_cnt offsets.
func taggedSenses(f []string) int {
	if len(f) < 4 {
		return 0
	}
	p, err := strconv.Atoi(f[3])
	if err != nil || 5+p >= len(f) {
		return 0
	}
	n, err := strconv.Atoi(f[5+p])
	if err != nil {
		return 0
	}
	return n
}

// names marks words that WordNet writes with a capital; a word that it only
// writes so is no common noun.
func names(file string, entries map[string]uint8) error {
	common := make(map[string]bool)
	proper := make(map[string]bool)
	err := lines(file, func(f []string) {
		n, err := strconv.ParseInt(f[3], 16, 32)
		if err != nil {
			return
		}
		for i := 0; i < int(n) && 4+2*i < len(f); i++ {
			w := f[4+2*i]
			if low := strings.ToLower(w); low != w {
				proper[low] = true
			} else {
				common[w] = true
			}
		}
	})
	for w := range proper {
		if e, ok := entries[w]; ok {
			e |= syntax.LexName
			if !common[w] {
				e &^= syntax.LexNoun
			}
			entries[w] = e
		}
	}
	return err
}

// lines calls do with the fields of every line that is no part of the licence.
func lines(file string, do func([]string)) error {
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<20)
	for sc.Scan() {
		if s := sc.Text(); s != "" && s[0] != ' ' {
			if fields := strings.Fields(s); len(fields) >= 6 {
				do(fields)
			}
		}
	}
	return sc.Err()
}
