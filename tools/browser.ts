/**
 * Starts the browser that the end-to-end tests and the screenshots use.
 *
 * The npm package `@sparticuz/chromium` carries a headless Chromium, the shared libraries it needs beyond glibc, and a
 * font, so a bare Linux machine can run the tests after `npm ci` alone.
 */
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { inflate } from '@sparticuz/chromium'
import { type Browser, chromium } from 'playwright-core'

/** What is needed to start a Chromium: its program and the environment it runs in. */
export interface BrowserProgram {
  readonly executablePath: string
  readonly env: Readonly<Record<string, string>>
}

/**
 * Nothing may reach out of the machine, and no profile of a person may be touched: Playwright gives each browser a
 * fresh profile folder and deletes it on close.
 */
const ARGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
]

/** Starts a headless Chromium. The caller closes it. Throws Playwright's error when the program does not start. */
export async function launchBrowser(): Promise<Browser> {
  const { executablePath, env } = await browserProgram()
  return chromium.launch({ executablePath, env, args: ARGS, headless: true, chromiumSandbox: false })
}

/** The Chromium to use: the one that REMIT_CHROMIUM names, else the packaged one, unpacked once for each version. */
export async function browserProgram(): Promise<BrowserProgram> {
  const named = process.env.REMIT_CHROMIUM
  if (named) return { executablePath: named, env: ownEnvironment() }
  const folder = await unpackedFolder()
  return {
    executablePath: join(folder, 'chromium'),
    env: {
      ...ownEnvironment(),
      LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
      FONTCONFIG_FILE: join(folder, FONTS_FILE),
    },
  }
}

async function unpackedFolder(): Promise<string> {
  const home = dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')))
  const { version }: { version: string } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8'))
  const folder = join(tmpdir(), `remit-browser-${version}-${process.getuid?.() ?? 'user'}`)
  if (!existsSync(folder)) await unpack(join(home, 'bin'), folder)
  return folder
}

const FONTS_FILE = 'remit-fonts.conf'

/**
 * The packaged file names folders of one cloud service. Without any font of the system Chromium shows no text at all,
 * not even in a font that the page brings.
 */
function fontsFile(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'fonts', 'fonts')}</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`
}

/** Unpacks beside the folder and renames at the end, so that two test runs at once never see half a browser. */
async function unpack(archives: string, folder: string): Promise<void> {
  await mkdir(tmpdir(), { recursive: true })
  const work = await mkdtemp(`${folder}-`)
  await inflateInto(work, ['chromium.br', 'fonts.tar.br', 'al2023.tar.br'], archives)
  await writeFile(join(work, FONTS_FILE), fontsFile(folder))
  try {
    await rename(work, folder)
  } catch (error) {
    await rm(work, { recursive: true, force: true })
    if (!existsSync(folder)) throw error
  }
}

/** `inflate` writes into the temporary folder of the moment it is called, so that folder is set for just that moment. */
async function inflateInto(work: string, names: readonly string[], archives: string): Promise<void> {
  const before = process.env.TMPDIR
  process.env.TMPDIR = work
  const started = names.map((name) => inflate(join(archives, name)))
  if (before === undefined) delete process.env.TMPDIR
  else process.env.TMPDIR = before
  await Promise.all(started)
}

function ownEnvironment(): Record<string, string> {
  const entries = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return Object.fromEntries(entries)
}
