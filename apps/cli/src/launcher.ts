/**
 * Whether a launcher holds a channel to this process, which closes when the launcher dies. Looked at when the program
 * begins: later a launcher that is gone would look like one that never was.
 */
export const isTied: boolean = process.connected === true
