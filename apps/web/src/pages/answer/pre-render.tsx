/** Draws the page without a browser, from the same parts: the server sends it as the first answer, before any script. */
import type { PageAsked, PageDrawn } from '@remit/contract/pre-render.ts'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createMemoryHistory, createRootRoute, createRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import { renderToString } from 'react-dom/server'
import { Refused } from '../../api/answers.ts'
import { paths } from '../../paths.ts'
import { AnswerPage } from './answer-page.tsx'
import { choicesIn, languageIn } from './choices.ts'
import { wantedBy } from './first-read.ts'
import { PageClock } from './page-clock.ts'
import { answerSearch } from './search.ts'
import { bookOfQuery, compiledFrom, placesQuery, standingSince } from './use-books.ts'
import { wordsIn } from './words/words.ts'

export async function draw({ address, library, nowMs, bundleOf }: PageAsked): Promise<PageDrawn> {
  const search = answerSearch(Object.fromEntries(new URL(address, 'http://localhost').searchParams))
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, retryOnMount: false } } })
  client.setQueryData(placesQuery().queryKey, library)
  const { choices } = choicesIn(search, { ...library, nowMs })
  const { compared, states } = wantedBy(choices, { ...library, nowMs })
  for (const { place, on } of [...compared, ...states]) {
    const { queryKey } = bookOfQuery(library.library, place, on)
    await client.prefetchQuery({
      queryKey,
      retry: false,
      structuralSharing: false,
      queryFn: () => bookOf(place.id, standingSince(place, on)),
    })
  }
  const html = renderToString(await pageAt(address, client, nowMs))
  client.clear()
  const { language, title } = wordsIn(languageIn(search))
  // The title stands in the head; as it is drawn it stands in the page.
  return { language, title, html: html.replace(/<title>.*?<\/title>/, '') }

  async function bookOf(place: string, since: string) {
    const bundle = bundleOf(place, since)
    if (bundle === undefined) throw new Refused({ refusal: 'not-found', message: `There is no book of ${place}.` })
    return compiledFrom(bundle)
  }
}

/** The page alone, under the address that its links are made from. */
async function pageAt(address: string, client: QueryClient, nowMs: number) {
  const root = createRootRoute()
  const answer = createRoute({
    getParentRoute: () => root,
    path: paths.answer,
    validateSearch: answerSearch,
    component: AnswerPage,
  })
  const router = createRouter({
    routeTree: root.addChildren([answer]),
    history: createMemoryHistory({ initialEntries: [address] }),
    isServer: true,
  })
  await router.load()
  return (
    <PageClock value={() => nowMs}>
      <QueryClientProvider client={client}>
        {/* The types know the router of the browser alone; the pages that it has and this one has not are only linked to. */}
        <RouterProvider router={router as never} />
      </QueryClientProvider>
    </PageClock>
  )
}
