import { QueryClient } from '@tanstack/react-query'

/** What was read from the server, for all pages. */
export const queryClient = new QueryClient()
