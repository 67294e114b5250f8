/** A value as JSON, which remembers its type. */
export type Json<Value> = string & { readonly of?: Value };

/**
 * For a large value that a page gives to its screen: React writes and reads it field by field, on the server and again
 * in the browser; a text it takes as it is.
 */
export function toJson<Value>(value: Value): Json<Value> {
  return JSON.stringify(value);
}

/** The value again. */
export function fromJson<Value>(json: Json<Value>): Value {
  return JSON.parse(json) as Value;
}
