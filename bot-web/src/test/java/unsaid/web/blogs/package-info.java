/// Blogs that programs and themes of others make, with the talk put on them as the owner's guide
/// says.
@NullMarked
package unsaid.web.blogs;

import org.jspecify.annotations.NullMarked;
