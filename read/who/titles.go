package who

import (
	"strings"

	"tocsin/read/text"
)

// titleStart returns where the title before a name at lo begins, lo where it
// has none: "President", "Prime Minister", "Colonel", "Lt. Gen.", "Foreign
// Minister". A small letter is a title too ("president X") when it touches the
// name. No title
// reaches below floor.
func titleStart(s *text.Sentence, lo, floor int) int {
	best := lo
	for n := 1; n <= longestTitle && lo-n >= floor; n++ {
		if isTitle(s, lo-n, lo) {
			best = lo - n
		}
	}
	return best
}

// longestTitle is in tokens: "Deputy Commander-in-Chief General" has seven.
const longestTitle = 8

// titleBefore returns how many tokens from i are a title that a capital
// follows: "Prime Minister" in "Prime Minister X". It is no part of the name.
func titleBefore(s *text.Sentence, i int) int {
	if !titleFirst(s.Tokens[i].Lower) {
		return 0
	}
	for n := min(longestTitle, len(s.Tokens)-1-i); n > 0; n-- {
		if next := &s.Tokens[i+n]; next.UPOS == "PROPN" && capital(next.Text) && !orgHeads[next.Lower] && isTitle(s, i, i+n) {
			return n
		}
	}
	return 0
}

// titleFirst reports whether a title may begin with the word, hyphened or not.
func titleFirst(w string) bool {
	first, _, _ := strings.Cut(strings.TrimSuffix(w, "."), "-")
	return titleStarts[first]
}

// titleStarts holds the first word of every title there is.
var titleStarts = func() map[string]bool {
	m := map[string]bool{}
	for _, list := range []map[string]bool{rankWords, courtesy, roleNouns, offices, qualifier} {
		for w := range list {
			first, _, _ := strings.Cut(w, " ")
			first, _, _ = strings.Cut(first, "-")
			m[first] = true
		}
	}
	return m
}()

// titleLast reports whether a title may end with the word, hyphened or not.
func titleLast(w string) bool {
	w = strings.TrimSuffix(w, ".")
	return titleEnds[w[strings.LastIndexByte(w, '-')+1:]]
}

// titleEnds holds the last word of every title there is.
var titleEnds = func() map[string]bool {
	m := map[string]bool{}
	for _, list := range []map[string]bool{rankWords, courtesy, roleNouns, offices} {
		for w := range list {
			m[w[strings.LastIndexAny(w, " -")+1:]] = true
		}
	}
	return m
}()

// officeAt returns how many tokens from i are an office written with capitals
// that no name follows: "the Deputy Head of Mission, Anna Berg". It is what
// somebody is, and no name.
func officeAt(s *text.Sentence, i int) int {
	if !capital(s.Tokens[i].Text) || !titleFirst(s.Tokens[i].Lower) {
		return 0
	}
	for n := min(longestTitle, len(s.Tokens)-i); n > 0; n-- {
		last := &s.Tokens[i+n-1]
		if rankWords[last.Lower] && n == 1 || courtesy[last.Lower] || !isTitle(s, i, i+n) {
			continue
		}
		alone := n == 1 && (i == s.Dateline || s.Tokens[i-1].Lower != "the" && s.Tokens[i-1].XPOS != "PRP$" && s.Tokens[i-1].XPOS != "POS")
		if alone || i+n < len(s.Tokens) && (capital(s.Tokens[i+n].Text) || s.Tokens[i+n].Text == "-") {
			return 0
		}
		return n
	}
	return 0
}

// isTitle reports whether tokens [lo,hi) are a title: a rank, a courtesy, an
// office, or several of them in a row.
func isTitle(s *text.Sentence, lo, hi int) bool {
	if !titleLast(s.Tokens[hi-1].Lower) {
		return false
	}
	parts := joined(s, lo, hi)
	if len(parts) == 0 || s.Tokens[lo].Lower == "-" {
		return false
	}
	for len(parts) > 0 {
		n := titleWord(parts)
		if n == 0 {
			return false
		}
		parts = parts[n:]
	}
	return true
}

// titleWord returns how many of the words make up the first title among them.
func titleWord(parts []string) int {
	for n := min(5, len(parts)); n > 0; n-- {
		w := strings.Join(parts[:n], " ")
		if rankWords[w] || courtesy[w] || offices[w] || roleNouns[w] && !notTitles[w] {
			return n
		}
		if n > 1 && qualifier[parts[0]] && titleWord(parts[1:n]) == n-1 {
			return n
		}
	}
	return 0
}

// qualifier words may begin a title.
var qualifier = words(`interim acting former transitional deputy vice prime foreign defence defense interior finance justice first ex army police opposition rebel junta coup jihadist militant
	military caretaker outgoing ousted deposed incoming party union government security foreign_affairs health education oil energy trade economy environment agriculture labour planning home state senior gang tribal militia rights student business community spiritual protest guerrilla faction cartel mutiny
	deputy_prime assistant junior first_deputy`)

// offices are titles of several words, besides those of one in roleNouns.
var offices = words(`lieutenant_governor commander_in_chief attorney_general solicitor_general auditor_general surgeon_general inspector_general director_general
	governor_general secretary_general consul_general comptroller_general advocate_general adjutant_general
	secretary_of_state minister_of_state head_of_state head_of_government head_of_mission head_of_delegation chief_of_staff
	chief_of_defence_staff chief_of_defense_staff chief_of_army_staff chief_of_naval_staff chief_of_the_general_staff chief_of_general_staff
	state_counsellor state_counselor chief_justice chief_executive chief_executive_officer chief_minister chief_prosecutor chief_negotiator
	vice_president vice_chairman vice_chair vice_minister prime_minister high_commissioner high_representative special_envoy special_representative
	special_adviser special_rapporteur national_security_adviser national_security_advisor foreign_secretary home_secretary defence_secretary
	defense_secretary press_secretary treasury_secretary party_leader opposition_leader minister_of_defence minister_of_defense
	minister_of_foreign_affairs minister_of_the_interior minister_of_interior minister_of_finance minister_of_justice minister_of_health
	minister_of_information president_of_the_republic speaker_of_the_house speaker_of_parliament crown_prince prince_regent queen_mother
	major_archbishop grand_imam grand_ayatollah grand_mufti chief_rabbi lord_mayor deputy_head_of_mission police_commissioner
	police_spokesman police_spokeswoman army_spokesman army_spokeswoman military_spokesman government_spokesman government_spokeswoman
	army_commander police_commander air_force_commander navy_commander defence_chief defense_chief intelligence_chief spy_chief aid_chief`)

// titleVariants write a short title out, so that "the colonel" is "Col. Tahir".
var titleVariants = map[string]string{"col": "colonel", "gen": "general", "capt": "captain", "maj": "major", "lt": "lieutenant", "sgt": "sergeant",
	"cpl": "corporal", "brig": "brigadier", "adm": "admiral", "cmdr": "commander", "pres": "president", "sen": "senator", "rep": "representative",
	"gov": "governor", "prof": "professor", "dr": "doctor"}

// notTitles are role nouns that do not stand before a name as its title.
var notTitles = words(`man woman boy girl person member head chair others deputy victim witness citizen resident official actor suspect
	son daughter father mother brother sister wife husband cousin nephew uncle widow lady`)

// A titlePart is one title among those before a name, as tokens.
type titlePart struct {
	lo, hi int
	rank   bool // a rank rather than an office
}

// titleParts takes the titles in tokens [lo,hi) apart: "Interior Minister
// General" is an office and a rank. Courtesies ("Mr") are left out.
func titleParts(s *text.Sentence, lo, hi int) []titlePart {
	var out []titlePart
	for lo < hi {
		n := 1
		for k := min(hi-lo, longestTitle); k > 1; k-- {
			if w := joined(s, lo, lo+k); len(w) <= 5 && titleWord(w) == len(w) {
				n = k
				break
			}
		}
		w := joined(s, lo, lo+n)
		name := strings.Join(w, " ")
		if len(w) > 0 && !courtesy[name] && !(len(out) > 0 && name == "sheikh") {
			rank := rankWords[name] && name != "commander"
			if len(w) > 2 && qualifier[w[0]] && rankWords[strings.Join(w[1:], " ")] {
				rank, lo, n = true, lo+1, n-1 // "Police Chief Superintendent"
			}
			if k := len(out) - 1; k >= 0 && rank && out[k].rank && out[k].hi == lo {
				out[k].hi = lo + n
			} else {
				out = append(out, titlePart{lo: lo, hi: lo + n, rank: rank})
			}
		}
		lo += n
	}
	return out
}

// joined returns the words of tokens [lo,hi) without hyphens and full stops.
func joined(s *text.Sentence, lo, hi int) []string {
	var out []string
	for i := lo; i < hi; i++ {
		w := strings.TrimSuffix(s.Tokens[i].Lower, ".")
		if w == "" || w == "-" {
			continue
		}
		if strings.Contains(w, "-") && !roleNouns[w] && !rankWords[w] {
			out = append(out, strings.Split(w, "-")...)
			continue
		}
		out = append(out, w)
	}
	return out
}
