import 'server-only'
import { type Address, readFile } from '@/lib/cases/file-page.data'
import { listCentres } from '@/lib/cases/word.data'
import { listConsents, listRecipients, listToldBySummary } from '@/lib/consents/consent.data'
import { consentGap, currentOf, recipientOf } from '@/lib/consents/cover.rules'
import { PURPOSES } from '@/lib/consents/vocabulary.rules'
import type { Work } from '@/lib/db/work'
import { minority } from '@/lib/people/minority.rules'
import { QUOTE, quotes } from '@/lib/quotes/quote.data'
import { purposeOf, recipientsOf } from '@/lib/referrals/ground.rules'
import { currentSteps } from '@/lib/referrals/referral.rules'
import { currentOf as currentRows, mistakesOf } from '@/lib/registers/register.rules'
import { dayOf } from '@/lib/shared/dates'
import { listReferralsWithShares } from './referral-page.data'

/** Made while the consent stood: after it was written down, and before it was withdrawn. */
const isOn = (
  row: {
    readonly answer: string
    readonly recordedAt: Date
    readonly withdrawn: { readonly recordedAt: Date } | null
  },
  { at }: { readonly at: Date },
): boolean =>
  row.answer === 'given' && at >= row.recordedAt && (row.withdrawn === null || at <= row.withdrawn.recordedAt)

/** Sheets of referrals that left on a consent, each with the link it left by; what was taken back never left. */
const listSentSheets = async (work: Work, file: { readonly id: string; readonly status: string }) =>
  (await listReferralsWithShares(work, file)).current.flatMap(({ row, steps, shares }) =>
    currentSteps(steps)
      .filter(({ kind, ground }) => kind === 'sent' && ground === 'consent')
      .map((step) => ({
        id: step.id,
        personId: row.personId,
        purpose: purposeOf(row.kind),
        recipients: recipientsOf(row),
        to: row.to,
        at: step.recordedAt,
        share: shares.find(({ stepId }) => stepId === step.id) ?? null,
      })),
  )

/** What was asked of everyone in the file at an address, how each stands now, and what no one asked yet. */
export const readConsentsPage = (work: Work, address: Address) =>
  readFile(work, address, async ({ id, status, secrecy, people, former }) => {
    const rows = await listConsents(work, id)
    const sheets = await listSentSheets(work, { id, status })
    const summaries = await listToldBySummary(work, id)
    const quoted = await quotes.list(work, id)
    return {
      recipients: await listRecipients(work),
      quotes: {
        current: currentRows(quoted).map((one) => ({
          ...one,
          gap: consentGap(rows, { ...QUOTE, personId: one.row.personId }, work.now)?.gap ?? null,
        })),
        mistakes: mistakesOf(quoted),
        centres: await listCentres(work),
        isOpen: secrecy === 'open',
        speakers: people
          .filter((person) => consentGap(rows, { ...QUOTE, personId: person.id }, work.now) === null)
          .map((person) => ({ id: person.id, name: person.names[0]?.text ?? '' })),
      },
      people: [...people, ...former].map((person) => {
        const own = rows.filter(({ personId }) => personId === person.id)
        return {
          id: person.id,
          name: person.names[0]?.text ?? '',
          isFormer: person.inFile.until !== null,
          isMinor: minority(person.ageClaims, dayOf(work.now)).treatedAsMinor,
          language: person.languages[0]?.language ?? '',
          needsInterpreter: person.interpreterNeed === 'yes',
          consents: own.map((row) => ({
            ...row,
            state: currentOf(row, own, work.now),
            told:
              row.purpose === 'summary'
                ? summaries.filter((one) => one.recipient === recipientOf(row) && isOn(row, one))
                : [],
            sheets: sheets.filter(
              (one) =>
                one.personId === row.personId &&
                one.purpose === row.purpose &&
                one.recipients.includes(recipientOf(row)) &&
                isOn(row, one),
            ),
          })),
          unasked: PURPOSES.codes.filter(
            (purpose) =>
              !own.some((row) => row.purpose === purpose && !row.isMistake && row.answer !== 'not_asked'),
          ),
        }
      }),
    }
  })
type Page = Awaited<ReturnType<typeof readConsentsPage>>
export type ConsentsPart = Extract<Page, { type: 'file' }>['part']
export type ConsentPerson = ConsentsPart['people'][number]
export type ConsentShown = ConsentPerson['consents'][number]
