/**
 * A place in a document's text. `line` and `column` count from 1, as people do;
 * `offset` and `length` count UTF-16 code units of the whole file, as editors do.
 */
export type Span = {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly offset: number
  readonly length: number
}
