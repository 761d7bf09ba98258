package claim

import (
	"slices"
	"strings"
	"unicode"

	"tocsin"
)

// A text can narrow what it counts in more ways than there are lists for: "in prisons", "of
// policemen", "gang violence". Event data shows none of it. Here a word that narrows is
// found by where it stands: as what a preposition leads to, before the noun that is
// counted, or as that noun itself; unless it is one of the plain words, which narrow
// nothing.

// narrowWords always narrow: who was killed, how, when in the day and where.
var narrowWords = strings.Fields(`women woman children child infants infant girls boys men male female elderly young youth youths teenagers students pupils teachers doctors nurses journalists
	priests clergy nuns imams christians muslims soldiers troops policemen policewomen officers peacekeepers foreigners foreign tourists migrants refugees displaced farmers herders fishermen miners workers aid border
	politicians candidates voters judges lawyers activists prisoners inmates detainees hostages protesters demonstrators passengers pilgrims worshippers villagers residents locals unarmed minors babies adults
	rebel police military army drone drones airstrike airstrikes suicide sniper snipers mortar mortars artillery rocket rockets missile missiles shelling landmine landmines mines ieds roadside chemical machete machetes
	knife knives ambush ambushes kidnapping kidnappings abduction abductions execution executions lynching lynchings rape sexual starvation famine hunger disease night nights nighttime overnight morning mornings
	afternoon afternoons evening evenings dawn dusk daylight noon midnight weekend weekends ramadan rural urban mosque mosques church churches school schools hospital hospitals prison prisons checkpoint
	checkpoints market markets camps jungle mountains desert highway highways roads electoral election elections criminal gang gangs domestic sectarian ethnic tribal religious drug-related drugs oil land cattle
	street battlefield friendly accidental custody accidents assassination assassinations arson fire`)

// fighterWords narrow as those who are counted, not as those who fight.
var fighterWords = strings.Fields("rebels insurgents militants fighters guerrillas jihadists gunmen separatists islamists terrorists")

// plainWords narrow nothing where a preposition leads to them or where they stand before
// what is counted.
var plainWords = strings.Fields(`a an the this that these those its their his her our all any both each every some such no other another same one many several most more fewer less least few much
	and or not than as so also then there here it he she they them we who which what whom whose when where while if
	of in on at by with from to for over during throughout through across within inside under between among against along near since until before after per via into onto upon about around above below beyond amid despite without
	upwards upward wide margin millennium told radius distance km kilometres kilometers miles mile own mark global globally separate different various running consecutive fewest lowest highest largest biggest calmest quietest earliest latest high point earlier ordinary conflict-ridden power strength size scope intensity frequency influence operational overall daily weekly out up down off back away again ever too year years month months week weeks day days quarter quarters half halves decade decades century period periods time times summer winter spring autumn season seasons course start beginning end middle close outset moment date dates
	first second third fourth fifth sixth seventh eighth ninth tenth last final closing opening early late mid previous preceding prior following next past recent current present consecutive successive straight single entire whole full calendar twelve-month annual monthly yearly quarterly
	row succession average mean total sum record records data dataset figures figure count counts tally statistics comparison contrast relation terms number numbers share proportion part majority bulk rest level levels peak height pace rate rates scale rise increase decline drop fall trend
	violence conflict conflicts war wars warfare fighting hostilities unrest bloodshed insurgency rebellion uprising crisis turmoil strife combat clashes clash attacks attack battles battle events event incidents incident episodes massacres massacre killings killing deaths death fatalities casualties dead toll lives life lost people persons civilians civilian noncombatants victims victim human beings
	armed organised organized political violent deadly lethal fatal conflict-related war-related violence-related state-based non-state one-sided related recorded reported registered documented known estimated confirmed civil internal bloody bloodiest deadliest worst highest lowest
	country countries nation nations world worldwide region regions province provinces territory state government governments side sides party parties group groups organisation movement rebels insurgents insurgent militants militant fighters enemies opponents rivals adversaries its hands participation involvement presence part role responsibility
	thousands hundreds dozens scores tens hundred thousand million dozen least excess order range toll result results consequence connection wake case cases fact reality account contribution measure measured basis view list ranking ledger chart table interruption exception break pause
	monitors monitor analysts analyst observers researchers source sources report reports press media ucdp counting definition estimate estimates
	almost nearly roughly approximately some around close just only even alone together combined altogether barely well over still far sharply deliberate deliberately direct one-sided against government-rebel intercommunal inter-communal communal`)

// plainVerbs tell that something was so.
var plainVerbs = strings.Fields("is are was were be been being has have had having do does did took take taken takes taking came come comes coming saw see seen sees went go gone made make makes brought bring brings cost costs costing ran run held hold stood stand stands put puts set gave give given kept keep got get became become met suffered experienced witnessed endured remained stayed turned proved marked claimed accounted occurred happened fought fight struck strike strikes led lead hit shows show showed shown found find lies lie fell rose stems comes came rest")

// leads are the prepositions that lead to what narrows.
var narrowLeads = strings.Fields("in at on by with from of over near during under inside outside around along through against among amid for within across behind via")

// narrowing is the kind of the word at i where it narrows what is counted and no claim has
// it: "narrow" for a word that is known to, "word" for one that is not known, else "".
func (u *use) narrowing(words []wordAt, i int) string {
	if u.betweenStates(words, i) {
		return ""
	}
	w := words[i]
	r := []rune(w.text)
	low := strings.TrimSuffix(strings.TrimSuffix(w.low, "'s"), "’s")
	if u.violent() && u.whoOrWhen(words, i) {
		return "narrow"
	}
	if len(r) < 3 || !unicode.IsLetter(r[0]) || unicode.IsUpper(r[0]) && low != "ramadan" || hasDigit(w.low) || u.words[low] || strings.Contains(u.what, low) || !u.violent() {
		return ""
	}
	if u.circled() && slices.Contains([]string{"city", "town", "village", "centre", "center"}, low) {
		return ""
	}
	if u.callsTown(words, i) || u.ofUnits() && (slices.Contains(unitNouns, strings.TrimSuffix(low, "s")) || low == "counties") {
		return ""
	}
	if (low == "anglophone" || low == "english-speaking") && (u.words["separatist"] || u.words["separatists"] || u.words["ambazonian"]) {
		return "" // the regions that they want
	}
	if low == "except" && u.forms[tocsin.FormRank] {
		return ""
	}
	next, prev := lowAt(words, i+1), lowAt(words, i-1)
	if low == "ethnic" && u.actor && i+1 < len(words) && capitalWord(words[i+1].text) {
		return "" // of whom the group is
	}
	if slices.Contains(narrowWords, low) || slices.Contains(fighterWords, low) && (prev != "" && hasDigit(prev[:1]) && len(prev) != 4 || slices.Contains([]string{"more", "fewer", "many"}, prev)) {
		return "narrow"
	}
	if u.plain(low) || strings.HasSuffix(w.low, "ly") || strings.HasSuffix(w.low, "ed") {
		return ""
	}
	if u.countedNoun(next) || hasDigit(prev) && prev != "" && len(prev) != 4 || u.numbered(words, i) {
		return "word" // gang violence; 420 herdsmen; 300 political leaders were killed
	}
	for k := i - 1; k >= max(0, i-4); k-- {
		if slices.Contains(narrowLeads, words[k].low) {
			return "word"
		}
		if capitalWord(words[k].text) || hasDigit(words[k].low) || u.words[words[k].low] || u.countedNoun(words[k].low) || slices.Contains(plainVerbs, words[k].low) {
			return "" // another phrase begins
		}
	}
	return ""
}

// violent reports claims about violence alone.
func (u *use) violent() bool {
	for _, k := range u.claims {
		if geographic(k.Form) || k.Of == nil || strings.Contains(k.Of.Act, "coup") {
			return false
		}
	}
	return len(u.claims) > 0
}

func (u *use) countedNoun(w string) bool {
	return slices.Contains(deathNouns, w) || slices.Contains(attackNouns, w) || w == "people" || w == "civilians" || w == "conflict"
}

// plain reports a word that narrows nothing.
func (u *use) plain(w string) bool {
	w = strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s")
	if slices.Contains(plainWords, w) || slices.Contains(plainVerbs, w) || slices.Contains(killVerbs, w) || slices.Contains(reaching, w) || slices.Contains(greater, w) || slices.Contains(lesser, w) || slices.Contains(upWords, w) || slices.Contains(downWords, w) {
		return true
	}
	if harmless(w) {
		return true
	}
	_, isNumber := wordNumber(w)
	_, isScale := scaleWords[w]
	return isNumber || isScale || shareWordsPlain(w)
}

// circled reports what was within so far of a town.
func (u *use) circled() bool {
	return slices.ContainsFunc(u.claims, func(k tocsin.Claim) bool {
		return slices.ContainsFunc(k.Places, func(p tocsin.Place) bool { return strings.HasPrefix(p.Relation, "within ") })
	})
}

func shareWordsPlain(w string) bool {
	_, ok := parts[w]
	return ok || slices.Contains(shareWords, w) || factors[w] > 0 || folds[w] > 0
}

// ratedBefore reports people or attacks right before "a month" at word i, of which the
// text then counts so many in each.
func ratedBefore(words []wordAt, i int) bool {
	w := lowAt(words, i-2)
	return slices.Contains(peopleNouns, w) || slices.Contains(attackNouns, w) || slices.Contains(deathNouns, w) || slices.Contains(killVerbs, w)
}

func monthBeside(words []wordAt, i int) bool {
	_, before := monthNames[lowAt(words, i-1)]
	_, after := monthNames[lowAt(words, i+1)]
	return before || after
}

// belongingTold is the byte at which a text says in an aside where its place lies, 0 where
// it does not: a verdict must not pass that over.
func belongingTold(text string) int {
	low := strings.ToLower(text)
	for _, w := range []string{", which belongs to ", ", which lies in ", ", which is in ", ", which is part of ", ", which forms part of "} {
		if at := strings.Index(low, w); at > 0 {
			return at + 2
		}
	}
	return 0
}

// whoOrWhen reports at word i who died, who killed or on which days, where no claim has it:
// "900 militant deaths", "killed by the state", "government forces killed", "on Fridays".
func (u *use) whoOrWhen(words []wordAt, i int) bool {
	w := strings.TrimSuffix(words[i].low, "s")
	prev, next := lowAt(words, i-1), lowAt(words, i+1)
	switch {
	case words[i].low == "outside" && slices.Contains([]string{"entirely", "wholly", "exclusively", "solely"}, prev):
		return !slices.Contains(u.values, 0)
	case slices.Contains(weekDays, w):
		return prev == "a" || prev == "every" || prev == "any" || w != words[i].low
	case slices.Contains(fighterWords, w+"s") && (slices.Contains(deathNouns, next) || next == "dead"):
		return true
	case u.actor || !slices.Contains(stateForces, words[i].low):
		return false
	}
	killed := slices.Contains(killVerbs, next) && next != "killings" && next != "dead"
	k := i - 1
	for k > i-5 && k > 0 && (slices.Contains([]string{"the", "armed", "security", "own", "national", "government", "federal", "state", "country's", "its"}, words[k].low) || capitalWord(words[k].text)) {
		k--
	}
	return killed || lowAt(words, k) == "by" && u.killedBefore(words, k+1)
}

// stateForces are a country's own side, as those who kill.
var stateForces = strings.Fields("state government army military police troops soldiers forces authorities")

// killedBefore reports a word for killing a few words before i: "killed by the state".
func (u *use) killedBefore(words []wordAt, i int) bool {
	for k := i - 1; k >= max(0, i-4); k-- {
		if slices.Contains(killVerbs, words[k].low) {
			return true
		}
	}
	return false
}

// numbered reports at word i the noun of a number with one word between: "300 political
// leaders were killed".
func (u *use) numbered(words []wordAt, i int) bool {
	n := lowAt(words, i-2)
	return hasDigit(n) && len(n) != 4 && !slices.Contains(killVerbs, lowAt(words, i-1)) && slices.Contains([]string{"were", "was", "have", "had", "died", "killed", "lost", "perished"}, lowAt(words, i+1))
}
