/** The program cannot start, for a reason outside it: one sentence that says what is so and what to do. */
export class CannotStart extends Error {}
