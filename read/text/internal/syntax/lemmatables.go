package syntax

import "strings"

// pairs reads "form lemma" pairs, several forms to a lemma: "lemma: form form".
func pairsOf(list string) map[string]string {
	m := make(map[string]string)
	for line := range strings.SplitSeq(list, ";") {
		lemma, forms, _ := strings.Cut(strings.TrimSpace(line), ":")
		for f := range strings.FieldsSeq(forms) {
			m[f] = lemma
		}
	}
	return m
}

// doubledByRule are stems whose doubled l, s, f or z goes when the ending goes.
var doubledByRule = func() map[string]bool {
	m := make(map[string]bool)
	for w := range strings.FieldsSeq(`controll patroll compell expell propell repell rebell quell cancell travell signall labell modell fuell
		channell counsell dispell fulfill install enroll excell impell levell quarrell totall trigg buss gass quizz initiall shovell tunnell`) {
		m[w] = w != "quell" && w != "install" && w != "enroll" && w != "fulfill"
	}
	return m
}()

var irregularVerbs = pairsOf(`be: is am are was were been being 's 'm 're 's; have: has had having 've; do: does did done doing;
	will: 'll wo; can: ca; would: 'd; shall: sha; say: said; make: made; go: went gone; take: took taken; come: came; see: saw seen; know: knew known;
	get: got gotten; give: gave given; find: found; think: thought; tell: told; become: became; leave: left; feel: felt;
	put: put; bring: brought; begin: began begun; keep: kept; hold: held; write: wrote written; stand: stood; hear: heard;
	let: let; mean: meant; set: set; meet: met; run: ran; pay: paid; sit: sat; speak: spoke spoken; lie: lay lain lying; lead: led;
	read: read; grow: grew grown; lose: lost; fall: fell fallen; send: sent; build: built; understand: understood;
	draw: drew drawn; break: broke broken; spend: spent; cut: cut; rise: rose risen; drive: drove driven; buy: bought;
	wear: wore worn; choose: chose chosen; seek: sought; shoot: shot; win: won; fight: fought; throw: threw thrown;
	catch: caught; deal: dealt; sell: sold; teach: taught; strike: struck stricken; hit: hit; hurt: hurt; hide: hid hidden;
	burn: burnt; flee: fled; bear: bore borne; steal: stole stolen; swear: swore sworn; shut: shut; spread: spread;
	split: split; withdraw: withdrew withdrawn; overthrow: overthrew overthrown; undergo: underwent undergone;
	overcome: overcame; arise: arose arisen; bind: bound; blow: blew blown; breed: bred; cast: cast; cling: clung;
	cost: cost; dig: dug; eat: ate eaten; feed: fed; fly: flew flown; forbid: forbade forbidden; forget: forgot forgotten;
	forgive: forgave forgiven; freeze: froze frozen; hang: hung; kneel: knelt; lay: laid; lend: lent; light: lit; prove: proven;
	ride: rode ridden; ring: rang rung; shake: shook shaken; shed: shed; show: shown; shrink: shrank shrunk; sing: sang sung; sink: sank sunk;
	sleep: slept; slide: slid; spin: spun; spring: sprang sprung; stick: stuck; sting: stung; sweep: swept; swim: swam swum; swing: swung;
	tear: tore torn; wake: woke woken; weep: wept; wind: wound; foresee: foresaw foreseen; mislead: misled; oversee: oversaw overseen;
	uphold: upheld; withhold: withheld; withstand: withstood; rebuild: rebuilt; retake: retook retaken; partake: partook; mistake: mistook mistaken;
	overtake: overtook overtaken; undertake: undertook undertaken; outlaw: outlawed; beat: beat beaten; bite: bit bitten; bleed: bled;
	bid: bid; broadcast: broadcast; forecast: forecast; quit: quit; rid: rid; thrust: thrust; upset: upset; die: dying; tie: tying; vie: vying;
	free: freed freeing; agree: agreed agreeing; disagree: disagreed; guarantee: guaranteed; decree: decreed; flee: fleeing; see: seeing; kidnap: kidnapped kidnapping;
	focus: focused focusing; target: targeted targeting; bomb: bombed bombing; offer: offered offering; open: opened opening; visit: visited visiting;
	add: added adding; kill: killed killing; call: called calling; fill: filled filling; roll: rolled rolling; pull: pulled pulling; sell: selling; tell: telling;
	pass: passed passing; press: pressed pressing; discuss: discussed discussing; staff: staffed; storm: stormed storming; arm: armed arming; use: used using;
	shell: shelled shelling; loot: looted looting; raid: raided raiding; besiege: besieged besieging; recapture: recaptured recapturing; ambush: ambushed;
	rule: ruled ruling; seize: seized seizing; cause: caused causing; fire: fired firing; hire: hired hiring; require: required requiring; release: released releasing;
	promote: promoted promoting; vote: voted voting; note: noted noting; devote: devoted; invite: invited inviting; unite: united uniting; cite: cited citing;
	create: created creating; state: stated stating; date: dated dating; hate: hated hating; escape: escaped escaping; resume: resumed resuming; assume: assumed assuming;
	undermine: undermined undermining; determine: determined determining; combine: combined combining; define: defined defining; decline: declined declining; join: joined joining;
	postpone: postponed postponing; abandon: abandoned; happen: happened happening; explode: exploded exploding; erode: eroded eroding; impose: imposed imposing; oppose: opposed opposing;
	propose: proposed proposing; depose: deposed deposing; expose: exposed exposing; lose: losing; close: closed closing; advise: advised; raise: raised raising; increase: increased increasing; decrease: decreased;
	change: changed changing; charge: charged charging; urge: urged urging; emerge: emerged emerging; challenge: challenged; merge: merged; engage: engaged engaging; damage: damaged; manage: managed managing; stage: staged staging; pledge: pledged; judge: judged; exchange: exchanged; hinge: hinged;
	besiege: besieged; mismanage: mismanaged mismanaging; reignite: reignited; negotiate: negotiated negotiating; restore: restored restoring; explore: explored; ignore: ignored ignoring; declare: declared declaring; prepare: prepared preparing; share: shared sharing; compare: compared;
	injure: injured injuring; capture: captured capturing; torture: tortured torturing; secure: secured securing; ensure: ensured ensuring; figure: figured; measure: measured; pressure: pressured; acquire: acquired; retire: retired; expire: expired; inspire: inspired; admire: admired;
	stop: stopped; step: stepped; drop: dropped; develop: developed; help: helped; shape: shaped; hope: hoped hoping; cope: coped; type: typed; wipe: wiped; rape: raped`)

var irregularNouns = pairsOf(`man: men; woman: women; child: children; person: people persons; foot: feet; tooth: teeth; mouse: mice; goose: geese; life: lives; wife: wives; knife: knives;
	half: halves; leaf: leaves; thief: thieves; loaf: loaves; self: selves; wolf: wolves; shelf: shelves; crisis: crises; analysis: analyses; basis: bases; thesis: theses; hypothesis: hypotheses;
	medium: media; datum: data; criterion: criteria; phenomenon: phenomena; series: series; species: species; means: means; news: news; troops: ; police: police; movie: movies; tie: ties; lie: lies; die: dies;
	gunman: gunmen; policeman: policemen; spokesman: spokesmen; clergyman: clergymen; serviceman: servicemen; militiaman: militiamen; tribesman: tribesmen; herdsman: herdsmen; fisherman: fishermen; rifleman: riflemen;
	businessman: businessmen; congressman: congressmen; headquarters: headquarters; barracks: barracks; bus: buses; gas: gases; virus: viruses; campus: campuses; status: statuses; census: censuses; corps: corps;
	shoe: shoes; toe: toes; cause: causes; house: houses; horse: horses; case: cases; base: bases; rise: rises; cache: caches; axe: axes; size: sizes; prize: prizes; box: boxes; church: churches; army: armies; veto: vetoes; hero: heroes`)

var irregularGrades = pairsOf(`good: better best; bad: worse worst; far: further farther furthest farthest; much: more most; little: less least`)

var closedLemmas = pairsOf(`not: n't 't; a: an; will: 'll wo; have: 've; be: 's 're 'm; would: 'd; I: me; he: him; she: her; they: them; we: us; who: whom; this: these; that: those; I: i`)

// grade undoes -er and -est where the tag says that they are there.
func grade(w, xpos string) string {
	n := len(w)
	var s string
	switch {
	case (xpos == "JJR" || xpos == "RBR") && strings.HasSuffix(w, "er") && n > 4:
		s = w[:n-2]
	case (xpos == "JJS" || xpos == "RBS") && strings.HasSuffix(w, "est") && n > 5:
		s = w[:n-3]
	default:
		return w
	}
	k := len(s)
	if s[k-1] == 'i' {
		return s[:k-1] + "y"
	}
	if k > 2 && s[k-1] == s[k-2] && isConsonant(s[k-1]) && s[k-1] != 'l' && s[k-1] != 's' {
		return s[:k-1]
	}
	if endsAny(s, "rg", "at", "fin", "saf", "wis", "clos", "larg", "id", "ur", "nc", "ic", "impl", "abl", "av", "ru", "re", "os") {
		return s + "e"
	}
	return s
}

// learnLemmas keeps what the rules get wrong on the training part.
func (m *Model) learnLemmas(train []Sentence, minimum int) {
	counts := map[string]map[string]int{}
	for _, s := range train {
		for i, w := range s.Words {
			k := strings.ToLower(strings.ReplaceAll(w, "’", "'")) + "\t" + s.Tags[i]
			if counts[k] == nil {
				counts[k] = map[string]int{}
			}
			counts[k][s.Lemmas[i]]++
		}
	}
	m.lemmas = make(map[string]string)
	for k, c := range counts {
		if strings.Contains(k, "PROPN|") || strings.ContainsAny(k, "\n") {
			continue
		}
		best := ""
		for _, l := range sortedKeys(c) {
			if best == "" || c[l] > c[best] {
				best = l
			}
		}
		form, tag, _ := strings.Cut(k, "\t")
		if c[best] >= minimum && ruleLemma(form, tag) != best {
			m.lemmas[k] = best
		}
	}
}
