package unsaid.web.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import unsaid.flow.Flow;
import unsaid.flow.Option;
import unsaid.flow.Step;
import unsaid.flow.Step.Kind;

/// A flow as Markdown for those who review it: every text once, with a box to tick, and where it
/// leads in words. The same flow always gives the same text, so that two versions can be compared.
final class Printed {
    private final Flow flow;
    private final Sheet sheet;
    private final PrintedQuestion question;

    Printed(Flow flow) {
        this.flow = flow;
        this.sheet = new Sheet(flow);
        this.question = new PrintedQuestion(sheet);
    }

    String page() {
        sheet.line("# " + flow.title());
        sheet.line("");
        sheet.line(
                "`"
                        + flow.id()
                        + "`, version "
                        + flow.version()
                        + ", language "
                        + flow.language()
                        + (flow.minutes() == 0 ? "" : ", about " + flow.minutes() + " minutes")
                        + ". "
                        + review());
        if (flow.enough() != null) {
            sheet.line("“Enough for today” leads to " + InWords.target(flow.enough()) + ".");
        }
        if (flow.lull() != null) {
            sheet.line(
                    "After %d skips in a row: %s."
                            .formatted(flow.lull().after(), InWords.target(flow.lull().go())));
        }
        phrases();
        steps(flow.steps(), "##", "nothing follows");
        return sheet.toString();
    }

    private String review() {
        Flow.Review review = flow.review();
        String by =
                review.by() == null
                        ? "No clinician has reviewed it yet."
                        : "Reviewed by " + review.by() + " on " + review.on() + ".";
        return review.readers().isEmpty() ? by : by + " " + readers(review.readers());
    }

    private static String readers(List<Flow.Reader> readers) {
        return readers.stream()
                .map(reader -> reader.name() + (reader.lived() ? ", who has lived it" : ""))
                .collect(Collectors.joining("; ", "Read by ", "."));
    }

    private void phrases() {
        if (flow.phrases().isEmpty()) {
            return;
        }
        sheet.line("");
        sheet.line("## Texts that others contain");
        sheet.line("");
        new TreeMap<>(flow.phrases())
                .forEach((name, phrase) -> {
                    switch (phrase) {
                        case Flow.Phrase.Fallback(String text) ->
                                sheet.line(
                                        Sheet.BOX
                                                + "{"
                                                + name
                                                + "} if it is missing: "
                                                + Sheet.quoted(text));
                        case Flow.Phrase.Cases(var cases) ->
                                cases.forEach(each ->
                                        sheet.line(
                                                Sheet.BOX
                                                        + "{"
                                                        + name
                                                        + "} "
                                                        + sheet.when(each.condition(), "otherwise")
                                                        + ": "
                                                        + Sheet.quoted(each.text())));
                    }
                });
    }

    /// @param after what comes after the last of them
    private void steps(List<Step> steps, String heading, String after) {
        for (int i = 0; i < steps.size(); i++) {
            String following = i + 1 < steps.size() ? InWords.target(steps.get(i + 1).id()) : after;
            step(steps.get(i), heading, following);
        }
    }

    private void step(Step step, String heading, String following) {
        sheet.line("");
        sheet.line(heading + " " + step.id());
        sheet.line("");
        List<String> about = about(step);
        if (!about.isEmpty()) {
            String all = String.join("; ", about) + ".";
            sheet.line(all.substring(0, 1).toUpperCase(Locale.ROOT) + all.substring(1));
            sheet.line("");
        }
        step.say()
                .forEach(bubble ->
                        sheet.line(
                                Sheet.BOX
                                        + (bubble.condition() == null
                                                ? ""
                                                : sheet.when(bubble.condition(), "") + ": ")
                                        + Sheet.quoted(bubble.text())
                                        + (bubble.link() == null
                                                ? ""
                                                : " leads to " + Sheet.address(bubble.link()))));
        switch (step.kind()) {
            case Kind.Say _, Kind.Assign _ -> next(step, following);
            case Kind.Ask ask -> {
                question.ask(ask);
                if (goesOn(ask)) {
                    next(step, following);
                }
            }
            case Kind.Each each -> {
                sheet.line("- For each of " + each.over() + ", called " + each.as() + ":");
                steps(each.steps(), heading + "#", "the next round");
                sheet.line("");
                sheet.line("After the rounds of " + step.id() + ":");
                next(step, following);
            }
            case Kind.Call call -> {
                sheet.line("- Talks `" + call.flow() + "`, then comes back.");
                next(step, following);
            }
            case Kind.End end -> {
                question.show(end.show());
                sheet.line(
                        "- The talk ends: "
                                + end.ending().name().toLowerCase(Locale.ROOT)
                                + (end.erase() ? "; all answers are forgotten" : ""));
                if (end.followUp() != null) {
                    sheet.line(
                            "- Offers to come back after "
                                    + end.followUp().after()
                                    + ", to `"
                                    + end.followUp().flow()
                                    + "`");
                }
            }
        }
    }

    /// Whether any answer leads where the step does, and not all somewhere of their own.
    private static boolean goesOn(Kind.Ask ask) {
        List<Option> options = ask.answer().choices();
        return options.isEmpty()
                || options.stream()
                        .anyMatch(each -> each.go() == null && each.act() != Option.Act.LEAVE)
                || ask.skip() == null
                || ask.skip().go() == null;
    }

    private List<String> about(Step step) {
        List<String> about = new ArrayList<>();
        if (step.condition() != null) {
            about.add("Only " + sheet.when(step.condition(), ""));
        }
        if (step.isPrivate()) {
            about.add("private");
        }
        if (step.depth() > 0) {
            about.add("depth " + step.depth());
        }
        if (step.evidence() != null) {
            about.add("evidence " + step.evidence());
        }
        if (!step.helplines().isEmpty()) {
            about.add("with helplines: " + String.join(", ", step.helplines()));
        }
        if (!step.set().isEmpty()) {
            about.add("sets " + step.set().toString().replaceAll("[{}]", ""));
        }
        return about;
    }

    private void next(Step step, String following) {
        if (step.next().cases().isEmpty()) {
            sheet.line("- Then: " + following);
        } else {
            sheet.line(
                    "- Then: "
                            + step.next().cases().stream()
                                    .map(each ->
                                            (step.next().cases().size() == 1
                                                            ? ""
                                                            : sheet.when(
                                                                            each.condition(),
                                                                            "otherwise")
                                                                    + " ")
                                                    + InWords.target(each.go()))
                                    .collect(Collectors.joining("; ")));
        }
    }
}
