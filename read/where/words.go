package where

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// set is a table of words, written as one string for reading.
func set(words string) map[string]bool {
	m := make(map[string]bool)
	for w := range strings.FieldsSeq(words) {
		m[strings.ReplaceAll(w, "_", " ")] = true
	}
	return m
}

var (
	// calendar words are capitalised and never places here.
	calendar = set(`january february march april may june july august september october november december
		monday tuesday wednesday thursday friday saturday sunday jan feb mar apr jun jul aug sep sept oct nov dec
		ramadan christmas easter eid ashura tabaski passover`)

	// closed are words that begin sentences and are villages somewhere.
	closed = set(`a an the this that these those he she it they we you i his her its their our my your some many most few all both
		each every no none not and or but nor so yet if when while where why how what who whom whose which as at by for from in into
		of off on onto out over to toward towards under until up upon with within without about above across after against along
		amid among around before behind below beneath beside between beyond despite during except near since than then there here
		thus still also even ever just only once again meanwhile moreover however nonetheless nevertheless historically today
		yesterday tomorrow now later earlier recently soon additionally further furthermore instead though although because
		unless whether is are was were be been has have had do does did will would can could may might must shall should
		more less much such same other another any one two three four five six seven eight nine ten hundreds thousands dozens
		several first second third last next new old mr mrs ms dr sir lady prof rev hon god allah islam sharia ied covid
		twitter facebook whatsapp internet police army parliament senate congress government opposition president
		yes well like dear please thank thanks man men woman women people sources residents officials soldiers gunmen according`)

	// titles make of the capitalised words that follow a person.
	titles = set(`president vice-president minister premier chancellor king queen prince princess emperor sultan emir sheikh shaykh sheik
		imam ayatollah mullah mufti pope bishop archbishop cardinal pastor reverend father brother sister general gen gen. lieutenant lt lt.
		colonel col col. major maj maj. captain capt capt. sergeant sgt sgt. corporal admiral marshal brigadier commander commandant chief
		governor gov gov. mayor senator sen sen. representative rep rep. congressman congresswoman deputy secretary ambassador envoy
		judge justice professor prof prof. doctor dr dr. mr mr. mrs mrs. ms ms. sir dame lord lady spokesman spokeswoman spokesperson
		director chairman chairwoman leader warlord dictator strongman analyst journalist lawyer cleric preacher chief hajj haji el-hadj
		prime interim former coach officer detective sheriff superintendent`)

	// organisations: a capitalised run that holds one of these is a name of a
	// body, whatever place it is called after.
	organisations = set(`bank university college school institute academy ministry bureau agency office department party movement front army
		forces force guard brigade battalion regiment division corps command mission group council union court tribunal association
		federation confederation committee commission assembly parliament senate congress alliance coalition league organisation
		organization foundation fund company corporation corp inc inc. ltd ltd. limited airlines airways air newspaper times post herald
		tribune gazette news press radio television tv agency club fc united hotel operation initiative treaty agreement accord accords
		process summit conference declaration dialogue cup games festival award prize act cartel gang militia network resistance
		liberation state's brotherhood caliphate nations jihad cross crescent watch international society center centre service services
		embassy consulate diocese archdiocese church cathedral police investigation authority administration government cabinet board
		boko al-qaeda al-qaida qaeda qaida taliban hezbollah hamas isis isil bloc pact plan project programme program museum hospital
		jaysh jaish faylaq jabhat ahrar liwa harakat hizb ansar brigades ministries syndicate taleban janjaweed
		clinic stadium arena islamic islamist jihadist supporters house hall`)

	// bodies in lower case after a place: the place is what they belong to.
	bodies = set(`government authorities police army military troops forces soldiers officials official regime administration parliament
		cartel gang militia militias brigade clan newspaper daily court council mayor governor ambassador embassy delegation president
		premier minister leader leaders spokesman spokeswoman state-run envoy diplomat diplomats rebels junta airline university club team
		policy foreign defence defense security intelligence navy warplanes jets citizens nationals side embassy police-chief lawmakers
		tribe tribesmen coalition lawmaker prosecutors prosecutor lawyers bank company firm`)

	// locals are nouns for people of a place.
	locals = set(`man woman men women native natives resident residents teen teenager couple family families boy girl student students
		father mother youth youths businessman businesswoman voters taxpayers pair duo trio`)

	// peoples are adjectives that are villages somewhere.
	peoples = set(`jewish muslim christian islamic arab arabs english creole hispanic latino kurdish kurds european europeans african
		africans asian asians western eastern northern southern catholic protestant orthodox sunni shia shiite hindu buddhist sikh
		mormon baptist republican democrat democratic fulani tuareg dogon hausa igbo yoruba oromo amhara tutsi hutu pashtun
		berber bedouin roma scottish welsh tibetan uighur uyghur rohingya`)

	// buildings are names of two words that are no towns.
	buildings = set(`white_house west_wing city_hall supreme_court wall_street oval_office high_court red_cross red_crescent cape_fear
		old_trafford downing_street new_year middle_school high_school`)

	// spots are features that also take a capital: "Gao Airport".
	spots = set(`barracks base camp airport airfield airbase garrison prison dam refinery`)

	// features in lower case after a town: a spot in it or by it.
	features = set(`barracks base camp airport airfield airbase garrison prison market mosque church hospital hotel suburb suburbs outskirts
		border port harbour harbor bridge road highway dam mine oilfield refinery refugee-camp checkpoint stadium square headquarters
		military_base air_base army_base military_camp international_airport area axis corridor crossing central_prison city_centre
		neighbourhood neighborhood`)

	// admins are generic words after or before a name, in lower case.
	admins = set(`region province state governorate oblast department prefecture county district cercle circle raion rayon woreda
		commune municipality canton arrondissement wilaya krai emirate zone parish territory island islands peninsula
		valley river lake desert mountains forest delta basin gulf strait`)
	settlements = set(`city town village capital suburb municipality community port hamlet settlement locality township stronghold hub enclave`)

	// ends are last words of the names of places that no table has: "Tahtani
	// Roundabout", "Sha'ar Mountains".
	ends = set(`district governorate airport mountains mountain hills hill valley island islands river bridge road highway street avenue square
		roundabout quarter suburb neighborhood neighbourhood crossing junction checkpoint plains fields castle village town forest
		desert lake bay beach creek canal park camp gate pass dam port harbour harbor heights plateau farm farms gardens`)

	// quarters are stretches of a town or country, before "of" and after a name.
	quarters = set(`area neighborhood neighbourhood quarter roundabout junction intersection crossing crossroads countryside colony sector slum
		range massif belt outpost oasis hilltop estate enclave subdistrict sub-district locality`)
	manyOf = set(`cities towns villages districts suburbs neighborhoods neighbourhoods hamlets provinces islands outskirts resort bastion
		fringes streets settlements`)

	// entered are verbs that take a place and hardly a person.
	entered = set(`enter liberate recapture retake overrun besiege occupy reach storm shell evacuate leave`)

	// hardly are words of the names of bodies that are villages somewhere.
	hardly = set(`national supreme time star enterprise federal central royal orange independent general mobile social standard
		progress union liberty justice freedom unity hope republic democracy media state states park`)

	// directions before a country or unit: a part of it.
	directions = map[string]string{"north": "north", "northern": "north", "northernmost": "north", "south": "south", "southern": "south",
		"southernmost": "south", "east": "east", "eastern": "east", "easternmost": "east", "west": "west", "western": "west", "westernmost": "west",
		"northeast": "northeast", "northeastern": "northeast", "north-east": "northeast", "north-eastern": "northeast",
		"northwest": "northwest", "northwestern": "northwest", "north-west": "northwest", "north-western": "northwest",
		"southeast": "southeast", "southeastern": "southeast", "south-east": "southeast", "south-eastern": "southeast",
		"southwest": "southwest", "southwestern": "southwest", "south-west": "southwest", "south-western": "southwest",
		"central": "", "centre": "", "center": "", "rural": "", "upper": "", "lower": "", "inner": "", "coastal": "", "greater": "", "downtown": "",
		"mainland": "", "far": ""}

	// human heads: "X of Mali" is a person or body, and Mali no place of events.
	human = set(`president minister premier king queen ruler leader leaders government army military people citizens ambassador embassy
		governor mayor republic kingdom emir sultan archbishop bishop bank university ministry parliament supporters allies ally friend
		friends enemy enemies national nationals native natives spokesman spokeswoman backing support help control recognition
		influence interests criticism policy constitution party head chief`)

	// happening: "Mali's coup" took place in Mali.
	happening = set(`coup coups crisis conflict war wars election elections vote referendum protest protests uprising revolt insurgency
		rebellion revolution unrest violence attack attacks bombing famine drought flood floods earthquake outbreak epidemic transition
		capital north south east west centre center northeast northwest southeast southwest border borders region regions province
		provinces coast interior desert town towns city cities village villages area areas territory airport port prisons streets
		airspace waters countryside mutiny massacre genocide clashes fighting siege instability civil_war streets hinterland
		district districts state states county outskirts suburbs heartland`)

	// receiving are verbs whose object is a place, with the role it plays.
	receiving = map[string]string{"leave": "from", "flee": "from", "quit": "from", "exit": "from", "depart": "from", "escape": "from",
		"enter": "to", "reach": "to", "visit": "to", "invade": "to", "approach": "toward", "attack": "at", "bomb": "at", "shell": "at",
		"strike": "at", "hit": "at", "storm": "at", "raid": "at", "capture": "at", "seize": "at", "take": "at", "retake": "at", "recapture": "at",
		"control": "in", "hold": "in", "occupy": "in", "overrun": "at", "besiege": "at", "surround": "at", "cross": "in", "destabilize": "in",
		"destabilise": "in", "rock": "in", "grip": "in", "shake": "in", "devastate": "in", "engulf": "in", "ravage": "in", "liberate": "at",
		"govern": "in", "rule": "in", "target": "at", "ambush": "at", "burn": "at", "loot": "at", "evacuate": "from", "tour": "to", "pound": "at"}

	// undergone are verbs whose subject is no doer: "Gao fell", "Bamako saw".
	undergone = set(`fall stay keep feel turn grow see witness remain suffer lie sit stand experience host border burn flood be become`)
)

// Local reports a noun, in lower case, for a place that is less than a country:
// "district", "camp", "hotel".
func Local(noun string) bool {
	return settlements[noun] || admins[noun] || features[noun] || spots[noun] || quarters[noun] || inside[noun]
}

// inside are places with walls.
var inside = set("school hospital university restaurant house home building compound shop mall theatre theater nightclub cafe club factory station courthouse embassy")

// isUpper reports whether the word begins like a name: a capital, also after a
// particle such as al- or an apostrophe.
func isUpper(w string) bool {
	if w == "" || 'A' <= w[0] && w[0] <= 'Z' {
		return w != ""
	}
	if 'b' <= w[0] && w[0] <= 'z' && !strings.ContainsAny(w, "-'’") {
		return false
	}
	low := strings.ToLower(w)
	for _, p := range []string{"al-", "el-", "as-", "ad-", "ar-", "an-", "at-", "d'", "d’", "l'", "l’", "n'", "n’", "'", "’"} {
		if strings.HasPrefix(low, p) && len(w) > len(p) {
			r, _ := utf8.DecodeRuneInString(w[len(p):])
			if unicode.IsUpper(r) {
				return true
			}
		}
	}
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r)
}

// allCaps reports whether all of two or more letters are capitals.
func allCaps(w string) bool {
	letters := 0
	for _, r := range w {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsLetter(r) {
			letters++
		}
	}
	return letters > 1
}
