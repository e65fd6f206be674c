/// The talk without JavaScript: pages rendered here, answers as forms.
@NullMarked
package unsaid.web.plain;

import org.jspecify.annotations.NullMarked;
