import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { GET } from '@/app/api/configuration/route'
import { answerConfig, saveOffice, saveSetting, undoEdition } from '@/lib/configuration/configuration.actions'
import { lastEdition } from '@/lib/configuration/edition.data'
import { disconnect } from '@/lib/db/client'
import { withWork } from '@/lib/db/work'
import { exampleText } from '@/lib/exchange/example'
import { bringConfig, compareFile } from '@/lib/exchange/exchange.actions'
import { EXAMPLES, FAULTS } from '@/lib/exchange/file.rules'
import type { Line } from '@/lib/exchange/file.schema'
import { publishEdition, setFieldState } from '@/lib/fields/field.actions'
import { getField } from '@/lib/fields/field.data'
import { toEditionForm } from '@/lib/fields/field.view'
import { addPlace, retireValue, savePlace, saveShown, saveValue } from '@/lib/lists/list.actions'
import { savePartner, savePartnerPerson } from '@/lib/partners/partner.actions'
import { configurationRows, countEditions } from '../support/configuration-tables'
import { givenField } from '../support/given/fields'
import { openGiven } from '../support/given/given'
import { aPartner, aPartnerPerson } from '../support/given/partners'
import { act, withToken } from '../support/handlers'
import { fullText, mutatedConfigurations } from '../support/mutated-configurations'
import { openSuperuser } from '../support/superuser'

let owner: pg.Client
const given = openGiven()
const home = given.organisation('Havenlicht')
const away = given.organisation('Vuurtoren')
const third = given.organisation('Waterkant')
const held = given.organisation('Noorderlicht')
const north = given.team(home)
const lights = given.team(held)
const vottem = given.place()
const boss = given.staff(home, 'admin')
const worker = given.staff(home, 'caseworker', { teams: [north] })
const chief = given.staff(home, 'coordinator', { leads: [north] })
const watcher = given.staff(held, 'caseworker', { teams: [lights] })
given.file({ teamId: lights, workerId: watcher })
const token = {
  boss: given.tokenFor(boss),
  worker: given.tokenFor(worker),
  chief: given.tokenFor(chief),
  away: given.tokenFor(given.staff(away, 'admin')),
  third: given.tokenFor(given.staff(third, 'admin')),
  held: given.tokenFor(given.staff(held, 'admin')),
  second: given.tokenFor(given.staff(held, 'admin')),
}

const labels = (en: string, nl = '') => ({ en, fr: '', nl, de: '' })
const around = { knew: '', reason: '' }
const must = async <A extends { readonly ok: boolean }>(answer: Promise<A>): Promise<A> => {
  const said = await answer
  if (!said.ok) throw new Error(JSON.stringify(said))
  return said
}
const take = async (who: string, query = ''): Promise<Response> =>
  withToken(who, () => GET(new Request(`http://localhost:3000/api/configuration${query}`)))
const taken = async (who: string): Promise<string> => (await take(who)).text()
const compare = async (who: string, text: string) => {
  const answer = await act(who, compareFile, { text })
  if (!answer.ok) throw new Error(JSON.stringify(answer))
  return answer.value
}
const bring = async (who: string, text: string) => {
  const { seen, faults } = await compare(who, text)
  expect(faults).toEqual([])
  const answer = await act(who, bringConfig, { text, seen, reason: 'An example.' })
  if (!answer.ok) throw new Error(JSON.stringify(answer))
  return answer.value.editionId
}
const told = (lines: readonly Line[]) => lines.map(({ part, kind, note }) => ({ part, kind, note }))
const rows = (organisation: string) => configurationRows(owner, organisation)
const set = async (who: string, key: string, value: unknown) =>
  must(
    act(who, saveSetting, {
      key,
      knew: await withWork(who, (work) => lastEdition(work, 'setting', key)),
      reason: '',
      value,
    }),
  )
/** A file that names only this. */
const only = (part: object): string =>
  JSON.stringify({ format: 'accompany-configuration', version: 1, ...part })

beforeAll(async () => {
  owner = await openSuperuser()
  await given.save(owner)
  const who = token.boss
  await set(who, 'organisation.short', 'HL')
  await set(who, 'organisation.contact', { en: 'Call us', fr: '', nl: 'Bel ons\nelke dag', de: '' })
  await set(who, 'work.unseen', { held: '6', high: '5', medium: '9', low: '20' })
  await set(who, 'signIn.idle', { own: '20', wide: '10' })
  await must(act(who, saveOffice, { ...around, teamId: '', name: 'Liège', locale: 'fr' }))
  const health = { ...around, list: 'encounter_topic', code: 'food', labels: labels('Meals', 'Maaltijden') }
  await must(act(who, saveShown, { ...health, position: '2', hidden: 'yes' }))
  const topic = { ...around, valueId: '', list: 'encounter_topic', standard: 'health' }
  await must(act(who, saveValue, { ...topic, labels: labels('Diabetes') }))
  await must(act(who, saveValue, { ...topic, labels: labels('Eyes') }))
  await must(
    act(who, savePlace, {
      ...around,
      placeId: vottem,
      labels: labels('The hill'),
      aliases: '127\nhill',
      hidden: 'no',
      visit: { hours: 'Mondays', phone: '', bring: 'Badge' },
    }),
  )
  const place = {
    ...around,
    kind: 'shelter',
    labels: labels('The Lantern'),
    city: 'Voorbeeldstad',
    aliases: 'lamp',
  }
  await must(act(who, addPlace, place))
  const partner = await must(act(who, savePartner, aPartner({ name: 'The Harbour' })))
  if (partner.ok)
    await must(act(who, savePartnerPerson, aPartnerPerson(partner.value.partnerId, { name: 'Zzharbour' })))
  const arrival = await givenField(who, { labels: labels('Way of arrival') })
  const papers = await givenField(who, {
    labels: labels('Papers lost'),
    type: 'yes_no',
    options: '',
    owner: 'file',
  })
  const { field } = await withWork(who, (work) => getField(work, arrival))
  await must(
    act(who, publishEdition, {
      ...toEditionForm(field),
      offices: [north],
      kinds: ['detention', 'asylum'],
      nationalities: 'SY AF',
      conditions: [
        { on: papers, codes: ['yes'] },
        { on: 'minor', codes: [] },
        { on: '', codes: [] },
      ],
      because: 'Fewer questions.',
    }),
  )
  // What is no longer in use is in no file.
  const gone = await givenField(who, { labels: labels('Not asked'), type: 'short', options: '' })
  await must(act(who, setFieldState, { fieldId: gone, version: 1, state: 'retired', because: 'Over.' }))
  const eyes = await owner.query("SELECT id FROM list_value WHERE key = 'eyes' AND organisation_id = $1", [
    home,
  ])
  const valueId = String(eyes.rows[0]?.id)
  const knew = await withWork(who, (work) => lastEdition(work, 'value', valueId))
  await must(act(who, retireValue, { valueId, isRetired: true, knew }))
  await bring(token.away, await taken(who))
})
afterAll(async () => {
  await owner.end()
  await disconnect()
})

it('goes into another organisation whole, and comes out of it as the same text', async () => {
  const text = await taken(token.boss)
  expect(text).toContain('"diabetes"')
  expect(text).not.toContain('"eyes"')
  expect(text).not.toContain('"not_asked"')
  // No ids, of anyone or anything; a place of the tests has one in its name.
  expect(text.replaceAll(`given-${vottem}`, '')).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}/)
  expect(text).not.toMatch(/secret|password"|mail\.server|logo/)
  expect(text).toContain('The Harbour')
  expect(text).not.toContain('Zzharbour')
  expect(await taken(token.away)).toBe(text)
  const again = await compare(token.away, text)
  expect(new Set(again.lines.map(({ kind }) => kind))).toEqual(new Set(['same']))
  expect(await act(token.away, bringConfig, { text, seen: again.seen, reason: 'Again.' })).toMatchObject({
    code: 'nothingToBring',
  })
  // The first organisation is as it was.
  expect(await taken(token.boss)).toBe(text)
})

it('of an earlier version leaves what is said of a visit as it is', async () => {
  const file = JSON.parse(await taken(token.boss))
  const [slug] = Object.keys(file.places)
  expect(file.places[slug ?? ''].visit).toEqual({ hours: 'Mondays', phone: '', bring: 'Badge' })
  delete file.places[slug ?? ''].visit
  for (const one of file.ownPlaces) delete one.visit
  const { lines } = await compare(token.boss, JSON.stringify(file))
  expect(new Set(lines.map(({ kind }) => kind))).toEqual(new Set(['same']))
})

describe('a file that names little', () => {
  it('leaves everything else alone, says what it changes before, and is taken back exactly', async () => {
    await bring(token.third, fullText())
    const before = await rows(third)
    const textBefore = await taken(token.third)
    const text = only({
      settings: { 'organisation.short': 'WK', 'work.names': 'names' },
      offices: [
        { name: 'Voorbeeldstad', locale: 'fr' },
        { name: 'Namur', locale: '' },
      ],
      lists: {
        encounter_topic: {
          shown: {
            conditions: { labels: labels('', ''), position: null, hidden: false },
            food: { labels: labels('Meals'), position: null, hidden: true },
          },
          own: {
            medication: { standard: 'health', labels: labels('Medicines'), position: 7 },
            teeth: { standard: 'health', labels: labels('Teeth'), position: 8 },
          },
        },
      },
      ownPlaces: [{ kind: 'court', city: '', labels: labels('The invented court'), aliases: [] }],
      fields: {
        lawyer_since: {
          ...JSON.parse(fullText()).fields.school_since,
          labels: labels('Lawyer since'),
        },
        visit_rhythm: {
          ...JSON.parse(fullText()).fields.visit_rhythm,
          options: [
            { code: 'daily', labels: labels('Every day'), isOffered: true },
            { code: 'weekly', labels: labels('Each week'), isOffered: true },
          ],
        },
      },
    })
    const { lines, seen } = await compare(token.third, text)
    expect(told(lines)).toEqual([
      { part: 'setting', kind: 'changed', note: null },
      { part: 'setting', kind: 'changed', note: null },
      { part: 'office', kind: 'changed', note: null },
      { part: 'office', kind: 'new', note: null },
      { part: 'shown', kind: 'changed', note: null },
      { part: 'shown', kind: 'changed', note: null },
      { part: 'value', kind: 'changed', note: null },
      { part: 'value', kind: 'new', note: null },
      { part: 'ownPlace', kind: 'new', note: null },
      { part: 'field', kind: 'new', note: null },
      { part: 'field', kind: 'changed', note: null },
    ])
    // Comparing wrote nothing.
    expect(await rows(third)).toEqual(before)
    const answer = await must(act(token.third, bringConfig, { text, seen, reason: 'Try.' }))
    if (!answer.ok) return
    const after = await rows(third)
    const touched = [...before].filter(([key, row]) => JSON.stringify(after.get(key)) !== JSON.stringify(row))
    expect(touched.map(([key]) => key.split(' ')[0]).sort()).toEqual([
      'list_shown',
      'list_value',
      'own_field',
      'setting',
      'setting',
      'team',
    ])
    // The values that the list had stay, after those of the file.
    const field = [...after.values()].find((row) => row.own_key === 'visit_rhythm')
    expect(Object(field).options.map((one: { code: string }) => one.code)).toEqual([
      'daily',
      'weekly',
      'fortnightly',
      'when_asked',
    ])
    await must(act(token.third, undoEdition, { editionId: answer.value.editionId }))
    const back = await rows(third)
    for (const [key, row] of before)
      if (!key.startsWith('own_field')) expect([key, back.get(key)]).toEqual([key, row])
    // A value that was published stays in its list, and is not offered.
    const old = [...before.values()].find((row) => row.own_key === 'visit_rhythm')
    const now = [...back.values()].find((row) => row.own_key === 'visit_rhythm')
    expect({
      ...now,
      options: Object(now).options.filter((one: { isOffered: boolean }) => one.isOffered),
    }).toMatchObject({
      ...old,
      options: expect.arrayContaining(Object(old).options),
    })
    // What the file made is out of use.
    const made = [...back].filter(([key]) => !before.has(key))
    expect(made.map(([key]) => key.split(' ')[0]).sort()).toEqual([
      'list_value',
      'own_field',
      'place',
      'place_shown',
      'team',
    ])
    for (const [key, row] of made)
      if (!key.startsWith('place '))
        expect(
          row.retired === true ||
            row.hidden === true ||
            row.closed_at !== undefined ||
            row.state === 'retired',
        ).toBe(true)
    expect(JSON.parse(await taken(token.third))).toEqual({
      ...JSON.parse(textBefore),
      fields: expect.objectContaining({ wants_visits: JSON.parse(textBefore).fields.wants_visits }),
    })
    expect(await act(token.third, undoEdition, { editionId: answer.value.editionId })).toMatchObject({
      code: 'changedSince',
    })
  })

  it('adds partners that are missing, changes none, and retires what it added', async () => {
    const partner = (name: string, hours: string) => ({
      ...{ name, kind: 'shelter', languages: ['fr'], regions: [], ages: 'all', takes: '', hours, howTo: '' },
      ...{ phone: '', email: '' },
    })
    const first = await bring(token.third, only({ partners: [partner('Here', 'all day')] }))
    const text = only({ partners: [partner('Here', 'at night'), partner('There', '')] })
    const { lines } = await compare(token.third, text)
    expect(told(lines)).toEqual([
      { part: 'partner', kind: 'kept', note: 'partnerHere' },
      { part: 'partner', kind: 'new', note: null },
    ])
    const second = await bring(token.third, text)
    const names = async () =>
      JSON.parse(await taken(token.third)).partners.map(
        ({ name, hours }: { name: string; hours: string }) => [name, hours],
      )
    expect(await names()).toEqual([
      ['Here', 'all day'],
      ['There', ''],
    ])
    await must(act(token.third, undoEdition, { editionId: second }))
    expect(await names()).toEqual([['Here', 'all day']])
    await owner.query(
      "UPDATE partner SET version = version + 1 WHERE name = 'Here' AND organisation_id = $1",
      [third],
    )
    expect(await act(token.third, undoEdition, { editionId: first })).toMatchObject({ code: 'changedSince' })
    expect(await names()).toEqual([['Here', 'all day']])
  })

  it('is not brought in when something changed since it was compared, nor taken back over a later change', async () => {
    const text = only({ settings: { 'organisation.short': 'A', 'organisation.accent': 'plum' } })
    const { seen } = await compare(token.third, text)
    await set(token.third, 'organisation.short', 'B')
    expect(await act(token.third, bringConfig, { text, seen, reason: 'Late.' })).toMatchObject({
      code: 'correctedMeanwhile',
    })
    const editionId = await bring(token.third, text)
    await set(token.third, 'organisation.short', 'C')
    const before = await rows(third)
    expect(await act(token.third, undoEdition, { editionId })).toMatchObject({ code: 'changedSince' })
    expect(await rows(third)).toEqual(before)
  })
})

describe('a protection', () => {
  it('is made stricter by a file, never looser', async () => {
    await set(token.held, 'signIn.day', '4')
    await set(token.held, 'signIn.secondStep', 'yes')
    const loose = {
      'signIn.day': 12,
      'signIn.secondStep': false,
      'signIn.password': 20,
      'signIn.idle': { own: 5, wide: 15 },
    }
    const { lines } = await compare(token.held, only({ settings: loose }))
    expect(told(lines)).toEqual([
      { part: 'setting', kind: 'changed', note: null },
      { part: 'setting', kind: 'kept', note: 'stricterHere' },
      { part: 'setting', kind: 'kept', note: 'stricterHere' },
      { part: 'setting', kind: 'changed', note: null },
    ])
    await bring(token.held, only({ settings: loose }))
    const { settings } = JSON.parse(await taken(token.held))
    expect(settings).toMatchObject({ 'signIn.day': 4, 'signIn.secondStep': true, 'signIn.password': 20 })
  })

  it('asks a second admin for a place where people are held, and forgets the question when it is taken back', async () => {
    const text = only({
      ownPlaces: [{ kind: 'inad_centre', city: '', labels: labels('The room'), aliases: [] }],
    })
    const { lines } = await compare(token.held, text)
    expect(told(lines)).toEqual([{ part: 'ownPlace', kind: 'new', note: 'forTwo' }])
    const editionId = await bring(token.held, text)
    const asked = async () =>
      (
        await owner.query(
          "SELECT id, state FROM config_edition WHERE organisation_id = $1 AND subject = 'place'",
          [held],
        )
      ).rows
    const [question] = await asked()
    expect(question?.state).toBe('asked')
    expect(
      await act(token.held, answerConfig, { editionId: String(question?.id), answer: 'set' }),
    ).toMatchObject({
      code: 'notOneself',
    })
    expect(told((await compare(token.held, text)).lines)).toEqual([
      { part: 'ownPlace', kind: 'kept', note: 'asked' },
    ])
    await must(act(token.held, undoEdition, { editionId }))
    expect(await asked()).toMatchObject([{ state: 'withdrawn' }])
    expect((await owner.query('SELECT 1 FROM place WHERE organisation_id = $1', [held])).rows).toEqual([])
  })

  it('is no one’s but an admin’s, and shows nothing of another organisation', async () => {
    const text = fullText()
    for (const who of [token.worker, token.chief]) {
      expect((await take(who)).status).toBe(404)
      expect((await take(who, '?example=visitors')).status).toBe(404)
      expect(await act(who, compareFile, { text })).toMatchObject({ code: 'forbidden' })
      expect(await act(who, bringConfig, { text, seen: 'a'.repeat(64), reason: 'x' })).toMatchObject({
        code: 'forbidden',
      })
    }
    // What another organisation has of the same names is neither said nor compared with.
    const { lines } = await compare(token.held, await taken(token.boss))
    for (const line of lines)
      if (line.part === 'field' || line.part === 'value' || line.part === 'ownPlace')
        expect(line.now).toBeNull()
    const foreign = await owner.query(
      "SELECT id FROM config_edition WHERE subject = 'file' AND organisation_id = $1",
      [away],
    )
    expect(await act(token.held, undoEdition, { editionId: String(foreign.rows[0]?.id) })).toMatchObject({
      code: 'correctedMeanwhile',
    })
  })
})

describe('a wrong file', () => {
  it('is refused with the place and what to do, and writes nothing, however it is wrong', async () => {
    const before = await countEditions(owner, away)
    for (const { name, text } of mutatedConfigurations(1, 40)) {
      const { faults, lines, seen } = await compare(token.away, text)
      expect({ name, faults: faults.length, lines: lines.length }).toEqual({
        name,
        faults: expect.toSatisfy((count: number) => count > 0),
        lines: 0,
      })
      for (const { code } of faults) expect(FAULTS.has(code)).toBe(true)
      const brought = await act(token.away, bringConfig, { text, seen, reason: 'x' })
      expect(brought.ok).toBe(false)
    }
    expect(await countEditions(owner, away)).toBe(before)
  })

  it('names the place in the words of the file', async () => {
    const places = async (text: string) => (await compare(token.away, text)).faults
    expect(await places(only({ settings: { 'signIn.day': 13 } }))).toEqual([
      { at: 'settings › signIn.day', code: 'outsideBounds' },
    ])
    expect(
      await places(
        only({
          offices: [
            { name: 'A', locale: '' },
            { name: 'A', locale: '' },
          ],
        }),
      ),
    ).toEqual([{ at: 'offices › 2 › name', code: 'twice' }])
    const diabetes = { standard: 'family', labels: labels('x'), position: 1 }
    expect(await places(only({ lists: { encounter_topic: { shown: {}, own: { diabetes } } } }))).toEqual([
      { at: 'lists › encounter_topic › own › diabetes', code: 'otherStandard' },
    ])
    const { fields } = JSON.parse(await taken(token.away))
    const other = { ...fields.papers_lost, class: 'sensitive' }
    expect(await places(only({ fields: { papers_lost: other } }))).toEqual([
      { at: 'fields › papers_lost', code: 'otherField' },
    ])
    const mute = { ...fields.papers_lost, labels: labels('', 'Papieren kwijt') }
    expect(await places(only({ fields: { papers_lost: mute } }))).toEqual([
      { at: 'fields › papers_lost › labels › en', code: 'required' },
    ])
  })
})

it.each(EXAMPLES.codes)('the example %s goes in as it is', async (example) => {
  expect((await take(token.boss, `?example=${example}`)).status).toBe(200)
  const { faults, lines } = await compare(token.held, exampleText(example))
  expect(faults).toEqual([])
  expect(lines.length).toBeGreaterThan(10)
})
