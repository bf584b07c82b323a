/** YAML files whose mistakes are refused with their line. */
package io.pactwatch.analysis.resource;
