/** `remit bundle`: writes a book as one small file that answers without the orders, and asks such a file. */
import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { HASH_LENGTH } from '@remit/engine/bundle/limits.ts'
import { readBundle } from '@remit/engine/bundle/read-bundle.ts'
import { writeBundle } from '@remit/engine/bundle/write-bundle.ts'
import { type Compiled, compile } from '@remit/engine/diagram/from-checked.ts'
import { canonicalOf } from '@remit/language/checked/canonical.ts'
import { hashOf } from '@remit/server/orders/books.ts'
import { type Arguments, needed, oneWord } from '../arguments.ts'
import { agencyFrom, assertTime, bookFor } from '../asked.ts'
import { CannotRead, cannotRead, cannotWrite } from '../cannot-read.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { factsFromJson } from '../facts-from-json.ts'
import { ordersFor } from '../orders.ts'
import { counted, type Output } from '../output.ts'
import { HASH_SHOWN } from '../text/asked-lines.ts'
import { tooLarge } from '../too-large.ts'
import { WrongUse } from '../usage.ts'
import { decideAndTell } from './decide.ts'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()

export async function bundle(args: Arguments, output: Output): Promise<ExitCode> {
  const file = args.options.read
  if (file === undefined) return write(args, output)
  const [word] = args.words
  const option = ['at', 'out', 'orders'].find((name) => args.options[name] !== undefined)
  const extra = word ?? (option && `--${option}`)
  if (extra !== undefined)
    throw new WrongUse(`\`--read\` reads a file and nothing else: leave out \`${extra}\``, 'bundle')
  return read(file, args, output)
}

async function write(args: Arguments, output: Output): Promise<ExitCode> {
  const word = oneWord(args, 'AGENCY', 'bundle')
  const at = needed(args, 'at', 'bundle')
  const out = needed(args, 'out', 'bundle')
  const extra = ['facts', 'role'].find((name) => args.options[name] !== undefined)
  if (extra !== undefined) throw new WrongUse(`\`--${extra}\` is for \`--read\``, 'bundle')
  assertTime(at, 'bundle')
  const orders = await ordersFor(args)
  const agency = agencyFrom(orders, word, 'bundle')
  const book = bookFor(orders, { agency, at })
  const compilation = compile(book)
  if (compilation.kind === 'refused') throw tooLarge(book, compilation)
  const bytes = writeBundle(compilation.compiled, sha256)
  await writeFile(out, bytes).catch((error: unknown) => {
    throw cannotWrite(out, error)
  })
  const about = {
    ...aboutOf(compilation.compiled),
    bundle: Buffer.from(bytes.subarray(-HASH_LENGTH)).toString('hex'),
    bytes: bytes.length,
  }
  if (args.json) output.json({ file: out, ...about })
  else output.line(`${out}: ${counted(bytes.length, 'byte')}, book ${about.book.hash.slice(0, HASH_SHOWN)}`)
  return EXIT.fine
}

function aboutOf({ book }: Compiled) {
  return { book: { agency: book.agency.id, at: new Date(book.at).toISOString(), hash: book.hash } }
}

async function read(file: string, args: Arguments, output: Output): Promise<ExitCode> {
  const bytes = await readFile(file).catch((error: unknown) => {
    throw cannotRead(file, error)
  })
  const reading = readBundle(bytes, sha256)
  if (reading.kind === 'refused') throw new CannotRead(`${file} is refused: ${reading.words}`)
  const { compiled } = reading
  if (!follows(compiled, bytes)) {
    output.aside(
      `remit: ${file} does not say what its words come to here: it was changed, or written by another version`,
    )
    return EXIT.input
  }
  const situation = factsFromJson(compiled.book, args.options.facts ?? '{}', 'bundle')
  return decideAndTell(args, { compiled, situation, ahead: [], at: compiled.book.at }, 'bundle', output)
}

/** Whether the words are those that the book's hash is of, and compiling them again gives this very bundle. */
function follows(compiled: Compiled, bytes: Uint8Array): boolean {
  const { book } = compiled
  if (hashOf(canonicalOf(book)) !== book.hash) return false
  const again = compile(book)
  return again.kind === 'compiled' && Buffer.from(writeBundle(again.compiled, sha256)).equals(bytes)
}
