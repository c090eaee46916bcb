/** Runs the command lines of cases: the real program in this process, `cat`, and `… | head -N`. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { EXIT } from '../apps/cli/src/exit-codes.ts'
import { main } from '../apps/cli/src/main.ts'
import { CaseFault } from './case.ts'

/** What a command line prints on the documents in `folder`, with `exit N` as its last line where N is not 0. */
export async function printedOn(folder: string, line: string): Promise<string> {
  const [, whole = line, lines] = /^(.*) \| head -(\d+)$/.exec(line) ?? []
  const [program, ...words] = wordsOf(whole)
  const printed = program === 'cat' ? await textOf(folder, words) : await remit(folder, words)
  return lines === undefined ? printed : printed.split('\n').slice(0, Number(lines)).join('\n').trimEnd()
}

/** A program and its words. A part in straight quotation marks is one word. */
export function wordsOf(line: string): readonly ['remit' | 'cat', ...string[]] {
  const [program, ...words] = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '')
  if (program === 'remit' || program === 'cat') return [program, ...words]
  throw new CaseFault(`\`${line}\`: a command begins with \`remit\` or \`cat\``)
}

async function textOf(folder: string, paths: readonly string[]): Promise<string> {
  const texts = await Promise.all(paths.map((path) => readFile(join(folder, path), 'utf8')))
  return texts.join('').trimEnd()
}

async function remit(folder: string, words: readonly string[]): Promise<string> {
  const lines: string[] = []
  const code = await main([...words, '--orders', folder], {
    line: (text) => lines.push(text),
    json: (value) => lines.push(JSON.stringify(value, null, 2)),
    aside: (text) => lines.push(text),
    colours: undefined,
  })
  // A fault of ours is never what a command should print, and its trace would name places of this machine.
  if (code === EXIT.bug) throw new Error(lines.join('\n'))
  const text = lines
    .join('\n')
    .replaceAll(folder, 'orders')
    // A book's hash changes with every word of the base; that says nothing about the lesson.
    .replaceAll(/\(book [0-9a-f]{12}\)/g, '(book …)')
    .replaceAll(/[ \t]+$/gm, '')
    .trimEnd()
  return code === EXIT.fine ? text : `${text}\nexit ${code}`
}
