/** Runs a case: its files laid over the base on the disk, and the real program on them, in this process. */
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type Case, type CaseFile, expanded, mendedFiles, readCase } from './case.ts'
import { printedOn } from './commands.ts'

/** Where the cases are. */
export const CONFORMANCE = import.meta.dirname
/** The documents on which every case stands. */
export const BASE = join(CONFORMANCE, 'base')

/** The names of all cases, `good/…` and `bad/…`, in order. */
export async function caseNames(): Promise<readonly string[]> {
  const found = await Promise.all(
    ['bad', 'good'].map(async (kind) => {
      const files = await readdir(join(CONFORMANCE, kind), { recursive: true })
      return files.filter((file) => file.endsWith('.md')).map((file) => `${kind}/${file.replace(/\.md$/, '')}`)
    }),
  )
  return found.flat().sort()
}

export function caseFile(name: string): string {
  return join(CONFORMANCE, `${name}.md`)
}

export async function caseOf(name: string): Promise<Case> {
  return readCase(name, await readFile(caseFile(name), 'utf8'))
}

/** Every case, in order of name. */
export async function allCases(): Promise<readonly Case[]> {
  return Promise.all((await caseNames()).map(caseOf))
}

/** What each command of the case prints, in their order, with `exit N` as its last line where N is not 0. */
export async function printedBy({ files, runs }: Case): Promise<readonly string[]> {
  return onDisk(files, async (folder) => {
    const printed: string[] = []
    for (const { command } of runs) printed.push(await printedOn(folder, command))
    return printed
  })
}

/** What `remit check` says of the mended documents; of a case without one, or where all is well, nothing. */
export async function findingsAfterMending(one: Case): Promise<string> {
  if (one.mended.length === 0) return ''
  return onDisk(mendedFiles(one), async (folder) => {
    const printed = await printedOn(folder, 'remit check')
    return / 0 errors, 0 warnings$/.test(printed) ? '' : printed
  })
}

/** The first finding of each code that has a scenario to paste, by code. */
export async function scenariosOfFindings({ files }: Case): Promise<ReadonlyMap<string, string>> {
  const printed = await onDisk(files, (folder) => printedOn(folder, 'remit check --json'))
  // What `check --json` prints has this shape: the command line's own tests hold it against its schema.
  const { findings } = JSON.parse(printed.replace(/\nexit 1$/, '')) as {
    findings: readonly { readonly code: string; readonly scenario?: string }[]
  }
  return new Map(
    findings.toReversed().flatMap(({ code, scenario }) => (scenario === undefined ? [] : [[code, scenario]])),
  )
}

/** Lays files over the base in a new folder, the later over the earlier, and removes the folder afterwards. */
export async function onDisk<T>(files: readonly CaseFile[], use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'remit-case-'))
  try {
    await cp(BASE, folder, { recursive: true })
    for (const { path, text } of files) {
      await mkdir(dirname(join(folder, path)), { recursive: true })
      await writeFile(join(folder, path), expanded(text))
    }
    return await use(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
