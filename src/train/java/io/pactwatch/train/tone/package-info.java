/** Weights of what an article shows of its tone. */
package io.pactwatch.train.tone;
