import { afterAll, beforeAll, expect, it } from 'vitest'
import * as z from 'zod'
import { disconnect } from '@/lib/db/client'
import { COMMANDS, givenCommandFile } from '../support/commands'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { act } from '../support/handlers'

// Someone with the database in their hands lays one row's encrypted words into another row. No one is shown them there.

let organisation: GivenOrganisation
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
})
afterAll(async () => {
  await organisation.close()
  await disconnect()
})

const places = z.array(
  z.object({ table: z.string(), column: z.string(), key: z.enum(['case_id', 'person_id']) }),
)

/** Every encrypted column of a table whose rows belong to a file or to a person. */
const encryptedColumns = async () =>
  places.parse(
    await organisation.ask(
      `SELECT c.table_name AS "table", c.column_name AS column, min(k.column_name) AS key
         FROM information_schema.columns c
         JOIN information_schema.columns k USING (table_schema, table_name)
        WHERE c.table_schema = 'public' AND c.data_type = 'bytea' AND c.column_name ~ 'cipher$'
          AND k.column_name IN ('case_id', 'person_id')
        GROUP BY 1, 2`,
    ),
  )

/** Names of an ordinary file stand in clear, so that they are found across scripts. */
const IN_CLEAR = ['addClaim', 'joinFile']

it.each(Object.entries(COMMANDS))(
  '%s: words moved to another row open for no one',
  async (name, { open, input, read, ...command }) => {
    const file = await givenCommandFile(organisation, command)
    for (const [saved, words] of ['Verzonnen een', 'Verzonnen twee'].entries())
      expect(await act(organisation.casey.token, open, input(file, words, saved))).toMatchObject({ ok: true })
    const reading = () => organisation.casey.work((work) => read(work, file.caseId))
    expect(JSON.stringify(await reading())).toContain('Verzonnen twee')
    let moved = 0
    await organisation.ask('SET session_replication_role = replica')
    for (const { table, column, key } of await encryptedColumns()) {
      const rows = await organisation.ask(
        `UPDATE ${table} one SET ${column} = other.${column} FROM ${table} other
        WHERE one.${key} = $1 AND other.${key} = $1 AND one.ctid <> other.ctid
          AND one.${column} IS NOT NULL AND other.${column} IS NOT NULL RETURNING 1`,
        [key === 'case_id' ? file.caseId : file.personId],
      )
      moved += rows.length
    }
    await organisation.ask('SET session_replication_role = origin')
    expect(moved > 0).toBe(!IN_CLEAR.includes(name))
    if (moved === 0) return
    // Read where it was laid, each is damaged: no one sees whose words it holds.
    const shown = JSON.stringify(await reading())
    expect(shown).not.toContain('Verzonnen')
    expect(shown).toContain('damaged')
  },
)
