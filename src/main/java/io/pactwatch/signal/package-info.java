/**
 * Stage 3: history and one analysis make signals. {@link io.pactwatch.signal.StoryClusters} finds the articles that
 * retell one story, {@link io.pactwatch.signal.TermLedger} keeps what is in force and notices changes,
 * {@link io.pactwatch.signal.SentimentShiftDetector} watches the tone, one observation per story. State comes in and
 * goes out as values; no clock.
 */
package io.pactwatch.signal;
