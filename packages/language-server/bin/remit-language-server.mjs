#!/usr/bin/env node
// Starts the language server over standard input and output with the Node that package.json pins.
// Plain JavaScript, because the system's Node may be too old to run TypeScript.
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const node = join(dirname(createRequire(import.meta.url).resolve('node/package.json')), 'bin', 'node')
const folder = join(import.meta.dirname, '..')
// What Node made of the sources is kept beside the packages, so that a second start reads them in half the time.
const env = { NODE_COMPILE_CACHE: join(folder, '..', '..', 'node_modules', '.cache', 'node'), ...process.env }
const child = spawn(node, [join(folder, 'src', 'stdio.ts'), ...process.argv.slice(2)], { stdio: 'inherit', env })
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('exit', (code) => process.exit(code ?? 1))
