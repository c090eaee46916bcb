/** Serves a built app from a folder on the loopback, for screenshots and tests. The product's own server is apps/server. */
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize, sep } from 'node:path'

export type StaticServer = { readonly url: string; readonly close: () => Promise<void> }

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.map': 'application/json',
}

/** As strict as the product's server, so that what would be refused there fails here. */
export const CONTENT_SECURITY_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; " +
  "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

/** Starts on a free port. A path that names no file gets `index.html`, because the router reads the path. */
export async function serveFolder(folder: string): Promise<StaticServer> {
  const server = createServer(async (request, response) => {
    const file = await fileFor(folder, new URL(request.url ?? '/', 'http://loopback').pathname)
    response.setHeader('content-type', TYPES[extname(file)] ?? 'application/octet-stream')
    response.setHeader('content-security-policy', CONTENT_SECURITY_POLICY)
    createReadStream(file)
      .on('error', () => response.writeHead(404).end())
      .pipe(response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // A TCP server that listens has an AddressInfo; only a pipe or a closed server has not.
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function fileFor(folder: string, path: string): Promise<string> {
  const file = normalize(join(folder, decodeURIComponent(path)))
  const index = join(folder, 'index.html')
  if (!file.startsWith(folder + sep)) return index
  const found = await stat(file).catch(() => undefined)
  return found?.isFile() ? file : index
}
