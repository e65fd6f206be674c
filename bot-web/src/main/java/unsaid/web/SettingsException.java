package unsaid.web;

import java.util.List;

/// Settings that cannot be used. The message says what is wrong with each, one a line.
final class SettingsException extends RuntimeException {
    SettingsException(List<String> wrong) {
        super(String.join(System.lineSeparator(), wrong));
    }
}
