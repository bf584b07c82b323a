package io.pactwatch.analysis.text;

/** Writing systems, as far as they decide where a word ends. */
public enum Script {
    /** Letters and digits of scripts that part words by blanks: Latin, Greek, Cyrillic, Arabic and others. */
    SPACED,
    HANGUL,
    KATAKANA,
    HIRAGANA,
    HAN,
    /** No letter and no digit. */
    NONE;

    public static Script of(char unit) {
        if (unit < 0x2E80) {
            return Character.isLetterOrDigit(unit) ? SPACED : unit >= 0x1100 && unit <= 0x11FF ? HANGUL : NONE;
        }
        if (unit >= 0xAC00 && unit <= 0xD7AF || unit >= 0x3131 && unit <= 0x318E) {
            return HANGUL;
        }
        if (unit >= 0x30A1 && unit <= 0x30FA || unit == 0x30FC) {
            return KATAKANA;
        }
        if (unit >= 0x3041 && unit <= 0x3096) {
            return HIRAGANA;
        }
        if (unit >= 0x4E00 && unit <= 0x9FFF || unit >= 0x3400 && unit <= 0x4DBF || unit >= 0xF900 && unit <= 0xFAFF) {
            return HAN;
        }
        return Character.isLetterOrDigit(unit) ? SPACED : NONE;
    }

    /** Whether words of this script are written without blanks or take particles without a blank. */
    public boolean isEastAsian() {
        return this == HANGUL || this == KATAKANA || this == HIRAGANA || this == HAN;
    }
}
