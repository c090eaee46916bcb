/** Reads as much of a PDF as a test needs: what its objects say, and its text by way of the fonts' own tables. */
import { inflateSync } from 'node:zlib'

export type ReadPdf = {
  /** All objects as text, those in object streams too, without the contents of other streams. */
  readonly objects: string
  /** The XMP packet. */
  readonly metadata: string
  /** What each page draws, in order. */
  readonly contents: readonly string[]
  /** The text of all pages in the order of their contents, in one line. */
  readonly text: string
}

export function readPdf(bytes: Buffer): ReadPdf {
  const raw = bytes.toString('latin1')
  const streams = [...raw.matchAll(/(\d+) 0 obj\s*(<<(?:(?!endobj).)*?>>)\s*stream\r?\n/gs)].map((match) => {
    const [, id = '', head = ''] = match
    const start = match.index + match[0].length
    const body = bytes.subarray(start, raw.indexOf('endstream', start))
    return {
      id,
      head,
      body: head.includes('/FlateDecode') ? inflateSync(body).toString('latin1') : body.toString('latin1'),
    }
  })
  const packed = streams.filter(({ head }) => head.includes('/ObjStm')).map(({ body }) => body)
  const plain = [...raw.matchAll(/\d+ 0 obj.*?endobj/gs)].map(([object]) =>
    object.replace(/stream\r?\n.*endstream/s, ''),
  )
  const objects = [...plain, ...packed].join('\n')
  const metadata = streams.find(({ head }) => head.includes('/Metadata'))?.body ?? ''
  const toUnicode = new Map(
    streams
      .filter(({ body }) => body.includes('beginbfchar') || body.includes('beginbfrange'))
      .map(({ id, body }) => [id, tableOf(body)]),
  )
  const fonts = new Map(
    [...objects.matchAll(/\/(F?f?\d+|[A-Za-z]\w*) (\d+) 0 R/g)].flatMap(([, name = '', id = '']) => {
      const font = new RegExp(`(?:^|\\s)${id} 0 obj(.*?)endobj`, 's').exec(raw)?.[1] ?? ''
      const table = toUnicode.get(/\/ToUnicode (\d+) 0 R/.exec(font)?.[1] ?? '')
      return table === undefined ? [] : [[name, table] as const]
    }),
  )
  const contents = streams.filter(({ head, body }) => !head.includes('/Type') && /\bBT\b/.test(body))
  return {
    objects,
    contents: contents.map(({ body }) => body),
    metadata: Buffer.from(metadata, 'latin1').toString('utf8'),
    text: contents
      .map(({ body }) => textOf(body, fonts))
      .join(' ')
      .replaceAll(/\s+/g, ' '),
  }
}

type Table = ReadonlyMap<string, string>

function tableOf(cmap: string): Table {
  const table = new Map<string, string>()
  for (const [, block = ''] of cmap.matchAll(/beginbfchar(.*?)endbfchar/gs)) {
    for (const [, code = '', text = ''] of block.matchAll(/<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>/g)) {
      table.set(code.toUpperCase(), utf16(text))
    }
  }
  for (const [, block = ''] of cmap.matchAll(/beginbfrange(.*?)endbfrange/gs)) {
    for (const [, from = '', to = '', text = ''] of block.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g)) {
      for (let code = parseInt(from, 16); code <= parseInt(to, 16); code++) {
        const key = code.toString(16).toUpperCase().padStart(from.length, '0')
        table.set(key, String.fromCharCode(parseInt(text, 16) + code - parseInt(from, 16)))
      }
    }
  }
  return table
}

const utf16 = (hex: string) => Buffer.from(hex, 'hex').swap16().toString('utf16le')

/** A line ends where the next text is set at another place. */
function textOf(content: string, fonts: ReadonlyMap<string, Table>): string {
  const bytes = /\/([A-Za-z]\w*) [\d.]+ Tf|<([0-9a-fA-F\s]*)>|\(((?:\\.|[^\\()]|\((?:\\.|[^\\()])*\))*)\)|\b(ET)\b/gs
  let table: Table | undefined
  let text = ''
  for (const [, font, hex, literal, end] of content.matchAll(bytes)) {
    if (font !== undefined) table = fonts.get(font)
    if (end !== undefined) text += '\n'
    const codes = hex === undefined ? hexOf(literal ?? '') : hex.replaceAll(/\s/g, '').toUpperCase()
    for (let index = 0; index + 4 <= codes.length; index += 4) text += table?.get(codes.slice(index, index + 4)) ?? ''
  }
  return text
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

function hexOf(literal: string): string {
  const plain = literal.replaceAll(/\\([0-7]{1,3}|.)/gs, (_, code: string) =>
    /^[0-7]/.test(code) ? String.fromCharCode(parseInt(code, 8)) : (ESCAPES[code] ?? code),
  )
  return Buffer.from(plain, 'latin1').toString('hex').toUpperCase()
}
