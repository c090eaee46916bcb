/** Text of the language inside Markdown. */
import { printDeclaration } from '@remit/language/parsed/print/declaration.ts'
import type { Declaration } from '@remit/language/parsed/tree.ts'

export function code(text: string): string {
  return `\`\`\`remit\n${text.trim()}\n\`\`\``
}

/** A declaration as it would be written, for showing it whole. */
export function declarationText(declaration: Declaration): string {
  return code(printDeclaration(declaration))
}
