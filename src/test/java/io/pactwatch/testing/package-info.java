/** What several tests need: a Kafka client in a few words, processes to kill, articles with safe defaults. */
package io.pactwatch.testing;
