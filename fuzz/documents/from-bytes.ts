/** Documents whose bytes were spoilt: flipped, cut, repeated, filled with NUL or with what is no UTF-8. */
import type { Random } from '../random.ts'

/** A text as the loader gives it to the parser. The bytes of `documents` are changed in one to four places. */
export function spoiltDocument(random: Random, documents: readonly string[]): string {
  let bytes: Buffer = Buffer.from(random.pick(documents), 'utf8')
  for (let times = 1 + random.int(4); times > 0; times -= 1) bytes = spoilt(bytes, random, documents)
  return bytes.toString('utf8')
}

const SPICES = [
  '\0',
  '\r',
  '\r\n',
  '\u2028',
  '\ufeff',
  '"',
  '```',
  '~~~',
  '---\n',
  '--',
  '`',
  '<!--',
  '\t',
  '\u00a0',
  '🂡',
  '\ud83d',
]
/** A file is no longer than this: what is beyond the parser's limits is refused unread. */
const BYTES_MAX = 200_000

function spoilt(bytes: Buffer, random: Random, documents: readonly string[]): Buffer {
  const at = random.int(bytes.length + 1)
  const end = Math.min(bytes.length, at + 1 + random.int(random.pick([4, 40, 400])))
  const [before, within, after] = [bytes.subarray(0, at), bytes.subarray(at, end), bytes.subarray(end)]
  switch (random.int(9)) {
    case 0:
      return Buffer.concat([before, Buffer.from([(within[0] ?? 0) ^ (1 << random.int(8))]), within.subarray(1), after])
    case 1:
      return Buffer.from(before)
    case 2:
      return Buffer.concat([before, after])
    case 3:
      return Buffer.concat([before, within, within, after])
    case 4:
      return repeated(before, within, after, 1 + random.int(random.pick([10, 1000, 20_000])))
    case 5:
      return Buffer.concat([before, Buffer.from(random.pick(SPICES)), within, after])
    case 6:
      return Buffer.concat([before, Buffer.from([random.int(256), 0x80 + random.int(128)]), after])
    case 7:
      return Buffer.concat([before, after.subarray(0, 1000), within, after.subarray(1000)])
    default: {
      const other = Buffer.from(random.pick(documents), 'utf8')
      const from = random.int(other.length)
      return Buffer.concat([before, other.subarray(from, from + 1 + random.int(2000)), after])
    }
  }
}

function repeated(before: Buffer, within: Buffer, after: Buffer, times: number): Buffer {
  const room = Math.max(0, BYTES_MAX - before.length - after.length)
  const count = within.length === 0 ? 0 : Math.min(times, Math.floor(room / within.length))
  return Buffer.concat([before, ...Array<Buffer>(count).fill(within), after])
}
