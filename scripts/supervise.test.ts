import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterEach, expect, it } from 'vitest'
import { Refusal } from './refusal.mjs'
import { superviseChild } from './supervise.mjs'

const children: ChildProcess[] = []
const run = (code: string): ChildProcess => {
  const child = spawn(process.execPath, ['-e', code])
  children.push(child)
  return child
}
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
})
const stays = 'setInterval(() => {}, 1000)'

it('starts a killed program again, and leaves it alone once it is stopped', async () => {
  let stop = (): void => undefined
  const stopped = new Promise<void>((resolve) => {
    stop = resolve
  })
  const first = run(stays)
  const second = run(stays)
  const waits: number[] = []
  const started = new Promise<void>((resolve) => {
    void superviseChild({
      child: first,
      start: async () => {
        resolve()
        return second
      },
      stopped,
      say: () => undefined,
      pause: async (seconds) => waits.push(seconds),
    }).then((last) => expect(last).toBe(second))
  })
  first.kill('SIGKILL')
  await started
  expect(waits).toEqual([1])
  stop()
  second.kill('SIGKILL')
  await once(second, 'exit')
  expect(waits).toEqual([1])
})

it('waits longer each time and gives up after five ends within two minutes, with a sentence', async () => {
  const waits: number[] = []
  const said: string[] = []
  await expect(
    superviseChild({
      child: run('process.exit(3)'),
      start: async () => run('process.exit(3)'),
      stopped: new Promise(() => undefined),
      say: (sentence) => said.push(sentence),
      pause: async (seconds) => waits.push(seconds),
      now: () => 0,
    }),
  ).rejects.toThrow(
    new Refusal(
      'The server ended 5 times within two minutes (last: code 3), so it is not started again: the reason stands above. When it is mended, npm start.',
    ),
  )
  expect(waits).toEqual([1, 2, 5, 15])
  expect(said[0]).toBe('The server ended by itself (code 3); it is started again in 1 s.')
})

it('an end now and then is always followed by a new start', async () => {
  let clock = 0
  let starts = 0
  let stop = (): void => undefined
  const stopped = new Promise<void>((resolve) => {
    stop = resolve
  })
  await superviseChild({
    child: run(''),
    start: async () => {
      starts += 1
      if (starts === 12) stop()
      return run(starts === 12 ? stays : '')
    },
    stopped,
    say: () => undefined,
    pause: async () => {
      clock += 31_000
    },
    now: () => clock,
  })
  expect(starts).toBe(12)
})
