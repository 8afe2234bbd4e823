import 'server-only'
import * as z from 'zod'
import { listAttachments } from '@/lib/attachments/attachment.data'
import { listWords } from '@/lib/cases/word.data'
import { listComments } from '@/lib/comments/comment.data'
import { listConsents } from '@/lib/consents/consent.data'
import { NotFound } from '@/lib/db/errors'
import { storedCode } from '@/lib/db/stored-code'
import type { Work } from '@/lib/db/work'
import { encounterNoteAt } from '@/lib/detention/encrypted-text.data'
import { LOCALES } from '@/lib/i18n/locales'
import { openEach } from '@/lib/registers/register.data'
import { dayOf, toDay } from '@/lib/shared/dates'
import { isUuid } from '@/lib/shared/ids'
import { toParts } from '@/lib/summaries/file.view'
import { type Section, sectionsAt } from '@/lib/summaries/level.rules'
import { redact } from '@/lib/summaries/redact.rules'
import { listSummaries } from '@/lib/summaries/summary.data'
import { readSummaryFile, SHEET_LISTS } from '@/lib/summaries/summary-page.data'
import { TRAFFICKING_LISTS } from '@/lib/trafficking/vocabulary.rules'
import { readMore } from './extract-more.data'
import { readTold } from './told.data'

const language = storedCode(LOCALES)
const consultations = z.array(z.object({ on: z.string(), role: z.string(), did: z.string(), times: z.int() }))

/**
 * When the file was read, changed and opened to others, by role: who each was, the person is not told. Looking at what could leave
 * is reading; only what is recorded as told or was opened outside stands among the recipients (told.rules.ts).
 */
const listConsultations = async (work: Work, caseId: string) =>
  consultations.parse(
    await work.tx.$queryRaw`
      SELECT to_char(e.at AT TIME ZONE 'Europe/Brussels', 'YYYY-MM-DD') AS "on", 
             CASE WHEN e.event LIKE 'share.%' AND s.id IS NULL THEN 'outside' ELSE COALESCE(s.role::text, 'house') END AS role,
             CASE WHEN e.event LIKE '%.opened' OR e.event LIKE '%.taken' OR e.event IN ('referral.sheet', 'extract.saved') THEN 'read'
                  WHEN e.event = 'case.shared' THEN 'shared'
                  ELSE 'wrote' END AS did, count(*)::int AS times
        FROM audit_event e LEFT JOIN staff s ON s.id = e.actor_id
       WHERE e.case_id = ${caseId}::uuid GROUP BY 1, 2, 3 ORDER BY 1 DESC, 2, 3 LIMIT 1000`,
  )

const listNotes = async (work: Work, caseId: string) => {
  const rows = await work.tx.note.findMany({
    where: { caseId, privileged: false },
    orderBy: [{ happenedOn: 'desc' }, { id: 'desc' }],
    select: { id: true, happenedOn: true, bodyCipher: true, version: true },
  })
  const notes = []
  for (const { id, happenedOn, bodyCipher, version } of rows) {
    const place = { table: 'note', row: id, column: 'body', revision: version }
    const holder = { kind: 'file', id: caseId } as const
    notes.push({ on: toDay(happenedOn), text: await work.fieldCrypto.open({ holder, ...place }, bodyCipher) })
  }
  return notes
}

const listMet = async (work: Work, caseId: string, personId: string) => {
  const rows = await work.tx.encounter.findMany({
    where: { caseId, personId },
    orderBy: [{ metOn: 'desc' }, { id: 'desc' }],
    include: { place: { select: { labelEn: true, labelFr: true, labelNl: true, labelDe: true } } },
  })
  return openEach(rows, async ({ id, metOn, place, outcome, noteCipher, version }) => ({
    on: toDay(metOn),
    place,
    outcome,
    text:
      noteCipher === null
        ? ''
        : await work.fieldCrypto.open(encounterNoteAt(caseId, id, version), noteCipher),
  }))
}

/** Not of the person, or with every answer that was ever given further down (readMore). */
const ELSEWHERE: readonly Section[] = ['people', 'contacts', 'own', 'own_sensitive']

/**
 * Everything of one person that is kept in a file, for that person (GDPR art. 15). Of others in the file nothing is read, of possible
 * exploiters and of a lawyer's notes neither: that there may be such is said, and why (art. 15(4)).
 * @param give ids of the messages between colleagues that someone has read and gives to the person (docs/adr/0071)
 */
export const readExtract = async (work: Work, extractId: string, give: ReadonlySet<string>) => {
  const row = isUuid(extractId) ? await work.tx.accessExtract.findFirst({ where: { id: extractId } }) : null
  if (row === null) throw new NotFound()
  const { caseId, personId } = row
  const whole = await readSummaryFile(work, caseId)
  const person = [...whole.caseHeader.people, ...whole.caseHeader.former].filter(({ id }) => id === personId)
  // What hangs on the file alone tells of whom it was opened for: anyone else in it is given what is about themselves.
  const isMain = person.some(({ inFile }) => inFile.role === 'principal')
  const own = (one: { readonly personId: string | null }) =>
    one.personId === personId || (isMain && one.personId === null)
  const asMain = person.map((one) => ({ ...one, inFile: { ...one.inFile, role: 'principal' as const } }))
  const file = {
    ...whole,
    // How they are reached stands further down with every row (readMore).
    caseHeader: { ...whole.caseHeader, people: asMain, former: [], contacts: [] },
    needs: whole.needs.filter(own),
    matters: whole.matters.filter(own),
    contacts: [],
    own: [],
  }
  const sections = isMain
    ? sectionsAt('whole').filter((one) => !ELSEWHERE.includes(one))
    : (['identity', 'needs', 'matters'] as const)
  const parts = redact(toParts(file, dayOf(work.now)), { level: 'whole', sections }).map((part) => ({
    ...part,
    // Colleagues by their role, under consultations: not by name.
    items: part.items.map((item) => ({
      ...item,
      facts: item.facts.filter(({ value }) => value.kind !== 'staff'),
    })),
  }))
  const others = await work.tx.casePerson.count({ where: { caseId, personId: { not: personId } } })
  return {
    id: row.id,
    caseId,
    personId,
    file: { id: caseId, code: whole.caseHeader.code },
    isTrafficking: whole.caseHeader.kind === 'thb',
    language: language.parse(row.language),
    at: row.createdAt,
    parts,
    met: await listMet(work, caseId, personId),
    notes: isMain ? await listNotes(work, caseId) : [],
    papers: (isMain ? await listAttachments(work, caseId) : []).filter(({ removedAt }) => removedAt === null),
    consents: (await listConsents(work, caseId)).filter((one) => one.personId === personId && !one.isMistake),
    ...(await readTold(work, caseId, personId, isMain)),
    more: await readMore(work, whole.caseHeader, personId, isMain),
    /** For the screen of who puts it together: what the person is not given has not left the organisation. */
    messages: (isMain ? await listComments(work, caseId) : []).map(({ id, at, kind, text }) => ({
      id,
      at,
      kind,
      text,
      isGiven: give.has(id),
    })),
    summaries: isMain ? await listSummaries(work, caseId, { withLetters: true }) : [],
    consultations: await listConsultations(work, caseId),
    others,
    lists: await listWords(work, [...SHEET_LISTS, ...TRAFFICKING_LISTS, 'risk_level']),
  }
}
export type ExtractRead = Awaited<ReturnType<typeof readExtract>>
