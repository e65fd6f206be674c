@NullMarked
package unsaid.web.catalog;

import org.jspecify.annotations.NullMarked;
