import * as z from 'zod'
import type { DangerFacts } from '@/lib/cases/danger-days.rules'
import { lastDaysFrom, spansOf } from '@/lib/deadlines/last-days.rules'
import type { Step } from '@/lib/deadlines/step.rules'
import { MEANINGS, SEVERITIES, UNITS } from '@/lib/deadlines/vocabulary.rules'
import { current, type DetentionEvent } from '@/lib/detention/event.rules'
import { plannedRemovals } from '@/lib/detention/pairs.rules'
import { type EventKind, REMOVAL_OUTCOMES } from '@/lib/detention/vocabulary.rules'
import type { GuardianshipEvent } from '@/lib/guardianship/event.rules'
import { currentOf } from '@/lib/guardianship/state.rules'
import { type AgeClaim, birthdayOf, MAJORITY, makeAgeClaim } from '@/lib/people/age.rules'
import { addDays, type Day } from '@/lib/shared/dates'
import { newId } from '@/lib/shared/ids'
import { boundsOf, isKnown, readWhenCode, type When, whenCode } from '@/lib/shared/when/when.rules'
import { UNTOLD } from './event-rows'
import type { GivenHistory } from './histories'
import type { GivenOrganisation } from './organisation'

/** What may be a danger in a file, kept beside the database as the rules read it. */
export type GivenDanger = Pick<
  DangerFacts,
  'signals' | 'missing' | 'acts' | 'removals' | 'places' | 'adultOn' | 'tasks'
> & { readonly claims: readonly AgeClaim[] }

const readRules = z.array(
  z.object({
    id: z.string(),
    meaning: z.enum(MEANINGS.codes),
    severity: z.enum(SEVERITIES.codes),
    remind: z.object({ days: z.array(z.number()), months: z.array(z.number()) }),
    event: z.string(),
    family: z.string(),
  }),
)

/** Writes random signals, disappearances, deadlines, removals, stays, ages and tasks into files, and takes part of them back. */
export const givenDangers = async (
  organisation: GivenOrganisation,
  random: () => number,
  histories: readonly GivenHistory[],
): Promise<ReadonlyMap<string, GivenDanger>> => {
  const { ask } = organisation
  const pick = <T>(list: readonly [T, ...T[]]): T => list[Math.floor(random() * list.length)] ?? list[0]
  const chance = (of: number): boolean => random() < of
  const day = (): Day => addDays('2026-01-01', Math.floor(random() * 364))
  const times = (most: number): number[] =>
    Array.from({ length: Math.floor(random() * (most + 1)) }, (_, n) => n)
  const rules = readRules.parse(
    await ask(
      'SELECT id, meaning, severity, remind, event, family FROM deadline_rule ORDER BY code, edition',
    ),
  )
  const [visit] = await ask('SELECT id FROM visit LIMIT 1')
  const [home] = await ask(`SELECT id FROM place WHERE kind = 'return_home' ORDER BY position LIMIT 1`)
  const when = (): When | null => {
    const code = pick([null, 'not_known', 'declined', '2026-06', day(), day(), day()])
    return code === null ? null : readWhenCode(code)
  }
  const columnsOf = (on: When | null): (string | null)[] => {
    if (on === null) return [null, null, null, null, null]
    if (!isKnown(on)) return [whenCode(on), null, null, null, null]
    const { earliest, latest } = boundsOf(on)
    return [whenCode(on), earliest, latest, 'typed', 'said']
  }

  const givenSignals = async (caseId: string, personId: string): Promise<GivenDanger['signals']> => {
    const open = []
    for (const _ of times(chance(0.4) ? 2 : 0)) {
      const [id, encounterId] = [newId(), newId()]
      await ask(
        `INSERT INTO encounter (id, visit_id, case_id, person_id, place_id, met_on, position, outcome, author_id)
         VALUES ($1, $2, $3, $4, $5, '2026-01-01', 1, 'refused', $6)`,
        [encounterId, visit?.id, caseId, personId, organisation.placeId, organisation.casey.id],
      )
      const [severity, raisedOn] = [pick(['critical', 'serious', 'serious', 'watch', 'info']), day()]
      // An hour before midnight in UTC is the next day in Brussels, in winter and in summer.
      await ask(
        `INSERT INTO signal (id, encounter_id, case_id, code, severity, raised_by, raised_at)
         VALUES ($1, $2, $3, 'self_harm', $4, $5, $6)`,
        [id, encounterId, caseId, severity, organisation.casey.id, `${addDays(raisedOn, -1)}T23:00:00Z`],
      )
      if (chance(0.3)) await ask('UPDATE signal SET answered_at = app.now() WHERE id = $1', [id])
      else open.push({ severity, raisedOn })
    }
    return open
  }

  const givenMissing = async (caseId: string, personId: string): Promise<Day[]> => {
    const events: GuardianshipEvent[] = []
    const write = async (
      kind: 'missing' | 'found' | 'taken_back',
      concerns: string | null,
      replaces: string | null,
    ) => {
      const event: GuardianshipEvent = {
        id: newId(),
        personId,
        kind,
        outcome: kind === 'missing' ? null : kind === 'found' ? 'found_safe' : 'recorded_twice',
        form: null,
        on: readWhenCode(day()),
        at: kind === 'taken_back' ? null : pick([null, '08:00', '14:30']),
        notifiedOn: null,
        arrivedOn: null,
        notification: null,
        atBorder: false,
        concerns,
        replaces,
        standsOn: '2026-01-01',
      }
      const [code, from, to, text, basis] = columnsOf(kind === 'taken_back' ? null : event.on)
      const row =
        kind === 'taken_back' ? { ...event, on: null } : { ...event, standsOn: from ?? '2026-01-01' }
      await ask(
        `INSERT INTO guardianship_event (id, case_id, person_id, kind, outcome, on_when, on_from, on_to, on_text, on_basis, at,
                                         concerns, replaces, stands_on, created_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
        [
          row.id,
          caseId,
          personId,
          kind,
          row.outcome,
          code,
          from,
          to,
          text,
          basis,
          row.at,
          concerns,
          replaces,
          row.standsOn,
          organisation.casey.id,
        ],
      )
      events.push(row)
      return row.id
    }
    for (const _ of times(chance(0.3) ? 2 : 0)) {
      const missing = await write('missing', null, null)
      const now = chance(0.3) ? await write('missing', null, missing) : missing
      if (chance(0.2)) await write('taken_back', null, now)
      else if (chance(0.5)) {
        const found = await write('found', pick([missing, now]), null)
        if (chance(0.2)) await write('taken_back', null, found)
      }
    }
    const { missing } = currentOf(events)
    return missing === null ? [] : [missing.standsOn]
  }

  const givenActs = async (caseId: string): Promise<GivenDanger['acts']> => {
    const acts = []
    for (const _ of times(chance(0.35) ? 3 : 0)) {
      const rule = rules[Math.floor(random() * rules.length)]
      if (rule === undefined) throw new Error('there are rules')
      const [id, happenedOn] = [newId(), pick([null, day(), day(), day()])]
      const remindOn = pick([null, day(), day(), addDays(happenedOn ?? day(), Math.floor(random() * 20))])
      const step = (code: 'counted' | 'printedPeriod'): Step => {
        const [amount, unit] = [Math.ceil(random() * 14), pick(UNITS.codes)]
        return code === 'counted' ? { code, amount, unit, on: day() } : { code, amount, unit }
      }
      const steps = times(1).map(() => step('counted'))
      const letter = chance(0.3) ? { steps: [step('printedPeriod')] } : null
      await ask(
        `INSERT INTO deadline (id, case_id, chain_id, family, rule_id, severity, event, happened_on, remind_on, explanation, created_by)
         VALUES ($1, $2, $1, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [
          id,
          caseId,
          rule.family,
          rule.id,
          rule.severity,
          rule.event,
          happenedOn,
          remindOn,
          JSON.stringify({ computation: { steps }, letter }),
          organisation.casey.id,
        ],
      )
      if (chance(0.2)) {
        await ask(`UPDATE deadline SET status = 'superseded', superseded_by = id WHERE id = $1`, [id])
        continue
      }
      if (remindOn === null) continue
      const spans = spansOf([...steps, ...(letter?.steps ?? [])])
      const from = lastDaysFrom({ ...rule, happenedOn, remindOn, spans })
      if (from !== null) acts.push({ from, until: remindOn })
    }
    return acts
  }

  const givenRemovals = async (caseId: string, personId: string): Promise<(Day | null)[]> => {
    const removals: (Day | null)[] = []
    for (const _ of times(chance(0.25) ? 2 : 0)) {
      const [episodeId, stayId] = [newId(), newId()]
      await ask(
        `INSERT INTO detention_episode (id, case_id, arrest_context, created_by) VALUES ($1, $2, 'unknown', $3)`,
        [episodeId, caseId, organisation.casey.id],
      )
      await ask(
        'INSERT INTO place_stay (id, case_id, person_id, place_id, since, episode_id) VALUES ($1, $2, $3, $4, $5, $6)',
        [stayId, caseId, personId, organisation.placeId, day(), episodeId],
      )
      const events: DetentionEvent[] = []
      for (const _ of times(5)) {
        const kind = pick<EventKind>([
          'removal_planned',
          'removal_planned',
          'removal_ended',
          'removal_ended',
          'isolation_ended',
        ])
        const replaced = chance(0.2)
          ? events.find(({ id }) => events.every((one) => one.replaces !== id))
          : undefined
        const isWithdrawal = replaced !== undefined && chance(0.5)
        const event: DetentionEvent = {
          ...UNTOLD,
          id: newId(),
          kind: isWithdrawal ? replaced.kind : kind,
          on: isWithdrawal ? null : when(),
          replaces: replaced?.id ?? null,
          withdrawnBecause: isWithdrawal ? 'mistake' : null,
          removalKind: !isWithdrawal && kind === 'removal_planned' ? 'refoulement' : null,
          removalOutcome: !isWithdrawal && kind === 'removal_ended' ? pick(REMOVAL_OUTCOMES.codes) : null,
        }
        events.push(event)
        await ask(
          `INSERT INTO detention_event (id, case_id, episode_id, kind, on_when, on_from, on_to, on_text, on_basis, replaces,
                                        withdrawn_because, removal_kind, removal_outcome, author_id)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
          [
            event.id,
            caseId,
            episodeId,
            event.kind,
            ...columnsOf(event.on),
            event.replaces,
            event.withdrawnBecause,
            event.removalKind,
            event.removalOutcome,
            organisation.casey.id,
          ],
        )
      }
      const isOver = chance(0.3)
      if (isOver) await ask('UPDATE place_stay SET until = since WHERE id = $1', [stayId])
      if (!isOver)
        removals.push(
          ...plannedRemovals(current(events)).map(({ on }) => (isKnown(on) ? boundsOf(on).earliest : null)),
        )
    }
    return removals
  }

  const givenAges = async (personId: string): Promise<AgeClaim[]> => {
    const claims: AgeClaim[] = []
    for (const _ of times(chance(0.6) ? 2 : 0)) {
      const basis = pick<AgeClaim['basis']>(['said', 'document', 'not_known'])
      // Around their eighteenth birthday in the year of the test, the 29th of February among them.
      const born = pick(['2008-02-29', addDays('2007-12-01', Math.floor(random() * 400)), '1990-05-05'])
      const claim = makeAgeClaim({
        basis,
        what: basis === 'not_known' ? null : { form: 'born', when: born, text: born },
        asOf: '2026-01-01',
      })
      const id = newId()
      await ask(
        `INSERT INTO age_claim (id, person_id, basis, born_when, born_text, as_of, born_earliest, born_latest)
         VALUES ($1, $2, $3, $4, $4, $5, $6, $7)`,
        [
          id,
          personId,
          basis,
          claim.what === null ? null : born,
          claim.asOf,
          claim.bornEarliest,
          claim.bornLatest,
        ],
      )
      if (chance(0.3))
        await ask(
          `UPDATE age_claim SET withdrawn_at = app.now(), withdrawn_because = 'misread' WHERE id = $1`,
          [id],
        )
      else claims.push(claim)
    }
    return claims
  }

  const givenTasks = async (caseId: string): Promise<Day[]> => {
    const open: Day[] = []
    for (const _ of times(2)) {
      const [id, dueOn] = [newId(), pick([null, day(), day()])]
      await ask(
        `INSERT INTO task (id, case_id, text_cipher, assigned_to, due_on, created_by) VALUES ($1, $2, '\\x00', $3, $4, $3)`,
        [id, caseId, organisation.casey.id, dueOn],
      )
      if (chance(0.3))
        await ask('UPDATE task SET done_at = app.now(), done_by = $2 WHERE id = $1', [
          id,
          organisation.casey.id,
        ])
      else if (dueOn !== null) open.push(dueOn)
    }
    return open
  }

  const dangers = new Map<string, GivenDanger>()
  for (const { id: caseId, status } of histories) {
    const [row] = await ask('SELECT person_id FROM case_person WHERE case_id = $1', [caseId])
    const personId = String(row?.person_id)
    if (chance(0.1))
      await ask('INSERT INTO place_stay (id, case_id, person_id, place_id) VALUES ($1, $2, $3, $4)', [
        newId(),
        caseId,
        personId,
        home?.id,
      ])
    const signals = await givenSignals(caseId, personId)
    const missing = await givenMissing(caseId, personId)
    const acts = await givenActs(caseId)
    const removals = await givenRemovals(caseId, personId)
    const claims = await givenAges(personId)
    const tasks = await givenTasks(caseId)
    const places = await ask(
      'SELECT p.kind FROM place_stay s JOIN place p ON p.id = s.place_id WHERE s.case_id = $1 AND s.until IS NULL',
      [caseId],
    )
    const youngest = claims
      .map(({ bornLatest }) => bornLatest ?? '')
      .sort()
      .at(-1)
    dangers.set(caseId, {
      signals,
      missing,
      acts,
      removals,
      claims,
      tasks,
      places: places.map(({ kind }) => String(kind)),
      adultOn: youngest === undefined || youngest === '' ? null : birthdayOf(youngest, MAJORITY),
    })
    // Closed and opened again: what was counted is counted once more.
    if (chance(0.2)) {
      await ask(`UPDATE case_file SET status = 'closed' WHERE id = $1`, [caseId])
      await ask('UPDATE case_file SET status = $2 WHERE id = $1', [caseId, status])
    }
  }
  return dangers
}
