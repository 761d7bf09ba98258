package text

import "strings"

// The words of conflict reporting that web text hardly holds. They limit what
// the tagger may make of a word that training has not seen; a word it has seen
// is left to it. Plurals and verb forms are derived.
var lexNouns = `airstrike airstrikes ambush battalion blockade bloodshed bodyguard bombardment brigade bulldozer cartel caliphate ceasefire checkpoint
	civilian combatant commando communique compatriot condemnation confrontation convoy counterinsurgency counteroffensive counterterrorism coup
	curfew delegation demobilization demonstration demonstrator deportation deployment detachment detainee dialogue dictator embargo encampment
	envoy escalation evacuation explosion explosive extremist faction fighter figurehead firefight footprint frontline garrison genocide grenade guerrilla
	gunfire gunman gunship hamlet herder herdsman hostage hostility incursion infantry infighting inquiry insurgency insurgent intervention jihad jihadist
	junta kidnapper kidnapping killing landmine legitimacy loyalist loyalty massacre mercenary militant militia militiaman minister minority missile mortar motorcade
	mutineer mutiny negotiator newsman offensive onslaught operative outskirt outpost overthrow parade paramilitary paratrooper pardon parliament patrol patrolman
	peacekeeper peacekeeping perpetrator plotter plotters policeman preacher premiership presidency prosecutor province protester protestor provocation putsch putschist raid
	rally rebel rebellion referendum refugee regime reinforcement reprisal resignation resistance resurgence retaliation rifle riot rocket rhetoric sabotage sanction secularism seizure
	separatist setback settler shelling shootout siege skirmish smuggler sniper spillover spokesman spokesperson spokeswoman squad stalemate standoff statehood stronghold subprefecture
	summit suspect tempo terrorist throne trafficker transition treaty tribunal tribesman truce turmoil uprising vigilante villager violation volatility warlord
	warplane watchdog withdrawal worshipper pastoralist nomad tranche turnout barricade corridor courier curb dissident detention clash crackdown quota roadblock salafist islamist
	breakaway sanctuary haven inroad foothold spearhead defector defection deserter desertion bystander onlooker firebomb shrapnel shell howitzer drone helicopter artillery
	cleric imam mullah sheikh emir sultan chieftain premier ombudsman lawmaker legislator deputy mayor governor ambassador diplomat attache consul chancellor
	gendarme gendarmerie constabulary prefecture cantonment barrack subdistrict municipality suburb locality neighbourhood neighborhood hinterland borderland airstrip airbase airspace runway
	repatriation displacement returnee aid-worker caseworker humanitarian relief famine drought cholera outbreak harvest locust livestock pasture`

var lexVerbs = `abduct ambush assassinate accuse allege annex arm avert besiege blockade bombard bomb brand brutalise clash condemn coup confront crush curb
	decapitate decry defect demobilise demobilize demolish denounce depose deport deploy desert destabilise destabilize detain detonate disarm disband dislodge dismantle disperse displace
	dispute embattle encircle enforce escort evacuate evict execute exile expel explode extort extradite flank foil foment gun harass hijack hail hurl imprison infiltrate inflame inflict
	injure instigate intensify intercept intimidate invade jail kidnap lament liberate loot maim massacre mastermind mediate militarise militarize mobilise mobilize mount mutiny negotiate oust
	outlaw overpower overrun overthrow patrol perpetrate persecute pillage plot plunder pound postpone proclaim provoke purge quell raid ransack ratify ravage reassert recapture reclaim recruit reignite reinstate
	reiterate repatriate repel reposition resign resume retake retaliate retreat rout sabotage sack safeguard sanction seize shell shoot shun slaughter smuggle spearhead stabilise stabilize stage stem storm
	subdue subvert summon suppress surge surrender swear target terrorise terrorize threaten topple torch torture traffic undermine unleash unseat uproot uphold urge vandalise vow wage wield withdraw wound
	reorient mismanage destabilize subside reaffirm recommence reconvene rearm regroup resettle outnumber overstay overtake blame decree dissolve empower entrench espouse flout galvanise galvanize hamper herald
	hinder impede implicate impose incite jeopardise jeopardize oversee pledge pressure rebuff rebuke rekindle relinquish renege repeal reshuffle rig scuttle sever shutter sideline spiral splinter spur squash stall
	stoke stymie thwart usher vacate veto`

var lexAdjectives = `countrywide nationwide jihadist islamist salafi salafist paramilitary guerrilla insurgent extremist militant separatist secessionist humanitarian volatile restive breakaway
	transitional interim provisional unidentified unarmed armed embattled besieged ousted deposed rebel-held northernmost southernmost easternmost westernmost northwestern northeastern southwestern southeastern
	cross-border counterterrorist anti-government pro-government clandestine indiscriminate unconfirmed masked heavily-armed lawless war-torn landlocked nomadic pastoral sectarian interethnic intercommunal
	communal ethnic subnational regional populist secular secularist authoritarian autocratic despotic repressive unconstitutional constitutional parliamentary presidential ministerial judicial diplomatic
	fragile precarious tense deadly lethal bloody fierce heavy sporadic intermittent simultaneous coordinated predominantly`

// lexForced are the tags of words that training has seen too little or in
// another sense.
var lexForced = map[string][]string{
	"barracks": {"NOUN|NNS"}, "troops": {"NOUN|NNS"}, "headquarters": {"NOUN|NNS", "NOUN|NN"},
	"forces": {"NOUN|NNS", "VERB|VBZ"}, "figurehead": {"NOUN|NN"}, "countrywide": {"ADJ|JJ", "ADV|RB"},
	"airstrikes": {"NOUN|NNS"}, "militants": {"NOUN|NNS"}, "insurgents": {"NOUN|NNS"}, "rebels": {"NOUN|NNS"},
	"gendarmes": {"NOUN|NNS"}, "coup": {"NOUN|NN"}, "coups": {"NOUN|NNS"}, "ousted": {"VERB|VBD", "VERB|VBN", "ADJ|JJ"},
	"clashes": {"NOUN|NNS"}, "protests": {"NOUN|NNS", "VERB|VBZ"}, "mutinying": {"VERB|VBG"}, "mutinous": {"ADJ|JJ"},
	"blame": {"VERB|VB", "VERB|VBP", "NOUN|NN"}, "mine": {"NOUN|NN"}, "mines": {"NOUN|NNS"},
}

// lexicon gives the tags that each form may have.
var lexicon = buildLexicon()

func buildLexicon() map[string][]string {
	m := make(map[string][]string)
	add := func(form string, tags ...string) { m[form] = append(m[form], tags...) }
	for n := range strings.FieldsSeq(lexNouns) {
		add(n, "NOUN|NN")
		if man, ok := strings.CutSuffix(n, "man"); ok {
			add(man+"men", "NOUN|NNS")
		} else {
			add(plural(n), "NOUN|NNS")
		}
	}
	for v := range strings.FieldsSeq(lexVerbs) {
		add(v, "VERB|VB", "VERB|VBP")
		add(plural(v), "VERB|VBZ")
		past, ing := inflect(v)
		add(past, "VERB|VBD", "VERB|VBN", "ADJ|JJ")
		add(ing, "VERB|VBG", "NOUN|NN")
	}
	for a := range strings.FieldsSeq(lexAdjectives) {
		add(a, "ADJ|JJ")
	}
	add("predominantly", "ADV|RB")
	return m
}

// plural adds -s to a noun or verb.
func plural(w string) string {
	switch {
	case strings.HasSuffix(w, "y") && !strings.HasSuffix(w, "ay") && !strings.HasSuffix(w, "oy") && !strings.HasSuffix(w, "ey"):
		return w[:len(w)-1] + "ies"
	case strings.HasSuffix(w, "s") || strings.HasSuffix(w, "sh") || strings.HasSuffix(w, "ch") || strings.HasSuffix(w, "x"):
		return w + "es"
	}
	return w + "s"
}

// inflect gives the past and the -ing form of a regular verb.
func inflect(v string) (past, ing string) {
	n := len(v)
	last := v[n-1]
	vowel := func(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }
	switch {
	case last == 'e':
		return v + "d", v[:n-1] + "ing"
	case last == 'y' && !vowel(v[n-2]):
		return v[:n-1] + "ied", v + "ing"
	case strings.HasSuffix(v, "nap") || strings.HasSuffix(v, "el") && n > 4 || strings.HasSuffix(v, "rol") || n <= 4 && n > 2 && !vowel(last) && vowel(v[n-2]) && !vowel(v[n-3]) && last != 'l' && last != 'w':
		return v + string(last) + "ed", v + string(last) + "ing"
	}
	return v + "ed", v + "ing"
}
