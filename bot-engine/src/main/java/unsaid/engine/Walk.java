package unsaid.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import unsaid.engine.Frame.Pause;
import unsaid.engine.Frame.Role;
import unsaid.engine.Program.Act;
import unsaid.engine.Program.Jump;
import unsaid.engine.Program.Node;
import unsaid.engine.Program.Setting;
import unsaid.engine.Program.Tap;
import unsaid.expression.Env;
import unsaid.expression.Item;
import unsaid.expression.Value;
import unsaid.flow.Flag;
import unsaid.flow.Option;
import unsaid.flow.Step;
import unsaid.flow.Step.Ending;
import unsaid.safety.Met;
import unsaid.safety.Route;
import unsaid.safety.Routing;
import unsaid.text.Message;

/// One event's walk through the flows, from an open question to the next. It works on copies of the
/// resting state and is thrown away afterwards; nothing of it is shared.
final class Walk implements Env {
    private final Library library;
    private final Engine engine;

    private Program program;
    private Role role;
    private int at;
    private @Nullable Value[] values;
    private byte[] visits;
    private byte[] taken;
    private @Nullable Loop loop;
    private @Nullable Pause pause;
    private @Nullable Frame below;
    private @Nullable Chain entries;
    private Met met;
    private int skips;
    private int lulls;
    private @Nullable String suggested;
    private @Nullable Past left;
    private double progress;
    private @Nullable Ending ending;

    private boolean reask;
    private boolean past;
    private final List<String> trail = new ArrayList<>(4);
    private List<String> says = new ArrayList<>(4);
    private List<Linked> links = List.of();
    private Option.@Nullable Act act;
    private boolean erase;
    private boolean flagged;

    /// Begins a talk.
    Walk(Engine engine, Beginning begun) {
        this.engine = engine;
        this.library = engine.library();
        this.program = begun.program();
        this.at = begun.at();
        this.role = Role.ROOT;
        this.values = new Value[program.slots()];
        this.visits = new byte[program.nodes().length];
        this.taken = new byte[program.options()];
        this.met = Met.NONE;
        if (begun.onlyTaps()) {
            values[Facts.TAP_ONLY.ordinal()] = Value.Truth.YES;
        }
    }

    /// Goes on from a resting state.
    Walk(Engine engine, State state) {
        this.engine = engine;
        this.library = engine.library();
        Frame frame = state.frame();
        this.program = frame.program();
        this.role = frame.role();
        this.at = frame.at();
        this.values = frame.values().clone();
        this.visits = frame.visits().clone();
        this.taken = frame.taken().clone();
        this.loop = frame.loop();
        this.pause = frame.pause();
        this.below = frame.below();
        this.entries = state.entries();
        this.met = state.met();
        this.skips = state.skips();
        this.lulls = state.lulls();
        this.suggested = state.suggested();
        this.left = state.left();
        this.progress = state.progress();
        this.ending = state.ending();
    }

    // ---- what is so now

    @Override
    public @Nullable Value get(int slot) {
        return values[slot];
    }

    State rest(List<Entry> kept) {
        return new State(
                frame(), entries, kept, met, skips, lulls, suggested, left, progress, ending);
    }

    /// What no change of a flow may take back.
    Noted noted() {
        return Facts.noted(met, values);
    }

    /// The open question's step; null once the talk has ended.
    Act.@Nullable Ask open() {
        return ending == null && node().act() instanceof Act.Ask ask ? ask : null;
    }

    Node node() {
        return program.nodes()[at];
    }

    /// Where the open question stands, as in [Entry#at].
    String place() {
        return node().place(loop);
    }

    /// Whether the open question belongs to the product's own asides: help, or the lull.
    boolean aside() {
        return role == Role.SAFETY || pause != null && at == program.lull();
    }

    /// Whether the product's help is open.
    boolean inHelp() {
        return role == Role.SAFETY;
    }

    boolean mayStop() {
        return ending == null && (program.enough() < 0 || visits[program.enough()] == 0);
    }

    Program program() {
        return program;
    }

    /// Whether nothing can be written now, whatever the talk began like.
    boolean onlyTaps() {
        return library.onlyTaps();
    }

    @Nullable Ending ending() {
        return ending;
    }

    @Nullable Chain entries() {
        return entries;
    }

    List<String> says() {
        return says;
    }

    /// Where some of what is said leads.
    List<Linked> links() {
        return links;
    }

    /// Says something before all else.
    void sayFirst(String text) {
        says.addFirst(text);
        links = links.stream().map(link -> new Linked(link.say() + 1, link.to())).toList();
    }

    /// Steps come to on this walk, as `flow/step`.
    List<String> trail() {
        return trail;
    }

    /// Forgets what was said on the way here.
    void forgetSaid() {
        says = new ArrayList<>(4);
        links = List.of();
        act = null;
    }

    void eraseAll() {
        erase = true;
    }

    /// Nothing is forgotten because of what was walked here.
    void keepAll() {
        erase = false;
    }

    /// Whether the walk goes over answers given before: they may lead to flows that have since been
    /// taken away.
    void overPast(boolean is) {
        past = is;
    }

    List<String> helplines() {
        return node().step().helplines();
    }

    Option.@Nullable Act act() {
        return act;
    }

    boolean erases() {
        return erase;
    }

    /// Whether the answer taken last showed danger.
    boolean flagged() {
        return flagged;
    }

    double progress() {
        return ending == null ? progress : 1;
    }

    Engine engine() {
        return engine;
    }

    String render(Message message) {
        return message.isConstant()
                ? message.render(this, NOTHING)
                : message.render(this, this::product);
    }

    private static final java.util.function.Function<String, String> NOTHING = _ -> "";

    private String product(String name) {
        String country = country();
        String language = program().flow().language();
        return switch (name) {
            case "emergency" -> library.helplines().emergency(country, language);
            case "silent" -> library.helplines().silent(country, language);
            case "crisis" -> library.helplines().crisis(country, language);
            case "privacy" -> library.privacy(language);
            case "next" -> {
                Program next = following(suggested);
                yield next == null ? "" : next.flow().title();
            }
            default -> "";
        };
    }

    boolean coupleLocked() {
        return Facts.COUPLE_LOCKED.holds(values);
    }

    /// The visitor's country, or the site's.
    String country() {
        return values[Facts.COUNTRY.ordinal()] instanceof Value.Words(String code)
                ? code
                : library.helplines().home();
    }

    /// Whether an option can be tapped now.
    boolean shows(Tap tap) {
        Option option = tap.option();
        if (option.times() > 0 && taken[tap.number()] >= option.times()) {
            return false;
        }
        if (option.suggest() != null && known(option.suggest()) == null) {
            return false;
        }
        if (tap.go() == Program.NEXT) {
            Program next = following(option.suggest() == null ? suggested : option.suggest());
            if (next == null || next == root()) {
                return false;
            }
        }
        if (tap.go() == Program.RETURN && below == null && pause == null) {
            return false;
        }
        if (tap.go() >= 0 && visits[tap.go()] >= Limits.VISITS) {
            return false;
        }
        return tap.condition() == null || tap.condition().holds(this);
    }

    private @Nullable Program following(@Nullable String suggestion) {
        Program next = suggestion == null ? null : known(suggestion);
        return next == null ? known(Library.HOME) : next;
    }

    private @Nullable Program known(String flow) {
        return past ? library.program(flow) : library.offered(flow);
    }

    private Program root() {
        Program root = program;
        for (Frame frame = below; frame != null; frame = frame.below()) {
            root = frame.program();
        }
        return root;
    }

    // ---- what happens

    /// Takes the answer to the open question and stands where it leads; the walk has still to
    /// [#run].
    ///
    /// @return null if it was taken; otherwise why it does not fit, and nothing has changed
    @Nullable Words answer(Act.Ask ask, Given given) {
        Node node = node();
        boolean skipped = given instanceof Given.Skipped || given instanceof Given.NotKnown;
        Taking.Taken answer = skipped ? NO_ANSWER : Taking.take(ask, given, this);
        if (answer.unfit() != null) {
            return answer.unfit();
        }
        entries = Chain.of(entries, new Entry(place(), given));
        values[ask.slot()] = asFact(ask.slot(), answer.value());
        int to = Tap.AS_STEP;
        List<Flag> flags = List.of();
        boolean help = false;
        if (skipped) {
            Program.Way way =
                    given instanceof Given.NotKnown && ask.unsure() != null
                            ? ask.unsure()
                            : ask.skip();
            if (way != null) {
                to = way.go();
                flags = way.flag() == null ? List.of() : List.of(way.flag());
            }
        } else {
            for (Tap tap : answer.taps()) {
                taken[tap.number()]++;
                set(tap.sets());
                Option option = tap.option();
                suggested = option.suggest() == null ? suggested : option.suggest();
                to = tap.go() == Tap.AS_STEP ? to : tap.go();
                flags = plus(flags, option.flag());
                help |= option.act() == Option.Act.HELP;
                act = option.act() == null || help ? act : option.act();
                erase |= option.act() == Option.Act.ERASE || option.act() == Option.Act.LEAVE;
            }
            for (String text : answer.texts()) {
                for (Flag flag : engine.dangers(text)) {
                    flags = plus(flags, flag);
                }
            }
        }
        skips = skipped ? skips + 1 : 0;
        flagged = !flags.isEmpty();
        if (act == Option.Act.LEAVE) {
            ending = Ending.PAUSED;
            return null;
        }
        leave(node, to);
        if (flagged && interrupts(flags)) {
            return null;
        }
        if (help) {
            help(false);
        } else {
            lull();
        }
        return null;
    }

    /// A question about a fact of the product gives it as the fact is kept: the country as its
    /// code.
    private static @Nullable Value asFact(int slot, @Nullable Value value) {
        return slot == Facts.COUNTRY.ordinal() && value instanceof Value.One(Item item)
                ? new Value.Words(item.key())
                : value;
    }

    private static final Taking.Taken NO_ANSWER =
            new Taking.Taken(null, List.of(), List.of(), null);

    private static List<Flag> plus(List<Flag> flags, @Nullable Flag flag) {
        if (flag == null) {
            return flags;
        }
        List<Flag> more = new ArrayList<>(flags);
        more.add(flag);
        return more;
    }

    /// Opens the help card; afterwards the talk goes on where it stands.
    ///
    /// @param asked the visitor pressed Help while a question stood open
    void help(boolean asked) {
        if (asked) {
            entries = Chain.of(entries, new Entry(Entry.HELP, new Given.Skipped()));
            reask = ending == null;
        }
        interrupt("menu", Met.NONE);
    }

    /// Takes what was last done in help out of the log, so that help can be opened as often as
    /// somebody wishes. What is known of danger stays.
    void makeRoom() {
        if (root().flow().id().equals(Library.SAFETY)) {
            return;
        }
        Noted known = noted();
        while (entries != null && Replay.ofHelp(entries.entry())) {
            entries = entries.before();
        }
        if (!known.equals(Noted.NONE)) {
            entries = Chain.of(entries, new Entry(Entry.NOTED, new Given.Lines(known.words())));
        }
    }

    /// Opens the help that a danger needs which was found in words that are no answer.
    ///
    /// @return false if it needs none
    boolean heard(Set<Flag> flags) {
        Routing.Decision decision = Routing.of(met, flags);
        Route route = decision.route();
        if (route == null || library.program(Library.SAFETY) == null) {
            return false;
        }
        note(new Noted(decision.after(), decision.locks(), route == Route.MINOR, null));
        helpAt(route.step(), Met.NONE.plus(flags));
        return true;
    }

    /// Remembers dangers, found in words that are no answer, which need no help by themselves.
    ///
    /// @return false if there are none that are new
    boolean minds(Set<Flag> flags) {
        Routing.Decision decision = Routing.of(met, flags);
        if (decision.after().equals(met)) {
            return false;
        }
        says.add(Words.MINDED.in(program.flow().language()));
        note(new Noted(decision.after(), decision.locks(), false, null));
        return true;
    }

    /// Opens one step of help; afterwards the open question is asked again.
    ///
    /// @param why the dangers it is opened for
    void helpAt(String step, Met why) {
        String kinds = why.equals(Met.NONE) ? null : String.join(" ", why.words());
        entries = Chain.of(entries, new Entry(Entry.HELP, new Given.Chosen(step, kinds)));
        reask = ending == null;
        interrupt(step, why);
    }

    /// Keeps in mind what was known before the flow changed; where that is more than the answers
    /// say, the log gets a line of its own, and the walk goes on if the open question is not to be
    /// asked any more.
    void note(Noted more) {
        Noted before = noted();
        Noted all = before.and(more);
        if (all.equals(before)) {
            return;
        }
        entries = Chain.of(entries, new Entry(Entry.NOTED, new Given.Lines(more.words())));
        met = all.met();
        if (all.coupleLocked()) {
            values[Facts.COUPLE_LOCKED.ordinal()] = Value.Truth.YES;
        }
        if (all.minor()) {
            values[Facts.MINOR.ordinal()] = Value.Truth.YES;
        }
        if (all.country() != null) {
            values[Facts.COUNTRY.ordinal()] = new Value.Words(all.country());
        }
        reask = ending == null;
        run();
    }

    /// Leads to the flow's "enough".
    void enough() {
        entries = Chain.of(entries, new Entry(Entry.ENOUGH, new Given.Skipped()));
        pause = null;
        while (role == Role.CALLED && program.enough() < 0 && below != null) {
            close(below);
        }
        stop();
    }

    /// Walks on until a question stands open or the talk has ended.
    void run() {
        for (int steps = 0; ending == null; steps++) {
            if (steps >= Limits.STEPS_PER_TURN) {
                end();
                return;
            }
            if (step()) {
                return;
            }
        }
    }

    /// One step.
    ///
    /// @return whether a question stands open
    private boolean step() {
        Node node = node();
        boolean again = reask;
        reask = false;
        if (node.condition() != null && !node.condition().holds(this)) {
            at = node.act() instanceof Act.Each each ? each.last() + 1 : at + 1;
            return endOfRow();
        }
        if (!again) {
            if (visits[at] >= Limits.VISITS) {
                stop();
                return false;
            }
            if (!(node.act() instanceof Act.Again)) {
                visits[at]++;
                enter(node);
            }
        }
        return switch (node.act()) {
            case Act.Go _ -> {
                leave(node, Tap.AS_STEP);
                yield false;
            }
            case Act.Ask ask -> asks(node, ask);
            case Act.Each each -> {
                begin(node, each);
                yield false;
            }
            case Act.Again(int head) -> {
                again(head);
                yield false;
            }
            case Act.Call call -> {
                call(call);
                yield false;
            }
            case Act.End end -> {
                finish(node, end);
                yield false;
            }
        };
    }

    private void enter(Node node) {
        trail.add(node.at());
        set(node.sets());
        String suggest = node.step().suggest();
        suggested = suggest == null ? suggested : suggest;
        for (Program.Bubble bubble : node.says()) {
            if (bubble.condition() == null || bubble.condition().holds(this)) {
                String said = render(bubble.text());
                if (!said.isEmpty()) {
                    link(bubble.link());
                    says.add(said);
                }
            }
        }
        if (role == Role.ROOT && program.nodes().length > 0) {
            progress = Math.max(progress, (double) at / program.nodes().length);
        }
    }

    /// What is said next leads there.
    private void link(Step.@Nullable Link to) {
        if (to != null) {
            links = new ArrayList<>(links);
            links.add(new Linked(says.size(), to));
        }
    }

    private boolean asks(Node node, Act.Ask ask) {
        if (!Asking.hasChoice(ask, this)) {
            values[ask.slot()] = null;
            leave(node, ask.skip() == null ? Tap.AS_STEP : ask.skip().go());
            return false;
        }
        if (ask.answer() instanceof unsaid.flow.Answer.Rank) {
            List<Item> items = Asking.items(ask, this);
            if (items.size() == 1) {
                values[ask.slot()] = new Value.Many(items);
                leave(node, Tap.AS_STEP);
                return false;
            }
        }
        return true;
    }

    private void set(Setting[] sets) {
        for (Setting setting : sets) {
            values[setting.slot()] =
                    setting.option() != null
                            ? new Value.One(Item.of(setting.option(), null))
                            : setting.value().value(this);
        }
    }

    // ---- ways through a flow

    private void leave(Node node, int to) {
        int target = to;
        if (target == Tap.AS_STEP) {
            target = at + 1;
            for (Jump jump : node.next()) {
                if (jump.condition() == null || jump.condition().holds(this)) {
                    target = jump.to();
                    break;
                }
            }
        }
        go(target);
    }

    private void go(int target) {
        switch (target) {
            case Program.RETURN -> goBack();
            case Program.NEXT -> goOn();
            default -> {
                if (target >= program.nodes().length) {
                    stop();
                    return;
                }
                int[] around = program.nodes()[target].loops();
                while (loop != null && !contains(around, loop.head())) {
                    loop = loop.outer();
                }
                int inside = loop == null ? 0 : depth(loop);
                at = inside < around.length ? around[inside] : target;
            }
        }
    }

    private static boolean contains(int[] heads, int head) {
        for (int each : heads) {
            if (each == head) {
                return true;
            }
        }
        return false;
    }

    private static int depth(Loop loop) {
        return loop.outer() == null ? 1 : 1 + depth(loop.outer());
    }

    private boolean endOfRow() {
        if (at >= program.nodes().length) {
            at = program.nodes().length - 1;
            stop();
        }
        return false;
    }

    private void begin(Node node, Act.Each each) {
        List<Item> items = each.over().value(this) instanceof Value.Many(var all) ? all : List.of();
        items = items.size() <= Limits.ITEMS ? items : items.subList(0, Limits.ITEMS);
        values[each.slot()] = new Value.Rows(List.of());
        if (items.isEmpty()) {
            leaveLoop(node, each);
            return;
        }
        loop = new Loop(at, 0, items, List.of(), loop);
        round(each);
    }

    private void again(int head) {
        if (loop == null
                || loop.head() != head
                || !(program.nodes()[head].act() instanceof Act.Each each)) {
            go(at + 1);
            return;
        }
        var fields = new java.util.HashMap<String, Value>();
        for (int i = 0; i < each.fields().length; i++) {
            Value value = values[each.fields()[i]];
            if (value != null) {
                fields.put(each.fieldNames().get(i), value);
            }
        }
        List<Value.Row> rows = new ArrayList<>(loop.done());
        rows.add(new Value.Row(loop.item(), fields));
        values[each.slot()] = new Value.Rows(rows);
        if (loop.round() + 1 < loop.items().size()) {
            loop = new Loop(head, loop.round() + 1, loop.items(), List.copyOf(rows), loop.outer());
            round(each);
        } else {
            loop = loop.outer();
            at = head;
            leaveLoop(program.nodes()[head], each);
        }
    }

    private void round(Act.Each each) {
        Loop now = java.util.Objects.requireNonNull(loop);
        values[each.item()] = new Value.One(now.item());
        for (int field : each.fields()) {
            values[field] = null;
        }
        for (int i = now.head() + 1; i < each.last(); i++) {
            visits[i] = 0;
        }
        at = now.head() + 1;
    }

    private void leaveLoop(Node head, Act.Each each) {
        values[each.item()] = null;
        for (int field : each.fields()) {
            values[field] = null;
        }
        if (head.next().length == 0) {
            go(each.last() + 1);
        } else {
            leave(head, Tap.AS_STEP);
        }
    }

    // ---- from flow to flow

    private void call(Act.Call call) {
        Program called = library.program(call.flow());
        if (called == null || depth() >= Limits.FRAMES) {
            leave(node(), Tap.AS_STEP);
            return;
        }
        var with = new java.util.HashMap<Integer, Value>();
        call.with()
                .forEach((name, expression) -> {
                    Integer slot = called.slotOf().get(name);
                    Value value = expression.value(this);
                    if (slot != null && value != null) {
                        with.put(slot, value);
                    }
                });
        open(called, Role.CALLED, 0);
        with.forEach((slot, value) -> values[slot] = value);
    }

    private int depth() {
        return below == null ? 1 : 1 + below.depth();
    }

    private void open(Program inner, Role as, int start) {
        Frame here = frame();
        enter(inner, as, start);
        below = here;
    }

    /// Begins a flow with nothing but the product's facts.
    private void enter(Program next, Role as, int start) {
        @Nullable Value[] facts = values;
        program = next;
        role = as;
        values = new Value[next.slots()];
        System.arraycopy(facts, 0, values, 0, Facts.COUNT);
        visits = new byte[next.nodes().length];
        taken = new byte[next.options()];
        loop = null;
        pause = null;
        below = null;
        at = start;
    }

    private Frame frame() {
        return new Frame(program, role, at, values, visits, taken, loop, pause, reask, below);
    }

    /// Takes up the flow below; `gives` are handed down from a called flow.
    private void close(Frame to) {
        @Nullable Value[] mine = values;
        Program inner = program;
        Role was = role;
        program = to.program();
        role = to.role();
        at = to.at();
        values = to.values().clone();
        visits = to.visits().clone();
        taken = to.taken().clone();
        loop = to.loop();
        pause = to.pause();
        reask = to.reask();
        below = to.below();
        System.arraycopy(mine, 0, values, 0, Facts.COUNT);
        if (was == Role.CALLED) {
            for (String name : inner.flow().gives()) {
                Integer from = inner.slotOf().get(name);
                Integer slot = program.slotOf().get(name);
                if (from != null && slot != null) {
                    values[slot] = mine[from];
                }
            }
        }
    }

    private void goBack() {
        if (pause != null) {
            Pause back = pause;
            pause = null;
            at = back.at();
            loop = back.loop();
            return;
        }
        Frame to = below;
        if (to == null) {
            stop();
            return;
        }
        boolean called = role == Role.CALLED;
        close(to);
        if (called) {
            leave(node(), Tap.AS_STEP);
        }
        skips = 0;
    }

    private void goOn() {
        Program next = following(suggested);
        if (next == null || next == root()) {
            stop();
            return;
        }
        if (root().flow().id().equals(Library.HOME)) {
            values[Facts.ARRIVED.ordinal()] = Value.Truth.YES;
        }
        leaveParts();
        enter(next, Role.ROOT, 0);
        Past.handOn(left, library, next, values);
        skips = 0;
        lulls = 0;
        suggested = null;
        progress = 0;
    }

    /// Remembers the visitor's flow as it is left, and not the asides above it.
    private void leaveParts() {
        Past now = null;
        for (Frame frame = frame(); frame != null; frame = frame.below()) {
            if (frame.role() == Role.ROOT) {
                now = new Past(frame.program(), frame.values(), left);
            }
        }
        left = now == null ? left : now;
    }

    private void finish(Node node, Act.End end) {
        if (role == Role.CALLED && below != null) {
            goBack();
            return;
        }
        if (node.step().kind()
                instanceof unsaid.flow.Step.Kind.End(var how, _, boolean forget, _)) {
            ending = how;
            erase |= forget;
        }
    }

    /// "Enough": the flow's own close, once; otherwise the product's line.
    private void stop() {
        if (program.enough() >= 0 && visits[program.enough()] < 1) {
            loop = null;
            go(program.enough());
        } else {
            end();
        }
    }

    private void end() {
        says.add(Words.STOPPED.in(program.flow().language()));
        ending = Ending.PAUSED;
    }

    // ---- asides

    private boolean interrupts(List<Flag> flags) {
        Routing.Decision decision = Routing.of(met, Set.copyOf(flags));
        met = decision.after();
        if (decision.locks()) {
            values[Facts.COUPLE_LOCKED.ordinal()] = Value.Truth.YES;
        }
        Route route = decision.route();
        if (route == null) {
            return false;
        }
        if (route == Route.MINOR) {
            values[Facts.MINOR.ordinal()] = Value.Truth.YES;
        }
        return interrupt(route.step(), Met.NONE.plus(Set.copyOf(flags)));
    }

    /// @param why the dangers help is opened for; none: it was asked for
    private boolean interrupt(String step, Met why) {
        Program safety = library.program(Library.SAFETY);
        Integer start = safety == null ? null : safety.index().get(step);
        if (safety == null || start == null) {
            return false;
        }
        values[Facts.DANGERS.ordinal()] = Facts.dangers(why.families());
        if (role == Role.SAFETY) {
            reask = false;
            visits = new byte[visits.length];
            at = start;
            return true;
        }
        ending = null;
        open(safety, Role.SAFETY, start);
        reask = false;
        return true;
    }

    private void lull() {
        var lull = program.flow().lull();
        if (lull == null
                || role == Role.SAFETY
                || pause != null
                || skips < lull.after()
                || lulls >= Limits.LULLS
                || program.lull() < 0
                || ending != null
                || node().act() instanceof Act.End
                || visits[program.lull()] >= Limits.VISITS) {
            return;
        }
        lulls++;
        skips = 0;
        pause = new Pause(at, loop);
        loop = null;
        at = program.lull();
    }
}
