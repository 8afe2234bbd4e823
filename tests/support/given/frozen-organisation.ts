import { runStatisticsJob } from '@/scripts/statistics-job'
import type { GivenOrganisation } from './organisation'

/** The 24th of November 2026 in the organisation, everyone just signed in, and its closed periods frozen; their codes. */
export const givenFrozen = async ({ ask }: Pick<GivenOrganisation, 'ask'>): Promise<string[]> => {
  await ask(
    `CREATE OR REPLACE FUNCTION app.now() RETURNS timestamptz LANGUAGE sql STABLE AS $$ SELECT '2026-11-24T12:00:00Z'::timestamptz $$`,
  )
  await ask(`UPDATE session SET created_at = '2026-11-24T11:59:00Z', last_seen_at = '2026-11-24T11:59:00Z',
    second_step_at = '2026-11-24T11:59:00Z', expires_at = '2026-11-24T23:00:00Z'`)
  return runStatisticsJob()
}
