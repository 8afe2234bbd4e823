import fs from 'node:fs'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import FileRoute from '@/app/(signed-in)/cases/[code]/page'
import SearchRoute from '@/app/(signed-in)/people/search/page'
import { checkSignIn } from '@/lib/accounts/sign-in.data'
import { disconnect } from '@/lib/db/client'
import { saveProject } from '@/lib/projects/project.actions'
import { guardConsole } from '@/lib/runtime/console'
import { metrics } from '@/lib/runtime/metrics'
import { inRequest, newRequestId } from '@/lib/runtime/request'
import { readFacts } from '@/lib/system/facts.data'
import { listHandlers } from '../architecture/walk'
import { givenFullFile } from '../support/given/full-file'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { act, openPage } from '../support/handlers'
import { openSuperuser } from '../support/superuser'

// What an operator reads holds no one: the application is used with canaries in every field while the database fails over them.

const CANARY = 'Qqcanary'
let organisation: GivenOrganisation
let owner: Awaited<ReturnType<typeof openSuperuser>>
let file: { caseId: string; code: string; personId: string }
const logged: string[] = []
const METHODS = ['log', 'info', 'warn', 'error', 'debug', 'trace', 'dir', 'table'] as const
const consoleBefore = METHODS.map((method) => [method, console[method]] as const)

/** Uses the application with canaries in every field, while the database fails over them. */
const useEverything = async (): Promise<void> => {
  // PostgreSQL quotes the whole row in what it says of such a failure.
  await owner.query(`ALTER TABLE project ADD CONSTRAINT never CHECK (name NOT LIKE '${CANARY}%') NOT VALID`)
  const project = (n: number) => ({
    projectId: '',
    version: 0,
    name: `${CANARY} ${n}\n    at ${CANARY} (/tmp/${CANARY}.ts:1:2)`,
    funder: CANARY,
    from: '2026-01-01',
    until: '',
  })
  for (let n = 0; n < 25; n++) {
    const answer = await inRequest(newRequestId(), () => act(organisation.ada.token, saveProject, project(n)))
    expect(answer).toMatchObject({ ok: false, code: 'failed' })
  }
  await owner.query('ALTER TABLE project DROP CONSTRAINT never')

  // Every action with canaries for an input: refused, and counted under its own name.
  const actions = (await listHandlers()).filter(({ metadata }) => metadata?.kind === 'action')
  expect(actions.length).toBeGreaterThan(100)
  for (const { open } of actions)
    if (typeof open === 'function')
      await act(organisation.casey.token, (sent) => open(sent), {
        code: `${CANARY}-1`,
        name: CANARY,
        words: CANARY,
        text: CANARY,
        caseId: file.caseId,
      })
  for (let n = 0; n < 5; n++)
    await checkSignIn({ email: `${CANARY}@example.org`, password: CANARY, address: '203.0.113.9' })
  await openPage(organisation.casey.token, FileRoute, { params: { code: file.code } })
  await openPage(organisation.casey.token, FileRoute, { params: { code: `${CANARY}-2` } })
  await openPage(organisation.casey.token, SearchRoute, { search: { q: CANARY } })

  // A dependency that says what it should not.
  console.error(`duplicate key (name)=(${CANARY})`, { detail: CANARY })
  console.warn(new Error(CANARY))
  console.log(` ✓ Ready in ${CANARY}`)
}

beforeAll(async () => {
  organisation = await givenCaseOrganisation()
  owner = await openSuperuser()
  file = await givenFullFile(organisation)
  const keep = (text: unknown): number => {
    logged.push(String(text))
    return Buffer.byteLength(String(text))
  }
  // The log writes at once, or as soon as what it writes to takes more.
  vi.spyOn(fs, 'writeSync').mockImplementation((_, text) => keep(text))
  vi.spyOn(fs, 'write').mockImplementation((...given: readonly unknown[]) => {
    const done = given.at(-1)
    const length = keep(given[1])
    if (typeof done === 'function') done(null, length)
  })
  guardConsole()
  await useEverything()
})
afterAll(async () => {
  vi.restoreAllMocks()
  for (const [method, before] of consoleBefore) Reflect.set(console, method, before)
  await owner.end()
  await organisation.close()
  await disconnect()
})

const lines = (): Record<string, unknown>[] =>
  logged
    .join('')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))

/** Every name and code of a person that this organisation has, and what was typed. */
const needles = async (): Promise<string[]> => [
  CANARY,
  file.code,
  file.caseId,
  file.personId,
  organisation.casey.id,
  organisation.ada.id,
  organisation.casey.token,
]

it('the log, the metrics and the state of the system hold no text, name, code or id of it', async () => {
  const said = lines()
  expect(said.length).toBeGreaterThanOrEqual(28)
  for (const line of said)
    expect(line).toEqual(
      expect.objectContaining({
        at: expect.any(String),
        level: expect.any(String),
        event: expect.any(String),
      }),
    )
  expect(
    said.filter(({ event, kind }) => event === 'console_dropped' && kind !== 'DeprecationWarning'),
  ).toHaveLength(3)
  for (const line of said.filter(({ event }) => event === 'failed'))
    expect(line).toMatchObject({
      request: expect.stringMatching(/^[0-9a-f]{16}$/),
      code: expect.stringMatching(/^P2\d{3}$/),
      handler: 'action',
    })
  const metric = await metrics().registry.metrics()
  const state = JSON.stringify(await organisation.ada.work(readFacts))
  for (const needle of await needles())
    for (const [where, text] of Object.entries({ log: logged.join(''), metric, state }))
      expect(text.includes(needle), `${needle} in the ${where}`).toBe(false)
})

it('every label is from a closed list', async () => {
  const { registry } = metrics()
  const codes = new Set(
    (await listHandlers()).flatMap(({ metadata }) => (metadata?.kind === 'action' ? [metadata.name] : [])),
  )
  const LABELS: Readonly<Record<string, (value: string) => boolean>> = {
    action: (value) => codes.has(value),
    result: (value) =>
      /^(ok|refused|invalid|changedMeanwhile|forbidden|notFound|signedOut|busy|failed|accepted|notAccepted|paused|sent)$/.test(
        value,
      ),
    role: (value) => /^(app|inner|auth|stats|share|job)$/.test(value),
    state: (value) => /^(used|idle|waiting)$/.test(value),
    class: (value) => /^(away|timeout|deadlock|serialisation|other)$/.test(value),
    le: (value) => /^(\+Inf|[\d.]+)$/.test(value),
    version: (value) => /^v?[\d.]+$/.test(value),
    node: (value) => /^v?[\d.]+$/.test(value),
  }
  let seen = 0
  for (const { name, values } of await registry.getMetricsAsJSON())
    for (const { labels } of values)
      for (const [label, value] of Object.entries(labels)) {
        seen += 1
        expect(LABELS[label]?.(String(value)), `${name} ${label}=${value}`).toBe(true)
      }
  expect(seen).toBeGreaterThan(100)
  const text = await registry.metrics()
  for (const wanted of [
    'accompany_action_total{action="saveProject",result="failed"} 25',
    'accompany_sign_in_total{result="notAccepted"}',
    'accompany_transaction_duration_seconds_count{role="app"}',
    'accompany_pool_connections{role="auth",state="idle"}',
    'accompany_database_errors_total{class="other"}',
    'accompany_build_info',
  ])
    expect(text).toContain(wanted)
})
