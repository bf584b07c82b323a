/** Messages to records and back: one mapper, one serde, and the readers of all input formats. */
package io.pactwatch.serde;
