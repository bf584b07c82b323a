/** A real single-node Kafka broker (KRaft) in this process, for people who have no cluster at hand. */
package io.pactwatch.broker;
