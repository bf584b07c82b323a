/**
 * Stage 1: what comes in. {@link io.pactwatch.article.Article}s and {@link io.pactwatch.article.PartnershipEvent}s as they
 * are read from a message, and the {@link io.pactwatch.article.Partnership}s that are watched.
 */
package io.pactwatch.article;
