package claim

import ("testing";"os";"fmt"; "context"
	"tocsin/read/text"
	"tocsin/read/when"
	"tocsin/read/where")

func TestDbg(t *testing.T) {
	str := os.Getenv("S")
	if str == "" { t.Skip() }
	g, _ := world()
	doc, _ := text.Parse(context.Background(), str)
	places := where.Find(doc, g)
	iso, _ := where.Subject(places, g)
	tm := when.Find(doc, published)
	for _, f := range tm { fmt.Printf("time %+v\n", f) }
	for _, p := range places { fmt.Printf("place %d %d %s %s %s\n", p.Lo,p.Hi,p.Kind,p.Country,p.Place.Text) }
	for _, x := range doc.Sentences[0].Tokens { fmt.Print(x.Text,"/",x.UPOS," ") }
	fmt.Println()
	for _, f := range Find(doc, Context{Published: published, Country: iso, When: tm, Where: places, Gazetteer: g}) { fmt.Println(line(f.Claim), f.Claim.Text) }
}
