/**
 * Fine-tunes the encoder of the accurate tier and its heads on labelled texts and writes the files that the product ships.
 * Runs on a processor, with PyTorch; nothing of it is part of the product.
 */
package io.pactwatch.train.encoder;
