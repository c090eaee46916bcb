#!/usr/bin/env node
// Starts the language server over standard input and output with the Node that package.json pins.
// Plain JavaScript, because the system's Node may be too old to run TypeScript.
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const node = join(dirname(createRequire(import.meta.url).resolve('node/package.json')), 'bin', 'node')
const server = join(import.meta.dirname ?? dirname(new URL(import.meta.url).pathname), '..', 'src', 'stdio.ts')
const child = spawn(node, [server, ...process.argv.slice(2)], { stdio: 'inherit' })
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('exit', (code) => process.exit(code ?? 1))
