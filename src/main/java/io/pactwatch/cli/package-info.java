/**
 * The commands, one class each, and how they write: {@link io.pactwatch.cli.AlertPrinter} shows alerts,
 * {@link io.pactwatch.cli.PrintableText} takes out of hostile text what a terminal would obey,
 * {@link io.pactwatch.cli.OneLineErrors} turns failures into one line and an exit code.
 */
package io.pactwatch.cli;
