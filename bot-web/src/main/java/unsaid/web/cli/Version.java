package unsaid.web.cli;

import picocli.CommandLine.IVersionProvider;

/// The version that the jar says it is; a clone has none.
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {"unsaid " + (version == null ? "(not packaged)" : version)};
    }
}
