@NullMarked
package unsaid.web.studio;

import org.jspecify.annotations.NullMarked;
