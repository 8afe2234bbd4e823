import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { insertPersonWithFile, openNextStep } from '@/lib/cases/case.data'
import { addClaim } from '@/lib/cases/claim.actions'
import type { NewFile } from '@/lib/cases/file-rows.data'
import { listReachableFiles } from '@/lib/cases/roster.data'
import { emptyAge, emptyMore, emptyPerson } from '@/lib/people/empty-person'
import { listMarks, openNames, personClaims } from '@/lib/people/person.data'
import { toNewPerson } from '@/lib/people/person.schema'
import { givenBareFile, givenMember } from '../support/given/bare-file'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { act } from '../support/handlers'

let organisation: GivenOrganisation
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
})
afterAll(() => organisation.close())

const someone = (name: string) =>
  toNewPerson(
    {
      ...emptyPerson,
      name,
      otherName: 'ممادو',
      otherNameKind: 'other_script',
      ageAnswer: 'years',
      ageYears: '17',
      nationality: 'GN',
      language: 'ff',
    },
    '2026-10-07',
  )
const aFile = (change: Partial<NewFile> = {}): NewFile => ({
  kind: 'detention',
  teamId: organisation.north,
  workerId: organisation.casey.id,
  openedOn: '2026-10-07',
  status: 'active',
  risk: 'low',
  secrecy: 'open',
  secondMemberId: null,
  nextStep: { text: 'Call the lawyer', on: '2026-10-14' },
  stay: { placeId: organisation.placeId, since: '2026-10-01' },
  ...change,
})

describe('a person and their first file', () => {
  it('are written together and come back as they were said', async () => {
    const { caseId, personId } = await organisation.casey.work((work) =>
      insertPersonWithFile(work, { person: someone('Kalimo Fictar'), file: aFile() }),
    )
    await organisation.casey.work(async (work) => {
      const { names, ageClaims, nationalities } = await work.tx.person.findUniqueOrThrow({
        where: { id: personId },
        select: personClaims,
      })
      expect((await openNames(work, personId, names)).map(({ text }) => text)).toEqual([
        'Kalimo Fictar',
        'ممادو',
      ])
      expect(nationalities).toMatchObject([
        { country: 'GN', certainty: 'said', sinceWhen: null, untilWhen: null },
      ])
      expect(ageClaims).toMatchObject([{ basis: 'said', ageYears: 17 }])
      const file = await work.tx.caseFile.findUniqueOrThrow({ where: { id: caseId } })
      expect(await openNextStep(work, file)).toEqual({ text: 'Call the lawyer', on: '2026-10-14' })
    })
    // Derived from "17 on 7 October", and no first of January in sight.
    expect(
      await organisation.ask(
        `SELECT born_earliest::text AS earliest, born_latest::text AS latest FROM age_claim WHERE person_id = $1`,
        [personId],
      ),
    ).toEqual([{ earliest: '2008-10-08', latest: '2009-10-07' }])
    const [row] = await organisation.ask(
      `SELECT encode(next_step_cipher, 'escape') AS step FROM case_file WHERE id = $1`,
      [caseId],
    )
    expect(String(row?.step)).not.toContain('lawyer')
  })

  it('stand on the roster of the centre for those who may meet them, by initials', async () => {
    const { code } = await organisation.casey.work((work) =>
      insertPersonWithFile(work, {
        person: someone('Corvan Exemplo'),
        file: aFile({ stay: { placeId: organisation.otherPlaceId, since: null } }),
      }),
    )
    const roster = (name: 'casey' | 'coral' | 'sol' | 'sola' | 'ada' | 'gus', placeId: string) =>
      organisation[name].work(async (work) => {
        const lines = await listReachableFiles(work, { placeId })
        return lines.filter((line) => line.code === code).map(({ initials }) => initials)
      })
    expect(await roster('casey', organisation.otherPlaceId)).toEqual(['C. E.'])
    expect(await roster('coral', organisation.otherPlaceId)).toEqual(['C. E.'])
    expect(await roster('casey', organisation.placeId)).toEqual([])
    for (const name of ['sol', 'sola', 'ada', 'gus'] as const)
      expect(await roster(name, organisation.otherPlaceId)).toEqual([])
  })

  it('three kinds of unknown stay apart', async () => {
    const write = (change: Partial<typeof emptyPerson>) =>
      organisation.casey.work((work) =>
        insertPersonWithFile(work, {
          person: toNewPerson({ ...emptyPerson, name: 'Amaru', ...change }, '2026-10-07'),
          file: aFile(),
        }),
      )
    const kept = async (personId: string) => ({
      age: await organisation.ask('SELECT basis, born_latest AS born FROM age_claim WHERE person_id = $1', [
        personId,
      ]),
      language: await organisation.ask('SELECT language, level FROM person_language WHERE person_id = $1', [
        personId,
      ]),
      nationality: await organisation.ask('SELECT country, certainty FROM nationality WHERE person_id = $1', [
        personId,
      ]),
    })
    const notAsked = await write({})
    const notKnown = await write({ ageAnswer: 'notKnown', nationality: 'notKnown', language: 'not_known' })
    const declined = await write({ ageAnswer: 'declined', nationality: 'declined', language: 'declined' })
    expect(await kept(notAsked.personId)).toEqual({ age: [], nationality: [], language: [] })
    expect(await kept(notKnown.personId)).toEqual({
      age: [{ basis: 'not_known', born: null }],
      nationality: [{ country: 'XXX', certainty: 'not_known' }],
      language: [{ language: 'und', level: 'not_known' }],
    })
    expect(await kept(declined.personId)).toEqual({
      age: [{ basis: 'declined', born: null }],
      nationality: [{ country: 'XXX', certainty: 'declined' }],
      language: [{ language: 'und', level: 'declined' }],
    })
  })

  it('a sealed file keeps its names as ciphertext and opens for its two members only', async () => {
    const { personId, caseId } = await organisation.casey.work((work) =>
      insertPersonWithFile(work, {
        person: someone('Belio Nonreal'),
        file: aFile({ kind: 'thb', secrecy: 'sealed', secondMemberId: organisation.cory.id }),
      }),
    )
    expect(await organisation.ask('SELECT text FROM person_name WHERE person_id = $1', [personId])).toEqual([
      { text: null },
      { text: null },
    ])
    for (const name of ['casey', 'cory'] as const)
      await organisation[name].work(async (work) => {
        const { names } = await work.tx.person.findUniqueOrThrow({
          where: { id: personId },
          select: personClaims,
        })
        expect((await openNames(work, personId, names))[0]?.text).toBe('Belio Nonreal')
      })
    for (const name of ['coral', 'sol', 'ada', 'gus', 'stranger'] as const)
      await organisation[name].work(async (work) => {
        expect(await work.tx.person.count({ where: { id: personId } })).toBe(0)
        expect(await work.tx.caseFile.count({ where: { id: caseId } })).toBe(0)
      })
  })

  it('a sealed file with one member alone is refused as a whole', async () => {
    const before = await organisation.ask('SELECT count(*)::int AS n FROM person')
    await expect(
      organisation.casey.work((work) =>
        insertPersonWithFile(work, {
          person: someone('Dalimo Dummar'),
          file: aFile({ kind: 'thb', secrecy: 'sealed' }),
        }),
      ),
    ).rejects.toThrow('two members')
    expect(await organisation.ask('SELECT count(*)::int AS n FROM person')).toEqual(before)
  })

  it('no one opens a file in a team they do not belong to', async () => {
    await expect(
      organisation.casey.work((work) =>
        insertPersonWithFile(work, {
          person: someone('Elvero'),
          file: aFile({ teamId: organisation.south }),
        }),
      ),
    ).rejects.toThrow()
  })
})

describe('what is said in a restricted file about a person who stands in an open one too', () => {
  const { certainty } = emptyPerson
  const seen = (who: 'casey' | 'cory' | 'coral', personId: string) =>
    organisation[who].work(async (work) => {
      const person = await work.tx.person.findUniqueOrThrow({
        where: { id: personId },
        select: { ...personClaims, languages: { select: { language: true } } },
      })
      return {
        names: person.names.map(({ text }) => text),
        nationalities: person.nationalities.map(({ country }) => country),
        ages: person.ageClaims.length,
        origins: await work.tx.personOrigin.count({ where: { personId } }),
        languages: person.languages.map(({ language }) => language),
        marks: (await listMarks(work, [personId])).map(({ text }) => text),
      }
    })

  it('stays with anyone who reads the restricted one, by the handler and by the database', async () => {
    // Casey works on the open file; the restricted one is casey's and cory's, and coral leads the office.
    const { personId } = await organisation.casey.work((work) =>
      insertPersonWithFile(work, { person: someone('Ombrelin Fictar'), file: aFile() }),
    )
    const narrow = await givenBareFile(organisation, 'restricted')
    for (const staff of [organisation.casey, organisation.cory])
      await givenMember(organisation, narrow.id, staff.id, 'circle')
    await organisation.ask(
      `INSERT INTO case_person (case_id, person_id, role) VALUES ($1, $2, 'principal')`,
      [narrow.id, personId],
    )
    const said = await act(organisation.casey.token, addClaim, {
      ...emptyAge,
      ...emptyMore,
      certainty,
      caseId: narrow.id,
      personId,
      name: 'Verborgen Fictar',
      nameKind: 'alias',
      nationality: 'SN',
      birthCountry: 'SN',
    })
    expect(said).toMatchObject({ ok: true })
    const outside = {
      names: ['Ombrelin Fictar', 'ممادو'],
      nationalities: ['GN'],
      ages: 1,
      origins: 0,
      languages: ['ff'],
      marks: [],
    }
    expect(await seen('coral', personId)).toEqual(outside)
    for (const who of ['casey', 'cory'] as const)
      expect(await seen(who, personId)).toMatchObject({
        names: [...outside.names, 'Verborgen Fictar'],
        nationalities: ['GN', 'SN'],
        origins: 1,
      })
    // Cory knows them from the restricted file alone: nothing of theirs goes to everyone, whatever the statement says.
    const loud = `INSERT INTO person_language (id, person_id, language, level) VALUES (gen_random_uuid(), $1::uuid, 'wo', 'some')`
    await expect(organisation.cory.work((work) => work.tx.$executeRawUnsafe(loud, personId))).rejects.toThrow(
      'row-level security',
    )
  })
})
