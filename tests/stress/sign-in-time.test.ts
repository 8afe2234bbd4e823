import { afterAll, expect, it } from 'vitest'
import { hashPassword } from '@/lib/accounts/password-hash'
import { checkSignIn } from '@/lib/accounts/sign-in.data'
import { countTry } from '@/lib/accounts/throttle.data'
import { triedFrom } from '@/lib/accounts/throttle.rules'
import { disconnect } from '@/lib/db/client'
import { withAuthWork } from '@/lib/db/work'
import { toNetwork } from '@/lib/server/caller.rules'
import { newId } from '@/lib/shared/ids'
import { chanceLonger, shuffle } from '../support/chance'
import { openGiven } from '../support/given/given'
import { openSuperuser } from '../support/superuser'

const ROUNDS = 2000
const KINDS = ['unknown', 'wrong', 'paused'] as const
type Kind = (typeof KINDS)[number]

afterAll(disconnect)

it(`the time of a refused sign-in tells nothing, over ${ROUNDS} of each kind`, async () => {
  const owner = await openSuperuser()
  const given = openGiven()
  const organisationId = given.organisation()
  const people = (['wrong', 'paused'] as const).map((kind) => {
    const id = given.staff(organisationId, 'caseworker')
    return { id, email: `${kind}-${id}@havenlicht.example` }
  })
  await given.save(owner)
  const passwordHash = await hashPassword('lantern gravel piano otter')
  for (const { id, email } of people)
    await owner.query(
      'INSERT INTO credential (staff_id, email, password_hash, password_set_at) VALUES ($1, $2, $3, app.now())',
      [id, email, passwordHash],
    )
  const [wrong, paused] = people
  await withAuthWork((work) =>
    countTry(work, 'account', triedFrom(toNetwork('192.0.2.1'), paused?.email ?? '')),
  )
  await owner.query("UPDATE throttle SET points = 9, blocked_until = app.now() + interval '1 day'")
  const emailOf: Record<Kind, () => string> = {
    unknown: () => `nobody-${newId()}@havenlicht.example`,
    wrong: () => wrong?.email ?? '',
    paused: () => paused?.email ?? '',
  }
  const times: Record<Kind, number[]> = { unknown: [], wrong: [], paused: [] }
  const time = async (kind: Kind) => {
    // Every try finds the counters as the first one did: the paused account's, and no other.
    await owner.query('DELETE FROM throttle WHERE blocked_until IS NULL')
    const email = emailOf[kind]()
    const started = performance.now()
    const answer = await checkSignIn({ address: '192.0.2.1', email, password: 'copper meadow violin heron' })
    times[kind].push(performance.now() - started)
    expect(answer).toBeNull()
  }
  for (const kind of KINDS) await time(kind)
  for (const kind of KINDS) times[kind].length = 0
  // One after the other, the kinds of a round in drawn order: what else the machine does falls on all of them alike.
  for (let round = 0; round < ROUNDS; round += 1) for (const kind of shuffle(KINDS)) await time(kind)

  const { rows } = await owner.query(
    "SELECT detail->>'reason' AS reason, count(*)::int AS n FROM audit_event WHERE event = 'session.refused' GROUP BY 1 ORDER BY 1",
  )
  await owner.end()
  expect(rows).toEqual([
    { reason: 'notAccepted', n: 2 * (ROUNDS + 1) },
    { reason: 'paused', n: ROUNDS + 1 },
  ])
  const pairs = [
    ['wrong', 'unknown'],
    ['paused', 'unknown'],
    ['paused', 'wrong'],
  ] as const
  for (const [a, b] of pairs) {
    const chance = chanceLonger(times[a], times[b])
    const median = (kind: Kind) => (times[kind].toSorted((x, y) => x - y)[ROUNDS / 2] ?? 0).toFixed(1)
    console.log(
      `sign-in time: ${a} (median ${median(a)} ms) longer than ${b} (${median(b)} ms) with chance ${chance.toFixed(3)}`,
    )
    expect.soft(chance, `${a} against ${b}`).toBeGreaterThan(0.45)
    expect.soft(chance, `${a} against ${b}`).toBeLessThan(0.55)
  }
})
