import type { Terminal } from './terminal'

/** A terminal that remembers what it showed, and answers what it is asked with `answers`, in turn. */
export function createFakeTerminal(given: {
  answers?: string[]
  input?: string
  files?: Record<string, string>
  told?: Promise<void>
}) {
  const shown = { out: '', err: '', asked: [] as string[] }
  const answers = [...(given.answers ?? [])]
  const answer = (question: string) => {
    shown.asked.push(question)
    const next = answers.shift()
    if (next === undefined) throw new Error(`nobody answers: ${question}`)
    return Promise.resolve(next)
  }
  const terminal: Terminal = {
    print: async (text) => void (shown.out += text),
    say: (text) => void (shown.err += `${text}\n`),
    isInteractive: given.answers !== undefined,
    hasColour: false,
    ask: answer,
    askSecret: answer,
    readInput: async () => given.input ?? '',
    readFile(path) {
      const text = given.files?.[path]
      if (text === undefined) throw new Error('no such file')
      return { text, readableByOthers: path.includes('open') }
    },
    toldToEnd: () => given.told ?? new Promise(() => undefined),
  }
  return { terminal, shown }
}
