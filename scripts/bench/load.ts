// Several people at once: requests a second of file pages, and saves.
import { type Line, ms } from './line'
import { median, quantile } from './measure'
import { PAGES } from './pages'
import type { Server } from './servers'

const AT_ONCE = 4

type Burst = { readonly perSecond: number; readonly p95: number }

/** As many as `AT_ONCE` go round until the time is over. */
export const burst = async (run: () => Promise<unknown>, seconds: number): Promise<Burst> => {
  const took: number[] = []
  const since = performance.now()
  const end = since + seconds * 1000
  const one = async (): Promise<void> => {
    while (performance.now() < end) {
      const begun = performance.now()
      await run()
      took.push(performance.now() - begun)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, one))
  return { perSecond: took.length / ((performance.now() - since) / 1000), p95: quantile(took, 0.95) }
}

const alternateBursts = async <K extends string>(
  things: readonly (readonly [K, () => Promise<unknown>])[],
  seconds: number,
  rounds = 6,
): Promise<Map<K, Burst>> => {
  const bursts = new Map<K, Burst[]>(things.map(([name]) => [name, []]))
  for (let round = 0; round < rounds; round++)
    for (const [name, run] of round % 2 === 0 ? things : [...things].reverse())
      bursts.get(name)?.push(await burst(run, seconds))
  return new Map(
    [...bursts].map(([name, all]) => [
      name,
      {
        perSecond: median(all.map(({ perSecond }) => perSecond)),
        p95: median(all.map(({ p95 }) => p95)),
      },
    ]),
  )
}

const say = ({ perSecond, p95 }: Burst): string => `${perSecond.toFixed(1)}/s, p95 ${ms(p95)}`
const none: Burst = { perSecond: 0, p95: 0 }

export const measureLoad = async (served: Server, bare: Server, size: string): Promise<Line> => {
  const { address, who } = PAGES.file
  const bursts = await alternateBursts(
    [
      ['served', () => served.ask(address, { who })],
      ['bare', () => bare.ask('/file')],
    ],
    3,
  )
  const [ours, theirs] = [bursts.get('served') ?? none, bursts.get('bare') ?? none]
  const ratio = ours.perSecond / theirs.perSecond
  return {
    what: `File pages, ${AT_ONCE} at once, ${size}`,
    ours: say(ours),
    theirs: say(theirs),
    measured: `${ratio.toFixed(2)} × the requests`,
    aim: '≥ 0.6 ×',
    isHit: ratio >= 0.6,
    note: 'aim on a quiet 2-core machine: 60/s at p95 ≤ 150 ms',
  }
}

export const measureSavingLoad = async (
  save: () => Promise<void>,
  raw: () => Promise<void>,
  size: string,
): Promise<Line> => {
  const bursts = await alternateBursts(
    [
      ['served', save],
      ['raw', raw],
    ],
    1.5,
  )
  const [ours, theirs] = [bursts.get('served') ?? none, bursts.get('raw') ?? none]
  const more = ours.p95 - theirs.p95
  return {
    what: `Visits saved, ${AT_ONCE} at once, ${size}`,
    ours: say(ours),
    theirs: say(theirs),
    measured: `p95 + ${ms(more)}`,
    aim: 'p95 ≤ + 50 ms',
    isHit: more <= 50,
    note: 'aim on a quiet 2-core machine: 40/s at p95 ≤ 200 ms',
  }
}
