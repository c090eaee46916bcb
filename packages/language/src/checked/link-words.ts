/** Names and their words for people. */
import type { ValueDeclaration } from '../parsed/tree.ts'
import type { Value } from './tree.ts'

/** A name with spaces: what stands for people where a declaration has no text. */
export function spacedName(name: string): string {
  return name.replaceAll('-', ' ')
}

/** A name with spaces and a capital letter. */
export function titledName(name: string): string {
  return name.charAt(0).toUpperCase() + spacedName(name.slice(1))
}

/** A value with its words; without a text its name with spaces. */
export function linkValue({ name, text }: ValueDeclaration): Value {
  return { id: name.text, text: text?.text ?? spacedName(name.text) }
}
