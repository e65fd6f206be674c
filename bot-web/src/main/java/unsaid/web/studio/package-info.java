/// The authors' workbench: flows with their health, their source and findings, a graph, and talks
/// to try them. Off unless the operator turns it on; nothing of a visitor is known here.
@NullMarked
package unsaid.web.studio;

import org.jspecify.annotations.NullMarked;
