/** The program as a user starts it: a process of its own that can be killed in the middle and started again. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const MAIN = join(import.meta.dirname, '..', 'apps', 'cli', 'src', 'main.ts')

export type Program = {
  readonly url: string
  /** As a power cut of the program: no handler runs. */
  readonly kill: () => Promise<void>
  readonly start: () => Promise<void>
  /** Stops it, and removes its data. */
  readonly end: () => Promise<void>
}

/** Starts `remit serve` on a free port with a data folder of its own, and waits until it says where to open it. */
export async function startProgram(): Promise<Program> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'remit-e2e-'))
  const port = await freePort()
  let child = await started(port, dataFolder)
  return {
    url: `http://127.0.0.1:${port}`,
    kill: () => ended(child, 'SIGKILL'),
    start: async () => {
      child = await started(port, dataFolder)
    },
    end: async () => {
      await ended(child, 'SIGTERM')
      const elsewhere = await readFile(join(dataFolder, 'postgres-lies-in'), 'utf8').catch(() => undefined)
      await Promise.all(
        [dataFolder, ...(elsewhere === undefined ? [] : [elsewhere])].map((folder) =>
          rm(folder, { recursive: true, force: true }),
        ),
      )
    },
  }
}

function started(port: number, dataFolder: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, [MAIN, 'serve', '--port', String(port), '--data', dataFolder], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  return new Promise((resolve, reject) => {
    let said = ''
    const listen = (chunk: Buffer) => {
      said += chunk.toString()
      if (said.includes('Remit runs: open ')) resolve(child)
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    child.on('exit', (code) => reject(new Error(`remit serve ended with ${code}: ${said}`)))
  })
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exit = new Promise((resolve) => child.once('exit', resolve))
  child.kill(signal)
  await exit
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
