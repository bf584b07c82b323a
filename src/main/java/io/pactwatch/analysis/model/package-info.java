/**
 * Trained models that read a passage: the tone towards the tie and towards each party, and which contract terms its centre
 * sentence states. {@link io.pactwatch.analysis.model.PassageModel} is what the rest of the analysis knows of them.
 */
package io.pactwatch.analysis.model;
