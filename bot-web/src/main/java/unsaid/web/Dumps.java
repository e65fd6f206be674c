package unsaid.web;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Says when the process may write its memory, and so visitors' words, to a disk.
final class Dumps {
    private static final Logger LOG = LoggerFactory.getLogger(Dumps.class);

    private Dumps() {}

    static void remind() {
        HotSpotDiagnosticMXBean machine =
                ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        if (machine != null
                && Boolean.parseBoolean(
                        machine.getVMOption("HeapDumpOnOutOfMemoryError").getValue())) {
            LOG.warn(
                    "HeapDumpOnOutOfMemoryError is on: a heap dump holds what visitors wrote. Leave it off.");
        }
    }
}
