package check

import "strings"

// contestedSides are the sides that fought for a land that a war was over.
var contestedSides = map[string]string{"transnistria": "PMR", "transdniestria": "PMR", "abkhazia": "Republic of Abkhazia", "south ossetia": "Republic of South Ossetia",
	"nagorno-karabakh": "Republic of Artsakh", "karabakh": "Republic of Artsakh", "kosovo": "UCK", "chechnya": "Chechen Republic of Ichkeria", "aceh": "GAM"}

// campaignWords are what a group wages or who it is, behind its name: "Boko Haram's
// insurgency", "the TTP's long campaign", "Hema communities".
var campaignWords = strings.Fields("insurgency campaign rebellion uprising revolt war offensive insurrection long armed bloody violent guerrilla guerrillas communities community militias militia tribes clans herders tribesmen militiamen gangs")
