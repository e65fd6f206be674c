/// Counts and times for operators, never content. The only package that knows Micrometer.
@NullMarked
package unsaid.web.metrics;

import org.jspecify.annotations.NullMarked;
