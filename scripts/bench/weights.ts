// What each route sends as script, gzipped, above an empty page of the same Next.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import * as z from 'zod'
import type { Line } from './line'

/** What a route may bring above an empty page, gzipped, in bytes (docs/adr/0033). */
export const MOST = 57_000
/** What an empty page of this Next brings, in bytes, gzipped; the bench builds one and stops when that has changed. */
export const EMPTY_PAGE = { next: '16.4.6', bytes: 135_009 } as const
const build = z.object({ rootMainFiles: z.array(z.string()) })
const manifest = z.object({ entryJSFiles: z.record(z.string(), z.array(z.string())) })

const weights = new Map<string, number>()
const weightOf = (file: string): number => {
  const weight = weights.get(file) ?? gzipSync(readFileSync(file), { level: 9 }).length
  weights.set(file, weight)
  return weight
}

/**
 * The routes of a build with all the script that a browser loads for each before anyone does anything, in bytes, gzipped
 * file by file. Polyfills are for browsers of long ago.
 */
export const weigh = (folder: string): ReadonlyMap<string, number> => {
  const { rootMainFiles } = build.parse(
    JSON.parse(readFileSync(path.join(folder, 'build-manifest.json'), 'utf8')),
  )
  const routes = new Map<string, number>()
  const app = path.join(folder, 'server/app')
  for (const file of readdirSync(app, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('page_client-reference-manifest.js')) continue
    const text = readFileSync(path.join(app, file), 'utf8')
    const name = /__RSC_MANIFEST\["([^"]+)"\]\s*=\s*/.exec(text)
    if (name?.[1] === undefined) continue
    const json = text.slice(name.index + name[0].length).replace(/;\s*$/, '')
    const { entryJSFiles } = manifest.parse(JSON.parse(json))
    const entries = Object.entries(entryJSFiles).filter(([entry]) => !entry.includes('global-error'))
    const files = new Set([...rootMainFiles, ...entries.flatMap(([, own]) => own)])
    const route = name[1].replace(/\/page$/, '').replace(/\/\([^/]+\)/g, '')
    routes.set(
      route === '' ? '/' : route,
      [...files].reduce((sum, own) => sum + weightOf(path.join(folder, own)), 0),
    )
  }
  return routes
}

export type Weights = {
  readonly line: Line
  readonly empty: number
  readonly routes: readonly (readonly [string, number])[]
}

export const weighScripts = (bareFolder: string): Weights => {
  const empty = weigh(path.join(bareFolder, '.next')).get('/empty') ?? 0
  // Another Node has another zlib, which packs a few bytes more or less.
  if (Math.abs(empty - EMPTY_PAGE.bytes) > 100)
    throw new Error(`an empty page weighs ${empty} bytes, and EMPTY_PAGE says ${EMPTY_PAGE.bytes}`)
  const routes = [...weigh('.next')].filter(([route]) => !route.startsWith('/_')).sort((a, b) => b[1] - a[1])
  const [heaviest = ['none', 0] as const] = routes
  const over = routes.filter(([, weight]) => weight - empty > MOST)
  const kilo = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`
  return {
    empty,
    routes,
    line: {
      what: `Script of the heaviest route, gzip (${heaviest[0]})`,
      ours: kilo(heaviest[1]),
      theirs: kilo(empty),
      measured: `+ ${kilo(heaviest[1] - empty)}`,
      aim: `≤ + ${MOST / 1000} kB for every route`,
      isHit: over.length === 0,
      note:
        over.length === 0
          ? `all ${routes.length} routes`
          : `${over.length} of ${routes.length} routes are above`,
    },
  }
}
