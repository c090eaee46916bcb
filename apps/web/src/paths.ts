/** Every path of the app, so that no page spells another page's address. */
export const paths = {
  cases: '/',
  answer: '/answer',
  orders: '/orders',
  order: '/orders/$document',
  verify: '/verify',
  registry: '/registry',
  asking: '/asking/$agency',
  drill: '/drill/$agency',
  reviews: '/reviews/$agency',
  gallery: '/gallery',
  start: '/start',
  desk: '/desk/$agency',
  field: '/field/$agency',
  incident: '/incident/$agency/$incident',
} as const

/** The public pages' navigation, in order; each entry's page exists in `routes.tsx`, its name in `words/public-nav.ts`. */
export const PUBLIC_NAV: readonly string[] = [
  paths.cases,
  paths.answer,
  paths.orders,
  paths.verify,
  paths.registry,
  paths.start,
]
