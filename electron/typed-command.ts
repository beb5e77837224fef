/** What stands before a command line that is one for sure. */
export const commandMarker = '--command-line'

const startsCommand = /^(?:[a-z]+(?:-[a-z]+)*|--help|-h|--version)$/

/**
 * What was typed for the command line, where the app was started for it and not for its window:
 * after the marker, or from the app's own first argument where that is a word. The window is never
 * given words, only options.
 */
export function typedCommand(argv: string[], isPackaged: boolean): string[] | null {
  const marker = argv.indexOf(commandMarker)
  if (marker !== -1) return argv.slice(marker + 1)
  const args = argv.slice(isPackaged ? 1 : 2)
  return startsCommand.test(args[0] ?? '') ? args : null
}
