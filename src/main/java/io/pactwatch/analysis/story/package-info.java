/** What tells a story from others: its names, its numbers and the origin that it names. */
package io.pactwatch.analysis.story;
