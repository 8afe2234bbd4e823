import 'server-only'
import { getTranslations } from 'next-intl/server'
import { NotFound } from '@/lib/db/errors'
import type { StatsWork, Work } from '@/lib/db/work'
import { LOCALES } from '@/lib/i18n/locales'
import { no, type Result } from '@/lib/shared/result'
import { meant, type Search } from '@/lib/shared/search'
import { ensureReleaseKey } from './desk.data'
import type { LabelOf } from './file.rules'
import { payNoise, previewNoise, readPayments } from './noise.data'
import type { NoisePlan, Payment } from './noise.rules'
import { type Period, toPeriodCode } from './period.rules'
import { mayLook } from './preview.data'
import { namesOf } from './register.data'
import { answerRequest, getRequest, insertRequest, listRequests, type Requested } from './request.data'
import { choiceOf, findWanted, toWantedCode, type Wanted } from './request.rules'
import { listSeconds } from './second.data'
import { getSnapshot, listSnapshots, type SnapshotRow } from './statistic.data'
import { makeWanted, previewWanted, type Refusal, type WantedFacts } from './wanted.data'
import { readReferenceLabels } from './wording.data'
import { toLabels } from './wording.view'

const labelsIn = async (work: Work, language: string): Promise<LabelOf> =>
  toLabels(
    language,
    await readReferenceLabels(work, language),
    await getTranslations({ locale: LOCALES.read(language), namespace: 'statistics' }),
  )

export async function readRequests(work: Work) {
  const requests = await work.figures((desk) => listRequests(desk))
  return { requests, names: await namesOf(work, requests.flatMap(peopleOf)) }
}
export type Requests = Awaited<ReturnType<typeof readRequests>>

const peopleOf = ({ askedBy, answer }: Requested): string[] => (answer ? [askedBy, answer.by] : [askedBy])

/** seconds: who may agree, while it waits. */
export async function readRequest(work: Work, id: string) {
  const { request, ledger } = await work.figures(async (desk) => {
    const request = await getRequest(desk, id)
    return { request, ledger: await readLedger(desk, request.wanted, request.period) }
  })
  return {
    request,
    ledger,
    names: await namesOf(work, peopleOf(request)),
    isOwn: request.askedBy === work.actor.id,
    seconds:
      request.state === 'asked'
        ? await listSeconds(work, request.askedBy, request.wanted.kind === 'rows' ? 'rows' : 'release')
        : [],
  }
}
export type RequestPage = Awaited<ReturnType<typeof readRequest>>

/** What noise cost so far in the organisation, and the days that are asked about; null for what costs none. */
export type Ledger = { period: Period; paid: readonly Payment[] }

const readLedger = async (desk: StatsWork, wanted: Wanted, period: Period): Promise<Ledger | null> =>
  wanted.kind === 'noise' ? { period, paid: await readPayments(desk) } : null

export type Wish = {
  snapshots: readonly SnapshotRow[]
  wanted: Wanted
  /** Null while no period is closed. */
  period: string | null
  /** What would leave; null when nothing may. */
  facts: WantedFacts | null
  refusal: Refusal | 'limited' | null
  ledger: Ledger | null
}

/** What a file would tell, before anyone is asked for it. A word that is not on the lists falls back to the first choice. */
export const readWish = (work: Work, search: Search): Promise<Wish> =>
  work.figures(async (desk) => {
    const wanted = meant(search, 'wanted', findWanted) ?? { kind: 'rows', subject: 'who' }
    const snapshots = await listSnapshots(desk)
    const codes = snapshots.map(toPeriodCode)
    const period = meant(search, 'period', (text) => codes.find((one) => one === text)) ?? codes[0] ?? null
    const snapshot = snapshots.find((one) => toPeriodCode(one) === period)
    const ledger = snapshot ? await readLedger(desk, wanted, snapshot) : null
    const about = { snapshots, wanted, period, ledger, facts: null }
    if (period === null) return { ...about, refusal: null }
    if (!mayLook(desk.actor.id, `${period}|${toWantedCode(wanted)}`)) return { ...about, refusal: 'limited' }
    const made = await previewWanted(desk, period, wanted)
    return made.ok ? { ...about, facts: made.value, refusal: null } : { ...about, refusal: made.code }
  })

type Ask = { period: string; wanted: string; recipient: string; purpose: string }

/** Made once for the fingerprints that the second admin agrees to, and kept nowhere. */
export async function askForRelease(work: Work, ask: Ask, language: string) {
  const wanted = findWanted(ask.wanted)
  if (wanted === null) throw new NotFound()
  if (wanted.kind === 'noise') {
    const paid = await pay(work, ask.period, wanted.plan)
    if (!paid.ok) return paid
  }
  const labelOf = await labelsIn(work, language)
  await ensureReleaseKey(work)
  const made = await work.figures((desk) =>
    makeWanted(desk, { period: ask.period, wanted, language }, labelOf),
  )
  return made.ok ? insertRequest(work, made.value, ask) : made
}

/** In a transaction of its own, which ends before anyone is counted, whatever becomes of the one around it. */
async function pay({ figures, apart }: Work, period: string, plan: NoisePlan) {
  const { snapshot, before, may } = await figures(async (desk) => {
    const snapshot = await getSnapshot(desk, period)
    const before = await listRequests(desk)
    return { snapshot, before, may: await previewNoise(desk, snapshot, plan) }
  })
  // No one pays for what cannot be asked for.
  const own = before.filter(({ wanted, periodCode }) => wanted.kind === 'noise' && periodCode === period)
  if (own.some(({ state }) => state === 'asked')) return no('requestWaits')
  if (own.some(({ wanted, state }) => state === 'approved' && choiceOf(wanted) === plan))
    return no('noiseGiven')
  if (!may.ok) return may
  return apart((work) => payNoise(work, snapshot.id, plan))
}

type Answer = { requestId: string; said: 'approved' | 'declined'; reason: string }

/** Agreed to, the files are made again in the language in which they were asked for, and enter the register. */
export async function answerFor(work: Work, answer: Answer): Promise<Result<Record<string, never>, string>> {
  if (answer.said === 'declined') return answerRequest(work, answer, null)
  const request = await work.figures((desk) => getRequest(desk, answer.requestId))
  if (request.state !== 'asked') return no('alreadyAnswered')
  const { periodCode: period, wanted, language } = request
  const labelOf = await labelsIn(work, language)
  await ensureReleaseKey(work)
  const made = await work.figures((desk) => makeWanted(desk, { period, wanted, language }, labelOf))
  return made.ok ? answerRequest(work, answer, made.value) : made
}
