/// Recognises danger in an answer and says where to go. Pure.
@NullMarked
package unsaid.safety;

import org.jspecify.annotations.NullMarked;
