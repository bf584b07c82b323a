/**
 * The HTTP server of the monitor: {@code /metrics} for Prometheus, {@code /health/live} and {@code /health/ready} for
 * whatever runs it. Read-only, without authentication, and bound to the loopback address unless the settings say
 * otherwise.
 */
package io.pactwatch.console;
