// Four pages beside their floor: a bare Next page that shows the same rows with the fewest statements (bare/floor.mjs). Statements, processor time
// of server and database, weight and requests a second, at two sizes of the same office.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { countFloor } from './bare/floor.mjs'
import { measureCosts } from './costs'
import type { Urls } from './database'
import { fileCode, LONG_FILE } from './files'
import { type Line, ms, times } from './line'
import { burst } from './load'
import { median, timeOf } from './measure'
import { type Asker, tokenOf } from './organisation'
import { record, startRecorded } from './pages'
import { findServer } from './reports'
import { recordings, type Server } from './servers'

/** Per page: who asks for what, and the most statements and kilobytes of HTML that it may take. */
export const FLOOR_PAGES = {
  today: { address: '/', who: 'worker', statements: 15, html: 80 },
  caseload: { address: '/cases', who: 'worker', statements: 12, html: 120 },
  file: { address: `/cases/${fileCode(LONG_FILE)}`, who: 'worker', statements: 10, html: 100 },
  planning: { address: '/planning', who: 'leader', statements: 18, html: 150 },
} as const satisfies Record<string, { address: string; who: Asker; statements: number; html: number }>
type FloorPage = keyof typeof FLOOR_PAGES
const NAMES = Object.keys(FLOOR_PAGES).filter((name): name is FloorPage => name in FLOOR_PAGES)

const ROUNDS = 60
const SECONDS = 4
const MOST_CPU = 2
const MOST_GROWTH = 1.25
/** Milliseconds. */
const MOST_CHIEF = 150

const countStatements = (name: string): number =>
  readFileSync(path.join(recordings, `${name}.ndjson`), 'utf8')
    .trim()
    .split('\n').length

/** How many statements each page asks, once its server is warm. */
const readStatements = async (urls: Urls): Promise<ReadonlyMap<FloorPage, number>> => {
  const served = await startRecorded(urls)
  const counted = new Map<FloorPage, number>()
  for (const name of NAMES) {
    const { address, who } = FLOOR_PAGES[name]
    await served.server.ask(address, { who })
    await record(served, `floor-${name}`, () => served.server.ask(address, { who }))
    counted.set(name, countStatements(`floor-${name}`))
  }
  await served.server.stop()
  return counted
}

const floorAddress = (name: FloorPage): string => {
  const { who } = FLOOR_PAGES[name]
  const today = new Date().toISOString().slice(0, 10)
  return `/floor/${name}?${new URLSearchParams({ token: tokenOf(who), code: fileCode(LONG_FILE), today })}`
}

/** @returns the milliseconds of a processor that each page takes with its database, by page, for the growth from one size to the next */
export const measureFloor = async ({
  served,
  bare,
  urls,
  size,
  before,
  show,
}: {
  readonly served: Server
  readonly bare: Server
  readonly urls: Urls
  readonly size: string
  /** What it took at the smaller size. */
  readonly before: ReadonlyMap<FloorPage, number> | null
  readonly show: (line: Line) => void
}): Promise<ReadonlyMap<FloorPage, number>> => {
  const statements = await readStatements(urls)
  const database = await findServer(urls)
  const costs = new Map<FloorPage, number>()
  for (const name of NAMES) {
    const { address, who, ...most } = FLOOR_PAGES[name]
    const ours = () => served.ask(address, { who })
    const theirs = () => bare.ask(floorAddress(name))
    const cpuOf = async (ask: () => Promise<unknown>, server: Server): Promise<number> => {
      const { cpu } = await measureCosts(() => repeat(ask), {
        processes: [server.pid],
        server: database,
        rounds: 3,
      })
      if (cpu === null) throw new Error('this system does not say what a process took of a processor')
      return cpu / ROUNDS
    }
    const [own, floor] = [await cpuOf(ours, served), await cpuOf(theirs, bare)]
    const html = (await ours()).body.length / 1000
    const count = statements.get(name)
    if (count === undefined) throw new Error(`the statements of ${name} were not counted`)
    const bursts: { own: number; floor: number }[] = []
    for (let round = 0; round < 3; round++)
      bursts.push({
        own: (await burst(ours, SECONDS)).perSecond,
        floor: (await burst(theirs, SECONDS)).perSecond,
      })
    costs.set(name, own)
    show({
      what: `${name}, processor of server and database, ${size}`,
      ours: ms(own),
      theirs: ms(floor),
      measured: times(own / floor),
      aim: `≤ ${MOST_CPU} ×`,
      isHit: own / floor <= MOST_CPU,
      note: `${median(bursts.map((one) => one.own)).toFixed(1)} requests a second beside ${median(bursts.map((one) => one.floor)).toFixed(1)}, four at once`,
    })
    show({
      what: `${name}, statements, ${size}`,
      ours: `${count}`,
      theirs: `${countFloor(name)}`,
      measured: `${count}`,
      aim: `≤ ${most.statements}`,
      isHit: count <= most.statements,
    })
    show({
      what: `${name}, HTML, ${size}`,
      ours: `${html.toFixed(0)} kB`,
      theirs: `${((await theirs()).body.length / 1000).toFixed(0)} kB`,
      measured: `${html.toFixed(0)} kB`,
      aim: `≤ ${most.html} kB`,
      isHit: html <= most.html,
    })
    const small = before?.get(name)
    if (small !== undefined)
      show({
        what: `${name}, ${size} beside the smaller size`,
        ours: ms(own),
        theirs: ms(small),
        measured: times(own / small),
        aim: `≤ ${MOST_GROWTH} ×`,
        isHit: own / small <= MOST_GROWTH,
      })
  }
  return costs
}

/** The same pages for a coordinator of a hundred offices. */
export const measureChief = async (served: Server, size: string): Promise<Line[]> => {
  const lines: Line[] = []
  for (const name of ['today', 'caseload', 'planning'] as const) {
    const { address } = FLOOR_PAGES[name]
    const took: number[] = []
    for (let n = 0; n < 12; n++) took.push(await timeOf(() => served.ask(address, { who: 'chief' })))
    const middle = median(took.slice(2))
    lines.push({
      what: `${name}, coordinator of a hundred offices, ${size}`,
      ours: ms(middle),
      theirs: '–',
      measured: ms(middle),
      aim: `≤ ${MOST_CHIEF} ms`,
      isHit: middle <= MOST_CHIEF,
    })
  }
  return lines
}

const repeat = async (ask: () => Promise<unknown>): Promise<void> => {
  for (let n = 0; n < ROUNDS; n++) await ask()
}
