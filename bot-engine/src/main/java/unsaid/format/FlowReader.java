package unsaid.format;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import unsaid.flow.Answer;
import unsaid.flow.Finding;
import unsaid.flow.Pointer;
import unsaid.flow.Rule;
import unsaid.flow.Flow;
import unsaid.flow.Option;
import unsaid.flow.Step;
import unsaid.flow.Step.Kind;
import unsaid.flow.Step.Next;
import unsaid.flow.Target;

/// JSON → flow. It reads what can be read and tells everything else; the flow it makes is complete
/// enough for the names and targets in it to be checked in the same go.
final class FlowReader {
    /// The format this program reads. A file that says nothing is written in it.
    static final int FORMAT = 1;

    /// Most steps of one flow, those inside of loops left aside.
    static final int STEPS = 100_000;

    private static final Set<String> USUAL = Set.of("en", "de");

    private static final List<String> KINDS = List.of("ask", "each", "call", "end");

    private final List<Finding> findings;
    private final List<Option> countries;
    private final Collection<String> topics;
    private final Map<String, String> questions = new HashMap<>();
    private final Map<String, Integer> ids = new HashMap<>();
    private final Set<String> written = new HashSet<>();
    private OptionReader options;
    private AnswerReader answers;

    /// @param countries what `{"from": "countries"}` stands for in a list of options
    /// @param topics those of help cards
    FlowReader(List<Option> countries, Collection<String> topics, List<Finding> findings) {
        this.countries = countries;
        this.topics = topics;
        this.findings = findings;
        this.options = new OptionReader(countries, findings);
        this.answers = new AnswerReader(options, "en", findings);
    }

    Flow read(Json json) {
        Fields fields = new Fields(json, Pointer.ROOT, "a flow", findings);
        fields.text("$schema");
        format(fields);
        String id = fields.text("flow", "give the flow an id, such as \"naming-hopes\"");
        if (fields.isText("flow") && !Spelling.isId(id)) {
            fields.bad(
                    "flow",
                    "\"" + id + "\" cannot be an id",
                    "use small letters, digits and -, beginning with a letter");
        }
        String language = language(fields);
        answers = new AnswerReader(options, language, findings);
        int version = fields.whole("version", 1, 1, 1_000_000);
        if (!fields.has("version")) {
            fields.missing("version", "begin with 1 and raise it with every change");
        }
        String title = fields.text("title", "give the flow a title that a visitor may see");
        if (fields.isText("title") && title.isBlank()) {
            fields.bad("title", "the title is empty", "write what a visitor may call it");
        }
        fields.plain(title, fields.pointer("title"), "say it without a placeholder");
        int minutes = fields.whole("minutes", 0, 1, 600);
        String enough = fields.text("enough");
        Flow.Lull lull = lull(fields);
        Flow.Review review = review(fields, true, findings);
        Map<String, Flow.Phrase> phrases = phrases(fields);
        Map<String, String> moved = fields.map("moved", false);
        List<String> gives = fields.texts("gives");
        Map<String, String> takes = fields.map("takes", false);
        List<String> doors = fields.texts("doors");
        Json list = fields.get("steps");
        if (list == null) {
            fields.missing("steps", "write the steps as a list [ ]");
        } else {
            collect(list);
        }
        List<Step> steps = fields.list("steps", false, this::step);
        if (list instanceof Json.Arr(_, var items) && items.isEmpty()) {
            fields.bad("steps", "there is no step", "write at least one step");
        }
        if (steps.size() > STEPS) {
            findings.add(
                    Finding.of(
                            Rule.OVER_LIMIT,
                            fields.pointer("steps"),
                            steps.size() + " steps",
                            "at most " + STEPS + " are possible; make two flows of it"));
        }
        fields.done();
        return new Flow(
                id,
                version,
                language.isEmpty() ? "en" : language,
                title,
                minutes,
                enough,
                lull,
                review,
                phrases,
                moved,
                gives,
                takes,
                doors,
                steps);
    }

    private static String language(Fields fields) {
        String language =
                fields.text("language", "say in which language it is written, such as \"en\"");
        if (!fields.isText("language") || USUAL.contains(language)) {
            return language;
        }
        if (!Spelling.isLanguage(language)) {
            String meant = Spelling.language(language);
            fields.bad(
                    "language",
                    "there is no language \"" + language + "\"",
                    meant == null
                            ? "write its code, such as \"en\", \"de\" or \"pt-BR\""
                            : "did you mean \"" + meant + "\"?");
            return "en";
        }
        return language;
    }

    private void format(Fields fields) {
        int format = fields.whole("format", FORMAT, 1, 1_000);
        if (format > FORMAT) {
            findings.add(
                    Finding.of(
                            Rule.FORMAT_TOO_NEW,
                            fields.pointer("format"),
                            "written in format "
                                    + format
                                    + "; this program reads up to "
                                    + FORMAT));
        }
    }

    private Flow.@Nullable Lull lull(Fields flow) {
        Json json = flow.get("lull");
        if (json == null) {
            return null;
        }
        Fields fields =
                new Fields(
                        json,
                        flow.pointer("lull"),
                        "the lull",
                        "write { \"after\": 3, \"go\": " + meant(json, "lull") + " }",
                        findings);
        int after = fields.whole("after", 3, 2, 20);
        String go = fields.text("go", "name the step that asks whether to go on");
        fields.done();
        return fields.isText("go") ? new Flow.Lull(after, go) : null;
    }

    /// Of a flow or of a translation.
    ///
    /// @param read whether it names readers too
    static Flow.Review review(Fields whole, boolean read, List<Finding> findings) {
        Json json = whole.get("review");
        if (json == null) {
            return Flow.Review.NONE;
        }
        Fields fields =
                new Fields(
                        json,
                        whole.pointer("review"),
                        "the review",
                        "write { \"by\": null, \"on\": null } until somebody has reviewed it",
                        findings);
        String by = fields.get("by") instanceof Json.Nul ? null : fields.text("by");
        String on = fields.get("on") instanceof Json.Nul ? null : fields.text("on");
        List<Flow.Reader> readers =
                read
                        ? fields.list("readers", false, (one, at) -> reader(one, at, findings))
                        : List.of();
        fields.done();
        return new Flow.Review(by, on, readers);
    }

    private static Flow.@Nullable Reader reader(Json json, Pointer at, List<Finding> findings) {
        Fields fields =
                new Fields(
                        json,
                        at,
                        "a reader",
                        "write { \"name\": "
                                + (json instanceof Json.Str(_, String name)
                                        ? '"' + name + '"'
                                        : "\"who it is\"")
                                + " }, and \"lived\": true if they have lived it",
                        findings);
        String name = fields.text("name", "write who it is: a name, or initials");
        boolean lived = fields.truth("lived");
        fields.done();
        return fields.isText("name") ? new Flow.Reader(name, lived) : null;
    }

    private Map<String, Flow.Phrase> phrases(Fields flow) {
        Map<String, Flow.Phrase> phrases = new LinkedHashMap<>();
        Json json = flow.get("texts");
        if (json instanceof Json.Obj(_, var members)) {
            Fields all = new Fields(json, flow.pointer("texts"), "the texts", findings);
            members.forEach((name, member) -> {
                switch (member.value()) {
                    case Json.Str(_, String text) -> {
                        all.plain(
                                text,
                                all.pointer(name),
                                "write it as a text with cases: [{\"else\": \"…\"}]");
                        phrases.put(name, new Flow.Phrase.Fallback(text));
                    }
                    case Json.Arr _ ->
                            phrases.put(
                                    name,
                                    new Flow.Phrase.Cases(all.list(name, false, this::phraseCase)));
                    default ->
                            all.wrong(
                                    name,
                                    member.value(),
                                    "a text, or a list of cases [{\"if\": …, \"text\": …}, {\"else\": …}]");
                }
            });
        } else if (json != null) {
            flow.wrong("texts", json, "an object { }");
        }
        return phrases;
    }

    private Flow.Phrase.Case phraseCase(Json json, Pointer pointer) {
        Fields fields = new Fields(json, pointer, "a case", findings);
        String condition = condition(fields, "text");
        String text =
                condition == null
                        ? fields.text("else", wayOut("text"))
                        : fields.text("text", "write what to say when the condition holds");
        fields.done();
        return new Flow.Phrase.Case(fields.has("if") ? condition : null, text);
    }

    /// Notes ids and questions beforehand: a card's line may name a later step.
    private void collect(Json steps) {
        if (steps instanceof Json.Arr(_, var items)) {
            for (Json item : items) {
                if (item instanceof Json.Obj(_, var members)) {
                    if (value(members, "id") instanceof Json.Str(_, String id)) {
                        written.add(id);
                        if (value(members, "ask") instanceof Json.Str(_, String question)) {
                            questions.putIfAbsent(id, question);
                        }
                    }
                    Json inner = value(members, "steps");
                    if (inner != null) {
                        collect(inner);
                    }
                }
            }
        }
    }

    private static @Nullable Json value(Map<String, Json.Member> members, String name) {
        Json.Member member = members.get(name);
        return member == null ? null : member.value();
    }

    /// An id that cannot be one counts as the nearest that can: what leads to that is right.
    private Step step(Json json, Pointer pointer) {
        Fields fields = new Fields(json, pointer, "a step", findings);
        String written = fields.text("id", "every step has an id; it is the name of its answer");
        String id = Target.visible(written);
        if (fields.isText("id")) {
            if (!id.equals(written)) {
                fields.bad(
                        "id",
                        "an invisible character stands in the id \"" + id + "\"",
                        "delete the id with its quotes and type it anew");
            } else if (!Spelling.isId(id)) {
                String possible = Starter.idOf(id);
                boolean free = !possible.isEmpty() && !written.contains(possible);
                fields.bad(
                        "id",
                        "\"" + id + "\" cannot be an id",
                        "use small letters, digits and -, beginning with a letter"
                                + (free ? ": \"" + possible + "\"" : ""));
                id = free ? possible : id;
            }
            Integer first = ids.putIfAbsent(id, json.at().line());
            if (first != null) {
                findings.add(
                        Finding.of(
                                Rule.DUPLICATE_ID,
                                fields.pointer("id"),
                                "two steps are called \"" + id + "\"",
                                "give one of them another id; the first stands in line " + first));
            }
        }
        String condition = fields.text("if");
        List<Step.Bubble> say = fields.list("say", true, this::bubble);
        Next next = next(fields);
        Map<String, String> set = fields.map("set", true);
        names(set, fields.pointer("set"));
        String suggest = options.suggest(fields);
        List<String> helplines = fields.topics("helplines", topics);
        String evidence = fields.text("evidence");
        int depth = fields.whole("depth", 0, 1, 5);
        boolean isPrivate = fields.truth("private");
        Kind kind =
                kind(
                        fields,
                        pointer,
                        !say.isEmpty(),
                        !set.isEmpty() || suggest != null || fields.has("next"));
        fields.done();
        return new Step(
                id, condition, say, kind, next, set, suggest, helplines, evidence, depth,
                isPrivate);
    }

    private void names(Map<String, String> set, Pointer pointer) {
        for (String name : set.keySet()) {
            if (!Spelling.isName(name)) {
                findings.add(
                        Finding.of(
                                Rule.BAD_VALUE,
                                pointer.in(name),
                                "\"" + name + "\" cannot be a name",
                                "use letters, digits and -, beginning with a letter"));
            }
        }
    }

    private Kind kind(Fields fields, Pointer pointer, boolean says, boolean goes) {
        String kind = "";
        List<String> kinds = new ArrayList<>(1);
        for (String one : KINDS) {
            if (fields.has(one)) {
                kind = kind.isEmpty() ? one : kind;
                kinds.add(one);
            }
        }
        if (kinds.size() > 1) {
            findings.add(
                    Finding.of(
                            Rule.TWO_KINDS,
                            pointer,
                            "a step does one thing; this one has " + String.join(" and ", kinds),
                            "make two steps of it"));
        }
        return switch (kind) {
            case "ask" -> ask(fields);
            case "each" -> each(fields);
            case "call" -> call(fields);
            case "end" -> {
                if (fields.has("next")) {
                    findings.add(
                            Finding.of(
                                    Rule.TWO_KINDS,
                                    fields.pointer("next"),
                                    "after an end nothing follows, and this one has \"next\"",
                                    "take \"next\" out; or take \"end\" out, if the talk is to go on"));
                }
                yield end(fields);
            }
            default -> {
                String lacking = Mended.lacking(fields::has);
                if (lacking != null) {
                    fields.lacks(lacking, Mended.OF_STEPS.getOrDefault(lacking, List.of()));
                } else if (!says && !goes) {
                    findings.add(
                            Finding.of(
                                    Rule.NO_KIND,
                                    pointer,
                                    "this step does nothing",
                                    "give it \"say\", \"ask\", \"each\", \"call\", \"set\" or \"end\""));
                }
                yield says ? new Kind.Say() : new Kind.Assign();
            }
        };
    }

    private Kind ask(Fields fields) {
        String question = fields.text("ask", "write the question");
        Json json = fields.get("answer");
        Answer answer = new Answer.Text(AnswerReader.TEXT_LENGTH, null);
        if (json == null) {
            fields.missing(
                    "answer", "say what kind of answer it wants, such as {\"type\": \"yesno\"}");
        } else {
            answer = answers.read(json, fields.pointer("answer"));
        }
        Step.Way skip = way(fields, "skip");
        Step.Way unsure = way(fields, "unsure");
        List<String> retry = fields.texts("retry");
        String hint = fields.text("hint");
        Step.Idle idle = idle(fields);
        List<Step.Show> show = fields.list("show", false, this::show);
        if (fields.has("scan") && !fields.truth("scan")) {
            findings.add(
                    Finding.of(
                            Rule.SAFETY_WEAKENED,
                            fields.pointer("scan"),
                            "free text is always looked through for danger",
                            "leave \"scan\" out"));
        }
        return new Kind.Ask(question, answer, skip, unsure, retry, hint, idle, show);
    }

    private Step.@Nullable Way way(Fields step, String name) {
        Json json = step.get(name);
        if (json == null) {
            return null;
        }
        Fields fields =
                new Fields(
                        json,
                        step.pointer(name),
                        "\"" + name + "\"",
                        json instanceof Json.Str
                                ? "write { \"go\": " + meant(json, "") + " }"
                                : "write { \"go\": \"the-id-of-a-step\" }, or leave \""
                                        + name
                                        + "\" out: then it goes on as ever",
                        findings);
        String go = fields.text("go");
        String flag = fields.text("flag");
        fields.done();
        return new Step.Way(go, flag == null ? null : options.flag(flag, fields.pointer("flag")));
    }

    /// What stands there, if it is a text; so that an example can be copied as it is.
    private static String meant(Json json, String otherwise) {
        return "\"" + (json instanceof Json.Str(_, String text) ? text : otherwise) + "\"";
    }

    private Step.@Nullable Idle idle(Fields step) {
        Json json = step.get("idle");
        if (json == null) {
            return null;
        }
        Fields fields =
                new Fields(
                        json,
                        step.pointer("idle"),
                        "\"idle\"",
                        "write { \"after\": 60, \"say\": "
                                + meant(json, "There is no hurry.")
                                + " }",
                        findings);
        int after = fields.whole("after", 60, 5, 3_600);
        String say = fields.text("say", "write what to say after the silence");
        fields.done();
        return new Step.Idle(after, say);
    }

    private Kind each(Fields fields) {
        String over = fields.text("each", "name the list to go through");
        String as = fields.text("as", "give the item a name, such as \"fear\"");
        List<Step> steps = fields.list("steps", false, this::step);
        if (steps.isEmpty() && !fields.isNoList("steps")) {
            findings.add(
                    Finding.of(
                            Rule.MISSING_FIELD,
                            fields.pointer(),
                            "the loop has no steps",
                            "write them as \"steps\": [ ]"));
        }
        return new Kind.Each(over, as, steps);
    }

    private Kind call(Fields fields) {
        Map<String, String> with = fields.map("with", true);
        names(with, fields.pointer("with"));
        return new Kind.Call(fields.text("call", "name the flow"), with);
    }

    private Kind end(Fields fields) {
        Json end = fields.get("end");
        if (end != null && !fields.isText("end")) {
            fields.wrong("end", end, "\"done\" or \"paused\"");
        }
        String word = end instanceof Json.Str(_, String text) ? text : "";
        Step.Ending ending = Step.Ending.DONE;
        switch (word) {
            case "done" -> {}
            case "paused" -> ending = Step.Ending.PAUSED;
            default -> {
                if (fields.isText("end")) {
                    fields.bad(
                            "end",
                            "\"" + word + "\" is no way to end",
                            "write \"done\" or \"paused\"");
                }
            }
        }
        List<Step.Show> show = fields.list("show", false, this::show);
        boolean erase = fields.truth("erase");
        Json json = fields.get("followUp");
        Step.FollowUp followUp = null;
        if (json != null) {
            Fields inner =
                    new Fields(
                            json,
                            fields.pointer("followUp"),
                            "\"followUp\"",
                            "write { \"after\": \"P3D\", \"flow\": \"the-id-of-a-flow\" }",
                            findings);
            String after = inner.text("after", "write a time, such as \"P3D\" for three days");
            if (inner.isText("after") && !Spelling.isPeriod(after)) {
                inner.bad(
                        "after",
                        "\"" + after + "\" is no time to come back after",
                        "write days, weeks or months, such as \"P3D\", \"P2W\" or \"P1M\"");
            }
            followUp =
                    new Step.FollowUp(after, inner.text("flow", "name the flow to come back to"));
            inner.done();
        }
        return new Kind.End(ending, show, erase, followUp);
    }

    private Step.Bubble bubble(Json json, Pointer pointer) {
        if (json instanceof Json.Str(_, String text)) {
            return new Step.Bubble(null, text, null);
        }
        if (!(json instanceof Json.Obj)) {
            findings.add(
                    Finding.of(
                            Rule.WRONG_TYPE,
                            pointer,
                            "what is said is a text, not " + json.word(),
                            "write a text in double quotes"));
            return new Step.Bubble(null, "", null);
        }
        Fields fields = new Fields(json, pointer, "a bubble with a condition or a link", findings);
        boolean leads = fields.has("link") || fields.has("paid");
        String condition =
                leads
                        ? fields.text("if")
                        : fields.text("if", "write a plain text, or {\"if\": …, \"text\": …}");
        String text =
                fields.text(
                        "text",
                        leads
                                ? "write the words that lead there"
                                : "write what to say when the condition holds");
        if (leads && fields.isText("text") && text.isBlank()) {
            fields.bad("text", "a link without words", "write the words that lead there");
        }
        Step.Link link = link(fields);
        fields.done();
        return new Step.Bubble(fields.isText("if") ? condition : null, text, link);
    }

    /// The address itself is in no finding: those are logged.
    private static Step.@Nullable Link link(Fields bubble) {
        boolean paid = bubble.truth("paid");
        String address = bubble.text("link");
        if (address == null) {
            if (bubble.has("paid") && !bubble.has("link")) {
                bubble.missing(
                        "link", "\"paid\" belongs to a bubble with \"link\": write that too");
            }
            return null;
        }
        if (address.length() > Step.Link.LENGTH) {
            bubble.bad(
                    "link",
                    "the address has " + address.length() + " characters",
                    "find one with at most " + Step.Link.LENGTH);
            return null;
        }
        if (!Step.Link.isAddress(address)) {
            bubble.bad(
                    "link",
                    "this is no address that a link can lead to",
                    "begin with https:// and the name of a host, and copy the rest as a browser shows it: no spaces, no { }, no user names");
            return null;
        }
        return new Step.Link(address, paid);
    }

    private Step.Show show(Json json, Pointer pointer) {
        if (json instanceof Json.Str(_, String name)) {
            return new Step.Show(null, questions.get(name), "{" + name + "}");
        }
        Fields fields = new Fields(json, pointer, "a line of a card", findings);
        String condition = fields.text("if");
        String label = fields.text("label");
        String text = fields.text("text", "write the line, with placeholders such as {mood}");
        fields.done();
        return new Step.Show(condition, label, text);
    }

    private Next next(Fields step) {
        Json json = step.get("next");
        return switch (json) {
            case null -> Next.FOLLOWING;
            case Json.Str(_, String go) -> new Next(List.of(new Next.Case(null, go)));
            case Json.Arr(_, var items) -> {
                List<Next.Case> cases = new ArrayList<>(step.list("next", false, this::nextCase));
                if (items.isEmpty() || !cases.isEmpty() && cases.getLast().condition() != null) {
                    findings.add(
                            Finding.of(
                                    Rule.NO_ELSE,
                                    step.pointer("next"),
                                    "the branch has no \"else\"",
                                    "end it with {\"else\": \"a step\"}"));
                }
                for (int i = 0; i + 1 < cases.size(); i++) {
                    if (isElse(items.get(i))) {
                        findings.add(
                                Finding.of(
                                        Rule.NO_ELSE,
                                        step.pointer("next").in(i),
                                        "\"else\" stands before other cases",
                                        "put it last"));
                    }
                }
                yield new Next(cases);
            }
            default -> {
                step.wrong(
                        "next",
                        json,
                        "the id of a step, or a list of cases [{\"if\": …, \"go\": …}, {\"else\": …}]");
                yield Next.FOLLOWING;
            }
        };
    }

    private Next.Case nextCase(Json json, Pointer pointer) {
        if (json instanceof Json.Str(_, String go)) {
            findings.add(
                    Finding.of(
                            Rule.WRONG_TYPE,
                            pointer,
                            "a case is written as an object { }, not as a text",
                            "write \"next\": \""
                                    + go
                                    + "\" without [ ], or [ { \"if\": \"…\", \"go\": \""
                                    + go
                                    + "\" }, { \"else\": \"…\" } ]"));
            return new Next.Case(null, go);
        }
        Fields fields = new Fields(json, pointer, "a case", findings);
        String condition = condition(fields, "go");
        String go =
                condition == null
                        ? fields.text("else", wayOut("go"))
                        : fields.text("go", "name the step to go to");
        fields.done();
        return new Next.Case(fields.has("if") ? condition : null, go);
    }

    private static boolean isElse(Json item) {
        return item instanceof Json.Obj(_, var members) && members.containsKey("else");
    }

    /// The condition of a case; null: it holds otherwise. Of one that lacks it, that alone is told.
    private static @Nullable String condition(Fields fields, String then) {
        if (fields.has("if")) {
            String condition = fields.text("if");
            return condition == null ? "" : condition;
        }
        if (fields.has("else") || !fields.has(then)) {
            return null;
        }
        fields.missing("if", wayOut(then));
        return "";
    }

    private static String wayOut(String then) {
        return "write {\"if\": …, \"" + then + "\": …} or, at the end, {\"else\": …}";
    }
}
