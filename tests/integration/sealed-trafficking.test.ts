import { createCipheriv, createDecipheriv } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import * as z from 'zod'
import ExactPage from '@/app/(signed-in)/reports/trafficking/exact/page'
import HandedPage from '@/app/(signed-in)/reports/trafficking/page'
import { GET as exactDownload } from '@/app/api/reports/trafficking/exact/route'
import { GET as coarseDownload } from '@/app/api/reports/trafficking/route'
import { insertPersonWithFile } from '@/lib/cases/case.data'
import { NotFound } from '@/lib/db/errors'
import { emptyPerson } from '@/lib/people/empty-person'
import { toNewPerson } from '@/lib/people/person.schema'
import { toCoarse } from '@/lib/reporting/sealed/coarse.rules'
import { readTraffickingTable } from '@/lib/reporting/sealed/trafficking.data'
import { readHandedPage } from '@/lib/reporting/sealed/trafficking-page.data'
import { handInTable } from '@/lib/reporting/trafficking.actions'
import { addDays, dayOf } from '@/lib/shared/dates'
import { newId } from '@/lib/shared/ids'
import { saveTraffickingAccount } from '@/lib/trafficking/account.actions'
import { openTraffickingFile } from '@/lib/trafficking/open.actions'
import { type GivenOrganisation, givenCaseOrganisation } from '../support/given/organisation'
import { anAccount } from '../support/given/trafficking'
import { act, fetchFile, openPage } from '../support/handlers'

const today = dayOf(new Date())
const thisYear = Number(today.slice(0, 4))
const years = [thisYear - 2, thisYear - 1] as const

let organisation: GivenOrganisation
let seed = 7
/** The same numbers each time. */
const draw = (below: number): number => {
  seed = (seed * 48271) % 2147483647
  return seed % below
}
const pick = <T>(list: readonly T[]): T => {
  const one = list[draw(list.length)]
  if (one === undefined) throw new Error('nothing to draw from')
  return one
}
/** A day of the two years, or of this one before today. */
const drawDay = (): string =>
  `${pick([...years, ...years, thisYear])}-${String(1 + draw(9)).padStart(2, '0')}-${String(1 + draw(27)).padStart(2, '0')}`

/** As two admins gave it, unless the change says otherwise. */
const give = async (holder: string, change: Record<string, unknown> = {}) => {
  const grant = {
    kind: 'reads_sealed_figures',
    state: 'given',
    ends_on: `${thisYear + 1}-01-31`,
    answered_by: organisation.cory.id,
    answered_at: new Date(),
    ended_at: null,
    ...change,
  }
  await organisation.ask(
    `INSERT INTO capability_grant (id, organisation_id, holder_id, kind, state, ends_on, asked_by, answered_by, answered_at, ended_at)
     SELECT $1, organisation_id, id, $3, $4, $5, $6, $7, $8, $9 FROM staff WHERE id = $2`,
    [
      newId(),
      holder,
      grant.kind,
      grant.state,
      grant.ends_on,
      organisation.coral.id,
      grant.answered_by,
      grant.answered_at,
      grant.ended_at,
    ],
  )
}
const giveTo = async (...ids: string[]) => {
  await organisation.ask(`DELETE FROM capability_grant`)
  for (const id of ids) await give(id)
}

// Keys by hand: what lib/crypto and lib/db/field-crypto do is not used here.
const ring = new Map<string, Buffer>()
const gcm = (key: Buffer, nonce: Buffer, tag: Buffer, aad: string, body: Buffer): Buffer => {
  const open = createDecipheriv('aes-256-gcm', key, nonce)
  open.setAAD(Buffer.from(aad))
  open.setAuthTag(tag)
  return Buffer.concat([open.update(body), open.final()])
}
const fileKey = async (caseId: string): Promise<Buffer> => {
  const [row] = await organisation.ask(
    `SELECT id, wrapped FROM wrapped_key WHERE holder_kind = 'file' AND holder_id = $1`,
    [caseId],
  )
  const wrapped = z.instanceof(Buffer).parse(row?.wrapped)
  const kid = wrapped.subarray(1, 1 + (wrapped[0] ?? 0)).toString()
  const at = 1 + kid.length
  const aad = `${kid}|file:${caseId}:${String(row?.id)}`
  const key = ring.get(kid)
  if (key === undefined) throw new Error('no such key')
  return gcm(
    key,
    wrapped.subarray(at, at + 12),
    wrapped.subarray(at + 12, at + 28),
    aad,
    wrapped.subarray(at + 28),
  )
}
const aadOf = (id: unknown) => JSON.stringify(['trafficking_account', id, 'answers', 1])
const openByHand = async (caseId: string, id: unknown, cipher: Buffer): Promise<string | null> => {
  try {
    return gcm(
      await fileKey(caseId),
      cipher.subarray(17, 29),
      cipher.subarray(29, 45),
      aadOf(id),
      cipher.subarray(45),
    ).toString()
  } catch {
    return null
  }
}
/** Writes an account as it was written before the main form was asked. */
const rewriteWithoutMainForm = async (caseId: string) => {
  const [row] = await organisation.ask(
    `SELECT id, answers_cipher FROM trafficking_account WHERE case_id = $1`,
    [caseId],
  )
  const cipher = z.instanceof(Buffer).parse(row?.answers_cipher)
  const { mainForm: _gone, ...old } = JSON.parse((await openByHand(caseId, row?.id, cipher)) ?? '{}')
  const close = createCipheriv('aes-256-gcm', await fileKey(caseId), cipher.subarray(17, 29))
  close.setAAD(Buffer.from(aadOf(row?.id)))
  const body = Buffer.concat([close.update(JSON.stringify(old)), close.final()])
  const whole = Buffer.concat([cipher.subarray(0, 29), close.getAuthTag(), body])
  await past(`UPDATE trafficking_account SET answers_cipher = $2 WHERE case_id = $1`, [caseId, whole])
}

/** As it lies in a database that was used for years: past the triggers that say when and by whom. */
const past = async (sql: string, values: readonly unknown[]) => {
  await organisation.ask(`SET session_replication_role = replica`)
  await organisation.ask(sql, values)
  await organisation.ask(`RESET session_replication_role`)
}

const created = z.object({ ok: z.literal(true), value: z.object({ caseId: z.string() }) })
const openApart = async ({ caseId, personId }: { caseId: string; personId: string }) =>
  created.parse(
    await act(organisation.casey.token, openTraffickingFile, {
      caseId,
      personId,
      secondMemberId: organisation.cory.id,
      secondTask: 'Invented task',
    }),
  ).value.caseId

const FORMS = ['sexual', 'labour', 'domestic_servitude', 'begging', 'forced_criminality', 'unknown'] as const
const writeAccount = async (caseId: string) => {
  const forms = FORMS.filter(() => draw(3) === 0)
  const signs = ['documents_withheld', 'debt_for_journey', 'third_party_speaks'].filter(() => draw(2) === 0)
  const account = anAccount(caseId, {
    forms,
    mainForm: pick(['', 'several', 'labour', 'sexual', 'begging']),
    sector: pick(['', 'construction', 'hospitality', 'not_known']),
    recruitedIn: pick(['', 'BE', 'MA', 'NG', 'BR', 'VN', 'RO', 'QQ']),
    choice: pick(['not_asked', 'wants_referral', 'declines']),
    signsAny: signs,
  })
  expect(await act(organisation.casey.token, saveTraffickingAccount, account)).toMatchObject({ ok: true })
  const written = await organisation.ask(`SELECT id FROM trafficking_sign WHERE case_id = $1`, [caseId])
  for (const { id } of written) {
    await past(`UPDATE trafficking_sign SET created_at = $2 WHERE id = $1`, [id, `${drawDay()}T12:00:00Z`])
    if (draw(5) === 0)
      await past(
        `INSERT INTO trafficking_sign (id, case_id, subject_id, revision, mistake, sign_cipher, created_by, created_at, team_id, secrecy)
         SELECT $2, case_id, subject_id, 2, 'not_happened', sign_cipher, created_by, created_at, team_id, secrecy FROM trafficking_sign WHERE id = $1`,
        [id, newId()],
      )
  }
}
const KINDS = [
  'detection',
  'reflection',
  'provisional',
  'status_recognised',
  'unlimited',
  'statement',
  'stopped',
  'alternative',
  'not_victim',
]
const writeStages = async (caseId: string) => {
  for (let left = draw(4); left > 0; left--) {
    const [kind, id] = [pick(KINDS), newId()]
    const reason = kind === 'stopped' ? pick(['shelved', null]) : kind === 'alternative' ? 'asylum' : null
    const row = (own: string, revision: number, mistake: string | null) =>
      past(
        `INSERT INTO trafficking_event (id, case_id, subject_id, revision, mistake, kind, reason, on_day, created_by, team_id, secrecy)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'restricted')`,
        [
          own,
          caseId,
          id,
          revision,
          mistake,
          kind,
          reason,
          drawDay(),
          organisation.casey.id,
          organisation.north,
        ],
      )
    await row(id, 1, null)
    if (draw(4) === 0) await row(newId(), 2, pick([null, 'recorded_twice']))
  }
}
const writeReferral = async (caseId: string, personId: string) => {
  const id = newId()
  const kind = pick(['specialised_centre', 'child_centre', 'lawyer'])
  const row = (own: string, revision: number, mistake: string | null) =>
    past(
      `INSERT INTO referral (id, case_id, subject_id, revision, mistake, person_id, kind, urgency, fields, language, to_cipher, asked_cipher, created_by, team_id, secrecy)
       VALUES ($1, $2, $3, $4, $5, $6, $7, 'now', '{}', 'fr', '\\x00', '\\x00', $8, $9, 'restricted')`,
      [own, caseId, id, revision, mistake, personId, kind, organisation.casey.id, organisation.north],
    )
  await row(id, 1, null)
  if (draw(5) === 0) await row(newId(), 2, 'wrong_file')
  const step = async (what: string, takesBack: string | null) => {
    const own = newId()
    await past(
      `INSERT INTO referral_step (id, case_id, referral_id, kind, on_day, takes_back, created_by, team_id, secrecy)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'restricted')`,
      [own, caseId, id, what, drawDay(), takesBack, organisation.casey.id, organisation.north],
    )
    return own
  }
  await step('told', null)
  const accepted = await step('accepted', null)
  if (draw(5) === 0) await step('taken_back', accepted)
}
const writePerson = async (personId: string) => {
  await past(`UPDATE person SET sex = $2 WHERE id = $1`, [
    personId,
    pick(['f', 'm', 'x', 'unknown', 'declined', 'not_asked']),
  ])
  for (let left = draw(3); left > 0; left--) {
    const born = draw(3) === 0 ? null : String(thisYear - pick([15, 17, 18, 19, 30]))
    await past(
      `INSERT INTO age_claim (id, person_id, basis, as_of, born_earliest, born_latest) VALUES ($1, $2, $3, $4, $5, $6)`,
      [
        newId(),
        personId,
        born === null ? 'not_known' : 'said',
        today,
        born && `${born}-01-01`,
        born && `${born}-12-31`,
      ],
    )
  }
  for (let left = draw(3); left > 0; left--) {
    const silent = draw(4) === 0
    const to = draw(2) === 0 ? `${pick(years)}-0${1 + draw(3)}-15` : null
    await past(
      `INSERT INTO nationality (id, person_id, country, certainty, valid_to, until_when) VALUES ($1, $2, $3, $4, $5, $6)`,
      [
        newId(),
        personId,
        silent ? 'XXX' : pick(['BR', 'MA', 'BE']),
        silent ? 'declined' : 'said',
        silent ? null : to,
        silent || to === null ? null : to,
      ],
    )
  }
}

const FILES = 44
beforeAll(async () => {
  organisation = await givenCaseOrganisation()
  for (const line of readFileSync(z.string().parse(process.env.KEY_FILE), 'utf8').trim().split('\n')) {
    const [kid = '', key = ''] = line.split(':')
    ring.set(kid, Buffer.from(key, 'base64'))
  }
  for (let number = 0; number < FILES; number++) {
    const from = await organisation.casey.work((work) =>
      insertPersonWithFile(work, {
        person: toNewPerson({ ...emptyPerson, name: `Invented ${number}` }, today),
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
    await writePerson(from.personId)
    for (let left = draw(6) === 0 ? 2 : 1; left > 0; left--) {
      const caseId = await openApart(from)
      if (draw(6) > 0) await writeAccount(caseId)
      await writeStages(caseId)
      if (draw(2) === 0) await writeReferral(caseId, from.personId)
      if (number % 7 === 3) await rewriteWithoutMainForm(caseId).catch(() => undefined)
      if (number % 11 === 5)
        await past(
          `UPDATE trafficking_account SET answers_cipher = set_byte(answers_cipher, 60, 0) WHERE case_id = $1`,
          [caseId],
        )
    }
  }
}, 240_000)
afterAll(() => organisation.close())

type Tally = Record<string, number>
const M49: Readonly<Record<string, string>> = {
  BE: 'BE',
  MA: '015',
  NG: '011',
  BR: '005',
  VN: '035',
  RO: '151',
  '': 'not_asked',
}
const WORK = ['labour', 'domestic_servitude']

/** The recount: one loop over the rows as they lie, with no rule of the application. */
const recount = async (year: number): Promise<Tally> => {
  const tally: Tally = {}
  const people = await organisation.ask(
    `SELECT p.id, p.sex, array_agg(f.id::text ORDER BY f.id) AS files FROM person p JOIN case_person cp ON cp.person_id = p.id
       JOIN case_file f ON f.id = cp.case_id WHERE f.kind = 'thb' AND f.team_id = $1 GROUP BY p.id, p.sex`,
    [organisation.north],
  )
  for (const person of people) {
    const files = z.array(z.string()).parse(person.files)
    const rows = (sql: string) => organisation.ask(sql, [files])
    const first: Record<string, string> = {}
    const see = (column: string, day: unknown) => {
      const text = String(day)
      const known = first[column]
      if (known === undefined || text < known) first[column] = text
    }
    for (const { day } of await rows(
      `SELECT to_char(s.created_at AT TIME ZONE 'Europe/Brussels', 'YYYY-MM-DD') AS day FROM trafficking_sign s WHERE s.case_id = ANY ($1)
          AND NOT EXISTS (SELECT FROM trafficking_sign m WHERE m.subject_id = s.subject_id AND m.mistake IS NOT NULL)`,
    ))
      see('notified', day)
    let [last, reached]: [Record<string, unknown> | null, number] = [null, -1]
    const LADDER = ['detection', 'reflection', 'provisional', 'status_recognised', 'unlimited']
    for (const event of await rows(
      `SELECT e.kind, e.reason, to_char(e.on_day, 'YYYY-MM-DD') AS day FROM trafficking_event e
        WHERE e.case_id = ANY ($1) AND e.mistake IS NULL AND e.on_day <= '${year}-12-31'
          AND e.revision = (SELECT max(m.revision) FROM trafficking_event m WHERE m.subject_id = e.subject_id)
        ORDER BY e.on_day, e.subject_id`,
    )) {
      const step = LADDER.indexOf(String(event.kind))
      if (step === 0) see('notified', event.day)
      if (step > 0) see('identified', event.day)
      if (step > reached) reached = step
      if (event.kind !== 'statement') last = event
    }
    if (last?.kind === 'not_victim') delete first.identified
    for (const { day } of await rows(
      `SELECT to_char(p.on_day, 'YYYY-MM-DD') AS day FROM referral_step p WHERE p.case_id = ANY ($1) AND p.kind = 'accepted'
          AND NOT EXISTS (SELECT FROM referral_step b WHERE b.takes_back = p.id)
          AND NOT EXISTS (SELECT FROM referral m WHERE m.subject_id = p.referral_id AND m.mistake IS NOT NULL)
          AND (SELECT r.kind FROM referral r WHERE r.id = p.referral_id) <> 'lawyer'`,
    ))
      see('accompanied', day)

    const [account] = await rows(
      `SELECT id, case_id, answers_cipher FROM trafficking_account WHERE case_id = ANY ($1) ORDER BY created_at DESC, revision DESC LIMIT 1`,
    )
    let said: Record<string, unknown> | null = null
    let isDamaged = false
    if (account !== undefined) {
      const text = await openByHand(
        String(account.case_id),
        account.id,
        z.instanceof(Buffer).parse(account.answers_cipher),
      )
      isDamaged = text === null
      if (text !== null) said = JSON.parse(text)
    }
    const forms = z.array(z.string()).parse(said?.forms ?? [])
    const main = String(said?.mainForm ?? '')
    const groupOf = (form: string) =>
      WORK.includes(form) ? 'labour' : form === 'sexual' ? 'sexual' : 'other'
    const groups = [...new Set(forms.filter((form) => form !== 'unknown').map(groupOf))]
    let form = groups[0] ?? (forms.length > 0 ? 'not_known' : 'not_asked')
    if (groups.length > 1)
      form = main === '' ? 'not_recorded' : main === 'several' ? 'several' : groupOf(main)
    if (isDamaged) form = 'not_known'
    const claims = await organisation.ask(
      `SELECT to_char(born_latest, 'YYYY-MM-DD') AS latest FROM age_claim WHERE person_id = $1`,
      [person.id],
    )
    const countries = await organisation.ask(
      `SELECT country, certainty, to_char(valid_to, 'YYYY-MM-DD') AS "to" FROM nationality WHERE person_id = $1`,
      [person.id],
    )
    for (const [column, day] of Object.entries(first)) {
      if (!day.startsWith(`${year}-`)) continue
      const add = (part: string, code: string) => {
        const key = `${column} ${part} ${code}`
        tally[key] = (tally[key] ?? 0) + 1
      }
      add('total', '')
      add('form', form)
      if (form === 'labour') add('sector', String(said?.sector || 'not_asked'))
      add('sex', ['unknown', 'declined'].includes(String(person.sex)) ? 'not_known' : String(person.sex))
      const eighteen = `${Number(day.slice(0, 4)) - 18}${day.slice(4)}`
      const latest = claims.flatMap((claim) => (claim.latest === null ? [] : [String(claim.latest)]))
      if (latest.length === 0) add('age', claims.length === 0 ? 'not_asked' : 'not_known')
      else add('age', latest.some((born) => born > eighteen) ? 'minor' : 'adult')
      const held = new Set<string>()
      for (const one of countries)
        if (one.certainty === 'said' && (one.to === null || String(one.to) >= day))
          held.add(String(one.country))
      if (countries.length === 0) add('nationality', 'not_asked')
      else add('nationality', held.size === 0 ? 'not_known' : held.size > 1 ? 'several' : [...held].join())
      add('recruitment', isDamaged ? 'not_known' : (M49[String(said?.recruitedIn ?? '')] ?? 'not_known'))
      add(
        'stage',
        ['detection', 'reflection', 'provisional', 'recognised', 'unlimited'][reached] ?? 'not_recorded',
      )
      if (last === null) add('outcome', 'not_recorded')
      else if (last.kind === 'stopped' || last.kind === 'alternative')
        add('outcome', `${last.kind}_${String(last.reason ?? 'not_recorded')}`)
      else add('outcome', last.kind === 'not_victim' || last.kind === 'unlimited' ? last.kind : 'open')
      add('choice', isDamaged ? 'not_asked' : String(said?.choice ?? 'not_asked'))
    }
  }
  return tally
}

/** The same of the table; a cell of nought is not there. */
const told = async (year: number): Promise<Tally> => {
  const { totals, parts } = await organisation.ada.work((work) => readTraffickingTable(work, year))
  const lines = [{ part: 'total', lines: [{ code: '', cells: totals }] }, ...parts]
  const cells = lines.flatMap(({ part, lines: own }) =>
    own.flatMap(({ code, cells: of }) =>
      Object.entries(of).flatMap(([column, count]) =>
        count === 0 ? [] : [[`${column} ${part} ${code}`, count] as const],
      ),
    ),
  )
  return Object.fromEntries(cells)
}

describe('the trafficking table of a closed year', () => {
  it('is what a recount by hand finds, cell by cell', async () => {
    await giveTo(organisation.ada.id)
    for (const year of years) {
      const counted = await told(year)
      expect(counted).toEqual(await recount(year))
      expect(Object.keys(counted).length).toBeGreaterThan(40)
    }
    // What the draw has to hold for this to say something.
    const all = { ...(await told(years[0])), ...(await told(years[1])) }
    for (const code of ['not_recorded', 'several', 'not_known', 'not_asked', 'labour', 'sexual', 'other'])
      expect(all).toHaveProperty([`notified form ${code}`])
  })

  it('says how many accounts cannot be read', async () => {
    await giveTo(organisation.ada.id)
    const tables = [years[0], years[1]].map((year) =>
      organisation.ada.work((work) => readTraffickingTable(work, year)),
    )
    const unreadable = (await Promise.all(tables)).map((table) => table.unreadable)
    expect(unreadable.reduce((sum, one) => sum + one, 0)).toBeGreaterThan(0)
  })

  it('opens no file to the reader, and leaves one line without a number in the audit log', async () => {
    await giveTo(organisation.ada.id)
    const [before] = await organisation.ask(
      `SELECT count(*)::int AS n FROM audit_event WHERE event = 'report.sealedRead'`,
    )
    await organisation.ada.work(async (work) => {
      await readTraffickingTable(work, years[1])
      expect(await work.tx.traffickingAccount.count()).toBe(0)
      expect(await work.tx.caseFile.count()).toBe(0)
      expect(await work.tx.wrappedKey.count()).toBe(0)
    })
    const lines = await organisation.ask(
      `SELECT actor_id, case_id, detail FROM audit_event WHERE event = 'report.sealedRead' ORDER BY at`,
    )
    expect(lines.length - Number(before?.n)).toBe(1)
    expect(lines.at(-1)).toEqual({
      actor_id: organisation.ada.id,
      case_id: null,
      detail: { figure: 'trafficking', year: years[1] },
    })
  })

  it('is refused by the database without the capability, after it ended, for the open year, and to other roles', async () => {
    const read = (who: 'ada' | 'casey' | 'coral' | 'stranger', year: number) =>
      organisation[who].work((work) => readTraffickingTable(work, year))
    await giveTo()
    for (const who of ['ada', 'casey', 'coral'] as const)
      await expect(read(who, years[1])).rejects.toThrow(NotFound)
    await giveTo(organisation.ada.id, organisation.stranger.id)
    for (const year of [thisYear, thisYear + 1, 1999, -1])
      await expect(read('ada', year)).rejects.toThrow(NotFound)
    await expect(read('casey', years[1])).rejects.toThrow(NotFound)
    // Another organisation counts its own.
    expect((await read('stranger', years[1])).totals).toEqual({ notified: 0, identified: 0, accompanied: 0 })
    expect((await read('ada', years[1])).totals.notified).toBeGreaterThan(0)
    // Over, ended, only asked for, or another one: as if there were none.
    const yesterday = addDays(today, -1)
    for (const change of [
      { ends_on: yesterday },
      { ended_at: new Date() },
      { state: 'asked', answered_by: null, answered_at: null },
      { kind: 'reads_figures' },
    ]) {
      await giveTo()
      await give(organisation.ada.id, change)
      await expect(read('ada', years[1])).rejects.toThrow(NotFound)
    }
    const may = await organisation.ask(
      `SELECT r.rolname AS role, p.proname AS name FROM pg_roles r, pg_proc p
        WHERE r.rolname LIKE 'accompany\\_%' AND p.proname IN ('sealed_trafficking', 'begin_sealed_reading')
          AND has_function_privilege(r.oid, p.oid, 'EXECUTE') AND p.proowner <> r.oid
          AND NOT pg_has_role(r.oid, p.proowner, 'MEMBER') ORDER BY 1, 2`,
    )
    expect(may).toEqual([
      { role: 'accompany_app', name: 'sealed_trafficking' },
      { role: 'accompany_sealed', name: 'begin_sealed_reading' },
    ])
  })
})

describe('what the readers of reports get of it', () => {
  const year = years[1]
  const exactFile = (token: string) =>
    fetchFile(token, exactDownload, `/api/reports/trafficking/exact?as=csv&year=${year}`)
  const coarseFile = (token: string) =>
    fetchFile(token, coarseDownload, `/api/reports/trafficking?as=csv&year=${year}`)
  /** The numbers of a file, without its heads and names: table, line, then the three columns. */
  const numbersOf = async (file: Response): Promise<readonly string[]> => {
    const lines: string[][] = parse(await file.text(), { bom: true })
    return lines.slice(1).flatMap((line) => line.slice(3))
  }
  const readAs = (who: 'casey' | 'coral' | 'ada' | 'stranger') =>
    organisation[who].work((work) => readHandedPage(work, { year: String(year) }))

  beforeEach(async () => {
    await past(`DELETE FROM handed_table`, [])
    await giveTo(organisation.ada.id)
  })

  it('is not found at any address without the capability, and nothing before it was handed in', async () => {
    for (const who of ['casey', 'coral', 'gus', 'stranger'] as const) {
      const { token } = organisation[who]
      for (const search of [{}, { year: String(year) }] as const)
        expect([who, await openPage(token, ExactPage, { search })]).toEqual([who, { outcome: 'notFound' }])
      expect([who, (await exactFile(token)).status]).toEqual([who, 404])
      expect([who, (await coarseFile(token)).status]).toEqual([who, 404])
      expect(await act(token, handInTable, { year })).toMatchObject({ ok: false })
    }
    expect((await readAs('casey')).shown).toBeNull()
    expect((await openPage(organisation.gus.token, HandedPage)).outcome).toBe('notFound')
    expect((await openPage(organisation.casey.token, HandedPage)).outcome).toBe('shown')
  })

  it('is exact for its reader, each reading and copy with a line of its own', async () => {
    const linesOf = () =>
      organisation.ask(
        `SELECT event, detail FROM audit_event WHERE actor_id = $1 AND event LIKE 'report.%' ORDER BY at`,
        [organisation.ada.id],
      )
    const before = await linesOf()
    // Nothing is counted before a year is chosen.
    expect((await openPage(organisation.ada.token, ExactPage)).outcome).toBe('shown')
    expect(
      (await openPage(organisation.ada.token, ExactPage, { search: { year: String(thisYear) } })).outcome,
    ).toBe('shown')
    expect((await linesOf()).slice(before.length).map(({ event }) => event)).toEqual([
      'report.ran',
      'report.ran',
    ])
    expect(
      (await openPage(organisation.ada.token, ExactPage, { search: { year: String(year) } })).outcome,
    ).toBe('shown')
    const file = await exactFile(organisation.ada.token)
    expect(file.status).toBe(200)
    const told = await organisation.ada.work((work) => readTraffickingTable(work, year))
    const [first = ''] = await numbersOf(file)
    expect(Number(first)).toBe(told.parts[0]?.lines[0]?.cells.notified)
    const lines = (await linesOf()).slice(before.length + 2)
    expect(lines.map(({ event }) => event)).toEqual([
      'report.sealedRead',
      'report.ran',
      'report.sealedRead',
      'report.exported',
      'report.sealedRead',
    ])
    expect(lines[1]?.detail).toEqual({
      question: `figure=trafficking&year=${year}`,
      copy: expect.stringMatching(/^[A-Z0-9-]+$/),
    })
    expect(lines[3]?.detail).toMatchObject({ form: 'csv', question: `figure=trafficking&year=${year}` })
    expect(file.headers.get('content-disposition')).toContain(`INTERNAL_trafficking_${year}_`)
  })

  it('is handed in once, rounded, and stays as it is whatever happens in the files', async () => {
    // As many of one answer as may be said.
    await past(`UPDATE person SET sex = 'f' WHERE id IN (SELECT id FROM person ORDER BY id LIMIT 40)`, [])
    expect(await act(organisation.ada.token, handInTable, { year: thisYear })).toMatchObject({ ok: false })
    expect(await act(organisation.ada.token, handInTable, { year })).toMatchObject({ ok: true })
    expect(await act(organisation.ada.token, handInTable, { year })).toMatchObject({
      ok: false,
      code: 'alreadyHandedIn',
    })
    const given = await coarseFile(organisation.casey.token)
    const numbers = await numbersOf(given)
    const said = numbers.filter((one) => one !== 'x').map(Number)
    // The draw has to hold numbers that may be said, or the rule is tried on none.
    expect(said.length).toBeGreaterThan(0)
    expect(said.filter((one) => !(one >= 10 && one % 5 === 0))).toEqual([])
    const exact = await organisation.ada.work((work) => readTraffickingTable(work, year))
    const shown = (await readAs('casey')).shown?.table
    expect(shown).toEqual(toCoarse(exact))
    // A sign more, a stage of the year, an account that is closed: the exact numbers move, and no other ones.
    await past(
      `UPDATE trafficking_event SET on_day = $1 WHERE id IN (SELECT id FROM trafficking_event ORDER BY id LIMIT 20)`,
      [`${year}-03-03`],
    )
    const later = await organisation.ada.work((work) => readTraffickingTable(work, year))
    expect(later).not.toEqual(exact)
    expect((await readAs('casey')).shown?.table).toEqual(shown)
    expect(await numbersOf(await coarseFile(organisation.coral.token))).toEqual(numbers)
    // Also when the one who gave it may read no more; and another organisation has none.
    await giveTo()
    expect((await readAs('coral')).shown?.table).toEqual(shown)
    expect((await readAs('stranger')).handed).toEqual([])
    expect((await coarseFile(organisation.stranger.token)).status).toBe(404)
    const events = await organisation.ask(`SELECT detail FROM audit_event WHERE event = 'report.handedIn'`)
    expect(events).toEqual([{ detail: { year } }])
    await past(
      `UPDATE person SET sex = (ARRAY['f', 'm', 'x', 'unknown', 'declined', 'not_asked'])[1 + ascii(right(id::text, 1)) % 6]`,
      [],
    )
  })

  it('cannot be written past the rule: no exact number, no other account, no change', async () => {
    const write = (who: 'ada' | 'casey', parts: unknown, of: number = years[0]) =>
      organisation[who].work(
        (work) =>
          work.tx.$executeRaw`INSERT INTO handed_table (id, organisation_id, year, parts, handed_by)
            SELECT ${newId()}::uuid, organisation_id, ${of}::int, ${JSON.stringify(parts)}::jsonb, id FROM staff WHERE id = ${work.actor.id}::uuid`,
      )
    for (const number of [1, 9, 11, 12.5, -10])
      await expect(write('ada', [{ cells: { notified: number } }])).rejects.toThrow(/handed_table_coarse/)
    await expect(write('ada', [{ cells: { notified: 10 } }], thisYear)).rejects.toThrow(/row-level security/)
    await expect(write('casey', [{ cells: { notified: 10 } }])).rejects.toThrow(/row-level security/)
    for (const sql of [`UPDATE handed_table SET year = 2001`, `DELETE FROM handed_table`])
      await expect(organisation.ada.work((work) => work.tx.$executeRawUnsafe(sql))).rejects.toThrow(
        /permission denied/,
      )
    await write('ada', [{ cells: { notified: 10, identified: null } }])
  })
})
