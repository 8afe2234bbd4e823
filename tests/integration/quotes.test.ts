import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { endConsent, recordConsent } from '@/lib/consents/consent.actions'
import { disconnect } from '@/lib/db/client'
import { saveQuote, takeQuoteBack } from '@/lib/quotes/quote.actions'
import { listCleared, quotes } from '@/lib/quotes/quote.data'
import { countAnnual, readAnnualChoices } from '@/lib/reporting/annual.data'
import { toAnnualDocument } from '@/lib/reporting/annual.view'
import { dayOf } from '@/lib/shared/dates'
import { newId } from '@/lib/shared/ids'
import { givenConsentFile } from '../support/given/consent-file'
import { aConsent } from '../support/given/consents'
import { type GivenOrganisation, type GivenStaff, givenCaseOrganisation } from '../support/given/organisation'
import { aQuote } from '../support/given/quotes'
import { act } from '../support/handlers'

const today = dayOf(new Date())
let organisation: GivenOrganisation
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
})
afterAll(async () => {
  await organisation.close()
  await disconnect()
})

type File = Awaited<ReturnType<typeof givenConsentFile>>
const agree = async ({ caseId, personId }: File, change: Record<string, unknown> = {}): Promise<string> => {
  const answer = await act(
    organisation.casey.token,
    recordConsent,
    aConsent(caseId, personId, { purpose: 'quote', recipient: '', scopes: [], ...change }),
  )
  if (!answer.ok) throw new Error(JSON.stringify(answer))
  return answer.value.consentId
}
const withdraw = ({ caseId }: File, consentId: string) =>
  act(organisation.casey.token, endConsent, {
    caseId,
    consentId,
    kind: 'withdrawn',
    endedOn: today,
    saidBy: 'self',
    words: '',
    task: '',
  })
const say = ({ caseId, personId }: File, words: string, change: Record<string, unknown> = {}) =>
  act(organisation.casey.token, saveQuote, aQuote(caseId, personId, { words, said: today, ...change }))
const printedFor = async (reader: GivenStaff, offices: readonly string[] = []): Promise<string[]> =>
  (await reader.work((work) => listCleared(work, { from: today, until: today, offices }))).map(
    ({ words }) => words,
  )

const annualReport = () =>
  organisation.coral.work(async (work) => {
    const choices = readAnnualChoices(work, { kind: 'detention', year: today.slice(0, 4) })
    const document = await toAnnualDocument(await countAnnual(work, { ...choices, reach: 'team' }), choices, {
      locale: 'nl',
      organisation: 'Verzonnen',
      by: 'Coral',
      moment: today,
      copy: 'A1',
      day: String,
    })
    return document.blocks
  })

describe('what someone said for reports', () => {
  it('is kept on their consent to a quote alone, in the form and in the database', async () => {
    const file = await givenConsentFile(organisation)
    const force = () =>
      organisation.casey.work(
        (work) =>
          work.tx.$executeRaw`
          INSERT INTO report_quote (id, case_id, subject_id, revision, person_id, speaker, said_day, words_cipher, created_by)
          SELECT id, ${file.caseId}::uuid, id, 1, ${file.personId}::uuid, 'person', ${today}::date, '\\x00'::bytea, ${work.actor.id}::uuid
            FROM (SELECT gen_random_uuid() AS id) new`,
      )
    expect(await say(file, 'Too early')).toMatchObject({ ok: false, code: 'quoteConsent' })
    await expect(force()).rejects.toThrow(/no consent: not_asked/)
    await agree(file, { purpose: 'summary', recipient: 'kind:lawyer', scopes: ['identity'] })
    expect(await say(file, 'Still too early')).toMatchObject({ ok: false, code: 'quoteConsent' })
    await agree(file)
    expect(await say(file, 'Now it may be printed')).toMatchObject({ ok: true })
  })

  it('is printed for who may open the file, and for no one else', async () => {
    const file = await givenConsentFile(organisation)
    await agree(file)
    await say(file, 'We wait without knowing for what.')
    expect(await printedFor(organisation.coral)).toContain('We wait without knowing for what.')
    expect(await printedFor(organisation.coral, [organisation.south])).toEqual([])
    for (const reader of ['sol', 'sola', 'ada', 'gus', 'stranger'] as const)
      expect(await printedFor(organisation[reader])).toEqual([])
  })

  it('is printed no more once they withdraw, once it was a mistake, and once the file is for named colleagues', async () => {
    const words = async () => (await printedFor(organisation.casey)).filter((one) => one.startsWith('Ends'))
    const withdrawn = await givenConsentFile(organisation)
    const consentId = await agree(withdrawn)
    await say(withdrawn, 'Ends by withdrawal')
    const mistaken = await givenConsentFile(organisation)
    await agree(mistaken)
    const saved = await say(mistaken, 'Ends as a mistake')
    if (!saved.ok) throw new Error(saved.code)
    const restricted = await givenConsentFile(organisation)
    await agree(restricted)
    await say(restricted, 'Ends in a circle')
    expect((await words()).toSorted()).toEqual([
      'Ends as a mistake',
      'Ends by withdrawal',
      'Ends in a circle',
    ])
    await withdraw(withdrawn, consentId)
    await act(organisation.casey.token, takeQuoteBack, {
      caseId: mistaken.caseId,
      ...saved.value,
      mistake: 'not_happened',
    })
    // Casey stays one of the named colleagues, and reads it in the file.
    await organisation.ask('BEGIN')
    await organisation.ask(
      `INSERT INTO case_member (id, case_id, staff_id, kind, added_by) VALUES (gen_random_uuid(), $1, $2, 'circle', $2)`,
      [restricted.caseId, organisation.casey.id],
    )
    await organisation.ask(`UPDATE case_file SET secrecy = 'restricted' WHERE id = $1`, [restricted.caseId])
    await organisation.ask('COMMIT')
    expect(await organisation.casey.work((work) => quotes.list(work, restricted.caseId))).toHaveLength(1)
    expect(await words()).toEqual([])
    expect(await say(restricted, 'Nothing more')).toMatchObject({ ok: false, code: 'quoteRestricted' })
  })

  it('stands in the annual report as it was said last, with no name', async () => {
    const file = await givenConsentFile(organisation)
    await agree(file)
    const first = await say(file, 'First wording', { speaker: 'woman', placeId: organisation.placeId })
    if (!first.ok) throw new Error(first.code)
    await say(file, 'Second wording', {
      speaker: 'woman',
      placeId: organisation.placeId,
      ...first.value,
    })
    const texts = (await annualReport()).flatMap((block) => (block.kind === 'text' ? [block.text] : []))
    const said = texts.filter((text) => text.includes('wording'))
    expect(said).toHaveLength(1)
    expect(said[0]).toMatch(/^“Second wording” – Een vrouw, .+, \S+ \d{4}$/)
    expect(texts.join('\n')).not.toContain('Fictar')
  })

  it('stands on the page of the centre it is about, once the report has such a page', async () => {
    const [here, nowhere] = [await givenConsentFile(organisation), await givenConsentFile(organisation)]
    await agree(here)
    await agree(nowhere)
    await say(here, 'Said of a centre', { placeId: organisation.placeId })
    await say(nowhere, 'Said of no centre')
    await organisation.ask(
      'INSERT INTO visit (id, team_id, place_id, on_date, created_by) VALUES ($1, $2, $3, $4, $5)',
      [newId(), organisation.north, organisation.placeId, today, organisation.casey.id],
    )
    const blocks = await annualReport()
    /** The headings above the one place at which it is printed. */
    const under = (words: string): readonly string[] => {
      const at = blocks.flatMap((block, index) =>
        block.kind === 'text' && block.text.includes(words) ? [index] : [],
      )
      expect(at).toHaveLength(1)
      return blocks.slice(0, at[0]).flatMap((block) => (block.kind === 'heading' ? [block.text] : []))
    }
    expect(under('Said of a centre')).not.toContain('In hun eigen woorden')
    expect(under('Said of no centre').at(-1)).toBe('In hun eigen woorden')
  })
})
