/// The whole server, with real clients, and its settings.
@NullMarked
package unsaid.web;

import org.jspecify.annotations.NullMarked;
