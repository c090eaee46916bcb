/** `remit fmt`: lays out the `remit` blocks of order documents, in place. */
import { chmod, realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { formatDocument } from '@remit/language/format/format-document.ts'
import type { Arguments } from '../arguments.ts'
import { cannotWrite } from '../cannot-read.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { askedFor, ordersFolder, ordersFor } from '../orders.ts'
import { counted, type Output, paintOf } from '../output.ts'

type LeftAlone = { readonly file: string; readonly line: number; readonly reason: string }
type Laid = {
  readonly changed: readonly { readonly file: string; readonly text: string }[]
  readonly leftAlone: readonly LeftAlone[]
}

/** With `--check` nothing is written, and a file that would be is a fault. A block that cannot be read always is one. */
export async function fmt(args: Arguments, output: Output): Promise<ExitCode> {
  const orders = await ordersFor(args)
  const isAsked = await askedFor(args, orders)
  const asked = [...orders.texts].filter(([file]) => isAsked(file))
  const { changed, leftAlone } = laidOut(asked.map(([file, { text }]) => ({ file, text })))
  const isCheck = args.flags.has('check')
  if (!isCheck) for (const { file, text } of changed) await replaceFile(join(ordersFolder(args), file), text)
  const files = changed.map(({ file }) => file)
  if (args.json) output.json({ documents: asked.length, changed: files, leftAlone })
  else {
    for (const file of files) output.line(`${isCheck ? 'would change' : 'changed'}  ${file}`)
    for (const { file, line, reason } of leftAlone) output.line(`left as it is  ${file}:${line}: ${reason}`)
    const counts = `${files.length} ${isCheck ? 'would change' : 'changed'}`
    output.line(`${counted(asked.length, 'document')}: ${paintOf(output).strong(counts)}`)
  }
  return leftAlone.length > 0 || (isCheck && files.length > 0) ? EXIT.wrong : EXIT.fine
}

function laidOut(files: readonly { readonly file: string; readonly text: string }[]): Laid {
  const changed: { file: string; text: string }[] = []
  const leftAlone: LeftAlone[] = []
  for (const { file, text } of files) {
    const result = formatDocument(text)
    if (result.kind === 'refused') {
      const { message, labels } = result.finding
      leftAlone.push({ file, line: labels[0].span.line, reason: message })
      continue
    }
    const reason = 'this block cannot be read; `remit check` says why'
    leftAlone.push(...result.leftAlone.map(({ line }) => ({ file, line, reason })))
    if (result.text !== text) changed.push({ file, text: result.text })
  }
  return { changed, leftAlone }
}

/** Writes beside the file and renames, so that no reader ever sees half of it; a link stays a link. */
async function replaceFile(path: string, text: string): Promise<void> {
  const file = await realpath(path)
  const { mode } = await stat(file)
  const temporary = `${file}.${process.pid}.remit-fmt`
  try {
    await writeFile(temporary, text, { flag: 'wx', mode, flush: true })
    await chmod(temporary, mode)
    await rename(temporary, file)
  } catch (error) {
    await rm(temporary, { force: true })
    throw cannotWrite(file, error)
  }
}
