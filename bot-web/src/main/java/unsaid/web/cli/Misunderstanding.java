package unsaid.web.cli;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import unsaid.expression.Nearest;

/// Says what is wrong with the words of a command, and what was probably meant.
final class Misunderstanding {
    private Misunderstanding() {}

    /// @param spec the command that the words were for
    static String of(ParameterException problem, CommandSpec spec) {
        if (!(problem instanceof UnmatchedArgumentException unmatched)
                || unmatched.getUnmatched().isEmpty()) {
            return inWords(problem);
        }
        String word = unmatched.getUnmatched().getFirst();
        if (word.startsWith("-")) {
            String name = word.replaceFirst("=.*", "");
            return "There is no option \"" + name + "\"" + near(name, spec.optionsMap().keySet());
        }
        return spec.parent() == null
                ? "There is no command \"" + word + "\"" + near(word, spec.subcommands().keySet())
                : "\"" + word + "\" is one word too many.";
    }

    /// A value of the wrong kind, said by the option's own words for what may stand there.
    private static String inWords(ParameterException problem) {
        String value = problem.getValue();
        return problem.getArgSpec() instanceof OptionSpec option && value != null
                ? "\""
                        + value
                        + "\" does not fit "
                        + option.longestName()
                        + "="
                        + option.paramLabel()
                        + "."
                : String.valueOf(problem.getMessage());
    }

    private static String near(String word, Collection<String> known) {
        @Nullable String near = Nearest.to(word, known);
        return near == null ? "." : "; did you mean " + near + "?";
    }
}
