/**
 * Brings articles to Kafka: {@link io.pactwatch.feed.ArticleFiles} finds messages in files and folders and hands them
 * to an {@link io.pactwatch.feed.ArticleSink}; {@link io.pactwatch.feed.ArticleSender} is the one that checks and sends
 * them.
 */
package io.pactwatch.feed;
