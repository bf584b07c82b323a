package io.pactwatch.cli;

import io.pactwatch.analysis.ArticleAnalysis;
import io.pactwatch.analysis.ArticleAnalyzer;
import io.pactwatch.analysis.JudgedClaim;
import io.pactwatch.article.Article;
import io.pactwatch.contract.Claim;
import java.util.List;
import java.util.Locale;

/** Shows to people what an article says. Immutable. */
final class AnalysisPrinter {
    private static final String INDENT = "    ";

    private final Terminal terminal;

    AnalysisPrinter(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The analyses of one article as lines of text, each ended by a line feed. */
    String text(Article article, List<ArticleAnalyzer.Explained> analyses, boolean explain) {
        StringBuilder text = new StringBuilder();
        wrapped(text, "", article.id() + (article.title().isEmpty() ? "" : ": " + article.title()));
        if (analyses.isEmpty()) {
            wrapped(text, "  ", "about none of the watched partnerships");
        }
        analyses.forEach(analysis -> analysis(text, analysis, explain));
        return text.toString();
    }

    private void analysis(StringBuilder text, ArticleAnalyzer.Explained explained, boolean explain) {
        ArticleAnalysis analysis = explained.analysis();
        String tone = analysis.sentiment()
                .map(found -> String.format(Locale.ROOT, "%s (%+.2f)", found.label(), found.score()))
                .orElse("unknown");
        wrapped(
                text,
                "  ",
                String.format(
                        Locale.ROOT,
                        "%s: tone %s, relevance %.2f, language %s",
                        analysis.partnership().name(),
                        tone,
                        analysis.relevance(),
                        analysis.language()));
        analysis.sentiment().ifPresent(found -> {
            List<String> names = analysis.partnership().parties();
            found.firstToSecond().ifPresent(score -> towards(text, names.get(0), names.get(1), score));
            found.secondToFirst().ifPresent(score -> towards(text, names.get(1), names.get(0), score));
        });
        if (explain) {
            analysis.toneEvidence().ifPresent(quote -> wrapped(text, INDENT, "tone by \"" + quote.exact() + "\""));
            explained.tone().ifPresent(features -> wrapped(text, INDENT, "tone from " + features));
        }
        for (JudgedClaim judged : explained.claims()) {
            if (judged.isKept()) {
                claim(text, judged.claim());
            } else if (explain) {
                wrapped(
                        text,
                        INDENT,
                        "not claimed: " + judged.claim().term() + " "
                                + judged.claim().status());
            }
            if (explain) {
                ClaimReasons.of(judged, explained.text()).forEach(reason -> wrapped(text, INDENT + "  ", reason));
            }
        }
        if (explained.cut() > 0) {
            wrapped(text, INDENT, "these are the strongest; " + explained.cut() + " weaker ones are left out");
        }
    }

    private void towards(StringBuilder text, String holder, String other, double score) {
        wrapped(text, INDENT, String.format(Locale.ROOT, "%s towards %s %+.2f", holder, other, score));
    }

    private void claim(StringBuilder text, Claim claim) {
        StringBuilder line = new StringBuilder(claim.term() + " " + claim.status());
        claim.value().ifPresent(value -> line.append(", ").append(value.display()));
        claim.scope().ifPresent(scope -> line.append(", scope ").append(scope));
        claim.payer().ifPresent(payer -> line.append(", payer ").append(payer));
        claim.holder().ifPresent(holder -> line.append(", holder ").append(holder));
        claim.validFrom().ifPresent(date -> line.append(", from ").append(date.text()));
        claim.validUntil().ifPresent(date -> line.append(", until ").append(date.text()));
        wrapped(text, INDENT, line + ", stage " + claim.stage());
        wrapped(
                text,
                INDENT + "  ",
                "\"" + claim.evidence().exact() + "\" [" + claim.evidence().start() + ".."
                        + claim.evidence().end() + "]");
    }

    private void wrapped(StringBuilder text, String indent, String line) {
        for (String part : PrintableText.wrap(PrintableText.clean(line), terminal.width() - indent.length())) {
            text.append(indent).append(part).append('\n');
        }
    }
}
