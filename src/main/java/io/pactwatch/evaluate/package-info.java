/** Quality figures as commands: on labelled data, and by simulation where the truth is known. */
package io.pactwatch.evaluate;
