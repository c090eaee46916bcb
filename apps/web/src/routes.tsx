/** The route map: read top to bottom. One line a page; a page is its own chunk. */
import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { idFromSegment } from './api/agency-segment.ts'
import { documentQuery, documentsQuery } from './api/queries.ts'
import { queryClient } from './api/query-client.ts'
import { answerSearch } from './pages/answer/search.ts'
import { NoSuchPage } from './pages/no-such-page.tsx'
import { orderSearch } from './pages/order/search.ts'
import { paths } from './paths.ts'
import { applyTheme } from './theme.ts'

const root = createRootRoute({ notFoundComponent: NoSuchPage })

/** Which case runs, and which of its runs: the first is the case as reported. */
type CasesSearch = { readonly case?: string; readonly run?: number }
const cases = createRoute({
  getParentRoute: () => root,
  path: paths.cases,
  validateSearch: (search: Readonly<Record<string, unknown>>): CasesSearch => ({
    ...(typeof search.case === 'string' ? { case: search.case } : {}),
    ...(typeof search.run === 'number' && Number.isInteger(search.run) && search.run > 0 ? { run: search.run } : {}),
  }),
  component: lazyRouteComponent(() => import('./pages/cases/cases-page.tsx'), 'CasesPage'),
})
/** Public: what officers of two places must do in one situation on one day. The address carries all of it. */
const answer = createRoute({
  getParentRoute: () => root,
  path: paths.answer,
  validateSearch: answerSearch,
  // Once on entering: what is picked later is read by the page itself.
  staleTime: Number.POSITIVE_INFINITY,
  loader: async ({ location }) => {
    const { readFirst } = await import('./pages/answer/first-read.ts')
    await readFirst(queryClient, answerSearch({ ...location.search }), Date.now())
  },
  component: lazyRouteComponent(() => import('./pages/answer/answer-page.tsx'), 'AnswerPage'),
})
const orders = createRoute({
  getParentRoute: () => root,
  path: paths.orders,
  validateSearch: orderSearch,
  // Neither throws: a page says by itself what could not be had.
  loader: () => queryClient.prefetchQuery(documentsQuery()),
  component: lazyRouteComponent(() => import('./pages/orders/orders-page.tsx'), 'OrdersPage'),
})
const order = createRoute({
  getParentRoute: () => root,
  path: paths.order,
  validateSearch: orderSearch,
  loader: ({ params }) => queryClient.prefetchQuery(documentQuery(idFromSegment(params.document))),
  component: lazyRouteComponent(() => import('./pages/order/order-page.tsx'), 'OrderPage'),
})
/** The published document whose text stands in the box at first. */
const verify = createRoute({
  getParentRoute: () => root,
  path: paths.verify,
  validateSearch: (search: Readonly<Record<string, unknown>>): { readonly text?: string } =>
    typeof search.text === 'string' ? { text: search.text } : {},
  component: lazyRouteComponent(() => import('./pages/verify/verify-page.tsx'), 'VerifyPage'),
})
const registry = createRoute({
  getParentRoute: () => root,
  path: paths.registry,
  component: lazyRouteComponent(() => import('./pages/registry/registry-page.tsx'), 'RegistryPage'),
})
const asking = createRoute({
  getParentRoute: () => root,
  path: paths.asking,
  component: lazyRouteComponent(() => import('./pages/asking/asking-page.tsx'), 'AskingPage'),
})
const drill = createRoute({
  getParentRoute: () => root,
  path: paths.drill,
  component: lazyRouteComponent(() => import('./pages/drill/drill-page.tsx'), 'DrillPage'),
})
const reviews = createRoute({
  getParentRoute: () => root,
  path: paths.reviews,
  component: lazyRouteComponent(() => import('./pages/reviews/reviews-page.tsx'), 'ReviewsPage'),
})

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
  routeTree: root.addChildren([
    cases,
    answer,
    orders,
    order,
    verify,
    registry,
    asking,
    drill,
    reviews,
    gallery,
    start,
    desk,
    field,
    incident,
  ]),
  defaultPreload: 'intent',
})

router.subscribe('onResolved', applyTheme)

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
