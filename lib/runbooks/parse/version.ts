/** Raise it when the same source would give another result: stored parses are then made again. */
export const PARSER_VERSION = 15;
