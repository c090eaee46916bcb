/**
 * The PostgreSQL server that comes with the program: one cluster in the data folder, listening on loopback only.
 *
 * States: *absent* (no PG_VERSION: `initdb` makes it), *stopped* (no live postmaster: it is started), *left running*
 * (the program was killed and the postmaster outlived it: it is taken over as it is, so that nothing waits for recovery).
 * As root, PostgreSQL runs as the system user `postgres`, because it refuses to run as root.
 */
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmod, chown, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { type Binaries, copyBinaries, findBinaries, isReachableByOthers } from './binaries.ts'

export type Cluster = {
  readonly ownerUrl: string
  readonly appUrl: string
  /** Stops the server and waits until it has written everything. */
  readonly stop: () => Promise<void>
}

const OWNER = 'remit_owner'
const APP = 'remit_app'
const DATABASE = 'remit'
const run = promisify(execFile)

type Passwords = { readonly owner: string; readonly app: string }
type RunAs = { readonly uid?: number; readonly gid?: number }

/** Starts, or takes over, the cluster of `dataFolder`. */
export async function startCluster(dataFolder: string): Promise<Cluster> {
  const runAs = await userForPostgres()
  const { binaries, folder } = await placeFor(dataFolder, runAs)
  const passwords = await passwordsOf(dataFolder)
  if (!(await exists(join(folder, 'PG_VERSION')))) await initialise(binaries, folder, passwords, runAs)
  const running = await runningPostmaster(folder)
  const server = running ?? (await startPostmaster(binaries, folder, runAs))
  const url = (user: string, password: string, database: string) =>
    `postgres://${user}:${password}@127.0.0.1:${server.port}/${database}`
  await prepareDatabase(url(OWNER, passwords.owner, 'postgres'), passwords)
  return {
    ownerUrl: url(OWNER, passwords.owner, DATABASE),
    appUrl: url(APP, passwords.app, DATABASE),
    stop: () => stopPostmaster(server.pid, folder),
  }
}

async function userForPostgres(): Promise<RunAs> {
  if (process.getuid?.() !== 0) return {}
  const idOf = async (flag: string) => Number.parseInt((await run('id', [flag, 'postgres'])).stdout, 10)
  try {
    return { uid: await idOf('-u'), gid: await idOf('-g') }
  } catch {
    await run('groupadd', ['--system', '--force', 'postgres'])
    await run('useradd', ['--system', '--gid', 'postgres', 'postgres'])
    return { uid: await idOf('-u'), gid: await idOf('-g') }
  }
}

/** The user `postgres` cannot enter root's home: there the cluster and its programs lie under /var/lib instead. */
async function placeFor(dataFolder: string, runAs: RunAs): Promise<{ binaries: Binaries; folder: string }> {
  const binaries = await findBinaries()
  const inside = join(dataFolder, 'postgres')
  const isReachable = (await isReachableByOthers(binaries.postgres)) && (await isReachableByOthers(inside))
  if (runAs.uid === undefined || isReachable) return { binaries, folder: inside }
  const pointer = join(dataFolder, 'postgres-lies-in')
  const base = (await readFile(pointer, 'utf8').catch(() => '')) || `/var/lib/remit-${randomBytes(4).toString('hex')}`
  await writeFile(pointer, base)
  const programs = join(base, 'programs')
  const copied = (await exists(join(programs, 'bin', 'postgres')))
    ? { initdb: join(programs, 'bin', 'initdb'), postgres: join(programs, 'bin', 'postgres') }
    : await copyBinaries(binaries, programs)
  return { binaries: copied, folder: join(base, 'postgres') }
}

async function passwordsOf(dataFolder: string): Promise<Passwords> {
  const file = join(dataFolder, 'database-passwords.json')
  try {
    return JSON.parse(await readFile(file, 'utf8'))
  } catch {
    const passwords = { owner: randomBytes(24).toString('hex'), app: randomBytes(24).toString('hex') }
    await writeFile(file, JSON.stringify(passwords), { mode: 0o600 })
    return passwords
  }
}

async function initialise(binaries: Binaries, folder: string, passwords: Passwords, runAs: RunAs): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const passwordFile = `${folder}-password`
  await writeFile(passwordFile, `${passwords.owner}\n`, { mode: 0o600 })
  if (runAs.uid !== undefined && runAs.gid !== undefined) {
    await chown(folder, runAs.uid, runAs.gid)
    await chown(passwordFile, runAs.uid, runAs.gid)
  }
  await Promise.all(Object.values(binaries).map((file) => chmod(file, 0o755).catch(() => undefined)))
  try {
    await run(
      binaries.initdb,
      [
        `--pgdata=${folder}`,
        '--auth=scram-sha-256',
        `--username=${OWNER}`,
        `--pwfile=${passwordFile}`,
        '--encoding=UTF8',
        '--locale=C',
      ],
      runAs,
    )
  } finally {
    await rm(passwordFile, { force: true })
  }
}

type Postmaster = { readonly pid: number; readonly port: number }

/** The postmaster that outlived an earlier process, by its own pid file. */
async function runningPostmaster(folder: string): Promise<Postmaster | undefined> {
  const [pid, , , port] = (await readFile(join(folder, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')
  if (pid === undefined || port === undefined) return undefined
  const found = { pid: Number.parseInt(pid, 10), port: Number.parseInt(port, 10) }
  return isAlive(found.pid) && (await isPostgres(found.pid)) ? found : undefined
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** After a reboot the pid in a stale file may be another program's. */
async function isPostgres(pid: number): Promise<boolean> {
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => 'postgres')
  return command.includes('postgres')
}

async function startPostmaster(binaries: Binaries, folder: string, runAs: RunAs): Promise<Postmaster> {
  const port = await freePort()
  const child = spawn(
    binaries.postgres,
    [
      '-D',
      folder,
      '-p',
      String(port),
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      'unix_socket_directories=',
      '-c',
      'fsync=on',
      '-c',
      'max_connections=60',
    ],
    // A group of its own, so that Ctrl-C reaches this program alone and the database stops after it, not before.
    { ...runAs, stdio: ['ignore', 'ignore', 'pipe'], detached: true },
  )
  await untilReady(child)
  child.unref()
  if (child.pid === undefined) throw new Error('PostgreSQL started without a process id')
  return { pid: child.pid, port }
}

function untilReady(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let log = ''
    child.stderr?.on('data', (chunk: Buffer) => {
      log = (log + chunk.toString()).slice(-4000)
      if (log.includes('ready to accept connections')) resolve()
    })
    child.on('error', reject)
    child.on('exit', (code) => reject(new Error(`PostgreSQL did not start (exit ${code}): ${log}`)))
  })
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      probe.close(() => resolve(port))
    })
  })
}

async function prepareDatabase(ownerUrl: string, passwords: Passwords): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const { rows: roles } = await client.query('select 1 from pg_roles where rolname = $1', [APP])
    // The password is our own hexadecimal text, so it can stand in the statement, which takes no parameters.
    if (roles.length === 0)
      await client.query(`create role ${APP} login nosuperuser nobypassrls password '${passwords.app}'`)
    const { rows: databases } = await client.query('select 1 from pg_database where datname = $1', [DATABASE])
    if (databases.length === 0) await client.query(`create database ${DATABASE}`)
  } finally {
    await client.end()
  }
}

/** SIGINT is PostgreSQL's fast shutdown: open transactions end, everything committed stays. */
async function stopPostmaster(pid: number, folder: string): Promise<void> {
  if (!isAlive(pid)) return
  process.kill(pid, 'SIGINT')
  while (isAlive(pid) && (await exists(join(folder, 'postmaster.pid')))) {
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
