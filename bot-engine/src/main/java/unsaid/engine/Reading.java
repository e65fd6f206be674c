package unsaid.engine;

import java.util.ArrayList;
import java.util.List;
import unsaid.engine.Program.Act;
import unsaid.engine.Program.Tap;
import unsaid.flow.Option;
import unsaid.match.Match;
import unsaid.match.Matcher;

/// What somebody typed, as an answer to the open question or a command.
sealed interface Reading {
    record Answer(Given given) implements Reading {}

    record Command(Event event) implements Reading {}

    record Unclear() implements Reading {}
}
