/**
 * Stage 2: what one article says about one partnership. {@link io.pactwatch.analysis.ArticleAnalyzer} turns an
 * {@link io.pactwatch.article.Article} into one {@link io.pactwatch.analysis.ArticleAnalysis} per watched partnership that it
 * is about. No history, no clock: the same article gives the same analysis.
 */
package io.pactwatch.analysis;
