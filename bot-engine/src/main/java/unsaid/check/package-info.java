/// Proves a flow sound: flow → findings.
@NullMarked
package unsaid.check;

import org.jspecify.annotations.NullMarked;
