/** Trains the linear models of the fast tier, from labelled passages and sentences. */
package io.pactwatch.train.linear;
