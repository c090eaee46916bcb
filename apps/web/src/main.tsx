import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { router } from './routes.tsx'
import './ui/styles/type.css'
import './ui/styles/tokens.css'
import './ui/styles/base.css'

const queryClient = new QueryClient()
const root = document.getElementById('root')
if (!root) throw new Error('bug: index.html has no element #root')

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
)
