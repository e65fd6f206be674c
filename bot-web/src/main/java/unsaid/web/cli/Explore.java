package unsaid.web.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import unsaid.check.Explorer;
import unsaid.check.Explorer.Explored;
import unsaid.check.Trouble;
import unsaid.engine.Engine;
import unsaid.format.ScriptText;

@Command(
        name = "explore",
        description =
                "Walk every way through a conversation, and show the shortest talk to each fault.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "It answers every question at its edges: each option, the smallest and the largest",
            "number, the shortest and the longest text, Skip, \"I don't know\", and something that",
            "does not fit. Then it goes on by chance, always in the same way. Each talk it shows",
            "is a test: save it beside the flow as something.test.json.",
            "",
            "Ends with 1 if something was found.",
            "",
            "Examples:",
            "  unsaid explore naming-fears",
            "  unsaid explore --places=50000 --walks=100000"
        })
final class Explore implements Callable<Integer> {
    private final Screen screen;
    private final Supplier<String> dialogs;

    @Mixin private Where where = new Where();

    @Option(
            names = "--places",
            paramLabel = "NUMBER",
            description =
                    "How many places in talks to go on from at most. Left out: ${DEFAULT-VALUE}.",
            defaultValue = "" + Explorer.PLACES)
    private int places = Explorer.PLACES;

    @Option(
            names = "--walks",
            paramLabel = "NUMBER",
            description = "How many talks by chance. Left out: ${DEFAULT-VALUE}.",
            defaultValue = "" + Explorer.WALKS)
    private int walks = Explorer.WALKS;

    Explore(Screen screen, Supplier<String> dialogs) {
        this.screen = screen;
        this.dialogs = dialogs;
    }

    @Override
    public Integer call() throws IOException {
        Reading reading = Reading.of(where.find(screen, dialogs), screen);
        Engine engine = Engine.of(reading.library());
        String flow = reading.place().flow();
        List<String> flows =
                flow == null
                        ? reading.library().flows().stream().sorted().toList()
                        : List.of(reading.flow().id());
        boolean fine = true;
        for (String each : flows) {
            Explored explored = Explorer.of(engine, each, places, walks);
            explored.troubles().forEach(this::tell);
            tell(each, explored);
            fine &= explored.troubles().isEmpty();
        }
        return (fine ? Exit.FINE : Exit.FOUND).code();
    }

    private void tell(Trouble trouble) {
        screen.out()
                .println(
                        screen.ink(Ink.RED, trouble.kind().word())
                                + " at "
                                + trouble.at()
                                + ": "
                                + trouble.message());
        screen.out().print(ScriptText.of(trouble.script()));
    }

    private void tell(String flow, Explored explored) {
        String found =
                explored.troubles().isEmpty()
                        ? screen.ink(Ink.GREEN, "Nothing found")
                        : Findings.counted(explored.troubles().size(), "fault");
        screen.out()
                .println(
                        found
                                + " in "
                                + flow
                                + ": "
                                + (explored.whole() ? "all " : "the first ")
                                + Findings.counted(explored.places(), "place")
                                + " in talks, and "
                                + Findings.counted(explored.walks(), "talk")
                                + " by chance");
    }
}
