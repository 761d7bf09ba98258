package who

import "tocsin/read/text"

// seatActs reports whether the name of a capital or palace at [lo,hi) stands for
// the government that sits there: it says, wants or decides something, or
// somebody tells it, accuses it or talks with it. Else it is a town.
func seatActs(s *text.Sentence, lo, hi int) bool {
	if hi < len(s.Tokens) && capital(s.Tokens[hi].Text) && s.Tokens[hi].UPOS == "PROPN" || lo > 0 && capital(s.Tokens[lo-1].Text) && s.Tokens[lo-1].UPOS == "PROPN" {
		return false // "the Washington Post", "George Washington"
	}
	head := headOf(s, lo, hi)
	own := s.Child(head, "case")
	for n := 0; s.Tokens[head].Is("conj") && s.Tokens[head].Head >= 0 && n < 3 && s.Tokens[s.Tokens[head].Head].UPOS == "PROPN"; n++ {
		head = s.Tokens[head].Head
	}
	t := &s.Tokens[head]
	if t.Head < 0 {
		return false
	}
	up := &s.Tokens[t.Head]
	if t.Is("nmod:poss") {
		return seatNouns[up.Lemma]
	}
	if own < 0 {
		own = s.Child(head, "case")
	}
	if own >= 0 {
		w := s.Tokens[own].Lower
		return w == "by" || w == "with" && (seatTold[up.Lemma] || withSeats[up.Lemma]) || w == "against" && !t.Is("nmod") || w == "between" && withSeats[up.Lemma]
	}
	switch {
	case t.Rel == "nsubj:pass", t.Is("obj", "iobj"):
		return seatTold[up.Lemma]
	case t.Is("nsubj"):
		return seatVerbs[up.Lemma] || up.Lemma == "have" && hasObject(s, t.Head, seatNouns) || s.Child(t.Head, "cop") >= 0 && seatMoods[up.Lemma]
	}
	return false
}

func hasObject(s *text.Sentence, verb int, nouns map[string]bool) bool {
	for _, c := range s.ChildrenBy(verb, "obj") {
		if nouns[s.Tokens[c].Lemma] {
			return true
		}
	}
	return false
}

var (
	// seatVerbs are what governments do and towns do not.
	seatVerbs = words(`say tell claim announce deny accuse warn vow pledge promise threaten urge demand call insist argue believe think fear hope want seek refuse
		agree reject order appoint dismiss name suspend condemn criticise criticize praise support oppose back withdraw deploy send mediate declare impose expel recall
		summon recognise recognize halt freeze consider ask sanction veto block welcome respond react fund finance arm supply dispatch retaliate provide grant offer
		sever ban label designate regard view try decide intervene abstain propose recommend suspect acknowledge admit concede confirm dispute denounce
		promise reaffirm reiterate signal hint intend plan prefer know expect negotiate broker interfere meddle approve authorise authorize ratify
		cooperate help aid train blame complain object disagree stop continue begin start lift extend renew`)
	// seatTold are what is done to those who can be spoken to.
	seatTold = words(`inform warn accuse criticise criticize blame urge ask tell persuade convince sanction condemn notify alert consult pressure press thank
		anger embarrass reassure provoke back support isolate offend defy help please alarm worry negotiate talk speak meet cooperate deal agree disagree work`)
	// seatMoods are what can be said of a government: "Paris is ready to".
	seatMoods = words(`ready willing unwilling reluctant determined keen eager concerned worried angry furious silent convinced hostile wary cautious able unable`)
	// seatNouns are what a government has: "Beijing's support".
	seatNouns = words(`support ally influence policy decision refusal claim position interest ambition stance government backing accusation demand response offer envoy
		ambassador ambition approval request help role silence warning plan intention reaction sanction troop force army military relation relationship tie strategy
		proposal aid involvement military interference leader leadership diplomacy diplomat client proxy enemy rival friend commitment objection threat desire objective goal`)
	// withSeats are dealings, which are with governments.
	withSeats = words(`talk relation tie deal agreement treaty negotiation alliance cooperation dialogue dispute pact accord row tension rift war meeting summit
		contact partnership border trade`)
)
