/** The names of semantic tokens, in the order in which the protocol numbers them. */

export const TOKEN_TYPES = [
  'class',
  'function',
  'variable',
  'enumMember',
  'event',
  'method',
  'property',
  'namespace',
] as const
export const TOKEN_MODIFIERS = ['declaration'] as const
