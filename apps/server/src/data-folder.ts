/** The folder that holds everything which is kept: database, keys, version. */
import { access, constants, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CannotStart } from './cannot-start.ts'

/** Raised when the layout of the folder changes so that an older program would harm it. */
const FOLDER_VERSION = 1

/** Makes the folder if it is not there, and refuses one that a newer program wrote. */
export async function openDataFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o711 })
    await access(folder, constants.W_OK)
  } catch (error) {
    throw new CannotStart(`the data folder ${folder} cannot be written; give another with --data`, { cause: error })
  }
  const file = join(folder, 'version')
  const written = await readFile(file, 'utf8').catch(() => undefined)
  if (written === undefined) {
    await writeFile(file, `${FOLDER_VERSION}\n`)
    return
  }
  const version = Number(written.trim())
  if (Number.isInteger(version) && version >= 1 && version <= FOLDER_VERSION) return
  throw new CannotStart(
    Number.isInteger(version) && version > FOLDER_VERSION
      ? `the data folder ${folder} was written by a newer version of Remit (layout ${version}, this program knows ${FOLDER_VERSION}); start that version, or give another folder with --data`
      : `the data folder ${folder} holds a file \`version\` that is not Remit's; give another folder with --data`,
  )
}
