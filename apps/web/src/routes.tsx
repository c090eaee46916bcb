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

export const router = createRouter({ routeTree: root.addChildren([gallery]), defaultPreload: 'intent' })

router.subscribe('onResolved', applyTheme)

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
