package io.pactwatch.console;

/**
 * What a resource is asked for.
 *
 * @param accept value of the {@code Accept} header, empty if there is none
 */
record Request(String path, Query query, String accept) {}
