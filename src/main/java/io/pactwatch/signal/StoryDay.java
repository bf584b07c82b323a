package io.pactwatch.signal;

import java.util.ArrayList;
import java.util.List;

/**
 * State: the articles about one partnership that were published on one day (UTC), as far as stories need them, in the
 * order of publication; at most {@link StoryClusters#MAX_MEMBERS_PER_DAY}.
 */
public record StoryDay(List<StoryMember> members) {
    public StoryDay {
        members = List.copyOf(members);
    }

    StoryDay with(StoryMember member) {
        List<StoryMember> more = new ArrayList<>(members);
        more.add(member);
        more.sort(StoryMember.BY_PUBLICATION);
        return new StoryDay(more);
    }
}
