import type { Given } from './command'
import { Stop } from './stop'
import { fill, words } from './words'

/** Asked once, on a terminal; elsewhere only `--yes` will do. */
export async function confirm({ options, terminal }: Given, question: string): Promise<void> {
  if (options.yes) return
  if (!terminal.isInteractive) throw new Stop('usage', words.confirm.nobody)
  const answer = await terminal.ask(fill(words.confirm.question, { question }))
  if (words.confirm.yes.includes(answer.trim().toLowerCase())) return
  throw new Stop('refused', words.confirm.declined, 'declined')
}
