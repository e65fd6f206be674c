package unsaid.web.load;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Measures the server and checks every reply. Ends with exit code 1 if a reply was wrong, missing,
/// doubled or another's, and with 2 if it could not measure.
public final class Load {
    private static final String POSTGRESQL = "postgresql";

    private Load() {}

    public static void main(String[] arguments) {
        System.exit(run(System.out, arguments));
    }

    static int run(PrintStream out, String... arguments) {
        try {
            Options options = Options.of(arguments);
            Faults faults = new Faults();
            Report report = new Report(out);
            machine(report);
            measure(options, faults, report);
            report.end(faults);
            return faults.any() ? 1 : 0;
        } catch (IllegalArgumentException e) {
            out.println(e.getMessage());
        } catch (IOException e) {
            out.println("Could not be measured: " + e.getMessage());
        }
        return 2;
    }

    private static void machine(Report report) {
        var system = java.lang.management.ManagementFactory.getOperatingSystemMXBean();
        report.heading("Load of " + LocalDate.now());
        report.line(
                system.getAvailableProcessors()
                        + " processors, "
                        + System.getProperty("os.name")
                        + " "
                        + System.getProperty("os.arch")
                        + ", Java "
                        + Runtime.version()
                        + "; server and driver share them. Load of the machine before: "
                        + Report.number(system.getSystemLoadAverage())
                        + ".");
    }

    private static void measure(Options options, Faults faults, Report report) throws IOException {
        Path dialogs = Path.of(options.text("dialogs"));
        Scripts scripts = new Scripts(dialogs);
        Programs programs = Programs.of(dialogs, options.all("jvm"), options.all("server"));
        Trials.of(new Measurement(options, programs, scripts, faults, report));
        if (Options.FAULTS.containsAll(options.measurements())) {
            return;
        }
        for (String store : options.list("stores")) {
            if (!store.equals(POSTGRESQL)) {
                Programs with =
                        store.isEmpty() ? programs : programs.with(List.of("store=" + store));
                each(new Measurement(options, with, scripts, faults, report));
                continue;
            }
            try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
                String address = "store=postgresql://127.0.0.1:" + postgres.getPort() + "/postgres";
                each(
                        new Measurement(
                                options,
                                programs.with(List.of(address, "store.user=postgres")),
                                scripts,
                                faults,
                                report));
            }
        }
    }

    private static void each(Measurement with) throws IOException {
        for (String measurement : new ArrayList<>(with.options().measurements())) {
            switch (measurement) {
                case "start-up" -> new StartUp(with).measure();
                case "closed" -> new Closed(with).measure();
                case "open" -> new Open(with).measure();
                case "erase" -> new Erase(with).measure();
                case "idle" -> new Idle(with).measure();
                case "recovery" -> new Recovery(with).measure();
                default -> {
                    // a fault, which is not done for every store
                }
            }
        }
    }
}
