import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import chooser from '@/app/(signed-in)/cases/[code]/summary/page'
import paper from '@/app/(signed-in)/summaries/[summaryId]/page'
import { formatTime } from '@/components/ui/time'
import { saveNeed, takeRowBack } from '@/lib/asylum/register.actions'
import { listHistory } from '@/lib/cases/history.data'
import { recordDetentionEvent } from '@/lib/detention/episode.actions'
import type { Locale } from '@/lib/i18n/locales'
import { dayOf } from '@/lib/shared/dates'
import { SECTIONS, sectionsAt } from '@/lib/summaries/level.rules'
import { makeSummary } from '@/lib/summaries/summary.actions'
import { listSummaries } from '@/lib/summaries/summary.data'
import { draw } from '../support/draw'
import { eventInput } from '../support/given/episode'
import { givenFullFile as fill } from '../support/given/full-file'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { aNeed } from '../support/given/registers'
import { act, openPage } from '../support/handlers'
import { say } from '../support/say'

let organisation: GivenOrganisation
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
  await organisation.ask(`UPDATE team SET name = 'Zzoffice North' WHERE id = $1`, [organisation.north])
})
afterAll(() => organisation.close())

const done = z.object({ ok: z.literal(true), value: z.record(z.string(), z.unknown()) })
const idOf = (answer: unknown, name: string): string => z.string().parse(done.parse(answer).value[name])

const givenFullFile = () => fill(organisation)

const allFor = (audience: string) => sectionsAt(audience === 'lawyer' ? 'whole' : 'unnamed')
/** What leaves the organisation here rests on a court case; consents.test.ts follows what rests on a consent. */
const onGround = { ground: 'legal_claims', recipient: '', reason: 'Zzreason of an Qqappeal' }
type Wish = { audience?: string; sections?: readonly string[]; language?: Locale; words?: string }
const make = (
  caseId: string,
  { audience = 'lawyer', sections = allFor(audience), language = 'en', words = '' }: Wish = {},
  token = organisation.casey.token,
) => act(token, makeSummary, { caseId, audience, sections: [...sections], language, words, ...onGround })

/** The page of a sheet as HTML; null when it is not found. */
const print = async (
  summaryId: string,
  token = organisation.coral.token,
  search = {},
): Promise<string | null> => {
  const shown = await openPage(token, paper, { params: { summaryId }, search })
  return shown.outcome === 'shown' ? draw(shown.node) : null
}
/** As it is read: what keeps a date on one line is a space like any other. */
const spaced = (text: string): string => text.replaceAll('\u00a0', ' ')
const printed = async (caseId: string, wish: Wish): Promise<string> =>
  spaced((await print(idOf(await make(caseId, wish), 'summaryId'))) ?? '')

// Values that someone typed or that name a row, out of every row that hangs on the file or on a person in it.
const OWN = ['case_summary', 'audit_event']
const CODE = /^[a-z0-9_]{1,40}$/
const IS_DAY = /^\d{4}-\d{2}-\d{2}$/
const stringsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(stringsIn)
  return []
}
const listCanaries = async (caseId: string, personIds: readonly string[]): Promise<string[]> => {
  const tables = z.array(z.object({ table: z.string(), column: z.string() })).parse(
    await organisation.ask(
      `SELECT c.table_name AS "table", c.column_name AS "column" FROM information_schema.columns c
          JOIN information_schema.tables t USING (table_schema, table_name)
          WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND c.column_name IN ('case_id', 'person_id')
            AND c.table_name <> ALL ($1)`,
      [OWN],
    ),
  )
  const rows = [
    ...(await organisation.ask('SELECT to_jsonb(f) AS row FROM case_file f WHERE id = $1', [caseId])),
    ...(await organisation.ask('SELECT to_jsonb(p) AS row FROM person p WHERE id = ANY ($1::uuid[])', [
      personIds,
    ])),
    ...(await organisation.ask('SELECT to_jsonb(t) AS row FROM team t WHERE id = $1', [organisation.north])),
    ...(await organisation.ask('SELECT to_jsonb(s) - $2 AS row FROM staff s WHERE id = $1', [
      organisation.casey.id,
      'locale',
    ])),
    ...(await organisation.ask(
      `SELECT to_jsonb(array[name, label_en, label_fr, label_nl, label_de]) AS row FROM place WHERE id = $1`,
      [organisation.placeId],
    )),
  ]
  for (const { table, column } of tables)
    rows.push(
      ...(await organisation.ask(
        `SELECT to_jsonb(t) AS row FROM public.${table} t WHERE ${column} = ANY ($1::uuid[])`,
        [column === 'case_id' ? [caseId] : personIds],
      )),
    )
  const values = rows
    .flatMap(({ row }) => (Array.isArray(row) ? row : Object.values(row ?? {})))
    .flatMap(stringsIn)
  return [...new Set(values)].filter(
    (value) => value.length > 2 && !CODE.test(value) && !value.startsWith('\\x'),
  )
}
/** What was typed, word by word; of encrypted columns the rows hold ciphers only. */
const TYPED = (
  'Kalimo Zzfictar Zzalias Qqother Zzsister Qqrelative Zzoffice casey Zzstep Qqbrother 0470 Zzgoal Qqherself Zztask ' +
  'Qqlawyer Zzadvocate Qqchambers Zzdesk Zzquiet Zzfear Qqreturn zz@ Zznote Qqeverything Zzwords Qqevent Zzorder Qqofficer Zzsaid Qqvisit Zzscar Qqhand Zzguardian Qqnamed Zzservice Qqguardians Zzguardianship Qqnobody Zzstation Qqtown ' +
  'Zzflatmate Zzdentist Zzevenings Qqwork Qqcousin Zzlemon Zzring'
).split(' ')

describe('a summary without identity', () => {
  it('has in its HTML no name, number, day, place or word of any row of the file', async () => {
    const { caseId, personId, relativeId } = await givenFullFile()
    const canaries = await listCanaries(caseId, [personId, relativeId])
    // The day of printing stands on every sheet.
    const days = canaries.filter((value) => IS_DAY.test(value) && value !== dayOf(new Date()))
    // So that the absence below means something.
    expect(canaries).toEqual(
      expect.arrayContaining(['Kalimo Zzfictar', 'Zzsister Qqrelative', 'ZZR-QQ77', 'Zzoffice North']),
    )
    expect(days).toEqual(expect.arrayContaining(['2026-02-03', '2026-09-29', '2026-08-07', '1999-05-14']))
    const words = [...canaries.filter((value) => !IS_DAY.test(value)), ...days, ...TYPED, 'Eritrea']
    for (const language of ['en', 'fr', 'nl', 'de'] as const) {
      const html = await printed(caseId, { audience: 'discussion', language })
      expect(html).toContain('<table')
      const written = days.flatMap((day) => [
        spaced(formatTime(language, day, 'day')),
        spaced(formatTime(language, day, 'weekday')),
      ])
      for (const word of [...words, ...written]) expect(html).not.toContain(word)
    }
    // The same words are on the sheet of a lawyer: the search can find them.
    const whole = await printed(caseId, { audience: 'lawyer' })
    for (const word of [
      'Kalimo Zzfictar',
      'Zzalias Qqother',
      'Zzscar on Qqhand',
      'Zzsister Qqrelative',
      'Eritrea',
    ])
      expect(whole).toContain(word)
    expect(whole).toContain('29 September 2026')
    for (const word of ['Zzguardian Qqnamed', '0470 98 76 54', 'Missing', '19 August 2026'])
      expect(whole).toContain(word)
  })

  it('says what is left: bands, continents, months and kinds of places', async () => {
    const { caseId } = await givenFullFile()
    const html = await printed(caseId, { audience: 'discussion' })
    for (const left of ['Africa', 'September 2026', 'in a closed centre', 'Hunger strike'])
      expect(html).toContain(left)
    expect(html).toMatch(/\d\d (to \d\d years|years or older)/)
    expect(html).not.toContain('casey Invented')
    expect(html).not.toContain('href="/cases/')
  })
})

describe('a summary for those who know the person', () => {
  it('names who is guardian by initials, and says nothing of a disappearance', async () => {
    const { caseId } = await givenFullFile()
    for (const audience of ['organisation', 'discussion']) {
      const html = await printed(caseId, { audience, sections: ['guardianship'] })
      expect(html).toContain('Has a guardian')
      expect(html.includes('Z. Q.')).toBe(audience === 'organisation')
      for (const hidden of ['Zzguardian', '0470 98', 'Missing', '19 August 2026'])
        expect(html).not.toContain(hidden)
    }
  })

  it('has initials, our code and texts without contacts, and nothing typed about relatives', async () => {
    const { caseId, code } = await givenFullFile()
    const html = await printed(caseId, { audience: 'organisation' })
    for (const shown of ['K. Z.', code, 'Z. Q.', 'Zzgoal of Qqherself', 'phone Qqbrother on […]', 'Eritrea'])
      expect(html).toContain(shown)
    for (const hidden of [
      'Kalimo',
      'Zzalias',
      'Zzscar',
      'Zzsister',
      '0470',
      'zz@fictar',
      'Zznote',
      'Zzwords',
      'Zzorder',
    ])
      expect(html).not.toContain(hidden)
  })
})

const VOLUNTARY = `${say('asylum.matter.name.voluntary_return')}: ${say('asylum.matter.step.applied')}`

describe('a number', () => {
  it('stands on a whole sheet only, with what is safe beside it, and the agreed word on none', async () => {
    const { caseId } = await givenFullFile()
    const says = [
      say('contacts.channel.phone'),
      say('contacts.owner.shared'),
      say('contacts.message.never'),
    ].join(' · ')
    const whole = await printed(caseId, { audience: 'lawyer', sections: ['present'] })
    const card = whole.split('<dl').find((one) => one.includes('0470 65 43 21')) ?? ''
    for (const beside of [says, 'Zzdentist', 'Zzevenings after Qqwork']) expect(card).toContain(beside)
    const known = await printed(caseId, { audience: 'organisation', sections: ['present'] })
    expect(known).toContain(says)
    const unnamed = await printed(caseId, { audience: 'discussion', sections: ['present'] })
    expect(unnamed).not.toContain(say('contacts.message.never'))
    for (const html of [known, unnamed])
      for (const hidden of ['0470 65', 'Zzdentist']) expect(html).not.toContain(hidden)
    for (const html of [whole, known, unnamed])
      for (const hidden of ['Zzlemon', 'Qqcousin', 'Zzflatmate']) expect(html).not.toContain(hidden)
  })
})

describe('what runs beside the procedure', () => {
  const sections = ['mandates', 'needs', 'matters']

  it('is whole for a lawyer, without a word that was typed beside it', async () => {
    const { caseId } = await givenFullFile()
    const html = await printed(caseId, { audience: 'lawyer', sections })
    for (const shown of [
      'Zzadvocate Qqchambers',
      say('summaries.mandateState.waits'),
      '5 October 2026',
      'Torture or serious violence',
      say('asylum.need.source.certificate'),
      VOLUNTARY,
      'IOM',
      say('asylum.matter.doubt.afraid'),
    ])
      expect(html).toContain(shown)
    for (const hidden of ['Zzdesk', 'Zzquiet', 'Zzfear']) expect(html).not.toContain(hidden)
  })

  it('has no need and no doubt below that, and no section of needs', async () => {
    const { caseId } = await givenFullFile()
    const others = ['mandates', 'matters']
    const known = await printed(caseId, { audience: 'organisation', sections: others })
    expect(known).toContain('Z. Q.')
    expect(known).toContain(VOLUNTARY)
    const unnamed = await printed(caseId, { audience: 'discussion', sections: others })
    expect(unnamed).toContain(VOLUNTARY)
    expect(unnamed).not.toContain('IOM')
    for (const html of [known, unnamed])
      for (const hidden of ['Zzadvocate', 'Torture', 'certificate', 'afraid', 'Special need'])
        expect(html).not.toContain(hidden)
    for (const audience of ['organisation', 'colleague', 'discussion'])
      expect(await make(caseId, { audience, sections })).toMatchObject({ code: 'invalid' })
    const forged = { audience: 'colleague', level: 'known_to_them', code: 'ZZZ-ZZZY', language: 'en' }
    await expect(
      organisation.casey.work((work) =>
        work.tx.caseSummary.createMany({
          data: [
            {
              id: crypto.randomUUID(),
              caseId,
              sections: ['needs'],
              createdBy: organisation.casey.id,
              ...forged,
            },
          ],
        }),
      ),
    ).rejects.toThrow()
  })

  it('leaves out what was a mistake', async () => {
    const { caseId, personId } = await givenFullFile()
    const saved = done.parse(await act(organisation.casey.token, saveNeed, aNeed(caseId, personId))).value
    expect(await printed(caseId, { sections })).toContain('Pregnan')
    const { subjectId } = saved
    const mistake = { caseId, register: 'need', subjectId, version: 1, mistake: 'wrong_file' }
    await act(organisation.casey.token, takeRowBack, mistake)
    expect(await printed(caseId, { sections })).not.toContain('Pregnan')
  })
})

describe('what was done to someone', () => {
  it('stands with the incidents, and the attempt to remove without it', async () => {
    const { caseId } = await givenFullFile()
    const [row] = await organisation.ask('SELECT id FROM detention_episode WHERE case_id = $1', [caseId])
    const at = { caseId, episodeId: z.string().parse(row?.id) }
    const more = {
      removalOutcome: 'refused_by_person',
      force: 'yes',
      injuries: 'yes',
      carrier: 'Zzair ZZ 123',
    }
    await act(
      organisation.casey.token,
      recordDetentionEvent,
      eventInput(at, 'removal_ended', '20/11/2026', more),
    )
    const legal = await printed(caseId, { audience: 'organisation', sections: ['detention'] })
    expect(legal).toContain('Removal attempt ended')
    const all = await printed(caseId, { audience: 'lawyer', sections: ['signals'] })
    for (const harm of ['force was used', 'injuries seen']) {
      expect(legal).not.toContain(harm)
      expect(all).toContain(harm)
    }
    for (const html of [legal, all]) expect(html).not.toContain('Zzair')
  })
})

describe('what is on no sheet', () => {
  it('is a section that no one ticked', async () => {
    const { caseId } = await givenFullFile()
    const html = await printed(caseId, { audience: 'lawyer', sections: ['identity'] })
    expect(html).toContain('Kalimo Zzfictar')
    for (const hidden of ['Zzsister', 'Zzgoal', 'Hunger strike', 'September 2026', 'Deadline'])
      expect(html).not.toContain(hidden)
  })

  it('is what someone said, and what stands in a circle that the reader is not of', async () => {
    const { caseId, personId } = await givenFullFile()
    const [circle] = await organisation.ask(
      `INSERT INTO case_file (id, code, kind, secrecy, team_id, worker_id, opened_on, created_by)
       VALUES (gen_random_uuid(), 'ZZS-QQ88', 'thb', 'restricted', $1, $2, '2026-01-05', $2) RETURNING id`,
      [organisation.north, organisation.cory.id],
    )
    await organisation.ask('INSERT INTO case_person (case_id, person_id) VALUES ($1, $2)', [
      circle?.id,
      personId,
    ])
    await organisation.ask(
      `INSERT INTO person_name (id, person_id, kind, text, circle_case_id)
       VALUES (gen_random_uuid(), $1, 'alias', 'Zzcircle Qqonly', $2)`,
      [personId, circle?.id],
    )
    const html = await printed(caseId, { audience: 'lawyer' })
    for (const hidden of ['Zzcircle', 'Qqonly', 'ZZS-QQ88', 'Zznote', 'Zzwords', 'Zzorder'])
      expect(html).not.toContain(hidden)
    expect(html).toContain('Telephone call')
  })
})

describe('making a summary', () => {
  it('is written down, encrypted where it is words, and in the audit log with the reading of it', async () => {
    const { caseId } = await givenFullFile()
    const sections = ['deadlines', 'identity']
    const wish = { audience: 'organisation', sections, language: 'nl', words: 'Meester Zzmandaat' } as const
    const summaryId = idOf(await make(caseId, wish), 'summaryId')
    const [row] = await organisation.ask(
      `SELECT level, sections, encode(words_cipher, 'escape') AS words FROM case_summary WHERE id = $1`,
      [summaryId],
    )
    expect(row).toMatchObject({ level: 'known_to_them', sections: ['identity', 'deadlines'] })
    expect(String(row?.words)).not.toContain('Zzmandaat')
    const [summary] = await organisation.coral.work((work) => listSummaries(work, caseId))
    expect(summary).toMatchObject({ words: 'Meester Zzmandaat', by: 'casey Invented', language: 'nl' })
    const html = await print(summaryId)
    expect(html).toContain('Samenvatting voor een andere organisatie')
    // For whom in words is a matter of the organisation.
    expect(html).not.toContain('Zzmandaat')
    const said = { summaryId, audience: 'organisation', level: 'known_to_them', language: 'nl' }
    const auditLog = await organisation.ask(
      `SELECT event, actor_id, detail FROM audit_event WHERE case_id = $1 AND event LIKE 'summary.%' ORDER BY at, id`,
      [caseId],
    )
    expect(auditLog).toMatchObject([
      { event: 'summary.made', actor_id: organisation.casey.id, detail: { ...said, sections } },
      { event: 'summary.opened', actor_id: organisation.coral.id, detail: said },
    ])
    const { days } = await organisation.casey.work((work) => listHistory(work, caseId, null))
    expect(days.flatMap(({ lines }) => lines)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ event: 'summary.made', name: 'casey Invented', audience: 'organisation' }),
        expect.objectContaining({
          event: 'summary.opened',
          name: 'coral Invented',
          audience: 'organisation',
        }),
      ]),
    )
  })

  it('is made once, however often the request comes', async () => {
    const { caseId } = await givenFullFile()
    const requestId = crypto.randomUUID()
    const input = {
      caseId,
      audience: 'lawyer',
      sections: ['identity'],
      language: 'fr',
      words: '',
      ...onGround,
    }
    const [first, again] = [
      await act(organisation.casey.token, makeSummary, input, requestId),
      await act(organisation.casey.token, makeSummary, input, requestId),
    ]
    expect(again).toEqual(first)
    const other = { ...input, audience: 'discussion' }
    expect(await act(organisation.casey.token, makeSummary, other, requestId)).toMatchObject({
      code: 'requestIdReused',
    })
    expect(await organisation.casey.work((work) => listSummaries(work, caseId))).toHaveLength(1)
  })

  it('refuses what no form sends: a level, a section or a reader that is none, and nothing ticked', async () => {
    const { caseId } = await givenFullFile()
    const input = {
      caseId,
      audience: 'discussion',
      sections: ['identity'],
      language: 'fr',
      words: '',
      ...onGround,
    }
    for (const forged of [
      { level: 'whole' },
      { audience: 'everybody' },
      { sections: ['identity', 'notes'] },
      { sections: [] },
      { sections: 'identity' },
      { sections: [...SECTIONS.codes, ...SECTIONS.codes] },
      { language: 'es' },
      { words: 'z'.repeat(501) },
      { ground: 'because' },
      { caseId: 'x' },
    ])
      expect(await act(organisation.casey.token, makeSummary, { ...input, ...forged })).toMatchObject({
        code: 'invalid',
      })
    expect(await organisation.casey.work((work) => listSummaries(work, caseId))).toEqual([])
  })

  it('cannot be lifted to a higher level by an address or by a row', async () => {
    const { caseId } = await givenFullFile()
    const summaryId = idOf(
      await make(caseId, { audience: 'discussion', sections: ['identity'] }),
      'summaryId',
    )
    const plain = await print(summaryId)
    const forged = {
      level: 'whole',
      audience: 'lawyer',
      for: 'lawyer',
      sections: ['people', 'plan'],
      names: 'yes',
    }
    expect(await print(summaryId, organisation.coral.token, forged)).toBe(plain)
    const lift = (audience: string, level: string) =>
      organisation.casey.work((work) =>
        work.tx.caseSummary.createMany({
          data: [
            {
              id: crypto.randomUUID(),
              caseId,
              code: 'ZZZ-ZZZZ',
              audience,
              level,
              sections: ['identity'],
              language: 'en',
              createdBy: organisation.casey.id,
              ...(['lawyer', 'organisation'].includes(audience)
                ? { ground: 'legal_claims', reasonCipher: new Uint8Array([0]) }
                : {}),
            },
          ],
        }),
      )
    for (const [audience, level] of [
      ['discussion', 'whole'],
      ['discussion', 'known_to_them'],
      ['organisation', 'whole'],
      ['colleague', 'whole'],
    ] as const)
      await expect(lift(audience, level)).rejects.toThrow()
    await expect(lift('lawyer', 'unnamed')).resolves.toMatchObject({ count: 1 })
    // What was made stays as it was made.
    await expect(
      organisation.casey.work((work) =>
        work.tx.caseSummary.updateMany({ where: { id: summaryId }, data: { level: 'unnamed' } }),
      ),
    ).rejects.toThrow()
  })

  it('is for those who work on the file: all others find nothing there', async () => {
    const { caseId, code } = await givenFullFile()
    const summaryId = idOf(await make(caseId), 'summaryId')
    for (const who of ['cory', 'sol', 'sola', 'stranger'] as const) {
      expect(await make(caseId, {}, organisation[who].token)).toMatchObject({ ok: false, code: 'notFound' })
      expect(await print(summaryId, organisation[who].token)).toBeNull()
      expect(await openPage(organisation[who].token, chooser, { params: { code } })).toEqual({
        outcome: 'notFound',
      })
    }
    await organisation.ask(
      `INSERT INTO case_member (id, case_id, staff_id, kind, guest_kind, valid_until, added_by)
       VALUES (gen_random_uuid(), $1, $2, 'guest', 'interpreter', now() + interval '1 day', $3)`,
      [caseId, organisation.gus.id, organisation.casey.id],
    )
    for (const who of ['gus', 'ada'] as const) {
      expect(await make(caseId, {}, organisation[who].token)).toMatchObject({ ok: false, code: 'forbidden' })
      expect(await print(summaryId, organisation[who].token)).toBeNull()
    }
    for (const summary of ['x', crypto.randomUUID(), `${summaryId}'--`])
      expect(await print(summary, organisation.casey.token)).toBeNull()
    expect(await print(summaryId, organisation.casey.token)).toContain('Kalimo Zzfictar')
  })
})
