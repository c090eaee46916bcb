/** Ids with slashes travel in one segment of an address with `~` for `/`. */

import { closed, Id } from '@remit/contract/shapes.ts'
import Type from 'typebox'

export const PathId = Type.String({ minLength: 2, maxLength: 300, pattern: '^[a-z0-9]+(~[a-z0-9-]+)*$' })

export const AgencyParams = Type.Object({ agency: PathId }, closed)
export const IncidentParams = Type.Object({ agency: PathId, incident: Id }, closed)
export const DocumentParams = Type.Object({ document: PathId }, closed)
export const AgencyDocumentParams = Type.Object({ agency: PathId, document: PathId }, closed)

export function idFrom(segment: string): string {
  return segment.replaceAll('~', '/')
}
