package io.pactwatch.analysis.mention;

import io.pactwatch.analysis.text.Script;
import java.util.Set;

/**
 * How a name must be written to count: its boundaries and its case.
 *
 * @param exact the name as the watchlist writes it
 * @param party number of the party
 * @param person whether it names a person
 * @param caseRule how far the case of the text must be that of the name
 */
record NameForm(String exact, int party, boolean person, CaseRule caseRule) {

    enum CaseRule {
        ANY,
        INITIAL,
        EXACT
    }

    private static final int SHORT = 3;

    static NameForm of(String name, int party, boolean person, Set<String> commonWords, String folded) {
        return new NameForm(name, party, person, caseRule(name, folded, commonWords));
    }

    private static CaseRule caseRule(String name, String folded, Set<String> commonWords) {
        boolean spaced = name.chars().allMatch(unit -> !Script.of((char) unit).isEastAsian());
        if (!spaced) {
            return CaseRule.ANY;
        }
        if (name.length() <= SHORT) {
            return CaseRule.EXACT;
        }
        return commonWords.contains(folded) ? CaseRule.INITIAL : CaseRule.ANY;
    }

    /** Whether the text between two offsets writes the name in a case that counts. */
    boolean accepts(String text, int start, int end) {
        return switch (caseRule) {
            case ANY -> true;
            case INITIAL -> !Character.isLowerCase(text.charAt(start)) || Character.isLowerCase(exact.charAt(0));
            case EXACT -> text.regionMatches(start, exact, 0, end - start);
        };
    }
}
