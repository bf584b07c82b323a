/** Labelled articles, cut into parts of a few sentences as the models read them. */
package io.pactwatch.train.article;
