/** What an entry of a list says, by field: a value of a pick list, yes or no, or a number. What is left out is not known. */
export type EntryValues = Readonly<Record<string, boolean | string | number>>
