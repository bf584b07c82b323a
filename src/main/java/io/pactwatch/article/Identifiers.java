package io.pactwatch.article;

import java.util.Objects;
import java.util.regex.Pattern;

/** The form of the identifiers that users give to partnerships and parties: they become message keys and metric labels. */
final class Identifiers {
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,99}");

    private Identifiers() {}

    static String require(String id, String field) {
        if (!FORM.matcher(Objects.requireNonNull(id, field)).matches()) {
            throw new IllegalArgumentException(
                    field + ": '" + id + "' is not made of lower-case letters, digits and hyphens (at most 100)");
        }
        return id;
    }
}
