export const renewed = "This page has been renewed. It loads again in a moment, and the talk goes on where it is.";
export const begun = "This page has been renewed and has to load again. Send what you have begun to write first: it would be lost.";
export const without = "Load again without it";
export const unstored = "This page has been renewed and cannot go on as it is. The same talk goes on page by page.";
export const simplePage = "Open the simple page";
