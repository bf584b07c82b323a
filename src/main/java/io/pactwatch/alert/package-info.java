/**
 * Stage 4: signals that people see. {@link io.pactwatch.alert.AlertPolicy} gives a {@link io.pactwatch.signal.Signal}
 * its identity, severity and life cycle as an {@link io.pactwatch.alert.Alert}.
 */
package io.pactwatch.alert;
