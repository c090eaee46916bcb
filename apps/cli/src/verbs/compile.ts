/** `remit compile`: writes a book as a JavaScript module with types, for programs that have the orders built in. */
import { writeFile } from 'node:fs/promises'
import { compileSmall } from '@remit/engine/diagram/from-checked.ts'
import { moduleOf } from '@remit/engine/module/module-of.ts'
import { type Arguments, needed, oneOf, oneWord } from '../arguments.ts'
import { agencyFrom, assertTime, bookFor } from '../asked.ts'
import { cannotWrite } from '../cannot-read.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { ordersFor } from '../orders.ts'
import { counted, type Output } from '../output.ts'
import { HASH_SHOWN } from '../text/asked-lines.ts'
import { tooLarge } from '../too-large.ts'
import { WrongUse } from '../usage.ts'

export async function compileVerb(args: Arguments, output: Output): Promise<ExitCode> {
  const word = oneWord(args, 'AGENCY', 'compile')
  const at = needed(args, 'at', 'compile')
  const out = needed(args, 'out', 'compile')
  const types = typesBeside(out)
  assertTime(at, 'compile')
  const orders = await ordersFor(args)
  const agency = agencyFrom(orders, word, 'compile')
  const book = bookFor(orders, { agency, at })
  const compilation = compileSmall(book)
  if (compilation.kind === 'refused') throw tooLarge(book, compilation)
  const pairs = pairsFor(args, compilation.compiled.pairs)
  const texts = moduleOf(compilation.compiled, { at, pairs })
  await write(out, texts.script)
  await write(types, texts.types)
  const about = { agency: book.agency.id, at: new Date(book.at).toISOString(), hash: book.hash }
  if (args.json)
    output.json({ file: out, types, book: about, functions: pairs.length, bytes: Buffer.byteLength(texts.script) })
  else output.line(`${out}, ${types}: ${counted(pairs.length, 'function')}, book ${book.hash.slice(0, HASH_SHOWN)}`)
  return EXIT.fine
}

/** The file of the types, which editors look for beside the module. */
function typesBeside(out: string): string {
  const [, name, ending] = /^(.+)\.(m?js)$/.exec(out) ?? []
  if (name === undefined) throw new WrongUse(`\`--out\` ends in .js or .mjs, not as \`${out}\` does`, 'compile')
  return `${name}.d.${ending === 'mjs' ? 'mts' : 'ts'}`
}

type Pair = { readonly role: string; readonly act: string }

/** The pairs about which the book says anything, of the role and the act that are asked for. */
function pairsFor({ options: { role, act } }: Arguments, pairs: readonly Pair[]): readonly Pair[] {
  if (role !== undefined) oneOf(unique(pairs.map((pair) => pair.role)), role, { what: 'role', verb: 'compile' })
  if (act !== undefined) oneOf(unique(pairs.map((pair) => pair.act)), act, { what: 'act', verb: 'compile' })
  const found = pairs.filter((pair) => (role ?? pair.role) === pair.role && (act ?? pair.act) === pair.act)
  if (found.length === 0) throw new WrongUse(`these orders never say anything of ${role} and ${act}`, 'compile')
  return found
}

function unique(words: readonly string[]): readonly string[] {
  return [...new Set(words)]
}

async function write(file: string, text: string): Promise<void> {
  await writeFile(file, text).catch((error: unknown) => {
    throw cannotWrite(file, error)
  })
}
