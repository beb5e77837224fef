import { existsSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { activityFormats, ActivityAction, ActivityFilter } from '../contract/activity'
import { choiceOf, shown } from './choices'
import type { AskKeyward, Command } from './command'
import { momentOf } from './given-moment'
import type { Options } from './options'
import { Stop, stopFor } from './stop'
import type { Terminal } from './terminal'
import { fill, words } from './words'

const lookEveryMilliseconds = 100
const text = words.activity

export const activityExport: Command = {
  name: 'activity export',
  needs: 'sign_in',
  takes: ['FILE_TO_WRITE'],
  options: ['format', 'search', 'action', 'from', 'to', 'yes'],
  calls: ['activity.export', 'activity.exportState', 'activity.exportCancel'],
  async run({ ask, args, options, output, terminal, choose }) {
    const file = args[0]!
    const asked = { filter: filterOf(options), format: formatOf(file, options) }
    if (existsSync(file) && !options.yes)
      throw new Stop('refused', fill(text.fileThere, { file: shown(file) }), 'file_exists')
    choose(file)
    await ask('activity.export', asked)
    const done = await ended(ask, terminal)
    const values = { rows: done.rows, file: done.file, proof: done.proof ?? '' }
    await output.done(done, fill(done.proof ? text.exportedWithProof : text.exported, values))
    return 'done'
  },
}

function filterOf(options: Options): ActivityFilter {
  return ActivityFilter.parse({
    search: options.search,
    action: choiceOf(options, 'action', ActivityAction.options),
    from: momentOf(options, 'from'),
    to: momentOf(options, 'to'),
  })
}

/** As the name of the file ends, where nothing else is said. */
function formatOf(file: string, options: Options) {
  const ending = activityFormats.find((format) => file.toLowerCase().endsWith(`.${format}`))
  return choiceOf(options, 'format', activityFormats) ?? ending ?? 'jsonl'
}

async function ended(ask: AskKeyward, terminal: Terminal) {
  let isToldToEnd = false
  void terminal.toldToEnd().then(() => (isToldToEnd = true))
  for (;;) {
    const state = await ask('activity.exportState', undefined)
    if (isToldToEnd && state?.state === 'running') await ask('activity.exportCancel', undefined)
    else if (state?.state === 'done') return state
    else if (state?.failure) throw stopFor({ code: state.failure })
    else if (state?.state !== 'running') throw new Stop('interrupted', text.exportCancelled)
    await wait(lookEveryMilliseconds)
  }
}
