/** Answers that are the same for everyone: packed once, named by their hash, and not sent again to whoever has them. */
import { createHash } from 'node:crypto'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'

export type Packed = {
  readonly type: string
  /** SHA-256 of the bytes, as an entity tag. */
  readonly tag: string
  readonly plain: Uint8Array
  readonly brotli: Uint8Array
  readonly gzip: Uint8Array
}

/** Packs as small as brotli goes: it is done once for each answer, and sent many times. */
export function packed(type: string, plain: Uint8Array): Packed {
  return packedAs(type, plain, { tag: tagOf(plain), quality: constants.BROTLI_MAX_QUALITY })
}

/** SHA-256 of what makes an answer what it is, as an entity tag. */
export function tagOf(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return `"${hash.digest('base64url')}"`
}

/** `quality`: brotli's, 0 to 11; from 6 on a large answer takes tens of milliseconds. */
export function packedAs(
  type: string,
  plain: Uint8Array,
  { tag, quality }: { readonly tag: string; readonly quality: number },
): Packed {
  const params = { [constants.BROTLI_PARAM_SIZE_HINT]: plain.length, [constants.BROTLI_PARAM_QUALITY]: quality }
  return { type, tag, plain, brotli: brotliCompressSync(plain, { params }), gzip: gzipSync(plain) }
}

/** An answer that may be shown while a newer one is fetched. */
export const FOR_A_DAY = 'public, max-age=60, stale-while-revalidate=86400'
/** A page names the files of its build, which a newer build takes away: whoever has it asks whether it still stands. */
export const ASK_FIRST = 'public, no-cache'

/** Sends it in a packing that the client reads, or says that the client's copy still stands. */
export function sendPacked(
  request: FastifyRequest,
  reply: FastifyReply,
  { type, tag, ...bytes }: Packed,
  cacheControl = FOR_A_DAY,
): FastifyReply {
  reply.header('cache-control', cacheControl).header('vary', 'accept-encoding').header('etag', tag)
  if (request.headers['if-none-match'] === tag) return reply.code(304).send()
  const encoding = encodingFor(request.headers['accept-encoding'])
  if (encoding !== undefined) reply.header('content-encoding', encoding === 'brotli' ? 'br' : encoding)
  return reply.type(type).send(Buffer.from(bytes[encoding ?? 'plain']))
}

function encodingFor(accepted: string | readonly string[] | undefined): 'brotli' | 'gzip' | undefined {
  const names = String(accepted ?? '')
    .split(',')
    .map((name) => name.split(';')[0]?.trim())
  return names.includes('br') ? 'brotli' : names.includes('gzip') ? 'gzip' : undefined
}
