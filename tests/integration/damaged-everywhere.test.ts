import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { disconnect } from '@/lib/db/client'
import { CIPHERS, nameOfCipher } from '../architecture/stored-ciphers'
import { type Handler, listHandlers } from '../architecture/walk'
import { byHand, flip, listCipherColumns } from '../support/damage'
import { draw } from '../support/draw'
import { givenEveryPage } from '../support/every-page'
import { fetchFile, openPage } from '../support/handlers'
import { openSuperuser } from '../support/superuser'
import { drawn, isSweep } from '../support/sweep'

// Every encrypted column of the database damaged at once: every page about people that opened before opens after.

const SENTENCE = 'This text is damaged and cannot be shown.'
let owner: pg.Client
let tokens: readonly string[] = []
let handlers: readonly Handler[] = []
let ids: Readonly<Record<string, string>> = {}
let files: readonly { id: string; code: string }[] = []
const ask = async (sql: string, values: readonly unknown[] = []): Promise<Record<string, unknown>[]> =>
  (await owner.query(sql, [...values])).rows

beforeAll(async () => {
  owner = await openSuperuser()
  const given = await givenEveryPage(owner, ask)
  tokens = given.tokens
  ids = given.ids
  files = given.files
  handlers = (await listHandlers()).filter(
    ({ name, metadata }) =>
      (metadata?.kind === 'page' || metadata?.kind === 'download') &&
      !/^\/(countries|statistics|accounts)/.test(name),
  )
})
afterAll(async () => {
  await owner.end()
  await disconnect()
})

type Page = Parameters<typeof openPage>[1]
type Get = Parameters<typeof fetchFile>[1]
const isPage = (open: unknown): open is Page => typeof open === 'function'
const isGet = (open: unknown): open is Get => typeof open === 'function'

/** How each page and download answers, by name, file and reader. */
const openAll = async (): Promise<{ answers: Record<string, string>; sentences: number }> => {
  const answers: Record<string, string> = {}
  let sentences = 0
  for (const [place, { name, open, metadata }] of handlers.entries())
    for (const [at, file] of (name.startsWith('/cases/[code]') ? files : files.slice(0, 1)).entries())
      for (const [index, token] of tokens.entries()) {
        const isOfFile = name.startsWith('/cases/[code]')
        // One file of each page by one of the two readers; in a sweep all by both.
        if (!isSweep && (index !== place % 2 || (isOfFile && at !== (place >> 1) % files.length))) continue
        const key = `${name} ${file.code} ${index}`
        if (metadata?.kind === 'download') {
          if (!isGet(open) || !name.startsWith('GET')) continue
          const [row] = await ask('SELECT id FROM attachment ORDER BY id LIMIT 1')
          const path = `${name.slice(4)}?id=${name.includes('attachments') ? row?.id : file.id}&file=${file.id}`
          const { status } = await fetchFile(token, open, path)
          answers[key] = status === 500 ? 'failed' : 'answered'
          continue
        }
        if (!isPage(open)) continue
        const params = { ...ids, code: file.code, country: 'be' }
        const shown = await openPage(token, open, { params, search: { file: file.id } }).catch(
          (error: unknown) => ({ outcome: `failed: ${error instanceof Error ? error.stack : ''}` }),
        )
        answers[key] = shown.outcome
        if (!('node' in shown)) continue
        const html = await draw(shown.node).catch(() => 'not drawn')
        if (html === 'not drawn') answers[key] = 'shown, not drawn'
        if (html.includes(SENTENCE)) sentences += 1
      }
  return { answers, sentences }
}

describe('with every encrypted value damaged', () => {
  it('every page that opened before opens, and says so', async () => {
    const before = await openAll()
    expect(
      Object.values(before.answers).filter((answer) => answer.startsWith('shown')).length,
    ).toBeGreaterThan(drawn(30, 60))
    expect(Object.entries(before.answers).filter(([, answer]) => /^failed|not drawn$/.test(answer))).toEqual(
      [],
    )
    expect(before.sentences).toBe(0)
    const columns = await listCipherColumns(ask)
    expect(columns.length).toBeGreaterThan(40)
    const untouched: string[] = []
    for (const { table, column } of columns) {
      await flip(ask, table, column, `WHERE ${column} IS NOT NULL`)
      // What was left empty is filled with bytes that no key opens, where the table lets it.
      await byHand(
        ask,
        `UPDATE ${table} SET ${column} = decode(repeat('01', 60), 'hex') WHERE ${column} IS NULL`,
      ).catch(() => [])
      const [row] = await ask(`SELECT count(${column})::int AS n FROM ${table}`)
      if (row?.n === 0) untouched.push(`${table}.${column}`)
    }
    await byHand(ask, "UPDATE person_name SET text = NULL, cipher = decode(repeat('01', 60), 'hex')")
    // Those that may only be filled with something beside them; their own rooms test them.
    expect(untouched.length).toBeLessThan(14)
    const after = await openAll()
    expect(after.answers).toEqual(before.answers)
    expect(after.sentences).toBeGreaterThan(drawn(15, 30))
    // The names under which the code looked for each are those that the ciphers of earlier versions are bound to.
    const told = await ask(
      "SELECT DISTINCT detail ->> 'table' || '.' || (detail ->> 'column') AS name FROM audit_event WHERE event = 'content.damaged'",
    )
    const bound = CIPHERS.map(nameOfCipher)
    expect(told.map(({ name }) => name).filter((name) => !bound.includes(String(name)))).toEqual([])
    expect(told.length).toBeGreaterThan(40)
  })
})
