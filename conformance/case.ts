/**
 * A conformance case, as it is written: a Markdown file that shows one lesson of the language.
 *
 *     # A title, which is a sentence
 *
 *     The lesson, for readers.
 *
 *     ~~~~ us/il/demo-city/police/order.md
 *     (a whole document)
 *     ~~~~
 *
 *     ~~~~ console
 *     $ remit check
 *     (all that it prints)
 *     exit 1
 *     ~~~~
 *
 * A fence `~~~~ mended PATH` holds the document as it should have been, which takes the place of the file of that path;
 * without front matter it holds only the block that takes the place of that file's first `remit` block.
 */

/** Something in a case that the runner cannot make sense of: the author's fault, told with the case's name. */
export class CaseFault extends Error {}

export type CaseFile = { readonly path: string; readonly text: string }

/** One command with what it prints. The exit code is told only where it is not 0. */
export type Run = { readonly command: string; readonly printed: string }

export type Case = {
  /** Its path below `conformance/` without `.md`, as in `bad/names/no-such-act`. */
  readonly name: string
  readonly title: string
  readonly lesson: string
  /** As written: {@link expanded} makes of them what stands on the disk. */
  readonly files: readonly CaseFile[]
  readonly mended: readonly CaseFile[]
  readonly runs: readonly Run[]
}

/** A fence of four tildes or more, from its info line to its last. */
const FENCE = /^(~{4,}) (.+)\n((?:.*\n)*?)\1$/gm
const MENDED = 'mended '
const CONSOLE = 'console'

/** Throws {@link CaseFault} where a part is missing. */
export function readCase(name: string, text: string): Case {
  const fault = (what: string) => new CaseFault(`${name}: ${what}`)
  const [, title, lesson] = /^# (.+)\n\n((?:(?!~{4}).+\n)+)\n/.exec(text) ?? []
  if (title === undefined || lesson === undefined) throw fault('begins with `# Title`, an empty line and the lesson')
  const fences = [...text.matchAll(FENCE)].map(([, , info = '', body = '']) => ({ info: info.trim(), body }))
  const isFile = ({ info }: { info: string }) => info !== CONSOLE && !info.startsWith(MENDED)
  const files = fences.filter(isFile).map(({ info, body }) => ({ path: info, text: body }))
  const mended = fences
    .filter(({ info }) => info.startsWith(MENDED))
    .map(({ info, body }) => ({ path: info.slice(MENDED.length), text: body }))
  const runs = fences.filter(({ info }) => info === CONSOLE).flatMap(({ body }) => runsIn(body))
  if (runs.length === 0) throw fault('has no `console` fence with a line `$ remit …`')
  if (text.split('\n').filter((line) => /^~{4,}/.test(line)).length !== fences.length * 2) {
    throw fault('has a fence that is not closed, or one without a path')
  }
  return { name, title, lesson: lesson.trim(), files, mended, runs }
}

function runsIn(body: string): readonly Run[] {
  return body
    .split(/^(?=\$ )/m)
    .filter((part) => part.startsWith('$ '))
    .map((part) => {
      const [line = '', ...printed] = part.split('\n')
      return { command: line.slice(2), printed: printed.join('\n').replace(/\n+$/, '') }
    })
}

/** The files with the mended ones in their places. */
export function mendedFiles({ name, files, mended }: Case): readonly CaseFile[] {
  const all = new Map(files.map(({ path, text }) => [path, text]))
  for (const { path, text } of mended) {
    const before = all.get(path)
    if (text.startsWith('---\n')) all.set(path, text)
    else if (before === undefined || !BLOCK.test(before)) throw new CaseFault(`${name}: ${path} has no block to mend`)
    else
      all.set(
        path,
        before.replace(BLOCK, () => text),
      )
  }
  return [...all].map(([path, text]) => ({ path, text }))
}
const BLOCK = /^```remit\n[\s\S]*?(?:^```\n|$(?![\s\S]))/m

/** The case's text with what its commands print replaced by `printed`, in their order. */
export function withPrinted(text: string, printed: readonly string[]): string {
  let next = 0
  return text.replaceAll(FENCE, (fence, tildes: string, info: string, body: string) => {
    if (info.trim() !== CONSOLE) return fence
    const runs = runsIn(body).map(({ command }) => {
      const output = printed[next++] ?? ''
      return `$ ${command}\n${output}${output === '' ? '' : '\n'}`
    })
    return `${tildes} ${info}\n${runs.join('\n')}${tildes}`
  })
}

/**
 * What stands on the disk. `{{300 times: text}}` on a line of its own is 300 lines, in which `{n}` counts from 1 and
 * `{n-1}` from 0; `{{character 0007}}` is the character of that number, which an editor would not show.
 */
export function expanded(text: string): string {
  return text
    .replaceAll(/^\{\{(\d+) times: (.*)\}\}$/gm, (_, times: string, line: string) =>
      Array.from({ length: Number(times) }, (_, index) =>
        line.replaceAll('{n}', String(index + 1)).replaceAll('{n-1}', String(index)),
      ).join('\n'),
    )
    .replaceAll(/\{\{character ([0-9A-Fa-f]{4})\}\}/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    )
}
