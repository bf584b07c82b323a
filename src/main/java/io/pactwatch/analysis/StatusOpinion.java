package io.pactwatch.analysis;

import io.pactwatch.analysis.model.Distribution;
import io.pactwatch.contract.ClaimStatus;
import io.pactwatch.contract.StatusGroup;

/**
 * What a model finds most probable of a status: first what it means for people, then which one. A change of which it is unsure
 * whether it is new, altered or ended is a change all the same.
 *
 * @param group the most probable group
 * @param probability of the group, in [0,1]
 * @param status the most probable one of the group
 */
record StatusOpinion(StatusGroup group, double probability, ClaimStatus status) {
    static StatusOpinion of(Distribution<ClaimStatus> statuses) {
        double[] sums = new double[StatusGroup.values().length];
        for (ClaimStatus status : ClaimStatus.values()) {
            sums[StatusGroup.of(status).ordinal()] += statuses.of(status);
        }
        StatusGroup group = StatusGroup.FRESH;
        for (StatusGroup other : StatusGroup.values()) {
            group = sums[other.ordinal()] > sums[group.ordinal()] ? other : group;
        }
        return new StatusOpinion(group, Math.min(1, sums[group.ordinal()]), best(statuses, group));
    }

    private static ClaimStatus best(Distribution<ClaimStatus> statuses, StatusGroup group) {
        ClaimStatus best = null;
        for (ClaimStatus status : ClaimStatus.values()) {
            if (StatusGroup.of(status) == group && (best == null || statuses.of(status) > statuses.of(best))) {
                best = status;
            }
        }
        return best;
    }
}
