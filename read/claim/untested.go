package claim

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"tocsin"
)

// A Residue is a word of a text that narrows or turns what the text says and that
// none of its claims uses: a verdict on the claims alone would judge less than the
// text says.
type Residue struct {
	Text string
	Kind string // order, time, number, comparison, share, change, actor, place, series, manner, target, motive, narrow, word, ranked (what is ranked), measure (what is counted)
	At   int    // byte in the text
}

// wordAt is a word of a text with where it stands.
type wordAt struct {
	text, low string
	at        int
}

// Untested lists the measurable words of a text that none of the claims read from
// it accounts for, in the order of the text. It looks at words alone, so that it
// checks the reading rather than repeats it.
func Untested(text string, claims []tocsin.Claim) []Residue {
	u := newUse(claims)
	words := mainWords(text)
	var out []Residue
	for i, w := range words {
		if kind := u.residue(words, i); kind != "" {
			end := w.at + len(w.text)
			for k := i + 1; kind == "name" && k < len(words) && capitalWord(words[k].text) && words[k].at <= end+2; k++ {
				end = words[k].at + len(words[k].text)
			}
			if kind == "name" && u.shortName(text[end:]) {
				continue
			}
			out = append(out, Residue{Text: text[w.at:end], Kind: kind, At: w.at})
		}
	}
	if r, ok := Motive(text); ok && u.violent() {
		out = append(out, r)
	}
	if at := belongingTold(text); at > 0 && !u.forms[tocsin.FormWithin] {
		out = append(out, Residue{Text: text[at:], Kind: "place", At: at})
	}
	return out
}

// mainWords are the words of a text without its asides.
func mainWords(text string) []wordAt {
	words := splitWords(text)
	var tokens []wordAt
	last := 0
	for _, w := range words {
		for i := last; i < w.at; i++ {
			if c := text[i]; c == ',' || c == ';' || c == '(' || c == ')' || c == '.' || c == ':' {
				tokens = append(tokens, wordAt{low: string(c), at: i})
			}
		}
		tokens = append(tokens, w)
		last = w.at + len(w.text)
	}
	low := make([]string, len(tokens))
	for i, t := range tokens {
		low[i] = t.low
	}
	cut := asides(low)
	var out []wordAt
	for i, t := range tokens {
		if t.text != "" && !slices.ContainsFunc(cut, func(r [2]int) bool { return i >= r[0] && i < r[1] }) {
			out = append(out, t)
		}
	}
	return out
}

// splitWords cuts a text at everything but letters, digits and what joins them.
func splitWords(text string) []wordAt {
	var out []wordAt
	start := -1
	flush := func(end int) {
		if start >= 0 {
			t := strings.TrimRight(text[start:end], ".,'’-")
			if t != "" {
				out = append(out, wordAt{text: t, low: strings.ToLower(t), at: start})
			}
		}
		start = -1
	}
	for i, r := range text {
		joins := start >= 0 && strings.ContainsRune(".,'’-", r)
		if unicode.IsLetter(r) || unicode.IsDigit(r) || r == '%' || joins {
			if start < 0 {
				start = i
			}
			continue
		}
		flush(i)
	}
	flush(len(text))
	return out
}

// use is what the claims account for.
type use struct {
	claims  []tocsin.Claim
	words   map[string]bool // of places, actors, countries, times
	values  []float64
	forms   map[tocsin.Form]bool
	series  bool
	bearing bool // how far toward a side is a claim's own
	than    bool
	against bool // one thing against another, more than a number and a bound
	coup    bool
	turn    bool // a change that turns the one before
	coups   int  // dates of coups
	actor   bool
	what    string // what is counted, in words
}

func newUse(claims []tocsin.Claim) *use {
	u := &use{claims: claims, words: map[string]bool{}, forms: map[tocsin.Form]bool{}}
	add := func(text string) {
		for _, w := range splitWords(text) {
			u.words[w.low] = true
			u.words[strings.TrimSuffix(strings.TrimSuffix(w.low, "'s"), "’s")] = true
		}
	}
	for i := range claims {
		k := &claims[i]
		if k.Of == nil && !geographic(k.Form) {
			continue // of what no data counts
		}
		u.forms[k.Form] = true
		if k.Value != nil {
			u.values = append(u.values, *k.Value)
		}
		u.bearing = u.bearing || k.Unit == tocsin.Bearing
		u.series = u.series || k.Novelty == "again"
		u.turn = u.turn || k.Form == tocsin.FormChange && k.Novelty == "again" && strings.HasSuffix(k.Op, "=") && len(k.Op) == 2
		u.than = u.than || k.Than != nil || k.Form == tocsin.FormChange || k.Form == tocsin.FormRank || k.Form == tocsin.FormDuration || strings.ContainsAny(k.Op, "<>")
		u.against = u.against || k.Than != nil || k.Form == tocsin.FormChange || k.Form == tocsin.FormRank
		for _, p := range k.Places {
			add(unqualified(p.Text) + " " + p.Relation)
			u.than = u.than || strings.HasPrefix(p.Relation, "within ") || strings.HasPrefix(p.Relation, "outside ") // less than 50 km from it
		}
		for _, m := range []*tocsin.Measure{k.Of, k.Than} {
			if m != nil {
				add(m.Actor + " " + m.Country + " " + m.Act)
				if strings.HasSuffix(m.Actor, " against government") {
					add(strings.Join(stateNames, " "))
				}
				u.coup = u.coup || strings.Contains(m.Act, "coup")
				u.coups += boolInt(m == k.Of && strings.Contains(m.Act, "coup") && k.Form == tocsin.FormDate)
				u.actor = u.actor || m.Actor != ""
				u.what += " " + m.Measure
			}
		}
		if w := k.Window; w != nil {
			add(w.Text)
			if w.Anchor != nil {
				add(w.Anchor.Text)
				add(strings.ReplaceAll(w.Anchor.Text, "-", " "))
			}
		}
	}
	return u
}

// residue is the kind of the word at i where nothing accounts for it, else "".
func (u *use) residue(words []wordAt, i int) string {
	w := words[i]
	next, prev := lowAt(words, i+1), lowAt(words, i-1)
	if kind := u.timeResidue(words, i); kind != "" {
		return kind
	}
	if kind := u.misjudged(words, i); kind != "" {
		return kind
	}
	if u.words[w.low] || u.partTold(words, i) || u.townIn(words, i) || u.looseWord(words, i) {
		return ""
	}
	switch {
	case slices.Contains(orderWords, w.low):
		return u.orderResidue(w.low, prev, next)
	case u.coup && w.low == "number" && next == "of" && !u.forms[tocsin.FormCount], u.coup && w.low == "without" && !u.forms[tocsin.FormDuration] && !u.forms[tocsin.FormLast] && !u.forms[tocsin.FormFirst] && !u.forms[tocsin.FormCount]:
		return "number"
	case slices.Contains(rankWords, w.low):
		if !u.forms[tocsin.FormRank] && !strings.Contains(u.what, "deaths in one") && !u.nearRound(w.low) && !slices.Contains(placeNouns, next) && (w.low != "record" || prev == "a") {
			return "order"
		}
	case slices.Contains(seriesWords, w.low) && !u.series && !u.forms[tocsin.FormRate]:
		if w.low != "every" && w.low != "each" || periods[next] > 0 || next == "week" || next == "day" {
			return "series"
		}
	case periods[w.low]+boolInt(w.low == "day" || w.low == "week") > 0 && (prev == "a" || prev == "per") && !u.forms[tocsin.FormRate] && !u.series && !slices.Contains(agoWords, next) && ratedBefore(words, i):
		return "series"
	case periods[w.low] > 0 && !u.series && (prev == "most" || lowAt(words, i-2) == "but" && lowAt(words, i-3) == "all"):
		return "series" // in all but one month
	case slices.Contains(runWords, w.low) && !u.series && (w.low != "row" || prev == "a"): // a rate of the whole is none of each
		return "series"
	case slices.Contains(rateWords, w.low) && !u.forms[tocsin.FormRate] && !(u.series && adverbs[w.low] > 0) && !(u.forms[tocsin.FormRank] && !strings.HasPrefix(w.low, "averag")):
		return "series"
	case slices.Contains(movedWords, w.low) && u.series && (next == "below" || next == "under" || next == "above"):
		return "" // never fell below
	case slices.Contains(movedWords, w.low) && !u.forms[tocsin.FormChange] && !u.twofold(w.low) && !u.coup && !(strings.HasPrefix(w.low, "fell") && (next == "to" || next == "victim" || next == "short" || next == "into" || (next == "in" || next == "on" || next == "within" || next == "between" || next == "inside" || next == "outside" || next == "upon" || slices.Contains(sideWords, next)) && u.forms[tocsin.FormShare] || u.forms[tocsin.FormDuration])):
		return "change"
	case w.low == "than" && !u.than && !(u.words[prev] && slices.Contains(sideWords, prev)), !u.against && (w.low == "deadlier" || w.low == "bloodier"), !u.than && !u.forms[tocsin.FormShare] && slices.Contains(contrastWords, w.low) && !(w.low == "more" && (prev == "once" || prev == "or")):
		return "comparison"
	case w.low == "quarter" && u.forms[tocsin.FormRank] && lowAt(words, i+3) == "century", (w.low == "quarter" || w.low == "half") && slices.Contains([]string{"closing", "final", "opening", "first", "second", "third", "fourth", "last"}, prev) && u.words[w.low]:
		return ""
	case slices.Contains(shareWords, w.low) && (w.low != "most" || next == "of") && !(w.low == "half" && (next == "dozen" || lowAt(words, i+2) == "dozen" || prev == "a" && lowAt(words, i-2) == "and")) && !u.forms[tocsin.FormShare] && (!u.forms[tocsin.FormChange] || u.byUnread(words, i)):
		return "share"
	case slices.Contains(agentWords, w.low) && !u.actor && !u.coup && !strings.Contains(u.what, w.low):
		return "actor"
	case slices.Contains(sideWords, w.low) && !capitalWord(w.text) && !u.bearing && !slices.Contains(settlements, lowAt(words, i+2)) && !slices.Contains(settlements, next):
		return "place"
	case capitalWord(w.text) && (i > 0 || u.nameFirst(words)) && u.nameAfter(words, i):
		return "name"
	case slices.Contains(mannerWords, w.low):
		return "manner"
	case slices.Contains(targetWords, w.low):
		return "target"
	}
	if kind := u.numberResidue(words, i); kind != "" {
		return kind
	}
	return u.narrowing(words, i)
}

// sinceThen reports a name that only says from which year on a claim holds: "since Boko Haram
// took up arms in 2009".
func (u *use) sinceThen(words []wordAt, i int) bool {
	lo := i
	for lo > max(0, i-6) && words[lo].low != "since" {
		lo--
	}
	if words[lo].low != "since" {
		return false
	}
	for k := i + 1; k < min(len(words), i+9); k++ {
		if len(words[k].low) == 4 && hasDigit(words[k].low) {
			return slices.ContainsFunc(u.claims, func(c tocsin.Claim) bool {
				return c.Window != nil && c.Window.Anchor != nil && c.Window.Anchor.Rel == "since" && strings.HasPrefix(c.Window.Anchor.Text, words[k].low)
			})
		}
	}
	return false
}

// nameAfter reports that a name that no claim has begins at i: a place, a doer or
// whoever is spoken of beside them.
func (u *use) nameAfter(words []wordAt, i int) bool {
	if i == 0 {
		return !u.words[strings.TrimSuffix(strings.TrimSuffix(words[0].low, "'s"), "’s")]
	}
	if capitalWord(words[i-1].text) && (i > 1 || len(words[i-1].low) < 2) && words[i-1].at+len(words[i-1].text)+1 == words[i].at {
		return false // within a name, which was asked for at its first word
	}
	if slices.Contains(nameBeside, words[i-1].low) || words[i-1].low == "the" && i > 1 && slices.Contains(nameBeside, words[i-2].low) {
		return false
	}
	if u.sinceThen(words, i) {
		return false
	}
	if words[i-1].low == "over" && slices.Contains([]string{"war", "conflict", "fighting", "dispute"}, lowAt(words, i-2)) {
		return false // what it is about
	}
	low := strings.TrimSuffix(strings.TrimSuffix(words[i].low, "'s"), "’s")
	if _, month := monthNames[low]; month || slices.Contains(weekDays, low) || slices.Contains(watchers, low) || slices.Contains(namedTimes, low) {
		return false
	}
	if (low == "english-speaking" || low == "anglophone") && (u.words["separatist"] || u.words["separatists"] || u.words["ambazonian"]) {
		return false
	}
	for t := i; t < len(words) && capitalWord(words[t].text) && t < i+5; t++ {
		if head, _, ok := strings.Cut(words[t].low, "-"); ok && u.words[head] { // ISIS-linked
			return false
		}
		if u.words[words[t].low] || u.words[strings.TrimSuffix(strings.TrimSuffix(words[t].low, "'s"), "’s")] {
			return false
		}
	}
	return true
}

// nameBeside are the words before a name that only says who tells of it.
var nameBeside = strings.Fields("according say says said dr mr mrs ms president prime minister king emperor marshal commodore colonel general captain sheikh")

// namedTimes are names that are no place and nobody.
var namedTimes = strings.Fields("i ramadan christmas easter new-year's cold-war covid-19 african islamic arab european western")

func lowAt(words []wordAt, i int) string {
	if i < 0 || i >= len(words) {
		return ""
	}
	return words[i].low
}

// orderResidue judges last, first, another, only and the ordinals.
func (u *use) orderResidue(w, prev, next string) string {
	switch w {
	case "last", "latest", "recent":
		if u.series && u.forms[tocsin.FormChange] && prev == "the" || u.forms[tocsin.FormLast] || u.forms[tocsin.FormDuration] || u.forms[tocsin.FormChange] && periods[next] > 0 || w == "recent" && prev != "most" {
			return ""
		}
	case "first":
		if u.turn || u.ofYears() && (next == "year" || next == "time") {
			return ""
		}
		if _, months := unitWords[next]; months && u.forms[tocsin.FormChange] || u.coup && u.forms[tocsin.FormCount] && slices.Contains(u.values, 1) || u.forms[tocsin.FormFirst] || u.forms[tocsin.FormDuration] || next == "half" || next == "quarter" || prev == "at" {
			return ""
		}
	case "another", "again", "only", "sole":
		if u.coups > 1 && (w == "another" || w == "again") || !u.coup || u.forms[tocsin.FormDuration] && w != "only" && w != "sole" || w == "only" && next != "coup" && next != "successful" && next != "time" {
			return ""
		}
	default:
		if u.series || w == "second" && u.laterHalf() || u.forms[tocsin.FormChange] && (prev == "a" || prev == "one" || prev == "two") || u.forms[tocsin.FormShare] {
			return ""
		}
		if x := ordinals[w]; u.forms[tocsin.FormDuration] || slices.Contains(u.values, x) || slices.Contains(placeNouns, next) || strings.HasPrefix(next, "largest") || strings.HasPrefix(next, "biggest") || next == "half" || next == "quarter" {
			return ""
		}
	}
	return "order"
}

// timeResidue reports a year or month that lies in no window.
func (u *use) timeResidue(words []wordAt, i int) string {
	w := words[i]
	if m, ok := monthNames[strings.TrimSuffix(w.low, ".")]; ok && capitalWord(w.text) {
		if w.low == "may" && !hasDigit(lowAt(words, i+1)) && !hasDigit(lowAt(words, i-1)) {
			return ""
		}
		for _, k := range u.claims {
			if k.Window != nil && (monthIn(k.Window, m) || strings.Contains(strings.ToLower(k.Window.Text), w.low)) {
				return ""
			}
			if k.Window != nil && k.Window.Anchor != nil && (strings.Contains(k.Window.Anchor.Text, "-"+twoDigits(m)) || monthWithin(k.Window.Anchor.Text, m)) {
				return ""
			}
		}
		return "time"
	}
	if kind, ok := u.vagueTime(words, i); ok {
		return kind
	}
	if len(w.low) != 4 || w.low[0] != '1' && w.low[0] != '2' {
		return ""
	}
	y, err := strconv.Atoi(w.low)
	if err != nil || y < 1945 || y > 2100 || u.words[w.low] || slices.Contains(u.values, float64(y)) {
		return ""
	}
	for _, k := range u.claims {
		if k.Window == nil {
			continue
		}
		if !k.Window.From.IsZero() && k.Window.From.Year() == y || !k.Window.To.IsZero() && k.Window.To.Year() == y ||
			k.Window.Anchor != nil && (strings.Contains(k.Window.Anchor.Text, w.low) || k.Form == tocsin.FormChange && yearWithin(k.Window.Anchor.Text, y)) {
			return ""
		}
	}
	return "time"
}

func hasDigit(s string) bool { return strings.ContainsAny(s, "0123456789") }

// The words that Untested looks for.
var (
	orderWords    = strings.Fields("last latest recent first second third fourth fifth sixth seventh eighth ninth tenth another again only sole")
	rankWords     = strings.Fields("deadliest bloodiest worst highest lowest largest biggest record unprecedented southernmost northernmost easternmost westernmost furthest farthest nearest closest fewest calmest quietest")
	settlements   = strings.Fields("city town village capital port hub")
	placeNouns    = strings.Fields("city town port airport lake country economy region resort")
	seriesWords   = strings.Fields("every each consecutive straight successive row running steadily")
	agoWords      = strings.Fields("earlier before ago later after old on from since of that when long")
	runWords      = strings.Fields("consecutive straight successive row running")
	movedWords    = strings.Fields("doubled tripled trebled quadrupled halved rose risen fell fallen increased decreased declined dropped surged soared plunged plummeted subsided twice double twofold threefold")
	shareWords    = strings.Fields("percent % half majority third quarter tenth most two-thirds thirds three-quarters quarters fifths")
	agentWords    = strings.Fields("gunmen militants insurgents rebels jihadists jihadist islamists bandits herders herdsmen cartels cartel guerrillas separatists militiamen extremists terrorists mercenaries gangs")
	contrastWords = strings.Fields("more fewer compared relative versus surpassed outstripped outnumbered eclipsed overtook higher lower greater deadlier bloodier")
	rateWords     = strings.Fields("average averaged averages averaging mean monthly daily weekly")
	sideWords     = strings.Fields("northern southern eastern western central north-eastern north-western south-eastern south-western northeastern northwestern southeastern southwestern north south east west north-east north-west south-east south-west northeast northwest southeast southwest")
	mannerWords   = strings.Fields("kidnapped kidnapping abducted abduction suicide car-bomb bomber bombers bombed shelled shelling airstrike airstrikes drone beheaded raped looted torched burned burnt hostage hostages stabbed poisoned assassinated")
	targetWords   = strings.Fields("market mosque church school schools hotel hospital base bases convoy airport barracks checkpoint outpost prison mall university embassy bus train pipeline mine camp restaurant wedding funeral")
	lengthWords   = strings.Fields("km kilometres kilometers miles mile kilometre")
	weekDays      = strings.Fields("monday tuesday wednesday thursday friday saturday sunday")
	monthNames    = map[string]int{"january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9, "october": 10, "november": 11, "december": 12}
)
