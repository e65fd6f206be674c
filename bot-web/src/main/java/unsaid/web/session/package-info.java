/// Conversations while they are in use, and the rates at which visitors may use them. The only
/// package that knows Caffeine and, one day, JDBC.
@NullMarked
package unsaid.web.session;

import org.jspecify.annotations.NullMarked;
