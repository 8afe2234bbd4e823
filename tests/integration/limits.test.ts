import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { editNote, writeNote } from '@/lib/cases/note.actions'
import { disconnect } from '@/lib/db/client'
import { dayOf } from '@/lib/shared/dates'
import { withClient } from '../../scripts/pg-client.mjs'
import { givenBareFile } from '../support/given/bare-file'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { act } from '../support/handlers'
import { urls } from '../support/own-database'

let organisation: GivenOrganisation
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
})
afterAll(async () => {
  await organisation.close()
  await disconnect()
})

it.each([
  ['app', '15s', '8s', '30s'],
  ['auth', '10s', '5s', '30s'],
  ['share', '5s', '2s', '10s'],
  ['stats', '1min', '8s', '1min'],
  ['job', '30min', '1min', '10min'],
  ['backup', '0', '1min', '1h'],
  ['migrate', '0', '1min', '1h'],
] as const)(
  '%s: a statement ends after %s, a wait for a lock after %s, a forgotten transaction after %s',
  async (role, statement, lock, idle) => {
    const { rows } = await withClient(urls[role], (client) =>
      client.query(
        `SELECT current_setting('statement_timeout') AS statement, current_setting('lock_timeout') AS lock,
              current_setting('idle_in_transaction_session_timeout') AS idle`,
      ),
    )
    expect(rows).toEqual([{ statement, lock, idle }])
  },
)

it('a save that waits too long behind a lock says that nothing was saved, and the same one goes through later', async () => {
  const database = new URL(urls.app).pathname.slice(1)
  await organisation.ask(
    `ALTER ROLE accompany_app IN DATABASE ${pg.escapeIdentifier(database)} SET lock_timeout TO '300ms'`,
  )
  const { id: caseId } = await givenBareFile(organisation)
  const today = dayOf(new Date())
  const note = { caseId, kind: 'note', happenedOn: today, text: 'The brother phoned on Monday.' }
  const written = await act(organisation.casey.token, writeNote, note)
  const noteId = written.ok ? written.value.noteId : ''
  const edit = { ...note, noteId, version: 1, text: 'The sister phoned on Tuesday.' }
  const requestId = randomUUID()
  // The pool's connections were opened under the longer limit.
  await disconnect()
  const held = new pg.Client({ connectionString: urls.superuser })
  await held.connect()
  try {
    await held.query('BEGIN')
    await held.query('SELECT FROM note WHERE id = $1 FOR UPDATE', [noteId])
    expect(await act(organisation.casey.token, editNote, edit, requestId)).toEqual({
      ok: false,
      code: 'busy',
    })
  } finally {
    await held.query('ROLLBACK')
    await held.end()
    await organisation.ask(
      `ALTER ROLE accompany_app IN DATABASE ${pg.escapeIdentifier(database)} RESET lock_timeout`,
    )
  }
  expect(await organisation.ask('SELECT version FROM note WHERE id = $1', [noteId])).toEqual([{ version: 1 }])
  expect(await act(organisation.casey.token, editNote, edit, requestId)).toMatchObject({
    ok: true,
    value: { version: 2 },
  })
  expect(await organisation.ask('SELECT version FROM note WHERE id = $1', [noteId])).toEqual([{ version: 2 }])
})
