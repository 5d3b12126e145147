export * from "./format";
export * from "./money";
export * from "./plain-date";
export * from "./refusal";
