package io.pactwatch.train.encoder;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * A text as the encoder reads it, with what its heads should find.
 *
 * @param pieces word pieces with the opening and closing marks
 * @param marked whether a piece belongs to a target or a party; the opening piece where none does
 * @param target tone towards the marked target, if that is labelled
 * @param tie tone towards the tie between the marked parties, if that is labelled
 * @param centres parts that are read for terms
 * @param termWeight how much the terms count in the loss
 */
record Example(
        int[] pieces, boolean[] marked, OptionalInt target, OptionalInt tie, List<Centre> centres, double termWeight) {
    Example {
        centres = List.copyOf(centres);
    }

    int length() {
        return pieces.length;
    }

    /** Both texts, one behind the other, read as one; the tones are those of neither. */
    Example followedBy(Example other) {
        int shift = length() - 2;
        int[] allPieces = Arrays.copyOf(pieces, shift + other.length());
        System.arraycopy(other.pieces, 1, allPieces, length() - 1, other.length() - 1);
        boolean[] allMarked = Arrays.copyOf(marked, allPieces.length);
        System.arraycopy(other.marked, 1, allMarked, length() - 1, other.length() - 1);
        allMarked[0] = marked[0] && other.marked[0];
        List<Centre> allCentres = new ArrayList<>(centres);
        other.centres.forEach(
                centre -> allCentres.add(new Centre(centre.from() + shift, centre.to() + shift, centre.claims())));
        return new Example(
                allPieces, allMarked, OptionalInt.empty(), OptionalInt.empty(), allCentres, Math.min(termWeight, other.termWeight));
    }

    /** Pieces from {@code from} to before {@code to} and the claims that they state. */
    record Centre(int from, int to, List<ClaimLabel> claims) {
        Centre {
            if (from < 1 || to <= from) {
                throw new IllegalArgumentException("from " + from + ", to " + to + ": no pieces");
            }
            claims = List.copyOf(claims);
        }

        boolean states(int term) {
            return claims.stream().anyMatch(claim -> claim.term() == term);
        }
    }

    /** A claim by the numbers of its labels. */
    record ClaimLabel(int term, int status, int stage) {}
}
