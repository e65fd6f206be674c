/// Forms as browsers send them, with their limits.
@NullMarked
package unsaid.web.http.form;

import org.jspecify.annotations.NullMarked;
