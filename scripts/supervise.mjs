import { setTimeout as sleep } from 'node:timers/promises'
import { Refusal } from './refusal.mjs'

/** Seconds before the first, second, … new start. */
const WAITS = [1, 2, 5, 15]
/** So many ends within so many milliseconds are no accident. */
const MOST = 5
const WITHIN = 2 * 60 * 1000

/**
 * Keeps a program running: starts it again when it ends by itself.
 * @param {{
 *   child: import('node:child_process').ChildProcess,
 *   start: () => Promise<import('node:child_process').ChildProcess>,
 *   stopped: Promise<unknown>,
 *   say?: (sentence: string) => void,
 *   pause?: (seconds: number) => Promise<unknown>,
 *   now?: () => number,
 *   what?: string,
 * }} what child: already running; stopped: settles when it shall not be started any more
 * @returns {Promise<import('node:child_process').ChildProcess>} what ran last, when it was stopped; throws a Refusal after five
 *   ends within two minutes
 */
export async function superviseChild({
  child,
  start,
  stopped,
  say = console.error,
  pause = (seconds) => sleep(seconds * 1000),
  now = Date.now,
  what = 'server',
}) {
  let isStopped = false
  const stop = stopped.then(() => {
    isStopped = true
  })
  let running = child
  /** @type {number[]} */
  let ends = []
  for (;;) {
    await Promise.race([stop, ended(running)])
    if (isStopped) return running
    ends = [...ends, now()].filter((at) => now() - at < WITHIN)
    const how = running.signalCode ?? `code ${running.exitCode}`
    if (ends.length >= MOST)
      throw new Refusal(
        `The ${what} ended ${MOST} times within two minutes (last: ${how}), so it is not started again: the reason stands above. When it is mended, npm start.`,
      )
    const wait = WAITS[Math.min(ends.length, WAITS.length) - 1] ?? 1
    say(`The ${what} ended by itself (${how}); it is started again in ${wait} s.`)
    await Promise.race([stop, pause(wait)])
    if (isStopped) return running
    running = await start()
  }
}

/** @param {import('node:child_process').ChildProcess} child @returns {Promise<void>} */
const ended = (child) =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise((resolve) => child.once('exit', () => resolve()))
