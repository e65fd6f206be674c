/// Where conversations are at rest: sealed records by id, in SQLite, in PostgreSQL, or in memory
/// alone. Knows nothing of what is in them. The only package that knows JDBC.
@NullMarked
package unsaid.web.session.store;

import org.jspecify.annotations.NullMarked;
