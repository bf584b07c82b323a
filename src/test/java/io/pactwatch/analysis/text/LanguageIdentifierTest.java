package io.pactwatch.analysis.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageIdentifierTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            en | The firm pays less than it did.
            en | Zephyr Telecom's new tone has been downloaded four times.
            de | Was darf der Konzern noch verkaufen?
            fr | Le groupe paie moins qu'avant.
            es | La empresa no paga la comisión a su socio de Brasil.
            it | La società non pagherà più la commissione che è nel contratto con il gruppo.
            pt | A empresa não vai pagar mais a comissão, e o contrato com o grupo foi ampliado.
            nl | Het bedrijf betaalt het contract niet meer, maar de groep heeft ook een aanbod.
            sv | Bolaget och gruppen har avtal som inte gäller från och med i dag.
            pl | Spółka nie zapłaci, że jest to zgodne z umową, oraz przez rok.
            tr | Şirket ve grup için bu anlaşma çok daha iyi olarak görülüyor.
            ru | Компания и группа подписали договор с Microsoft.
            el | Η εταιρεία υπέγραψε νέα σύμβαση.
            ar | وقعت الشركة عقدا جديدا مع المجموعة.
            he | החברה חתמה על הסכם חדש.
            hi | कंपनी ने नया समझौता किया है।
            th | บริษัทลงนามข้อตกลงใหม่
            """)
    void tellsTheLanguageOfASentence(String language, String text) {
        assertThat(identify(text, Optional.empty())).isEqualTo(language);
    }

    @ParameterizedTest
    @CsvSource({"it,false", "ru,false", "en,true", "zh,true", "und,true"})
    void readsSevenLanguagesAndTheUnknownOne(String language, boolean read) {
        assertThat(LanguageIdentifier.isRead(language)).isEqualTo(read);
    }

    @Test
    void believesATagThatTheTextDoesNotContradict() {
        assertThat(identify("OpenAI, Microsoft: 27%", Optional.of("fr"))).isEqualTo("fr");
        assertThat(identify("両社", Optional.of("ja-JP"))).isEqualTo("ja");
        assertThat(identify("Компанія підписала договір.", Optional.of("uk"))).isEqualTo("uk");
        assertThat(identify("The firm has signed and it is a deal for the group.", Optional.of("de")))
                .isEqualTo("en");
    }

    @Test
    void readsNoMoreThanTheBeginningOfALongText() {
        String text = "и ".repeat(500_000);

        assertThat(identify(text, Optional.empty())).isEqualTo("ru");
    }

    private static String identify(String text, Optional<String> given) {
        return LanguageIdentifier.STANDARD.identify(Folding.fold(text), given);
    }
}
