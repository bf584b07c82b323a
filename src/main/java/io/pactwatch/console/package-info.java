/**
 * The HTTP server of the monitor: the page at {@code /}, the API below {@code /api}, {@code /metrics} for Prometheus,
 * {@code /health/live} and {@code /health/ready} for whatever runs it. Read-only; bound to the loopback address unless the
 * settings say otherwise; with a token where one is set.
 *
 * <p>What page and API show comes from the output topics: {@link io.pactwatch.console.OutputReader} reads them with a
 * consumer of its own into an {@link io.pactwatch.console.OutputView} in memory. So any instance shows everything, and no
 * state of the streams is touched.
 */
package io.pactwatch.console;
