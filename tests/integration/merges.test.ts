import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { disconnect } from '@/lib/db/client'
import { withWork } from '@/lib/db/work'
import { blankEncounter, knownPerson } from '@/lib/detention/blank-encounter'
import { recordVisit } from '@/lib/detention/visit.actions'
import { getComparison } from '@/lib/people/compare.data'
import { readDuplicates } from '@/lib/people/duplicates.data'
import { askAgain, mergeTwo, sayNotSame, takeMergeBack } from '@/lib/people/merge.actions'
import { findKept } from '@/lib/people/merge.data'
import { ruleNames } from '@/lib/people/name-ruling.actions'
import { NOTHING_ASKED } from '@/lib/people/person-field.rules'
import { newId } from '@/lib/shared/ids'
import { verifyAuditLog } from '@/scripts/audit-log/verify'
import { runDuplicatesJob } from '@/scripts/duplicates-job'
import { makeCheckpoints, takeStock } from '../support/audit-log'
import { flip } from '../support/damage'
import { openGiven } from '../support/given/given'
import { givenRandom } from '../support/given/population'
import { act } from '../support/handlers'
import { urls } from '../support/own-database'
import { openSuperuser } from '../support/superuser'
import { isSweep, SEED } from '../support/sweep'

let owner: pg.Client
const given = openGiven()
const organisation = given.organisation()
const [north, south] = [given.team(organisation), given.team(organisation)]
const worker = given.staff(organisation, 'caseworker', { teams: [north] })
const lead = given.staff(organisation, 'coordinator', { leads: [north] })
const farLead = given.staff(organisation, 'coordinator', { leads: [south] })
const farWorker = given.staff(organisation, 'caseworker', { teams: [south] })
const tokens = {
  worker: given.tokenFor(worker),
  lead: given.tokenFor(lead),
  farLead: given.tokenFor(farLead),
  farWorker: given.tokenFor(farWorker),
  admin: given.tokenFor(given.staff(organisation, 'admin')),
}
type Who = keyof typeof tokens

beforeAll(async () => {
  owner = await openSuperuser()
  await given.save(owner)
})
afterAll(async () => {
  await owner.end()
  await disconnect()
})

const random = givenRandom(SEED)
const letters = (): string =>
  Array.from({ length: 8 }, () => 'bdfgklmnprstv'.charAt(Math.floor(random() * 13))).join('a')
/** A person in a file of their own, and the file. */
const givenPerson = async (
  name = `Zz${letters()} Qq${letters()}`,
  {
    team = north,
    by = worker,
    secrecy = 'open',
  }: { team?: string; by?: string; secrecy?: 'open' | 'restricted' } = {},
) => {
  const file = given.file({ teamId: team, workerId: by, secrecy })
  if (secrecy !== 'open')
    for (const staffId of [by, lead]) given.member({ caseId: file.id, staffId, addedBy: by, kind: 'circle' })
  const personId = given.person({ caseIds: [file.id], createdBy: by, name })
  await given.save(owner)
  // Given rows come without their triggers.
  await owner.query('UPDATE person_name SET text = text WHERE person_id = $1', [personId])
  return { personId, file, name }
}
const texts = z.array(z.object({ text: z.string() }))
const list = async (sql: string, values: readonly unknown[]): Promise<string[]> =>
  texts.parse((await owner.query(sql, [...values])).rows).map(({ text }) => text)

const seenBy = async (who: Who, oneId: string, otherId: string) =>
  (await withWork(tokens[who], (work) => getComparison(work, oneId, otherId))).seen
const merging = (oneId: string, otherId: string, seen: string) => ({
  oneId,
  otherId,
  keepId: otherId,
  firstId: oneId,
  ...NOTHING_ASKED,
  sex: 'f',
  because: 'recognised',
  seen,
})
const merge = async (who: Who, oneId: string, otherId: string) =>
  act(tokens[who], mergeTwo, merging(oneId, otherId, await seenBy(who, oneId, otherId)))
const merged = async (who: Who, oneId: string, otherId: string): Promise<string> => {
  const answer = await merge(who, oneId, otherId)
  if (!answer.ok) throw new Error(answer.code)
  return answer.value.mergeId
}

it('moves every column that names a person: none is forgotten, and each says why it stays', async () => {
  const columns = await list(
    `SELECT table_name || '.' || column_name AS text FROM information_schema.columns
      WHERE table_schema = 'public' AND data_type = 'uuid' AND (column_name LIKE '%person_id' OR column_name IN ('kept_id', 'absorbed_id'))
     UNION SELECT c.conrelid::regclass || '.' || a.attname FROM pg_constraint c
       JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
      WHERE c.contype = 'f' AND c.confrelid = 'public.person'::regclass ORDER BY 1`,
    [],
  )
  const moved = await list(`SELECT table_name || '.' || link AS text FROM app.person_links() ORDER BY 1`, [])
  const stays = [
    'name_word.person_id', // made anew from the names, by app.settle_words
    'person_merge.kept_id', // the merges themselves
    'person_merge.absorbed_id',
    'twin_check.person_id', // the list of work of the job
    'likely_pair.person_id', // what the job found; finds again
    'likely_pair.other_id',
    'appointment.booked_person_id', // someone who works for a partner, not a person of a file
  ]
  expect([...moved, ...stays].sort()).toEqual([...columns].sort())
  const locked = await list(
    `SELECT l.table_name || '.' || l.link AS text FROM app.person_links() l
      WHERE NOT has_column_privilege('accompany_guard', l.child, l.link, 'UPDATE')
         OR NOT EXISTS (SELECT 1 FROM pg_trigger g WHERE g.tgrelid = l.child AND g.tgname = 'follow_merge_' || l.link)`,
    [],
  )
  expect(locked).toEqual([])
})

describe('two rows of one person', () => {
  it('become one with both names, and two again as they were', async () => {
    const [one, other] = [await givenPerson(), await givenPerson()]
    const photo = () =>
      list(
        `SELECT string_agg(x, '|' ORDER BY x) AS text FROM (
           SELECT 'n' || n.person_id || n.kind || n.text AS x FROM person_name n WHERE n.person_id = ANY ($1)
           UNION ALL SELECT 'a' || a::text FROM age_claim a WHERE a.person_id = ANY ($1)
           UNION ALL SELECT 'c' || c::text FROM case_person c WHERE c.person_id = ANY ($1)
           UNION ALL SELECT 'w' || w::text FROM name_word w WHERE w.person_id = ANY ($1)
           UNION ALL SELECT 'p' || p.id || p.sex || p.interpreter_need FROM person p WHERE p.id = ANY ($1)) y`,
        [[one.personId, other.personId]],
      )
    const before = await photo()
    const mergeId = await merged('worker', one.personId, other.personId)
    expect(
      await list('SELECT kind || text AS text FROM person_name WHERE person_id = $1 ORDER BY 1', [
        other.personId,
      ]),
    ).toEqual([`alias${other.name}`, `as_said${one.name}`])
    expect(
      await list('SELECT case_id AS text FROM case_person WHERE person_id = $1', [one.personId]),
    ).toEqual([])
    expect(await withWork(tokens.worker, (work) => findKept(work, one.personId))).toBe(other.personId)
    expect(await withWork(tokens.farLead, (work) => findKept(work, one.personId))).toBe(null)
    expect(await act(tokens.worker, takeMergeBack, { mergeId })).toEqual({
      ok: true,
      value: { mergeId, conflicts: [] },
    })
    expect(await photo()).toEqual(before)
    expect(await act(tokens.worker, takeMergeBack, { mergeId })).toMatchObject({ code: 'notFound' })
  })

  it('are not brought together when something was changed since they were looked at', async () => {
    const [one, other] = [await givenPerson(), await givenPerson()]
    const seen = await seenBy('worker', one.personId, other.personId)
    await owner.query(`UPDATE nationality SET country = 'SN' WHERE person_id = $1`, [one.personId])
    expect(await act(tokens.worker, mergeTwo, merging(one.personId, other.personId, seen))).toMatchObject({
      ok: false,
      code: 'mergeChanged',
    })
  })

  it('are one although a number is damaged: that row stays as it is, and opens again once it is mended', async () => {
    const [one, other] = [await givenPerson(), await givenPerson()]
    const ask = async (sql: string, values: readonly unknown[] = []) =>
      (await owner.query(sql, [...values])).rows
    const [row] = await ask('SELECT id FROM person_identifier WHERE person_id = $1', [other.personId])
    const damage = () => flip(ask, 'person_identifier', 'cipher', 'WHERE id = $1', [row.id])
    const read = () => ask('SELECT cipher FROM person_identifier WHERE id = $1', [row.id])
    await damage()
    const before = await read()
    await merged('worker', one.personId, other.personId)
    expect(await read()).toEqual(before)
    await damage()
    const at = { table: 'person_identifier', row: String(row.id), column: 'text', revision: 1 }
    const [mended] = await read()
    expect(
      await withWork(tokens.worker, (work) =>
        work.fieldCrypto.open({ ...at, holder: { kind: 'person', id: one.personId } }, mended.cipher),
      ),
    ).toBe('+32 000 00 00')
  })

  it('are one once, however many press at once, in either direction', async () => {
    const [one, other] = [await givenPerson(), await givenPerson()]
    const seen = await seenBy('worker', one.personId, other.personId)
    const back = await seenBy('lead', other.personId, one.personId)
    const answers = await Promise.all([
      act(tokens.worker, mergeTwo, merging(one.personId, other.personId, seen)),
      act(tokens.lead, mergeTwo, merging(other.personId, one.personId, back)),
      act(tokens.worker, mergeTwo, merging(one.personId, other.personId, seen)),
    ])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    const [mergeId] = await list(
      'SELECT id AS text FROM person_merge WHERE kept_id = ANY ($1) AND undone_at IS NULL',
      [[one.personId, other.personId]],
    )
    const undone = await Promise.all([
      act(tokens.worker, takeMergeBack, { mergeId }),
      act(tokens.lead, takeMergeBack, { mergeId }),
    ])
    expect(undone.filter(({ ok }) => ok)).toHaveLength(1)
    expect(
      (
        await list('SELECT person_id AS text FROM case_person WHERE person_id = ANY ($1)', [
          [one.personId, other.personId],
        ])
      ).sort(),
    ).toEqual([one.personId, other.personId].sort())
  })

  it('take along what someone writes about one of them at that moment', async () => {
    const [one, other] = [await givenPerson(), await givenPerson()]
    const writer = await openSuperuser()
    const mergeId = newId()
    await writer.query('BEGIN')
    await writer.query('SELECT 1 FROM person WHERE id = $1 FOR UPDATE', [one.personId])
    // The person is locked by the merge; the other hand has asked the policies already and waits at the reference.
    await writer.query(
      `INSERT INTO person_merge (id, kept_id, absorbed_id, because, merged_by, before, after)
       VALUES ($1, $2, $3, 'other', $4, '{}', '{}')`,
      [mergeId, other.personId, one.personId, worker],
    )
    const languageId = newId()
    const late = owner.query(
      `INSERT INTO person_language (id, person_id, language, level) VALUES ($1, $2, 'nl', 'fluent')`,
      [languageId, one.personId],
    )
    await writer.query('COMMIT')
    await late
    await writer.end()
    expect(await list('SELECT person_id AS text FROM person_language WHERE id = $1', [languageId])).toEqual([
      other.personId,
    ])
  })

  it('take along what is written late, also when the one who was kept has been merged since', async () => {
    const [one, other, third] = [await givenPerson(), await givenPerson(), await givenPerson()]
    await merged('worker', one.personId, other.personId)
    await merged('worker', other.personId, third.personId)
    const languageId = newId()
    await owner.query(
      `INSERT INTO person_language (id, person_id, language, level) VALUES ($1, $2, 'nl', 'fluent')`,
      [languageId, one.personId],
    )
    expect(await list('SELECT person_id AS text FROM person_language WHERE id = $1', [languageId])).toEqual([
      third.personId,
    ])
  })

  it('take along a visit that was typed before, with what was said', async () => {
    const [one, other] = [await givenPerson(), await givenPerson()]
    const { rows } = await owner.query<{ id: string; day: string }>(
      "SELECT id, app.now()::date::text AS day FROM place WHERE kind = 'closed_centre' AND valid_to IS NULL ORDER BY slug LIMIT 1",
    )
    const [centre] = rows
    await merged('worker', one.personId, other.personId)
    const visit = (who: { caseId: string; personId: string }) => ({
      teamId: north,
      placeId: centre?.id,
      onDate: centre?.day,
      header: 'said',
      mode: 'in_person',
      startsAt: '13:00',
      endsAt: '16:00',
      access: 'granted',
      waitingMinutes: '',
      visitors: [worker],
      encounters: [{ ...blankEncounter(knownPerson(who)), outcome: 'seen', note: 'Typed before' }],
      groups: [],
      observations: [],
    })
    const answer = await act(
      tokens.worker,
      recordVisit,
      visit({ caseId: one.file.id, personId: one.personId }),
    )
    expect(answer).toMatchObject({ ok: true, value: { caseIds: [one.file.id] } })
    expect(
      await list("SELECT person_id AS text FROM encounter WHERE case_id = $1 AND outcome = 'seen'", [
        one.file.id,
      ]),
    ).toEqual([other.personId])
    // Anyone who reaches neither learns nothing from the way round.
    expect(
      await act(tokens.farWorker, recordVisit, {
        ...visit({ caseId: one.file.id, personId: one.personId }),
        teamId: south,
        visitors: [farWorker],
      }),
    ).toMatchObject({ ok: false, code: 'notFound' })
  })

  it('leave nothing behind that the checkpoints would take for a hand in the database, there and back', async () => {
    const [one, other] = [await givenPerson(), await givenPerson()]
    await takeStock(owner)
    await makeCheckpoints(owner)
    const mergeId = await merged('worker', one.personId, other.personId)
    await makeCheckpoints(owner)
    // What the first checkpoint covers is verified with the second one, too.
    if (isSweep) expect((await verifyAuditLog(urls.backup)).found).toEqual([])
    expect(await act(tokens.worker, takeMergeBack, { mergeId })).toMatchObject({ ok: true })
    await makeCheckpoints(owner)
    expect((await verifyAuditLog(urls.backup)).found).toEqual([])
  })

  it('can be parted for thirty days', async () => {
    const [one, other] = [await givenPerson(), await givenPerson()]
    const mergeId = await merged('worker', one.personId, other.personId)
    await owner.query(`UPDATE person_merge SET merged_at = merged_at - interval '31 days' WHERE id = $1`, [
      mergeId,
    ])
    expect(await act(tokens.worker, takeMergeBack, { mergeId })).toMatchObject({ code: 'mergeOver' })
  })

  it('go together when the one who was kept is erased', async () => {
    const [one, other] = [await givenPerson(), await givenPerson()]
    await merged('worker', one.personId, other.personId)
    await owner.query('DELETE FROM case_file WHERE id = ANY ($1)', [[one.file.id, other.file.id]])
    await owner.query('DELETE FROM person WHERE id = $1', [other.personId])
    const people = [one.personId, other.personId]
    expect(await list('SELECT id AS text FROM person WHERE id = ANY ($1)', [people])).toEqual([])
    expect(
      await list('SELECT holder_id AS text FROM wrapped_key WHERE holder_id = ANY ($1)', [[one.personId]]),
    ).toEqual([])
    expect(await list('SELECT holder_id AS text FROM erasure WHERE holder_id = $1', [one.personId])).toEqual([
      one.personId,
    ])
  })
})

describe('beyond reach', () => {
  it('one word answers for a file elsewhere, a circle, a hold and two that are kept apart', async () => {
    const answers: unknown[] = []
    const ask = async (
      hide: (one: { personId: string; file: { id: string } }, otherId: string) => Promise<void>,
    ) => {
      const [one, other] = [await givenPerson(), await givenPerson()]
      await hide(one, other.file.id)
      answers.push(await merge('worker', one.personId, other.personId))
    }
    const alsoIn = (secrecy: 'open' | 'restricted', team: string, by: string) =>
      ask(async ({ personId }) => {
        const file = given.file({ teamId: team, workerId: by, secrecy })
        if (secrecy === 'restricted')
          for (const staffId of [farWorker, farLead])
            given.member({ caseId: file.id, staffId, addedBy: farWorker, kind: 'circle' })
        await given.save(owner)
        await owner.query('INSERT INTO case_person (case_id, person_id) VALUES ($1, $2)', [file.id, personId])
      })
    await alsoIn('open', south, farWorker)
    await alsoIn('restricted', south, farWorker)
    await ask(async ({ file }) => {
      given.hold({ caseId: file.id, createdBy: worker })
      await given.save(owner)
    })
    await ask(async ({ file }, otherCaseId) => {
      given.add('keptApart', { id: newId(), caseId: file.id, otherCaseId, createdBy: worker })
      await given.save(owner)
    })
    expect(answers).toEqual(Array.from({ length: 4 }, () => ({ ok: false, code: 'mergeNotNow' })))
  })

  it('someone out of reach and a person who never was are one answer', async () => {
    const [mine, theirs] = [await givenPerson(), await givenPerson(undefined, { team: south, by: farWorker })]
    for (const otherId of [theirs.personId, newId()]) {
      expect(await act(tokens.worker, mergeTwo, merging(mine.personId, otherId, 'x'))).toEqual({
        ok: false,
        code: 'notFound',
      })
      expect(await act(tokens.worker, sayNotSame, { oneId: mine.personId, otherId })).toEqual({
        ok: false,
        code: 'notFound',
      })
    }
    const called = (oneId: string, otherId: string) =>
      withWork(
        tokens.worker,
        (work) =>
          work.tx
            .$queryRaw`SELECT app.merge_people(${newId()}::uuid, ${oneId}::uuid, ${otherId}::uuid, 'other', '{"sex":"f","interpreter_need":"no"}'::jsonb, ${oneId}::uuid) AS said`,
      )
    expect(await called(mine.personId, theirs.personId)).toEqual([{ said: 'notFound' }])
    expect(await called(theirs.personId, mine.personId)).toEqual([{ said: 'notFound' }])
  })
})

describe('the job that compares', () => {
  const pairsOf = async (who: Who) =>
    (await withWork(tokens[who], (work) => readDuplicates(work, false))).pairs.map(({ one, other }) =>
      [one.personId, other.personId].sort().join(' '),
    )
  const noticed = (caseId: string) =>
    list(`SELECT staff_id AS text FROM notice WHERE kind = 'possible_twin' AND case_id = $1`, [caseId])
  const hintsOf = async (who: Who, code: string) =>
    (await withWork(tokens[who], (work) => readDuplicates(work, false))).hints.filter(
      (one) => one.code === code,
    )

  it('shows a pair to anyone who reaches both, until someone says that they are two', async () => {
    const one = await givenPerson()
    const other = await givenPerson(one.name.split(' ').reverse().join(' '))
    await runDuplicatesJob()
    const pair = [one.personId, other.personId].sort().join(' ')
    expect(await pairsOf('worker')).toContain(pair)
    expect(await pairsOf('lead')).toContain(pair)
    expect(await pairsOf('farLead')).not.toContain(pair)
    expect(await noticed(one.file.id)).toEqual([])
    expect(
      await act(tokens.worker, sayNotSame, { oneId: one.personId, otherId: other.personId }),
    ).toMatchObject({ ok: true })
    expect(await pairsOf('lead')).not.toContain(pair)

    // The decision is on the page of those who reach both, by name where the device is not discreet; others see nothing of it.
    const keptOf = async (who: Who, isDiscreet = false) =>
      (await withWork(tokens[who], (work) => readDuplicates(work, isDiscreet))).keptTwo.filter((kept) =>
        pair.includes(kept.one.personId),
      )
    const [kept] = await keptOf('lead')
    expect([kept?.one.full, kept?.other.full].sort()).toEqual([one.name, other.name].sort())
    const [discreet] = await keptOf('lead', true)
    expect([discreet?.one.full, discreet?.other.full]).toEqual([null, null])
    expect(await keptOf('farLead')).toEqual([])

    // Taken back by anyone who reaches both, the pair is asked about again; no one else learns that there is one.
    const asked = { oneId: other.personId, otherId: one.personId }
    expect(await act(tokens.farLead, askAgain, asked)).toMatchObject({ ok: false, code: 'notFound' })
    expect(await act(tokens.lead, askAgain, asked)).toMatchObject({ ok: true })
    expect(await keptOf('lead')).toEqual([])
    expect(await pairsOf('worker')).toContain(pair)
    expect(await act(tokens.lead, askAgain, asked)).toMatchObject({ ok: false, code: 'notFound' })
  })

  it('hears what the admins of the organisation say of two names, also of anyone who stands there already', async () => {
    const [one, other, near] = [
      await givenPerson('Zumquif Orvantel'),
      await givenPerson('Wobarel Orvantel'),
      await givenPerson('Zumquif Orvantil'),
    ]
    await runDuplicatesJob()
    const pairOf = (a: typeof one, b: typeof one) => [a.personId, b.personId].sort().join(' ')
    expect(await pairsOf('lead')).toContain(pairOf(one, near))
    expect(await pairsOf('lead')).not.toContain(pairOf(one, other))
    expect(
      await act(tokens.admin, ruleNames, { one: 'Zumquif', other: 'Wobarel', ruling: 'same' }),
    ).toMatchObject({ ok: true })
    await runDuplicatesJob()
    expect(await pairsOf('lead')).toContain(pairOf(one, other))
    expect(
      await act(tokens.admin, ruleNames, { one: 'Orvantel', other: 'Orvantil', ruling: 'apart' }),
    ).toMatchObject({ ok: true })
    const late = await givenPerson('Zumquif Orvantil')
    await runDuplicatesJob()
    expect(await pairsOf('lead')).not.toContain(pairOf(one, late))
  })

  it('tells once until it is read, and of no one who comes from elsewhere or is of another age by years', async () => {
    await owner.query("UPDATE notice SET read_at = app.now() WHERE kind = 'possible_twin'")
    const says = (personId: string, country: string, born: string) =>
      Promise.all([
        owner.query('UPDATE nationality SET country = $2 WHERE person_id = $1', [personId, country]),
        owner.query(
          `INSERT INTO age_claim (id, person_id, basis, as_of, born_earliest, born_latest)
           VALUES ($1, $2, 'document', app.now()::date, $3::date, $3::date)`,
          [newId(), personId, born],
        ),
      ])
    const known = [await givenPerson(), await givenPerson(), await givenPerson(), await givenPerson()]
    await runDuplicatesJob()
    const pairs: { known: (typeof known)[number]; typed: (typeof known)[number] }[] = []
    for (const one of known)
      pairs.push({ known: one, typed: await givenPerson(one.name, { team: south, by: farWorker }) })
    const [elsewhere, older, same, again] = pairs
    for (const { known } of pairs) await says(known.personId, 'GN', '2001-03-04')
    await says(elsewhere?.typed.personId ?? '', 'SN', '2001-03-04')
    await says(older?.typed.personId ?? '', 'GN', '1978-03-04')
    await says(same?.typed.personId ?? '', 'GN', '2003-05-06')
    await says(again?.typed.personId ?? '', 'GN', '2000-05-06')
    await runDuplicatesJob()
    const pairOf = async ({ known, typed }: (typeof pairs)[number]) =>
      (
        await list(
          'SELECT other_id AS text FROM likely_pair WHERE person_id = ANY ($1) AND other_id = ANY ($1)',
          [[known.personId, typed.personId]],
        )
      ).length
    expect(await Promise.all(pairs.map(pairOf))).toEqual([0, 0, 1, 1])
    expect((await Promise.all(pairs.map(({ known }) => noticed(known.file.id)))).flat()).toEqual([lead])
  })

  it('tells who leads the other office, and no one where they were typed', async () => {
    await owner.query("UPDATE notice SET read_at = app.now() WHERE kind = 'possible_twin'")
    const known = await givenPerson()
    await runDuplicatesJob()
    const typed = await givenPerson(known.name, { team: south, by: farWorker })
    await runDuplicatesJob()
    expect(await noticed(known.file.id)).toEqual([lead])
    expect(await noticed(typed.file.id)).toEqual([])
    expect(await hintsOf('lead', known.file.code)).toHaveLength(1)
    expect(await hintsOf('worker', known.file.code)).toEqual([])
    for (const who of ['farWorker', 'farLead'] as const) {
      const all = await withWork(tokens[who], (work) => readDuplicates(work, false))
      expect(JSON.stringify(all)).not.toContain(known.personId)
      expect(all.hints.map(({ caseId }) => caseId)).not.toContain(typed.file.id)
      expect(
        await withWork(tokens[who], (work) =>
          work.tx.likelyPair.count({ where: { personId: typed.personId } }),
        ),
      ).toBe(0)
    }
    // Asked again, it tells no one twice.
    await owner.query('UPDATE person_name SET text = text WHERE person_id = $1', [typed.personId])
    await runDuplicatesJob()
    expect(await noticed(known.file.id)).toEqual([lead])
  })

  it('leaves out circles, files kept apart, and who was told to be another', async () => {
    const hidden = await givenPerson(undefined, { secrecy: 'restricted' })
    const duplicate = await givenPerson(hidden.name, { team: south, by: farWorker })
    const [his, own] = [await givenPerson(), await givenPerson(undefined, { team: south, by: farWorker })]
    await owner.query('UPDATE person_name SET text = $2 WHERE person_id = $1', [own.personId, his.name])
    given.add('keptApart', {
      id: newId(),
      caseId: own.file.id,
      otherCaseId: his.file.id,
      createdBy: farWorker,
    })
    await given.save(owner)
    await runDuplicatesJob()
    for (const { file } of [hidden, duplicate, his, own]) expect(await noticed(file.id)).toEqual([])
    for (const { file } of [hidden, duplicate, his, own])
      for (const who of ['lead', 'farLead'] as const) expect(await hintsOf(who, file.code)).toEqual([])
  })
})
