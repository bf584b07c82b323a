/**
 * Measures the monitor against a baseline in the same run: {@link io.pactwatch.bench.Bench} starts a broker in a process of its
 * own and drives a pass-through topology and the monitor over the same articles.
 */
package io.pactwatch.bench;
