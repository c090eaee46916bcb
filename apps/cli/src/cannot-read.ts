/** A file or folder cannot be read, or is not what it should be. */
export class CannotRead extends Error {}

/** From the error of the file system, in words. */
export function cannotRead(place: string, error: NodeJS.ErrnoException): CannotRead {
  const reason = REASONS[error.code ?? ''] ?? error.code ?? error.message
  return new CannotRead(`${place} cannot be read: ${reason}`, { cause: error })
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'it is not there',
  EACCES: 'this user may not',
  EPERM: 'this user may not',
  ENOTDIR: 'it is no folder',
  EISDIR: 'it is a folder',
}
