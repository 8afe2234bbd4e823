import 'server-only'
import * as z from 'zod'
import { toNames } from '@/lib/countries/body.data'
import { takesPeople } from '@/lib/countries/body.rules'
import { ACTOR_KINDS, ACTOR_LEVELS, ACTOR_TOPICS } from '@/lib/countries/vocabulary.rules'
import { placeInFile } from '@/lib/db/field-crypto'
import type { Prisma } from '@/lib/db/generated/client'
import { storedCode } from '@/lib/db/stored-code'
import type { Work } from '@/lib/db/work'
import { openEach } from '@/lib/registers/register.data'
import { type Day, toDate, toDay } from '@/lib/shared/dates'
import { newId } from '@/lib/shared/ids'
import type { ConsentInput, EndInput } from './consent.schema'
import { expiryOf } from './expiry.rules'
import { openProof, toProof } from './proof.data'
import {
  ANSWERS,
  CHILD_VIEWS,
  FORMS,
  GIVERS,
  INTERPRETERS,
  isOwnUse,
  PURPOSES,
  SCOPES,
  WITHDRAWERS,
} from './vocabulary.rules'

/** Two colleagues may write of one file at once: the second waits, and so does whatever asks whether it may leave the organisation. */
export const lockConsents = async (work: Work, caseId: string): Promise<void> => {
  await work.tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`consent:${caseId}`}, 0))::text`
}

const at = (
  table: 'consent' | 'consent_end',
  column: 'recipient' | 'words' | 'proof',
  caseId: string,
  row: string,
) => placeInFile(caseId, { table, row, column })
type At = ReturnType<typeof at>
const encrypt = async (work: Work, place: At, text: string): Promise<Uint8Array<ArrayBuffer> | null> =>
  text === '' ? null : work.fieldCrypto.encrypt(place, text)
const open = async (work: Work, place: At, encrypted: Uint8Array | null): Promise<string> =>
  encrypted === null ? '' : work.fieldCrypto.open(place, encrypted)

const endColumns = {
  id: true,
  kind: true,
  endedOn: true,
  saidBy: true,
  wordsCipher: true,
  createdAt: true,
  creator: { select: { name: true } },
} as const satisfies Prisma.ConsentEndSelect
const columns = {
  id: true,
  caseId: true,
  personId: true,
  purpose: true,
  recipient: true,
  recipientCipher: true,
  scopes: true,
  answer: true,
  askedOn: true,
  expiresAt: true,
  language: true,
  interpreter: true,
  form: true,
  givenBy: true,
  isMinor: true,
  childView: true,
  wordsCipher: true,
  proofCipher: true,
  createdAt: true,
  creator: { select: { name: true } },
  ends: { select: endColumns },
} as const satisfies Prisma.ConsentSelect
type Row = Prisma.ConsentGetPayload<{ select: typeof columns }>

const coded = z.object({
  purpose: storedCode(PURPOSES),
  scopes: z.array(storedCode(SCOPES)),
  answer: storedCode(ANSWERS),
  interpreter: storedCode(INTERPRETERS).nullable(),
  form: storedCode(FORMS).nullable(),
  givenBy: storedCode(GIVERS).nullable(),
  childView: storedCode(CHILD_VIEWS).nullable(),
})
const saidBy = storedCode(WITHDRAWERS).nullable()

const toEnd = async (work: Work, caseId: string, { wordsCipher, creator, ...end }: Row['ends'][number]) => ({
  on: toDay(end.endedOn),
  saidBy: saidBy.parse(end.saidBy),
  words: await open(work, at('consent_end', 'words', caseId, end.id), wordsCipher),
  by: creator.name,
  recordedAt: end.createdAt,
})

const toConsent = async (work: Work, whole: Row) => {
  const { recipientCipher, wordsCipher, proofCipher, creator, ends, ...row } = whole
  const { id, caseId } = row
  const end = (kind: string) => ends.find((one) => one.kind === kind)
  const [withdrawn, mistake] = [end('withdrawn'), end('mistake')]
  return {
    ...row,
    ...coded.parse(row),
    askedOn: toDay(row.askedOn),
    named: await open(work, at('consent', 'recipient', caseId, id), recipientCipher),
    words: await open(work, at('consent', 'words', caseId, id), wordsCipher),
    proof: await openProof(work, at('consent', 'proof', caseId, id), proofCipher),
    by: creator.name,
    recordedAt: row.createdAt,
    withdrawn: withdrawn === undefined ? null : await toEnd(work, caseId, withdrawn),
    mistake: mistake === undefined ? null : await toEnd(work, caseId, mistake),
    isMistake: mistake !== undefined,
  }
}
export type ConsentRow = Awaited<ReturnType<typeof toConsent>>

/** Everything that was asked in a file within reach, the latest first. */
export const listConsents = async (work: Work, caseId: string): Promise<ConsentRow[]> => {
  const rows = await work.tx.consent.findMany({
    where: { caseId },
    select: columns,
    orderBy: [{ askedOn: 'desc' }, { createdAt: 'desc' }, { id: 'desc' }],
    take: 500,
  })
  return openEach(rows, (row) => toConsent(work, row))
}

/** What the form of a colleague leaves open and the application knows. */
type Known = { readonly isMinor: boolean; readonly adultOn: Day | null }

/** Writes down an answer in a file that the caller has found within reach. */
export const insertConsent = async (
  work: Work,
  input: ConsentInput,
  { isMinor, adultOn }: Known,
): Promise<string> => {
  const id = newId(work.now.getTime())
  const { caseId, purpose, answer } = input
  const isOwn = isOwnUse(purpose)
  const wasAsked = answer !== 'not_asked'
  const recipient = isOwn ? 'house' : input.recipient
  await work.tx.consent.createMany({
    data: {
      id,
      caseId,
      personId: input.personId,
      purpose,
      recipient,
      recipientCipher:
        recipient === 'named'
          ? await encrypt(work, at('consent', 'recipient', caseId, id), input.named)
          : null,
      scopes: isOwn ? [] : SCOPES.codes.filter((scope) => input.scopes.includes(scope)),
      answer,
      askedOn: toDate(input.askedOn),
      expiresAt: answer === 'given' ? expiryOf(input.lastDay, isMinor ? adultOn : null) : null,
      language: wasAsked ? input.language : null,
      interpreter: wasAsked ? input.interpreter : null,
      form: wasAsked ? input.form : null,
      givenBy: wasAsked ? input.givenBy : null,
      isMinor,
      childView: wasAsked && isMinor && input.childView !== '' ? input.childView : null,
      wordsCipher: await encrypt(work, at('consent', 'words', caseId, id), input.words),
      proofCipher: wasAsked ? await encrypt(work, at('consent', 'proof', caseId, id), toProof(input)) : null,
      createdBy: work.actor.id,
    },
  })
  return id
}

/** Ends a consent of a file that the caller has found within reach. */
export const insertEnd = async (
  work: Work,
  { caseId, consentId, kind, endedOn, saidBy: by, words }: EndInput,
): Promise<void> => {
  const id = newId(work.now.getTime())
  await work.tx.consentEnd.createMany({
    data: {
      id,
      caseId,
      consentId,
      kind,
      endedOn: toDate(endedOn),
      saidBy: kind === 'withdrawn' && by !== '' ? by : null,
      wordsCipher: await encrypt(work, at('consent_end', 'words', caseId, id), words),
      createdBy: work.actor.id,
    },
  })
}

/** Whether the directory of the country knows it. */
export const hasActor = async (work: Work, slug: string): Promise<boolean> =>
  (await work.tx.actor.count({ where: { slug } })) > 0

/**
 * The organisations of the directory by their name in the language of the reader, for what was agreed; a new consent is
 * offered those to which a person can be sent.
 */
export const listRecipients = async (work: Work): Promise<Recipient[]> => {
  const rows = await work.tx.actor.findMany({
    select: { slug: true, name: true, officialNames: true, kind: true, level: true, topics: true },
  })
  return rows
    .map((row) => ({
      slug: row.slug,
      name: toNames(row)[work.locale],
      isOffered: takesPeople({
        kind: ACTOR_KINDS.read(row.kind),
        level: ACTOR_LEVELS.readOrNull(row.level),
        topics: row.topics.map(ACTOR_TOPICS.read),
      }),
    }))
    .sort((a, b) => a.name.localeCompare(b.name, work.locale))
}
export type Recipient = { readonly slug: string; readonly name: string; readonly isOffered: boolean }

/** The summaries that left the organisation on a person’s consent, to know who has to be told when it is withdrawn. */
export const listToldBySummary = async (work: Work, caseId: string) => {
  const rows = await work.tx.caseSummary.findMany({
    where: { caseId, ground: 'consent' },
    select: { id: true, code: true, audience: true, recipient: true, createdAt: true },
    orderBy: { createdAt: 'asc' },
    take: 200,
  })
  return rows.map(({ createdAt, ...row }) => ({ ...row, at: createdAt }))
}
