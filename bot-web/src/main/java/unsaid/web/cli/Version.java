package unsaid.web.cli;

import picocli.CommandLine.IVersionProvider;

/// The version that the jar says it is; a clone has none.
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"unsaid " + number()};
    }

    /// As the jar says it.
    static String number() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "(not packaged)" : version;
    }
}
