/** Quality figures as commands: on labelled texts, and by simulation where the truth is known. */
package io.pactwatch.evaluate;
