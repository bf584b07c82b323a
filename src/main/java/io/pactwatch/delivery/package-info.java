/**
 * Alerts from the topic to people: to Prometheus Alertmanager and to webhooks, at least once and in order for each alert.
 * Every target reads the topic in a consumer group of its own, so a target that is down holds up no other; its offsets
 * are where it goes on. {@link io.pactwatch.delivery.Deliveries} is the entry.
 */
package io.pactwatch.delivery;
