@NullMarked
package unsaid.web.graph;

import org.jspecify.annotations.NullMarked;
