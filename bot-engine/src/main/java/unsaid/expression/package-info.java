/// The small total language of conditions: parse, type-check, evaluate.
@NullMarked
package unsaid.expression;

import org.jspecify.annotations.NullMarked;
