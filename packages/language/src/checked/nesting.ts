/**
 * How many defines may be built on one another, and acts be kinds of one another. A statute's own definitions nest about
 * four deep; far more is a slip or an attack, and readers of a book may walk it by recursion.
 */
export const NESTING_MAX = 200
