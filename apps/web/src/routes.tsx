/** The route map: read top to bottom. One line a page; a page is its own chunk. */
import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { NoSuchPage } from './pages/no-such-page.tsx'
import { paths } from './paths.ts'
import { applyTheme } from './theme.ts'

const root = createRootRoute({ notFoundComponent: NoSuchPage })

const gallery = createRoute({
  getParentRoute: () => root,
  path: paths.gallery,
  component: lazyRouteComponent(() => import('./pages/gallery.tsx'), 'Gallery'),
})

/** Whose screen it is, until there is sign-in; and where a demo's clock starts, as local time. */
type LiveSearch = { readonly as?: string; readonly clock?: string }
const validateSearch = (search: Readonly<Record<string, unknown>>): LiveSearch => ({
  ...(typeof search.as === 'string' ? { as: search.as } : {}),
  ...(typeof search.clock === 'string' ? { clock: search.clock } : {}),
})

const start = createRoute({
  getParentRoute: () => root,
  path: paths.start,
  component: lazyRouteComponent(() => import('./pages/start/start-page.tsx'), 'StartPage'),
})
const desk = createRoute({
  getParentRoute: () => root,
  path: paths.desk,
  validateSearch,
  component: lazyRouteComponent(() => import('./pages/desk/desk-page.tsx'), 'DeskPage'),
})
const field = createRoute({
  getParentRoute: () => root,
  path: paths.field,
  validateSearch,
  component: lazyRouteComponent(() => import('./pages/field/field-page.tsx'), 'FieldPage'),
})
const incident = createRoute({
  getParentRoute: () => root,
  path: paths.incident,
  validateSearch,
  component: lazyRouteComponent(() => import('./pages/incident/incident-page.tsx'), 'IncidentPage'),
})

export const router = createRouter({
  routeTree: root.addChildren([gallery, start, desk, field, incident]),
  defaultPreload: 'intent',
})

router.subscribe('onResolved', applyTheme)

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
