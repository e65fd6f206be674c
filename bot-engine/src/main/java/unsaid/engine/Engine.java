package unsaid.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import unsaid.engine.Outcome.Played;
import unsaid.engine.Outcome.Reason;
import unsaid.engine.Outcome.Refused;
import unsaid.engine.Program.Act;
import unsaid.engine.Turn.Can;
import unsaid.engine.Turn.Card;
import unsaid.flow.Answer;
import unsaid.flow.Flag;
import unsaid.flow.Step;
import unsaid.safety.Danger;
import unsaid.text.Message;

/// The rules: conversation + event → turn. Every method is pure and total: the same arguments give
/// the same outcome on every machine, and nothing a visitor or an author does makes it throw. Safe
/// for use by any number of threads.
public final class Engine {
    private final Library library;
    private final Danger danger = Danger.ofAll();
    private final Map<String, Engine> tongues;

    private Engine(Library library) {
        this.library = library;
        Map<String, Engine> others = new java.util.HashMap<>();
        library.spoken().forEach(tag -> others.put(tag, new Engine(library.in(tag))));
        this.tongues = Map.copyOf(others);
    }

    public static Engine of(Library library) {
        return new Engine(library);
    }

    public Library library() {
        return library;
    }

    /// Begins a flow.
    ///
    /// @param language BCP 47 tag the visitor wishes; a flow speaks its own language where it has
    ///   no other
    public Outcome start(String flow, String language) {
        return start(flow, language, null);
    }

    /// Begins a flow at one of its doors.
    ///
    /// @param door id of a step; where the flow has no such door, as where it is null, the talk
    ///   begins at its beginning: a page may be older than the flow
    public Outcome start(String flow, String language, @Nullable String door) {
        Engine engine = beginning(flow, language);
        Program program = engine.library.offered(flow);
        if (program == null) {
            return refused(Reason.UNKNOWN_FLOW, Words.UNKNOWN_FLOW, language);
        }
        Beginning begun = Beginning.of(program, door, library.onlyTaps());
        Walk walk = new Walk(engine, begun);
        walk.run();
        return played(begun, walk, List.of(), 1, null);
    }

    /// The engine that speaks the visitor's language, if that flow does: `de-AT` is also `de`.
    private Engine beginning(String flow, String language) {
        for (String tag : List.of(language, language.split("-", 2)[0])) {
            Engine engine = speaking(tag);
            Program program = engine.library.offered(flow);
            if (program != null && program.flow().language().equals(tag)) {
                return engine;
            }
        }
        return this;
    }

    private Engine speaking(String language) {
        Engine engine = tongues.get(language);
        return engine == null ? this : engine;
    }

    /// Plays one event.
    public Outcome advance(Conversation conversation, Event event) {
        Engine engine = speaking(conversation.language());
        return engine.play(conversation, event);
    }

    private Outcome play(Conversation conversation, Event event) {
        return switch (event) {
            case Event.Answered(String to, Given given) -> answered(conversation, to, given);
            case Event.Wrote(String to, String text) -> wrote(conversation, to, text);
            case Event.Back() -> back(conversation);
            case Event.Reopened(String at) -> reopened(conversation, at);
            case Event.Help() -> help(conversation);
            case Event.Enough() -> enough(conversation);
            case Event.Restart() -> restart(conversation);
        };
    }

    /// Stands where a kept log leads to. If the flow has changed since, every answer that still
    /// fits is kept and the first unmet question is asked; the turn then says so in one line.
    /// Answers whose question does not come up wait for it. Nothing is erased by walking again,
    /// features for two stay locked, and nobody who was in help is taken out of it.
    ///
    /// @return a turn whose history is the whole transcript, or a refusal if the flow is gone
    public Outcome resume(Log log) {
        Engine engine = speaking(log.language());
        return engine.stand(log);
    }

    private Outcome stand(Log log) {
        Program program = library.program(log.flow());
        if (program == null) {
            return refused(Reason.UNKNOWN_FLOW, Words.UNKNOWN_FLOW, log.language());
        }
        Beginning begun = Replay.beginning(program, log);
        Replay replay = Replay.of(this, begun, log.entries(), log.open(), Noted.of(log.noted()));
        List<Entry> kept = new ArrayList<>(replay.left());
        log.kept().forEach(entry -> kept.add(Replay.moved(entry, library)));
        if (kept.size() > Limits.LOG) {
            kept.subList(Limits.LOG, kept.size()).clear();
        }
        if (replay.mended()) {
            replay.walk().sayFirst(Words.MENDED.in(program.flow().language()));
        }
        return played(begun, replay.walk(), kept, Math.max(1, log.turns()), replay.history());
    }

    /// Answers of a log that were given before an earlier one was changed, and wait for their
    /// question to come up again. They have not been said since, so each is [Said#apart].
    public List<Said> waiting(Log log) {
        Library library = speaking(log.language()).library;
        List<Said> waiting = new ArrayList<>();
        for (Entry entry : log.kept()) {
            Program program = library.program(entry.at().split("/", 2)[0]);
            Act.Ask ask = program == null ? null : Replay.asked(program, entry.at());
            List<String> says =
                    ask != null && ask.question().isConstant()
                            ? List.of(constant(ask.question()))
                            : List.of();
            String language = program == null ? log.language() : program.flow().language();
            String answer = Answers.words(ask, entry.given(), language);
            waiting.add(new Said(entry.at(), says, List.of(), answer, true));
        }
        return waiting;
    }

    private static String constant(Message message) {
        return message.render(_ -> null, _ -> ""); // no name is looked up in it
    }

    /// What a text says about danger.
    Set<Flag> dangers(String text) {
        return danger.scan(text);
    }

    private Outcome answered(Conversation conversation, String to, Given given) {
        State state = conversation.state();
        Walk walk = new Walk(this, state);
        Act.Ask ask = walk.open();
        if (ask == null || !to.equals(id(conversation.turns(), walk))) {
            return refused(Reason.LATE, Words.LATE, walk);
        }
        String words = walk.onlyTaps() ? words(ask, given) : "";
        if (!words.isEmpty()) {
            return wrote(conversation, to, words);
        }
        boolean full = full(conversation) && !walk.inHelp() && walk.mayStop();
        String place = walk.place();
        Words unfit = walk.answer(ask, given);
        if (unfit != null) {
            return unfit(unfit, ask, walk);
        }
        walk.run();
        if (full && !walk.inHelp() && !walk.erases() && walk.ending() == null) {
            return refused(Reason.TOO_LONG, Words.FULL, walk);
        }
        if (state.kept().isEmpty()) {
            return next(conversation, walk, List.of(), null);
        }
        List<Entry> kept = new ArrayList<>(state.kept());
        removeFirst(kept, place);
        boolean took = false;
        while (Replay.takeKept(walk, kept)) {
            took = true;
        }
        if (!took) {
            return next(conversation, walk, kept, null);
        }
        Replay replay = Replay.of(this, conversation.begun(), Chain.list(walk.entries()));
        if (walk.erases()) {
            replay.walk().eraseAll();
        }
        return next(conversation, replay.walk(), kept, replay.history());
    }

    /// The visitor's own words in an answer; empty: there are none.
    private static String words(Act.Ask ask, Given given) {
        boolean wanted = Asking.wantsWords(ask);
        return switch (given) {
            case Given.Written(String text) -> wanted ? text : "";
            case Given.Lines(var lines) -> String.join("\n", lines);
            case Given.Chosen(String key, String text) ->
                    wanted ? key : text == null ? "" : text.strip();
            case Given.Several(var all) ->
                    all.stream()
                            .map(each -> words(ask, each))
                            .filter(text -> !text.isEmpty())
                            .collect(Collectors.joining("\n"));
            case Given.Amount _, Given.Piles _, Given.Skipped _, Given.NotKnown _ -> "";
        };
    }

    private Outcome wrote(Conversation conversation, String to, String text) {
        Walk walk = new Walk(this, conversation.state());
        Act.Ask ask = walk.open();
        if (ask == null || !to.equals(id(conversation.turns(), walk))) {
            return refused(Reason.LATE, Words.LATE, walk);
        }
        Understanding understood = Understanding.of(text, ask, walk);
        if (walk.onlyTaps() && !understood.isCommand()) {
            understood = new Understanding.Unclear();
        }
        if (walk.onlyTaps() || !understood.keepsWords() && !isLabel(text, ask)) {
            Set<Flag> flags = dangers(text);
            if (full(conversation)) {
                walk.makeRoom();
            }
            if (walk.heard(flags)) {
                walk.run();
                return next(conversation, walk, conversation.state().kept(), null);
            }
        }
        return switch (understood) {
            case Understanding.Answered(Given given) -> answered(conversation, to, given);
            case Understanding.Asked(Event event) -> advance(conversation, event);
            case Understanding.Unclear() -> unclear(conversation, text, ask, walk);
        };
    }

    /// Words that are no answer. What they say of danger is kept in mind, and thanked for each
    /// time.
    private Outcome unclear(Conversation conversation, String text, Act.Ask ask, Walk walk) {
        Set<Flag> flags = dangers(text);
        if (walk.minds(flags)) {
            return next(conversation, walk, conversation.state().kept(), null);
        }
        if (!flags.isEmpty()) {
            return refused(Reason.UNFIT, Words.MINDED, walk);
        }
        return walk.onlyTaps()
                ? refused(Reason.UNFIT, Words.ONLY_TAPS, walk)
                : unfit(unclear(ask.answer()), ask, walk);
    }

    private static Words unclear(Answer answer) {
        return switch (answer) {
            case Answer.Scale _, Answer.Number _ -> Words.NUMBER;
            case Answer.Date _ -> Words.DAY;
            case Answer.Choice _,
                    Answer.Multi _,
                    Answer.YesNo _,
                    Answer.Confirm _,
                    Answer.Text _,
                    Answer.Texts _,
                    Answer.Rank _,
                    Answer.Pick _,
                    Answer.Sort _ ->
                    Words.UNCLEAR;
        };
    }

    /// Whether somebody typed just what stands on an option: its author has said what it means.
    private static boolean isLabel(String text, Act.Ask ask) {
        return Arrays.stream(ask.taps())
                .anyMatch(tap -> tap.option().label().strip().equalsIgnoreCase(text.strip()));
    }

    private Outcome back(Conversation conversation) {
        List<Entry> entries = new ArrayList<>(Chain.list(conversation.state().entries()));
        int found = entries.size() - 1;
        while (found >= 0 && entries.get(found).at().equals(Entry.NOTED)) {
            found--;
        }
        if (found < 0) {
            return refused(Reason.NOT_NOW, Words.NOT_NOW, new Walk(this, conversation.state()));
        }
        List<Entry> kept = new ArrayList<>(conversation.state().kept());
        Entry last = entries.remove(found);
        if (isKept(last, conversation)) {
            kept.addFirst(last);
        }
        return rewalked(conversation, entries, kept);
    }

    private Outcome reopened(Conversation conversation, String at) {
        List<Entry> entries = Chain.list(conversation.state().entries());
        int found = entries.size() - 1;
        while (found >= 0 && !entries.get(found).at().equals(at)) {
            found--;
        }
        if (found < 0 || Replay.special(entries.get(found))) {
            return refused(Reason.NOT_NOW, Words.NOT_NOW, new Walk(this, conversation.state()));
        }
        List<Entry> kept = new ArrayList<>();
        kept.add(entries.get(found));
        for (Entry later : entries.subList(found + 1, entries.size())) {
            if (isKept(later, conversation)) {
                kept.add(later);
            }
        }
        kept.addAll(conversation.state().kept());
        List<Entry> before = new ArrayList<>(entries.subList(0, found));
        entries.subList(found, entries.size()).stream()
                .filter(entry -> entry.at().equals(Entry.NOTED))
                .forEach(before::add);
        return rewalked(conversation, before, kept);
    }

    private boolean isKept(Entry entry, Conversation conversation) {
        return !Replay.special(entry)
                && !Replay.aside(entry, conversation.begun().program(), library);
    }

    private Outcome help(Conversation conversation) {
        Walk walk = new Walk(this, conversation.state());
        if (walk.ending() != null || library.program(Library.SAFETY) == null) {
            return refused(Reason.NOT_NOW, Words.NOT_NOW, walk);
        }
        if (full(conversation)) {
            walk.makeRoom();
        }
        walk.help(true);
        walk.run();
        return next(conversation, walk, conversation.state().kept(), null);
    }

    private Outcome enough(Conversation conversation) {
        Walk walk = new Walk(this, conversation.state());
        if (walk.ending() != null || !walk.mayStop()) {
            return refused(Reason.NOT_NOW, Words.NOT_NOW, walk);
        }
        walk.enough();
        walk.run();
        return next(conversation, walk, conversation.state().kept(), null);
    }

    private Outcome restart(Conversation conversation) {
        Walk walk = new Walk(this, conversation.begun());
        walk.run();
        return next(conversation, walk, List.of(), List.of());
    }

    /// Walks `entries` again from the start and shows the whole transcript anew.
    private Outcome rewalked(Conversation conversation, List<Entry> entries, List<Entry> kept) {
        Replay replay = Replay.of(this, conversation.begun(), entries);
        return next(conversation, replay.walk(), kept, replay.history());
    }

    /// Whether no more is taken, but what is given in help, and what leads to help or to an end.
    private static boolean full(Conversation conversation) {
        Chain entries = conversation.state().entries();
        return entries != null && entries.size() >= Limits.LOG;
    }

    private static void removeFirst(List<Entry> entries, String at) {
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).at().equals(at)) {
                entries.remove(i);
                return;
            }
        }
    }

    /// The conversation's next turn.
    private Played next(
            Conversation conversation, Walk walk, List<Entry> kept, @Nullable List<Said> history) {
        return played(conversation.begun(), walk, kept, conversation.turns() + 1, history);
    }

    private Played played(
            Beginning begun, Walk walk, List<Entry> kept, int turns, @Nullable List<Said> history) {
        Turn turn = turn(walk, kept, turns, history);
        return new Played(
                new Conversation(begun, walk.rest(List.copyOf(kept)), turns, walk.trail()), turn);
    }

    private static Turn turn(Walk walk, List<Entry> kept, int turns, @Nullable List<Said> history) {
        Act.Ask ask = walk.open();
        return new Turn(
                turns,
                walk.says(),
                walk.links(),
                ask == null ? null : question(walk, ask, kept, turns),
                card(walk),
                walk.helplines(),
                walk.act(),
                walk.erases(),
                walk.ending(),
                walk.ending() == null ? null : followUp(walk),
                walk.progress(),
                can(walk),
                history);
    }

    /// What an end offers. To a flow that is not there nobody is asked back, and nobody whose
    /// features for two are locked: who they live with might see the day in their calendar.
    private static Step.@Nullable FollowUp followUp(Walk walk) {
        Step.FollowUp back =
                walk.node().step().kind() instanceof Step.Kind.End end ? end.followUp() : null;
        return back == null
                        || walk.engine().library.offered(back.flow()) == null
                        || walk.coupleLocked()
                ? null
                : back;
    }

    private static Question question(Walk walk, Act.Ask ask, List<Entry> kept, int turns) {
        Given earlier = null;
        String place = walk.place();
        for (Entry entry : kept) {
            if (entry.at().equals(place)) {
                earlier = Taking.canShow(ask, entry.given(), walk) ? entry.given() : null;
                break;
            }
        }
        return new Question(
                turns + "." + place,
                place,
                walk.render(ask.question()),
                hint(ask, walk),
                walk.node().step().isPrivate(),
                walk.onlyTaps(),
                Asking.now(ask, walk),
                earlier,
                idle(ask, walk));
    }

    private static @Nullable String hint(Act.Ask ask, Walk walk) {
        if (walk.onlyTaps() && Asking.wantsWords(ask)) {
            return Words.ONLY_TAPS.in(walk.program().flow().language());
        }
        return ask.hint() == null ? null : walk.render(ask.hint());
    }

    private static Step.@Nullable Idle idle(Act.Ask ask, Walk walk) {
        Step.Idle idle = ((Step.Kind.Ask) walk.node().step().kind()).idle();
        return idle == null || ask.idle() == null
                ? null
                : new Step.Idle(idle.seconds(), walk.render(ask.idle()));
    }

    private static @Nullable Card card(Walk walk) {
        Program.Line[] lines =
                switch (walk.node().act()) {
                    case Act.Ask ask -> ask.card();
                    case Act.End end -> end.card();
                    case Act.Go _, Act.Each _, Act.Again _, Act.Call _ -> new Program.Line[0];
                };
        if (lines.length == 0) {
            return null;
        }
        List<Card.Line> shown = new ArrayList<>();
        for (Program.Line line : lines) {
            boolean shows =
                    line.condition() == null
                            ? line.text().complete(walk)
                            : line.condition().holds(walk);
            String text = shows ? walk.render(line.text()) : "";
            if (!text.isEmpty()) {
                shown.add(
                        new Card.Line(
                                line.label() == null ? null : walk.render(line.label()), text));
            }
        }
        return shown.isEmpty() ? null : new Card(walk.program().flow().title(), shown);
    }

    private static Set<Can> can(Walk walk) {
        int bits = 1 << Can.RESTART.ordinal();
        if (Chain.holdsAnswers(walk.entries()) && !walk.erases()) {
            bits |= 1 << Can.BACK.ordinal() | 1 << Can.CHANGE.ordinal();
        }
        if (walk.open() != null) {
            bits |= 1 << Can.SKIP.ordinal() | 1 << Can.UNSURE.ordinal() | 1 << Can.HELP.ordinal();
            bits |= walk.mayStop() ? 1 << Can.ENOUGH.ordinal() : 0;
        }
        return COMMANDS.get(bits);
    }

    /// Every set of commands, by the bits of its members: a turn need not make its own.
    private static final List<Set<Can>> COMMANDS =
            java.util.stream.IntStream.range(0, 1 << Can.values().length)
                    .mapToObj(bits ->
                            java.util.Arrays.stream(Can.values())
                                    .filter(can -> (bits & 1 << can.ordinal()) != 0)
                                    .collect(java.util.stream.Collectors.toUnmodifiableSet()))
                    .toList();

    private static String id(int turns, Walk walk) {
        return turns + "." + walk.place();
    }

    /// An answer that does not fit the open question; the author's own words come along.
    private static Refused unfit(Words words, Act.Ask ask, Walk walk) {
        List<String> retry = new ArrayList<>(ask.retry().length);
        for (Message message : ask.retry()) {
            retry.add(walk.render(message));
        }
        String language = walk.program().flow().language();
        String message =
                words == Words.NUMBER
                                && ask.answer()
                                        instanceof Answer.Scale(int min, int max, int step, _)
                                && step == 1
                        ? Words.NUMBER_FROM_TO.in(language).formatted(min, max)
                        : words.in(language);
        return new Refused(Reason.UNFIT, message, retry);
    }

    private static Refused refused(Reason reason, Words words, Walk walk) {
        return refused(reason, words, walk.program().flow().language());
    }

    private static Refused refused(Reason reason, Words words, String language) {
        return new Refused(reason, words.in(language), List.of());
    }
}
