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

/** The public pages' navigation, in order; each entry's page exists in `routes.tsx`. */
export const PUBLIC_NAV: readonly { readonly label: string; readonly href: string }[] = [
  { label: 'The cases', href: paths.cases },
  { label: 'What must an officer do?', href: paths.answer },
  { label: 'Orders', href: paths.orders },
  { label: 'Verify', href: paths.verify },
  { label: 'Places', href: paths.registry },
  { label: 'Screens', href: paths.start },
]
