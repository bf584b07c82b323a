package io.pactwatch.topology;

/** A topic exists whose partitions, replication or clean-up policy do not fit the configuration. */
public final class TopicMismatchException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TopicMismatchException(String message) {
        super(message);
    }
}
