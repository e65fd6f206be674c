package unsaid.web.load;

import java.io.IOException;

/// What is done to the server, once each, whatever stores are measured.
final class Trials {
    private static final String POSTGRESQL = "postgresql";
    private static final String SQLITE = "sqlite";

    private Trials() {}

    static void of(Measurement with) throws IOException {
        for (String fault : with.options().measurements()) {
            switch (fault) {
                case "kill" -> kill(with);
                case "kill-database" -> new Kill(with).measure(Stages::database);
                case "kill-one-of-two" -> new Kill(with).measure(Stages::two);
                case "away" -> new Away(with).database();
                case "full" -> new Away(with).disk();
                case "slow" -> new Peerless(with).slow();
                case "half-open" -> new Peerless(with).halfOpen();
                default -> {
                    // a measurement
                }
            }
        }
    }

    private static void kill(Measurement with) throws IOException {
        String stores = with.options().text("stores");
        for (String store : (stores.isEmpty() ? SQLITE + "," + POSTGRESQL : stores).split(",")) {
            new Kill(with)
                    .measure(
                            switch (store) {
                                case SQLITE -> Stages::sqlite;
                                case POSTGRESQL -> Stages::postgresql;
                                default ->
                                        (programs, folder) ->
                                                Stages.other(
                                                        programs.with(
                                                                java.util.List.of(
                                                                        "store=" + store)),
                                                        folder);
                            });
        }
    }
}
