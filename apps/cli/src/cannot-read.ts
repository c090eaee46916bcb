/** A file or folder cannot be read or written, or is not what it should be. */
export class CannotRead extends Error {}

/** From the error of the file system, in words. What is no error of the file system is a fault of ours, and stays it. */
export function cannotRead(place: string, error: unknown): unknown {
  if (!isOfFileSystem(error)) return error
  return new CannotRead(`${place} cannot be read: ${reasonOf(error)}`, { cause: error })
}

/** The same of a file that was to be written. */
export function cannotWrite(place: string, error: unknown): unknown {
  if (!isOfFileSystem(error)) return error
  return new CannotRead(`${place} cannot be written: ${reasonOf(error)}`, { cause: error })
}

function isOfFileSystem(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error
}

function reasonOf(error: NodeJS.ErrnoException): string {
  return REASONS[error.code ?? ''] ?? error.code ?? error.message
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'it is not there',
  EACCES: 'this user may not',
  EPERM: 'this user may not',
  ENOTDIR: 'it is no folder',
  EISDIR: 'it is a folder',
  EEXIST: 'it is there already',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
}
