/// The commands, as they are typed.
@NullMarked
package unsaid.web.cli;

import org.jspecify.annotations.NullMarked;
