package unsaid.web;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class LoggingTest {
    private static final String WORDS = "MySecretWords";

    @Test
    void anExceptionIsLoggedWithoutItsMessage() {
        try (Heard heard = new Heard()) {
            Exception cause = new IllegalStateException(WORDS);
            LoggerFactory.getLogger("unsaid.web.X")
                    .error("It broke.", new IllegalArgumentException(WORDS, cause));
            assertTrue(heard.all().contains("It broke."));
            assertTrue(heard.all().contains("Caused by java.lang.IllegalStateException"));
            assertTrue(heard.all().contains("LoggingTest.java"));
            assertFalse(heard.all().contains(WORDS));
        }
    }

    @Test
    void whatTyrusLogsComesToTheSameLogAndOnlyItsWarnings() {
        Logging.bridge();
        try (Heard heard = new Heard()) {
            java.util.logging.Logger tyrus =
                    java.util.logging.Logger.getLogger("org.glassfish.tyrus.core.X");
            tyrus.log(new LogRecord(Level.FINE, WORDS));
            tyrus.log(Level.INFO, WORDS);
            tyrus.log(Level.WARNING, "a warning", new IllegalStateException(WORDS));
            assertTrue(heard.all().contains("a warning"));
            assertFalse(heard.all().contains(WORDS));
        }
    }
}
