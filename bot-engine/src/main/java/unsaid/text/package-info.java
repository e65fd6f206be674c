/// Messages: placeholders, plurals, lists, languages.
@NullMarked
package unsaid.text;

import org.jspecify.annotations.NullMarked;
