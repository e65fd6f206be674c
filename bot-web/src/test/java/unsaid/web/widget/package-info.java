/// The widget in a real browser, against a server of ours that speaks the frames.
@NullMarked
package unsaid.web.widget;

import org.jspecify.annotations.NullMarked;
