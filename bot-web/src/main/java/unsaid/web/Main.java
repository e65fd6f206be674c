package unsaid.web;

import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import unsaid.expression.Nearest;
import unsaid.web.catalog.Catalog;
import unsaid.web.catalog.LiveCatalog;
import unsaid.web.catalog.Looking;
import unsaid.web.catalog.UnsoundDialogsException;
import unsaid.web.session.store.Store;
import unsaid.web.session.store.StoreException;
import unsaid.web.session.store.Stores;

/// Starts the server. If it cannot, it says why and ends with exit code 2 where the settings are
/// not understood, and 1 otherwise.
public final class Main {
    private static final Logger LOG = LoggerFactory.getLogger(Main.class);

    private Main() {}

    public static void main(String[] arguments) {
        Logging.bridge();
        Settings settings = settings(List.of(arguments), System.getenv(), Path.of(""), System.err);
        if (settings == null) {
            System.exit(2);
            return;
        }
        Server server = start(settings, Path.of(""), System.err);
        if (server == null) {
            System.exit(1);
            return;
        }
        Farewell.onSignal(server::stop, server.stopWithin());
        System.out.println("Unsaid is ready: " + server.address());
        if (server.studioAddress() != null) {
            System.out.println("The workbench: " + server.studioAddress());
        }
        if (server.metricsPort() != 0) {
            System.out.println("Its metrics: " + server.metricsAddress());
        }
    }

    /// Reads the settings and the dialogs, and listens.
    ///
    /// @param folder what relative paths are relative to
    /// @param errors where an author or operator is told what to mend
    /// @return null if something has to be mended first
    static @Nullable Server start(
            List<String> arguments,
            Map<String, String> environment,
            Path folder,
            PrintStream errors) {
        Settings settings = settings(arguments, environment, folder, errors);
        return settings == null ? null : start(settings, folder, errors);
    }

    private static @Nullable Settings settings(
            List<String> arguments,
            Map<String, String> environment,
            Path folder,
            PrintStream errors) {
        try {
            return Settings.of(arguments, environment, folder);
        } catch (SettingsException e) {
            errors.println(e.getMessage());
        } catch (IOException e) {
            errors.println("Cannot read the file of settings " + e.getMessage() + ".");
        }
        return null;
    }

    private static @Nullable Server start(Settings settings, Path folder, PrintStream errors) {
        try {
            Logging.set(settings.text(Key.LOG_FORMAT), settings.text(Key.LOG_LEVEL));
            Dumps.remind();
            LiveCatalog catalog = catalog(settings, folder);
            remind(catalog.current());
            remind(catalog.current(), settings.text(Key.FLOW));
            return new Server(settings, catalog, store(settings, folder), System::nanoTime, folder)
                    .start();
        } catch (SettingsException | UnsoundDialogsException | StoreException e) {
            errors.println(e.getMessage());
        } catch (JavalinBindException e) {
            errors.println(
                    "Port "
                            + settings.text(Key.PORT)
                            + " is taken or not allowed. Choose another one with --port=8081 or UNSAID_PORT=8081.");
        } catch (IOException e) {
            errors.println(
                    "Cannot read "
                            + e.getMessage()
                            + ". The dialogs are expected in the folder that --dialogs names.");
        }
        return null;
    }

    /// Where the workbench is wanted, a mistake is no reason not to open it.
    private static LiveCatalog catalog(Settings settings, Path folder) throws IOException {
        Path dialogs = folder.resolve(settings.text(Key.DIALOGS));
        Looking looking = Looking.of(settings.text(Key.RELOAD));
        LiveCatalog catalog =
                settings.truth(Key.STUDIO)
                        ? LiveCatalog.openSound(dialogs, looking, LocalDate::now)
                        : LiveCatalog.open(dialogs, looking, LocalDate::now);
        return settings.truth(Key.HELPLINES_REQUIRED) ? catalog.requiringHelplines() : catalog;
    }

    private static Store store(Settings settings, Path folder) {
        return Stores.open(
                settings.text(Key.STORE),
                folder,
                settings.text(Key.STORE_USER),
                settings.text(Key.STORE_PASSWORD),
                settings.number(Key.STORE_CONNECTIONS));
    }

    /// @param offered id of the flow that the example page offers
    private static void remind(Catalog catalog, String offered) {
        if (catalog.flow(offered) == null) {
            String nearest = Nearest.to(offered, catalog.engine().library().flows());
            LOG.warn(
                    "site.flow: there is no conversation \"{}\".{} The example page offers it.",
                    offered,
                    nearest == null ? "" : " Did you mean \"" + nearest + "\"?");
        }
    }

    private static void remind(Catalog catalog) {
        if (catalog.unconfirmedHelplines() > 0) {
            LOG.info(
                    "{} helplines are not confirmed by you yet{}: see helplines.json.",
                    catalog.unconfirmedHelplines(),
                    catalog.homeIsConfirmed()
                            ? ""
                            : ", among them some for emergencies, partner abuse or crises in your own country");
        }
        if (catalog.onlyTaps()) {
            LOG.warn(
                    "Visitors can only tap, not write, until lines for emergencies, partner abuse and crises in your own country are confirmed: helplines.required is on.");
        }
    }
}
