/** Who is named where: all names of the watchlist in one automaton, the mentions of a pair and how relevant a text is to it. */
package io.pactwatch.analysis.mention;
