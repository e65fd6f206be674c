/// The program: settings, wiring, start and stop. The only package that knows all parts.
@NullMarked
package unsaid.web;

import org.jspecify.annotations.NullMarked;
