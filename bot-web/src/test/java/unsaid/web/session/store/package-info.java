/// Tests of the stores, each with its real database.
@NullMarked
package unsaid.web.session.store;

import org.jspecify.annotations.NullMarked;
