/** `npm run build`: what the extension is packed from. */
import { join } from 'node:path'
import { bundleInto } from './bundles.ts'

await bundleInto(join(import.meta.dirname, '..', 'dist'))
