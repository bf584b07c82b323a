/** JSON to records and back: one mapper, one serde. */
package io.pactwatch.serde;
