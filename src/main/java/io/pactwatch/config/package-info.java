/** The settings of a monitor: one record, validated when it is made. */
package io.pactwatch.config;
