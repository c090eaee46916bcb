/** Ids with slashes travel in one segment of an address, with `~` for `/`. */
export function segmentOf(id: string): string {
  return id.replaceAll('/', '~')
}

export function idFromSegment(segment: string): string {
  return segment.replaceAll('~', '/')
}
