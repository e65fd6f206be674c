/// What somebody wrote → an option, a value or a command. Pure.
@NullMarked
package unsaid.match;

import org.jspecify.annotations.NullMarked;
