/// The rules between packages.
@NullMarked
package unsaid.web.architecture;

import org.jspecify.annotations.NullMarked;
