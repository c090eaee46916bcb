/** A compiled book while its meaning is analysed. */
import type { Compiled } from '../../diagram/from-checked.ts'
import type { Sayings } from '../saying.ts'

/** The book with what is said of each pair, which several analyses ask for. */
export type Study = Compiled & { readonly sayings: Sayings }
