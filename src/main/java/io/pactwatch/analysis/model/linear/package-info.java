/**
 * The fast tier: linear models over hashed features of words, in plain Java. How features are named, weighed and calibrated,
 * and what the models read with them.
 */
package io.pactwatch.analysis.model.linear;
