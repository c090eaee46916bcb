/** The decision log as a file of JSON Lines: only ever added to, readable by its owner alone. */
import { type FileHandle, open } from 'node:fs/promises'
import type { DecisionLine } from '@remit/contract/decide.ts'
import { CannotStart } from '../cannot-start.ts'

export type DecisionLog = {
  /** Whether the lines are written; a full disk takes no answer from whoever asked. */
  readonly write: (lines: readonly DecisionLine[]) => Promise<boolean>
  readonly close: () => Promise<void>
}

const OWNER_ALONE = 0o600

export async function openDecisionLog(path: string): Promise<DecisionLog> {
  const file = await open(path, 'a', OWNER_ALONE).catch((error: NodeJS.ErrnoException) => {
    throw new CannotStart(`the decision log ${path} cannot be written (${error.code ?? error.message})`, {
      cause: error,
    })
  })
  let last: Promise<boolean> = Promise.resolve(true)
  return {
    write: (lines) => {
      // One after the other, so that no line stands within another.
      last = last.then(() => append(file, lines))
      return last
    },
    close: async () => {
      await last
      await file.close()
    },
  }
}

async function append(file: FileHandle, lines: readonly DecisionLine[]): Promise<boolean> {
  try {
    await file.appendFile(lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
    return true
  } catch (error) {
    console.error(error)
    return false
  }
}
