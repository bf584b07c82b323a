package io.pactwatch.console;

/** A request that cannot be answered; the message is one line for the client. */
final class BadRequestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadRequestException(String message) {
        super(message);
    }
}
