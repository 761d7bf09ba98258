package when

import (
	"strconv"
	"strings"

	"tocsin"
	"tocsin/read/text"
)

// An atom is a token, or the part of one between hyphens: "mid-March" is three.
type atom struct {
	text, lower string
	tok         int // token of the sentence
	lo, hi      int // bytes of the document
	num         int // its value where it is a number from 0 to a million, else -1
	ordinal     bool
}

// atoms cuts the tokens of a sentence at hyphens and dashes.
func atoms(s *text.Sentence) []atom {
	out := make([]atom, 0, len(s.Tokens)+8)
	for i := range s.Tokens {
		t := &s.Tokens[i]
		start := 0
		for j, r := range t.Text {
			if r != '-' && r != '–' && r != '‑' {
				continue
			}
			out = addAtom(out, t, i, start, j)
			end := j + len(string(r))
			out = addAtom(out, t, i, j, end)
			start = end
		}
		out = addAtom(out, t, i, start, len(t.Text))
	}
	return out
}

func addAtom(out []atom, t *text.Token, tok, from, to int) []atom {
	if from >= to {
		return out
	}
	a := atom{text: t.Text[from:to], tok: tok, lo: t.Span[0] + from, hi: t.Span[0] + to, num: -1}
	a.lower = strings.ToLower(strings.TrimSuffix(a.text, "."))
	if a.lower == "" {
		a.lower = a.text
	}
	a.num, a.ordinal = number(a.lower)
	return append(out, a)
}

// number reads "12", "1,200", "twelve", "12th", "twelfth"; -1 where w is none.
func number(w string) (n int, ordinal bool) {
	if n, ok := cardinals[w]; ok {
		return n, false
	}
	if n, ok := ordinals[w]; ok {
		return n, true
	}
	if len(w) == 0 || len(w) > 9 || w[0] < '0' || w[0] > '9' {
		return -1, false
	}
	digits := strings.ReplaceAll(w, ",", "")
	if strings.Contains(w, ",") && len(w)-strings.LastIndexByte(w, ',') != 4 {
		return -1, false
	}
	for _, tail := range []string{"st", "nd", "rd", "th"} {
		if d, ok := strings.CutSuffix(digits, tail); ok {
			digits, ordinal = d, true
		}
	}
	n, err := strconv.Atoi(digits)
	if err != nil || n > 1e6 {
		return -1, false
	}
	return n, ordinal
}

var cardinals = map[string]int{"zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
	"eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
	"seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
	"seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100}

var ordinals = map[string]int{"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
	"eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15,
	"sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30}

var months = map[string]int{"january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7,
	"august": 8, "september": 9, "october": 10, "november": 11, "december": 12}

// shortMonths need a number beside them: "Mar" and "Jan" are also names.
var shortMonths = map[string]int{"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9,
	"oct": 10, "nov": 11, "dec": 12}

// weekdays count from Monday, 0.
var weekdays = map[string]int{"monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6}

var shortWeekdays = map[string]int{"mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6}

var seasons = map[string]int{"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}

// unitOf reads a unit of time; plural reports its form. The second is one only
// in the plural: "second" is mostly an ordinal.
func unitOf(w string) (u tocsin.Unit, plural, ok bool) {
	switch w {
	case "day", "week", "month", "year":
		return tocsin.Unit(w + "s"), false, true
	case "days", "weeks", "months", "years":
		return tocsin.Unit(w), true, true
	case "hour", "hours":
		return tocsin.Hours, w == "hours", true
	case "decade", "decades", "century", "centuries", "quarter", "quarters", "fortnight", "minute", "minutes", "seconds", "weekend", "weekends":
		return tocsin.Unit(w), strings.HasSuffix(w, "s"), true
	}
	return "", false, false
}

// inUnits turns odd units into those that package tocsin has.
func inUnits(n float64, u tocsin.Unit) (float64, tocsin.Unit) {
	switch u {
	case "decade", "decades":
		return n * 10, tocsin.Years
	case "century", "centuries":
		return n * 100, tocsin.Years
	case "quarter", "quarters":
		return n * 3, tocsin.Months
	case "fortnight":
		return n * 14, tocsin.Days
	case "weekend", "weekends":
		return n * 2, tocsin.Days
	case "minute", "minutes":
		return n / 60, tocsin.Hours
	case "seconds":
		return n / 3600, tocsin.Hours
	}
	return n, u
}

// set makes a lookup from words separated by blanks.
func set(words string) map[string]bool {
	m := make(map[string]bool)
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

var (
	// datePreps open a phrase of time and belong to it.
	datePreps = set("on in at during over around about circa within for throughout")
	// beforeMonth are the words after which a bare "May" or "March" is a month.
	beforeMonth = set("in since until till by before after from to through of during last this next early mid late around throughout between and or - – past previous following each every")
	// personMonths are also given names or verbs.
	personMonths = set("may march april june august")
	// nameNouns make a preceding date a part of a name: "the June 5 movement".
	nameNouns = set("movement movements group front coalition alliance brigade brigades committee forum square street avenue bridge road mosque university hospital stadium airport party collective battalion regiment")
	// counted are nouns that a number before them counts: "2000 fighters".
	counted = set("people persons men women children civilians soldiers troops fighters militants militiamen rebels police officers protesters demonstrators refugees migrants prisoners detainees students teachers workers families households villages houses homes schools votes dead deaths casualties victims dollars euros francs pounds km kilometres kilometers miles metres meters tonnes tons barrels square percent per times words points vehicles weapons")
	// roundabout may stand before an amount of time.
	roundabout = set("about around nearly almost approximately roughly some just over under more less than at least most only exactly barely")
)

// Small lists that single rules use.
var (
	pointPreps       = set("on at")                                                                                                           // go with a point in time, not with a length
	lengthAdjectives = set("full long consecutive straight whole additional more")                                                            // may stand between an amount and its unit
	beforeMany       = set("for over in within after")                                                                                        // lead "decades" without a number
	beforeOne        = set("for in within over nearly almost about")                                                                          // make "a year" a length of time
	beforePast       = set("the these its his her their our")                                                                                 // may stand before "past eight years"
	notSpan          = set("previous preceding next coming")                                                                                  // name a period of the calendar before a single unit
	definite         = set("the this")                                                                                                        // make "2000 fighters" the fighters of 2000
	notYear          = set("resolution resolutions flight highway route article unit number room page some nearly over about than around")    // lead numbers that are no years
	beforeYear       = set("in since until till by before after from to of during through and or between early late mid around ( - – / year") // lead years of any century
	namedDays        = set("black bloody good holy palm easter super")                                                                        // make a weekday a name
)

// starters are the words that may begin a time, apart from numbers; every other
// word is passed over at once.
var starters = makeStarters()

func makeStarters() map[string]bool {
	m := set("the a an half every each once twice times per aged age as dating going within just only q1 q2 q3 q4 h1 h2 ) ( ' ’ " +
		"early late mid beginning start onset middle end close first last final earlier later recent coming ensuing this current next " +
		"past previous preceding following that same these its his her their our several some many numerous few couple daily weekly " +
		"monthly yearly annually quarterly between from weekend")
	for _, words := range []map[string]bool{datePreps, roundabout, feasts} {
		for w := range words {
			m[w] = true
		}
	}
	for _, words := range []map[string]int{months, shortMonths, weekdays, shortWeekdays, seasons, spelledDecades, cardinals, ordinals} {
		for w := range words {
			m[w] = true
		}
	}
	for d := range weekdays {
		m[d+"s"] = true
	}
	for _, a := range adverbs {
		m[a.words[0]] = true
	}
	for _, o := range openWords {
		m[o.words[0]] = true
	}
	for _, a := range anchorWords {
		m[a.words[0]] = true
	}
	for w := range clauseMarks {
		m[w] = true
	}
	for _, u := range []string{"day", "week", "month", "year", "hour", "minute", "decade", "quarter", "weekend"} {
		m[u], m[u+"s"] = true, true
	}
	for _, u := range []string{"century", "centuries", "fortnight", "seconds"} {
		m[u] = true
	}
	return m
}

// eventNouns are things that happen, and by which a text may date others.
var eventNouns = set(`coup coups putsch war wars conflict crisis election elections vote poll polls referendum attack attacks assault
 assaults offensive raid raids massacre massacres killing killings bombing bombings clash clashes revolt revolts uprising uprisings
 rebellion rebellions mutiny mutinies insurgency insurrection revolution independence protest protests demonstration demonstrations
 march rally rallies strike strikes unrest riots violence invasion intervention operation operations deployment withdrawal arrival
 departure arrest arrests detention abduction kidnapping death deaths assassination murder funeral resignation removal ouster ousting
 overthrow fall collapse takeover return agreement accord accords deal ceasefire truce talks negotiations summit meeting visit
 inauguration dissolution transition pandemic outbreak epidemic famine drought flood floods earthquake sanctions embargo split merger
 declaration announcement signing attempt campaign battle battles siege capture seizure fighting hostilities genocide annexation
 liberation defeat victory release trial verdict sentence speech incident disaster explosion blast events launch creation founding
 establishment end beginning start closure dispute escalation handover ceremony conference congress convention drawdown pullout
 evacuation airstrike airstrikes shooting shootings kidnappings abductions execution executions purge crackdown lockdown curfew blockade
 incursion reshuffle impeachment ruling appointment nomination`)
