/** The HTTP surface: closed schemas, typed refusals, the built pages. One file a resource registers its routes here. */

import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import { fastifySSE } from '@fastify/sse'
import fastifyStatic from '@fastify/static'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { Refusal } from '@remit/contract/shapes.ts'
import { TooLarge } from '@remit/engine/diagram/diagrams.ts'
import Fastify, { type FastifyError } from 'fastify'
import { Refused, STATUS_OF_REFUSAL } from '../refusal.ts'
import type { Remit } from '../remit.ts'
import { agencyRoutes } from './agencies.ts'
import { answerPageRoutes } from './answer-page.ts'
import type { App } from './app-type.ts'
import { decideRoutes } from './decide.ts'
import { documentRoutes } from './documents.ts'
import { drillRoutes } from './drills.ts'
import { incidentRoutes } from './incidents.ts'
import { issuanceRoutes } from './issuances.ts'
import { liveRoutes } from './live.ts'
import { orderPageRoutes } from './order-pages.ts'
import { ASK_FIRST } from './packed.ts'
import { paperRoutes } from './paper.ts'
import { placeRoutes } from './places.ts'
import { recordRoutes } from './record.ts'
import { registryRoutes } from './registry.ts'
import { requestRoutes } from './requests.ts'
import { reviewRoutes } from './reviews.ts'
import { versionRoutes } from './versions.ts'

/** No command comes near it; a longer body is refused before it is parsed. */
const BODY_BYTES_MAX = 64 * 1024

/** `webFolder` holds the built pages; without it only the interface is served. */
export async function buildApp(remit: Remit, webFolder: string | undefined): Promise<App> {
  const app: App = Fastify({
    bodyLimit: BODY_BYTES_MAX,
    forceCloseConnections: true,
    ajv: { customOptions: { removeAdditional: false, coerceTypes: false, allErrors: false } },
  }).withTypeProvider<TypeBoxTypeProvider>()
  await app.register(helmet, { contentSecurityPolicy: { directives: CONTENT_SECURITY }, hsts: false })
  // Only routes that say so are limited: a screen's report of danger is never turned away for being one too many.
  await app.register(rateLimit, { global: false })
  await app.register(fastifySSE, { heartbeatInterval: 15_000 })
  app.setErrorHandler<FastifyError | Refused>((error, _, reply) => {
    const refusal = refusalFrom(error)
    if (refusal === undefined) {
      console.error(error)
      return reply.code(500).send({
        refusal: 'unavailable',
        message: 'A fault of ours: nothing was written. Use the radio or the telephone.',
      })
    }
    return reply.code(STATUS_OF_REFUSAL[refusal.refusal]).send(refusal)
  })
  for (const routes of [
    agencyRoutes,
    decideRoutes,
    documentRoutes,
    drillRoutes,
    incidentRoutes,
    issuanceRoutes,
    liveRoutes,
    paperRoutes,
    placeRoutes,
    recordRoutes,
    registryRoutes,
    requestRoutes,
    reviewRoutes,
    versionRoutes,
  ]) {
    routes(app, remit)
  }
  await servePages(app, remit, webFolder)
  return app
}

/** Everything comes from this server: no other host is ever asked. */
const CONTENT_SECURITY = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:'],
  connectSrc: ["'self'"],
  fontSrc: ["'self'"],
  objectSrc: ["'none'"],
  frameAncestors: ["'self'"],
  upgradeInsecureRequests: null,
}

function refusalFrom(error: FastifyError | Refused): Refusal | undefined {
  if (error instanceof Refused) return error.refusal
  if (error instanceof TooLarge) {
    return {
      refusal: 'unavailable',
      message: 'The facts leave too much open to be found out in time. Say more of them, or use the radio.',
    }
  }
  if ('validation' in error && error.validation !== undefined) {
    const [first] = error.validation
    const at = `${error.validationContext ?? 'body'}${first?.instancePath ?? ''}`
    return {
      refusal: 'not-valid',
      message: `${at}: ${first?.message ?? 'not as the interface describes'}. Nothing was written.`,
      at,
    }
  }
  switch (error.statusCode) {
    case 413:
      return { refusal: 'too-large', message: `What was sent is over ${BODY_BYTES_MAX} bytes. Nothing was written.` }
    case 429:
      return {
        refusal: 'too-many-requests',
        message: 'Too many requests from here in this minute. Wait, then send again.',
      }
    case 400:
    case 415:
      return { refusal: 'not-valid', message: 'What was sent is not JSON. Nothing was written.' }
    default:
      return undefined
  }
}

async function servePages(app: App, remit: Remit, webFolder: string | undefined): Promise<void> {
  const assets = webFolder && join(webFolder, 'assets')
  const hasPages = webFolder !== undefined && existsSync(join(webFolder, 'index.html'))
  if (hasPages)
    await app.register(fastifyStatic, {
      root: webFolder,
      cacheControl: false,
      index: false,
      wildcard: true,
      preCompressed: true,
      // The build names assets by their contents: what has the name is the same for ever.
      setHeaders: (reply, path) =>
        reply.header('cache-control', dirname(path) === assets ? 'public, max-age=31536000, immutable' : ASK_FIRST),
    })
  app.setNotFoundHandler((request, reply) => {
    const isPage =
      request.method === 'GET' &&
      !request.url.startsWith('/api/') &&
      !/\.[a-z0-9]+$/.test(request.url.split('?')[0] ?? '')
    if (isPage && hasPages) return reply.type('text/html').sendFile('index.html')
    return reply.code(404).send({ refusal: 'not-found', message: `There is nothing at ${request.url}.` })
  })
  if (hasPages) orderPageRoutes(app, remit, webFolder)
  if (hasPages) await answerPageRoutes(app, remit, webFolder)
  if (hasPages) app.get('/', (_, reply) => reply.type('text/html').sendFile('index.html'))
}
