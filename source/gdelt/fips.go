package gdelt

import "strings"

// fips names the countries of FIPS 10-4, the codes GDELT writes: NI is Nigeria,
// and Nicaragua is NU. They are not the codes of ISO 3166.
const fips = "AA=Aruba;AC=Antigua and Barbuda;AE=United Arab Emirates;AF=Afghanistan;AG=Algeria;AJ=Azerbaijan;AL=Albania;AM=Armenia;AN=Andorra;" +
	"AO=Angola;AQ=American Samoa;AR=Argentina;AS=Australia;AU=Austria;AV=Anguilla;AY=Antarctica;BA=Bahrain;BB=Barbados;BC=Botswana;" +
	"BD=Bermuda;BE=Belgium;BF=Bahamas;BG=Bangladesh;BH=Belize;BK=Bosnia and Herzegovina;BL=Bolivia;BM=Myanmar;BN=Benin;BO=Belarus;" +
	"BP=Solomon Islands;BR=Brazil;BT=Bhutan;BU=Bulgaria;BV=Bouvet Island;BX=Brunei;BY=Burundi;CA=Canada;CB=Cambodia;CD=Chad;" +
	"CE=Sri Lanka;CF=Republic of the Congo;CG=Democratic Republic of the Congo;CH=China;CI=Chile;CJ=Cayman Islands;CK=Cocos Islands;" +
	"CM=Cameroon;CN=Comoros;CO=Colombia;CQ=Northern Mariana Islands;CS=Costa Rica;CT=Central African Republic;CU=Cuba;CV=Cabo Verde;" +
	"CW=Cook Islands;CY=Cyprus;DA=Denmark;DJ=Djibouti;DO=Dominica;DR=Dominican Republic;EC=Ecuador;EG=Egypt;EI=Ireland;" +
	"EK=Equatorial Guinea;EN=Estonia;ER=Eritrea;ES=El Salvador;ET=Ethiopia;EZ=Czechia;FG=French Guiana;FI=Finland;FJ=Fiji;" +
	"FK=Falkland Islands;FM=Micronesia;FO=Faroe Islands;FP=French Polynesia;FR=France;FS=French Southern Territories;GA=Gambia;" +
	"GB=Gabon;GG=Georgia;GH=Ghana;GI=Gibraltar;GJ=Grenada;GK=Guernsey;GL=Greenland;GM=Germany;GP=Guadeloupe;GQ=Guam;GR=Greece;" +
	"GT=Guatemala;GV=Guinea;GY=Guyana;HA=Haiti;HK=Hong Kong;HM=Heard Island and McDonald Islands;HO=Honduras;HR=Croatia;HU=Hungary;" +
	"IC=Iceland;ID=Indonesia;IM=Isle of Man;IN=India;IO=British Indian Ocean Territory;IR=Iran;IS=Israel;IT=Italy;IV=Ivory Coast;" +
	"IZ=Iraq;JA=Japan;JE=Jersey;JM=Jamaica;JO=Jordan;KE=Kenya;KG=Kyrgyzstan;KN=North Korea;KR=Kiribati;KS=South Korea;" +
	"KT=Christmas Island;KU=Kuwait;KV=Kosovo;KZ=Kazakhstan;LA=Laos;LE=Lebanon;LG=Latvia;LH=Lithuania;LI=Liberia;LO=Slovakia;" +
	"LS=Liechtenstein;LT=Lesotho;LU=Luxembourg;LY=Libya;MA=Madagascar;MB=Martinique;MC=Macao;MD=Moldova;MF=Mayotte;MG=Mongolia;" +
	"MH=Montserrat;MI=Malawi;MJ=Montenegro;MK=North Macedonia;ML=Mali;MN=Monaco;MO=Morocco;MP=Mauritius;MR=Mauritania;MT=Malta;MU=Oman;" +
	"MV=Maldives;MX=Mexico;MY=Malaysia;MZ=Mozambique;NC=New Caledonia;NE=Niue;NF=Norfolk Island;NG=Niger;NH=Vanuatu;NI=Nigeria;" +
	"NL=Netherlands;NN=Sint Maarten;NO=Norway;NP=Nepal;NR=Nauru;NS=Suriname;NT=Netherlands Antilles;NU=Nicaragua;NZ=New Zealand;" +
	"OD=South Sudan;PA=Paraguay;PC=Pitcairn;PE=Peru;PK=Pakistan;PL=Poland;PM=Panama;PO=Portugal;PP=Papua New Guinea;PS=Palau;" +
	"PU=Guinea-Bissau;QA=Qatar;RE=Reunion;RI=Serbia;RM=Marshall Islands;RN=Saint Martin;RO=Romania;RP=Philippines;RQ=Puerto Rico;" +
	"RS=Russia;RW=Rwanda;SA=Saudi Arabia;SB=Saint Pierre and Miquelon;SC=Saint Kitts and Nevis;SE=Seychelles;SF=South Africa;" +
	"SG=Senegal;SH=Saint Helena;SI=Slovenia;SL=Sierra Leone;SM=San Marino;SN=Singapore;SO=Somalia;SP=Spain;ST=Saint Lucia;SU=Sudan;" +
	"SV=Svalbard and Jan Mayen;SW=Sweden;SX=South Georgia and the South Sandwich Islands;SY=Syria;SZ=Switzerland;TB=Saint Barthelemy;" +
	"TD=Trinidad and Tobago;TH=Thailand;TI=Tajikistan;TK=Turks and Caicos Islands;TL=Tokelau;TN=Tonga;TO=Togo;TP=Sao Tome and Principe;" +
	"TS=Tunisia;TT=Timor Leste;TU=Turkey;TV=Tuvalu;TW=Taiwan;TX=Turkmenistan;TZ=Tanzania;UC=Curacao;UG=Uganda;UK=United Kingdom;" +
	"UP=Ukraine;US=United States;UV=Burkina Faso;UY=Uruguay;UZ=Uzbekistan;VC=Saint Vincent and the Grenadines;VE=Venezuela;" +
	"VI=British Virgin Islands;VM=Vietnam;VQ=U.S. Virgin Islands;VT=Vatican;WA=Namibia;GZ=Palestinian Territory;WE=Palestinian Territory;WF=Wallis and Futuna;" +
	"WI=Western Sahara;WS=Samoa;WZ=Eswatini;YI=Serbia and Montenegro;YM=Yemen;ZA=Zambia;ZI=Zimbabwe"

// countries reads the table.
func countries() map[string]string {
	out := map[string]string{}
	for _, pair := range strings.Split(fips, ";") {
		code, name, _ := strings.Cut(pair, "=")
		out[code] = name
	}
	return out
}
