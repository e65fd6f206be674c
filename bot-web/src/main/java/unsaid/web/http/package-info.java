/// What the server answers over plain HTTP: pages, the widget's files, health; origins and headers.
@NullMarked
package unsaid.web.http;

import org.jspecify.annotations.NullMarked;
