/** What the program says by its exit code; documented in `docs/cli.md`. */
export const EXIT = {
  /** Done, and nothing is wrong. */
  fine: 0,
  /** Something is wrong with what was looked at: an error finding, a failed scenario, a record that does not verify. */
  wrong: 1,
  /** The command was given wrongly. */
  usage: 2,
  /** A file cannot be read, or is not what it should be. */
  input: 66,
  /** The server cannot start: a port or data folder in use, a data folder of a newer version, an order that cannot be read. */
  unavailable: 69,
  /** A fault of ours. */
  bug: 70,
} as const
export type ExitCode = (typeof EXIT)[keyof typeof EXIT]
