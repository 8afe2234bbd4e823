// Pages as they are served, beside a bare Next page and plain SQL that ask the database for the same.
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { readRecording, replay } from './bare/replay.mjs'
import type { Urls } from './database'
import { fileCode, LONG_FILE } from './files'
import { type Line, ratioLine } from './line'
import { alternate } from './measure'
import type { Asker } from './organisation'
import { recordings, type Server, startApplication } from './servers'

export const PAGES = {
  list: { address: '/cases', who: 'worker' },
  file: { address: `/cases/${fileCode(LONG_FILE)}`, who: 'worker' },
} as const satisfies Record<string, { address: string; who: Asker }>

/** Runs something in an application that writes down its statements, and keeps those of the last `run`. */
export const record = async (
  served: { readonly server: Server; readonly file: string },
  name: string,
  run: () => Promise<unknown>,
): Promise<void> => {
  writeFileSync(served.file, '')
  await run()
  copyFileSync(served.file, path.join(recordings, `${name}.ndjson`))
}

export const startRecorded = async (urls: Urls) => {
  mkdirSync(recordings, { recursive: true })
  const file = path.join(recordings, 'all')
  return { server: await startApplication(urls, file), file }
}

/** Writes down what each page asks for, once its server is warm. */
export const recordPages = async (urls: Urls): Promise<void> => {
  const served = await startRecorded(urls)
  for (const [name, { address, who }] of Object.entries(PAGES)) {
    await served.server.ask(address, { who })
    await record(served, name, () => served.server.ask(address, { who }))
  }
  await served.server.stop()
}

export const openPool = (urls: Urls): pg.Pool =>
  new pg.Pool({ connectionString: urls.app, max: 10, options: '-c TimeZone=UTC' })

/** The own list and one file, beside the bare page and beside the same statements without any page. */
export const measurePages = async ({
  served,
  bare,
  urls,
  size,
}: {
  served: Server
  bare: Server
  urls: Urls
  size: string
}): Promise<Line[]> => {
  const pool = openPool(urls)
  const lines: Line[] = []
  const limits = [
    { name: 'list', what: `Own list, first 50 of 66 files, HTML, ${size}`, most: 1.3 },
    { name: 'file', what: `One file with its timeline, HTML, ${size}`, most: 1.5 },
  ] as const
  for (const { name, what, most } of limits) {
    const { address, who } = PAGES[name]
    const recording = readRecording(path.join(recordings, `${name}.ndjson`))
    const took = await alternate({
      served: () => served.ask(address, { who }),
      bare: () => bare.ask(`/${name}`),
      sql: () => replay(pool, recording),
    })
    const { body } = await served.ask(address, { who })
    const other = (await bare.ask(`/${name}`)).body
    const statements = recording.reduce((sum, lane) => sum + lane.length, 0)
    const kilo = (text: string): string => `${Math.round(text.length / 1000)} kB`
    const note = `${statements} statements, which alone take ${took('sql').toFixed(1)} ms; HTML ${kilo(body)} beside ${kilo(other)}`
    lines.push(ratioLine(what, { ours: took('served'), theirs: took('bare'), most, note }))
  }
  await pool.end()
  return lines
}

/** The address of a page of the list, reached by its own links. */
const findPage = async (served: Server, page: number): Promise<string> => {
  let address = '/cases'
  for (let now = 1; now < page; now++) {
    const { body } = await served.ask(address, { who: 'leader' })
    const next = [...body.matchAll(/href="(\/cases\?[^"]*after=[^"]*)"/g)].at(-1)?.[1]
    if (next === undefined) throw new Error(`the list ends at page ${now}`)
    address = next.replaceAll('&amp;', '&')
  }
  return address
}

/** Page 50 of the same office's list, in a small organisation and in a large one. */
export const measurePaging = async (small: Server, large: Server, size: string): Promise<Line> => {
  const [few, many] = [await findPage(small, 50), await findPage(large, 50)]
  const took = await alternate({
    large: () => large.ask(many, { who: 'leader' }),
    small: () => small.ask(few, { who: 'leader' }),
  })
  return ratioLine(`Page 50 of the list by keyset, ${size} encounters beside 10,000`, {
    ours: took('large'),
    theirs: took('small'),
    most: 1.5,
  })
}
