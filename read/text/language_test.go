package text_test

import (
	"context"
	"strings"
	"testing"

	"tocsin"
	"tocsin/read/text"
)

func TestLanguageIsNamed(t *testing.T) {
	for _, c := range []struct{ want, text string }{
		{"fr", "Les militaires ont pris le pouvoir dans la nuit et le président a été arrêté par des soldats selon une source de la présidence."},
		{"es", "Los militares tomaron el poder en la noche y el presidente fue detenido por los soldados, según una fuente de la presidencia."},
		{"pt", "Os militares tomaram o poder durante a noite e o presidente foi detido pelos soldados, segundo uma fonte da presidência."},
		{"de", "Die Armee hat in der Nacht die Macht übernommen und der Präsident wurde von Soldaten festgenommen, wie es aus dem Palast hieß."},
		{"it", "I militari hanno preso il potere nella notte e il presidente è stato arrestato dai soldati, secondo una fonte della presidenza."},
		{"sw", "Wanajeshi walichukua madaraka usiku na rais alikamatwa na askari, kwa mujibu wa chanzo cha ofisi ya rais katika mji mkuu."},
		{"ar", "استولى الجيش على السلطة ليلا واعتقل الجنود الرئيس"},
		{"ru", "Военные захватили власть ночью, президент арестован солдатами."},
		{"zh", "军方在夜间夺取了政权，总统被士兵逮捕。"},
		{"ja", "軍は夜のうちに権力を握り、大統領は兵士に逮捕された。"},
		{"am", "ወታደሮች ሌሊት ስልጣን ያዙ"},
	} {
		_, err := text.Parse(context.Background(), c.text)
		if tocsin.CodeOf(err) != tocsin.Unsupported || !strings.Contains(err.Error(), "unsupported language: "+c.want+";") {
			t.Errorf("%s: %v", c.want, err)
		}
		if got := text.Language(c.text); got != c.want {
			t.Errorf("%s is named %q", c.want, got)
		}
	}
}

func TestEnglishWithForeignWordsPasses(t *testing.T) {
	for _, s := range []string{
		"The spokesman said: “Le président a été arrêté par des soldats.” He did not say where the president was being held.",
		"General Abdel Fattah al-Burhan met Mohamed Hamdan Dagalo in Khartoum.",
		"JNIM attacked Boulikessi.",
		"Protesters chanted الشعب يريد إسقاط النظام outside the palace on Friday.",
	} {
		if _, err := text.Parse(context.Background(), s); err != nil || text.Language(s) != "en" {
			t.Errorf("%s: %v", s, err)
		}
	}
}

func TestTextWithoutWordsIsRefused(t *testing.T) {
	for _, s := range []string{"", "   \n\n", "1234 --- 56.7", "\x00\x00\xff", "!?"} {
		if _, err := text.Parse(context.Background(), s); tocsin.CodeOf(err) != tocsin.Invalid || text.Language(s) != "" {
			t.Errorf("%q: %v", s, err)
		}
	}
}

func TestParseStopsWhenCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := text.Parse(ctx, "The army left the town."); err == nil {
		t.Error("a cancelled parse gave a document")
	}
}
