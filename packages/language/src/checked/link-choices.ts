import { listed, printLine } from '../parsed/print/words.ts'
import type { ChoiceDeclaration, ConditionBlock, ParsedDocument } from '../parsed/tree.ts'
import { declarationsOf, onceById } from './declarations.ts'
import { ALWAYS, linkBlock } from './link-conditions.ts'
import type { Linker } from './linker.ts'
import type { Choice } from './tree.ts'

/** The choices in force, in order of id: a choice is named by its words. */
export function linkChoices(documents: readonly ParsedDocument[], linker: Linker): readonly Choice[] {
  return onceById(
    declarationsOf(documents, 'choice').flatMap(([declaration, document]) => {
      const role = linker.decidedRole(declaration.role)
      const acts = linker.acts(declaration.acts)
      const when = declaration.when === undefined ? ALWAYS : linkBlock(declaration.when, document, linker)
      if (role === undefined || acts.length === 0) return []
      const id = `${document.id}#${wordsOf(declaration)}`
      return [{ id, role, acts, when, document: document.id, span: declaration.span }]
    }),
  )
}

function wordsOf({ role, acts, when }: ChoiceDeclaration): string {
  const always = `choice by ${role.text}: ${listed(acts)}`
  return when === undefined ? always : `${always} when ${blockWords(when)}`
}

function blockWords({ join, lines }: ConditionBlock): string {
  const words = lines.map(printLine)
  return join === 'all' ? words.join(' and ') : `any of - ${words.join(' - ')}`
}
