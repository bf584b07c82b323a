package io.pactwatch.article;

/** An input that cannot be read: the message is one line that names the field or place, what is wrong and what is expected. */
public final class InvalidInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InvalidInputException(String message) {
        super(message);
    }

    public InvalidInputException(String message, Throwable cause) {
        super(message, cause);
    }
}
