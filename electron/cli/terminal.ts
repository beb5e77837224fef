/** Where a command reads and writes; a test has one of its own. */
export type Terminal = {
  /** Answers, on stdout. Rejects with `ReaderGone` when nobody reads them any more. */
  print(text: string): Promise<void>
  /** Everything else, on stderr. */
  say(text: string): void
  /** Somebody sits there who can be asked. */
  isInteractive: boolean
  hasColour: boolean
  ask(question: string): Promise<string>
  /** The same without an echo. */
  askSecret(question: string): Promise<string>
  /** All that is piped in. */
  readInput(): Promise<string>
  /** Resolves when this process is told to end. */
  toldToEnd(): Promise<void>
  readFile(path: string): { text: string; readableByOthers: boolean }
}
