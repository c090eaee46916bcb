/** Asks a person at a terminal, one plain line a question, so that a screen reader can follow. */
import inquirerInput from '@inquirer/input'
import inquirerSelect from '@inquirer/select'
import type { Asked } from './asked-of-an-order.ts'

/** Gives the answer to a question, or stops the program where the person does. */
export type AskPerson = (asked: Omit<Asked, 'name'>) => Promise<string>

/** The person went away from the questions: Ctrl-C, or the end of the input. */
export class Abandoned extends Error {
  override readonly name = 'Abandoned'
}

export const askOnTerminal: AskPerson = async ({ question, choices, fallback, fault }) => {
  try {
    if (choices !== undefined) return await inquirerSelect({ message: question, choices: [...choices], pageSize: 12 })
    const answer = await inquirerInput({
      message: question,
      validate: (text) => {
        const written = text.trim()
        if (written === '') return fallback === undefined ? 'an answer is needed' : true
        return fault?.(written) ?? true
      },
    })
    return answer.trim() === '' ? (fallback ?? '') : answer.trim()
  } catch (error) {
    if (error instanceof Error && error.name === 'ExitPromptError') throw new Abandoned('nothing was written')
    throw error
  }
}
