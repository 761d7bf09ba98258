package who

import "strings"

// The word lists are about kinds of actors anywhere in the world, by lemma.
// They are tables: a word that is missing is a mention that is not made.

func words(list string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		m[strings.ReplaceAll(w, "_", " ")] = true
	}
	return m
}

// roleNouns name one person by office, command or calling. They may stand
// before a name as a title ("President X") and as a role ("X, a preacher").
var roleNouns = words(`president vice-president vice_president prime_minister premier chancellor minister secretary governor mayor
	senator lawmaker deputy legislator mp congressman congresswoman representative ambassador envoy diplomat consul king queen prince princess emperor emir sultan
	sheikh imam preacher cleric ayatollah mufti mullah priest bishop archbishop cardinal pastor pope rabbi monk
	leader chief head chair chairman chairwoman chairperson director commander deputy_commander spokesman spokeswoman spokesperson coordinator
	founder co-founder figurehead strongman ruler dictator warlord founder mastermind ringleader boss kingpin guerrilla
	general colonel captain major lieutenant sergeant corporal marshal admiral commodore brigadier officer
	politician candidate opponent critic activist dissident lawyer judge prosecutor attorney magistrate journalist reporter editor
	economist analyst expert researcher professor academic scholar historian doctor physician teacher businessman businesswoman tycoon banker
	mediator negotiator adviser advisor aide bodyguard successor predecessor rival ally veteran lawmaker speaker ombudsman
	secretary-general secretary_general commissioner administrator official member fighter militant rebel jihadist soldier
	insurgent separatist gunman bomber attacker assailant suspect defendant prisoner hostage refugee citizen resident villager
	farmer trader herder shepherd fisherman worker driver student protester demonstrator marcher witness victim survivor
	man woman boy girl person son daughter father mother brother sister wife husband cousin nephew uncle widow
	nurse engineer carpenter mechanic clerk accountant banker programmer scientist pilot sailor pharmacist veterinarian theologian singer writer author novelist poet actor musician athlete footballer chieftain elder monarch president-elect incumbent
	policeman policewoman serviceman businessperson gangster trade_unionist unionist campaigner dentist neurosurgeon surgeon
	interior_minister foreign_minister defence_minister defense_minister finance_minister justice_minister
	first_lady head_of_state police_chief army_chief chief_of_staff coup_leader junta_leader opposition_leader rebel_leader`)

// rankWords stand before a name and say a military or police rank.
var rankWords = words(`general colonel captain major lieutenant sergeant corporal marshal admiral commodore brigadier
	gen col capt maj lt sgt cpl brig adm cmdr commander lieutenant-colonel lieutenant-general major-general brigadier-general colonel-major
	lieutenant_colonel lieutenant_general major_general brigadier_general colonel_major field_marshal air_marshal vice_admiral rear_admiral
	lt_col lt_gen maj_gen brig_gen col_maj chief_inspector inspector superintendent chief_superintendent senior_superintendent deputy_superintendent assistant_superintendent senior_inspector
	sub_inspector staff_sergeant master_sergeant sergeant_major second_lieutenant first_lieutenant warrant_officer`)

// courtesy words stand before a name and say nothing but that it is a person's.
var courtesy = words(`mr mrs ms mme dr prof sir lady lord madame monsieur dame rev hon sen rep gov pres`)

// feminine and masculine nouns settle a pronoun.
var (
	feminine  = words(`woman girl queen princess mother daughter sister wife widow lady spokeswoman chairwoman businesswoman policewoman congresswoman mrs ms mme madame dame`)
	masculine = words(`man boy king prince father son brother husband uncle nephew spokesman chairman businessman congressman imam mullah ayatollah sheikh emir priest bishop archbishop cardinal pope mr sir lord monsieur gunman strongman`)
)

// peopleNouns name people by the many; in the plural unless they have none.
var peopleNouns = words(`people men women labourer laborer employee shopkeeper pilgrim worshipper nurse pensioner owner tribesman tribesperson policewoman agent
	envoy spokesperson lawmaker parishioner mourner onlooker bystander pedestrian youngster teenager orphan widow squatter miner engineer pilot bomber loyalist defector
	deserter veteran abductor perpetrator murderer criminal thief robber looter arsonist raider invader occupier oppressor dissident exile returnee evacuee spectator
	fan player artist writer banker lender volunteer rescuer responder medic paramedic firefighter inspector monitor observer people civilian resident villager inhabitant local civilians woman child man farmer herder worker
	soldier troop officer policeman gendarme guard fighter militant militiaman rebel insurgent guerrilla jihadist extremist terrorist separatist
	gunman attacker assailant bandit pirate mercenary mutineer putschist plotter conspirator recruit combatant paramilitary vigilante hunter
	protester protestor demonstrator marcher rioter striker supporter follower loyalist partisan sympathiser sympathizer opponent critic rival ally
	official authority politician lawmaker legislator senator minister deputy diplomat mediator negotiator leader elder chief commander general colonel
	adviser advisor expert analyst observer commentator historian scholar researcher academic activist campaigner lawyer journalist reporter
	refugee migrant student teacher doctor nurse trader merchant driver citizen voter worker official member delegate participant
	hostage prisoner detainee captive victim witness survivor relative family other some source neighbour neighbor peacekeeper reservist conscript
	marine sailor airman paratrooper commando ranger troop cadet servicemen serviceman captor kidnapper minority muslim christian jew settler islamist nationalist communist democrat republican conservative monarchist monk cleric preacher imam
	businessman entrepreneur investor creditor donor smuggler trafficker gangster inmate passenger tourist policymaker person staff personnel crew youth patrol police`)

// groupNouns name a body of people as one actor.
var groupNouns = words(`group movement organisation organization party coalition alliance front faction militia gang cartel network cell brigade battalion regiment
	katiba army military navy police gendarmerie force junta government administration regime cabinet council committee commission
	parliament assembly congress senate court tribunal ministry agency union federation association bloc camp opposition insurgency guerrilla
	mission delegation team task_force company firm bank church mosque community tribe clan delegation guard side rebellion wing branch affiliate offshoot unit
	leadership presidency authority bureau syndicate club foundation institute university newspaper outlet broadcaster station publisher watchdog body convoy garrison state power country nation neighbour neighbor separatists`)

// orgHeads are words in a name that make it an organisation's.
var orgHeads = words(`group movement organisation organization party coalition alliance front faction militia brigade brigades battalion army forces force
	police council committee commission parliament assembly congress senate court tribunal ministry agency union federation association katiba katibat harakat jaysh liwa
	mission authority bureau foundation institute university bank fund press news radio television times post agency office department
	services service corps guard legion republic confederation league administration school college academy hospital museum airlines airways records recordings entertainment
	company inc corp ltd co. llc gmbh plc holdings industries motors systems technologies software studios pictures productions orchestra ensemble choir
	club fc community chamber board authority survey laboratory laboratories observatory library archive archives union alliance network magazine journal gazette tribune herald
	regiment division squadron fleet battalion navy airforce cabinet politburo duma knesset majlis bundestag cartel insurgency caucus trust fund society society church operation task_force command centre center company corporation
	initiative campaign network state_department pentagon kremlin corporation conference committee directorate secretariat rally congress labour democrats liberation resistance defence defense`)

// groupHeads are the heads that make a name an armed group's or movement's.
var groupHeads = words(`group movement front faction militia brigade brigades battalion army liberation resistance katiba katibat harakat jaysh liwa cartel jihad islam`)

// placeHeads are words after or in a name that make it a place's.
var placeHeads = words(`region province district city town village county prefecture commune municipality state river lake mountain mountains
	valley island islands desert basin forest airport barracks base camp port road street avenue square border peninsula strait gulf sea ocean bay coast delta
	north south east west northeast northwest southeast southwest oblast governorate department cercle palace prison hospital stadium bridge
	building hall park tower towers gardens hotel station avenue ave boulevard highway dam canal reservoir plaza roundabout junction cemetery temple cathedral
	restaurant zoo`)

// thingHeads end the names of what can neither act nor be somewhere.
var thingHeads = words(`agreement act treaty accord accords convention protocol declaration resolution charter prize award war wars festival cup hurricane typhoon
	storm cyclone constitution bill law plan deal day week revolution crisis awards olympics games championship virus`)

// newsrooms are agencies and broadcasters whose name does not say so.
var newsrooms = words(`reuters bloomberg afp xinhua interfax tass bbc cnn al_jazeera al-jazeera associated_press agence_france-presse dpa kyodo anadolu yonhap
	le_monde the_guardian guardian el_pais al_arabiya al-arabiya rfi rte deutsche_welle france_24 politico axios npr pbs nbc abc cbs unicef oxfam unesco`)

// companies end the names of companies, after a comma.
var companies = words(`inc ltd llc plc corp co gmbh lp l.p`)

// locative prepositions put a name where things happen.
var locative = words(`in at near outside inside around across through throughout toward towards into onto within along via off`)

// calendar words are never part of an organisation's name after "of".
var calendar = words(`monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december`)

// notNames are words that begin with a capital and are nobody's name.
var notNames = words(`monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december
	jan feb mar apr jun jul aug sep sept oct nov dec i god internet ramadan christmas easter eid covid-19 covid
	north south east west western eastern northern southern central africa asia europe america sahel maghreb balkans caucasus caribbean
	african european asian western arab islamic islamist latin sub-saharan nato-led french-led us-led un-led
	the a an this that these those he she it they we his her its their our my your in on at by for from with to of and or but if as when while after before since until although though
	however meanwhile moreover nevertheless nonetheless still also yet despite according during under both neither either several many most some few all no not one two three four five
	there here what who why how which where today yesterday tomorrow now then once later earlier finally instead historically still in_any_case
	english french arabic spanish chinese russian christian muslim sunni shia shiite catholic jewish buddhist hindu salafi salafist sharia
	rights government army president minister soldiers troops police residents officials protesters militants rebels gunmen`)

// religions and faiths, as adjectives. Movements within one ("Salafi") count
// only where the head noun is not itself a religious office.
var faiths = words(`muslim sunni shia shiite shi'ite sufi alawite druze ibadi ahmadi christian catholic protestant orthodox evangelical coptic anglican maronite
	jewish hindu sikh buddhist bahai yazidi animist mormon quaker pentecostal salafi salafist wahhabi`)

// religious offices: before them a faith word is part of the role.
var clergy = words(`preacher imam priest bishop archbishop cardinal pastor rabbi monk mufti pope ayatollah mullah`)

// peoples are names of ethnic groups that reports use as adjectives, besides
// those that end like one.
var peoples = words(`fulani peul tuareg touareg dogon bambara songhai songhay soninke malinke mandinka mossi hausa yoruba igbo ibo kanuri ijaw tiv
	wolof serer diola jola dioula bete baoule senufo akan ashanti ewe hutu tutsi twa hema lendu luba acholi langi baganda karamojong kikuyu luo kalenjin luhya kamba
	maasai turkana pokot oromo amhara tigrayan tigrinya sidama afar gurage dinka nuer shilluk murle fur masalit zaghawa nuba toubou tebu berber amazigh kabyle
	sahrawi kurdish kurd turkmen yazidi assyrian pashtun tajik hazara uzbek baloch balochi sindhi punjabi bengali tamil sinhalese kashmiri rohingya
	rakhine karen kachin shan chin mon bamar uyghur uighur tibetan hmong khmer malay javanese acehnese papuan dayak moro
	chechen ingush tatar crimean roma romani basque catalan quechua aymara mapuche maya arab bedouin herero ovambo zulu xhosa shona ndebele makonde creole`)

// reportingVerbs and other verbs that only people and their bodies do.
var agentVerbs = words(`say tell claim announce deny accuse warn vow pledge promise threaten urge demand call insist argue believe think fear hope want seek refuse
	agree reject resign flee meet visit order arrest detain kill attack seize launch lead command negotiate sign vote protest march kidnap capture appoint
	dismiss sack name suspend condemn criticise criticize praise support oppose back withdraw deploy send mediate declare report`)
