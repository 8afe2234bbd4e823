import 'server-only'
import * as z from 'zod'
import type { Permission } from '@/lib/access/grants'
import { rowsReachedBy } from '@/lib/access/scope'
import { join, sql } from '@/lib/db/sql'
import type { Work } from '@/lib/db/work'
import { neighboursOf } from './key.rules'
import { likenessOfNames, type Told, type Word } from './match.rules'

/** How many names are looked at closely. */
const CLOSELY = 200

const wordRow = z.object({ starts: z.number(), span: z.number(), word: z.string(), sound: z.string() })
const heardRows = z.array(wordRow.extend({ keys: z.array(z.string()) }))
const toldRows = z.array(
  z.object({ one_sound: z.string(), other_sound: z.string(), weight: z.number(), key: z.string() }),
)
const knownRows = z.array(wordRow.extend({ case_id: z.string(), person_id: z.string(), name_id: z.string() }))
type Heard = z.output<typeof heardRows>[number]
type Equal = z.output<typeof toldRows>[number]

/** One of the names of somebody within reach, and how well it fits. */
export type NameHit = {
  readonly caseId: string
  readonly personId: string
  readonly nameId: string
  readonly score: number
  readonly isSame: boolean
}

const hear = async (work: Work, name: string): Promise<Heard[]> =>
  heardRows.parse(
    await work.tx.$queryRaw`SELECT starts, span, word, sound, keys FROM app.name_words(${name})`,
  )

/** What the program tells of names, and above it the last word of the house about each two of them (docs/adr/0078). */
const listTold = async (work: Work, heard: readonly Heard[]): Promise<Equal[]> =>
  toldRows.parse(
    await work.tx.$queryRaw`
      WITH said AS (
        SELECT DISTINCT ON (lower(one), lower(other)) one_sound, other_sound, weight
          FROM name_ruling ORDER BY lower(one), lower(other), said_at DESC, id DESC),
      ruled AS (
        SELECT one_sound, other_sound, weight FROM said WHERE weight IS NOT NULL
         UNION ALL SELECT other_sound, one_sound, weight FROM said WHERE weight IS NOT NULL),
      told AS (
        SELECT one_sound, other_sound, weight FROM ruled WHERE weight <> 0
         UNION ALL
        SELECT e.one_sound, e.other_sound, e.weight FROM name_equivalent e
         WHERE NOT EXISTS (SELECT FROM ruled r WHERE r.one_sound = e.one_sound AND r.other_sound = e.other_sound)
           AND e.one_sound = ANY (${heard.map(({ sound }) => sound)}))
      SELECT one_sound, other_sound, CASE WHEN min(weight) < 0 THEN min(weight) ELSE max(weight) END AS weight, app.sound_key(other_sound) AS key
        FROM told WHERE one_sound = ANY (${heard.map(({ sound }) => sound)})
       GROUP BY one_sound, other_sound`,
  )

type Asked = { readonly key: string; readonly word: number; readonly weight: number }

/** By which keys a word is looked for: as it is read, as its equals are, and one letter away. */
const askFor = (heard: readonly Heard[], told: readonly Equal[]): readonly Asked[] =>
  heard.flatMap(({ word, sound, keys }, index) => {
    const length = 0.5 + Math.min(word.length, 6) / 12
    const equals = told.filter((one) => one.one_sound === sound && one.weight > 0)
    const weights = new Map<string, number>()
    const ask = (key: string, weight: number): void => {
      if ((weights.get(key) ?? 0) < weight) weights.set(key, weight * length)
    }
    for (const key of keys) for (const near of neighboursOf(key)) ask(near, 0.55)
    for (const { key, weight } of equals) ask(key, 0.9 * weight)
    for (const key of keys) ask(key, 1)
    return [...weights].map(([key, weight]) => ({ key, word: index, weight }))
  })

/**
 * The names within reach that fit a name somebody heard, best first. Keys are compared by equality alone, which PostgreSQL lets
 * an index do below the policies: rows out of reach are not found, and are not passed by either.
 */
export const findNames = async (work: Work, permission: Permission, name: string): Promise<NameHit[]> => {
  const heard = await hear(work, name)
  const ways = rowsReachedBy(work.actor, permission, work.now)
  if (heard.length === 0 || ways.length === 0) return []
  const told = await listTold(work, heard)
  const asked = askFor(heard, told)
  const keys = [...new Set(asked.map(({ key }) => key))]
  const sounds = heard.map(({ sound }) => sound)
  const found = join(
    ways.map(
      (way) => sql`SELECT w.case_id, w.person_id, w.name_id, a.word, a.weight, w.sound
        FROM name_word w JOIN asked a ON a.key = w.key WHERE ${way} AND w.key = ANY (${keys})`,
    ),
    ' UNION ALL ',
  )
  const known = knownRows.parse(
    await work.tx.$queryRaw`
      WITH asked AS MATERIALIZED (
        SELECT * FROM unnest(${asked.map(({ key }) => key)}::text[], ${asked.map(({ word }) => word)}::int[],
                             ${asked.map(({ weight }) => weight)}::float8[]) AS a(key, word, weight)),
      one AS (
        SELECT case_id, person_id, name_id, word,
               max(weight + CASE WHEN sound = ANY (${sounds}) THEN 0.3 ELSE 0 END) AS weight
          FROM (${found}) w GROUP BY case_id, person_id, name_id, word),
      closely AS (
        SELECT case_id, person_id, name_id FROM one GROUP BY case_id, person_id, name_id
         ORDER BY sum(weight) DESC, name_id LIMIT ${CLOSELY})
      SELECT DISTINCT w.case_id, w.person_id, w.name_id, w.starts, w.span, w.word, w.sound
        FROM closely c JOIN name_word w ON w.case_id = c.case_id AND w.name_id = c.name_id`,
  )
  const weights = new Map(told.map((one) => [`${one.one_sound} ${one.other_sound}`, one.weight]))
  const toldOf: Told = (one, other) => weights.get(`${one} ${other}`)
  const names = new Map<string, { hit: z.output<typeof knownRows>[number]; words: Word[] }>()
  for (const row of known) {
    const of = `${row.case_id} ${row.name_id}`
    const name = names.get(of)
    if (name === undefined) names.set(of, { hit: row, words: [row] })
    else name.words.push(row)
  }
  return [...names.values()]
    .map(({ hit, words }) => {
      const { score, isSame } = likenessOfNames(heard, words, toldOf)
      return { caseId: hit.case_id, personId: hit.person_id, nameId: hit.name_id, score, isSame }
    })
    .sort((a, b) => b.score - a.score || Number(b.isSame) - Number(a.isSame))
}
