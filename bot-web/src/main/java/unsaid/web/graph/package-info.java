/// A flow as a picture: boxes and arrows get their places, then their look. The only package that
/// knows ELK.
@NullMarked
package unsaid.web.graph;

import org.jspecify.annotations.NullMarked;
