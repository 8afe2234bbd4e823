import fs from 'node:fs'
import { describe, expect, it } from 'vitest'
import { catalogueFile, catalogueText, differences } from '../../scripts/catalogue.mjs'
import { withClient } from '../../scripts/pg-client.mjs'
import { urls } from '../support/own-database'

const committed = fs.readFileSync(catalogueFile, 'utf8')
const read = () => withClient(urls.superuser, catalogueText)

/** What the text says after a change that is taken back. */
const readAfter = (sql: string): Promise<string> =>
  withClient(urls.superuser, async (client) => {
    await client.query('BEGIN')
    try {
      await client.query(sql)
      return await catalogueText(client)
    } finally {
      await client.query('ROLLBACK')
    }
  })

describe('prisma/catalogue.txt', () => {
  it('is what a migrated database is, on every server; "npm run db -- catalogue" writes it', async () => {
    const found = await read()
    expect(differences(committed, found)).toEqual([])
    expect(found).toBe(committed)
  })

  it.each([
    ['a policy that opens', 'ALTER POLICY reach ON public.case_file USING (true)', 'policy reach'],
    ['a policy that is gone', 'DROP POLICY circle ON public.note', 'missing  public.note: policy circle'],
    ['row security switched off', 'ALTER TABLE public.person DISABLE ROW LEVEL SECURITY', 'row security'],
    [
      'row security that spares the owner',
      'ALTER TABLE public.person NO FORCE ROW LEVEL SECURITY',
      'row security forced',
    ],
    ['a grant', 'GRANT DELETE ON public.note TO accompany_app', 'accompany_app=DELETE+'],
    [
      'a grant on a column',
      'GRANT SELECT (next_step_cipher) ON public.case_file TO accompany_stats',
      'accompany_stats=SELECT',
    ],
    ['a grant taken from the owner', 'REVOKE UPDATE ON public.note FROM accompany_owner', 'accompany_owner='],
    ['a trigger switched off', 'ALTER TABLE public.note DISABLE TRIGGER copy_scope', 'enabled D'],
    [
      'a check',
      'ALTER TABLE public.legal_mandate DROP CONSTRAINT legal_mandate_days',
      'constraint legal_mandate_days',
    ],
    ['a default', "ALTER TABLE public.legal_mandate ALTER secrecy SET DEFAULT 'open'", 'default'],
    ['an index', 'CREATE INDEX more ON public.note (case_id)', 'extra  public.note: index CREATE INDEX more'],
    [
      'a function in other words',
      "CREATE OR REPLACE FUNCTION app.is_over(status text) RETURNS boolean LANGUAGE sql IMMUTABLE SET search_path = '' RETURN false",
      'app.is_over',
    ],
    [
      'a function with another owner',
      'ALTER FUNCTION app.my_cases() OWNER TO accompany_owner',
      'app.my_cases',
    ],
  ])('shows %s', async (_what, sql, sentence) => {
    expect(differences(committed, await readAfter(sql)).join('\n')).toContain(sentence)
  })
})
