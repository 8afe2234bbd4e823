import { afterAll, beforeAll, expect, it } from 'vitest'
import { disconnect } from '@/lib/db/client'
import { blankEncounter, knownPerson } from '@/lib/detention/blank-encounter'
import { recordVisit } from '@/lib/detention/visit.actions'
import { addDays, dayOf } from '@/lib/shared/dates'
import { givenCheckpoints } from '../support/given/checkpoints'
import { act } from '../support/handlers'

// In an organisation of its own: half of what is saved here leaves no mark, which the looks of checkpoints.test would find.

let given: Awaited<ReturnType<typeof givenCheckpoints>>
beforeAll(async () => {
  given = await givenCheckpoints()
})
afterAll(async () => {
  await given.close()
  await disconnect()
})

const median = (took: readonly number[]): number =>
  [...took].sort((a, b) => a - b)[Math.floor(took.length / 2)] ?? 0

it('saving a visit with three conversations costs at most a fifth more with its marks', async () => {
  const { organisation, owner, caseId } = given
  const [person] = (
    await owner.query('SELECT person_id FROM case_person WHERE case_id = $1 LIMIT 1', [caseId])
  ).rows
  const met = blankEncounter(knownPerson({ caseId, personId: String(person.person_id) }))
  let day = dayOf(new Date())
  const save = async (): Promise<number> => {
    day = addDays(day, -1)
    const began = performance.now()
    const said = await act(organisation.casey.token, recordVisit, {
      teamId: organisation.north,
      placeId: organisation.placeId,
      onDate: day,
      header: 'said',
      mode: 'in_person',
      startsAt: '13:00',
      endsAt: '16:00',
      access: 'granted',
      waitingMinutes: '20',
      visitors: [organisation.casey.id],
      encounters: [1, 2, 3].map((n) => ({ ...met, outcome: 'seen', note: `Calm, and well informed. ${n}` })),
      groups: [],
      observations: [],
    })
    expect(said).toMatchObject({ ok: true })
    return performance.now() - began
  }
  const { rows } = await owner.query(
    "SELECT tgrelid::regclass::text AS name FROM pg_trigger WHERE tgname = '_leave_mark'",
  )
  const watch = async (how: 'ENABLE' | 'DISABLE'): Promise<void> => {
    for (const { name } of rows) await owner.query(`ALTER TABLE ${name} ${how} TRIGGER _leave_mark`)
  }
  const withMarks: number[] = []
  const without: number[] = []
  for (let round = 0; round < 24; round++)
    for (const [how, took] of round % 2 === 0
      ? ([
          ['ENABLE', withMarks],
          ['DISABLE', without],
        ] as const)
      : ([
          ['DISABLE', without],
          ['ENABLE', withMarks],
        ] as const)) {
      await watch(how)
      await save()
      for (let n = 0; n < 5; n++) took.push(await save())
    }
  await watch('ENABLE')
  const ratio = median(withMarks) / median(without)
  console.log(
    `a visit: ${median(without).toFixed(1)} ms without marks, ${median(withMarks).toFixed(1)} ms with them, ratio ${ratio.toFixed(3)}`,
  )
  expect(ratio).toBeLessThanOrEqual(1.2)
})
