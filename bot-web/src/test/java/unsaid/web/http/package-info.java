/// Pages, headers and origins.
@NullMarked
package unsaid.web.http;

import org.jspecify.annotations.NullMarked;
