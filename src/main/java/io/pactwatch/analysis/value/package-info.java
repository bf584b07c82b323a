/** Money, percentages, multiples, end dates and quantities in running text, in seven languages. */
package io.pactwatch.analysis.value;
