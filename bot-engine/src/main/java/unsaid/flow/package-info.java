/// What an author wrote, as immutable values. Knows nothing of any other package.
@NullMarked
package unsaid.flow;

import org.jspecify.annotations.NullMarked;
