/** The program as its users start it: a process of its own, on a terminal and in a pipe. */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { townOrders } from './testing/orders.ts'

const REMIT = join(import.meta.dirname, '..', 'bin', 'remit.mjs')
const run = promisify(execFile)

/** A shell's line; `remit` in it is the program. */
async function shell(line: string, env: Readonly<Record<string, string>> = {}) {
  const script = `remit() { "${process.execPath}" "${REMIT}" "$@"; }; ${line}`
  const { NO_COLOR: _, ...own } = process.env
  const { stdout, stderr } = await run('bash', ['-c', script], { env: { ...own, ...env } })
  return { out: stdout, aside: stderr }
}

test('ends with the documented codes, the answer on standard output and the rest beside it', async () => {
  const orders = await townOrders()
  const { out, aside } = await shell(
    `remit test --orders ${orders}; echo $?; remit chek; echo $?; remit verify /no/such/file; echo $?`,
  )
  expect(out).toBe('1 passed, 0 failed\n0\n2\n66\n')
  expect(aside).toContain('remit: there is no verb `chek`')
  expect(aside).toContain('remit: /no/such/file cannot be read: it is not there')
})

test('is no fault where its reader stops early', async () => {
  const orders = await townOrders()
  const { out, aside } = await shell(
    `remit help decide --json | head -1; remit check --orders ${orders} | true; echo $?`,
  )
  expect({ out, aside }).toEqual({ out: '{\n0\n', aside: '' })
})

test('is in colour on a terminal, unless NO_COLOR is set', async () => {
  const orders = await townOrders({ 'us/il/town/x.md': { block: 'norm n\n  oficer must pause' } })
  const onTerminal = `script -qec '"${process.execPath}" "${REMIT}" check --orders ${orders}' /dev/null || true`
  expect((await shell(onTerminal)).out).toContain('\u001b[1;31mE101\u001b[0m')
  expect((await shell(onTerminal, { NO_COLOR: '1' })).out).not.toContain('\u001b[')
})
