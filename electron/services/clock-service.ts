import type { ClockState } from '../contract/clock'
import type { Enforced } from '../contract/enforced'
import { day, hour } from '../contract/time'
import { activityEntry, isoMoment, keyward, soleSubject, type Actor } from './activity-entry'
import type { Means } from './means'
import type { SteadyClock } from './steady-clock'

export type ClockService = ReturnType<typeof createClockService>

const minute = 60_000

/** Smaller steps back are those of a clock that is set right again and again, and told to nobody. */
const backByAtLeast = 5 * minute
const forwardByMoreThan = day

export function createClockService({
  store,
  session,
  gateway,
  announce,
  clock,
  uptime,
}: Omit<Means, 'now'> & {
  clock: SteadyClock
  /** Milliseconds since the computer started, sleep included: no setting of a clock moves it. */
  uptime: () => number
}) {
  let began = { at: clock.now(), uptime: uptime() }
  let told: ClockState['moved'] = null
  let writtenAt = 0

  function state(): ClockState {
    const now = clock.now()
    const back = clock.behindBy()
    const forward = now - began.at - (uptime() - began.uptime)
    const moved = back > backByAtLeast ? 'back' : forward > forwardByMoreThan ? 'forward' : null
    const by = moved === null ? 0 : moved === 'back' ? back : forward
    return { now, wall: clock.wall(), moved, byMilliseconds: Math.round(by) }
  }

  /** Every few seconds: windows hear of a jump, and what was seen is kept once a minute. */
  async function look(): Promise<void> {
    const { moved, now } = state()
    if (moved === 'back' && isWhatPassed()) {
      await accept(keyward)
      await gateway.forget()
      return
    }
    if (moved !== told) {
      told = moved
      announce('clock')
    }
    if (now - writtenAt >= minute) await write()
  }

  /**
   * Whether the clock of the computer shows just the time that passed since Keyward started: it had
   * jumped forward, and is right again.
   */
  const isWhatPassed = () => Math.abs(clock.wall() - began.at - (uptime() - began.uptime)) < minute

  async function write(): Promise<void> {
    writtenAt = clock.now()
    await store.clock.saw(writtenAt)
  }

  /** An administrator says that the clock of this computer is right: what was seen was not. */
  async function correct(): Promise<Enforced<ClockState>> {
    const actor = await session.actor()
    if (state().moved !== null) await accept(actor)
    return { value: state(), enforced: await gateway.forget() }
  }

  async function accept(actor: Actor) {
    const { now, wall } = state()
    await store.clock.correct(
      { at: wall, wrongUntil: now + hour },
      activityEntry({
        at: wall,
        actor,
        action: 'clock.corrected',
        subject: soleSubject('clock', 'Clock'),
        before: { clock: isoMoment(now) },
        after: { clock: isoMoment(wall) },
      }),
    )
    clock.follow()
    began = { at: clock.now(), uptime: uptime() }
    writtenAt = wall
    told = null
    announce('clock', 'tokens', 'activity')
  }

  return { state, look, write, correct }
}
