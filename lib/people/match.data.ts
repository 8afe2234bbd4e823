import 'server-only'
import * as z from 'zod'
import type { Permission } from '@/lib/access/grants'
import { rowsReachedBy } from '@/lib/access/scope'
import { empty, join, raw, type Sql, sql } from '@/lib/db/sql'
import { PLANNED_ANEW } from '@/lib/db/statement-names'
import type { Work } from '@/lib/db/work'
import { neighboursOf } from './key.rules'
import { likenessOfNames, type NameWeight, type Word } from './match.rules'

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

/** One of the names of someone within reach, and how well it fits. */
export type NameHit = {
  readonly caseId: string
  readonly personId: string
  readonly nameId: string
  readonly score: number
  readonly isSame: boolean
}

const hear = async (work: Work, name: string): Promise<Heard[]> =>
  heardRows.parse(
    await work.tx
      .$queryRaw`SELECT starts, span, word, sound, keys FROM app.name_words(${name}) WHERE span > 0`,
  )

/** What the program tells of names, and above it the last word of the organisation about each two of them (docs/adr/0078). */
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

type Known = z.output<typeof knownRows>[number]
/** The words of each name together. */
const gather = (
  rows: readonly Known[],
): readonly { readonly hit: Known; readonly words: readonly Word[] }[] => {
  const names = new Map<string, { hit: Known; words: Word[] }>()
  for (const row of rows) {
    const of = `${row.case_id} ${row.name_id}`
    const name = names.get(of)
    if (name === undefined) names.set(of, { hit: row, words: [row] })
    else name.words.push(row)
  }
  return [...names.values()]
}

type Asked = {
  readonly key: string
  readonly word: number
  readonly weight: number
  /** One letter away from how the word is read. */
  readonly isNear: boolean
}

/** By which keys a word is looked for: as it is read, as its equals are, and one letter away. */
const askFor = (heard: readonly Heard[], told: readonly Equal[]): readonly Asked[] =>
  heard.flatMap(({ word, sound, keys }, index) => {
    const length = 0.5 + Math.min(word.length, 6) / 12
    const equals = told.filter((one) => one.one_sound === sound && one.weight > 0)
    const weights = new Map<string, { weight: number; isNear: boolean }>()
    const ask = (key: string, weight: number, isNear = false): void => {
      if ((weights.get(key)?.weight ?? 0) < weight) weights.set(key, { weight: weight * length, isNear })
    }
    for (const key of keys) for (const near of neighboursOf(key)) ask(near, 0.55, true)
    for (const { key, weight } of equals) ask(key, 0.9 * weight)
    for (const key of keys) ask(key, 1)
    return [...weights].map(([key, one]) => ({ key, word: index, ...one }))
  })

const columns = (asked: readonly Asked[]): Sql =>
  sql`unnest(${asked.map(({ key }) => key)}::text[], ${asked.map(({ word }) => word)}::int[],
             ${asked.map(({ weight }) => weight)}::float8[], ${asked.map(({ isNear }) => isNear)}::bool[])`

/** How many words of a name are kept together with each other one (app.name_words). */
const TOGETHER = 5
/** Of how many words two that are both a letter off are looked for together: of more, two say little. */
const BOTH_OFF = 3

/** Every two words together of which one or both are a letter off. */
const pairsOf = (heard: readonly Heard[], asked: readonly Asked[]): Sql[] => {
  const alone = heard.flatMap(({ span }, word) => (span === 1 ? [word] : [])).slice(0, TOGETHER)
  const bothOff = alone.length <= BOTH_OFF ? empty : sql`AND NOT (a.near AND b.near)`
  const keysOf = (word: number): Sql => columns(asked.filter((one) => one.word === word))
  return alone.flatMap((one, at) =>
    alone.slice(at + 1).map(
      (other) => sql`
        SELECT app.pair_key(a.key, b.key), a.word, a.weight, b.word, b.weight
          FROM ${keysOf(one)} AS a(key, word, weight, near), ${keysOf(other)} AS b(key, word, weight, near)
         WHERE (a.near OR b.near) ${bothOff}`,
    ),
  )
}

/**
 * The names within reach that fit best by the keys of their words. Keys are compared by equality alone, which PostgreSQL lets an
 * index do below the policies: rows out of reach are not found, and the index is not asked for them.
 */
const listClosest = async (
  work: Work,
  {
    ways,
    heard,
    alone,
    pairs,
  }: { ways: readonly Sql[]; heard: readonly Heard[]; alone: readonly Asked[]; pairs: readonly Sql[] },
): Promise<Known[]> => {
  const sounds = heard.map(({ sound }) => sound)
  const asked = join(
    [
      sql`SELECT key, word, weight, NULL::int AS other, NULL::float8 AS beside FROM ${columns(alone)} AS a(key, word, weight, near)`,
      ...pairs,
    ],
    ' UNION ALL ',
  )
  const found = join(
    ways.map(
      (way) => sql`SELECT w.case_id, w.name_id, a.word, a.other, a.beside,
               a.weight + CASE WHEN w.sound = ANY (${sounds}) THEN 0.3::float8 ELSE 0 END AS weight
        FROM name_word w JOIN asked a ON a.key = w.key
       WHERE ${way} AND w.key = ANY (ARRAY(SELECT key FROM asked))`,
    ),
    ' UNION ALL ',
  )
  // Of each word that was heard the best of a name's counts: one pass over what was found, however many words there are.
  const fits = join(
    heard.map(
      (_, word) => sql`COALESCE(GREATEST(max(weight) FILTER (WHERE word = ${word}::int),
                                         max(beside) FILTER (WHERE other = ${word}::int)), 0)`,
    ),
    ' + ',
  )
  return knownRows.parse(
    await work.tx.$queryRaw`
      ${raw(PLANNED_ANEW)} WITH asked AS MATERIALIZED (${asked}),
      closely AS (
        SELECT case_id, name_id FROM (${found}) w GROUP BY case_id, name_id
         ORDER BY ${fits} DESC, name_id LIMIT ${CLOSELY})
      SELECT DISTINCT w.case_id, w.person_id, w.name_id, w.starts, w.span, w.word, w.sound
        FROM closely c JOIN name_word w ON w.case_id = c.case_id AND w.name_id = c.name_id AND w.span > 0`,
  )
}

/**
 * The names within reach that fit a name someone heard, best first. Who leads offices reaches more names with one word a letter
 * off than are looked at: they are asked for where those with a word as it is read, or with two words, are too few (docs/adr/0089).
 */
export const findNames = async (work: Work, permission: Permission, name: string): Promise<NameHit[]> => {
  const heard = await hear(work, name)
  const ways = rowsReachedBy(work.actor, permission, work.now)
  if (heard.length === 0 || ways.length === 0) return []
  const told = await listTold(work, heard)
  const asked = askFor(heard, told)
  const surely = asked.filter(({ isNear, word }) => !isNear || heard[word]?.span !== 1)
  const few =
    ways.length > 1
      ? gather(await listClosest(work, { ways, heard, alone: surely, pairs: pairsOf(heard, asked) }))
      : []
  const names =
    few.length < CLOSELY ? gather(await listClosest(work, { ways, heard, alone: asked, pairs: [] })) : few
  const weights = new Map(told.map((one) => [`${one.one_sound} ${one.other_sound}`, one.weight]))
  const toldOf: NameWeight = (one, other) => weights.get(`${one} ${other}`)
  return names
    .map(({ hit, words }) => {
      const { score, isSame } = likenessOfNames(heard, words, toldOf)
      return { caseId: hit.case_id, personId: hit.person_id, nameId: hit.name_id, score, isSame }
    })
    .sort(
      (a, b) =>
        b.score - a.score ||
        Number(b.isSame) - Number(a.isSame) ||
        // Two that fit equally come in one order, however the rows happen to lie.
        `${a.nameId} ${a.caseId}`.localeCompare(`${b.nameId} ${b.caseId}`),
    )
}
