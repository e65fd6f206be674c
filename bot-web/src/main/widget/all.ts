// All that a talk may still need, in one file. It comes while all is well, so that neither a lost line nor a renewed server
// takes a field or a card away, and weighs less than the pieces one by one, each of which brings words of its own.
export * from "./card";
export * from "./display";
export * from "./end";
export * from "./gate-more";
export * from "./inputs/date";
export * from "./inputs/list";
export * from "./inputs/number";
export * from "./inputs/own";
export * from "./inputs/rank";
export * from "./inputs/sort";
export * from "./inputs/text";
export * from "./news";
export * from "./rights";
