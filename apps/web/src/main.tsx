import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { queryClient } from './api/query-client.ts'
import { router } from './routes.tsx'
import './ui/styles/type.css'
import './ui/styles/tokens.css'
import './ui/styles/base.css'

const root = document.getElementById('root')
if (!root) throw new Error('bug: index.html has no element #root')

// What the server has written there can be read until the page is ready to take its place.
if (root.hasChildNodes()) await router.load()

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
)
