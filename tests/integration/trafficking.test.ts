import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { insertPersonWithFile } from '@/lib/cases/case.data'
import { readDetailsPage, readHistoryPage, readSharingPage } from '@/lib/cases/file-page.data'
import { relateFile } from '@/lib/cases/related-file.actions'
import { listReachableFiles } from '@/lib/cases/roster.data'
import { listNotices } from '@/lib/notices/notice.data'
import { listAlikePeople } from '@/lib/people/alike.data'
import { emptyPerson } from '@/lib/people/empty-person'
import { toNewPerson } from '@/lib/people/person.schema'
import { TRAFFICKING_MINIMUM } from '@/lib/referrals/field.rules'
import { saveReferral } from '@/lib/referrals/referral.actions'
import { listReferrals } from '@/lib/referrals/referral.data'
import { dayOf } from '@/lib/shared/dates'
import { readTimelinePage } from '@/lib/timeline/timeline-page.data'
import { getToday } from '@/lib/today/today.data'
import {
  saveTraffickingAccount,
  saveTraffickingSign,
  takeTraffickingSignBack,
} from '@/lib/trafficking/account.actions'
import { openTraffickingFile } from '@/lib/trafficking/open.actions'
import { readSheetFacts } from '@/lib/trafficking/sheet.data'
import { readTraffickingPage } from '@/lib/trafficking/trafficking-page.data'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { aReferral } from '../support/given/referrals'
import { anAccount } from '../support/given/trafficking'
import { act } from '../support/handlers'

const today = dayOf(new Date())
let organisation: GivenOrganisation
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
})
afterAll(() => organisation.close())

type Who = 'casey' | 'cory' | 'coral' | 'sol' | 'sola' | 'ada' | 'gus' | 'stranger'
const givenOpenFile = (name = 'Kalimo Fictar') =>
  organisation.casey.work((work) =>
    insertPersonWithFile(work, {
      person: toNewPerson({ ...emptyPerson, name }, today),
      file: {
        kind: 'general',
        teamId: organisation.north,
        workerId: organisation.casey.id,
        openedOn: today,
        status: 'active',
        risk: 'low',
        secrecy: 'open',
        secondMemberId: null,
        nextStep: null,
        stay: null,
      },
    }),
  )
const begin = (caseId: string, personId: string, change = {}, who: Who = 'casey') =>
  act(organisation[who].token, openTraffickingFile, {
    caseId,
    personId,
    secondMemberId: organisation.cory.id,
    secondTask: 'Invented task',
    ...change,
  })
const opened = z.object({ ok: z.literal(true), value: z.object({ caseId: z.string(), code: z.string() }) })
const givenTrafficking = async (name?: string) => {
  const from = await givenOpenFile(name)
  const { value } = opened.parse(await begin(from.caseId, from.personId))
  return { ...value, personId: from.personId, from }
}
const save = (caseId: string, change = {}, who: Who = 'casey') =>
  act(organisation[who].token, saveTraffickingAccount, anAccount(caseId, change))
const room = async (code: string, who: Who = 'casey') => {
  const data = await organisation[who].work((work) =>
    readTraffickingPage(work, { params: { code }, search: {} }),
  )
  if (data.type !== 'file' || data.part.type !== 'room') throw new Error('no such room')
  return data.part
}

describe('a file for possible trafficking', () => {
  it('is restricted, has its two members, and tells the second by a task in it', async () => {
    const { caseId, personId } = await givenTrafficking()
    const [file] = await organisation.ask(`SELECT kind, secrecy FROM case_file WHERE id = $1`, [caseId])
    expect(file).toEqual({ kind: 'thb', secrecy: 'restricted' })
    const members = await organisation.ask(`SELECT staff_id FROM case_member WHERE case_id = $1 ORDER BY 1`, [
      caseId,
    ])
    expect(members.map(({ staff_id }) => staff_id)).toEqual(
      [organisation.casey.id, organisation.cory.id].sort(),
    )
    expect(await organisation.ask(`SELECT assigned_to FROM task WHERE case_id = $1`, [caseId])).toEqual([
      { assigned_to: organisation.cory.id },
    ])
    expect(
      await organisation.ask(`SELECT role FROM case_person WHERE case_id = $1 AND person_id = $2`, [
        caseId,
        personId,
      ]),
    ).toEqual([{ role: 'principal' }])
  })

  it('has no second member who is oneself, who is not in the team, or who is no one', async () => {
    const { caseId, personId } = await givenOpenFile()
    for (const secondMemberId of [organisation.casey.id, organisation.sol.id, organisation.ada.id])
      expect(await begin(caseId, personId, { secondMemberId })).toMatchObject({
        fields: { secondMemberId: 'unknownChoice' },
      })
    expect(await begin(caseId, personId, { secondMemberId: '' })).toMatchObject({ code: 'invalid' })
  })

  it('begins from a file within reach that holds the person, and from no circle', async () => {
    const here = await givenOpenFile()
    const elsewhere = await givenOpenFile()
    expect(await begin(here.caseId, elsewhere.personId)).toMatchObject({ code: 'notFound' })
    expect(
      await begin(here.caseId, here.personId, { secondMemberId: organisation.sola.id }, 'sol'),
    ).toMatchObject({
      code: 'notFound',
    })
  })

  it('is never open: not by its own row, and not around what stands in it', async () => {
    const { caseId } = await givenTrafficking()
    await save(caseId)
    for (const change of [`secrecy = 'open'`, `secrecy = 'open', kind = 'general'`])
      await expect(
        organisation.ask(`UPDATE case_file SET ${change} WHERE id = $1`, [caseId]),
      ).rejects.toThrow(/case_file_trafficking|never_open/)
  })

  it('knows the main form of several, and none once fewer are named', async () => {
    const { caseId, code } = await givenTrafficking()
    const forms = ['labour', 'begging']
    expect(await save(caseId, { forms, mainForm: 'labour' })).toMatchObject({ ok: true })
    expect((await room(code)).account?.answers).toMatchObject({ forms, mainForm: 'labour' })
    expect(await save(caseId, { version: 1, forms: ['labour'], mainForm: 'labour' })).toMatchObject({
      ok: true,
    })
    expect((await room(code)).account?.answers).toMatchObject({ forms: ['labour'], mainForm: '' })
    expect(await save(caseId, { version: 2, forms, mainForm: 'cards' })).toMatchObject({ code: 'invalid' })
  })

  it('keeps the room to itself: no account or sign is written into a file of another kind', async () => {
    const { caseId } = await givenOpenFile()
    expect(await save(caseId)).toMatchObject({ code: 'notFound' })
    await expect(
      organisation.casey.work((work) =>
        work.tx.traffickingAccount.createMany({
          data: [
            {
              id: crypto.randomUUID(),
              caseId,
              revision: 1,
              answersCipher: Buffer.from('x'),
              createdBy: work.actor.id,
            },
          ],
        }),
      ),
    ).rejects.toThrow()
  })

  it('is tied to no other file', async () => {
    const { caseId, from } = await givenTrafficking()
    const tie = { caseId, code: from.code, kind: 'sibling', basis: 'said', since: '' }
    expect(await act(organisation.casey.token, relateFile, tie)).toMatchObject({ code: 'sealedUntied' })
    await expect(
      organisation.casey.work((work) =>
        work.tx.relatedFile.createMany({
          data: [
            {
              id: crypto.randomUUID(),
              caseId,
              otherCaseId: from.caseId,
              kind: 'sibling',
              createdBy: work.actor.id,
            },
          ],
        }),
      ),
    ).rejects.toThrow()
  })
})

describe('what is known', () => {
  it('is kept revision by revision; what was ticked stands as signs, once each, and all of it is encrypted', async () => {
    const { caseId, code } = await givenTrafficking()
    const first = {
      danger: 'no',
      forms: ['labour'],
      sector: 'hospitality',
      region: 'brussels',
      signsLabour: ['excessive_hours', 'lives_at_workplace'],
      signsAny: ['documents_withheld'],
      words: 'Verzonnen woorden',
      reading: 'Verzonnen lezing',
    }
    expect(await save(caseId, first)).toMatchObject({ ok: true, value: { version: 1 } })
    expect(await save(caseId, { ...first, version: 1, danger: 'yes' })).toMatchObject({
      value: { version: 2 },
    })
    const part = await room(code)
    expect(part.account).toMatchObject({ revision: 2, answers: { danger: 'yes', region: 'brussels' } })
    expect(part.signs.map(({ row }) => row.sign).sort()).toEqual([
      'documents_withheld',
      'excessive_hours',
      'lives_at_workplace',
    ])
    const rows = await organisation.ask(
      `SELECT to_jsonb(a)::text AS row, length(answers_cipher) AS size FROM trafficking_account a WHERE case_id = $1
       UNION ALL SELECT to_jsonb(s)::text, NULL FROM trafficking_sign s WHERE case_id = $1`,
      [caseId],
    )
    for (const { row } of rows)
      expect(String(row)).not.toMatch(/Verzonnen|labour|hospitality|brussels|hours|withheld/)
    expect(new Set(rows.flatMap(({ size }) => (size === null ? [] : [size]))).size).toBe(1)
  })

  it('written by two at once keeps the first and shows it to the second', async () => {
    const { caseId } = await givenTrafficking()
    const both = await Promise.all([
      save(caseId, { words: 'Eerste' }),
      save(caseId, { words: 'Tweede' }, 'cory'),
    ])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toMatchObject({ code: 'changedMeanwhile', theirs: { version: 1 } })
  })

  it('is saved step by step: each leaves the others alone, and two colleagues can write two of them', async () => {
    const { caseId, code } = await givenTrafficking()
    const safety = { step: 'safety', danger: 'yes', region: 'brussels' }
    expect(await save(caseId, { ...safety, words: 'not asked here' })).toMatchObject({
      value: { version: 1 },
    })
    const choice = { step: 'choice', words: 'Their words', choice: 'wants_time' }
    // Read before the first one was saved: nothing of this step changed meanwhile.
    expect(await save(caseId, choice, 'cory')).toMatchObject({ value: { version: 2 } })
    expect((await room(code)).account).toMatchObject({
      words: 'Their words',
      answers: { danger: 'yes', region: 'brussels', choice: 'wants_time' },
    })
    expect(await save(caseId, { ...choice, choice: 'declines' })).toMatchObject({
      code: 'changedMeanwhile',
      theirs: { version: 2, words: 'Their words', choice: 'wants_time' },
    })
    expect(await room(code)).toMatchObject({ step: 'signs', done: ['safety', 'choice'] })
    expect(await save(caseId, { step: 'signs', version: 2, signsAny: ['documents_withheld'] })).toMatchObject(
      {
        value: { version: 3 },
      },
    )
    expect(await room(code)).toMatchObject({ step: 'safety', done: ['safety', 'signs', 'choice'] })
    expect((await room(code)).account).toMatchObject({ words: 'Their words', answers: { danger: 'yes' } })
  })

  it('of a sign is its grade and source, and that it was a mistake', async () => {
    const { caseId, code } = await givenTrafficking()
    await save(caseId, { signsAny: ['documents_withheld'] })
    const [sign] = (await room(code)).signs
    const which = { caseId, subjectId: sign?.row.subjectId ?? '', version: 1 }
    expect(
      await act(organisation.cory.token, saveTraffickingSign, {
        ...which,
        grade: 'strong',
        source: 'document',
      }),
    ).toMatchObject({ ok: true })
    expect((await room(code)).signs[0]?.row).toMatchObject({ grade: 'strong', source: 'document' })
    expect(
      await act(organisation.casey.token, takeTraffickingSignBack, { ...which, mistake: 'not_happened' }),
    ).toMatchObject({ code: 'correctedMeanwhile' })
    await act(organisation.casey.token, takeTraffickingSignBack, {
      ...which,
      version: 2,
      mistake: 'not_happened',
    })
    const after = await room(code)
    expect([after.signs.length, after.mistakes.length]).toEqual([0, 1])
  })

  it('stands on the sheet of a referral by its ticked fields: never their words, never our reading', async () => {
    const { caseId, personId } = await givenTrafficking()
    await save(caseId, {
      danger: 'no',
      forms: ['labour'],
      sector: 'hospitality',
      region: 'brussels',
      words: 'Verzonnen',
      reading: 'Lezing',
    })
    await act(organisation.casey.token, saveReferral, aReferral(caseId, personId))
    const [referral] = (await organisation.casey.work((work) => listReferrals(work, caseId))).current
    if (referral === undefined) throw new Error('no referral was written')
    expect(referral.row.fields).toEqual([...TRAFFICKING_MINIMUM])
    const facts = await organisation.casey.work((work) => readSheetFacts(work, referral.row))
    expect(facts.facts.map(({ field }) => field)).toEqual(['danger', 'held', 'form', 'region'])
    expect(JSON.stringify(facts.facts)).not.toMatch(/Verzonnen|Lezing|hospitality/)
  })
})

describe('anyone who is no member', () => {
  /** All that a colleague can see around the open file and in the application. */
  const look = async (who: Who, code: string): Promise<string> => {
    const address = { params: { code }, search: {} }
    const tried = async (read: () => Promise<unknown>): Promise<unknown> => {
      try {
        return await read()
      } catch (error) {
        return error instanceof Error ? error.name : 'error'
      }
    }
    const seen = await organisation[who].work(async (work) => [
      await tried(() => readTimelinePage(work, address)),
      await tried(() => readDetailsPage(work, address)),
      await tried(() => readSharingPage(work, address)),
      await tried(() => readHistoryPage(work, address)),
      await tried(() => listNotices(work)),
      await tried(() => listReachableFiles(work)),
      await tried(() =>
        listAlikePeople(work, { name: 'Existar Onlihir', nationality: '', placeId: '' }, 'en'),
      ),
      await tried(() => getToday(work)),
      await tried(() => work.tx.$queryRaw`SELECT * FROM caseload_tally`),
      await tried(() => work.tx.casePerson.count()),
      await tried(() => work.tx.person.findMany({ orderBy: { id: 'asc' } })),
      await tried(() => work.tx.auditEvent.count()),
    ])
    return JSON.stringify(seen, (_key, value) => (typeof value === 'bigint' ? String(value) : value))
  }

  it('sees no byte differ on the open file, in lists, matches, counts and notices, before and after the file exists', async () => {
    const outsiders: Who[] = ['coral', 'sol', 'sola', 'ada', 'gus', 'stranger']
    const from = await givenOpenFile('Existar Onlihir')
    await organisation.ask(
      `INSERT INTO case_member (id, case_id, staff_id, kind, guest_kind, valid_from, valid_until, added_by, team_id, secrecy)
       SELECT gen_random_uuid(), id, $2, 'guest', 'lawyer', now() - interval '1 hour', now() + interval '1 day', $3, team_id, secrecy
         FROM case_file WHERE id = $1`,
      [from.caseId, organisation.gus.id, organisation.casey.id],
    )
    const before = new Map<Who, string>()
    for (const who of outsiders) before.set(who, await look(who, from.code))
    const { value } = opened.parse(await begin(from.caseId, from.personId))
    await save(value.caseId, { danger: 'yes', signsAny: ['documents_withheld'], words: 'Verzonnen' })
    await act(organisation.casey.token, saveReferral, aReferral(value.caseId, from.personId))
    for (const who of outsiders)
      expect(`${who}: ${await look(who, from.code)}`).toBe(`${who}: ${before.get(who)}`)
    // The look is no blind one: what happens in the open file is seen by who reads it.
    await organisation.casey.work((work) =>
      work.audit({ event: 'case.edited', caseId: from.caseId, version: 1 }),
    )
    expect(await look('coral', from.code)).not.toBe(before.get('coral'))
  })

  it('finds neither page nor action of it, and a guest of it reads nothing of the room', async () => {
    const { caseId, code, personId } = await givenTrafficking()
    await save(caseId, { signsAny: ['documents_withheld'] })
    for (const who of ['coral', 'sol', 'sola', 'stranger'] as const) {
      await expect(room(code, who)).rejects.toThrow()
      expect(await save(caseId, {}, who)).toMatchObject({ code: 'notFound' })
      expect(await begin(caseId, personId, {}, who)).toMatchObject({ code: 'notFound' })
    }
    await organisation.ask(
      `INSERT INTO case_member (id, case_id, staff_id, kind, guest_kind, valid_from, valid_until, added_by, team_id, secrecy)
       SELECT gen_random_uuid(), id, $2, 'guest', 'lawyer', now() - interval '1 hour', now() + interval '1 day', $3, team_id, secrecy
         FROM case_file WHERE id = $1`,
      [caseId, organisation.gus.id, organisation.casey.id],
    )
    const read = await organisation.gus.work(async (work) => [
      await work.tx.traffickingAccount.count({ where: { caseId } }),
      await work.tx.traffickingSign.count({ where: { caseId } }),
    ])
    expect(read).toEqual([0, 0])
  })

  it('and a member too is shown no such file among possible matches', async () => {
    const { code } = await givenTrafficking('Matchar Twofold')
    const found = await organisation.casey.work((work) =>
      listAlikePeople(work, { name: 'Matchar Twofold', nationality: '', placeId: '' }, 'en'),
    )
    expect(found.length).toBeGreaterThan(0)
    expect(found.map((one) => one.code)).not.toContain(code)
  })
})
