/**
 * The meters. {@link io.pactwatch.metrics.MonitorMetrics} is what the stream code counts,
 * {@link io.pactwatch.metrics.MeterName} holds every name, label and meaning,
 * {@link io.pactwatch.metrics.MicrometerMonitorMetrics} counts, and {@link io.pactwatch.metrics.Meters} adds the
 * meters of the JVM and of Kafka Streams and makes them readable for Prometheus. Series are bounded: labels come from
 * enums and from the watchlist.
 */
package io.pactwatch.metrics;
