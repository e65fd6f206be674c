/// The author's and the operator's commands: what is typed behind `unsaid`. Knows dialogs and the
/// engine, and nothing of the server.
@NullMarked
package unsaid.web.cli;

import org.jspecify.annotations.NullMarked;
