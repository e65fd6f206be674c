/// Loads the flows and publishes them, checked, as one immutable catalogue.
@NullMarked
package unsaid.web.catalog;

import org.jspecify.annotations.NullMarked;
