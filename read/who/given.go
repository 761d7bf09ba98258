package who

// Given names that, wherever they are common, are all but always a woman's or
// a man's; names of either (Jean, Andrea, Noor) are left out. They tell which
// pronoun a person takes where no title does. Unsourced, general knowledge.

var herNames = words(`aaliyah abigail adele adriana agnes agnieszka aicha aida aisha aissata aissatou aline alejandra alice alina amal amalia amanda amelia amina aminata amy
	ana anastasia angela angelina angelique anita anna anne annie antoinette anya asha asma astrid audrey awa ayesha aya ayşe barbara beata beatrice beatriz benazir
	bertha bianca bintou bridget brigitte camila camille carla carmen carol carolina caroline catalina catherine cecilia celia chantal charlotte chiara christina
	christine claire clara claudia colette cristina cynthia daniela danielle debora deborah delphine denise diana dilma dina dolores dominga dorothy edith eileen
	elena eleanor eleni elisa elisabeth elizabeth ellen elsa emilia emily emma erika esther eugenia eva evelyn fadumo fanta farida fatema fatima fatimah fatou fatoumata
	federica fiona florence frances françoise gabriela gabriella genevieve gertrude ghada giorgia giulia gladys gloria grace greta gro gulnara habiba hadiza hadja
	halima hana hanan hanna hannah harriet hawa heather heba helen helena helene helle hillary hind huda ibtisam ingrid inès ines irene irina iryna isabel isabella
	isabelle ivana jacinda jacqueline jana jane janet jasmine jennifer jessica joan joanna josephine judith julia juliana julie kadiatou kamala karen karin karina
	katarina kate katherine kathleen katrin khadija khadijah kristina lana latifa laura leila leyla lena leonor leticia leymah lidia lila lilia liliana lina linda lisa lola
	louise lucia lucie lucy ludmila luisa lydia lyudmila madeleine magdalena maggie maha mai maimouna malala malika manuela margaret margarita margot maria mariam mariama marian
	mariana marianne marie marina marta martha martina martine mary maryam maryse matilda maya megan meera melania melissa mercedes meryem michelle mina miriam mona monica
	monique mounira nadia nadine nafissatou naima nancy naomi natalia natalie natasha nawal nicola nicole nina noura odile olena olga olivia paola patricia paula pauline penelope
	petra philippa priya rachel rachida rania raquel rebecca regina renata rita roberta rokia rosa rosalia rosario rose rosemary roza ruth sabine sabrina safia saida sakine salma samia
	samira sandra sara sarah sena sheikha shirin silvia simone sofia sonia sophia sophie stella stéphanie stephanie sunita susan susana suzanne svetlana sviatlana sylvia sylvie tamara
	tanya tatiana tatyana teresa theresa thérèse ursula valentina valeria valerie vera veronica veronika victoria viktoria violeta virginia viviane wanda wangari xiomara yasmin yasmine
	yelena yolanda yulia yuliya zahra zainab zara zeinab zeynep zofia zoe zuzana`)

var hisNames = words(`aaron abdallah abdel abdelaziz abdelmadjid abdi abdou abdoulaye abdul abdulaziz abdullah abdullahi abdulrahman abiy abraham abubakar abubakr adam adama adamou adnan adolfo
	adrian ahmad ahmadou ahmed ahmet alan alassane albert alberto alejandro aleksandr aleksei alessandro alexander alexandre alexei alfonso alfred alfredo alhaji ali alpha alvaro amadou amir
	anatoly andrei andres andrew andrey andrzej anthony antoine anton antonio antony anwar arif armando arthur arturo ashraf atiku augusto ayman aziz babacar bachir
	baptiste barack bart bartholomew bashar bashir ben benedict benjamin bernard bernardo bilal blaise bob boris boubacar brahim brian bruce bruno carl carlos cesar charles
	chinedu christian christophe christopher claude cristian cristobal cyril daniel daoud dario david denis dennis diego dieter dimitri dmitri dmitry dominic donald doudou douglas
	eduardo edward edwin elijah elias emanuel emilio emmanuel emmerson enrique eric ernesto ernest etienne eugene evo ezekiel fabian faisal farouk faure felipe felix ferdinand fernando
	fidel filip florian francis francisco franck franco françois francois frank franz fred frederick fyodor gabriel gamal gary geoffrey george georges gerald gerard gerardo gerhard german giorgi giorgio giovanni
	giuseppe gordon graham gregory guillermo gustavo guy hamad hamadoun hamid hamza hans harold haroun harry hasan hashim hassan hector helmut henri henrik henry herbert hernan
	hichem hissène houari hugo hussein ian ibrahim ibrahima idris idriss idrissa ignacio igor ilham imran isaac isaias ishaq ismael ismail issa issoufou ivan jack jacob jacques jaime jair jakob jamal
	james jan jared jason javier jawad jens jeremy jerome jerry jesus jim jimmy joao joaquim joaquin joe joel johan johann john johnny jonas jonathan jorge jose joseph joshua josé
	jovenel juan julio julius jürgen justin juvénal kamal karim karl kassim kevin kenneth khaled khalid khalifa kim klaus kofi konrad konstantin kurt kwame lamine lansana lars laurent
	lawrence lech leon leonard leonardo leonid leopold lionel lorenzo louis luc luca lucas luigi luis luiz lukas macky magnus mahamadou mahamane mahamat mahathir mahdi mahmoud mahmud malick
	malik mamadou mamady manfred manuel marc marcel marcelo marco marcos mariano mario mark martin mateusz matt matteo matthew maurice mauricio max maximilian mehdi mehmet melchior
	michael michel miguel mikhail mikheil miloš modibo mohamed mohamud mohammad mohammed mohamoud moise moses mouammar moussa mubarak muhammad muhammadu murat musa mustafa mustapha nabil nasser nathan
	nelson nicholas nicolas nicolás nigel nikol nikola nikolai nikolay noel norbert nouri nuri nursultan olaf oleg oleksandr oliver olivier omar omer orlando oscar osman otto oumar oumarou ousmane
	pablo pascal patrice patrick paul pavel pedro peter petro philip philippe pierre piotr qasim rachid rafael rafic rafik rahul ralph ramón ramon ramzan rashid raul raymond raúl recep
	rené ricardo richard riek rishi robert roberto rodrigo roger roland roman romano ronald rudolf said saïd salah salem salif salman salva sam sami samir samuel santiago saud scott
	sean sebastian seif sekou sergei sergey sergio servando sheku silvio simon slobodan souleymane stanislav stefan stephen steve steven sultan sylvain tariq tayyip ted terry thabo theodore thierry thomas
	tim timothy tito tom tomas tony umar umaru usman uwe václav valery vasily vicente victor viktor vincent vitali vladimir volodymyr wael walid walter werner wilhelm william willy winston wolfgang xavier
	yahya yakubu yasser yevgeny yitzhak yoweri yuri yusuf youssef zakaria zine zoran`)

// givenPronoun is the pronoun of a person by the first word of the name: he,
// she, "" unknown.
func givenPronoun(first string) string {
	switch her, his := herNames[first], hisNames[first]; {
	case her && !his:
		return "she"
	case his && !her:
		return "he"
	}
	return ""
}
