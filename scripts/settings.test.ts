import { describe, expect, it } from 'vitest'
import { readSettings } from './settings.mjs'

const own = {
  DATABASE_URL: 'postgresql://accompany_app:x@db/accompany',
  AUTH_DATABASE_URL: 'postgresql://accompany_auth:x@db/accompany',
  JOB_DATABASE_URL: 'postgresql://accompany_job:x@db/accompany',
  STATS_DATABASE_URL: 'postgresql://accompany_stats:x@db/accompany',
  SHARE_DATABASE_URL: 'postgresql://accompany_share:x@db/accompany',
}
const read = (env: Record<string, string>) => readSettings({ NODE_ENV: 'test', ...env })

describe('the settings', () => {
  it('are the demo on this machine alone when nothing is said', () => {
    expect(read({})).toMatchObject({ port: 3000, host: '127.0.0.1', demo: true, foreign: null })
  })

  it('never make a demo on a server of one’s own', () => {
    expect(read(own)).toMatchObject({ demo: false })
    expect(() => read({ ...own, DEMO: 'on' })).toThrow('exclude each other')
  })

  it.each([
    { intention: 'a port that is none', env: { PORT: '70000' }, says: 'PORT is "70000"' },
    { intention: 'a demo that everybody could reach', env: { HOST: '0.0.0.0' }, says: 'set DEMO=off' },
    {
      intention: 'metrics that other machines reach without a token',
      env: { METRICS: '0.0.0.0:9464' },
      says: 'METRICS_TOKEN is needed',
    },
    {
      intention: 'alarms without a mail server',
      env: { ALERT_TO: 'a@example.org' },
      says: 'needs a mail server',
    },
    { intention: 'a word that is neither', env: { DEMO: 'yes' }, says: 'DEMO=on or DEMO=off' },
    {
      intention: 'an address that is none',
      env: { NEXTAUTH_URL: 'accompany' },
      says: 'NEXTAUTH_URL is "accompany"',
    },
    {
      intention: 'a role without the main one',
      env: { JOB_DATABASE_URL: 'x' },
      says: 'but DATABASE_URL is not',
    },
    {
      intention: 'the owner as the application',
      env: { ...own, DATABASE_URL: 'postgresql://postgres:x@db/a' },
      says: 'must sign in as accompany_app',
    },
    {
      intention: 'another kind of database',
      env: { ...own, AUTH_DATABASE_URL: 'mysql://x' },
      says: 'AUTH_DATABASE_URL is not the address',
    },
    {
      intention: 'half of the roles',
      env: { DATABASE_URL: own.DATABASE_URL },
      says: 'AUTH_DATABASE_URL is needed',
    },
  ])('refuse $intention with a sentence', ({ env, says }) => {
    expect(() => read(env)).toThrow(says)
  })
})
