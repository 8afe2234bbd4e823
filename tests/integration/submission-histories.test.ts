import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { blankActivity } from '@/lib/activities/blank-activity'
import { disconnect } from '@/lib/db/client'
import { withWork } from '@/lib/db/work'
import { blankEncounter, knownPerson } from '@/lib/detention/blank-encounter'
import { mergePeople } from '@/lib/people/merge.data'
import { NOTHING_ASKED } from '@/lib/people/person-field.rules'
import { newCode } from '@/lib/shared/ids'
import { placeBy, returnRevoked } from '@/lib/submissions/place.data'
import { openDrafts } from '../support/drafts/opened'
import { openGiven } from '../support/given/given'
import { aVisitForm } from '../support/given/visit-form'
import { urls } from '../support/own-database'
import {
  givenPhone,
  givenTaken,
  greet,
  insideOf,
  type Packed,
  type Phone,
  pack,
  send,
} from '../support/sealed'
import { drawn } from '../support/sweep'

// Texts of two accounts arrive in any order, more than once, out of turn and while the database loses its connections; between them their
// files are closed, restricted, given away, moved, merged and erased, and a phone is revoked.

const owner = new pg.Client({ connectionString: urls.superuser })
const ask = async (sql: string, values: unknown[] = []): Promise<Record<string, unknown>[]> =>
  (await owner.query(sql, values)).rows
const given = openGiven()
const home = { team: '', other: '', centre: '', anna: '', ben: '', chief: '' }
const token = { anna: '', ben: '', chief: '' }
const AUTHORS = ['anna', 'ben'] as const
type Author = (typeof AUTHORS)[number]

beforeAll(async () => {
  await owner.connect()
  const organisation = given.organisation()
  home.team = given.team(organisation)
  home.other = given.team(organisation)
  home.centre = given.place()
  const teams = [home.team]
  home.anna = given.staff(organisation, 'caseworker', { teams })
  home.ben = given.staff(organisation, 'caseworker', { teams })
  home.chief = given.staff(organisation, 'coordinator', { leads: [home.team, home.other] })
  for (const who of ['anna', 'ben', 'chief'] as const) token[who] = given.tokenFor(home[who])
  await given.save(owner)
})
afterAll(async () => {
  await owner.end()
  await disconnect()
})

const WORLD = ['takeAway', 'giveBack', 'close', 'reopen', 'restrict', 'move', 'merge', 'erase'] as const
const TEXTS = ['note', 'activity', 'visit', 'task'] as const

const steps = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        kind: fc.constantFrom(...TEXTS),
        by: fc.constantFrom(...AUTHORS),
        file: fc.nat(2),
        /** It rests on the text before it, which may come later or never. */
        isAfter: fc.boolean(),
        comes: fc.constantFrom('now' as const, 'now' as const, 'later' as const),
      }),
    },
    { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom(...WORLD), file: fc.nat(2) }) },
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constantFrom('again' as const, 'judge' as const, 'cut' as const),
        item: fc.nat(20),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('revoke' as const), by: fc.constantFrom(...AUTHORS) }),
    },
  ),
  { minLength: 6, maxLength: 18, size: 'max' },
)

type File = {
  readonly caseId: string
  readonly personId: string
  worker: Author | null
  isOpen: boolean
  isRestricted: boolean
  isErased: boolean
  isMerged: boolean
}
type Item = {
  readonly packed: Packed
  readonly by: Author
  readonly phone: Phone
  readonly text: string
  readonly file: File
  /** Since it was written its author could write on the file at some moment: only then may it be placed. */
  couldWrite: boolean
  isSent: boolean
}

const newFile = async (worker: Author): Promise<File> => {
  const { id: caseId } = given.file({ teamId: home.team, workerId: home[worker] })
  const personId = given.person({ caseIds: [caseId], createdBy: home[worker], name: 'Amaru Fictar' })
  await given.save(owner)
  return {
    caseId,
    personId,
    worker,
    isOpen: true,
    isRestricted: false,
    isErased: false,
    isMerged: false,
  }
}

let days = 0
const inputOf = (
  kind: (typeof TEXTS)[number],
  by: Author,
  { caseId, personId }: File,
  text: string,
): unknown => {
  if (kind === 'note') return { caseId, kind: 'note', happenedOn: '2026-01-05', text, marks: [] }
  if (kind === 'task') return { caseId, text, assignedTo: home[by], dueOn: '' }
  if (kind === 'activity')
    return {
      ...blankActivity(caseId, { personId, on: '2026-01-05', way: 'phone' }),
      minutes: '25',
      note: text,
    }
  days += 1
  return aVisitForm({
    teamId: home.team,
    placeId: home.centre,
    visitor: home[by],
    daysAgo: days,
    encounters: [{ ...blankEncounter(knownPerson({ caseId, personId })), outcome: 'seen', note: text }],
  })
}

const canWrite = (by: Author, file: File): boolean =>
  file.worker === by && file.isOpen && !file.isRestricted && !file.isErased

/** What happens to a file; false when it cannot happen to one as it is. */
const change = async (
  step: (typeof WORLD)[number],
  file: File,
  beside: File,
  first: Author,
): Promise<void> => {
  if (file.isErased) return
  const { caseId } = file
  switch (step) {
    case 'takeAway':
    case 'giveBack':
      file.worker = step === 'giveBack' ? first : first === 'anna' ? 'ben' : 'anna'
      await ask('UPDATE case_file SET worker_id = $2, team_id = $3 WHERE id = $1', [
        caseId,
        home[file.worker],
        home.team,
      ])
      return
    case 'move':
      file.worker = null
      await ask('UPDATE case_file SET worker_id = $2, team_id = $3 WHERE id = $1', [
        caseId,
        home.chief,
        home.other,
      ])
      return
    case 'close':
      file.isOpen = false
      await ask(
        `UPDATE case_file SET status = 'closed', closed_on = '2026-01-01', closure_reason = 'returned' WHERE id = $1`,
        [caseId],
      )
      return
    case 'reopen':
      file.isOpen = true
      await ask(
        `UPDATE case_file SET status = 'active', closed_on = NULL, closure_reason = NULL WHERE id = $1`,
        [caseId],
      )
      return
    case 'restrict':
      file.isRestricted = true
      await ask(`UPDATE case_file SET secrecy = 'restricted' WHERE id = $1`, [caseId])
      return
    case 'merge': {
      if ([file, beside].some((one) => one.isErased || one.isMerged || one.isRestricted || !one.isOpen))
        return
      const merged = await withWork(token.chief, (work) =>
        mergePeople(work, {
          ...NOTHING_ASKED,
          keepId: beside.personId,
          absorbId: file.personId,
          firstId: beside.personId,
          because: 'document',
        }),
      )
      expect(merged).toMatchObject({ ok: true })
      file.isMerged = true
      beside.isMerged = true
      return
    }
    case 'erase':
      file.isErased = true
      await ask('SELECT app.erase_content($1, $2)', [caseId, newCode()])
  }
}

/** Every connection of the application is gone in the middle of what it does. */
const cut = async (phones: readonly Phone[]): Promise<void> => {
  const placing = phones.map((phone) => placeBy(phone.token))
  await ask(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'accompany_app' AND datname = current_database()",
  )
  await Promise.allSettled(placing)
  // A connection that died idle is found dead by the first who takes it: a phone asks again.
  const isBack = () => withWork(token.chief, async () => true).catch(() => false)
  let tries = 0
  while (!(await isBack())) {
    tries += 1
    expect(tries, 'tries until the database answers again').toBeLessThan(20)
  }
}

const HOUR = 3_600_000
const TABLES = { note: 'note', activity: 'activity', visit: 'encounter', task: 'task' } as const

it(
  'whatever happens in whatever order: no text is lost or doubled, shown to another account, or placed where its author may not write',
  async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (history) => {
        await ask('DELETE FROM throttle')
        const phones = { anna: await givenPhone(ask, home.anna), ben: await givenPhone(ask, home.ben) }
        const revoked = new Set<Author>()
        const workers = ['anna', 'anna', 'ben'] as const
        const files: File[] = []
        for (const worker of workers) files.push(await newFile(worker))
        for (const who of AUTHORS)
          await givenTaken(
            ask,
            phones[who],
            home.centre,
            files.map(({ caseId }) => caseId),
          )
        const items: Item[] = []
        const deliver = async (item: Item): Promise<void> => {
          item.isSent = true
          // The limit of a network is tested by itself.
          await ask('DELETE FROM throttle')
          expect((await send(item.packed.sent)).status).toBe(202)
        }
        for (const step of history) {
          if ('by' in step && step.kind === 'revoke') {
            revoked.add(step.by)
            await ask('UPDATE device_store SET revoked_at = app.now() WHERE id = $1', [phones[step.by].store])
          } else if ('comes' in step) {
            const { by, kind, isAfter, comes } = step
            const file = files[step.file]
            // A phone that is out of use writes on, and can no longer ask for the key: what it has is enough for it.
            if (file === undefined || revoked.has(by)) continue
            const text = `history ${randomUUID()}`
            const before = items.findLast((item) => item.by === by)
            const after = isAfter && before !== undefined ? before.packed.inside.requestId : null
            const packed = await pack(
              phones[by],
              insideOf(phones[by], { form: kind, input: inputOf(kind, by, file, text), after }),
            )
            const item = {
              packed,
              by,
              phone: phones[by],
              text,
              file,
              couldWrite: canWrite(by, file),
              isSent: false,
            }
            items.push(item)
            if (comes === 'now') await deliver(item)
          } else if ('item' in step) {
            const item = items[step.item % Math.max(1, items.length)]
            if (step.kind === 'cut') await cut(Object.values(phones))
            else if (step.kind === 'judge') for (const who of AUTHORS) await placeBy(phones[who].token)
            else if (item !== undefined) await deliver(item)
          } else if ('file' in step) {
            const at = step.file
            const [file, beside] = [files[at], files[(at + 1) % files.length]]
            if (file === undefined || beside === undefined) continue
            await change(step.kind, file, beside, workers[at] ?? 'anna')
            for (const item of items) item.couldWrite ||= item.file === file && canWrite(item.by, file)
          }
        }

        for (const item of items) if (!item.isSent) await deliver(item)
        // What met a change of its file is tried again; what rests on a text that will not be placed comes back after a week.
        for (const round of [1, 2, 3]) {
          if (round === 3)
            await ask(
              `UPDATE submission SET arrived_at = arrived_at - interval '8 days' WHERE outcome = 'received'`,
            )
          for (const who of AUTHORS) {
            await placeBy(phones[who].token)
            await withWork(token[who], returnRevoked)
          }
        }

        const drafts = {
          anna: JSON.stringify(await openDrafts(ask, home.anna)),
          ben: JSON.stringify(await openDrafts(ask, home.ben)),
        }
        const outcomeOf = async ({ packed }: Item): Promise<string> =>
          String((await ask('SELECT outcome FROM submission WHERE id = $1', [packed.sent.id]))[0]?.outcome)
        const judged: { item: Item; outcome: string }[] = []
        for (const item of items) judged.push({ item, outcome: await outcomeOf(item) })
        for (const { item, outcome } of judged) {
          const other = item.by === 'anna' ? 'ben' : 'anna'
          expect(drafts[other], 'a draft of another account').not.toContain(item.text)
          expect(['placed', 'waiting', 'returned']).toContain(outcome)
          if (outcome === 'placed') expect(item.couldWrite, `${item.packed.inside.form} placed`).toBe(true)
          expect(drafts[item.by].includes(item.text), `${outcome}, among the drafts`).toBe(
            outcome === 'returned',
          )
          const [waiting] = await ask(
            'SELECT count(*)::int AS n FROM waiting_entry WHERE submission_id = $1',
            [item.packed.sent.id],
          )
          expect(waiting?.n, `${outcome}, waiting`).toBe(outcome === 'waiting' && !item.file.isErased ? 1 : 0)
        }
        for (const file of files.filter(({ isErased }) => !isErased))
          for (const form of TEXTS) {
            const [row] = await ask(`SELECT count(*)::int AS n FROM ${TABLES[form]} WHERE case_id = $1`, [
              file.caseId,
            ])
            const own = judged.filter(({ item }) => item.file === file && item.packed.inside.form === form)
            expect(row?.n, form).toBe(own.filter(({ outcome }) => outcome === 'placed').length)
          }
        for (const who of AUTHORS) {
          if (revoked.has(who)) continue
          const own = judged.filter(({ item }) => item.by === who)
          const { outcomes } = await greet(
            phones[who],
            own.map(({ item }) => item.packed.hash),
          )
          // The phone hears the same.
          expect(own.map(({ item }) => outcomes[item.packed.hash])).toEqual(own.map(({ outcome }) => outcome))
        }
        // What was judged is out of the way of the next one, which would read it all.
        for (const table of ['draft', 'submission', 'device_store']) await ask(`DELETE FROM ${table}`)
      }),
      { numRuns: drawn(40, 5_000) },
    )
  },
  drawn(HOUR / 12, 4 * HOUR),
)
