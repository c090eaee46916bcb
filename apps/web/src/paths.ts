/** Every path of the app, so that no page spells another page's address. */
export const paths = {
  gallery: '/gallery',
  start: '/start',
  desk: '/desk/$agency',
  field: '/field/$agency',
  incident: '/incident/$agency/$incident',
} as const

/** The public pages' navigation, in order; each entry's page exists in `routes.tsx`. */
export const PUBLIC_NAV: readonly { readonly label: string; readonly href: string }[] = []
