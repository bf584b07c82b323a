package io.pactwatch.analysis.terms;

import io.pactwatch.contract.ClaimStatus;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One rule of the catalogue. It fires where each slot has a cue near the cue of the first slot and no cue of a veto stands in
 * the same clause.
 *
 * @param id shown as the reason for a claim
 * @param term name of the term it claims
 * @param slots for each slot the groups that fill it
 * @param vetoes groups that forbid it
 * @param within words between the first slot and any other
 * @param order whether the other slots must stand behind the first
 * @param always the status, whatever the text around says
 * @param otherwise the status if the text around says nothing
 * @param value kinds of value to look for, in order of preference
 * @param holder which party holds the right or receives
 * @param payer which party pays
 */
record TermRule(
        String id,
        String term,
        List<Set<Integer>> slots,
        Set<Integer> vetoes,
        int within,
        boolean order,
        Optional<ClaimStatus> always,
        ClaimStatus otherwise,
        List<ValueKind> value,
        Role holder,
        Role payer) {

    /** A party of a claim by its place in the sentence. */
    enum Role {
        NONE,
        /** The party that holds the right: the one that acts, or to whom it is given. */
        SUBJECT,
        /** The other one. */
        OBJECT,
        /** The party that supplies or distributes for the other. */
        SUPPLIER,
        /** The party that puts money into the other. */
        INVESTOR,
        /** The party that gives a share of its income. */
        PAYER,
        /** The party that gets it. */
        PAYEE,
        /** The party that buys. */
        BUYER,
        /** The party that it buys from. */
        SELLER
    }
}
