package unsaid.web.cli;

import java.util.Objects;
import unsaid.check.Chart;
import unsaid.check.Coverage;
import unsaid.check.Coverage.OfFlow;
import unsaid.check.Coverage.Part;
import unsaid.check.Coverage.Thing;
import unsaid.engine.Library;
import unsaid.web.graph.Covered;
import unsaid.web.graph.Layered;
import unsaid.web.graph.Svg;

/// Coverage as one HTML file: for each flow its figures, its picture with what is never come to
/// marked, and a list of that. It loads nothing.
final class CoveragePage {
    private static final String HEAD =
            """
            <!doctype html>
            <html lang="en">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Coverage of the conversations</title>
            <style>
            :root { color-scheme: light dark; --paper: #faf6ef; --ink: #2a2622; --muted: #665d54; --hair: #e6ddd0; --warn: #8a3b22; }
            @media (prefers-color-scheme: dark) { :root { --paper: #1a1816; --ink: #ebe4d9; --muted: #ada295; --hair: #332f2b; --warn: #f0b49c; } }
            body { margin: 2em auto; max-width: 1400px; padding: 0 1em; background: var(--paper); color: var(--ink);
              font: 100%/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
            h1, h2 { line-height: 1.25; }
            table { border-collapse: collapse; }
            th, td { padding: 6px 14px 6px 0; border-bottom: 1px solid var(--hair); text-align: start; font-variant-numeric: tabular-nums; }
            .picture { overflow: auto; border: 1px solid var(--hair); border-radius: 12px; }
            .picture svg { max-width: 100%; height: auto; min-width: 900px; }
            .missed { color: var(--warn); }
            p { color: var(--muted); }
            a { color: inherit; }
            """;

    private final Library library;
    private final StringBuilder out = new StringBuilder();

    private CoveragePage(Library library) {
        this.library = library;
    }

    static String of(Coverage coverage, Library library) {
        return new CoveragePage(library).page(coverage);
    }

    private String page(Coverage coverage) {
        out.append(HEAD).append(Svg.STYLE).append("</style>\n<main>\n");
        out.append("<h1>Coverage of the conversations: ")
                .append(coverage.percent())
                .append(" %</h1>\n");
        out.append(
                "<p>What the talks in the test files come to. In the pictures, a dotted arrow is taken by no test; a broken frame is a step that no test comes to; a number such as 2/3 says how many of a question’s options were tapped.</p>\n");
        table(coverage);
        coverage.flows().forEach(this::flow);
        return out.append("</main>\n</html>\n").toString();
    }

    private void table(Coverage coverage) {
        out.append("<table><thead><tr><th scope=\"col\">Conversation</th>");
        for (Thing thing : Thing.values()) {
            out.append("<th scope=\"col\">").append(thing.many()).append("</th>");
        }
        out.append("<th scope=\"col\">in all</th></tr></thead><tbody>\n");
        for (OfFlow flow : coverage.flows()) {
            out.append("<tr><th scope=\"row\"><a href=\"#")
                    .append(Svg.text(flow.flow()))
                    .append("\">")
                    .append(Svg.text(flow.flow()))
                    .append("</a></th>");
            for (Thing thing : Thing.values()) {
                long covered = flow.of(thing).stream().filter(Part::covered).count();
                out.append("<td>").append(covered).append('/').append(flow.of(thing).size());
                out.append("</td>");
            }
            out.append("<td>").append(flow.percent()).append(" %</td></tr>\n");
        }
        out.append("</tbody></table>\n");
    }

    private void flow(OfFlow covered) {
        Chart chart = Chart.of(Objects.requireNonNull(library.flow(covered.flow())));
        out.append("<section id=\"").append(Svg.text(covered.flow())).append("\">\n<h2>");
        out.append(Svg.text(chart.title())).append(": ").append(covered.percent());
        out.append(" %</h2>\n<div class=\"picture\" tabindex=\"0\" role=\"region\" aria-label=\"");
        out.append(Svg.text(chart.title())).append("\">\n");
        out.append(Svg.within(Layered.of(chart), Covered.of(covered))).append("</div>\n");
        if (!covered.missed().isEmpty()) {
            out.append("<h3>Never come to</h3>\n<ul class=\"missed\">\n");
            for (Part part : covered.missed()) {
                out.append("<li>").append(part.thing().name().toLowerCase(java.util.Locale.ROOT));
                out.append(" <code>").append(Svg.text(part.id())).append("</code> ");
                out.append(Svg.text(part.words())).append("</li>\n");
            }
            out.append("</ul>\n");
        }
        out.append("</section>\n");
    }
}
