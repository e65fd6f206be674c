/// Tests of the talk without scripts.
@NullMarked
package unsaid.web.plain;

import org.jspecify.annotations.NullMarked;
