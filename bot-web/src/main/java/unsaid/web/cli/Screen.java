package unsaid.web.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/// Where a command reads and writes.
///
/// @param folder what relative paths are relative to
/// @param terminal whether a person sits at both ends, and not a pipe or a file
/// @param colour whether colours may be written
public record Screen(
        InputStream in,
        PrintStream out,
        PrintStream errors,
        Path folder,
        boolean terminal,
        boolean colour) {

    /// Of this process. Into a pipe or a file UTF-8 is written; to a terminal what Java takes it to
    /// read, which outside of Windows is UTF-8 too.
    public static Screen ofProcess() {
        boolean terminal = System.console() != null && System.console().isTerminal();
        Charset charset =
                terminal && System.getProperty("os.name", "").startsWith("Windows")
                        ? System.out.charset()
                        : StandardCharsets.UTF_8;
        return new Screen(
                System.in,
                stream(FileDescriptor.out, charset),
                stream(FileDescriptor.err, charset),
                Path.of(""),
                terminal,
                terminal && wantsColour(System.getenv()));
    }

    private static PrintStream stream(FileDescriptor to, Charset charset) {
        return new PrintStream(new FileOutputStream(to), true, charset);
    }

    /// As no-color.org asks for, and not on a terminal that has none.
    static boolean wantsColour(Map<String, String> environment) {
        return environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.getOrDefault("TERM", "").equals("dumb");
    }

    String ink(Ink ink, String text) {
        return colour ? ink.on(text) : text;
    }
}
