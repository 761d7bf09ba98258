package syntax

import "strings"

// american returns the spelling that the training texts use for a word in lower
// case that is spelt the British way, and any other word as it is. A rewritten
// word must be in the lexicon, so that "raise" and "four" stay what they are.
func american(w string) string {
	if len(w) < 4 {
		return w
	}
	if a, ok := britishWords[w]; ok {
		return a
	}
	if len(w) < 6 {
		return w
	}
	if i := strings.LastIndex(w, "is"); i >= 3 && iseTails[w[i+2:]] && lexicon().entry(w[:i]+"ize")&LexVerb != 0 {
		return w[:i] + "iz" + w[i+2:]
	}
	if i := strings.LastIndex(w, "ys"); i >= 3 && iseTails[w[i+2:]] && lexicon().entry(w[:i]+"yze")&LexVerb != 0 {
		return w[:i] + "yz" + w[i+2:]
	}
	if i := strings.Index(w, "our"); i >= 2 && ourTails[w[i+3:]] && lexicon().entry(w[:i]+"or") != 0 {
		return w[:i] + "or" + w[i+3:]
	}
	return w
}

// iseTails are what may follow -is- or -ys- in a word that has z in America,
// ourTails what may follow -our in one that has -or.
var (
	iseTails = map[string]bool{"e": true, "es": true, "ed": true, "ing": true, "er": true, "ers": true, "able": true, "ation": true, "ations": true}
	ourTails = map[string]bool{"": true, "s": true, "ed": true, "ing": true, "er": true, "ers": true, "able": true, "ably": true, "ite": true,
		"ites": true, "hood": true, "hoods": true, "less": true, "ful": true, "ly": true}
)

// britishWords are spellings without a rule.
var britishWords = map[string]string{"centre": "center", "centres": "centers", "centred": "centered", "theatre": "theater", "theatres": "theaters",
	"metre": "meter", "metres": "meters", "kilometre": "kilometer", "kilometres": "kilometers", "litre": "liter", "litres": "liters",
	"calibre": "caliber", "fibre": "fiber", "defence": "defense", "defences": "defenses", "offence": "offense", "offences": "offenses",
	"licence": "license", "licences": "licenses", "pretence": "pretense", "programme": "program", "programmes": "programs",
	"grey": "gray", "cheque": "check", "cheques": "checks", "sceptic": "skeptic", "sceptics": "skeptics", "sceptical": "skeptical",
	"travelled": "traveled", "travelling": "traveling", "cancelled": "canceled", "cancelling": "canceling", "labelled": "labeled",
	"signalled": "signaled", "signalling": "signaling", "fuelled": "fueled", "fuelling": "fueling", "counsellor": "counselor",
	"councillor": "councilor", "councillors": "councilors", "marshalled": "marshaled", "manoeuvre": "maneuver", "manoeuvres": "maneuvers",
	"enrol": "enroll", "fulfil": "fulfill", "tonne": "ton", "tonnes": "tons", "ageing": "aging", "judgement": "judgment", "tyre": "tire", "tyres": "tires"}
