import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { editDetails } from '@/lib/cases/case.actions'
import { disconnect } from '@/lib/db/client'
import { recordDenial } from '@/lib/server/refusals'
import { addNote, addOtherNote, addUntraceable, editRisk } from '../support/given/action'
import { openGiven } from '../support/given/given'
import { givenRandom } from '../support/given/population'
import { act } from '../support/handlers'
import { openSuperuser } from '../support/superuser'
import { drawn } from '../support/sweep'

let owner: pg.Client
const given = openGiven()
const organisationId = given.organisation()
const teamId = given.team(organisationId)
const worker = given.staff(organisationId, 'caseworker', { teams: [teamId] })
const coordinator = given.staff(organisationId, 'coordinator', { leads: [teamId] })
const file = given.file({ teamId, workerId: worker })
const other = given.file({ teamId, workerId: worker })
const token = given.tokenFor(worker)
const otherTab = given.tokenFor(worker)
const colleague = given.tokenFor(coordinator)

beforeAll(async () => {
  owner = await openSuperuser()
  await given.save(owner)
})
afterAll(async () => {
  await owner.end()
  await disconnect()
})

const countOf = async (table: string, where: string, value: unknown): Promise<number> =>
  Number((await owner.query(`SELECT count(*)::int AS n FROM ${table} WHERE ${where}`, [value])).rows[0]?.n)
const random = givenRandom(20261124)
const ROUNDS = drawn(60, 250)

describe('what is saved is saved once', () => {
  it('many rounds of double clicks, replays, two tabs and lost replies write one note and one trace each', async () => {
    const requestIds: string[] = []
    for (let round = 0; round < ROUNDS; round++) {
      const requestId = randomUUID()
      requestIds.push(requestId)
      const send = (from: string) => act(from, addNote, { caseId: file.id, kind: 'note' }, requestId)
      // A reply that is lost after the commit is a call whose answer no one reads; the browser then asks again.
      const together = 1 + Math.floor(random() * 3)
      const first = await Promise.all(
        Array.from({ length: together }, () => send(random() < 0.5 ? token : otherTab)),
      )
      const again = await Promise.all(Array.from({ length: Math.floor(random() * 3) }, () => send(otherTab)))
      const answers = [...first, ...again].map((answer) => JSON.stringify(answer))
      expect(new Set(answers).size).toBe(1)
      expect(first[0]?.ok).toBe(true)
    }
    expect(await countOf('note', 'case_id = $1', file.id)).toBe(ROUNDS)
    expect(await countOf('audit_event', "event = 'note.written' AND case_id = $1", file.id)).toBe(ROUNDS)
    expect(await countOf('receipt', 'request_id = ANY ($1)', requestIds)).toBe(ROUNDS)
    expect(await countOf('wrapped_key', 'holder_id = $1', file.id)).toBeGreaterThan(0)
  })

  it('the same request id with another content is refused and writes nothing', async () => {
    const requestId = randomUUID()
    expect((await act(token, addNote, { caseId: other.id, kind: 'note' }, requestId)).ok).toBe(true)
    expect(await act(token, addNote, { caseId: other.id, kind: 'call' }, requestId)).toMatchObject({
      code: 'requestIdReused',
    })
    expect(await countOf('note', 'kind = $1', 'call')).toBe(0)
  })

  it('the same request id at another handler is refused, even with the same content', async () => {
    const requestId = randomUUID()
    const input = { caseId: other.id, kind: 'meeting' }
    expect((await act(token, addNote, input, requestId)).ok).toBe(true)
    expect(await act(token, addOtherNote, input, requestId)).toMatchObject({ code: 'requestIdReused' })
    expect(await countOf('note', 'kind = $1', 'meeting')).toBe(1)
  })

  it('the same request id of two accounts is two requests', async () => {
    const requestId = randomUUID()
    const mine = await act(token, addNote, { caseId: other.id, kind: 'document' }, requestId)
    const own = await act(colleague, addNote, { caseId: other.id, kind: 'document' }, requestId)
    expect([mine.ok, own.ok]).toEqual([true, true])
    expect(await countOf('note', 'kind = $1', 'document')).toBe(2)
  })

  it('a request that was refused may be sent again with the same id once it is right', async () => {
    const requestId = randomUUID()
    expect(
      await act(token, editRisk, { caseId: other.id, version: 99, risk: 'high' }, requestId),
    ).toMatchObject({ code: 'changedMeanwhile' })
    expect(await countOf('receipt', 'request_id = $1', requestId)).toBe(0)
  })
})

it('a save whose trace cannot be written is not saved', async () => {
  expect(await act(token, addUntraceable, { caseId: other.id, kind: 'authority' })).toMatchObject({
    code: 'failed',
  })
  expect(await countOf('note', 'kind = $1', 'authority')).toBe(0)
})

it('a refusal stays a refusal when the session ends before it is written down', async () => {
  await expect(recordDenial('no such session', 'case:read', 'page')).resolves.toBeUndefined()
})

describe('two editors', () => {
  it('of the details of a file: the second is shown what the first wrote', async () => {
    const third = given.file({ teamId, workerId: worker })
    await given.save(owner)
    const edit = (from: string, risk: string) =>
      act(from, editDetails, { caseId: third.id, version: 1, status: 'active', risk })
    expect(await edit(token, 'high')).toMatchObject({ ok: true, value: { version: 2 } })
    expect(await edit(colleague, 'low')).toMatchObject({
      code: 'changedMeanwhile',
      theirs: { risk: 'high', version: 2 },
    })
    expect(await countOf('case_file', "risk = 'high' AND version = 2 AND id = $1", third.id)).toBe(1)
  })

  it('many rounds: one of each race wins, the other is shown what stands there, nothing is overwritten unseen', async () => {
    const versionNow = async () =>
      Number((await owner.query('SELECT version FROM case_file WHERE id = $1', [file.id])).rows[0]?.version)
    for (let round = 0; round < ROUNDS; round++) {
      const version = await versionNow()
      const edits = [
        { from: token, risk: `mine-${round}` },
        { from: colleague, risk: `hers-${round}` },
      ]
      if (random() < 0.5) edits.reverse()
      const answers = await Promise.all(
        edits.map(async ({ from, risk }) => ({
          risk,
          answer: await act(from, editRisk, { caseId: file.id, version, risk }),
        })),
      )
      const winners = answers.filter(({ answer }) => answer.ok)
      const [loser] = answers.filter(({ answer }) => !answer.ok)
      expect(winners.length).toBe(1)
      expect(loser?.answer).toMatchObject({
        code: 'changedMeanwhile',
        theirs: { risk: winners[0]?.risk, version: version + 1 },
      })
      expect(await versionNow()).toBe(version + 1)
    }
    expect(await countOf('audit_event', "event = 'case.edited' AND case_id = $1", file.id)).toBe(ROUNDS)
  })
})
