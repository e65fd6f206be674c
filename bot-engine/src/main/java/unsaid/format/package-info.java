/// JSON ↔ flow, with line and column. The only package that knows Jackson.
@NullMarked
package unsaid.format;

import org.jspecify.annotations.NullMarked;
